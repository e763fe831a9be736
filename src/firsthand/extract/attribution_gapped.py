"""A second voice with a figure and no verb: "the army said four people died and the rebels six"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.extract.attribution_found import Found, minus, spans_of, trimmed
from firsthand.extract.attribution_grammar import Scene
from firsthand.extract.voices_kinds import is_name, kind_of_word
from firsthand.resources.parser import Sentence, Token
from firsthand.rules import rule
from firsthand.schema import Span, Spans

_LONGEST = 12
"""Words of a second voice and its figure."""
_SPEAKING = frozenset({"force", "government", "organisation", "outlet", "unnamed", "person"})
_JOINTS = frozenset({"and", ",", ";", "while", "but", "whereas", "–", "—"})
_HEDGES = frozenset(
    {
        "at",
        "of",
        "for",
        "about",
        "only",
        "just",
        "some",
        "around",
        "nearly",
        "almost",
        "least",
        "more",
        "than",
    }
    | {"over", "as", "many", "most", "roughly", "fewer", "a", "up", "to", "put", "it", "no"}
)
_NUMBERED = frozenset(
    {"brigade", "battalion", "regiment", "division", "unit", "channel", "radio", "flight", "highway", "route"}
    | {
        "district",
        "ward",
        "block",
        "school",
        "hospital",
        "sector",
        "zone",
        "camp",
        "group",
        "article",
        "page",
    }
)
_COUNTED = frozenset(
    {"dead", "killed", "wounded", "injured", "hurt", "missing", "deaths", "bodies", "victims"}
)


def with_gapped(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions with the second voices that give no more than a figure, taken out of the contents."""
    kept = found
    for sentence in sets_of_numbers(scene):
        told = next((one for one in kept if _reports(one) and _in(sentence, one)), None)
        if told is None:
            continue
        for number in _at_an_end(scene, sentence):
            second = figure_of_another(scene, told, number)
            if second is not None and not any(_same(second, one) for one in kept):
                kept = [*_without(scene, kept, second), second]
    return kept


def sets_of_numbers(scene: Scene) -> Iterator[Sentence]:
    """The sentences with more than one number."""
    for sentence in scene.parse.sentences:
        if sum(token.pos == "NUM" for token in scene.parse.tokens_of(sentence)) > 1:
            yield sentence


def _reports(one: Found) -> bool:
    return one.row is not None and one.row["kind"] == "report" and bool(one.source and one.content)


def _in(sentence: Sentence, one: Found) -> bool:
    """Whether a voice speaks in a sentence, in front of what it says and outside of quotation marks."""
    start, end = sentence.span
    speaks = start <= one.source[0].start < end and one.source[0].start < one.content[0].start
    return speaks and not one.quoted and one.voice is not None


def _at_an_end(scene: Scene, sentence: Sentence) -> Iterator[Token]:
    """The numbers that end a clause, alone or with a word of what they count."""
    for token in scene.parse.tokens_of(sentence):
        if token.pos != "NUM":
            continue
        behind = scene.next_to(token.i + 1)
        if behind is not None and behind.lower in _COUNTED:
            behind = scene.next_to(token.i + 2)
        if behind is None or behind.sentence != token.sentence or behind.text in _ENDS:
            yield token


def _same(second: Found, one: Found) -> bool:
    return any(a.overlaps(b) for a in second.source for b in one.source)


@rule(
    "attribution.figure_of_another",
    means='a second voice gives its own figure without a verb: "and the rebels six"',
    fires="The army said four people were killed and the rebels [six].",
    silent="The army said four people were killed and six hurt.",
)
def figure_of_another(scene: Scene, one: Found, number: Token) -> Found | None:
    """The voice and its figure at the end of a clause, behind one that gives a figure before them."""
    low = scene.parse.first_from(one.content[0].start)
    tokens = scene.tokens
    before = range(number.i - 1, max(low, number.i - _LONGEST), -1)
    joint = next((n for n in before if tokens[n].lower in _JOINTS), None)
    if joint is None or not any(t.pos == "NUM" for t in tokens[low:joint]):
        return None
    phrase = list(tokens[joint + 1 : number.i])
    while phrase and phrase[0].lower in _JOINTS:
        phrase.pop(0)
    last = len(phrase)
    while last and phrase[last - 1].lower in _HEDGES:
        last -= 1
    who, hedges = phrase[:last], phrase[last:]
    head = head_of(who)
    if head is None or not may_speak(head) or any(t.pos == "ADP" and t.lower not in _OF for t in who):
        return None
    if not hedges and (head.lower in _NUMBERED or (is_name(head) and kind_of_word(head) is None)):
        return None
    if scene.level(number) >= 0:
        return None
    first = next((t for t in hedges if t.lower not in ("at", "of", "for") or _at_least(scene, t)), number)
    behind = scene.next_to(number.i + 1)
    counts = behind is not None and behind.sentence == number.sentence and behind.lower in _COUNTED
    figure = Span(first.start, behind.end if counts and behind is not None else number.end)
    reasons = (figure_of_another.because(Span(number.start, figure.end)),)
    return Found((figure,), (), spans_of(who), one.row, reasons, one.verb, head)


def _at_least(scene: Scene, token: Token) -> bool:
    behind = scene.next_to(token.i + 1)
    return token.lower == "at" and behind is not None and behind.lower in ("least", "most")


def head_of(who: Sequence[Token]) -> Token | None:
    """The noun that a phrase hangs on; None where it holds a verb, a figure or a pronoun."""
    if any(t.pos in ("VERB", "AUX", "NUM") or (t.pos == "PRON" and t.tag != "PRP$") for t in who):
        return None
    inside = {token.i for token in who}
    nouns = [token for token in who if token.pos in ("NOUN", "PROPN")]
    return next((token for token in nouns if token.head.i not in inside or token.head is token), None)


def may_speak(head: Token) -> bool:
    """Whether a noun may be that of a voice."""
    return kind_of_word(head) in _SPEAKING or is_name(head)


def _without(scene: Scene, found: list[Found], second: Found) -> list[Found]:
    """The others with the second voice and its figure taken out, and with the joint before them."""
    whole = Span(second.source[0].start, second.content[0].end)
    return without(scene, found, whole, ())


def without(scene: Scene, found: list[Found], whole: Span, cue: Spans) -> list[Found]:
    """The attributions with some words taken out of their contents, and none that has its cue among `cue`."""
    kept = []
    for other in found:
        if any(span.overlaps(word) for span in cue for word in other.cue):
            continue
        if any(span.overlaps(whole) for span in other.content):
            left = [_tidy(scene, span) for span in minus(other.content, (whole,))]
            other.content = tuple(span for span in left if span is not None)
        if other.content:
            kept.append(other)
    return kept


def _tidy(scene: Scene, span: Span) -> Span | None:
    """A piece without marks and loose joining words at its end; None where nothing is left."""
    tokens = scene.parse.within(span)
    last = len(tokens)
    while last and (tokens[last - 1].pos in ("PUNCT", "SPACE", "CCONJ") or tokens[last - 1].lower in _LOOSE):
        last -= 1
    return trimmed(scene.parse, tokens[0].i, tokens[last - 1].i + 1) if last else None


_OF = frozenset({"of", "for"})
"""Words inside of the name of a voice: a lawyer for the families."""
_LOOSE = frozenset({"while", "whereas"})
_ENDS = frozenset({".", ";", ",", "!", "and", "but", ")", "–", "—"})
