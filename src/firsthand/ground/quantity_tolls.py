"""The people lost to an event: Reading with figures -> the same with low, best and high for each loss.

Low, best and high are the Uppsala Conflict Data Program's three estimates (Sundberg and Melander 2013,
"Introducing the UCDP Georeferenced Event Dataset"), here within one document. Figures go together while the
text tells of one scene; where it names another place, day or event, the next scene begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from firsthand.ground import quantity_estimate, quantity_named
from firsthand.ground.quantity_causes import Causes
from firsthand.ground.quantity_estimate import LOSSES, WORDS, Told, casualties
from firsthand.ground.quantity_periods import own_times
from firsthand.ground.quantity_scenes import NEAR, Scene, past_year, to_join
from firsthand.resources.parser import Parse, Sentence, Token
from firsthand.rules import Rule, rule
from firsthand.schema import Attribution, Because, Casualties, Event, Quantity, Reading, Span, Time

AHEAD = frozenset({"including", "included"})
"""Words that stand before the part only."""
OWN = frozenset({"her", "his", "my", "our"})
STAMP = re.compile(r"\n[ \t]*\d{1,2}[:.]\d{2}(?:[ \t]*[A-Za-z.]{2,5})?[ \t]*\n")
POINTING = frozenset({"the", "these", "those", "both"})
"""Words before a figure of people of whom the text has told already."""
APART = ("captured", "displaced")
"""Losses that befall others than those killed and hurt."""
OWN_SIDE = "quantity.lose"
"""What a side says that it lost itself is no loss of those it fought."""


def tolls(reading: Reading, parse: Parse) -> Reading:
    """The reading with `casualties` at each event that the text first gives a loss for."""
    lost = any(quantity.kind in LOSSES for quantity in reading.quantities)
    scenes = _scenes(reading, parse) if lost else []
    rank = {event.id: n for n, event in enumerate(reading.events)}
    made: dict[str, list[Casualties]] = {}
    for scene in scenes:
        for figures in _held(scene.figures):
            told_of = [told.event for told in figures if told.event is not None]
            owners = [event.id for event in told_of if event.factuality == "+"] or [
                event.id for event in told_of
            ]
            if owners:
                first = min(owners, key=rank.__getitem__)
                held = made.setdefault(first, [])
                kinds = {one.kind for one in held}
                held += [one for one in casualties(figures, reading) if one.kind not in kinds]
    told = [(figure.quantity.kind, figure.sentence) for scene in scenes for figure in scene.figures]
    for event, one in quantity_named.losses(reading, parse, told, NEAR):
        made.setdefault(event.id, []).append(one)
    if not made:
        return reading
    events = tuple(
        msgspec.structs.replace(event, casualties=tuple(made[event.id])) if event.id in made else event
        for event in reading.events
    )
    return msgspec.structs.replace(reading, events=events)


def _held(figures: Sequence[Told]) -> list[list[Told]]:
    """The figures of a scene by what they hang on: a denial holds its own nought and nobody else's losses."""
    denials = [told for told in figures if told.event is not None and told.event.factuality == "-"]
    nought = [told for told in denials if told.quantity.max == 0]
    others = [told for told in figures if told not in nought]
    if nought and any(told.event is not None for told in others):
        return [nought, *_by_fate(others)]
    return _by_fate(figures)


def _by_fate(figures: Sequence[Told]) -> list[list[Told]]:
    """The figures by whose losses they are: who was taken elsewhere is not the one who was killed."""
    own = [told for told in figures if any(each.rule == OWN_SIDE for each in told.quantity.because)]
    hurt = [told for told in figures if told.quantity.kind not in APART and told not in own]
    near = {told.sentence for told in hurt}
    with_them = [t for t in figures if t in hurt or (t.sentence in near and t not in own)]
    rest = [told for told in figures if told not in with_them and told not in own]
    others = [[told for told in rest if told.quantity.kind == kind] for kind in APART]
    others.append(own)
    return [each for each in (with_them, *others) if each]


