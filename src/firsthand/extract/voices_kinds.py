"""What kind of voice a source names, a person, a force, an outlet, a clip, and whether it is a party."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from firsthand.resources.parser import Token
from firsthand.rules import Row, lexicon, rule
from firsthand.schema import Because, Reasons, SourceKind, Span

VOICES = lexicon(__package__, "voices.en.toml")
_CIVIL, _COMMON, _PREMISES = VOICES["civil"], VOICES["common_part"], VOICES["premises"]
_HEADS, _PARTS, _PARTIES, _TITLES = VOICES["head"], VOICES["name_part"], VOICES["party"], VOICES["title"]


def row_of_word(token: Token) -> Row | None:
    """The lexicon row of a head noun, by its form or its lemma."""
    return _HEADS.lookup(token.lower) or _HEADS.lookup(token.lemma.lower())


def kind_of_word(token: Token) -> str | None:
    """The kind of voice that a head noun names ("video": footage), None where no row knows it."""
    row = row_of_word(token)
    return row["kind"] if row is not None else None


def never_speaks(token: Token) -> Row | None:
    """The row of a common noun that names nobody who could say something: "the line", "the area"."""
    return VOICES["no_voice"].lookup(token.lemma) if token.pos == "NOUN" else None


def is_title(token: Token) -> Row | None:
    """The row of a title before a name."""
    return _TITLES.lookup(token.lower)


def is_name(head: Token) -> bool:
    """Whether a word is a proper noun, in capitals."""
    return head.pos == "PROPN" and not head.text[:1].islower()


def kind_of(head: Token, source: Sequence[Token], words: Span) -> tuple[SourceKind, Reasons]:
    """The kind of voice that a source names, with the reason.

    A head noun of the lexicon decides; then a telling part of the name ("14th Brigade"); then the parser's
    entity. Where none does, a name in capitals is taken for an organisation, anything else stays unnamed.
    """
    row = row_of_word(head)
    if (seat := _seat(source)) is not None:
        return _kind(seat), (seat.because(words),)
    ranked = is_title(head) or name_with_rank(head) is not None
    ranked = ranked and bool(_name_beside(head, source)) and person_named(head, source) is not None
    if ranked or _member_of(head, source):
        return "person", (person_named.because(words),)
    if (civil := _civil(head)) is not None:
        return "organisation", (civil,)
    if row is not None and (not is_name(head) or _opens_a_sentence(head, source, row)):
        return _by_role(head, source, words, row)
    if (part := _telling_part(head, source)) is not None:
        return _kind(part), (part.because(words),)
    return _by_name(head, source, words) or (
        ("unnamed", ()) if row is None else (_kind(row), (row.because(words),))
    )


def name_with_rank(head: Token) -> Token | None:
    """The name of "Ulmer police Const. Kim Flood", where the rank stands right behind the body."""
    for name in head.below("appos"):
        rank = min(name.below("compound"), key=lambda t: t.i, default=None)
        if rank is not None and rank.i == head.i + 1 and is_title(rank):
            return name
    return None


def _seat(source: Sequence[Token]) -> Row | None:
    """The row of a street or palace that stands for who governs there: Downing Street, the Kremlin."""
    words = [t.lower for t in source if t.lower != "the"]
    return VOICES["seat"].lookup(" ".join(words)) if len(words) <= _LONGEST_SEAT else None


_LONGEST_SEAT = 3


def _member_of(head: Token, source: Sequence[Token]) -> bool:
    """Whether a name of two plain words stands before a body that somebody is of: "Piet Horn of Tal Bank"."""
    of = next((n for n, t in enumerate(source) if t.lower in ("of", "from", "at")), None)
    if of != _FULL_NAME or head not in source[:of] or not all(t.pos == "PROPN" for t in source[:of]):
        return False
    plain = all(row_of_word(t) is None and not telling(t) and not is_title(t) for t in source[:of])
    return plain and any(telling(t) for t in source[of:])


_FULL_NAME = 2


def _opens_a_sentence(head: Token, source: Sequence[Token], row: Row) -> bool:
    """ "Footage showed": the capital is that of the sentence, though the parser takes the word for a name."""
    return len(source) == 1 and row["kind"] in ("footage", "document") and head.text[1:].islower()


def _by_name(head: Token, source: Sequence[Token], words: Span) -> tuple[SourceKind, Reasons] | None:
    """The kind of a name that no part of it tells: a person's, a country's, any other body's."""
    if (common := common_name(head)) is not None:
        return "organisation", (common,)
    if (kind := person_named(head, source)) is not None:
        return cast("SourceKind", kind), (person_named.because(words),)
    for named in (country, organisation_named):
        if (stands_for := named(head)) is not None:
            return cast("SourceKind", stands_for), (named.because(words),)
    return None


