"""Groups -> which of them cannot both hold, and which replace an earlier one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from firsthand.corroborate.contradiction.apart import taken_and_held
from firsthand.corroborate.contradiction.believed import believed
from firsthand.corroborate.contradiction.blame import (
    answered_by_the_accused,
    laid_at_another_door,
    of_the_denier,
)
from firsthand.corroborate.contradiction.candidates import candidates
from firsthand.corroborate.contradiction.deed import blew_up_by_itself, done_otherwise, who_they_are
from firsthand.corroborate.contradiction.field import (
    PARTICULAR,
    Parted,
    at_another_time,
    dead_were_others,
    denied,
    done_by_another,
    elsewhere,
    held_by_both,
)
from firsthand.corroborate.contradiction.none import was_none
from firsthand.corroborate.contradiction.number import Numbers, figures_explained, numbers
from firsthand.corroborate.contradiction.once import once
from firsthand.corroborate.contradiction.presence import there_or_not
from firsthand.corroborate.contradiction.scope import (
    Pair,
    by_two_hands,
    can_quarrel,
    one_voice,
    other_day_or_village,
    pairs,
    share_a_hand,
    withdrawn,
)
from firsthand.corroborate.contradiction.sides import Sides
from firsthand.corroborate.contradiction.weighed import as_parted, weighed
from firsthand.corroborate.same_claim.figure import none_counted
from firsthand.corroborate.telling.values import Telling
from firsthand.resources.meaning import MeaningModel
from firsthand.schema import Anchor, Because, Contradiction, Reasons, Update

OF_ONE_HAPPENING: tuple[Callable[[Sequence[Pair]], Parted | None], ...] = (
    denied,
    held_by_both,
    done_by_another,
    dead_were_others,
    done_otherwise,
    blew_up_by_itself,
    who_they_are,
    was_none,
    there_or_not,
)
"""What two groups may part in that tell of one happening, in the order tried."""


def contradictions(
    groups: Mapping[str, Sequence[Telling]],
    origin_of: Mapping[str, str | None],
    meaning: MeaningModel | None = None,
) -> tuple[tuple[Contradiction, ...], tuple[Update, ...]]:
    """The contradictions and the updates among the groups, by their ids; `origin_of` by telling id."""
    asking = _Asking(groups, origin_of)
    asking.rules()
    if meaning is not None:
        asking.network(meaning)
    return asking.found()


class _Asking:
    """The groups of one matter, and what has been found of them so far."""

    def __init__(self, groups: Mapping[str, Sequence[Telling]], origin_of: Mapping[str, str | None]) -> None:
        self._groups, self._origin_of = groups, origin_of
        self._beside = _beside(groups)
        self._sides = Sides((each for group in groups.values() for each in group), origin_of)
        self._back = {name for name, group in groups.items() if withdrawn(group)}
        self._against: list[tuple[Contradiction, Pair]] = []
        self._updates: list[Update] = []
        self._parted: list[tuple[str, str, Parted]] = []
        self._met = cache(self._of_one_happening)
        self._quarrelling = cache(self._may_quarrel)

    def rules(self) -> None:
        """What rules find of every two groups that share a key."""
        for a, b in candidates(self._groups, self._sides):
            if a in self._back or b in self._back:
                continue
            one, other = self._groups[a], self._groups[b]
            found = numbers(self._met(a, b), one, other, self._beside, self._origin_of)
            if found is not None:
                _of_numbers(a, b, found, self._groups, self._against, self._updates)
            else:
                self._besides_figures(a, b, self._quarrelling(a, b))

    def _of_one_happening(self, a: str, b: str) -> tuple[Pair, ...]:
        """The pairs of tellings of two groups that are of one happening."""
        one, other = self._groups[a], self._groups[b]
        return () if other_day_or_village(one, other) else tuple(pairs(one, other))

    def _may_quarrel(self, a: str, b: str) -> tuple[Pair, ...]:
        return tuple(each for each in self._met(a, b) if can_quarrel(each))

    def _besides_figures(self, a: str, b: str, met: Sequence[Pair]) -> None:
        one, other = self._groups[a], self._groups[b]
        blamed = answered_by_the_accused(met, self._sides) or laid_at_another_door(met, self._sides)
        if blamed is not None:
            self._parted.append((a, b, blamed))
            return
        field = _field(met, one, other)
        if field is not None and (_one_speaks(field.pair) or not of_the_denier(field, self._sides)):
            return
        if field is None:
            return
        hands = by_two_hands(one, other, self._origin_of)
        if hands or _passed_on_otherwise(field) or _both_speak(field.pair) or _strangers(field):
            self._parted.append((a, b, field))

    def network(self, meaning: MeaningModel) -> None:
        """What the network does not believe of what rules found, and what it finds alone."""
        self._doubt(meaning)
        settled = {frozenset((a, b)) for a, b, _ in self._parted}
        settled |= {frozenset((each.a, each.b)) for each, _ in self._against}
        settled |= {frozenset((each.from_, each.to)) for each in self._updates}

        def unsettled(a: str, b: str) -> bool:
            if frozenset((a, b)) in settled or a in self._back or b in self._back:
                return False
            one, other = self._groups[a], self._groups[b]
            return not other_day_or_village(one, other) and not figures_explained(
                one, other, self._beside, self._origin_of
            )

        def one_hand(a: str, b: str) -> bool:
            return share_a_hand(self._groups[a], self._groups[b], self._origin_of)

        found = weighed(self._groups, unsettled, one_hand, meaning)
        self._parted += ((each.a, each.b, as_parted(each)) for each in found)

    def _doubt(self, meaning: MeaningModel) -> None:
        """What rules found, without what the network does not believe."""
        counted = believed([(each.field, pair) for each, pair in self._against], meaning)
        told = believed([(each.field, each.pair) for _, _, each in self._parted], meaning)
        self._against = [each for each, kept in zip(self._against, counted, strict=True) if kept]
        self._parted = [each for each, kept in zip(self._parted, told, strict=True) if kept]

    def found(self) -> tuple[tuple[Contradiction, ...], tuple[Update, ...]]:
        """All contradictions and updates, in order."""
        counted = {
            ("polarity", name)
            for each, _ in self._against
            for name in (each.a, each.b)
            if none_counted(self._groups[name][0])
        }
        shown = {name for each, _ in self._against for name in (each.a, each.b)}
        against = [
            *(each for each, _ in self._against),
            *(
                _contradiction(a, b, each.field, each.pair, _weighed(each))
                for a, b, each in once(self._parted, self._groups, counted, shown)
            ),
        ]
        updates = sorted(self._updates, key=lambda each: (each.from_, each.to))
        return tuple(sorted(against, key=_order)), tuple(updates)


def _both_speak(pair: Pair) -> bool:
    """Whether one body says that it took a place and another that it holds it.

    They are two, whoever is taken for their first hand.
    """
    a, b = pair.a, pair.b
    names = {each.chain[-1].name.casefold() for each in (a, b) if len(each.chain) > 1}
    return taken_and_held(a, b) and len(names) == BOTH and a.document != b.document


BOTH = 2
QUOTES = '“”"'


def _one_speaks(pair: Pair) -> bool:
    """Whether one voice says both, or two tellings are the same words of one document under two voices."""
    if one_voice(pair):
        return True
    (a, *_), (b, *_) = pair.a.anchors, pair.b.anchors
    return pair.a.document == pair.b.document and a.start < b.end and b.start < a.end


def _strangers(found: Parted) -> bool:
    """Whether two voices that share no word of their names tell did and did not, whatever hand is found.

    An army that takes back what its spokesman said corrects itself.
    """
    a, b = found.pair.a, found.pair.b
    if found.field != "polarity" or found.shared != TOLD_OUTRIGHT or min(len(a.chain), len(b.chain)) < BOTH:
        return False
    names = [
        {word for word in each.chain[-1].name.casefold().split() if len(word) > SMALL} for each in (a, b)
    ]
    named = all(each.chain[-1].anchor is not None for each in (a, b))
    return named and not names[0] & names[1]


TOLD_OUTRIGHT, SMALL = 2.0, 3
"""What presence and its denial are given as shared; letters of words that names share by chance."""


def _passed_on_otherwise(found: Parted) -> bool:
    """Whether two publishers tell did and did not of one deed that both have from one hand."""
    a, b = found.pair.a, found.pair.b
    if found.field != "polarity" or not (a.chain and b.chain) or a.chain[0].name == b.chain[0].name:
        return False
    return bool(set(a.matters) & set(b.matters) & PARTICULAR)


def _field(met: Sequence[Pair], a: Sequence[Telling], b: Sequence[Telling]) -> Parted | None:
    """The field in which two groups part, besides their figures."""
    found = (part(met) for part in OF_ONE_HAPPENING) if met else iter(())
    return (
        next((each for each in found if each is not None), None) or elsewhere(a, b) or at_another_time(a, b)
    )


def _beside(groups: Mapping[str, Sequence[Telling]]) -> dict[tuple[str, str], list[Telling]]:
    """The figures by document and measure, among which parts of a sum are looked for."""
    found: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for group in groups.values():
        for each in group:
            if each.measure is not None:
                found[each.document, each.measure].append(each)
    return found


def _order(found: Contradiction) -> tuple[str, str, str]:
    return found.a, found.b, found.field


def _of_numbers(
    a: str,
    b: str,
    found: Numbers,
    groups: Mapping[str, Sequence[Telling]],
    against: list[tuple[Contradiction, Pair]],
    updates: list[Update],
) -> None:
    if found.standing != "update":
        against.append((_contradiction(a, b, found.standing, found.pair), found.pair))
        return
    first, second = (a, b) if any(each.id == found.pair.a.id for each in groups[a]) else (b, a)
    updates.append(
        Update(from_=first, to=second, field="number", because=_because("update.number", found.pair))
    )


def _weighed(found: Parted) -> Reasons:
    """How sure it is that the two cannot both hold, and of the field, where no rule found it."""
    if found.by_meaning is None:
        return ()
    named = "" if found.named_by is None else f", in {found.field} {found.named_by:.2f}"
    return (Because(rule="contradiction.by_meaning", note=f"chance {found.by_meaning:.2f}{named}"),)


def _contradiction(a: str, b: str, field: str, pair: Pair, also: Reasons = ()) -> Contradiction:
    return Contradiction(
        a=a,
        b=b,
        field=field,  # type: ignore[arg-type]
        anchors=tuple(
            Anchor(document=each.document, start=s, end=e) for each in pair[:2] for s, e in each.anchors[:1]
        ),
        because=(*_because(f"contradiction.{field}", pair), *also),
    )


def _because(rule: str, pair: Pair) -> tuple[Because, ...]:
    """The two words set side by side, each with who says them and the document that they stand in."""
    return (
        Because(
            rule=rule,
            note=" — ".join(f"{_said_by(each)}: “{_words(each)}”" for each in pair[:2]),
        ),
    )


def _words(telling: Telling) -> str:
    """The words as they stand, without the marks of quotation that the document puts round them."""
    return (telling.in_short if telling.unconfirmed else telling.piece).strip(QUOTES)


def _said_by(telling: Telling) -> str:
    """Who says it, where the document names somebody, and the document."""
    if len(telling.chain) < BOTH:
        return telling.document
    return f"{telling.chain[-1].name} ({telling.document})"
