"""An interview in question and answer -> its turns: which words ask, which answer, and who answers.

Three layouts: labels ("Q:", "A.", "Harbour Post:", "TAL:"), dashes, and questions that stand as paragraphs of
their own. A page of headings that ask ("What happened at the bridge?") with the newspaper's own text below is
laid out alike; it counts as an interview only where the text says so or its answers speak as "I".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from firsthand.ground.claim_interviewee import interviewee, is_interview, person_of_label
from firsthand.resources.parser import Parse
from firsthand.resources.turns import spoken_turns
from firsthand.rules import all_rules, rule
from firsthand.schema import Because, Chain, Document, Span, Spans, Voice

_MARKUP = r"[*_#>\s]*"
_QA = re.compile(
    rf"{_MARKUP}(?P<label>Q|A|Question|Answer|QUESTION|ANSWER)(?:\s?\d{{1,2}})?[*_]*\s?(?:[:.)]|[-–—](?=\s))[*_]*\s+(?=\S)"
)
_NAME = re.compile(
    rf"{_MARKUP}(?P<label>[A-Z][\w.'’-]*(?: (?:of |de |van |al-)?[A-Z][\w.'’-]*){{0,4}})[*_]*:[*_]*\s+(?=\S)"
)
_DASH = re.compile(r"[-–—]\s+(?=\S)")
_BOLD = re.compile(r"(?:\*\*|__)(?P<words>[^*_\n]{5,300}\?)(?:\*\*|__)\s+(?=\S)")
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|[Ww]e|[Ww]e['’]\w+|[Mm]y|[Oo]ur|me|us)\b")
_ASKERS = frozenset(
    {
        "q",
        "question",
        "interviewer",
        "reporter",
        "journalist",
        "host",
        "moderator",
        "correspondent",
        "presenter",
    }
)
_FEWEST_QUESTIONS = 2
_LONGEST_LABEL, _LONGEST_QUESTION = 60, 500


@dataclass(frozen=True)
class Turn:
    """One turn: its words, whether it asks, and whose it is."""

    span: Span
    asks: bool
    speaker: Voice | None
    """None for who cannot be told, and for the publisher's questions."""
    label: Span | None
    because: Because | None
    """The rule that gives the turn to who answers; None for a question."""
    name: str = ""
    """The label's words."""


class Interview:
    """The turns of a document, by where they stand."""

    def __init__(self, document: Document, parse: Parse) -> None:
        self._spoken = spoken_turns(document)
        self.turns = [] if self._spoken else turns(document, parse)
        self._starts = [turn.span.start for turn in self.turns]

    def turn_at(self, start: int) -> Turn | None:
        """The turn in whose words a code point lies."""
        at = bisect_right(self._starts, start) - 1
        return self.turns[at] if at >= 0 and start < self.turns[at].span.end else None

    @cached_property
    def aliases(self) -> dict[str, str]:
        """Per label of a turn, and per name without a title, the name of who speaks under it."""
        return {turn.name: turn.speaker.name for turn in self.turns if turn.name and turn.speaker}

    @property
    def labels(self) -> Spans:
        """The labels with their colons, which are nobody's words."""
        labels = [Span(turn.label.start, turn.span.start) for turn in self.turns if turn.label is not None]
        return (*labels, *(turn.unsaid for turn in self._spoken))


def speaking(turn: Turn | None) -> Chain:
    """Who speaks in an answer, right behind the publisher; nobody outside of answers."""
    if turn is None or turn.because is None:
        return ()
    return (turn.speaker or Voice(name="no one named", kind="unnamed"),)


@dataclass(frozen=True)
class _Opening:
    """Where a turn begins, before it is told who speaks in it."""

    paragraph: int
    start: int
    """Of its words, behind the label."""
    label: str
    marked: Span
    """The label; for a question without one the question."""
    asks: bool
    end: int | None = None
    """Where the turn ends inside its paragraph, for a question that its answer follows there."""


def turns(document: Document, parse: Parse) -> list[Turn]:
    """The turns of an interview in text order, none where the text is not one."""
    for layout in (_labelled, _dashed, _asked):
        openings = layout(document)
        if openings:
            return list(_settled(document, parse, openings))
    return []


def _asks(words: str) -> bool:
    return words.rstrip(" *_\"”’'»)").endswith("?")


def _labelled(document: Document) -> list[_Opening]:
    """Turns that open with "Q:" and "A:", or with the names of two who speak in turn."""
    for pattern in (_QA, _NAME):
        found = []
        for number, paragraph in enumerate(document.paragraphs):
            near = min(paragraph.end, paragraph.start + _LONGEST_LABEL)
            if (match := pattern.match(document.text, paragraph.start, near)) is not None:
                asks = _asks(document.text[match.end() : paragraph.end])
                found.append(_Opening(
                    number, match.end(), match["label"], Span(paragraph.start, match.end("label")), asks
                ))  # fmt: skip
        if found and (kept := _by_label(document, found)):
            return kept
    return []


def _by_label(document: Document, found: list[_Opening]) -> list[_Opening]:
    """The turns with who asks told by the label: "Q", the publisher's name, or whoever mostly asks."""
    labels = Counter(each.label for each in found)
    initials = {label[0].lower() for label in labels}
    if set(labels) <= {"Q", "A", "Question", "Answer", "QUESTION", "ANSWER"}:
        asking = {label for label in labels if label[0] == "Q"}
        pairs = initials == {"q", "a"}
    else:
        mostly = Counter(each.label for each in found if each.asks)
        asking = {label for label in labels if _is_asker(label, document.publisher)}
        asking = asking or {
            label for label in labels if mostly[label] >= 2 and 3 * mostly[label] >= 2 * labels[label]
        }
        asked = sum(each.asks for each in found)
        pairs = len(labels) >= 2 and len(labels) < len(found) and asked >= _FEWEST_QUESTIONS
    if not pairs or not asking or asking == set(labels):
        return []
    return [_Opening(o.paragraph, o.start, o.label, o.marked, o.label in asking) for o in found]


