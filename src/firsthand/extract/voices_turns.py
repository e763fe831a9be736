"""Who speaks in the turns of a transcript: "HOST: ...", "KERN: ...", "Dr Sarn, surgeon: ...".

What a guest says is his; what the host, the anchor or the outlet's own label says is the outlet's, and makes
no voice. The label is taken for the person of that name wherever the text gives it in full.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from firsthand.extract.attribution_found import Found
from firsthand.extract.attribution_grammar import Scene
from firsthand.extract.voices_kinds import VOICES
from firsthand.extract.voices_known import Known, Named
from firsthand.extract.voices_names import by_words
from firsthand.resources.capitals import cased
from firsthand.resources.parser import Token
from firsthand.resources.turns import Turn, spoken_turns
from firsthand.rules import Row, all_rules, rule
from firsthand.schema import Document, Reasons, SourceKind, Span


@rule(
    "attribution.transcript",
    means="in a transcript each turn opens with the name of who speaks and a colon",
    fires=(
        "TAL: Nobody came.\n\nBRANDT: [We had no boat.]\n\nTAL: And the radio?\n\nBRANDT: It was dead.",
        "HOST: Who came?\n\nBRANDT: [Nobody came that night.]",
        "The hearing went on.\n\nCounsel: Who came?\n\nDr Brandt, surgeon: [Nobody came that night.]",
    ),
    silent="Weather: Bread costs more.\n\nThe mayor said that nobody came.",
)
def turns_of_speech(scene: Scene) -> list[Found] | None:
    """The turns of a transcript that are not the outlet's own."""
    found = []
    for turn in spoken_turns(scene.document):
        if turn.outlet:
            continue
        voice = scene.next_to(scene.parse.first_from(turn.name.start))
        reasons = (turns_of_speech.because(turn.words[0]),)
        found.append(
            Found(turn.words, (), (turn.label,), reasons=reasons, voice=voice, quoted=True, turn=turn.name)
        )
    return found or None


def within_turns(scene: Scene, found: list[Found]) -> list[Found]:
    """Attributions of a transcript, none of which takes a label for a voice or reaches into another turn."""
    turns = spoken_turns(scene.document)
    if not turns:
        return found
    starts = [turn.label.start for turn in turns]
    inside = (one if one.turn is not None else _of_one_turn(one, turns, starts) for one in found)
    return [one for one in inside if one is not None]


def _of_one_turn(one: Found, turns: Sequence[Turn], starts: list[int]) -> Found | None:
    """An attribution with what lies in the turn that its cue or its first words stand in."""
    if any(_label_at(span, turns, starts) is not None for span in (*one.source, *one.cue)):
        return None
    at = bisect_right(starts, (one.cue or one.content)[0].start) - 1
    low = turns[at].opens if at >= 0 else 0
    high = turns[at + 1].label.start if at + 1 < len(turns) else max(one.extent.end, low)
    content = tuple(span for span in one.content if low <= span.start and span.end <= high)
    if len(content) == len(one.content):
        return one
    if not content or not one.cue:
        return None
    one.content = content
    return one


def _label_at(span: Span, turns: Sequence[Turn], starts: list[int]) -> Turn | None:
    at = bisect_right(starts, max(span.start, span.end - 1)) - 1
    return turns[at] if at >= 0 and span.start < turns[at].opens else None


@rule(
    "voice.turn",
    means="the label of a turn is the person whom the text gives that name, or somebody of that office",
    fires="HOST: You were on duty, Ada Quill?\n\n[QUILL]: The soldiers fired at the bus.",
    silent="HOST: You were on duty?\n\nThe soldiers fired at the bus.",
    gives={"source_name": "Ada Quill"},
)
def speaker_of_turn(scene: Scene, one: Found, known: Known) -> Named | None:
    """Who a label means: a full name of the text, a role in small letters, else the label as a name."""
    if one.turn is None:
        return None
    label = " ".join(one.turn.words(scene.parse.text).split())
    because = (speaker_of_turn.because(one.turn),)
    words = label.split()
    while len(words) > 1 and VOICES["title"].lookup(words[0].lower()) is not None:
        words.pop(0)
    if (full := _full_name(scene, words, known)) is not None:
        return Named(full, "person", None, because, one.voice)
    if (named := names_himself(scene, one.turn) or _by_role(label, because, one.voice)) is not None:
        return named
    if label.isupper():
        return Named(_written(scene, words), "person", None, because, one.voice)
    tokens = scene.parse.within(one.turn)
    voice = by_words(scene, one.voice or tokens[-1], list(tokens), one.turn, known) if tokens else None
    return _as_person(voice, " ".join(words), because)


@rule(
    "voice.names_himself",
    means="who is on the line without a name goes by the one that he gives",
    fires="HOST: Who is there?\n\nCALLER: [I am Ada Quill], from the mill. The soldiers fired at the bus.",
    silent="HOST: Who is there?\n\nCALLER: I am from Orlen. The soldiers fired at the bus.",
    gives={"source_name": "Ada Quill"},
)
def names_himself(scene: Scene, turn: Span) -> Named | None:
    """The name that somebody gave himself under a label, in this turn or the last one before that has one."""
    text = scene.parse.text
    label = turn.words(text)
    if _role(re.sub(r"\s*\d+$", "", label)) is None and label.casefold() not in _ON_THE_LINE:
        return None
    given = _introductions(scene.document).get(label, ())
    at = bisect_right(given, turn.start, key=lambda each: each[0])
    if at == 0:
        return None
    anchor, name = given[at - 1][1:]
    return Named(name, "person", None, (names_himself.because(anchor),))


