"""Groups that a rule finds to part -> those of which a network finds that not both can hold.

The network alone takes any quarrel for a contradiction, and a rule alone any likeness of words: only what
both find is told. One quarrel is told by many groups: it is shown by those most told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from firsthand.corroborate.contradiction.asked import NEAR, asked
from firsthand.corroborate.contradiction.field import Parted
from firsthand.corroborate.contradiction.proposed import Proposal, answer, figures, proposals
from firsthand.corroborate.contradiction.scope import Pair
from firsthand.resources.meaning import Judged, MeaningModel

CLOSE = 0.45
"""Cosine that is asked where no rule names what the two are about."""

SHARE = 0.95
"""Part of the chance asked that the two must have by whom a quarrel is shown; they are the most told."""

SURER, MOST_ASKED = 0.15, 0.9
"""What is asked beside of that chance for every time that documents tell twice as much, and at most."""

JUDGED = 400
"""Pairs of tellings judged for one quarrel at most."""

ToldBy = Callable[[str, str], tuple[int, int, int]]
"""For two groups what is shown first: the most told, then the earliest."""


class Meant(NamedTuple):
    """Two groups, two of their tellings, and what a rule finds these to part in."""

    a: str
    b: str
    proposal: Proposal
    pair: Pair


def meant(a: str, b: str, met: Sequence[Pair], differ: Callable[[Pair], bool]) -> Iterator[Meant]:
    """What two groups part in by a rule; `differ` tells whether two figures may contradict each other."""
    for pair in met:
        for proposal in figures(pair) if differ(pair) else proposals(pair):
            yield Meant(a, b, proposal, pair)


def answered(a: str, b: str, met: Sequence[Pair]) -> Iterator[Meant]:
    """What two groups may deny of each other though no rule finds it."""
    for pair in met:
        for proposal in answer(pair):
            yield Meant(a, b, proposal, pair)


def confirmed(
    found: Sequence[Meant], meaning: MeaningModel, told_by: ToldBy, told_over: float
) -> Iterator[tuple[str, str, Parted]]:
    """Of each quarrel that the network confirms somewhere, the two groups that most documents tell.

    `told_over`: how many times twice as much the documents tell as a few lines do.
    """
    if not found:
        return

    def least(each: Meant) -> float:
        return asked(each.proposal.least, SURER, MOST_ASKED, told_over)

    quarrels: dict[tuple[str, ...], list[Meant]] = defaultdict(list)
    for each in sorted(found, key=lambda each: (told_by(each.a, each.b), each.pair.a.id, each.pair.b.id)):
        if len(quarrels[each.proposal.about]) < JUDGED:
            quarrels[each.proposal.about].append(each)
    judged = _judged([each.pair for quarrel in quarrels.values() for each in quarrel], meaning)
    for _, quarrel in sorted(quarrels.items()):
        near = [
            (each, said)
            for each in quarrel
            if (said := judged[_tellings(each.pair)]).near >= (CLOSE if each.proposal.alone else NEAR)
            and (said.contradict >= least(each) or not each.proposal.alone)
        ]
        if any(said.contradict >= least(each) for each, said in near):
            shown = [one for one in near if one[1].contradict >= SHARE * least(one[0])]
            best, said = min(
                shown, key=lambda one: (told_by(one[0].a, one[0].b), -one[1].contradict, one[0].pair.a.id)
            )
            alone = said.contradict if best.proposal.alone else None
            yield (
                best.a,
                best.b,
                Parted(best.proposal.field, best.pair, said.contradict, by_meaning=alone),
            )


def _tellings(pair: Pair) -> tuple[str, str]:
    one, other = sorted((pair.a.id, pair.b.id))
    return one, other


def _judged(pairs: Sequence[Pair], meaning: MeaningModel) -> dict[tuple[str, str], Judged]:
    """What the network says of each two tellings, each read once."""
    wanted = sorted({_tellings(pair) for pair in pairs})
    tellings = {each.id: each for pair in pairs for each in (pair.a, pair.b)}
    number = {name: n for n, name in enumerate(sorted(tellings))}
    read = meaning.read([tellings[name].spoken(tellings[name].as_meant) for name in number])
    numbered = [(number[a], number[b]) for a, b in wanted]
    return dict(zip(wanted, meaning.judge(read, numbered, NEAR), strict=True))
