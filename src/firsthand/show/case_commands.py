"""The commands that work on a case: new, add, claims, why, verify."""

from __future__ import annotations

import getpass
import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

import click
import msgspec
from rich.console import Console
from rich.text import Text

from firsthand.schema import Claim, Hints, Reading
from firsthand.show.exits import DONE, INTEGRITY, NOT_ALL_DONE, told
from firsthand.show.options import (
    as_json,
    every_group,
    fast_option,
    file_arguments,
    left_out,
    page_option,
    said_of_it,
    write_json,
)
from firsthand.show.output import console, watching

if TYPE_CHECKING:
    from firsthand.case import Held
    from firsthand.show.adding import Added

case_argument = click.argument("case", type=click.Path(path_type=Path), metavar="CASE")
by_option = click.option(
    "--by",
    metavar="NAME",
    envvar="FIRSTHAND_ACTOR",
    help="Who does this, for the log. Default: the login name.",
)


def actor(by: str | None) -> str:
    """Who acts: the name given, the environment's FIRSTHAND_ACTOR, or the login name."""
    if by and by.strip():
        return by.strip()
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without an entry, as in containers
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "unknown"


@click.command()
@case_argument
@click.option("--title", metavar="TEXT", help="What the case is called. Default: the folder's name.")
@by_option
@as_json
@told
def new(case: Path, title: str | None, by: str | None, as_json: bool) -> int:
    """Make a case: a folder for documents, what was read from them, and a log of who did what."""
    from firsthand.case import Case

    with Case.create(case, by=actor(by), title=title) as made:
        if as_json:
            write_json({"case": str(case), **msgspec.to_builtins(made.about)})
        else:
            click.echo(f"{case} is ready. Next: firsthand add {quote(str(case))} FILE...")
    return DONE


@click.command()
@case_argument
@file_arguments
@fast_option
@said_of_it
@by_option
@click.option(
    "--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="Processes that read."
)
@as_json
@click.pass_obj
@told
def add(
    without: frozenset[str] | None,
    case: Path,
    files: tuple[str, ...],
    fast: bool,
    published: str | None,
    publisher: str | None,
    url: str | None,
    by: str | None,
    workers: int,
    as_json: bool,
) -> int:
    """Add documents and footage to a case. Adding the same again changes nothing, or goes on from there.

    FILES are texts, web pages, PDFs, mails, JSON Lines, videos, pictures, folders or archives (zip, tar) of
    them; - is standard input.
    """
    from firsthand.case import Case
    from firsthand.show.adding import add as add_files
    from firsthand.show.unsigned import unsigned

    def said(name: str) -> Hints:
        return Hints(name=name, published=published, publisher=publisher, url=url)

    counts: Counter[str] = Counter()
    made: list[str] = []
    interrupted = False
    with Case(case) as opened, _progress() as show:
        results = add_files(
            opened, files, by=actor(by), said=said, without=left_out(without, fast), workers=workers,
            watched=watching(),
        )  # fmt: skip
        try:
            for added in results:
                counts[added.status] += 1
                show(sum(counts.values()), added.name)
                _say(added, as_json)
                made += [added.document] if added.document and added.status != "already there" else []
        except KeyboardInterrupt:
            interrupted = True
        lacking = unsigned(opened, made)
    _sum_up(case, counts, interrupted, clips_only=not made)
    if lacking:
        click.echo(f"Note: {lacking}", err=True)
    return NOT_ALL_DONE if interrupted or counts["unreadable"] else DONE


@contextmanager
def _progress() -> Iterator[Any]:
    """A counting line on standard error while that is a terminal and the results go elsewhere."""
    shown = sys.stderr.isatty() and not sys.stdout.isatty()

    def show(count: int, name: str) -> None:
        if shown:
            sys.stderr.write(f"\r\x1b[K{count}  {name[-70:]}")
            sys.stderr.flush()

    try:
        yield show
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")


def _say(added: Added, as_json: bool) -> None:
    if as_json:
        write_json(added)
        return
    if added.status == "unreadable":
        advice = f" {added.advice}" if added.advice else ""
        click.echo(f"firsthand: {added.name}: {added.why}{advice}", err=True)
        return
    more = f"; now recorded: {added.recorded}" if added.recorded else ""
    again = "" if added.status == "added" else f"  ({added.status}{more})"
    click.echo(f"{added.document or added.clip}  {added.name}{again}")
    sys.stdout.flush()


def _sum_up(case: Path, counts: Counter[str], interrupted: bool, *, clips_only: bool) -> None:
    order = ("added", "read again", "already there", "unreadable")
    told = ", ".join(f"{counts[status]} {status}" for status in order if counts[status]) or "nothing added"
    if interrupted:
        told = f"Stopped: {told}. All of that is kept; the same command again goes on from there"
    typed = quote(str(case))
    command = "footage" if clips_only else "findings"
    more = f" Next: firsthand {command} {typed}, or firsthand serve {typed}" if counts["added"] else ""
    click.echo(f"{case}: {told}.{more}", err=True)


@click.command()
@case_argument
@as_json
@told
def claims(case: Path, as_json: bool) -> int:
    """Show the claim board: for each document its claims, who they come from, how sure they are."""
    from firsthand.case import Case
    from firsthand.show import decided

    shown = console()
    with Case(case) as opened:
        decisions = decided.in_force(opened)
        if next(opened.store.documents(), None) is None:
            _holds_nothing(case)
        for held in opened.store.documents():
            read = opened.reading(held)
            laid = decided.laid_over(read, decisions) if read else None
            reading = laid.reading if laid else None
            if reading is None:
                click.echo(
                    f"firsthand: {held.id} has no reading of this version: add its file again.", err=True
                )
            elif as_json:
                for claim in reading.claims:
                    of_it = decisions.get(f"{held.id}.{claim.id}", {})
                    write_json(
                        _claim_row(claim, reading, held) | {"decisions": decided.plain(of_it.values())}
                    )
            else:
                _board(reading, held, shown)
                for line in decided.lines(held.id, decisions, laid.aside if laid else ()):
                    shown.print(Text(line, style="bold"))
        for item in opened.store.unreadable():
            click.echo(f"firsthand: not read: {item.name}: {item.why}", err=True)
    return DONE


