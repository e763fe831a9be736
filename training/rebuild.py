"""The one command: articles -> trained network -> the files that ship -> their score.

`python training/rebuild.py --out build/voices` needs about an hour on two cores. Copy `voices.int8.onnx` and
`voices.tokenizer.json` to src/firsthand/resources/data to ship them.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    """Train, export, score."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--threads", default="2")
    args = ask.parse_args()
    network, tokenizer = args.out / "network.pt", args.out / "voices.tokenizer.json"
    steps = (
        ["train.py", "--out", args.out, "--threads", args.threads],
        ["export.py", "--network", network, "--out", args.out],
        ["evaluate.py", "--onnx", args.out / "voices.fp32.onnx", "--tokenizer", tokenizer],
        ["evaluate.py", "--onnx", args.out / "voices.int8.onnx", "--tokenizer", tokenizer],
    )
    for script, *words in steps:
        print("==", script, *words, flush=True)
        subprocess.run([sys.executable, HERE / script, *words, *keep(script, args.out)], check=True)


def keep(script: str, out: Path) -> list[str]:
    """Where a step leaves its predictions."""
    return ["--keep", str(out / "scores")] if script == "evaluate.py" else []


if __name__ == "__main__":
    main()
