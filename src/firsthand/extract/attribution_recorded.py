"""Offices that keep a count are voices for it: "the observatory recorded 26 deaths"."""

from __future__ import annotations

from firsthand.extract.attribution_cues import Cue
from firsthand.extract.attribution_ends import Content, from_here
from firsthand.extract.attribution_grammar import Scene
from firsthand.extract.attribution_verbs import lemma_of
from firsthand.extract.events_nouns import noun_row
from firsthand.extract.voices_kinds import kind_of_word
from firsthand.resources.parser import Token
from firsthand.rules import rule

_COUNTING = frozenset({"document", "record", "count", "register", "log", "list"})
_KEEPING = frozenset({"organisation", "government", "document"})
_CASES = frozenset(
    {"case", "incident", "violation", "abuse", "death", "casualty", "killing", "victim", "breach"}
)


@rule(
    "attribution.recorded",
    means="an office that documented, recorded or counted so many cases is the voice for them",
    fires="The monitoring office documented [the killing of 26 people].",
    silent="The band recorded 12 songs about the killing of a king.",
)
def recorded(scene: Scene, cue: Cue) -> Content | None:
    """The cases that a body counts; none for a person at work or for things that are no cases."""
    voice = cue.voice
    if cue.passive or voice is None or lemma_of(cue.token) not in _COUNTING or cue.group[0].tag == "TO":
        return None
    if kind_of_word(voice) not in _KEEPING and voice.entity != "ORG":
        return None
    thing = next((c for c in cue.token.children if c.dep == "dobj" and c.i > cue.token.i), None)
    if thing is None or not _a_case(thing):
        return None
    return from_here(scene, cue, max(scene.left(thing), cue.after))


def _a_case(thing: Token) -> bool:
    """ "26 deaths", "the killing of 26 people", "40 airstrikes"."""
    return thing.lemma.lower() in _CASES or noun_row(thing) is not None
