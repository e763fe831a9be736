"""What belongs together: a quotation that goes on, one over several paragraphs, one that stands alone."""

from __future__ import annotations

from firsthand.extract.attribution_found import Found, joined, minus, spans_of
from firsthand.extract.attribution_grammar import Scene, noun_phrase
from firsthand.extract.quotes import Quotation
from firsthand.extract.voices_kinds import kind_of_word
from firsthand.resources.parser import Token
from firsthand.rules import rule
from firsthand.schema import Span


def link(scene: Scene, found: list[Found]) -> list[Found]:
    """Whole contents: quotations completed, continued and, where nobody claims them, taken as they stand."""
    for one in found:
        one.content = square(scene, one)
    found = [one for one in found if one.content]
    found.sort(key=lambda one: one.start)
    continued: dict[int, Found] = {}
    for number, quotation in enumerate(scene.quotations):
        if quotation.depth != 0:
            continue
        owner = _owner(found, quotation)
        if owner is None:
            owner = continuation(scene, found, quotation) or reopened(scene, number, continued)
            if owner is not None:
                owner.content = joined((*owner.content, quotation.span))
            elif (alone := standing_alone(scene, quotation)) is not None:
                owner = alone
                found.append(alone)
        if owner is not None:
            continued[number] = owner
    found.sort(key=lambda one: (one.start, -one.extent.end))
    return found


def square(scene: Scene, one: Found) -> tuple[Span, ...]:
    """A content that cuts a quotation is widened to hold it whole, when its cue stands outside that quotation."""
    marks = (*one.cue, *one.source)
    pieces = []
    for piece in one.content:
        start, end = piece
        for quotation in scene.quotations_in(piece):
            span = quotation.span
            if any(span.overlaps(mark) for mark in marks):
                continue
            if span.start < end < span.end or span.start < start < span.end:
                start, end = min(start, span.start), max(end, span.end)
            elif end == span.end - 1 or start == span.start + 1:
                start, end = min(start, span.start), max(end, span.end)
        pieces.append(Span(start, end))
    return minus(pieces, marks_outside(one))


def marks_outside(one: Found) -> tuple[Span, ...]:
    """The cue and source spans, which a content leaves out."""
    return (*one.cue, *one.source)


def _owner(found: list[Found], quotation: Quotation) -> Found | None:
    """The attribution whose content holds the quotation, the innermost one."""
    inner = quotation.inner
    holders = [
        one for one in found if any(p.start <= inner.start and inner.end <= p.end for p in one.content)
    ]
    if holders:
        return min(holders, key=lambda one: one.extent.end - one.extent.start)
    partly = [
        one
        for one in found
        if one.quoted
        and any(p.overlaps(quotation.span) for p in one.content)
        and not any(quotation.span.holds(mark) for mark in (*one.cue, *one.source))
    ]
    return partly[0] if partly else None


@rule(
    "attribution.goes_on",
    means="a quotation after one whose speaker has just been named is the same speaker's",
    fires='"Nobody came," said Mirek Tal. ["Nobody had been told."]',
    silent='"Nobody came," said Mirek Tal. "We did," said Ilse Brandt.',
)
def continuation(scene: Scene, found: list[Found], quotation: Quotation) -> Found | None:
    """The attribution that a quotation without a cue goes on with, in the same paragraph."""
    before = [
        one for one in found
        if one.quoted and one.cue and one.start < quotation.span.start and _paragraph(scene, one.start) == quotation.paragraph
    ]  # fmt: skip
    if not before:
        return None
    last = max(before, key=lambda one: max(one.extent.end, one.cue[-1].end))
    end = max(last.extent.end, last.cue[-1].end, *(s.end for s in last.source), 0)
    between = scene.parse.tokens[scene.parse.first_from(end) : scene.parse.first_from(quotation.span.start)]
    ends = sum(t.text in (".", "!", "?") for t in between)
    if ends > 1 or len(between) > 60 or _other_voice(found, last, end, quotation.span.start):
        return None
    last.reasons = (*last.reasons, continuation.because(quotation.span))
    return last


def _other_voice(found: list[Found], last: Found, start: int, end: int) -> bool:
    return any(
        one is not last and one.quoted and any(start <= c.start < end for c in one.cue) for one in found
    )


