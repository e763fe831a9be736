"""Years, decades, centuries, seasons and quarters; and the year that follows a date."""

from __future__ import annotations

from dataclasses import replace

from firsthand.ground.time_calendar import Point, exists
from firsthand.ground.time_pieces import DASHES, apostrophe_year, full_year, ordinal, unit
from firsthand.ground.time_sense import Found, Sense
from firsthand.ground.time_stream import Got, Stream, Why, phrases, skip
from firsthand.rules import rule

_YEAR_CUES = {
    "in", "since", "of", "by", "until", "till", "from", "to", "through", "throughout", "during", "and", "or",
    "between", "before", "after", "around", "circa", "late", "early", "mid", "into", "year", "c", "ca",
    "about", "for", "than",
}  # fmt: skip
_NO_WHY: Why = ()
_BEFORE_COUNTED_YEAR = {"the", "s", "its", "their", "in", "of", "since", "this"}
_COUNTED = {"%", "°", "people", "troops", "km", "kilometers", "kilometres", "miles", "meters", "metres"}
_STREETS = {"street", "st", "avenue", "ave", "road", "rd", "boulevard", "blvd", "drive", "lane", "way"}
_VENUES = {
    "bar", "bistro", "brasserie", "brewery", "café", "cafe", "cinema", "club", "diner", "gallery", "gym",
    "hostel", "hotel", "inn", "lounge", "nightclub", "pizzeria", "pub", "restaurant", "salon", "studio",
    "tavern",
}  # fmt: skip
_CARS = """acura audi bmw buick cadillac chevrolet chevy chrysler citroën dodge fiat ford gmc harley honda
    hyundai infiniti isuzu jeep kawasaki kia lada lexus mazda mercedes mitsubishi nissan opel peugeot pontiac
    porsche renault skoda subaru suzuki tesla toyota vauxhall volkswagen volvo vw yamaha"""
_MAKES = frozenset(_CARS.split())
_PRODUCTS = {
    "windows",
    "office",
    "ark",
    "type",
    "mark",
    "area",
    "radio",
    "pattern",
    "agenda",
    "vision",
    "project",
}
_NO_YEAR = {
    "resolution", "article", "no", "number", "flight", "page", "room", "route", "highway", "psalm", "model",
    "section", "order", "decree", "channel", "about", "least", "than", "nearly", "almost", "approximately",
    "some", "over",
}  # fmt: skip


def year_tail(s: Stream, i: int) -> Got[Sense | int] | None:
    """What gives a date its year: `, 1939`, `of 1940`, `that year`, `of last year`."""
    at = skip(s, i, ",")
    at = skip(s, at, "of", "in") if at == i else at
    year = full_year(s, at) or apostrophe_year(s, at)
    if year is not None and not (at == i and s.glued(at)):
        whole = year.value + 2000 if 0 <= year.value < 100 and s.word(at) in {"'", "’", "‘"} else year.value
        return Got(whole, year.end, year.why)
    got = phrases("which").at(s, skip(s, at, "the"))
    if got is not None and s.word(got.end) == "year":
        row = got.value[0]
        step = Sense("step", count=row["step"], unit="year", frame=row["frame"], definite=True)
        return Got(step, got.end + 1, got.why)
    return None


def with_year(s: Stream, found: Found) -> Found:
    """The expression with the year that follows it, where one does."""
    tail = year_tail(s, found.end)
    point = found.sense.point
    if tail is None or point is None:
        return found
    if isinstance(tail.value, Sense):
        sense = replace(found.sense, of=(tail.value,))
    elif point.day is not None and not exists(tail.value, point.month or 1, point.day):
        return found
    else:
        sense = replace(found.sense, point=replace(point, year=tail.value))
    return Found(found.start, tail.end, sense, found.why + tail.why)


def _is_year(s: Stream, i: int, end: int) -> bool:
    """Whether a bare number of four figures stands where a year would, and counts or numbers nothing."""
    before = s.word(i - 1)
    if before in _NO_YEAR or _numbers_something(s, i, end) or _names_something(s, i, end):
        return False
    token = s.token(i)
    counts = (
        token is not None and token.dep == "nummod" and token.head.tag == "NNS" and token.head.i > token.i
    )
    if counts and before not in _BEFORE_COUNTED_YEAR:
        return False
    number = s.number(i) or 0
    if before in _YEAR_CUES or before in {"(", "[", "\n", "–", "-", "—", "/"}:
        return number >= 1000
    return 1400 <= number <= 2100 and before not in {"$", "€", "£", "#"}


