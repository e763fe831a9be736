"""A claim that somebody denies is never shown in the bare words of what is denied."""

from __future__ import annotations

import msgspec
import pytest
from rich.console import Console

from firsthand.ingest import text_document
from firsthand.pipeline import compare, read_document
from firsthand.schema import Hints
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


TALLIES = {
    "Harbour Post": "Nine people were killed at Tarn market on Tuesday, the mayor of Tarn said.",
    "Hill Post": "A hospital doctor, Ada Lenk, put the dead of Tuesday’s attack on the market in Tarn at 14.",
    "Valley Post": CHARGE,
    "Coast Post": DENIAL,
}


@pytest.fixture(scope="module")
def quarrelling(instruments):
    """What four documents say together, denials among it."""
    readings = [
        read_document(
            text_document(
                text, Hints(name=name, published="2031-03-14", publisher=name), id=f"d{n}", language="en"
            ),
            instruments,
        )
        for n, (name, text) in enumerate(TALLIES.items(), 1)
    ]
    found = compare(readings)
    return Denials(found, readings), found, {each.document.id: each.document.text for each in readings}


def test_a_contradiction_is_shown_in_the_words_that_contradict(quarrelling):
    denials, found, text = quarrelling
    groups = {each.id: each for each in found.groups}
    fields = {pair.field for pair in found.contradictions}
    assert fields == {"number", "polarity"}
    for pair in found.contradictions:
        for name, anchor in zip((pair.a, pair.b), pair.anchors, strict=True):
            shown = denials.in_quarrel(pair, groups[name]).removeprefix("denied: ")
            assert shown
            assert shown in text[anchor.document][anchor.start :]
            bare = msgspec.structs.replace(pair, anchors=())
            assert denials.in_quarrel(bare, groups[name]) == denials.worded(groups[name])


def test_what_is_denied_is_called_so_among_contradictions_too(quarrelling):
    denials, found, _ = quarrelling
    pair = next(each for each in found.contradictions if each.field == "polarity")
    shown = [denials.in_quarrel(pair, each) for each in found.groups if each.id in (pair.a, pair.b)]
    assert sorted(each.startswith("denied: ") for each in shown) == [False, True]
