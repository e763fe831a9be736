"""A claim that somebody denies is never shown in the bare words of what is denied."""

from __future__ import annotations

import pytest
from rich.console import Console

from firsthand.pipeline import compare
from firsthand.show.denials import Denials
from firsthand.show.dossier import Dossier
from firsthand.show.findings import show_findings
from firsthand.show.page import findings_page

DENIAL = "The Varnian army denied that its men had shot at the ferry near Orlen on Tuesday."
CHARGE = "Varnian soldiers shot at the ferry near Orlen on Tuesday, mayor Anna Grol said."


def told(read_text, *texts):
    """Denials of what the texts say together, and the findings."""
    readings = [read_text(text) for text in texts]
    found = compare(readings)
    return Denials(found, readings), found, readings


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (DENIAL, "denied: its men had shot at the ferry near Orlen on Tuesday"),
        ("“Nobody shot at the ferry,” mayor Anna Grol said.", "Nobody shot at the ferry"),
        ("The army said it did not shoot at the ferry.", "it did not shoot at the ferry"),
        ("The mayor said nine people were killed.", "nine people were killed"),
    ],
)
def test_only_what_a_voice_denies_is_called_denied(read_text, text, shown):
    denials, found, _ = told(read_text, text)
    assert [denials.worded(group).strip("“”,") for group in found.groups] == [shown]


def test_a_telling_is_denied_by_a_voice_or_negated_by_its_own_words(read_text):
    for text, word in ((DENIAL, "denied"), ("The army said it did not shoot at the ferry.", "negated")):
        denials, found, _ = told(read_text, text)
        assert [denials.minus(telling) for telling in found.claims] == [word]


def test_what_to_ask_is_asked_of_the_denial(read_text):
    denials, found, _ = told(read_text, DENIAL)
    (line,) = denials.asked(found.groups[0])
    assert line.startswith("Only a party to the conflict denies “its men had shot at the ferry")


def test_words_that_are_quoted_stand_in_one_pair_of_quotation_marks(read_text):
    denials, found, _ = told(read_text, '"We counted nine bodies," the hospital said.')
    (line,) = denials.asked(found.groups[0])
    assert "“We counted nine bodies” (" in line.replace(",”", "”")
    assert '"' not in line


def test_terminal_and_page_call_a_denial_so(read_text):
    _, found, readings = told(read_text, DENIAL)
    console = Console(record=True, width=120)
    show_findings(found, console, every=True, readings=readings)
    assert "denied: its men had shot" in console.export_text()
    page = findings_page(Dossier(title="One", readings=readings, findings=found))
    assert "denied: its men had shot" in page
