"""A reading on a map, as a reader of it meets it: surfaces, names, what is left off, and nothing from elsewhere."""

from __future__ import annotations

import itertools
import re
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, box

from firsthand.ground.place_geometry import destination
from firsthand.show.cli import main
from firsthand.show.map.drawing import map_svg
from firsthand.show.map.frame import HEIGHT_PX, WIDTH_PX, framed, round_km
from firsthand.show.map.lettering import Lettering
from firsthand.show.map.page import map_page
from firsthand.show.map.scene import Scene, Subject, scene

SVG = "{http://www.w3.org/2000/svg}"
MALI = (
    "Two people were killed when shells hit a market 6 km north of Gao, Mali, the army said. "
    "A farm burned within 10 km of the border between Mali and Niger, the mayor of Ansongo said. "
    "Officials in Bamako said nothing. People in the village of Tarnovka fled."
)


def surfaces(svg: str) -> list[tuple[str, str]]:
    """Kind and sentence of each surface of the report."""
    root = ET.fromstring(svg)
    paths = [p for p in root.iter(f"{SVG}path") if p.get("class", "").startswith("s ") and len(p)]
    return [(p.get("class")[2:], p[0].text) for p in paths]


def texts(svg: str) -> list[str]:
    return [t.text for t in ET.fromstring(svg).iter(f"{SVG}text")]


def test_what_a_report_names_is_drawn_as_surfaces_with_names(read_text):
    svg = map_svg(scene(read_text(MALI)))
    assert sorted({kind for kind, _ in surfaces(svg)}) == ["place", "region"]
    assert {"Gao", "6 km north of Gao, Mali", "Ansongo", "MALI", "NIGER"} <= set(texts(svg))


def test_a_map_needs_nothing_from_elsewhere_and_runs_nothing(read_text):
    for made in (map_svg(scene(read_text(MALI))), map_page([read_text(MALI)])):
        assert not re.search(r"<script|<image|<foreignObject|\bon\w+=|@import|javascript:", made)
        assert set(re.findall(r"https?://[^\"\s<]+", made)) <= {"http://www.w3.org/2000/svg"}
        assert not re.findall(r"url\((?!#)", made)


def test_a_map_is_told_in_words_for_who_does_not_see_it(read_text):
    root = ET.fromstring(map_svg(scene(read_text(MALI))))
    said = {each.get("id"): each.text for each in root if each.tag in (f"{SVG}title", f"{SVG}desc")}
    assert root.get("role") == "img"
    assert root.get("aria-labelledby").split() == list(said)
    assert "6 km north of Gao" in said["fh-desc-1"]
    assert "Tarnovka: not settled" in said["fh-desc-1"]


def test_what_is_not_settled_is_listed_and_not_drawn(read_text):
    svg = map_svg(scene(read_text(MALI)))
    assert not [said for _, said in surfaces(svg) if "Tarnovka" in said]
    assert any("Not drawn: Tarnovka" in line for line in texts(svg))


def test_namesakes_are_several_faint_surfaces_and_none_is_chosen(read_text):
    reading = read_text("A depot in Springfield burned. Crews found nothing in Springfield, police said.")
    [place] = {p.name: p for p in reading.places}.values()
    assert place.lat is None
    kinds = [s.status for s in scene(reading).subjects]
    assert set(kinds) == {"namesake"}
    assert len(kinds) > 1
    drawn = [kind for kind, _ in surfaces(map_svg(scene(reading)))]
    assert len(drawn) == len(kinds), "to show only some of them would be to choose"


def test_a_village_that_only_its_province_is_known_of_is_somewhere_in_the_province(read_text):
    text = "Shells fell 4 km south of the village of Tarnovka near the border in Kursk region, Russia."
    made = scene(read_text(text))
    assert ("somewhere", "Tarnovka: somewhere here") in [(s.status, s.label) for s in made.subjects]
    assert any("4 km south" in line for line in made.left_off)


def test_a_country_alone_is_no_surface(read_text):
    made = scene(read_text("Mali sent police."))
    assert made.subjects == []
    assert "Nothing of this report could be put on a map" in map_svg(made)


def test_what_is_far_from_the_rest_is_named_below_the_map(read_text):
    text = MALI + " Envoys met in Karachi."
    svg = map_svg(scene(read_text(text)))
    assert any("Karachi (far from the rest)" in line for line in texts(svg))


def test_disputed_borders_are_dashed_and_their_source_is_named(read_text):
    svg = map_svg(scene(read_text("A camp 10 km south of Donetsk, Ukraine, burned.")))
    assert 'class="disputed"' in svg
    assert any("Natural Earth" in line and "disputed" in line for line in texts(svg))


NASTY = '</text><script>alert(1)</script>&\x00\u202e"\ud800'


