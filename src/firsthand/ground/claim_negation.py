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
    "all", "alternative", "always", "but", "choice", "coincidence", "denying", "doubt", "every", "everybody",
    "everyone", "except", "fewer", "just", "least", "less", "merely", "mistake", "more", "only", "option",
    "secret", "simply", "surprise", "until", "wonder",
})  # fmt: skip
"""Words behind "not" or "no" with which it denies nothing: "not only", "no fewer than"."""
_ONE_OF_MANY = frozenset({"first", "only", "last"})
"""Behind "not the": "not the first time" says that it happened, and before, too."""
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
    verb = main_verb(words[:at]) if at is not None else None
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
        verb = main_verb(part)
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
        or (token.lower == "and" and (behind.lower == "that" or _opens_clause(token, behind)))
    )


def _opens_clause(conjunction: Token, behind: Token) -> bool:
    """ "... and the council is stealing": whether a clause with a subject of its own follows."""
    if behind.dep in ("nsubj", "expl") and behind.head.tag in _FINITE | {"VBG"} and behind.head.below("aux"):
        return behind.head.dep in ("conj", "ccomp", "ROOT") and behind.head.i > behind.i
    verb = conjunction.head
    if conjunction.dep != "cc" or not verb.below(*_SUBJECTS):
        return False
    joined = [c for c in verb.below("conj") if c.i > conjunction.i and c.pos in ("VERB", "AUX")]
    return any(
        subject.i > conjunction.i
        for clause in joined[:1]
        for subject in clause.below(*_SUBJECTS)
        if clause.tag in _FINITE or clause.below("aux", "auxpass")
    )


def _without_opening(part: Sequence[Token]) -> list[Token]:
    kept = list(part)
    while kept and kept[0].lower in _OPENING and not (kept[0].lower == "that" and kept[0].dep in _SUBJECTS):
        kept.pop(0)
    return kept


def _shared_subject(before: Sequence[Token]) -> list[Token]:
    verb = main_verb(before)
    subject = next(iter(verb.below(*_SUBJECTS)), None) if verb is not None else None
    inside = {t.i for t in before}
    return [t for t in subject.subtree() if t.i in inside] if subject is not None else []


def main_verb(words: Sequence[Token]) -> Token | None:
    """The verb of the main clause of some words."""
    inside = {t.i for t in words}
    tops = [t for t in words if t.pos in ("VERB", "AUX") and (t.head is t or t.head.i not in inside)]
    tops = [t for t in tops if not under_condition(t)] or tops
    full = [t for t in tops if t.below(*_SUBJECTS)]
    finite = [t for t in tops if t.tag in _FINITE or t.below("aux", "auxpass")]
    return next(iter(full or finite), None)


def under_condition(verb: Token) -> Token | None:
    """The word by which a verb tells only under what something else is so: "if", "had the guards not"."""
    mark = next((t for t in verb.below("mark") if t.lower in ("if", "unless")), None)
    if mark is not None:
        return mark
    first = next((t for t in verb.below("aux", "auxpass") if t.lower in ("had", "were", "should")), None)
    subject = next(iter(verb.below(*_SUBJECTS)), None)
    inverted = first is not None and subject is not None and first.i < subject.i < verb.i
    if first is None and subject is not None and verb.i < subject.i and verb.dep == "advcl":
        return verb if verb.lower == "were" else None  # "were the truce to fail", "were it not for the dam"
    return first if inverted and not verb.below("ccomp") else None


def said_not(words: Sequence[Token]) -> tuple[Token, Token] | None:
    """The verb of the main clause and the word that negates it; None where nothing does."""
    verb = main_verb(words)
    if verb is None:
        return None
    inside = {t.i: n for n, t in enumerate(words)}
    parts = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass", "dobj", "attr", "acomp")]
    for token in (*verb.children, *parts, *(c for part in parts for c in part.children)):
        at = inside.get(token.i)
        if at is None or (token.lower not in _NOT and token.lower not in _NONE):
            continue
        behind = [word.lower for word in words[at + 1 : at + 3]]
        if denies_nothing(behind) or _until(verb) or _granted(verb, token):
            continue
        if token.lower in _NOT and (token.dep != "neg" or (at and words[at - 1].text in _CONTRAST)):
            continue
        if token.lower in _NONE and token.dep not in ("det", "neg", *_SUBJECTS, "dobj", "attr", *_NEITHER):
            continue
        return verb, token
    return None


def denies_nothing(behind: Sequence[str]) -> bool:
    """Whether "not" or "no" denies nothing by the two words behind it: "not only", "not the first"."""
    if not behind:
        return False
    following = behind[1] if len(behind) > 1 else ""
    if behind[0] == "the":
        return following in _ONE_OF_MANY
    return behind[0] in NOT_A_DENIAL or (behind[0] == "question" and following in ("that", "but"))


