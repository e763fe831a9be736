"""Accounts in the first person that are not the outlet's: "I keep bees, writes Greta Amsel. A streak rose".

The sentence names the author; the text goes on in the first person, without quotation marks, and is the
author's up to the last sentence that says "I" or "we". So with a text under a byline of somebody who is no
journalist ("By Ilse Brandt, nurse"), a letter signed by name, and a diary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from firsthand.extract.attribution_found import Found, joined
from firsthand.extract.attribution_grammar import Scene
from firsthand.extract.voices_kinds import kind_of_word
from firsthand.resources.capitals import cased
from firsthand.resources.parser import Sentence, Token
from firsthand.rules import all_rules, rule
from firsthand.schema import Span, Spans

_FIRST = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"})
_ALONE = frozenset({"i", "me", "my", "mine", "myself"})
_OUTLETS = re.compile(
    r"\b(?:told|tells|showed|shows)\s+(?:us|me)\b|\b[Oo]ur\s+(?:own\s+)?(?:\w+\s+)?(?:reporters?|correspondents?|"
    r"newsroom|journalists?|photographers?|readers|request|questions?)\b|\b[Ww]e\s+(?:met|spoke|asked|contacted|"
    r"have\s+asked|could\s+not\s+reach|reached|interviewed)\b"
)
"""Words by which "we" and "us" are the outlet's."""
_FARTHEST = 40
"""Sentences over which an account is followed without a word of the first person."""


