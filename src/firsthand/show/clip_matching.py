"""A clip and the clips of a case -> where it was seen before."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from pathlib import Path, PurePath
from threading import Thread
from typing import NamedTuple

import msgspec

from firsthand.case import Case, Clips, HeldClip
from firsthand.case.clips import MATCHES
from firsthand.footage import describe, find_by, seen_among
from firsthand.schema import Because, Clip, ClipMatch, Unreadable
from firsthand.schema.errors import UnknownOption

SEEN = "seen-before"
"""The folder of a case in which the inverted files over its clips lie. Removed, it is made again."""


class Query(NamedTuple):
    """The clip that is looked up."""

    name: str
    path: Path
    clip: Clip
    held: HeldClip | None
    """Null where it is not in the case."""


def query(case: Case, typed: str, progress: Callable[[float], None] | None = None) -> Query:
    """What a person typed: a clip of the case (`v1`), or a file. Raises `UnknownOption`."""
    from firsthand.case import names_a_clip

    clips = Clips(case)
    path = Path(typed)
    if names_a_clip(typed) and not path.exists():
        held = clips.locate(typed)
        clip = clips.description(held)
        if clip is None:
            raise UnknownOption(f"{held.id} has no description of this version: add its file again.")
        return Query(held.id, clips.path(held), clip, held)
    if not path.is_file():
        raise UnknownOption(f"{typed!r} is no clip of {case.path} and no file.")
    with path.open("rb") as file:
        known = case.store.clip_of(hashlib.file_digest(file, "sha256").hexdigest())
    if clips.fingerprints():
        _ahead(path)
    described = describe(path, typed, progress=progress)
    if isinstance(described, Unreadable):
        raise UnknownOption(str(described))
    return Query(typed, path, described.clip, known)


def seen_before(case: Case, asked: Query) -> tuple[ClipMatch, ...]:
    """Where a clip was seen in the case, the surest first; itself is left out."""
    known = {held.id: held for held in Clips(case).all() if asked.held is None or held.id != asked.held.id}
    same = [_same_stream(case, asked, held) for held in known.values()]
    found = [match for match in same if match]
    done = {match.clip for match in found}
    found += [match for match in _looked_up(case, asked, known) if match.clip not in done]
    return tuple(sorted(found, key=lambda match: (match.kind != "same seconds", -match.score, match.clip)))


def elsewhere(cases: Iterable[Path], asked: Query) -> tuple[ClipMatch, ...]:
    """Where a clip was seen in other cases; such a clip is named `other-case/v3`."""
    found: list[ClipMatch] = []
    for path in cases:
        with Case(path) as other:
            there = seen_before(other, asked._replace(held=None))
            found += [msgspec.structs.replace(each, clip=f"{path.name}/{each.clip}") for each in there]
    return tuple(found)


def _same_stream(case: Case, asked: Query, held: HeldClip) -> ClipMatch | None:
    """The same coded pictures, in this container or another."""
    clip = Clips(case).description(held)
    if clip is None or clip.stream_sha256 is None or clip.stream_sha256 != asked.clip.stream_sha256:
        return None
    whole = (0.0, clip.duration_s or 0.0)
    same = clip.sha256 == asked.clip.sha256
    note = "the same bytes" if same else "the same coded pictures in another container"
    return ClipMatch(
        clip=held.id, name=clip_name(case, held), query_s=whole, clip_s=whole, score=1.0,
        changes=() if same else ("another container",),
        because=(Because(rule="footage.same_stream", note=note),),
    )  # fmt: skip


def _looked_up(case: Case, asked: Query, known: dict[str, HeldClip]) -> list[ClipMatch]:
    """By what their frames show."""
    clips = Clips(case)
    digests = clips.fingerprints()
    held = {each.id: each for each in clips.all() if each.id in digests}
    close = _ahead(asked.path).result() if held.keys() & known.keys() else None
    if close is None:
        return []
    first = {digest: held[clip] for clip, digest in digests.items() if clip in held}
    library = {clip: (clip_name(case, each), digests[clip]) for clip, each in held.items()}
    return list(seen_among(
        close, library, lambda digest: clips.fingerprint(first[digest]), case.path / SEEN,
        without=library.keys() - known.keys(),
    ))  # fmt: skip


_LOOKING: dict[tuple[Path, int], Future[bytes | None]] = {}


def _ahead(path: Path) -> Future[bytes | None]:
    """What a clip is looked up by, made beside other work; the last one is kept for the next case."""
    key = (path, path.stat().st_mtime_ns)
    future = _LOOKING.get(key)
    if future is None:
        future = Future()
        _LOOKING.clear()
        _LOOKING[key] = future
        # A thread that ends with the process: whoever breaks off does not wait for it.
        Thread(target=_make, args=(path, future), daemon=True).start()
    return future


def _make(path: Path, future: Future[bytes | None]) -> None:
    try:
        future.set_result(find_by(path, closely=True))
    except BaseException as error:  # noqa: BLE001 - it is raised where the result is asked for
        future.set_exception(error)


def clip_name(case: Case, held: HeldClip) -> str:
    """The name under which a clip came, without the folders of this machine."""
    original = case.store.original(held.original)
    return PurePath(original.name).name if original else held.id


def kept_matches(case: Case, held: HeldClip) -> tuple[ClipMatch, ...]:
    """The matches that were found when a clip was added."""
    made = case.store.clip_made(held.number, MATCHES)
    try:
        return msgspec.json.decode(made.value, type=tuple[ClipMatch, ...]) if made else ()
    except msgspec.DecodeError:
        return ()
