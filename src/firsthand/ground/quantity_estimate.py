"""Low, best and high of one loss, from the figures that a document gives for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.resources.parser import Token
from firsthand.rules import Rule, all_rules, lexicon, rule
from firsthand.schema import (
    Attribution,
    Because,
    Casualties,
    Event,
    LossKind,
    Quantity,
    Reading,
    Span,
    Time,
)

WORDS = lexicon(__package__, "quantity_tolls.en.toml")
LOSSES: tuple[LossKind, ...] = ("killed", "wounded", "casualties", "captured", "missing", "displaced")
_GENERAL = """people persons person dead deaths killed victims bodies wounded injured casualties losses others
    lives"""
GENERAL = frozenset(_GENERAL.split())
_LISTED = "quantity.listed-person"
_CLAIM = "cue.claim"
_BEFORE = ("nummod", "det", "quantmod", "advmod", "poss")


@dataclass(eq=False, slots=True)
class Told:
    """One figure of a loss, with all that the text says about it."""

    quantity: Quantity
    sentence: int
    last: Token
    event: Event | None
    voice: Attribution | None
    part: Because | None
    update: Because | None
    another: Because | None
    as_of: Because | None = None
    time: Time | None = None
    further: Because | None = None
    reaches: tuple[float, float | None] | None = None
    """Low and high of the whole loss, where it is told as the nth of it."""

    @property
    def span(self) -> Span:
        """The words of the figure."""
        return self.quantity.span

    @property
    def denied(self) -> bool:
        """Whether the loss is said not to have happened."""
        if self.voice is not None and self.voice.polarity == "-":
            return True
        return self.event is not None and self.event.factuality == "-" and self.quantity.max != 0

    @property
    def unsure(self) -> bool:
        """Whether the loss is only feared, possible or still to come."""
        voiced = self.voice is not None and self.voice.certainty in ("possible", "unknown")
        if voiced and self._only_claimed():
            return False
        return voiced or (self.event is not None and self.event.factuality == "?" and self._under(self.event))

    def _only_claimed(self) -> bool:
        """Whether a voice claims the loss as a fact: that doubts the voice, and makes no ceiling."""
        voice, event = self.voice, self.event
        if voice is None or event is None or event.factuality != "+":
            return False
        doubted = any(not any(cue.holds(hedge) for cue in voice.cue) for hedge in voice.hedges)
        return not doubted and any(each.rule == _CLAIM for each in voice.because)

    def _under(self, event: Event) -> bool:
        """Whether the event's word stands above the figure: dead farmers, not what is told beside them."""
        start, own = event.trigger.start, self.quantity.span
        return own.start <= start < own.end or any(one.start == start for one in self.last.ancestors())

    @property
    def general(self) -> bool:
        """Whether it counts people of every kind."""
        return self.quantity.of is None or self.quantity.of.split()[-1].lower() in GENERAL


@dataclass(frozen=True, slots=True)
class Total:
    """A figure for the whole loss, or several of one list added up."""

    low: float | None
    high: float | None
    told: tuple[Told, ...]

    @property
    def exact(self) -> bool:
        """Whether it is one number."""
        return self.low is not None and self.low == self.high

    @property
    def approx(self) -> bool:
        """Whether it is one number that the words call approximate: how far "about" reaches, none says."""
        return self.exact and any(each.quantity.approx for each in self.told)


def casualties(figures: Sequence[Told], reading: Reading) -> Iterator[Casualties]:
    """One entry for each kind of loss that the figures of a scene give."""
    for kind in LOSSES:
        of_kind = [told for told in figures if told.quantity.kind == kind and not told.denied]
        if of_kind:
            yield _estimate(kind, of_kind, reading)


def _estimate(kind: LossKind, figures: Sequence[Told], reading: Reading) -> Casualties:
    reasons: list[Because] = []
    _reach(figures)
    whole = _whole(figures, reasons)
    totals = _current(list(_totals(whole, reasons)), reasons)
    sure = [total for total in totals if not any(told.unsure for told in total.told)]
    low, best, high = _bounds(sure, totals, reasons)
    as_of, time = _as_of(totals, reading, reasons)
    reasons += [each for told in figures if (each := told.another) is not None]
    return Casualties(
        kind=kind,
        low=low,
        best=best,
        high=high,
        as_of=as_of,
        time=time,
        quantities=tuple(told.quantity.id for told in figures),
        because=tuple(dict.fromkeys(reasons)),
    )


def _whole(figures: Sequence[Told], reasons: list[Because]) -> list[Told]:
    """The figures that count the whole loss; where only parts are given, those."""
    kept = []
    for told in figures:
        reason = told.part or narrower(told, figures) or risen_by(told, figures)
        if reason is None or told.reaches is not None:
            kept.append(told)
        else:
            reasons.append(reason)
    return kept or list(figures)


