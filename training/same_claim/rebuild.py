"""The one command: stories and dossiers -> trained networks -> the files that ship -> their score.

`PYTHONPATH=src python training/same_claim/rebuild.py --out build/meaning` needs about three hours on two
idle cores. Copy both `.int8.onnx` files to src/firsthand/resources/data to ship them, and
give them another name in resources/meaning.py: comparisons are remembered under that name.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
OWN = HERE.parents[1] / "bench" / "own"
DOSSIERS = ("blind", "blind_2", "blind_4", "taught", "taught_2", "taught_3", "taught_4")
"""Own dossiers that measure nothing any more."""


def main() -> None:
    """Train (stories, then among unrelated sentences, then dossiers, alone and in place), export, score."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--out", type=Path, required=True)
    out = ask.parse_args().out
    first, second, third = (out / name for name in ("first", "second", "third"))
    steps: tuple[tuple[object, ...], ...] = (
        ("train.py", "--out", first, "--epochs", 14, "--stop", 10, "--rate", 2.5e-4, "--near", 0.2),
        ("train.py", "--out", second, "--start", first / "network.pt", "--unrelated", 30,
         "--epochs", 16, "--rate", 2.5e-4, "--near", 1.0, "--seed", 2),
        ("train.py", "--out", third, "--start", second / "network.pt", "--unrelated", 30,
         "--epochs", 8, "--rate", 2.5e-4, "--near", 1.0, "--seed", 8),
    )  # fmt: skip
    _run(steps)
    material = out / "in_place.jsonl"
    sets = [OWN / f"dossiers_{name}.jsonl" for name in DOSSIERS]
    told = [sys.executable, HERE / "in_place_material.py", *sets]
    with material.open("w", encoding="utf-8") as file:
        subprocess.run(list(map(str, told)), check=True, stdout=file)
    alone, placed = out / "alone", out / "in_place"
    learn = ("in_place.py", "--material", material, "--together", 3)
    _run(
        (
            (*learn, "--alone", "--start", third / "network.pt", "--out", alone, "--epochs", 9),
            (*learn, "--start", alone / "network.pt", "--out", placed, "--epochs", 8),
            ("export.py", "--network", alone / "network.pt", "--out", out),
            ("export.py", "--in-place", "--network", placed / "network.pt", "--out", out),
            ("evaluate.py", "--onnx", out / "meaning.fp32.onnx"),
            ("evaluate.py", "--onnx", out / "meaning.int8.onnx"),
        )
    )


def _run(steps: tuple[tuple[object, ...], ...]) -> None:
    for script, *words in steps:
        print("==", script, *words, flush=True)
        subprocess.run([sys.executable, HERE / script, *map(str, words)], check=True)


if __name__ == "__main__":
    main()
