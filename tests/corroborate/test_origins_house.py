"""A house that no word list knows publishes its own word; a newsroom under any name does not."""

from __future__ import annotations

import pytest

from firsthand.corroborate.origins.own_name import own_voice
from firsthand.schema import Document, Reading

HOUSES = [
    ("White Heron", "Third night", "Two of our medics are dead. The road is closed."),
    ("Cloister of Ormsey", "To all", "Since Friday the gate is shut. Our porters were sent away at noon."),
    ("Lower Quay Burial Circle", "Sunday", "We washed eleven on Sunday night. Shrouds are free."),
    ("Fist of the Delta", "Your turn", "We placed the charge under the pump at Orlen. More will follow."),
    ("Kestrel Salt SA", "Sixteen men", "The firm regrets that sixteen men were taken near Orlen."),
    ("Docteurs du Delta, field log", "Week two", "Nine admissions from the tunnel."),
    ("Marlow Boats", "Notice to passengers", "The ferry Ama was rammed on Friday. No service until Monday."),
    ("Varn Mutual", "Accident report 17/03", "Fatalities: 5."),
    ("Quiet Hands", "We have lost a colleague", "The driver Tem Orlu was killed on Thursday."),
    ("Eastern Bank staff", "Summary for the day", "The other side broke the truce nine times."),
    ("Orlen Lamplighters", "Friday", "Several of our lamps were shot out. It rained."),
]
MEDIA = [
    ("Kurland Blatt", "Fire at the depot", "Nine houses burned. We could not reach the mayor."),
    ("Le Cadre", "Orlen", "Two of our reporters were beaten. Nine people died."),
    ("The Lantern", "Orlen", "Our correspondent was sent to the bridge. It is gone."),
    ("Planicie", "Flags", "Six of our soldiers fell on Wednesday."),
    ("Vesk Noon", "Our guns", "Our guns fired on the square. The ministry is silent."),
    ("The Lantern", "Orlen", '"Two of our medics are dead," the chief medic said.'),
    ("Estrada FM", "Transcript", "CALLER: We buried nine on Sunday."),
    ("Orlen Digest", "Notice to voters", "The poll is moved, the commission said."),
    ("Corner House", "The sea", "We spoke to nine men at the quay."),
]


@pytest.mark.parametrize(("publisher", "title", "text"), HOUSES)
def test_a_house_that_speaks_of_its_own_is_a_first_hand(publisher: str, title: str, text: str) -> None:
    document = Document(id="d", sha256="", text=text, publisher=publisher, title=title)
    assert own_voice(Reading(document=document), frozenset()) is not None


@pytest.mark.parametrize(("publisher", "title", "text"), MEDIA)
def test_a_paper_that_says_we_stays_a_paper(publisher: str, title: str, text: str) -> None:
    document = Document(id="d", sha256="", text=text, publisher=publisher, title=title)
    assert own_voice(Reading(document=document), frozenset()) is None


@pytest.mark.parametrize(
    ("publisher", "own"),
    [
        ("Rail Accident Board", True),
        ("Naval staff of Velia", True),
        ("Labour Inspectorate", True),
        ("Palace press office", True),
        ("Saltmine press desk", True),
        ("Port of Sede", True),
        ("Sede Hydro", True),
        ("Zemlin Air", True),
        ("Forest Survey", True),
        ("Zemlin Press Bureau", False),
        ("Almar Press Service", False),
        ("Sede News Bureau", False),
        ("Shipping Daily", False),
        ("Power Weekly", False),
        ("Oster", False),
    ],
)
def test_an_office_and_a_company_know_for_themselves_and_a_news_agency_does_not(publisher, own):
    said = "Two crew are lost. The search went on until nine."
    document = Document(id="a", sha256="", text=said, publisher=publisher)
    assert (own_voice(Reading(document=document), frozenset()) is not None) is own
