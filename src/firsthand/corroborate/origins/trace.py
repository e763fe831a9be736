"""Groups -> who holds each telling at first hand, followed across the documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

import msgspec

from firsthand.corroborate.names.described import Described, describe
from firsthand.corroborate.names.publishers import is_medium
from firsthand.corroborate.names.spelled import plain
from firsthand.corroborate.origins.document import Carrier, carrier
from firsthand.corroborate.origins.follow import Followed, follow
from firsthand.corroborate.origins.hands import Hand, chain_links, hand
from firsthand.corroborate.origins.known import NOWHERE, Cluster, Known, key
from firsthand.corroborate.origins.media import countries_named, media_named, of_their_country
from firsthand.corroborate.origins.own_words import standing
from firsthand.corroborate.origins.statement import says_we
from firsthand.corroborate.telling.values import Telling
from firsthand.schema import Because, Copy, Document, Origin, Reading, Reasons, Value

KINDS = {
    "military": "force",
    "armed_group": "party",
    "security": "party",
    "opposition": "party",
    "people": "witness",
    "village": "witness",
    "chaplain": "witness",
    "civil_group": "organisation",
    "united_nations": "organisation",
    "think_tank": "organisation",
    "church": "organisation",
    "mosque": "organisation",
    "company": "organisation",
}
"""What a body is called among the origins; a body not named here is official."""


class Traced(Value, frozen=True, kw_only=True):
    """Where the tellings of a comparison come from."""

    origins: tuple[Origin, ...]
    of: Mapping[str, str | None]
    """Id of the origin of each telling, by the telling's id; null where it cannot be traced."""
    because: Mapping[str, Reasons]
    voices: Mapping[str, Described] = {}
    """The voice of each telling that is traced, as its document describes it, by the telling's id."""


def trace(
    groups: Sequence[Sequence[Telling]],
    copies: Sequence[Copy],
    readings: Sequence[Reading] = (),
    doubtful: Collection[str] = (),
) -> Traced:
    """The origin of every telling; a copy keeps its model's, what cannot be traced has none.

    What each document tells of its own voices is read from `readings`, each on its own. `doubtful`: ids of
    tellings that are not surely of their group, and add no first hand to it.
    """
    read = {each.document.id: each for each in (*_unread(groups), *readings)}
    alone = countries_named({name: carrier(each) for name, each in read.items()})
    carriers = of_their_country(media_named(_known_by_others(alone)))
    knows = {name: standing(carriers[name], footage=bool(each.footage)) for name, each in read.items()}
    hands: dict[str, Hand] = {}
    for group in groups:
        for telling in group:
            of = carriers[telling.document]
            hands[telling.id] = hand(telling, chain_links(telling, of), of, knows[telling.document])
    followed = follow(groups, copies, carriers, hands, doubtful)
    named = [(NOWHERE, voice) for each in carriers.values() for voice in each.voices.values()]
    known = Known(
        [*named, *((each.group, each.voice) for each in followed.values() if each.voice is not None)]
    )
    return _told_apart(_named(groups, followed, known), groups)


def _unread(groups: Sequence[Sequence[Telling]]) -> list[Reading]:
    """An empty reading for each document: where the real one is not at hand, the chain alone is gone by."""
    publishers = {each.document: each.chain[0].name for group in groups for each in group if each.chain}
    return [
        Reading(document=Document(id=name, sha256="", text="", publisher=publisher))
        for name, publisher in publishers.items()
    ]


def _known_by_others(carriers: Mapping[str, Carrier]) -> dict[str, Carrier]:
    """Publishers that other documents name as a body that speaks ("Clearway said") know for themselves.

    A name of two words is easily read as a person's; who publishes under it and says "we", or lets nobody
    else speak, is a body.
    """
    made = dict(carriers)
    bodies: dict[str, list[Described]] = defaultdict(list)
    for voice in (one for other in carriers.values() for one in other.voices.values()):
        body = voice.kind in ("organisation", "force", "government") and voice.marks and not voice.person
        if body or voice.sort == "person":
            for word in {plain(word) for word in voice.phrase.split()}:
                bodies[word].append(voice)
    for name, each in carriers.items():
        if each.own is not None or is_medium(each.document.publisher):
            continue
        held = (each.document.publisher or "").split()
        for voice in min((bodies[plain(word)] for word in held), key=len, default=[]):
            if voice.document != name and publishes(voice, each.document.publisher):
                if voice.person and each.voices and not says_we(each.document.text):
                    continue
                kind = "organisation" if voice.person else voice.kind
                own = describe(name, each.document.publisher or name, voice.phrase, kind)
                made[name] = msgspec.structs.replace(each, own=own)
                break
    return made


def publishes(voice: Described, publisher: str | None) -> bool:
    """Whether the whole name of a publisher is the name of a voice: Clearway, "the charity Clearway"."""
    held = {plain(word) for word in (publisher or "").split()}
    return bool(held) and held <= {plain(word) for word in voice.phrase.split()}


