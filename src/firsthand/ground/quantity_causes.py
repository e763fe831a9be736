"""Whether a loss has a cause of its own: a text goes over from one calamity to another without saying so."""

from __future__ import annotations

from collections.abc import Set

from firsthand.resources.parser import Parse

_ILLNESSES = """cholera covid dengue diphtheria ebola flu hepatitis influenza malaria measles meningitis
    pneumonia polio sars tuberculosis typhoid typhus"""
_CALAMITIES = """avalanche cyclone drought earthquake earthquakes eruption famine flood floods flooding
    heatwave hurricane landslide landslides mudslide mudslides quake tornado tornadoes tsunami typhoon"""
CAUSES = (frozenset(_ILLNESSES.split()), frozenset(_CALAMITIES.split()))


class Causes:
    """Where a document first names an illness or a calamity, and each of its places."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._first = [self._first_of(words) for words in CAUSES]

    def _first_of(self, words: Set[str]) -> int | None:
        named = (token for token in self._parse.tokens if token.lower in words)
        return next((token.sentence for token in named), None)

    def another(self, sentence: int, before: int, places: Set[str]) -> bool:
        """Whether a sentence is the first to name a calamity, in a place that nothing before it names.

        `before` is the sentence of the loss told last, `places` are where this one happened.
        """
        if sentence == before or sentence not in self._first or not places:
            return False
        start = self._parse.sentences[sentence].span.start
        return not any(self._parse.text.find(place, 0, start) >= 0 for place in places)
