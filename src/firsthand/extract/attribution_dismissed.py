"""What somebody dismisses as untrue: "dismissed as false a report that", "called the claim that ... a lie".

The verb alone says that somebody speaks against something; the judgement beside it says against what, and
wherever the two stand it must not be left to what is told, or a denial reads as an admission. Told by the
order of the words: parses of these sentences hang noun and judgement on each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.extract.attribution_cues import CUES
from firsthand.extract.attribution_found import Found, spans_of, trimmed
from firsthand.extract.attribution_grammar import FINITE, VERBAL, Scene, noun_phrase, subject, verb_group
from firsthand.resources.parser import Token
from firsthand.rules import Row, rule
from firsthand.schema import Span

_UNTRUE, _NOUNS = CUES["untrue"], CUES["noun"]
_AS = frozenset((
    "characterise", "characterize", "condemn", "decry", "denounce", "deny", "deride", "describe", "dismiss",
    "portray", "refute", "regard", "reject", "ridicule", "rubbish", "slam",
))  # fmt: skip
"""Verbs that call something what stands behind "as"."""
_CALLING = frozenset({"brand", "call", "consider", "declare", "deem", "label", "pronounce", "term"})
"""Verbs that call something what stands behind it."""
_SAID = frozenset({"information", "news", "story", "version", "account", "charge", "footage", "video"})
_LIES = frozenset({"a", "an", "and", "or", "as", "but", "“", '"', "``", "'", "‘"})
_STOPS = frozenset({";", ":", ".", "?", "!"})
_BEHIND = frozenset({".", ",", ";", '"', "”", "''", "’", "'", "?", "!", "and", "but", "by", "on", "in", "at"})
_FAR = 10
"""Words between a verb and the noun that it dismisses."""


@dataclass(frozen=True, slots=True)
class _Dismissal:
    """The verb, what is dismissed, and the tokens of the judgement."""

    verb: Token
    noun: Token | None
    content: Span
    judgement: tuple[int, int]


def with_dismissed(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions with those dismissals in place of what was read of the same words before."""
    made: list[Found] = []
    gone = _said_again(scene, found)
    for token in scene.tokens:
        scorn = scorned(scene, token)
        if scorn is not None:
            made.append(scorn[0])
            gone |= {id(one) for one in found if _same_words(one, *scorn)}
            continue
        row = _UNTRUE.lookup(token.lower)
        if row is None or row.get("with_negation") or any(one.cue[-1].holds(token.span) for one in made):
            continue
        known = any(span.holds(token.span) for one in found if _denies(one) for span in one.cue)
        seen = None if known else dismissed(scene, token, row) or were_untrue(scene, token, row, found)
        if seen is None:
            continue
        denial, noun = seen
        made.append(denial)
        gone |= {id(one) for one in found if _same_words(one, denial, noun)}
    return [*(one for one in found if id(one) not in gone), *made] if made or gone else found


def _said_again(scene: Scene, found: list[Found]) -> set[int]:
    """What only says a denial again: "denied that it fired, calling them 'a lie'"; it is taken out of it."""
    gone: set[int] = set()
    for one in found:
        verb = one.verb
        if verb is None or verb.tag != "VBG" or verb.lemma not in _CALLING | _AS or not verb.i:
            continue
        behind = scene.tokens[verb.i + 1 : verb.i + 2]
        low = scene.bounds(verb)[0]
        outer = [o for o in found if _denies(o) and o.verb is not None and low <= o.verb.i < verb.i]
        if not outer or scene.tokens[verb.i - 1].text != "," or not behind or behind[0].lower not in _IT:
            continue
        gone.add(id(one))
        for other in found:
            if other.verb is not None and low <= other.verb.i < verb.i:
                other.content = _before(scene, other.content, verb) or other.content
    return gone


_IT = frozenset({"it", "them", "this", "that", "these", "those"})


