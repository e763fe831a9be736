"""Map and time line: where and when, each with its uncertainty; a place or a time chosen narrows both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from firsthand.schema import Claim, Reading, Time
from firsthand.show.map.drawing import laid_out, map_svg
from firsthand.show.map.scene import Scene, drawn_as, merged, scene
from firsthand.show.web.desk import Seen
from firsthand.show.web.pages import desk, rendered
from firsthand.show.web.time_line import Row, time_line

_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MOST_ROWS = 80


@dataclass(frozen=True)
class Told:
    """A claim with the names of its places and the days of its times."""

    reading: Reading
    claim: Claim
    places: frozenset[str]
    times: tuple[Time, ...]


def map_page(request: Request) -> Response:
    """`/map?document=d3&place=Sovna&from=2031-03-11&to=2031-03-12`."""
    seen = desk(request).seen()
    asked = {name: request.query_params.get(name, "")[:200] for name in ("document", "place", "from", "to")}
    asked |= {name: "" for name in ("from", "to") if not _DAY.fullmatch(asked[name])}
    every = list(_told(seen))
    found = [each for each in every if _fits(each, asked)]
    shown = _scene(seen, found, asked)
    frame, on, off = laid_out(shown)
    rows = _rows(seen, found)
    svg = Markup(_STYLE.sub("", map_svg(replace(shown, left_off=[])), count=1)) if frame else None  # noqa: S704 - escaped there
    return rendered(
        request,
        "sheet.html.j2" if request.query_params.get("only") == "sheet" else "map.html.j2",
        seen=seen,
        asked=asked,
        svg=svg,
        on=list(dict.fromkeys((each.key, each.said) for each in on)),
        off=list(dict.fromkeys(off)),
        line=time_line(rows[:MOST_ROWS]),
        rows=rows[:MOST_ROWS],
        left_out=max(0, len(rows) - MOST_ROWS),
        places=_places(every),
        claims=found[:MOST_ROWS],
        count=len(found),
    )


def told(request: Request) -> Response:
    """`/map/told`: every claim with its places, surfaces and days, for the page to choose among at once."""
    seen = desk(request).seen()
    surfaces = _surfaces(seen)
    claims = [_plain(seen, each, surfaces) for each in _told(seen)]
    _, on, _ = laid_out(_scene(seen, (), {"document": "", "place": "", "from": "", "to": ""}))
    body = {"claims": claims, "surfaces": [(each.key, each.said) for each in on]}
    return Response(msgspec.json.encode(body), media_type="application/json")


def _plain(seen: Seen, told: Told, surfaces: Mapping[str, set[str]]) -> dict[str, Any]:
    document, name = told.reading.document, f"{told.reading.document.id}.{told.claim.id}"
    return {
        "id": name,
        "text": told.claim.text if told.times else "",
        "document": document.id,
        "by": seen.named(document.id),
        "said": (document.published or "")[:10],
        "places": sorted(told.places),
        "surfaces": sorted(key for key, claims in surfaces.items() if name in claims),
        "times": [
            {
                "first": time.earliest[:10],
                "last": time.latest[:10],
                "words": time.span.words(document.text),
            }
            for time in told.times
            if time.earliest is not None and time.latest is not None
        ],
    }


def _surfaces(seen: Seen) -> dict[str, set[str]]:
    """The claims, as `d3.c4`, that each surface of the whole map locates."""
    found: dict[str, set[str]] = {}
    for reading in seen.dossier.readings:
        for subject in scene(reading).subjects:
            stands_for = set(subject.told)
            found.setdefault(drawn_as(subject), set()).update(
                f"{reading.document.id}.{claim.id}"
                for claim in reading.claims
                if stands_for.intersection(claim.where)
            )
    return found


def _told(seen: Seen) -> Iterator[Told]:
    for reading in seen.dossier.readings:
        named = {place.id: place.name for place in reading.places}
        times = {time.id: time for time in reading.times}
        words = {
            region.id: [" ".join(region.span.words(reading.document.text).split())]
            + [anchor.name for anchor in region.anchors]
            for region in reading.regions
        }
        for claim in reading.claims:
            where = [name for each in claim.where for name in words.get(each, [named.get(each, "")])]
            yield Told(
                reading,
                claim,
                frozenset(filter(None, where)),
                tuple(times[each] for each in claim.when if each in times),
            )


def _fits(told: Told, asked: Mapping[str, str]) -> bool:
    if asked["document"] and told.reading.document.id != asked["document"]:
        return False
    if asked["place"] and asked["place"] not in told.places:
        return False
    if not asked["from"] and not asked["to"]:
        return True
    return any(_within(time, asked["from"], asked["to"]) for time in told.times)


def _within(time: Time, first: str, last: str) -> bool:
    if time.earliest is None or time.latest is None:
        return False
    return (not last or time.earliest[:10] <= last) and (not first or time.latest[:10] >= first)


def _scene(seen: Seen, found: Iterable[Told], asked: Mapping[str, str]) -> Scene:
    """One sheet for all documents asked for: what the chosen claims are located by, or everything."""
    narrowed = bool(asked["place"] or asked["from"] or asked["to"])
    wanted: dict[str, set[str]] = {}
    for told in found:
        wanted.setdefault(told.reading.document.id, set()).update(told.claim.where)
    made = Scene(title=seen.dossier.title)
    for reading in seen.dossier.readings:
        name = reading.document.id
        if asked["document"] not in ("", name) or (narrowed and name not in wanted):
            continue
        own = scene(_only(reading, wanted.get(name, set())) if narrowed else reading)
        made.left_off += own.left_off
        made.subjects += (replace(each, told=()) for each in own.subjects)
    made.subjects = [replace(each, key=drawn_as(each)) for each in merged(made.subjects)]
    made.left_off = list(dict.fromkeys(made.left_off))
    return made


def _only(reading: Reading, wanted: set[str]) -> Reading:
    regions = tuple(region for region in reading.regions if region.id in wanted)
    places = tuple(place for place in reading.places if place.id in wanted)
    return msgspec.structs.replace(reading, regions=regions, places=places)


def _rows(seen: Seen, found: Iterable[Told]) -> list[Row]:
    """The happenings with a time, and when each was said, earliest first."""
    rows = [
        Row(
            name=f"{each.reading.document.id}.{each.claim.id}",
            words=each.claim.text,
            said_by=seen.named(each.reading.document.id),
            said=(each.reading.document.published or "")[:10] or None,
            first=time.earliest[:10],
            last=time.latest[:10],
            given=time.span.words(each.reading.document.text),
        )
        for each in found
        for time in each.times
        if time.earliest is not None and time.latest is not None
    ]
    return sorted(rows, key=lambda row: (row.first, row.last, row.name))


def _places(every: Iterable[Told]) -> list[tuple[str, int]]:
    """Names of places that claims are located by, with how many; the most first."""
    count: dict[str, int] = {}
    for told in every:
        for name in told.places:
            count[name] = count.get(name, 0) + 1
    return sorted(count.items(), key=lambda each: (-each[1], each[0]))[:40]
