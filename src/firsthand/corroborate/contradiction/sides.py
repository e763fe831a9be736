"""Tellings -> whose voice each is: the party for which it speaks, to know who answers to an accusation.

An accused that denies, or that lays the deed at another's door, contradicts its accuser whatever words either
uses. A spokesman who is only named is known by what others call his first hand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from firsthand.corroborate.same_claim.happening import same_doer
from firsthand.corroborate.telling.terms import EMPTY, plain, terms
from firsthand.corroborate.telling.values import Telling

PARTIES = frozenset({"soldiers", "police", "fighters"})
"""Parties that are doers by themselves, by the lexicon's name of them."""

OFFICES = frozenset(
    re.findall(
        r"\w+",
        "ministry minister defence defense foreign interior general staff spokesman spokeswoman "
        "spokesperson press service office statement channel headquarters regional state national "
        "military armed forces army republic department committee command group unit brigade "
        "battalion united centre center president governor mayor commander colonel major captain "
        "head chief mission north south east west northern southern eastern western central first "
        "second third republican federal people news radio agency government governmental "
        "administration authority authorities",
    )
)
"""Words of offices and ranks, which do not say whose they are."""

OFFICIAL = re.compile(
    r"\b(?:forces?|ministry|army|navy|command|brigade|battalion|fleet|front|movement|government|general "
    r"staff|administration|police|guard|council|directorate|coalition|cells|embassy|governor|minister)\b",
    re.IGNORECASE,
)
"""Publishers that are the voice of a party themselves."""

UNNAMED = frozenset(
    {"people", "gunmen", "civilians", "children", "force", "forces", "troops", "unit", "units"}
)
"""Doers of whom no more is said."""

GROUPS = ("force", "government", "organisation", "unnamed")
"""Kinds of voice that may be a party."""


class Sides:
    """Whose voice each telling is, by its name and by what others call its first hand."""

    def __init__(self, tellings: Iterable[Telling], origin_of: Mapping[str, str | None]) -> None:
        self._origin = origin_of
        self._named: dict[str, set[str]] = defaultdict(set)
        for each in tellings:
            origin = origin_of.get(each.id)
            if origin is not None and each.chain and each.chain[-1].kind in GROUPS:
                self._named[origin] |= _words(each.chain[-1].name)

    def of(self, telling: Telling) -> frozenset[str]:
        """The words by which a doer is known as the one who speaks; empty for a bare publisher."""
        if not telling.chain:
            return frozenset()
        last = telling.chain[-1]
        if len(telling.chain) == 1:
            return frozenset(_words(last.name) if OFFICIAL.search(last.name) else ())
        found = _words(last.name)
        origin = self._origin.get(telling.id)
        if last.kind not in GROUPS and origin is not None:
            found = found | self._named.get(origin, set())
        return frozenset(found)

    def is_of(self, telling: Telling, doers: Iterable[str]) -> bool:
        """Whether one of the doers is the party for which a telling speaks.

        A name decides; soldiers are the speaker's own only where neither is named.
        """
        mine, theirs = self.of(telling), set(doers) - UNNAMED
        names, others = mine - PARTIES, theirs - PARTIES
        if any(same_doer(one, other) for one in names for other in others):
            return True
        return not others and bool(theirs & mine)


def _words(name: str) -> set[str]:
    """The names and armed parties in a name, words of offices and ranks left out."""
    found = set()
    for term in terms(name):
        word = plain(name[term.start : term.end])
        if term.sort == "party" and term.key in PARTIES:
            found.add(term.key)
        if term.sort == "name" and word not in OFFICES and word not in EMPTY:
            found.add(word)
    return found
