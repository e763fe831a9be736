"""JSON Lines: one document a line, its text taken exactly as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from firsthand.ingest.found import MAX_CHARACTERS, Found, Items, digest, said, too_long
from firsthand.schema import Unreadable

MAX_LINE = 12 * MAX_CHARACTERS
"""Bytes. A character takes at most twelve, written as two `\\uXXXX` escapes."""

_TEXTS = ("title", "published", "publisher", "url", "language", "author")
_ADVICE = 'A line is {"id": ..., "text": ...} with title, published, publisher, url and language where known.'


def jsonl(data: bytes, name: str) -> Items:
    """The document of each line; a broken line is told with its number, and the others are read."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        advice = "Save it as UTF-8: `iconv -f UTF-16 -t UTF-8`."
        yield Unreadable(name=name, why="is UTF-16; JSON Lines is UTF-8.", advice=advice)
        return
    taken: dict[str, int] = {}
    for number, line in _lines(data.removeprefix(b"\xef\xbb\xbf")):
        item = _item(line, f"{name}:{number}")
        if isinstance(item, Found) and item.id in taken:
            item = _renamed(item, number, taken[item.id])
        if isinstance(item, Found) and item.id is not None:
            taken[item.id] = number
        yield item


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Lines that hold something, with their numbers from 1, one at a time."""
    start, number = 0, 0
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        number += 1
        # Checked before it is copied and stripped: one line may be the whole file.
        line = data[start : min(end, start + MAX_LINE + 1)].strip()
        if line:
            yield number, line
        start = end + 1


def _item(line: bytes, name: str) -> Found | Unreadable:
    if len(line) > MAX_LINE:
        return too_long(name)
    try:
        row: Any = json.loads(line)
    except UnicodeDecodeError as error:
        return Unreadable(name=name, why=f"is not UTF-8 (byte {error.start + 1}).", advice=_ADVICE)
    except RecursionError:
        return Unreadable(name=name, why="is nested too deeply to be a document.", advice=_ADVICE)
    except ValueError as error:
        return Unreadable(name=name, why=f"is not valid JSON ({error}).", advice=_ADVICE)
    wrong = _wrong(row)
    return Unreadable(name=name, why=wrong, advice=_ADVICE) if wrong else _found(row, line, name)


def _wrong(row: Any) -> str | None:
    if not isinstance(row, dict):
        return "is no JSON object."
    if "text" not in row:
        return 'has no "text".'
    if not isinstance(row["text"], str):
        return 'has a "text" that is not a string.'
    return None


def _found(row: dict[str, Any], line: bytes, name: str) -> Found:
    given = {key: row[key] for key in _TEXTS if isinstance(row.get(key), str) and row[key].strip()}
    odd = [key for key in _TEXTS if row.get(key) is not None and not isinstance(row[key], str)]
    unknown = sorted(str(key) for key in set(row) - {*_TEXTS, "id", "text"})
    own = row.get("id")
    return Found(
        text=row["text"],
        sha256=digest(line),
        name=name,
        id=str(own) if isinstance(own, str | int) and not isinstance(own, bool) and own != "" else name,
        media_type="application/jsonl",
        notices=(
            *(f'"{key}" is not a string and was passed over' for key in odd),
            *_not_known(unknown),
        ),
        because=tuple(said(key, "stated in the line") for key in given if key != "language"),
        **given,
    )


def _not_known(keys: list[str]) -> tuple[str, ...]:
    """That keys were passed over, with the one that was probably meant: `date` for `published`."""
    meant = {
        "date": "published",
        "time": "published",
        "source": "publisher",
        "outlet": "publisher",
        "link": "url",
    }
    near = [f'for "{meant[key]}" was "{key}" meant?' for key in keys if key in meant]
    if not near:
        return ()
    return (f"{', '.join(near)} Read are: id, text, {', '.join(_TEXTS)}",)


def _renamed(item: Found, number: int, first: int) -> Found:
    """A second document of the same name gets its line number, so that values stay apart."""
    import msgspec

    notice = f'The id "{item.id}" was already used on line {first}: this document is "{item.id}:{number}".'
    return msgspec.structs.replace(item, id=f"{item.id}:{number}", notices=(*item.notices, notice))
