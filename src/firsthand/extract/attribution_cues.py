"""Which words of a document are cues, with the words that name their source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.extract import attribution_mistagged as mistagged
from firsthand.extract.attribution_grammar import (
    VERBAL,
    Scene,
    is_passive,
    noun_phrase,
    own_subject,
    relative,
    subject,
    verb_group,
)
from firsthand.extract.attribution_inserted import Inserted, inserted_at
from firsthand.extract.attribution_participles import says_nothing
from firsthand.extract.attribution_rejoined import goes_on_as, who_speaks
from firsthand.extract.attribution_sources import (
    agent_end,
    before_a_noun,
    name_behind,
    one_learned,
    verb_first,
)
from firsthand.extract.attribution_verbs import CUES, FORMS, lemma_of, row_and_particle, row_of_verb
from firsthand.extract.attribution_withheld import held_back, not_drawn, unsaid
from firsthand.resources.parser import Token
from firsthand.rules import Row
from firsthand.schema import Because, Span

__all__ = ["CUES", "RAISING", "Cue", "cue_of", "lemma_of", "row_of_verb", "verb_cues"]

RAISING = frozenset((
    "appear", "attempt", "be", "begin", "bother", "care", "claim", "continue", "dare", "decline", "fail",
    "go", "happen", "have", "hear", "hesitate", "keep", "like", "love", "manage", "need", "prefer", "purport",
    "refuse", "seem", "start", "tend", "try", "use", "want", "wish",
))  # fmt: skip
"""Verbs that make one cue with the verb of saying below them: "appears to show", "declined to say"."""
_ABLE = frozenset(
    {"able", "unable", "willing", "unwilling", "ready", "quick", "prepared", "likely", "eager", "free"}
)


@dataclass(slots=True, eq=False)
class Cue:
    """A verb of the lexicon where it stands: its whole group, and who is its subject."""

    token: Token
    row: Row
    group: list[Token]
    voice: Token | None
    """Head word of the subject; None where the verb has none, or only "it" without meaning."""
    source: list[Token]
    passive: bool
    low: int
    """First and last (exclusive) token that the cue can reach: its sentence, or the quotation around it."""
    high: int
    particle: Token | None = None
    marked: Span | None = None
    """The words that the row goes by, where they are not the verb itself."""
    place: Inserted | None = None
    """The commas around cue and source, where these stand inside what is said."""
    inverted: bool = False
    """Set off by commas inside what is said: "The bridge, said the engineer, was mined"."""

    @property
    def first(self) -> int:
        """First token of the clause that names source and cue."""
        before = [t.i for t in self.source if t.i < self.token.i]
        return min([self.group[0].i, *before])

    @property
    def after(self) -> int:
        """Index after the verb group, its particle, and a source that follows it."""
        last = max(self.group[-1].i, self.particle.i if self.particle else 0)
        behind = [t.i for t in self.source if t.i > self.token.i]
        return max([last, *behind]) + 1

    @property
    def lemma(self) -> str:
        """The verb's lemma."""
        return lemma_of(self.token)

    @property
    def word(self) -> Span:
        """The words that the lexicon row goes by."""
        if self.marked is not None:
            return self.marked
        if self.particle is not None and self.particle.i == self.token.i + 1:
            return Span(self.token.start, self.particle.end)
        return self.token.span

    def takes(self, frame: str) -> bool:
        """Whether the row says that the verb takes this frame."""
        return frame in self.row.get("takes", ())

    def because(self) -> Because:
        """The row's reason."""
        return self.row.because(self.word)


