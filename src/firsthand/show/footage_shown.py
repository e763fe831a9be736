"""Footage on the terminal: the clips of a case, one clip, matches, the sun."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from firsthand.footage import SunAnswer
from firsthand.schema import Clip, ClipFinding, ClipMatch, Findings, FootageAlarm, SeenNamed
from firsthand.show.clock import clock
from firsthand.show.clock import seconds as between

STATE = {"borne out": "green", "contradicted": "red", "cannot tell": "yellow", "not shown": "yellow"}
CLAIM_WARNING = "what a file says of itself can be written by anyone: a claim, no finding"


def show_clips(found: Findings, console: Console) -> None:
    """A line for each clip, and what is wrong with its citations."""
    if not found.clips:
        console.print("This case holds no footage. Next: firsthand add CASE clip.mp4")
        return
    table = Table(title="Footage", title_justify="left", box=None, padding=(0, 2, 0, 0))
    for column in ("clip", "name", "length", "first hand", "documents", "to check", "earliest known"):
        table.add_column(column, overflow="fold")
    for clip in found.clips:
        table.add_row(*_row(clip))
    console.print(table)
    for alarm in alarms_once(found):
        console.print(alarm_line(alarm))


def _row(clip: ClipFinding) -> Iterator[Text]:
    open_checks = sum(check.state == "not checked" for check in clip.checks)
    linked = sorted({link.document for link in clip.links if link.state == "linked"})
    offered = sorted({link.document for link in clip.links if link.state == "offered"} - set(linked))
    others = [name for name in clip.hand_clips if name != clip.id]
    hand = f"one with {', '.join(others)}" if others else "its own"
    yield Text(clip.id, style="cyan")
    yield Text(clip.name)
    yield Text(clock(clip.duration_s) if clip.duration_s is not None else "still")
    yield Text(hand)
    yield Text(", ".join(linked) + (f" (offered: {', '.join(offered)})" if offered else "") or "none")
    yield Text(f"{open_checks} of {len(clip.checks)} open" if clip.checks else "")
    yield Text(clip.earliest or "nobody says")


def alarms_once(found: Findings) -> dict[FootageAlarm, None]:
    """Each alarm once: the clips of one hand share them."""
    once: dict[tuple[str, str, str], FootageAlarm] = {}
    for clip in found.clips:
        for alarm in clip.alarms:
            once.setdefault((alarm.a, alarm.b, alarm.field), alarm)
    return dict.fromkeys(once.values())


def alarm_line(alarm: FootageAlarm) -> Text:
    """What cannot all be right about a clip, as loudly as a line can say it."""
    note = alarm.because[0].note if alarm.because else ""
    both = alarm.a if alarm.field == "publication" else f"{alarm.a} and {alarm.b}"
    return Text.assemble(
        (f"{alarm.headline.upper()} ", "bold red"), f"{alarm.clip} is cited by {both}, and {note}."
    )


def show_clip(found: ClipFinding, clip: Clip | None, console: Console) -> None:
    """All that is known of one clip."""
    console.print(Text.assemble((f"{found.id}  ", "cyan"), (found.name, "bold")))
    if clip is None:
        console.print("It has no description of this version: add its file again.", style="yellow")
    else:
        console.print(_facts(clip))
        _claimed(clip, console)
        _seen(clip, console)
    _findings(found, console)


def _facts(clip: Clip) -> Table:
    table = Table.grid(padding=(0, 2))
    for name, value in facts(clip):
        table.add_row(Text(name, style="dim"), Text(value, overflow="fold"))
    return table


def facts(clip: Clip) -> Iterator[tuple[str, str]]:
    """What a clip is, as name and value."""
    pace = f"{clip.frame_rate:g} frames a second" if clip.frame_rate else "frames without times"
    pace += ", uneven" if clip.variable_rate else ""
    turned = f", turned by {clip.rotation_deg} degrees" if clip.rotation_deg else ""
    family = "mp4 or mov" if "mp4" in (clip.container or "") else clip.container
    yield "kind", f"{clip.kind}, {family}, {clip.codec}" + (f" with {clip.sound} sound" if clip.sound else "")
    yield "size", f"{clip.width_px} x {clip.height_px} pixels{turned}, {clip.size_bytes or 0:,} bytes"
    if clip.kind == "video":
        yield "length", f"{clock(clip.duration_s or 0)}, {clip.frames} frames, {pace}"
        yield "shots", f"{len(clip.shots)}: " + ", ".join(clock(shot.start_s) for shot in clip.shots[:40])
    yield "bytes", clip.sha256
    yield "pictures", clip.stream_sha256 or "not read to their end"
    yield "C2PA", _credentials(clip)
    yield "text in it", f"looked for in {clip.text_looked_for}" if clip.seen else clip.text_looked_for
    for notice in clip.notices:
        yield "note", notice


def _credentials(clip: Clip) -> str:
    found = clip.credentials
    if found is None:
        return "none (most honest footage carries none)"
    parts: list[str] = [found.state]
    parts += [f"made by {found.generator}"] if found.generator else []
    parts += [f"signed as {found.signed_by}"] if found.signed_by else []
    parts += [f"at {found.signed_at}"] if found.signed_at else []
    parts += [", ".join(found.problems)] if found.problems else []
    return "; ".join(parts)


def _claimed(clip: Clip, console: Console) -> None:
    claims = [(claim.where, claim.name, claim.value) for claim in (*clip.created, *clip.metadata)]
    if clip.gps:
        claims.insert(0, (clip.gps.where, "position", f"{clip.gps.lat}, {clip.gps.lon}"))
    if claims:
        console.print(Text(f"It claims of itself ({CLAIM_WARNING}):", style="yellow"))
        for where, name, value in claims:
            console.print(Text(f"  {name} ({where}): {value}"))


def _seen(clip: Clip, console: Console) -> None:
    if clip.seen:
        console.print("Text seen in it (it stands there; whether it is true is another matter):")
    for seen in clip.seen:
        box = "{},{} to {},{}".format(*seen.box)
        console.print(Text(f"  {clock(seen.time_s)}  {seen.text}  ({seen.kind}, {seen.script}, at {box})"))


def _findings(found: ClipFinding, console: Console) -> None:
    console.print(f"First hand: {found.because[0].note}. Earliest known: {found.earliest or 'nobody says'}.")
    for match in found.matches:
        console.print(Text("  " + match_line(match)))
    for link in found.links:
        asked = "" if link.by else "; firsthand link says whether it does"
        line = f"  {link.mention} “{link.what}”: {link.state} ({link.because[0].note}{asked})"
        console.print(Text(line, style="" if link.state == "linked" else "dim"))
    for each in found.named:
        console.print(Text("  " + named_line(each), style="dim"))
    if found.checks:
        console.print("What is said of it, and what people found:")
    for check in found.checks:
        console.print(Text.assemble(
            ("  " + check.state.ljust(12), STATE.get(check.state, "dim")), f" {check.claim}  {check.text}",
        ))  # fmt: skip
        for reason in check.because:
            console.print(Text(f"               {reason.note}", style="dim"))
    for note in found.notes:
        console.print(Text(f"  {note.id}  {note.from_s:g}-{note.to_s:g} s  {note.text}  ({note.by})"))
    for alarm in found.alarms:
        console.print(alarm_line(alarm))


def named_line(named: SeenNamed) -> str:
    """Words seen in a clip that a document names too, in words."""
    at = clock(named.time_s)
    return f"{named.document} names what is seen at {at}: “{named.text}” ({named.because[0].note})"


def seconds(span: tuple[float, float]) -> str:
    """`0:03.0-0:09.5`; of a still, or of its moment in a clip, `0:03.0`."""
    return clock(span[0]) if span[0] == span[1] else between(span)


def match_line(match: ClipMatch) -> str:
    """One match in words."""
    done = f"; {', '.join(match.changes)}" if match.changes else ""
    is_, show = ("is", "shows") if match.query_s[0] == match.query_s[1] else ("are", "show")
    where = f"{seconds(match.query_s)} here {is_} {seconds(match.clip_s)} of {match.clip} {match.name}"
    if match.kind == "same scene":
        where = (
            f"{seconds(match.query_s)} here {show} the scene of {seconds(match.clip_s)} of "
            f"{match.clip} {match.name}, "
            "the moment is not shown to be the same"
        )
    return f"{match.kind}: {where} ({match.score:.2f}{done})"


def show_matches(name: str, found: tuple[ClipMatch, ...], console: Console) -> None:
    """Where a clip was seen before, the three answers kept apart."""
    if not found:
        console.print(Text(f"{name}: no match. That it is not in this case says nothing of elsewhere."))
        return
    table = Table(box=None, padding=(0, 2, 0, 0))
    for column in ("answer", "clip", "its seconds", "seconds here", "score", "what was done to it"):
        table.add_column(column, overflow="fold")
    for match in found:
        table.add_row(
            Text(match.kind, style="green" if match.kind == "same seconds" else "yellow"),
            Text(f"{match.clip} {match.name}"),
            seconds(match.clip_s), seconds(match.query_s), f"{match.score:.2f}",
            Text(", ".join(match.changes) or "nothing seen"),
        )  # fmt: skip
    console.print(table)


def show_sun(found: SunAnswer, console: Console) -> None:
    """The answer first, then where the sun stood."""
    style = {"consistent": "green", "inconsistent": "red"}.get(found.answer, "yellow")
    console.print(Text.assemble((found.answer, style), f": {found.why}."))
    low, high = found.sun.elevation_deg
    console.print(f"Sun over all of the place and time: {low:.1f} to {high:.1f} degrees high")
    if found.sun.azimuth_deg and found.sun.shadow_deg:
        console.print("  azimuth {:.1f} to {:.1f}".format(*found.sun.azimuth_deg))
        console.print("  shadows fall towards {:.1f} to {:.1f}".format(*found.sun.shadow_deg))
    if found.sun.shadow_ratio:
        console.print(
            "  shadows are {:.2f} to {:.2f} times as long as things are high".format(*found.sun.shadow_ratio)
        )
    for start, end in found.fits:
        console.print(f"  it fits from {start} to {end}")
