"""The pieces that expressions of time are made of: numbers, days, months, years, parts of the day, clocks."""

from __future__ import annotations

from firsthand.ground.time_calendar import Stage
from firsthand.ground.time_sense import Clock, Frame, Sense
from firsthand.ground.time_stream import Got, Stream, Why, phrases, skip
from firsthand.resources.parser import Token
from firsthand.rules import Row

SUFFIXES = {"st", "nd", "rd", "th"}
CLOCK_CUES = {
    "at", "around", "about", "by", "until", "till", "from", "between", "and", "to", "before", "after",
    "since", "past", "approximately", "roughly", "nearly", ",", "-", "–", "(", "on",
}  # fmt: skip
CALENDAR = frozenset(w for kind in ("month", "weekday", "season") for w in phrases(kind).firsts())
"""Words of the calendar, which stand in capital letters and are no names of people."""
DASHES = {"-", "–", "—"}


def digits(s: Stream, i: int) -> Got[float] | None:
    """A count in digits, with a decimal part where there is one."""
    whole = s.number(i)
    if whole is None:
        return None
    if s.word(i + 1) == "." and s.glued(i + 1) and s.glued(i + 2) and s.number(i + 2) is not None:
        return Got(float(f"{whole}.{s.word(i + 2)}"), i + 3)
    exact = s.whole_number(i)
    return None if exact is None else Got(float(exact), i + 1)


def count_word(s: Stream, i: int) -> Got[float] | None:
    """One number word: its place in the row gives its value."""
    got = phrases("count").at(s, i)
    if got is None:
        return None
    row, word = got.value
    return Got(float(row["first"] + row["step"] * row.words.index(word)), got.end, got.why)


def counted(s: Stream, i: int) -> Got[float] | None:
    """A count in words or digits: `three`, `twenty-one`, `a hundred`, `2.5`, `two and a half`."""
    got = digits(s, i) or count_word(s, i)
    if got is None:
        return None
    value, end, why = got
    if value >= 20 and value % 10 == 0 and not s.word(i).isdecimal():
        joined = skip(s, end, *DASHES)
        ones = count_word(s, joined)
        if ones is not None and 0 < ones.value < 10 and s.word(joined) not in {"a", "an"}:
            value, end, why = value + ones.value, ones.end, why + ones.why
    if s.word(end) == "hundred" and value < 10:
        hundred = count_word(s, end)
        if hundred is not None:
            value, end, why = value * 100, hundred.end, why + hundred.why
    if s.word(end) == "and" and s.word(skip(s, end + 1, "a")) == "half":
        value, end = value + 0.5, skip(s, end + 1, "a") + 1
    return Got(value, end, why)


def count(s: Stream, i: int) -> Got[float | None] | None:
    """A count, or None as its value where it is vague: `a few`, `several`."""
    if s.word(i) == "half" and s.word(i + 1) in {"a", "an"}:
        return Got(0.5, i + 2)
    vague = phrases("vague").at(s, skip(s, i, "a", "the", "only"))
    if vague is not None:
        return Got(None, vague.end, vague.why)
    exact = counted(s, i)
    return None if exact is None else Got(exact.value, exact.end, exact.why)


def unit(s: Stream, i: int) -> Got[str] | None:
    """A unit of time."""
    got = phrases("unit").at(s, i)
    if got is None or (s.word(i) == "minute" and (token := s.token(i)) is not None and token.dep == "amod"):
        return None
    if s.word(i) == "quarter" and s.word(skip(s, i + 1, *DASHES)) == "century":
        return Got("quarter century", skip(s, i + 1, *DASHES) + 1, got.why)
    return Got(str(got.value[0]["unit"]), got.end, got.why)


