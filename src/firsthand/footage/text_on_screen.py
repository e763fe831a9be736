"""Frames -> words that can be read in the picture, by tesseract; by RapidOCR where that alone is installed.

Three frames of a shot are read at their full size, and what any of them shows is kept: letters that move or
are lit badly in one frame are clear in another. What is read is *seen text*: a caption, a date, a channel's
name stand there; whether they are true is another matter.
"""

from __future__ import annotations

import io
import shutil
import subprocess
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from firsthand.footage import text_latin
from firsthand.footage.sandbox import Limits, run
from firsthand.footage.sandbox_work import Work
from firsthand.footage.stills import images
from firsthand.footage.text_words import Line, lines_of, together
from firsthand.schema import SeenText, Shot

WANTED = ("eng", "rus", "ukr", "script/Cyrillic", "Cyrillic")
"""Languages that are asked for, those of them that are installed."""
MOST_SHOTS = 8
"""Shots that are looked at in one clip, spread over it."""
SHOT_FOR_S = 10.0
"""One shot more for each of these seconds."""
PATIENCE_S = 60
SMALLEST_PX = 700
"""Pictures whose longer side is less are enlarged before they are read."""
MISSING = "cannot tell: tesseract is not installed"
LATIN_ONLY = "; other scripts are not read: tesseract is not installed"


class Reader(NamedTuple):
    """What reads text on this machine."""

    command: str | None
    """Where tesseract is; null where RapidOCR reads."""
    name: str
    """`tesseract 5.3.0 (eng, rus)`."""
    languages: tuple[str, ...]


@lru_cache(maxsize=1)
def reader() -> Reader | None:
    """The tesseract that is installed; else RapidOCR, which reads Latin only; null where there is neither."""
    return _tesseract() or _latin()


def _latin() -> Reader | None:
    name = text_latin.installed()
    return Reader(None, f"{name} (Latin only)", ("Latin",)) if name else None


def _tesseract() -> Reader | None:
    command = shutil.which("tesseract")
    if command is None:
        return None
    try:
        version = _said(command, "--version").split()[1]
        listed = _said(command, "--list-langs").splitlines()[1:]
    except (OSError, subprocess.SubprocessError, IndexError):
        return None
    languages = tuple(name for name in WANTED if name in listed)
    return Reader(command, f"tesseract {version} ({', '.join(languages)})", languages) if languages else None


def _said(*words: str) -> str:
    done = subprocess.run(words, capture_output=True, text=True, timeout=20, check=False)  # noqa: S603
    return done.stdout or done.stderr


def text_on_screen(
    path: Path, shots: tuple[Shot, ...], *, limits: Limits | None = None
) -> tuple[tuple[SeenText, ...], str]:
    """What can be read in a clip (or a still, which has no shots), and where it was looked for.

    Without a reader nothing, and the second says so.
    """
    found = reader()
    if found is None:
        return (), MISSING
    groups = frames_to_read(shots)
    asked = {"groups": groups, "command": found.command, "languages": "+".join(found.languages)}
    outcome = run("text", path, asked, limits=limits or Limits(wall_s=900))
    seen: list[SeenText] = []
    done = 0
    for each in outcome.parts.get("lines", []):
        seen += together([[Line(*line) for line in frame] for frame in each], found.name)
        done += 1
    missing = [name for name in ("eng", "rus", "ukr") if name not in found.languages]
    without = f"; without {', '.join(missing)}, which are not installed" if missing else ""
    if found.command is None:
        without = LATIN_ONLY
    where = f"{done} of {len(shots)} shots, three frames each" if shots else "the whole picture"
    return tuple(seen), f"{where}, by {found.name}{without}"


def frames_to_read(shots: tuple[Shot, ...]) -> list[list[float]]:
    """Three seconds of each shot that is read; a still has one."""
    if not shots:
        return [[0.0]]
    most = max(1, min(MOST_SHOTS, len(shots), 1 + int(shots[-1].end_s / SHOT_FOR_S)))
    chosen = [shots[i * len(shots) // most] for i in range(most)]
    return [
        sorted({round(s.start_s + (s.end_s - s.start_s) * part, 3) for part in (0.25, 0.5, 0.8)})
        for s in chosen
    ]


def task(work: Work) -> None:
    """Read the frames that are asked for, shot by shot."""
    found: list[list[list[Line]]] = []
    for group in work.asked["groups"]:
        if work.over:
            break
        found.append(
            [_read(image, time_s, work) for time_s, image in images(work, [float(t) for t in group])]
        )
        work.say("lines", found)


def _read(image: Any, time_s: float, work: Work) -> list[Line]:
    """The lines of one picture."""
    if work.asked["command"] is None:
        return text_latin.read(image, time_s)
    scale = 2 if max(image.size) < SMALLEST_PX else 1
    grey = image.convert("L")
    if scale > 1:
        grey = grey.resize((grey.width * scale, grey.height * scale))
    data = io.BytesIO()
    grey.save(data, "PNG", compress_level=1)
    words = [work.asked["command"], "-", "-", "-l", work.asked["languages"], "--psm", "11", "tsv"]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, the picture by standard input
            words, input=data.getvalue(), capture_output=True, timeout=PATIENCE_S, check=False
        )
    except (subprocess.TimeoutExpired, OSError):
        return []
    return lines_of(done.stdout.decode("utf-8", "replace"), time_s, scale)
