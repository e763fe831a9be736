"""Findings on the terminal: each group with its first hands, its tellings, and what speaks against it."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from firsthand.schema import Findings, Group
from firsthand.show.phrases import chain


def show_findings(found: Findings, console: Console) -> None:
    """Every group, those told by most documents first; then copies and contradictions."""
    for group in sorted(found.groups, key=lambda each: -len(each.documents)):
        _show_group(group, found, console)
    for copy in found.copies:
        console.print(Text(f"{copy.document} copies {copy.of}: {copy.kind}, {copy.share:.0%} of its words"))
    for pair in found.contradictions:
        console.print(Text(f"{pair.a} and {pair.b} cannot both hold: {pair.field}"))


def _show_group(group: Group, found: Findings, console: Console) -> None:
    console.print(Text(f"{group.id}  {group.text}", style="bold"))
    if group.verdict:
        console.print(Text(f"    {group.verdict.words}"))
    for claim in found.claims:
        if claim.group == group.id:
            console.print(Text(f"    {claim.document}: {chain(claim.chain)}"))
