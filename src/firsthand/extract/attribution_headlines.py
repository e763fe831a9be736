"""Cues that are marks: "Shelling kills four: governor", "Mayor Pavla Trent: 'Four people are dead.'"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.extract.attribution_found import Found, trimmed
from firsthand.extract.attribution_grammar import FINITE, Scene
from firsthand.extract.voices_kinds import kind_of_word
from firsthand.resources.parser import Token
from firsthand.rules import rule
from firsthand.schema import Span


def mark_cues(scene: Scene) -> Iterator[Found]:
    """Attributions whose cue is a colon."""
    yield from turns_of_speech(scene) or ()
    for token in scene.tokens:
        if token.text != ":" or scene.level(token) >= 0:
            continue
        found = colon_before(scene, token) or colon_after(scene, token)
        if found is not None:
            yield found


@rule(
    "attribution.colon",
    means="a name with a colon before a quotation is who says it",
    fires='Ilse Brandt, the ferry master: ["Nobody came that night."]',
    silent='The list has three entries: "North Gate", "South Gate" and "Mill".',
    gives={"type": "direct"},
)
def colon_before(scene: Scene, colon: Token) -> Found | None:
    """The name before the colon as source, the quotation behind it as content."""
    low, _ = scene.bounds(colon)
    words = scene.tokens[low : colon.i]
    quotation = next(
        (q for q in scene.quotations_near(colon) if q.span.start >= colon.end and q.depth == 0), None
    )
    if (
        quotation is None
        or scene.parse.text[colon.end : quotation.span.start].strip()
        or not scene.sentence_like(quotation)
    ):
        return None
    if (
        not words
        or len(words) > 16
        or any(t.tag in FINITE or (t.pos == "VERB" and t.tag != "VBN") for t in words)
    ):
        return None
    voice = _voice(list(words))
    if voice is None:
        return None
    span = trimmed(scene.parse, low, colon.i)
    if span is None:
        return None
    return Found(
        (quotation.span,), (), (span,), voice=voice, quoted=True,
        reasons=(colon_before.because(quotation.span),),
    )  # fmt: skip


def _voice(words: list[Token]) -> Token | None:
    """The head of a name or role; None where the words name nobody who can speak."""
    inside = {t.i for t in words}
    heads = [
        t for t in words if t.pos in ("NOUN", "PROPN", "PRON") and (t.head.i not in inside or t.head is t)
    ]
    heads = heads or [t for t in words if t.pos in ("NOUN", "PROPN", "PRON")][-1:]
    for head in heads:
        if (
            head.entity in ("PERSON", "ORG", "GPE", "NORP")
            or head.pos == "PROPN"
            or kind_of_word(head) is not None
        ):
            return head
    return None


_CREDITS = frozenset(
    {"image", "photo", "picture", "credit", "source", "caption", "by", "video", "tags", "tag"}
)


@rule(
    "attribution.headline",
    means="a headline names who says it behind a colon",
    fires="Shelling kills four in Velny[:] governor",
    silent="The prices for the week are as follows: bread",
)
def colon_after(scene: Scene, colon: Token) -> Found | None:
    """One line without a stop: what is said, a colon, a short name of somebody who can speak."""
    sentence = scene.sentence(colon)
    paragraph = scene.document.paragraphs[sentence.paragraph]
    text = paragraph.words(scene.parse.text)
    if len(text) > 160 or text[-1:] in '.!?"”' or text.count(":") != 1:
        return None
    first, last = scene.parse.first_from(paragraph.start), scene.parse.first_from(paragraph.end)
    behind, before = scene.tokens[colon.i + 1 : last], scene.tokens[first : colon.i]
    if not 1 <= len(behind) <= 5 or len(before) < 3 or any(t.tag in FINITE for t in behind):
        return None
    voice = _voice(list(behind))
    if voice is None or before[-1].lower in _CREDITS or not any(t.pos in ("VERB", "AUX") for t in before):
        return None
    content, source = trimmed(scene.parse, first, colon.i), trimmed(scene.parse, colon.i + 1, last)
    if content is None or source is None:
        return None
    return Found(
        (content,), (colon.span,), (source,), reasons=(colon_after.because(colon.span),), voice=voice
    )


_LABEL = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}:\s+(?=\S)")


@rule(
    "attribution.transcript",
    means="in a transcript each paragraph opens with the name of who speaks and a colon",
    fires="TAL: Nobody came.\n\nBRANDT: [We had no boat.]\n\nTAL: And the radio?\n\nBRANDT: It was dead.",
    silent="Prices: Bread costs more.\n\nThe mayor said that nobody came.",
)
def turns_of_speech(scene: Scene) -> list[Found] | None:
    """The paragraphs of a transcript, if at least four open with a label and one label speaks twice."""
    text = scene.parse.text
    opened = [
        (paragraph, match)
        for paragraph in scene.document.paragraphs
        if (match := _LABEL.match(text, paragraph.start, min(paragraph.end, paragraph.start + 60)))
    ]
    labels = [match.group().rstrip(": \t") for _, match in opened]
    if len(labels) < _FEWEST_TURNS or len(set(labels)) == len(labels) or len(set(labels)) < _FEWEST_SPEAKERS:
        return None
    found = []
    for (paragraph, match), label in zip(opened, labels, strict=True):
        source = Span(paragraph.start, paragraph.start + len(label))
        content = Span(match.end(), paragraph.end)
        voice = scene.next_to(scene.parse.first_from(source.start))
        reasons = (turns_of_speech.because(content),)
        found.append(Found((content,), (), (source,), reasons=reasons, voice=voice, quoted=True))
    return found


_FEWEST_TURNS = 4
_FEWEST_SPEAKERS = 2
