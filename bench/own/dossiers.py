"""Composed dossiers (marked/dossiers_*.txt) to the two gold files beside this script: `python bench/own/dossiers.py`.

A claim is marked in its document as {claim origin hedge chain|words}; offsets, origins, counts and document numbers are computed
from the marks, and the counts that the writer expected are checked against them. Correct the marks, never the JSON.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
KINDS = {"official", "party", "witness", "ngo", "media", "imagery", "document"}
HEDGES = {"said", "plain", "claimed", "denied", "confirmed", "reportedly", "alleged"}
FIELDS = {"number", "time", "place", "polarity", "agent", "weapon", "victim", "identity"}
REUSE = {"verbatim", "light", "partial", "rewrite"}
MARK = re.compile(r"\{(c\d+) (\?|\w+) (\w+)(?: ([^|{}]+))?\|")


def unmark(marked, where):
    """The plain text and (match, start, end) for every mark; marks may nest."""
    out, stack, found, i = [], [], [], 0
    while i < len(marked):
        if m := MARK.match(marked, i):
            stack.append((m, len(out)))
            i = m.end()
            continue
        if marked[i] == "}":
            m, start = stack.pop()
            found.append((m, start, len(out)))
        else:
            assert marked[i] != "{", f"{where}: unknown mark: {marked[i : i + 40]}"
            out.append(marked[i])
        i += 1
    assert not stack, f"{where}: a mark is not closed"
    text = "".join(out)
    for m, s, e in found:
        assert text[s:e].strip() == text[s:e] != "", f"{where}: empty, or space at an end: {text[s:e]!r}"
        for cut in (s, e):
            assert not re.fullmatch(r"\w\w", text[max(cut - 1, 0) : cut + 1]), f"{where}: cuts a word: {text[s:e]}"
    return text, sorted(found, key=lambda x: (x[1], -x[2]))


def parts(line):
    return [p.strip() for p in line.split("|")]


def dossier(block, split):
    """One `# id | title` block to the gold form."""
    top, *bodies = re.split(r"(?m)^== ", block)
    head, *lines = [x for x in top.splitlines() if x.strip() and not x.startswith("//")]
    ident, title = parts(head)
    d = {"id": ident, "split": split, "title": title, "phenomena": [], "origins": [], "claims": [], "docs": []}
    d |= {"contradictions": [], "not_contradictions": [], "ignored_pairs": [], "deps": [], "mentions": []}
    expected = {}
    for line in lines:
        key, rest = line.split(" ", 1)
        if key == "phenomena":
            d["phenomena"] = [p.strip() for p in rest.split(",")]
        elif key == "origin":  # origin id kind +|- | who
            left, who = parts(rest)
            oid, kind, party = left.split()
            assert kind in KINDS and party in "+-", line
            d["origins"].append({"id": oid, "kind": kind, "party": party == "+", "who": who})
        elif key == "claim":  # claim id event n/disinterested[?] | gloss | field=value; ...
            left, gloss, fields = parts(rest)
            cid, event, n = left.split()
            m = re.fullmatch(r"(\d)/(\d)(\??)", n)
            expected[cid] = (int(m[1]), int(m[2]), bool(m[3]))
            d["claims"].append({"id": cid, "event": event, "fields": dict(f.strip().split("=", 1) for f in fields.split(";")), "gloss": gloss})
        elif key == "dep":  # dep claim origin > relied-on origin
            cid, a, _, b = rest.split()
            d["deps"].append({"claim": cid, "origin": a, "relies_on": b})
        elif key == "contra":
            a, b, field = rest.split()
            assert field in FIELDS, line
            d["contradictions"].append({"a": a, "b": b, "field": field})
        elif key == "not":
            a, b, why = rest.split(" ", 2)
            d["not_contradictions"].append({"a": a, "b": b, "why": why})
        elif key == "ignore":
            a, b = rest.split()
            d["ignored_pairs"].append({"a": a, "b": b})
        else:
            raise AssertionError(f"{ident}: {line}")
    origins, claims = {o["id"]: o for o in d["origins"]}, {c["id"]: c for c in d["claims"]}
    relies = {(x["claim"], x["origin"]): x["relies_on"] for x in d["deps"]}
    marked = {}
    for body in bodies:  # == id | outlet | date | headline [| kind of-document]
        first, text = body.split("\n", 1)
        did, outlet, date, headline, *reuse = parts(first)
        text = text.strip()
        if text.startswith("@"):
            text = marked[text[1:]]
        assert did not in marked and re.fullmatch(r"\d{4}-\d\d-\d\d", date), f"{ident}.{did}"
        marked[did] = text
        if reuse:
            kind, of = reuse[0].split()
            assert kind in REUSE and of in marked, f"{ident}.{did}"
            model = next(x for x in d["docs"] if x["id"] == of)
            assert model["date"] <= date, f"{ident}.{did}: copied before it was written"
            reuse = {"of": of, "kind": kind}
        plain, found = unmark(text, f"{ident}.{did}")
        assert 60 <= len(plain.split()) <= 250, f"{ident}.{did}: {len(plain.split())} words"
        d["docs"].append({"id": did, "outlet": outlet, "date": date, "headline": headline, "reuse": reuse or None, "text": plain})
        for m, s, e in found:
            cid, origin, hedge, chain = m.groups()
            assert cid in claims and hedge in HEDGES and (origin == "?" or origin in origins), f"{ident}.{did}: {m[0]}"
            root, seen = origin, set()
            while (cid, root) in relies:
                assert root not in seen, f"{ident}: a ring of origins"
                seen.add(root)
                root = relies[cid, root]
            mention = {"id": f"{ident}.{did}.{len(d['mentions'])}", "doc": did, "start": s, "end": e, "quote": plain[s:e], "claim": cid}
            mention |= {"origin": origin, "chain": [x.strip() for x in chain.split(">")] if chain else [], "hedge": hedge, "root": root}
            d["mentions"].append(mention)
    check(d, expected)
    return d


def check(d, expected):
    """Counts follow from the roots; what the writer expected is what comes out."""
    ident, party = d["id"], {o["id"]: o["party"] for o in d["origins"]}
    for c in d["claims"]:
        told = [m for m in d["mentions"] if m["claim"] == c["id"]]
        assert told, f"{ident} {c['id']}: no mention"
        c["origins"] = sorted({m["root"] for m in told} - {"?"})
        c["n_independent"] = len(c["origins"])
        c["n_disinterested"] = sum(not party[o] for o in c["origins"])
        c["untraced"] = any(m["root"] == "?" for m in told)
        c["n_docs"] = len({m["doc"] for m in told})
        got = (c["n_independent"], c["n_disinterested"], c["untraced"])
        assert got == expected[c["id"]], f"{ident} {c['id']}: {got}, expected {expected[c['id']]}: {c['origins']}"
    used = {m["origin"] for m in d["mentions"]} | {m["root"] for m in d["mentions"]}
    assert party.keys() <= used, f"{ident}: origins without a mention: {party.keys() - used}"
    assert all(any(m["claim"] == x["claim"] and m["origin"] == x["origin"] for m in d["mentions"]) for x in d["deps"]), f"{ident}: an idle dep"
    ids, pairs = {c["id"] for c in d["claims"]}, []
    for kind in ("contradictions", "not_contradictions", "ignored_pairs"):
        for x in d[kind]:
            assert x["a"] != x["b"] and {x["a"], x["b"]} <= ids, f"{ident}: {x}"
            pairs.append(frozenset((x["a"], x["b"])))
    assert len(pairs) == len(set(pairs)), f"{ident}: a pair in two lists"
    text = {x["id"]: x["text"] for x in d["docs"]}
    for m in d["mentions"]:
        assert text[m["doc"]][m["start"] : m["end"]] == m["quote"], m["id"]
    for x in d["docs"]:  # a copy keeps its model's origins
        if x["reuse"]:
            model = {(m["claim"], m["root"]) for m in d["mentions"] if m["doc"] == x["reuse"]["of"]}
            for m in d["mentions"]:
                if m["doc"] == x["id"] and m["claim"] in {c for c, _ in model}:
                    assert (m["claim"], m["root"]) in model, f"{ident}: {m['id']} has another origin than its model"
    assert 2 <= len(d["docs"]) <= 8, ident


def build(name, split):
    raw = (HERE / "marked" / f"{name}.txt").read_text(encoding="utf8")
    blocks = re.split(r"(?m)^# ", raw)[1:]
    ds = [dossier(b, split) for b in blocks]
    assert len({d["id"] for d in ds}) == len(ds), "an id twice"
    (HERE / f"{name}.jsonl").write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in ds), encoding="utf8")
    claims = [c for d in ds for c in d["claims"]]
    multi = Counter(c["n_independent"] for c in claims if c["n_docs"] > 1)
    fields = Counter(x["field"] for d in ds for x in d["contradictions"])
    print(name, len(ds), "dossiers,", sum(len(d["docs"]) for d in ds), "documents,", len(claims), "claims,", sum(len(d["mentions"]) for d in ds), "mentions")
    print("  told by two documents or more:", sum(multi.values()), "by n_independent:", dict(sorted(multi.items())))
    print("  contradictions:", sum(fields.values()), dict(fields), "traps:", sum(len(d["not_contradictions"]) for d in ds))
    return ds


if __name__ == "__main__":
    build("dossiers_dev", "own_dev")
    if (HERE / "marked" / "dossiers_blind.txt").exists():
        build("dossiers_blind", "own_blind")
    sys.exit(0)
