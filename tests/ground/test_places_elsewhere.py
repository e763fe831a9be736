"""Where people come from, or where the wounded are taken to, is not where it happened."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The soldiers, from a base in Damascus, were killed in Oslo.", ["Oslo"]),
        ("Two wounded men were taken to Niamey.", []),
        ("The injured soldiers were flown to Damascus for treatment.", []),
        ("Refugees from Niamey were shot in Oslo.", ["Oslo"]),
        ("A driver who came from Oslo was shot.", []),
        ("Troops were sent to Niamey.", ["Niamey"]),
        ("Troops withdrew from Niamey.", ["Niamey"]),
        ("Rockets were fired from Niamey.", ["Niamey"]),
    ],
)
def test_origins_and_destinations_of_people_are_not_where_it_happened(read_text, sentence, names):
    reading = read_text(sentence)
    told = {place for claim in reading.claims for place in claim.where}
    told |= {place for event in reading.events for place in event.places}
    assert [place.name for place in reading.places if place.id in told] == names