def _named(groups: Sequence[Sequence[Telling]], followed: Mapping[str, Followed], known: Known) -> Traced:
    """The clusters with their ids, in the order in which the groups first need them."""
    ids: dict[int, str] = {}
    made: dict[str, Origin] = {}
    alone = _bodies_alone(groups, followed, known)
    of: dict[str, str | None] = {}
    for group in groups:
        for telling in group:
            each = followed[telling.id]
            cluster = known.origin(each.group, each.voice) if each.voice is not None else None
            if cluster is None:
                of[telling.id] = None
                continue
            name = ids.setdefault(id(cluster), f"o{len(ids) + 1}")
            made.setdefault(name, _origin(name, cluster, alone.get(id(cluster))))
            of[telling.id] = name
    because = {name: each.because for name, each in followed.items()}
    voices = {name: each.voice for name, each in followed.items() if each.voice is not None}
    return Traced(origins=tuple(made.values()), of=of, because=because, voices=voices)


def _bodies_alone(
    groups: Sequence[Sequence[Telling]], followed: Mapping[str, Followed], known: Known
) -> dict[int, Described]:
    """The bodies that stand behind a figure where a named person of theirs gives another.

    They go by their own name: a doctor who gave one figure is no voice for what her hospital gave before.
    """
    found: dict[int, list[Described]] = defaultdict(list)
    theirs: dict[int, set[Counted]] = defaultdict(set)
    persons: dict[int, set[Counted]] = defaultdict(set)
    for group in groups:
        here: dict[int, list[Described]] = defaultdict(list)
        for voice, number in ((each.voice, each.group) for each in (followed[one.id] for one in group)):
            cluster = known.origin(number, voice) if voice is not None else None
            if cluster is not None and voice is not None:
                here[id(cluster)].append(voice)
        counted = {
            (one.measure, one.figure.min, one.figure.max) for one in group if one.figure and one.measure
        }
        for name, voices in here.items():
            if all(one.sort == "body" and not one.person and one.kind in BODIES for one in voices):
                found[name].extend(voices)
                theirs[name] |= counted
            else:
                persons[name] |= counted
    other = {name for name, own in theirs.items() if _another_figure(own, persons[name])}
    return {name: min(voices, key=key) for name, voices in found.items() if name in other}


Counted = tuple[str | None, float | None, float | None]


def _another_figure(own: Collection[Counted], persons: Collection[Counted]) -> bool:
    """Whether people give a figure of what a body counts, and never the body's own."""
    measures = {each[0] for each in own}
    said = {each for each in persons if each[0] in measures}
    return bool(said) and not said & set(own)


BODIES = frozenset({"organisation", "force", "government"})
"""Kinds of voices that are a body's, not those of an office that one person holds."""


def _told_apart(traced: Traced, groups: Sequence[Sequence[Telling]]) -> Traced:
    """Origins of one description, with whoever spoke to them: "residents (Harbour Post)"."""
    called = Counter(each.name.casefold() for each in traced.origins)
    twice = {each.id for each in traced.origins if called[each.name.casefold()] > 1}
    if not twice:
        return traced
    told = [each for group in groups for each in group if each.chain]
    by = {traced.of[each.id]: each.chain[0].name for each in reversed(told)}
    origins = tuple(
        msgspec.structs.replace(each, name=f"{each.name} ({by[each.id]})")
        if each.id in twice and each.id in by
        else each
        for each in traced.origins
    )
    return msgspec.structs.replace(traced, origins=origins)


def _origin(name: str, cluster: Cluster, alone: Described | None = None) -> Origin:
    first = alone if alone is not None and cluster.of[0].person else cluster.of[0]
    party, why = party_to_conflict(cluster.of)
    others = sorted({each.name for each in cluster.of} - {first.name})
    same = Because(rule="origin.same_voice", note="also called " + ", ".join(others)) if others else None
    return Origin(
        id=name,
        name=first.name,
        kind=kind_of(first),  # type: ignore[arg-type]
        party_to_conflict=party,
        because=tuple(each for each in (same, why) if each),
    )


def kind_of(voice: Described) -> str:
    """What an origin is called: witness, official, force, party, organisation, footage, document, unnamed."""
    if voice.sort == "clip":
        return "footage"
    if voice.body is not None:
        return KINDS.get(voice.body, "official")
    plain = {"person": "witness", "outlet": "witness", "document": "document", "unnamed": "unnamed"}
    return plain.get(voice.kind, "force" if voice.kind == "force" else "organisation")


def party_to_conflict(voices: Sequence[Described]) -> tuple[bool | None, Because]:
    """Whether an origin fights or governs a side of the war, by what its descriptions say it is."""
    sides = {each.side for each in voices}
    if "party" in sides or any(each.kind == "force" for each in voices):
        return True, Because(rule="independence.party", note="fights, or governs a side of the conflict")
    if "apart" in sides or voices[0].sort in ("person", "clip", "people", "outlet"):
        return False, Because(rule="independence.apart", note="no party to the conflict by what it is")
    return None, Because(rule="independence.side_open", note="the words do not tell whether it is a party")
