"""The scenes of a text: what it tells of one event with losses, apart from what it tells of another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.ground.quantity_causes import Causes
from firsthand.ground.quantity_estimate import Told
from firsthand.resources.parser import Parse, Token

NEAR = 4
"""Sentences between two figures of one scene, where nothing else ties them together."""
MOST = 40
"""Figures of one scene: a longer list of losses is no one event's."""
FAR = 8
"""Scenes that a text is taken to go back over."""
WELL_BEFORE = 20_000
"""Characters before a figure in which a year counts as told of."""
_YEAR = re.compile(r"[12]\d{3}")


class Scene:
    """What the text tells of one event with losses: its figures, places and days."""

    def __init__(self, private: bool = False, year: str | None = None) -> None:
        self.private = private
        """Whether it tells of one person's own: her brother and two nephews."""
        self.year = year
        """The past year that it is told of aside of the rest: the 2019 quake killed 400."""
        self.figures: list[Told] = []
        self.places: set[str] = set()
        self.days: set[str] = set()

    def takes(self, told: Told, places: set[str], days: set[str]) -> bool:
        """Whether a figure can belong to this scene: no other place, no other day, not too far on."""
        if (
            told.another is not None
            or len(self.figures) >= MOST
            or (places and self.places and not places & self.places)
        ):
            return False
        if days and self.days and not days & self.days and told.update is None:
            return False
        tied = bool(places & self.places or days & self.days)
        return tied or told.sentence - self.figures[-1].sentence <= NEAR

    def add(self, told: Told, places: set[str], days: set[str]) -> None:
        """One more figure, with what its sentence says of where and when."""
        self.figures.append(told)
        self.places |= places
        self.days |= days

    @property
    def sentences(self) -> set[int]:
        """The sentences that its figures stand in."""
        return {told.sentence for told in self.figures}


def to_join(
    scenes: Sequence[Scene], told: Told, year: str | None, causes: Causes, parse: Parse
) -> Scene | None:
    """The scene that a figure goes on with, if it can take it: as a rule the one told last.

    What is told of a past year stands aside, and the next paragraph goes on where the text was before; and
    "the strike also" goes back over measles to the strike.
    """
    if not scenes or (year is not None and scenes[-1].year != year):
        return next((scene for scene in scenes if scene.year == year), None) if year is not None else None
    last = scenes[-1]
    if (
        year is None
        and last.year is not None
        and (told.further is not None or _new_paragraph(last, told, parse))
    ):
        last = next((scene for scene in reversed(scenes) if scene.year is None), last)
    back = (scene for scene in reversed(scenes) if scene is not last)
    return next(
        (each for each in back if causes.goes_back(told.sentence, last.sentences, each.sentences)), last
    )


def _new_paragraph(scene: Scene, told: Told, parse: Parse) -> bool:
    before, here = (parse.sentences[at].paragraph for at in (scene.figures[-1].sentence, told.sentence))
    return before != here


def past_year(told: Told, parse: Parse, published: str | None) -> str | None:
    """The past year that a figure's own clause gives, where the text has not told of it before.

    "The 2019 quake killed 400", "a fire in 2028 killed 19".
    """
    verb = next((each for each in (told.last, *told.last.ancestors()) if each.pos in ("VERB", "AUX")), None)
    if verb is None or published is None:
        return None
    year = next((t.text for t in _dating(verb) if _YEAR.fullmatch(t.text) and t.text < published[:4]), None)
    start = parse.sentences[told.sentence].span.start
    return None if year is None or parse.text.find(year, max(0, start - WELL_BEFORE), start) >= 0 else year


def _dating(verb: Token) -> list[Token]:
    """The words that date a clause: those behind its "in", and those at its subject."""
    found = []
    for token in (verb, *verb.below("nsubj", "nsubjpass")):
        found += [noun for on in token.below("prep") if on.lower in ("in", "of") for noun in on.below("pobj")]
        found += token.below("nummod", "compound", "amod", "nmod") if token is not verb else []
    return found


__all__ = ["NEAR", "Scene", "past_year", "to_join"]
