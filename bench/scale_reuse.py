"""How copy detection grows: 1,000, 10,000 and 100,000 short documents with planted copies.

    python -m bench.scale_reuse [DOCUMENTS ...]

Each in a process of its own. Prints seconds (making the texts left out) on
the clock and of the processor, peak resident memory, recall by kind
of planted copy and pairs that nobody planted; beside MinHash-LSH from rensa and datasketch where they are
installed. The peers only name pairs: no passages, no kind, no quotations set aside.

The texts are drawn with a fixed seed: words by Zipf's law, one stock phrase in most documents, a quotation in
every third that hundreds of others carry too, so that chance and boilerplate meet as they do in news.
"""

from __future__ import annotations

import itertools
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

SIZES = (1_000, 10_000, 100_000)
WORDS = 80
EACH = 50
"""One planted copy of each kind in so many documents."""
Rows = list[tuple[str, str]]
Pairs = set[frozenset[str]]


def written(number: int, seed: int = 20310314) -> tuple[Rows, dict[str, Pairs]]:
    """`number` documents as (id, text), and the planted pairs by kind."""
    draw = random.Random(seed)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "ol")]
    words = sorted(
        {"".join(draw.choices(syllables, k=draw.choice((1, 2, 2, 3, 3, 4)))) for _ in range(60_000)}
    )
    draw.shuffle(words)
    weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(len(words))))
    phrases = [" ".join(draw.choices(words, cum_weights=weights, k=6)) for _ in range(400)]
    quoted = [" ".join(draw.choices(words, cum_weights=weights, k=25)) for _ in range(max(1, number // 600))]

    def sentences(count: int) -> str:
        drawn = draw.choices(words, cum_weights=weights, k=count)
        return " ".join(" ".join(drawn[at : at + 16]).capitalize() + "." for at in range(0, count, 16))

    def article() -> str:
        quote = f' He said: "{draw.choice(quoted)}."' if draw.random() < 1 / 3 else ""
        return f"{sentences(WORDS // 2)} {draw.choice(phrases)}.{quote} {sentences(WORDS // 2)}"

    rows: Rows = []
    planted: dict[str, Pairs] = {}
    changes: dict[str, Callable[[str], str]] = {
        "verbatim": lambda text: text,
        "light": lambda text: " ".join(
            draw.choice(words) if draw.random() < 0.08 else word for word in text.split()
        ),
        "partial": lambda text: f"{sentences(48)} {' '.join(text.split()[:32])}. {sentences(48)}",
        "retold": lambda text: " ".join(
            draw.choice(words) if at % 5 == 4 else word for at, word in enumerate(text.split())
        ),
    }
    kinds = itertools.cycle([*changes, *[""] * (EACH - len(changes))])
    while len(rows) < number:
        rows.append((f"d{len(rows)}", article()))
        kind = next(kinds)
        if kind and len(rows) < number:
            model = draw.choice(rows)
            made = f"d{len(rows)}"
            rows.append((made, changes[kind](model[1])))
            planted.setdefault(kind, set()).add(frozenset((made, model[0])))
    draw.shuffle(rows)
    return rows, planted


def firsthand(rows: Rows) -> Pairs:
    """The pairs that `corroborate.reuse` finds."""
    from firsthand.corroborate.reuse import copies
    from firsthand.schema import Document

    made = copies(Document(id=id_, sha256="", text=text) for id_, text in rows)
    return {frozenset((copy.document, copy.of)) for copy in made}


def trigrams(text: str) -> set[str]:
    """Shingles as the peers' own examples make them."""
    words = text.lower().split()
    return {" ".join(words[at : at + 3]) for at in range(len(words) - 2)}


def rensa(rows: Rows) -> Pairs:
    """MinHash-LSH by rensa: 128 permutations, 32 bands."""
    from rensa import RMinHash, RMinHashLSH

    lsh = RMinHashLSH(threshold=0.3, num_perm=128, num_bands=32)
    sketches = []
    for number, (_, text) in enumerate(rows):
        sketch = RMinHash(num_perm=128, seed=1)
        sketch.update(list(trigrams(text)))
        lsh.insert(number, sketch)
        sketches.append(sketch)
    found = (
        (number, other)
        for number, sketch in enumerate(sketches)
        for other in lsh.query(sketch)
        if other < number and sketch.jaccard(sketches[other]) >= 0.3
    )
    return {frozenset((rows[one][0], rows[other][0])) for one, other in found}


def datasketch(rows: Rows) -> Pairs:
    """MinHash-LSH by datasketch: 128 permutations."""
    from datasketch import MinHash, MinHashLSH

    lsh = MinHashLSH(threshold=0.3, num_perm=128)
    found: Pairs = set()
    for id_, text in rows:
        sketch = MinHash(num_perm=128)
        sketch.update_batch([gram.encode() for gram in trigrams(text)])
        found.update(frozenset((id_, other)) for other in lsh.query(sketch))
        lsh.insert(id_, sketch)
    return found


METHODS = {"firsthand": firsthand, "rensa": rensa, "datasketch": datasketch}


def measure(method: str, number: int) -> None:
    """One line of figures, in a process of its own."""
    rows, planted = written(number)
    try:
        METHODS[method](rows[:2])
    except ImportError:
        print(f"{method:10} {number:7}  not installed", flush=True)
        return
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, busy = time.perf_counter(), time.process_time()
    found = METHODS[method](rows)
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    recall = " ".join(
        f"{kind} {len(pairs & found) / len(pairs):.2f} of {len(pairs)}" for kind, pairs in planted.items()
    )
    strangers = len(found - set().union(*planted.values()) - set(kin(planted)))
    print(
        f"{method:10} {number:7}  {seconds:6.1f} s (processor {busy:.1f})  "
        f"peak {peak / 1024:5.0f} MB (texts {before / 1024:.0f})  recall {recall}  not planted {strangers}",
        flush=True,
    )


def kin(planted: dict[str, Pairs]) -> Iterator[frozenset[str]]:
    """Pairs that are copies because both were made from one model, or by way of another copy."""
    group: dict[str, set[str]] = {}
    for one, other in map(tuple, itertools.chain.from_iterable(planted.values())):
        joined = group.get(one, {one}) | group.get(other, {other})
        group.update(dict.fromkeys(joined, joined))
    for joined in {id(members): members for members in group.values()}.values():
        yield from map(frozenset, itertools.combinations(sorted(joined), 2))


def main(sizes: list[int]) -> None:
    """Every method at every size."""
    for number in sizes:
        for method in METHODS:
            subprocess.run(
                [sys.executable, "-m", "bench.scale_reuse", "one", method, str(number)], check=True
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["one"]:
        measure(sys.argv[2], int(sys.argv[3]))
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
