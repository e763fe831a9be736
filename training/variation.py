"""Articles told slightly otherwise each epoch: quotation marks, "that", verbs of saying; marks move along."""

from __future__ import annotations

import random
import re
from typing import Any

Row = dict[str, Any]
Edit = tuple[int, int, str]

SAID = (
    "added", "argued", "stated", "noted", "explained", "insisted", "recalled", "remarked", "observed",
    "wrote", "maintained", "announced", "reported", "declared", "commented", "replied", "confirmed",
    "posted", "contended", "asserted", "revealed", "tweeted", "continued", "acknowledged", "responded",
)  # fmt: skip
SAYS = (
    "adds", "argues", "states", "notes", "explains", "insists", "recalls", "observes", "writes",
    "maintains", "reports", "confirms", "contends", "reckons", "concedes",
)  # fmt: skip


def varied(row: Row, chance: random.Random) -> Row:
    """The same article with other words and signs where that changes nothing of who says what."""
    text = row["text"]
    edits: list[Edit] = []
    for gold in row["gold"]:
        for start, end in gold["cue"]:
            verbs = {"said": SAID, "says": SAYS}.get(text[start:end])
            if verbs and chance.random() < 0.25 and not edited(edits, start):
                edits.append((start, end, chance.choice(verbs)))
        start, end = gold["content"][0]
        if text[start : start + 5] == "that " and chance.random() < 0.3 and not edited(edits, start):
            edits.append((start, start + 5, ""))
    changed = apply(row, sorted(edits))
    changed["text"] = requoted(changed["text"], chance)
    return changed


def edited(edits: list[Edit], start: int) -> bool:
    """Whether an edit begins there already."""
    return any(edit[0] == start for edit in edits)


def apply(row: Row, edits: list[Edit]) -> Row:
    """The article after some edits that do not overlap, its spans moved."""
    parts, at = [], 0
    for start, end, words in edits:
        parts += [row["text"][at:start], words]
        at = end

    def moved(place: int, *, is_end: bool) -> int:
        shift = 0
        for start, end, words in edits:
            if place >= end and (end > start) and (place > start):
                shift += len(words) - (end - start)
            elif start < place < end:
                return start + shift + (len(words) if is_end else 0)
        return place + shift

    def span(pair: list[int]) -> list[int]:
        return [moved(pair[0], is_end=False), moved(pair[1], is_end=True)]

    gold = [{**g, **{r: [span(p) for p in g[r]] for r in ("source", "cue", "content")}} for g in row["gold"]]
    return {**row, "text": "".join([*parts, row["text"][at:]]), "gold": gold}


def requoted(text: str, chance: random.Random) -> str:
    """The text with quotation marks of another house style; as long as before."""
    style = chance.random()
    if style < 0.4:
        return text
    straight = re.sub("[“”]", '"', text)
    if style < 0.6:
        return re.sub("[‘’]", "'", straight)
    curly = re.sub(r'(?:(?<=[\s(—–])|^)"', "“", straight).replace('"', "”")
    if style < 0.85 or re.search(r"(?:(?<=\s)|^)['‘]\w", text):
        return curly
    return curly.replace("“", "‘").replace("”", "’")
