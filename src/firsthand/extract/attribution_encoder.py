"""What the encoder adds to the rules: voices that no construction found.

Where both find a voice the rules' spans stand: taking the encoder's instead lost 5 points of F1 on the
nested items and 4 on GUM. What only the encoder finds counts when it is very sure, and surer still where the
content is no clause and no quotation: such contents ("discussed the plan") are where it errs elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from firsthand.extract.attribution_absence import nobody_at_all
from firsthand.extract.attribution_found import Found
from firsthand.extract.attribution_grammar import FINITE, Scene
from firsthand.extract.attribution_known import known, overlap
from firsthand.extract.attribution_mistagged import said_to_show
from firsthand.extract.attribution_participles import that_said
from firsthand.extract.attribution_verbs import finds_out, lemma_of, speaks
from firsthand.resources.parser import Token
from firsthand.resources.voices import MarkedVoice
from firsthand.schema import Because, Span, Spans

SURE_OF_CLAUSE, SURE_OF_WORDS = 0.85, 0.98
"""Least scores for a content that is a clause or quotation, and for any other. Chosen on 37 articles kept out
of training, GUM and the nested items together; lower ones gain in news and lose in academic prose."""
RULE = "model.voices"


SAME = 0.5
"""Share of common words above which two contents are the same one under another cue."""


def with_encoder(scene: Scene, found: list[Found], marked: Iterable[MarkedVoice]) -> list[Found]:
    """The rules' attributions, and those of the encoder that they do not have."""
    taken = frozenset(t.i for one in found for t in _tokens(scene, one.cue or one.content))
    by_token: dict[int, list[Found]] = {}
    for one in found:
        for t in _tokens(scene, one.content):
            by_token.setdefault(t.i, []).append(one)
    added = []
    for whole in marked:
        voice = _within_its_sentence(scene, whole)
        at = _tokens(scene, voice.cue or voice.content)
        if _refused(scene, voice):
            continue
        if taken.isdisjoint(t.i for t in at) and _counts(scene, voice):
            one = _found(scene, voice)
            around = {id(o): o for t in _tokens(scene, voice.content) for o in by_token.get(t.i, ())}
            tells = any(t.tag in FINITE or t.tag == "VB" for t in _tokens(scene, voice.content))
            if all(overlap(one, it) < SAME or (tells and _inside(one, it)) for it in around.values()):
                added.append(one)
    return [*found, *added]


def _inside(one: Found, other: Found) -> bool:
    """Whether a voice stands with its source in what another says: "said the two have agreed to leave".

    Only with a cue that the lexicon knows: "he was shocked that", "our advice is that" put nothing forward.
    What is said must tell something: "it was not aware of any raid" is one thing said.
    """
    return one.row is not None and all(
        bool(marks) and all(any(piece.holds(mark) for piece in other.content) for mark in marks)
        for marks in (one.cue, one.source)
    )


def _within_its_sentence(scene: Scene, voice: MarkedVoice) -> MarkedVoice:
    """A voice without what an unquoted later sentence says: what goes on without a cue is not marked."""
    cue = _tokens(scene, voice.cue)
    if not cue:
        return voice
    kept = []
    for span in voice.content:
        words = _tokens(scene, (span,))
        if not words or words[0].sentence <= cue[-1].sentence or scene.level(words[0]) >= 0:
            kept.append(span)
    return replace(voice, content=tuple(kept))


def _tokens(scene: Scene, spans: Spans) -> list[Token]:
    return [token for span in spans for token in scene.parse.within(span)]


def _refused(scene: Scene, voice: MarkedVoice) -> bool:
    """Whether the rules know these words, and refuse them: what they refuse the encoder does not bring back.

    "That said, ..." is a turn of speech, "I want to start with ..." an announcement, and what "is considered
    to be" so counts for a fact. Nor does "that" or "which" by itself speak.
    """
    cue, source, content = (_tokens(scene, spans) for spans in (voice.cue, voice.source, voice.content))
    if any(that_said(scene, t) or said_to_show(scene, t) for t in cue) or (
        len(source) == 1 and source[0].lower in ("that", "this")
    ):
        return True
    said = {t.i for t in content}
    own = any(t.dep in ("nsubj", "nsubjpass") and t.head.i in said for t in cue)
    nothing_told = _gives_a_reason(cue, content) or _makes(cue, content)
    if own or nothing_told or (not source and _said_whole(cue, content)):
        return True  # "Estimates range from 9 to 26": the words are the cue's own verb
    if (
        source
        and cue
        and content
        and (_is_told_of(cue[-1], content[0]) or _asks_for(scene, cue[-1], content))
    ):
        return True
    infinitive = bool(content) and content[0].tag == "TO"
    lemmas = {lemma_of(t) for t in cue}
    if infinitive and source and source[0].lower in _SPEAKING and lemmas & _WISHES:
        return True
    if source and any(nobody_at_all(t) for t in source) and not any(t.tag in FINITE for t in content):
        return any(speaks(t) for t in cue)  # "No group has claimed responsibility"
    return infinitive and not source and bool(lemmas & _HELD)