def verb_cues(scene: Scene) -> Iterator[Cue]:
    """Every verb of the lexicon in text order, with its group and source."""
    for token in scene.tokens:
        if (
            token.tag not in VERBAL
            and token.pos != "VERB"
            and not (
                _taken_for_a_noun(scene, token)
                or mistagged.shows_after_all(scene, token)
                or mistagged.told_by_whom(scene, token) is not None
            )
        ):
            continue
        if says_nothing(scene, token) or _first_of_neither(token) is not None or scene.in_dateline(token):
            continue
        row, particle = row_and_particle(scene, token)
        if row is None or (mistagged.only_modifies(token) and not mistagged.shows_after_all(scene, token)):
            continue
        if mistagged.no_verb_after_all(scene, token) or (row.get("withheld") and not not_drawn(token)):
            continue
        yield cue_of(scene, token, row, particle)


def _taken_for_a_noun(scene: Scene, token: Token) -> bool:
    """Whether a verb was taken for the noun that heads the sentence: "neither side disputes that"."""
    if token.dep != "ROOT" or token.tag not in ("NN", "NNS") or token.lower not in FORMS:
        return False
    following = scene.next_to(token.i + 1)
    if following is not None and following.dep == "prt":
        following = scene.next_to(token.i + 2)
    before = scene.next_to(token.i - 1)
    if (
        following is None
        or before is None
        or following.lower != "that"
        or following.sentence != token.sentence
    ):
        return False
    return before.pos in ("NOUN", "PROPN", "PRON", "ADV") and before.sentence == token.sentence


def _first_of_neither(token: Token) -> Token | None:
    """The second verb of "neither confirm nor deny", for the first; the two are one cue."""
    if not any(
        c.lower in ("neither", "not", "n't") and c.dep in ("preconj", "neg", "cc", "advmod")
        for c in token.children
    ):
        return None
    joints = [c for c in token.children if c.dep == "cc" and c.lower in ("nor", "or")]
    return next(
        (c for c in token.children if joints and c.dep == "conj" and 0 < c.i - token.i <= _NEAR), None
    )


_NEAR = 4


def cue_of(scene: Scene, token: Token, row: Row, particle: Token | None) -> Cue:
    """The cue at a token."""
    low, high = scene.bounds(token)
    group = _whole_group(scene, token)
    marked: Span | None = None
    if (held := held_back(scene, token)) is not None:
        lead, unsaid_row = held
        group = [*verb_group(lead), *scene.tokens[lead.i + 1 : token.i + 1]]
        row, marked = unsaid(row, unsaid_row), Span(lead.start, scene.tokens[token.i - 1].end)
        voice = subject(lead)
    else:
        voice = mistagged.seen_so_often(token) or mistagged.told_by_whom(scene, token)
        voice = voice or goes_on_as(scene, token) or subject(token)
    named = mistagged.named_at_the_end(scene, token)
    voice = named[-1] if named else voice
    active = mistagged.active(scene, token, "told" in row.get("takes", ()))
    voice = mistagged.clip_after_all(mistagged.subject_after_all(token) if active else voice)
    told = token.below("nsubj") and token.below("dobj")  # 'the club "categorically denied" claims'
    passive = not (row.get("withheld") or active) and (
        is_passive(token)
        or _reduced(token)
        or (token.tag == "VBN" and token.dep in ("advcl", "acl", "ROOT") and not _has_aux(token) and not told)
    )
    if voice is not None and not low <= voice.i < high:
        voice = None
    if (
        voice is not None
        and scene.level(voice) != scene.level(token)
        and not _named_in_marks(scene, voice, token)
    ):
        voice = None
    if voice is not None and (row.get("of_itself") or _empty_subject(token, voice)):
        voice = None
    place = inserted_at(scene, token, group, low, high) if not passive else None
    if place is not None:
        voice = place.head
    inverted = place is None and voice is not None and _inverted(scene, token, voice)
    if inverted:
        voice = None
    cue = Cue(token, row, group, voice, [], passive, low, high, particle)
    cue.inverted, cue.marked, cue.place = inverted, marked, place
    if passive:
        cue.voice = _agent(token)
    elif voice is None and token.tag in ("VBD", "VBZ", "VBP", "VBN", "NN", "NNS", "VB", "NNP", "JJ"):
        cue.voice = mistagged.at_work(scene, _by_place(scene, cue, inverted))
    if cue.voice is not None:
        cue.source = named or _source(scene, cue, cue.voice)
    return cue


