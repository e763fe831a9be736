"""The words that a claim is told in: its content, with its voice where it says nothing without it."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.ground.claim_subject import (
    FINITE,
    addressed,
    addresses,
    known_to_us,
    needs_voice,
    shared_subject,
    spoken_of,
    with_subject,
    without_gaps,
)
from firsthand.resources.parser import Parse, Token
from firsthand.schema import Attribution, Because, Span, Spans

_FEWEST = 3


def worded(attribution: Attribution, content: Spans, parse: Parse) -> tuple[Spans, Because | None]:
    """The words of a content that reads as a sentence, and the reason for a subject taken in from outside.

    A private state ("plans to", "fears that") is claimed with its holder and cue: without them the words
    would say that what is planned or feared is so. So is a content without a verb ("blamed X for the fire").
    """
    put, subject = with_subject(content, attribution, parse)
    if subject is not None and subject.rule == shared_subject.rule.name and attribution.cue:
        put = _with_verb(put, content, attribution, parse)
    bare = not reads_alone(content, attribution, parse) or needs_voice(attribution, parse)
    thought = attribution.kind == "other" and attribution.source and not known_to_us(attribution, parse)
    thought = thought and not _heard_in_court(attribution, parse)
    held_or_bare = bool(thought) or (
        bare and (subject is None or addresses(attribution, parse) or spoken_of(attribution, parse))
    )
    if attribution.cue and held_or_bare:
        held_with = {*put, *attribution.source, *attribution.cue, *addressed(attribution, parse)}
        put = without_gaps(tuple(sorted(held_with)), parse)
    if attribution.source and not attribution.cue and only_a_figure(attribution):
        put = without_gaps(tuple(sorted({*put, *attribution.source})), parse)
    elif attribution.source and not attribution.cue and _opens_with_verb(_tokens(put, parse)):
        put = tuple(sorted({*put, *attribution.source}))
    return _merged(put), subject


def only_a_figure(attribution: Attribution) -> bool:
    """Whether a voice gives no more than a figure, which another has given before: "the rebels six"."""
    return not attribution.cue and any(
        each.rule in ("attribution.figure_of_another", "attribution.set_against")
        for each in attribution.because
    )


def _heard_in_court(attribution: Attribution, parse: Parse) -> bool:
    """Whether a court or a jury heard it: what was told there, and nothing that it thinks."""
    heard = any(token.lower in ("heard", "hears") for token in _tokens(attribution.cue, parse))
    return heard and any(token.lower in _HEARING for token in _tokens(attribution.source, parse))


_HEARING = frozenset({"bailey", "court", "hearing", "inquest", "inquiry", "jurors", "jury", "tribunal"})


def _merged(spans: Spans) -> Spans:
    """Pieces of text in their order, those that overlap made one."""
    made: list[Span] = []
    for span in sorted(spans):
        if made and span.start <= made[-1].end:
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return tuple(made)


def _with_verb(put: Spans, content: Spans, attribution: Attribution, parse: Parse) -> Spans:
    """A shared subject with the verb between it and the content: "the pilot is believed to have ejected"."""
    cue = {token.i for span in attribution.cue for token in parse.within(span)}
    first = parse.first_from(content[0].start)
    subject = next((span for span in put if span not in content), put[0])
    after = parse.first_from(subject.end)
    start = first
    while start > after and (parse.tokens[start - 1].i in cue or parse.tokens[start - 1].pos in _BESIDE_VERB):
        start -= 1
    if start == first or first < after:
        return put
    begin = subject.start if start == after else parse.tokens[start].start
    opening = Span(begin, content[0].end)
    return tuple(sorted({*((subject,) if start > after else ()), opening, *content[1:]}))


_BESIDE_VERB = frozenset({"AUX", "PART", "ADV"})


def _opens_with_verb(content: Sequence[Token]) -> bool:
    """Whether a quotation opens with a finite verb, its subject left outside: the mayor "rejects it"."""
    first = next((t for t in content if t.pos not in ("PUNCT", "ADV")), None)
    asked = any("?" in t.text for t in content[-4:])
    return first is not None and first.tag in ("VBZ", "VBD", "MD") and not asked


def reads_alone(content: Spans, attribution: Attribution, parse: Parse) -> bool:
    """Whether a content can be read without who says it: it has a verb, and does not open with "to"."""
    words = _tokens(content, parse)
    if attribution.cue and not any(
        c.isalnum() for c in parse.text[attribution.cue[0].start : attribution.cue[0].end]
    ):
        return any(token.pos in ("VERB", "AUX") for token in words)  # a headline: "Police: three held"
    first = next((token for token in words if token.pos != "PUNCT" and token.dep != "neg"), None)
    behind = next((t for t in words if first is not None and t.i > first.i), None)
    has_verb = any(token.pos in ("VERB", "AUX") for token in words)
    if first is not None and not has_verb and _before_its_cue(content, words, attribution):
        return True
    if first is None or not has_verb:
        return has_verb or (first is not None and _that_day(first, behind) is False)
    if first.lower == "that" and first.tag == "IN" and behind is not None:
        return True
    only_that = first.lower == "only" and behind is not None and behind.lower == "that"
    bare_act = first.tag == "VBG" and (attribution.source or len(words) < _FEWEST)
    if first.tag == "TO" or bare_act or only_that:
        return False
    return _led_by_verb(content, words, attribution)


def _before_its_cue(content: Spans, words: Sequence[Token], attribution: Attribution) -> bool:
    """Whether words stand before "he said", and are enough to be a sentence whose verb the parse missed."""
    said = sum(token.pos != "PUNCT" for token in words)
    return bool(attribution.cue) and content[-1].end <= attribution.cue[0].start and said > _FEWEST


def _that_day(first: Token, behind: Token | None) -> bool:
    """Whether a content is only a date behind "that"."""
    if first.lower != "that" or first.tag != "IN" or behind is None:
        return True
    return behind.entity in ("DATE", "TIME")


def _led_by_verb(content: Spans, words: Sequence[Token], attribution: Attribution) -> bool:
    """Whether words behind a cue have a verb of their own, outside of clauses that hang on a noun.

    Quotations, and words before their cue, are sentences as they stand.
    """
    quoted = words[0].tag in ("``", "''") or words[0].text in _QUOTES
    unsaid = not attribution.source or attribution.source_kind == "footage"
    if unsaid or not attribution.cue or content[0].start < attribution.cue[0].end or quoted:
        return True
    inside = {token.i for token in words}
    return any(
        token.pos in ("VERB", "AUX") and token.tag not in ("VB", "VBG") and not _inside_noun(token, inside)
        for token in words
        if token.tag in FINITE or token.tag == "VBN" or token.below("aux")
    )


def _inside_noun(token: Token, inside: set[int]) -> bool:
    """Whether a verb stands in a clause of a noun or of time that is inside the words."""
    at, steps = token, 0
    while at.i in inside and steps < _DEEPEST:
        if at.dep in _HANGING and at.head.i in inside:
            return True
        if at.head is at:
            return False
        at, steps = at.head, steps + 1
    return False


_DEEPEST = 60
_HANGING = frozenset({"relcl", "acl", "advcl", "pcomp"})
_QUOTES = frozenset({'"', "“", "‘", "'", "«", "``", "''"})


def _tokens(spans: Spans, parse: Parse) -> list[Token]:
    return [token for span in spans for token in parse.within(span)]
