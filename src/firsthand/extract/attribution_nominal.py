"""Cues that are no verbs: "according to", "claims that", "allegedly", "it is unclear whether"."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.extract import attribution_absence as absence
from firsthand.extract.attribution_cues import CUES, lemma_of
from firsthand.extract.attribution_ends import (
    another_voice,
    left_limit,
    noun_end,
    second_voice,
    starts_ellipsis,
)
from firsthand.extract.attribution_found import Found, spans_of, trimmed
from firsthand.extract.attribution_grammar import (
    FINITE,
    VERBAL,
    Scene,
    noun_phrase,
    own_subject,
    subject,
    verb_group,
)
from firsthand.extract.attribution_solemn import whom_told
from firsthand.extract.attribution_sources import behind_relative, with_and_to
from firsthand.extract.attribution_untrue import told_by_what
from firsthand.extract.attribution_verbs import speaks
from firsthand.extract.voices_kinds import kind_of_word
from firsthand.resources.parser import Token
from firsthand.rules import Row, rule
from firsthand.schema import Span

__all__ = ["according_to", "adjective", "adverb", "nominal_cues", "noun_clause", "predicate"]
_PREPOSITIONS, _NOUNS = CUES["preposition"], CUES["noun"]
_ADVERBS, _ADJECTIVES, _PREDICATES = CUES["adverb"], CUES["adjective"], CUES["predicate"]
_ABSENCES, _MATCHES = CUES["absence"], CUES["match"]
_FIRST_WORDS = frozenset(word.split()[0] for row in _PREPOSITIONS.rows for word in row.words)


def nominal_cues(scene: Scene) -> Iterator[Found]:
    """Every attribution whose cue is no verb, in text order."""
    for token in scene.tokens:
        if absence.undoubted(token):
            continue
        found = _of_word(scene, token) or _of_adjective(scene, token)
        if found is not None:
            yield found


def _of_word(scene: Scene, token: Token) -> Found | None:
    """A cue that is a preposition, a noun, an adverb, or a second voice without a verb."""
    if token.lower in _FIRST_WORDS:
        return _preposition(scene, token)
    if token.pos in ("NOUN", "PROPN") and (row := _NOUNS.lookup(token.lemma)):
        return (absence.there_is_none if absence.nothing_told(token) else noun_clause)(scene, token, row)
    if (row := second_voice(scene, token)) is not None:
        return _another_that(scene, token, row)
    if token.pos == "ADV" and (row := _ADVERBS.lookup(token.lower)):
        return adverb(scene, token, row)
    if token.pos == "NOUN" and (row := _ABSENCES.lookup(token.lemma)) and absence.none_of(token):
        return absence.there_is_none(scene, token, row) or absence.no_evidence(scene, token, row)
    return None


def _of_adjective(scene: Scene, token: Token) -> Found | None:
    """A cue that is an adjective, before its noun or as a predicate."""
    if (row := _ADJECTIVES.lookup(token.lower)) and token.dep in ("amod", "compound"):
        return adjective(scene, token, row)
    if (row := _PREDICATES.lookup(token.lower)) and token.dep in _PREDICATIVE:
        return predicate(scene, token, row)
    if (row := _MATCHES.lookup(token.lower)) and token.dep in ("acomp", "conj", "ccomp", "ROOT"):
        return absence.consistent_with(scene, token, row)
    return None


_PREDICATIVE = frozenset({"acomp", "ROOT", "ccomp", "conj", "oprd", "relcl", "advcl"})


def _preposition(scene: Scene, token: Token) -> Found | None:
    for length in range(min(4, len(scene.tokens) - token.i), 0, -1):
        phrase = " ".join(t.lower for t in scene.tokens[token.i : token.i + length])
        if (row := _PREPOSITIONS.lookup(phrase)) is not None:
            return according_to(scene, token, scene.tokens[token.i + length - 1], row)
    return None


@rule(
    "attribution.according_to",
    means='a phrase such as "according to" names whose words the rest of the sentence is',
    fires="[Two shells fell near the market], according to the mayor.",
    silent="They were paid according to rank.",
)
def according_to(scene: Scene, first: Token, last: Token, row: Row) -> Found | None:
    """The clause that the phrase belongs to, on whichever side of it."""
    low, high = scene.bounds(first)
    head = next(
        (
            t
            for t in scene.tokens[last.i + 1 : min(high, last.i + 30)]
            if t.dep in ("pobj", "pcomp") and t.head.i <= last.i
        ),
        None,
    )
    if head is None or _bare_measure(head):
        return None
    if head.tag == "WDT":
        return _according_to_which(scene, first, head, row)
    source = noun_phrase(scene, head, last.i + 1, high)
    if not source:
        return None
    before = scene.next_to(first.i - 1)
    if row.get("after_comma") and first.i > low and (before is None or before.text != ","):
        return None
    source = with_and_to(scene, source, high)
    after = behind_relative(scene, head, source[-1].i + 1)
    pieces = _around(scene, first, after, low, high)
    if not pieces:
        return None
    cue = Span(first.start, last.end)
    return Found(
        tuple(pieces), (cue,), spans_of(source), row,
        (row.because(cue), according_to.because(pieces[0])), first, head,
    )  # fmt: skip


def _according_to_which(scene: Scene, first: Token, which: Token, row: Row) -> Found | None:
    """ "Information spread by the council, according to which": what stands behind is the council's."""
    content, agent = told_by_what(scene, first, which)
    if content is None:
        return None
    named = noun_phrase(scene, agent, agent.head.i + 1, first.i) if agent is not None else ()
    return Found(
        (content,), (Span(first.start, which.end),), spans_of(named), row,
        (row.because(Span(first.start, which.head.end)), according_to.because(content)), first, agent,
    )  # fmt: skip


