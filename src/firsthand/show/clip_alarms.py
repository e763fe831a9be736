"""Claims about one clip -> where two of them cannot be about one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from firsthand.schema import Because, Findings, FootageAlarm, Quantity
from firsthand.show.clip_settings import (
    LONG_BEFORE_DAYS,
    Published,
    Setting,
    Told,
    days_between,
    of_claim,
)

FAR_KM = 60.0
"""Places further apart than this are not the place of one clip; nearer ones may be told loosely."""

TOLLS = ("killed", "wounded", "casualties", "captured", "missing", "displaced")
MEASURES = ("distance", "area", "money", "share", "other")


def alarms(
    clip: str,
    told: Sequence[Told],
    found: Findings,
    published: Sequence[Published] = (),
    said: Sequence[Setting] | None = None,
) -> tuple[FootageAlarm, ...]:
    """Where the documents that cite a clip cannot all be right about it.

    Each pair of documents that cites it for two times or places, counts what it shows differently, or
    contradicts itself about it; and each document that tells of a day on which the footage was already out.
    `said`: when and where each document puts it; without, the days and places of the claims.
    """
    put = [of_claim(each) for each in told] if said is None else said
    raised: dict[tuple[str, str, str], FootageAlarm] = {}
    group: dict[str, set[str]] = {}
    for claim in found.claims:
        group.setdefault(claim_of(claim.id), set()).add(claim.group)
    for a, b in combinations(told, 2):
        if a.reading.document.id == b.reading.document.id:
            continue
        for field, note in (*_counted(a, b), *_contradicted(a, b, group, found)):
            key = (a.reading.document.id, b.reading.document.id, field)
            raised.setdefault(key, _cited_twice(clip, a.name, b.name, field, note))
    for one, other in combinations(put, 2):
        for field, note in _apart(one, other) if one.document != other.document else ():
            key = (one.document, other.document, field)
            raised.setdefault(key, _cited_twice(clip, one.name, other.name, field, note))
    for each in put:
        for first, note in _out_before(each, published):
            raised.setdefault((each.document, "", "publication"), FootageAlarm(
                clip=clip, a=each.name, b=first.name, field="publication",
                because=(Because(rule="footage.out_before", note=note),),
            ))  # fmt: skip
    return tuple(raised.values())


def _cited_twice(clip: str, a: str, b: str, field: str, note: str) -> FootageAlarm:
    because = (Because(rule="footage.cited_twice", note=note),)
    return FootageAlarm(clip=clip, a=a, b=b, field=field, because=because)


def claim_of(piece: str) -> str:
    """The claim that a piece of the findings was cut from: `d2/c3.1` is a piece of `d2.c3`."""
    document, slash, rest = piece.partition("/")
    return f"{document}.{rest.partition('.')[0]}" if slash else piece


def _apart(a: Setting, b: Setting) -> Iterator[tuple[str, str]]:
    if a.days and b.days and _days_apart(a, b):
        yield "time", f"one {_days(a)}, the other {_days(b)}"
    nearest = min((_apart_km(p, q) for p in a.places for q in b.places), default=None)
    if nearest is not None and nearest[0] > FAR_KM:
        yield "place", f"{nearest[1]} and {nearest[2]} lie {nearest[0]:.0f} km apart"


def _days_apart(a: Setting, b: Setting) -> bool:
    """Whether two texts cannot tell of one day; of a text without a day only what is long before counts."""
    if a.days is None or b.days is None or (a.vague and b.vague):
        return False
    if a.vague or b.vague:
        (own, firm) = (a.days, b.days) if a.vague else (b.days, a.days)
        return (days_between(firm[1], own[0]) or 0) > LONG_BEFORE_DAYS
    return a.days[1] < b.days[0] or b.days[1] < a.days[0]


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


def _out_before(told: Setting, published: Sequence[Published]) -> Iterator[tuple[Published, str]]:
    """What was out before the day that a document tells of; a day's difference may be one of time zones."""
    least = LONG_BEFORE_DAYS if told.vague else 1
    for each in published:
        own = each.name.partition(".")[0] == told.document
        # Of two texts without a day of their own the later may look back.
        own = own or (told.vague and each.name == each.name.partition(".")[0] and each.name[0] == "d")
        if told.days and not own and (days_between(each.day, told.days[0]) or 0) > least:
            yield each, f"{each.said} on {each.day[:10]}, and {told.document} {_days(told)}"


def _contradicted(a: Told, b: Told, group: dict[str, set[str]], found: Findings) -> Iterator[tuple[str, str]]:
    one, other = group.get(a.name, set()), group.get(b.name, set())
    for pair in found.contradictions:
        if (pair.a in one and pair.b in other) or (pair.b in one and pair.a in other):
            yield pair.field, f"they contradict each other in the {pair.field}"


def _days(told: Setting) -> str:
    first, last = told.days or ("", "")
    return f"{told.words} {first if first == last else f'{first} to {last}'}"


def _apart_km(one: tuple[str, Any], other: tuple[str, Any]) -> tuple[float, str, str]:
    """How far two shapes lie apart where they are nearest, and their names."""
    from pyproj import Geod
    from shapely.ops import nearest_points

    a, b = nearest_points(one[1], other[1])
    metres = float(Geod(ellps="WGS84").inv(a.x, a.y, b.x, b.y)[2])
    return metres / 1000, one[0], other[0]
