"""Where what is said ends: the cue's own sentence often goes on behind it."""

from __future__ import annotations

from firsthand.extract.attribution_cues import CUES, Cue, lemma_of
from firsthand.extract.attribution_found import trimmed
from firsthand.extract.attribution_grammar import FINITE, VERBAL, Scene, comma_before, own_subject, rejoined
from firsthand.extract.attribution_participles import joined_to
from firsthand.extract.attribution_rejoined import a_list, speaker_again, still_said, subject_behind_and
from firsthand.extract.attribution_verbs import speaks
from firsthand.extract.attribution_withheld import leads_to_unsaid
from firsthand.extract.voices_kinds import kind_of_word
from firsthand.resources.parser import Token
from firsthand.rules import Row
from firsthand.schema import Span, Spans

Content = tuple[Spans, Span]
"""The pieces of a content, and the words that a construction went by."""


def from_here(scene: Scene, cue: Cue, start: int) -> Content | None:
    """What is said, from a token on to where the cue's sentence goes on or ends."""
    span = trimmed(scene.parse, start, clause_end(scene, cue, start))
    return ((span,), span) if span is not None else None


def clause_end(scene: Scene, cue: Cue, start: int) -> int:
    """Index after the last token of a complement that starts at `start`.

    The sentence's end, unless the cue's own sentence goes on before it: with another verb of the same
    subject, "adding that", "according to".
    """
    level = scene.level(cue.token)
    if start >= len(scene.tokens):
        return start
    joined = _parts_joined(scene, cue, start)
    if scene.tokens[start].dep == "cc" and joined and min(joined) == start + 1:
        return start  # "X, the club said, and declined to comment": nothing more is said
    below = cue.token.dep != "ROOT" and _hangs_on(scene.tokens[start], cue.token)
    for i in range(start + 1, min(cue.high, start + _LONGEST)):
        token = scene.tokens[i]
        if scene.level(token) != level:
            continue
        goes_on = _that_goes_on(scene, i) or _only_that(scene, start, i)
        if not goes_on and (i in joined or _breaks(scene, cue, token)):
            return i
        if below and token.pos != "PUNCT" and not _hangs_on(token, cue.token):
            return i
    return min(cue.high, start + _LONGEST)


def _only_that(scene: Scene, start: int, i: int) -> bool:
    """Whether nothing is said yet where another is named: "said that, according to two guards, it fell"."""
    return i == start + 2 and scene.tokens[start].lower == "that" and scene.tokens[i].lower == "according"


def _parts_joined(scene: Scene, cue: Cue, start: int) -> set[int]:
    """Where the parts begin that the parse joins to the cue, without those that are still said."""
    behind_it = start > cue.after and cue.first > cue.low and comma_before(scene, scene.tokens[cue.first])
    found = set()
    for token in cue.token.children:
        if token.dep not in ("conj", "parataxis") or token.tag not in VERBAL or scene.left(token) <= start:
            continue
        if (noun := subject_behind_and(scene, token)) is not None:
            found.add(scene.left(noun) - 1)
        elif not still_said(scene, cue.token, cue.voice, token, behind_it):
            found.add(scene.left(token))
    return found


def _that_goes_on(scene: Scene, i: int) -> bool:
    """Whether "and that", "but that" opens a further clause of what is said, not of who says it."""
    that = scene.next_to(i + 1) if scene.tokens[i].dep == "cc" else scene.tokens[i]
    before = scene.next_to(that.i - 1) if that is not None else None
    if that is None or before is None or that.lower != "that" or that.tag != "IN" or that.dep != "mark":
        return False
    return before.dep == "cc" and before.lower in ("and", "but", "or", "yet")


_LONGEST = 600
"""Tokens of one sentence beyond which a text is broken, and nothing more is taken for one content."""


def _breaks(scene: Scene, cue: Cue, token: Token) -> bool:
    """Whether a new part of the cue's own sentence begins at this token."""
    if token.text == ";":
        return not a_list(scene, token.i, cue.after, cue.high)
    if starts_ellipsis(scene, token):
        return True
    if token.lower in ("according", "per", "citing", "quoting") or (token.tag == "VBG" and speaks(token)):
        return comma_before(scene, token)
    if token.dep == "cc":
        return _joins_the_cue(scene, cue, token)
    if token.dep == "mark" and token.lower in ("although", "though", "while", "whereas"):
        known = CUES["verb"].lookup(lemma_of(token.head)) is not None
        own = own_subject(token.head)
        another = own is not None and own.pos in ("NOUN", "PROPN") and speaks(token.head)
        return (comma_before(scene, token) or another) and own is not None and known
    return False


def starts_ellipsis(scene: Scene, token: Token) -> bool:
    """Whether a second voice says its own without a verb: ", another that there were nine"."""
    if token.lower == "the" and (following := scene.next_to(token.i + 1)) is not None:
        return comma_before(scene, token) and second_voice(scene, following) is not None
    return comma_before(scene, token) and second_voice(scene, token) is not None


def second_voice(scene: Scene, token: Token) -> Row | None:
    """The row of a word such as "another", where "that" follows it as a conjunction."""
    that = scene.next_to(token.i + 1)
    if that is None or that.lower != "that" or that.tag != "IN":
        return None
    return CUES["ellipsis"].lookup(token.lower)