@given(st.text(max_size=60) | st.just(NASTY))
@settings(max_examples=12, deadline=None)
def test_any_text_comes_out_as_text(words):
    subject = Subject("region", words, Point(30, 50).buffer(0.3), words)
    svg = map_svg(Scene(words, [subject], [words]))
    root = ET.fromstring(svg.encode("utf-8"))
    assert not list(root.iter(f"{SVG}script"))


def test_a_page_holds_several_maps_whose_ids_do_not_collide(read_text):
    page = map_page([read_text(MALI), read_text("A camp 10 km south of Kidal, Mali, burned.")])
    assert page.count("<svg") == 2
    assert page.count('id="fh-title-1"') == page.count('id="fh-title-2"') == 1


def test_the_same_reading_gives_the_same_bytes(read_text):
    assert map_svg(scene(read_text(MALI))) == map_svg(scene(read_text(MALI)))


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.floats(0, WIDTH_PX), st.floats(0, HEIGHT_PX), st.text("abcdefgh ", min_size=1, max_size=30)
        ),
        max_size=25,
    )
)
def test_names_never_cover_one_another(wanted):
    lettering = Lettering()
    for x, y, text in wanted:
        lettering.place(text, (x, y), 4.0, 13)
    rects = [box(*rect) for rect in lettering.taken]
    assert not [1 for a, b in itertools.combinations(rects, 2) if a.intersection(b).area > 1e-6]


@settings(max_examples=30, deadline=None)
@given(st.floats(-75, 75), st.floats(-180, 180), st.floats(2, 400))
def test_everything_lies_on_the_sheet_at_its_scale(lat, lon, km):
    corners = [destination(lat, lon, way, km) for way in range(0, 360, 15)]
    ring = (
        Point(lon, lat)
        .buffer(0.01)
        .union(
            __import__("shapely")
            .MultiPoint([(lon + (x - lon + 540) % 360 - 180, y) for y, x in corners])
            .convex_hull
        )
    )
    frame = framed([Subject("region", "x", ring, "x")])
    at = frame.to_px(np.array([(x, y) for y, x in corners]))
    assert at[:, 0].min() > 0
    assert at[:, 0].max() < WIDTH_PX
    assert at[:, 1].min() > 0
    assert at[:, 1].max() < HEIGHT_PX
    here, there = frame.to_px(np.array([(lon, lat), (corners[6][1], corners[6][0])]))
    assert float(np.hypot(*(here - there))) / frame.px_per_km == pytest.approx(km, rel=0.01)


@pytest.mark.parametrize(("width", "bar"), [(60, 10), (240, 20), (1000, 200), (5100, 1000)])
def test_the_scale_bar_is_a_round_figure(width, bar):
    assert round_km(width) == bar


def run(*words):
    return CliRunner().invoke(main, [*map(str, words)])


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(MALI, encoding="utf-8")
    return path


def test_read_draws_a_map_beside_the_reading(report, tmp_path):
    done = run("--without", "voices", "read", "--map", tmp_path / "map.svg", report)
    assert done.exit_code == 0
    assert "6 km north of Gao" in (tmp_path / "map.svg").read_text(encoding="utf-8")
    assert "map.svg" in done.stderr
    assert "map.svg" not in done.stdout


def test_a_page_lists_what_is_on_the_map_and_what_is_not_each_once(read_text):
    page = map_page([read_text(MALI + " Envoys met in Karachi.")])
    on, off = page.split("<h2>On the map</h2>")[1].split("<h2>Not on the map</h2>")
    assert "6 km north of Gao" in on
    assert "Karachi" not in on
    assert off.count("<li>Karachi (far from the rest)</li>") == 1


def test_a_map_does_not_tell_where_on_the_disk_a_report_lies(report, tmp_path):
    run("--without", "voices", "read", "--map", tmp_path / "map.html", report)
    page = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert "report.txt" in page
    assert str(tmp_path) not in page


def test_several_documents_go_into_a_page_and_not_into_one_svg(report, tmp_path):
    files = ("--without", "voices", "read", report, report, "--map")
    assert run(*files, tmp_path / "map.html").exit_code == 0
    refused = run(*files, tmp_path / "map.svg")
    assert refused.exit_code == 1
    assert "name a .html" in refused.stderr


def test_a_map_of_another_kind_is_refused_before_reading(report, tmp_path):
    done = run("read", "--map", tmp_path / "map.pdf", report)
    assert done.exit_code == 1
    assert ".svg or an .html" in done.stderr
    assert done.stdout == ""


def test_a_map_that_cannot_be_written_is_told_in_a_sentence(report, tmp_path):
    done = run("--without", "voices", "read", "--map", tmp_path / "none" / "map.svg", report)
    assert done.exit_code == 1
    assert "could not be written" in done.stderr
