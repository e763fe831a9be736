"""Which of the places that bear a name is meant: a sum of reasons, and a probability that was measured.

Each rule below looks at one candidate and returns the words that speak for it, or None. A rule that fires
adds its weight. Weights and calibration were fitted as a conditional logit over 2,500 names in 539 documents
of four corpora of news (GeoVirus, GeoWebNews, TR-News, LGL), with ten folds by document: of the answers given
with a belief of 0.9, nine in ten are right, and so on down.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from firsthand.ground.place_evidence import Evidence
from firsthand.ground.place_geometry import distance_km, lies_in, same_spot
from firsthand.ground.place_words import ENGLISH, WATERS, Mention
from firsthand.resources.gazetteer import Entry, Named
from firsthand.rules import Construction, all_rules, rule
from firsthand.schema import Because, Span


@dataclass
class Question:
    """All mentions of one name, what they could mean, and what stands around them."""

    mentions: list[Mention]
    candidates: list[Named]
    inside: tuple[Entry, Span] | None = None
    """The area that follows after a comma, and where it is named."""
    of_country: tuple[Entry, Span] | None = None
    """The country whose adjective stands before the name ("the Malian town of")."""
    area: tuple[Entry, Span] | None = None
    """The state that the sentence names."""
    water: Span | None = None
    """The words of "the Dnipro", where a river or lake is of that name."""

    @property
    def first(self) -> Mention:
        """The first mention."""
        return self.mentions[0]


Reason = Construction[[Question, Entry, Evidence], Span]


@rule(
    "place.comma_area",
    means="In 'Paris, Texas' the place is the one that lies in the area named after the comma.",
    fires="Two people died in Paris, [Texas].",
    silent="Two people died in Paris, officials said.",
    gives={"country": "US"},
)
def comma_area(question: Question, place: Entry, _: Evidence) -> Span | None:
    """The words of the area, where the candidate lies in it."""
    if question.inside is None or not lies_in(place, question.inside[0]):
        return None
    return question.inside[1]


@rule(
    "place.country_adjective",
    means="In 'the Malian town of Gao' the place is the one in that country.",
    fires="Two people died in the [Venezuelan] city of Valencia.",
    silent="Venezuelan officials went to Valencia.",
)
def country_adjective(question: Question, place: Entry, _: Evidence) -> Span | None:
    """The adjective, where the candidate lies in its country."""
    if question.of_country is None or place.country != question.of_country[0].country:
        return None
    return question.of_country[1]


@rule(
    "place.in_named_area",
    means="A place in the region that its sentence names is likelier than a namesake elsewhere.",
    fires="A depot in Georgievka burned in [Samara] region.",
    silent="A depot in Georgievka burned.",
)
def in_named_area(question: Question, place: Entry, _: Evidence) -> Span | None:
    """The words of the region, where the candidate lies in it."""
    return question.area[1] if question.area and lies_in(place, question.area[0]) else None


@rule(
    "place.the_water",
    means="In 'crossed the Dnipro' the river is meant, not the town of its name.",
    fires="Troops crossed [the Dnipro].",
    silent="Troops crossed Dnipro.",
)
def the_water(question: Question, place: Entry, _: Evidence) -> Span | None:
    """The article and the name, for a river or a lake."""
    return question.water if place.feature in WATERS else None


@rule(
    "place.kind",
    means="A kind word beside the name ('town of', 'Oblast') rules out places of other kinds.",
    fires="Two people died in Idlib [province].",
    silent="Two people died in Idlib.",
)
def of_kind(question: Question, place: Entry, _: Evidence) -> Span | None:
    """The kind word, where the candidate is of that kind."""
    kind = question.first.kind
    if kind is None or not place.feature.startswith(tuple(kind[0]["features"])):
        return None
    return kind[1]


@rule(
    "place.country_in_document",
    means="A place in a country that the document names is likelier than one elsewhere.",
    fires="[Colombia] sent police. Two people died in Cartagena.",
    silent="Police came. Two people died in Cartagena.",
)
def country_in_document(question: Question, place: Entry, evidence: Evidence) -> Span | None:
    """The first words that name the candidate's country."""
    return None if place.feature == "PCLI" else evidence.country(place.country, question.first.key)


@rule(
    "place.state_in_document",
    means="A place in a state that the document names is likelier than one elsewhere.",
    fires="[Ontario] sent police. Two people died in London.",
    silent="Police came. Two people died in London.",
)
def state_in_document(question: Question, place: Entry, evidence: Evidence) -> Span | None:
    """The first words that name the candidate's state."""
    return evidence.state(place.admin1, question.first.key) if place.admin1 != place.id else None


