"""How far the words that name a source reach, where the parse takes too many or too few."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.extract.attribution_grammar import Scene, noun_phrase
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


def verb_first(scene: Scene, verb: Token, first: Token) -> bool:
    """ "The attack bears their mark, estimates a researcher": what is said, the verb, who says it."""
    comma, behind = scene.next_to(first.i - 1), scene.next_to(verb.i + 1)
    if comma is None or behind is None or comma.text != "," or verb.tag not in ("VBZ", "VBD"):
        return False
    said = any(c.dep == "ccomp" and c.i < verb.i for c in verb.children)
    return said and behind.lower in ("a", "an", "the") and behind.head.head is verb


def one_learned(verb: Token, voice: Token) -> Token | None:
    """Whom one learned it from: "one learned on Sunday from local sources"."""
    if voice.lower != "one" or verb.lemma not in ("learn", "hear", "gather"):
        return None
    return next((n for p in verb.below("prep") if p.lower == "from" for n in p.below("pobj")), None)


def name_behind(scene: Scene, last: Token, end: int) -> list[Token]:
    """The name between a noun that ends a source and the cue: "the head of the charity Blue Lantern".

    Also the noun that the parse hung on the verb: "the officer in | charge".
    """
    name = list(scene.tokens[last.i + 1 : end])
    if last.pos == "ADP" and len(name) == 1 and name[0].tag in ("NN", "NNP"):
        return name
    if not 0 < len(name) <= _LONGEST_NAME or last.pos != "NOUN" or any(t.pos != "PROPN" for t in name):
        return []
    return name


_LONGEST_NAME = 5


def behind_relative(scene: Scene, head: Token, after: int) -> int:
    """Where a clause on a voice ends: "according to the group, which keeps count, six died"."""
    comma, which = scene.next_to(after), scene.next_to(after + 1)
    if comma is None or which is None or comma.text != "," or which.lower not in ("which", "who", "whose"):
        return after
    clause = next((c for c in head.children if c.dep == "relcl" and scene.left(c) <= which.i < c.i + 1), None)
    end = scene.right(clause) if clause is not None else after
    closing = scene.next_to(end)
    return end if closing is not None and closing.text == "," else after


def with_and_to(scene: Scene, source: Sequence[Token], high: int) -> list[Token]:
    """A source with the one joined to it by "and to": "according to the mayor and to two aid workers"."""
    joint = source[-1].i + 1
    if joint + 2 >= high or [t.lower for t in scene.tokens[joint : joint + 2]] != ["and", "to"]:
        return list(source)
    nouns = scene.tokens[joint + 1].below("pobj")
    other = noun_phrase(scene, nouns[0], joint + 2, high) if nouns else []
    return [*source, *scene.tokens[joint : other[-1].i + 1]] if other else list(source)
