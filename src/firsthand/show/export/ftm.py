"""Dossier -> FollowTheMoney entities, one JSON object a line, as OpenAleph and its tools read them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec

from firsthand.schema import Origin, Reading
from firsthand.show.dossier import Dossier
from firsthand.show.export.events import Row, Told, rows
from firsthand.show.export.plain_text import web_address
from firsthand.show.export.sites import Site

LOST = (
    "chains between the publisher and the first hand", "how sure each voice is", "denials",
    "which telling goes back to which first hand", "contradictions and updates", "copies",
    "figures as ranges", "regions as surfaces", "the exact place of the words", "reasons", "decisions",
)  # fmt: skip
"""What FollowTheMoney has no property for."""

SCHEMATA = {
    "witness": "Person", "official": "PublicBody", "force": "Organization", "party": "Organization",
    "organisation": "Organization", "footage": "Video", "document": "Document", "unnamed": "LegalEntity",
}  # fmt: skip


def as_ftm(dossier: Dossier) -> bytes:
    """Documents as `Article`, groups as `Event`, first hands as people and bodies, towns as `Address`."""
    origins = {origin.id: origin for origin in dossier.findings.origins}
    made: dict[str, dict[str, Any]] = {}
    for reading in dossier.readings:
        _keep(made, _article(reading))
    for row in rows(dossier):
        for each in _event(row, origins):
            _keep(made, each)
    return b"".join(msgspec.json.encode(each) + b"\n" for each in made.values())


def left_out(_: Dossier) -> str:
    """What the file lacks, in words."""
    return f"FollowTheMoney has no property for {', '.join(LOST[:-1])} and {LOST[-1]}: these are lost."


def _keep(made: dict[str, dict[str, Any]], entity: dict[str, Any]) -> None:
    known = made.setdefault(entity["id"], entity)
    for name, values in entity["properties"].items():
        known["properties"][name] = list(dict.fromkeys([*known["properties"].get(name, []), *values]))


def _id(*parts: str) -> str:
    return hashlib.sha1(chr(0).join(parts).encode("utf-8", "replace"), usedforsecurity=False).hexdigest()


def _entity(schema: str, number: str, /, **properties: str | list[str] | None) -> dict[str, Any]:
    """An entity; what is null or empty is left out."""
    lists = {key: value if isinstance(value, list) else [value] for key, value in properties.items() if value}
    return {"id": number, "schema": schema, "properties": lists}


def _article(reading: Reading) -> dict[str, Any]:
    document = reading.document
    return _entity(
        "Article", _id("document", document.sha256, document.id),
        title=document.title, name=document.title or document.name or document.id,
        publisher=document.publisher, author=document.author, publishedAt=document.published,
        sourceUrl=web_address(document.url), bodyText=document.text,
    )  # fmt: skip


def _event(row: Row, origins: dict[str, Origin]) -> Iterator[dict[str, Any]]:
    hands = [_hand(origins[name]) for name in row.group.origins if name in origins]
    people = [each["id"] for each in hands if each["schema"] not in ("Video", "Document")]
    papers = [each["id"] for each in hands if each["schema"] in ("Video", "Document")]
    address = [_address(site) for site in row.where if site.lat is not None]
    yield from (*hands, *address)
    papers += [_of(told) for told in row.tellings]
    yield _entity(
        "Event", _id("group", *row.group.claims),
        name=row.group.text, recordId=row.group.id,
        startDate=_day(row.when.earliest), endDate=_day(row.when.latest),
        location=[site.name for site in row.where], addressEntity=[each["id"] for each in address],
        country=sorted({site.country.lower() for site in row.where if site.country}),
        involved=people, proof=list(dict.fromkeys(papers)),
        summary=row.group.verdict.words if row.group.verdict else None,
        description=list(dict.fromkeys(told.sentence for told in row.tellings)),
    )  # fmt: skip


def _of(told: Told) -> str:
    return _id("document", told.reading.document.sha256, told.reading.document.id)


def _hand(origin: Origin) -> dict[str, Any]:
    return _entity(SCHEMATA[origin.kind], _id("origin", origin.kind, origin.name), name=origin.name)


def _address(site: Site) -> dict[str, Any]:
    return _entity(
        "Address", _id("place", site.name, str(site.lat), str(site.lon)),
        name=site.name, full=site.name, latitude=str(site.lat), longitude=str(site.lon),
        country=site.country.lower() if site.country else None,
        remarks=f"within {site.radius_km:g} km of this point" if site.radius_km else None,
    )  # fmt: skip


def _day(minute: str | None) -> str | None:
    return minute[:10] if minute else None
