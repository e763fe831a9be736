"""The one command: stories -> trained network -> the file that ships -> its score.

`PYTHONPATH=src python training/same_claim/rebuild.py --out build/meaning` needs about an hour and a
half on two idle cores. Copy `meaning.int8.onnx` to src/firsthand/resources/data to ship it, and give it
another name in resources/meaning.py: what was remembered of comparisons is remembered under that name.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    """Train (stories alone, then among unrelated sentences), export, score."""
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
        ("export.py", "--network", second / "network.pt", third / "network.pt", "--out", out),
        ("evaluate.py", "--onnx", out / "meaning.fp32.onnx"),
        ("evaluate.py", "--onnx", out / "meaning.int8.onnx"),
    )  # fmt: skip
    for script, *words in steps:
        print("==", script, *words, flush=True)
        subprocess.run([sys.executable, HERE / script, *map(str, words)], check=True)


if __name__ == "__main__":
    main()
