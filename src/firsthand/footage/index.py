"""A library of fingerprints: put clips in, and ask what of a clip or still was seen before."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from firsthand.footage.fingerprint import Fingerprint
from firsthand.footage.index_kept import Prints, brought_up
from firsthand.footage.index_votes import Postings
from firsthand.footage.match import Seen, seen_before
from firsthand.footage.match_changes import changes
from firsthand.footage.match_pictures import Looked
from firsthand.schema.because import Because, Reasons
from firsthand.schema.footage import ClipMatch


class Index:
    """Fingerprints by the id of their clip.

    Fingerprints may lie in mapped files: the corners are read once, when the first question is asked after a
    change; pictures only where they are compared.
    """

    def __init__(self) -> None:
        self._prints: dict[str, Fingerprint] = {}
        self._names: dict[str, str] = {}
        self._cards: set[str] = set()
        self._postings: Postings | None = None

    def __len__(self) -> int:
        return len(self._prints)

    def add(self, clip_id: str, fingerprint: Fingerprint, *, name: str = "", card: bool = False) -> None:
        """Put a clip in, or in place of the one of this id.

        `card`: it is a test card, an opening or a station's break that many clips share; what matches it is
        taken out of all answers.
        """
        self._prints[clip_id] = fingerprint
        self._names[clip_id] = name or clip_id
        self._cards.discard(clip_id)
        if card:
            self._cards.add(clip_id)
        self._postings = None

    def find(self, query: Fingerprint) -> tuple[ClipMatch, ...]:
        """Where the query, or any part of it, was seen before: the surest first, empty where nowhere.

        A match is of the kind `same seconds` or `same scene`, never both for the same seconds of a clip. The
        order in which clips were put in does not matter. Best asked with a fingerprint made `closely`.
        """
        ids = sorted(self._prints)
        prints = [self._prints[i] for i in ids]
        if self._postings is None:
            self._postings = Postings.of(prints)
        seen = seen_before(query, prints, self._postings.candidates(query))
        cards = [s for s in seen if ids[s.clip] in self._cards]
        looked = Looked(query, 0.0, float(query.thumb_s[-1])) if seen else None
        return tuple(
            told(looked, s, prints[s.clip], ids[s.clip], self._names[ids[s.clip]])
            for s in seen
            if looked is not None and ids[s.clip] not in self._cards and not _within(s, cards)
        )


def found_among(
    query: Fingerprint,
    clips: Mapping[str, tuple[str, str]],
    load: Callable[[str], bytes | None],
    folder: Path,
    without: Collection[str] = (),
) -> tuple[ClipMatch, ...]:
    """Where the query was seen before in a library whose inverted files lie in a folder: see `seen_among`."""
    called: dict[str, list[str]] = {}
    for clip, (_, digest) in sorted(clips.items()):
        if clip not in without:
            called.setdefault(digest, []).append(clip)
    keys = sorted(called)
    if not keys:
        return ()
    prints = Prints(keys, load)
    postings = Postings(brought_up(folder, {digest for _, digest in clips.values()}, load), keys)
    pairs = [pair for pair in postings.candidates(query) if prints.holds(pair.clip, pair.clip_frame)]
    seen = seen_before(query, prints, pairs)
    looked = Looked(query, 0.0, float(query.thumb_s[-1])) if seen else None
    return tuple(
        told(looked, s, prints[s.clip], clip, clips[clip][0])
        for s in seen
        if looked is not None
        for clip in called[keys[s.clip]]
    )


def told(looked: Looked, seen: Seen, held: Fingerprint, clip_id: str, name: str) -> ClipMatch:
    """What was seen, as people are told of it."""
    done = changes(looked, held, seen.over, seen.line)
    return ClipMatch(
        clip=clip_id,
        name=name,
        query_s=seen.query_s,
        clip_s=seen.clip_s,
        score=min(1.0, seen.score / 2),
        changes=tuple(done),
        kind="same seconds" if seen.answer == "same seconds" else "same scene",
        because=_reasons(seen),
    )


def _within(seen: Seen, cards: list[Seen]) -> bool:
    """Whether a card explains most of the query's seconds that matched."""
    length = max(seen.query_s[1] - seen.query_s[0], 0.01)
    for card in cards:
        shared = min(seen.query_s[1], card.query_s[1]) - max(seen.query_s[0], card.query_s[0])
        if shared >= 0.7 * length or (length <= 0.01 and shared >= 0):
            return True
    return False


def _reasons(seen: Seen) -> Reasons:
    mapping, line = seen.mapping, seen.line
    place = Because(
        rule="footage.place",
        note=f"{mapping.corners} corners in {len(mapping.supports)} pairs of frames lie in the picture of "
        f"the clip as they lie here, over {mapping.spread:.0%} of what is visible of it",
    )
    if line is not None:
        time = (
            f"what moves agrees to {line.motion:.2f} (1 = alike), on any other alignment to at most "
            f"{max(0.0, line.else_where):.2f}"
        )
    else:
        time = seen.reason
    return (place, Because(rule="footage.moment", note=time))
