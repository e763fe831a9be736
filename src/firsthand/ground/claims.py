"""The claims of a document: each proposition with its chain of voices, its event, place, time and figures.

A claim is what one voice puts forward in one sentence. What no voice is named for is the publisher's own. A
voice that only introduces another ("the ministry said residents told it ...") makes no claim beside the inner
one, unless it takes a stand on it ("denied reports that ...").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from firsthand.ground import (
    claim_certainty,
    claim_first_hand,
    claim_footage,
    claim_negation,
    claim_subject,
    claim_ties,
    claim_told_before,
    claim_turns,
)
from firsthand.ground.claim_certainty import (
    denied,
    denied_within,
    least_sure,
    negated,
    not_told_as_done,
    perhaps_so_many,
)
from firsthand.ground.claim_chain import chain_of, links_of, of_this_claim, own_denial
from firsthand.ground.claim_first_hand import first_hand
from firsthand.ground.claim_footage import asides, continuing
from firsthand.ground.claim_left import about_the_text, parts_left, stays_unnamed, without_that
from firsthand.ground.claim_negation import event_denied, is_not_so, not_this, parted
from firsthand.ground.claim_subject import (
    addressed,
    addresses,
    known_to_us,
    needs_voice,
    spoken_of,
    with_subject,
    without_gaps,
    wonders,
    words_of_talk,
)
from firsthand.ground.claim_ties import InText, Told, event_times, locations, says_where, tie, where_and_when
from firsthand.ground.claim_told_before import denied_this, it_had_not, untold, with_what_was_said
from firsthand.ground.claim_turns import Interview, speaking
from firsthand.resources.parser import Parse, Token
from firsthand.resources.posts import stamps
from firsthand.rules import all_rules, rule
from firsthand.schema import (
    Attribution,
    Claim,
    Event,
    Place,
    Reading,
    Reasons,
    Span,
    Spans,
    Time,
    words,
)

DENYING = frozenset(each.rule.name for each in (it_had_not, denied_this, not_this))
MOSTLY = 0.6
"""Share of a sentence's words that inner voices must hold for the outer voice to be an introduction only."""


@dataclass(frozen=True)
class Proposition:
    """Words that make one claim, and the attribution that they are the content of (none: the publisher's)."""

    anchors: Spans
    attribution: Attribution | None
    because: Reasons


class Values:
    """What a reading holds that a claim can point to, by where it stands."""

    def __init__(self, reading: Reading, parse: Parse, where: Sequence[Told], when: Sequence[Time]) -> None:
        self.reading = reading
        self.parse = parse
        self.attributions = {each.id: each for each in reading.attributions}
        self.interview = Interview(reading.document, parse)
        self.where = InText(where)
        self.when = InText(when)
        self.how_many = InText(reading.quantities)
        self._events = InText(reading.events, lambda event: event.trigger)
        self._rank = {event.id: n for n, event in enumerate(reading.events)}

    def event(self, anchors: Spans) -> Event | None:
        """The event that some words are about: the first of a known type inside them, else the first."""
        inside = sorted(self._events.inside(anchors), key=lambda event: self._rank[event.id])
        return next((event for event in inside if event.type != "OTHER"), inside[0] if inside else None)


def claims(reading: Reading, parse: Parse) -> Reading:
    """A reading with its claims, in text order, and its events tied to their places, times and figures."""
    where, when = tuple(locations(reading, parse)), tuple(event_times(reading, parse))
    tied = tie(reading, parse, where, when)
    values = Values(tied, parse, where, when)
    put = propositions(tied, parse, values.interview)
    found = sorted((part for each in put for part in parted(each, parse)), key=lambda each: each.anchors)
    made = (_claim(f"c{n}", each, values) for n, each in enumerate(found, 1))
    return msgspec.structs.replace(tied, claims=tuple(made))


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
    for attribution in reading.attributions:
        if attribution.id in denied_above:
            continue
        for each in attributed(attribution, inner.get(attribution.id, ()), parse) or ():
            asked = not attribution.cue or words_of_talk(attribution, parse)
            asks = asked and _in_question(each.anchors, parse)
            if not asks and not wonders(attribution, each.anchors, parse):
                yield with_what_was_said(each, ending, parse)
    for each in unattributed(reading, parse, unsaid) or ():
        yield with_what_was_said(each, ending, parse)


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
    """The content of an attribution, cut at the ends of sentences; `inner` are those that stand in it.

    A private state ("plans to", "fears that") is claimed with its holder and cue: without them the words
    would say that what is planned or feared is so. So is a content without a verb ("blamed X for the fire").
    """
    takes_a_stand = attribution.polarity == "-" or attribution.certainty == "unknown"
    denied_here = denied_within(attribution, {attribution.id: inner}, parse)
    put = next((one.content for one in denied_here if _reads_alone(_tokens(one.content, parse))), None)
    held = {token.i for each in inner for token in _tokens((*each.content, *each.cue, *each.source), parse)}
    reason = attributed.because(*(attribution.cue or attribution.source or attribution.content))
    content, subject = with_subject(put or attribution.content, attribution, parse)
    bare = not _reads_alone(_tokens(put or attribution.content, parse)) or needs_voice(attribution, parse)
    thought = attribution.kind == "other" and attribution.source and not known_to_us(attribution, parse)
    held_or_bare = bool(thought) or (
        bare and (subject is None or addresses(attribution, parse) or spoken_of(attribution, parse))
    )
    if attribution.cue and held_or_bare:
        held_with = {*content, *attribution.source, *attribution.cue, *addressed(attribution, parse)}
        content = without_gaps(tuple(sorted(held_with)), parse)
    if attribution.source and not attribution.cue and _opens_with_verb(_tokens(content, parse)):
        content = tuple(sorted({*content, *attribution.source}))
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