@rule(
    "place.near_settled",
    means="A town near another place of the document, or a country that holds one, is likelier.",
    fires="Police came from [Caracas]. Two people died in Valencia.",
    silent="Police came. Two people died in Valencia.",
)
def near_settled(question: Question, place: Entry, evidence: Evidence) -> Span | None:
    """The words of the nearest settled place within 200 km."""
    if place.feature in ("PCLI", "ADM1"):
        return evidence.inside(place, question.first.key)
    return evidence.near(place, question.first.key)


@rule(
    "place.most_populous",
    means="Where nothing else decides, the largest place of the name is meant.",
    fires="Two people died in [Karachi].",
    silent="Two people died in the town.",
)
def most_populous(question: Question, place: Entry, _: Evidence) -> Span | None:
    """The name itself, for the candidate with the most people."""
    most = max(candidate.population for candidate, _ in question.candidates)
    return question.first.span if place.population == most and most else None


@rule(
    "place.only_one",
    means="The gazetteer knows one place of the name.",
    fires="Two people died in [Mogadishu].",
    silent="Two people died in Springfield.",
)
def only_one(question: Question, _place: Entry, _: Evidence) -> Span | None:
    """The name itself, where there is one candidate."""
    return question.first.span if len(question.candidates) == 1 else None


CITY_FROM = 300_000
NAMESAKE_SHARE = 0.02
"""A namesake with less than a fiftieth of a city's people is none that a reader would think of."""
ALTERNATE_COUNTS = 10.0
"""How many times larger a place must be that bears the name only as another spelling."""

AROUND_KM = 150.0
"""A state of the city's name that reaches further than this is another answer ("New York")."""


@rule(
    "place.capital",
    means="A capital or a city of 300,000 is meant where no namesake has a fiftieth of its people.",
    fires=("Two people died in [Sarajevo].", "Two people died in [Milan]."),
    silent="Two people died in London.",
)
def capital(question: Question, place: Entry, evidence: Evidence) -> Span | None:
    """The name itself, for a city without a namesake of note, where nothing in the document speaks for
    another place of the name."""
    if place.feature != "PPLC" and not (place.settlement and place.population >= CITY_FROM):
        return None
    kind = question.first.kind
    if kind is not None and not place.feature.startswith(tuple(kind[0]["features"])):
        return None
    said = (question.inside, question.area, question.of_country)
    if any(area and not lies_in(place, area[0]) for area in said):
        return None
    own = any(named is place and not alternate for named, alternate in question.candidates)
    least = max(5000.0, NAMESAKE_SHARE * place.population)
    for rival, alternate in question.candidates:
        if rival.feature == "PCLI" and not own:
            return None
        if rival.feature == "PCLI" or _around(rival, place) or _own_state(rival, place):
            continue
        if rival.population > (ALTERNATE_COUNTS * least if alternate else least) or _spoken_for(
            rival, question.first.key, evidence
        ):
            return None
    return question.first.span


def _own_state(area: Entry, city: Entry) -> bool:
    """Whether a namesake is the state of a country's capital: a reader of "Riyadh" thinks of the city."""
    return city.feature == "PPLC" and area.feature == "ADM1" and area.country == city.country


def _around(area: Entry, city: Entry) -> bool:
    """Whether a namesake is the area around a city, or the city itself."""
    if area.radius_km > AROUND_KM:
        return False
    inside = area.area and distance_km(area.lat, area.lon, city.lat, city.lon) <= area.radius_km
    return inside or same_spot(area, city)


def _spoken_for(place: Entry, key: str, evidence: Evidence) -> bool:
    """Whether the document names a place's state or a neighbour of it, or appears in its country."""
    if place.country is not None and place.country == evidence.publisher_country:
        return True
    return (evidence.state(place.admin1, key) or evidence.near(place, key)) is not None


@rule(
    "place.country_name",
    means="A country is likelier to be meant than another place of its name.",
    fires="[Jordan] sent aid.",
    silent="Idlib sent aid.",
)
def country_name(question: Question, place: Entry, _: Evidence) -> Span | None:
    """The name itself, for a country."""
    return question.first.span if place.feature == "PCLI" else None


RIVAL_SHARE = 0.2
"""From this share of a country's people on, a state elsewhere of its name is as likely meant ("Georgia")."""


@rule(
    "place.country_unrivalled",
    means="A country is meant where no place of its name elsewhere is of note or spoken for.",
    fires="Two people died in [Lebanon].",
    silent="Two people died in Georgia.",
    gives={"country": "LB"},
)
def country_unrivalled(question: Question, place: Entry, evidence: Evidence) -> Span | None:
    """The name itself, for a country, where nothing in the document speaks for a namesake in another."""
    if place.feature != "PCLI" or question.first.kind is not None or question.inside is not None:
        return None
    for rival, alternate in question.candidates:
        if rival is place:
            if alternate:
                return None
        elif rival.country != place.country and (
            (rival.population > RIVAL_SHARE * place.population and not alternate)
            or _spoken_for(rival, question.first.key, evidence)
        ):
            return None
    return question.first.span