def _holds_nothing(case: Path) -> None:
    click.echo(f"{case} holds no documents yet. Next: firsthand add {quote(str(case))} FILE...", err=True)


def _claim_row(claim: Claim, reading: Reading, held: Held) -> dict[str, Any]:
    from firsthand.show.reasons import qualified

    document = reading.document
    own = {"document": held.id, "given_id": held.given_id}
    published = {name: getattr(document, name) for name in ("name", "title", "publisher", "published")}
    return {"id": f"{held.id}.{claim.id}"} | own | published | qualified(claim, held.id)


def _board(reading: Reading, held: Held, shown: Console) -> None:
    from firsthand.show.terminal import show_reading

    named = [msgspec.structs.replace(claim, id=f"{held.id}.{claim.id}") for claim in reading.claims]
    shown.print(Text(held.id, style="bold cyan"))
    show_reading(msgspec.structs.replace(reading, claims=tuple(named)), shown)


@click.command()
@case_argument
@every_group
@page_option
@as_json
@told
def findings(case: Path, every: bool, page: Path | None, as_json: bool) -> int:
    """Show what the documents of a case say together: groups, first hands, contradictions, copies."""
    from firsthand.case import Case
    from firsthand.show import decided
    from firsthand.show.dossier import of_case
    from firsthand.show.findings import show_findings
    from firsthand.show.page import write_page

    with Case(case) as opened:
        dossier = of_case(opened)
    for name in dossier.unread:
        click.echo(f"firsthand: {name} has no reading of this version: add its file again.", err=True)
    if not dossier.held and not dossier.clips:
        _holds_nothing(case)
    if page is not None:
        write_page(page, dossier)
    if as_json:
        write_json(msgspec.to_builtins(dossier.findings) | {"decisions": decided.by_group(dossier)})
    else:
        show_findings(dossier.findings, console(), every=every, readings=dossier.readings)
        for name, made in decided.by_group(dossier).items():
            for each in made:
                console().print(Text(f"{name}  decided: {each['said']}", style="bold"))
    return NOT_ALL_DONE if dossier.unread else DONE


@click.command()
@case_argument
@click.argument("id", metavar="ID")
@as_json
@told
def why(case: Path, id: str, as_json: bool) -> int:  # noqa: A002 - the argument's name in the manual
    """Show the reasons behind a document (d3), claim (d3.c4), value (d3.t2), group (g5) or clip (v1)."""
    from firsthand.case import Case, names_a_clip
    from firsthand.pipeline import rules
    from firsthand.show import clip_reasons, finding_reasons, reasons
    from firsthand.show.dossier import of_case

    named = {rule.name: rule for rule in rules()}
    with Case(case) as opened:
        if names_a_clip(id):
            found, show = clip_reasons.why(opened, of_case(opened), id, named), clip_reasons.show
        elif finding_reasons.names_a_finding(id):
            found, show = finding_reasons.why(of_case(opened), id, named), finding_reasons.show
        else:
            found, show = reasons.why(opened, id, named), reasons.show
    if as_json:
        write_json(found)
    else:
        show(found, console())
    return DONE


@click.command()
@click.argument("paths", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="[FILE] CASE")
@as_json
@told
def verify(paths: tuple[Path, ...], as_json: bool) -> int:
    """Check that originals, database and log of a case are what they were; exit with 3 if not.

    With FILE, a dossier: check that it came from this case and that not a letter of it was changed.
    """
    from firsthand.case import Case
    from firsthand.case import verify as examine

    *file, case = paths
    if len(file) > 1:
        raise click.UsageError("verify takes a case, or a dossier and its case.")
    if file:
        return _verify_file(file[0], case, as_json)
    with Case(case) as opened:
        report = examine(opened)
    if as_json:
        write_json({"unharmed": report.unharmed, **msgspec.to_builtins(report)})
    else:
        for problem in report.problems:
            click.echo(f"firsthand: {problem}", err=True)
        for notice in report.notices:
            click.echo(f"Note: {notice}.")
        click.echo(
            f"{case}: {'unharmed' if report.unharmed else 'NOT as it was'}: {report.originals} originals, "
            f"{report.documents} documents, {report.clips} clips, {report.entries} log entries. "
            f"Last digest: {report.head}"
        )
    return DONE if report.unharmed else INTEGRITY


def _verify_file(file: Path, case: Path, as_json: bool) -> int:
    from firsthand.case import Case
    from firsthand.show.dossier_filed import check_file

    with Case(case) as opened:
        found = check_file(file, opened)
    if as_json:
        write_json(found)
        return DONE if found.comes_from_case else INTEGRITY
    for problem in found.problems:
        click.echo(f"firsthand: {problem}", err=True)
    for notice in found.notices:
        click.echo(f"Note: {notice}.")
    if found.comes_from_case:
        click.echo(f"{file} came from {case}, unchanged: filed by {found.filed_by}, {found.filed_at}.")
    else:
        click.echo(f"{file}: NOT proven to come from {case}.")
    return DONE if found.comes_from_case else INTEGRITY


COMMANDS = (new, add, claims, findings, why, verify)
"""What `cli.main` registers."""
