"""A media file -> a clip in a case: kept by hash, described, and made findable."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

import msgspec

from firsthand import __version__
from firsthand.case import Case, Clips, Outcome, Step
from firsthand.case.clips import DESCRIBE, FINGERPRINT, MATCHES, PICTURES
from firsthand.case.folder import HINTED
from firsthand.case.originals import measured
from firsthand.footage import READABLE, Described, describe, find_by, reader, text_on_screen
from firsthand.schema import Clip, Hints, Unreadable
from firsthand.schema.errors import MissingInstrument
from firsthand.show.clip_matching import Query, seen_before
from firsthand.show.code_version import code_version

PLAYLISTS = (".m3u8", ".m3u", ".pls", ".xspf", ".mpd", ".ism")
"""Endings of files that name pieces of video and hold none."""
MAGIC = (b"\x1a\x45\xdf\xa3", b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"OggS", b"FLV\x01")
"""First bytes of media files; RIFF and the ISO family are told by what stands a little later."""
_MODULES = (
    "describe", "fingerprint", "fingerprint_points", "frames", "probe", "probe_container", "probe_still",
    "probe_stream", "provenance", "sandbox", "shots", "shots_pictures", "shots_soft", "text_latin",
    "text_on_screen", "text_words",
)  # fmt: skip
DEPENDS_ON = (*(f"footage/{name}.py" for name in _MODULES), "schema/footage.py")


class ClipAdded(NamedTuple):
    """What became of a media file."""

    status: Outcome | None
    """Null where it could not be read."""
    clip: str | None = None
    unreadable: Unreadable | None = None
    recorded: str | None = None
    """What was said of it now and not before, in words."""


def is_footage(path: Path | None) -> bool:
    """Whether a file is footage: by its ending, or by its first bytes where the ending says nothing."""
    if path is None:
        return False
    if path.suffix.lower() in READABLE:
        return True
    if path.suffix:
        return False
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError:
        return False
    family = head[4:8] == b"ftyp" or (head[:4] == b"RIFF" and head[8:12] in (b"AVI ", b"WEBP"))
    return family or head.startswith(MAGIC)


def playlist(path: Path | None, name: str) -> Unreadable | None:
    """Why a list of clips is not taken in: it holds no pictures, and what it names is fetched by nobody."""
    if path is None or path.suffix.lower() not in PLAYLISTS:
        return None
    advice = "Save the video that it names as a file, and add that."
    return Unreadable(name=name, why="is a playlist, which only names videos.", advice=advice)


def add_clip(
    case: Case,
    name: str,
    path: Path,
    *,
    by: str,
    given: Hints | None = None,
    progress: Callable[[float], None] | None = None,
) -> ClipAdded:
    """Keep a media file and what is found of it; durable when this returns.

    The bytes are safe before anything decodes them. Killed in between, `add` again goes on from there.
    """
    clips = Clips(case)
    if not path.is_file():  # a pipe or a device may never end
        return ClipAdded(None, unreadable=Unreadable(name=name, why="is no file of its own."))
    earlier = _said(case, path)
    try:
        original = case.keep(path, name=name, by=by, given=given)
    except OSError as error:
        return ClipAdded(
            None, unreadable=Unreadable(name=name, why=f"{(error.strerror or str(error)).lower()}.")
        )
    step = this_step()
    if clips.is_done(original.sha256, step):
        done = _done_before(case, name, original.sha256)
        return done._replace(recorded=_news(earlier, given) if earlier is not None else None)
    try:
        found = describe(case.originals.path(original.sha256), name, progress=progress)
    except MissingInstrument as error:
        found = Unreadable(name=name, why="is kept, not described.", advice=str(error))
        clips.put_unreadable(original.sha256, found, step=step, by=by, final=False)
        return ClipAdded(None, unreadable=found)
    if isinstance(found, Unreadable):
        clips.put_unreadable(original.sha256, found, step=step, by=by, final=True)
        return ClipAdded(None, unreadable=found)
    path = case.originals.path(original.sha256)
    made = _made(found, path)
    asked = Query(name, path, found.clip, case.store.clip_of(original.sha256))
    made[MATCHES] = msgspec.json.encode(seen_before(case, asked))
    status, held = clips.put(original.sha256, made, step=step, by=by)
    return ClipAdded(status, held.id)


def _said(case: Case, path: Path) -> Hints | None:
    """What was said of a file that is in the case already; null where it is not, or cannot be read."""
    try:
        digest, _ = measured(path)
    except OSError:
        return None
    original = case.store.original(digest)
    return case.hints(original) if original else None


def _news(earlier: Hints, given: Hints | None) -> str | None:
    """What is said anew: `published 2029-05-03, publisher Harbour Post`."""
    said = [(field, getattr(given, field)) for field in HINTED] if given else []
    return ", ".join(f"{f} {value}" for f, value in said if value and getattr(earlier, f) != value) or None


def _done_before(case: Case, name: str, original: str) -> ClipAdded:
    held = case.store.clip_of(original)
    if held is not None:
        return ClipAdded("already there", held.id)
    bad = Clips(case).unreadable(original)
    why = bad.why if bad else "could not be read."
    return ClipAdded(None, unreadable=Unreadable(name=name, why=why, advice=bad.advice if bad else None))


def _made(found: Described, path: Path) -> dict[str, bytes]:
    """What is kept of a clip beside its bytes. The same bytes say the same under any name."""
    seen, where = text_on_screen(path, found.clip.shots)
    clip: Clip = msgspec.structs.replace(found.clip, id="", seen=seen, text_looked_for=where)
    made = {
        DESCRIBE: msgspec.json.encode(clip),
        PICTURES: msgspec.msgpack.encode(found.pictures),
    }
    print_of = find_by(path)
    return made | ({FINGERPRINT: print_of} if print_of else {})


@lru_cache(maxsize=1)
def this_step() -> Step:
    """The description that this Firsthand makes with what is installed. Changed code is another version."""
    parts = [f"firsthand {__version__}"]
    for package, called in (("av", "PyAV"), ("c2pa-python", "c2pa")):
        try:
            parts.append(f"{called} {metadata.version(package)}")
        except metadata.PackageNotFoundError:
            continue
    ocr = reader()
    parts += [ocr.name] if ocr else []
    made_by = ", ".join(parts)
    return Step(name=DESCRIBE, version=f"{made_by}, {code_version(DEPENDS_ON)}", made_by=made_by)
