"""Cues that are marks: "Shelling kills four: governor", "Mayor Pavla Trent: 'Four people are dead.'"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.extract.attribution_found import Found, trimmed
from firsthand.extract.attribution_grammar import FINITE, Scene
from firsthand.extract.quotes import Quotation
from firsthand.extract.voices_kinds import kind_of_word, telling
from firsthand.extract.voices_turns import turns_of_speech
from firsthand.resources.parser import Token
from firsthand.rules import rule
from firsthand.schema import Span


def mark_cues(scene: Scene) -> Iterator[Found]:
    """Attributions whose cue is a colon, or in a headline a dash."""
    turns = turns_of_speech(scene) or []
    yield from turns
    opened = {one.source[0].start for one in turns}
    for token in scene.tokens:
        if token.text not in _MARKS or scene.level(token) >= 0 or scene.in_stamp(token):
            continue
        found = (colon_before(scene, token) if token.text == ":" else None) or colon_after(scene, token)
        if found is not None and found.source[0].start not in opened:
            yield found


_DASHES = ("—", "–", "-", "--")
_MARKS = frozenset({":", *_DASHES})


@rule(
    "attribution.colon",
    means="a name with a colon before a quotation, or in a headline before a sentence, is who says it",
    fires=(
        'Ilse Brandt, the ferry master: ["Nobody came that night."]',
        "Ministry: [Bridge will reopen by May]",
        "Ministry: [bridge hit]; rebels reject claim",
    ),
    silent='The list has three entries: "North Gate", "South Gate" and "Mill".',
    gives={"type": "direct"},
)
def colon_before(scene: Scene, colon: Token) -> Found | None:
    """The name before the colon as source, the quotation or the headline's sentence behind it as content."""
    low, _ = scene.bounds(colon)
    while low < colon.i and scene.tokens[low].lower in ("then", "and", "but", "later", "now"):
        low += 1
    words = scene.tokens[low : colon.i]
    quotation = _quoted_behind(scene, colon)
    content = quotation.span if quotation is not None else _headline_behind(scene, colon)
    if content is None or not words or len(words) > _LONGEST_LABEL or any(_says_something(t) for t in words):
        return None
    voice = _voice(list(words)) if quotation is not None or not _a_topic(scene, colon) else None
    span = trimmed(scene.parse, low, colon.i)
    if voice is None or span is None or (quotation is None and not _stands_for_itself(voice)):
        return None
    return Found(
        (content,), () if quotation is not None else (colon.span,), (span,), voice=voice,
        quoted=quotation is not None, reasons=(colon_before.because(content),),
    )  # fmt: skip


_LONGEST_LABEL = 16


def _a_topic(scene: Scene, colon: Token) -> bool:
    """ "Orlan: an attack leaves three dead": one name, and in lower case what happened there."""
    behind = scene.next_to(colon.i + 1)
    before = scene.next_to(colon.i - 1)
    if behind is None or before is None or kind_of_word(before) is not None or telling(before):
        return False
    return before.i == scene.sentence(colon).first and behind.text in ("a", "an")


def _says_something(token: Token) -> bool:
    return token.tag in FINITE or (token.pos == "VERB" and token.tag != "VBN")


def _quoted_behind(scene: Scene, colon: Token) -> Quotation | None:
    """The quotation right behind a colon, if it is a sentence."""
    quotation = next(
        (q for q in scene.quotations_near(colon) if q.span.start >= colon.end and q.depth == 0), None
    )
    if quotation is None or scene.parse.text[colon.end : quotation.span.start].strip():
        return None
    return quotation if scene.sentence_like(quotation) else None


def _headline(scene: Scene, mark: Token) -> Span | None:
    """The paragraph of a mark where it is one short line without a stop and without a second colon."""
    paragraph = scene.document.paragraphs[scene.sentence(mark).paragraph]
    text = paragraph.words(scene.parse.text)
    if len(text) > _LONGEST_HEADLINE or text[-1:] in '.!?"”' or text.count(":") != (mark.text == ":"):
        return None
    return paragraph


