"""The groups that name a place, as GeoJSON and as KML: surfaces, never pins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from lxml import etree  # type: ignore[import-untyped]

from firsthand.show.dossier import Dossier
from firsthand.show.export.events import Row, columns, rows
from firsthand.show.export.plain_text import xml_text
from firsthand.show.export.sites import Site

KML = "http://www.opengis.net/kml/2.2"

_PROPERTIES = (
    "text", "event_type", "told_as", "earliest", "latest", "time_precision", "sources", "documents",
    "independent_first_hands", "disinterested_first_hands", "untraced", "contradicted", "low", "best", "high",
    "verdict", "decided", "sentence", "claim_ids",
)  # fmt: skip


def _named(dossier: Dossier) -> Iterator[tuple[Row, Site, dict[str, Any]]]:
    """Each place that each group names, with what is said of the group."""
    for row in rows(dossier):
        table = columns(row, dossier)
        said = {name: table[name] for name in _PROPERTIES}
        for site in row.where:
            yield row, site, said


def as_geojson(dossier: Dossier) -> bytes:
    """One feature for each place of each group (RFC 7946). An unsettled place has a null geometry.

    A settled town is the disc that it reaches over; its middle stands in the properties.
    """
    features = [
        {
            "type": "Feature",
            "id": f"{row.group.id}.{number}",
            "geometry": site.geometry,
            "properties": {
                "group": row.group.id, "place": site.name, "place_precision": site.precision,
                "country": site.country, "within": site.within, "lat": site.lat, "lon": site.lon,
                "radius_km": site.radius_km, "confidence": site.confidence, "place_id": site.value, **said,
            },
        }
        for number, (row, site, said) in enumerate(_named(dossier), 1)
    ]  # fmt: skip
    made = {"type": "FeatureCollection", "title": dossier.title, "features": features}
    return msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n"


def as_kml(dossier: Dossier) -> bytes:
    """KML 2.2 (OGC 07-147): one folder of what has a surface, one of what is named and unsettled."""
    root = etree.Element(f"{{{KML}}}kml", nsmap={None: KML})
    document = _child(root, "Document")
    _child(document, "name", dossier.title)
    style = _child(document, "Style", attributes={"id": "told"})
    line, fill = _child(style, "LineStyle"), _child(style, "PolyStyle")
    _child(line, "color", "ff1c2ca0")
    _child(fill, "color", "331c2ca0")
    drawn, open_ = _folder(document, "As far as the words go"), _folder(document, "Unsettled: no place")
    for row, site, said in _named(dossier):
        _placemark(drawn if site.geometry else open_, row, site, said)
    whole: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return whole


def _folder(document: Any, name: str) -> Any:
    folder = _child(document, "Folder")
    _child(folder, "name", name)
    return folder


def _placemark(folder: Any, row: Row, site: Site, said: dict[str, Any]) -> None:
    mark = _child(folder, "Placemark")
    _child(mark, "name", f"{site.name} ({row.group.id})")
    _child(mark, "description", f"{row.group.text}\n{said['verdict'] or ''}\n{said['sentence'] or ''}")
    if row.when.earliest and row.when.latest:
        span = _child(mark, "TimeSpan")
        _child(span, "begin", row.when.earliest[:10])
        _child(span, "end", row.when.latest[:10])
    _child(mark, "styleUrl", "#told")
    data = _child(mark, "ExtendedData")
    for name, value in {"group": row.group.id, "place_precision": site.precision, **said}.items():
        if value is not None:
            one = _child(data, "Data", attributes={"name": name})
            _child(one, "value", str(value))
    if site.geometry:
        _geometry(mark, site.geometry)


def _geometry(mark: Any, geometry: dict[str, Any]) -> None:
    """The surfaces of a GeoJSON geometry; lines and points are none."""
    kind, corners = geometry["type"], geometry.get("coordinates", [])
    polygons = corners if kind == "MultiPolygon" else [corners] if kind == "Polygon" else []
    if not polygons:
        return
    parent = _child(mark, "MultiGeometry") if len(polygons) > 1 else mark
    for rings in polygons:
        polygon = _child(parent, "Polygon")
        for number, ring in enumerate(rings):
            boundary = _child(polygon, "innerBoundaryIs" if number else "outerBoundaryIs")
            written = " ".join(f"{each[0]:.5f},{each[1]:.5f}" for each in ring)
            _child(_child(boundary, "LinearRing"), "coordinates", written)


def _child(parent: Any, name: str, text: str | None = None, attributes: dict[str, str] | None = None) -> Any:
    made = etree.SubElement(parent, f"{{{KML}}}{name}", attrib=attributes or {})
    if text is not None:
        made.text = xml_text(text)
    return made