def _is_asker(label: str, publisher: str | None) -> bool:
    if label.lower() in _ASKERS:
        return True
    names = [word for word in (publisher or "").split() if word[:1].isupper()]
    initials = "".join(name[0] for name in names)
    return bool(names) and (
        label.lower() in ((publisher or "").lower(), names[-1].lower()) or label == initials
    )


def _dashed(document: Document) -> list[_Opening]:
    """Turns that open with a dash, at least two questions each with a turn that is none behind it."""
    found = []
    for number, paragraph in enumerate(document.paragraphs):
        if (match := _DASH.match(document.text, paragraph.start, paragraph.end)) is not None:
            words = document.text[match.end() : paragraph.end]
            found.append(_Opening(number, match.end(), "", Span(match.end(), paragraph.end), _asks(words)))
    pairs = sum(a.asks and not b.asks for a, b in pairwise(found))
    return found if pairs >= _FEWEST_QUESTIONS else []


def _asked(document: Document) -> list[_Opening]:
    """Questions that are paragraphs of their own, and the paragraph behind each."""
    found: list[_Opening] = []
    paragraphs = document.paragraphs
    questions = 0
    for number, paragraph in enumerate(paragraphs):
        words = paragraph.words(document.text)
        inline = _BOLD.match(document.text, paragraph.start, paragraph.end)
        if inline is not None:
            asked = Span(*inline.span("words"))
            found.append(_Opening(number, asked.start, "", asked, True, asked.end))
            found.append(_Opening(number, inline.end(), "", asked, False))
            questions += 1
        elif len(words) <= _LONGEST_QUESTION and _asks(words) and words[0] not in "\"“'‘":
            found.append(_Opening(number, paragraph.start, "", paragraph, True))
            questions += 1
        elif found and found[-1].asks and found[-1].end is None:
            found.append(_Opening(number, paragraph.start, "", found[-1].marked, False))
    answers = [paragraphs[each.paragraph].words(document.text) for each in found if not each.asks]
    if questions < _FEWEST_QUESTIONS or len(answers) < _FEWEST_QUESTIONS:
        return []
    intro = document.text[: found[0].start]
    return found if is_interview(intro, document.title) or _speak_as_one(answers) else []


_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]?")
_I = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|me)\b")


def _speak_as_one(answers: Sequence[str]) -> bool:
    """Whether the answers speak as "I" outside of quotation marks: one of three, or two."""
    speaking = sum(bool(_I.search(_QUOTED.sub("", each))) for each in answers)
    return speaking >= min(2, len(answers)) or 3 * speaking >= len(answers) > 0


def _settled(document: Document, parse: Parse, openings: list[_Opening]) -> Iterator[Turn]:
    """Turns with their ends and speakers; a paragraph without a label goes on with the turn before it."""
    before = Span(0, document.paragraphs[openings[0].paragraph].start)
    alone = interviewee(document, parse, before)
    speakers = {label: _speaker(label, alone, parse) for label in {o.label for o in openings}}
    for this, following in zip(openings, [*openings[1:], None], strict=True):
        end = this.end or _end(document, this, following)
        who = speakers[this.label]
        if who is not None and who.anchor is None:
            who = Voice(name=who.name, kind=who.kind, anchor=this.marked)
        label = this.marked if this.label else None
        if this.asks:
            yield Turn(Span(this.start, end), True, None, label, None)
        elif answer(who):
            yield Turn(Span(this.start, end), False, who, label, answer.because(this.marked), this.label)
        elif nobody_told(who):
            reason = nobody_told.because(this.marked, note="cannot tell who answers")
            yield Turn(Span(this.start, end), False, None, label, reason)


def _speaker(label: str, alone: Voice | None, parse: Parse) -> Voice | None:
    return alone if label.lower() in ("", "a", "answer") else person_of_label(label, parse)


def _end(document: Document, this: _Opening, following: _Opening | None) -> int:
    """Where a turn ends: before the next; the last one only goes on while its paragraphs say "I" or "we"."""
    paragraphs = document.paragraphs
    last = this.paragraph
    if this.asks:
        return paragraphs[last].end
    if following is not None:
        return (
            paragraphs[max(last, following.paragraph - 1)].end
            if following.paragraph > last
            else following.start
        )
    while last + 1 < len(paragraphs) and _FIRST_PERSON.search(
        _QUOTED.sub("", paragraphs[last + 1].words(document.text))
    ):
        last += 1
    return paragraphs[last].end


@rule(
    "claim.answer",
    means="In an interview the words under a question are claims of who is asked, not of the publisher.",
    fires="Mirek Tal answered our questions.\n\nQ: What happened?\n\n[A]: Two shells fell.",
    silent="Mirek Tal answered our questions.\n\nTwo shells fell.",
)
def answer(who: Voice | None) -> bool | None:
    """Whether it is told who answers."""
    return True if who is not None else None


@rule(
    "claim.unnamed_answer",
    means="Where nothing tells who answers in an interview, the voice is unnamed and its certainty unknown.",
    fires="What happened?\n\nI saw two shells fall.\n\n[And the boat?]\n\nMy boat burned.",
    silent="What happened?\n\nTwo shells fell.\n\nAnd the boat?\n\nThe boat burned.",
    gives={"certainty": "unknown"},
)
def nobody_told(who: Voice | None) -> bool | None:
    """Whether nothing tells who answers."""
    return True if who is None else None


RULES = all_rules(answer, nobody_told)
