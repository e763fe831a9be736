"""What the findings say in words: numbers with their nouns, what parts two groups, the incident as a whole."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from firsthand.schema import (
    Because,
    ComparedClaim,
    ComparedDocument,
    Contradiction,
    Document,
    Findings,
    Group,
    Origin,
    Reading,
    Span,
    Update,
    Verdict,
    Voice,
)
from firsthand.show.dossier import Dossier
from firsthand.show.findings import show_findings
from firsthand.show.findings_order import incident, weightiest
from firsthand.show.page import findings_page
from firsthand.show.phrases import count


def group(name: str, documents: str, origin: str | None = "o1") -> Group:
    return Group(
        id=name,
        text=f"words of {name}",
        claims=(),
        documents=tuple(documents),
        origins=(origin,) if origin else (),
        independent_first_hands=1 if origin else 0,
        disinterested_first_hands=1 if origin else 0,
        untraced=origin is None,
        verdict=Verdict(words="one", credibility=4),
    )


def findings(*groups: Group, documents: str = "abc", **more) -> Findings:
    origins = sorted({name for each in groups for name in each.origins})
    return Findings(
        documents=tuple(ComparedDocument(id=each, publisher=each.upper()) for each in documents),
        groups=groups,
        origins=tuple(
            Origin(id=each, name=each, kind="witness", party_to_conflict=each == "o2") for each in origins
        ),
        **more,
    )


def on_terminal(found: Findings) -> str:
    console = Console(width=200, record=True, file=StringIO())
    show_findings(found, console)
    return console.export_text()


def on_page(found: Findings) -> str:
    readings = [
        Reading(document=Document(id=each.id, sha256="0" * 64, text="words")) for each in found.documents
    ]
    return findings_page(Dossier(title="A case", readings=readings, findings=found))


BOTH = findings(
    group("g1", "ab"),
    group("g2", "c", "o2"),
    group("g3", "b"),
    contradictions=(Contradiction(a="g1", b="g2", field="polarity"),),
    updates=(Update(from_="g1", to="g3", field="number"),),
)


@pytest.mark.parametrize(
    ("number", "noun", "said"),
    [
        (1, "copy", "1 copy"),
        (2, "copy", "2 copies"),
        (1, "update", "1 update"),
        (0, "document", "0 documents"),
    ],
)
def test_a_number_agrees_with_its_noun(number, noun, said):
    assert count(number, noun) == said


@pytest.mark.parametrize("shown", [on_terminal, on_page])
def test_updates_are_listed_with_both_figures(shown):
    said = shown(BOTH)
    assert "Later figures that replace earlier ones" in said
    assert said.index("Later figures") < said.rindex("words of g3")


@pytest.mark.parametrize("shown", [on_terminal, on_page])
def test_what_parts_two_groups_is_said_in_words(shown):
    assert "did or did not" in shown(BOTH)
    assert "polarity" not in shown(BOTH)


def test_numbers_on_the_page_and_the_terminal_agree_with_their_nouns():
    assert "1 contradiction, 1 update" in on_terminal(BOTH)
    page = on_page(BOTH)
    assert "<b>1</b> update</li>" in page
    assert "1 documents" not in page


def test_the_step_of_credibility_is_explained_beside_it():
    assert "credibility 4 of 6: doubtful" in on_page(BOTH)


def test_contradictions_come_first_that_most_documents_tell():
    few, many = Contradiction(a="g1", b="g2", field="number"), Contradiction(a="g3", b="g4", field="number")
    found = findings(
        group("g1", "abc"), group("g2", "a"), group("g3", "ab"), group("g4", "bc"), contradictions=(few, many)
    )
    assert weightiest(found) == [many, few]


def test_the_first_hands_of_one_incident_are_counted_over_all_its_groups():
    said = incident(BOTH)
    assert said is not None
    assert said.startswith("2 independent first hands stand behind what the 3 documents share")
    assert "1 not party" in said
    assert said in on_terminal(BOTH)
    assert said in on_page(BOTH)


def test_documents_of_several_incidents_have_no_figure_as_a_whole():
    assert incident(findings(group("g1", "ab"), group("g2", "cd", "o2"), documents="abcd")) is None
    assert incident(findings(group("g1", "a"), documents="a")) is None


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("origin.bare_word", "untraced: no first hand named"),
        ("origin.from_afar", "untraced: who is named did not see it"),
        ("origin.not_confirmed", "untraced: who is named could not confirm it"),
        ("origin.outlet_not_here", "untraced: the report that it comes from is not here"),
    ],
)
def test_the_terminal_says_why_a_telling_is_not_traced(rule, said):
    telling = ComparedClaim(
        id="a.c1.1",
        document="a",
        anchors=(Span(0, 4),),
        text="nine died",
        chain=(Voice(name="A", kind="outlet"), Voice(name="analysts", kind="unnamed")),
        certainty="certain",
        polarity="+",
        group="g1",
        because=(Because(rule=rule),),
    )
    assert said in on_terminal(findings(group("g1", "ab", None), claims=(telling,)))
