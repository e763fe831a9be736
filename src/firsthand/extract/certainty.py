"""How sure a voice is of what it says: certain, probable, possible or unknown, and for or against it.

After FactBank (Saurí and Pustejovsky 2009): per voice, never averaged. The cue's row gives the start; what
turns the cue ("did not say", "if the agency says") and what hedges the content ("may", "likely") can only
lower it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from firsthand.extract.attribution_cues import CUES
from firsthand.extract.attribution_found import Found, spans_of
from firsthand.extract.attribution_grammar import FINITE, Scene
from firsthand.resources.parser import Token
from firsthand.rules import Row, all_rules, lexicon, rule
from firsthand.schema import CERTAINTIES, Because, Certainty, Polarity, Reasons, Span, Spans, TellingPart

HEDGES = lexicon(__package__, "hedges.en.toml")
_HEDGE, _TURN = HEDGES["hedge"], HEDGES["turn"]
_SOFT, _FUTURE = HEDGES["soft"], HEDGES["future"]


@dataclass(slots=True)
class Sureness:
    """How sure a voice is, by which words, and why."""

    certainty: Certainty = "certain"
    polarity: Polarity = "+"
    hedges: Spans = ()
    because: Reasons = ()

    def lower(self, to: Certainty, by: Span, because: Because) -> None:
        """Lower the certainty to at most `to`, never raise it, and note the words."""
        if CERTAINTIES.index(to) > CERTAINTIES.index(self.certainty):
            self.certainty = to
        if by not in self.hedges:
            self.hedges = (*self.hedges, by)
        self.because = (*self.because, because)


def how_sure(scene: Scene, one: Found, inner: list[Found]) -> Sureness:
    """How sure the voice of an attribution is; `inner` are the attributions directly inside its content."""
    sure = _of_cue(scene, one)
    turned = _turned(scene, one, sure)
    if not turned and not_sure(scene, one, sure) is None:
        _hedged(scene, one, inner, sure)
    return sure


@rule(
    "certainty.not-sure",
    means="who says not to be certain that it is so leaves it open",
    fires='"I\'m not [certain] the shells came from the ridge," the mayor said.',
    silent='"I\'m certain the shells came from the ridge," the mayor said.',
    gives={"certainty": "unknown"},
)
def not_sure(scene: Scene, one: Found, sure: Sureness) -> bool | None:
    """Whether the words open with "I am not sure", "we're not positive"."""
    opening = [t for t in scene.parse.within(one.content[0])[:_FIRST] if t.pos != "PUNCT"]
    if not opening or opening[0].lower not in ("i", "we"):
        return None
    for token, before in zip(opening[1:], opening, strict=False):
        if token.lower in _SURE and before.lower in ("not", "n't", "n’t"):
            sure.lower("unknown", token.span, not_sure.because(token.span))
            return True
    return None


_FIRST = 7
_SURE = frozenset({"sure", "certain", "positive", "convinced"})


def by_sentence(scene: Scene, one: Found, inner: list[Found]) -> tuple[TellingPart, ...]:
    """How sure the voice is of each sentence of its content; empty where it is a single one."""
    pieces: dict[int, list[Token]] = {}
    for token in (token for span in one.content for token in scene.parse.within(span)):
        pieces.setdefault(token.sentence, []).append(token)
    if len(pieces) < 2:
        return ()
    parts = []
    for tokens in pieces.values():
        content = spans_of(tokens)
        sure = how_sure(scene, replace(one, content=content), inner)
        start, end = content[0].start, content[-1].end
        parts.append(
            TellingPart(
                start=start, end=end, certainty=sure.certainty, hedges=sure.hedges, because=sure.because
            )
        )
    return tuple(parts)


def _of_cue(scene: Scene, one: Found) -> Sureness:
    row = one.row
    if row is None:
        return Sureness()
    certainty = row.get("certainty", "certain")
    if one.passive and not one.source and row.get("passive"):
        certainty = row["passive"]
    if certainty == "unknown" and row.get("kind") == "report" and _asked_to(scene, one):
        certainty = "certain"
    if certainty == "possible" and _takes_responsibility(scene, one):
        certainty = "certain"
    hedged = certainty in ("probable", "possible") and (row.get("hedge") or one.passive)
    polarity: Polarity = row.get("polarity", "+")
    if polarity == "-" and row.get("needs_words") and _called_as(one):
        polarity = "+"
    if polarity == "-" and _asks_why(scene, one):
        return Sureness("unknown", "+", one.cue)
    if polarity == "-" and row.get("of_words") and not _of_words(scene, one):
        polarity = "+"
    return Sureness(certainty, polarity, one.cue if hedged else ())


def _asked_to(scene: Scene, one: Found) -> bool:
    """ "Asked the staff not to film": a demand, and sure."""
    words = scene.parse.within(one.content[0])[:2]
    return any(t.tag == "TO" for t in words)


def _asks_why(scene: Scene, one: Found) -> bool:
    """ "Questioned why the letter had leaked" asks, and denies nothing."""
    return (
        one.content[0]
        .words(scene.parse.text)
        .lower()
        .startswith(("why ", "how ", "whether ", "what ", "who "))
    )


def _takes_responsibility(scene: Scene, one: Found) -> bool:
    """ "Claimed responsibility" says outright who did it."""
    words = scene.parse.within(one.content[0])[:2] if one.source else []
    return any(t.lower in ("responsibility", "credit") for t in words)


def _of_words(scene: Scene, one: Found) -> bool:
    """Whether what is spoken against is something said: who condemns a bombing does not deny it."""
    if one.verb is None or any(t.lower == "that" for t in scene.parse.within(one.content[0])[:1]):
        return True
    things = (*one.verb.below("dobj"), *scene.parse.within(one.content[0])[:_OPENING])
    return any(t.pos == "NOUN" and CUES["noun"].lookup(t.lemma) is not None for t in things)


_OPENING = 3


def _called_as(one: Found) -> bool:
    """ "Dismissed the figures as propaganda" puts something forward."""
    return one.verb is not None and any(
        t.lower == "as" and t.dep == "prep" and t.i > one.verb.i
        for t in (*one.verb.children, *_objects(one.verb))
    )


def _objects(verb: Token) -> list[Token]:
    return [c for o in verb.below("dobj") for c in o.children]


def _turned(scene: Scene, one: Found, sure: Sureness) -> bool:
    """Whether the cue is negated, refused or only supposed; lowers the certainty accordingly."""
    words = [t for span in one.cue for t in scene.parse.within(span)]
    if one.verb is None or one.row is None:
        _softened(words, sure)
        return False
    negative = [(t, row) for t in words if (row := _TURN.lookup(t.lower) or _TURN.lookup(t.lemma.lower()))]
    if not negative:
        negative = _outside(scene, one)
    if not negative:
        beside = [t for t in one.verb.below("advmod") if t not in words and t.i < one.verb.i]
        _softened((*(words if len(words) > 1 else ()), *beside), sure)
    if not negative:
        return (
            supposed(one, sure) is not None
            or _not_yet(one, words, sure)
            or question(scene, one, sure) is not None
        )
    word, row = negative[0]
    if not_to_be_denied(one, word, sure) is None:
        _negate(one, sure, word, row, len(negative))
    return True


def _softened(words: Sequence[Token], sure: Sureness) -> None:
    """Lower what is only "apparently" known, or what something only "appears" to show."""
    for token in words:
        if (soft := _SOFT.lookup(token.lower)) is not None:
            sure.lower(soft["certainty"], token.span, soft.because(token.span))


@rule(
    "certainty.not-to-be-denied",
    means='what must not be forgotten or cannot be denied is so: "we must not forget that"',
    fires='"We must [not] forget that rebels mined the bridge," she said.',
    silent='"We did not forget that rebels mined the bridge," she said.',
    gives={"certainty": "certain"},
)
def not_to_be_denied(one: Found, word: Token, sure: Sureness) -> bool | None:
    """Whether a negated cue takes it as settled; it is then certain, and for its words."""
    if one.verb is None or one.verb.lemma not in _SETTLED:
        return None
    if not any(aux.tag == "MD" for aux in one.verb.below("aux")):
        return None
    sure.certainty, sure.polarity, sure.hedges = "certain", "+", ()
    sure.because = (*sure.because, not_to_be_denied.because(word.span))
    return True


_SETTLED = frozenset({"forget", "ignore", "overlook", "deny", "dispute"})


def _not_yet(one: Found, words: list[Token], sure: Sureness) -> bool:
    """Whether the cue stands with "would" or "will": nobody has said it."""
    if one.row is None or one.row.get("kind") != "report":
        return False
    if one.quoted or (one.verb is not None and any(n.lower in ("i", "we") for n in one.verb.below("nsubj"))):
        return False  # "we will tell the world that" tells it
    for token in words:
        if token.tag == "MD" and (row := _FUTURE.lookup(token.lower)) is not None:
            sure.lower("unknown", token.span, row.because(token.span))
            return True
    return False


@rule(
    "certainty.question",
    means="a quoted question puts nothing forward",
    fires='"Who mined the bridge[?]" she said.',
    silent='"They mined the bridge," she said.',
    gives={"certainty": "unknown"},
)
def question(scene: Scene, one: Found, sure: Sureness) -> bool | None:
    """Whether all that is quoted is a question."""
    if not one.quoted or len(one.content) != 1:
        return None
    words = one.content[0].words(scene.parse.text).rstrip("\"”’'»")
    if not words.endswith("?") or any(stop in words for stop in (". ", "! ")):
        return None
    mark = Span(one.content[0].start + len(words) - 1, one.content[0].start + len(words))
    sure.lower("unknown", mark, question.because(mark))
    return True


def _outside(scene: Scene, one: Found) -> list[tuple[Token, Row]]:
    """A negation at the subject: "nobody said", "neither side confirmed"."""
    if one.voice is None or not one.source:
        return []
    first = scene.parse.within(one.source[0])[:1]
    if any(t.lower in ("but", "except") for t in scene.parse.within(one.source[0])[1:2]):
        return []  # "nobody but the mayor knew": the mayor did
    return [
        (t, row)
        for t in first
        if t.lower in ("neither", "no", "nobody", "none") and (row := _TURN.lookup("no"))
    ]


def _negate(one: Found, sure: Sureness, word: Token, row: Row, times: int) -> None:
    cue, reason = one.row, row.because(word.span)
    assert cue is not None  # noqa: S101  (asked by the caller)
    kind, start = cue.get("kind"), cue.get("certainty")
    if cue.get("negated") is not None:
        sure.polarity = cue["negated"].get("polarity", "+")
        sure.lower(cue["negated"]["certainty"], word.span, reason)
    elif kind == "other" and start in ("probable", "possible") and times == 1:
        sure.polarity = "-" if cue.get("polarity", "+") == "+" else "+"
        sure.lower("probable", word.span, reason)
    elif kind == "other" and cue.rule.name == "cue.want":
        sure.polarity = "-"
        sure.because = (*sure.because, reason)
    else:
        sure.polarity = "+"
        sure.lower("unknown", word.span, reason)
    sure.hedges = tuple(sorted(set(sure.hedges) - {word.span} | set(one.cue)))


@rule(
    "certainty.supposed",
    means='the saying itself is only supposed: "if the agency says", "would say", "to say"',
    fires="The page will change [if] the agency confirms that the dam broke.",
    silent="The page changed when the agency confirmed that the dam broke.",
    gives={"certainty": "unknown"},
)
def supposed(one: Found, sure: Sureness) -> bool | None:
    """Whether the cue stands in a condition; its certainty is then unknown."""
    verb = one.verb
    if verb is None or verb.pos not in ("VERB", "AUX"):
        return None
    marks = [t for t in verb.below("mark") if t.lower in ("if", "unless")]
    if not marks:
        return None
    sure.lower("unknown", marks[0].span, supposed.because(marks[0].span))
    return True


def _hedged(scene: Scene, one: Found, inner: list[Found], sure: Sureness) -> None:
    """Hedges in the main clause of the content, those of voices inside it left out."""
    inside = [span for other in inner for span in (*other.content, *other.cue, *other.source)]
    for token in _main_clause(scene, one):
        row = _HEDGE.lookup(token.lower) or (
            _HEDGE.lookup(token.lemma.lower()) if token.pos == "VERB" else None
        )
        if row is None or any(span.holds(token.span) for span in inside):
            continue
        if row.get("verb") and token.pos != "VERB":
            continue
        if token.lower in ("may", "might", "could") and token.tag != "MD":
            continue
        if token.lower == "could" and (token.head.lemma in _SENSES | _ABLE or token.head.below("neg")):
            continue  # "could hear tapping": they did; "could not see": they did not
        sure.lower(row["certainty"], token.span, row.because(token.span))


_SENSES = frozenset({"hear", "see", "feel", "smell", "taste"})
_ABLE = frozenset({"outrun", "outpace", "outlast", "outswim", "lift", "swim", "read", "afford", "withstand"})
"""What one could do, one was able to do: "most ships could outrun them" guesses nothing."""


def _main_clause(scene: Scene, one: Found) -> list[Token]:
    """The predicate of the content's main clause with its auxiliaries and adverbs."""
    tokens = [t for span in one.content for t in scene.parse.within(span)]
    if not tokens or tokens[-1].sentence != tokens[0].sentence:
        return []  # what one of several sentences hedges, the others may say outright: see `by_sentence`
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.head.i not in inside or t.head is t]
    tops = [
        t
        for t in tops
        if t.pos in ("VERB", "AUX") or t.tag in FINITE or any(c.dep in ("nsubj", "cop") for c in t.children)
    ][:1]
    clause: list[Token] = []
    for top in tops:
        clause.append(top)
        clause += [*_beside_figures(top, inside), *(t for t in tokens[:2] if t.dep == "advmod")]
        clause += [
            c
            for c in top.children
            if c.i in inside and c.dep in ("aux", "advmod", "acomp", "auxpass", "attr", "oprd")
        ]
        for child in top.below("xcomp", "acomp", "conj"):
            clause += [c for c in child.children if c.dep in ("aux", "advmod")]
        for child in top.below("attr"):  # "were likely carriers"
            clause += [c for c in child.children if c.dep in ("advmod", "amod") and c.i in inside]
    return sorted({t.i: t for t in clause}.values(), key=lambda t: t.i)


_FIGURE = frozenset({"NUM", "DET", "NOUN"})
"""What "perhaps" can make uncertain by itself; "potentially new" is said of the newness alone."""


def _beside_figures(top: Token, inside: set[int]) -> list[Token]:
    """The adverbs before a figure of the subject or object: "perhaps nine people died"."""
    parts = [n for n in top.below("nsubj", "nsubjpass", "dobj", "attr") if n.i in inside]
    parts = [n for n in parts if not any(c.tag == "JJS" for c in n.children)]  # "perhaps the largest house"
    below = [c for n in parts for m in (n, *(c for c in n.children if c.pos in _FIGURE)) for c in m.children]
    return [c for c in below if c.dep == "advmod" and c.i in inside and c.head.i - c.i in (1, 2, 3)]


RULES = all_rules(not_to_be_denied, not_sure)
"""Those that the attributions do not list among their own."""
