"""A region and an interval of time -> where the sun can have stood; a measured shadow -> does that fit?

The position of the sun is Meeus's of middling accuracy (Astronomical Algorithms, 2nd ed. 1998, chapters 12,
22, 25: about 0.01 degrees from 1950 to 2050), which is far finer than anybody measures a shadow. The answer
about a shadow covers the whole of the region and the whole of the time: it is *consistent* only where the
measurement could also have come out otherwise.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from firsthand.footage.sun_position import sun_position
from firsthand.schema import Value
from firsthand.schema.errors import UnknownOption

Answer = Literal["consistent", "inconsistent", "cannot tell"]
Array = NDArray[np.float64]

SHADOW_FROM_DEG = 1.5
"""Below this height of the sun (refraction included) no shadow is counted on."""
NIGHT_DEG = -1.0
"""Below this nobody at the place, nor on a hill nearby, has the sun."""
MOST_STEPS = 2881
"""Moments that are looked at: every minute of two days, fewer a day in a longer interval."""
LONGEST_DAYS = 366
TELLS_NOTHING = 0.5
"""Where more than this part of all measurements would have fitted, one that fits says nothing."""
_EARTH_KM = 6371.0


class Shadow(Value, frozen=True, kw_only=True):
    """A shadow as a person measured it on a frame."""

    direction_deg: float | None = None
    """From the foot of the thing to the tip of its shadow, clockwise from true north."""
    direction_within_deg: float = 10.0
    ratio: float | None = None
    """Length of the shadow on level ground, divided by the height of the thing."""
    ratio_within: float = 0.2
    """0.2: the true ratio lies between a fifth less and a fifth more."""


class SunRange(Value, frozen=True, kw_only=True):
    """Where the sun stands over the whole of a region and an interval, in degrees."""

    elevation_deg: tuple[float, float]
    """Lowest and highest, refraction included; negative below the horizon."""
    azimuth_deg: tuple[float, float] | None
    """From, clockwise to; while it is above the horizon, null where it never is."""
    shadow_deg: tuple[float, float] | None
    """The directions in which shadows fall: from, clockwise to."""
    shadow_ratio: tuple[float, float] | None
    """Shortest and longest shadow of a thing of height 1 while shadows are counted on."""
    step_s: float
    """Seconds between the moments that were looked at."""


class SunAnswer(Value, frozen=True, kw_only=True):
    """What a shadow says of a claimed place and time."""

    answer: Answer
    why: str
    sun: SunRange
    fits: tuple[tuple[str, str], ...] = ()
    """The parts of the interval in which the shadow fits somewhere in the region, in UTC."""


class _Sky(NamedTuple):
    """The sun for every moment (rows) at every point of the region (columns)."""

    moments: list[datetime]
    azimuth: Array
    elevation: Array
    step_s: float


def sun_over(
    lat: float, lon: float, radius_km: float, start: datetime, end: datetime, shadow: Shadow | None = None
) -> SunAnswer:
    """Where the sun can have stood, and whether a shadow fits that.

    Times carry their zone. Raises `UnknownOption` for a place or an interval that there is not.
    """
    sky = _sky(lat, lon, radius_km, start, end)
    ranges = _ranges(sky)
    if shadow is None or (shadow.direction_deg is None and shadow.ratio is None):
        return SunAnswer(answer="cannot tell", why="no shadow was measured", sun=ranges)
    up = sky.elevation >= SHADOW_FROM_DEG
    if not up.any():
        return _dark(sky, ranges)
    fit = up & _fits(sky, shadow)
    spans = _spans(sky, fit)
    if not fit.any():
        return _refused(sky, ranges, shadow)
    share = _chance(sky, up, shadow)
    if share > TELLS_NOTHING:
        why = (
            f"it fits, but over all of this place and time {share:.0%} of all such measurements would: "
            "narrow the time or the place"
        )
        return SunAnswer(answer="cannot tell", why=why, sun=ranges, fits=spans)
    why = f"it fits; of all measurements that could have been made, {max(share, 0.01):.0%} would"
    return SunAnswer(answer="consistent", why=why, sun=ranges, fits=spans)


def _sky(lat: float, lon: float, radius_km: float, start: datetime, end: datetime) -> _Sky:
    if not (abs(lat) <= 90 and abs(lon) <= 180 and 0 <= radius_km <= 2000):
        raise UnknownOption("a place is LAT,LON in degrees, and a radius in km, at most 2000.")
    if start.tzinfo is None or end.tzinfo is None:
        raise UnknownOption("a time without its zone may be hours off; write 2031-03-14T09:00Z or ...+02:00.")
    if not timedelta(0) <= end - start <= timedelta(days=LONGEST_DAYS):
        raise UnknownOption("the interval ends before it begins, or is longer than a year.")
    length_s = (end - start).total_seconds()
    count = min(MOST_STEPS, max(2, int(length_s // 60) + 2)) if length_s else 1
    step_s = length_s / (count - 1) if count > 1 else 0.0
    moments = [start + timedelta(seconds=step_s * n) for n in range(count)]
    lats, lons = _points(lat, lon, radius_km)
    azimuth, elevation = sun_position(
        np.array([m.timestamp() for m in moments])[:, None], lats[None, :], lons[None, :]
    )
    return _Sky(moments, azimuth, elevation, step_s)


def _points(lat: float, lon: float, radius_km: float) -> tuple[Array, Array]:
    """The middle of a disc, a ring half-way and its edge."""
    if radius_km == 0:
        return np.array([lat]), np.array([lon])
    bearings = np.radians(np.arange(0, 360, 22.5))
    lats, lons = [np.array([lat])], [np.array([lon])]
    for part in (0.5, 1.0):
        arc = radius_km * part / _EARTH_KM
        phi = np.radians(lat)
        there = np.arcsin(np.sin(phi) * np.cos(arc) + np.cos(phi) * np.sin(arc) * np.cos(bearings))
        turn = np.arctan2(
            np.sin(bearings) * np.sin(arc) * np.cos(phi), np.cos(arc) - np.sin(phi) * np.sin(there)
        )
        lats.append(np.degrees(there))
        lons.append(lon + np.degrees(turn))
    return np.concatenate(lats), np.concatenate(lons)


def _ranges(sky: _Sky) -> SunRange:
    up = sky.elevation > 0
    high = sky.elevation[sky.elevation >= SHADOW_FROM_DEG]
    arc = _arc(sky.azimuth[up]) if up.any() else None
    ratio = 1 / np.tan(np.radians(np.minimum(high, 89.99)))
    return SunRange(
        elevation_deg=(round(float(sky.elevation.min()), 2), round(float(sky.elevation.max()), 2)),
        azimuth_deg=arc,
        shadow_deg=((arc[0] + 180) % 360, (arc[1] + 180) % 360) if arc else None,
        shadow_ratio=(round(float(ratio.min()), 2), round(float(ratio.max()), 2)) if high.size else None,
        step_s=round(sky.step_s, 1),
    )  # fmt: skip


def _arc(angles: Array) -> tuple[float, float]:
    """The smallest arc, clockwise, that holds all angles."""
    turned = np.unique(np.round(angles % 360, 2))
    if turned.size == 1:
        return float(turned[0]), float(turned[0])
    gaps = np.diff(np.append(turned, turned[0] + 360))
    widest = int(gaps.argmax())
    return float(turned[(widest + 1) % turned.size]), float(turned[widest])


def _slack(sky: _Sky) -> tuple[Array, Array]:
    """How far azimuth and height can lie off between two moments that were looked at."""
    if len(sky.moments) < 2:
        return np.zeros_like(sky.azimuth), np.zeros_like(sky.azimuth)
    turn = np.abs((np.diff(sky.azimuth, axis=0) + 180) % 360 - 180)
    return _either_side(turn), _either_side(np.abs(np.diff(sky.elevation, axis=0)))


def _either_side(steps: Array) -> Array:
    """For each moment, the larger of the steps before and after it."""
    return np.maximum(np.vstack([steps, steps[-1:]]), np.vstack([steps[:1], steps]))


def _fits(sky: _Sky, shadow: Shadow) -> NDArray[np.bool_]:
    turn, rise = _slack(sky)
    fit = np.ones_like(sky.azimuth, dtype=bool)
    if shadow.direction_deg is not None:
        off = np.abs((sky.azimuth + 180 - shadow.direction_deg + 180) % 360 - 180)
        fit &= off <= shadow.direction_within_deg + turn
    if shadow.ratio is not None:
        low, high = _heights(shadow)
        fit &= (sky.elevation >= low - rise) & (sky.elevation <= high + rise)
    return fit


def _heights(shadow: Shadow) -> tuple[float, float]:
    """The heights of the sun that a measured ratio leaves open."""
    ratio = max(shadow.ratio or 0.0, 1e-3)
    within = min(max(shadow.ratio_within, 0.0), 0.95)
    return (
        float(np.degrees(np.arctan(1 / (ratio * (1 + within))))) - 0.3,
        float(np.degrees(np.arctan(1 / (ratio * (1 - within))))) + 0.3,
    )


def _chance(sky: _Sky, up: NDArray[np.bool_], shadow: Shadow) -> float:
    """Which part of all measurements that a person could have made would fit: 1 tells nothing.

    Counted on a chart of the sky in fields of two degrees; what was not measured leaves its axis open.
    """
    chart = np.zeros((180, 45), dtype=bool)
    azimuth = (sky.azimuth[up] / 2).astype(int) % 180
    height = np.clip(sky.elevation[up] / 2, 0, 44).astype(int)
    fields = np.unique(np.stack([azimuth, height]), axis=1).T
    low, high = _heights(shadow) if shadow.ratio is not None else (0.0, 90.0)
    sideways = int(np.ceil(shadow.direction_within_deg / 2)) if shadow.direction_deg is not None else 90
    updown = int(np.ceil((high - low) / 4)) if shadow.ratio is not None else 45
    for around, over in fields:
        columns = np.arange(around - min(sideways, 90), around + min(sideways, 89) + 1) % 180
        chart[columns, max(0, over - updown) : over + updown + 1] = True
    return float(chart.mean())


def _dark(sky: _Sky, ranges: SunRange) -> SunAnswer:
    if float(sky.elevation.max()) < NIGHT_DEG:
        why = "the sun is below the horizon all the time, everywhere in the region: it cast no shadow"
        return SunAnswer(answer="inconsistent", why=why, sun=ranges)
    why = "the sun stands at the horizon: too low for a shadow that can be relied on"
    return SunAnswer(answer="cannot tell", why=why, sun=ranges)


def _refused(sky: _Sky, ranges: SunRange, shadow: Shadow) -> SunAnswer:
    alone = [
        name
        for name, part in (
            (
                "direction",
                Shadow(direction_deg=shadow.direction_deg, direction_within_deg=shadow.direction_within_deg),
            ),
            ("length", Shadow(ratio=shadow.ratio, ratio_within=shadow.ratio_within)),
        )
        if (part.direction_deg, part.ratio) != (None, None)
        and not ((sky.elevation >= SHADOW_FROM_DEG) & _fits(sky, part)).any()
    ]
    told = " and ".join(alone) or "direction together with its length"
    why = f"at no moment and nowhere in the region does the sun cast a shadow of this {told}"
    return SunAnswer(answer="inconsistent", why=why, sun=ranges)


def _spans(sky: _Sky, fit: NDArray[np.bool_]) -> tuple[tuple[str, str], ...]:
    """The runs of moments at which a shadow fits somewhere."""
    there = np.flatnonzero(fit.any(axis=1))
    if not there.size:
        return ()
    breaks = np.flatnonzero(np.diff(there) > 1)
    starts, ends = there[np.r_[0, breaks + 1]], there[np.r_[breaks, there.size - 1]]
    return tuple(
        (_written(sky.moments[a]), _written(sky.moments[b]))
        for a, b in list(zip(starts, ends, strict=True))[:50]
    )


def _written(moment: datetime) -> str:
    from datetime import UTC

    return moment.astimezone(UTC).isoformat(timespec="minutes").replace("+00:00", "Z")
