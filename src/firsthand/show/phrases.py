"""Derived values in words, as the terminal, the dossier and the web say them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from firsthand.schema import Chain, Claim, Event, Place, Quantity, Reading, Region, Time
from firsthand.schema.event import Casualties, Responsibility
from firsthand.schema.finding import FigureRange

FIRST_HAND = {True: "first hand", False: "untraced", None: "not told how they know"}
"""Whether the last voice was in a position to know."""


FIELDS = {
    "number": "how many",
    "time": "when",
    "place": "where",
    "polarity": "did or did not",
    "agent": "who did it",
    "weapon": "with what, or by what cause",
    "victim": "to whom",
    "identity": "who they are",
    "other": "another point",
}
"""In what two groups part, as a reader says it."""

CREDIBILITY = {
    1: "confirmed by several first hands apart from the conflict",
    2: "probable",
    3: "possible",
    4: "doubtful: others who may know say what cannot hold beside it",
    5: "improbable: more first hands apart from the conflict stand against it",
    6: "cannot be judged",
}
"""The steps of the Admiralty scale for information, in words. None of them says that it is true."""


def count(number: int, noun: str) -> str:
    """A number with its noun: `1 copy`, `2 copies`, `11 documents`."""
    if number == 1:
        return f"{number:,} {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("py") else f"{number:,} {noun}s"


def chain(voices: Chain) -> str:
    """A chain with the hedge of each voice: `Harbour Post < Radio Meridian < someone (believed to be)`."""
    return " < ".join(f"{voice.name} ({voice.hedge})" if voice.hedge else voice.name for voice in voices)


def sure(claim: Claim) -> str:
    """How sure, and whether at first hand where the words tell it: `probable, denied; untraced`.

    A voice that takes its stand against the words denies them; words that say "no" or "not" are negated.
    """
    against = "denied" if any(each.rule == "claim.denied" for each in claim.because) else "negated"
    minus = f", {against}" if claim.polarity == "-" else ""
    knows = "" if claim.first_hand is None else f"; {FIRST_HAND[claim.first_hand]}"
    return f"{claim.certainty}{minus}{knows}"


def event(value: Event, text: str) -> str:
    """`“shelled” (ASSAULT), planned or still to come`; without a type where it is of none that is known."""
    told = "" if value.factuality == "+" else f", {_not_as_fact(value)}"
    mode = f"/{value.mode}" if value.mode else ""
    kind = "" if value.type == "OTHER" else f" ({value.type}{mode})"
    return f"“{value.trigger.words(text)}”{kind}{told}"


def _not_as_fact(value: Event) -> str:
    """In which way an event is not told as having happened, by the rules that it was read by."""
    rules = {each.rule.removeprefix("factuality.") for each in value.because}
    return next((words for words, names in _NOT_AS_FACT.items() if names & rules), "not told as a fact")


_NOT_AS_FACT = {
    "asked": {"question", "whether"},
    "on a condition": {"if"},
    "negated": {
        *("not", "never", "hardly", "nearly", "nobody", "none-of-it", "without", "not-yet", "failure"),
        *("prevention", "unable", "deny", "deny-doing", "against-doing"),
    },
    "alleged": {"accuse-of-doing", "allegedly", "suspicion"},
    "planned or still to come": {
        *("future", "going-to", "planning", "plan-noun", "want-that", "wanted", "wish", "command", "purpose"),
        *("imperative", "arranged", "ready", "bound-for", "about-doing", "effort", "attempt-noun"),
        *("must", "need", "have-to"),
    },
    "told as possible": {"could", "may", "perhaps", "able", "allow", "risk", "would"},
}
"""The rules that take an event for no fact, by what a reader would say of it; the first that fits is said."""


def time(value: Time, text: str) -> str:
    """`on Tuesday: 2031-03-11`, or what is open about it."""
    said = " ".join(value.span.words(text).split())
    settled = value.edtf or value.value
    if settled is None:
        return f"{said}: cannot tell"
    if settled in _NO_DAY:
        return f"{said}: {_NO_DAY[settled]}"
    if settled.startswith("XXXX-XX-XX"):
        return f"{said}: of which day, cannot tell"
    return f"{said}: {settled}" + (" (year unknown)" if settled.startswith("XXXX") else "")


_NO_DAY = {
    "PAST_REF": "past, no day told",
    "PRESENT_REF": "at present, no day told",
    "FUTURE_REF": "still to come, no day told",
}
"""What TIMEX3 calls times that the words do not set on the calendar."""


def place(value: Place) -> str:
    """`Oslo (NO), 0.97`, or `Kalinovka: unsettled, within Kursk Oblast`."""
    if value.lat is not None:
        country = f" ({value.country})" if value.country else ""
        return f"{value.name}{country}, confidence {value.confidence:.2f}"
    within = f", within {value.within}" if value.within else f", in {value.country}" if value.country else ""
    namesakes = f", {len(value.candidates)} candidates" if value.candidates else ", not in the gazetteer"
    return f"{value.name}: unsettled{within}{namesakes}"


def region(value: Region, text: str, places: Iterable[Place] = ()) -> str:
    """`4 km south of K: 2.3–5.7 km, south-east to south-west, K: unsettled, within Kursk Oblast`."""
    parts = []
    if value.distance_km:
        parts.append(f"{value.distance_km[0]:g}–{value.distance_km[1]:g} km")
    if value.bearing_deg:
        parts.append(bearings(*value.bearing_deg))
    if value.unit_check == "inconsistent":
        parts.append("its two figures do not agree")
    if value.geometry is None:
        measured = {anchor.place for anchor in value.anchors}
        unsettled = [place(each) for each in places if each.id in measured and each.lat is None]
        why = [reason.note for reason in value.because if reason.rule == "map" and reason.note]
        parts.append(
            f"not on the map: {'; '.join(unsettled or why) or 'what it is measured from is unsettled'}"
        )
    said = " ".join(value.span.words(text).split())
    return f"{said}: {', '.join(parts)}" if parts else said


def bearings(from_deg: float, to_deg: float) -> str:
    """The two ends of a sector, clockwise from north, by the nearest of sixteen points of the compass.

    >>> bearings(145, 215), bearings(315, 45)
    ('south-east to south-west', 'north-west to north-east')
    """
    ends = [_POINTS[round(degrees % 360 / 22.5) % 16] for degrees in (from_deg, to_deg)]
    return " to ".join(dict.fromkeys(ends))


_POINTS = (
    *("north", "north-north-east", "north-east", "east-north-east", "east", "east-south-east", "south-east"),
    *("south-south-east", "south", "south-south-west", "south-west", "west-south-west", "west"),
    *("west-north-west", "north-west", "north-north-west"),
)


def quantity(value: Quantity, text: str) -> str:
    """`at most 88,000 troops`."""
    of = f" {value.of}" if value.of else ""
    if value.kind == "share":
        of = f" % of {value.of}" if value.of else " %"
    about = "about " if value.approx else ""
    sign = value.of if value.kind == "money" and value.of in _SIGNS else ""
    of = "" if sign else of
    low, high = value.min, value.max
    if low is None:
        if high is None:
            return f"{value.span.words(text)}{of}: cannot tell how many"
        return f"at most {about}{sign}{figure(high)}{of}"
    if high is None:
        if value.approx:
            return f"“{value.span.words(text)}{of}”, no figure"
        return f"at least {about}{sign}{figure(low)}{of}"
    if low == high:
        return f"{about}{sign}{figure(low)}{of}"
    return f"{about}{sign}{figure(low)} to {sign}{figure(high)}{of}"


_SIGNS = frozenset({"$", "€", "£", "¥", "₴", "₽", "₺", "₹"})
"""Signs of money, which stand before the figure."""


def figure(value: float) -> str:
    """A figure with all its digits: `1,234,567`, `37,150,000,000`, `3.5`."""
    return f"{Decimal(f'{value:.12g}'):,f}"


def measure(value: Quantity) -> str:
    """What a figure is called in a list: a count, unless it measures something."""
    return value.kind if value.kind in ("distance", "area", "money", "share") else "count"


def held_responsible(value: Responsibility, text: str) -> str:
    """`rebel units: accused, by the ministry`."""
    by = f", by {value.by.words(text)}" if value.by else ""
    return f"{' '.join(value.actor.words(text).split())}: {_LEVELS[value.level]}{by}"


_LEVELS = {
    "fact": "told as fact",
    "claimed": "claims it",
    "accused": "accused",
    "suspected": "suspected",
    "possible": "possibly",
}


def losses(value: Casualties) -> str:
    """`killed: 7 to 9, best 8, as of 2031-03-11`; an open end is left open."""
    low, high = value.low, value.high
    if low is not None and low == high:
        said = figure(low)
    else:
        ends = (
            f"at least {figure(low)}" if low is not None else "",
            f"at most {figure(high)}" if high is not None else "",
        )
        said = ", ".join(filter(None, ends))
        if not said:
            said = f"about {figure(value.best)}" if value.best is not None else "cannot tell how many"
        elif value.best not in (None, low, high):
            said += f", most likely {figure(value.best)}"
    return f"{value.kind}: {said}" + (f", as of {value.as_of[:10]}" if value.as_of else "")


def figure_range(value: FigureRange) -> str:
    """`at least 7, at most 9 people, 8 by most first hands`."""
    ends = (
        f"at least {figure(value.low)}" if value.low is not None else "",
        f"at most {figure(value.high)}" if value.high is not None else "",
    )
    said = ", ".join(filter(None, ends)) or "cannot tell"
    of = f" {value.of}" if value.of else ""
    best = f", {figure(value.best)} by most first hands" if value.best is not None else ""
    return f"{said}{of}{best}"


def facts(claim: Claim, reading: Reading) -> list[tuple[str, str]]:
    """What, where, when and how many of a claim, each in words; what the text does not say is left out."""
    text = reading.document.text
    lines: list[tuple[str, str]] = []
    own = [each for each in reading.events if each.id == claim.event]
    lines += [("what", event(each, text)) for each in own]
    lines += [("by whom", held_responsible(one, text)) for each in own for one in each.responsibility]
    lines += [("losses", losses(one)) for each in own for one in each.casualties]
    lines += [
        ("where", region(each, text, reading.places)) for each in reading.regions if each.id in claim.where
    ]
    lines += [("where", place(each)) for each in reading.places if each.id in claim.where]
    lines += [("when", time(each, text)) for each in reading.times if each.id in claim.when]
    lines += [
        (measure(each), quantity(each, text)) for each in reading.quantities if each.id in claim.how_many
    ]
    return lines
