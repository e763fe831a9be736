"""How long, how often, and the present, past and future without a date."""

from __future__ import annotations

from dataclasses import replace

from firsthand.ground.time_dates import date_at
from firsthand.ground.time_pieces import DASHES, count, counted, ordinal, part, unit, which
from firsthand.ground.time_sense import Found, Sense
from firsthand.ground.time_stream import Got, Stream, Why, phrases, skip
from firsthand.ground.time_weekdays import weekday_name
from firsthand.rules import rule

PLURALS = tuple(f"{word}s" for word in phrases("weekday").firsts())
_BEFORE_PLURAL = {"for", "in", "within", "after", "over", "of", "and", "or", "took", "lasted"}
_COUNTED = {"number", "hours", "days", "months", "weeks"}
_EVENTS = {
    "conflict", "war", "ceasefire", "truce", "siege", "fighting", "insurgency", "rebellion", "government",
    "crisis", "dispute", "strike", "campaign", "offensive", "blockade", "embargo", "agreement", "uprising",
    "feud", "battle", "occupation", "protest", "law",
}  # fmt: skip
_NO_RATE = {
    "for", "in", "of", "after", "about", "almost", "nearly", "within", "over", "than", "half", "lasted",
    "under",
}  # fmt: skip
_LETTER = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE", "weekend": "WE",
}  # fmt: skip


def period(number: float | None, name: str) -> str:
    """TIMEX3's words for a length: `P3D`, `PT2H`, `PXM` where nobody says how many."""
    if name == "fortnight":
        number, name = (None if number is None else number * 2), "week"
    if name == "quarter century":
        number, name = (None if number is None else number * 25), "year"
    if number == 0.5 and name in {"hour", "year"}:  # TIMEX3 writes halves in the smaller unit
        number, name = (30, "minute") if name == "hour" else (6, "month")
    figure = "X" if number is None else f"{number:g}"
    return f"P{'T' if name in {'second', 'minute', 'hour'} else ''}{figure}{_LETTER[name]}"


@rule(
    "time.length",
    means="A length of time.",
    fires=[
        "The siege lasted [three days].",
        "He spent [more than three years] in a cell.",
        "A [three-day] siege ended.",
    ],
    silent=["A 19-year-old conscript fled.", "On day 565 of the war a bridge fell."],
    gives={"value": "P3D"},
)
def length(s: Stream, i: int) -> Found | None:
    """A count and a unit, with `about` or `more than` before it; a person's age before a noun is none."""
    about = phrases("about").at(s, i)
    at = about.end if about else i
    n = count(s, at)
    joined = skip(s, n.end if n else at, *DASHES)
    for word in ("full", "long", "whole", "entire", "consecutive", "straight", "more", "bloody"):
        joined = skip(s, joined, word) if n else joined
    got = unit(s, joined)
    if got is None:
        return None
    old = skip(s, got.end, *DASHES)
    if old > got.end and s.word(old) == "end":
        return None  # a year-end report
    if s.word(old) == "old":
        return _of_an_event(s, i, n, got, old + 1)
    fraction = got.value == "quarter" and (s.word(i - 1) != "for" or s.word(got.end) == "of")
    if (n is None and (about or not _vague_plural(s, joined))) or (
        n is not None and (n.value == 0 or fraction)
    ):
        return None
    plural = s.word(got.end - 1).endswith("s")
    number = n.value if n and not (n.value == 1 and plural) else None
    long = skip(s, got.end, *DASHES)
    end = long + 1 if s.word(long) == "long" else got.end
    sense = Sense("length", count=number, unit=got.value, about=about.value[0]["mod"] if about else "")
    return Found(i, end, sense, (about.why if about else ()) + (n.why if n else ()) + got.why)


def _of_an_event(s: Stream, i: int, n: Got[float | None] | None, got: Got[str], end: int) -> Found | None:
    """`a three-week-old ceasefire` tells a length; the age of a person before a noun does not."""
    if n is None or s.word(end) not in _EVENTS:
        return None
    return Found(i, end, Sense("length", count=n.value, unit=got.value), n.why + got.why)


def _vague_plural(s: Stream, i: int) -> bool:
    """`days of shelling`, `for months`: many, nobody says how many."""
    if not s.word(i).endswith("s"):
        return False
    return s.word(i - 1) in _BEFORE_PLURAL and s.word(i - 2) not in _COUNTED


