"""Claims about one clip -> where two of them cannot be about one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from firsthand.schema import Because, Claim, Findings, FootageAlarm, Place, Reading

FAR_KM = 60.0
"""Places further apart than this are not the place of one clip; nearer ones may be told loosely."""


class Told(NamedTuple):
    """A claim about a clip, and the reading it is in."""

    name: str
    claim: Claim
    reading: Reading


def alarms(clip: str, told: Sequence[Told], found: Findings) -> tuple[FootageAlarm, ...]:
    """Each pair of documents that cites a clip for two times or places, or contradicts itself about it."""
    raised: dict[tuple[str, str, str], FootageAlarm] = {}
    group: dict[str, set[str]] = {}
    for claim in found.claims:
        group.setdefault(claim_of(claim.id), set()).add(claim.group)
    for a, b in combinations(told, 2):
        if a.reading.document.id == b.reading.document.id:
            continue
        for field, note in (*_apart(a, b), *_contradicted(a, b, group, found)):
            key = (a.reading.document.id, b.reading.document.id, field)
            raised.setdefault(key, FootageAlarm(
                clip=clip, a=a.name, b=b.name, field=field,
                because=(Because(rule="footage.cited_twice", note=note),),
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
    here, there = _where(a), _where(b)
    if here and there:
        nearest, names = min((_km(p, q), (p.name, q.name)) for p in here for q in there)
        if nearest > FAR_KM:
            yield "place", f"{names[0]} and {names[1]} lie {nearest:.0f} km apart"


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


def _where(told: Told) -> list[Place]:
    """The settled places of a claim; places as wide as a country tell nothing."""
    by_id = {place.id: place for place in told.reading.places}
    found = [by_id[name] for name in told.claim.where if name in by_id]
    return [p for p in found if p.lat is not None and p.lon is not None and (p.radius_km or 0) < FAR_KM]


def _km(a: Place, b: Place) -> float:
    from pyproj import Geod

    return float(Geod(ellps="WGS84").inv(a.lon, a.lat, b.lon, b.lat)[2]) / 1000
