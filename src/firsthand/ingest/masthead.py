"""Lines of their own at the head that say who published a text and when: "Coastal Times, 13 March 2031"."""

from __future__ import annotations

import re
from typing import NamedTuple

from firsthand.ingest import byline
from firsthand.ingest.published import iso
from firsthand.rules import all_rules, lexicon, rule
from firsthand.schema import Because, Reasons, Span, Spans

LEXICON = lexicon(__package__, "masthead.en.toml")
MEDIUM = LEXICON["medium"]

NEAR_TOP = 4
"""Paragraphs among which a line with a medium's word stands; without one it stands right under the title."""
LONGEST = 100
_LONGEST_TITLE = 250
_LONGEST_TEXT = 100_000
"""Characters in which a name is looked for: whether the text has it for a place or for who publishes it."""

_NAME = r"(?P<name>[A-Z][\w'’&.-]*(?:\s(?:(?:of|the|and|for)\s)?[A-Z][\w'’&.-]*){0,5})"
_DAY = r"(?P<day>[\w.,]{1,12}(?:\s+[\w.,]{1,12}){2,3}|\d{4}-\d\d-\d\d)"
_LINE = re.compile(rf"{_NAME}(?P<mark>,|\s+[|–—·•-])\s+{_DAY}|{_DAY.replace('day', 'first')}"
                   rf"(?:,|\s+[|–—·•-])\s+{_NAME.replace('name', 'last')}")  # fmt: skip
_NO_NAME = re.compile(
    r"(?:[A-Z][a-z]{2,5}day|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Published|Posted|Updated|Date|By)\b", re.I
)
_OUTLET = re.compile(_NAME)
_DATE = re.compile(rf"(?:(?:published|posted|date|issued)(?: on)?:?\s+)?{_DAY}", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?…:;,][\"'”’)]*$")
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][\w .'’-]{1,30}){0,2}(?:, [A-Z][a-z]{2,8}\.? \d{1,2})? "
    r"\((?P<name>[A-Z][\w'’&.-]*(?: [A-Z][\w'’&.-]*){0,3})\) ?[-–—] "
)


class Masthead(NamedTuple):
    """What the head of a text says of its publication, the lines that hold nothing else, and the reasons."""

    publisher: str | None
    published: str | None
    title: str | None
    lines: Spans
    because: Reasons


def masthead(text: str, paragraphs: Spans) -> Masthead | None:
    """Publisher, day and title by the lines at the head; None where they say neither publisher nor day.

    A name is the publisher's where it holds a medium's word, or stands right under the title and is no
    place's or person's by its form or by the text; else the line gives the day alone.
    """
    return _with_medium(text, paragraphs) or _under_title(text, paragraphs) or _block(text, paragraphs)


def agency(text: str, paragraphs: Spans) -> tuple[str, Because] | None:
    """The agency of the dateline, for a text without another publisher: "KIRNA, March 12 (Meridian) -"."""
    for span in paragraphs[:NEAR_TOP]:
        match = _DATELINE.match(text, span.start, min(span.end, span.start + 150))
        if match:
            at = Span(match.start(), match.end("name") + 1)
            return match["name"], Because(rule="ingest.publisher", note="the dateline", anchors=(at,))
    return None


def _medium(name: str, line: Span) -> Because | None:
    row = next((row for word in name.split() if (row := MEDIUM.lookup(word))), None)
    return row.because(line) if row is not None else None


def _line(text: str, span: Span) -> tuple[str, str, str] | None:
    """Name, mark and ISO day of a line that holds both and nothing else."""
    match = _LINE.fullmatch(span.words(text).strip()) if span.end - span.start <= LONGEST else None
    name = (match["name"] or match["last"]) if match else None
    if match is None or name is None or _NO_NAME.match(name):
        return None
    published = iso(match["day"] or match["first"])
    return (name, match["mark"] or "", published) if published else None


def _with_medium(text: str, paragraphs: Spans) -> Masthead | None:
    for span in paragraphs[:NEAR_TOP]:
        if (found := _line(text, span)) and (why := _medium(found[0], span)):
            title = _title(text, paragraphs[0]) if paragraphs[1:2] == (span,) else None
            return Masthead(found[0], found[2], title, (span,), (why,))
    return None


