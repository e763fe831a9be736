"""Media that documents name as voices: by the name of a publisher of the case, or by its first words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import msgspec

from firsthand.corroborate.names.described import Described
from firsthand.corroborate.names.publishers import is_medium
from firsthand.corroborate.names.spelled import plain, same_mark
from firsthand.corroborate.origins.document import Carrier

NAMED_AS = ("person", "organisation", "outlet", "unnamed")
"""As what a reading may take the short name of a medium ("Anker" for the Anker News Agency)."""


def media_named(carriers: Mapping[str, Carrier]) -> dict[str, Carrier]:
    """The documents, in each of which a voice that is another's publisher is a medium to be followed."""
    media: dict[str, list[str]] = {}
    for each in carriers.values():
        publisher = each.document.publisher or ""
        if each.own is None and is_medium(publisher) and (words := _words(publisher)):
            media.setdefault(words[0], []).append(publisher)
    if not media:
        return dict(carriers)
    return {name: _with_media(each, media) for name, each in carriers.items()}


def countries_named(carriers: Mapping[str, Carrier]) -> dict[str, Carrier]:
    """The documents, a voice of one word ("Velia said") in them no person where some names a body of it."""
    marks = _marks(carriers, lambda voice: voice.body is not None)
    return {name: _with_countries(each, marks) for name, each in carriers.items()}


def _marks(carriers: Mapping[str, Carrier], wanted: Callable[[Described], bool]) -> set[str]:
    """The proper words of all wanted bodies that the documents let speak, or that publish them."""
    return {
        mark
        for each in carriers.values()
        for voice in (*each.voices.values(), *filter(None, (each.own,)))
        if wanted(voice) and not voice.person
        for mark in voice.marks
    }


def _with_voices(of: Carrier, voices: dict[str, Described]) -> Carrier:
    """A document with other voices; itself where they are the same."""
    return of if voices == of.voices else msgspec.structs.replace(of, voices=voices)


def _with_countries(of: Carrier, marks: set[str]) -> Carrier:
    voices = {
        name: msgspec.structs.replace(voice, kind="government", person=(), marks=frozenset(voice.person))
        if len(voice.person) == 1
        and voice.body is None
        and voice.name == voice.person[0]
        and any(same_mark(voice.name, mark) for mark in marks)
        else voice
        for name, voice in of.voices.items()
    }
    return _with_voices(of, voices)


def of_their_country(carriers: Mapping[str, Carrier]) -> dict[str, Carrier]:
    """The documents, in each of which "the defence ministry", told of no country, is that of its medium's.

    A publisher is of a country where its name opens with a word that tells some body of state in the case
    ("Kaldor Telegraph", beside "Kaldor's General Staff").
    """
    marks = _marks(carriers, lambda voice: voice.body in OF_STATE)
    return {name: _with_country(each, marks) for name, each in carriers.items()}


OF_STATE = frozenset({"military", "government", "ministry", "interior", "security", "justice", "health"})
"""Bodies of which each country has one."""


def _with_country(of: Carrier, marks: set[str]) -> Carrier:
    opens = (of.document.publisher or "").split()[:1]
    land = next((mark for mark in sorted(marks) if opens and same_mark(opens[0], mark)), None)
    if land is None:
        return of
    voices = {
        name: msgspec.structs.replace(voice, land=frozenset({land}))
        if voice.body in OF_STATE and not voice.marks
        else voice
        for name, voice in of.voices.items()
    }
    return _with_voices(of, voices)


def _with_media(of: Carrier, media: Mapping[str, list[str]]) -> Carrier:
    voices = {name: _as_medium(voice, of, media) for name, voice in of.voices.items()}
    return _with_voices(of, voices)


def _as_medium(voice: Described, of: Carrier, media: Mapping[str, list[str]]) -> Described:
    said = _words(voice.name)
    if not said or voice.kind not in NAMED_AS or voice.body is not None or len(voice.person) > 1:
        return voice
    ends = {each for names in media.values() for each in names if _ends_with(said, _words(each))}
    if not voice.name.removeprefix("the ")[:1].isupper() and not ends:
        return voice
    named = {each for each in media.get(said[0], ()) if _words(each)[: len(said)] == said} or ends
    if len(named) != 1 or named == {of.document.publisher}:
        return voice
    return msgspec.structs.replace(voice, name=named.pop(), kind="outlet", person=(), marks=frozenset())


def _ends_with(said: list[str], name: list[str]) -> bool:
    """Whether words end with the whole name of a medium, of two words or more ("the daily Harbour Post")."""
    return 1 < len(name) < len(said) and said[-len(name) :] == name


def _words(name: str) -> list[str]:
    words = [plain(word) for word in re.findall(r"[^\W_]+", name)]
    return words[1:] if words[:1] == ["the"] else words