def _before(scene: Scene, content: tuple[Span, ...], verb: Token) -> tuple[Span, ...]:
    cut = (Span(span.start, min(span.end, verb.start)) for span in content if span.start < verb.start)
    words = (scene.parse.within(span) for span in cut)
    pieces = (trimmed(scene.parse, w[0].i, w[-1].i + 1) for w in words if w)
    return tuple(span for span in pieces if span is not None)


def _denies(one: Found) -> bool:
    return bool(one.cue) and one.row is not None and one.row.get("polarity") == "-"


def _same_words(one: Found, denial: Found, noun: Token | None) -> bool:
    """Whether an attribution is of the denial's own verb, or what nobody is named for and it denies."""
    if one.verb is None:
        return False
    if one.verb is denial.verb:
        return True
    if any(span.holds(one.verb.span) for span in denial.cue):
        return True  # the "news" of "as fake news"
    return one.verb is noun and (not one.source or noun.tag in FINITE)


@rule(
    "attribution.dismissed",
    means="somebody calls what is told false, baseless or a lie: he denies it",
    fires=(
        "The ministry dismissed as false a report [that the bridge was mined].",
        "The ministry called the report [that the bridge was mined] a lie.",
        "The ministry called it a lie [that the bridge was mined].",
    ),
    silent="The ministry described the bridge as a fake.",
    gives={"polarity": "-", "certainty": "certain"},
)
def dismissed(scene: Scene, judged: Token, row: Row) -> tuple[Found, Token | None] | None:
    """The denial by the verb's subject, and the noun whose clause is denied."""
    low, high = scene.sentence(judged).first, scene.sentence(judged).last
    seen = next(
        (d for find in (_as_before, _as_behind, _called) if (d := find(scene, judged, low, high))), None
    )
    if seen is None:
        return None
    verb, voice = seen.verb, None
    passive = bool(verb.below("auxpass"))
    if passive:
        by = next((b for b in scene.tokens[verb.i : high] if b.lower == "by" and b.i > judged.i - 1), None)
        voice = next(iter(by.below("pobj")), None) if by is not None else None
        source = noun_phrase(scene, voice, by.i + 1, high) if voice is not None and by is not None else []
    else:
        voice = subject(verb) or (verb.head if verb.dep == "acl" else None)
        if voice is None or voice.i > verb.i or told(voice):
            return None
        source = noun_phrase(scene, voice, low, verb.i)
    group = verb_group(verb)
    denial = Found(
        (seen.content,), _cue(scene, group, seen.judgement), spans_of(source), row,
        (row.because(judged.span), dismissed.because(seen.content)), verb, voice, passive,
    )  # fmt: skip
    return denial, seen.noun


def _cue(scene: Scene, group: Sequence[Token], judgement: tuple[int, int]) -> tuple[Span, ...]:
    first, last = judgement
    return spans_of({t.i: t for t in (*group, *scene.tokens[first:last])}.values())


def told(token: Token) -> bool:
    """Whether a word names something told, whatever the parse takes "claims" and "reports" for."""
    word = token.lower
    for form in (token.lemma.lower(), word, word.removesuffix("s")):
        if _NOUNS.lookup(form) is not None or form in _SAID:
            return True
    return False


