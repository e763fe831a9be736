"""Marked sentences (marked/*.txt) to the gold files beside this script: `python bench/own/build.py`.

Offsets are computed from the marks, never counted by hand.
"""

import json
import re
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
CARD = {"source": "written for Firsthand", "licence": "CC0-1.0"}
QUAD = {
    "VERBAL_COOPERATION": "AGREE CONSULT SUPPORT CONCEDE",
    "MATERIAL_COOPERATION": "COOPERATE AID RETREAT",
    "VERBAL_CONFLICT": "REQUEST ACCUSE REJECT THREATEN",
    "MATERIAL_CONFLICT": "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}
QUAD_OF = {kind: quad for quad, kinds in QUAD.items() for kind in kinds.split()}
OPERATORS = {"=", ">=", ">", "<=", "<", "~", "range", "vague", "rel"}
CERTAINTIES = {"certain", "probable", "possible", "unknown"}
ROLES = {"s": "source", "c": "cue", "t": "content", "h": "hedges"}
KILOMETRES = {"km": 1.0, "mi": 1.609344, "nmi": 1.852}
POINTS = ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"]


def unmark(marked, opening):
    """The plain text and (match of the opening, start, end) for every mark; marks may nest."""
    out, stack, found, i = [], [], [], 0
    while i < len(marked):
        if m := opening.match(marked, i):
            stack.append((m, len(out)))
            i = m.end()
            continue
        if marked[i] in "]}":
            m, start = stack.pop()
            found.append((m, start, len(out)))
        else:
            assert marked[i] not in "[{", f"unknown mark: {marked[i : i + 30]}"
            out.append(marked[i])
        i += 1
    assert not stack, f"not closed: {marked}"
    text = "".join(out)
    for _, s, e in found:
        assert text[s:e].strip() == text[s:e] != "", f"empty, or space at an end: {text[s:e]!r}"
        for cut in (s, e):
            assert not re.fullmatch(r"\w\w", text[max(cut - 1, 0) : cut + 1]), f"cuts a word: {text[s:e]}"
    return text, sorted(found, key=lambda x: (x[1], -x[2]))


def rows(name):
    lines = (HERE / "marked" / name).read_text(encoding="utf8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def put(name, items):
    assert len({x["id"] for x in items}) == len(items), f"{name}: an id twice"
    lines = [json.dumps(x, ensure_ascii=False) + "\n" for x in items]
    (HERE / name).write_text("".join(lines), encoding="utf8")
    print(name, len(items))


def party(text, found, role):
    return [
        {"text": text[s:e], "span": [s, e], "code": None, "sector": None} for m, s, e in found if m[1] == role
    ]


def events(name, kinds, each):
    """One marked file of events, as many sentences of each type as it must hold."""
    out, kind, n = [], "", Counter()
    for line in rows(f"{name}.txt"):
        if line.startswith("= "):
            kind = line[2:]
            continue
        text, found = unmark(line, re.compile(r"\[([ART]) "))
        n[kind] += 1
        row = {"id": f"own-{name}/{kind}-{n[kind]}", **CARD, "split": "dev", "text": text}
        row |= {"event": kind, "quad": QUAD_OF[kind], "mode": None, "context": None}
        row["trigger"] = " ".join(text[s:e] for m, s, e in found if m[1] == "T")
        row |= {"actors": party(text, found, "A"), "recipients": party(text, found, "R")}
        out.append(row)
    assert n == dict.fromkeys(kinds, each), n
    put(f"{name}.jsonl", out)


def number(word):
    return None if word == "-" else float(word) if "." in word else int(word)


def quantity(name):
    """One marked file of figures."""
    out, n = [], Counter()
    for line in rows(f"{name}.txt"):
        cat, marked = line.split(" | ", 1)
        text, found = unmark(marked, re.compile(r"\[(x\|[^:\]]*|[a-z]+\|[^:\]]*) : "))
        figures, traps = [], []
        for m, s, e in found:
            at = {"start": s, "end": e, "text": text[s:e]}
            kind, what, *rest = m[1].split("|")
            if kind == "x":
                traps.append({**at, "why": what})
                continue
            op, low, high, *approx = rest
            assert op in OPERATORS, line
            figure = {**at, "kind": kind, "counted": what, "min": number(low), "max": number(high)}
            figures.append({**figure, "op": op, "approx": approx == ["~"]})
        row = {"id": f"own-{name}/{cat}-{n[cat]:02d}", **CARD, "cat": cat, "split": "dev", "text": text}
        out.append({**row, "quantities": figures, "distractors": traps})
        n[cat] += 1
    put(f"{name}.jsonl", out)


def distance(word):
    """p D: D less and more 30 % and .5 km; b D: at a border, 75 to 120 %; m D: more than D; a-b: as given."""
    if word == "-":
        return None
    *how, value, unit = word.split()
    if "-" in value:
        return [float(x) * KILOMETRES[unit] for x in value.split("-")]
    d = float(value) * KILOMETRES[unit]
    low, high = {"p": (d * 0.7 - 0.5, d * 1.3 + 0.5), "b": (d * 0.75, d * 1.2), "m": (d, d * 1.5)}[how[0]]
    return [round(low, 2), round(high, 2)]


def bearing(word):
    """A point: 35 degrees each side, 30 for half-winds; followed by 45: a quarter; or FROM-TO."""
    if word == "-":
        return None
    if word[0].isdigit():
        return [float(x) for x in word.split("-")]
    point = word.removesuffix("45")
    middle = POINTS.index(point) * 22.5
    half = 45 if word.endswith("45") else 30 if len(point) == 3 else 35
    return [(middle - half) % 360, (middle + half) % 360]


def relative():
    out = []
    for n, line in enumerate(rows("relative.txt"), 1):
        relation, dist, point, extra, marked = (x.strip() for x in line.split("|", 4))
        text, found = unmark(marked, re.compile(r"\[([EAO]) "))
        [(s, t)] = [(a, b) for m, a, b in found if m[1] == "E"]
        anchors = [(a, b) for m, a, b in found if m[1] == "A" and s <= a and b <= t]
        more = dict(x.split("=", 1) for x in extra.split(";") if x)
        stated = [x.split() for x in more.get("s", "").split(",") if x]
        row = {"id": f"own-relative/{n:02d}", **CARD, "split": "dev", "text": text, "start": s, "end": t}
        row["expression"] = text[s:t]
        row["anchors"] = [{"text": text[a:b], "start": a, "end": b} for a, b in anchors]
        row |= {"relation": relation, "distance_km": distance(dist)}
        row["stated"] = [{"value": float(value), "unit": unit} for value, unit in stated]
        row |= {
            "bearing_deg": bearing(point),
            "bearing_word": None if point == "-" else point.removesuffix("45"),
        }
        row |= {"hedge": more.get("h"), "unit_check": more.get("u"), "resolvable": relation != "none"}
        if other := [[a, b] for m, a, b in found if m[1] == "O"]:
            row["other_expressions"] = other
        out.append(row)
    put("relative.jsonl", out)


def time(name):
    """One marked file of times."""
    out, n = [], Counter()
    for line in rows(f"{name}.txt"):
        cat, dct, marked = line.split(" | ", 2)
        text, found = unmark(marked, re.compile(r"\[(DATE|TIME|DURATION|SET) (\S+) : "))
        row = {"id": f"own-{name}/{cat}-{n[cat]:02d}", **CARD, "genre": "challenge", "cat": cat, "dct": dct}
        row |= {"text": text, "timex": []}
        for m, s, e in found:
            timex = {"start": s, "end": e, "text": text[s:e], "type": m[1], "value": m[2]}
            row["timex"].append({**timex, "mod": None, "nested": False})
        out.append(row)
        n[cat] += 1
    put(f"{name}.jsonl", out)


def quoted(text):
    """For every character: does it stand inside quotation marks?"""
    inside, on = [], False
    for ch in text:
        if ch == "“" or (ch == '"' and not on):
            on = True
        elif ch in '”"':
            on = False
        inside.append(on)
    return inside


def voice(ident, marks, note, text):
    """One attribution; a polarity that is neither is written +, as the interface has two."""
    kind, polarity, certainty, *hedge = note
    assert kind in {"report", "belief"} and certainty in CERTAINTIES, (text, note)  # noqa: PT018
    inside = quoted(text)
    words = [inside[m.start()] for s, e in marks["content"] for m in re.compile(r"\w+").finditer(text, s, e)]
    share = sum(words) / len(words)
    row = {"id": ident} | {role: sorted(marks[role]) for role in ("content", "cue", "source")}
    row |= {"parent": None, "type": "direct" if share >= 0.9 else "mixed" if share > 0 else "indirect"}
    row |= {"kind": "report" if kind == "report" else "other", "certainty": certainty}
    row["polarity"] = {"+": "+", "-": "-", "?": "+"}[polarity]
    row["hedges"] = sorted(marks["hedges"] + (marks["cue"] if hedge == ["h"] else []))
    return row


def parent(row, every):
    """The narrowest other content round its cue (else its source, else its content)."""
    start, end = (row["cue"] or row["source"] or row["content"])[0]
    around = [
        (e - s, o["id"]) for o in every if o is not row for s, e in o["content"] if s <= start and end <= e
    ]
    return min(around)[1] if around else None


def attribution():
    """{s1 source} {c1 cue} {t1 content} {h1 hedge}; '---'; lines 'ID KIND POLARITY CERTAINTY [h]'."""
    out, nested = [], 0
    whole = (HERE / "marked" / "attribution.txt").read_text(encoding="utf8")
    for block in re.split(r"(?m)^=== ", whole)[1:]:
        slug, rest = block.split("\n", 1)
        body, _, notes = rest.partition("\n---")
        text, found = unmark(body.strip(), re.compile(r"\{([scth])(\d+) "))
        marks = defaultdict(lambda: {role: [] for role in ROLES.values()})
        for m, s, e in found:
            marks[m[2]][ROLES[m[1]]].append([s, e])
        said = {x.split()[0]: x.split()[1:] for x in notes.strip().splitlines()}
        assert set(said) == set(marks), f"{slug}: marks and notes differ"
        gold = [voice(ident, m, said[ident], text) for ident, m in marks.items()]
        for row in gold:
            row["parent"] = parent(row, gold)
            nested += row["parent"] is not None
        row = {"id": f"own-attribution/{slug.strip()}", "lang": "en", "corpus": CARD["source"]}
        out.append({**row, "licence": CARD["licence"], "text": text, "gold": gold})
    put("attribution.jsonl", out)
    print(f"  {sum(len(x['gold']) for x in out)} attributions, {nested} nested")


if __name__ == "__main__":
    events("events", [kind for kind in QUAD_OF if kind != "CONCEDE"], 8)
    events("events_2", list(QUAD_OF), 5)
    events("events_3", list(QUAD_OF), 3)
    quantity("quantity")
    quantity("quantity_2")
    relative()
    time("time")
    time("time_newswire")
    attribution()
