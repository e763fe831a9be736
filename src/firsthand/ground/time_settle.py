"""Expressions -> where they lie on the calendar: the arithmetic, and the choice of what it starts from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from firsthand.ground.time_anchor import FROM_PUBLICATION, FROM_STORY, Clues, Mention, ahead, day_of, in_doubt
from firsthand.ground.time_aside import is_aside, night_told_on, opens_a_stretch
from firsthand.ground.time_calendar import (
    Point,
    around,
    bounds,
    day_point,
    exists,
    last_before,
    nearest_year,
    next_after,
    shifted,
    weekday_near,
    widened,
    year_after,
)
from firsthand.ground.time_sections import Sections
from firsthand.ground.time_sense import Found, Sense
from firsthand.ground.time_stream import Stream
from firsthand.schema import Because

JUST_GONE_DAYS = 60
"""A date without its year that lies so near behind is the one meant, whatever the verb."""
STORY_LEAN_DAYS = 90
"""How far a narrative's next date may lie ahead and still count as no farther than one that lies behind:
stories go forward more often than back (measured on narratives of wars)."""


@dataclass(slots=True)
class Settled:
    """An expression on the calendar, as far as it could be put there."""

    sense: Sense
    point: Point | None
    why: list[Because] = field(default_factory=list)


def _past_or_coming(point: Point, day: date, future: bool) -> Point:
    """The last such time up to a day, or the next one; a day just gone is meant whatever the verb."""
    past = last_before(point, day)
    gone = bounds(past)
    just_gone = gone is not None and point.day is not None and 0 < (day - gone[1]).days <= JUST_GONE_DAYS
    return next_after(point, day) if future and not just_gone else past


def _long_gone(point: Point, day: date) -> bool:
    """Whether the next such time lies nearer than the last one."""
    held = bounds(point)
    return held is not None and (day - held[1]).days > 183


_SPOKEN = frozenset(
    (
        "say",
        "report",
        "tell",
        "claim",
        "allege",
        "confirm",
        "write",
        "announce",
        "state",
        "note",
        "add",
        "deny",
    )
)


class Settler:
    """Settles the expressions of one document in text order, and remembers how far the story has come."""

    def __init__(self, stream: Stream, clues: Clues) -> None:
        self.stream = stream
        self.clues = clues
        self.sections = Sections(stream)
        self.story: Mention | None = None
        self.aside: Mention | None = None
        """A date told in passing, from which the rest of its sentence is counted."""

    def settle(self, found: Found) -> Settled:
        """Where an expression lies; its point is None where the text does not settle it."""
        why: list[Because] = []
        point = self._point(found.sense, found, why)
        return Settled(found.sense, point, why)

    def remember(self, found: Found, point: Point) -> None:
        """Let the story go on from this date, or note it as an aside that the story does not go on from."""
        token = self.stream.token(found.start)
        sentence = token.sentence if token is not None else -1
        paragraph = self.stream.parse.sentences[sentence].paragraph if token is not None else -1
        told = Mention(point, self.stream.span(found.start, found.end), sentence, paragraph)
        if self.clues.narrative and is_aside(self.stream, (self.story, self.aside), found, told):
            self.aside = told
        else:
            self.story, self.aside = told, None

    def _point(self, sense: Sense, found: Found, why: list[Because]) -> Point | None:
        match sense.kind:
            case "date":
                return self._date(sense, found, why)
            case "weekday":
                return self._weekday(sense, found, why)
            case "step":
                return self._step(sense, found, why)
        return None

    # -- what to count from ------------------------------------------------------------

    def publication(self, found: Found, why: list[Because]) -> date | None:
        """The day of publication, noted as what the words are counted from; None where it says nothing."""
        day = self.clues.published
        if day is None or self.clues.narrative or not FROM_PUBLICATION.active:
            return None
        here = self.stream.span(found.start, found.end)
        why.append(
            FROM_PUBLICATION.because(here, note=f"counted from the publication date {day.isoformat()}")
        )
        return day

    def _told(self, why: list[Because], last: bool = False) -> Mention | None:
        """The date that the story has reached; with `last` the one told last, be it in passing."""
        story = self.aside if last and self.aside is not None else self.story
        if story is None or not FROM_STORY.active:
            return None
        words = " ".join(story.span.words(self.stream.text).split())
        kind = "a narrative, " if self.clues.narrative else ""
        why.append(FROM_STORY.because(story.span, note=f"{kind}counted from “{words}” before it"))
        return story

    def _near(self, found: Found, sentences: int) -> bool:
        """Whether the story told a date at most so many sentences before, in the same paragraph."""
        token = self.stream.token(found.start)
        if self.story is None or token is None or not FROM_STORY.active:
            return False
        same = self.stream.parse.sentences[token.sentence].paragraph == self.story.paragraph
        return same and token.sentence - self.story.sentence <= sentences

    def _another_day(self) -> bool:
        """Whether the story is at a day that is not the one of publication: an hour may be of either."""
        day, published = day_of(self.story), self.clues.published
        told = self.story is not None and self.story.point.grain == "day"
        return told and day is not None and published is not None and day != published

    def _of_the_telling(self, found: Found) -> bool:
        """Whether the date told last says when somebody spoke, and the words stand in what he said.

        "He said on 15 October that his men had been elsewhere that night": which night is open.
        """
        token = self.stream.token(found.start)
        date_word = self.stream.parse.starting_at(self.story.span.start) if self.story else None
        if token is None or date_word is None or date_word.sentence != token.sentence:
            return False
        spoken = {id(verb) for verb in date_word.ancestors() if verb.lemma in _SPOKEN}
        return any(above.dep == "ccomp" and id(above.head) in spoken for above in (token, *token.ancestors()))

    # -- dates ------------------------------------------------------------

    def _date(self, sense: Sense, found: Found, why: list[Because]) -> Point | None:
        point = sense.point
        if point is None:
            return None
        if sense.swappable:
            return self._ordered(point)
        if point.settled:
            return point
        if sense.of:
            whole = self._point(sense.of[0], found, why)
            year = widened(whole, "year") if whole is not None else None
            return replace(point, year=year.year) if year is not None else point
        if sense.count is not None:
            return self._which(sense, point, found, why)
        return self._without_year(point, found, why)

    def _ordered(self, point: Point) -> Point | None:
        if self.clues.day_first is None:
            return None
        return point if self.clues.day_first else replace(point, month=point.day, day=point.month)

    def _which(self, sense: Sense, point: Point, found: Found, why: list[Because]) -> Point:
        """`last April`, `this spring`, `the following May`."""
        day: date | None = None
        if sense.frame == "story" or self.clues.narrative:
            day = day_of(self._told(why))
        day = day or self.publication(found, why)
        if day is None:
            return point
        count = sense.count or 0
        if point.season == "WI":
            point = replace(point, n=1)
        if count == 0:
            return replace(point, year=day.year + (point.season == "WI" and day.month > 6))
        near = last_before(point, day) if count < 0 else next_after(point, day)
        held = bounds(near)
        if held is not None and held[0] <= day <= held[1] and near.year is not None:
            return replace(near, year=near.year + (-1 if count < 0 else 1))
        return near

    def _without_year(self, point: Point, found: Found, why: list[Because]) -> Point:
        if point.grain == "year":
            return self._short_year(point, found, why)
        if point.season == "WI":
            point = replace(point, n=1)
        story = day_of(self.story)
        elsewhere = not self.clues.narrative and ahead(self.stream, found) is not None
        if story is not None and not elsewhere and self._story_governs(found, story):
            told = self._told(why)
            if told is not None:
                return self._after_story(point, told, story)
        if story is None and self.clues.narrative and self.story is not None:
            return self._before_christ(point, why)
        day = self.publication(found, why)
        return point if day is None else self._from_publication(point, found, day, why)

    def _from_publication(self, point: Point, found: Found, day: date, why: list[Because]) -> Point:
        """The last such date or the next one; open where a state of the past may last until either."""
        cue = ahead(self.stream, found)
        if cue is not None:
            why.append(cue)
        if point.month is None and point.day is not None:
            return self._day_alone(point, day, cue is not None)
        there = _past_or_coming(point, day, cue is not None)
        doubtful = cue is None and in_doubt(self.stream, found) and _long_gone(there, day)
        return point if doubtful else there

    def _before_christ(self, point: Point, why: list[Because]) -> Point:
        """A month or season of the year before Christ that the story has reached."""
        told = self._told(why)
        return replace(point, year=told.point.year) if told is not None and told.point.year else point

    def _story_governs(self, found: Found, story: date) -> bool:
        """In a narrative always; else only right after a date, and in news after one of another time."""
        if self.clues.narrative:
            return True
        if self.story is None or self.story.point.grain not in {"day", "month"} or not self._near(found, 1):
            return False
        if opens_a_stretch(self.stream, self.story):
            return False
        return self.clues.published is None or abs((self.clues.published - story).days) > 300

    def _after_story(self, point: Point, told: Mention, story: date) -> Point:
        if point.month is None and point.day is not None:
            month = widened(told.point, "month")
            if month is None or not exists(month.year, month.month or 1, point.day):
                return point
            return replace(point, year=month.year, month=month.month)
        if told.point.grain in {"year", "half", "quarter"} and told.point.year is not None:
            return replace(point, year=told.point.year)
        if told.point.grain in {"decade", "century"}:
            return point
        near = nearest_year(point, story, STORY_LEAN_DAYS)
        years = self.sections.years_at(told.span.start) if self.clues.narrative else None
        if years is None or near.year is None or told.point.year is None or told.point.year not in years:
            return near
        return replace(near, year=min(max(near.year, years[0]), years[-1]))

    def _day_alone(self, point: Point, day: date, future: bool) -> Point:
        """`the 20th`: of this month or the last; of this or the next where it is still to come."""
        number = point.day or 1
        for step in (0, 1) if future else (0, -1):
            month = shifted(day_point(day), step, "month")
            if month is None or not exists(month.year, month.month or 1, number):
                continue
            there = Point("day", month.year, month.month, number)
            held = bounds(there)
            if held is not None and (held[0] >= day if future else held[0] <= day):
                return there
        return point

    def _short_year(self, point: Point, found: Found, why: list[Because]) -> Point:
        """`'17` is the year that ends so and lies nearest before the reference."""
        told = self._told(why) if self.clues.narrative else None
        near = day_of(told) or self.publication(found, why)
        if near is None or point.n is None:
            return replace(point, n=None)
        year = near.year // 100 * 100 + point.n
        return Point("year", year if year <= near.year + 10 else year - 100)

    # -- weekdays ------------------------------------------------------------

    def _weekday(self, sense: Sense, found: Found, why: list[Because]) -> Point | None:
        wanted = sense.weekday or 0
        if sense.value == "OPEN":
            return None
        if sense.frame == "story" or self.clues.narrative:
            return self._story_weekday(sense, why) if sense.frame == "story" else None
        day = self.publication(found, why)
        if day is None:
            return None
        if sense.count is not None:
            return self._which_weekday(wanted, int(sense.count), day)
        cue = None if self._one_of_many(found) else ahead(self.stream, found)
        if cue is not None:
            why.append(cue)
        there = weekday_near(wanted, day, 1 if cue is not None else -1)
        return None if there is None else day_point(there)

    def _one_of_many(self, found: Found) -> bool:
        """ "After a volatile Friday": a day that has been described is one that has been."""
        return any(self.stream.word(found.start - n) in {"a", "an"} for n in (1, 2))

    def _which_weekday(self, wanted: int, count: int, day: date) -> Point | None:
        if count == 0:
            monday = shifted(day_point(day), 0, "week")
            held = bounds(monday) if monday is not None else None
            there = weekday_near(wanted, held[0], 1) if held is not None else None
        else:
            beside = bounds(shifted(day_point(day), 1 if count > 0 else -1, "day") or day_point(day))
            there = weekday_near(wanted, beside[0], count) if beside is not None else None
        return None if there is None else day_point(there)

    def _story_weekday(self, sense: Sense, why: list[Because]) -> Point | None:
        told = self._told(why)
        if told is None or told.point.grain != "day":
            return None
        story = day_of(told)
        beside = bounds(shifted(told.point, int(sense.count or 0), "day") or told.point)
        if story is None or beside is None:
            return None
        there = weekday_near(sense.weekday or 0, beside[0], 1 if (sense.count or 0) >= 0 else -1)
        return None if there is None else day_point(there)

    # -- steps ------------------------------------------------------------

    def _step(self, sense: Sense, found: Found, why: list[Because]) -> Point | None:
        if sense.value == "OPEN" and self._said_again(found) and (told := self._told(why)) is not None:
            return told.point
        if sense.value is not None or sense.unit in {"second", "minute", "hour"}:
            return None
        start = self._start(sense, found, why)
        return None if start is None else self._stepped_from(start, sense, found, why)

    def _stepped_from(self, start: Point, sense: Sense, found: Found, why: list[Because]) -> Point | None:
        if sense.unit == "weekend" and not sense.count and not sense.of and start.grain == "day":
            return self._weekend(start, found, why)
        if sense.unit == "fortnight":
            return self._stepped(start, (sense.count or 0) * 2, "week", exact=False)
        counted = any(because.rule == "time.counted_away" for because in found.rules)
        same = sense.alike and start.grain in {"quarter", "half", "month"} and not self.clues.narrative
        if same and start.year is not None:
            return replace(start, year=start.year - 1)
        return self._stepped(start, sense.count or 0, sense.unit, exact=counted and sense.frame == "story")

    def _weekend(self, start: Point, found: Found, why: list[Because]) -> Point | None:
        """The weekend that holds the day; else the one before it, or after it for what is still to come."""
        held = bounds(start)
        if held is None:
            return None
        cue = ahead(self.stream, found)
        if cue is not None:
            why.append(cue)
        return shifted(start, 0 if cue is not None or held[0].weekday() >= 5 else -1, "weekend")

    def _said_again(self, found: Found) -> bool:
        """Whether the words say the date before them again: `on 10 March, the day after the vote`."""
        if self.story is None or self.story.point.grain != "day":
            return False
        between = self.stream.text[self.story.span.end : self.stream.starts[found.start]].strip()
        return between in {",", "(", "-", "–", "—"}

    def _stepped(self, start: Point, count: float, unit: str, exact: bool) -> Point | None:
        if abs(count) > 100_000:
            return None
        if count != int(count):
            return shifted(start, round(count * 12), "month") if unit == "year" else None
        if unit == "week" and start.grain == "day" and exact:
            return shifted(start, int(count) * 7, "day")
        if unit == "year" and start.year is not None and start.year < 0:
            return Point("year", year_after(start.year, int(count)))
        return shifted(start, int(count), unit)

    def _start(self, sense: Sense, found: Found, why: list[Because]) -> Point | None:
        if sense.of:
            return self._point(sense.of[0], found, why)
        from_publication = sense.frame == "published"
        if (from_publication and self.clues.narrative) or (
            not from_publication and self._of_the_telling(found)
        ):
            return None
        bare = not sense.count and bool(sense.clock or sense.part)
        near = sense.definite or self.clues.narrative or self._near(found, 2 if bare else 0)
        if self.story is not None and near and not from_publication:
            told = self._told(why, last=sense.definite)
            return None if told is None else told.point
        if not from_publication and (self._later_than_told(sense, found) or (bare and self._another_day())):
            return None
        day = night_told_on(self.stream, found, self.publication(found, why), why)
        return None if day is None else around(day, "day")

    def _later_than_told(self, sense: Sense, found: Found) -> bool:
        """The same day as one that the story does not name; or later than it, told as past."""
        count = sense.count or 0
        return sense.definite and (sense.count == 0 or (count > 0 and ahead(self.stream, found) is None))
