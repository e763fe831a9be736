"""Footage: the clips that a text speaks of, and the clips that a case holds."""

from __future__ import annotations

from firsthand.schema.anchor import Span, Value
from firsthand.schema.because import Reasons
from firsthand.schema.voice import Voice


class FootageMention(Value, frozen=True, kw_only=True):
    """Footage that a text speaks of: what it is called, who is said to have released it, when."""

    id: str
    start: int
    end: int
    what: str
    released_by: Voice | None = None
    released: str | None = None
    """Id of a time."""
    because: Reasons = ()

    @property
    def span(self) -> Span:
        """The words that speak of the footage."""
        return Span(self.start, self.end)


class Clip(Value, frozen=True, kw_only=True):
    """A video or still in a case: its bytes by hash, and what its own container claims."""

    id: str
    name: str
    sha256: str
    stream_sha256: str | None = None
    duration_s: float | None = None
    width_px: int | None = None
    height_px: int | None = None


class ClipMatch(Value, frozen=True, kw_only=True):
    """Where the seconds of one clip were found in another, and what was done to them between."""

    clip: str
    name: str
    query_s: tuple[float, float]
    clip_s: tuple[float, float]
    score: float
    changes: tuple[str, ...] = ()