def ordinal(s: Stream, i: int) -> Got[int] | None:
    """`9th`, `ninth`, `twenty-first`."""
    number = s.whole_number(i)
    if number is not None:
        return Got(number, i + 2) if s.word(i + 1) in SUFFIXES and s.glued(i + 1) else None
    got = phrases("ordinal").at(s, i)
    if got is not None:
        row, word = got.value
        return Got(row.words.index(word) + 1, got.end, got.why)
    tens = count_word(s, i)
    if tens is None or tens.value < 20:
        return None
    ones = phrases("ordinal").at(s, skip(s, tens.end, *DASHES))
    if ones is None:
        return None
    row, word = ones.value
    return Got(int(tens.value) + row.words.index(word) + 1, ones.end, tens.why + ones.why)


def day_number(s: Stream, i: int) -> Got[int] | None:
    """A day of a month in digits: `6`, `6th`."""
    number = s.whole_number(i)
    if number is None or not 1 <= number <= 31 or len(s.word(i)) > 2:
        return None
    return Got(number, i + 2 if s.word(i + 1) in SUFFIXES and s.glued(i + 1) else i + 1)


_TITLES = {"mr", "mrs", "ms", "dr", "miss", "sgt", "lt", "col", "gen", "capt", "prof", "named", "called"}
_DATED = {
    "on",
    "last",
    "next",
    "this",
    "since",
    "until",
    "till",
    "late",
    "early",
    "by",
    "every",
    "from",
    "in",
}
_NAMING = {"black", "red", "bloody", "cyber", "super"}
"""Words that make a day or a month the name of a group or of an event: Black September."""
_ALSO_NAMES = {"april", "may", "june", "august", "jan", "mar"}


def is_name(s: Stream, i: int) -> bool:
    """Whether a word of the calendar is a verb here, or part of somebody's name."""
    raw = s.raw(i)
    if raw.islower() and raw in {"may", "march", "mar", "august", "sun", "sat"}:
        return True
    if first_name(s, i) or s.word(i - 1) in _NAMING:
        return True
    if s.number(i + 1) is not None or s.number(i - 1) is not None:
        return False
    token = s.token(i)
    if token is None:
        return False
    if token.tag[:2] in {"MD", "VB"} and (not raw[:1].isupper() or token.tag == "MD"):
        return True
    return _in_a_name(s, i) if raw.lower() in _ALSO_NAMES or token.entity == "PERSON" else False


def first_name(s: Stream, i: int) -> bool:
    """Whether a day or month in capitals is what somebody is called: `Friday Mensah, 30`, `Mr Friday`."""
    if not s.raw(i)[:1].isupper() or s.word(i - 1) in _DATED or s.number(i - 1) is not None:
        return False
    if s.word(i - 1) in _TITLES or (s.word(i - 1) == "." and s.word(i - 2) in _TITLES):
        return True
    end = i + 1
    while (
        end < i + 3 and s.raw(end)[:1].isupper() and not s.raw(end).isupper() and s.word(end) not in CALENDAR
    ):
        end += 1
    if s.word(end) not in {",", "("}:
        return False
    years = s.whole_number(end + 1)
    aged = years is not None and years < 110 and s.word(end + 2) in {",", ")"}
    told = end > i + 1 and s.word(end) == "," and s.word(end + 1) in {"a", "an", "who", "aged", "whose"}
    return aged or told


def _in_a_name(s: Stream, i: int) -> bool:
    """`Theresa May`, `April Varga`: a proper name stands right before or after and belongs with it."""
    token, before, after = s.token(i), s.token(i - 1), s.token(i + 1)
    if token is None:
        return False
    if after is not None and _proper(s, i + 1, after) and _begins_a_name(s, i, after):
        return True
    if (
        before is not None
        and _proper(s, i - 1, before)
        and (before.head is token or before.entity == "PERSON")
    ):
        return True
    if after is None or not _proper(s, i + 1, after):
        return False
    return token.head is after and (
        token.entity == "PERSON" or (after.entity in {"PERSON", "ORG", ""} and _opens(s, i))
    )


