"""What belongs together: a quotation that goes on, one over several paragraphs, one that stands alone."""

from __future__ import annotations

from firsthand.extract.attribution_colon import sure_of_words
from firsthand.extract.attribution_confined import confine, square
from firsthand.extract.attribution_found import Found, joined, spans_of
from firsthand.extract.attribution_grammar import Scene, noun_phrase
from firsthand.extract.attribution_named_between import named_between
from firsthand.extract.attribution_speaker_again import part_again
from firsthand.extract.attribution_stance import quoted_stance
from firsthand.extract.attribution_verbs import speaks
from firsthand.extract.quotes import Quotation
from firsthand.extract.voices_kinds import kind_of_word
from firsthand.extract.voices_sources import mend, sees_nothing
from firsthand.resources.parser import Sentence, Token
from firsthand.rules import rule
from firsthand.schema import Reasons, Span


def link(scene: Scene, found: list[Found]) -> list[Found]:
    """Whole contents: quotations completed, continued and, where nobody claims them, taken as they stand.

    The attributions come back in the order of the text, one after that in whose content it stands.
    """
    for one in found:
        mend(scene, one)
        one.content = square(scene, one)
    confine(scene, found)
    part_again(scene, found)
    found = [one for one in found if one.content and not sees_nothing(one)]
    near: dict[int, list[Found]] = {}
    for one in found:
        for paragraph in {_paragraph(scene, span.start) for span in (*one.content, *one.cue)}:
            near.setdefault(paragraph, []).append(one)
    continued: dict[int, Found] = {}
    before: int | None = None
    for number, quotation in enumerate(scene.quotations):
        if quotation.depth != 0:
            continue
        here = near.setdefault(quotation.paragraph, [])
        owner = _owner(here, quotation)
        if owner is None:
            owner = (
                _beside_a_name(scene, found, quotation)
                or continuation(scene, here, quotation)
                or reopened(scene, number, before, continued)
                or next_paragraph(scene, quotation, near.get(quotation.paragraph - 1, []))
            )
            if owner is not None:
                owner.content = joined((*owner.content, quotation.span))
            elif (owner := standing_alone(scene, quotation) or quoted_stance(scene, quotation)) is not None:
                found.append(owner)
                here.append(owner)
        if owner is not None:
            continued[number] = owner
            found = _with_left_open(scene, found, number, before, continued)
        before = number
    return sorted(found, key=lambda one: (one.start, -one.extent.end))


def _beside_a_name(scene: Scene, found: list[Found], quotation: Quotation) -> Found | None:
    owner = named_between(scene, quotation)
    if owner is not None:
        found.append(owner)
    return owner


def _with_left_open(
    scene: Scene, found: list[Found], number: int, before: int | None, continued: dict[int, Found]
) -> list[Found]:
    """The attributions, with what the paragraph before left open joined to the quotation that opens again."""
    first = left_open(scene, number, before, continued)
    if first is None:
        return found
    owner = continued[number]
    owner.content = joined((*first.content, *owner.content))
    return [one for one in found if one is not first]


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
        if one.quoted and one.cue and one.start < quotation.span.start
        and _paragraph(scene, one.start) == quotation.paragraph
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
def reopened(scene: Scene, number: int, before: int | None, continued: dict[int, Found]) -> Found | None:
    """The attribution of the quotation that the paragraph before left open."""
    quotation = scene.quotations[number]
    if before is None or scene.quotations[before].closed or before not in continued:
        return None
    if quotation.paragraph != scene.quotations[before].paragraph + 1 or not _opens_paragraph(
        scene, quotation
    ):
        return None
    owner = continued[before]
    owner.reasons = (*owner.reasons, reopened.because(quotation.span))
    return owner