def _bare_measure(head: Token) -> bool:
    """ "According to rank", "per day": a noun alone that cannot speak."""
    return head.tag == "NN" and not head.children and kind_of_word(head) is None


def _around(scene: Scene, first: Token, after: int, low: int, high: int) -> list[Span]:
    """The content of "according to X": before it, or after it at the start and behind a conjunction."""
    skipped = after
    while skipped < high and scene.tokens[skipped].text != ",":
        skipped += 1
    begins = (
        first.i == low
        or not any(t.tag in FINITE for t in scene.tokens[low : first.i])
        or _opens_clause(scene, first)
    )
    if begins:
        unparted = any(t.tag in FINITE and t.dep != "relcl" for t in scene.tokens[after:skipped])
        if skipped >= high and not unparted:
            return []
        start, content = after if unparted else skipped + 1, []
        lead = (
            trimmed(scene.parse, low, first.i) if first.i > low and _substance(scene, low, first.i) else None
        )
        if lead is not None and not _opens_clause(scene, first):
            content.append(lead)
        span = trimmed(scene.parse, start, another_voice(scene, start, high))
        return [*content, span] if span is not None else content
    span = trimmed(scene.parse, left_limit(scene, low, first.i), first.i)
    return [span] if span is not None else []


def _opens_clause(scene: Scene, first: Token) -> bool:
    """Whether a conjunction or relative word stands right before, so that the clause comes after."""
    i = first.i - 1
    if i >= 0 and scene.tokens[i].text == ",":
        i -= 1
    return i >= 0 and scene.tokens[i].lower in (
        "that", "when", "which", "because", "and", "but", "while", "where", "since", "who", "although",
        "though", "as", "if",
    )  # fmt: skip


def _substance(scene: Scene, low: int, high: int) -> bool:
    return any(t.pos in ("NOUN", "PROPN", "VERB", "NUM", "PRON") for t in scene.tokens[low:high])


@rule(
    "attribution.noun",
    means='a noun of saying or thinking has a clause or "of" behind it: the claim that, reports of',
    fires="The allegation [that the bridge was mined] spread fast.",
    silent="The allegation spread fast.",
)
def noun_clause(scene: Scene, token: Token, row: Row) -> Found | None:
    """What the noun's clause says; whose noun it is stands before it ("the army's claim") or behind "by"."""
    verb_after_all = token.dep == "ROOT" and own_subject(token) is not None
    named = token.tag in ("NNP", "NNPS") and any(c.tag == "NNP" for c in token.below("compound"))
    silent = verb_after_all or named or _of_a_speaker(token) or whom_told(token)  # "told Vela News that"
    start = None if silent else _noun_content(scene, token, row)
    if start is None:
        return None
    low, high = scene.bounds(token)
    clause = scene.tokens[start]
    end = noun_end(scene, start, high)
    span = trimmed(scene.parse, start, end)
    if span is None or clause.i < low:
        return None
    source, voice = _whose(scene, token, start)
    return Found(
        (span,), (token.span,), source, row,
        (row.because(token.span), noun_clause.because(span)), token, voice,
    )  # fmt: skip


