"""Words that nobody said: "stopped short of saying who had fired", "would not be drawn on the number"."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.extract.attribution_grammar import Scene, is_passive
from firsthand.extract.attribution_verbs import CUES, lemma_of
from firsthand.resources.parser import Token
from firsthand.rules import Row

_WITHHELD = CUES["withheld"]
_LONGEST = max(len(word.split()) for row in _WITHHELD.rows for word in row.words)
_REFUSING = frozenset({"refuse", "decline", "fail", "not", "n't", "never", "without"})


def held_back(scene: Scene, token: Token) -> tuple[Token, Row] | None:
    """The verb before a verb of saying that keeps it unsaid, with its row: "stopped short of saying"."""
    if token.tag != "VBG":
        return None
    for length in range(1, _LONGEST + 1):
        words = scene.tokens[max(0, token.i - length) : token.i]
        if len(words) < length or words[0].sentence != token.sentence:
            return None
        phrase = " ".join([lemma_of(words[0]), *(t.lower for t in words[1:])])
        if (row := _WITHHELD.lookup(phrase)) is not None:
            return words[0], row
    return None


def unsaid(row: Row, held: Row) -> Row:
    """The row of a verb of saying where another verb keeps it unsaid: nothing is put forward."""
    return Row(
        held.rule, row.words, {**row.fields, "certainty": "unknown", "passive": "unknown", "polarity": "+"}
    )


def not_drawn(token: Token) -> bool:
    """Whether "drawn on" says that somebody would not speak: in the passive, refused or denied."""
    around = (*token.children, token.head)
    return is_passive(token) and any(lemma_of(t) in _REFUSING or t.dep == "neg" for t in around)


def leads_to_unsaid(scene: Scene, verb: Token) -> bool:
    """Whether a verb keeps a verb of saying behind it unsaid."""
    for following in scene.tokens[verb.i + 1 : verb.i + 1 + _LONGEST]:
        held = held_back(scene, following)
        if held is not None and held[0] is verb:
            return True
    return False


def refused(words: Sequence[Token]) -> Row | None:
    """A row without certainty for a cue that no row knows, where it is refused or denied: nothing said."""
    if not any(lemma_of(token) in _REFUSING or token.dep == "neg" for token in words):
        return None
    return Row(_WITHHELD.rows[0].rule, (), {"kind": "report", "certainty": "unknown"})
