"""What each voice puts forward, sentence by sentence, and what is left for the publisher."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from firsthand.ground.claim_certainty import denied_within
from firsthand.ground.claim_footage import asides, continuing
from firsthand.ground.claim_left import (
    about_the_text,
    only_calls,
    parts_left,
    stays_unnamed,
    without_no,
    without_that,
)
from firsthand.ground.claim_subject import wonders, words_of_talk
from firsthand.ground.claim_told_before import with_what_was_said
from firsthand.ground.claim_turns import Interview
from firsthand.ground.claim_wording import reads_alone, worded
from firsthand.resources.parser import Parse, Token
from firsthand.resources.posts import stamps
from firsthand.rules import all_rules, rule
from firsthand.schema import Attribution, Reading, Reasons, Span, Spans

MOSTLY = 0.6
"""Share of a sentence's words that inner voices must hold for the outer voice to be an introduction only."""


@dataclass(frozen=True)
class Proposition:
    """Words that make one claim, and the attribution that they are the content of (none: the publisher's)."""

    anchors: Spans
    attribution: Attribution | None
    because: Reasons


def propositions(reading: Reading, parse: Parse, interview: Interview) -> Iterator[Proposition]:
    """What each voice puts forward, sentence by sentence, and what is left for the publisher.

    Time stamps of posts and labels of turns are nobody's words; a question without a cue claims nothing.
    """
    inner: dict[str | None, list[Attribution]] = {}
    for attribution in reading.attributions:
        inner.setdefault(attribution.parent, []).append(attribution)
    ending = _ending(reading, parse)
    marks = (*stamps(reading.document), *interview.labels)
    unsaid = {token.i for span in marks for token in parse.within(span)}
    denied_above = {one.id for each in reading.attributions for one in denied_within(each, inner, parse)}
    asking = {each.id: each for each in reading.attributions if each.type == "direct"}
    for attribution in reading.attributions:
        if attribution.id in denied_above or only_calls(attribution, parse):
            continue
        for each in attributed(attribution, inner.get(attribution.id, ()), parse) or ():
            inside = _asked_inside(each.anchors, asking.get(attribution.parent or ""), parse)
            asked = not attribution.cue or words_of_talk(attribution, parse)
            asks = inside or (asked and _in_question(each.anchors, parse))
            if not asks and not wonders(attribution, each.anchors, parse):
                yield with_what_was_said(each, ending, parse)
    for each in unattributed(reading, parse, unsaid) or ():
        yield with_what_was_said(each, ending, parse)


def _asked_inside(anchors: Spans, outer: Attribution | None, parse: Parse) -> bool:
    """Whether words stand in a quoted sentence that ends in a question mark."""
    if outer is None:
        return False
    rest = parse.text[anchors[-1].end - 1 : outer.content[-1].end]
    return next((sign for sign in rest if sign in ".?!"), "") == "?"


def _in_question(anchors: Spans, parse: Parse) -> bool:
    """Whether words end in a question mark, or stand in a sentence that does."""
    last = parse.within(anchors[-1])
    return _asks(last) or bool(last and _asks(parse.tokens_of(parse.sentences[last[-1].sentence])))


def _asks(tokens: Sequence[Token]) -> bool:
    """Whether words end in a question mark, marks of bold type and quotation behind it left out."""
    return any("?" in token.text for token in tokens[-4:] if token.pos in ("PUNCT", "SYM")) and not any(
        token.pos not in ("PUNCT", "SYM") for token in _behind_mark(tokens)
    )


def _behind_mark(tokens: Sequence[Token]) -> Sequence[Token]:
    last = max((n for n, token in enumerate(tokens) if "?" in token.text), default=len(tokens) - 1)
    return tokens[last + 1 :]


@rule(
    "claim.attributed",
    means="What a voice puts forward in one sentence is one claim of that voice.",
    fires="The mayor [said] that two carriers left the wood.",
    silent="Two carriers left the wood.",
)
def attributed(
    attribution: Attribution, inner: Sequence[Attribution], parse: Parse
) -> list[Proposition] | None:
    """The content of an attribution, cut at the ends of sentences; `inner` are those that stand in it."""
    takes_a_stand = attribution.polarity == "-" or attribution.certainty == "unknown"
    denied_here = denied_within(attribution, {attribution.id: inner}, parse)
    put = next((one.content for one in denied_here if reads_alone(one.content, one, parse)), None)
    telling = (each for each in inner if not only_calls(each, parse))
    held = {token.i for each in telling for token in _tokens((*each.content, *each.cue, *each.source), parse)}
    reason = attributed.because(*(attribution.cue or attribution.source or attribution.content))
    content, subject = worded(attribution, put or attribution.content, parse)
    reasons = (reason, subject) if subject else (reason,)
    made, apart = [], set[int]()
    for aside, noun, why in asides(attribution, parse):
        apart |= {token.i for token in aside}
        made.append(Proposition((noun, *_pieces(aside)), None, (why,)))
    sentences = list(_sentences(said(_tokens(content, parse), apart)))
    for tokens in sentences:
        spoken = {token.i for token in tokens if token.pos != "PUNCT"}
        anchors = _pieces(without_that(tokens))
        if len(spoken) < _FEWEST and (len(sentences) > 1 or not attribution.cue) and not _has_verb(tokens):
            continue  # "Yes.", "Good morning."
        if stays_unnamed(_tokens(attribution.content, parse)):
            continue
        if anchors and (takes_a_stand or len(spoken & held) < MOSTLY * len(spoken)):
            made.append(Proposition(anchors, attribution, reasons))
    return made


_FEWEST = 3
"""Words of a sentence without a verb, inside longer speech, below which it claims nothing."""