def contributed(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions, those of authors with all that they go on to tell, and one of who signs the text."""
    by_sentence: dict[int, list[Found]] = {}
    for one in found:
        for token in scene.parse.within(one.cue[0])[:1] if one.cue else ():
            by_sentence.setdefault(token.sentence, []).append(one)
    made, until = [], 0
    for one in sorted(found, key=lambda each: each.start):
        more = goes_on_in_first_person(scene, one, by_sentence) if one.start >= until else None
        if more is None:
            made.append(one)
            continue
        until = more[-1].end
        one.content = joined((*one.content, *more))
        one.reasons = (*one.reasons, goes_on_in_first_person.because(more[0]))
        made.append(one)
    if not until and (signed := signed_account(scene)) is not None:
        made.append(signed)
    return made


@rule(
    "attribution.first_person_goes_on",
    means="who tells in the first person without quotation marks goes on while the text says I or we",
    fires="I keep bees by the fence, writes Greta Amsel. [A streak rose up. I told the police.]",
    silent=(
        "I keep bees by the fence, writes Greta Amsel. A streak rose up.",
        "The fence is old, writes Greta Amsel. A streak rose. I told the police.",
    ),
    gives={"source_name": "Greta Amsel"},
)
def goes_on_in_first_person(scene: Scene, one: Found, by_sentence: dict[int, list[Found]]) -> Spans | None:
    """The sentences behind the one that names the author, up to the last in the first person."""
    if not _own_account(scene, one):
        return None
    here = scene.sentence(scene.parse.within(one.cue[0])[0])
    last = _quoted_at_once(scene, here, by_sentence)
    for number in range((last or here).i + 1, min(here.i + _FARTHEST, len(scene.parse.sentences))):
        sentence = scene.parse.sentences[number]
        tokens = scene.parse.tokens_of(sentence)
        if last is not None and number - last.i > _FARTHEST // 4:
            break
        said = scene.parse.text[tokens[0].start : tokens[-1].end] if tokens else ""
        if (
            not tokens
            or _OUTLETS.search(said)
            or any(_of_another(scene, each) for each in by_sentence.get(number, ()))
        ):
            break
        if any(t.lower in _FIRST for t in tokens if scene.level(t) < 0):
            last = sentence
    if last is None:
        return None
    return tuple(_by_paragraph(scene, here, last))


def _quoted_at_once(scene: Scene, here: Sentence, by_sentence: dict[int, list[Found]]) -> Sentence | None:
    """The last sentence of a quotation that follows at once, where no cue of its own stands beside it."""
    first = scene.next_to(here.last)
    if first is None or scene.sentence(first).paragraph != here.paragraph:
        return None
    quotation = next((q for q in scene.quotations_near(first) if q.span.start == first.start), None)
    inside = scene.parse.within(quotation.span) if quotation is not None else ()
    if not inside or any(
        scene.level(scene.parse.within(one.cue[0])[0]) < 0
        for number in range(first.sentence, inside[-1].sentence + 1)
        for one in by_sentence.get(number, ())
    ):
        return None
    return scene.sentence(inside[-1])


def _own_account(scene: Scene, one: Found) -> bool:
    """Whether somebody tells of himself without quotation marks, at the head of what he tells."""
    if one.quoted or one.turn is not None or not one.cue or not one.source or one.voice is None or one.within:
        return False
    content = [t for span in one.content for t in scene.parse.within(span)]
    if (
        not content
        or any(scene.level(t) >= 0 for t in content)
        or content[0].i > scene.parse.within(one.cue[0])[0].i
    ):
        return False
    speaks = one.voice.pos == "PROPN" or kind_of_word(one.voice) in ("person", "unnamed")
    mine = any(t.lower in ("i", "we") and t.dep in ("nsubj", "nsubjpass") for t in content)
    return speaks and mine and one.voice.lower not in _FIRST


def _of_another(scene: Scene, one: Found) -> bool:
    """Whether somebody else speaks in a sentence outside quotation marks."""
    cue = scene.parse.within(one.cue[0])[0]
    return scene.level(cue) < 0 and (one.voice is None or one.voice.lower not in _FIRST) and bool(one.source)


def _by_paragraph(scene: Scene, here: Sentence, last: Sentence) -> Iterator[Span]:
    """What stands behind one sentence up to the end of another, paragraph by paragraph."""
    start: Token | None = None
    before: Token | None = None
    paragraph = here.paragraph
    for number in range(here.i + 1, last.i + 1):
        sentence = scene.parse.sentences[number]
        tokens = scene.parse.tokens_of(sentence)
        if start is not None and before is not None and sentence.paragraph != paragraph:
            yield Span(start.start, before.end)
            start = None
        start = start or tokens[0]
        before, paragraph = tokens[-1], sentence.paragraph
    if start is not None and before is not None:
        yield Span(start.start, before.end)


# ---- a text under somebody's name ----

_NAME = (
    r"(?:(?:Dr|Mr|Mrs|Ms|Sister|Father|Fr)\.?\s+)?"
    r"[A-Z][\w’'-]+(?:\s+(?:(?:de|van|von|al|bin)\s+)?[A-Z][\w.’'-]+){1,3}"
)
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|[Aa]s told by|[Ff]rom the (?:diary|notebook|letters?) of|[Dd]iary of)\s+(?P<name>{_NAME})"
    r"(?:\s*(?:,|\(|[-–—])\s*(?P<role>[^\n().]{3,60})\)?)?\.?\s*\Z"
)
_DIARY = re.compile(r"diary|notebook|letter", re.IGNORECASE)
_SIGNED = cased(rf"(?:[-–—]\s*)?(?P<name>{_NAME}),\s+(?P<role>[A-Za-z][^\n.!?]{{2,60}})\.?\s*\Z")
_SALUTED = re.compile(r"(?:Sir|Madam|Dear|To the editor)\b", re.IGNORECASE)
_MEDIA = cased(
    r"\b(?:reporters?|correspondents?|editors?|staff|writers?|journalists?|columnists?|bureau|agency|newsroom|"
    r"news|desk|press|contributor|analyst|political|photograph(?:s|er)|in [A-Z])\b"
)
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]?")
_MINE = re.compile(r"\b(?:I|I['’]\w+|[Mm]y|me)\b")
_HEADS = 6
"""Paragraphs at the head of a text in which a byline is looked for."""
_LONGEST_LINE = 140


@rule(
    "attribution.signed_account",
    means="a text in the first person under the name of somebody who is no journalist is that person's",
    fires="By Ilse Brandt, nurse\n\n[I was on the bench.]\n\nTwo shells fell. I swam an hour.",
    silent="By Ilse Brandt, correspondent\n\nI was on the bench.\n\nTwo shells fell. I swam an hour.",
    gives={"source_name": "Ilse Brandt"},
)
def signed_account(scene: Scene) -> Found | None:
    """One attribution over the paragraphs of the text, without its heading, byline and signature."""
    text = scene.parse.text
    lines = scene.document.paragraphs
    signed = _byline(text, lines) or _signature(text, lines)
    if signed is None:
        return None
    source, name, body = signed
    mine = [span for span in body if _MINE.search(_QUOTED.sub("", span.words(text)))]
    if sum(len(_MINE.findall(_QUOTED.sub("", span.words(text)))) for span in mine) < 2 or 3 * len(mine) < len(
        body
    ):
        return None
    voice = scene.parse.within(name)
    if not voice:
        return None
    reasons = (signed_account.because(body[0]),)
    return Found(body, (), (source,), reasons=reasons, voice=voice[-1], quoted=True, turn=name)


Signed = tuple[Span, Span, Spans]
"""The name with its role, the name, and the paragraphs of the account."""


def _byline(text: str, lines: Sequence[Span]) -> Signed | None:
    for number, line in enumerate(lines[:_HEADS]):
        words = line.words(text)
        match = _BYLINE.match(words) if len(words) <= _LONGEST_LINE else None
        if match is None:
            continue
        role = match["role"] or ("diary" if _DIARY.search(words[: match.start("name")]) else "")
        if not role or _MEDIA.search(role) or number + 1 >= len(lines):
            return None
        name = Span(line.start + match.start("name"), line.start + match.end("name"))
        end = match.end("role") if match["role"] else match.end("name")
        return Span(name.start, line.start + end), name, tuple(lines[number + 1 :])
    return None


def _signature(text: str, lines: Sequence[Span]) -> Signed | None:
    """The name below a letter that opens with "Sir" or "To the editor"."""
    opened = next((n for n, line in enumerate(lines[:_HEADS]) if _SALUTED.match(line.words(text))), None)
    if opened is None or len(lines) < opened + 2:
        return None
    last = lines[-1].words(text)
    match = _SIGNED.match(last) if len(last) <= _LONGEST_LINE else None
    if match is None or _MEDIA.search(match["role"]):
        return None
    start = lines[-1].start
    name = Span(start + match.start("name"), start + match.end("name"))
    return Span(name.start, start + match.end("role")), name, tuple(lines[opened:-1])


RULES = all_rules(goes_on_in_first_person, signed_account)
