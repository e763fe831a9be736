"""How looking a clip up grows with the library: 1, 10 and 100 hours in one case, from the command line.

    python -m bench.footage_growth FOLDER CASES [--hours 1 10 100]

FOLDER is one of `bench.footage`, made before. Its library is put in once, in clips of about six minutes, and
then again and again with the corners altered until they match nothing: the footage is repeated, what is filed
of it is not. The query is 30 s of a library clip, coded anew and half as wide. Each figure is of a new
process; for `cold` what it reads of the case was dropped from the memory of the operating system.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from firsthand.case import Case, Clips, Step
from firsthand.case.clips import DESCRIBE, FINGERPRINT, MATCHES
from firsthand.footage.fingerprint import FIELDS, VERSION, Fingerprint
from firsthand.schema import Clip
from firsthand.show.clip_matching import SEEN

PIECE_S = 360.0
STEP = Step(name=DESCRIBE, version="bench", made_by="bench")


def joined(prints: Sequence[Fingerprint], seed: int | None) -> tuple[bytes, float]:
    """Fingerprints of one size as one clip, its corners altered by `seed`; and its seconds."""
    fields: dict[str, list[Any]] = {name: [] for name, _ in FIELDS}
    length = thumbs = corners = 0.0
    for one in prints:
        own = one._fields
        for name in ("thumb_s", "point_s"):
            fields[name].append(own[name] + np.float32(length))
        fields["thumb_end"].append(own["thumb_end"] + np.uint32(thumbs))
        fields["point_end"].append(own["point_end"] + np.uint32(corners))
        for name in ("thumbs", "point_part", "place", "bits", "word"):
            fields[name].append(own[name])
        thumbs, corners = thumbs + len(own["thumbs"]), corners + len(own["word"])
        length += one.head.seconds
    made = {name: np.concatenate(parts) for name, parts in fields.items()}
    if seed is not None:
        chance = np.random.default_rng(seed)
        bits = made["bits"].reshape(-1, 32) ^ np.packbits(chance.random((1, 256)) < 0.3, axis=1)
        noise = np.packbits(chance.random((997, 256)) < 0.12, axis=1)
        made["bits"] = (bits ^ noise[chance.integers(0, 997, len(bits))]).ravel()
    head = msgspec.structs.replace(
        prints[0].head, seconds=length, sizes={name: len(made[name]) for name, _ in FIELDS}
    )
    return Fingerprint(head, made).to_bytes(), length


def filled(path: Path, prints: Sequence[Fingerprint], hours: float) -> float:
    """Put so many hours into a case; the hours in truth."""
    case = Case(path) if path.exists() else Case.create(path, by="bench")
    pieces = itertools.cycle(prints)
    total = 0.0
    with case:
        for number in itertools.count():
            if total >= hours * 3600:
                return total / 3600
            one = next(pieces)
            # The library itself comes first; the query is looked for in it.
            again = 1 if number < len(prints) else max(1, round(PIECE_S / max(one.head.seconds, 1)))
            stored, length = joined([one] * again, None if number < len(prints) else number)
            total += length
            if case.store.clip(number + 1) is None:
                kept = case.keep(str(number).encode(), name=f"{number}.mp4", by="bench")
                clip = Clip(id="", sha256=kept.sha256, name=f"{number}.mp4", kind="video", duration_s=length)
                made = {DESCRIBE: msgspec.json.encode(clip), FINGERPRINT: stored, MATCHES: b"[]"}
                Clips(case).put(kept.sha256, made, step=STEP, by="bench")
    raise AssertionError


def dropped(path: Path) -> None:
    """Let the operating system forget what it holds of the files of a case."""
    for file in (path / "case.db", *(path / SEEN).glob("*")):
        with file.open("rb") as opened:
            os.fsync(opened.fileno())
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def matched(path: Path, query: Path) -> tuple[float, float, list[dict[str, Any]]]:
    """A new process looks the query up: seconds by the clock, seconds of processors, what it found."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    command = [sys.executable, "-m", "firsthand", "match", str(path), str(query), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    took = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return took, used, json.loads(done.stdout)


def cut(folder: Path, source: Path) -> Path:
    """The query: 30 s from the middle of a library clip, coded anew."""
    target = folder / "growth-query.mp4"
    how = ["-ss", "5", "-t", "30", "-i", str(source), "-vf", "scale=iw/2:-2", "-an", "-crf", "30"]
    subprocess.run(["ffmpeg", "-v", "error", "-y", *how, str(target)], check=True)
    return target


def main() -> int:
    """Fill, ask, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--hours", type=float, nargs="+", default=[1, 10, 100])
    asked = parser.parse_args()
    files = sorted((asked.folder / "lib").glob(f"*.v{VERSION}.print"))
    prints = [Fingerprint.from_bytes(file.read_bytes()) for file in files]
    longest = max(range(len(files)), key=lambda n: prints[n].head.seconds)
    query = cut(asked.folder, files[longest].with_suffix("").with_suffix(".mp4"))
    columns = "hours | fingerprints, MB an hour | index, MB an hour | made anew, s | kept, s | cold, s"
    print(f"| {columns} | of a core, s | found |\n|---|---|---|---|---|---|---|---|")
    for hours in asked.hours:
        path = asked.cases / f"{hours:g}h"
        held = filled(path, prints, hours)
        shutil.rmtree(path / SEEN, ignore_errors=True)
        anew, _, _ = matched(path, query)
        kept, used, found = matched(path, query)
        dropped(path)
        cold, _, again = matched(path, query)
        assert again == found
        with Case(path) as case:
            prints_mb = sum(len(Clips(case).fingerprint(each) or b"") for each in Clips(case).all()) / 1e6
        index_mb = sum(file.stat().st_size for file in (path / SEEN).iterdir()) / 1e6
        first = found[0] if found else {"clip": "nothing", "kind": ""}
        print(
            f"| {held:.1f} | {prints_mb / held:.1f} | {index_mb / held:.1f} | {anew:.1f} | {kept:.1f} "
            f"| {cold:.1f} | {used:.1f} | {first['clip']}, {first['kind']} |",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
