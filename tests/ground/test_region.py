"""Relative places: how far, which way, from what, and the shape that this gives."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, shape

from firsthand.ground.place_geometry import destination, distance_km
from firsthand.ground.region_shape import corridor, sector

READ = [
    # sentence, kind, anchors, distance contains, bearing contains
    ("A farm burned 12 km south of Gao.", "distance_bearing", ["Gao"], 11, 180),
    ("A farm burned 12km south-east of Gao.", "distance_bearing", ["Gao"], 11, 135),
    ("A farm burned about 7 miles (11 km) north-northeast of Gao.", "distance_bearing", ["Gao"], 10, 22),
    ("A farm burned twelve kilometres to the west of the town of Gao.", "distance_bearing", ["Gao"], 11, 270),
    ("A farm burned a few kilometres east of Gao.", "distance_bearing", ["Gao"], 4, 90),
    ("A farm burned within 3 km of Gao.", "distance", ["Gao"], 2, None),
    ("A farm burned some 40 km from Gao.", "distance", ["Gao"], 38, None),
    ("A farm burned 6 km from the border with Niger.", "near_border", ["Niger"], 5, None),
    ("A farm burned near the Nigerien border.", "near_border", ["Nigerien"], 5, None),
    ("The camp just west of Gao burned.", "bearing", ["Gao"], 5, 270),
    ("A shop on the southern outskirts of Gao burned.", "outskirts", ["Gao"], 2, 180),
    ("Two men were shot in northern Mali.", "part_of", ["Mali"], None, 0),
    ("Two men were shot between Gao and Kidal.", "between", ["Gao", "Kidal"], None, None),
    ("Two men were shot on the road from Gao to Kidal.", "along_road", ["Gao", "Kidal"], None, None),
    ("Two men were shot east of the Euphrates.", "side_of_line", ["Euphrates"], None, 90),
    ("Two men drowned off the coast of Somalia.", "off_coast", ["Somalia"], 20, None),
    ("The camp is two hours' drive from Gao.", "travel_time", ["Gao"], 120, None),
    ("The column moved toward Gao.", "axis", ["Gao"], None, None),
    ("A farm burned 20km NNW of Gao.", "distance_bearing", ["Gao"], 18, 337),
    ("A farm burned 5 km S of Gao.", "distance_bearing", ["Gao"], 4, 180),
    ("A farm burned in the area around Gao.", "near", ["Gao"], 5, None),
    ("A man was shot in downtown Kyiv.", "part_of", ["Kyiv"], 3, None),
    ("A man was shot in western Kyiv.", "part_of", ["Kyiv"], 8, 270),
    ("Rockets came from across the Chad border.", "across_border", ["Chad"], 5, None),
    ("Rockets came from just over the border in Chad.", "across_border", ["Chad"], 5, None),
    ("A bus was stopped along the Gao-Kidal highway.", "along_road", ["Gao", "Kidal"], None, None),
    ("Tents stood on the banks of the Niger.", "along_river", ["Niger"], 2, None),
    ("The ships met 12 nautical miles off Mogadishu.", "off_coast", ["Mogadishu"], 22, None),
    ("The dead were from Bria, in the east of the Central African Republic.", "apposition",
     ["Bria", "Central African Republic"], None, 90),
    ("The dead were from Djibo, in the north of the Sorbec Republic.", "apposition",
     ["Djibo", "Sorbec Republic"], None, 0),
    ("Men met in the border area between Mali and Niger.", "near_border", ["Mali", "Niger"], 5, None),
    ("Shells fell near the Mali-Niger border.", "near_border", ["Mali", "Niger"], 5, None),
    ("Men met on Mali's border with Niger.", "near_border", ["Mali", "Niger"], 2, None),
    ("Men met along the border between Mali and Niger.", "near_border", ["Mali", "Niger"], 2, None),
    ("Men met in Mali's far north.", "part_of", ["Mali"], None, 0),
    ("Men met in the south-western corner of Mali.", "part_of", ["Mali"], None, 225),
    ("Men met on the south-western outskirts of Gao.", "outskirts", ["Gao"], 3, 225),
    ("Men met in Bamako's northern suburbs.", "part_of", ["Bamako"], 5, 0),
    ("A boat sank 5 nautical miles off the Yemeni coast.", "off_coast", ["Yemeni"], 9, None),
    ("Men were 5 km inside Russian territory.", "inside_border", ["Russian"], 5, None),
    ("A farm burned a 40-minute drive from Gao.", "travel_time", ["Gao"], 40, None),
    ("A farm burned a two-hour drive north of Gao.", "bearing", ["Gao"], None, 0),
    ("A bus burned on the road from Djibo towards Dori.", "along_road", ["Djibo", "Dori"], None, None),
    ("Men gathered near the border of Kursk region.", "near_border", ["Kursk"], 5, None),
]  # fmt: skip

FIGURES = [
    ("one and a half kilometres", 1.5, 1.5),
    ("two and a half kilometres", 2.5, 2.5),
    ("a kilometre and a half", 1.5, 1.5),
    ("half a kilometre", 0.5, 0.5),
    ("three quarters of a kilometre", 0.75, 0.75),
    ("2½ kilometres", 2.5, 2.5),
    ("3 1/2 kilometres", 3.5, 3.5),
    ("twenty-five kilometres", 25, 25),
    ("a hundred and twenty kilometres", 120, 120),
    ("two hundred kilometres", 200, 200),
    ("two dozen kilometres", 24, 24),
    ("10-15 km", 10, 15),
    ("10 to 15 km", 10, 15),
    ("between 10 and 15 km", 10, 15),
    ("two or three kilometres", 2, 3),
]


def within(value, low_high, turn=None):
    low, high = low_high
    return (value - low) % turn <= (high - low) % turn if turn else low <= value <= high


@pytest.mark.parametrize(("text", "kind", "anchors", "km", "degrees"), READ)
def test_an_expression_gives_its_kind_and_ranges(text, kind, anchors, km, degrees, read_text):
    [region] = read_text(text).regions
    assert region.kind == kind
    assert [a.name for a in region.anchors] == anchors
    assert (region.distance_km is None) == (km is None)
    assert (region.bearing_deg is None) == (degrees is None)
    if km is not None:
        assert within(km, region.distance_km)
    if degrees is not None:
        assert within(degrees, region.bearing_deg, 360)
    assert region.because[0].anchors[0].words(text) == text[region.start : region.end]


@pytest.mark.parametrize(("words", "low", "high"), FIGURES)
def test_a_figure_in_words_is_read_whole(words, low, high, read_text):
    [region] = read_text(f"A farm burned {words} from Gao.").regions
    assert region.distance_km == pytest.approx((0.75 * low, 1.2 * high), abs=1e-3)
    [same] = read_text(f"A farm burned {words} north of Gao.").regions
    assert same.kind == "distance_bearing"
    assert same.distance_km[1] == pytest.approx(1.1 * high + 1, abs=1e-3)


@pytest.mark.parametrize("words", ["three point five kilometres", "10 million kilometres", "2.5.1 km"])
def test_a_figure_that_cannot_be_read_whole_gives_no_distance(words, read_text):
    assert all(r.distance_km is None for r in read_text(f"A farm burned {words} north of Gao.").regions)


@pytest.mark.parametrize(
    "text",
    [
        "West of Gao was on the desk.",
        "He was reading East of Gao when the lights failed.",
        "Her album South of Kyiv sold well.",
        "The novel “North of Kyiv” sold well.",
    ],
)
def test_the_title_of_a_book_is_no_place_and_no_region(text, read_text):
    reading = read_text(text)
    assert not reading.regions
    assert not reading.places


@pytest.mark.parametrize(
    "text", ["North of Gao lies a camp.", "Drone Hits Farm North of Gao", "South of Gao, two men died."]
)
def test_a_capital_letter_alone_makes_no_title(text, read_text):
    assert [r.kind for r in read_text(text).regions] == ["bearing"]


def test_regions_are_numbered_from_one_like_everything_else(read_text):
    reading = read_text("Two men were shot near Gao and 5 km south of Kidal.")
    assert [r.id for r in reading.regions] == ["r1", "r2"]
    assert [p.id for p in reading.places] == ["p1", "p2"]


def test_near_a_country_is_no_disc_around_its_middle(read_text):
    assert not read_text("The ship sailed near Malta, and a jet flew around Mali.").regions[1:]


@pytest.mark.parametrize(
    "text",
    [
        "The column was 15 km long.",
        "Prices north of 500 dollars were paid.",
        "Crews cleared 40 kilometres of road.",
        "He looked west and went home.",
        "Relations between Monday and Friday were calm.",
        "She is close to her mother.",
        "Talks between Mali and Niger went on.",
        "The bus left the road.",
    ],
)
def test_words_of_distance_and_direction_without_a_place_give_no_region(text, read_text):
    assert not read_text(text).regions


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("A farm burned 4 km (2.5 miles) south of Gao.", "consistent"),
        ("A farm burned 4 km (9 miles) south of Gao.", "inconsistent"),
        ("A farm burned 100 kilometres, or 60 miles, south of Gao.", "consistent"),
        ("A farm burned 4 km south of Gao.", None),
    ],
)
def test_two_units_are_held_against_each_other(text, verdict, read_text):
    assert read_text(text).regions[0].unit_check == verdict


def test_two_expressions_of_one_sentence_are_two_regions(read_text):
    regions = read_text("They held a position 4 km west of Gao and 30 km north of Ansongo.").regions
    assert [r.anchors[0].name for r in regions] == ["Gao", "Ansongo"]


def test_an_explained_name_is_joined_to_its_explanation(read_text):
    [region] = read_text("The dead were from Veselgrad, a village 30 km southwest of Kyiv.").regions
    assert (region.kind, [a.name for a in region.anchors]) == ("apposition", ["Veselgrad", "Kyiv"])


def test_a_region_is_drawn_only_around_a_settled_place(read_text):
    [drawn] = read_text("Mali sent police to a farm 12 km south of Gao.").regions
    [open_] = read_text("Police went to a farm 12 km south of the village of Tarnovka.").regions
    assert drawn.geometry["type"] == "Polygon"
    assert open_.geometry is None
    assert open_.resolvable


def test_the_north_of_a_country_is_its_northern_part(read_text):
    [region] = read_text("The attack took place in the far north of Burkina Faso.").regions
    outline = shape(region.geometry)
    assert outline.is_valid
    assert outline.contains(Point(-0.5, 14.5))
    assert not outline.contains(Point(-4.3, 11.2))


LAT, LON = st.floats(-80, 80), st.floats(-180, 180)


@settings(max_examples=200, deadline=None)
@given(LAT, LON, st.floats(0.5, 500), st.floats(0, 359), st.floats(5, 179), st.floats(0, 0.9))
def test_a_sector_is_valid_and_holds_what_lies_at_its_distance_and_bearing(
    lat, lon, high, middle, half, inner
):
    low = high * inner
    outline = shape(sector(lat, lon, (low, high), ((middle - half) % 360, (middle + half) % 360)))
    assert outline.is_valid
    assert outline.exterior.is_ccw
    to_lat, to_lon = destination(lat, lon, middle, (low + high) / 2)
    to_lon = lon + (to_lon - lon + 540) % 360 - 180
    assert outline.buffer(1e-5).contains(Point(to_lon, to_lat))
    beyond_lat, beyond_lon = destination(lat, lon, (middle + 180) % 360, (low + high) / 2)
    if half < 60 and low > 0:
        assert not outline.contains(Point(lon + (beyond_lon - lon + 540) % 360 - 180, beyond_lat))


@settings(max_examples=100, deadline=None)
@given(LAT, LON, st.floats(0.5, 500), st.floats(0, 0.9))
def test_a_ring_without_a_bearing_goes_all_round(lat, lon, high, inner):
    outline = shape(sector(lat, lon, (high * inner, high), None))
    assert outline.is_valid
    for bearing in (0, 77, 181, 300):
        to_lat, to_lon = destination(lat, lon, bearing, high * (1 + inner) / 2)
        assert outline.buffer(1e-5).contains(Point(lon + (to_lon - lon + 540) % 360 - 180, to_lat))


@settings(max_examples=100, deadline=None)
@given(st.floats(-70, 70), LON, st.floats(0, 359), st.floats(1, 800))
def test_a_corridor_is_valid_and_holds_the_middle_of_the_way(lat, lon, bearing, km):
    lat2, lon2 = destination(lat, lon, bearing, km)
    made = corridor(lat, lon, lat2, lon2)
    outline = shape(made)
    mid_lat, mid_lon = destination(lat, lon, bearing, km / 2)
    assert outline.is_valid
    assert outline.buffer(1e-5).contains(Point(lon + (mid_lon - lon + 540) % 360 - 180, mid_lat))


@given(LAT, LON, st.floats(0, 359), st.floats(0, 5000))
def test_going_a_distance_is_that_distance_away(lat, lon, bearing, km):
    assert distance_km(lat, lon, *destination(lat, lon, bearing, km)) == pytest.approx(km, abs=1e-3)


WORDS = st.sampled_from(
    [
        "4",
        "km",
        "2.5",
        "miles",
        "(",
        ")",
        "south",
        "of",
        "from",
        "near",
        "between",
        "Gao",
        "Kyiv",
        "the",
        "road",
        "to",
        "border",
        "with",
        "and",
        ",",
        "within",
        "hour",
        "'s",
        "drive",
        "off",
        "coast",
        "northern",
        "outskirts",
        "bank",
        "along",
        "-",
        "12km",
        "nautical",
        "a",
        "few",
        "toward",
        "in",
        "Sahel",
        ".",
        "or",
        "\n",
    ]
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=20))
def test_whatever_stands_in_a_text_regions_are_lawful(read_text, words):
    text = " ".join(words)
    reading = read_text(text)
    ends = 0
    ids = {place.id for place in reading.places}
    for region in reading.regions:
        assert region.start >= ends
        ends = region.end
        assert region.because
        assert all(text[a.start : a.end] == a.name for a in region.anchors)
        assert {a.place for a in region.anchors if a.place} <= ids
        if region.distance_km:
            assert 0 <= region.distance_km[0] <= region.distance_km[1]
        if region.geometry:
            assert shape(region.geometry).is_valid
