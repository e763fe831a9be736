"""The base map: what lies where, and how true it is."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from shapely import LineString, Point

from firsthand.resources.gazetteer_lines import BASEMAP, Basemap
from firsthand.schema.errors import MissingInstrument


def test_it_stays_small():
    assert BASEMAP.stat().st_size < 1_500_000


def test_land_and_sea_are_told_apart():
    land = Basemap().surface("land", (40.0, 10.0, 50.0, 20.0))
    assert land.contains(Point(44.2, 15.35))
    assert not land.contains(Point(41.5, 16.0))


def test_two_countries_share_a_border_and_others_none():
    basemap = Basemap()
    [*lines] = basemap.border("NE", "ML")
    assert min(LineString(line).distance(Point(0.24, 15.0)) for line in lines) < 0.2
    assert len(basemap.border("ML")) > len(lines)
    assert basemap.border("ML", "JP") == []


def test_disputed_lines_are_kept_apart_from_settled_borders():
    basemap = Basemap()
    box = (33.3, 45.9, 34.8, 46.3)
    assert basemap.within("disputed", box)
    assert not [d for d in basemap.within("border", box) if d.countries == ("RU", "UA")]


@pytest.mark.parametrize("name", ["Dnipro", "Dnieper River", "the Euphrates", "Siverskyi Donets"])
def test_a_river_is_found_by_the_names_that_reports_use(name):
    assert Basemap().rivers(name)


def test_a_box_over_the_date_line_is_met_from_either_side():
    basemap = Basemap()
    east = basemap.surface("land", (178.0, -19.0, 184.0, -15.0))
    west = basemap.surface("land", (-182.0, -19.0, -176.0, -15.0))
    assert east.area == pytest.approx(west.area)
    assert east.area > 0


def test_threads_read_the_same():
    basemap = Basemap()
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: len(basemap.within("river", (30, 45, 40, 55))), range(12)))
    assert len(set(found)) == 1


def test_a_missing_file_says_what_to_do(tmp_path):
    with pytest.raises(MissingInstrument, match="Install Firsthand again"):
        Basemap(tmp_path / "none.sqlite").border("ML")