@rule(
    "time.unit_long",
    means="A length of one unit, as an adjective: month-long.",
    fires="The [month-long] siege ended.",
    silent="The month ended long ago.",
    gives={"value": "P1M"},
)
def unit_long(s: Stream, i: int) -> Found | None:
    """`months-long` is of nobody knows how many."""
    got = unit(s, i)
    if got is None or s.word(got.end) not in DASHES or s.word(got.end + 1) not in {"long", "lasting"}:
        return None
    return Found(
        i, got.end + 2, Sense("length", count=None if s.word(i).endswith("s") else 1, unit=got.value), got.why
    )


@rule(
    "time.age",
    means="How old somebody is, told as a length. A 19-year-old is a person and no time.",
    fires="She was [18 years old].",
    silent="A 19-year-old was freed.",
    gives={"value": "P18Y"},
)
def age(s: Stream, i: int) -> Found | None:
    """`18 years old`, `26 years of age`."""
    n = counted(s, i)
    got = unit(s, n.end) if n else None
    if n is None or got is None or s.glued(n.end):
        return None
    old = s.word(got.end) == "old" and s.word(got.end) not in DASHES
    of_age = s.word(got.end) == "of" and s.word(got.end + 1) == "age"
    if not old and not of_age:
        return None
    end = got.end + (1 if old else 2)
    return Found(i, end, Sense("length", count=n.value, unit=got.value), n.why + got.why)


@rule(
    "time.running_length",
    means="A length that ends or begins at publication or at the story's time, or lies at an end of a date.",
    fires=["Forty were killed in [the past two weeks].", "Rain fell in [the first two months of 2029]."],
    silent="The last two men fled.",
    gives={"value": "P2W"},
)
def running_length(s: Stream, i: int) -> Found | None:
    """`the past two weeks`, `the next 24 hours`, `the last week of August`."""
    opened = _running(s, i)
    if opened is None:
        return None
    direction, at, why = opened
    n = count(s, at)
    got = unit(s, skip(s, n.end if n else at, *DASHES))
    if got is None:
        return None
    plural = s.word(got.end - 1).endswith("s")
    if n is None and not (s.word(i) == "the" and (direction <= 0 or plural)):
        return None
    told = s.word(at - 1) in {"previous", "preceding", "following", "subsequent", "ensuing"}
    if n is None and told and not plural:
        return None
    sense = Sense(
        "length", count=n.value if n else None if plural else 1, unit=got.value,
        frame="story" if told else "published", definite=direction != 0,
        stage="END" if s.word(at - 1) in {"last", "final"} else "START",
        value="before" if direction < 0 else "after" if direction > 0 else None,
    )  # fmt: skip
    found = _lying_in(s, Found(i, got.end, sense, why + (n.why if n else ()) + got.why))
    if n is None and not plural and got.value == "day" and not found.sense.of:
        # One day at an end of something that has no date here.
        return replace(found, sense=Sense("step", unit="day", frame="story", definite=True, value="OPEN"))
    return found


def _running(s: Stream, i: int) -> Got[int] | None:
    """What opens a running length: before (-1), after (1) or within (0) the time that it is told from."""
    led = which(s, i)
    if led is not None and led.value["step"] != 0:
        return Got(int(led.value["step"]), led.end, led.why)
    if s.word(i) == "the" and s.word(i + 1) in {"first", "final", "coming", "intervening"}:
        return Got(int(s.word(i + 1) == "coming"), i + 2)
    return None


def _lying_in(s: Stream, found: Found) -> Found:
    """`the last week of August` lies in that month; `the first days of the siege` stays open."""
    if s.word(found.end) in {"of", "in"}:
        date = date_at(s, skip(s, found.end + 1, "the")) or date_at(s, found.end + 1)
        if date is not None and date.sense.point is not None:
            sense = replace(found.sense, of=(date.sense,), value=None)
            return Found(found.start, date.end, sense, found.why + date.why, date.rules)
        return replace(found, sense=replace(found.sense, value=None))
    return found


