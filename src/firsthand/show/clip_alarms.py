"""Claims about one clip -> where two of them cannot be about one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Any, NamedTuple

from firsthand.schema import Because, Claim, Findings, FootageAlarm, Quantity, Reading

FAR_KM = 60.0
"""Places further apart than this are not the place of one clip; nearer ones may be told loosely."""

TOLLS = ("killed", "wounded", "casualties", "captured", "missing", "displaced")
MEASURES = ("distance", "area", "money", "share", "other")


class Told(NamedTuple):
    """A claim about a clip, and the reading it is in."""

    name: str
    claim: Claim
    reading: Reading


class Published(NamedTuple):
    """A day on which footage was out, and the clip or document that says so."""

    day: str
    name: str
    said: str
    """In words: `v1 was published`."""


def alarms(
    clip: str, told: Sequence[Told], found: Findings, published: Sequence[Published] = ()
) -> tuple[FootageAlarm, ...]:
    """Where the documents that cite a clip cannot all be right about it.

    Each pair of documents that cites it for two times or places, counts what it shows differently, or
    contradicts itself about it; and each document that tells of a day on which the footage was already out.
    """
    raised: dict[tuple[str, str, str], FootageAlarm] = {}
    group: dict[str, set[str]] = {}
    for claim in found.claims:
        group.setdefault(claim_of(claim.id), set()).add(claim.group)
    for a, b in combinations(told, 2):
        if a.reading.document.id == b.reading.document.id:
            continue
        for field, note in (*_apart(a, b), *_counted(a, b), *_contradicted(a, b, group, found)):
            key = (a.reading.document.id, b.reading.document.id, field)
            raised.setdefault(key, FootageAlarm(
                clip=clip, a=a.name, b=b.name, field=field,
                because=(Because(rule="footage.cited_twice", note=note),),
            ))  # fmt: skip
    for each in told:
        for first, note in _out_before(each, published):
            raised.setdefault((each.reading.document.id, "", "publication"), FootageAlarm(
                clip=clip, a=each.name, b=first.name, field="publication",
                because=(Because(rule="footage.out_before", note=note),),
            ))  # fmt: skip
    return tuple(raised.values())


def claim_of(piece: str) -> str:
    """The claim that a piece of the findings was cut from: `d2/c3.1` is a piece of `d2.c3`."""
    document, slash, rest = piece.partition("/")
    return f"{document}.{rest.partition('.')[0]}" if slash else piece


def _apart(a: Told, b: Told) -> Iterator[tuple[str, str]]:
    one, other = _when(a), _when(b)
    if one and other and (one[1] < other[0] or other[1] < one[0]):
        yield "time", f"one tells of {_days(one)}, the other of {_days(other)}"
    nearest = min((_apart_km(p, q) for p in _where(a) for q in _where(b)), default=None)
    if nearest is not None and nearest[0] > FAR_KM:
        yield "place", f"{nearest[1]} and {nearest[2]} lie {nearest[0]:.0f} km apart"


def _counted(a: Told, b: Told) -> Iterator[tuple[str, str]]:
    """The same things, counted so that both cannot be right."""
    for p in _figures(a):
        for q in _figures(b):
            same = p.kind == q.kind and (p.kind in TOLLS or _thing(p) == _thing(q) != "")
            low, high = (p, q) if (p.min or 0) <= (q.min or 0) else (q, p)
            loose = 1.25 if p.approx or q.approx else 1.0
            if same and low.max is not None and high.min is not None and low.max * loose < high.min:
                said = [
                    " ".join(t.reading.document.text[x.start : x.end].split()) for t, x in ((a, p), (b, q))
                ]
                thing = q.of or p.of or p.kind
                yield (
                    "quantity",
                    f"one counts {said[0]} ({p.of or thing}), the other {said[1]} ({q.of or thing})",
                )


def _figures(told: Told) -> list[Quantity]:
    by_id = {figure.id: figure for figure in told.reading.quantities}
    return [by_id[name] for name in told.claim.how_many if name in by_id and by_id[name].kind not in MEASURES]


def _thing(figure: Quantity) -> str:
    """What was counted, by its last word: `vehicles` of "armoured vehicles"."""
    return (figure.of or "").casefold().split(" ")[-1].removesuffix("s")


def _out_before(told: Told, published: Sequence[Published]) -> Iterator[tuple[Published, str]]:
    """What was out before the day that a document tells of; a day's difference may be one of time zones."""
    days = _when(told)
    for each in published:
        if days and each.name != told.reading.document.id and _days_between(each.day, days[0]) > 1:
            yield (
                each,
                f"{each.said} on {each.day[:10]}, and {told.name.split('.')[0]} tells of {_days(days)}",
            )


def _days_between(earlier: str, later: str) -> int:
    try:
        return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days
    except ValueError:  # years alone, or months: nothing is said of their days
        return 0


def _contradicted(a: Told, b: Told, group: dict[str, set[str]], found: Findings) -> Iterator[tuple[str, str]]:
    one, other = group.get(a.name, set()), group.get(b.name, set())
    for pair in found.contradictions:
        if (pair.a in one and pair.b in other) or (pair.b in one and pair.a in other):
            yield pair.field, f"they contradict each other in the {pair.field}"


def _when(told: Told) -> tuple[str, str] | None:
    """The first and last day of a claim; null where no time is settled."""
    by_id = {time.id: time for time in told.reading.times}
    times = [by_id[name] for name in told.claim.when if name in by_id]
    spans = [
        (t.earliest[:10], t.latest[:10])
        for t in times
        if t.earliest and t.latest and t.type in ("DATE", "TIME")
    ]
    return (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else None


def _days(span: tuple[str, str]) -> str:
    return span[0] if span[0] == span[1] else f"{span[0]} to {span[1]}"


def _where(told: Told) -> list[tuple[str, Any]]:
    """The settled places and regions of a claim, as shapes; places as wide as a country tell nothing."""
    from shapely.geometry import Point, shape

    places = {place.id: place for place in told.reading.places}
    regions = {region.id: region for region in told.reading.regions}
    found: list[tuple[str, Any]] = []
    for name in told.claim.where:
        place, region = places.get(name), regions.get(name)
        if place and place.lat is not None and place.lon is not None and (place.radius_km or 0) < FAR_KM:
            found.append((place.name, Point(place.lon, place.lat)))
        if region and region.geometry:
            said = " ".join(told.reading.document.text[region.start : region.end].split())
            found.append((said, shape(region.geometry)))
    return found


def _apart_km(one: tuple[str, Any], other: tuple[str, Any]) -> tuple[float, str, str]:
    """How far two shapes lie apart where they are nearest, and their names."""
    from pyproj import Geod
    from shapely.ops import nearest_points

    a, b = nearest_points(one[1], other[1])
    metres = float(Geod(ellps="WGS84").inv(a.x, a.y, b.x, b.y)[2])
    return metres / 1000, one[0], other[0]
