"""A media file -> what is said of it, and the small pictures that show it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from firsthand.footage.sandbox import Limits, Outcome, Progress, run
from firsthand.footage.shots_pictures import Picture
from firsthand.schema import Because, Clip, Unreadable

READABLE = frozenset(
    [
        ".mp4",
        ".m4v",
        ".mov",
        ".webm",
        ".mkv",
        ".avi",
        ".mpg",
        ".mpeg",
        ".ts",
        ".mts",
        ".m2ts",
        ".flv",
        ".wmv",
        ".asf",
        ".3gp",
        ".ogv",
        ".gif",
        ".jpg",
        ".jpeg",
        ".png",
        ".webp",
        ".heic",
        ".avif",
        ".tif",
        ".tiff",
        ".bmp",
    ]
)
"""Endings of files that are taken for footage."""

_BECAUSE = Because(rule="footage.decoded", note="read from the file's own bytes")


class Described(NamedTuple):
    """A clip, and its pictures in the order of time."""

    clip: Clip
    pictures: tuple[Picture, ...]


def describe(
    path: Path, name: str, *, limits: Limits | None = None, progress: Progress | None = None
) -> Described | Unreadable:
    """What a video or still is, by its bytes and by its own claims, as far as it can be read.

    Never raises for what a file holds. Raises `MissingInstrument` where the decoders are not installed.
    """
    if not path.is_file():
        return Unreadable(name=name, why="is no file of its own.")
    if path.stat().st_size == 0:
        return Unreadable(name=name, why="is empty.")
    suffix = Path(name).suffix
    outcome = run("describe", path, {"suffix": suffix}, limits=limits, progress=progress)
    about = outcome.parts.get("about")
    if outcome.refused:
        return Unreadable(name=name, why=outcome.refused[0], advice=outcome.refused[1])
    if about is None or "stream_sha256" not in about:
        why = outcome.broke_off or "nothing could be read of it"
        return Unreadable(name=name, why=f"could not be read: {why}.", advice="Look for another copy.")
    clip = _clip(name, path, outcome, about)
    return Described(clip, tuple((float(t), bytes(data)) for t, data in outcome.parts.get("pictures", ())))


def _clip(name: str, path: Path, outcome: Outcome, about: dict[str, Any]) -> Clip:
    notices = [str(each) for each in outcome.parts.get("notices", ())]
    if outcome.broke_off:
        upto = about.get("read_to_s")
        ahead = f"read up to {upto:.1f} s" if upto is not None else "read in part"
        notices.insert(0, f"{ahead}: {outcome.broke_off}")
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    claims = outcome.parts.get("claims") or {}
    fields = {
        "id": name, "name": name, "sha256": digest, "size_bytes": path.stat().st_size,
        "credentials": outcome.parts.get("credentials"), "notices": notices, "because": (_BECAUSE,),
    }  # fmt: skip
    return msgspec.convert(msgspec.to_builtins(about | claims | fields), Clip)
