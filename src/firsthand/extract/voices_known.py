"""What is known of the voices of a text so far: names, who was called he or she, the bodies it names."""

from __future__ import annotations

from dataclasses import dataclass, field

from firsthand.extract.attribution_grammar import Scene
from firsthand.extract.attribution_verbs import speaks
from firsthand.extract.voices_kinds import (
    common_name,
    is_title,
    kind_of_word,
    person_named,
    telling,
    told_kind,
)
from firsthand.resources.parser import Token
from firsthand.rules import rule
from firsthand.schema import Reasons, SourceKind, Span, Spans


@dataclass(slots=True)
class Named:
    """A voice resolved: its name, its kind, whether it is a side of the fighting, and why."""

    name: str | None = None
    kind: SourceKind = "unnamed"
    party: bool | None = None
    because: Reasons = ()
    head: Token | None = None
    plural: bool = False
    title: str = ""
    antecedent: Spans = ()
    """The words that "who" or "which" stands for, where the source is no more than that."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A body that the text names: where, in which sentence, its name and its kind."""

    start: int
    sentence: int
    name: str
    kind: SourceKind
    head: Token


@dataclass(frozen=True, slots=True)
class Titled:
    """Who holds an office in the text: where, the name or None ("the Belthani president"), its words."""

    start: int
    name: str | None
    words: frozenset[str]