@rule(
    "attribution.scorned",
    means="somebody dismisses, as whatever he calls it, what is told: he denies it",
    fires=(
        'The ministry dismissed as "fantasy" reports [that the bridge was mined].',
        "The army dismissed as propaganda claims by the rebels [that they had taken the town].",
    ),
    silent="The ministry dismissed the reports about the bridge as old.",
    gives={"polarity": "-", "certainty": "certain"},
)
def scorned(scene: Scene, verb: Token) -> tuple[Found, Token] | None:
    """The verb, "as", the judgement, the noun of what is told and its clause, in this order."""
    as_ = scene.next_to(verb.i + 1) if verb.lemma in _SCORN and verb.tag in VERBAL else None
    voice = subject(verb) if as_ is not None and as_.lower == "as" else None
    row = _UNTRUE.lookup("false")
    if as_ is None or voice is None or voice.i > verb.i or row is None:
        return None
    low, high = scene.bounds(verb)
    that = next((t for t in scene.tokens[as_.i : min(high, as_.i + _FAR)] if t.lower == "that"), None)
    noun = next((t for t in reversed(scene.tokens[as_.i + 2 : that.i]) if told(t)), None) if that else None
    if that is None or noun is None or any(t.text in _STOPS for t in scene.tokens[noun.i : that.i]):
        return None
    if any(_UNTRUE.lookup(t.lower) is not None for t in scene.tokens[as_.i : noun.i]):
        return None  # what is called false or a lie is `dismissed`
    content = trimmed(scene.parse, that.i, high)
    last = next((t.i for t in scene.tokens[as_.i + 2 : noun.i] if t.pos == "DET"), noun.i)
    source = noun_phrase(scene, voice, low, verb.i)
    if content is None or not any(t.tag in FINITE for t in scene.parse.within(content)) or not source:
        return None
    cue = _cue(scene, verb_group(verb), (as_.i, last))
    reasons = (scorned.because(content),)
    return Found((content,), cue, spans_of(source), row, reasons, verb, voice), noun


_SCORN = frozenset({"dismiss", "deride", "reject", "ridicule", "rubbish", "scorn", "mock", "brush"})


def _opening(scene: Scene, judged: Token, low: int) -> int:
    """The first token of a judgement: "a lie", "as entirely false", "'completely baseless'"."""
    at = judged.i
    while at > low and (
        scene.tokens[at - 1].lower in _LIES
        or scene.tokens[at - 1].tag == "RB"
        or (scene.tokens[at - 1].pos == "ADJ" and scene.tokens[at - 1].dep == "amod")
        or _UNTRUE.lookup(scene.tokens[at - 1].lower) is not None
    ):
        at -= 1
    return at


def _as_before(scene: Scene, judged: Token, low: int, high: int) -> _Dismissal | None:
    """ "Dismissed as false a report that ...": the noun behind the judgement, and its clause."""
    first = _opening(scene, judged, low)
    verb = scene.tokens[first - 1] if first > low else None
    opening = scene.tokens[first]
    if verb is None or verb.lemma.lower() not in _AS or opening.lower != "as":
        return None
    nouns = []
    for token in scene.tokens[judged.i + 1 : min(high, judged.i + _FAR)]:
        if token.lower == "that" or token.text in _STOPS or token.text == ",":
            break
        if told(token):
            nouns.append(token)
    if not nouns:
        return None
    noun = nouns[-1]
    content = _clause_of(scene, noun, high)
    if content is None:
        start = next((t.i for t in scene.tokens[judged.i + 1 : noun.i] if t.pos in ("DET", "PRON")), noun.i)
        content = trimmed(scene.parse, start, max(noun.i + 1, min(scene.right(noun), high)))
    last = next((t.i for t in scene.tokens[judged.i + 1 : noun.i] if t.pos in ("DET", "PRON")), judged.i + 1)
    return None if content is None else _Dismissal(verb, noun, content, (first, last))


def _as_behind(scene: Scene, judged: Token, low: int, _high: int) -> _Dismissal | None:
    """ "Dismissed claims that ... as baseless", "claims that ... were dismissed as false"."""
    first = _opening(scene, judged, low)
    if scene.tokens[first].lower != "as":
        return None
    before = scene.tokens[first - 1] if first > low else None
    if before is not None and before.lemma.lower() in _AS and before.below("auxpass"):
        group = verb_group(before)
        noun = next((t for t in scene.tokens[low : group[0].i] if told(t)), None)
        content = _clause_of(scene, noun, group[0].i) if noun is not None else None
        return None if content is None else _Dismissal(before, noun, content, (first, judged.i + 1))
    return _between(scene, low, first, judged.i + 1, _AS)


