"""Offices that stand for a person: "the governor" is the Governor Ilse Brandt of the text.

Only where the text gives that office to one person. Of a text with two presidents "the president" stays as it
is: a voice given to the wrong one is worse than one left open.
"""

from __future__ import annotations

from dataclasses import replace

from firsthand.extract.attribution_grammar import Scene
from firsthand.extract.voices_kinds import is_title
from firsthand.extract.voices_known import Known, Named, Titled, full_name
from firsthand.resources.parser import Token
from firsthand.rules import rule
from firsthand.schema import Span

_NO_OFFICE = frozenset({"father", "sister", "private", "prime", "lady", "lord", "major", "mr", "mrs", "ms"})
"""Titles that are words of their own behind "the": whose father, the private, the prime."""


def titled(scene: Scene) -> dict[str, list[Titled]]:
    """Per office ("governor") whom the text gives it to: before the name or in apposition to it."""
    found: dict[str, list[Titled]] = {}
    for entity in scene.parse.entities:
        if entity.label != "PERSON":
            continue
        run = [t for t in scene.tokens[entity.first : entity.last] if t.pos == "PROPN" and not is_title(t)]
        if not run:
            continue
        name = " ".join(Span(run[0].start, run[-1].end).words(scene.parse.text).split())
        for office in (_before(scene, run[0]), _beside(run)):
            if office is not None:
                words = frozenset(t.lower for t in (office, *office.below("amod", "compound", "nmod")))
                words |= {
                    t.lower for t in run[-1].children if t.i < office.i and t.dep in ("amod", "compound")
                }
                found.setdefault(office.lower, []).append(Titled(entity.span.start, name, words))
    for token in scene.tokens:
        if token.pos == "NOUN" and token.lower in found and (told := token.below("amod", "compound")):
            words = frozenset(t.lower for t in (token, *told))
            if not any(words <= each.words for each in found[token.lower]):
                found[token.lower].append(Titled(token.start, None, words))
    return found


def _office(token: Token | None) -> bool:
    return token is not None and bool(is_title(token)) and token.lower not in _NO_OFFICE


def _before(scene: Scene, name: Token) -> Token | None:
    before = scene.next_to(name.i - 1)
    return before if before is not None and before.sentence == name.sentence and _office(before) else None


def _beside(run: list[Token]) -> Token | None:
    """The office of "Oskar Brem, the foreign minister" and of "the foreign minister, Oskar Brem"."""
    head = next((t for t in run if t.head not in run), run[-1])
    beside = head.below("appos") or ([head.head] if head.dep == "appos" else [])
    return next((t for t in beside if t.pos == "NOUN" and _office(t)), None)


@rule(
    "voice.office",
    means='"the governor" is the person whom the text calls governor, if it calls one person so',
    fires="Governor Ilse Brandt came on Monday. [The governor] said that two shells fell.",
    silent="Governor Ilse Brandt came on Monday. The mayor said that two shells fell.",
    gives={"source_name": "Ilse Brandt"},
)
def person_of_office(voice: Named, source: list[Token], words: Span, known: Known) -> Named | None:
    """The one person of an office; the voice as it is where the text gives the office to several."""
    head = voice.head
    if head is None or not _office(head) or len(source) > _LONGEST:
        return None
    asked = {t.lower for t in source if t.pos in ("ADJ", "NOUN", "PROPN")}
    before = [each for each in known.titled.get(head.lower, ()) if each.start < words.start]
    fitting = [each for each in before if asked <= each.words]
    people = {full_name(each.name.split(), known) or each.name for each in fitting if each.name}
    if not people:
        return None
    plain = any(each.name and len(each.words) == 1 for each in fitting)
    if len(people) > 1 or (not plain and any(each.name is None for each in fitting)):
        return voice  # two of that office, or "the foreign minister" and another one
    return replace(
        voice,
        name=people.pop(),
        kind="person",
        because=(person_of_office.because(words), *voice.because),
    )


_LONGEST = 3
"""Words of a source that may stand for a person: "the foreign minister"."""
