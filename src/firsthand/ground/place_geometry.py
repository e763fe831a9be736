"""Distances on the globe, and what lies in what."""

from __future__ import annotations

import math

from firsthand.resources.gazetteer import Entry

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""


def distance_km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Great-circle distance on a sphere, by the haversine formula (Sinnott 1984)."""
    a, b, c, d = map(math.radians, (lat, lon, lat2, lon2))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def destination(lat: float, lon: float, bearing_deg: float, km: float) -> tuple[float, float]:
    """The point at a distance and bearing: the direct problem on a sphere (Snyder 1987, eq. 5-5 and 5-6)."""
    phi, theta, arc = math.radians(lat), math.radians(bearing_deg), km / EARTH_KM
    sine = math.sin(phi) * math.cos(arc) + math.cos(phi) * math.sin(arc) * math.cos(theta)
    east = math.sin(theta) * math.sin(arc) * math.cos(phi)
    to_lon = lon + math.degrees(math.atan2(east, math.cos(arc) - math.sin(phi) * sine))
    return math.degrees(math.asin(max(-1.0, min(1.0, sine)))), (to_lon + 540) % 360 - 180


def lies_in(place: Entry, area: Entry) -> bool:
    """Whether the gazetteer puts a place inside a country, state, county or region."""
    if place.id == area.id:
        return False
    if area.feature == "PCLI":
        return place.country == area.country
    if area.area:
        return area.id in (place.admin1, place.admin2)
    near = distance_km(place.lat, place.lon, area.lat, area.lon) <= area.radius_km
    return near and place.settlement and not area.settlement


MOST_RADIUS_KM = 300.0
"""Of an area larger than this, a town of its name in it is another answer ("New York")."""

SAME_KM = 60.0
"""Candidates this close to the best one (a town and the district around it) are one answer."""


def same_spot(place: Entry, best: Entry) -> bool:
    """Whether two places of one name are one answer: a town, and the district or state around it."""
    if place.id == best.id:
        return True
    if max(place.radius_km, best.radius_km) > MOST_RADIUS_KM:
        return False
    if lies_in(place, best) or lies_in(best, place):
        return True
    return distance_km(place.lat, place.lon, best.lat, best.lon) <= SAME_KM