@lru_cache(maxsize=1)
def _introductions(document: Document) -> dict[str, list[tuple[int, Span, str]]]:
    """Per label of a transcript where somebody under it gives a name: its turn, the words, the name."""
    found: dict[str, list[tuple[int, Span, str]]] = {}
    for each in spoken_turns(document):
        if match := _I_AM.search(document.text, each.words[0].start, each.words[0].end):
            given = (each.name.start, Span(match.start(), match.end("name")), match.group("name"))
            found.setdefault(each.name.words(document.text), []).append(given)
    return found


_I_AM = cased(
    r"\b(?:I\s+am|I[’']m|[Mm]y\s+name\s+is|[Mm]y\s+name[’']s|[Tt]his\s+is|[Ii]t[’']s|(?:[Tt]hey\s+)?call\s+me)\s+"
    r"(?:(?:Dr|Mr|Mrs|Ms)\.?\s+)?(?P<name>[A-Z][a-z’'-]+(?:\s+[A-Z][a-z’'-]+){1,2})\b"
    r"(?=\s*[,.;!]|\s+(?:from|of|in|here|speaking|and|who|calling)\b)"
)
"""How somebody gives his name: "I am Ada Quill", "this is Ada Quill from Orlen"."""
_ON_THE_LINE = frozenset({"caller", "listener", "voice", "guest", "man", "woman"})


def _as_person(voice: Named | None, name: str, because: Reasons) -> Named:
    if voice is None or not voice.name:
        return Named(name, "person", None, because)
    body = VOICES["name_part"].lookup(name.rsplit(maxsplit=1)[-1].lower())
    if voice.kind in ("unnamed", "organisation") and body is None:
        return Named(name, "person", None, because, voice.head)
    voice.because = (*because, *voice.because)
    return voice


def _full_name(scene: Scene, words: list[str], known: Known) -> str | None:
    """The one full name of the text that ends, or for a given name begins, with the words of a label."""
    said = [word.lower().strip(".") for word in words]
    if words[0].isupper() and len(words) == 1 and 1 < len(words[0]) <= _LONGEST_INITIALS:
        every = {name for names in known.full.values() for name in names}
        of_them = [name for name in every if "".join(part[0] for part in name.split()) == words[0]]
        if len(of_them) == 1:
            return of_them[0]
    several = [
        name for name in known.full.get(said[-1], ())
        if _fits(said, name) and not name.isupper()
    ]  # fmt: skip
    several = several or [name for name in _pairs(scene.parse.text).get(said[-1], ()) if _fits(said, name)]
    return several[0] if len(several) == 1 else None


_LONGEST_INITIALS = 3
_PAIR = cased(r"\b([A-Z][a-z’'-]+) (?=([A-Z][a-z’'-]+))")


@lru_cache(maxsize=1)
def _pairs(text: str) -> dict[str, tuple[str, ...]]:
    """Per second word, in small letters, the pairs of capitalised words that can be a person's name."""
    pairs: dict[str, dict[str, None]] = {}
    for match in _PAIR.finditer(text):
        first, last = match.groups()
        if VOICES["title"].lookup(first.lower()) is None and VOICES["head"].lookup(first.lower()) is None:
            pairs.setdefault(last.lower(), {})[f"{first} {last}"] = None
    return {last: tuple(names) for last, names in pairs.items()}


@lru_cache(maxsize=1)
def _in_text(text: str) -> frozenset[str]:
    """The words of a text that no colon follows, as they are written."""
    return frozenset(re.findall(r"\b\w[\w’'-]*\b(?!:)", text))


def _fits(said: list[str], name: str) -> bool:
    parts = [part.lower().strip(".") for part in name.split()]
    if len(said) == 1:
        return said[0] in (parts[0], parts[-1])
    return said[-1] == parts[-1] and parts[0].startswith(said[0])


def _by_role(label: str, because: Reasons, head: Token | None) -> Named | None:
    """Somebody told by a number or an office alone: "Witness 2", "SAILOR"."""
    if label[-1].isdigit():
        return Named(label, "unnamed", None, because, head)
    row = _role(label)
    kind: SourceKind | None = row["kind"] if row is not None else None
    return Named(label.lower(), kind, None, because, head) if kind is not None else None


def _role(label: str) -> Row | None:
    """The row of a role that a label is: SAILOR, Police Officer, Counsel."""
    heads = VOICES["head"]
    return heads.lookup(label.lower()) or heads.lookup(label.lower().split()[-1])


def _written(scene: Scene, words: list[str]) -> str:
    """A label in capitals as the text writes it elsewhere: Kern, NATO; as a name where it does not."""
    plain = ["-".join(part.capitalize() for part in word.split("-")) for word in words]
    written = _in_text(scene.parse.text)
    return " ".join(words if words[-1] in written and plain[-1] not in written else plain)


RULES = all_rules(turns_of_speech, speaker_of_turn, names_himself)