def _names_something(s: Stream, i: int, end: int) -> bool:
    """`the 1987 Café`, `Club 1912`, `a 2001 Ford`: the year is part of the name of a venue or a product."""
    venue = s.raw(end)[:1].isupper() and s.word(end) in _VENUES | _MAKES
    return venue or (s.raw(i - 1)[:1].isupper() and s.word(i - 1) in _VENUES | _PRODUCTS)


def _numbers_something(s: Stream, i: int, end: int) -> bool:
    """`2014 km`, `1517 Locust Street`, `555-1294`, `2000-pound`."""
    after = s.word(end)
    if after in _COUNTED or unit(s, end) is not None:
        return True
    if after in {"-", "–"} and s.word(end + 1).isalpha() and s.glued(end + 1):
        return True
    if s.glued(i) and s.number(i - 2) is not None and len(s.word(i - 2)) != 4:
        return True
    return s.raw(end)[:1].isupper() and s.word(end + 1) in _STREETS


@rule(
    "time.year",
    means="A year in four digits, or with its era.",
    fires=["The mine was opened in [2017].", "The wall was built in [480 BC]."],
    silent=["Resolution 2024 was read out.", "They counted 2014 prisoners.", "At least 2,014 fled."],
    gives={"value": "2017"},
)
def year_alone(s: Stream, i: int) -> Found | None:
    """A bare number needs words or brackets around it that a year would have."""
    at = i
    if s.word(i) == "the" and s.word(i + 1) in {"year", "years"}:
        at = i + 2
    got = full_year(s, at) or apostrophe_year(s, at)
    if got is None:
        return None
    year = got.value
    if s.word(at) in {"'", "’", "‘"}:
        if s.word(i - 1) not in {"in", "of", "since", "late", "early", "by", "until", "-", "–"}:
            return None
        return Found(i, got.end, Sense("date", Point("year", None, n=year)))
    if got.end == at + 1 and not got.why and not _is_year(s, at, got.end):
        return None
    return Found(i, got.end, Sense("date", Point("year", year)), got.why)


