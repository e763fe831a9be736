"""How the evidence for a group stands, in words and as far as the Admiralty scales allow.

The two scales (NATO AJP-2.1) are never merged. The reliability of a source, A to F, is the user's own
grading and nothing else. The credibility of the information, 1 to 6, is suggested by counting: 1 needs two
first hands that are no party to the conflict and nothing against them. Neither is a score of truth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from firsthand.schema import Because, Certainty, Origin, Reasons, Value, Verdict

Credibility = Literal[1, 2, 3, 4, 5, 6]
Reliability = Literal["A", "B", "C", "D", "E", "F"]


class Weighed(Value, frozen=True, kw_only=True):
    """What is counted of a group before anything is said of it."""

    hands: tuple[Origin, ...] = ()
    """The independent first hands, each once."""
    untraced: int = 0
    """Tellings that cannot be followed to anyone who knows."""
    documents: int = 1
    publishers: tuple[str, ...] = ()
    certainty: Certainty = "certain"
    """How sure the surest traced telling is."""

    @property
    def disinterested(self) -> int:
        """How many of the hands are no party to the conflict, as far as the words tell."""
        return sum(hand.party_to_conflict is not True for hand in self.hands)

    @property
    def surely_apart(self) -> int:
        """How many of the hands are by what they are no party to the conflict."""
        return sum(hand.party_to_conflict is False for hand in self.hands)


def verdict(
    of: Weighed, against: Sequence[Weighed] = (), grades: Mapping[str, Reliability] | None = None
) -> Verdict:
    """The verdict that the hands of a group allow; `against`: the groups that cannot hold beside it."""
    standing = [each for each in against if each.hands]
    step, why = credibility(of, standing)
    letter, graded = reliability(of, grades or {})
    reasons = (*_hands(of), *_against(against), why, *((graded,) if graded else ()))
    return Verdict(words=in_words(of, bool(against)), credibility=step, reliability=letter, because=reasons)


def in_words(of: Weighed, contradicted: bool = False) -> str:
    """The count as a person reads it: hands, those apart from the conflict, untraced tellings, documents."""
    told = _count(of.documents, "document")
    against = "; contradicted" if contradicted else ""
    untraced = f", {_count(of.untraced, 'telling')} untraced" if of.untraced else ""
    if not of.hands:
        return f"untraced: no independent first hand{untraced}, from {told}{against}"
    hands = _count(len(of.hands), "independent first hand")
    return f"{hands}, {of.disinterested} not party to the conflict{untraced}, from {told}{against}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def credibility(of: Weighed, against: Sequence[Weighed] = ()) -> tuple[Credibility, Because]:
    """The step of the scale that counting allows, with the reason; 6 where it cannot be judged.

    A hedge never raises it: where the surest voice says no more than "possible", 3 is the best.
    """
    apart, hands = of.surely_apart, len(of.hands)
    if hands == 0:
        return 6, Because(rule="verdict.cannot_be_judged", note="no first hand is known")
    other = max((each.surely_apart for each in against), default=0)
    if against:
        return _disputed(apart, other)
    best: tuple[Credibility, str] = (6, "verdict.cannot_be_judged")
    note = "only a party to the conflict says it"
    if apart >= 2:
        best, note = (1, "verdict.confirmed"), f"{apart} first hands apart from the conflict, nothing against"
    elif apart == 1 and hands >= 2:
        best, note = (2, "verdict.probable"), "one first hand apart from the conflict, and a party to it"
    elif apart == 1:
        best, note = (3, "verdict.possible"), "one first hand apart from the conflict, nothing against"
    elif hands >= 2:
        best, note = (3, "verdict.possible"), "several parties to the conflict say the same"
    if of.certainty in ("possible", "unknown") and best[0] < 3:
        return 3, Because(rule="verdict.hedged", note="no first hand says more than that it is possible")
    return best[0], Because(rule=best[1], note=note)


def _disputed(apart: int, other: int) -> tuple[Credibility, Because]:
    """What is left of a group that another cannot hold beside."""
    if other >= 2 and other > apart:
        return 5, Because(
            rule="verdict.improbable", note=f"{other} first hands apart from the conflict against it"
        )
    if apart >= 2 and apart > other:
        return 3, Because(rule="verdict.disputed", note=f"{apart} first hands for it, {other} against it")
    return 4, Because(rule="verdict.doubtful", note="others who may know say what cannot hold beside it")


def reliability(of: Weighed, grades: Mapping[str, Reliability]) -> tuple[Reliability | None, Because | None]:
    """The best letter that the user gave one of the first hands, else one of the publishers."""
    given = {name.casefold(): letter for name, letter in grades.items()}
    for names in (tuple(hand.name for hand in of.hands), of.publishers):
        graded = sorted((given[name.casefold()], name) for name in names if name.casefold() in given)
        if graded:
            letter, name = graded[0]
            return letter, Because(rule="verdict.graded_by_the_user", note=f"{name} is graded {letter}")
    return None, None


def _hands(of: Weighed) -> Reasons:
    named = [Because(rule="verdict.first_hand", note=_hand(each)) for each in of.hands]
    if of.untraced:
        note = f"{_count(of.untraced, 'telling')} cannot be followed to anyone who knows"
        named.append(Because(rule="verdict.untraced", note=note))
    return tuple(named)


def _hand(hand: Origin) -> str:
    side = "whether a party to the conflict is not told"
    if hand.party_to_conflict is not None:
        side = "a party to the conflict" if hand.party_to_conflict else "no party to the conflict"
    return f"{hand.name}: {hand.kind}, {side}"


def _against(against: Sequence[Weighed]) -> Reasons:
    return tuple(
        Because(rule="verdict.contradicted", note=f"against it: {in_words(each)}") for each in against
    )
