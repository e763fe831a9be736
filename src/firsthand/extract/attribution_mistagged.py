"""Verbs of showing that the parser takes for nouns: "Satellite images taken on Monday show burn scars"."""

from __future__ import annotations

from firsthand.extract.attribution_grammar import FINITE, Scene
from firsthand.extract.voices_kinds import kind_of_word
from firsthand.resources.parser import Token

_SHOWING = frozenset({"show", "shows", "indicate", "indicates", "suggest", "suggests", "reveal", "reveals"})
_LONGEST_SUBJECT = 25


def shows_after_all(scene: Scene, token: Token) -> bool:
    """Whether a word taken for a noun is the verb of a sentence that footage or a document opens.

    Only where the sentence has no finite verb before it, so that it would stay without one.
    """
    if token.lower not in _SHOWING or token.pos not in ("NOUN", "ADJ", "PROPN"):
        return False
    first = scene.sentence(token).first
    opening = scene.tokens[first : token.i]
    heads = [t for t in opening if t.dep in ("ROOT", "nsubj")]
    if not heads or len(opening) > _LONGEST_SUBJECT or kind_of_word(heads[0]) not in ("footage", "document"):
        return False
    before = opening[-1]
    alone = not any(t.tag in FINITE for t in opening)
    return alone and before.pos not in ("DET", "ADJ", "ADP") and before.tag != "PRP$"
