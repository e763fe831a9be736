"""Regions along borders, coasts, rivers and roads: the shape where the line is known, the reason where not."""

from __future__ import annotations

import pytest
from shapely.geometry import Point, shape

MET = {
    # sentence: points (longitude, latitude) that lie in the shape, and points that do not
    "A farm burned within 10 km of the border between Mali and Niger.": ([(0.2, 15.05)], [(4.0, 13.5)]),
    "A farm burned near the Nigerien border.": ([(4.1, 13.48)], [(8.0, 17.0)]),
    "A farm burned 6 km from the border with Chad.": ([], [(18.7, 15.5)]),
    "Drones flew 30 km into Chad.": ([], [(18.7, 15.5), (24.5, 13.0)]),
    "Refugees gathered across the border from Mae Sot, Thailand.": ([(98.5, 16.69)], [(98.6, 16.7)]),
    "Villages along the Euphrates were flooded.": ([(40.15, 35.33)], [(44.4, 33.3)]),
    "A boat sank off the coast of Somalia.": ([(45.6, 2.0)], [(45.0, 2.4), (50.0, 0.0)]),
    "A boat sank 20 km off Hodeida, Yemen.": ([(42.8, 14.8)], [(43.2, 14.8)]),
    "A bus burned on the road from Gao to Kidal.": ([(0.7, 17.3)], [(3.0, 15.0)]),
    "A bus burned on the road from Gao to Kidal, 25 km from Gao.": ([(0.1, 16.46)], [(0.7, 17.3)]),
    "A rocket fell somewhere in Kursk region, Russia.": ([(36.2, 51.7)], [(36.6, 50.6)]),
}


@pytest.mark.parametrize("text", MET)
def test_a_line_that_is_known_gives_a_shape(text, read_text):
    [region] = read_text(text).regions
    outline = shape(region.geometry)
    inside, outside = MET[text]
    assert outline.is_valid
    assert [at for at in inside if not outline.contains(Point(at))] == []
    assert [at for at in outside if outline.contains(Point(at))] == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("A bus burned on the road to Gao, Mali.", "the other end of the road is not said"),
        ("A camp east of the Euphrates burned.", "a whole side of a river has no extent"),
        ("Villages along the Veselka River were flooded.", "no such river"),
        ("A farm burned 4 km south of the village of Tarnovka.", "not settled"),
        ("Men waited across the river from Gao, Mali.", "which river is not said"),
        ("Men waited across the border from Bamako.", "no land border is near it"),
    ],
)
def test_a_region_that_cannot_be_drawn_says_why(text, why, read_text):
    [region] = read_text(text).regions
    assert region.geometry is None
    [reason] = [each for each in region.because if each.note]
    assert why in reason.note
    assert reason.anchors[0] == region.span


def test_a_bank_that_cannot_be_told_is_drawn_on_both_sides_and_says_so(read_text):
    [region] = read_text("Guns fired from the left bank of the Dnipro.").regions
    assert region.geometry is not None
    assert "both banks" in region.because[-1].note


def test_the_other_bank_is_on_the_other_side_of_the_river():
    import numpy as np

    from firsthand.ground.region_strip import other_side

    river = [np.array([(30.0, 49.0), (30.0, 51.0)])]
    beyond = other_side((50.0, 30.1), river, 10.0)
    assert beyond.contains(Point(29.95, 50.0))
    assert not beyond.intersects(Point(30.05, 50.0))


@pytest.mark.parametrize("lat", [0.0, 51.0, 78.0])
def test_a_strip_is_as_wide_as_it_says_wherever_on_the_ellipsoid(lat):
    import numpy as np

    from firsthand.ground.place_geometry import destination
    from firsthand.ground.region_strip import widened

    strip = widened([np.array([(10.0, lat - 1), (10.0, lat + 1)])], (2.0, 20.0))
    for km, inside in ((1.5, False), (2.5, True), (19.5, True), (20.5, False)):
        to_lat, to_lon = destination(lat, 10.0, 90, km)
        assert strip.contains(Point(to_lon, to_lat)) is inside, km


def test_two_rivers_of_one_name_are_not_taken_for_one(read_text):
    [region] = read_text("Villages along the Colorado River were flooded.").regions
    assert region.geometry is None
    assert "several rivers" in region.because[-1].note


def test_the_smallest_state_has_no_outline_and_breaks_nothing(read_text):
    for text in ("A car burned near the Vatican border.", "A car burned in the north of Vatican City."):
        assert all(region.geometry is None for region in read_text(text).regions)
