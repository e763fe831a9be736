"""Why a clip (`v1`) counts as what it does: what is known of it, its matches, links, checks and alarms."""

from __future__ import annotations

from typing import Any

import msgspec
from rich.console import Console
from rich.text import Text

from firsthand.case import Case, Clips
from firsthand.rules import Rule
from firsthand.schema import Reasons
from firsthand.show.dossier import Dossier
from firsthand.show.footage_shown import alarm_line, facts, match_line, named_line

MEANS = {
    "footage.place": "Corners of the one picture lie in the other as one mapping of the plane lays them.",
    "footage.moment": "What moves in the one moves in the other, on this line of time and on no other.",
    "footage.same_stream": "The coded pictures are the same, bit by bit.",
    "footage.hand": "Clips that show the same seconds are one first hand.",
    "footage.earliest": "The earliest day that anybody gave for it; it may have been published before.",
    "footage.linked": "A person said that the text speaks of the clip, or that it does not.",
    "footage.left_out": "The document is linked; this mention is of another kind, or told apart.",
    "footage.address": "The text gives the address from which the clip came.",
    "footage.seen_channel": "The text names a channel that can be read in the picture.",
    "footage.seen_name": "The text names as releaser whoever can be read in the picture.",
    "footage.released_by": "The text names as releaser whoever published the clip.",
    "footage.names_channel": "The text names an address or channel that can be read in the picture.",
    "footage.names_day": "The text names the day that is written in the picture.",
    "footage.names_same": "The text names a place or somebody whose name can be read in the picture.",
    "footage.cited_twice": "Documents tell of clips of one first hand what cannot be one event.",
    "footage.out_before": "The footage was out before the day of which a document tells.",
    "footage.judged": "People looked, and judged the claim by the seconds that they noted.",
    "footage.told_alike": "Another linked text tells the same of this footage.",
    "footage.told_once": "Another text about this footage was not found to tell this; it may in other words.",
    "footage.told": "A linked text says that the footage shows it; nobody has looked yet.",
}
"""What the reasons of footage mean, each in a sentence."""


def why(case: Case, dossier: Dossier, typed: str, rules: dict[str, Rule]) -> dict[str, Any]:
    """The reasons behind a clip, as `why --json` gives them. Raises `UnknownOption` where it is not there."""
    clips = Clips(case)
    held = clips.locate(typed)
    (found,) = [each for each in dossier.findings.clips if each.id == held.id]
    described = clips.description(held)
    made = case.store.clip_made(held.number, "describe")
    original = case.store.original(held.original)

    def told(reasons: Reasons) -> list[dict[str, Any]]:
        return [
            {"rule": r.rule, "means": MEANS.get(r.rule) or (rules[r.rule].means if r.rule in rules else None),
             "note": r.note} for r in reasons
        ]  # fmt: skip

    def each(values: Any, *, say: Any = None) -> list[dict[str, Any]]:
        return [
            msgspec.to_builtins(value)
            | ({"in_words": str(say(value))} if say else {})
            | {"because": told(value.because)}
            for value in values
        ]

    return {
        "id": found.id,
        "kind": "clip",
        "words": found.name,
        "facts": [list(fact) for fact in facts(described)] if described else [],
        "hand": found.hand,
        "hand_clips": list(found.hand_clips),
        "because": told(found.because),
        "earliest": found.earliest,
        "matches": each(found.matches, say=match_line),
        "links": each(found.links),
        "named": each(found.named, say=named_line),
        "checks": each(found.checks),
        "alarms": each(found.alarms, say=alarm_line),
        "decisions": [msgspec.to_builtins(d) for d in case.store.decisions(held.id)],
        "sha256": held.original,
        "names": list(case.store.names(held.original)),
        "added_by": original.actor if original else None,
        "added_at": original.at if original else None,
        "made_by": made.made_by if made else None,
        "made_at": made.at if made else None,
    }


def show(found: dict[str, Any], console: Console) -> None:
    """Print the reasons behind a clip."""
    _line(console, (found["id"], "bold cyan"), "  clip  ", (found["words"], "bold"))
    for name, value in found["facts"]:
        _line(console, (f"  {name}  ", "dim"), value)
    _say(console, found["because"], "  ")
    _line(console, f"  earliest known: {found['earliest'] or 'nobody says'}")
    for match in found["matches"]:
        _line(console, "\n  ", (match["in_words"], "bold"))
        _say(console, match["because"], "    ")
    for link in found["links"]:
        _line(console, "\n  ", (link["mention"], "cyan"), f"  “{link['what']}”: {link['state']}")
        _say(console, link["because"], "    ")
    for name in found["named"]:
        _line(console, "\n  ", name["in_words"])
        _say(console, name["because"], "    ")
    for check in found["checks"]:
        _line(console, "\n  ", (check["claim"], "cyan"), f"  {check['state']}: “{check['text']}”")
        _say(console, check["because"], "    ")
    for alarm in found["alarms"]:
        _line(console, "\n  ", (alarm["in_words"], "bold red"))
        _say(console, alarm["because"], "    ")
    _line(console, "")
    for decision in found["decisions"]:
        said = f"{decision['field']} = {decision['value']}, {decision['actor']}, {decision['at']}"
        _line(console, f"  decided: {said}")
    _line(console, f"  kept as {' = '.join(found['names'])}")
    _line(console, f"  added by {found['added_by']}, {found['added_at']}; SHA-256 {found['sha256']}")
    if found["made_by"]:
        _line(console, f"  described by {found['made_by']}, {found['made_at']}")


def _say(console: Console, reasons: list[dict[str, Any]], indent: str) -> None:
    for reason in reasons:
        _line(console, indent, (reason["rule"], "cyan"), f"  {reason['note'] or reason['means'] or ''}")
        if reason["note"] and reason["means"]:
            _line(console, f"{indent}  {reason['means']}")


def _line(console: Console, *parts: str | tuple[str, str]) -> None:
    console.print(Text.assemble(*parts), soft_wrap=True)
