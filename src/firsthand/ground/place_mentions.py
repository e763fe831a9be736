"""Which words are a place name. Every rule says why; a name that none of them takes is left alone."""

from __future__ import annotations

from firsthand.ground import place_spread, place_unknown, place_words
from firsthand.ground.place_names import Page, known_names
from firsthand.ground.place_words import Mention, judged, no_place


def mentions(page: Page) -> list[Mention]:
    """The place names of a document, in text order, none overlapping another."""
    names = known_names(page)
    taken: dict[int, Mention] = {}
    waiting = []
    for name in names:
        if no_place(page, name):
            continue
        made = judged(page, name)
        if made:
            taken[name.first] = made
        else:
            waiting.append(name)
    for made in place_unknown.unknown(page, taken):
        taken[made.first] = made
    place_spread.at_home(page, waiting, taken)
    place_spread.beside_places(page, waiting, taken)
    place_spread.repeat(page, waiting, taken)
    return [taken[first] for first in sorted(taken)]


RULES = (*place_words.RULES, *place_unknown.RULES, *place_spread.RULES)