def telling(token: Token) -> bool:
    """Whether a word, as part of a name, says what is named: Group, Brigade, Ministry."""
    return told_kind(token) is not None


def told_kind(token: Token) -> SourceKind | None:
    """The kind that a word, as part of a name, tells: organisation for Group, force for Brigade."""
    row = _PARTS.lookup(token.lower)
    return _kind(row) if row is not None else None


def _kind(row: Row) -> SourceKind:
    kind: SourceKind = row["kind"]
    return kind


def _by_role(head: Token, source: Sequence[Token], words: Span, row: Row) -> tuple[SourceKind, Reasons]:
    """The kind of a common noun: a role with a name beside it, or the holder of an office, is a person."""
    if row["kind"] != "unnamed":
        return _kind(row), (row.because(words),)
    if _name_beside(head, source) and (kind := person_named(head, source)):
        return cast("SourceKind", kind), (person_named.because(words),)
    return "person" if _office(head, source) else "unnamed", (row.because(words),)


def _telling_part(head: Token, source: Sequence[Token]) -> Row | None:
    """The row of a part of a name that says what is named: Brigade, Radio, Ministry."""
    for token in reversed(source):
        if token.i < head.i and token.text.islower() and token.pos == "NOUN" and row_of_word(token):
            return None  # "Army spokesman Petr Lom": what stands before a role is no part of the name
        if token is not head and head.entity == "PERSON" and is_title(token) and not telling(token):
            return None  # "Police Inspector Petr Lom": nor what stands before a rank
        if token.text[:1].isupper() and _in_name(token, head) and (row := _PARTS.lookup(token.lower)):
            return row
    return None


def _civil(head: Token) -> Because | None:
    """The reason why a brigade is no army, a station no broadcaster: a word such as "fire" before it."""
    row = row_of_word(head) or _PARTS.lookup(head.lower)
    if row is None or (row["kind"] != "force" and head.lower not in ("station", "stations")):
        return None
    table = _CIVIL if row["kind"] == "force" else _PREMISES
    for child in head.children:
        if child.i < head.i and (civil := table.lookup(child.lower)) is not None:
            return civil.because(child.span)
    return None


def _in_name(token: Token, head: Token) -> bool:
    return token is head or token.head is head or token.head.head is head


def common_name(head: Token) -> Because | None:
    """The reason why two names in a row are no person's: the first is a colour, a direction, a landscape."""
    names = [c for c in head.children if c.i < head.i and c.dep in ("compound", "amod", "nmod")]
    titled = any(is_title(c) for c in names)
    if head.pos != "PROPN" or head.entity not in ("", "PERSON", "ORG", "PRODUCT", "FAC") or titled:
        return None
    for name in names[:1]:
        if name.text[:1].isupper() and (row := _COMMON.lookup(name.lower)) is not None and len(names) == 1:
            return row.because(name.span)
    return None


def _belongs_to_a_body(head: Token) -> bool:
    """ "Marek Osk of Blue Lantern", "Blue Lantern's Marek Osk": a name with the body it belongs to."""
    for child in head.children:
        if child.dep == "poss":
            return True
        if child.dep == "prep" and child.lower in ("of", "from", "at", "with") and child.i == head.i + 1:
            return any(n.pos == "PROPN" for n in child.below("pobj"))
    return False


def _two_names(head: Token) -> bool:
    return sum(c.dep == "compound" and c.pos == "PROPN" for c in head.children) == 1


def _given_name(head: Token) -> bool:
    """Two names, the first a given one, though the parser takes them for a body's: "Yolanda Osk"."""
    given = next((c for c in head.children if c.dep == "compound" and c.i == head.i - 1), None)
    row = VOICES["sex"].lookup(given.lower) if given is not None else None
    article = any(c.dep == "det" for c in head.children)
    return row is not None and bool(row.get("given", False)) and not (article or telling(head))