def _of_a_speaker(token: Token) -> bool:
    """ "Said in a statement that": the clause is the verb's, not the noun's."""
    above = token.head
    if token.dep != "pobj" or above.lower not in ("in", "through", "via", "with"):
        return False
    row = CUES["verb"].lookup(lemma_of(above.head))
    return row is not None and row["kind"] == "report"


def _noun_content(scene: Scene, token: Token, row: Row) -> int | None:
    for child in token.children:
        if child.i > token.i and child.dep in ("acl", "ccomp", "relcl"):
            mark = scene.tokens[scene.left(child)]
            if mark.lower == "that" and (mark.dep == "mark" or mark.tag == "IN"):
                return mark.i
    for i in range(token.i + 1, min(token.i + 9, len(scene.tokens)) if row.get("far") else token.i + 1):
        following = scene.tokens[i]
        if (
            following.lower == "that"
            and following.tag in ("IN", "WDT")
            and following.sentence == token.sentence
        ):
            return i if following.tag == "IN" or scene.tokens[i + 1].dep in ("nsubj", "det") else None
        if (
            following.tag in FINITE
            and following.lemma not in ("be", "grow", "mount", "emerge", "rise", "spread", "have")
        ) or following.lower in (",", ".", ";", "and", "but"):
            break
    if "of" in row.get("takes", ()) and (token.tag == "NNS" or not row.get("plural_of")):
        for child in token.children:
            if (
                child.i == token.i + 1
                and child.dep == "prep"
                and child.lower in ("of", "about")
                and child.children
            ):
                return child.i
    return None


def _whose(scene: Scene, token: Token, start: int) -> tuple[tuple[Span, ...], Token | None]:
    for child in token.children:
        if child.dep == "poss" and child.i < token.i:
            words = [t for t in noun_phrase(scene, child, 0, token.i) if t.tag != "POS"]
            return spans_of(words), child
        if child.dep in ("prep", "agent") and child.lower in ("by", "from") and child.i < start:
            for noun in child.below("pobj"):
                return spans_of(noun_phrase(scene, noun, child.i + 1, start)), noun
    if token.dep == "nsubjpass" and token.head.lemma in _VOICED:  # "concerns have been raised by aid groups"
        for by in token.head.below("agent"):
            for noun in by.below("pobj") if by.i < start else ():
                return spans_of(noun_phrase(scene, noun, by.i + 1, start)), noun
    return (), None


_VOICED = frozenset({"raise", "voice", "express", "make", "spread", "level", "share", "repeat", "air"})


def _another_that(scene: Scene, token: Token, row: Row) -> Found | None:
    """The second voice of "one said that two fell, another that there were nine", with what it says."""
    first = token.i - (scene.tokens[token.i - 1].lower == "the")
    low, high = scene.bounds(token)
    said = any(speaks(t) for t in scene.tokens[low:first])
    if first <= low or not said or not starts_ellipsis(scene, scene.tokens[first]):
        return None
    content = trimmed(scene.parse, token.i + 1, high)
    source = Span(scene.tokens[first].start, token.end)
    return Found((content,), (), (source,), row, (row.because(token.span),), None, token) if content else None