@dataclass(slots=True)
class Known:
    """The voices of a text so far, latest last, and the full names of its persons."""

    voices: list[tuple[int, Named]] = field(default_factory=list)
    full: dict[str, list[str]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    """Per name of a person the pronoun, he or she, that it was taken up by."""
    bodies: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    """Per last word of an organisation's name ("group") where it stands, and the name."""
    mentions: list[Mention] = field(default_factory=list)
    """The bodies that the text names, in its order, whether they speak there or not."""
    titled: dict[str, list[Titled]] = field(default_factory=dict)
    """Per office ("governor") the persons whom the text gives it to."""
    dead: dict[str, int] = field(default_factory=dict)
    """Per person, in small letters, where the text first tells that he is dead."""
    since: int = 0
    """Where the post of a live blog began: "the same source" does not reach into the post before."""

    def new_post(self, start: int) -> None:
        """Forget who has spoken: a new post has its own voices. Full names stay known."""
        self.since = start
        self.voices.clear()


def remember(voice: Named, known: Known) -> None:
    """Keep a name of several words, so that a part of it is known again."""
    parts = (voice.name or "").split()
    named = voice.head is not None and voice.head.pos == "PROPN" and voice.kind in ("person", "organisation")
    if not named or not 2 <= len(parts) <= _LONGEST_NAME or parts[0].lower() in ("the", "a"):
        return
    for key in {parts[0].lower(), parts[-1].lower()}:
        names = known.full.setdefault(key, [])
        if voice.name not in names:
            names.append(voice.name or "")


_LONGEST_NAME = 4


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


def full_names(scene: Scene) -> dict[str, list[str]]:
    """Per first and last part of a person's name the full names that the text gives."""
    names: dict[str, list[str]] = {}
    runs = [scene.tokens[e.first : e.last] for e in scene.parse.entities if e.label == "PERSON"]
    runs += [
        scene.tokens[head.i - 1 : head.i + 1]
        for head in scene.tokens
        if head.pos == "PROPN" and head.entity != "PERSON" and _acts_like_a_person(scene, head)
    ]
    for words in sorted(runs, key=lambda run: run[0].i):
        run = [t for t in words if t.pos == "PROPN"]
        while run and is_title(run[0]):
            run.pop(0)
        run = without_role(scene, run)
        if len(run) < 2:
            continue
        full = " ".join(Span(run[0].start, run[-1].end).words(scene.parse.text).split())
        if " " not in full:
            continue  # "Kouassi-Bede" is a family name alone
        for key in {run[-1].lower, run[0].lower}:
            if full not in names.setdefault(key, []):
                names[key].append(full)
    return names


def without_role(scene: Scene, run: list[Token]) -> list[Token]:
    """A name without the role that only the start of a sentence writes large: "Neighbour Carl Randow"."""
    if len(run) <= len(("Carl", "Randow")) or run[0].lower in _ALSO_NAMES:
        return run
    before = scene.next_to(run[0].i - 1)
    opens = before is None or before.sentence != run[0].sentence or before.pos == "PUNCT"
    return run[1:] if opens and kind_of_word(run[0]) == "unnamed" else run


_ALSO_NAMES = frozenset(
    {
        "hunter",
        "baker",
        "cook",
        "king",
        "prince",
        "princess",
        "queen",
        "pope",
        "butcher",
        "gardener",
        "bishop",
    }
    | {"tailor", "shepherd", "major", "judge", "cardinal", "carpenter", "miner", "barber", "mason"}
)
"""Roles that are names of people as well."""


def _acts_like_a_person(scene: Scene, head: Token) -> bool:
    """Whether two names that the parser takes for a place or a body are a person's who acts.

    The subject of a verb without an article, two plain names; where the parser sees a body, with a role too.
    """
    first = scene.next_to(head.i - 1)
    before = scene.next_to(head.i - 2)
    if head.dep not in ("nsubj", "nsubjpass") or first is None or first.head is not head:
        return False
    plain = first.pos == "PROPN" and first.dep == "compound" and first.text.isalpha() and head.text.isalpha()
    if not plain or telling(first) or telling(head) or is_title(first) or common_name(head) is not None:
        return False
    if before is not None and before.sentence == head.sentence and before.pos in ("DET", "PART", "PROPN"):
        return False
    return head.entity != "ORG" or any(c.dep == "appos" and c.pos == "NOUN" for c in head.children)


def mentions_of_bodies(scene: Scene) -> list[Mention]:
    """The organisations and outlets that the text names: by a telling word, a role before it, by speaking."""
    found = []
    for head in scene.tokens:
        if head.pos != "PROPN" or head.dep in ("compound", "nmod") or not head.text[:1].isupper():
            continue
        run = _run_of_name(scene, head)
        kind = _kind_of_body(scene, head, run)
        if kind in ("organisation", "outlet"):
            name = " ".join(Span(run[0].start, run[-1].end).words(scene.parse.text).split())
            found.append(Mention(run[0].start, head.sentence, _article(name), kind, head))
    return found


def _run_of_name(scene: Scene, head: Token) -> list[Token]:
    """The capitalised words up to a head, joined by a slash, a hyphen or an ampersand."""
    first = head.i
    while first > 0 and head.i - first < _LONGEST_BODY:
        before = scene.tokens[first - 1]
        joint = before.text in ("/", "-", "&") and before.sentence == head.sentence
        capital = before.pos in ("PROPN", "ADJ") and before.text[:1].isupper() and before.head.i <= head.i
        if before.sentence != head.sentence or not (joint or capital) or before.lower in ("ngo", "ngos"):
            break
        first -= 1
    return list(scene.tokens[first : head.i + 1])


_LONGEST_BODY = 8


def _kind_of_body(scene: Scene, head: Token, run: list[Token]) -> SourceKind | None:
    told = [kind for t in reversed(run) if (kind := told_kind(t)) is not None]
    if told:
        return told[0] if len(run) > 1 else None
    if person_named(head, run) is not None and common_name(head) is None:
        return None
    before = scene.next_to(run[0].i - 1)
    if before is not None and before.pos in ("NOUN", "PROPN") and kind_of_word(before) is not None:
        role = kind_of_word(before)
        return "organisation" if role == "organisation" else "outlet" if role == "outlet" else None
    if common_name(head) is not None:
        return "organisation"
    speaks_here = head.dep in ("nsubj", "dobj", "dative") and speaks(head.head)
    return "organisation" if head.entity == "ORG" and len(run) > 1 and speaks_here else None


def bodies_named(scene: Scene) -> dict[str, list[tuple[int, str]]]:
    """Names of several words that end in a telling one, as the parser marks them: the Kestrel Group."""
    named: dict[str, list[tuple[int, str]]] = {}
    for entity in scene.parse.entities:
        if entity.label not in ("ORG", "FAC", "GPE", "PERSON", "PRODUCT"):
            continue
        last = scene.tokens[entity.last - 1]
        if entity.last - entity.first > 1 and last.text[:1].isupper() and telling(last):
            start = _with_number(scene, entity.first)
            name = " ".join(Span(start, entity.span.end).words(scene.parse.text).split())
            named.setdefault(last.lower, []).append((start, _article(name)))
    return named


def _with_number(scene: Scene, first: int) -> int:
    """Where a name starts with the number before it: "9th River Brigade"."""
    before = scene.next_to(first - 1)
    numbered = (
        before is not None and before.text[:1].isdigit() and before.text[-2:] in ("st", "nd", "rd", "th")
    )
    return before.start if before is not None and numbered else scene.tokens[first].start


def _article(name: str) -> str:
    return name[4:] if name.lower().startswith("the ") else name
