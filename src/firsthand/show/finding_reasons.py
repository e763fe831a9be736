"""Why a group (`g3`) is what it is: each telling, whom it goes back to, and what is against it."""

from __future__ import annotations

import re
from typing import Any

import msgspec
from rich.console import Console
from rich.text import Text

from firsthand.corroborate import reasons
from firsthand.rules import Rule
from firsthand.schema import ComparedClaim, Contradiction, Findings, Group, Reasons, words
from firsthand.schema.errors import UnknownOption
from firsthand.show import decided, phrases
from firsthand.show.denials import Denials
from firsthand.show.dossier import Dossier

_SHAPE = re.compile(r"g[1-9][0-9]*", re.ASCII)


def names_a_finding(typed: str) -> bool:
    """Whether a person typed the id of a group."""
    return _SHAPE.fullmatch(typed.strip()) is not None


def why(dossier: Dossier, typed: str, rules: dict[str, Rule]) -> dict[str, Any]:
    """The reasons behind a group, down to the sentences. Raises `UnknownOption` where it is not there."""
    found = dossier.findings
    group = next((each for each in found.groups if each.id == typed.strip()), None)
    if group is None:
        raise UnknownOption(f"There is no group {typed}; there are {len(found.groups)}, from g1 on.")
    text = {reading.document.id: reading.document.text for reading in dossier.readings}
    claims = [each for each in found.claims if each.group == group.id]
    denials = Denials(found, dossier.readings)
    return {
        "id": group.id,
        "kind": "group",
        "words": group.text,
        "shown": denials.worded(group),
        "verdict": msgspec.to_builtins(group.verdict),
        "because": _reasons((*group.because, *(group.verdict.because if group.verdict else ())), rules),
        "tellings": [
            _telling(each, found, text.get(each.document, ""), rules) | {"minus": denials.minus(each)}
            for each in claims
        ],
        "against": [
            _against(pair, group, found, rules, denials)
            for pair in found.contradictions
            if group.id in (pair.a, pair.b)
        ],
        "ask": list(denials.asked(group)),
        "decisions": decided.plain(dossier.decided_of(group).values()),
        "decided": [decided.said_of(each, group) for each in dossier.decided_of(group).values()],
    }


def _reasons(given: Reasons, rules: dict[str, Rule]) -> list[dict[str, Any]]:
    return [
        {
            "rule": reason.rule,
            "means": rules[reason.rule].means if reason.rule in rules else reasons().get(reason.rule),
            "note": reason.note,
        }
        for reason in given
    ]


def _telling(claim: ComparedClaim, found: Findings, text: str, rules: dict[str, Rule]) -> dict[str, Any]:
    document = next((each for each in found.documents if each.id == claim.document), None)
    origin = next((each for each in found.origins if each.id == claim.origin), None)
    return {
        "id": claim.id,
        "document": claim.document,
        "publisher": document.publisher if document else None,
        "published": document.published if document else None,
        "words": words(text, claim.anchors[:1]) or claim.text,
        "claim": claim.text,
        "chain": phrases.chain(claim.chain),
        "certainty": claim.certainty,
        "polarity": claim.polarity,
        "origin": msgspec.to_builtins(origin) if origin else None,
        "because": _reasons((*claim.because, *(origin.because if origin else ())), rules),
    }


def _against(
    pair: Contradiction, group: Group, found: Findings, rules: dict[str, Rule], denials: Denials
) -> dict[str, Any]:
    other = pair.b if pair.a == group.id else pair.a
    its = next((each for each in found.groups if each.id == other), None)
    return {
        "group": other,
        "field": pair.field,
        "words": its.text if its else "",
        "shown": denials.worded(its) if its else "",
        "because": _reasons(pair.because, rules),
    }


def show(found: dict[str, Any], console: Console) -> None:
    """Print the reasons behind a group."""
    _line(console, (found["id"], "bold cyan"), "  ", (found["shown"], "bold"))
    if found["verdict"]:
        _line(console, f"    {found['verdict']['words']}")
    for said in found["decided"]:
        _line(console, "    decided: ", (_flat(said), "bold"))
    _say(console, found["because"], "    ")
    for telling in found["tellings"]:
        _show_telling(telling, console)
    for against in found["against"]:
        said = f"against it ({phrases.FIELDS[against['field']]}): {against['group']}  {against['shown']}"
        _line(console, "\n    ", (said, "red"))
        _say(console, against["because"], "      ")
    if found["ask"]:
        _line(console, "\n    what to ask next")
    for line in found["ask"]:
        _line(console, f"      {line}")


def _show_telling(telling: dict[str, Any], console: Console) -> None:
    who = telling["publisher"] or telling["document"]
    day = f", {telling['published']}" if telling["published"] else ""
    _line(
        console,
        "\n    ",
        (telling["id"], "cyan"),
        f"  {who}{day}: ",
        (f"“{_flat(telling['words'])}”", "bold"),
    )
    minus = f", {telling['minus']}" if telling["minus"] else ""
    _line(console, f"      {telling['chain']} ({telling['certainty']}{minus})")
    origin = telling["origin"]
    back = (
        f"goes back to {origin['name']} ({origin['kind']})" if origin else "untraced: it counts for nothing"
    )
    _line(console, f"      {back}")
    _say(console, telling["because"], "      ")


def _say(console: Console, reasons: list[dict[str, Any]], indent: str) -> None:
    for reason in reasons:
        _line(console, indent, (reason["rule"], "cyan"), f"  {reason['note'] or reason['means'] or ''}")


def _flat(text: str) -> str:
    return " ".join(text.split())


def _line(console: Console, *parts: str | tuple[str, str]) -> None:
    console.print(Text.assemble(*parts), soft_wrap=True)