def _granted(verb: Token, word: Token) -> bool:
    """ "Pleaded not guilty" was pleaded, "will not be long before" comes, "could not be happier" is.

    Who is not sure leaves it open, and denies nothing.
    """
    said = verb.below("acomp", "attr", "advmod")
    if verb.lemma == "plead" or any(one.lower in _SURE for one in said):
        return True
    long = any(one.lower == "long" for one in said) and any(t.lower == "before" for t in verb.subtree())
    could = any(aux.lower in ("could", "can") for aux in verb.below("aux"))
    return word.dep == "neg" and (long or (could and any(one.tag in ("JJR", "RBR") for one in said)))


_SURE = frozenset({"sure", "certain", "positive", "convinced"})


def _until(verb: Token) -> bool:
    """ "Did not stop until Tuesday": it did."""
    return any(t.lower == "until" for t in verb.below("prep")) or any(
        mark.lower == "until" for clause in verb.below("advcl") for mark in clause.below("mark")
    )


_TELLING = frozenset({
    "accusation", "allegation", "assertion", "charge", "claim", "insinuation", "report", "rumor", "rumour",
    "story", "suggestion",
})  # fmt: skip
_FALSE = frozenset({
    "baseless", "fabricated", "fabrication", "fake", "false", "falsehood", "falsity", "fantasy", "fiction",
    "groundless", "hoax", "invention", "lie", "libel", "nonsense", "propaganda", "rumor", "rumour", "slander",
    "unfounded", "untrue",
})  # fmt: skip


@rule(
    "claim.called_false",
    means="Who calls an allegation a lie, mere falsity or unfounded denies it.",
    fires="The accusations against the mayor are mere [lies].",
    silent="The accusations against the mayor are new.",
    gives={"polarity": "-"},
)
def called_false(words: Sequence[Token]) -> tuple[Token, Because] | None:
    """The copula and the reason, where the subject is something told and the predicate calls it false."""
    verb = main_verb(words)
    if verb is None or verb.lemma != "be" or verb.below("neg"):
        return None
    if any(one.pos in ("VERB", "AUX") for one in verb.below("conj")):
        return None  # what else is said stands in the same words
    if not any(noun.lemma.lower() in _TELLING for noun in verb.below("nsubj")):
        return None
    said = verb.below("attr", "acomp")
    said += [n for one in said if one.lower == "nothing" for p in one.below("prep") for n in p.below("pobj")]
    inside = {token.i for token in words}
    for one in said:
        if one.i in inside and (one.lemma.lower() in _FALSE or one.lower in _FALSE):
            return verb, called_false.because(one.span)
    return None


_REJECTING = frozenset({"reject", "deny", "dismiss", "refute", "rebut", "repudiate"})


@rule(
    "claim.rejected",
    means="What an allegation says that somebody rejects is denied, wherever the rejecting stands.",
    fires='The mayor "has always and everywhere [rejected]" claims that he took bribes from a firm.',
    silent="The mayor read allegations that he took bribes from the firm.",
    gives={"polarity": "-"},
)
def rejected(verb: Token, anchors: Spans) -> Because | None:
    """The reason for a minus, where a clause hangs on something told that is rejected."""
    told = verb.head
    if verb.dep not in ("acl", "ccomp", "relcl") or told.lemma.lower() not in _TELLING or told.dep != "dobj":
        return None
    above = told.head
    if above.lemma not in _REJECTING or above.below("neg") or any(span.holds(above.span) for span in anchors):
        return None
    return rejected.because(above.span)


@rule(
    "claim.is_not_so",
    means="A claim whose main clause is negated says that it is not so, whatever else it tells of.",
    fires="There was [no] warning before the strike.",
    silent="The strike killed no fewer than nine people.",
    gives={"polarity": "-"},
)
def is_not_so(anchors: Spans, attribution: Attribution | None, parse: Parse) -> tuple[Token, Because] | None:
    """The negated verb, and why; a verb of saying that is negated leaves open what it would say."""
    words = [t for span in anchors for t in parse.within(span)]
    found = said_not(words)
    if found is None:
        return called_false(words)
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
    quotes = [n for n in range(low, high) if run[n].text in _QUOTES]
    if len(quotes) == 1 and quotes[0] == low:
        low += 1
    elif len(quotes) == 1 and quotes[0] == high - 1:
        high -= 1
        while low < high and run[high - 1].text in _MARKS:
            high -= 1
    if low >= high:
        return None
    closing = run[high] if high < len(run) and run[high].text in (".", "!", '"', "”", "''") else None
    return Span(run[low].start, closing.end if closing is not None else run[high - 1].end)


_QUOTES = frozenset({'"', "“", "”", "``", "''"})
_MARKS = frozenset({",", ";", ":", ".", "—", "–", "-"})

RULES = all_rules(not_this, opposed, is_not_so, called_false, rejected, not_shown)
