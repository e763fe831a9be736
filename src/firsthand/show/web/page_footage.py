"""Footage: the clips of a case, and one clip in the browser's player with its shots and what people saw."""

from __future__ import annotations

from itertools import islice
from pathlib import PurePath
from typing import Any

import msgspec
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from firsthand.case import Clips
from firsthand.schema import Clip, ClipFinding, ClipMatch
from firsthand.schema.errors import UnknownOption
from firsthand.show.clock import clock
from firsthand.show.dossier import ClipShown
from firsthand.show.footage_shown import facts, match_line
from firsthand.show.web.desk import Desk, Seen
from firsthand.show.web.pages import desk, gone_to, rendered
from firsthand.show.web.posted import posted
from firsthand.show.web.refusals import Refused

JUDGEMENTS = ("borne out", "contradicted", "cannot tell", "not shown")
TYPES = {
    "mp4": "video/mp4", "m4v": "video/mp4", "mov": "video/mp4", "webm": "video/webm", "mkv": "video/webm",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp",
}  # fmt: skip
"""What is handed to the browser's own player, by the ending of the name. Nothing else is ever sent."""
SANDBOX = "default-src 'none'; media-src 'self'; img-src 'self'; sandbox"
WIDE_PX, LANE_PX = 960, 26
MOST_CLAIMS = 300
"""As many are offered to hold a clip against; others are typed."""


def clips(request: Request) -> Response:
    """`/footage`: every clip of the case."""
    seen = desk(request).seen()
    found = {each.id: each for each in seen.found.clips}
    rows = [
        (shown, found.get(shown.id), PurePath(shown.clip.name).name if shown.clip else "")
        for shown in seen.dossier.clips
    ]
    return rendered(request, "clips.html.j2", seen=seen, rows=rows, clock=clock)


def clip(request: Request) -> Response:
    """`/footage/v1?at=3.5`: one clip."""
    seen = desk(request).seen()
    shown, found = _of(seen, request.path_params["clip"])
    described = shown.clip
    at = _seconds(request.query_params.get("at"))
    return rendered(
        request,
        "clip.html.j2",
        seen=seen,
        shown=shown,
        name=PurePath(described.name).name if described else "",
        clip=described,
        found=found,
        at=at,
        clock=clock,
        facts=list(facts(described)) if described else [],
        claimed=[*described.created, *described.metadata] if described else [],
        lane=lane(described, found) if described and described.duration_s else None,
        matches=[
            (
                each,
                match_line(each),
                _pairs(seen, shown, each.clip),
                each.kind == "same scene" and _plays(seen, each.clip) and _plays(seen, shown.id),
            )
            for each in (found.matches if found else ())
        ],
        judgements=JUDGEMENTS,
        near=_nearest(shown, at),
        given=given(seen, shown, found),
        playable=described is not None and _type(described) is not None,
    )


def _of(seen: Seen, name: str) -> tuple[ClipShown, ClipFinding | None]:
    shown = next((each for each in seen.dossier.clips if each.id == name), None)
    if shown is None:
        raise Refused(404, "no_clip", name=name[:40])
    return shown, next((each for each in seen.found.clips if each.id == name), None)


def _seconds(typed: str | None) -> float:
    try:
        return min(max(float(typed or 0), 0.0), 1e6)
    except ValueError:
        return 0.0


def _type(described: Clip) -> str | None:
    return TYPES.get(described.name.rpartition(".")[2].lower())


def _nearest(shown: ClipShown, at: float) -> int:
    times = [time_s for time_s, _ in shown.pictures]
    return min(range(len(times)), key=lambda n: abs(times[n] - at)) if times else -1


def _pairs(seen: Seen, shown: ClipShown, other: str) -> list[tuple[str, int, int]]:
    """Pictures of two clips side by side: the other's id and the number of a picture in each."""
    held = next((each for each in seen.dossier.clips if each.id == other), None)
    if held is None or not held.pictures or not shown.pictures or held.id == shown.id:
        return []
    found = next((each for each in seen.found.clips if each.id == shown.id), None)
    made = []
    for match in islice((m for m in (found.matches if found else ()) if m.clip == other), 1):
        for n in range(4):
            own = match.query_s[0] + (match.query_s[1] - match.query_s[0]) * n / 3
            theirs = match.clip_s[0] + (match.clip_s[1] - match.clip_s[0]) * n / 3
            made.append((other, _nearest(shown, own), _nearest(held, theirs)))
    return list(dict.fromkeys(made))


def given(seen: Seen, shown: ClipShown, found: ClipFinding | None) -> dict[str, Any]:
    """What the players on the page need to know: times, shots, notes, matches, claims to hold it against."""
    described = shown.clip
    return {
        "id": shown.id,
        "name": PurePath(described.name).name if described else "",
        "length_s": described.duration_s if described else None,
        "rate": (described.frame_rate if described else None) or 25.0,
        "shots": [{"from_s": s.start_s, "to_s": s.end_s} for s in (described.shots if described else ())],
        "notes": [
            {"text": n.text, "by": n.by, "from_s": n.from_s, "to_s": n.to_s}
            for n in (found.notes if found else ())
        ],
        "matches": [_match(seen, each) for each in (found.matches if found else ())],
        "claims": _claims(seen, found),
    }


def _match(seen: Seen, match: ClipMatch) -> dict[str, Any]:
    """A match as two players show it; only where both play and the same moment is shown."""
    return {
        "clip": match.clip,
        "name": PurePath(match.name).name,
        "own_s": match.query_s,
        "other_s": match.clip_s,
        "mirrored": "mirrored" in match.changes,
        "playable": match.kind == "same seconds" and _plays(seen, match.clip),
    }


