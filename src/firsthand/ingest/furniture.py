"""Page furniture in a text: what a page says around its story, set aside with the rule that says so.

Whole paragraphs only, but for a heading that was run into the end of the text: a sentence of the story is
never split. Where everything looks like furniture, nothing is: a text of one line may be a headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from firsthand.ingest import paragraphs as layout
from firsthand.rules import Row, all_rules, lexicon, rule
from firsthand.schema import Because, Reasons, Span, Spans

LEXICON = lexicon(__package__, "furniture.en.toml")
HEADING, WHOLE, START, WITHIN = (LEXICON[kind] for kind in ("heading", "whole", "start", "within"))

LONGEST = 600
"""Characters. No furniture paragraph is longer; longer ones are not looked at."""

_START_WORDS = sorted((word for row in START.rows for word in row.words), key=len, reverse=True)
_STARTS = re.compile(rf"(?:{'|'.join(map(re.escape, _START_WORDS))})(?:(?<=\W)|(?<=20)|(?!\w))", re.I)
_MOST_WITHIN = max(row["most_words"] for row in WITHIN.rows)
_COUNT = re.compile(r"[\s(\[]*\d{0,6}[)\]]*\s*[:.…»›>|▼+-]*\s*$")
_MARKS = "#*_=>-–—•|[ "
_PROSE_END = re.compile(r"(?:[.!][\"'”’)]*|\?[\"'”’)]+)$")
"""A headline may ask a question; only a quotation or a sentence ends like this."""
_TAIL = re.compile(r"[.!?…][\"'”’)]*\s+([^.!?…]{3,40})$")
_NAMES = r"[A-Z][^\W\d]*(?:[ .'’-]+[^\W\d]+){0,4}"
_SLASHED = re.compile(rf"(?P<before>[.!?\"”’]\s+)?\({_NAMES}(?:/{_NAMES}){{1,2}}\)$")
_CREDITED = re.compile(
    r"\([^()]{0,80}\b(?:photo|photos by|handout|screenshot|courtesy of|getty|image:|images/)(?!\w)[^()]{0,60}"
    r"\)$",
    re.IGNORECASE,
)
_SHARED_WORK = re.compile(
    r"(?:(?:additional |with )?reporting by|edit(?:ed|ing) by|writ(?:ten|ing) by|compiled by|with files from)"
    r":? +[A-Z]"
    rf"|{_NAMES}(?:(?:,| and|, and) {_NAMES}){{0,4}} reported from [A-Z]"
    r"|(?=.{0,400}\bcontributed (?:reporting|to this (?:report|story|article))(?: from [^.]{1,60})?\.?\)?$)",
)
_LAST = 4
"""Paragraphs at the end of a story among which its reporters may be thanked."""


class SetAside(NamedTuple):
    """The furniture of a text, the reasons, and the paragraphs that remain."""

    furniture: Spans
    because: Reasons
    paragraphs: Spans


def set_aside(text: str) -> SetAside:
    """Part the paragraphs of a text into its story and its page's furniture."""
    every = layout.paragraphs(text)
    found = dict(_found(text, every))
    story = tuple(span for span in every if span not in found)
    if not story:
        return SetAside((), (), every)
    because = list(found.values())
    cut = tail(text, story[-1])
    if cut:
        row, span = cut
        found[span] = row.because(span)
        because.append(found[span])
        story = (*story[:-1], _before(text, story[-1], span))
    return SetAside(tuple(sorted(found)), tuple(because), story)


def _found(text: str, every: Spans) -> Iterator[tuple[Span, Because]]:
    listed = False
    for number, span in enumerate(every):
        words = span.words(text) if span.end - span.start <= LONGEST else ""
        if not words:
            listed = False
            continue
        row = _row(words)
        if row is not None:
            listed = row in HEADING.rows
            yield span, row.because(span)
        elif listed and headline(words):
            yield span, headline.because(span)
        elif credit(words):
            yield span, credit.because(span)
        elif number >= len(every) - _LAST and reporters(words):
            yield span, reporters.because(span)
        else:
            listed = False


def _row(words: str) -> Row | None:
    """The row of a furniture paragraph."""
    bare = _COUNT.sub("", words.strip(_MARKS)) if len(words) <= 60 else ""
    row = HEADING.lookup(bare) or WHOLE.lookup(bare) if bare else None
    if row is not None:
        return row
    count = words.count(" ") + 1
    row = _start_row(words.lstrip(_MARKS))
    if row is not None and count <= row["most_words"]:
        return row
    if count > _MOST_WITHIN:
        return None
    return next((row for row, _ in WITHIN.find(words) if count <= row["most_words"]), None)


def _start_row(words: str) -> Row | None:
    match = _STARTS.match(words)
    row = START.lookup(match.group()) if match else None
    if row is None or "beside" not in row.fields:
        return row
    return row if not set(row["beside"]).isdisjoint(re.findall(r"[\w-]+", words.lower())) else None


@rule(
    "furniture.list",
    means="A headline in the list under a heading such as Most Read.",
    fires="Soldiers left the village on Monday.\n\nMost Read\n\n[Mayor of Orlivka resigns over bridge]",
    silent="Most Read\n\nThe mayor of Orlivka resigned over the bridge on Monday, the council said.",
)
def headline(words: str) -> bool | None:
    """Whether a paragraph is a headline: short, and no sentence with its full stop."""
    return True if len(words) <= 150 and not _PROSE_END.search(words) else None


@rule(
    "furniture.credit",
    means="A caption: a short paragraph that ends with the credit of a picture in parentheses.",
    fires="Soldiers left.\n\n[A burnt house in Orlivka. (Jane Roe/Harbour Post)]\n\nNo one was hurt.",
    silent="A burnt house in Orlivka was searched (twice).\n\nNo one was hurt, two said (Harbour/Hill).",
)
def credit(words: str) -> bool | None:
    """Whether a paragraph of at most sixty words ends with a credit and no full stop behind it."""
    if words.count(" ") >= 60 or not words.endswith(")"):
        return None
    if _CREDITED.search(words[-150:]):
        return True
    slashed = _SLASHED.search(words[-130:])
    # "(Moscow/Kyiv)" may be part of a headline: one of the names has two words, or a full stop stands before.
    return True if slashed and (slashed["before"] or " " in slashed.group()) else None


@rule(
    "furniture.reporters",
    means="A line at the end of a story that names who worked on it.",
    fires="Two shells fell.\n\n[Jane Roe reported from Orlivka. Dena Poll contributed reporting.]",
    silent="Two shells fell.\n\nJane Roe reported seeing tanks. Her son contributed to this war, he said.",
)
def reporters(words: str) -> bool | None:
    """Whether a paragraph tells by whom a story was reported, written, edited."""
    bare = words.strip(_MARKS + "(")
    shared = _SHARED_WORK.match(bare) or _SHARED_WORK.match(bare[:1].lower() + bare[1:])
    return True if shared and words.count(" ") < _MOST_OF_REPORTERS else None


_MOST_OF_REPORTERS = 60


def tail(text: str, last: Span) -> tuple[Row, Span] | None:
    """A heading that was run into the end of the text, behind the last sentence."""
    match = _TAIL.search(text, max(last.start, last.end - 80), last.end)
    if match is None:
        return None
    row = HEADING.lookup(match[1].strip())
    return (row, Span(*match.span(1))) if row is not None and row["tail"] else None


def _before(text: str, paragraph: Span, cut: Span) -> Span:
    return Span(paragraph.start, paragraph.start + len(text[paragraph.start : cut.start].rstrip()))


RULES = all_rules(LEXICON, headline, credit, reporters)