def _begins_a_name(s: Stream, i: int, after: Token) -> bool:
    """`April Varga and June Okello`: nothing that a date would follow before it, and a surname behind."""
    if s.word(i) not in _ALSO_NAMES or s.word(i - 1) not in {"", "\n", ".", ",", "and", "said", '"', "“"}:
        return False
    surname = after.tag == "NNP" and after.entity not in {"GPE", "NORP", "LOC", "ORG"}
    behind = s.token(i + 2)
    joined = behind is not None and (behind.tag in {"VBD", "VBZ", "CC"} or s.word(i + 2) in {",", "'", "’"})
    return surname and joined and not s.raw(i + 1).isupper()


def _proper(s: Stream, i: int, token: Token) -> bool:
    return (
        token.pos == "PROPN" and s.raw(i)[:1].isupper() and s.word(i).isalpha() and s.word(i) not in CALENDAR
    )


def _opens(s: Stream, i: int) -> bool:
    """Whether nothing stands before it that a date would follow."""
    return s.word(i - 1) in {"", "\n", ".", '"', "“", ",", "on", "with", "told", "said", "named", "called"}


def month(s: Stream, i: int) -> Got[tuple[int, bool]] | None:
    """The number of a month, and whether its name is cut short; its full stop belongs to it."""
    got = phrases("month").at(s, i)
    if got is None or is_name(s, i):
        return None
    row, word = got.value
    short = bool(row.get("short"))
    end = got.end
    if short and s.word(end) == "." and s.glued(end):
        end += 1
    return Got((int(row["numbers"][row.words.index(word)]), short), end, got.why)


def full_year(s: Stream, i: int) -> Got[int] | None:
    """A year in four digits, or with its era: `1939`, `480 BC`, `AD 480`."""
    era = phrases("era").at(s, i)
    if era is not None and s.raw(i).isupper() and (number := s.whole_number(era.end)):
        return None if era.value[0]["before"] or number > 2199 else Got(number, era.end + 1, era.why)
    number = s.whole_number(i)
    if not number:
        return None
    era = phrases("era").at(s, i + 1)
    if era is not None and number <= 9999 and s.raw(i + 1).isupper():
        return Got(-number if era.value[0]["before"] else number, era.end, era.why)
    if len(s.word(i)) != 4 or not 1000 <= number <= 2199:
        return None
    return Got(number, i + 1)


def apostrophe_year(s: Stream, i: int) -> Got[int] | None:
    """The last two figures of a year: `'17`."""
    if s.word(i) in {"'", "’", "‘"} and s.glued(i + 1) and len(s.word(i + 1)) == 2 and not s.glued(i):
        number = s.number(i + 1)
        return None if number is None else Got(number, i + 2)
    return None


def part(s: Stream, i: int) -> Got[str] | None:
    """A part of the day."""
    got = phrases("part").at(s, i)
    return None if got is None else Got(str(got.value[0]["code"]), got.end, got.why)


def stage(s: Stream, i: int) -> Got[Stage] | None:
    """Early, middle or late, with the hyphen of `mid-May`."""
    got = phrases("stage").at(s, i)
    if got is None:
        return None
    code: Stage = got.value[0]["stage"]
    return Got(code, skip(s, got.end, *DASHES), got.why)


def zone(s: Stream, clock: Clock, i: int, why: Why) -> Got[Clock]:
    """The clock with its zone, where one is named."""
    at = skip(s, i, "(")
    got = phrases("zone").at(s, at)
    if got is None:
        named = s.raw(i)[:1].isupper() and s.word(i).isalpha() and s.word(i + 1) == "time"
        return Got(clock, i + 2 if named else i, why)
    row, word = got.value
    end = got.end + 1 if at > i and s.word(got.end) == ")" else got.end
    return Got(Clock(clock.hour, clock.minute, row["utc"].get(word)), end, why + got.why)


