"""What is known of the voices of a text so far: names, who was called he or she, the bodies it names."""

from __future__ import annotations

from dataclasses import dataclass, field

from firsthand.extract.attribution_grammar import Scene
from firsthand.extract.voices_kinds import is_title, telling
from firsthand.resources.parser import Token
from firsthand.schema import Reasons, SourceKind, Span


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


@dataclass(slots=True)
class Known:
    """The voices of a text so far, latest last, and the full names of its persons."""

    voices: list[tuple[int, Named]] = field(default_factory=list)
    full: dict[str, list[str]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    """Per name of a person the pronoun, he or she, that it was taken up by."""
    bodies: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    """Per last word of an organisation's name ("group") where it stands, and the name."""


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


def full_names(scene: Scene) -> dict[str, list[str]]:
    """Per last part of a person's name the full names that the text gives."""
    names: dict[str, list[str]] = {}
    for entity in scene.parse.entities:
        if entity.label != "PERSON":
            continue
        run = [t for t in scene.tokens[entity.first : entity.last] if t.pos == "PROPN"]
        while run and is_title(run[0]):
            run.pop(0)
        if len(run) < 2:
            continue
        full = " ".join(Span(run[0].start, run[-1].end).words(scene.parse.text).split())
        for key in {run[-1].lower, run[0].lower}:
            if full not in names.setdefault(key, []):
                names[key].append(full)
    return names


def bodies_named(scene: Scene) -> dict[str, list[tuple[int, str]]]:
    """Names of several words that end in a telling one, as the parser marks them: the Kestrel Group."""
    named: dict[str, list[tuple[int, str]]] = {}
    for entity in scene.parse.entities:
        if entity.label not in ("ORG", "FAC", "GPE", "PERSON", "PRODUCT"):
            continue
        last = scene.tokens[entity.last - 1]
        if entity.last - entity.first > 1 and last.text[:1].isupper() and telling(last):
            name = " ".join(entity.span.words(scene.parse.text).split())
            named.setdefault(last.lower, []).append((entity.span.start, _article(name)))
    return named


def _article(name: str) -> str:
    return name[4:] if name.lower().startswith("the ") else name