def _reduced(token: Token) -> bool:
    """ "Carriers believed to be foreign", where the parser takes the participle for a past tense."""
    return token.tag == "VBD" and token.dep == "acl" and own_subject(token) is None


def _has_aux(token: Token) -> bool:
    return any(c.dep == "aux" for c in token.children)


def _empty_subject(token: Token, voice: Token) -> bool:
    """Whether a subject is "it" or "there" without meaning: "it is feared that"."""
    if any(child.dep == "expl" for child in token.children):
        return True
    if voice.lower == "that" and voice.tag == "DT":  # "that said, we left"
        return True
    return voice.lower == "it" and token.tag == "VBN" and voice.head is token and is_passive(token)


def _named_in_marks(scene: Scene, voice: Token, token: Token) -> bool:
    """ "'Local rescuers' said": a name in quotation marks right before the verb."""
    quotation = scene.quotation_of(voice)
    if quotation is None or voice.i > token.i or not quotation.closed or scene.sentence_like(quotation):
        return False
    before = scene.parse.text[quotation.inner.end - 1]
    return scene.parse.first_from(quotation.span.end) == token.i and before not in ",.!?—…"


def _inverted(scene: Scene, token: Token, voice: Token) -> bool:
    """Whether the subject is that of what is said: "The bridge, said the engineer, was mined"."""
    before, behind = scene.next_to(token.i - 1), scene.next_to(token.i + 1)
    if (
        voice.i > token.i
        or before is None
        or behind is None
        or before.text != ","
        or token.tag not in ("VBD", "VBZ")
    ):
        return False
    between = scene.tokens[voice.i + 1 : before.i]
    whole = all(t.text != "," and t.tag not in VERBAL for t in between)
    close = not between or (behind.pos == "DET" and behind.lower in ("a", "an", "the") and whole)
    return behind.pos in ("DET", "PROPN", "PRON", "NOUN") and behind.tag != "PRP" and close


def _by_place(scene: Scene, cue: Cue, inverted: bool) -> Token | None:
    """The source that the parse did not give: the noun right before the verb group, or right behind it."""
    if any(c.dep == "expl" for c in cue.token.children) or cue.token.dep in ("conj", "xcomp", "acl"):
        return None
    if cue.row.get("of_itself"):
        return None
    i = cue.group[0].i - 1
    while i > cue.low and scene.tokens[i].pos in ("ADV", "PUNCT") and scene.tokens[i].text not in _MARKS:
        i -= 1
    if (
        not (inverted or verb_first(scene, cue.token, cue.group[0]))
        and i >= cue.low
        and scene.tokens[i].pos in _NOMINAL
        and scene.level(scene.tokens[i]) == scene.level(cue.token)
    ):
        return _topmost(scene.tokens[i], cue.low, cue.group[0].i)
    i = cue.group[-1].i + 1
    while i < cue.high and before_a_noun(scene.tokens[i]) and i < cue.group[-1].i + 6:
        i += 1
    behind = scene.next_to(cue.group[0].i - 1)
    if (
        i < cue.high
        and scene.tokens[i].pos in _NOMINAL
        and (behind is None or behind.text in _MARKS or behind.pos == "PUNCT")
    ):
        return _topmost(scene.tokens[i], cue.group[-1].i + 1, cue.high)
    return None


_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_MARKS = frozenset({'"', "”", "“", "’", "‘", "'", "»", "«", ".", ":", ";"})


def _topmost(token: Token, low: int, high: int) -> Token:
    """The noun that heads the phrase of a word, as far as it lies between two indices."""
    top = token
    for _ in range(12):
        above = token.head
        if above is token or not low <= above.i < high or above.pos in ("AUX", "PUNCT"):
            break
        if above.pos == "VERB" and token.dep in ("nsubj", "dobj") and above.dep not in ("acl", "relcl"):
            break
        token = above
        if token.pos in _NOMINAL:
            top = token
    return top