def _plays(seen: Seen, name: str) -> bool:
    """Whether a browser plays a clip of the case."""
    held = next((each.clip for each in seen.dossier.clips if each.id == name), None)
    return held is not None and held.kind == "video" and _type(held) is not None


def _claims(seen: Seen, found: ClipFinding | None) -> dict[str, str]:
    """Claims to hold it against: those linked to it, then texts that speak of footage, then others."""
    made = {check.claim: check.text for check in (found.checks if found else ())}
    linked = {link.document for link in (found.links if found else ()) if link.state != "refused"}
    order = sorted(seen.dossier.readings, key=lambda r: (r.document.id not in linked, not r.footage))
    for reading in order:
        for claim in islice(reading.claims, max(0, MOST_CLAIMS - len(made))):
            made.setdefault(f"{reading.document.id}.{claim.id}", claim.text)
    return made


def lane(described: Clip, found: ClipFinding | None) -> Markup:
    """Shots above, notes below, as one SVG as long as the clip; each is a link to its second."""
    length = described.duration_s or 1.0
    parts = [
        _bar("shot", shot.start_s, shot.end_s, length, 0, described.id, clock(shot.start_s))
        for shot in described.shots
    ]
    notes = found.notes if found else ()
    for n, note in enumerate(notes):
        parts.append(
            _bar("note", note.from_s, note.to_s, length, 1 + n % 4, described.id, f"{note.text} ({note.by})")
        )
    height = LANE_PX * (1 + min(4, len(notes)))
    return Markup(
        '<svg class="lane" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="group">{inner}</svg>'
    ).format(w=WIDE_PX, h=height, inner=Markup("").join(parts))


def _bar(kind: str, first: float, last: float, length: float, row: int, name: str, said: str) -> Markup:
    left = WIDE_PX * min(max(first / length, 0.0), 1.0)
    right = WIDE_PX * min(max(last / length, 0.0), 1.0)
    return Markup(
        '<a class="{k}" href="/footage/{name}?at={at:.2f}" data-at="{at:.2f}"><title>{said}</title>'
        '<rect x="{x:.1f}" y="{y}" width="{w:.1f}" height="{h}" rx="2"/></a>'
    ).format(
        k=kind, name=name, at=first, said=said, x=left, y=row * LANE_PX + 2, w=max(4.0, right - left - 1),
        h=LANE_PX - 4,
    )  # fmt: skip


def picture(request: Request) -> Response:
    """`/footage/v1/picture/3`: a small picture of the clip, a JPEG that we made."""
    shown, _ = _of(desk(request).seen(), request.path_params["clip"])
    n = int(request.path_params["n"])
    if not 0 <= n < len(shown.pictures):
        raise Refused(404, "no_clip", name=shown.id)
    headers = {"content-security-policy": SANDBOX, "cache-control": "private, max-age=3600"}
    return Response(shown.pictures[n][1], media_type="image/jpeg", headers=headers)


def played(request: Request) -> Response:
    """`/footage/v1/file`: the clip's own bytes for the player, only as video or picture, in ranges."""
    held = desk(request)
    shown, _ = _of(held.seen(), request.path_params["clip"])
    kind = _type(shown.clip) if shown.clip else None
    if kind is None:
        raise Refused(404, "not_playable")
    with held.case() as case:
        path = Clips(case).path(Clips(case).locate(shown.id))
    headers = {"content-security-policy": SANDBOX, "accept-ranges": "bytes"}
    return FileResponse(path, media_type=kind, headers=headers)


async def note(request: Request) -> Response:
    """`POST /footage/v1`: what a person saw in some seconds, a note taken back, or a mention linked."""
    form = await posted(request)
    name = request.path_params["clip"]
    by = str(form.get("by") or "").strip()[:200]
    if not by:
        raise Refused(400, "no_name")
    at = await run_in_threadpool(_note, desk(request), name, form, by)
    return gone_to(f"/footage/{name}?at={at:.2f}#notes", by)


def _note(held: Desk, name: str, form: FormData, by: str) -> float:
    seen = held.seen()
    shown, _ = _of(seen, name)
    with held.case() as case:
        own = Clips(case)
        back = str(form.get("take_back") or "")
        if back:
            own.take_back(own.locate(name), int(back) if back.isascii() and back.isdigit() else 0, by=by)
            return 0.0
        if form.get("mention"):
            _link(held, shown.id, str(form["mention"]), linked=form.get("linked") == "yes", by=by)
            return 0.0
        first, last = _seconds(str(form.get("from_s") or "")), _seconds(str(form.get("to_s") or ""))
        text = str(form.get("text") or "").strip()[:2_000]
        claim = str(form.get("claim") or "").strip() or None
        says = str(form.get("judgement") or "") or None
        length = shown.clip.duration_s if shown.clip else None
        if not text or last < first or (length is not None and first > length):
            raise Refused(400, "no_note")
        if says not in (None, *JUDGEMENTS) or (says is None) != (claim is None):
            raise Refused(400, "no_judgement")
        if claim is not None and case.value(claim).kind != "claim":
            raise UnknownOption(f"{claim} is no claim.")
        value = {"from_s": first, "to_s": last, "text": text, "claim": claim, "judgement": says}
        own.note(own.locate(name), value, by=by)
        return first


def _link(held: Desk, name: str, mention: str, *, linked: bool, by: str) -> None:
    """Say that a text's mention of footage speaks of this clip, or that it does not."""
    with held.case() as case:
        found = case.value(mention)
        if found.kind not in ("footage", "document", "claim") or found.reading is None:
            raise UnknownOption(f"{mention} is no mention of footage.")
        about = msgspec.to_builtins(found.value) if found.value is not None else None
        Clips(case).link(Clips(case).locate(name), str(found.address), by=by, about=about, linked=linked)