@rule(
    "attribution.left_open",
    means="a quotation that its paragraph leaves open is who speaks where the next paragraph opens it again",
    fires='["Nobody came that night.]\n\n"Nobody had been told," said Mirek Tal.',
    silent='"Nobody came that night."\n\n"Nobody had been told," said Mirek Tal.',
)
def left_open(scene: Scene, number: int, before: int | None, continued: dict[int, Found]) -> Found | None:
    """The words of nobody that the paragraph before leaves open, where somebody is named for these."""
    owner, quotation = continued[number], scene.quotations[number]
    first = continued.get(before) if before is not None else None
    if first is None or before is None or first is owner or scene.quotations[before].closed:
        return None
    alone = not first.source and not first.cue and first.content == (scene.quotations[before].span,)
    follows = quotation.paragraph == scene.quotations[before].paragraph + 1
    if not alone or not follows or not owner.source or not _opens_paragraph(scene, quotation):
        return None
    owner.reasons = (*owner.reasons, left_open.because(scene.quotations[before].span))
    return first


@rule(
    "attribution.next_paragraph",
    means="a paragraph that is one quotation goes on with the one quoted at the end of the paragraph before",
    fires='"Nobody came," said Mirek Tal.\n\n["Nobody had been told."]',
    silent='Mirek Tal said that nobody came.\n\n"Nobody had been told," said Ilse Brandt.',
)
def next_paragraph(scene: Scene, quotation: Quotation, above: list[Found]) -> Found | None:
    """The attribution that ends the paragraph before, when this whole paragraph is one quotation."""
    paragraph = scene.document.paragraphs[quotation.paragraph]
    if quotation.span != paragraph or not above or not scene.sentence_like(quotation):
        return None
    last = max(above, key=lambda one: max(s.end for s in (*one.content, *one.cue, *one.source)))
    if not last.quoted or not last.cue:
        return None
    end = max(s.end for s in (*last.content, *last.cue, *last.source))
    rest = scene.parse.text[end : scene.document.paragraphs[quotation.paragraph - 1].end]
    if sum(mark in rest for mark in (". ", "? ", "! ")) or len(rest) > _LONGEST_REST:
        return None
    last.reasons = (*last.reasons, next_paragraph.because(quotation.span))
    return last


_LONGEST_REST = 120
"""Characters that may stand between a speaker's name and the end of the paragraph: "at a news conference"."""


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
    """A quotation that is a sentence of its own, as words of whom the sentence before speaks of, if any."""
    tokens = scene.parse.within(quotation.inner)
    if (
        sum(t.pos != "PUNCT" for t in tokens) < 3
        or scene.parse.text[quotation.inner.start].isspace()
        or not _own_sentence(scene, quotation)
    ):
        return None
    if not quotation.closed and not _goes_on_below(scene, quotation):
        return None
    voice, why = _told_of(scene, quotation)
    source = noun_phrase(scene, voice) if voice is not None else []
    return Found(
        (quotation.span,), (), spans_of(source), voice=voice, quoted=True,
        reasons=(standing_alone.because(quotation.span), *why),
    )  # fmt: skip


def _told_of(scene: Scene, quotation: Quotation) -> tuple[Token | None, Reasons]:
    """Who is named or told of beside a quotation, and the rule that says so where it is one of its own."""
    if (voice := _signed(scene, quotation)) is not None:
        return voice, ()
    if (voice := for_somebody(scene, quotation)) is not None:
        return voice, (for_somebody.because(quotation.span),)
    if (voice := _spoken_of(scene, quotation)) is not None:
        return voice, ()
    for beside in (told_of_above, told_of_below):
        if (voice := beside(scene, quotation)) is not None:
            return voice, (beside.because(quotation.span),)
    return None, ()


def _goes_on_below(scene: Scene, quotation: Quotation) -> bool:
    """Whether the next paragraph opens with a quotation mark, as a quotation over several paragraphs does."""
    below = quotation.paragraph + 1
    if below >= len(scene.document.paragraphs):
        return False
    start = scene.document.paragraphs[below].start
    return any(q.span.start == start for q in scene.quotations_in(Span(start, start + 1)))


def _own_sentence(scene: Scene, quotation: Quotation) -> bool:
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
    said = (t for t in subjects if t.head.dep == "ROOT" and speaks(t.head))  # "..., the mayor told us."
    first = next(said, subjects[0] if subjects else None)
    if first is None or any(t.tag == "WDT" for t in first.children):
        return None
    may_speak = (
        first.lower in ("he", "she", "they", "it") or first.pos == "PROPN" or kind_of_word(first) is not None
    )
    return first if may_speak or (before.text == ":" and sure_of_words(first.head)) else None


