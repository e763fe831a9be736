"""Sources that carry a name, or take one up: "Colonel Mirek Tal", "Tal", "the group"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from firsthand.extract.attribution_grammar import Scene
from firsthand.extract.attribution_verbs import speaks
from firsthand.extract.voices_kinds import is_title, kind_of, name_with_rank, party_to_conflict, row_of_word
from firsthand.extract.voices_known import Known, Named, full_name, without_role
from firsthand.extract.voices_titles import person_of_office
from firsthand.resources.parser import Token
from firsthand.rules import rule
from firsthand.schema import Because, Reasons, Span


def by_words(scene: Scene, head: Token, source: list[Token], words: Span, known: Known) -> Named:
    """The voice that a source names by its words."""
    text = scene.parse.text
    kind, because = kind_of(head, source, words)
    if kind == "unnamed" and (called := _person_called(source)) is not None:
        return Named(_plain(text, called), "person", None, because, called[-1], False, _titles(source))
    if kind in ("organisation", "unnamed", "government") and head.pos == "PROPN" and len(source) <= 2:
        whole = full_name([t.text for t in _name_parts(scene, head)], known)
        if whole is not None:
            return Named(whole, "person", None, (full_name.because(head.span),), head, False, _titles(source))
    if (joint := _joint(head, source)) is not None:
        party, why = party_to_conflict(text, kind, words, because)
        return Named(_plain(text, source), kind, party, (*because, *why), joint, True)
    if kind == "person" and (person := person_name(scene, head, source, known)) is not None:
        party, why = party_to_conflict(text, kind, words, because)
        if party is None and (side := _speaks_for(head, source, known)) is not None:
            party, why = True, side.because
        spoken, more = person
        return Named(spoken, kind, party, (*because, *more, *why), head, False, _titles(source))
    party, why = party_to_conflict(text, kind, words, because)
    name = _plain(text, clean(head, source, kind))
    if kind == "unnamed" and head.pos == "NOUN" and (which := _told_which(scene, head, source)) is not None:
        name = f"{name} {_plain(text, which)}"
    if kind == "document" and (called := _called(source, head)):
        name = _plain(text, called)
    voice = Named(name, kind, party, (*because, *why), head, head.tag in ("NNS", "NNPS"))
    if head.pos == "NOUN" and source[0].lower in ("the", "this", "that", "same"):
        return (
            person_of_office(voice, source, words, known)
            or same_as_before(voice, source, words, known)
            or voice
        )
    return voice


def _person_called(source: list[Token]) -> list[Token] | None:
    """The name in "the first witness, an accountant named Piet Horn"."""
    at = next((n for n, t in enumerate(source) if t.lower in ("named", "called") and t.tag == "VBN"), None)
    behind = source[at + 1 :] if at is not None else []
    return behind if 1 < len(behind) <= _LONGEST_CALLED and all(t.pos == "PROPN" for t in behind) else None


_LONGEST_CALLED = 4


def _called(source: list[Token], head: Token) -> list[Token] | None:
    """An account with what it goes by: "an account called @HillWatch"."""
    called = next((n for n, t in enumerate(source) if t.i > head.i and t.lower in ("called", "named")), None)
    if called is None or source[called].i != head.i + 1 or not 0 < len(source) - called - 1 <= _LONGEST_WHICH:
        return None
    return source


def _told_which(scene: Scene, head: Token, source: list[Token]) -> list[Token] | None:
    """The clause that tells which one an unnamed voice is, no comma before it: "a merchant | who escaped"."""
    clause = next(iter(head.below("relcl")), None)
    if clause is None or source[-1].i + 1 >= len(scene.tokens):
        return None
    words = list(scene.tokens[source[-1].i + 1 : scene.right(clause)])
    if not 2 <= len(words) <= _LONGEST_WHICH or words[0].lower != "who" or scene.left(clause) != words[0].i:
        return None
    plain = all(t.pos != "PUNCT" and not speaks(t) for t in words)
    return words if plain else None


_LONGEST_WHICH = 9


def _speaks_for(head: Token, source: list[Token], known: Known) -> Named | None:
    """The side of the fighting that "the ministry's spokeswoman" speaks for, if only one was named."""
    role = next((t for t in (head, *source) if t.pos == "NOUN" and t.below("poss")), None)
    if role is None or role.lemma not in ("spokesman", "spokeswoman", "spokesperson"):
        return None
    whose = role.below("poss")[0]
    spoken = {v.name: v for _, v in known.voices[-_REMEMBERED:] if v.head is not None and _names(v, whose)}
    return next(iter(spoken.values())) if len(spoken) == 1 and all(v.party for v in spoken.values()) else None


def _joint(head: Token, source: list[Token]) -> Token | None:
    """The head of a source that names two, "Mirek Tal and Ilse Brandt": they are one voice of several."""
    inside = {t.i for t in source}
    several = any(c.dep == "conj" and c.i in inside and c.pos in ("PROPN", "NOUN") for c in head.children)
    joined = any(c.dep == "cc" and c.i in inside for c in head.children)
    return head if several and joined else None


_NOBODYS = frozenset({"figure", "datum", "data", "statistic", "number", "count", "tally", "estimate"})
"""What says little without who made it."""


def clean(head: Token, source: list[Token], kind: str) -> list[Token]:
    """The words of a source that make its name: no date, no clause behind it, no role before a body's name.

    Footage is named by what it is alone ("drone video"), as where the text speaks of it.
    """
    made_by = any(c.tag == "VBN" and c.below("agent") for c in head.below("acl"))
    if head.lemma in _NOBODYS and made_by:
        return source  # "figures compiled by Open Ledger": without who made them they are nobody's
    dash = next((t.i for t in source if t.i > head.i and t.text in ("–", "—", "--")), source[-1].i + 1)
    kept = [t for t in source if t.i < dash and not _hangs_on_a_clause(t, head)]
    if kind == "footage":
        while kept and (kept[0].pos in ("DET", "PRON") or kept[0].tag == "PRP$"):
            kept.pop(0)
        kept = [t for t in kept if t.i <= head.i] if head in kept else kept
    elif kind in ("organisation", "outlet", "force") and (named := _behind_its_role(kept)):
        kept = named
    return kept or source


def _hangs_on_a_clause(token: Token, head: Token) -> bool:
    """Whether a word belongs to a clause, a date or a bracket behind the head."""
    if token.i < head.i:
        return False
    for _ in range(_DEEPEST):
        if token is head or token.head is token:
            return False
        when = token.dep == "prep" and any(n.entity in ("DATE", "TIME") for n in token.below("pobj"))
        if token.i > head.i and (token.dep in ("acl", "relcl", "advcl", "npadvmod") or when):
            return True
        token = token.head
    return False


_DEEPEST = 20


def _behind_its_role(source: list[Token]) -> list[Token]:
    """ "The Lithuanian NGO Blue/Yellow": the name behind the noun that says what it is."""
    for n, token in enumerate(source[:-1]):
        common = token.text.islower() or token.lower in ("ngo", "ngos")
        if common and (row_of_word(token) or token.lower == "ngo"):
            behind = source[n + 1 :]
            if all(t.text[:1].isupper() or t.text in ("/", "-", "&") for t in behind):
                return behind
    return []


def _plain(text: str, source: list[Token]) -> str:
    """The words of a source as a name, without what only points: "the army" stays "the army"."""
    words = _BRACKETS.sub("", text[source[0].start : source[-1].end])
    if words.count("(") != words.count(")"):
        words = _OPEN_BRACKET.sub("", words).replace(")", "")
    return " ".join(words.split()).strip(",;:–— ")


_OPEN_BRACKET = re.compile(r"\s*\([^)]*$")
_BRACKETS = re.compile(r"\s*\([^()]*\)")


def _titles(source: list[Token]) -> str:
    return " ".join(t.lower for t in source if is_title(t))


def person_name(scene: Scene, head: Token, source: list[Token], known: Known) -> tuple[str, Reasons] | None:
    """The name of a person without titles; the full name where only a part of it stands here."""
    ranked = is_title(head) is not None or name_with_rank(head) is not None
    beside = next((t for t in source if t.dep == "appos" and t.pos == "PROPN"), None)
    named = head if head.pos == "PROPN" and not (ranked and beside) else beside
    if named is None:
        return None
    parts = _name_parts(scene, named)
    titles = [t for t in source if is_title(t) and t.i < named.i and t.pos == "PROPN"]
    reasons = [row.because(t.span) for t in titles if (row := is_title(t))]
    if not parts:
        return None
    span = Span(parts[0].start, parts[-1].end)
    plain = span.words(scene.parse.text)
    joint = not any(char.isspace() for char in plain)  # "Kouassi-Bede" is one family name
    whole = full_name([t.text for t in (parts[-1:] if joint else parts)], known)
    if whole is not None and whole != plain and (len(parts) == 1 or whole.endswith(plain)):
        return whole, (*reasons, full_name.because(span))
    return " ".join(plain.split()), tuple(reasons)


def _name_parts(scene: Scene, named: Token) -> list[Token]:
    """The run of proper nouns that ends in (or goes on from) a token, titles left out."""
    first = last = named.i
    tokens = scene.tokens
    first -= _hyphenated(tokens, first)
    while (
        first > 0
        and tokens[first - 1].pos == "PROPN"
        and tokens[first - 1].sentence == named.sentence
        and tokens[first - 1].head.i <= last
        and (
            named.entity != "PERSON"
            or tokens[first - 1].entity == "PERSON"
            or _first_name(tokens[first - 1], named)
        )
    ):
        first -= 1
        first -= _hyphenated(tokens, first)
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
    return without_role(scene, run)


def _hyphenated(tokens: Sequence[Token], first: int) -> int:
    """How many tokens before a name are hyphened to it without a space: "Anne-" of Anne-Marie."""
    count = 0
    while first - count >= len(("Anne", "-")):
        name, hyphen, here = tokens[first - count - 2 : first - count + 1]
        joined = hyphen.text == "-" and name.end == hyphen.start and hyphen.end == here.start
        if not joined or name.pos != "PROPN" or not name.text[:1].isupper():
            break
        count += 2
    return count


def _first_name(before: Token, named: Token) -> bool:
    """Whether a name right before a person's is a part of it, though the parser knows it for nothing."""
    plain = before.entity == "" and before.dep == "compound" and before.head is named and not before.children
    return plain and before.text.isalpha() and not is_title(before) and row_of_word(before) is None


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
            and (len(other.name.split()) > 1 or "/" in other.name)
        ):
            earlier.setdefault(other.name, other)
    same_noun = [v for v in earlier.values() if v.head is not None and _names(v, head)]
    if not same_noun:
        named = known.bodies.get(head.lower, ())
        mentioned = {name for start, name in named if known.since <= start < words.start}
        if len(mentioned) == 1:
            return replace(
                voice, name=mentioned.pop(), because=(same_as_before.because(words), *voice.because)
            )
        if voice.kind in ("organisation", "outlet") and head.lower in _GENERIC and not mentioned:
            return _the_only_one(voice, words, list(earlier.values()), known)
    if len({v.name for v in same_noun}) != 1:
        return None
    return taken_up(same_noun[0], same_as_before.because(words))