def _under_title(text: str, paragraphs: Spans) -> Masthead | None:
    if len(paragraphs) < 2 or not (title := _title(text, paragraphs[0])):
        return None
    line = paragraphs[1]
    if not (found := _line(text, line)):
        return None
    name, mark, published = found
    if named(name, mark, text[line.end : line.end + _LONGEST_TEXT]):
        return Masthead(name, published, title, (line,), (named.because(line),))
    return Masthead(None, published, title, (), (day.because(line),)) if day(line.words(text)) else None


@rule(
    "masthead.named",
    means="A name with a day under the title is the publisher's where it is no place's or person's.",
    fires="The bridge was taken\n\n[TrueCoast, 12 March 2031]\n\nThe last soldiers left on Monday, two said.",
    silent="The bridge was taken\n\nOrlivka, 12 March 2031\n\nThe last soldiers left on Monday, two said.",
)
def named(name: str, mark: str, text: str) -> bool | None:
    """Whether a name beside a day, of a text that goes on so, is a publisher's; None where it may not be.

    A small and a capital letter or a figure within a word, "The" or "of" speak for it, and a text that
    goes by it ("told Verity", "Verity found"); one plain word behind a comma is as a dateline has
    it, two are as a person is called.
    """
    own = re.escape(name)
    if re.search(
        rf"\b(?:in|near|from|at|outside|around|of|to|by|towards?) {own}\b|\b{own}[’']s mayor\b", text
    ):
        return None
    if re.search(r"[a-z][A-Z]|\d|&|^The |\b(?:of|for|and)\b", name):
        return True
    if re.search(
        rf"\b(?:told|with|contacted by) {own}\b|\b{own} (?:found|has seen|has verified|asked)\b", text
    ):
        return True
    return True if mark not in ("", ",") and " " not in name and not name.isupper() else None


@rule(
    "masthead.day",
    means="A line under the title that is a date, or a name and a date, gives the day of publication.",
    fires="The bridge was taken\n\n[Orlivka, 12 March 2031]\n\nThe last soldiers left on Monday, two said.",
    silent="Orlivka, 12 March 2031: the last soldiers left on Monday, two residents of the village said.",
)
def day(words: str) -> str | None:
    """The ISO day of a line that is a date, with or without a name; None for other lines."""
    words = words.strip()
    match = _DATE.fullmatch(words) if len(words) <= LONGEST else None
    if match:
        return iso(match["day"])
    found = _line(words, Span(0, len(words)))
    return found[2] if found else None


def _title(text: str, span: Span) -> str | None:
    """A paragraph's words where it reads as a title: short, one line, no sentence with its full stop."""
    words = span.words(text).strip()
    if len(words) > _LONGEST_TITLE or "\n" in words or (_SENTENCE.search(words) and not words.endswith("?")):
        return None
    return words


def _block(text: str, paragraphs: Spans) -> Masthead | None:
    """Title, outlet and date in lines of their own, in any order, the date never first."""
    for at in range(1, min(NEAR_TOP, len(paragraphs))):
        words = paragraphs[at].words(text) if paragraphs[at].end - paragraphs[at].start <= LONGEST else ""
        if words and _DATE.fullmatch(words.strip()) and (published := day(words)):
            break
        if words and byline.author(text, (paragraphs[at],)):
            continue
        if not _title(text, paragraphs[at]):
            return None
    else:
        return None
    if not _title(text, paragraphs[0]) or _another_day(text, paragraphs[at + 1 :]):
        return None
    outlet = next((found for span in paragraphs[: at + 2] if (found := _outlet(text, span))), None)
    others = (span for span in paragraphs[:at] if not outlet or span != outlet[1])
    title = next((head for span in others if (head := _title(text, span))), None)
    lines = (paragraphs[at], *((outlet[1],) if outlet else ()))
    because = (*((outlet[2],) if outlet else ()), day.because(paragraphs[at]))
    return Masthead(outlet[0] if outlet else None, published, title, tuple(sorted(lines)), because)


def _another_day(text: str, paragraphs: Spans) -> bool:
    """Whether days head the parts of a text, as in a list of what happened when."""
    return any(
        _DATE.fullmatch(span.words(text).strip())
        for span in paragraphs[:100]
        if span.end - span.start <= LONGEST and span.words(text).strip()[-1:].isdigit()
    )


def _outlet(text: str, span: Span) -> tuple[str, Span, Because] | None:
    words = span.words(text).strip() if span.end - span.start <= LONGEST else ""
    match = _OUTLET.fullmatch(words)
    why = _medium(words, span) if match else None
    return (words, span, why) if why else None


RULES = all_rules(LEXICON, named, day)
