"""The origins of a case: descriptions of voices by all documents, put together where they are of one hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from firsthand.corroborate.independence import (
    APART,
    DOUBT,
    SAME_BODY,
    SAME_MARKS,
    SAME_NAME,
    likeness,
    named,
    unnamed_people,
)
from firsthand.corroborate.names_described import Described

Key = tuple[object, ...]


def key(voice: Described) -> Key:
    """What orders descriptions the same way, whichever document came first: the most telling one first."""
    rank = 0 if voice.person and voice.body else 1 if voice.person else 2 if voice.marks else 3
    return (rank, -len(voice.person), -len(voice.marks), voice.name.casefold(), voice.phrase, voice.document)


@dataclass(eq=False)
class Cluster:
    """One origin: the descriptions that are of it, the most telling first."""

    of: list[Described]
    groups: set[int] = field(default_factory=set)

    def near(self, voice: Described) -> int:
        """How sure it is that a description is of this origin; `APART` as soon as one says otherwise."""
        telling = [each for each in self.of if each.body is not None] or self.of
        found = [likeness(each, voice) for each in (self.of if voice.person else telling)]
        return max(found) if APART not in found or SAME_NAME in found else APART


class Known:
    """All descriptions of a case in clusters, one an origin."""

    def __init__(self, hands: Iterable[tuple[int, Described]]) -> None:
        self.clusters: list[Cluster] = []
        self._where: dict[tuple[int, Key], Cluster] = {}
        given = sorted(
            {each for each in hands if each[0] >= 0 or each[1].person or each[1].marks},
            key=lambda each: (key(each[1]), each[0]),
        )
        for group, voice in given:
            if named(voice):
                self._put(group, voice, self._named(voice))
        for group, voice in sorted(given, key=lambda each: (not each[1].contact, key(each[1]), each[0])):
            if not named(voice):
                self._put(group, voice, self._unnamed(group, voice))

    def origin(self, group: int, voice: Described) -> Cluster | None:
        """The origin that a description in a group is of."""
        return self._where.get((group, key(voice)))

    def _put(self, group: int, voice: Described, cluster: Cluster | None) -> None:
        if cluster is None:
            cluster = Cluster([])
            self.clusters.append(cluster)
        if all(key(each) != key(voice) for each in cluster.of):
            cluster.of.append(voice)
        cluster.groups.add(group)
        self._where[group, key(voice)] = cluster

    def _named(self, voice: Described) -> Cluster | None:
        near = [(each.near(voice), -n, each) for n, each in enumerate(self.clusters)]
        best = max(near, key=lambda each: each[:2], default=None)
        if best is None or best[0] < (SAME_BODY if voice.person else SAME_MARKS):
            return None
        return best[2]

    def _unnamed(self, group: int, voice: Described) -> Cluster | None:
        """The origin that a voice without a name may be: in its group, in its document, in the case."""
        if voice.body == "people" or voice.sort == "open":
            return self._people(group, voice)
        here = [each for each in self.clusters if group in each.groups]
        beside = [each for each in self.clusters if any(one.document == voice.document for one in each.of)]
        for among, least in ((here, DOUBT), (beside, SAME_BODY), (self.clusters, SAME_BODY)):
            near = [(each.near(voice), -n, each) for n, each in enumerate(among)]
            best = max(near, key=lambda each: each[:2], default=None)
            if best is not None and best[0] >= least:
                return best[2]
        return None

    def _people(self, group: int, voice: Described) -> Cluster | None:
        """Unnamed people: those of the same report, or of another that may have spoken with the same."""
        if voice.sort == "open":
            for each in self.clusters:
                if group in each.groups and each.near(voice) >= DOUBT:
                    return each
        for each in self.clusters:
            if any(one.document == voice.document and _unnamed_too(one, voice) for one in each.of):
                return each
        for each in self.clusters:
            if group in each.groups and any(
                _unnamed_too(one, voice) and unnamed_people(one, voice) for one in each.of
            ):
                return each
        return None


def _unnamed_too(one: Described, voice: Described) -> bool:
    return not named(one) and one.body == voice.body and one.sort == voice.sort
