"""Sources that carry a name, or take one up: "Colonel Mirek Tal", "Tal", "the group"."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.extract.attribution_grammar import Scene
from firsthand.extract.voices_kinds import is_title, kind_of, party_to_conflict
from firsthand.extract.voices_known import Known, Named
from firsthand.resources.parser import Token
from firsthand.rules import rule
from firsthand.schema import Because, Reasons, Span


def by_words(scene: Scene, head: Token, source: list[Token], words: Span, known: Known) -> Named:
    """The voice that a source names by its words."""
    text = scene.parse.text
    kind, because = kind_of(head, source, words)
    if kind in ("organisation", "unnamed", "government") and head.pos == "PROPN" and len(source) <= 2:
        whole = full_name([t.text for t in _name_parts(scene, head)], known)
        if whole is not None:
            return Named(whole, "person", None, (full_name.because(head.span),), head, False, _titles(source))
    if kind == "person" and (name := person_name(scene, head, source, known)) is not None:
        party, why = party_to_conflict(text, kind, words, because)
        spoken, more = name
        return Named(spoken, kind, party, (*because, *more, *why), head, False, _titles(source))
    party, why = party_to_conflict(text, kind, words, because)
    voice = Named(_plain(text, source), kind, party, (*because, *why), head, head.tag in ("NNS", "NNPS"))
    if head.pos == "NOUN" and source[0].lower in ("the", "this", "that", "same"):
        return same_as_before(voice, source, words, known) or voice
    return voice


def _plain(text: str, source: list[Token]) -> str:
    """The words of a source as a name, without what only points: "the army" stays "the army"."""
    words = _BRACKETS.sub("", text[source[0].start : source[-1].end])
    return " ".join(words.split())


_BRACKETS = re.compile(r"\s*\([^()]*\)")


def _titles(source: list[Token]) -> str:
    return " ".join(t.lower for t in source if is_title(t))


@rule(
    "voice.full_name",
    means="a family name alone is the person whose full name the text gives",
    fires="Mirek Tal said that two shells fell. [Tal] said that nobody was hurt.",
    silent="Mirek Tal said that two shells fell. Ilse Brandt said that nobody was hurt.",
    gives={"source_name": "Mirek Tal"},
)
def full_name(parts: list[str], known: Known) -> str | None:
    """The one full name that a family name belongs to; None where the text knows none, or two."""
    several = known.full.get(parts[-1].lower(), [])
    return several[0] if len(several) == 1 and len(parts) == 1 else None


def person_name(scene: Scene, head: Token, source: list[Token], known: Known) -> tuple[str, Reasons] | None:
    """The name of a person without titles; the full name where only a part of it stands here."""
    named = (
        head
        if head.pos == "PROPN"
        else next((t for t in source if t.dep == "appos" and t.pos == "PROPN"), None)
    )
    if named is None:
        return None
    parts = _name_parts(scene, named)
    titles = [t for t in source if is_title(t) and t.i < named.i and t.pos == "PROPN"]
    reasons = [row.because(t.span) for t in titles if (row := is_title(t))]
    if not parts:
        return None
    span = Span(parts[0].start, parts[-1].end)
    whole = full_name([t.text for t in parts], known)
    if whole is not None and whole != span.words(scene.parse.text):
        return whole, (*reasons, full_name.because(span))
    return " ".join(span.words(scene.parse.text).split()), tuple(reasons)


def _name_parts(scene: Scene, named: Token) -> list[Token]:
    """The run of proper nouns that ends in (or goes on from) a token, titles left out."""
    first = last = named.i
    tokens = scene.tokens
    while (
        first > 0
        and tokens[first - 1].pos == "PROPN"
        and tokens[first - 1].sentence == named.sentence
        and tokens[first - 1].head.i <= last
        and (named.entity != "PERSON" or tokens[first - 1].entity == "PERSON")
    ):
        first -= 1
    while (
        last + 1 < len(tokens)
        and tokens[last + 1].pos == "PROPN"
        and tokens[last + 1].sentence == named.sentence
        and tokens[last + 1].entity == named.entity != ""
    ):
        last += 1
    run = list(tokens[first : last + 1])
    while len(run) > 1 and is_title(run[0]):
        run.pop(0)
    return run


def taken_up(voice: Named | None, because: Because) -> Named | None:
    """A voice that another mention stands for, with the reason of that mention."""
    if voice is None:
        return None
    return replace(voice, because=(because, *voice.because))


@rule(
    "voice.same_kind",
    means='"the group", "the ministry" is the last voice before that is one',
    fires="The Kestrel Monitoring Group said that two shells fell. [The group] said that nobody was hurt.",
    silent="The Kestrel Monitoring Group said that two shells fell. A nurse said that nobody was hurt.",
    gives={"source_name": "The Kestrel Monitoring Group"},
)
def same_as_before(voice: Named, source: list[Token], words: Span, known: Known) -> Named | None:
    """The voice before that a definite noun takes up, by its head noun or its kind, if only one fits."""
    head = voice.head
    if head is None or len(source) > 3:
        return None
    earlier: dict[str, Named] = {}
    for start, other in reversed(known.voices[-_REMEMBERED:]):
        if (
            start < words.start
            and other.name
            and other.name.lower() != (voice.name or "").lower()
            and len(other.name.split()) > 1
        ):
            earlier.setdefault(other.name, other)
    same_noun = [v for v in earlier.values() if v.head is not None and _names(v, head)]
    if not same_noun and voice.kind in ("organisation", "outlet") and head.lower in _GENERIC:
        same_noun = [
            v
            for v in earlier.values()
            if v.kind == voice.kind and v.head is not None and v.head.pos == "PROPN"
        ]
    if not same_noun:
        mentioned = {name for start, name in known.bodies.get(head.lower, ()) if start < words.start}
        if len(mentioned) == 1:
            return replace(
                voice, name=mentioned.pop(), because=(same_as_before.because(words), *voice.because)
            )
    if len({v.name for v in same_noun}) != 1:
        return None
    return taken_up(same_noun[0], same_as_before.because(words))


_REMEMBERED = 200
"""Voices back to which a definite noun is looked up."""
_GENERIC = frozenset(
    {
        "organisation",
        "organization",
        "group",
        "charity",
        "ngo",
        "agency",
        "body",
        "outlet",
        "broadcaster",
        "newspaper",
        "watchdog",
        "company",
        "channel",
        "site",
        "website",
    }
)


def _names(voice: Named, head: Token) -> bool:
    assert voice.head is not None  # noqa: S101  (asked by the caller)
    return voice.head.lower == head.lower and voice.name is not None