def _agent(token: Token) -> Token | None:
    """Who stands behind "by" at a passive."""
    for child in token.children:
        if child.dep in ("agent", "prep") and child.lower == "by":
            return next(iter(child.below("pobj")), None)
    return None


def _source(scene: Scene, cue: Cue, voice: Token) -> list[Token]:
    if (told_by := one_learned(cue.token, voice)) is not None:
        cue.group, cue.voice, voice = [voice, *cue.group], told_by, told_by
    if relative(voice):
        return [voice]
    if voice.i < cue.group[0].i:
        words = who_speaks(scene, noun_phrase(scene, voice, cue.low, cue.group[0].i), voice)
        words = [*_named_before(scene, cue, voice), *words]
        words += name_behind(scene, words[-1], cue.group[0].i)
        month = scene.tokens[cue.group[0].i - 1]
        return [*words, month] if words[-1].i == month.i - 1 and is_month(scene, month) else words
    if voice.i < cue.token.i:  # "are you suggesting"
        return noun_phrase(scene, voice, cue.group[0].i + 1, cue.token.i)
    return noun_phrase(scene, voice, cue.group[-1].i + 1, _high(scene, cue, voice))


def _high(scene: Scene, cue: Cue, voice: Token) -> int:
    return agent_end(scene, voice, cue.high, accuses=cue.takes("of")) if cue.passive else cue.high


def _named_before(scene: Scene, cue: Cue, voice: Token) -> list[Token]:
    """The words before a name that say what it is, where the parse takes them for a subject of their own."""
    first = min([voice.i, *(scene.left(c) for c in voice.children)])
    before = scene.next_to(first - 1)
    if before is None or before.dep != "nsubj" or before.head is not voice.head or before.i < cue.low:
        return []
    return noun_phrase(scene, before, cue.low, first)


def _whole_group(scene: Scene, token: Token) -> list[Token]:
    """The verb group with the verb that carries it, "appears to show", without the month of "6 May show"."""
    group = _group_as_parsed(scene, token)
    return group[1:] if len(group) > 1 and is_month(scene, group[0]) else group


def is_month(scene: Scene, token: Token) -> bool:
    """Whether a "May" that the parse takes for an auxiliary is the month: behind a day, or behind "in"."""
    before = scene.next_to(token.i - 1)
    if token.text != "May" or before is None:
        return False
    return before.tag == "CD" or before.text.isdigit() or before.lower in _BEFORE_A_MONTH


_BEFORE_A_MONTH = frozenset(
    {"in", "of", "since", "from", "until", "by", "early", "late", "mid", "last", "this"}
)


def _group_as_parsed(scene: Scene, token: Token) -> list[Token]:
    parts = {t.i: t for t in verb_group(token)}
    if token.dep == "conj" and _first_of_neither(token.head) is token:
        parts |= {t.i: t for t in verb_group(token.head)}
    lower = token
    for _ in range(3):
        above = lower.head
        if (
            lower.dep not in ("xcomp", "ccomp", "acl", "pcomp")
            or above is lower
            or own_subject(lower) is not None
        ):
            break
        if above.i > lower.i or lower.i - above.i > 6:
            break
        if above.lemma in RAISING and above.tag in VERBAL:
            parts |= {t.i: t for t in verb_group(above)}
        elif above.lower in _ABLE:
            parts[above.i] = above
            if above.head.lemma == "be":
                parts |= {t.i: t for t in verb_group(above.head)}
            lower = above.head
            continue
        else:
            break
        lower = above
    first = min(parts)
    if any(
        t.dep in ("nsubj", "nsubjpass", "dobj") for t in scene.tokens[first : token.i] if t.head.i in parts
    ):
        return [parts[i] for i in sorted(parts)]
    return (
        list(scene.tokens[first : max(parts) + 1])
        if max(parts) - first <= 8
        else [parts[i] for i in sorted(parts)]
    )
