"""A clip, or the matches of a clip -> one HTML file: frames side by side in step, no network needed."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup

from firsthand import __version__
from firsthand.case import Case, Clips, HeldClip
from firsthand.footage import stills
from firsthand.schema import ClipMatch
from firsthand.show.clip_matching import Query
from firsthand.show.clock import clock
from firsthand.show.dossier import Dossier
from firsthand.show.footage_shown import CLAIM_WARNING, facts, match_line, named_line
from firsthand.show.page import environment

STEPS = 6
"""Pairs of frames for each match."""
WIDE_PX = 480


class Shown(NamedTuple):
    """A picture on the page."""

    at: str
    data: str


class MatchShown(NamedTuple):
    """A match with its frames in step."""

    match: ClipMatch
    line: str
    steps: list[tuple[Shown, Shown]]


def write_match_page(path: Path, case: Case, asked: Query, found: Sequence[ClipMatch]) -> None:
    """Write the page of a `match`. Raises `OSError` where it cannot be written."""
    shown = [_match(asked.path, Clips(case).path(Clips(case).locate(each.clip)), each) for each in found]
    answer = (
        f"{len(found)} match{'es' if len(found) > 1 else ''} in the case."
        if found
        else "No match in the case; that says nothing of elsewhere."
    )
    lead = f"{answer} Left: the clip that was looked up. Right: what it was found in, at the same moment."
    path.write_text(
        _page(title=f"Seen before? {asked.name}", lead=lead, asked=asked.name, matches=shown),
        encoding="utf-8",
    )


def _match(left: Path, right: Path, match: ClipMatch) -> MatchShown:
    moments = [
        (_between(match.query_s, n / (STEPS - 1)), _between(match.clip_s, n / (STEPS - 1)))
        for n in range(STEPS)
    ]
    if match.query_s[1] - match.query_s[0] < 0.2:
        moments = moments[:1]
    pairs = zip(_at(left, [m[0] for m in moments]), _at(right, [m[1] for m in moments]), strict=True)
    return MatchShown(match, match_line(match), list(pairs))


def _between(span: tuple[float, float], part: float) -> float:
    # The last moment of a clip may hold no frame any more.
    return span[0] + max(0.0, span[1] - span[0] - 0.1) * part


def _at(path: Path, times_s: list[float]) -> list[Shown]:
    """The pictures at some seconds in the order asked; one that cannot be had is empty."""
    found = stills(path, times_s, longest_px=WIDE_PX)
    return [
        Shown(clock(time_s), _encoded(min(found, key=lambda each: abs(each[0] - time_s))[1]) if found else "")
        for time_s in times_s
    ]  # fmt: skip


def _encoded(data: bytes) -> str:
    return b64encode(data).decode("ascii")


def write_clip_page(path: Path, case: Case, held: HeldClip, dossier: Dossier) -> None:
    """Write the page of a clip. Raises `OSError` where it cannot be written."""
    (found,) = [each for each in dossier.findings.clips if each.id == held.id]
    clip = Clips(case).description(held)
    own = Clips(case).path(held)
    shown = [_match(own, Clips(case).path(Clips(case).locate(each.clip)), each) for each in found.matches]
    page = _page(
        title=f"{found.id} {found.name}",
        lead=f"First hand: {found.because[0].note}. Earliest known: {found.earliest or 'nobody says'}.",
        asked=found.id, matches=shown, alarms=found.alarms, checks=found.checks, notes=found.notes,
        facts=list(facts(clip)) if clip else [],
        claimed=(*clip.created, *clip.metadata) if clip else (),
        seen=[_seen(each) for each in clip.seen] if clip else [],
        named=[named_line(each) for each in found.named],
        looked=f"Looked for in {clip.text_looked_for}." if clip else "",
        pictures=[Shown(clock(t), _encoded(data)) for t, data in Clips(case).pictures(held)],
    )  # fmt: skip
    path.write_text(page, encoding="utf-8")


def _seen(each: Any) -> dict[str, str]:
    return {"at": clock(each.time_s), "text": each.text, "kind": each.kind, "script": each.script}


def _page(*, title: str, lead: str, asked: str, matches: Iterable[MatchShown], **more: Any) -> str:
    empty: dict[str, Any] = dict.fromkeys(
        ("alarms", "checks", "notes", "facts", "claimed", "seen", "named", "pictures"), ()
    )
    style = Markup(files("firsthand.show.page").joinpath("style.css").read_text(encoding="utf-8"))  # noqa: S704 - ours
    return environment().get_template("footage.html.j2").render(
        empty | {"looked": ""} | more, title=title, lead=lead, asked=asked, matches=list(matches),
        style=style, version=__version__, warning=CLAIM_WARNING,
    )  # fmt: skip
