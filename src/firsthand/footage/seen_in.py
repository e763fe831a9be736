"""A clip's close fingerprint and a library's kept ones -> where it was seen before."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from pathlib import Path

from firsthand.schema import ClipMatch


def seen_in(looked_up: bytes, library: Mapping[str, tuple[str, bytes]]) -> tuple[ClipMatch, ...]:
    """Where a clip, or any part of it, was seen among the clips of a library, the surest first.

    `looked_up` was made `closely`; `library` gives name and kept fingerprint by the clip's id. A fingerprint
    of another version is passed over: its clip is found again once it is added anew.
    """
    from firsthand.footage.fingerprint import Fingerprint
    from firsthand.footage.index import Index

    index = Index()
    for clip, (name, kept) in library.items():
        with suppress(ValueError, KeyError, TypeError):
            index.add(clip, Fingerprint.from_bytes(kept), name=name)
    return index.find(Fingerprint.from_bytes(looked_up)) if len(index) else ()


def seen_among(
    looked_up: bytes,
    clips: Mapping[str, tuple[str, str]],
    load: Callable[[str], bytes | None],
    kept: Path,
    *,
    without: Collection[str] = (),
) -> tuple[ClipMatch, ...]:
    """The same for a library too large to hold: `clips` gives name and fingerprint's digest by the clip's id.

    `load` gives the fingerprint of a digest. What is derived from all of them is kept in the folder `kept`,
    which may be removed at any time: it is made again. `without`: ids of clips that are not looked for, as
    the looked-up clip itself.
    """
    from firsthand.footage.fingerprint import Fingerprint
    from firsthand.footage.index import found_among

    return found_among(Fingerprint.from_bytes(looked_up), clips, load, kept, without)