@rule(
    "attribution.adverb",
    means='an adverb such as "allegedly" passes the words on as somebody\'s, unnamed',
    fires="The commander allegedly [ordered the retreat by radio].",
    silent="The commander clearly ordered the retreat by radio.",
)
def adverb(scene: Scene, token: Token, row: Row) -> Found | None:
    """What stands behind the adverb in its clause; before it when it ends the clause."""
    low, high = scene.bounds(token)
    head = token.head
    end = min(max(scene.right(head), token.i + 1), high)
    if head.i < token.i and head.tag in VERBAL and scene.right(head) <= token.i + 2:
        start, end = scene.left(head), token.i
    elif token.i == low:
        start = token.i + 1
    else:
        start = min(_first_of_group(head, token), token.i + 1) if head.tag in VERBAL else token.i + 1
    for i in range(token.i + 1, end):
        following = scene.tokens[i]
        if (following.dep == "cc" and _clause_joint(following, head)) or following.text == ";":
            end = i
            break
    pieces = [p for p in (_piece(scene, start, token.i), _piece(scene, token.i + 1, end)) if p is not None]
    if not pieces:
        return None
    return Found(
        tuple(pieces), (token.span,), (), row, (row.because(token.span), adverb.because(pieces[-1])), token,
    )  # fmt: skip


def _first_of_group(head: Token, token: Token) -> int:
    return verb_group(head)[0].i if head.i < token.i else token.i + 1


def _piece(scene: Scene, first: int, last: int) -> Span | None:
    return trimmed(scene.parse, first, last) if last > first else None


def _clause_joint(joint: Token, head: Token) -> bool:
    return joint.head is head and any(
        t.dep == "conj" and t.i > joint.i and any(c.dep in ("nsubj", "nsubjpass") for c in t.children)
        for t in head.children
    )


@rule(
    "attribution.adjective",
    means='an adjective such as "alleged" passes a description on as somebody\'s, unnamed',
    fires="Police searched the house of the alleged [smuggler].",
    silent="Police searched the house of the tall smuggler.",
)
def adjective(scene: Scene, token: Token, row: Row) -> Found | None:
    """The noun behind the adjective with what belongs to it."""
    _, high = scene.bounds(token)
    noun = token.head
    if noun.i <= token.i or noun.i >= high:
        return None
    phrase = noun_phrase(scene, noun, token.i + 1, high)
    end = phrase[-1].i + 1 if phrase else noun.i + 1
    span = trimmed(scene.parse, token.i + 1, end)
    if span is None:
        return None
    return Found((span,), (token.span,), (), row, (row.because(token.span), adjective.because(span)), token)


@rule(
    "attribution.predicate",
    means="an adjective says how somebody stands to what its clause says: convinced that, unclear whether",
    fires="The engineer was convinced [that the span would hold].",
    silent="The engineer was convinced by the figures.",
)
def predicate(scene: Scene, token: Token, row: Row) -> Found | None:
    """The clause behind the adjective."""
    low, high = scene.bounds(token)
    clause = next((c for c in (*token.children, *token.head.children) if _says_what(scene, token, c)), None)
    if clause is None:
        return None
    start = max(scene.left(clause), token.i + 1)
    span = trimmed(scene.parse, start, min(max(scene.right(clause), start + 1), high))
    if span is None:
        return None
    verb = token.head if token.head.lemma in ("be", "remain", "become", "seem", "feel", "get") else token
    voice = subject(verb) if verb is not token else own_subject(token)
    if voice is not None and (voice.lower in ("it", "that", "this", "what") or not low <= voice.i < high):
        voice = None
    group = [*verb_group(verb), token] if verb is not token else verb_group(token)
    if (
        voice is None
        and row.get("needs_voice")
        and not any(t.dep == "neg" for t in (*group, *token.children))
    ):
        return None
    cue = (
        (Span(min(t.start for t in group), max(t.end for t in group)),)
        if max(t.i for t in group) - min(t.i for t in group) < 7
        else (token.span,)
    )
    source = (
        spans_of(noun_phrase(scene, voice, low, group[0].i))
        if voice is not None and voice.i < token.i
        else ()
    )
    return Found((span,), cue, source, row, (row.because(token.span), predicate.because(span)), token, voice)


def _says_what(scene: Scene, token: Token, clause: Token) -> bool:
    """Whether a clause is what somebody is sure or unsure of."""
    if (
        clause.i <= token.i
        or clause.dep not in ("ccomp", "csubj", "advcl", "xcomp", "acl")
        or clause.tag == "VBG"
    ):
        return False
    return scene.left(clause) <= token.i + 4 and not _purpose(scene, clause)


def _purpose(scene: Scene, clause: Token) -> bool:
    return clause.dep == "xcomp" and scene.tokens[scene.left(clause)].tag == "TO" and clause.tag == "VB"
