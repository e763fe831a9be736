"""Who said it: chains of voices, their laws, and texts that nobody wrote."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.extract.attribution import attributions, find, settled
from firsthand.extract.attribution_grammar import Scene
from firsthand.extract.attribution_known import known
from firsthand.extract.footage import footage_mentions
from firsthand.ingest.paragraphs import paragraphs
from firsthand.resources import default_instruments
from firsthand.resources.parser import Parse
from firsthand.schema import Attribution, Document, words


def chains(found: tuple[Attribution, ...]) -> list[str]:
    """The chains of a text as people write them, each voice that speaks for itself or passes on."""
    by_id = {one.id: one for one in found}
    parents = {one.parent for one in found}
    lines = []
    for one in found:
        if one.id in parents:
            continue
        names: list[str] = []
        at: Attribution | None = one
        while at is not None:
            names.append(at.source_name or "unnamed")
            at = by_id[at.parent] if at.parent else None
        lines.append(" < ".join(reversed(names)))
    return lines


CHAINS = [
    # plain reports
    ("The mayor said that two shells fell.", ["The mayor"]),
    ("Two shells fell near the market, Ilse Brandt told Radio Meridian on Tuesday.", ["Ilse Brandt"]),
    ("Two shells fell, according to the hospital.", ["the hospital"]),
    ("According to the hospital, two shells fell.", ["the hospital"]),
    ("“Two shells fell,” said Mirek Tal, the ferry master. “Nobody was hurt.”", ["Mirek Tal"]),
    ("“Two shells,” Mirek Tal said, “fell near the market.”", ["Mirek Tal"]),
    ("Shelling kills four in Velny: governor", ["governor"]),
    ("The shells, the mayor said, came from the ridge.", ["the mayor"]),
    # nested
    ("Radio Meridian reported that the army said the bridge was mined.", ["Radio Meridian < the army"]),
    ("The Kestrel Group said residents told it that shells fell.", ["The Kestrel Group < residents"]),
    (
        "Radio Meridian reported that a video released by the 14th Brigade shows carriers believed to be foreign.",
        ["Radio Meridian < video < unnamed"],
    ),
    (
        "Interline quoted a nurse as saying that her colleague told her the ward was full.",
        ["Interline < a nurse < her colleague"],
    ),
    ("The agency said the men were arrested, citing two officials.", ["The agency < two officials"]),
    (
        "Residents of Orlan told the Kestrel Group that two shells landed, the group said.",
        ["Kestrel Group < Residents of Orlan"],
    ),
    ("“My uncle said, ‘They are coming,’” Ilse Brandt recalled.", ["Ilse Brandt < My uncle"]),
    ("The ministry denied reports that the depot had burned.", ["The ministry < unnamed"]),
    ("The crater is believed to be old, two engineers told Northline.", ["two engineers < unnamed"]),
    ("A guard said he had been told to say the gate was closed.", ["A guard < unnamed < A guard"]),
    ("The monitors said the army claimed to have shot down the drone.", ["The monitors < the army"]),
    # discontinuous and inverted
    ("“We left,” she said, “at dawn.”", ["she"]),
    ("The bridge, said the engineer, was mined.", ["the engineer"]),
    ("Asked whether the army had fired, the colonel said: “No.”", ["unnamed", "the colonel"]),
    # one voice, several acts
    ("The mayor wrote that the tower was hit, adding that nobody died.", ["The mayor", "The mayor"]),
    ("The minister denied the report and called it “a crude montage”.", ["The minister", "The minister"]),
    (
        "Police said the men had fled, but witnesses said they were shot.",
        ["Police", "witnesses"],
    ),
    (
        "Monitors accuse the guards of beating detainees, while the guards deny it.",
        ["Monitors", "the guards"],
    ),
    # hedged
    ("The commander allegedly ordered the retreat.", ["unnamed"]),
    ("It is feared that the ward may close.", ["unnamed"]),
    ("Concerns are growing that the dam will break.", ["unnamed"]),
    ("Three soldiers are reported to have been wounded.", ["unnamed"]),
    ("Fatigue is cited as the main factor.", ["unnamed"]),
    ("Northline could not independently verify the footage.", ["Northline"]),
    ("The army neither confirmed nor denied that it had fired.", ["The army"]),
    ("Monitors found no evidence that the bridge was mined.", ["Monitors"]),
    # who it was
    ("Mirek Tal said two shells fell. He said nobody was hurt.", ["Mirek Tal", "Mirek Tal"]),
    ("Lee Il Woo said it rained. “It was cold,” Lee added.", ["Lee Il Woo", "Lee Il Woo"]),
    ("A nurse who said that shells fell was crying.", ["A nurse"]),
    (
        "The Kestrel Group said shells fell. The group said nobody was hurt.",
        ["The Kestrel Group", "The Kestrel Group"],
    ),
    # footage and papers
    ("Satellite images show three craters near the depot.", ["Satellite images"]),
    ("The video appears to show a soldier falling.", ["video"]),
    ("The brigade posted a video it said showed captured vehicles.", ["The brigade"]),
    ("A report by the council found that the well was poisoned.", ["A report by the council"]),
    # nothing is said
    ("The novel “The Long Siege” is set in a town by the sea.", []),
    ("He told his children a story in the cellar.", []),
    ("The so called “North Gate” is a bridge.", []),
    ("They spoke on Monday.", []),
]


@pytest.mark.parametrize(("text", "expected"), CHAINS, ids=[text for text, _ in CHAINS])
def test_chains_lead_from_the_outermost_voice_to_the_innermost(text, expected, read_text):
    assert sorted(chains(read_text(text).attributions)) == sorted(expected)


CONTENTS = [
    ("The mayor said that two shells fell.", "that two shells fell"),
    ("Two shells fell, the mayor said.", "Two shells fell"),
    ("“We left,” she said, “at dawn.”", "“We left,” … “at dawn.”"),
    ("The shells, the mayor said, came from the ridge.", "The shells … came from the ridge"),
    ("The mayor told Radio Meridian by phone that two shells fell.", "that two shells fell"),
    (
        "The mayor said the plan was “a crude montage” made abroad.",
        "the plan was “a crude montage” made abroad",
    ),
    ("The governor urged residents to stay indoors.", "to stay indoors"),
    ("The mayor wrote that the tower was hit, adding that nobody died.", "that the tower was hit"),
    ("Mirek Tal said: “One.\n\n“Two.\n\n“Three.”", "“One. … “Two. … “Three.”"),
]


@pytest.mark.parametrize(("text", "expected"), CONTENTS, ids=[text for text, _ in CONTENTS])
def test_the_content_is_all_that_is_said_and_no_more(text, expected, read_text):
    found = read_text(text).attributions
    assert words(text, found[0].content) == expected


def test_a_quotation_is_direct_and_a_report_indirect(read_text):
    kinds = {
        "“We left at dawn,” she said.": "direct",
        "She said they left at dawn.": "indirect",
        "She said they left “at dawn” by boat.": "mixed",
    }
    assert {text: read_text(text).attributions[0].type for text in kinds} == kinds


BARE = [
    "The mayor said that two shells fell.",
    "Two shells fell, according to the hospital.",
    "The ministry did not say how many were hurt.",
    "The crater is believed to be old.",
    "Analysts fear that the dam may break.",
    "The commander allegedly ordered the retreat.",
    "“We left,” said Mirek Tal, the ferry master. “Nobody came.”",
    "Monitors found no evidence that the bridge was mined.",
]


@pytest.mark.parametrize("text", BARE)
def test_bare_spans_of_another_finder_are_read_like_those_of_the_rules(text):
    document, parse = _parsed(text)
    scene = Scene(document, parse)
    by_rules = settled(scene, find(scene))
    bare = [known(scene, one.content, one.cue, one.source) for one in find(scene)]
    keep = ("content", "source_name", "source_kind", "certainty", "polarity", "type", "kind", "parent")
    assert [[getattr(one, k) for k in keep] for one in settled(scene, bare)] == [
        [getattr(one, k) for k in keep] for one in by_rules
    ]


FRAGMENTS = st.sampled_from(
    ["The mayor said", "that", "“", "”", '"', "‘", "’", "'", ",", ".", "\n\n", "two shells fell", "allegedly", "he", "told",
     "according to", "Ilse Brandt", "the army denied", "a video shows", "(", ")", ":", ";", "—", "😀", "\x00", "говорит",
     "as saying", "cited", "no evidence that", "who", "is believed to", "claims"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(FRAGMENTS, max_size=30).map(" ".join))
def test_every_text_is_read_and_every_span_lies_in_it(text):
    found = _read(text)
    ids = {one.id for one in found}
    for one in found:
        for role in (one.content, one.cue, one.source):
            assert all(0 <= span.start < span.end <= len(text) for span in role)
            assert all(a.end <= b.start for a, b in pairwise(role))
        assert one.content
        assert one.parent is None or one.parent in ids
        assert all(0 <= a.start <= a.end <= len(text) for reason in one.because for a in reason.anchors)
    assert all(_depth(one, found) <= len(found) for one in found)


@pytest.mark.parametrize(
    "text", ["", " ", "(" * 2_000, '"' * 1_000, "\x00", "😀" * 300, "said " * 1_000, "‘“" * 500]
)
def test_texts_that_nobody_wrote_are_read_without_complaint(text):
    _read(text)


def _depth(one: Attribution, found: tuple[Attribution, ...]) -> int:
    by_id = {other.id: other for other in found}
    depth = 0
    while one.parent is not None and depth <= len(found):
        one, depth = by_id[one.parent], depth + 1
    return depth


def _parsed(text: str) -> tuple[Document, Parse]:
    document = Document(id="d", sha256="0" * 64, text=text, language="en", paragraphs=paragraphs(text))
    return document, default_instruments().parser.parse(text, document.paragraphs)


def _read(text: str) -> tuple[Attribution, ...]:
    document, parse = _parsed(text)
    found = attributions(document, parse)
    footage_mentions(parse, found)
    return found
