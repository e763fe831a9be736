"""The task `fingerprint`: what a clip is found again by, made behind the same limits as everything else."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from firsthand.footage.sandbox import Limits, run
from firsthand.footage.sandbox_work import Work


def find_by(path: Path, *, closely: bool = False, limits: Limits | None = None) -> bytes | None:
    """The fingerprint of a clip or still as bytes: for keeping, or `closely` for looking it up.

    Null where it has nothing to be found by, or where OpenCV, which makes it, is not installed.
    """
    if find_spec("cv2") is None:
        return None
    made = run("fingerprint", path, {"closely": closely}, limits=limits).parts.get("fingerprint")
    return bytes(made) if made else None


def task(work: Work) -> None:
    """Make the fingerprint."""
    from firsthand.footage.fingerprint import fingerprint

    found = fingerprint(work.path, closely=bool(work.asked.get("closely")))
    work.say("fingerprint", found.to_bytes())
