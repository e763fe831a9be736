"""Dates told in passing, from which a narrative does not go on."""

from __future__ import annotations

from firsthand.ground.time_anchor import Mention
from firsthand.ground.time_sense import Found
from firsthand.ground.time_stream import Stream

LEADING_CHARS = 16
"""A year that opens its sentence ("By late 1911, ...") moves the story; one in passing does not."""


def is_aside(
    stream: Stream, before: tuple[Mention | None, Mention | None], found: Found, told: Mention
) -> bool:
    """Whether a narrative does not go on from a date: years in passing, years already reached, brackets.

    `before`: the date that the story has reached, and the one last told in passing.
    """
    story, aside = before
    point = told.point
    if point.grain in {"decade", "century"} or found.sense.value is not None:
        return story is not None
    here = story.point if story is not None else point
    if point.year is None or here.year is None:
        return False
    bracketed = _bracketed(stream, found.start)
    if aside is not None and aside.sentence != told.sentence and aside.point.year == point.year:
        return point.grain == "year" and bracketed  # the second sentence that tells of that year
    if point.grain != "year":
        return bracketed and abs(point.year - here.year) > 1
    if point.year == here.year:
        return here.grain != "year"
    return bracketed or not _leads(stream, found, told.sentence)


def _leads(stream: Stream, found: Found, sentence: int) -> bool:
    """Whether the words stand at the beginning of their sentence."""
    first = stream.parse.sentences[sentence].span.start if sentence >= 0 else 0
    return stream.starts[found.start] - first <= LEADING_CHARS


def _bracketed(stream: Stream, at: int) -> bool:
    """Whether an atom stands in round brackets."""
    for i in range(at - 1, max(at - 15, -1), -1):
        word = stream.words[i]
        if word in {")", "\n"}:
            return False
        if word == "(":
            return True
    return False