@rule(
    "casualties.narrower",
    means="A figure for one kind of people stands beside a larger one for all as a part of it.",
    fires="The bombing killed 20 people. [Five] children died.",
    silent="The bombing killed 20 people. 21 people died.",
)
def narrower(told: Told, figures: Sequence[Told]) -> Because | None:
    """The reason to set a figure aside: another counts everybody, and is larger."""
    if told.general or told.quantity.max is None:
        return None
    wider = [
        each
        for each in figures
        if each.general and each is not told and not joined(each, told)
        and each.quantity.min is not None and each.quantity.min >= told.quantity.max
    ]  # fmt: skip
    return narrower.because(told.span) if wider else None


_NTH = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9}


def _reach(figures: Sequence[Told]) -> None:
    """Set down how many the nth of a loss makes in all; of more than that, it is a part."""
    for at, told in enumerate(figures):
        if (found := nth(told)) is None:
            continue
        number, reason = float(found[0]), found[1]
        before = max((each.quantity.min or 0 for each in figures[:at]), default=0)
        if number > before:
            told.reaches, told.update = (number, number if number == before + 1 else None), reason
        else:
            told.part = reason


@rule(
    "casualties.nth",
    means="Who is the third to die makes three at least, with those before.",
    fires="The bombing killed two miners. A [third] miner died in hospital.",
    silent="The bombing killed two miners. A young miner died in hospital.",
)
def nth(told: Told) -> tuple[int, Because] | None:
    """The number that an ordinal beside one person says, and the reason."""
    noun = told.last.head if told.last.dep in _BEFORE else told.last
    if told.quantity.min != 1 or told.quantity.max != 1:
        return None
    for token in noun.below("amod", "nummod"):
        if token.lower in _NTH and token.i == told.last.i + 1:
            return _NTH[token.lower], nth.because(token.span)
    return None


@rule(
    "casualties.risen-by",
    means="Whose death a changed toll is told by are counted in it.",
    fires="The bombing killed 9 people. The toll has risen to 16, after [four] of the wounded died.",
    silent="The bombing killed 9 people. The toll has risen to 16.",
)
def risen_by(told: Told, figures: Sequence[Told]) -> Because | None:
    """The reason to set a figure aside: a toll before it in its sentence, risen to more, holds it."""
    for each in figures:
        ahead = each.update is not None and each.sentence == told.sentence and each.last.i < told.last.i
        if ahead and (told.quantity.max or 0) < (each.quantity.min or 0):
            return risen_by.because(told.span)
    return None


def joined(one: Told, other: Told) -> bool:
    """Whether two figures stand in one list: "four soldiers and a civilian"."""
    if one.sentence != other.sentence:
        return False
    if any(each.rule == _LISTED for told in (one, other) for each in told.quantity.because):
        return True
    first, last = (one, other) if one.last.i < other.last.i else (other, one)
    noun = last.last.head if last.last.dep in _BEFORE else last.last
    head = first.last.head if first.last.dep in _BEFORE else first.last
    side_by_side = head is not noun and head.dep == noun.dep and head.head is noun.head and head.below("cc")
    if side_by_side or _along_with(noun, head):
        return True
    for _ in range(4):
        if noun.dep not in ("conj", "appos"):
            return False
        if noun.head is head or _some_of(noun.head, head):
            return noun.dep == "conj"
        noun = noun.head
    return False


def _along_with(noun: Token, head: Token) -> bool:
    """Whether those of a noun shared the fate of others: nine guards were hurt along with two cooks."""
    joint = noun.head
    if noun.dep != "pobj" or joint.lower != "with":
        return False
    along = next(iter(joint.below("advmod", "prep")), joint.head)
    verb = joint.head.head if along is joint.head else joint.head
    if along.lower not in ("along", "together"):
        return False
    return head.head is joint.head or any(above is verb for above in head.ancestors())


def _some_of(those: Token, some: Token) -> bool:
    """Whether a figure counts some of those: two of our colleagues."""
    return those.dep == "pobj" and those.head.lower == "of" and those.head.head is some


def _totals(figures: Sequence[Told], reasons: list[Because]) -> Iterator[Total]:
    """Each figure as a total, those of one list added up."""
    left = list(figures)
    while left:
        group = [left.pop(0)]
        while left and (joined(group[-1], left[0]) or left[0].further is not None):
            group.append(left.pop(0))
        reasons += [told.further for told in group[1:] if told.further is not None]
        if len(group) > 1 and (reason := added(group)) is not None:
            reasons.append(reason)
            lows = [told.quantity.min for told in group]
            highs = [told.quantity.max for told in group]
            yield Total(_sum(lows), _sum(highs), tuple(group))
        else:
            for told in group:
                yield Total(*(told.reaches or (told.quantity.min, told.quantity.max)), (told,))


