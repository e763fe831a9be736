"""The findings as a page and on the terminal."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from firsthand.schema import (
    ComparedClaim,
    ComparedDocument,
    Copy,
    Document,
    Findings,
    Group,
    Origin,
    Reading,
    Span,
    Voice,
)
from firsthand.show.cli import main
from firsthand.show.dossier import Dossier
from firsthand.show.page import findings_page
from firsthand.show.page.quoted import quoted
from firsthand.show.provenance import Node, trees

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'</style></title>{{ 7*7 }}"


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


def claim(document: str, origin: str | None, *voices: str, text: str = "Nine were hurt") -> ComparedClaim:
    return ComparedClaim(
        id=f"{document}/c1.1",
        document=document,
        anchors=(Span(0, len(text)),),
        text=text,
        chain=tuple(Voice(name=name, kind="person") for name in voices),
        certainty="certain",
        polarity="+",
        group="g1",
        origin=origin,
    )


def findings(*claims: ComparedClaim, copies: tuple[Copy, ...] = (), name: str = "the clinic") -> Findings:
    documents = tuple(dict.fromkeys(each.document for each in claims))
    origins = tuple(dict.fromkeys(each.origin for each in claims if each.origin))
    return Findings(
        documents=tuple(ComparedDocument(id=each, publisher=each.upper()) for each in documents),
        claims=claims,
        copies=copies,
        origins=tuple(Origin(id=each, name=name, kind="organisation") for each in origins),
        groups=(
            Group(
                id="g1", text=claims[0].text, claims=tuple(each.id for each in claims), documents=documents,
                origins=origins, independent_first_hands=len(origins), disinterested_first_hands=len(origins),
                untraced=not origins,
            ),
        ),
    )  # fmt: skip


def dossier(found: Findings, title: str = "A case") -> Dossier:
    readings = [
        Reading(document=Document(id=each.id, sha256="0" * 64, text=each.title or "Nine were hurt"))
        for each in found.documents
    ]
    return Dossier(title=title, readings=readings, findings=found)


def names(node: Node) -> list[object]:
    return [node.name, [names(child) for child in node.below]]


def test_a_copy_hangs_under_the_document_that_it_copies():
    copy = Copy(document="b", of="a", kind="light", share=0.9)
    found = findings(claim("a", "o1", "A", "the clinic"), claim("b", "o1", "B", "the clinic"), copies=(copy,))
    assert [names(root) for root in trees(found.groups[0], found)] == [["the clinic", [["A", [["B", []]]]]]]


def test_a_voice_between_stands_between_the_first_hand_and_the_document():
    found = findings(
        claim("a", "o1", "A", "Radio Meridian", "the clinic"), claim("b", None, "B", "residents")
    )
    assert [names(root) for root in trees(found.groups[0], found)] == [
        ["the clinic", [["Radio Meridian", [["A", []]]]]],
        ["untraced", [["residents", [["B", []]]]]],
    ]


@given(
    st.lists(
        st.tuples(st.sampled_from("abcdef"), st.sampled_from(["o1", "o2", None])),
        min_size=1,
        max_size=12,
        unique=True,
    ),
    st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=10),
)
def test_no_document_is_lost_on_the_way_into_the_trees(told, copied):
    copies = tuple(Copy(document=a, of=b, kind="light", share=0.9) for a, b in copied if a != b)
    found = findings(*(claim(document, origin, document, "x") for document, origin in told), copies=copies)

    def leaves(node: Node) -> list[str]:
        own = [node.claim.document] if node.claim else []
        return own + [leaf for child in node.below for leaf in leaves(child)]

    drawn = [leaf for root in trees(found.groups[0], found) for leaf in leaves(root)]
    assert sorted(drawn) == sorted(document for document, _ in told)


def test_hostile_text_stays_text_wherever_it_comes_from():
    found = findings(claim("a", "o1", HOSTILE, HOSTILE, text=HOSTILE), name=HOSTILE)
    documents = (ComparedDocument(id="a", publisher=HOSTILE, title=HOSTILE),)
    page = findings_page(dossier(msgspec.structs.replace(found, documents=documents), HOSTILE))
    tags = Tags()
    tags.feed(page)
    assert {"script", "img", "iframe", "object", "link"}.isdisjoint(tags.tags)
    assert not [name for name, _ in tags.attributes if name.startswith("on")]
    assert "49" not in re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    assert page.count("&lt;script&gt;") >= 5


def test_the_page_needs_nothing_from_elsewhere():
    page = findings_page(dossier(findings(claim("a", "o1", "A", "the clinic"))))
    tags = Tags()
    tags.feed(page)
    pointing = [value for name, value in tags.attributes if name in ("src", "href", "action", "data")]
    assert pointing
    assert all(value and value.startswith("#") for value in pointing)
    assert "url(" not in page
    assert "@import" not in page


@given(st.text(max_size=400), st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), max_size=5))
def test_a_passage_shows_every_meant_word_and_only_words_of_the_text(text, spans):
    spans = [(start, end) for start, end in spans if start < end]
    shown = quoted(text, spans)
    meant = "".join(words for meant, words in shown.pieces if meant)
    covered = {at for start, end in spans for at in range(start, min(end, len(text)))}
    assert meant == "".join(text[at] for at in sorted(covered))
    assert "".join(words for _, words in shown.pieces) in text


@pytest.fixture
def two(tmp_path: Path) -> list[str]:
    (tmp_path / "a.txt").write_text(
        "Nine people were wounded in Ostrel on Friday, Mara Velin, the head of the clinic, said.\n"
    )
    (tmp_path / "b.txt").write_text(
        "Nine people were wounded in Ostrel on Friday, the clinic's head Mara Velin said.\n"
    )
    return [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


def test_compare_writes_a_page_with_both_tellings(two, tmp_path):
    page = tmp_path / "found.html"
    done = CliRunner().invoke(main, ["compare", *two, "--page", str(page)])
    assert done.exit_code == 0, done.output
    assert "Nine people were wounded" in done.output
    assert re.search(r"\b[ab]\.txt\b", done.output), "documents by their file's name"
    assert not re.search(r"\b[0-9a-f]{12}\b", done.output), "not by their hash"
    assert page.read_text(encoding="utf-8").count("<mark>") >= 2


def test_a_case_tells_its_findings(two, tmp_path):
    case = str(tmp_path / "case")
    run = CliRunner()
    run.invoke(main, ["new", case])
    run.invoke(main, ["add", case, *two])
    done = run.invoke(main, ["findings", case, "--json"])
    assert done.exit_code == 0, done.output
    found = msgspec.json.decode(done.stdout.encode(), type=Findings)
    assert {document.id for document in found.documents} == {"d1", "d2"}
    assert any(len(group.documents) == 2 for group in found.groups)


def test_why_tells_a_group_down_to_the_words_of_each_telling(two, tmp_path):
    case = str(tmp_path / "case")
    run = CliRunner()
    run.invoke(main, ["new", case])
    run.invoke(main, ["add", case, *two])
    groups = msgspec.json.decode(run.invoke(main, ["findings", case, "--json"]).stdout.encode())["groups"]
    both = next(group["id"] for group in groups if len(group["documents"]) == 2)
    told = run.invoke(main, ["why", case, both])
    assert told.exit_code == 0, told.output
    assert "Nine people were wounded" in told.stdout
    assert "Mara Velin" in told.stdout
    missing = run.invoke(main, ["why", case, "g999"])
    assert missing.exit_code == 2
    assert "no group g999" in missing.stderr
