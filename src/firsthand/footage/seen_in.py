"""A clip's close fingerprint and a library's kept ones -> where it was seen before."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

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