def _the_only_one(voice: Named, words: Span, earlier: list[Named], known: Known) -> Named | None:
    """The one body of a kind that the sentences before name; else the one that has spoken so far."""
    assert voice.head is not None  # noqa: S101  (asked by the caller)
    here, because = voice.head.sentence, same_as_before.because(words)
    near = [
        m for m in known.mentions[: bisect_left(known.mentions, words.start, key=lambda m: m.start)][-_MANY:]
        if here - m.sentence <= _NEAR and m.kind == voice.kind and m.start >= known.since
    ]  # fmt: skip
    spoken = [v for v in earlier if v.kind == voice.kind and v.head is not None and v.head.pos == "PROPN"]
    names = {m.name.lower() for m in near} | {_bare(v) for v in spoken if _is_near(v, here)}
    if len(names) > 1:
        return None
    if not names:
        return taken_up(spoken[0], because) if len({v.name for v in spoken}) == 1 else None
    name = names.pop()
    if (known_voice := next((v for v in spoken if _bare(v) == name), None)) is not None:
        return taken_up(known_voice, because)
    return replace(voice, name=near[-1].name, because=(because, *voice.because))


def _bare(voice: Named) -> str:
    return (voice.name or "").lower().removeprefix("the ")


def _is_near(voice: Named, here: int) -> bool:
    return voice.head is not None and here - voice.head.sentence <= _NEAR


_NEAR = 2
"""Sentences back in which a body is looked for that "the group" can stand for."""
_MANY = 50


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