def _gives_a_reason(cue: list[Token], content: list[Token]) -> bool:
    """ "Declined to comment, citing security" gives a reason, and says nothing."""
    return bool(cue) and cue[0].lower == "citing" and not any(t.tag in FINITE for t in content)


def _makes(cue: list[Token], content: list[Token]) -> bool:
    """Whether a cue tells that somebody made something: he found out nothing."""
    return any(lemma_of(t) == "establish" for t in cue) and not finds_out(content)


def _said_whole(cue: list[Token], content: list[Token]) -> bool:
    """ "No immediate reports of deaths": nobody reports any. "Who fired is unclear" is one thing said."""
    cued = {t.i for t in cue}
    return any(c.lower == "no" for t in cue for c in t.below("det")) or any(
        t.dep in ("csubj", "csubjpass") and t.head.i in cued for t in content
    )


def _is_told_of(cue: Token, first: Token) -> bool:
    """A headline's passive, whose subject says nothing: "dozens reported killed", "aid expected at home"."""
    passive = cue.tag in ("VBD", "VBN") and first.tag in ("VBN", "IN")
    return passive and first.head is cue and first.i == cue.i + 1


def _asks_for(scene: Scene, cue: Token, content: list[Token]) -> bool:
    """Whether somebody asks for what he does not know: "asked where he had been" puts nothing forward."""
    before = scene.next_to(content[0].i - 1)
    words = (content[0], before) if before is not None else (content[0],)
    return lemma_of(cue) in _ASKS and any(t.tag in ("WRB", "WP", "WDT") for t in words)


_ASKS = frozenset({"ask", "wonder", "inquire"})
_SPEAKING = frozenset({"i", "you", "we", "one", "anyone"})
_WISHES = frozenset({"want", "like", "wish", "love"})
_HELD = frozenset({"consider", "deem", "regard"})


def _counts(scene: Scene, voice: MarkedVoice) -> bool:
    """Whether the encoder is sure enough, and its source, if it has one, is something that can speak."""
    tokens = _tokens(scene, voice.content)
    least = SURE_OF_CLAUSE if _is_clause(scene, voice.content, tokens) else SURE_OF_WORDS
    return bool(tokens) and voice.score >= least and _can_speak(scene, voice.source)


def _is_clause(scene: Scene, content: Spans, tokens: list[Token]) -> bool:
    quoted = any(span.words(scene.parse.text)[:1] in ("“", '"', "«", "‘") for span in content)
    return quoted or any(t.tag in FINITE for t in tokens) or (bool(tokens) and tokens[0].tag == "TO")


def _can_speak(scene: Scene, source: Spans) -> bool:
    words = _tokens(scene, source)
    inside = {token.i for token in words}
    top = next((t for t in words if t.head.i not in inside or t.head is t), None)
    return not source or (top is not None and top.pos in ("NOUN", "PROPN", "PRON"))


def _found(scene: Scene, voice: MarkedVoice) -> Found:
    anchors = tuple(Span(*span) for span in voice.cue or voice.content[:1])
    reason = Because(rule=RULE, anchors=anchors, note=f"marked by the encoder, score {voice.score:.2f}")
    source = () if _is_told(scene, voice) else voice.source
    return known(scene, voice.content, voice.cue, source, (reason,))


def _is_told(scene: Scene, voice: MarkedVoice) -> bool:
    """Whether the source only hears: "we were promised guns", "they were asked to sign"."""
    source = {t.i for t in _tokens(scene, voice.source)}
    return any(
        t.dep == "nsubjpass" and t.i in source and t.head is verb
        for verb in _tokens(scene, voice.cue)
        if lemma_of(verb) in _TOLD
        for t in verb.children
    )


_TOLD = frozenset(
    {"tell", "promise", "assure", "ask", "order", "advise", "inform", "warn", "offer", "remind"}
)
