"""Roads, rivers and directions: "on the road to B", "along the R", "on the left bank", "toward M"."""

from __future__ import annotations

from firsthand.ground.region_line import AREAS, Anchored, Line
from firsthand.ground.region_measure import WORDS, measure
from firsthand.ground.region_measured import Draft
from firsthand.ground.region_worded import is_water, pair, part_of
from firsthand.resources.gazetteer import Gazetteer
from firsthand.rules import all_rules, rule
from firsthand.schema import Because, Place

_TO = frozenset(("to", "from", "toward", "towards", "into"))
_WHICH_BANK = frozenset(
    ("the", "left", "right", "east", "west", "north", "south", "eastern", "western", "northern", "southern")
) | {"opposite", "on", "from"}
_LINKING = frozenset(("links", "connects", "linking", "connecting", "between", "joining"))


@rule(
    "region.along_road",
    means="A road to or between named places; where along it stays open unless a distance says so.",
    fires="The bus hit a mine [on the road to Djibo].",
    silent="The bus hit a mine on the way.",
    gives={"kind": "along_road"},
)
def along_road(line: Line, at: int) -> Draft | None:
    """The road, where its word stands before "to", "from", "between" or "linking" and names."""
    row = WORDS["road"].lookup(line.lower(at))
    if row is None or at == 0 or at + 1 >= len(line.tokens):
        return None
    joint_at = at + 1 + (line.lower(at + 1) in ("that", "which"))
    joint = line.lower(joint_at)
    found: tuple[Anchored, ...] = ()
    if joint in _LINKING:
        found = pair(line, joint_at + 1) or ()
    elif joint in _TO:
        found = (_from_to(line, at + 2) if joint == "from" else None) or ()
        one = line.anchor(at + 2)
        found = found or ((one,) if one and one.place else ())
    if not found:
        return _named_road(line, at, row.because(line.span(at, at + 1)))
    first = at - 1 if line.lower(at - 1) in ("the", "a") else at
    first -= line.lower(first - 1) in ("on", "along", "off")
    because = (row.because(line.span(at, at + 1)),)
    return _out(line, Draft("along_road", first, found[-1].last, found, because))


def _from_to(line: Line, at: int) -> tuple[Anchored, ...] | None:
    """Both ends of "from K to L" or "from K towards L"."""
    one = line.anchor(at)
    if one is None or line.lower(one.last) not in ("toward", "towards"):
        return pair(line, at)
    two = line.anchor(one.last + 1)
    return (one, two) if two and (one.place or two.place) else None


def _named_road(line: Line, at: int, because: Because) -> Draft | None:
    """The road of "along the A-B highway": two names joined by a dash or "to" right before its word."""
    two = _ending_at(line, at)
    if two is None or line.lower(two.first - 1) not in ("-", "–", "—", "to"):
        return None
    one = _ending_at(line, two.first - 1)
    if one is None or not (one.place or two.place):
        return None
    first = one.first - (line.lower(one.first - 1) == "the")
    if first == one.first or line.lower(first - 1) not in ("on", "along", "off", "of", "from", "down"):
        return None
    first -= line.lower(first - 1) in ("on", "along", "off")
    return _out(line, Draft("along_road", first, at + 1, (one, two), (because,)))


def _out(line: Line, road: Draft) -> Draft:
    """The road with the distance that follows it: ", about 20 km out", ", 25 km from A"."""
    if line.lower(road.last) != ",":
        return road
    for unit_at in range(road.last + 1, min(road.last + 6, len(line.tokens))):
        m = measure(line, unit_at)
        if m is None or m.first != road.last + 1:
            continue
        because = (*road.because, *m.because)
        if line.lower(m.last) == "from" and (origin := line.anchor(m.last + 1)):
            return Draft(
                "along_road",
                road.first,
                origin.last,
                (*road.found, origin),
                because,
                m.range_km(pointed=True),
            )
        return Draft("along_road", road.first, road.last, road.found, because, m.range_km(pointed=False))
    return road


@rule(
    "region.along_river",
    means="'Along' a river is a strip on both its banks.",
    fires="Villages [along the Dnipro] were flooded.",
    silent="Villages along the road were flooded.",
    gives={"kind": "along_river", "distance_km": (0.0, 5.0)},
)
def along_river(line: Line, at: int, gazetteer: Gazetteer) -> Draft | None:
    """The strip, where the name may be a river's; behind "banks of the" it can be nothing else."""
    banks = line.words(at, at + 3) in ("banks of the", "shores of the")
    found = line.anchor(at + (3 if banks else 1))
    if found and found.anchors[0].name == "River":
        found = line.named(found.last)
    if found is None or found.border or not (banks or _river(found, line, gazetteer)):
        return None
    first = at
    while banks and line.lower(first - 1) in ("the", "both", "on", "along", "from", "at"):
        first -= 1
    return Draft("along_river", first, found.last, (found,), (), (0.0, 5.0))


