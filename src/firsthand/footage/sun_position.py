"""Moments and places -> azimuth and height of the sun.

Jean Meeus, Astronomical Algorithms, 2nd edition 1998: sidereal time (12.4), obliquity and the main terms of
nutation (22), the sun's place of lower accuracy (25). Refraction after Saemundsson (16.4). Held against the
worked example of NREL's Solar Position Algorithm (Reda and Andreas 2004) in the tests.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]

J2000_UNIX = 946728000.0
"""2000-01-01T12:00:00 UTC."""


def sun_position(unix_s: ArrayLike, lat: ArrayLike, lon: ArrayLike) -> tuple[Array, Array]:
    """Azimuth clockwise from north and apparent height above a level horizon, in degrees.

    `unix_s` seconds since 1970 in UTC, `lat` and `lon` degrees north and east; they are broadcast together.
    """
    days = (np.asarray(unix_s, dtype=np.float64) - J2000_UNIX) / 86400
    right, declination, nutation, tilt = _place(days + 69.0 / 86400)  # terrestrial time is ahead of UTC
    sidereal = 280.46061837 + 360.98564736629 * days + 0.000387933 * (days / 36525) ** 2
    sidereal = sidereal + nutation * np.cos(tilt)
    hour = np.radians(sidereal + np.asarray(lon, dtype=np.float64) - right)
    phi = np.radians(np.asarray(lat, dtype=np.float64))
    height = np.degrees(
        np.arcsin(
            np.clip(
                np.sin(phi) * np.sin(declination) + np.cos(phi) * np.cos(declination) * np.cos(hour), -1, 1
            )
        )
    )
    azimuth = np.degrees(
        np.arctan2(np.sin(hour), np.cos(hour) * np.sin(phi) - np.tan(declination) * np.cos(phi))
    )
    seen = height - 0.00244 * np.cos(np.radians(height))  # seen from the surface, not from the Earth's middle
    return (azimuth + 180) % 360, seen + _refraction(seen)


def _place(days: Array) -> tuple[Array, Array, Array, Array]:
    """Right ascension in degrees, declination in radians, nutation in degrees, obliquity in radians."""
    t = days / 36525
    mean = np.radians((357.52911 + 35999.05029 * t - 0.0001537 * t**2) % 360)
    centre = (
        (1.914602 - 0.004817 * t - 0.000014 * t**2) * np.sin(mean)
        + (0.019993 - 0.000101 * t) * np.sin(2 * mean)
        + 0.000289 * np.sin(3 * mean)
    )
    node = np.radians(125.04 - 1934.136 * t)
    length = 280.46646 + 36000.76983 * t + 0.0003032 * t**2 + centre
    apparent = np.radians((length - 0.00569 - 0.00478 * np.sin(node)) % 360)
    tilt = np.radians(23.4392911 - 0.0130042 * t + 0.00256 * np.cos(node))
    right = np.degrees(np.arctan2(np.cos(tilt) * np.sin(apparent), np.cos(apparent)))
    return right, np.arcsin(np.sin(tilt) * np.sin(apparent)), -0.00478 * np.sin(node), tilt


def _refraction(height: Array) -> Array:
    """By how many degrees the air lifts the sun, at 1010 hPa and 10 degrees Celsius."""
    seen = np.maximum(height, -1.0)
    lift = 1.02 / 60 / np.tan(np.radians(seen + 10.3 / (seen + 5.11)))
    return np.where(height > -1.0, lift, 0.0)
