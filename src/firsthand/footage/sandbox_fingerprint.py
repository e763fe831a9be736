"""The task `fingerprint`: what a clip is found again by, made behind the same limits as everything else."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from firsthand.footage.sandbox import Limits, run
from firsthand.footage.sandbox_work import Work

CLOSE_LOOK_S = 600.0
"""Of a clip that is looked up, this much from its start is looked at closely."""
CLOSELY_S, WORKING_S = 900.0, 4 * 3600.0
"""How long the making of a fingerprint may take; then it is of what was seen by then."""


def find_by(path: Path, *, closely: bool = False, limits: Limits | None = None) -> bytes | None:
    """The fingerprint of a clip or still as bytes: for keeping, or `closely` for looking it up.

    Null where it has nothing to be found by, or where OpenCV, which makes it, is not installed.
    """
    if find_spec("cv2") is None:
        return None
    most = limits or Limits(wall_s=CLOSELY_S if closely else WORKING_S)
    made = run("fingerprint", path, {"closely": closely}, limits=most).parts.get("fingerprint")
    return bytes(made) if made else None


def task(work: Work) -> None:
    """Make the fingerprint."""
    from firsthand.footage.fingerprint import fingerprint
    from firsthand.footage.frames import Limits as FrameLimits

    closely = bool(work.asked.get("closely"))
    longest_s = CLOSE_LOOK_S if closely else FrameLimits.seconds
    bounds = FrameLimits(seconds=longest_s, working_s=work.limits.wall_s)
    found = fingerprint(work.path, closely=closely, limits=bounds)
    work.say("fingerprint", found.to_bytes())
