"""The origins of a case: descriptions of voices by all documents, put together where they are of one hand.

A named voice is compared with those that share a word of its name, so a case of many thousand voices is not
compared pair by pair; a voice without a name with those of its group and of its own document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from firsthand.corroborate.independence.likeness import (
    APART,
    DOUBT,
    MAY_BE,
    MINISTRIES,
    SAME_BODY,
    SAME_MARKS,
    SAME_NAME,
    likeness,
    marks_agree,
    named,
    unnamed_people,
)
from firsthand.corroborate.names.bodies import FILMED, words
from firsthand.corroborate.names.described import Described
from firsthand.corroborate.names.spelled import plain, same_mark, sound
from firsthand.corroborate.origins.by_calling import as_the_person, may_be_the_only, so_called
from firsthand.corroborate.origins.doctors import any_doctor

Key = tuple[object, ...]

MEMBERS = 24
"""Differing descriptions of one origin that a new one is compared with; more tell nothing new."""
FEW_BODIES = 24
"""Named bodies of one kind in a case up to which another is compared with all of them."""
NOWHERE = -1
"""The group of voices that are only known of: they tell who is who and stand behind nothing."""


def key(voice: Described) -> Key:
    """What orders descriptions the same way, whichever document came first: the most telling one first."""
    rank = 0 if voice.person and voice.body else 1 if voice.person else 2 if voice.marks else 3
    return (rank, -len(voice.person), -len(voice.marks), voice.name.casefold(), voice.phrase, voice.document)


class Cluster:
    """One origin: the descriptions that are of it, the most telling first."""

    def __init__(self) -> None:
        self.of: list[Described] = []
        self._content: set[Key] = set()
        self._by_document: dict[str, list[Described]] = {}
        self.people: list[Described] = []

    def add(self, voice: Described) -> None:
        """Take a description in; one of the same content is not taken twice."""
        content = (voice.name, voice.person, voice.body, voice.marks, voice.kind, voice.clip)
        if content not in self._content:
            self._content.add(content)
            self.of.append(voice)
        self._by_document.setdefault(voice.document, []).append(voice)
        if (
            voice.person
            and len(self.people) < MEMBERS
            and voice.called not in [one.called for one in self.people]
        ):
            self.people.append(voice)

    def of_document(self, document: str) -> list[Described]:
        """The descriptions that one document gives."""
        return self._by_document.get(document, [])

    def near(self, voice: Described) -> int:
        """How sure it is that a description is of this origin; `APART` as soon as one says otherwise."""
        members = [*self.of[:MEMBERS], *self.of_document(voice.document)[:MEMBERS]]
        telling = members if voice.person else [each for each in members if each.body is not None] or members
        if voice.marks and not voice.person:
            telling = [each for each in telling if each.marks] or telling
        if not voice.person:
            telling = [each for each in telling if each.marks or not each.person or each.body] or telling
        found = {likeness(each, voice) for each in telling}
        if voice.sort == "clip" and APART in found:
            return APART  # "a video" may be the drone's and may be the phone's: the two stay two
        return max(found) if APART not in found or SAME_NAME in found else APART


class Known:
    """All descriptions of a case in clusters, one an origin."""

    def __init__(self, hands: Iterable[tuple[int, Described]]) -> None:
        self._where: dict[tuple[int, Key], Cluster] = {}
        self._by_word: dict[Key, dict[Cluster, None]] = defaultdict(dict)
        self._by_group: dict[int, dict[Cluster, None]] = defaultdict(dict)
        self._by_document: dict[str, dict[Cluster, None]] = defaultdict(dict)
        self._by_body: dict[tuple[str | None, bool], dict[Cluster, None]] = defaultdict(dict)
        given = sorted(
            {each for each in hands if each[0] != NOWHERE or each[1].person or each[1].marks},
            key=lambda each: (key(each[1]), each[0]),
        )
        countries = _countries(voice for _, voice in given)
        for group, voice in given:
            if named(voice) and voice.name not in countries and not any_doctor(voice):
                self._put(group, voice, self._named(group, voice))
        for group, voice in sorted(given, key=lambda each: (not each[1].contact, key(each[1]), each[0])):
            if not named(voice) or voice.name in countries or any_doctor(voice):
                if (one := self._so_called(group, voice)) is not None:
                    one.add(as_the_person(voice, one.people))
                    self._where[group, key(voice)] = one
                    continue
                self._put(group, voice, self._unnamed(group, voice))
        self._governments(given)

    def origin(self, group: int, voice: Described) -> Cluster | None:
        """The origin that a description in a group is of."""
        return self._where.get((group, key(voice)))

    def _governments(self, given: Iterable[tuple[int, Described]]) -> None:
        """A government that says what one of its ministries says of the same claim, as that ministry."""
        for group, voice in given:
            if group == NOWHERE or voice.person or not GOVERNMENT.search(voice.phrase):
                continue
            own = self._where[group, key(voice)]
            if any(_ministry_of(one, voice) for one in own.of):
                continue
            for each in self._by_group[group]:
                if each is not own and any(_ministry_of(one, voice) for one in each.of):
                    self._where[group, key(voice)] = each
                    break

    def _put(self, group: int, voice: Described, found: Cluster | None) -> None:
        cluster = Cluster() if found is None else found
        cluster.add(voice)
        self._where[group, key(voice)] = cluster
        self._by_document[voice.document][cluster] = None
        if group != NOWHERE:
            self._by_group[group][cluster] = None
        if named(voice):
            for word in key_words(voice):
                self._by_word[word][cluster] = None
        if voice.body is not None:
            self._by_body[voice.body, named(voice)][cluster] = None

    def _named(self, group: int, voice: Described) -> Cluster | None:
        among: dict[Cluster, None] = {}
        for word in key_words(voice):
            among |= self._by_word[word]
        if voice.body is not None:
            among |= self._by_document[voice.document] | self._by_group[group]
            akin = self._by_body[voice.body, True]
            among |= akin if len(akin) <= FEW_BODIES else {}
        return _nearest(among, voice, SAME_BODY if voice.person else SAME_MARKS)

    def _unnamed(self, group: int, voice: Described) -> Cluster | None:
        """The origin that a voice without a name may be: in its group, in its document, in the case."""
        if voice.body == "people" or voice.sort == "open":
            return self._people(group, voice)
        publishes = voice.anchor is None and voice.sort == "body"  # in its own name, so not vaguely
        here = _nearest(self._by_group[group], voice, MAY_BE if publishes else DOUBT)
        beside = here or _nearest(self._by_document[voice.document], voice, SAME_BODY)
        return beside or self._in_the_case(voice)

    def _so_called(self, group: int, voice: Described) -> Cluster | None:
        """The only named person of a group who is called what a voice without a name is called."""
        others = self._by_group[group]
        found = [each for each in others if any(so_called(voice, one) for one in each.people)]
        if not found and voice.elsewhere:
            found = [each for each in others if may_be_the_only(voice, each.people)]
        return found[0] if len(found) == 1 else None

    def _in_the_case(self, voice: Described) -> Cluster | None:
        """The one body of its kind that the case knows by name; where it knows several, none is meant."""
        known = self._by_body[voice.body, True]
        if len(known) > 1:
            return None
        return _nearest(known or self._by_body[voice.body, False], voice, SAME_BODY)

    def _people(self, group: int, voice: Described) -> Cluster | None:
        """Unnamed people: those of the same report, or of another that may have spoken with the same."""
        if (trade := _the_one(voice)) and (one := self._only_one(group, trade)):
            return one
        if voice.sort == "open" and (near := _first(self._by_group[group], voice, DOUBT)):
            return near
        for each in self._by_document[voice.document]:
            if any(_unnamed_too(one, voice) for one in each.of_document(voice.document)):
                return each
        for each in self._by_group[group]:
            if any(_unnamed_too(one, voice) and unnamed_people(one, voice) for one in each.of):
                return each
        return None

    def _only_one(self, group: int, trade: str) -> Cluster | None:
        """The only named person of a trade whom a group hears: "the teacher" is she."""
        found = [
            each
            for each in self._by_group[group]
            if any(one.person and re.search(rf"\b{trade}\b", one.phrase, re.IGNORECASE) for one in each.of)
        ]
        return found[0] if len(found) == 1 else None


THE_TRADE = re.compile(
    r"the\s+(?:(?:man|woman|old|young|elderly|local|village)\s+)?(?P<trade>teacher|baker|farmer|fisherman|shepherd|"
    r"driver|herder|vendor|shopkeeper|miller|tailor|barber|butcher|cook|gardener|pensioner|student|trader|ferryman)\b"
    r"(?=\s+(?:who|whose|that|from|of|in|at)\b|$)",
    re.IGNORECASE,
)


def _the_one(voice: Described) -> str | None:
    """The trade of one whom the words take for known: "the woman teacher who chaired the table"."""
    match = THE_TRADE.match(voice.phrase) if not named(voice) else None
    return match.group("trade") if match else None


def _ministry_of(one: Described, government: Described) -> bool:
    """Whether a voice speaks for a ministry or the forces of a government, and of no other country."""
    speaks = one.body in MINISTRIES | {"ministry"} and MINISTRY.search(one.phrase) is not None
    return speaks and marks_agree(one.marks or one.kin, government.marks or government.kin)


GOVERNMENT = re.compile(r"\b(?:government|cabinet|regime)\b", re.IGNORECASE)
MINISTRY = re.compile(
    r"\b(?:ministry|minister|ministry's|army|armed\s+forces|general\s+staff)\b", re.IGNORECASE
)


def _countries(voices: Iterable[Described]) -> frozenset[str]:
    """One-word names that also stand in the name of a body ("Velia", "Velia's army").

    Which of its bodies speaks for it is seen in each group alone.
    """
    known = list(voices)
    bare = {
        each.name
        for each in known
        if each.body is None and not each.person and each.name.isalpha() and each.marks
    }
    marks = {mark for each in known if each.body is not None and not each.person for mark in each.marks}
    return frozenset(name for name in bare if any(same_mark(name, mark) for mark in marks))


def key_words(voice: Described) -> Iterator[Key]:
    """The words by which a named voice is found again, in any spelling that may be its own."""
    if voice.person:
        hard = re.sub(r"[aeiou]", "", sound(voice.person[-1])) or sound(voice.person[-1])
        yield from (("starts", hard[:2]), ("ends", hard[-2:]))
        if voice.given or len(voice.person) > 1:
            yield ("given", sound(voice.person[0])[:3])
    elif len(voice.marks) > 1 and voice.sort == "body":
        for mark in sorted(voice.marks):
            hard = re.sub(r"[aeiou]", "", sound(mark)) or sound(mark)
            yield from (("starts", hard[:2]), ("ends", hard[-2:]))
    yield from (("role", role) for role in sorted(voice.roles))
    if voice.clip is not None:
        yield ("clip", "video" if voice.clip in FILMED else voice.clip)
    if voice.sort == "outlet":
        yield ("outlet", plain(voice.name))
    telling = [mark for mark in voice.marks if plain(mark) not in words().generic] or list(voice.marks)
    for mark in telling:
        digits = re.sub(r"\D", "", mark)
        yield ("mark", digits if mark[:1].isdigit() else sound(mark)[:3])


def _nearest(among: Iterable[Cluster], voice: Described, least: int) -> Cluster | None:
    near = [(each.near(voice), -n, each) for n, each in enumerate(among)]
    best = max(near, key=lambda each: each[:2], default=None)
    return best[2] if best is not None and best[0] >= least else None


def _first(among: Iterable[Cluster], voice: Described, least: int) -> Cluster | None:
    return next((each for each in among if each.near(voice) >= least), None)


def _unnamed_too(one: Described, voice: Described) -> bool:
    return not named(one) and one.body == voice.body and one.sort == voice.sort