def _name_beside(head: Token, source: Sequence[Token]) -> Span | None:
    """A person's name in apposition to a role: "the mayor, Mirek Tal", or before it: "Tal, the mayor"."""
    named = [t for t in source if t.dep == "appos" and t.pos == "PROPN" and t.head is head]
    named += [t for t in source[-1:] if t.dep == "appos" and t.entity == "PERSON" and t.i > head.i]
    return named[0].span if named else None


def _role_beside(head: Token) -> bool:
    """A role or an age beside a name: "Ines Haldane, a lawyer", "Ines Haldane, 41", "lawyer Ines Haldane"."""
    for child in head.children:
        row = (
            row_of_word(child) if child.pos == "NOUN" and child.dep in ("appos", "compound", "nmod") else None
        )
        if row is not None and row["kind"] == "unnamed":
            return True
        if child.dep in ("appos", "npadvmod", "nummod") and child.tag == "CD" and child.i > head.i:
            return child.text.isdigit() and len(child.text) == len("41")
    return False


def _office(head: Token, source: Sequence[Token]) -> bool:
    """A single holder of an office, named by it: "the mayor", "its commander"."""
    first = source[0] if source else head
    return (
        head.tag == "NN"
        and head.lemma in _OFFICES
        and (first.lower == "the" or first.tag == "PRP$" or any(c.dep == "poss" for c in head.children))
    )


_OFFICES = frozenset((
    "mayor", "governor", "minister", "president", "commander", "director", "chairman", "spokesman",
    "spokeswoman", "spokesperson", "ambassador", "judge", "prosecutor", "secretary", "general", "colonel",
    "chief", "leader", "envoy", "mediator", "premier", "head", "captain", "admiral",
))  # fmt: skip


@rule(
    "voice.person",
    means="a name of a person is a person",
    fires="[Mirek Tal] said that two shells fell.",
    silent="The army said that two shells fell.",
    gives={"source_kind": "person"},
)
def person_named(head: Token, source: Sequence[Token]) -> SourceKind | None:
    """Person, where the parser, a title or two names in a row say so."""
    titled = any(is_title(t) for t in source if t.i < head.i and t.head is head and t.dep != "poss")
    two = head.entity in ("", "PERSON") and _two_names(head)
    two = two or (
        head.entity == "ORG" and _two_names(head) and (_belongs_to_a_body(head) or _given_name(head))
    )
    beside = _name_beside(head, source) is not None or (is_name(head) and _role_beside(head))
    return "person" if head.entity == "PERSON" or titled or (head.pos == "PROPN" and two) or beside else None


@rule(
    "voice.country",
    means="the name of a country or city that speaks stands for its government",
    fires="[France] said that two shells fell.",
    silent="The army said that two shells fell.",
    gives={"source_kind": "government"},
)
def country(head: Token) -> SourceKind | None:
    """Government, for a place that speaks."""
    return "government" if head.entity == "GPE" and is_name(head) else None


@rule(
    "voice.organisation_by_name",
    means="a name that is neither a person's nor a place's is an organisation's",
    fires="[Amnesty] said that two shells fell.",
    silent="The army said that two shells fell.",
    gives={"source_kind": "organisation"},
)
def organisation_named(head: Token) -> SourceKind | None:
    """Organisation, for any other name."""
    if head.entity == "NORP":
        return None
    return "organisation" if is_name(head) or head.entity in ("ORG", "FAC", "PRODUCT") else None


_NO_LONGER = frozenset({"former", "retired", "ex", "one-time", "late"})


def party_to_conflict(
    text: str, kind: SourceKind, words: Span, kind_because: Reasons
) -> tuple[bool | None, Reasons]:
    """True where the words make a voice a side of the fighting; None where they do not say.

    An armed body is a side, so is the ministry that leads it, and whoever speaks for either.
    """
    named = next(_PARTIES.find(text, words.start, words.end), None)
    if named is not None:
        row, _ = named
        return True, (row.because(words),)
    if kind == "force":
        return True, tuple(
            Because(rule=b.rule, anchors=b.anchors, note="an armed body is a side of the fighting")
            for b in kind_because
        )
    said = set(words.words(text).lower().replace(",", " ").split())
    if kind != "person" or said & _NO_LONGER or not said & _OFFICES:
        return None, ()
    for row, span in _HEADS.find(text, words.start, words.end):
        if row["kind"] == "force":
            return True, (row.because(span),)
    return None, ()