@rule(
    "time.repeated",
    means="Again and again: every day, each Monday, twice a week.",
    fires=["Convoys leave [every day].", "Convoys leave [every Monday].", "They fired 300 shells [a day]."],
    silent="Every soldier left that day.",
    gives={"value": "P1D"},
)
def repeated(s: Stream, i: int) -> Found | None:
    """A word of repetition and a day, a part of the day or a length."""
    each = phrases("every").at(s, i)
    if each is None:
        return _a_unit(s, i)
    day = weekday_name(s, each.end)
    if day is not None:
        return Found(i, day.end, Sense("repeat", value=f"XXXX-WXX-{day.value + 1}"), each.why + day.why)
    moment = part(s, each.end)
    if moment is not None:
        return Found(
            i, moment.end, Sense("repeat", value=f"XXXX-XX-XXT{moment.value}"), each.why + moment.why
        )
    n = counted(s, each.end) or ordinal(s, each.end)
    got = unit(s, n.end if n else each.end)
    if got is None:
        return None
    return Found(
        i, got.end, Sense("repeat", value=period(n.value if n else 1, got.value)), each.why + got.why
    )


def _a_unit(s: Stream, i: int) -> Found | None:
    """`300 shells a day`: the article stands for `each` after what is counted."""
    if s.word(i) not in {"a", "an"} or s.word(i - 1) in _NO_RATE:
        return None
    got = unit(s, i + 1)
    before = s.token(i - 1)
    if (
        got is None
        or before is None
        or (before.pos not in {"NOUN", "NUM", "ADV"} and s.word(i - 1) not in {"times", "twice", "once"})
    ):
        return None
    if phrases("away").at(s, got.end) is not None or s.word(i - 1).endswith("ly"):
        return None
    counts = (
        before.tag in {"NNS", "CD"}
        or s.word(i - 1) in {"once", "twice", "percent"}
        or s.number(i - 2) is not None
    )
    return Found(i, got.end, Sense("repeat", value=period(1, got.value)), got.why) if counts else None


@rule(
    "time.on_weekdays",
    means="A weekday in the plural: each of them.",
    fires="The market opens on [Mondays].",
    silent="The market opened on Monday.",
    gives={"value": "XXXX-WXX-1"},
)
def on_weekdays(s: Stream, i: int) -> Found | None:
    """A plural in a capital letter; TIMEX3 numbers Monday 1."""
    word = s.word(i)
    if not word.endswith("days") or not s.raw(i)[:1].isupper():
        return None
    row = phrases("weekday").table.lookup(word[:-1])
    if row is None:
        return None
    why: Why = ((row, s.span(i, i + 1)),)
    return Found(i, i + 1, Sense("repeat", value=f"XXXX-WXX-{row.words.index(word[:-1]) + 1}"), why)


@rule(
    "time.often",
    means="How often, in one word.",
    fires="Convoys leave [daily].",
    silent="The Daily Herald printed it.",
    gives={"value": "P1D"},
)
def often(s: Stream, i: int) -> Found | None:
    """In capital letters before another name it is the name of a newspaper."""
    got = phrases("often").at(s, i)
    if got is None or (s.raw(i)[:1].isupper() and s.raw(got.end)[:1].isupper()):
        return None
    return Found(i, got.end, Sense("repeat", value=got.value[0]["value"]), got.why)


@rule(
    "time.reference",
    means="The present, the past or the future, without a date.",
    fires="The road is [now] closed.",
    silent="The road was closed then.",
    gives={"value": "PRESENT_REF"},
)
def reference(s: Stream, i: int) -> Found | None:
    """TIMEX3 has three such values: PRESENT_REF, PAST_REF, FUTURE_REF."""
    got = phrases("ref").at(s, i)
    if got is None:
        return None
    row = got.value[0]
    if s.word(i) in {"now", "recently", "currently"} and _describes(s, i):
        return None
    if s.word(i) == "the" and s.word(i + 1) in {"past", "future"}:
        after = s.token(got.end)
        if after is not None and after.pos in {"NOUN", "NUM", "ADJ"} and s.word(got.end).isalpha():
            return None
    return Found(i, got.end, Sense("reference", value=row["value"]), got.why)


def _describes(s: Stream, i: int) -> bool:
    """`the now-defunct line`, `the recently resigned mayor`: a part of what the noun is, and no time."""
    token = s.token(i)
    if token is None:
        return False
    if s.word(i + 1) in DASHES and s.glued(i + 1):
        return True
    above = token.head
    return (
        above.dep == "amod" and above.i > token.i and above.head.i > above.i and above.pos in ("ADJ", "VERB")
    )


LENGTHS = {
    repeated: ("every", "a", "an"),
    length: ("0", "about", "count", "vague", "unit", "a", "the", "only", "half"),
    unit_long: ("unit",),
    age: ("0", "count"),
    running_length: ("which", "the"),
    on_weekdays: PLURALS,
    often: ("often",),
    reference: ("ref",),
}
"""The constructions, and the words that each can open with."""
