"""The commands about footage: footage, match, note, link, sun."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from firsthand.schema.errors import UnknownOption
from firsthand.show.case_commands import actor, by_option, case_argument
from firsthand.show.exits import DONE, told
from firsthand.show.options import as_json, write_json
from firsthand.show.output import console, watching

if TYPE_CHECKING:
    from firsthand.case import Case, HeldClip

page_option = click.option(
    "--page",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.html",
    help="Write a page, too: one file, no network needed.",
)
JUDGEMENTS = ("borne out", "contradicted", "cannot tell", "not shown")


@click.command()
@case_argument
@click.argument("clip", required=False, metavar="[CLIP]")
@click.option(
    "--sheet",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.jpg",
    help="Write its pictures as one contact sheet.",
)
@page_option
@as_json
@told
def footage(case: Path, clip: str | None, sheet: Path | None, page: Path | None, as_json: bool) -> int:
    """Show the clips of a case, or one of them (v1): what it is, claims, shows, and what was found of it."""
    from firsthand.case import Case, Clips
    from firsthand.show import footage_shown as shown
    from firsthand.show.dossier import of_case

    with Case(case) as opened:
        dossier = of_case(opened)
        if clip is None:
            if as_json:
                write_json(dossier.findings.clips)
            else:
                shown.show_clips(dossier.findings, console())
            return DONE
        held = Clips(opened).locate(clip)
        (found,) = [each for each in dossier.findings.clips if each.id == held.id]
        described = Clips(opened).description(held)
        if sheet is not None:
            _write_sheet(sheet, opened, held)
        if page is not None:
            from firsthand.show.footage_page import write_clip_page

            write_clip_page(page, opened, held, dossier)
    if as_json:
        write_json({"clip": described, "found": found})
    else:
        shown.show_clip(found, described, console())
    return DONE


def _write_sheet(path: Path, case: Case, held: HeldClip) -> None:
    from firsthand.case import Clips
    from firsthand.footage import contact_sheet

    path.write_bytes(contact_sheet(Clips(case).pictures(held)))


@click.command()
@case_argument
@click.argument("clip", metavar="CLIP")
@click.option(
    "--also",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="CASE",
    help="Look in this case, too; may be given again.",
)
@page_option
@as_json
@told
def match(case: Path, clip: str, also: tuple[Path, ...], page: Path | None, as_json: bool) -> int:
    """Look a clip up among the clips of a case: where it, or a part of it, was seen before.

    CLIP is a clip of the case (v1) or a file, a video or a still. The answers are kept apart: the same
    seconds; the same scene or camera, the moment not shown; no match. A page shows what was found in CASE.
    """
    from firsthand.case import Case
    from firsthand.show import footage_shown as shown
    from firsthand.show.clip_matching import elsewhere, query, seen_before

    show = watching()
    with Case(case) as opened:
        asked = query(opened, clip, progress=(lambda part: show(clip, part)) if show else None)
        found = seen_before(opened, asked)
        if page is not None:
            from firsthand.show.footage_page import write_match_page

            write_match_page(page, opened, asked, found)
        found += elsewhere(also, asked)
    if as_json:
        write_json(found)
    else:
        shown.show_matches(asked.name, found, console())
    return DONE


@click.command()
@case_argument
@click.argument("clip", metavar="CLIP")
@click.argument("text", required=False, metavar="[TEXT]")
@click.option("--from", "from_s", type=click.FloatRange(min=0), metavar="SECONDS", help="Where it begins.")
@click.option("--to", "to_s", type=click.FloatRange(min=0), metavar="SECONDS", help="Where it ends.")
@click.option("--claim", metavar="ID", help="The claim that these seconds are held against, as d1.c4.")
@click.option("--says", type=click.Choice(JUDGEMENTS), help="What they say of that claim.")
@click.option("--take-back", metavar="NOTE", help="Take a note back, as v1.n2; it stays on record.")
@by_option
@as_json
@told
def note(
    case: Path,
    clip: str,
    text: str | None,
    from_s: float | None,
    to_s: float | None,
    claim: str | None,
    says: str | None,
    take_back: str | None,
    by: str | None,
    as_json: bool,
) -> int:
    """Note what you see in some seconds of a clip, and what that says of a claim. Recorded with your name.

    firsthand note CASE v1 --from 3 --to 9 "three vehicles stop" --claim d1.c4 --says "borne out"
    """
    from firsthand.case import Case, Clips

    with Case(case) as opened:
        clips = Clips(opened)
        held = clips.locate(clip)
        if take_back is not None:
            clips.take_back(held, _note_number(take_back), by=actor(by))
            click.echo(f"{take_back} is taken back.")
            return DONE
        if text is None or from_s is None or to_s is None:
            raise UnknownOption(
                'a note needs --from, --to and what you see, in quotes: "three vehicles stop".'
            )
        if (claim is None) != (says is None):
            raise UnknownOption("--claim and --says go together.")
        described = clips.description(held)
        _check_seconds(from_s, to_s, described.duration_s if described else None)
        if claim is not None:
            opened.value(claim)
        value = {"from_s": from_s, "to_s": to_s, "text": text, "claim": claim, "judgement": says}
        name = clips.note(held, value, by=actor(by))
    if as_json:
        write_json({"note": name, **value})
    else:
        click.echo(f"{name}  {from_s:g}-{to_s:g} s  {text}" + (f"  ({claim}: {says})" if claim else ""))
    return DONE


def _note_number(typed: str) -> int:
    digits = typed.rpartition("n")[2]
    if not digits.isdigit():
        raise UnknownOption(f"{typed!r} is no note; notes are named like v1.n2.")
    return int(digits)


def _check_seconds(from_s: float, to_s: float, length_s: float | None) -> None:
    if to_s < from_s:
        raise UnknownOption(f"the seconds end ({to_s:g}) before they begin ({from_s:g}).")
    if length_s is not None and from_s > length_s:
        raise UnknownOption(f"the clip ends at {length_s:.1f} s.")


@click.command()
@case_argument
@click.argument("clip", metavar="CLIP")
@click.argument("mention", metavar="MENTION")
@click.option("--not", "refused", is_flag=True, help="Say that the text speaks of other footage.")
@by_option
@told
def link(case: Path, clip: str, mention: str, refused: bool, by: str | None) -> int:
    """Say that a text speaks of a clip. MENTION: a document (d1), a mention in it (d1.f0), a claim (d1.c4).

    A document ties what it says of footage that can be this clip; another kind of picture, or what the text
    calls another clip, is left out. A mention or a claim of its own goes before its document.
    """
    from firsthand.case import Case, Clips
    from firsthand.show.footage_linked import what_was_tied

    with Case(case) as opened:
        held = Clips(opened).locate(clip)
        found = opened.value(mention)
        if found.kind not in ("document", "footage", "claim"):
            raise UnknownOption(
                f"{mention} is a {found.kind}; name a document, a mention of footage or a claim."
            )
        about = msgspec.to_builtins(found.value) if found.value else None
        Clips(opened).link(held, str(found.address), by=actor(by), about=about, linked=not refused)
        lines = [] if refused or found.kind != "document" else what_was_tied(opened, held, found.reading)
    click.echo(f"{mention} {'does not speak' if refused else 'speaks'} of {held.id}, {actor(by)} says.")
    for line in lines:
        click.echo(line)
    return DONE


@click.command()
@click.option("--place", required=True, metavar="LAT,LON[,KM]", help="Degrees north and east, and a radius.")
@click.option("--from", "start", required=True, metavar="TIME", help="As 2031-03-14T09:00Z or ...+02:00.")
@click.option("--to", "end", required=True, metavar="TIME", help="The end of the interval.")
@click.option(
    "--shadow-direction", type=float, metavar="DEG", help="Where it points, clockwise from true north."
)
@click.option("--within", default=10.0, show_default=True, metavar="DEG", help="How well that was measured.")
@click.option(
    "--shadow-ratio", type=float, metavar="R", help="Its length on level ground by the thing's height."
)
@click.option(
    "--ratio-within", default=0.2, show_default=True, metavar="PART", help="0.2: a fifth more or less."
)
@as_json
@told
def sun(
    place: str,
    start: str,
    end: str,
    shadow_direction: float | None,
    within: float,
    shadow_ratio: float | None,
    ratio_within: float,
    as_json: bool,
) -> int:
    """Show where the sun can have stood at a claimed place and time, and whether a measured shadow fits that.

    The answer is consistent, inconsistent or cannot tell. It covers the whole of the place and of the time;
    where any shadow would have fitted, it cannot tell.
    """
    from firsthand.footage import Shadow, sun_over
    from firsthand.show.footage_shown import show_sun

    lat, lon, radius = _place(place)
    if shadow_ratio is not None and shadow_ratio <= 0:
        raise UnknownOption("a shadow's ratio is above 0.")
    shadow = Shadow(
        direction_deg=shadow_direction,
        direction_within_deg=within,
        ratio=shadow_ratio,
        ratio_within=ratio_within,
    )
    found = sun_over(lat, lon, radius, _moment(start), _moment(end), shadow)
    if as_json:
        write_json(found)
    else:
        show_sun(found, console())
    return DONE


def _place(typed: str) -> tuple[float, float, float]:
    try:
        parts = [float(part) for part in typed.split(",")]
    except ValueError:
        parts = []
    if len(parts) not in (2, 3):
        raise UnknownOption(f"{typed!r} is no place; write it as 49.59,34.55 or 49.59,34.55,5.")
    return parts[0], parts[1], parts[2] if len(parts) == 3 else 0.0


def _moment(typed: str) -> datetime:
    try:
        return datetime.fromisoformat(typed)
    except ValueError:
        raise UnknownOption(f"{typed!r} is no time; write it as 2031-03-14T09:00Z.") from None


FOOTAGE_COMMANDS = (footage, match, note, link, sun)
"""What `cli.main` registers."""
