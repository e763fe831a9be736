"""Distances on the Earth's ellipsoid, and what lies in what."""

from __future__ import annotations

from pyproj import Geod

from firsthand.resources.gazetteer import Entry

EARTH = Geod(ellps="WGS84")
"""Geodesics of the ellipsoid of GPS, by Karney's method (2013): exact to well under a millimetre."""


def distance_km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Length of the shortest way over the ellipsoid."""
    return float(EARTH.inv(lon, lat, lon2, lat2)[2]) / 1000


def destination(lat: float, lon: float, bearing_deg: float, km: float) -> tuple[float, float]:
    """The point at a distance and bearing: the direct problem on the ellipsoid."""
    to_lon, to_lat, _ = EARTH.fwd(lon, lat, bearing_deg, km * 1000)
    return float(to_lat), float(to_lon)


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