@rule(
    "attribution.for_somebody",
    means='a sentence that opens with "For" and a name tells how it was for him, and he is quoted behind it',
    fires='For Ilse Brandt, the night was long. ["I counted nine shots."]',
    silent='For breakfast, Ilse Brandt had bread. "I counted nine shots."',
)
def for_somebody(scene: Scene, quotation: Quotation) -> Token | None:
    """The name between "For" and a comma at the head of the sentence before, whose subject is nobody."""
    before = scene.next_to(scene.parse.first_from(quotation.span.start) - 1)
    if before is None or scene.sentence(before).paragraph != quotation.paragraph or scene.level(before) >= 0:
        return None
    sentence = scene.parse.tokens_of(scene.sentence(before))
    if len(sentence) < _FEWEST or sentence[0].lower not in ("for", "to"):
        return None
    name = next(iter(sentence[0].below("pobj")), None)
    if name is None or not (_a_full_name(name) or kind_of_word(name) in ("person", "unnamed")):
        return None
    comma = scene.next_to(scene.right(name))
    subject = next((t for t in sentence if t.dep in ("nsubj", "nsubjpass")), None)
    told = subject is not None and subject.pos != "PROPN" and kind_of_word(subject) is None
    return name if comma is not None and comma.text == "," and told else None


_FEWEST = 4


def _a_full_name(name: Token) -> bool:
    """Whether a name is a person's, or two plain names in a row that no place or body is known by."""
    two = name.pos == "PROPN" and len(name.below("compound")) == 1
    return name.entity == "PERSON" or (two and name.entity in ("", "PRODUCT"))


@rule(
    "attribution.told_of_above",
    means="who the paragraph before tells of to its end is who speaks in a quotation that opens the next one",
    fires='Ilse Brandt lives above the depot.\n\n["I counted nine shots."]',
    silent='Two shells hit the depot.\n\n"I counted nine shots."',
)
def told_of_above(scene: Scene, quotation: Quotation) -> Token | None:
    """The person who is the subject of the last sentence above, where all of that paragraph is about him."""
    if quotation.paragraph == 0 or not _opens_paragraph(scene, quotation):
        return None
    last = scene.next_to(scene.parse.first_from(quotation.span.start) - 1)
    if last is None or scene.sentence(last).paragraph != quotation.paragraph - 1 or scene.level(last) >= 0:
        return None
    subject = _subject_of(scene, scene.sentence(last))
    return subject if subject is not None and _a_person(subject) else None


@rule(
    "attribution.told_of_below",
    means="a quotation that opens a paragraph is whom the next sentence tells of by name and role",
    fires=(
        '["I counted nine shots."] Ilse Brandt, a nurse, did not sleep that night.',
        '["I counted nine shots."]\n\nIlse Brandt, a nurse, did not sleep that night.',
    ),
    silent='"I counted nine shots." The depot burned until noon.',
)
def told_of_below(scene: Scene, quotation: Quotation) -> Token | None:
    """The subject of the sentence behind, a name with a role or an age beside it."""
    following = scene.next_to(scene.parse.first_from(quotation.span.end))
    if following is None or not _opens_paragraph(scene, quotation):
        return None
    sentence = scene.sentence(following)
    whole = quotation.span == scene.document.paragraphs[quotation.paragraph]
    near = sentence.paragraph - quotation.paragraph <= whole
    subject = _subject_of(scene, sentence) if near else None
    if subject is None or subject.pos != "PROPN" or not subject.below("appos", "npadvmod"):
        return None
    return subject if _a_person(subject) else None


def _subject_of(scene: Scene, sentence: Sentence) -> Token | None:
    tokens = scene.parse.tokens_of(sentence)
    return next((t for t in tokens if t.dep in ("nsubj", "nsubjpass") and t.head.dep == "ROOT"), None)


def _a_person(subject: Token) -> bool:
    if subject.pos == "PRON":
        return subject.lower in ("he", "she")
    return subject.pos == "PROPN" and _a_full_name(subject)


def _paragraph(scene: Scene, start: int) -> int:
    i = min(scene.parse.first_from(start), len(scene.tokens) - 1)
    return scene.sentence(scene.tokens[i]).paragraph
