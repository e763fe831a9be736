"""A reading -> who stands behind each of its claims, as far as the document itself tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from firsthand.corroborate.names.bodies import words
from firsthand.corroborate.names.described import Described, describe, is_mark, small_words
from firsthand.corroborate.names.spelled import marks_agree
from firsthand.corroborate.origins.by_calling import with_callings
from firsthand.corroborate.origins.handed import one_of_both
from firsthand.corroborate.origins.named_before import named_before, whom_it_heard
from firsthand.corroborate.origins.own_name import own_voice
from firsthand.corroborate.origins.shorter import shorter
from firsthand.corroborate.origins.taken_up import (
    mentioned,
    of_the_ministry,
    one_of_the_sources,
    still_spoken_of,
)
from firsthand.corroborate.origins.voices import (
    Told,
    described,
    meant,
    named_later,
    taken_up,
)
from firsthand.resources.capitals import cased
from firsthand.schema import Attribution, Chain, Document, Reading, Span, Value, Voice


class Carrier(Value, frozen=True, kw_only=True):
    """A document as a carrier of claims: who publishes it, and whom it names for each claim."""

    document: Document
    own: Described | None
    """The publisher as a body that knows ("Orlen Clinic"); null for a medium, which passes on others."""
    voices: Mapping[str, Described]
    """The voices of its attributions, by the attribution's id; "its spokesman" is the body meant."""
    states: frozenset[str]
    """Ids of attributions that tell what someone thinks, wants or knows, not what he says."""
    order: tuple[tuple[Span, str], ...]
    """The span of each attribution with a source, and its id, in text order."""


def carrier(reading: Reading) -> Carrier:
    """The document with its voices, described; computed from this document alone."""
    document = reading.document
    usual = small_words(document.text)
    places = frozenset(word for place in reading.places for word in place.name.split())
    known: dict[str, Described] = {}
    told = Told()
    body: Described | None = own_voice(reading, usual)
    own = body
    before: Described | None = None
    sourced = [each for each in reading.attributions if each.source]
    for one in sorted(sourced, key=lambda one: (one.source[0], one.id)):
        each = one_of_both(one, document)
        near = whom_it_heard(each, document) or named_before(each, document, places, near=True)
        taken = taken_up(each, told, before or own) if near is None else None
        voice = (
            near
            or taken
            or named_before(each, document, places)
            or meant(
                shorter(described(each, document, usual), told.first.values(), document.text),
                still_spoken_of(body, each, document.text),
                own,
                told,
            )
        )
        if taken is None:
            voice = mentioned(voice, document.text)
        voice = one_of_the_sources(of_the_ministry(voice, document.text), document.text)
        voice = named_later(voice, before, document.text)
        known[each.id] = before = voice
        told.take(voice)
        if voice.sort == "body" or (voice.body and voice.body != "people"):
            body = voice
    known = with_callings(_with_kin(_one_person(known), document.text, usual), document.text)
    states = frozenset(each.id for each in reading.attributions if each.kind == "other")
    spans = tuple(sorted((_whole(each), each.id) for each in sourced))
    return Carrier(document=document, own=own, voices=known, states=states, order=spans)


ANYONE = re.compile(r"(?:an?|one)\s", re.IGNORECASE)


def _one_person(known: dict[str, Described]) -> dict[str, Described]:
    """A single person without a name ("a witness") as the one whom the document names, where it names one."""
    people = {each.person: each for each in known.values() if each.sort == "person"}
    if len(people) != 1:
        return known
    (one,) = people.values()
    return {
        name: msgspec.structs.replace(one, anchor=each.anchor)
        if each.body == "people" and not (each.person or each.elsewhere) and ANYONE.match(each.phrase)
        else each
        for name, each in known.items()
    }


def _with_kin(known: dict[str, Described], text: str, usual: frozenset[str]) -> dict[str, Described]:
    """Bodies without proper words, with those of the only body of their kind that the document names so.

    "The minister", in a report that speaks of one defence ministry, "Velia's", is Velia's.
    """
    bare = {each.body for each in known.values() if each.body and not each.marks} - {"people", "authorities"}
    if not bare:
        return known
    called: dict[str, list[frozenset[str]]] = {}
    for match in words().body.finditer(text):
        body = words().bodies[" ".join(match.group().lower().split())]
        if match.group().lower() in ALLIED:
            continue
        if body.name in bare and (names := _names_around(match, text, usual)):
            called.setdefault(body.name, []).append(names)
    only = {body: names[0] for body, names in called.items() if all(_agree(names[0], each) for each in names)}
    return {
        name: msgspec.structs.replace(each, kin=only[each.body])
        if each.body in only and not each.marks
        else each
        for name, each in known.items()
    }


ALLIED = frozenset({"coalition", "alliance"})
"""Words for those who fight together: their names are no army's."""


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    return marks_agree(one, other, words().generic)


BEFORE_IT = cased(r"((?:[A-Z][\w-]*(?:[’']s?)?\s+){1,3})$")
AFTER_IT = cased(r"\s+of\s+(?:the\s+)?([A-Z][\w-]*(?:\s+[A-Z][\w-]*)?)")


def _names_around(match: re.Match[str], text: str, usual: frozenset[str]) -> frozenset[str]:
    """The proper words of a body where a text names it: before it, or after an "of"."""
    start = max(0, match.start() - 40)
    before = BEFORE_IT.search(text[start : match.start()])
    after = AFTER_IT.match(text, match.end())
    found = [*(before.group(1).split() if before else ()), *(after.group(1).split() if after else ())]
    return frozenset(word for word in found if is_mark(word, usual))


def _whole(each: Attribution) -> Span:
    spans = (*each.source, *each.cue, *each.content)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def links(chain: Chain, of: Carrier) -> Iterator[Described]:
    """The voices of a chain beyond the publisher, the outermost first."""
    usual = frozenset[str]()
    for voice in chain[1:]:
        known = of.voices.get(voice.attribution or "")
        if known is not None and (known.name == voice.name or known.anchor == voice.anchor or known.person):
            yield known
        else:
            yield _released(voice, of.document, usual)


def _released(voice: Voice, document: Document, usual: frozenset[str]) -> Described:
    return describe(document.id, voice.name, voice.name, voice.kind, usual, voice.anchor)
