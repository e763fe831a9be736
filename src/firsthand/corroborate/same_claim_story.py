"""Documents -> stories: which of many documents are about one happening, by their names and opening words.

Documents that are close make the core of a story (average linkage of the cosines of their weighed words); a
document that stands nearly alone joins the story that it is nearest to. Names weigh most: two earthquakes are
told in the same words, and parted by where they were.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from math import log, sqrt

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

Sums = dict[int, dict[int, float]]


def stories(topics: Mapping[str, frozenset[str]]) -> dict[str, int]:
    """The number of the story that each document belongs to; the same for any order of the documents."""
    documents = sorted(topics)
    likeness = _likeness([topics[each] for each in documents])
    members = {number: [number] for number in range(len(documents))}
    _join(members, likeness)
    _attach(members, likeness)
    numbered = sorted(members.values(), key=min)
    return {documents[each]: number for number, group in enumerate(numbered) for each in group}


def _likeness(topics: list[frozenset[str]]) -> Sums:
    """The cosine of each two documents that share a word, both ways."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, topic in enumerate(topics):
        for word in sorted(topic):
            by_word[word].append(number)
    told = {word: held for word, held in by_word.items() if 1 < len(held) <= COMMON}
    weight = {word: _weight(word, len(held), len(topics)) for word, held in by_word.items()}
    norms = [sqrt(sum(weight[word] ** 2 for word in sorted(topic))) or 1.0 for topic in topics]
    sums: Sums = {number: defaultdict(float) for number in range(len(topics))}
    for word, held in told.items():
        for place, one in enumerate(held):
            for other in held[place + 1 :]:
                share = weight[word] ** 2 / (norms[one] * norms[other])
                sums[one][other] += share
                sums[other][one] += share
    return sums


def _weight(word: str, held: int, of: int) -> float:
    return log(of / held + 0.01) * (NAME_WEIGHT if word.startswith("@") else 1.0)


def _join(members: dict[int, list[int]], sums: Sums) -> None:
    """Join the two groups whose mean likeness is highest, until none is close."""
    between: Sums = {one: dict(others) for one, others in sums.items()}
    queue = [(-likeness, one, other) for one, others in between.items() for other, likeness in others.items()]
    queue = [each for each in queue if each[1] < each[2] and -each[0] >= CLOSE]
    heapify(queue)
    while queue:
        negative, one, other = heappop(queue)
        if one not in members or other not in members:
            continue
        mean = between[one].get(other, 0.0) / (len(members[one]) * len(members[other]))
        if abs(mean + negative) > 1e-12:
            continue
        members[one] = members[one] + members.pop(other)
        for third, total in between.pop(other).items():
            between[third].pop(other, None)
            if third != one:
                between[one][third] = between[one].get(third, 0.0) + total
                between[third][one] = between[one][third]
        for third, total in between[one].items():
            renewed = total / (len(members[one]) * len(members[third]))
            if renewed >= CLOSE:
                heappush(queue, (-renewed, min(one, third), max(one, third)))


def _attach(members: dict[int, list[int]], sums: Sums) -> None:
    """Let each core that is hardly one join the nearest story."""
    cores = {name: list(group) for name, group in members.items() if len(group) > ALONE}
    home = {each: name for name, group in cores.items() for each in group}
    for name in sorted(set(members) - set(cores)):
        totals: dict[int, float] = defaultdict(float)
        for each in members[name]:
            for other, likeness in sums[each].items():
                if other in home:
                    totals[home[other]] += likeness
        nearest = max(_means(totals, len(members[name]), cores), default=(0.0, 0))
        if nearest[0] >= NEAR:
            members[-nearest[1]] = members[-nearest[1]] + members.pop(name)


def _means(
    totals: Mapping[int, float], size: int, cores: Mapping[int, list[int]]
) -> Iterable[tuple[float, int]]:
    for name, total in totals.items():
        yield total / (size * len(cores[name])), -name