def _sum(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


@rule(
    "casualties.added",
    means="Figures of one list count different people, so that together they make the total.",
    fires="The bombing killed [four] soldiers and two guards.",
    silent="The bombing killed four soldiers, including two sergeants.",
)
def added(group: Sequence[Told]) -> Because | None:
    """The reason to add them up, anchored in each."""
    return added.because(*(told.span for told in group))


def _current(totals: list[Total], reasons: list[Because]) -> list[Total]:
    """The totals from the last update on: what it replaced is no estimate any more."""
    for at in range(len(totals) - 1, 0, -1):
        update = next((told.update for told in totals[at].told if told.update is not None), None)
        if update is not None:
            reasons.append(update)
            return totals[at:]
    return totals


def _bounds(
    sure: Sequence[Total], totals: Sequence[Total], reasons: list[Because]
) -> tuple[float | None, float | None, float | None]:
    """Low and high over all totals, and the one number that they agree on."""
    firm = [total for total in sure if not total.approx]
    lows = [total.low for total in firm if total.low is not None]
    low = min(lows) if lows else None
    closed = [total.high for total in totals if total.high is not None and not total.approx]
    high = max(closed) if closed else None
    rough = [
        total.low for total in totals if total.low is not None and total.approx and _another(total, firm)
    ]
    if any(value > (high or 0) for value in rough):
        high = None  # almost 500, as another voice has it, is more than 484
    if any(value < (low or 0) for value in rough):
        low = None
    if any(total.high is None and (high is None or (total.low or 0) >= high) for total in totals):
        high = None
    return low, _best(sure, reasons), high


def _best(sure: Sequence[Total], reasons: list[Because]) -> float | None:
    """The number that every single figure gives; None where they differ or none is single."""
    exact = [total for total in sure if total.exact]
    singles = [total for total in exact if not total.approx] or exact
    numbers = sorted({total.low for total in singles if total.low is not None})
    fits = [n for n in numbers if all(_allows(total, n) for total in sure)]
    if any(total.approx and total.low not in numbers and _another(total, singles) for total in exact):
        if (reason := differing(exact)) is not None:
            reasons.append(reason)
    elif len(numbers) == 1 and fits:
        if (reason := agreed(singles)) is not None:
            reasons.append(reason)
            return numbers[0]
    elif len(numbers) > 1 and (reason := differing(singles)) is not None:
        reasons.append(reason)
    return None


def _another(total: Total, others: Sequence[Total]) -> bool:
    """Whether a figure is another voice's than all of some others."""
    named = [_voice(each) for each in others]
    return (
        bool(named) and all(one is not None for one in (*named, _voice(total))) and _voice(total) not in named
    )


def _voice(total: Total) -> str | None:
    voice = total.told[0].voice
    return None if voice is None or voice.source_name is None else voice.source_name.casefold()


def _allows(total: Total, number: float) -> bool:
    return (total.low is None or total.approx or total.low <= number) and (
        total.high is None or total.approx or number <= total.high
    )


@rule(
    "casualties.agreed",
    means="The number that every figure for the whole loss gives is the best estimate.",
    fires="The bombing killed [20] people.",
    silent="The bombing killed at least 20 people.",
)
def agreed(singles: Sequence[Total]) -> Because | None:
    """The reason for `best`, anchored in each figure that gives it."""
    return agreed.because(*(told.span for total in singles for told in total.told))


@rule(
    "casualties.differing",
    means="Where figures for the whole loss differ, there is no best estimate.",
    fires="The bombing killed [20] people, police said. Doctors said that 24 people were killed.",
    silent="The bombing killed 20 people, police said. Doctors said that 20 people were killed.",
)
def differing(singles: Sequence[Total]) -> Because | None:
    """The reason for no `best`, anchored in each figure."""
    return differing.because(*(told.span for total in singles for told in total.told))


def _as_of(
    totals: Sequence[Total], reading: Reading, reasons: list[Because]
) -> tuple[str | None, str | None]:
    """As of when the last of the totals was counted."""
    for total in reversed(totals):
        for told in total.told:
            if told.time is not None and told.time.latest is not None and told.as_of is not None:
                reasons.append(told.as_of)
                return told.time.latest, told.time.id
    return reading.document.published, None


RULES: tuple[Rule, ...] = (*WORDS.rules, *all_rules(narrower, nth, risen_by, added, agreed, differing))
