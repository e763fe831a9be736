"""Composed dossiers (marked/dossiers_*.txt) to gold beside this script: `python bench/own/dossiers.py`.

A mention is marked in its document as {claim origin hedge chain|words}. Offsets, roots, counts and the number
of documents are computed from the marks, and the counts that the writer expected are checked against them.
Correct the marks, never the JSON.
"""

import json
import re
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
KINDS = {"official", "party", "witness", "ngo", "media", "imagery", "document"}
HEDGES = {"said", "plain", "claimed", "denied", "confirmed", "reportedly", "alleged"}
FIELDS = {"number", "time", "place", "polarity", "agent", "weapon", "victim", "identity"}
REUSE = {"verbatim", "light", "partial", "rewrite"}
LISTS = ("contradictions", "not_contradictions", "ignored_pairs")
SHORTEST = 15
"""Words of a document at least: an item of a briefs column."""
MARK = re.compile(r"\{(c\d+) (\?|\w+) (\w+)(?: ([^|{}]+))?\|")


def unmark(marked, where):
    """The plain text and (claim, origin, hedge, chain), start, end for every mark; marks may nest."""
    out, stack, found, i = [], [], [], 0
    while i < len(marked):
        if m := MARK.match(marked, i):
            stack.append((m.groups(), len(out)))
            i = m.end()
            continue
        if marked[i] == "}":
            found.append((*stack.pop(), len(out)))
        else:
            assert marked[i] != "{", f"{where}: unknown mark: {marked[i : i + 40]}"
            out.append(marked[i])
        i += 1
    assert not stack, f"{where}: a mark is not closed"
    text = "".join(out)
    for _, s, e in found:
        words = text[s:e]
        assert words.strip() == words != "", f"{where}: empty, or space at an end: {words!r}"
        for cut in (s, e):
            assert not re.fullmatch(r"\w\w", text[max(cut - 1, 0) : cut + 1]), (
                f"{where}: cuts a word: {words}"
            )
    return text, sorted(found, key=lambda x: (x[1], -x[2]))


def parts(line):
    return [p.strip() for p in line.split("|")]


class Dossier:
    """One block of the marked file: `# id | title`, lines of gold, then `== ` documents."""

    def __init__(self, block, split):
        top, *bodies = re.split(r"(?m)^== ", block)
        head, *lines = [x for x in top.splitlines() if x.strip()]
        ident, title = parts(head)
        self.gold = {"id": ident, "split": split, "title": title}
        for key in ("phenomena", "origins", "claims", "docs", *LISTS, "deps", "mentions"):
            self.gold[key] = []
        self.expected, self.marked = {}, {}
        for line in lines:
            key, rest = line.split(" ", 1)
            getattr(self, f"read_{key}")(rest)
        for body in bodies:
            self.document(*body.split("\n", 1))
        self.count()
        self.check()

    def read_phenomena(self, rest):
        self.gold["phenomena"] = [p.strip() for p in rest.split(",")]

    def read_origin(self, rest):  # origin ID KIND +|- | who; + is a party to the conflict
        left, who = parts(rest)
        oid, kind, party = left.split()
        assert kind in KINDS, rest
        self.gold["origins"].append(
            {"id": oid, "kind": kind, "party": {"+": True, "-": False}[party], "who": who}
        )

    def read_claim(self, rest):  # claim ID EVENT n_independent/n_disinterested[?] | gloss | field=value; ...
        left, gloss, fields = parts(rest)
        cid, event, n = left.split()
        independent, disinterested, untraced = re.fullmatch(r"(\d)/(\d)(\??)", n).groups()
        self.expected[cid] = (int(independent), int(disinterested), bool(untraced))
        values = dict(f.strip().split("=", 1) for f in fields.split(";"))
        self.gold["claims"].append({"id": cid, "event": event, "fields": values, "gloss": gloss})

    def read_dep(self, rest):  # dep CLAIM ORIGIN > ORIGIN that it relies on
        claim, origin, _, on = rest.split()
        self.gold["deps"].append({"claim": claim, "origin": origin, "relies_on": on})

    def read_contra(self, rest):
        a, b, field = rest.split()
        assert field in FIELDS, rest
        self.gold["contradictions"].append({"a": a, "b": b, "field": field})

    def read_not(self, rest):
        a, b, why = rest.split(" ", 2)
        self.gold["not_contradictions"].append({"a": a, "b": b, "why": why})

    def read_ignore(self, rest):
        a, b = rest.split()
        self.gold["ignored_pairs"].append({"a": a, "b": b})

    def document(self, first, text):  # == ID | outlet | date | headline [| KIND OF]; the text "@a" repeats a
        did, outlet, date, headline, *reuse = parts(first)
        where = f"{self.gold['id']}.{did}"
        assert did not in self.marked, where
        text = text.strip()
        self.marked[did] = text = self.marked[text[1:]] if text.startswith("@") else text
        plain, found = unmark(text, where)
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", date), where
        assert SHORTEST <= len(plain.split()) <= 250, f"{where}: {len(plain.split())} words"
        doc = {"id": did, "outlet": outlet, "date": date, "headline": headline, "reuse": None, "text": plain}
        if reuse:
            kind, of = reuse[0].split()
            assert kind in REUSE, where
            model = next(x for x in self.gold["docs"] if x["id"] == of)
            assert model["date"] <= date, f"{where}: copied before it was written"
            doc["reuse"] = {"of": of, "kind": kind}
        self.gold["docs"].append(doc)
        for (claim, origin, hedge, chain), start, end in found:
            assert hedge in HEDGES, f"{where}: {hedge}"
            mention = {"id": f"{where}.{len(self.gold['mentions'])}", "doc": did, "start": start, "end": end}
            mention |= {"quote": plain[start:end], "claim": claim, "origin": origin}
            mention["chain"] = [x.strip() for x in chain.split(">")] if chain else []
            mention |= {"hedge": hedge, "root": self.root(claim, origin)}
            self.gold["mentions"].append(mention)

    def root(self, claim, origin):
        relies = {x["origin"]: x["relies_on"] for x in self.gold["deps"] if x["claim"] == claim}
        seen = set()
        while origin in relies:
            assert origin not in seen, f"{self.gold['id']}: a ring of origins"
            seen.add(origin)
            origin = relies[origin]
        return origin

    def count(self):
        """Counts follow from the roots; what the writer expected is what comes out."""
        party = {o["id"]: o["party"] for o in self.gold["origins"]}
        for c in self.gold["claims"]:
            told = [m for m in self.gold["mentions"] if m["claim"] == c["id"]]
            assert told, f"{self.gold['id']} {c['id']}: no mention"
            c["origins"] = sorted({m["root"] for m in told} - {"?"})
            c["n_independent"] = len(c["origins"])
            c["n_disinterested"] = sum(not party[o] for o in c["origins"])
            c["untraced"] = any(m["root"] == "?" for m in told)
            c["n_docs"] = len({m["doc"] for m in told})
            got, meant = (c["n_independent"], c["n_disinterested"], c["untraced"]), self.expected[c["id"]]
            assert got == meant, f"{self.gold['id']} {c['id']}: {got}, expected {meant}: {c['origins']}"

    def check(self):
        g, ident = self.gold, self.gold["id"]
        assert 2 <= len(g["docs"]) <= 8, ident
        claims, origins = [c["id"] for c in g["claims"]], [o["id"] for o in g["origins"]]
        assert len(set(claims)) == len(claims), f"{ident}: a claim twice"
        assert len(set(origins)) == len(origins), f"{ident}: an origin twice"
        assert {m["claim"] for m in g["mentions"]} == set(claims), f"{ident}: a mention of no claim"
        used = {m[k] for m in g["mentions"] for k in ("origin", "root")} - {"?"}
        assert used == set(origins), f"{ident}: origins without a mention or unknown: {used ^ set(origins)}"
        told = {(m["claim"], m["origin"]) for m in g["mentions"]}
        for x in g["deps"]:
            assert (x["claim"], x["origin"]) in told, f"{ident}: an idle dep: {x}"
        pairs = [frozenset((x["a"], x["b"])) for key in LISTS for x in g[key]]
        assert all(len(p) == 2 and p <= set(claims) for p in pairs), f"{ident}: a pair of no two claims"
        assert len(pairs) == len(set(pairs)), f"{ident}: a pair twice"
        for x in g["docs"]:
            if x["reuse"]:
                self.check_copy(x["id"], x["reuse"]["of"])

    def check_copy(self, copy, model):
        """A copy keeps its model's origins."""
        roots = {(m["claim"], m["root"]) for m in self.gold["mentions"] if m["doc"] == model}
        for m in self.gold["mentions"]:
            if m["doc"] == copy and m["claim"] in {claim for claim, _ in roots}:
                assert (m["claim"], m["root"]) in roots, f"{m['id']} has another origin than its model"