def _scenes(reading: Reading, parse: Parse) -> list[Scene]:
    """The scenes of a document, in text order; a figure joins the last one that can take it."""
    owner = {q: event for event in reading.events for q in event.quantities}
    where, when = _by_sentence(reading, parse)
    voices = _Voices(reading.attributions)
    starts = {time.start: time for time in reading.times}
    by_id = {time.id: time for time in reading.times}
    own = own_times(parse, reading.quantities, reading.times)
    scenes: list[Scene] = []
    causes = Causes(parse)
    for quantity in reading.quantities:
        if quantity.kind not in LOSSES:
            continue
        tokens = parse.within(quantity.span)
        if not tokens:
            continue
        if _points_back(parse, tokens[0].i, quantity, scenes) or _let_go(quantity, owner):
            continue
        at = tokens[0].sentence
        sentence = parse.sentences[at]
        told = Told(quantity, at, tokens[-1], owner.get(quantity.id), voices.at(quantity.span),
                    *_words(parse, sentence, quantity), *_counted(parse, sentence, starts))  # fmt: skip
        told.further = _further(parse.text, quantity)
        _dated(told, by_id, reading.document.published)
        days = when.get(at, set()) - ({told.time.value or ""} if told.time else set())
        if told.part is not None:
            days = set()
        elif told.update is None:
            days = {own[quantity.id]} if quantity.id in own else days
        places = where.get(at, set())
        private = quantity.min == quantity.max and tokens[0].i > 0 and _kin(parse, tokens)
        apart = bool(scenes) and (private != scenes[-1].private) and at != scenes[-1].figures[-1].sentence
        year = past_year(told, parse, reading.document.published)
        scene = to_join(scenes, told, year, causes, parse)
        if (
            scene is None
            or apart
            or _new_post(parse, scenes[-1], quantity)
            or _another_cause(causes, told, scene, places)
            or not scene.takes(told, places, days)
        ):
            scene = Scene(private, year)
            scenes.append(scene)
        scene.add(told, places, days)
    return scenes


def _another_cause(causes: Causes, told: Told, scene: Scene, places: set[str]) -> bool:
    """Whether a figure is of another calamity than its scene: none that counts further ones is."""
    if told.further is not None or told.update is not None:
        return False
    sentences = {figure.sentence for figure in scene.figures}
    return causes.another(told.sentence, scene.figures[-1].sentence, places, sentences)


def _dated(told: Told, by_id: dict[str, Time], published: str | None) -> None:
    """A toll that is told to have changed on a day is as of that day."""
    if told.time is not None or told.update is None or told.event is None:
        return
    days = [time for t in told.event.times if (time := by_id.get(t)) is not None and time.type == "DATE"]
    if len(days) == 1 and days[0].latest and (published is None or days[0].latest[:10] <= published[:10]):
        told.time, told.as_of = days[0], told.update


def _let_go(quantity: Quantity, owner: dict[str, Event]) -> bool:
    """Whether those counted go free, and are nobody's loss."""
    event = owner.get(quantity.id)
    return quantity.kind == "captured" and event is not None and event.mode == "release"


def _kin(parse: Parse, tokens: Sequence[Token]) -> bool:
    """Whether those counted are somebody's own: her brother, two of my sons."""
    near = parse.tokens[max(0, tokens[0].i - 1) : tokens[-1].i + 3]
    return any(token.lower in OWN for token in near)


def _new_post(parse: Parse, scene: Scene, quantity: Quantity) -> bool:
    """Whether a time stamp on a line of its own stands between a scene and a figure, as in a live page."""
    before = scene.figures[-1].span.end
    return STAMP.search(parse.text, before, max(before, quantity.start)) is not None


def _points_back(parse: Parse, first: int, quantity: Quantity, scenes: Sequence[Scene]) -> bool:
    """Whether a figure is no loss of its own: the two victims told of before, an arrest that nobody made."""
    if quantity.kind == "captured" and quantity.max == 0:
        return True
    return bool(scenes) and quantity.min == quantity.max and parse.tokens[max(0, first - 1)].lower in POINTING


def _counted(parse: Parse, sentence: Sentence, starts: dict[int, Time]) -> tuple[Because | None, Time | None]:
    """The time up to which a sentence counts, and the word that says so."""
    for row, span in WORDS["as_of"].find(parse.text, *sentence.span):
        for at in range(span.end + 1, span.end + 6):
            if at in starts:
                return row.because(span), starts[at]
    return None, None


def _by_sentence(reading: Reading, parse: Parse) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
    """The names of the places where something happens, and the days, of each sentence."""
    named = {place.id: place.name for place in reading.places}
    days = {time.id: time.value for time in reading.times}
    where: dict[int, set[str]] = {}
    when: dict[int, set[str]] = {}
    for event in reading.events:
        trigger = parse.starting_at(event.trigger.start)
        if trigger is None:
            continue
        where.setdefault(trigger.sentence, set()).update(named[p] for p in event.places if p in named)
        when.setdefault(trigger.sentence, set()).update(_day(v) for t in event.times if (v := days.get(t)))
    return where, when


def _day(value: str) -> str:
    """The day of a time; a span of several days is none of them."""
    return value if "/" in value else value[:10]


