"""Derived values in words, as the terminal, the dossier and the web say them."""

from __future__ import annotations

from collections.abc import Iterable

from firsthand.schema import Chain, Claim, Event, Place, Quantity, Reading, Region, Time
from firsthand.schema.event import Casualties, Responsibility
from firsthand.schema.finding import FigureRange

FIRST_HAND = {True: "first hand", False: "untraced", None: "position unknown"}
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
    """How sure, and whether at first hand: `probable, denied; untraced`.

    A voice that takes its stand against the words denies them; words that say "no" or "not" are negated.
    """
    against = "denied" if any(each.rule == "claim.denied" for each in claim.because) else "negated"
    minus = f", {against}" if claim.polarity == "-" else ""
    return f"{claim.certainty}{minus}; {FIRST_HAND[claim.first_hand]}"


def event(value: Event, text: str) -> str:
    """`ASSAULT “shelled”, not told as having happened`."""
    told = "" if value.factuality == "+" else ", not told as having happened"
    mode = f"/{value.mode}" if value.mode else ""
    return f"{value.type}{mode} “{value.trigger.words(text)}”{told}"


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
    """`4 km south of K: 2.3-5.7 km, 145-215 degrees, K: unsettled, within Kursk Oblast`."""
    parts = []
    if value.distance_km:
        parts.append(f"{value.distance_km[0]:g}–{value.distance_km[1]:g} km")
    if value.bearing_deg:
        parts.append(f"{value.bearing_deg[0]:g}°–{value.bearing_deg[1]:g}°")
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


def quantity(value: Quantity, text: str) -> str:
    """`at most 88,000 troops`."""
    of = f" {value.of}" if value.of else ""
    about = "about " if value.approx else ""
    low, high = value.min, value.max
    if low is None and high is None:
        return f"{value.span.words(text)}{of}: cannot tell how many"
    if high is None and value.approx:
        return f"“{value.span.words(text)}{of}”, no figure"
    if low is None:
        return f"at most {about}{high:,g}{of}"
    if high is None:
        return f"at least {about}{low:,g}{of}"
    if low == high:
        return f"{about}{low:,g}{of}"
    return f"{about}{low:,g} to {high:,g}{of}"


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
        figure = f"{low:,g}"
    else:
        ends = (
            f"at least {low:,g}" if low is not None else "",
            f"at most {high:,g}" if high is not None else "",
        )
        figure = ", ".join(filter(None, ends)) or "cannot tell how many"
        figure += f", most likely {value.best:,g}" if value.best is not None else ""
    return f"{value.kind}: {figure}" + (f", as of {value.as_of}" if value.as_of else "")


def figure_range(value: FigureRange) -> str:
    """`at least 7, at most 9 people, 8 by most first hands`."""
    ends = (
        f"at least {value.low:,g}" if value.low is not None else "",
        f"at most {value.high:,g}" if value.high is not None else "",
    )
    said = ", ".join(filter(None, ends)) or "cannot tell"
    of = f" {value.of}" if value.of else ""
    best = f", {value.best:,g} by most first hands" if value.best is not None else ""
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
    lines += [("count", quantity(each, text)) for each in reading.quantities if each.id in claim.how_many]
    return lines
