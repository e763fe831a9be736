"""Words seen in a clip -> the documents that name the same: a channel, a day, a place, whoever speaks.

That a text and a picture name the same ties nothing: it says where to look.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date

from firsthand.schema import Because, Clip, Reading, SeenNamed, SeenText, Span

LEAST_NAME = 4
"""Letters of a name that is looked for."""
_DAY_FIRST = re.compile(r"\b(\d{1,2})([./-])(\d{1,2})\2((?:19|20)?\d\d)\b")
_YEAR_FIRST = re.compile(r"\b((?:19|20)\d\d)[./-](\d{1,2})[./-](\d{1,2})\b")
_HANDLE = re.compile(
    r"@(\w{3,})|\bt\.me/(\w+)|\b(?:www\.)?(\w[\w-]*\.(?:com|org|net|ua|ru|tv|info))\b", re.IGNORECASE
)
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ю": "iu", "я": "ia", "ы": "i", "э": "e", "ё": "e",
}  # fmt: skip
_ALIKE = (("kh", "h"), ("g", "h"), ("y", "i"), ("j", "i"), ("w", "v"), ("ii", "i"))
"""Spellings of one sound: names come out of Ukrainian, of Russian, and by several tables."""


def named(clip: Clip | None, readings: Sequence[Reading]) -> tuple[SeenNamed, ...]:
    """Each line seen in a clip with each document that names what it names: the first words that do."""
    return tuple(
        SeenNamed(
            text=seen.text, time_s=seen.time_s, kind=seen.kind, document=reading.document.id, because=(why,)
        )
        for seen in (clip.seen if clip else ())
        for reading in readings
        if (why := next(_names(seen, reading), None)) is not None
    )


def _names(seen: SeenText, reading: Reading) -> Iterator[Because]:
    """Why a document names what stands in the picture."""
    for match in _HANDLE.finditer(seen.text):
        handle = next(part for part in match.groups() if part)
        found = re.search(rf"(?<![\w-]){re.escape(handle)}(?![\w-])", reading.document.text, re.IGNORECASE)
        if found and len(handle) >= LEAST_NAME:
            yield Because(
                rule="footage.names_channel", anchors=(Span(*found.span()),), note=f"both name {handle}"
            )
    for day in days(seen.text):
        for time in reading.times:
            if time.earliest and time.latest and time.earliest[:10] == time.latest[:10] == day:
                yield Because(rule="footage.names_day", anchors=(time.span,), note=f"both name {day}")
    words = f" {spelt(seen.text)} "
    for name, span in _named_in(reading):
        if len(name) >= LEAST_NAME and f" {spelt(name)} " in words:
            yield Because(rule="footage.names_same", anchors=(span,), note=f"both name {name}")


def _named_in(reading: Reading) -> Iterator[tuple[str, Span]]:
    """The names in a text of which it is known what they are: places, and whoever speaks."""
    for place in reading.places:
        if place.kind == "name":
            yield place.name, place.span
    for claim in reading.claims:
        for voice in claim.chain:
            if voice.name and voice.anchor and voice.name[:1].isupper():
                yield voice.name, Span(*voice.anchor)


def days(text: str) -> list[str]:
    """The days that are written in figures (`11.03.2031`); those that could be two days are left out."""
    found = [(y, m, d) for y, m, d in _YEAR_FIRST.findall(text)]
    for first, mark, second, year in _DAY_FIRST.findall(text):
        # With dots the day comes first wherever dots are used; with strokes it depends on who writes.
        if mark == "." or int(first) > 12 or first == second:
            found.append((year if len(year) == 4 else f"20{year}", second, first))
        elif int(second) > 12:
            found.append((year if len(year) == 4 else f"20{year}", first, second))
    return [day for parts in found if (day := _day(*(int(part) for part in parts)))]


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def spelt(text: str) -> str:
    """A name by its sounds, roughly: `Харків` and "Kharkiv" are the same; marks and case are dropped."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    latin = "".join(_CYRILLIC.get(letter, letter) for letter in plain if letter not in "ьъ'’ʼ")
    bare = "".join(c for c in unicodedata.normalize("NFD", latin) if not unicodedata.combining(c))
    words = " ".join("".join(c if c.isalnum() else " " for c in bare).split()).removeprefix("the ")
    for written, sound in _ALIKE:
        words = words.replace(written, sound)
    return words
