"""How far the words that name a source reach, where the parse takes too many or too few."""

from __future__ import annotations

from firsthand.extract.attribution_grammar import Scene
from firsthand.resources.parser import Token


def agent_end(scene: Scene, voice: Token, high: int, *, accuses: bool) -> int:
    """Where who does it ends in a passive: "accused by monitors | of beating", "named by her | as Tal"."""
    for i in range(voice.i + 1, min(voice.i + _LONGEST_AGENT, high - 1)):
        token = scene.tokens[i]
        deed = token.lower == "of" and scene.tokens[i + 1].lower.endswith("ing")
        if token.lower == "as" or (accuses and deed):
            return i
    return high


_LONGEST_AGENT = 25


def before_a_noun(token: Token) -> bool:
    """Whether a word stands before its noun: "an elected official"."""
    return token.pos in ("DET", "ADJ", "NUM") or token.dep == "amod"


def name_behind(scene: Scene, last: Token, end: int) -> list[Token]:
    """The name between a noun that ends a source and the cue: "the head of the charity Blue Lantern"."""
    name = list(scene.tokens[last.i + 1 : end])
    if not 0 < len(name) <= _LONGEST_NAME or last.pos != "NOUN" or any(t.pos != "PROPN" for t in name):
        return []
    return name


_LONGEST_NAME = 5
