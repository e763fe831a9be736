"""Where archives are unpacked: a folder made when the first archive comes, gone when all of it is read."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path

from firsthand.show.inputs import Room

PREFIX = "firsthand-unpacked-"


@contextmanager
def rooms() -> Iterator[Room]:
    """Folders for archives, in one that is made when it is first asked for and removed at the end."""
    numbers = count(1)
    made: list[Path] = []
    with ExitStack() as kept:

        def room() -> Path:
            if not made:
                _remove_what_was_left()
                folder = tempfile.TemporaryDirectory(
                    prefix=f"{PREFIX}{os.getpid()}-", ignore_cleanup_errors=True
                )
                made.append(Path(kept.enter_context(folder)))
            return made[0] / f"{next(numbers)}"

        yield room


def _remove_what_was_left() -> None:
    """Folders of processes that were killed before they could remove them."""
    if os.name != "posix":  # elsewhere there is no asking whether a process lives without touching it
        return
    for left in Path(tempfile.gettempdir()).glob(f"{PREFIX}*-*"):
        number = left.name.removeprefix(PREFIX).partition("-")[0]
        with suppress(OSError):
            if number.isdecimal() and left.stat().st_uid == os.getuid() and not _lives(int(number)):
                shutil.rmtree(left, ignore_errors=True)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