def clock(s: Stream, i: int) -> Got[Clock] | None:
    """`5:40am`, `14:30 GMT`, `0300 hours`, `2 a.m.`, `noon`."""
    named = phrases("oclock").at(s, i)
    if named is not None:
        return zone(s, Clock(int(named.value[0]["hour"]), 0), named.end, named.why)
    hour = s.number(i) if len(s.word(i)) <= 4 else None
    if hour is None:
        spelled = count_word(s, i)
        return None if spelled is None else _hour_word(s, int(spelled.value), spelled.end, spelled.why)
    if len(s.word(i)) == 4:
        return _military(s, hour, i)
    if hour > 24 or len(s.word(i)) > 2:
        return None
    if s.word(i + 1) in {":", "."} and s.glued(i + 1) and s.glued(i + 2):
        return _colon(s, hour, i)
    return _hour_word(s, hour, i + 1, ())


def _military(s: Stream, number: int, i: int) -> Got[Clock] | None:
    hour, minute = divmod(number, 100)
    if hour > 24 or minute > 59:
        return None
    marked = phrases("hours").at(s, i + 1)
    if marked is not None:
        return zone(s, Clock(hour, minute), marked.end, marked.why)
    plain = Got(Clock(hour, minute), i + 1)
    zoned = zone(s, plain.value, i + 1, ())
    local = s.word(zoned.end - 1) == "time"  # "0530 local time"
    return zoned if zoned.end > i + 1 and (local or s.raw(i + 1).isupper()) else None


def _colon(s: Stream, hour: int, i: int) -> Got[Clock] | None:
    minute, end = s.number(i + 2), i + 3
    if minute is None or minute > 59 or len(s.word(i + 2)) != 2:
        return None
    if s.word(end) == ":" and s.glued(end) and s.number(end + 1) is not None:
        end += 2
    elif s.word(end) in {":", "/"} and s.glued(end):
        return None
    half = phrases("meridiem").at(s, end)
    if half is not None and hour <= 12:
        noted = Clock(hour % 12 + int(half.value[0]["add"]), minute)
        return zone(s, noted, half.end, half.why)
    if s.word(i + 1) == ".":
        return None
    marked = phrases("hours").at(s, end)
    why = marked.why if marked else ()
    got = zone(s, Clock(hour, minute), marked.end if marked else end, why)
    certain = marked or got.end > end or len(s.word(i)) == 2
    return got if certain or s.word(i - 1) in CLOCK_CUES else None


def _hour_word(s: Stream, hour: int, end: int, why: Why) -> Got[Clock] | None:
    half = phrases("meridiem").at(s, end)
    if half is not None and 1 <= hour <= 12 and s.raw(half.end - 1) != "PM":
        return zone(s, Clock(hour % 12 + int(half.value[0]["add"])), half.end, why + half.why)
    if half is not None and 1 <= hour <= 12 and s.word(end) == "pm":
        return zone(s, Clock(hour % 12 + 12), half.end, why + half.why)
    if s.word(end) == "o" and s.word(end + 2) == "clock":
        marked = phrases("hours").at(s, end)
        if marked is not None and 1 <= hour <= 12:
            return zone(s, Clock(hour), marked.end, why + marked.why)
    return None


def which(s: Stream, i: int) -> Got[Row] | None:
    """`last`, `next`, `the following`, `that same`: the row, with its article."""
    got = phrases("which").at(s, i) or (phrases("which").at(s, i + 1) if s.word(i) == "the" else None)
    return None if got is None else Got(got.value[0], got.end, got.why)


def frame_of(s: Stream, i: int, row: Row) -> Sense:
    """The step that a `which` word takes; an article makes `next` and `last` speak of the story's time."""
    told = s.word(i) == "the" and row["frame"] == "published" and s.word(i + 1) in {"next", "coming"}
    frame: Frame = "story" if told else row["frame"]
    return Sense("step", count=row["step"], frame=frame, definite=frame == "story")
