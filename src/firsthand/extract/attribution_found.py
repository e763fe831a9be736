"""What a finder of attributions gives, whichever finder it was: pieces of text with roles, and why.

The rules give `Found` values; a tagger of tokens can give the same. What comes after (linking, nesting,
voices, certainty) needs no more than this.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from unicodedata import category

from firsthand.resources.parser import Parse, Token
from firsthand.rules import Row
from firsthand.schema import Reasons, Span, Spans


@dataclass(slots=True, eq=False)
class Found:
    """One act of saying, thinking or showing, before it is linked, nested and resolved."""

    content: Spans
    cue: Spans = ()
    source: Spans = ()
    row: Row | None = None
    """The lexicon row of the cue; None for a quotation that stands alone or a cue that no row knows."""
    reasons: Reasons = ()
    verb: Token | None = None
    """The cue's head word in the parse."""
    voice: Token | None = None
    """The head word of the source in the parse."""
    passive: bool = False
    quoted: bool = False
    """Whether a quotation beside the cue is the content."""
    certainty: Reasons = field(default=())
    """Reasons that hold for how sure the voice is, where the construction itself says it."""
    within: Found | None = None
    """The attribution that this one is part of, where that is known before nesting."""
    turn: Span | None = None
    """The name in the label of a transcript's turn, where the attribution is one."""

    @property
    def start(self) -> int:
        """Where it begins in the order of the text: at its content or its cue, whichever is first.

        The source does not count, as several cues may share one.
        """
        return min(span.start for span in (*self.content, *self.cue))

    @property
    def extent(self) -> Span:
        """From the first to the last code point of its content."""
        return Span(self.content[0].start, self.content[-1].end)


def spans_of(tokens: Iterable[Token]) -> Spans:
    """Tokens in any order -> the pieces of text that they cover, neighbours joined."""
    pieces: list[Span] = []
    last = -2
    for token in sorted(tokens, key=lambda token: token.i):
        if token.i == last + 1:
            pieces[-1] = Span(pieces[-1].start, token.end)
        elif token.i != last:
            pieces.append(token.span)
        last = token.i
    return tuple(pieces)


def trimmed(parse: Parse, first: int, last: int, keep: str = "") -> Span | None:
    """The words of tokens `first` to `last` (exclusive) without commas, dashes and stops around them."""
    tokens = parse.tokens
    outer = _OUTER.difference(keep)
    while first < last and (tokens[first].text in outer or _picture(tokens[first].text)):
        first += 1
    while first < last and (tokens[last - 1].text in outer or _picture(tokens[last - 1].text)):
        last -= 1
    return Span(tokens[first].start, tokens[last - 1].end) if first < last else None


_OUTER = frozenset(",;:.—–-…") | {"--", "...", "?", "!"}


def _picture(text: str) -> bool:
    """Whether a token is a sign of a post and no word: an emoji, an exclamation mark in colour."""
    return not text[:1].isascii() and all(category(sign) in ("So", "Sk", "Mn", "Cf") for sign in text)


def joined(spans: Iterable[Span]) -> Spans:
    """Spans in order, overlapping and touching ones made one."""
    made: list[Span] = []
    for span in sorted(spans):
        if span.end <= span.start:
            continue
        if made and span.start <= made[-1].end:
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return tuple(made)


def minus(spans: Iterable[Span], holes: Iterable[Span]) -> Spans:
    """What is left of spans when others are taken out of them."""
    left = list(joined(spans))
    for hole in joined(holes):
        cut: list[Span] = []
        for span in left:
            if not span.overlaps(hole):
                cut.append(span)
                continue
            cut.extend(
                piece
                for piece in (Span(span.start, hole.start), Span(hole.end, span.end))
                if piece.end > piece.start
            )
        left = cut
    return tuple(left)
