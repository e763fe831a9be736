"""Words as tesseract gives them -> lines, joined over frames, with script and kind."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from typing import Literal, NamedTuple, cast, get_args

from firsthand.schema import Because, SeenText
from firsthand.schema.footage import Script

SURE = 60.0
"""The least confidence, of 100, of a word that is kept."""
SHORT_SURE = 80.0
"""The same for words of one or two letters, which noise makes often."""
ALONE_SURE = 0.8
"""The least confidence of a line that one frame only shows."""
_DATE = re.compile(r"\b(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2})\b")
_CLOCK = re.compile(r"\b[0-2]?\d:[0-5]\d(?::[0-5]\d)?\b")
_CHANNEL = re.compile(r"@\w{3,}|\bt\.me/\w+|\b\w+\.(?:com|org|net|ua|ru|tv|info)\b", re.IGNORECASE)
_SCRIPTS = {"LATIN", "CYRILLIC", "ARABIC", "HEBREW", "GREEK"}

Box = tuple[int, int, int, int]


class Line(NamedTuple):
    """Words that stand in one line of one frame."""

    text: str
    time_s: float
    box: Box
    confidence: float


def lines_of(tsv: str, time_s: float, scale: int) -> list[Line]:
    """The lines in tesseract's table, words that it is not sure of left out."""
    words: dict[tuple[str, ...], list[tuple[str, Box, float]]] = defaultdict(list)
    for row in tsv.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != 12 or cells[0] != "5":
            continue
        text, sure = cells[11].strip(), float(cells[10])
        letters = sum(c.isalnum() for c in text)
        if not letters or sure < (SURE if letters > 2 else SHORT_SURE):
            continue
        left, top, width, height = (int(cell) // scale for cell in cells[6:10])
        words[tuple(cells[1:5])].append((text, (left, top, left + width, top + height), sure))
    return [
        Line(
            " ".join(w[0] for w in line),
            time_s,
            around([w[1] for w in line]),
            sum(w[2] for w in line) / len(line) / 100,
        )
        for line in words.values()
    ]


def around(boxes: list[Box]) -> Box:
    """The box around boxes."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def together(frames: list[list[Line]], by: str) -> list[SeenText]:
    """The lines of the frames of one shot: what several show is one, read as the surest frame reads it."""
    found: list[list[Line]] = []
    for line in (line for frame in frames for line in frame):
        same = next((each for each in found if any(_same(line, other) for other in each)), None)
        if same is None:
            found.append([line])
        else:
            same.append(line)
    clear = [group for group in found if _is_clear(group)]
    return sorted(
        (_seen(group, by) for group in clear), key=lambda seen: (seen.time_s, seen.box[1], seen.box[0])
    )


def _is_clear(group: list[Line]) -> bool:
    """Whether it is writing: foliage and walls make short "words" that the next frame has not."""
    longest = max(len(_plain(line.text)) for line in group)
    again = len({line.time_s for line in group}) > 1
    if again:
        return longest >= 3
    return longest >= 4 and max(line.confidence for line in group) >= ALONE_SURE


def _same(a: Line, b: Line) -> bool:
    """Whether two lines are one: at the same place, or the same words in frames that moved."""
    if _plain(a.text) == _plain(b.text):
        return True
    wide = min(a.box[2], b.box[2]) - max(a.box[0], b.box[0])
    high = min(a.box[3], b.box[3]) - max(a.box[1], b.box[1])
    area = min((x[2] - x[0]) * (x[3] - x[1]) for x in (a.box, b.box))
    return a.time_s != b.time_s and wide > 0 and high > 0 and wide * high > 0.6 * max(area, 1)


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _seen(group: list[Line], by: str) -> SeenText:
    best = max(group, key=lambda line: (len(_plain(line.text)) * line.confidence, -line.time_s))
    note = f"read by {by} on {len({line.time_s for line in group})} frames"
    return SeenText(
        text=best.text, time_s=round(best.time_s, 3), box=best.box,
        script=script(best.text), kind=kind(best.text),
        confidence=round(best.confidence, 2), frames=len({line.time_s for line in group}),
        because=(Because(rule=f"model.{by.split(maxsplit=1)[0].lower()}", note=note),),
    )  # fmt: skip


def script(text: str) -> Script:
    """The script of most letters; `mixed` where a second has a fifth of them."""
    names = Counter(unicodedata.name(c, "OTHER").split()[0] for c in text if c.isalpha())
    if not names:
        return "digits"
    (first, most), *others = names.most_common()
    if others and others[0][1] >= 0.2 * names.total():
        return "mixed"
    called = "Han" if first == "CJK" else first.capitalize() if first in _SCRIPTS and most else "other"
    return cast("Script", called if called in get_args(Script) else "other")


def kind(text: str) -> Literal["date", "time of day", "channel", "words"]:
    """What a line looks like."""
    if _DATE.search(text):
        return "date"
    if _CLOCK.search(text):
        return "time of day"
    return "channel" if _CHANNEL.search(text) else "words"
