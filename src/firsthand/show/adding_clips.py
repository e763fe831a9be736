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
from firsthand.footage import READABLE, Described, describe, find_by, reader, text_on_screen
from firsthand.schema import Clip, Hints, Unreadable
from firsthand.schema.errors import MissingInstrument
from firsthand.show.clip_matching import Query, seen_before
from firsthand.show.code_version import code_version

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
    try:
        original = case.keep(path, name=name, by=by, given=given)
    except OSError as error:
        return ClipAdded(
            None, unreadable=Unreadable(name=name, why=f"{(error.strerror or str(error)).lower()}.")
        )
    step = this_step()
    if clips.is_done(original.sha256, step):
        return _done_before(case, name, original.sha256)
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
