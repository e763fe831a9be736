"""Whom a he or she cannot mean: the dead, who is named in the words themselves, the other sex, a body."""

from __future__ import annotations

import re
from bisect import bisect_left

from firsthand.extract.attribution_found import Found
from firsthand.extract.attribution_grammar import Scene
from firsthand.extract.attribution_verbs import speaks
from firsthand.extract.voices_kinds import VOICES, is_title, telling
from firsthand.extract.voices_known import Known, Named
from firsthand.extract.voices_pronouns import gender
from firsthand.resources.parser import Token
from firsthand.schema import Because, Span

_DYING = frozenset({"die", "drown", "perish"})
_KILLING = frozenset(
    {"kill", "murder", "slay", "behead", "assassinate", "bury", "execute", "drown", "electrocute"}
)
_DEATHS = frozenset({"body", "funeral", "death", "killing", "murder", "burial", "corpse", "remains", "wake"})


def told_dead(scene: Scene) -> dict[str, int]:
    """Per name of a person, in small letters, where the text first tells that he is dead."""
    dead: dict[str, int] = {}
    for entity in scene.parse.entities:
        run = [t for t in scene.tokens[entity.first : entity.last] if t.pos == "PROPN" and not is_title(t)]
        if entity.label != "PERSON" or not run:
            continue
        inside = {t.i for t in run}
        head = next((t for t in run if t.head.i not in inside), run[-1])
        if _is_dead(head):
            name = " ".join(Span(run[0].start, run[-1].end).words(scene.parse.text).split()).lower()
            dead.setdefault(name, run[0].start)
    return dead


def _is_dead(head: Token) -> bool:
    verb = head.head
    if any(c.lower in ("late", "deceased") and c.dep in ("amod", "compound") for c in head.children):
        return True
    if head.dep == "poss" or (head.dep == "pobj" and verb.lower == "of"):
        noun = verb if head.dep == "poss" else verb.head
        return noun.lemma in _DEATHS or noun.lower in _DEATHS
    clauses = [verb] if head.dep in ("nsubj", "nsubjpass", "dobj") else []
    clauses += [c for c in head.children if c.dep == "relcl"]
    return any(_tells_death(clause, head) for clause in clauses)


def _tells_death(verb: Token, head: Token) -> bool:
    if verb.tag not in ("VBD", "VBN") or any(c.dep == "neg" or c.tag == "MD" for c in verb.children):
        return False
    if verb.lemma in _DYING and head.dep != "dobj":
        return True
    passive = any(c.dep == "auxpass" for c in verb.children)
    is_object = head.dep == "dobj" and verb is head.head
    return verb.lemma in _KILLING and (is_object or (passive and head.dep != "dobj"))


def is_dead(voice: Named, before: int, known: Known) -> bool:
    """Whether the text has told before an offset that a person is dead, who has not spoken in it by name."""
    name = (voice.name or "").lower()
    at = known.dead.get(name)
    if at is None:
        parts = name.split()
        several = known.full.get(parts[-1], []) if parts else []
        longer = [n for n in known.dead if n in (w.lower() for w in several) and len(several) == 1]
        shorter = known.dead.get(parts[0] if parts else "") or known.dead.get(parts[-1] if parts else "")
        at = known.dead[longer[0]] if longer else shorter if len(several) <= 1 else None
    if at is None or at >= before:
        return False
    return not any(v.name == voice.name and start < at for start, v in known.voices)


