"""Dossier -> the event table: one row for each group of tellings of one happening or figure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from firsthand.schema import Claim, ComparedClaim, Event, Group, LossKind, Reading, Time
from firsthand.schema.finding import FigureRange
from firsthand.show import decided
from firsthand.show.dossier import Dossier
from firsthand.show.export.sites import Site, sites
from firsthand.show.export.when import Interval, interval

LOSSES: tuple[LossKind, ...] = ("killed", "wounded", "casualties", "captured", "missing", "displaced")


TOLD_AS = {"+": "happened", "-": "did not happen", "?": "open"}
"""Factuality in words: a plus sign is no cell for a spreadsheet."""


class Told(NamedTuple):
    """One telling of a group, with the reading that it is from and the claim that it is a part of."""

    telling: ComparedClaim
    reading: Reading
    claim: Claim | None

    @property
    def id(self) -> str:
        """The claim's id as a person types it: `d3.c4`."""
        return f"{self.reading.document.id}.{self.claim.id}" if self.claim else self.telling.id

    @property
    def sentence(self) -> str:
        """All of the claim's words, as they stand in the document."""
        spans = self.claim.anchors if self.claim else self.telling.anchors
        text = self.reading.document.text
        return text[min(span[0] for span in spans) : max(span[1] for span in spans)] if spans else ""


class Row(NamedTuple):
    """A group with everything that the exports say of it."""

    group: Group
    tellings: tuple[Told, ...]
    events: tuple[Event, ...]
    when: Interval
    where: tuple[Site, ...]
    """The narrowest first, each place once."""
    decided: dict[str, Any]
    """Field -> decision of a person on the group."""

    @property
    def site(self) -> Site | None:
        """The narrowest place that a telling names."""
        return self.where[0] if self.where else None


def rows(dossier: Dossier) -> Iterator[Row]:
    """Every group, in the order of the findings."""
    readings = {reading.document.id: reading for reading in dossier.readings}
    by_group: dict[str, list[Told]] = {}
    for telling in dossier.findings.claims:
        reading = readings.get(telling.document)
        if reading is not None:
            by_group.setdefault(telling.group, []).append(Told(telling, reading, _claim(telling, reading)))
    for group in dossier.findings.groups:
        told = tuple(by_group.get(group.id, ()))
        yield Row(
            group=group,
            tellings=told,
            events=tuple(_events(told)),
            when=interval(_times(told)),
            where=tuple(_where(told)),
            decided=decided.of_group(group, dossier.decisions),
        )


def _claim(telling: ComparedClaim, reading: Reading) -> Claim | None:
    """The claim of a telling: `d3/c4.1` is the first proposition of `c4`."""
    name = telling.id.rpartition("/")[2].partition(".")[0]
    return next((claim for claim in reading.claims if claim.id == name), None)


def _events(told: tuple[Told, ...]) -> Iterator[Event]:
    for each in told:
        if each.claim is not None and each.claim.event is not None:
            yield from (event for event in each.reading.events if event.id == each.claim.event)


def _times(told: tuple[Told, ...]) -> Iterator[Time]:
    for each in told:
        named = each.claim.when if each.claim else ()
        yield from (time for time in each.reading.times if time.id in named)


def _where(told: tuple[Told, ...]) -> list[Site]:
    found: dict[tuple[str, float | None], Site] = {}
    for each in told:
        for site in sites(each.reading, each.claim.where if each.claim else ()):
            found.setdefault((site.name, site.lat), site)
    unsettled = [site for site in found.values() if site.precision == "unsettled"]
    return [site for site in found.values() if site.precision != "unsettled"] + unsettled


def losses(row: Row) -> dict[str, FigureRange]:
    """The range of each kind of loss that the group's figure counts."""
    found: dict[str, FigureRange] = {}
    for figure in row.group.figures:
        kinds = _kinds(row, figure)
        if kinds:
            found.setdefault(kinds, figure)
    return found


def _kinds(row: Row, figure: FigureRange) -> str | None:
    """What kind of loss a figure is: that of the quantities which its tellings are about; else null."""
    counted = [
        quantity
        for each in row.tellings
        for quantity in each.reading.quantities
        if any(s <= quantity.start and quantity.end <= e for s, e in each.telling.anchors[:1])
        and _within(quantity.min, quantity.max, figure)
    ]
    named = {quantity.kind for quantity in counted if quantity.of == figure.of}
    kinds = named or {quantity.kind for quantity in counted}
    return kinds.pop() if len(kinds) == 1 and kinds <= set(LOSSES) else None


def _within(low: float | None, high: float | None, figure: FigureRange) -> bool:
    above = figure.low is None or (low is not None and low >= figure.low)
    below = figure.high is None or (high is not None and high <= figure.high)
    return above and below


def columns(row: Row, dossier: Dossier) -> dict[str, Any]:
    """A group as a line of a table: numbers as numbers, null where nothing is settled."""
    group, site = row.group, row.site
    first = row.tellings[0] if row.tellings else None
    event = row.events[0] if row.events else None
    publishers = {each.reading.document.publisher or each.reading.document.id for each in row.tellings}
    against = [pair for pair in dossier.findings.contradictions if group.id in (pair.a, pair.b)]
    table: dict[str, Any] = {
        "id": group.id,
        "text": group.text,
        "event_type": event.type if event else None,
        "event_mode": event.mode if event else None,
        "told_as": TOLD_AS[event.factuality] if event else None,
        "earliest": row.when.earliest,
        "latest": row.when.latest,
        "time_precision": row.when.precision,
        "place": site.name if site else None,
        "country": site.country if site else None,
        "lat": site.lat if site else None,
        "lon": site.lon if site else None,
        "radius_km": site.radius_km if site else None,
        "place_precision": site.precision if site else "not told",
        "places_told": "; ".join(each.name for each in row.where),
        "sources": len(publishers),
        "documents": len(group.documents),
        "tellings": len(group.claims),
        "independent_first_hands": group.independent_first_hands,
        "disinterested_first_hands": group.disinterested_first_hands,
        "untraced": group.untraced,
        "contradicted": bool(against),
        "contradicted_in": "; ".join(sorted({pair.field for pair in against})),
        "footage": group.footage,
    }
    table |= _figures(row)
    table |= {
        "credibility": group.verdict.credibility if group.verdict else None,
        "reliability": group.verdict.reliability if group.verdict else None,
        "verdict": group.verdict.words if group.verdict else None,
        "decided": "; ".join(decided.said(each) for each in row.decided.values()),
        "sentence": first.sentence if first else None,
        "publisher": first.reading.document.publisher if first else None,
        "published": first.reading.document.published if first else None,
        "claim_ids": " ".join(dict.fromkeys(each.id for each in row.tellings)),
        "telling_ids": " ".join(group.claims),
        "document_ids": " ".join(group.documents),
    }
    return table


def _figures(row: Row) -> dict[str, Any]:
    """Least, best and most: of the group's figure, whatever it counts, and of each kind of loss."""
    figure = row.group.figures[0] if row.group.figures else None
    table: dict[str, Any] = {"counted": figure.of if figure else None}
    table |= {name: getattr(figure, name) if figure else None for name in ("low", "best", "high")}
    lost = losses(row)
    for kind in LOSSES:
        of = lost.get(kind)
        table |= {f"{kind}_{name}": getattr(of, name) if of else None for name in ("low", "best", "high")}
    return table


def name_of(value: Any) -> str:
    """A value as one cell of text."""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
