"""What one more document costs a case: comparing with what is remembered, beside comparing from nothing.

    python -m bench.comparing_again CASE

The case is not changed: its readings are compared without the last document, and then with it.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec

from firsthand.case import Case, Remembering
from firsthand.pipeline import compare
from firsthand.schema import Findings, Reading


def timed(readings: Sequence[Reading], folder: Path) -> tuple[Findings, float]:
    """The findings with what is remembered in a folder, and the processor seconds that they took."""
    began = time.process_time()
    with Remembering(folder, "bench") as memory:
        found = compare(readings, memory=memory)
    return found, time.process_time() - began


def main(path: Path) -> None:
    """Compare and print."""
    case = Case(path)
    readings = [made for held in case.store.documents() if (made := case.reading(held)) is not None]
    case.close()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as other:
        _, first_s = timed(readings[:-1], Path(folder))
        found, again_s = timed(readings, Path(folder))
        whole, whole_s = timed(readings, Path(other))
    if msgspec.json.encode(found) != msgspec.json.encode(whole):
        sys.exit("What is remembered changed the findings.")
    print(f"{len(readings) - 1} documents from nothing: {first_s:.2f} s; one more: {again_s:.2f} s", end="; ")
    print(f"all {len(readings)} from nothing: {whole_s:.2f} s ({again_s / whole_s:.0%})")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