REASONS: tuple[tuple[Reason, float], ...] = (
    (comma_area, 2.25),
    (country_adjective, 3.0),  # too rare in the corpora to be fitted
    (in_named_area, 3.0),  # likewise
    (of_kind, 1.5),  # likewise
    (the_water, 5.0),  # likewise
    (country_in_document, 1.1),
    (state_in_document, 1.95),
    (near_settled, 2.55),
    (most_populous, 0.45),
    (only_one, 0.85),
    (country_name, 1.0),
    (country_unrivalled, 3.0),  # not fitted: nobody reads "Lebanon" as a town in Pennsylvania unbidden
    (capital, 2.0),  # likewise: in articles of some length, other words settle it
)


def weight(place: Entry) -> float:
    """How much is usually said of a place: its people; for a sea or a river, its size stands in for them."""
    if place.area or place.settlement:
        return place.population + 100.0
    return 10.0 * place.radius_km**2 + 100.0


def facts(question: Question, candidate: Named, evidence: Evidence) -> dict[str, float]:
    """What no rule is needed for: how many people, which kind of place, how much of the document's weight."""
    place, alternate = candidate
    return {
        "people": math.log10(weight(place)),
        "alternate": float(alternate),
        "state": float(place.feature == "ADM1"),
        "disputed": float(place.note is not None),
        "county": float(place.feature == "ADM2"),
        "region": float(not place.area and not place.settlement),
        "share": evidence.share(place.country) if place.feature != "PCLI" else 0.0,
        "repeated": math.log2(len(question.mentions)),
        "publisher": float(place.country == evidence.publisher_country)
        if evidence.publisher_country
        else 0.0,
    }


# "disputed" is set, not fitted: such places are named more often than their people's number says.
FACTS = {
    "people": 0.95, "alternate": -2.2, "state": -0.3, "county": 0.4, "region": 0.05, "disputed": 1.0,
    "share": -0.3, "publisher": 2.25, "foreign_named": 1.0, "repeated": 0.5,
}  # fmt: skip
NONE_OF_THEM = 6.0
"""The sum at which a candidate is as likely as that the gazetteer lacks the place meant."""


def features(question: Question, candidate: Named, evidence: Evidence) -> dict[str, float]:
    """All that speaks for or against a candidate, by name."""
    fired = {r.rule.name: float(r(question, candidate[0], evidence) is not None) for r, _ in REASONS}
    foreign = float(candidate[0].country not in ENGLISH)
    fired["foreign_named"] = foreign * fired["place.country_in_document"]
    return fired | facts(question, candidate, evidence)


def scores(question: Question, evidence: Evidence) -> list[float]:
    """The share of belief of each candidate; what is missing to 1 is the belief that it is none of them."""
    weights = {r.rule.name: w for r, w in REASONS} | FACTS
    sums = [
        sum(weights[name] * value for name, value in features(question, c, evidence).items())
        for c in question.candidates
    ]
    top = max([*sums, NONE_OF_THEM])
    parts = [math.exp(s - top) for s in sums]
    whole = sum(parts) + math.exp(NONE_OF_THEM - top)
    return [part / whole for part in parts]


@rule(
    "place.town_before_area",
    means="A name that a town shares with the state or province around it means the town.",
    fires="Shells fell on [Idlib], Syria.",
    silent="Shells fell on Mogadishu, Somalia.",
)
def town_before_area(question: Question, area: Entry, belief: float, shares: list[float]) -> Entry | None:
    """The town in the state that looked likeliest, where it is not much less so; None beside a kind word."""
    if area.feature != "ADM1" or question.first.kind is not None:
        return None
    pairs = zip(question.candidates, shares, strict=True)
    towns = [
        (share, p) for (p, _), share in pairs if p.settlement and lies_in(p, area) and same_spot(p, area)
    ]
    share, town = max(towns, key=lambda pair: pair[0], default=(0.0, None))
    return town if share >= belief / 5 else None


def reasons(question: Question, place: Entry, evidence: Evidence) -> tuple[Because, ...]:
    """The rules that speak for a candidate, with their words, the weightiest first."""
    found = []
    for each, weight in sorted(REASONS, key=lambda pair: -pair[1]):
        span = each(question, place, evidence)
        if span is not None:
            found.append((weight, each.because(span)))
    return tuple(because for _, because in found)


RULES = all_rules(*(each for each, _ in REASONS), town_before_area)
