"""Verbs that the parser takes for something else.

A noun: "Satellite images taken on Monday show burn scars". A participle: "The unit reported on 3 May that".
"""

from __future__ import annotations

from firsthand.extract.attribution_grammar import FINITE, Scene, own_subject
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


def active_after_all(scene: Scene, token: Token) -> bool:
    """Whether a word taken for a participle is the verb of its sentence: "The unit reported on 3 May that".

    A participle behind its noun has no clause with "that" behind it, unless it is of somebody told something.
    """
    if token.tag != "VBN" or token.dep not in ("acl", "ROOT") or token.text[:1].isupper():
        return False
    if any(child.dep in ("aux", "auxpass", "agent", "nsubjpass") for child in token.children):
        return False
    for i in range(token.i + 1, token.i + _LONGEST_DATE):
        following = scene.next_to(i)
        if following is None or following.sentence != token.sentence:
            return False
        if following.lower == "that":
            return following.tag == "IN" and following.dep == "mark"
        if following.pos not in ("ADP", "ADV") and following.entity not in ("DATE", "TIME"):
            return False
    return False


_LONGEST_DATE = 9


def subject_after_all(token: Token) -> Token | None:
    """The noun that opens the clause of such a verb: the unit, though the verb hangs on a place behind it."""
    if (own := own_subject(token)) is not None:
        return own
    noun, above = None, token
    while above.head is not above:
        above = above.head
        if above.pos in ("NOUN", "PROPN") and above.i < token.i:
            noun = above
    return noun
