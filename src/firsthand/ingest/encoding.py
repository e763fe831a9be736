"""Bytes -> text: UTF-8 unless the bytes say otherwise, and a notice where the encoding is a guess."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

SAMPLE = 200_000
"""Bytes from which an encoding is guessed: enough for every letter of a language to occur."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""Pages and mail that name Latin-1 are in its superset with typographic quotes, as browsers read them."""

_NO_ENCODINGS = frozenset({"punycode", "idna", "unicode_escape", "raw_unicode_escape", "utf_7", "undefined"})
"""Codecs that turn text into other text, slowly or with a changed meaning."""

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class Decoded(NamedTuple):
    """A text and what to know of how it was decoded."""

    text: str
    notices: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded | None:
    """The text of some bytes; None where they are no text in any encoding that can be told.

    A byte order mark decides; valid UTF-8 is UTF-8; what is UTF-8 but for a few bytes is read as such with
    the broken bytes marked; only then is an encoding guessed, and the guess is noted.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], name)
    wide = _without_mark(data)
    if wide:
        return _decode_as(data, wide)
    if is_binary(data):
        return None
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _nearly_utf8(data, error) or _guessed(data)


def decode_as(data: bytes, named: str | None) -> Decoded | None:
    """The text of bytes whose container names their encoding; an unknown or wrong name is passed over."""
    try:
        name = codecs.lookup(named).name if named else ""
        if name and name.replace("-", "_") not in _NO_ENCODINGS:
            return Decoded(data.decode(_MEANT.get(name, name)))
    except (LookupError, ValueError):
        pass
    return decode(data)


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text in a single-byte or UTF-8 encoding: more than 1 % are control characters."""
    head = data[:SAMPLE]
    return len(_CONTROL.findall(head)) > max(len(head), 100) // 100


def _decode_as(data: bytes, name: str) -> Decoded:
    text = data.decode(name, errors="replace")
    lost = text.count("\ufffd")
    said = f"{lost} characters could not be decoded as {name.upper()} and are shown as \ufffd"
    return Decoded(text, (said,) if lost else ())


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of Latin text is zero."""
    head = data[:2000]
    if len(head) < 4:
        return None
    half = len(head) // 2
    zeros = [head[first::2].count(0) / half for first in (0, 1)]
    if zeros[1] > 0.7 and zeros[0] < 0.05:
        return "utf-16-le"
    return "utf-16-be" if zeros[0] > 0.7 and zeros[1] < 0.05 else None


def _nearly_utf8(data: bytes, error: UnicodeDecodeError) -> Decoded | None:
    """A UTF-8 text cut in the middle of a character, or damaged in one place among a hundred or fewer."""
    if error.start >= len(data) - 3 and "unexpected end" in error.reason:
        cut = "The file ends in the middle of a character: it may have been cut off. Read up to there."
        return Decoded(data[: error.start].decode("utf-8"), (cut,))
    text = data.decode("utf-8", errors="replace")
    beyond_ascii = sum(not letter.isascii() for letter in text[:SAMPLE])
    broken = text[:SAMPLE].count("\ufffd")
    if broken * 20 > beyond_ascii:
        return None
    said = f"{text.count(chr(0xFFFD))} characters are not valid UTF-8 and are shown as \ufffd"
    return Decoded(text, (said,))


def _guessed(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        return None
    try:
        text = data.decode(best.encoding, errors="replace")
    except LookupError:
        return None
    sure = max(0, round(100 * (1 - best.chaos)))
    said = f"The file names no encoding and is not UTF-8: read as {best.encoding}, a guess ({sure} % fit)."
    return Decoded(text, (said,))