def left_limit(scene: Scene, low: int, end: int) -> int:
    """Where what stands before a cue begins: at the sentence's start, or behind a voice of its own.

    "The mayor denied it, but two shells fell, police said": the police say no more than that two shells fell.
    """
    for i in range(end - 2, low, -1):
        token = scene.tokens[i]
        if scene.level(token) != scene.level(scene.tokens[end - 1]):
            continue
        if token.text == ";" and not a_list(scene, i, low, end):
            return i + 1
        if token.dep == "cc" and token.lower in ("but", "and", "while") and comma_before(scene, token):
            row = CUES["verb"].lookup(lemma_of(token.head)) if token.head.i < i else None
            if row is not None and own_subject(token.head) is not None:
                return i + 1
    return low


def another_voice(scene: Scene, start: int, high: int) -> int:
    """Where behind "According to the mayor, two shells fell" somebody else has his say: "but police said"."""
    for token in scene.tokens[start + 1 : high]:
        joint = token.lower in ("but", "although", "though", "while", "whereas") and comma_before(
            scene, token
        )
        if not joint or scene.level(token) >= 0:
            continue
        verbs = [token.head] if token.dep == "mark" else token.head.below("conj")
        for verb in verbs:
            row, own = CUES["verb"].lookup(lemma_of(verb)), own_subject(verb)
            if row is not None and own is not None and own.i > token.i and own.pos in ("NOUN", "PROPN"):
                return token.i
    return high


def _joins_the_cue(scene: Scene, cue: Cue, token: Token) -> bool:
    """Whether "and", "but" joins a further verb to the cue, though the parse may hang it lower."""
    joined = next((t for t in token.head.children if t.dep == "conj" and t.i > token.i), None)
    if joined is None or joined.tag not in VERBAL:
        return False
    if token.head is cue.token:
        return joined.dep != "conj" or scene.left(joined) in _parts_joined(scene, cue, cue.after)
    if joined_to(joined) is cue.token or speaker_again(joined) is cue.token:
        return True
    goes_on = _goes_on_speaking(joined) or leads_to_unsaid(scene, joined)
    if joined.tag not in FINITE or not goes_on or not _same_time(cue.token, joined, token.head):
        return False
    return _has_the_cues_subject(scene, joined, token)


def _has_the_cues_subject(scene: Scene, joined: Token, token: Token) -> bool:
    """Whether a joined verb of saying goes on with who speaks, and not with what is said."""
    own = own_subject(joined)
    if own is not None:
        return comma_before(scene, token) and own.pos in ("NOUN", "PROPN")
    if rejoined(joined) is not None:
        return True
    inner = own_subject(token.head)
    return (
        token.head.tag != joined.tag
        or token.head.lemma == "be"
        or (inner is not None and inner.pos == "NOUN")
    )


def _goes_on_speaking(joined: Token) -> bool:
    """Whether a joined verb is one of saying: "began shooting" is not, though "began" leads quotations."""
    row = CUES["verb"].lookup(lemma_of(joined))
    only_quotes = row is not None and "clause" not in row.get("takes", ())
    return speaks(joined) and not (only_quotes and joined.below("xcomp"))


def _same_time(cue: Token, joined: Token, inner: Token) -> bool:
    """Whether a joined verb can go on with the cue by its tense: past with past, present with present.

    Of different tenses only where the verb of what is said has another one than the joined verb too: "denies
    that the notebook is his and suggested that".
    """
    if cue.tag == "VBN" or _TENSE.get(cue.tag) == _TENSE.get(joined.tag):
        return True
    return _TENSE.get(inner.tag) is not None and _TENSE.get(inner.tag) != _TENSE.get(joined.tag)


_TENSE = {"VBD": "past", "VBZ": "present", "VBP": "present"}


def _hangs_on(token: Token, top: Token) -> bool:
    for _ in range(60):
        if token is top:
            return True
        if token.head is token:
            return False
        token = token.head
    return True


def noun_end(scene: Scene, start: int, high: int) -> int:
    """Index after the clause or the "of" at `start` that hangs on a noun of saying."""
    inner = scene.tokens[start]
    head = inner.head if inner.lower == "that" else inner
    end = scene.right(head)
    if inner.lower == "that":
        below = next((c for c in head.below("csubj", "csubjpass") if c.i < head.i), None)
        if below is not None:  # "reports that he had left surprised his aides"
            end = min(end, scene.right(below))
        for joined in head.below("conj"):
            if rejoined(joined) is not None and speaks(joined):
                joint = max((c.i for c in head.below("cc") if c.i < joined.i), default=joined.i)
                end = min(end, joint)  # "rejected claims that he lied, and blamed the press"
    elif inner.lower == "of":
        for placed in inner.head.below("prep"):
            if placed.i == end and placed.lower in _PLACING:
                end = scene.right(placed)  # "allegations of torture by guards in the camp"
    return min(max(end, start + 1), high)


_PLACING = frozenset({"against", "among", "at", "by", "during", "in", "near", "on", "outside", "within"})


def is_thing(cue: Cue) -> bool:
    """Whether footage or a document is the subject."""
    if cue.voice is None:
        return False
    pronoun = cue.row.get("pronoun") and cue.voice.lower in ("it", "they", "this", "which", "that")
    return bool(pronoun) or kind_of_word(cue.voice) in ("footage", "document")
