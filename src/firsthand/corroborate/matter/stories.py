"""Documents -> stories: which of many documents are about one happening, by their names and opening words.

Documents that are close make the core of a story (average linkage of the cosines of their weighed words); a
document that stands nearly alone joins the story that it is nearest to. Names weigh most: two earthquakes are
told in the same words, and parted by where they were.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import heapify, heappop, heappush
from math import fsum, log, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

NAME_WEIGHT = 3.0
"""What a name weighs beside a plain word."""

CLOSE = 0.18
"""Mean likeness from which on two cores are one story."""

NEAR = 0.06
"""Mean likeness from which on a document that stands nearly alone joins a story."""

ALONE = 3
"""Documents up to which a core is no story of its own, if another is near."""

COMMON = 150
"""Documents that share a word, beyond which it says nothing."""

Numbers = NDArray[np.int64]

WIDEST = 4_000
"""Documents that are joined in one go: of more, chained together, only those are that are closer."""

CLOSER = 1.25


class Pairs(NamedTuple):
    """Pairs of documents by their numbers, the smaller first, and how alike they are, 0 to 1."""

    first: Numbers
    second: Numbers
    cosines: NDArray[np.float64]


def stories(topics: Mapping[str, frozenset[str]]) -> dict[str, int]:
    """The number of the story that each document belongs to; the same for any order of the documents."""
    documents = sorted(topics)
    if not documents:
        return {}
    pairs = _likeness([topics[each] for each in documents])
    cores = _joined(pairs, np.arange(len(documents)), CLOSE)
    members = {min(core): core for core in cores}
    _attach(members, pairs)
    numbered = sorted(members.values(), key=min)
    return {documents[each]: number for number, group in enumerate(numbered) for each in group}


def _likeness(topics: list[frozenset[str]]) -> Pairs:
    """The cosine of each two documents that share a word that is not too common."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, topic in enumerate(topics):
        for word in topic:
            by_word[word].append(number)
    weight = {word: _weight(word, len(held), len(topics)) for word, held in by_word.items()}
    norms = np.array([sqrt(fsum(weight[word] ** 2 for word in topic)) or 1.0 for topic in topics])
    told = sorted(word for word, held in by_word.items() if 1 < len(held) <= COMMON)
    keys, shares = [np.empty(0, np.int64)], [np.empty(0)]
    for word in told:
        held = np.array(by_word[word])
        one, other = np.triu_indices(len(held), 1)
        keys.append(held[one] * len(topics) + held[other])
        shares.append(np.full(len(one), weight[word] ** 2))
    pairs, place = np.unique(np.concatenate(keys), return_inverse=True)
    first, second = np.divmod(pairs, max(1, len(topics)))
    shared = np.bincount(place, weights=np.concatenate(shares), minlength=len(pairs))
    return Pairs(first, second, shared / (norms[first] * norms[second]))


def _weight(word: str, held: int, of: int) -> float:
    return log(of / held + 0.01) * (NAME_WEIGHT if word.startswith("@") else 1.0)


def _joined(pairs: Pairs, documents: Numbers, reach: float) -> list[list[int]]:
    """The documents in cores. Only those that a chain of pairs connects, each as close as `reach`, are looked
    at together: a mean is no higher than the highest of what it is the mean of."""
    found: list[list[int]] = []
    for part, within in _connected(pairs, documents, reach):
        if len(part) > WIDEST:
            found += _joined(within, part, reach * CLOSER)
        else:
            found += [[int(part[each]) for each in core] for core in _linked(part, within)]
    return found


def _connected(pairs: Pairs, documents: Numbers, reach: float) -> Iterator[tuple[Numbers, Pairs]]:
    """Documents that chains of close pairs connect, with all pairs among them."""
    root = {each: each for each in documents.tolist()}

    def of(one: int) -> int:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    close = pairs.cosines >= reach
    for one, other in zip(pairs.first[close].tolist(), pairs.second[close].tolist(), strict=True):
        root[of(one)] = of(other)
    roots = np.array([of(each) for each in documents.tolist()], np.int64)
    of_first, of_second = (roots[np.searchsorted(documents, each)] for each in (pairs.first, pairs.second))
    inside = np.flatnonzero(of_first == of_second)
    inside = inside[np.argsort(of_first[inside], kind="stable")]
    order = np.argsort(roots, kind="stable")
    names, starts = np.unique(roots[order], return_index=True)
    ends = np.searchsorted(of_first[inside], names, side="right")
    begins = np.searchsorted(of_first[inside], names, side="left")
    for part, begin, end in zip(np.split(documents[order], starts[1:]), begins, ends, strict=True):
        chosen = inside[begin:end]
        yield np.sort(part), Pairs(pairs.first[chosen], pairs.second[chosen], pairs.cosines[chosen])


def _linked(part: Numbers, pairs: Pairs) -> list[list[int]]:
    """Places in `part` in cores: the two whose mean likeness is highest are joined, until none is close."""
    first, second = np.searchsorted(part, pairs.first), np.searchsorted(part, pairs.second)
    sums = np.zeros((len(part), len(part)))
    sums[first, second] = sums[second, first] = pairs.cosines
    sizes = np.ones(len(part))
    cores = {number: [number] for number in range(len(part))}
    near = pairs.cosines >= CLOSE
    queue = list(
        zip((-pairs.cosines[near]).tolist(), first[near].tolist(), second[near].tolist(), strict=True)
    )
    heapify(queue)
    while queue:
        negative, one, other = heappop(queue)
        if one not in cores or other not in cores:
            continue
        if abs(sums[one, other] / (sizes[one] * sizes[other]) + negative) > 1e-12:
            continue
        cores[one] += cores.pop(other)
        sizes[one] += sizes[other]
        sums[one] += sums[other]
        sums[other] = 0.0
        sums[one, one] = 0.0
        sums[:, one], sums[:, other] = sums[one], 0.0
        means = sums[one] / (sizes[one] * sizes)
        for third in np.flatnonzero(means >= CLOSE).tolist():
            heappush(queue, (-float(means[third]), min(one, third), max(one, third)))
    return list(cores.values())


def _attach(members: dict[int, list[int]], pairs: Pairs) -> None:
    """Let each core that is hardly one join the nearest story."""
    cores = {name: list(group) for name, group in members.items() if len(group) > ALONE}
    home = {each: name for name, group in cores.items() for each in group}
    loose = {each: name for name, group in members.items() if name not in cores for each in group}
    settled = np.zeros(len(home) + len(loose), bool)
    settled[list(home)] = True
    totals: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    between = np.flatnonzero(settled[pairs.first] != settled[pairs.second])
    for one, other, cosine in zip(*(column[between].tolist() for column in pairs), strict=True):
        if one in loose:
            totals[loose[one]][home[other]] += cosine
        else:
            totals[loose[other]][home[one]] += cosine
    for name in sorted(totals):
        nearest = max(_means(totals[name], len(members[name]), cores), default=(0.0, 0))
        if nearest[0] >= NEAR:
            members[-nearest[1]] = members[-nearest[1]] + members.pop(name)


def _means(
    totals: Mapping[int, float], size: int, cores: Mapping[int, list[int]]
) -> Iterable[tuple[float, int]]:
    for name, total in totals.items():
        yield total / (size * len(cores[name])), -name
