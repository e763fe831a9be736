"""Words that cannot be printed as they were cut: without a subject, or with a conjunction left at an end.

The subject is taken in where the parse gives it and nothing else that is told stands between; else the
sentence is left whole. "Who" and "which" give way to the noun that they stand for.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.ground.claim_subject import FINITE, SUBJECTS, phrase_of
from firsthand.resources.parser import Parse, Token
from firsthand.schema import Span, Spans

_JOINTS = frozenset({"and", "but", "or", "nor", "yet", "though", "although", "while", "whereas", "as"})


def whole(anchors: Spans, parse: Parse) -> Spans:
    """The words of a claim with its own subject beside its own verb, and no conjunction left over."""
    anchors = _from_its_start(_without_joints(anchors, parse), parse)
    first = _opening(anchors, parse)
    if first is None:
        return anchors
    if (noun := _stood_for(first)) is not None:
        return _in_place_of(first, noun, anchors, parse)
    if (noun := _described(first, anchors, parse)) is not None:
        phrase = phrase_of(noun, before=first.i)
        return _beside(phrase, anchors, parse) if phrase is not None else anchors
    verb = _without_subject(first, anchors, parse)
    if verb is None:
        return anchors
    subject = _subject_of(verb)
    phrase = phrase_of(subject, before=first.i) if subject is not None and subject.i < first.i else None
    if phrase is None or _told_between(parse.first_from(phrase.end), first.i, subject, parse):
        return _sentence(first, parse)
    return _beside(phrase, anchors, parse)


def _beside(subject: Span, anchors: Spans, parse: Parse) -> Spans:
    """A subject with the words that it belongs to, in one piece where only a comma parts them."""
    if parse.text[subject.end : anchors[0].start].strip(", ") or subject.end > anchors[0].start:
        return tuple(sorted((subject, *anchors)))
    return (Span(subject.start, anchors[0].end), *anchors[1:])


def _described(first: Token, anchors: Spans, parse: Parse) -> Token | None:
    """The subject that words lack which open with what describes it: "known as Velvet, was hit by a shot"."""
    noun = first.head
    if first.dep != "acl" or first.tag not in ("VBN", "VBG") or noun.i > first.i or noun.dep not in SUBJECTS:
        return None
    inside = {t.i for span in anchors for t in parse.within(span)}
    return noun if noun.head.i in inside and noun.i not in inside else None


def _from_its_start(anchors: Spans, parse: Parse) -> Spans:
    """Words from where their first noun begins: "killers" of "alleged killers" would say that they are."""
    words = parse.within(anchors[0])
    inside = {t.i for t in words}
    first = words[0] if words else None
    while first is not None and first.i and first.pos != "PUNCT":
        before = parse.tokens[first.i - 1]
        part = before.dep in ("compound", "nummod") or (before.dep == "amod" and before.lower in _CALLED)
        if not part or before.head.i not in inside or before.sentence != first.sentence:
            break
        first = before
        inside.add(first.i)
    if first is None or first.start >= anchors[0].start:
        return anchors
    return (Span(first.start, anchors[0].end), *anchors[1:])


_CALLED = frozenset({"alleged", "suspected", "accused", "purported", "supposed", "presumed", "so-called"})


def _without_joints(anchors: Spans, parse: Parse) -> Spans:
    """Words without the conjunction that led to what was cut off: "blocking roads and bridges … but"."""
    made = list(anchors)
    while made:
        words = parse.within(made[-1])
        if not words or words[-1].lower not in _JOINTS or words[-1].pos not in _LINKS:
            break
        if len(words) == 1:
            made.pop()
            continue
        end = next((t.end for t in reversed(words[:-1]) if t.text not in ",;—–-"), words[0].start)
        made[-1] = Span(made[-1].start, end)
        if end <= made[-1].start:
            made.pop()
    if made and len(words := parse.within(made[0])) > 1 and _opens_the_rest(words[0], parse):
        made[0] = Span(words[1].start, made[0].end)
    return tuple(made) or anchors


_LINKS = frozenset({"CCONJ", "SCONJ"})


def _opens_the_rest(first: Token, parse: Parse) -> bool:
    """Whether words open with an "and" or "but" in the middle of their sentence, and not of a list."""
    if first.lower not in ("and", "but") or first.pos != "CCONJ" or first.i == 0:
        return False
    return parse.tokens[first.i - 1].sentence == first.sentence and first.head.pos in ("VERB", "AUX")


def _opening(anchors: Spans, parse: Parse) -> Token | None:
    """The first word, adverbs aside; None where the words open with a mark of quotation."""
    words = parse.within(anchors[0])
    if not words or words[0].pos == "PUNCT":
        return None
    return next((t for t in words if t.pos not in ("ADV", "PUNCT") or t.tag in ("WRB", "WP")), None)


def _stood_for(first: Token) -> Token | None:
    """The noun for which "who" or "which" opens a claim."""
    verb = first.head
    if first.tag not in ("WP", "WDT") or first.dep not in SUBJECTS or verb.dep != "relcl":
        return None
    return verb.head if verb.head.i < first.i and verb.head.pos in ("NOUN", "PROPN") else None


def _in_place_of(first: Token, noun: Token, anchors: Spans, parse: Parse) -> Spans:
    phrase = phrase_of(noun, before=first.i)
    behind = parse.tokens[first.i + 1] if first.i + 1 < len(parse.tokens) else None
    if phrase is None or behind is None or behind.start >= anchors[0].end:
        return anchors
    held = any(phrase.overlaps(span) for span in anchors)
    return anchors if held else (phrase, Span(behind.start, anchors[0].end), *anchors[1:])


def _without_subject(first: Token, anchors: Spans, parse: Parse) -> Token | None:
    """The verb that words open with where its subject is not among them; None for commands and questions."""
    if first.tag not in ("VBZ", "VBD", "MD") and not (first.tag == "VBP" and first.pos == "AUX"):
        return None
    if first.i == 0 or parse.tokens[first.i - 1].sentence != first.sentence:
        return None  # "Wounded: three", "Died in the night": a line that opens so
    verb = first.head if first.dep in ("aux", "auxpass") and first.head is not first else first
    inside = {t.i for span in anchors for t in parse.within(span)}
    if any(c.i in inside for c in verb.below(*SUBJECTS, "expl")):
        return None
    return verb if verb.pos in ("VERB", "AUX") else None


def _subject_of(verb: Token) -> Token | None:
    """The subject of a verb, or of the verbs that it is joined to."""
    at = verb
    for _ in range(_JOINED):
        if found := at.below(*SUBJECTS, "expl"):
            noun = found[0]
            return _stood_for(noun) or noun
        if at.dep != "conj" or at.head.pos not in ("VERB", "AUX"):
            break
        at = at.head
    return None


_JOINED = 6


def _told_between(start: int, end: int, subject: Token | None, parse: Parse) -> bool:
    """Whether between a subject and its verb stands a verb with another subject."""
    between: Sequence[Token] = parse.tokens[start:end]
    return any(
        t.tag in FINITE and t.pos == "VERB" and any(c is not subject for c in t.below(*SUBJECTS))
        for t in between
    )


def _sentence(first: Token, parse: Parse) -> Spans:
    words = [t for t in parse.tokens_of(parse.sentences[first.sentence]) if t.pos != "SPACE"]
    return (Span(words[0].start, words[-1].end),)
