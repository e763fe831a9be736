"""Findings on the terminal: each group with its first hands, who has it from whom, what speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, RenderableType
from rich.console import Group as Lines
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from firsthand.schema import ComparedClaim, ComparedDocument, Findings, Group, Reading
from firsthand.show.denials import Denials
from firsthand.show.findings_order import incident, shared, weightiest
from firsthand.show.footage_shown import show_clips
from firsthand.show.phrases import FIELDS, count, figure_range
from firsthand.show.provenance import Node, trees


def show_findings(
    found: Findings, console: Console, *, every: bool = False, readings: Iterable[Reading] = ()
) -> None:
    """The groups that two or more documents tell, or that something contradicts; all of them with `every`.

    `readings`: those that were compared; they tell what is denied from what denies by its own words.
    """
    denials = Denials(found, readings)
    chosen = [group for group in found.groups if every or group.id in shared(found)]
    if line := incident(found):
        console.print(Text(line, style="bold"))
        console.print()
    for group in sorted(chosen, key=lambda each: -len(each.documents)):
        console.print(_group(group, found, denials))
        console.print()
    if found.contradictions:
        console.print(_contradictions(found, denials))
        console.print()
    if found.updates:
        console.print(_updates(found, denials))
        console.print()
    if found.copies:
        console.print(_copies(found))
        console.print()
    if found.clips:
        show_clips(found, console)
        console.print()
    console.print(Text(_summary(found, len(chosen))))


def _group(group: Group, found: Findings, denials: Denials) -> RenderableType:
    lines: list[RenderableType] = [Text.assemble((f"{group.id}  ", "cyan"), (denials.worded(group), "bold"))]
    if group.verdict:
        lines.append(Padding.indent(Text(group.verdict.words), 4))
    lines += [Padding.indent(Text(line), 4) for line in _facts(group)]
    lines += [Padding.indent(_tree(root, denials), 4) for root in trees(group, found)]
    for pair in found.contradictions:
        if group.id in (pair.a, pair.b):
            other = pair.b if pair.a == group.id else pair.a
            lines.append(Padding.indent(Text(f"against it: {other} ({FIELDS[pair.field]})", style="red"), 4))
    lines += [Padding.indent(Text(f"ask: {line}", style="dim"), 4) for line in denials.asked(group)]
    return Lines(*lines)


def _facts(group: Group) -> Iterator[str]:
    """When, where and how many, in one line each; a figure with its range where the tellings differ."""
    said = (("when", group.when), ("where", group.where), ("how many", group.how_many))
    yield from (f"{name}: {'; '.join(values)}" for name, values in said if values)
    for figure in group.figures:
        if figure.low != figure.high:
            yield f"range: {figure_range(figure)}"


def _tree(node: Node, denials: Denials) -> Tree:
    tree = Tree(_label(node, denials), guide_style="dim")
    _grow(tree, node, denials)
    return tree


def _grow(tree: Tree, node: Node, denials: Denials) -> None:
    for child in node.below:
        _grow(tree.add(_label(child, denials)), child, denials)


def _label(node: Node, denials: Denials) -> Text:
    if node.kind == "origin":
        party = " (party to the conflict)" if node.party else ""
        return Text.assemble(("● ", "green"), (node.name, "bold"), party)
    if node.kind == "untraced":
        return Text(f"○ untraced: {_why_untraced(node)}", style="yellow")
    if node.kind == "voice" or node.claim is None:
        return Text(node.name)
    sure = "" if node.claim.certainty == "certain" else f", {node.claim.certainty}"
    against = denials.minus(node.claim)
    minus = f", {against}" if against else ""
    copied = f", {node.copied.kind} copy ({node.copied.share:.0%})" if node.copied else ""
    return Text.assemble((node.name, "italic"), f" [{node.claim.id}]{sure}{minus}{copied}")


NOT_TRACED = {
    "origin.no_one_named": "no first hand named",
    "origin.bare_word": "no first hand named",
    "origin.media_reports": "media that are not named",
    "origin.outlet_not_here": "the report that it comes from is not here",
    "origin.from_afar": "who is named did not see it",
    "origin.only_comments": "who is named only takes a stand on it",
    "origin.not_confirmed": "who is named could not confirm it",
    "origin.several_before": "others have it from several, which of them is meant is not told",
    "origin.not_sure_who": "who says it is not sure",
    "origin.not_surely_same": "not surely the same claim",
    "origin.circle": "the documents cite only each other",
}
"""What the reason why a telling is not traced is called, the last reason that is one."""


def _why_untraced(node: Node) -> str:
    """Why no telling below leads to a first hand, each reason once, in the order of the tree."""
    found = [why for claim in _claims(node) if (why := _not_traced(claim))]
    return "; ".join(dict.fromkeys(found)) or "no first hand named"


def _claims(node: Node) -> Iterator[ComparedClaim]:
    if node.claim is not None:
        yield node.claim
    for child in node.below:
        yield from _claims(child)


def _not_traced(claim: ComparedClaim) -> str | None:
    rules = [each.rule for each in reversed(claim.because)]
    return next((NOT_TRACED[rule] for rule in rules if rule in NOT_TRACED), None)


def _contradictions(found: Findings, denials: Denials) -> Table:
    table = Table(title="Cannot both hold", title_justify="left", box=None, padding=(0, 2, 0, 0))
    for column in ("they part in", "one", "the other"):
        table.add_column(column, overflow="fold")
    groups = {group.id: group for group in found.groups}
    for pair in weightiest(found):
        sides = (
            f"{name}  {denials.in_quarrel(pair, groups[name]) if name in groups else ''}"
            for name in (pair.a, pair.b)
        )
        table.add_row(FIELDS[pair.field], *sides)
    return table


def _updates(found: Findings, denials: Denials) -> Table:
    title = "Later figures that replace earlier ones"
    table = Table(title=title, title_justify="left", box=None, padding=(0, 2, 0, 0), min_width=len(title))
    for column in ("earlier", "later"):
        table.add_column(column, overflow="fold")
    words = _words(found, denials)
    for update in found.updates:
        table.add_row(*(f"{name}  {words.get(name, '')}" for name in (update.from_, update.to)))
    return table


def _words(found: Findings, denials: Denials) -> dict[str, str]:
    return {group.id: denials.worded(group) for group in found.groups}


def _copies(found: Findings) -> Table:
    table = Table(title="Copies", title_justify="left", box=None, padding=(0, 2, 0, 0))
    for column in ("document", "copies", "how", "share of its words"):
        table.add_column(column)
    named = {document.id: _named(document) for document in found.documents}
    for copy in found.copies:
        table.add_row(
            named.get(copy.document, copy.document),
            named.get(copy.of, copy.of),
            copy.kind,
            f"{copy.share:.0%}",
        )
    return table


def _named(document: ComparedDocument) -> str:
    return f"{document.id} {document.publisher}" if document.publisher else document.id


def _summary(found: Findings, shown: int) -> str:
    hands = {origin for group in found.groups for origin in group.origins}
    left = len(found.groups) - shown
    told = "is told" if left == 1 else "are told"
    tail = f" {left} more {told} by one document only; --all shows them." if left else ""
    counted = (
        (len(found.documents), "document"),
        (len(hands), "first hand"),
        (len(found.copies), "copy"),
        (len(found.contradictions), "contradiction"),
        (len(found.updates), "update"),
    )
    return f"{', '.join(count(*each) for each in counted)}.{tail}"
