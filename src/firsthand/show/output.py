"""Standard output as the commands write to it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import IO, Any, cast

from rich.console import Console

_TRAILING = re.compile(r"[ \t]+(?=\n)")


class _Trimmed:
    """A stream without blanks at the ends of lines: what goes into a file or a pipe is compared and kept."""

    @property
    def encoding(self) -> str:
        return sys.stdout.encoding or "utf-8"

    def write(self, text: str) -> int:
        return sys.stdout.write(_TRAILING.sub("", text))

    def flush(self) -> None:
        sys.stdout.flush()

    def isatty(self) -> bool:
        return False


def watching() -> Callable[[str, float], None] | None:
    """A progress bar on standard error for one long piece of work after another; none where nobody looks."""
    if not sys.stderr.isatty():
        return None

    def show(name: str, part: float) -> None:
        bar = "█" * round(part * 30)
        line = f"\r\x1b[K{bar:░<30} {part:4.0%}  {name[-40:]}" if part < 1 else "\r\x1b[K"
        sys.stderr.write(line)
        sys.stderr.flush()

    return show


def console() -> Console:
    """Where results are shown: as they are on a terminal, without trailing blanks elsewhere."""
    if sys.stdout.isatty():
        return Console(highlight=False)
    return Console(highlight=False, file=cast("IO[Any]", _Trimmed()))
