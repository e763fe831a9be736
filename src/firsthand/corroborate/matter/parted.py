"""Documents -> matters: which documents are compared with each other.

Documents of one story are of one matter, and so are a copy and its model, and whatever people said belongs
together. What is said of two matters is never one claim. A handful of documents is handed over because it is
of one matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from firsthand.corroborate.matter.stories import stories
from firsthand.corroborate.same_claim.keys import HANDFUL
from firsthand.corroborate.verdict.scales import Reliability
from firsthand.schema import Copy, Reading, Regrouped, Value


class Handed(Value, frozen=True, kw_only=True):
    """All that a comparison is made from. Documents come in the order of publication."""

    documents: tuple[Reading, ...]
    copies: tuple[Copy, ...] = ()
    grades: dict[str, Reliability] | None = None
    """The user's own grading of sources, A to F, by name."""
    footage: tuple[frozenset[str], ...] = ()
    """Claims (`d4.c3`) that people tied to one clip, set by set."""
    regrouped: tuple[Regrouped, ...] = ()
    """What people said of groups, in the order of their decisions."""

    def tied(self) -> list[frozenset[str]]:
        """Ids of documents that belong together whatever they are about."""
        return [
            *(frozenset((each.document, each.of)) for each in self.copies),
            *(_shown_in(claims) for claims in self.footage),
            *(_decided_of(each) for each in self.regrouped if each.same),
        ]


def _shown_in(claims: Iterable[str]) -> frozenset[str]:
    return frozenset(claim.rpartition(".")[0] for claim in claims)


def _decided_of(decided: Regrouped) -> frozenset[str]:
    return frozenset(name.partition("/")[0] for name in (*decided.tellings, *decided.others))


def parted(handed: Handed, about: Mapping[str, frozenset[str]]) -> list[Handed]:
    """Matter by matter, in the order of their first documents. `about`: what each is about, by its id."""
    matter = matters(about, handed.tied())
    documents: dict[int, list[Reading]] = defaultdict(list)
    copies: dict[int, list[Copy]] = defaultdict(list)
    footage: dict[int, list[frozenset[str]]] = defaultdict(list)
    regrouped: dict[int, list[Regrouped]] = defaultdict(list)
    for reading in handed.documents:
        documents[matter[reading.document.id]].append(reading)
    for copy in handed.copies:
        copies[matter[copy.document]].append(copy)
    for claims in handed.footage:
        for number in {matter[each] for each in _shown_in(claims) if each in matter}:
            footage[number].append(claims)
    for decided in handed.regrouped:
        for number in {matter[each] for each in _decided_of(decided) if each in matter}:
            regrouped[number].append(decided)
    return [
        Handed(
            documents=tuple(members),
            copies=tuple(copies[number]),
            grades=handed.grades,
            footage=tuple(footage[number]),
            regrouped=tuple(regrouped[number]),
        )
        for number, members in documents.items()
    ]


def matters(topics: Mapping[str, frozenset[str]], tied: Iterable[Collection[str]]) -> dict[str, int]:
    """The number of the matter of each document, by id; the same for any order of the documents.

    `topics`: names and telling words of each document. `tied`: ids of documents that belong together.
    """
    if len(topics) <= HANDFUL:
        return dict.fromkeys(topics, 0)
    parent: dict[str, str] = {each: each for each in topics}

    def root(one: str) -> str:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    of_story: dict[int, list[str]] = defaultdict(list)
    for each, story in stories(topics).items():
        of_story[story].append(each)
    for together in (*of_story.values(), *tied):
        first, *others = sorted(each for each in together if each in parent) or [""]
        for other in others:
            parent[root(other)] = root(first)
    number: dict[str, int] = {}
    return {each: number.setdefault(root(each), len(number)) for each in sorted(topics)}