def _words(
    parse: Parse, sentence: Sentence, quantity: Quantity
) -> tuple[Because | None, Because | None, Because | None]:
    """The words of the sentence that say what the figure is: a part, an update, another event's."""
    start, end = sentence.span
    near = parse.text.rfind(" ", start, max(start, quantity.start - 24))
    from_here = max(start, near)
    part = _nearest("part", parse.text, from_here, min(end, quantity.end + 30), quantity)
    part = part or _gravely(parse.text, start, quantity)
    part = part or _compared(parse.text, max(start, quantity.start - 24), quantity.start)
    part = part or _at_first(parse.text, max(start, quantity.start - 48), quantity.start)
    update = _first("update", parse.text, max(start, quantity.start - 24), quantity.start)
    return part, update, _first("another", parse.text, start, quantity.start)


def _first(kind: str, text: str, start: int, end: int) -> Because | None:
    return next((row.because(span) for row, span in WORDS[kind].find(text, start, end)), None)


def _gravely(text: str, start: int, quantity: Quantity) -> Because | None:
    """The word right behind a figure of some of the wounded: seven were hurt, two seriously."""
    if quantity.kind != "wounded" or not text[start : quantity.start].rstrip().endswith(
        (",", "including", "and")
    ):
        return None
    for row, span in WORDS["grave"].find(text, quantity.end, quantity.end + 40):
        if text[quantity.end : span.start].strip() in ("", "of them"):
            return row.because(span)
    return None


def _compared(text: str, start: int, end: int) -> Because | None:
    """The words right before a figure by which it is that of another time: up from 12, against 22."""
    for row, span in WORDS["compared"].find(text, start, end):
        if len(text[span.end : end].split()) <= 1:
            return row.because(span)
    if (told := _TO_FROM.search(text, start, end)) is not None:
        return changed_from(Span(told.start(1), told.end(1)))
    return None


_TO_FROM = re.compile(r"\bto [\w,.-]{1,12} (from) $")


@rule(
    "casualties.changed-from",
    means="A toll that is now another was the figure behind 'from' before, and is so no longer.",
    fires="Officials revised the toll of the bombing down to 8 [from] 11 dead.",
    silent="Officials put the toll of the bombing at 8 or 11 dead.",
)
def changed_from(word: Span) -> Because | None:
    """The reason to set the older figure aside."""
    return changed_from.because(word)


def _at_first(text: str, start: int, end: int) -> Because | None:
    """The words a little before a figure by which it was only the first that was given."""
    for row, span in WORDS["first"].find(text, start, end):
        if len(text[span.end : end].split()) <= 3:
            return row.because(span)
    return None


def _further(text: str, quantity: Quantity) -> Because | None:
    """The word right beside a figure by which it counts others: another three, three more."""
    for row, span in WORDS["further"].find(text, max(0, quantity.start - 12), quantity.end + 6):
        behind = span.words(text).lower() == "more"
        gap = text[quantity.end : span.start] if behind else text[span.end : quantity.start]
        if gap == " ":
            return row.because(span)
    return None


def _nearest(kind: str, text: str, start: int, end: int, quantity: Quantity) -> Because | None:
    """The word that makes a part, with no other figure's words between; a comma-free way behind."""
    for row, span in WORDS[kind].find(text, start, end):
        if row.get("kind") not in (None, quantity.kind):
            continue
        between = text[min(span.end, quantity.end) : max(span.start, quantity.start)]
        ahead = span.end <= quantity.start
        if ahead and not any(c.isdigit() for c in between):
            return row.because(span)
        if not ahead and not {",", ";"} & set(between) and span.words(text).lower() not in AHEAD:
            return row.because(span)
    return None


class _Voices:
    """The attributions of a document, by where their contents stand."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        pairs = ((span, each) for each in attributions for span in each.content)
        self._contents = sorted(pairs, key=lambda pair: (pair[0].start, -pair[0].end))
        self._next = 0
        self._open: list[tuple[Span, Attribution]] = []

    def at(self, span: Span) -> Attribution | None:
        """The innermost attribution around a span; asked from left to right."""
        while self._next < len(self._contents) and self._contents[self._next][0].start <= span.start:
            self._open.append(self._contents[self._next])
            self._next += 1
        self._open = [pair for pair in self._open if pair[0].end > span.start]
        inside = [pair for pair in self._open if pair[0].holds(span)]
        return inside[-1][1] if inside else None


RULES: tuple[Rule, ...] = (changed_from.rule, *quantity_estimate.RULES, *quantity_named.RULES)

__all__ = ["RULES", "tolls"]
