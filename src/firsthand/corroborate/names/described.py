"""A voice as one document describes it, broken into what tells voices of several documents apart."""

from __future__ import annotations

import re
from typing import Literal

from firsthand.corroborate.names.bodies import Body, body_of, clip_sort, is_mouth, rank, words
from firsthand.corroborate.names.spelled import name_parts, plain
from firsthand.resources.capitals import cased
from firsthand.schema import SourceKind, Span, Value

HEAD_ENDS = re.compile(r"\b(?:of|at|in|from|for|with|near|outside|inside|by|on|who|which|whose)\b|[,(]")
OWNED = re.compile(r"\b(?:its|his|her|their|the same)\b", re.IGNORECASE)
ONCE = re.compile(
    r"\b(?:(?:an?|the)\s+)?(?:former|retired|one-time|ex-\w+)\b[^,;]*?(?=\s(?:who|and now|now)\b|[,;]|$)",
    re.IGNORECASE,
)
"""An office that its holder has left: it speaks for nobody ("a former intelligence officer who runs ...")."""
ORDINAL = re.compile(r"(?<![\w-])(?:second|third|another|separate|different|other)\b", re.IGNORECASE)

Sort = Literal["person", "body", "people", "clip", "document", "outlet", "open"]


class Described(Value, frozen=True, kw_only=True):
    """What a document's words say of one voice."""

    document: str
    name: str
    """The voice as it is shown: its name where it has one, else its description."""
    phrase: str
    kind: SourceKind
    person: tuple[str, ...] = ()
    """The parts of a person's name; empty where no person is named."""
    body: str | None = None
    speaks: Literal["one", "each"] = "one"
    side: Literal["party", "apart", "open"] = "open"
    marks: frozenset[str] = frozenset()
    """Proper words that tell one body from another of its kind: Vostria, 14th."""
    heads: frozenset[str] = frozenset()
    """The plain words of the description, for voices that no lexicon knows."""
    kin: frozenset[str] = frozenset()
    """Where it has no proper words: those of the one body of its kind that its document names."""
    land: frozenset[str] = frozenset()
    """Where it has no proper words: the country of the medium that tells of it."""
    roles: frozenset[str] = frozenset()
    """What the words call him, where only one is called so ("harbour master")."""
    clip: str | None = None
    mouth: bool = False
    """Whether the words are only those of some body's mouth ("its spokesman")."""
    given: bool = False
    """Whether the name is one alone that he gave himself ("gave only his first name")."""
    contact: bool = False
    """Whether the document itself spoke with this voice ("told us", "told the Courier")."""
    ranked: bool = False
    """Whether all that is told of somebody's body is his rank ("Col. Grol")."""
    called: frozenset[str] = frozenset()
    """What the document calls a person beside the name: engineer, sound engineer."""
    elsewhere: bool = False
    """Whether the words say that another medium heard this voice ("told a local paper")."""
    anchor: Span | None = None

    @property
    def sort(self) -> Sort:
        """What is compared of this voice with another."""
        if self.clip is not None:
            return "clip"
        if self.person and (self.body is None or self.speaks == "each"):
            return "person"
        if self.body is not None:
            return "people" if self.body == "people" else "body"
        if self.kind == "outlet" or (self.kind == "document" and not self.mouth):
            return self.kind
        return "body" if self.marks else "open"


def describe(
    document: str,
    name: str,
    phrase: str,
    kind: SourceKind,
    usual: frozenset[str] = frozenset(),
    anchor: Span | None = None,
    *,
    opens: bool = False,
) -> Described:
    """A voice from the words of its source.

    `usual`: the words that the document writes small; `opens`: whether the words open a sentence, so that the
    first has its capital from there ("Experts said").
    """
    phrase = " ".join(phrase.split()) or name
    person = person_parts(name, kind)
    body = None if kind == "footage" else body_of_voice(phrase, person)
    for match in words().body.finditer(phrase) if body is not None else ():
        whose = match.group()[:1].isupper() and WHOSE.match(phrase, match.end())
        usual = usual | (set() if whose else {plain(word) for word in match.group().split()})
    first = phrase.split()[:1]
    if (
        opens
        and kind in ("unnamed", "footage", "document")
        and not (first != phrase.split() and PEOPLE_OF.search(first[0]))
    ):
        usual = usual | {plain(first[0])}
    if body is None and kind != "footage" and SAW.search(phrase) and is_mouth(HEAD_ENDS.split(phrase)[0]):
        body = PRIVATE
    if body is None and kind == "unnamed" and (of_a_trade(phrase) or _who_was_there(phrase)):
        body = PRIVATE
    if not person and _one_of_the_ranks(phrase):
        body = IN_THE_RANKS
    if body == PRIVATE and kind == "organisation" and cares_for_people(name):
        body = Body("civil_group", "one", "apart")
    if person and body is not None and RANK_AND_FILE.search(phrase) and body.speaks == "one":
        body = body._replace(name="people", speaks="each") if _only_one_of_many(phrase) else body
    rest = [word for word in name_parts(phrase) if plain(word) not in {plain(part) for part in person}]
    return Described(
        document=document,
        name=name,
        phrase=phrase,
        kind=kind,
        person=person,
        body=body.name if body else None,
        speaks=body.speaks if body else "one",
        side=body.side if body else "open",
        marks=with_countries(frozenset(word for word in rest if is_mark(word, usual))),
        heads=frozenset(plain(word) for word in re.findall(r"[^\W\d_]{4,}", phrase)) - words().mouths,
        roles=frozenset().union(*map(roles_of, _without(phrase, person)))
        if kind != "footage"
        else frozenset(),
        clip=clip_of(phrase) if kind == "footage" else None,
        mouth=body is None and is_mouth(HEAD_ENDS.split(phrase)[0]) and not SAW.search(phrase),
        anchor=anchor,
    )


