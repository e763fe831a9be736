"""Relative place without a stated distance: "near K", "north of K", "between A and B", "on the road to B"."""

from __future__ import annotations

from firsthand.ground.place_titles import in_title
from firsthand.ground.region_line import Anchored, Line
from firsthand.ground.region_measure import WORDS, Bearing, bearing
from firsthand.ground.region_measured import Draft
from firsthand.resources.gazetteer import Gazetteer
from firsthand.rules import all_rules, rule
from firsthand.schema import Place, RegionKind

_LINES = ("STM", "CNL", "LK", "RSV")


def is_water(place: Place | None, name: str, gazetteer: Gazetteer) -> bool:
    """Whether a name is a river's, a canal's or a lake's, or may be one."""
    if place is not None and place.candidates and place.lat is not None:
        return place.candidates[0].feature in _LINES
    return any(entry.feature in _LINES for entry, _ in gazetteer.lookup(name))


@rule(
    "region.bearing",
    means="A point of the compass 'of' a name gives the sector on that side; 'just' keeps it within 10 km.",
    fires="The camp [just north of Goma] was emptied.",
    silent="Prices north of 500 dollars were paid in Goma.",
    gives={"kind": "bearing", "distance_km": (0.0, 10.0), "bearing_deg": (315.0, 45.0)},
)
def of_name(line: Line, at: int, gazetteer: Gazetteer) -> Draft | None:
    """The sector; half a plane where the name is a river's."""
    way = bearing(line, at)
    if way is None or line.lower(way.last) != "of" or in_title(line.tokens, at):
        return None
    found = line.anchor(way.last + 1)
    if found is None or found.border:
        return None
    just = line.lower(at - 1) in ("just", "immediately", "directly")
    if is_water(found.place, found.anchors[0].name, gazetteer):
        return Draft("side_of_line", at, found.last, (found,), (way.because,), None, way.range_deg(90.0))
    reach = (0.0, 10.0) if just else _unmeasured(line, at)
    return Draft("bearing", at - just, found.last, (found,), (way.because,), reach, way.range_deg(45.0))


_TRAVELLED = frozenset(("drive", "walk", "hour", "hours", "minutes", "flight", "journey", "march", "stretch"))


def _unmeasured(line: Line, at: int) -> tuple[float, float] | None:
    """How far a bearing alone reaches; None behind a distance that could not be read."""
    before = line.lower(at - 1)
    return None if before in _TRAVELLED or WORDS["unit"].lookup(before) else (0.0, 30.0)


@rule(
    "region.part_of",
    means="'In the north of' or 'in northern' before a name is that part of it.",
    fires="The attack took place [in the far north of Burkina Faso].",
    silent="The attack took place north of Burkina Faso.",
    gives={"kind": "part_of", "bearing_deg": (315.0, 45.0)},
)
def part_of(line: Line, at: int) -> Draft | None:
    """The part, where "in" and a point of the compass stand before "of" and a name, or right before a
    name."""
    if line.lower(at) not in ("in", "across"):
        return None
    i = at + 1
    while line.lower(i) in ("the", "far", "extreme"):
        i += 1
    way = bearing(line, i) if i < len(line.tokens) else None
    if way is None:
        return None
    if line.lower(way.last) == "of" and i > at + 1:
        found = line.anchor(way.last + 1)
    else:
        found = line.named(way.last) if line.lower(i).endswith("ern") else None
    if found is None or (found.place is None and line.lower(way.last) != "of"):
        return None
    if found.place is not None and found.place.kind == "demonym":
        return None
    return Draft(
        "part_of", at, found.last, (found,), (way.because,), town_km(found.place), way.range_deg(45.0)
    )


def town_km(place: Place | None) -> tuple[float, float] | None:
    """How far a town reaches from its centre; None for a country or an area, which has an outline instead."""
    if place is None or not place.candidates or not (place.candidates[0].feature or "").startswith("PPL"):
        return None
    return 0.0, min(30.0, max(TOWN_KM, place.radius_km or 0.0))


TOWN_KM = 10.0
"""Within this distance of its centre lie the quarters of most towns."""


@rule(
    "region.middle_of",
    means="'In central' or 'in the heart of' a town is within 5 km of its centre; of a country, its middle.",
    fires="A man was shot [in central Sarajevo] at noon.",
    silent="A man was shot by Central Sarajevo police at noon.",
    gives={"kind": "part_of", "distance_km": (0.0, 5.0)},
)
def middle_of(line: Line, at: int) -> Draft | None:
    """The middle, where its words stand right before the name."""
    for length in (4, 2):
        row = WORDS["middle"].lookup(line.words(at, at + length)) if at + length < len(line.tokens) else None
        if row is None:
            continue
        found = line.anchor(at + length) if length > 2 else line.named(at + length)
        if found is None or found.place is None or found.place.kind == "demonym" or found.border:
            return None
        reach = (0.0, float(row["km"])) if town_km(found.place) else None
        return Draft("part_of", at, found.last, (found,), (row.because(line.span(at, at + length)),), reach)
    return None


