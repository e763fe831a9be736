"""The years that the headings of a narrative announce for what stands under them."""

from __future__ import annotations

from bisect import bisect_right

from firsthand.ground.time_stream import BREAK, Stream

_LONGEST_HEADING = 10
"""In words and marks; a longer paragraph is text."""


class Sections:
    """The headings that name one year or a run of years, by where they stand."""

    def __init__(self, stream: Stream) -> None:
        self._starts: list[int] = []
        self._years: list[range] = []
        first = 0
        for i, word in enumerate(stream.words):
            if word == BREAK:
                self._heading(stream, first, i)
                first = i + 1

    def _heading(self, stream: Stream, first: int, end: int) -> None:
        if not 0 < end - first <= _LONGEST_HEADING or stream.words[end - 1] in {".", "!", "?", ":", ";", ","}:
            return
        whole = (stream.whole_number(i) for i in range(first, end) if len(stream.words[i]) == 4)
        years = [year for year in whole if year is not None and 1000 <= year <= 2199]
        if years and years == sorted(years):
            self._starts.append(stream.starts[first])
            self._years.append(range(years[0], years[-1] + 1))

    def years_at(self, at: int) -> range | None:
        """The years of the last such heading before a code point; None where there is none."""
        found = bisect_right(self._starts, at)
        return self._years[found - 1] if found else None
