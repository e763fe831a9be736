"""A paper that is one body's statement from end to end is that body's, whoever prints or broadcasts it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from firsthand.corroborate.origins.own_name import own_voice
from firsthand.ingest import text_document
from firsthand.pipeline import read_document
from firsthand.schema import Hints

STATEMENTS = [
    ("Osmar Radio", "Communique No. 1", "The Rescue Committee informs the people. The assembly building is under our control.", "The Rescue Committee"),
    ("Lubeka Radio", "Statement of the Council, as broadcast", "People of Lubeka. This morning your armed forces took charge of the palace.", "the Council"),
    ("Coast Bulletin", "Not our work", "The Free Coast Movement mourns the bathers of Brek. We laid no bomb there.", "The Free Coast Movement"),
    ("Sons of the Mist", "Claim", "One of ours carried the fire to the door. It was a sister.", "Sons of the Mist"),
    ("Red Lamp", "Delegates' diary", "Our delegate stood on the bridge with the list. She ticked off 103 men.", "Red Lamp"),
    ("Army Press Centre", "Lie of the day", "The armed forces have used no gas in Besh or anywhere else.", "Army"),
]  # fmt: skip

REPORTS = [
    ("Migrant Desk", "Alarm call", "On Monday a man called us. The guard shot at the boat. Seven floated away."),
    ("Kolva Archive", "Nineteen, not five", "Nineteen prisoners died in the night. We have this from a warder."),
    ("Fact Desk", "The last video", "In the film a tank fires. We found that it stood on the hill."),
    ("Tarn Journal", "Fire at the mill", "The mill burned down, the owner told us. “We lost all,” he said."),
    ("Osmar Radio", "Noon news", "The Rescue Committee announces a curfew. The mayor said that our streets were calm."),
    ("Hadrin Watch", "A quiet night", "The mill burned on Monday. Nobody was hurt."),
]  # fmt: skip


@pytest.fixture(scope="module")
def own(instruments):
    def found(publisher, title, text):
        hints = Hints(name="d1", published="2031-05-02", publisher=publisher)
        document = replace(text_document(text, hints, id="d1", language="en"), title=title)
        reading = read_document(document, instruments)
        return own_voice(reading, frozenset())

    return found


@pytest.mark.parametrize(
    ("publisher", "title", "text", "body"), STATEMENTS, ids=[each[1] for each in STATEMENTS]
)
def test_a_statement_is_of_the_body_that_issues_it(own, publisher, title, text, body):
    found = own(publisher, title, text)
    assert found is not None
    assert found.name == body


@pytest.mark.parametrize(("publisher", "title", "text"), REPORTS, ids=[each[1] for each in REPORTS])
def test_who_asks_and_hears_issues_no_statement(own, publisher, title, text):
    assert own(publisher, title, text) is None
