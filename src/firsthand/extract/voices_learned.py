"""Who passes on what another told: "the union learns from Radio Osk", "the Ledger reports, quoting aides".

And who only is told what to keep in mind: "provocateurs should remember the lesson" says nothing of theirs.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.extract.attribution_found import Found, spans_of
from firsthand.extract.attribution_grammar import Scene, noun_phrase
from firsthand.extract.attribution_relayed import citing
from firsthand.extract.attribution_verbs import lemma_of
from firsthand.extract.voices_kinds import kind_of_word, telling
from firsthand.resources.parser import Token
from firsthand.rules import all_rules, rule
from firsthand.schema import Span

_LEARNS = frozenset({"learn", "hear", "know", "understand", "gather", "discover", "find", "have"})
_MINDS = frozenset({
    "remember", "know", "understand", "realise", "realize", "recognise", "recognize", "learn",
    "forget", "think", "believe", "accept", "see",
})  # fmt: skip
_OUGHT = frozenset({"should", "must", "ought", "shall"})
_MINE = frozenset({"i", "we"})
_SAYS = frozenset({"reports", "says", "claims", "writes", "states", "notes"})
_PASSING = frozenset({"citing", "quoting", "invoking"})
_FARTHEST = 12


def with_tellers(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions with whom they have it from, without those that only tell somebody what to think."""
    kept = [one for one in found if not exhorted(scene, one)]
    for one in kept:
        _without_verb(scene, one)
    for one in kept:
        _cite(scene, one, kept)
    told = [inner for one in kept if (inner := learned_from(scene, one, kept)) is not None]
    return [*kept, *told, *_cited_besides(scene, kept)]


@rule(
    "attribution.learned_from",
    means='who "learns from" somebody that something is so passes on what that one told',
    fires="The union learned [from] Radio Osk that its reporter was shot.",
    silent="The union learned on Friday that its reporter was shot.",
)
def learned_from(scene: Scene, one: Found, found: Sequence[Found]) -> Found | None:
    """The one behind "from" as a voice of its own, inside the words of who learned it."""
    verb = one.verb
    if verb is None or lemma_of(verb) not in _LEARNS or not one.source:
        return None
    start = one.content[0].start
    word = next(
        (p for p in verb.below("prep") if p.lower == "from" and verb.i < p.i <= verb.i + _FARTHEST), None
    )
    teller = next(iter(word.below("pobj")), None) if word is not None else None
    if word is None or teller is None or teller.start >= start or not _speaks(teller):
        return None
    source = [t for t in noun_phrase(scene, teller, word.i + 1) if t.end <= start]
    if not source or any(each.voice is teller for each in found):
        return None
    reasons = (learned_from.because(word.span),)
    return Found(one.content, (word.span,), spans_of(source), None, reasons, word, teller, within=one)


def _speaks(token: Token) -> bool:
    if token.pos == "PROPN":
        return token.entity not in ("DATE", "TIME", "LOC", "FAC")
    return token.pos == "NOUN" and (kind_of_word(token) is not None or telling(token))


def exhorted(scene: Scene, one: Found) -> bool:
    """Whether somebody is told what he should know or remember, which he does not say."""
    verb = one.verb or next(
        (t for span in one.cue for t in scene.parse.within(span) if t.pos == "VERB"), None
    )
    if verb is None or one.quoted or verb.lemma not in _MINDS:
        return False
    if not any(t.lower in _OUGHT for t in verb.below("aux")) or verb.below("auxpass"):
        return False
    return one.voice is None or one.voice.lower not in _MINE


def _without_verb(scene: Scene, one: Found) -> None:
    """Take out of a source the verb that the parse mistook for its noun: "the Ledger reports, quoting"."""
    source = [t for span in one.source for t in scene.parse.within(span)]
    if (
        len(source) > 1
        and source[-1].lower in _SAYS
        and source[-1].tag == "NNS"
        and source[-2].pos == "PROPN"
    ):
        behind = scene.next_to(source[-1].i + 1)
        if behind is not None and behind.text in (",", ".", ":"):
            one.source, one.voice = spans_of(source[:-1]), source[-2]


def _cite(scene: Scene, one: Found, found: Sequence[Found]) -> None:
    """Make whom a participle cites its voice, where the one who cites was taken for it."""
    source = [t for span in one.source for t in scene.parse.within(span)]
    cue = next((t for span in one.cue for t in scene.parse.within(span)), None)
    if cue is None or cue.lower not in _PASSING or not source or source[-1].i > cue.i:
        return
    whom = next((t for t in cue.below("dobj", "pobj") if t.i > cue.i), None)
    outer = next((each for each in found if each is not one and _same(scene, each, source, one)), None)
    if whom is None or outer is None or not _speaks(whom):
        return
    one.content, one.source = outer.content, spans_of(noun_phrase(scene, whom, cue.i + 1))
    one.voice, one.within = whom, outer


def _cited_besides(scene: Scene, found: Sequence[Found]) -> list[Found]:
    """Whom "quoting" behind a comma right behind a voice cites, where no cue has been seen in it."""
    cued = {scene.parse.first_from(span.start) for one in found for span in one.cue}
    ends = {
        scene.parse.first_from(max(s.end for s in (*one.cue, *one.source))): one
        for one in found
        if one.source
    }
    made = []
    for end, outer in ends.items():
        comma, cue = scene.next_to(end), scene.next_to(end + 1)
        if comma is None or cue is None or comma.text != "," or cue.lower not in _PASSING or cue.i in cued:
            continue
        whom = next((t for t in cue.below("dobj", "pobj") if t.i > cue.i), None)
        if whom is None or not _speaks(whom) or outer.content[-1].end > comma.start:
            continue
        words, reasons = noun_phrase(scene, whom, cue.i + 1), (citing.because(cue.span),)
        made.append(
            Found(outer.content, (cue.span,), spans_of(words), None, reasons, cue, whom, within=outer)
        )
    return made


def _same(scene: Scene, outer: Found, source: Sequence[Token], one: Found) -> bool:
    """Whether an attribution has the same source and speaks of the same words."""
    theirs = {t.i for span in outer.source for t in scene.parse.within(span)}
    whole = Span(one.content[0].start, one.content[-1].end)
    return bool(theirs & {t.i for t in source}) and any(span.overlaps(whole) for span in outer.content)


RULES = all_rules(learned_from)
