"""Marked paragraphs on who is held responsible and what was lost, to gold: `python bench/own/held.py`."""

import re

from build import CARD, put, rows, unmark

LEVELS = {"f": "fact", "c": "claimed", "a": "accused", "s": "suspected", "p": "possible"}


def hold(held, deed, level, span, text):
    """Note an actor for a deed; one named again by the last word of its name is the same."""
    last = text[slice(*span)].lower().split()[-1]
    for known in held:
        alike = (known["deed"], known["level"]) == (deed, level)
        if alike and last in text[slice(*known["actor"][0])].lower():
            known["actor"].append(span)
            return
    held.append({"deed": deed, "actor": [span], "level": level})


def responsibility():
    """One row a paragraph: its deeds with every word that tells them, and who is held responsible."""
    out, kind = [], ""
    for line in rows("responsibility.txt"):
        if line.startswith("= "):
            kind = line[2:]
            continue
        text, found = unmark(line, re.compile(r"\[([Dfcaspe])(\d+) "))
        deeds, held = {}, []
        for m, s, e in found:
            for deed in m[2]:
                if m[1] == "D":
                    deeds.setdefault(deed, []).append([s, e])
                elif m[1] == "e":
                    [h for h in held if h["deed"] == deed][-1]["actor"].append([s, e])
                else:
                    hold(held, deed, LEVELS[m[1]], [s, e], text)
        assert all(h["deed"] in deeds for h in held), line
        out.append({"id": f"own-responsibility/{len(out) + 1}", **CARD, "kind": kind, "text": text,
                    "deeds": deeds, "held": held})  # fmt: skip
    put("responsibility.jsonl", out)


def losses():
    """One row a paragraph: its losses by kind, with low, best, high and the day as of which they hold."""
    out = []
    for line in rows("losses.txt"):
        if " | " in line:
            day, text = line.split(" | ", 1)
            out.append(
                {"id": f"own-losses/{len(out) + 1}", **CARD, "published": day, "text": text, "losses": []}
            )
        elif not line.endswith("-none"):
            kind, *figures, day = line.split()
            low, best, high = (None if x == "-" else int(x) for x in figures)
            out[-1]["losses"].append({"kind": kind, "low": low, "best": best, "high": high, "as_of": day})
    put("losses.jsonl", out)


if __name__ == "__main__":
    responsibility()
    losses()
