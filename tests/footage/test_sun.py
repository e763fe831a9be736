"""Where the sun stands, and what a measured shadow says of a claimed place and time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.footage.sun import Shadow, sun_over
from firsthand.footage.sun_position import sun_position
from firsthand.schema.errors import UnknownOption

NOON = datetime(2031, 3, 14, 10, 0, tzinfo=UTC)


def test_the_position_is_that_of_the_published_worked_example():
    """NREL's Solar Position Algorithm, appendix A.5: 17 October 2003, 12:30:30 at UTC-7, Golden, Colorado."""
    moment = datetime(2003, 10, 17, 19, 30, 30, tzinfo=UTC).timestamp()
    azimuth, height = sun_position(moment, 39.742476, -105.1786)
    assert azimuth == pytest.approx(194.34024, abs=0.01)
    assert height == pytest.approx(90 - 50.11162, abs=0.01)


@pytest.mark.parametrize(
    ("moment", "lat", "highest"),
    [  # at noon of the solstices and equinoxes the height follows from the Earth's tilt of 23.44 degrees
        (datetime(2024, 6, 20, 20, 51, tzinfo=UTC), 50.0, 90 - 50 + 23.44),
        (datetime(2024, 12, 21, 9, 20, tzinfo=UTC), 50.0, 90 - 50 - 23.44),
        (datetime(2024, 3, 20, 3, 6, tzinfo=UTC), -35.0, 90 - 35),
    ],
)
def test_the_highest_sun_of_a_day_follows_from_the_tilt_of_the_earth(moment, lat, highest):
    found = sun_over(lat, 0.0, 0, moment - timedelta(hours=12), moment + timedelta(hours=12))
    assert found.sun.elevation_deg[1] == pytest.approx(highest, abs=0.2)


def at(hours: float = 0.0, long_h: float = 1.0, shadow: Shadow | None = None, radius_km: float = 5.0):
    start = NOON + timedelta(hours=hours)
    return sun_over(50.0, 30.0, radius_km, start, start + timedelta(hours=long_h), shadow)


def test_a_true_shadow_is_consistent_and_a_false_one_is_not():
    azimuth, height = sun_position((NOON + timedelta(minutes=30)).timestamp(), 50.0, 30.0)
    import math

    ratio = 1 / math.tan(math.radians(height))
    true = Shadow(direction_deg=float(azimuth + 180) % 360, ratio=ratio)
    assert at(shadow=true).answer == "consistent"
    assert at(shadow=true).fits
    assert at(shadow=Shadow(direction_deg=(true.direction_deg + 90) % 360)).answer == "inconsistent"
    assert "length" in at(shadow=Shadow(ratio=ratio * 3)).why


def test_an_interval_in_which_any_shadow_would_fit_tells_nothing():
    whole_day = at(hours=-10, long_h=24, shadow=Shadow(direction_deg=10))
    assert whole_day.answer == "cannot tell"
    assert "narrow" in whole_day.why
    wide = at(shadow=Shadow(direction_deg=10, direction_within_deg=100))
    assert wide.answer == "cannot tell"
    assert at(shadow=Shadow(ratio=1.5, ratio_within=0.9)).answer == "cannot tell"


def test_over_a_whole_day_direction_and_length_together_do_tell():
    assert at(hours=-10, long_h=24, shadow=Shadow(direction_deg=0, ratio=1.28)).answer == "consistent"
    assert at(hours=-10, long_h=24, shadow=Shadow(direction_deg=0, ratio=6)).answer == "inconsistent"


def test_at_night_no_shadow_fits_and_at_the_horizon_nothing_is_told():
    assert at(hours=12, shadow=Shadow(direction_deg=10)).answer == "inconsistent"
    sunset = sun_over(
        0.0, 0.0, 0, *[datetime(2031, 3, 21, 18, m, tzinfo=UTC) for m in (8, 10)], Shadow(ratio=9.0)
    )
    assert sunset.answer == "cannot tell"


def test_without_a_measurement_it_cannot_tell_and_still_gives_the_ranges():
    found = at()
    assert found.answer == "cannot tell"
    low, high = found.sun.azimuth_deg
    assert 170 < low < high < 200
    assert found.sun.shadow_ratio[0] < found.sun.shadow_ratio[1]


def test_in_the_midnight_sun_the_azimuth_goes_all_the_way_round():
    start = datetime(2031, 6, 21, tzinfo=UTC)
    found = sun_over(78.0, 15.0, 0, start, start + timedelta(days=1), Shadow(direction_deg=5))
    assert found.sun.elevation_deg[0] > 0
    assert found.answer == "cannot tell"


@settings(max_examples=60, deadline=None)
@given(
    lat=st.floats(-66, 66), lon=st.floats(-180, 180), radius=st.floats(0, 80), part=st.floats(0, 1),
    hours=st.floats(0.1, 40), day=st.integers(0, 364), error=st.floats(-9, 9),
)  # fmt: skip
def test_the_truth_is_never_called_inconsistent(lat, lon, radius, part, hours, day, error):
    start = datetime(2030, 1, 1, tzinfo=UTC) + timedelta(days=day)
    moment = start + timedelta(hours=hours * part)
    azimuth, height = sun_position(moment.timestamp(), lat, lon)
    if height > 2:
        shadow = Shadow(direction_deg=float(azimuth + 180 + error) % 360)
        assert (
            sun_over(lat, lon, radius, start, start + timedelta(hours=hours), shadow).answer != "inconsistent"
        )


def test_places_and_times_that_there_are_not_are_refused_in_words():
    for bad in [
        (91, 0, 0, NOON, NOON),
        (0, 0, 0, NOON, NOON - timedelta(hours=1)),
        (0, 0, 0, NOON.replace(tzinfo=None), NOON),
    ]:
        with pytest.raises(UnknownOption):
            sun_over(*bad)