PRIVATE = Body("people", "each", "apart")
"""Somebody who speaks for himself."""
IN_THE_RANKS = Body("people", "each", "party")
"""A soldier who speaks for himself, and not for his army."""
ANYONE = re.compile(r"(?:an?|one)\s", re.IGNORECASE)
TRADE = re.compile(r"[a-z]{2,}(?:er|or|ist|eer|man|woman|keeper|wright|herd|smith)$")
OF_A_HOUSE = re.compile(
    r"(?:.*(?:officer|leader|commander|minister|manager|observer|lawmaker|insider|reporter|adviser|advisor|member|broker|"
    r"engineer|inspector|director|operator|doctor|spokesman|spokeswoman|negotiator|investigator|mediator|monitor|"
    r"governor|senator|editor|organiser|organizer|campaigner|chairman|chairwoman|statesman|researcher|lawyer|"
    r"prosecutor|counsellor|councillor|specialist|scientist|journalist|activist|lobbyist|fighter|gunman|attacker|"
    r"paper|letter|folder|poster|banner|register|ledger|newsletter|number|order|server|tracker|computer|monitor|"
    r"counter|computer|meter|sensor|mirror|error|list|user|poster|insurer|owner|tanker|trawler|helicopter|soldier|"
    r"human|german|roman|partner|other|another|master|recorder|radar|chapter|power|cover|super|centre|center|quarter))$"
)
"""Words of such an ending that may speak for a house, or are no person."""


def of_a_trade(phrase: str) -> bool:
    """Whether words tell of one person by his trade alone: "a beekeeper who lives below the ridge"."""
    head = [plain(word) for word in HEAD_ENDS.split(phrase)[0].split()]
    if ANYONE.match(phrase) is None or len(head) < 2 or is_mouth(" ".join(head)):
        return False
    return TRADE.fullmatch(head[-1]) is not None and OF_A_HOUSE.fullmatch(head[-1]) is None


def cares_for_people(name: str) -> bool:
    """Whether a name of an organisation only holds those whom it is for: Prisoner Care, Mothers of Orlen."""
    said = [word for word in name.removeprefix("the ").split() if len(word) > 3]
    return len(said) > 1 and all(word[:1].isupper() for word in said)


RANK_AND_FILE = re.compile(
    r"\b(?:soldiers?|private|corporal|conscript|recruit|infantryman|paratrooper|rifleman|gunner|sapper)\b",
    re.IGNORECASE,
)
"""One of many, who knows what befell him and speaks for no army."""
SAW = re.compile(
    r"\bwho\s+(?:survived|escaped|saw|was\s+(?:there|wounded|travelling|driving|in\b|on\b|at\b)|had\s+been\s+(?:in|on|at)\b)"
    r"|\b(?:wounded|injured|surviving)\s+\w+",
    re.IGNORECASE,
)
"""By these words somebody of a body tells what he lived through himself ("a staff member who survived")."""


def _who_was_there(phrase: str) -> bool:
    """Whether words of somebody without a name say that he was there: "a clerk who was in the hall"."""
    return ANYONE.match(phrase) is not None and SAW.search(phrase) is not None


def _one_of_the_ranks(phrase: str) -> bool:
    """Whether words are of one soldier without a name ("a corporal", "a conscript of the brigade")."""
    head = HEAD_ENDS.split(phrase)[0].split()
    return ANYONE.match(phrase) is not None and RANK_AND_FILE.fullmatch(plain(head[-1])) is not None


def _only_one_of_many(phrase: str) -> bool:
    """Whether no other word of a description tells of a body than that he is a soldier of it."""
    return all(RANK_AND_FILE.fullmatch(match.group()) for match in words().body.finditer(phrase))


def person_parts(name: str, kind: SourceKind) -> tuple[str, ...]:
    """The parts of a person's name; empty for an office ("the governor") and for bodies."""
    if kind != "person":
        return ()
    said = [word for word in name.split() if plain(word) not in words().titles]
    while len(said) > 1 and plain(said[0]) in words().bodies:
        said = said[1:]  # "Baker Anna Grol", where the role opens the sentence
    parts = name_parts(" ".join(said))
    if len(parts) == 1 and parts[0].isupper() and 1 < len(parts[0]) <= LONGEST_SHORT:
        return ()
    if len(parts) > 1 and any(name.endswith(match.group()) for match in words().body.finditer(name)):
        return ()
    small = [word for word in said if word[:1].islower() and len(word) > 3]
    return () if small or not parts or len(parts) > 4 else tuple(part.strip(".") for part in parts)


