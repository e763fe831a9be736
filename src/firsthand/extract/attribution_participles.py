"""Whose words a participle goes on with: "The colonel said her men had left, adding that nobody was hurt"."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.extract.attribution_grammar import VERBAL, Scene, comma_before, subject
from firsthand.extract.attribution_verbs import lemma_of, speaks
from firsthand.resources.parser import Token

_OF_THE_SENTENCE = frozenset({"add", "cite", "quote", "note", "refer"})
"""Verbs whose participle goes on with the sentence's outermost voice, though a nearer one also speaks."""
_HIGHEST = 12


def speaker_of_participle(scene: Scene, token: Token) -> Token | None:
    """The subject of the cue that a participle behind a comma goes on with; None where there is none."""
    if (named := according_to_whom(scene, token)) is not None:
        return named
    verb = governing_cue(scene, token)
    return subject(verb) if verb is not None else None


def according_to_whom(scene: Scene, token: Token) -> Token | None:
    """Who stands right before the comma in "according to the mayor, adding that"."""
    if token.tag != "VBG" or not comma_before(scene, token) or not speaks(token):
        return None
    for before in reversed(
        scene.tokens[max(scene.sentence(token).first, token.i - _LONGEST_NAME) : token.i - 1]
    ):
        if before.lower == "to" and scene.tokens[before.i - 1].lower == "according":
            named = next(iter(before.below("pobj")), None)
            return named if named is not None and scene.right(named) >= token.i - 1 else None
    return None


_LONGEST_NAME = 25


def governing_cue(scene: Scene, token: Token) -> Token | None:
    """The verb of saying whose subject a participle behind a comma shares.

    The subject of what is said is not who goes on speaking: the verbs above are climbed, out of each
    complement.
    """
    if (first := joined_to(token)) is not None:
        return governing_cue(scene, first)
    if token.tag != "VBG" or not comma_before(scene, token):
        return None
    best: Token | None = None
    for below, above in _upwards(scene, token):
        if above.tag not in VERBAL or not speaks(above):
            continue
        direct = below is token and below.dep in ("advcl", "conj", "dep", "xcomp", "prep")
        if direct and lemma_of(token) not in _OF_THE_SENTENCE:
            return above
        if direct or below.dep == "ccomp":
            best = above
    return best


def joined_to(token: Token) -> Token | None:
    """The participle that another goes on: "insisting that none had fallen and warning that mines remained".

    The parse hangs the second on the clause of the first.
    """
    if token.tag != "VBG" or token.dep != "conj" or not speaks(token):
        return None
    above = token.head
    if above.tag == "VBG":
        return above if speaks(above) and not above.below("aux") else None
    first = above.head
    return first if above.dep == "ccomp" and first.tag == "VBG" and speaks(first) else None


def _upwards(scene: Scene, token: Token) -> Iterator[tuple[Token, Token]]:
    """Each word above with the one below it, up to a relative clause or the end of a quotation."""
    below = token
    for _ in range(_HIGHEST):
        above = below.head
        if above is below or below.dep == "relcl" or scene.level(above) != scene.level(token):
            return
        if below.dep == "acl" and (below is not token or above.dep in ("nsubj", "nsubjpass")):
            return
        yield below, above
        below = above


def says_nothing(scene: Scene, token: Token) -> bool:
    """Whether a verb of saying is none here: "that said", or a noun behind marks, 'as "fantasy" reports'."""
    before = scene.next_to(token.i - 2)
    mark = scene.next_to(token.i - 1)
    noun = token.tag == "VBZ" and token.dep == "conj" and token.lower in ("reports", "claims")
    if noun and mark is not None and before is not None and mark.text in ('"', "”", "’", "'"):
        as_ = next((t for t in scene.tokens[max(0, token.i - 6) : token.i] if t.lower == "as"), None)
        return as_ is not None and not token.below("nsubj")
    return that_said(scene, token)


def that_said(scene: Scene, token: Token) -> bool:
    """Whether "said" only turns to something else: "That said, the bridge is open"."""
    before, behind = scene.next_to(token.i - 1), scene.next_to(token.i + 1)
    if token.lower != "said" or before is None or behind is None or behind.text != ",":
        return False
    return before.lower in ("that", "this") and before.i in (0, scene.sentence(token).first)