@rule(
    "region.suburb",
    means="An edge or a suburb of a town, with the side where it is said.",
    fires="The drone struck [on the northern outskirts of Idlib].",
    silent="The drone struck on the northern outskirts.",
    gives={"kind": "outskirts", "distance_km": (0.0, 6.0), "bearing_deg": (315.0, 45.0)},
)
def suburb(line: Line, at: int) -> Draft | None:
    """The edge or suburb, where its word stands before "of" and a name."""
    row = WORDS["suburb"].lookup(line.lower(at))
    if row is None or line.lower(at + 1) != "of":
        return None
    found = line.anchor(at + 2)
    if found is None or found.place is None:
        return None
    way = _way_before(line, at)
    first = way.first if way else at
    if line.lower(first - 1) in ("the", "a", "its"):
        first -= 1
    if line.lower(first - 1) in ("on", "in", "at", "from"):
        first -= 1
    because = row.because(line.span(at, at + 1))
    why = (because, way.because) if way else (because,)
    # The northern part of a country is no quarter around its middle.
    reach = None if row.get("wide") and _wide(found.place) else (0.0, row["km"])
    return Draft(row["kind"], first, found.last, (found,), why, reach, way.range_deg(45.0) if way else None)


def _way_before(line: Line, at: int) -> Bearing | None:
    """The point of the compass that ends right before a token ("south-western outskirts")."""
    for length in (5, 3, 2, 1):
        way = bearing(line, at - length) if at >= length else None
        if way and way.last == at:
            return way
    return None


def _wide(place: Place) -> bool:
    """Whether a name is most likely a country's or a state's."""
    feature = place.candidates[0].feature if place.candidates else None
    return place.kind == "demonym" or (feature or "").startswith(("PCL", "ADM1", "RGN", "CON"))


@rule(
    "region.somewhere_in",
    means="'Somewhere in' a region says no more than the region.",
    fires="The rocket fell [somewhere in the Sahel].",
    silent="The rocket fell in the Sahel.",
    gives={"kind": "part_of"},
)
def somewhere_in(line: Line, at: int) -> Draft | None:
    """The whole of the region."""
    if line.words(at, at + 2) not in ("somewhere in", "elsewhere in", "parts of"):
        return None
    found = line.anchor(at + 2)
    if found is None or found.place is None:
        return None
    return Draft("part_of", at, found.last, (found,), (), town_km(found.place))


@rule(
    "region.near",
    means="'Near' or 'close to' a name is a disc around it.",
    fires="A hospital [near Idlib] was hit.",
    silent="A hospital in Idlib was hit.",
    gives={"kind": "near", "distance_km": (0.0, 15.0)},
)
def near(line: Line, at: int) -> Draft | None:
    """The disc; a strip where the name is a border's."""
    for length in (4, 3, 2, 1):
        row = WORDS["near"].lookup(line.words(at, at + length)) if at + length < len(line.tokens) else None
        if row is None:
            continue
        found = line.anchor(at + length)
        if found is None or (found.place is None and not found.border):
            return None
        because = (row.because(line.span(at, at + length)),)
        if of_one := _border_of(line, found):
            return Draft("near_border", at, of_one[1], of_one[0], because, (0.0, row["km"]))
        if found.border:
            return Draft("near_border", at, line.end_of(found), (found,), because, (0.0, row["km"]))
        if found.place and (found.place.kind == "demonym" or _country(found.place)):
            return None
        return Draft("near", at, found.last, (found,), because, (0.0, row["km"]))
    return None


def _country(place: Place) -> bool:
    """Whether a name is settled as a country: 'near Mali' is no disc around its middle."""
    return place.lat is not None and place.candidates[0].feature == "PCLI"


@rule(
    "region.on_border",
    means="'On the border' of two countries, or with one, is a narrow strip along it.",
    fires="The town sits [on the border with Chad].",
    silent="The town sits on the road with a border post.",
    gives={"kind": "near_border"},
)
def on_border(line: Line, at: int) -> Draft | None:
    """The strip, where "on", "at", "along" or "in" stands before a border."""
    if line.lower(at) not in ("on", "at", "along", "in"):
        return None
    found = line.anchor(at + 1)
    if found is None:
        return None
    of_one = _border_of(line, found)
    if of_one is None and (not found.border or line.lower(at) == "in"):
        return _between_at_border(line, at)
    both, last = of_one or ((found,), line.end_of(found))
    return Draft("near_border", at, last, both, (), (0.0, 3.0))


def _border_of(line: Line, found: Anchored) -> tuple[tuple[Anchored, Anchored], int] | None:
    """Both sides of "K's border with L"."""
    if line.lower(found.last) not in ("'s", "’s") or line.lower(found.last + 2) != "with":
        return None
    if line.lower(found.last + 1) not in ("border", "borders", "frontier"):
        return None
    other = line.anchor(found.last + 3)
    return ((found, other), other.last) if other else None