def names_in_third_person(scene: Scene, one: Found, voice: Named) -> bool:
    """Whether what is said names the voice as somebody else: "Rosa was shot" is not said by Rosa.

    The family name alone counts where no other first name stands before it. Words in front of the cue count
    in quotation marks only: of "Tal was hit, he said" nobody knows who says it.
    """
    parts = (voice.name or "").lower().split()
    if not parts or voice.kind != "person":
        return False
    cue = one.cue[0].start if one.cue else one.content[0].start
    spans = [span for span in one.content if one.quoted or span.start > cue][:_PIECES]
    for span in spans:
        first = scene.parse.first_from(span.start)
        for token in scene.tokens[first : first + _WORDS]:
            if token.start >= span.end:
                break
            if token.pos != "PROPN" or token.lower not in (parts[0], parts[-1]):
                continue
            before = scene.next_to(token.i - 1)
            other = before is not None and before.pos == "PROPN" and before.lower not in parts
            if other and before is not None and not is_title(before) and token.lower != parts[0]:
                continue
            if token.dep == "attr" or any(c.lower in ("i", "me", "my") for c in token.head.children):
                continue  # "I am Mirek Tal"
            return True
    return False


def answers_in_what_is_told(one: Found, voice: Named) -> bool:
    """Whether a voice is only somebody who speaks in the words told: "An officer replied, she recalled"."""
    head = voice.head
    if head is None or one.quoted or head.dep != "nsubj" or not speaks(head.head):
        return False
    return one.verb is not head.head and any(span.holds(head.span) for span in one.content)


_PIECES, _WORDS = 4, 400
_SEX = VOICES["sex"]


def other_sex(voice: Named, head: Token) -> Because | None:
    """The reason why a voice cannot be the he or she of a pronoun, by a role, a title or a first name."""
    named = voice.head
    wanted = gender(head)
    if named is None or not wanted:
        return None
    words = [named, *(c for c in named.children if c.dep in ("compound", "appos", "nmod"))]
    words += [c for t in words[1:] if t.dep == "appos" for c in t.below("compound")]
    if named.dep == "appos":
        words.append(named.head)
    first = (voice.name or "").lower().split()[:1]
    for token in words:
        row = _SEX.lookup(token.lower)
        if row is None or row["sex"] == wanted:
            continue
        if not row.get("given", False) or (token.pos == "PROPN" and [token.lower] == first):
            return row.because(token.span)
    return None


def is_body(voice: Named) -> bool:
    """Whether a name is a body's, though taken for a person's: "the Parti Osk", "the Meridian Party"."""
    named = voice.head
    if named is None or named.pos != "PROPN":
        return False
    titled = any(is_title(c) for c in named.children)
    if not titled and any(telling(c) for c in (named, *named.below("compound")) if c.text[:1].isupper()):
        return True
    article = any(c.dep == "det" for c in named.children)
    plain = all(c.pos == "PROPN" and not is_title(c) for c in named.children if c.dep == "compound")
    return article and plain and not named.below("appos") and named.dep != "appos"


_CREDIT = re.compile(
    r"\([^()]{0,60}\b(?:PA|AP|AFP|EPA|Reuters|Getty|Handout|file|photo|picture|image)\b[^()]{0,40}\)",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 200


def in_caption(scene: Scene, token: Token) -> bool:
    """Whether a sentence is a picture's: it ends in a credit, or its short paragraph ends in no full stop."""
    sentence = scene.sentence(token)
    words = sentence.span.words(scene.parse.text)
    if _CREDIT.search(words[:_LONGEST_CAPTION]):
        return True
    paragraph = scene.document.paragraphs[sentence.paragraph]
    whole = scene.parse.text[max(paragraph.start, paragraph.end - 4) : paragraph.end].rstrip()
    short = paragraph.end - paragraph.start < _LONGEST_CAPTION
    return short and not any(mark in whole for mark in ".!?:…”\"'’,;—")


def persons_between(scene: Scene, start: int, end: int) -> set[str]:
    """The last words of the persons' names in a stretch of the text outside quotations."""
    first = bisect_left(scene.parse.entities, start, key=lambda e: e.span.start)
    found = set()
    for entity in scene.parse.entities[first:]:
        if entity.span.start >= end:
            break
        last = scene.tokens[entity.last - 1]
        if entity.label == "PERSON" and scene.level(last) < 0:
            found.add(last.lower)
    return found
