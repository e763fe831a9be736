"""Look up the queries of a clip-copy set in its library, and score what is found.

    python -m bench.footage FOLDER [--sets FOLDER] [--every N] [--beside-pdq]

FOLDER is made by the set's own `make.py` when it is empty (that needs ffmpeg). Negatives are always asked, of
the other queries every Nth. A query's fingerprint is kept beside it, so that a second run costs only the
matching.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.__main__ import sets_folder
from firsthand.footage.fingerprint import VERSION, Fingerprint, fingerprint
from firsthand.footage.frames import FrameReader
from firsthand.footage.index import Index


def made(sets: Path, folder: Path) -> dict[str, Any]:
    """The gold of a folder, whose clips are made where they are not."""
    if not (folder / "gold.json").exists():
        clips, plan = sets / "clips", sets / "sources.json"
        command = ["--src", clips, "--plan", plan, "--out", folder, "--jobs", "1"]
        subprocess.run([sys.executable, sets / "make.py", *command], check=True)
    return json.loads((folder / "gold.json").read_text(encoding="utf-8"))


def printed(path: Path, *, closely: bool) -> Fingerprint:
    """The fingerprint of a clip, from beside it where it was made before."""
    kept = path.with_suffix(f".v{VERSION}.print")
    if not kept.exists():
        kept.write_bytes(fingerprint(path, closely=closely).to_bytes())
    return Fingerprint.from_bytes(kept.read_bytes())


def chosen(gold: dict[str, Any], every: int) -> list[str]:
    """All negatives, and every Nth of the others, the same ones each time."""
    ids = sorted(gold["queries"])
    rest = [q for q in ids if not gold["queries"][q]["neg"]]
    return [q for q in ids if gold["queries"][q]["neg"]] + rest[::every]


def ours(folder: Path, ids: list[str]) -> Iterator[dict[str, Any]]:
    """What Firsthand finds."""
    index = Index()
    clips = sorted((folder / "lib").glob("*.mp4"))
    began = time.process_time()
    prints = {path.stem: printed(path, closely=False) for path in clips}
    for clip_id, one in prints.items():
        index.add(clip_id, one)
    hours = sum(p.head.seconds for p in prints.values()) / 3600
    size = sum(len(p.to_bytes()) for p in prints.values()) / 1e6
    took = time.process_time() - began
    print(f"library: {hours:.3f} h, {size / hours:.1f} MB an hour, {took:.1f} s of a core", flush=True)
    asked = [(q, printed(folder / "q" / f"{q}.mp4", closely=True)) for q in ids]
    began = time.process_time()
    for q, one in asked:
        for m in index.find(one):
            score = m.score + (1 if m.kind == "same seconds" else 0)
            yield {"q": q, "r": m.clip, "score": score, "segs": [[*m.query_s, *m.clip_s]], "kind": m.kind}
    took = (time.process_time() - began) / max(1, len(asked))
    print(f"{len(asked)} queries, {took:.2f} s of a core each")


def pdq_votes(folder: Path, ids: list[str]) -> Iterator[dict[str, Any]]:
    """PDQ hashes of two frames a second, within 31 bits, one vote for each frame of the query."""
    import numpy as np
    import pdqhash

    def hashes(path: Path) -> tuple[Any, Any]:
        frames = list(FrameReader(path, rate_hz=2))
        rows = [np.packbits(pdqhash.compute(np.repeat(f.grey[:, :, None], 3, 2))[0]) for f in frames]
        return np.array([f.seconds for f in frames]), np.array(rows, np.uint8)

    library = {path.stem: hashes(path) for path in sorted((folder / "lib").glob("*.mp4"))}
    for q in ids:
        seconds, rows = hashes(folder / "q" / f"{q}.mp4")
        for clip_id, (held, other) in library.items():
            far = np.bitwise_count(rows[:, None, :] ^ other[None, :, :]).sum(axis=2)
            near = np.flatnonzero(far.min(axis=1) <= 31)
            if len(near):
                at = held[far[near].argmin(axis=1)]
                segment = [seconds[near[0]], seconds[near[-1]] + 0.5, at.min(), at.max() + 0.5]
                segs = [[float(s) for s in segment]]
                yield {"q": q, "r": clip_id, "score": len(near) / len(rows), "segs": segs}


def main() -> int:
    """Make, look up, score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sets")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--beside-pdq", action="store_true")
    asked = parser.parse_args()
    sets = sets_folder(asked.sets)
    if sets is None:
        print("There are no sets here.")
        return 2
    gold = made(sets / "footage", asked.folder)
    ids = chosen(gold, asked.every)
    subset = asked.folder / "asked.json"
    subset.write_text(json.dumps({**gold, "queries": {q: gold["queries"][q] for q in ids}}), encoding="utf-8")
    systems = {"firsthand": ours} | ({"pdq_votes": pdq_votes} if asked.beside_pdq else {})
    results = []
    for name, system in systems.items():
        results.append(asked.folder / f"{name}.jsonl")
        results[-1].write_text("".join(json.dumps(row) + "\n" for row in system(asked.folder, ids)))
    return subprocess.run(
        [sys.executable, sets / "footage" / "score.py", subset, *results, "--md"], check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