def _called(scene: Scene, judged: Token, low: int, high: int) -> _Dismissal | None:
    """ "Called the report that ... a lie", "called it a lie that ..."."""
    first = _opening(scene, judged, low)
    behind = scene.tokens[judged.i + 1] if judged.i + 1 < high else None
    before = scene.tokens[first - 2 : first] if first - 2 >= low else []
    if len(before) == 2 and before[1].lower == "it" and before[0].lemma.lower() in _CALLING:
        if behind is None or behind.lower != "that":
            return None
        content = trimmed(scene.parse, behind.i, high)
        return None if content is None else _Dismissal(before[0], None, content, (first, judged.i + 1))
    if behind is not None and behind.lower not in _BEHIND:
        return None
    return _between(scene, low, first, judged.i + 1, _CALLING)


def _between(scene: Scene, low: int, first: int, last: int, verbs: frozenset[str]) -> _Dismissal | None:
    """What is told between a verb and the judgement that ends its clause."""
    for verb in reversed(scene.tokens[low:first]):
        if verb.lemma.lower() not in verbs or verb.pos != "VERB":
            continue
        for noun in scene.tokens[verb.i + 1 : min(first, verb.i + _FAR)]:
            if noun.text in _STOPS or noun.lower == "that":
                break
            if told(noun) and (content := _clause_of(scene, noun, first)) is not None:
                return _Dismissal(verb, noun, content, (first, last))
        return None
    return None


def _clause_of(scene: Scene, noun: Token, end: int) -> Span | None:
    """The clause behind a noun, "that" or none, up to `end`."""
    start = noun.i + 1
    words = scene.tokens[start:end]
    if not words or not any(t.tag in FINITE for t in words[1:]):
        return None
    if words[0].lower != "that" and not (words[0].pos in ("DET", "PRON", "PROPN") and noun.tag[-1] in "SZ"):
        return None
    return trimmed(scene.parse, start, end)


@rule(
    "attribution.were_untrue",
    means="reports of something are called untrue behind their clause, where the parse lost their noun",
    fires="The ministry said reports [that it had bombed a school] were untrue.",
    silent="The ministry said the reports were untrue.",
    gives={"polarity": "-"},
)
def were_untrue(
    scene: Scene, judged: Token, row: Row, found: list[Found]
) -> tuple[Found, Token | None] | None:
    """ "Said reports that it had bombed a school were untrue": by whoever's words the sentence is."""
    low = scene.sentence(judged).first
    first = _opening(scene, judged, low)
    being = scene.tokens[first - 1] if first > low else None
    if being is None or being.lower not in ("were", "are", "was", "is") or told(scene.tokens[being.i - 1]):
        return None
    around = [
        one for one in found
        if one.source and one.verb is not None and any(piece.holds(judged.span) for piece in one.content)
        and not _noun_after_all(scene, one.verb)
    ]  # fmt: skip
    outer = max(around, key=lambda one: one.verb.i if one.verb else 0, default=None)
    start = outer.verb.i + 1 if outer is not None and outer.verb is not None and outer.verb.i < first else low
    several = being.lower in ("were", "are")
    for noun in scene.tokens[start : being.i]:
        if not told(noun) or noun.lower.endswith("s") != several or noun.tag not in ("VBZ", "NNS", "NN"):
            continue
        content = _clause_of(scene, noun, being.i)
        if content is None or scene.tokens[noun.i + 1].tag in ("VBN", "VBD"):
            return None
        cue = Span(being.start, judged.end)
        reasons = (row.because(judged.span), were_untrue.because(content))
        denial = Found(
            (content,), (cue,), outer.source if outer else (), row, reasons, being,
            outer.voice if outer else None, within=outer,
        )  # fmt: skip
        return denial, noun
    return None


def _noun_after_all(scene: Scene, verb: Token) -> bool:
    """Whether "reports" was taken for a verb: "said reports that", "said that reports the army had"."""
    before = scene.tokens[verb.i - 1]
    taken = told(verb) and verb.tag == "VBZ"
    return taken and (verb.dep == "nsubj" or before.lower == "that" or before.tag in FINITE)