@rule(
    "attribution.opened_again",
    means="a quotation that its paragraph leaves open goes on where the next paragraph opens it again",
    fires='Mirek Tal said: "Nobody came.\n\n["Nobody had been told."]',
    silent='Mirek Tal said: "Nobody came."\n\nIlse Brandt said: "We did."',
)
def reopened(scene: Scene, number: int, continued: dict[int, Found]) -> Found | None:
    """The attribution of the quotation that the paragraph before left open."""
    quotation, before = scene.quotations[number], scene.outer_before(number)
    if before is None or scene.quotations[before].closed or before not in continued:
        return None
    if quotation.paragraph != scene.quotations[before].paragraph + 1 or not _opens_paragraph(
        scene, quotation
    ):
        return None
    owner = continued[before]
    owner.reasons = (*owner.reasons, reopened.because(quotation.span))
    return owner


def _opens_paragraph(scene: Scene, quotation: Quotation) -> bool:
    return quotation.span.start <= scene.document.paragraphs[quotation.paragraph].start + 1


@rule(
    "attribution.stands_alone",
    means="a quotation of a whole sentence that no cue introduces is somebody's words all the same",
    fires='The ferry master shook his head. ["Nobody came that night."]',
    silent='The novel "Nobody came" is set in a town by the sea.',
    gives={"type": "direct"},
)
def standing_alone(scene: Scene, quotation: Quotation) -> Found | None:
    """A quotation that is a sentence of its own; its voice is left open, with the person spoken of before noted."""
    tokens = scene.parse.within(quotation.inner)
    if (
        sum(t.pos != "PUNCT" for t in tokens) < 3
        or scene.parse.text[quotation.inner.start].isspace()
        or not _own_sentence(scene, quotation, tokens)
    ):
        return None
    voice = _signed(scene, quotation) or _spoken_of(scene, quotation)
    source = noun_phrase(scene, voice) if voice is not None else []
    return Found(
        (quotation.span,), (), spans_of(source), reasons=(standing_alone.because(quotation.span),), voice=voice, quoted=True,
    )  # fmt: skip


def _own_sentence(scene: Scene, quotation: Quotation, tokens: list[Token]) -> bool:
    text = scene.parse.text
    before = text[: quotation.span.start].rstrip()[-1:] if quotation.span.start else ""
    paragraph = scene.document.paragraphs[quotation.paragraph]
    opens = quotation.span.start == paragraph.start or before in '.!?:”"’'
    closes = (
        not quotation.closed
        or text[quotation.span.end - 2 : quotation.span.end - 1] in ".!?…"
        or (quotation.span.end >= paragraph.end or text[quotation.span.end : quotation.span.end + 1] == ".")
    )
    return opens and closes and scene.sentence_like(quotation)


def _signed(scene: Scene, quotation: Quotation) -> Token | None:
    """The name behind a dash after a quotation: "..." — Mirek Tal."""
    i = scene.parse.first_from(quotation.span.end)
    dash, name = scene.next_to(i), scene.next_to(i + 1)
    if (
        dash is None
        or name is None
        or dash.text not in ("—", "–", "―", "--", "-")
        or name.pos not in ("PROPN", "NOUN")
    ):
        return None
    while (
        name.head is not name
        and name.head.i > i
        and name.head.i - name.i < 6
        and name.head.pos in ("PROPN", "NOUN")
    ):
        name = name.head
    return name


def _spoken_of(scene: Scene, quotation: Quotation) -> Token | None:
    """The subject of the sentence before in the same paragraph, when it is somebody who can speak."""
    before = scene.next_to(scene.parse.first_from(quotation.span.start) - 1)
    if before is None or scene.sentence(before).paragraph != quotation.paragraph or scene.level(before) >= 0:
        return None
    tokens = scene.parse.tokens_of(scene.sentence(before))
    subjects = [t for t in tokens if t.dep in ("nsubj", "nsubjpass") and scene.level(t) < 0]
    first = subjects[0] if subjects else None
    if first is None or any(t.tag == "WDT" for t in first.children):
        return None
    speaks = (
        first.lower in ("he", "she", "they", "it") or first.pos == "PROPN" or kind_of_word(first) is not None
    )
    return first if speaks else None


def _paragraph(scene: Scene, start: int) -> int:
    i = min(scene.parse.first_from(start), len(scene.tokens) - 1)
    return scene.sentence(scene.tokens[i]).paragraph
