"""What a claim says is not so: its main clause negated, and clauses of which one is and the other is not.

"No civilians were killed but three soldiers were wounded" puts one thing forward and denies another; kept
together, either the one or the other would be told the wrong way round.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from firsthand.resources.parser import Parse, Token
from firsthand.rules import all_rules, rule
from firsthand.schema import Attribution, Because, Event, Reasons, Span, Spans

_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_NOT = frozenset({"not", "n't", "n’t", "never"})
_NONE = frozenset({"no", "none", "nobody", "nothing", "neither", "no-one"})
_NEITHER = ("preconj", "cc")
NOT_A_DENIAL = frozenset({
    "all", "alternative", "always", "but", "choice", "doubt", "every", "everybody", "everyone", "fewer",
    "just", "least", "less", "merely", "more", "only", "option", "simply", "until",
})  # fmt: skip
"""Words behind "not" or "no" with which it denies nothing: "not only", "no fewer than"."""
_CONTRAST = frozenset({",", "and", "but", "—", "–", "("})
_OPENING = frozenset({"and", "but", "that", ",", ";", "while"})


class Put(Protocol):
    """Words put forward by an attribution (none: the publisher), and why."""

    @property
    def anchors(self) -> Spans:
        """Its words."""

    @property
    def attribution(self) -> Attribution | None:
        """Whose words they are."""

    @property
    def because(self) -> Reasons:
        """Why they are put forward."""


P = TypeVar("P", bound=Put)


def parted(put: P, parse: Parse) -> Iterator[P]:
    """The claim itself, or each of its parts where one is denied and another is not."""
    attribution = put.attribution
    stands_against = attribution is not None and (
        attribution.polarity == "-" or attribution.certainty == "unknown"
    )
    words = [] if stands_against else [t for span in put.anchors for t in parse.within(span)]
    parts = not_this(words) or opposed(words) or []
    for part, reason in parts:
        yield replace(put, anchors=pieces(part), because=(*put.because, reason))  # type: ignore[type-var]
    if not parts:
        yield put


Part = tuple[list[Token], Because]


@rule(
    "claim.not_this",
    means="what is set against something with 'not' is denied: a claim beside the one that it is set against",
    fires="The shells hit a barracks, [not] a school.",
    silent="The shells hit not only a barracks.",
    gives={"polarity": "-"},
)
def not_this(words: Sequence[Token]) -> list[Part] | None:
    """What is said, and what is denied behind ", not", with the subject and verb of both."""
    at = next((n for n, t in enumerate(words) if _contrasted(words, n, t)), None)
    verb = _top(words[:at]) if at is not None else None
    if at is None or verb is None or said_not(words[:at]) is not None:
        return None
    end = next((n for n in range(at + 1, len(words)) if words[n].text in (",", ";")), len(words))
    against = list(words[at:end])
    if any(t.tag in _FINITE or t.pos == "VERB" for t in against) or len(against) < _FEWEST:
        return None
    last = max((t.i for t in (verb, *verb.below("prt", "auxpass", "aux"))), default=verb.i)
    shared = [t for t in words[:at] if t.i <= last]
    reason = not_this.because(words[at].span)
    why = opposed.rule.because(words[at - 1].span)
    return [([*words[: at - 1], *words[end:]], why), ([*shared, *against], reason)]


_FEWEST = 2


def _contrasted(words: Sequence[Token], n: int, token: Token) -> bool:
    if token.lower != "not" or n < _FEWEST or n + 1 >= len(words) or words[n - 1].text != ",":
        return False
    behind = words[n + 1]
    return behind.lower not in NOT_A_DENIAL and behind.pos in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM")


@rule(
    "claim.opposed",
    means="clauses of which one is denied and the other is not are claims of their own",
    fires="No shells hit the market [but] two guards were wounded.",
    silent="The shells hit the market but two guards were unhurt.",
)
def opposed(words: Sequence[Token]) -> list[Part] | None:
    """The clauses on both sides of "but", "and that" and ";", where their polarity differs."""
    joints = [n for n, t in enumerate(words) if 0 < n < len(words) - 1 and _joins(t, words[n + 1])]
    if not joints:
        return None
    made: list[tuple[list[Token], bool, Span]] = []
    for start, end in zip([0, *joints], [*joints, len(words)], strict=True):
        part = _without_opening(words[start:end])
        verb = _top(part)
        if verb is None:
            if not made:
                return None
            made[-1] = ([*made[-1][0], *words[start:end]], made[-1][1], made[-1][2])
            continue
        denied = said_not(part) is not None
        if made and denied == made[-1][1]:
            made[-1] = ([*made[-1][0], *words[start:end]], denied, made[-1][2])
            continue
        if not verb.below(*_SUBJECTS):
            part = [*_shared_subject(words[:start]), *part]
        made.append((part, denied, words[start].span if start else words[joints[0]].span))
    if len(made) < _FEWEST:
        return None
    return [(part, opposed.because(joint)) for part, _, joint in made]


def _joins(token: Token, behind: Token) -> bool:
    return (
        token.text == ";"
        or (token.lower == "but" and behind.tag != "TO")
        or (token.lower == "and" and behind.lower == "that")
    )


def _without_opening(part: Sequence[Token]) -> list[Token]:
    kept = list(part)
    while kept and kept[0].lower in _OPENING and not (kept[0].lower == "that" and kept[0].dep in _SUBJECTS):
        kept.pop(0)
    return kept


def _shared_subject(before: Sequence[Token]) -> list[Token]:
    verb = _top(before)
    subject = next(iter(verb.below(*_SUBJECTS)), None) if verb is not None else None
    inside = {t.i for t in before}
    return [t for t in subject.subtree() if t.i in inside] if subject is not None else []


def _top(words: Sequence[Token]) -> Token | None:
    """The verb of the main clause of some words."""
    inside = {t.i for t in words}
    tops = [t for t in words if t.pos in ("VERB", "AUX") and (t.head is t or t.head.i not in inside)]
    full = [t for t in tops if t.below(*_SUBJECTS)]
    finite = [t for t in tops if t.tag in _FINITE or t.below("aux", "auxpass")]
    return next(iter(full or finite), None)


def said_not(words: Sequence[Token]) -> tuple[Token, Token] | None:
    """The verb of the main clause and the word that negates it; None where nothing does."""
    verb = _top(words)
    if verb is None:
        return None
    inside = {t.i: n for n, t in enumerate(words)}
    parts = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass", "dobj", "attr", "acomp")]
    for token in (*verb.children, *parts, *(c for part in parts for c in part.children)):
        at = inside.get(token.i)
        if at is None or (token.lower not in _NOT and token.lower not in _NONE):
            continue
        behind = words[at + 1].lower if at + 1 < len(words) else ""
        if behind in NOT_A_DENIAL or _until(verb):
            continue
        if token.lower in _NOT and (token.dep != "neg" or (at and words[at - 1].text in _CONTRAST)):
            continue
        if token.lower in _NONE and token.dep not in ("det", "neg", *_SUBJECTS, "dobj", "attr", *_NEITHER):
            continue
        return verb, token
    return None


def _until(verb: Token) -> bool:
    """ "Did not stop until Tuesday": it did."""
    return any(t.lower == "until" for t in verb.below("prep")) or any(
        mark.lower == "until" for clause in verb.below("advcl") for mark in clause.below("mark")
    )


@rule(
    "claim.is_not_so",
    means="A claim whose main clause is negated says that it is not so, whatever else it tells of.",
    fires="There was [no] warning before the strike.",
    silent="The strike killed no fewer than nine people.",
    gives={"polarity": "-"},
)
def is_not_so(anchors: Spans, attribution: Attribution | None, parse: Parse) -> tuple[Token, Because] | None:
    """The negated verb, and why; a verb of saying that is negated leaves open what it would say."""
    found = said_not([t for span in anchors for t in parse.within(span)])
    if found is None:
        return None
    verb, word = found
    if attribution is not None and any(span.holds(verb.span) for span in attribution.cue):
        return None
    return verb, is_not_so.because(word.span)


@rule(
    "claim.not_shown",
    means="What a clip is said not to show is denied by whoever says so, and the clip tells nothing.",
    fires="This video [does not show] a burning bridge.",
    silent="This video shows a burning bridge.",
    gives={"polarity": "-", "certainty": "certain"},
)
def not_shown(attribution: Attribution | None, parse: Parse) -> Because | None:
    """The reason for a minus where the last voice is a clip that does not show something."""
    if attribution is None or attribution.source_kind != "footage" or attribution.certainty != "unknown":
        return None
    cue = [t for span in attribution.cue for t in parse.within(span)]
    negated = any(t.dep == "neg" for t in cue) and not any(t.tag == "MD" for t in cue)
    return not_shown.because(*attribution.cue) if negated else None


def event_denied(event: Event | None, verb: Token, events: Sequence[Event]) -> Event | None:
    """The event that a negated verb tells of: "was not aware of any strike" denies no strike."""
    words = {token.start for token in (verb, *(verb.below("attr") if verb.lemma == "be" else ()))}
    if event is None or event.trigger.start in words:
        return event
    return next((each for each in events if each.trigger.start == verb.start), None)


def pieces(tokens: Sequence[Token]) -> Spans:
    """The pieces of text that some words make, marks and conjunctions at their ends left out."""
    made: list[list[Token]] = []
    for token in sorted({t.i: t for t in tokens}.values(), key=lambda t: t.i):
        if made and made[-1][-1].i == token.i - 1:
            made[-1].append(token)
        else:
            made.append([token])
    return tuple(span for run in made if (span := _ends(run)) is not None)


def _ends(run: Sequence[Token]) -> Span | None:
    """From the first to the last word, marks and conjunctions around them left out."""
    low, high = 0, len(run)
    while low < high and run[low].text in _MARKS:
        low += 1
    while low < high and (run[high - 1].text in _MARKS or run[high - 1].dep == "cc"):
        high -= 1
    if low == high:
        return None
    closing = run[high] if high < len(run) and run[high].text in (".", "!", '"', "”", "''") else None
    return Span(run[low].start, closing.end if closing is not None else run[high - 1].end)


_MARKS = frozenset({",", ";", ":", ".", "—", "–", "-"})

RULES = all_rules(not_this, opposed, is_not_so, not_shown)
