"""Bare spans of a voice -> `Found`: what another finder marked is looked up in the parse and the lexicon.

With it, linking, nesting, voices and certainty work for a tagger's spans as for those of the rules.
"""

from __future__ import annotations

from firsthand.extract.attribution_cues import CUES, row_of_verb
from firsthand.extract.attribution_found import Found
from firsthand.extract.attribution_grammar import VERBAL, Scene, is_passive
from firsthand.extract.attribution_withheld import refused
from firsthand.resources.parser import Token
from firsthand.rules import Row
from firsthand.schema import Reasons, Span, Spans

_TABLES = ("noun", "adverb", "adjective", "predicate", "match")
_PREPOSITIONS = CUES["preposition"]


def known(scene: Scene, content: Spans, cue: Spans, source: Spans, reasons: Reasons = ()) -> Found:
    """The attribution that some spans make, with the lexicon row of its cue and the head words in the parse.

    Where no row knows the cue, `row` stays None and the voice counts as certain.
    """
    words = [token for span in cue for token in scene.parse.within(span)]
    source = () if _held_by_all(words, source) else source
    verb, row = _absence(words)
    if row is None:
        verb, row = _verb(scene, words)
    if row is None:
        verb, row = _other(words, verb)
    if row is not None and verb is not None:
        reasons = (*reasons, row.because(verb.span))
    if row is None:
        row = refused(words)
    quoted = bool(content) and any(
        q.span.start <= content[0].start + 1 for q in scene.quotations_in(content[0])
    )
    return Found(
        content, cue, source, row, reasons, verb, _head(scene, source),
        passive=verb is not None and is_passive(verb), quoted=quoted,
    )  # fmt: skip


def _held_by_all(words: list[Token], source: Spans) -> bool:
    """Whether a source is who is thought of: "Dalen is widely seen as the mastermind" is nobody's by name."""
    verb = next((t for t in words if t.lower in _THOUGHT and is_passive(t)), None)
    about = next(iter(verb.below("nsubjpass", "nsubj")), None) if verb is not None else None
    return about is not None and any(span.holds(about.span) for span in source)


_THOUGHT = frozenset({"seen", "viewed", "regarded", "considered", "perceived", "thought", "believed", "held"})


def _absence(words: list[Token]) -> tuple[Token | None, Row | None]:
    """ "Found no evidence": the verb, with the row of what was not found."""
    verbs = [token for token in words if token.tag in VERBAL]
    rows = [row for token in words if (row := CUES["absence"].lookup(token.lemma.lower())) is not None]
    missing = any(token.lower == "no" for token in words)
    return (verbs[-1], rows[0]) if verbs and rows and missing else (None, None)


def _verb(scene: Scene, words: list[Token]) -> tuple[Token | None, Row | None]:
    """The last verb of the cue that the lexicon knows; else its last verb."""
    verbs = [token for token in words if token.tag in VERBAL]
    for token in reversed(verbs):
        row = row_of_verb(scene, token)
        if row is not None:
            return token, row
    return (verbs[-1] if verbs else None), None


def _other(words: list[Token], verb: Token | None) -> tuple[Token | None, Row | None]:
    """A cue that is a noun, an adverb, an adjective or a preposition."""
    phrase = " ".join(token.lower for token in words)
    row = _PREPOSITIONS.lookup(phrase)
    if row is not None:
        return words[0], row
    for token in reversed(words):
        for table in _TABLES:
            row = CUES[table].lookup(token.lower) or CUES[table].lookup(token.lemma.lower())
            if row is not None:
                return token, row
    return verb, None


def _head(scene: Scene, source: Spans) -> Token | None:
    """The head word of a source: the word of it that hangs outside of it."""
    words = [token for span in source for token in scene.parse.within(span)]
    inside = {token.i for token in words}
    named = [
        t
        for t in words
        if (t.pos in ("NOUN", "PROPN", "PRON", "NUM") and t.head.i not in inside) or t.head is t
    ]
    return named[0] if named else (words[0] if words else None)


def overlap(one: Found, other: Found) -> float:
    """How far two attributions have the same content, from 0 to 1: shared characters against all."""
    shared = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.content for b in other.content
    )
    whole = _length(one.content) + _length(other.content) - shared
    return shared / whole if whole else 0.0


def _length(spans: tuple[Span, ...]) -> int:
    return sum(span.end - span.start for span in spans)
