"""Place names: which words they are, what they mean, and what stays open."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SETTLED = [
    ("Two people died in Paris, Texas.", "Paris", "US"),
    ("Two people died in Tripoli, Lebanon.", "Tripoli", "LB"),
    ("Lebanese soldiers went to Beirut. Two people died in the Lebanese city of Tripoli.", "Tripoli", "LB"),
    ("Two people died in Valencia, and Venezuela closed its border near Caracas.", "Valencia", "VE"),
    ("GAO, Mali (AP) — Two people died.", "GAO", "ML"),
    ("The Burkinabe army lost Djibo.", "Djibo", "BF"),
    ("Mali and Niger sent soldiers.", "Niger", "NE"),
    ("Tbilisi said that Georgia would send soldiers.", "Georgia", "GE"),
    ("The governor of Georgia went from Atlanta to Savannah.", "Georgia", "US"),
    ("A drone fell in Kharkiv region.", "Kharkiv", "UA"),
    ("The U.S. sent aid.", "U.S.", "US"),
    ("Amund Vale spoke to him on Sunday in Oslo. The men of Tarnovka fled to Veldane.", "Oslo", "NO"),
    ("The talks were held in Nairobi.", "Nairobi", "KE"),
    ("The talks were held in Vienna.", "Vienna", "AT"),
    ("The talks were held in Milan.", "Milan", "IT"),
    ("The talks were held in Moscow, Idaho.", "Moscow", "US"),
    ("Drones fell on Kursk Oblast.", "Kursk Oblast", "RU"),
    ("Drones fell on the Kursk and Belgorod regions.", "Belgorod", "RU"),
]

OPEN = [
    (
        "Shells fell on the Russian village of Kalinovka near the Kursk region border.",
        "Kalinovka",
        "RU",
        "Kursk Oblast",
    ),
    ("Two people died in Springfield.", "Springfield", None, None),
    ("Shells fell on the village of Tarnovka at night.", "Tarnovka", None, None),
    ("Two people died in Georgetown, Mali.", "Georgetown", None, None),
]

NO_PLACE = [
    "Lee said that he would come.",
    "Brigadier Jordan Amberley resigned.",
    "The Sun reported it in March.",
    "Most of the men were tired.",
    "Police Commissioner Florence Reading spoke.",
    "Lindholm Institute said it had no record.",
    "The 9th River Brigade said it had no record.",
    "The Tarn Valley Bulletin said it had no record.",
    "The Sorbec Valley Herald reported it.",
    "The Azure Hill Foundation said so.",
    "The Oslo Herald reported it.",
    "The 3rd Kharkiv Battalion moved in.",
]


def find(reading, name):
    [place] = [p for p in reading.places if p.name == name]
    return place


@pytest.mark.parametrize(("text", "name", "country"), SETTLED)
def test_a_place_is_settled_where_the_words_decide(text, name, country, read_text):
    place = find(read_text(text), name)
    assert place.country == country
    assert place.lat is not None
    assert place.lon is not None
    assert place.confidence >= 0.6
    assert place.radius_km > 0
    assert place.candidates[0].country == country


def test_a_point_off_the_middle_of_a_large_country_is_told_with_less_confidence(read_text):
    middle = find(read_text("Two people died in the United States."), "United States")
    aside = find(read_text("Two people died in Canada."), "Canada")
    assert aside.country == "CA"
    assert 0.6 <= aside.confidence < middle.confidence - 0.2
    assert middle.confidence > 0.9


@pytest.mark.parametrize(("text", "name", "country", "within"), OPEN)
def test_a_place_stays_open_where_nothing_decides(text, name, country, within, read_text):
    place = find(read_text(text), name)
    assert place.lat is None
    assert place.lon is None
    assert place.geonames_id is None
    if country:
        assert place.country == country
    if within:
        assert place.within == within


CITIES = ["Oslo", "Nairobi", "Cairo", "Vienna", "Berlin", "Istanbul", "Hamburg", "Warsaw", "Moscow"]


@pytest.mark.parametrize("name", CITIES)
def test_a_great_city_without_a_rival_is_the_city_and_not_the_county_around_it(name, read_text):
    place = find(read_text(f"The talks were held in {name}."), name)
    assert place.candidates[0].feature.startswith("PPL")
    assert place.geonames_id == place.candidates[0].geonames_id


@pytest.mark.parametrize("text", ["Men gathered near the Kursk region border.", "Men left the Kursk region."])
def test_a_name_with_the_word_for_an_area_is_that_area(text, read_text):
    place = find(read_text(text), "Kursk")
    assert place.candidates[0].feature == "ADM1"
    assert place.within == "Kursk Oblast"


def test_behind_the_banks_of_stands_a_river_and_no_country(read_text):
    place = find(read_text("Tents stood on the banks of the Niger."), "Niger")
    assert place.candidates[0].feature == "STM"


def test_a_village_that_the_gazetteer_lacks_says_so(read_text):
    place = find(read_text("Shells fell on the Russian village of Kalinovka."), "Kalinovka")
    assert any("no villages of Russia" in (b.note or "") for b in place.because)


@pytest.mark.parametrize("text", NO_PLACE)
def test_names_of_people_papers_and_months_are_no_places(text, read_text):
    assert not read_text(text).places


def test_a_demonym_gives_the_country_and_no_point(read_text):
    [place] = read_text("Malian soldiers withdrew.").places
    assert (place.kind, place.country, place.lat) == ("demonym", "ML", None)


def test_the_place_that_a_public_body_belongs_to_is_named(read_text):
    assert [p.name for p in read_text("The Chicago City Council met.").places] == ["Chicago"]


def test_a_disputed_place_carries_a_note(read_text):
    place = find(read_text("A depot burned in Crimea."), "Crimea")
    assert any("disputed" in (b.note or "") for b in place.because)


def test_one_name_is_one_place_through_a_document(read_text):
    places = read_text("Two people died in Tripoli, Lebanon. Tripoli was quiet on Monday.").places
    assert len({p.geonames_id for p in places if p.name == "Tripoli"}) == 1


def lawful(reading):
    """What holds of every place, whatever the text."""
    text, ends = reading.document.text, 0
    for place in reading.places:
        assert text[place.start : place.end] == place.name
        assert place.start >= ends
        ends = place.end
        assert place.because
        assert 0 <= place.confidence <= 1
        assert (place.lat is None) == (place.lon is None) == (place.radius_km is None)
        if place.lat is None:
            assert place.geonames_id is None
        assert sum(c.score for c in place.candidates) <= 1.001
        for reason in place.because:
            assert all(0 <= span.start < span.end <= len(text) for span in reason.anchors)


WORDS = st.sampled_from(
    [
        "Paris",
        "Texas",
        "Gao",
        "Mali",
        "the",
        "of",
        "in",
        "near",
        "village",
        "Oblast",
        ",",
        ".",
        "(",
        ")",
        "—",
        "'",
        "'s",
        "Dr.",
        "Lee",
        "Kyiv",
        "KYIV",
        "north",
        "4",
        "km",
        "River",
        "Street",
        "City",
        "Council",
        "and",
        "\n",
        "🙂",
        "مالي",
        "Київ",
        "\x00",
        "-",
        "St.",
        "John",
        "U.S.",
        "Georgia",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=25))
def test_whatever_stands_in_a_text_places_are_lawful(read_text, words):
    lawful(read_text(" ".join(words)))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_places(read_text, text):
    lawful(read_text(text))


@pytest.mark.parametrize(
    ("country", "name", "code"),
    [("Mali", "Gao", "ML"), ("Lebanon", "Tripoli", "LB"), ("Venezuela", "Valencia", "VE"), ("Spain", "Valencia", "ES"),
     ("France", "Paris", "FR"), ("Jordan", "Amman", "JO")],
)  # fmt: skip
def test_naming_a_country_never_moves_a_place_out_of_it(country, name, code, read_text):
    before = find(read_text(f"Two people died in {name}."), name)
    after = find(read_text(f"{country} sent police. Two people died in {name}."), name)

    def share(place):
        return sum(c.score for c in place.candidates if c.country == code)

    assert share(after) >= share(before)
    if before.country == code and before.lat is not None:
        assert after.country == code


def test_one_name_in_two_areas_is_two_places(read_text):
    reading = read_text("Two people died in Paris, Texas, and one in Paris, France.")
    assert [(p.name, p.country) for p in reading.places if p.name == "Paris"] == [
        ("Paris", "US"),
        ("Paris", "FR"),
    ]


def test_one_name_in_an_area_and_the_area_around_it_is_one_place(read_text):
    reading = read_text("Shells fell in Gao, Mali. The mayor of Gao, in Gao region, said so.")
    assert len({(p.lat, p.lon) for p in reading.places if p.name == "Gao" and p.radius_km == 5.0}) == 1