def _opens_with_verb(content: Sequence[Token]) -> bool:
    """Whether a quotation opens with a finite verb, its subject left outside: the mayor "rejects it"."""
    first = next((t for t in content if t.pos not in ("PUNCT", "ADV")), None)
    return first is not None and first.tag in ("VBZ", "VBD", "MD") and not _asks(content)


_FEWEST = 3
"""Words of a sentence without a verb, inside longer speech, below which it claims nothing."""


def _has_verb(tokens: Iterable[Token]) -> bool:
    return any(token.pos in ("VERB", "AUX") for token in tokens)


def _reads_alone(content: Sequence[Token]) -> bool:
    """Whether a content can be read without who says it: it has a verb, and does not open with "to"."""
    first = next((token for token in content if token.pos != "PUNCT" and token.dep != "neg"), None)
    behind = next((t for t in content if first is not None and t.i > first.i), None)
    if first is not None and first.lower == "that" and first.tag == "IN" and behind is not None:
        return _has_verb(content) or behind.entity not in ("DATE", "TIME")
    alone = first is not None and first.tag == "VBG" and sum(t.pos != "PUNCT" for t in content) < _FEWEST
    return _has_verb(content) and not alone and (first is None or first.tag != "TO")


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
    footage = continuing(reading, parse)
    for attribution in reading.attributions:
        for spans in (attribution.content, attribution.cue, attribution.source):
            taken.update(token.i for token in _tokens(spans, parse))
    triggers = {event.trigger.start for event in reading.events}
    made = []
    for sentence in parse.sentences:
        tokens = parse.tokens_of(sentence)
        left = [token for token in tokens if token.i not in taken]
        if not left or _asks(tokens):
            continue
        whole = len(left) == len(said(tokens, unsaid))
        parts = [left] if whole and _tells(left, triggers) else []
        for part in parts if whole else parts_left(left, parse, triggers):
            anchors = _pieces(token for token in part if token.i not in unsaid)
            described = footage.get(sentence.i)
            reason = described[1] if described else unattributed.because(*anchors)
            if anchors:
                made.append(Proposition(anchors, described[0] if described else None, (reason,)))
    return made


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


def _claim(name: str, found: Proposition, values: Values) -> Claim:
    text = values.reading.document.text
    voices = links_of(values.attributions, found.attribution)
    links = [of_this_claim(each, found.anchors) for each in voices]
    event = values.event(found.anchors)
    turn = values.interview.turn_at(found.anchors[0].start)
    answering = turn is not None and turn.because is not None
    voice = None if own_denial(found.attribution) else found.attribution
    knows, why = first_hand(values.reading.document, values.parse, voice, found.anchors, answering)
    denying = (each for each in found.because if each.rule in DENYING)
    cue = found.attribution.cue if found.attribution is not None else ()
    told = None if event is None or any(span.holds(event.trigger) for span in cue) else event
    denial = denied(found.attribution) or negated(told, values.parse, found.anchors) or next(denying, None)
    if denial is None and (not_so := is_not_so(found.anchors, found.attribution, values.parse)) is not None:
        event, denial = event_denied(event, not_so[0], values.reading.events), not_so[1]
    certainty, unsure = (
        untold(found.because)
        or least_sure(links)
        or not_told_as_done(links, event, denial, values.parse)
        or perhaps_so_many(links, found.anchors, values.parse)
        or ("certain", None)
    )
    where, when, apart = where_and_when(event, found.anchors, values.where, values.when, values.parse)
    reasons = [says_where.because(each.span) for each in where if isinstance(each, Place)] + apart
    chain = chain_of(values.reading, links, found.anchors, speaking(turn), values.interview.aliases)
    if turn is not None and turn.because is not None:
        reasons.append(turn.because)
        certainty = certainty if turn.speaker else "unknown"
    return Claim(
        id=name,
        anchors=found.anchors,
        text=words(text, found.anchors),
        chain=chain,
        first_hand=knows,
        certainty=certainty,
        polarity="-" if denial else "+",
        event=event.id if event else None,
        where=tuple(each.id for each in where),
        when=tuple(each.id for each in when),
        how_many=tuple(each.id for each in values.how_many.inside(found.anchors)),
        because=tuple(each for each in (*found.because, why, unsure, denial, *reasons) if each),
    )


RULES = all_rules(
    attributed, unattributed, *claim_certainty.RULES, *claim_negation.RULES, *claim_subject.RULES,
    *claim_ties.RULES, *claim_first_hand.RULES, *claim_told_before.RULES, *claim_turns.RULES,
    *claim_footage.RULES,
)  # fmt: skip
