"""Look up the queries of a clip-copy set in its library, and score what is found.

    python -m bench.footage [FOLDER] [--sets FOLDER] [--every N] [--beside-pdq]

FOLDER is made by the set's own `make.py` when it is empty (once, some minutes; that needs ffmpeg). Where none
is named it is the one in FIRSTHAND_FOOTAGE, or `firsthand-bench/footage` in the user's cache. Negatives are
always asked, of the other queries every Nth. A query's fingerprint is kept beside it, so that a second run
costs only the matching. Where it cannot run it prints a line `skipped: ...` that says why, and ends with 2.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.__main__ import sets_folder
from firsthand.footage.fingerprint import VERSION, Fingerprint, fingerprint
from firsthand.footage.frames import FrameReader
from firsthand.footage.index import Index

NEEDED = ("av", "cv2", "numpy")


def kept_in() -> Path:
    """The folder of the made clips where none is named."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(os.environ.get("FIRSTHAND_FOOTAGE") or cache / "firsthand-bench" / "footage")


def lacking(sets: Path | None, folder: Path) -> str | None:
    """Why nothing can be measured here; None where it can."""
    if sets is None:
        return "there are no sets here: name their folder in FIRSTHAND_BENCH"
    if not all((sets / "footage" / name).exists() for name in ("make.py", "score.py", "clips")):
        return "the sets here hold no footage"
    if not (folder / "gold.json").exists() and shutil.which("ffmpeg") is None:
        return f"{folder} holds no clips yet, and making them needs ffmpeg"
    return None


def made(sets: Path, folder: Path) -> dict[str, Any]:
    """The gold of a folder, whose clips are made where they are not."""
    if not (folder / "gold.json").exists():
        print(f"Making the clips in {folder}: once, some minutes.", file=sys.stderr)
        folder.mkdir(parents=True, exist_ok=True)
        clips, plan = sets / "clips", sets / "sources.json"
        command = ["--src", clips, "--plan", plan, "--out", folder, "--jobs", "1"]
        subprocess.run([sys.executable, sets / "make.py", *command], check=True, stdout=sys.stderr)
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


def pdq_hashes(path: Path) -> tuple[Any, Any, Any]:
    """Seconds, PDQ hashes and their quality (0 to 100), of two frames a second."""
    import numpy as np
    import pdqhash

    frames = list(FrameReader(path, rate_hz=2))
    made = [pdqhash.compute(np.repeat(f.grey[:, :, None], 3, 2)) for f in frames]
    rows = np.array([np.packbits(bits) for bits, _ in made], np.uint8).reshape(-1, 32)
    return np.array([f.seconds for f in frames]), rows, np.array([quality for _, quality in made])


class Pdq:
    """Global hashes of frames, within 31 bits of each other: hashed once, judged in two ways."""

    def __init__(self, folder: Path, ids: list[str]) -> None:
        began = time.process_time()
        self.library = {path.stem: pdq_hashes(path) for path in sorted((folder / "lib").glob("*.mp4"))}
        self.asked = {q: pdq_hashes(folder / "q" / f"{q}.mp4") for q in ids}
        print(f"PDQ: {time.process_time() - began:.1f} s of a core for library and queries", flush=True)

    def votes(self, least: int = 0) -> Iterator[tuple[str, str, float, list[float]]]:
        """Query, clip, the share of the query's frames that the clip holds, and the seconds of both."""
        import numpy as np

        for q, (seconds, rows, quality) in self.asked.items():
            good = quality >= least
            for clip_id, (held, other, other_quality) in self.library.items():
                theirs = np.flatnonzero(other_quality >= least)
                if not good.any() or not len(theirs):
                    continue
                far = np.bitwise_count(rows[good][:, None, :] ^ other[theirs][None, :, :]).sum(axis=2)
                near = np.flatnonzero(far.min(axis=1) <= 31)
                if len(near):
                    at, own = held[theirs[far[near].argmin(axis=1)]], seconds[good][near]
                    segment = [own[0], own[-1] + 0.5, at.min(), at.max() + 0.5]
                    yield q, clip_id, len(near) / int(good.sum()), [float(s) for s in segment]

    def told(self, name: str) -> Iterator[dict[str, Any]]:
        """`pdq_votes`: each frame votes, any share counts. `vpdq`: its stock rule, 80 % of good frames."""
        for q, clip_id, share, segment in self.votes(50 if name == "vpdq" else 0):
            if name != "vpdq" or share >= 0.8:
                yield {"q": q, "r": clip_id, "score": share, "segs": [segment]}


def main() -> int:
    """Make, look up, score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=kept_in())
    parser.add_argument("--sets")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--beside-pdq", action="store_true")
    asked = parser.parse_args()
    sets = sets_folder(asked.sets)
    without = [name for name in NEEDED if find_spec(name) is None]
    why = f"no {', '.join(without)}: pip install 'firsthand[footage]'" if without else None
    why = why or lacking(sets, asked.folder)
    if why or sets is None:
        print(f"skipped: {why}")
        return 2
    gold = made(sets / "footage", asked.folder)
    ids = chosen(gold, asked.every)
    subset = asked.folder / "asked.json"
    subset.write_text(json.dumps({**gold, "queries": {q: gold["queries"][q] for q in ids}}), encoding="utf-8")
    found = {"firsthand": list(ours(asked.folder, ids))}
    if asked.beside_pdq and find_spec("pdqhash") is None:
        print("PDQ is not set beside it: pip install pdqhash")
    elif asked.beside_pdq:
        pdq = Pdq(asked.folder, ids)
        found |= {name: list(pdq.told(name)) for name in ("vpdq", "pdq_votes")}
    results = [asked.folder / f"{name}.jsonl" for name in found]
    for path, rows in zip(results, found.values(), strict=True):
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    print(f"{sum(not gold['queries'][q]['neg'] for q in ids)} that show a part of a clip, the rest show none")
    sys.stdout.flush()
    return subprocess.run(
        [sys.executable, sets / "footage" / "score.py", subset, *results, "--md"], check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
