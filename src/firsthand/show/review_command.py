"""`firsthand review`: what people decided, and deciding."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click
import msgspec

from firsthand.show.case_commands import actor, by_option, case_argument
from firsthand.show.exits import DONE, told
from firsthand.show.options import as_json, write_json
from firsthand.show.output import console

if TYPE_CHECKING:
    from firsthand.case import Case, Decision
    from firsthand.show.joining import Joining


@click.command()
@case_argument
@click.argument("id", metavar="[ID]", required=False)
@click.argument("action", metavar="[ACTION]", required=False)
@click.argument("said", metavar="[WORDS]...", nargs=-1)
@by_option
@click.option(
    "--if-last",
    type=click.IntRange(min=0),
    metavar="N",
    help="Record only if the last decision on ID is still number N (0: none); else tell who was quicker.",
)
@as_json
@told
def review(
    case: Path,
    id: str | None,  # noqa: A002 - the argument's name in the manual
    action: str | None,
    said: tuple[str, ...],
    by: str | None,
    if_last: int | None,
    as_json: bool,
) -> int:
    """Decide about what was read; without ID and ACTION, list what is decided.

    \b
    ID      a claim (d3.c4), another value (d3.t2), a document (d3), a group (g5), or a source by its name
    ACTION  confirm | reject | correct FIELD VALUE | merge GROUP | split WHAT... | rate WORDS [1-5] |
            regrade A-F | note WORDS | undo [FIELD]

    \b
    g1 merge g5                 both tell the same claim: they are counted as one
    g1 split d2.c1 d4.c4        these tellings leave g1: they tell a claim of their own
    d3.c4 split "nine wounded"  the claim tells two things: cut it before these words
    d3.c4 split "A" "B ... C"   ... or give the words of each part, "..." for what lies between

    A decision carries your name and the time, goes on the log, and is superseded, never overwritten.
    """
    from firsthand.case import Case
    from firsthand.show.review import act

    with Case(case) as opened:
        if id is None or action is None:
            return _list(opened, id, as_json)
        decision = act(opened, id, action, said, by=actor(by), if_last=if_last)
    if as_json:
        write_json(decision)
    else:
        about = decision.about if isinstance(decision.about, dict) else {}
        words = " ".join(str(about.get("text") or about.get("words") or "").split())
        on = f"{id} “{words}”" if words else id
        click.echo(f"{on}: {_in_words(decision)}. Number {decision.n}, {decision.actor}.")
    return DONE


def _in_words(decision: Decision) -> str:
    from firsthand.show.decided import MERGE, PARTS, SPLIT, STATUS, in_words, value_in_words

    if decision.value is None:
        words = {MERGE: "merge", SPLIT: "split", PARTS: "split"}
        named = next((word for field, word in words.items() if decision.field.startswith(field)), None)
        return f"{named} taken back" if named else f"{decision.field} is open again"
    if decision.field == STATUS or decision.field.startswith((MERGE, SPLIT, PARTS)):
        return in_words(decision)
    return f"{decision.field} = {value_in_words(decision)}"


def _list(case: Case, only: str | None, as_json: bool) -> int:
    """What is decided, in the order of deciding; one line each."""
    from firsthand.show import decided
    from firsthand.show.dossier import of_case

    dossier = of_case(case)
    groups = {name: group.id for group in dossier.findings.groups for name in group.claims}
    files: dict[str, str] = {}
    """What was said of a file when it came: shown with the documents that it holds, not with its hash."""
    for document in dossier.held:
        before = files.get(document.original)
        files[document.original] = f"{before}, {document.id}" if before else document.id
    clips = {clip.id: clip.original for clip in case.store.clips()}
    files |= {original: name for name, original in clips.items()}
    aside = {each.n for each in dossier.aside}
    held = {d.n: d for fields in dossier.decisions.values() for d in fields.values()}
    rows = [held[n] for n in sorted(held)]
    shown = console()
    for each in rows:
        name = groups.get(each.target, each.target) if "/" in each.target else each.target
        name = files.get(name, name)
        if only is not None and only not in (name, each.target, name.removeprefix(decided.SOURCE)):
            continue
        if as_json:
            write_json({"id": name, "set_aside": each.n in aside, **msgspec.to_builtins(each)})
            continue
        off = "  (set aside: other words are read there today)" if each.n in aside else ""
        called = next(iter(case.store.names(clips[name])), "") if name in clips else ""
        file = f" {Path(called).name}" if called else ""
        line = f"{each.n:>5}  {name.removeprefix(decided.SOURCE)}{file}  {decided.said(each)}{off}"
        shown.print(line, soft_wrap=True, markup=False)
    if only is None and not as_json:
        for waiting in dossier.joining:
            shown.print(_question(waiting, groups, case), soft_wrap=True, markup=False)
    if not rows and not as_json:
        click.echo(
            f"Nothing is decided yet. For example: firsthand review {case.path} d1.c1 confirm", err=True
        )
    return DONE


def _question(waiting: Joining, groups: dict[str, str], case: Case) -> str:
    """What waits to be told which half of a split claim it joins, and how to say it."""
    name, one, other = (groups.get(each, each) for each in (waiting.tellings[0], *waiting.halves))
    say = f"firsthand review {quote(str(case.path))} {name} merge {one}"
    return f"waits  {name} joins which of the two that {waiting.by} parted, {one} or {other}? Say: {say}"