def _river(found: Anchored, line: Line, gazetteer: Gazetteer) -> bool:
    name = found.anchors[0].name
    if name.lower().endswith((" river", " canal")) or line.lower(found.last) in ("river", "canal"):
        return True
    place: Place | None = None
    return is_water(place, name, gazetteer)


@rule(
    "region.bank",
    means="One bank of a river, opposite a town where one is named.",
    fires="Artillery fired [from the left bank of the Dnipro] at night.",
    silent="Artillery fired from the left flank of the army.",
    gives={"kind": "opposite_bank"},
)
def bank(line: Line, at: int) -> Draft | None:
    """The bank, where "bank of" stands before a name; "across the river from" a town is the other one."""
    if line.words(at, at + 4) == "across the river from":
        over = line.anchor(at + 4)
        return Draft("opposite_bank", at, over.last, (over,), (), (0.0, 10.0)) if over else None
    if line.lower(at) not in ("bank", "shore") or line.lower(at + 1) != "of":
        return None
    river = line.anchor(at + 2)
    if river is None or line.tokens[at].text[:1].isupper():
        return None  # the Bank of England
    first = at
    while line.lower(first - 1) in _WHICH_BANK:
        first -= 1
    town = line.anchor(river.last + 1) if line.lower(river.last) in ("opposite", "near") else None
    both = (river, town) if town else (river,)
    return Draft("opposite_bank", first, both[-1].last, both, (), (0.0, 10.0))


@rule(
    "region.axis",
    means="'Toward' a place is a direction of movement, no location.",
    fires="They pulled back [toward Mariupol].",
    silent="They pulled back from Mariupol.",
    gives={"kind": "axis", "resolvable": False},
)
def axis(line: Line, at: int) -> Draft | None:
    """The direction; nothing of it is put on the map."""
    if line.lower(at) in ("toward", "towards"):
        found = line.anchor(at + 1)
    elif line.words(at, at + 4) == "in the direction of":
        found = line.anchor(at + 4)
    else:
        return None
    if found is None or found.place is None or found.border:
        return None
    return Draft("axis", at, found.last, (found,), (), resolvable=False)


@rule(
    "region.apposition",
    means="'K, a village 30 km southwest of Y' says which K is meant.",
    fires="The dead were from [Kalynivka, a village 30 km southwest of Kyiv].",
    silent="The dead were from Kalynivka and lived 30 km southwest of Kyiv.",
    gives={"kind": "apposition"},
)
def apposition(line: Line, draft: Draft) -> Draft | None:
    """The region widened by the name that it explains, where that name and a comma stand right before it."""
    i = draft.first
    while (
        i > 0
        and draft.first - i < 5
        and line.tokens[i - 1].tag in ("DT", "NN", "JJ", "VBN", "VBG")
        and line.lower(i - 1) != ","
    ):
        i -= 1
    if i < 2 or line.lower(i - 1) != ",":
        return None
    name = _ending_at(line, i - 1)
    if name is None:
        return None
    return Draft(
        "apposition", name.first, draft.last, (name, *draft.found), draft.because, draft.distance_km,
        draft.bearing_deg, draft.unit_check,
    )  # fmt: skip


def _ending_at(line: Line, last: int) -> Anchored | None:
    """The name that ends right before a token."""
    for first in range(last - 1, max(-1, last - 5), -1):
        found = line.named(first)
        if found is None:
            return None
        if found.last == last and (found.place or first == 0 or line.named(first - 1) is None):
            return found
    return None


@rule(
    "region.in_district",
    means="'K, in the Y district' and 'K, in the north of Y' say which K is meant.",
    fires=(
        "He was filmed in [Djibo, in the Sahel region].",
        "He was filmed in [Djibo, in the north of Burkina Faso].",
    ),
    silent="He was filmed in Djibo, in the market.",
    gives={"kind": "apposition"},
)
def in_district(line: Line, at: int) -> Draft | None:
    """The name and the area, where ", in" stands between them, and a point of the compass or a kind word
    with the area."""
    if line.words(at, at + 2) != ", in" or at == 0:
        return None
    name = _ending_at(line, at)
    if name is None or (name.place and name.place.kind == "demonym"):
        return None
    if part := part_of(line, at + 1):
        return Draft(
            "apposition", name.first, part.last, (name, *part.found), part.because, None, part.bearing_deg
        )
    area = line.named(at + 3) if line.lower(at + 2) == "the" else None
    if area is None or line.lower(area.last) not in AREAS:
        return None
    return Draft("apposition", name.first, area.last + 1, (name, area), _no_words())


def _no_words() -> tuple[Because, ...]:
    return ()


RULES = all_rules(along_road, along_river, bank, axis, apposition, in_district)
