"""How well happenings are told apart in real news: documents by story, and mentions by happening.

    python -m bench.sameevent_firsthand FOLDER [FOLDER/docs.dev.jsonl FOLDER/mentions.dev.jsonl]

The folder holds ECB+ as `docs.*.jsonl` (`id`, `text`), `mentions.*.jsonl` (`id`, `doc`, `trigger`) and a
`score.py` that compares clusters with gold. Documents are read as a user's are, grouped with the product's
own functions, and handed to that scorer. The set itself is research material and is not kept here.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from firsthand.corroborate.matter.stories import stories
from firsthand.corroborate.telling.setting import topic
from firsthand.corroborate.telling.terms import stem, terms
from firsthand.pipeline import read
from firsthand.schema import Hints, Reading


def lines(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def topics(documents: Iterable[dict[str, Any]]) -> dict[str, frozenset[str]]:
    """What each document is about, as it is read."""
    data = "\n".join(json.dumps({"id": each["id"], "text": each["text"]}) for each in documents).encode()
    readings = [each for each in read(data, Hints(name="news.jsonl")) if isinstance(each, Reading)]
    return {each.document.id: topic(each) for each in readings}


def happening(trigger: str) -> str:
    """What a mention's words tell of: by the lexicon of words that tell the same, else by the stem."""
    told = [term.key for term in terms(trigger) if term.sort == "happening"]
    return told[0] if told else stem(trigger.rsplit(maxsplit=1)[-1])


def main(folder: Path, documents: Path, mentions: Path) -> None:
    """Group the documents and the mentions, and print the scores of both."""
    story = stories(topics(lines(documents)))
    clusters = {
        "docs": [{"id": each["id"], "cluster": story[each["id"]]} for each in lines(documents)],
        "mentions": [
            {"id": each["id"], "cluster": f"{story[each['doc']]}/{happening(each['trigger'])}"}
            for each in lines(mentions)
        ],
    }
    with tempfile.TemporaryDirectory() as made:
        for kind, gold in (("docs", documents), ("mentions", mentions)):
            found = Path(made, f"{kind}.jsonl")
            found.write_text("\n".join(json.dumps(each) for each in clusters[kind]), encoding="utf-8")
            print(f"== {kind}", flush=True)
            subprocess.run([sys.executable, folder / "score.py", kind, gold, found], check=True)


if __name__ == "__main__":
    where = Path(sys.argv[1])
    given = [Path(each) for each in sys.argv[2:4]]
    main(where, *(given or [where / "docs.dev.jsonl", where / "mentions.dev.jsonl"]))