@rule(
    "time.decade",
    means="Ten years named by their first.",
    fires="The tunnels date from [the 1970s].",
    silent="The patrol fired in the 40s and fled.",
    gives={"value": "197"},
)
def decade(s: Stream, i: int) -> Found | None:
    """`the 1970s`, `the '70s`; with its era also before Christ."""
    at = skip(s, i, "the")
    number = s.number(at)
    if s.word(at) in {"'", "’", "‘"} and s.glued(at + 1) and len(s.word(at + 1)) == 2:
        at, number = at + 1, 1900 + (s.number(at + 1) or 0)
        if number < 1930:
            return None
    elif number is None or len(s.word(at)) != 4 or number % 10 or not 1000 <= number <= 2199:
        return None
    if number % 10:
        return None
    end = skip(s, at + 1, "'", "’")
    if s.word(end) != "s" or not s.glued(end):
        return None
    era = phrases("era").at(s, end + 1)
    if era is not None and era.value[0]["before"]:
        return Found(i, era.end, Sense("date", Point("decade", n=-(number // 10) - 1)), era.why)
    return Found(i, end + 1, Sense("date", Point("decade", n=number // 10)))


@rule(
    "time.decade_bc",
    means="Ten years before Christ named by their first.",
    fires="The wall was built in [the 470s BC].",
    silent="The wall was 470 metres long.",
    gives={"value": "BC047"},
)
def decade_bc(s: Stream, i: int) -> Found | None:
    """`the 470s BC`: the years -479 to -470 as historians count them."""
    at = skip(s, i, "the")
    number = s.number(at)
    if number is None or number % 10 or s.word(at + 1) != "s" or not s.glued(at + 1):
        return None
    era = phrases("era").at(s, at + 2)
    if era is None or not era.value[0]["before"]:
        return None
    return Found(i, era.end, Sense("date", Point("decade", n=-(number // 10) - 1)), era.why)


@rule(
    "time.century",
    means="A hundred years by their number: the nineteenth century is the 1800s.",
    fires="The fort was built in [the nineteenth century].",
    silent="The fort stood for a century.",
    gives={"value": "18"},
)
def century(s: Stream, i: int) -> Found | None:
    """`the 4th century BC` too."""
    at = skip(s, i, "the")
    number = ordinal(s, at)
    if number is None or number.value > 22:
        return None
    named = unit(s, skip(s, number.end, *DASHES))
    if named is None or named.value != "century":
        return None
    era = phrases("era").at(s, named.end)
    why: Why = number.why + named.why
    if era is not None and era.value[0]["before"]:
        return Found(i, era.end, Sense("date", Point("century", n=-number.value)), why + era.why)
    return Found(i, named.end, Sense("date", Point("century", n=number.value - 1)), why)


def _season_is_time(s: Stream, i: int, end: int, row_word: str) -> bool:
    token = s.token(i)
    if token is not None and token.tag[:2] == "VB":
        return False
    if row_word in {"fall", "spring"}:
        before = s.word(i - 1)
        if s.word(end) == "of" and full_year(s, end + 1) is None and year_tail(s, end) is None:
            return False
        if full_year(s, end) is not None:
            return True
        led = before in {"last", "next", "this", "early", "late", "mid", "-", "previous", "following", "that"}
        by_cue = s.word(i - 2) in {"in", "during", "by", "until", "since", "throughout"} and before == "the"
        return (
            led
            or by_cue
            or before in {"in", "by", "until", "since"}
            or (s.raw(i)[:1].isupper() and row_word == "spring")
        )
    return s.word(i - 1) not in {"-"} or s.word(i - 2) == "mid"


@rule(
    "time.season",
    means="A season, with its year where the text gives it.",
    fires=["The siege began in [the summer of 2029].", "The siege began in [summer 2029]."],
    silent="The summer cottage burned.",
    gives={"value": "2029-SU"},
)
def season(s: Stream, i: int) -> Found | None:
    """`spring` and `fall` need a sign that they are no water and no defeat."""
    at = skip(s, i, "the")
    led = full_year(s, at)
    at = led.end if led is not None and led.end == at + 1 else at
    got = phrases("season").at(s, at)
    if got is None:
        return None
    row, word = got.value
    if not _season_is_time(s, at, got.end, word) or s.word(got.end) in {
        "cottage",
        "camp",
        "school",
        "palace",
    }:
        return None
    if s.word(got.end) in {"games", "olympics", "paralympics", "universiade"}:
        return None  # the 2034 Winter Games: of that year, and no winter
    point = Point("season", led.value if led is not None and at > i else None, season=str(row["code"]))
    found = Found(i, got.end, Sense("date", point), got.why)
    if point.year is not None:
        return found
    whole = with_year(s, found)
    return whole if whole.end > found.end else _named_event(s, found, point)


def _named_event(s: Stream, found: Found, point: Point) -> Found:
    """`the Spring Offensive of 1918`, `Winter Campaign (early 1951)`: the year of what the season names."""
    at = found.end
    while at < found.end + 2 and s.raw(at)[:1].isupper():
        at += 1
    if at == found.end or s.word(at) not in {"of", "("}:
        return found
    got = full_year(s, skip(s, at + 1, "early", "mid", "late", "-"))
    return found if got is None else replace(found, sense=Sense("date", replace(point, year=got.value, n=0)))


@rule(
    "time.quarter",
    means="A quarter or a half of a year.",
    fires=["Exports fell in [the third quarter of 2029].", "Exports fell in [the first half of 2029]."],
    silent="They held the old quarter of the town.",
    gives={"value": "2029-Q3"},
)
def quarter(s: Stream, i: int) -> Found | None:
    """`Q3 2029`, `the third quarter`, `the first half of 2029`."""
    at = skip(s, i, "the")
    if s.word(at) in {"q", "h"} and s.glued(at + 1) and (number := s.number(at + 1)) and number <= 4:
        grain, end, n, why = s.word(at), at + 2, number, _NO_WHY
    else:
        place = ordinal(s, at)
        if place is None:
            return None
        grain = {"quarter": "q", "half": "h"}.get(s.word(skip(s, place.end, *DASHES)), "")
        end, n, why = skip(s, place.end, *DASHES) + 1, place.value, place.why
    if not grain or n > (4 if grain == "q" else 2):
        return None
    point = Point("quarter" if grain == "q" else "half", n=n)
    owner = full_year(s, i - 3) if s.word(i - 1) == "s" and s.word(i - 2) in {"'", "’"} else None
    if owner is not None and owner.end == i - 2:
        point = replace(point, year=owner.value)
    found = with_year(s, Found(i, end, Sense("date", point), why))
    led = grain == "q" or s.word(i - 1) in {"in", "for", "during", "from"}
    sure = found.end > end or (led and s.word(end) != "of") or s.word(end + 2) == "year"
    return found if sure and s.word(end) not in {"-", "mile", "final", "finals"} else None