def _between_at_border(line: Line, at: int) -> Draft | None:
    """ "In the border area between K and L": the strip along the border that they share."""
    i = at + 1 + (line.lower(at + 1) == "the")
    if line.lower(i) != "border":
        return None
    i += 1 + (line.lower(i + 1) in ("area", "areas", "region", "zone"))
    both = pair(line, i + 1) if line.lower(i) == "between" else None
    return Draft("near_border", at, both[1].last, both, (), (0.0, 15.0)) if both else None


@rule(
    "region.across_border",
    means="'Across the border from' a town is on the other side of the border nearest to it.",
    fires="Refugees gathered [across the border from Mae Sot].",
    silent="Refugees gathered at the border of Mae Sot.",
    gives={"kind": "across_border"},
)
def across_border(line: Line, at: int) -> Draft | None:
    """The other side, within about 15 km of the border: "across the border from K", "over the border in L",
    "across the M border"."""
    if line.lower(at) not in ("across", "over"):
        return None
    first = at - (line.lower(at - 1) in ("just", "from", "right", "immediately"))
    first -= first < at and line.lower(first - 1) == "from"
    joint = line.lower(at + 3)
    if line.words(at + 1, at + 3) == "the border" and joint in ("from", "in", "into", "with", "to"):
        found = line.anchor(at + 4)
        if found is None or (joint != "from" and found.place is None):
            return None
        return Draft("across_border", first, line.end_of(found), (found,), (), (0.0, 15.0))
    found = line.anchor(at + 1)
    if found is None or not found.border:
        return None
    return Draft("across_border", first, line.end_of(found), (found,), (), (0.0, 15.0))


def pair(line: Line, at: int) -> tuple[Anchored, Anchored] | None:
    """Two names joined by "and", of which one at least was read as a place."""
    one = line.anchor(at)
    if one is None or one.border or line.lower(one.last) not in ("and", "to"):
        return None
    two = line.anchor(one.last + 1)
    if two is None or two.border or not (one.place or two.place):
        return None
    return one, two


def _parties(both: tuple[Anchored, Anchored]) -> bool:
    """Whether the two are sides and no ends of a road: two countries, or one and a name of no known place."""
    countries = [bool(each.place and _country(each.place)) for each in both]
    unknown = [each.place is None or not each.place.candidates for each in both]
    return all(countries) or (any(countries) and any(unknown))


@rule(
    "region.between",
    means="'Between' two places is a corridor from one to the other.",
    fires="Two buses were stopped [between Gao and Kidal].",
    silent=("Two buses were stopped between Monday and Friday.", "Talks between Mali and Niger went on."),
    gives={"kind": "between"},
)
def between(line: Line, at: int) -> Draft | None:
    """The corridor."""
    both = pair(line, at + 1) if line.lower(at) == "between" else None
    if both is None or _parties(both):
        return None
    half = line.lower(at - 1) in ("halfway", "midway", "somewhere")
    return Draft("between", at - half, both[1].last, both, ())


@rule(
    "region.own_part",
    means="'Mali's north' and 'Kyiv's northern suburbs' are that part of the place.",
    fires=("A farm burned in [Mali's far north].", "A farm burned in [Kyiv's northern suburbs]."),
    silent="A farm burned in Mali's hands.",
    gives={"kind": "part_of", "bearing_deg": (315.0, 45.0)},
)
def own_part(line: Line, at: int) -> Draft | None:
    """The part, where a name's possessive stands before a point of the compass and nothing else goes on."""
    found = line.named(at)
    if found is None or found.place is None or line.lower(found.last) not in ("'s", "’s"):
        return None
    i = found.last + 1 + (line.lower(found.last + 1) in ("far", "extreme"))
    way = bearing(line, i) if i < len(line.tokens) else None
    if way is None:
        return None
    row = WORDS["suburb"].lookup(line.lower(way.last)) or None
    adjective = line.lower(way.last - 1).endswith("ern")
    if adjective and row is None and line.lower(way.last) not in AREAS_OF:
        return None
    if not adjective and line.tokens[way.last - 1].text[:1].isupper():
        return None
    reach = town_km(found.place)
    if row and not (row.get("wide") and _wide(found.place)):
        reach = (0.0, float(row["km"]))
    kind: RegionKind = row["kind"] if row else "part_of"
    return Draft(kind, at, way.last + adjective, (found,), (way.because,), reach, way.range_deg(45.0))


AREAS_OF = frozenset(("region", "regions", "provinces", "half", "areas", "states", "tip", "corner"))
"""Words that a part of a country is called by ("Mali's northern regions")."""

RULES = all_rules(
    own_part, of_name, part_of, middle_of, suburb, somewhere_in, near, on_border, across_border, between
)