def build(name, split):
    raw = (HERE / "marked" / f"{name}.txt").read_text(encoding="utf8")
    ds = [Dossier(block, split).gold for block in re.split(r"(?m)^# ", raw)[1:]]
    assert len({d["id"] for d in ds}) == len(ds), "an id twice"
    lines = [json.dumps(d, ensure_ascii=False) + "\n" for d in ds]
    (HERE / f"{name}.jsonl").write_text("".join(lines), encoding="utf8")
    claims = [c for d in ds for c in d["claims"]]
    size = {key: sum(len(d[key]) for d in ds) for key in ("docs", "claims", "mentions", "not_contradictions")}
    print(name, len(ds), "dossiers", size)
    multi = Counter(c["n_independent"] for c in claims if c["n_docs"] > 1)
    print("  told by two documents or more:", multi.total(), "by n_independent", dict(sorted(multi.items())))
    fields = Counter(x["field"] for d in ds for x in d["contradictions"])
    print("  contradictions:", fields.total(), dict(fields))


if __name__ == "__main__":
    build("dossiers_dev", "own_dev")
    build("dossiers_blind", "own_blind")
    build("dossiers_blind_2", "own_blind_2")
    build("dossiers_blind_3", "own_blind_3")
    build("dossiers_blind_4", "own_blind_4")
    build("dossiers_blind_5", "own_blind_5")
    build("dossiers_blind_6", "own_blind_6")
    build("dossiers_blind_7", "own_blind_7")
    build("dossiers_blind_8", "own_blind_8")
    build("dossiers_blind_9", "own_blind_9")
    build("dossiers_blind_10", "own_blind_10")
    build("dossiers_blind_11", "own_blind_11")
    build("dossiers_blind_12", "own_blind_12")
    build("dossiers_blind_13", "own_blind_13")
    build("dossiers_blind_14", "own_blind_14")
    build("dossiers_blind_15", "own_blind_15")
    build("dossiers_dev_2", "own_dev_2")
    build("dossiers_taught", "own_taught")
    build("dossiers_taught_2", "own_taught_2")
    build("dossiers_taught_3", "own_taught_3")
    build("dossiers_taught_4", "own_taught_4")
    build("dossiers_taught_5", "own_taught_5")
    build("dossiers_weighed", "own_weighed")