_LONGEST_HEADLINE = 160


def _headline_behind(scene: Scene, colon: Token) -> Span | None:
    """The words behind "UN:" in a headline, if they hold a finite verb."""
    paragraph = _headline(scene, colon)
    first = scene.parse.first_from(paragraph.start) if paragraph is not None else colon.i
    if paragraph is None or not 1 <= colon.i - first <= _LONGEST_NAME:
        return None
    last = scene.parse.first_from(paragraph.end)
    parted = next((t.i for t in scene.tokens[colon.i + 1 : last] if t.text == ";"), last)
    if not any(t.tag in FINITE or t.tag == "VBN" for t in scene.tokens[colon.i + 1 : parted]):
        return None
    return trimmed(scene.parse, colon.i + 1, parted)


_LONGEST_NAME = 5


def _stands_for_itself(voice: Token) -> bool:
    """Whether a word names somebody, and not what a headline is about, as a country or a film does."""
    kind = kind_of_word(voice)
    if kind in ("footage", "document") or voice.lower in _CREDITS or voice.entity in ("GPE", "LOC", "NORP"):
        return False
    return kind is not None or telling(voice) or voice.entity == "PERSON"


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
    means="a headline names who says it behind a colon or a dash",
    fires=("Shelling kills four in Velny[:] governor", "Two shells hit market [–] army"),
    silent="The prices for the week are as follows: bread",
)
def colon_after(scene: Scene, mark: Token) -> Found | None:
    """One line without a stop: what is said, a colon or dash, a short name of somebody who can speak."""
    paragraph = _headline(scene, mark)
    if paragraph is None or (mark.text in _DASHES and not _spaced(scene, mark)):
        return None
    first, last = scene.parse.first_from(paragraph.start), scene.parse.first_from(paragraph.end)
    before = scene.tokens[first : mark.i]
    behind = _who(scene.tokens[mark.i + 1 : last])
    if not 1 <= len(behind) <= _LONGEST_NAME + 1 or len(before) < 3 or before[-1].lower in _CREDITS:
        return None
    voice = _voice(behind)
    if voice is None or not _stated(scene, mark, before, behind, voice):
        return None
    content = trimmed(scene.parse, first, mark.i)
    source = trimmed(scene.parse, behind[0].i, behind[-1].i + 1)
    if content is None or source is None:
        return None
    return Found((content,), (mark.span,), (source,), reasons=(colon_after.because(mark.span),), voice=voice)


def _spaced(scene: Scene, mark: Token) -> bool:
    around = scene.parse.text[max(0, mark.start - 1) : mark.end + 1]
    return len(around) > len(mark.text) + 1 and around[0].isspace() and around[-1].isspace()


def _who(behind: Sequence[Token]) -> list[Token]:
    """The name behind a mark, without what it speaks of: "Marek Osk on the volunteers"."""
    cut = next((n for n, t in enumerate(behind) if t.lower in ("on", "about") and n > 0), len(behind))
    return list(behind[:cut])


def _stated(scene: Scene, mark: Token, before: Sequence[Token], behind: list[Token], voice: Token) -> bool:
    """Whether the words before a mark say something that the ones behind it may have said."""
    joined = any(_says_something(t) or t.lower in (",", "&", "and", "or") for t in behind)
    if joined or behind[0].lower in ("a", "an"):
        return False
    quoted = any(q.span.start == before[0].start and q.span.end >= before[-1].end for q in _at(scene, before))
    if quoted and any(_says_something(t) for t in before):
        return True
    plain = kind_of_word(voice) is not None or telling(voice)
    if mark.text in _DASHES:
        return plain and any(t.tag in (*FINITE, "VBN") for t in before) and voice.head.i <= voice.i
    if any(t.pos in ("VERB", "AUX") for t in before):
        return True
    return _stands_for_itself(voice) and len(behind) <= _FEW and before[-1].pos in ("NOUN", "PROPN")


def _at(scene: Scene, words: Sequence[Token]) -> list[Quotation]:
    return scene.quotations_in(Span(words[0].start, words[0].end))


_FEW = 2