def _has_verb(tokens: Iterable[Token]) -> bool:
    return any(token.pos in ("VERB", "AUX") for token in tokens)


@rule(
    "claim.publisher",
    means="What no voice is named for is the publisher's own claim.",
    fires="[Two carriers left the wood.]",
    silent='"Two carriers left the wood," the mayor said.',
)
def unattributed(reading: Reading, parse: Parse, unsaid: set[int]) -> list[Proposition] | None:
    """The words of each sentence outside every attribution, where they tell of an event of their own.

    `unsaid` are the numbers of tokens that are nobody's words. What goes on describing a clip is the clip's.
    """
    taken = set(unsaid)
    held = {t.i: each for each in reading.attributions for t in _tokens(each.content, parse)}
    footage = continuing(reading, parse)
    for attribution in reading.attributions:
        if only_calls(attribution, parse):
            continue
        beside = attribution.cue or _one_sentence(attribution, parse)
        for spans in (attribution.content, attribution.cue):
            taken.update(token.i for token in _tokens(spans, parse))
        taken.update(token.i for token in (_who_speaks(attribution, parse) if beside else ()))
    triggers = {event.trigger.start for event in reading.events}
    made = []
    for sentence in parse.sentences:
        tokens = parse.tokens_of(sentence)
        left = [token for token in tokens if token.i not in taken]
        if not left or _asks(tokens):
            continue
        whole = len(left) == len(said(tokens, unsaid))
        parts = [left] if whole and _tells(left, triggers) else []
        for part in parts if whole else parts_left(left, parse, triggers, held):
            anchors = _pieces(token for token in without_no(part) if token.i not in unsaid)
            described = footage.get(sentence.i)
            reason = described[1] if described else unattributed.because(*anchors)
            if anchors:
                made.append(Proposition(anchors, described[0] if described else None, (reason,)))
    return made


def _who_speaks(attribution: Attribution, parse: Parse) -> list[Token]:
    """The words of the source; of "shot a driver who told" no more than "who": the driver was shot."""
    source = list(_tokens(attribution.source, parse))
    cue = {token.i for token in _tokens(attribution.cue, parse)}
    if not source or not cue or source[-1].i > min(cue):
        return source
    between = parse.tokens[source[-1].i + 1 : min(cue)]
    return [t for t in between if t.tag in ("WP", "WDT") and t.head.i in cue] or source


def _one_sentence(attribution: Attribution, parse: Parse) -> bool:
    """Whether who speaks is named in a sentence of what he says, and not told of beside it."""
    told = {token.sentence for token in _tokens(attribution.content, parse)}
    return any(token.sentence in told for token in _tokens(attribution.source, parse))


def _ending(reading: Reading, parse: Parse) -> dict[int, list[Attribution]]:
    """Per sentence the attributions whose content ends in it."""
    found: dict[int, list[Attribution]] = {}
    for attribution in reading.attributions:
        for token in _tokens(attribution.content[-1:], parse)[-1:]:
            found.setdefault(token.sentence, []).append(attribution)
    return found


def said(tokens: Iterable[Token], unsaid: set[int]) -> list[Token]:
    """The tokens that are somebody's words."""
    return [token for token in tokens if token.i not in unsaid]


def _tells(sentence: Sequence[Token], triggers: set[int]) -> bool:
    """Whether a whole sentence says something: it has a verb, or tells of an event."""
    spoken = [token for token in sentence if token.pos != "PUNCT"]
    telling = [t for t in spoken if t.tag != "VBG" or t.dep != "amod"]  # "Halda and surrounding districts"
    return not about_the_text(spoken) and any(
        t.pos in ("VERB", "AUX") or t.start in triggers or _taken_for_a_noun(t) for t in telling
    )


def _taken_for_a_noun(token: Token) -> bool:
    """Whether a word has a subject and an object, and so is a verb whatever the parse says."""
    return bool(token.below("nsubj", "nsubjpass") and token.below("dobj"))


def _tokens(spans: Iterable[Span], parse: Parse) -> list[Token]:
    return [token for span in spans for token in parse.within(span)]


def _sentences(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """Words grouped by the sentence that they stand in."""
    by_sentence: dict[int, list[Token]] = {}
    for token in sorted(tokens, key=lambda token: token.i):
        by_sentence.setdefault(token.sentence, []).append(token)
    yield from by_sentence.values()


def _pieces(tokens: Iterable[Token]) -> Spans:
    """The pieces of text that some words make, marks at their ends left out."""
    return tuple(span for run in _runs(tokens) if (span := _trimmed(run)) is not None)


def _runs(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in tokens:
        if run and token.i != run[-1].i + 1:
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _trimmed(run: Sequence[Token]) -> Span | None:
    """A run of words without commas at its ends; None where it holds no word. Quotation marks stay."""
    inside = [n for n, token in enumerate(run) if token.pos != "PUNCT" or token.tag in ("``", "''")]
    while inside and _is_sign(run[inside[0]]):
        inside.pop(0)
    if not any(run[n].pos not in ("PUNCT", "SPACE") for n in inside):
        return None
    at = inside[-1]
    while at + 1 < len(run) and run[at + 1].text in (")", "]"):
        at += 1
    last = run[at]
    end = run[-1] if run[-1].text in ".!?" and run[-1].i == last.i + 1 else last
    return Span(run[inside[0]].start, end.end)


def _is_sign(token: Token) -> bool:
    """Whether a word is a bullet, an arrow or an emoji that opens a line of a post."""
    return not any(c.isalnum() for c in token.text) and not any(c in _OPENING for c in token.text)


_OPENING = frozenset("\"'“”‘’«»([$€£¥#@&+-−~≈<>%")


RULES = all_rules(attributed, unattributed)
