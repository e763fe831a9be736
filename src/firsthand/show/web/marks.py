"""A document's text -> blocks of pieces, each piece with the claims and the voice that mark it.

Marks that overlap or nest cannot be told apart by colour alone. A piece links to the shortest claim that
marks it, and beside each block a lane names every claim that touches the block.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from firsthand.schema import Claim, Reading

PART_CHARS = 24_000
"""Of a long document as much is shown at once: about 4,000 words, which any browser lays out at once."""
LONGEST_BLOCK = 6_000
"""A paragraph without an end is cut here, or one page would hold a whole book."""


@dataclass(frozen=True)
class Block:
    """A paragraph, or what of the page stands between paragraphs."""

    start: int
    end: int
    read: bool
    """False of page furniture: nothing is read from it."""


@dataclass(frozen=True)
class Piece:
    """Words that are marked alike."""

    words: str
    claim: str | None = None
    """The shortest claim that holds them."""
    claims: tuple[str, ...] = ()
    """Every claim that holds them, the shortest first."""
    depth: int = 0
    """How many claims hold them."""
    chosen: bool = False
    first: bool = False
    """The first piece of its claim: where a link leads."""
    kind: str | None = None
    """`voice`, `cue` or `hedge`."""
    reason: bool = False
    """The words that a rule of the chosen claim went by."""


def blocks(reading: Reading) -> list[Block]:
    """The whole text in blocks, none longer than can be laid out at once."""
    text, found, at = reading.document.text, list[Block](), 0
    for start, end in sorted(reading.document.paragraphs):
        if start >= at:
            found += _cut(text, at, start, read=False)
            found += _cut(text, start, end, read=True)
            at = end
    return [*found, *_cut(text, at, len(text), read=not reading.document.paragraphs)]


def _cut(text: str, start: int, end: int, *, read: bool) -> Iterator[Block]:
    while start < end:
        stop = min(end, start + LONGEST_BLOCK)
        if stop < end:
            blank = text.rfind(" ", start + LONGEST_BLOCK // 2, stop)
            stop = blank + 1 if blank > 0 else stop
        if text[start:stop].strip():
            yield Block(start, stop, read)
        start = stop


def parts(found: Sequence[Block]) -> list[tuple[int, int]]:
    """Blocks in parts of about 4,000 words: first block and the one after the last."""
    made: list[tuple[int, int]] = []
    first = 0
    for n, block in enumerate(found):
        if block.end - found[first].start > PART_CHARS and n > first:
            made.append((first, n))
            first = n
    return [*made, (first, len(found))] if found else [(0, 0)]


def part_of(found: Sequence[Block], cut: Sequence[tuple[int, int]], at: int) -> int:
    """Which part holds a place of the text."""
    for n, (_, stop) in enumerate(cut):
        if stop and at < found[stop - 1].end:
            return n
    return max(0, len(cut) - 1)


Mark = tuple[int, int, str, str]
"""From, to, kind of mark, id."""


def marked(reading: Reading, shown: Sequence[Block], chosen: Claim | None) -> list[list[Piece]]:
    """The pieces of each block shown."""
    if not shown:
        return []
    marks = list(_marks(reading, shown[0].start, shown[-1].end, chosen))
    length = {claim.id: sum(e - s for s, e in claim.anchors) for claim in reading.claims}
    opening = sorted(marks)
    seen: set[str] = set()
    made, n, active = [], 0, list[Mark]()
    for block in shown:
        while n < len(opening) and opening[n][0] < block.end:
            active.append(opening[n])
            n += 1
        active = [mark for mark in active if mark[1] > block.start]
        pieces = _pieces(reading.document.text, block, active, length, chosen)
        made.append([_first(piece, seen) for piece in pieces])
    return made


def _first(piece: Piece, seen: set[str]) -> Piece:
    if piece.claim is None or piece.claim in seen or not piece.words.strip():
        return piece
    seen.add(piece.claim)
    return Piece(**{**piece.__dict__, "first": True})


def _marks(reading: Reading, start: int, end: int, chosen: Claim | None) -> Iterator[Mark]:
    def within(spans: Sequence[tuple[int, int]], kind: str, name: str) -> Iterator[Mark]:
        return ((s, e, kind, name) for s, e in spans if s < end and e > start and s < e)

    for claim in reading.claims:
        yield from within(claim.anchors, "claim", claim.id)
    for each in reading.attributions:
        yield from within(each.source, "voice", each.id)
        yield from within(each.cue, "cue", each.id)
        yield from within(each.hedges, "hedge", each.id)
    for reason in chosen.because if chosen else ():
        yield from within(reason.anchors, "reason", "")


def _pieces(
    text: str, block: Block, marks: Sequence[Mark], length: dict[str, int], chosen: Claim | None
) -> Iterator[Piece]:
    cuts = {block.start, block.end}
    for start, end, _, _ in marks:
        cuts |= {max(start, block.start), min(end, block.end)}
    edges = sorted(cut for cut in cuts if block.start <= cut <= block.end)
    for start, end in pairwise(edges):
        over = [mark for mark in marks if mark[0] <= start and end <= mark[1]]
        claims = list(dict.fromkeys(name for _, _, kind, name in over if kind == "claim"))
        claims.sort(key=lambda name: length[name])
        kinds = {kind for _, _, kind, _ in over}
        is_chosen = chosen is not None and chosen.id in claims
        yield Piece(
            words=text[start:end],
            claim=claims[0] if claims else None,
            claims=tuple(claims),
            depth=len(claims),
            chosen=is_chosen,
            kind=next((kind for kind in ("hedge", "cue", "voice") if kind in kinds), None),
            reason="reason" in kinds,
        )


def lane(reading: Reading, shown: Sequence[Block]) -> list[list[Claim]]:
    """For each block the claims that touch it, in text order."""
    opening = sorted(
        ((s, e, n) for n, claim in enumerate(reading.claims) for s, e in claim.anchors),
    )
    made, at, active = [], 0, list[tuple[int, int, int]]()
    for block in shown:
        while at < len(opening) and opening[at][0] < block.end:
            active.append(opening[at])
            at += 1
        active = [each for each in active if each[1] > block.start]
        made.append([reading.claims[n] for n in dict.fromkeys(n for _, _, n in active)])
    return made
