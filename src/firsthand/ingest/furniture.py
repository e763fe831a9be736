"""Page furniture in a text: what a page says around its story, set aside with the rule that says so.

Whole paragraphs only, but for a heading run into the end of the text and a credit run into the start of a
paragraph: a sentence of the story is never split. Where everything looks like furniture, nothing is: a text
of one line may be a headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from firsthand.ingest import contact
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
_AREAS = r"(?:regions?|oblasts?|districts?|provinces?|count(?:y|ies)|sectors?|directions?|fronts?|axis|area)"
_SUBHEAD = re.compile(
    rf"(?!.*\b{_AREAS}\b)"
    r"[A-Z][^\W\dA-Z]*['’]?[^\W\dA-Z]*(?: [^\W\dA-Z]+(?:['’-][^\W\dA-Z]+)*){1,7}!?"
)
_LEADING = re.compile(r"(\([^()\n]{4,120}\))\s+(?=[\"“‘'A-Z])")
_CREDIT_WORDS = re.compile(
    r"\((?:file )?(?:photo|photos|image|images|picture|pictures|photograph|video|credit|source)"
    r"(?: (?:by|credit|courtesy of)\b|: | / |/)",
    re.IGNORECASE,
)
_FILE_PHOTO = re.compile(
    r"(?:FILE ?[-–—.:] ?)?In (?:this|an?) (?:[\w.]+,? ){0,5}file "
    r"(?:photo|image|picture|photograph|video|footage)\b",
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
    for span in tuple(_between(text, story)):
        found[span] = subhead.because(span)
    story = tuple(_behind_credit(text, span, found) for span in story if span not in found)
    because = list(found.values())
    cut = tail(text, story[-1])
    if cut:
        row, span = cut
        found[span] = row.because(span)
        because.append(found[span])
        story = (*story[:-1], _before(text, story[-1], span))
    if line := contact.trailing(text, story[-1]):
        found[line[1]] = line[0]
        because.append(line[0])
        story = (*story[:-1], _before(text, story[-1], line[1]))
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
        elif file_photo(words):
            yield span, file_photo.because(span)
        elif credit(words):
            yield span, credit.because(span)
        elif contact.contact(words):
            yield span, contact.contact.because(span)
        elif number >= len(every) - _LAST and reporters(words):
            yield span, reporters.because(span)
        else:
            listed = False


def _between(text: str, story: Spans) -> Iterator[Span]:
    """The paragraphs of a story that stand between two of prose and head the second."""
    for before, span, after in zip(story, story[1:], story[2:], strict=False):
        if span.end - span.start <= _LONGEST_SUBHEAD and subhead(span.words(text)):
            last = text[max(before.start, before.end - _ENDING) : before.end]
            if _prose(last) and _prose(text[max(after.start, after.end - _ENDING) : after.end]):
                yield span


def _prose(ending: str) -> bool:
    return bool(_PROSE_END.search(ending)) and ending.count(" ") >= _FEWEST_OF_PROSE


_LONGEST_SUBHEAD, _ENDING, _FEWEST_OF_PROSE = 60, 80, 3


@rule(
    "furniture.subhead",
    means="A heading between two paragraphs of a story: a few words in lower case, and no full stop.",
    fires="The mayor left the town on Monday.\n\n[Anger grows]\n\nResidents blocked the road on Friday.",
    silent="The mayor left the town on Monday.\n\nAnger grows.\n\nResidents blocked the road on Friday.",
)
def subhead(words: str) -> bool | None:
    """Whether a paragraph is one; not where it names somebody, a place or a day: it may say more."""
    return True if _SUBHEAD.fullmatch(words) else None


def _behind_credit(text: str, paragraph: Span, found: dict[Span, Because]) -> Span:
    """A paragraph without the credit in parentheses that it begins with."""
    head = _LEADING.match(text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST_CREDIT)])
    if head is None:
        return paragraph
    span = Span(paragraph.start, paragraph.start + head.end(1))
    reason = leading_credit(head[1]) and leading_credit.because(span)
    if not reason:
        return paragraph
    found[span] = reason
    return Span(paragraph.start + head.end(), paragraph.end)


_LONGEST_CREDIT = 160


@rule(
    "furniture.leading_credit",
    means="The credit of a picture in parentheses that was run into the paragraph behind it.",
    fires="Soldiers left.\n\n[(Photo by Jane Roe/Harbour Post)] Thousands cheered, police said.",
    silent="Soldiers left.\n\n(Photo shops stayed shut.) Thousands cheered, police said.",
)
def leading_credit(words: str) -> bool | None:
    """Whether words in parentheses name whose picture it is."""
    return True if _CREDIT_WORDS.match(words) else None


@rule(
    "furniture.file_photo",
    means="The caption of a picture from the archive.",
    fires="[In this March 3, 2030 file photo, a guard stands by the bridge.]\n\nThe bridge fell on Friday.",
    silent="In this file, a photo of the bridge was found.\n\nThe bridge fell on Friday.",
)
def file_photo(words: str) -> bool | None:
    """Whether a paragraph opens with "In this ... file photo" and goes on with what it shows."""
    return True if _FILE_PHOTO.match(words) else None


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


RULES = (
    *all_rules(LEXICON, headline, credit, reporters, subhead, leading_credit, file_photo),
    *contact.RULES,
)