def _without(phrase: str, person: tuple[str, ...]) -> list[str]:
    """The pieces of a description between commas, without the one that holds the person's name."""
    return [phrase] if not person else [piece for piece in phrase.split(",") if person[-1] not in piece]


WHOSE = cased(r"(?<=s)[’']\s+[A-Z]")
"""What follows those whose body it is: the Doctors' Committee is told by them from other committees."""
THE_ONE = re.compile(r"^(?:(?:the|an?|its|his|her|their|our)\s+|[\w-]+[’']s?\s+)", re.IGNORECASE)


def roles_of(phrase: str) -> frozenset[str]:
    """What a description calls the one whom it means ("the harbour master of Orlen": harbour master)."""
    head = HEAD_ENDS.split(THE_ONE.sub("", phrase.strip()))[0].split()
    if len(head) < 2 or any(not word.isalpha() or word[:1].isupper() for word in head):
        return frozenset()
    role = " ".join(head[-2:])
    body = body_of(role)
    general = is_mouth(role) or head[-1].endswith("s") or (body is not None and body.name == "people")
    return frozenset() if general else frozenset({role})


LONGEST_SHORT = 6
"""Letters of a name in capitals that is short for a body's ("the MDF")."""


def body_of_voice(phrase: str, person: tuple[str, ...]) -> Body | None:
    """The body that a voice speaks for, of the pieces of its description between commas.

    A named person's titles tell nothing of it ("Father Mork, the parish priest": the parish).
    """
    for part in person:
        phrase = phrase.replace(part, " ")
    left = ONCE.sub(" ", phrase)
    if not person and not left.strip(" ,.") and ANYONE.match(phrase):
        return PRIVATE
    phrase = left
    pieces = phrase.split(",")
    if person:
        pieces[0] = " ".join(word for word in pieces[0].split() if not _title_of_people(word))
    found = [body for body in map(_body_of_piece, pieces) if body is not None]
    return min(found, key=rank, default=None)


def _title_of_people(word: str) -> bool:
    """Whether a word is a title and no more: Father, Sister."""
    body = words().bodies.get(plain(word))
    return body is not None and body.name == "people" and plain(word) in words().titles


def _body_of_piece(piece: str) -> Body | None:
    """By the head of the words ("a patient at the clinic" is no clinic), else by all of them."""
    first = HEAD_ENDS.split(piece)[0].split()
    head = body_of(" ".join(first))
    anyone = bool(first) and first[-1].lower() in ("people", "person", "persons")
    first_told = head is not None and head.name in ("people", "armed_group")
    return head if first_told and not anyone else body_of(piece)


def is_mark(word: str, usual: frozenset[str]) -> bool:
    """Whether a word in capitals tells a body from others: not "Regional" or "Police" opening a sentence."""
    bare = plain(word)
    if bare[:1].isdigit():
        return not bare.isdigit()
    known = words()
    if bare in DAYS or NUMBER.fullmatch(bare):
        return False
    return not (bare in known.titles or bare in usual or bare in known.mouths or len(bare) < 2)


PEOPLE_OF = re.compile(r"(?:[aeiou]ns?|ese|ish|[^aeiou]i|nch|tch|eek|iss|ech|rab)$")
"""How words for the people of a country end: at the opening of a sentence their capital is their own."""

POINTING = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "one",
        "who",
        "which",
        "that",
        "these",
        "those",
        "some",
        "many",
    ]
)


def nobody_known(voice: Described) -> bool:
    """Whether the words of a voice only point to somebody, or name a day or a number: "all of them"."""
    said = [plain(word) for word in HEAD_ENDS.split(voice.phrase)[0].split()] or [""]
    if voice.person or voice.body or voice.marks or voice.clip:
        return False
    bare = [word for word in said if word not in ("the", "a", "all", "both", "each")]
    return (
        not bare
        or bare[-1] in ("drone", "drones")
        or bare[0] in POINTING
        or bare[0] in DAYS
        or NUMBER.fullmatch(bare[0]) is not None
    )


DAYS = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"]
)
NUMBER = re.compile(
    r"(?:(?:twen|thir|for|fif|six|seven|eigh|nine)t(?:y|een)|ten|eleven|twelve|hundreds?|thousands?|dozens?|number)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
)
"""Words that stand with a capital at the opening of a sentence and name nobody."""


def with_countries(marks: frozenset[str]) -> frozenset[str]:
    """Proper words with the country where one is a capital that speaks for it: "Moscow said"."""
    return marks | {words().capitals[plain(mark)] for mark in marks if plain(mark) in words().capitals}


def clip_of(phrase: str) -> str:
    """The sort of a clip, with "another" where the words tell it apart from the first."""
    return clip_sort(phrase) + (" (another)" if ORDINAL.search(phrase) else "")


def small_words(text: str) -> frozenset[str]:
    """The words that a text writes without a capital: such a word is no name where it opens a sentence."""
    return frozenset(plain(word) for word in re.findall(r"(?<!\w)[a-z][\w'’-]+", text))
