"""What the publisher's own reporter on the spot sees is the publisher's own: "She counts three dead"."""

from __future__ import annotations

from firsthand.extract.attribution_found import Found
from firsthand.extract.attribution_grammar import Scene
from firsthand.extract.attribution_verbs import lemma_of
from firsthand.resources.own_reporters import own_reporters

_SENSES = frozenset({"see", "count", "hear", "watch", "witness", "smell", "record", "film", "photograph"})
_PERSONS = frozenset({"he", "she", "they"})


def without_own_reporter(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions without those of a pronoun that is the reporter of a live page, who sees or counts.

    Where somebody else is a voice between the reporter's name and the pronoun, it may be that voice.
    """
    set_there = own_reporters(scene.parse.text)
    if not set_there or len(scene.stamps) < _FEWEST:
        return found
    others = sorted(
        one.source[0].start for one in found
        if one.source and (one.voice is None or one.voice.lower not in _PERSONS)
    )  # fmt: skip
    return [one for one in found if not _is_reporter(one, [span.end for span in set_there], others)]


_FEWEST = 2
"""Time stamps from which a text is a live page."""


def _is_reporter(one: Found, set_there: list[int], others: list[int]) -> bool:
    if one.voice is None or one.voice.lower not in _PERSONS or one.quoted or not one.cue or not one.source:
        return False
    verb = one.verb or one.voice.head
    at = one.source[0].start
    last = max((end for end in set_there if end <= at), default=None)
    if last is None or lemma_of(verb) not in _SENSES:
        return False
    return not any(last < other < at for other in others)
