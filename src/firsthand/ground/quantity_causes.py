"""Whether a loss has a cause of its own: a text goes over from one calamity to another without saying so."""

from __future__ import annotations

from collections.abc import Iterable, Set

from firsthand.resources.parser import Parse, Token

_ILLNESSES = """cholera covid dengue diphtheria ebola flu hepatitis influenza malaria measles meningitis
    pneumonia polio sars tuberculosis typhoid typhus"""
_CALAMITIES = """avalanche cyclone drought earthquake earthquakes eruption famine flood floods flooding
    heatwave hurricane landslide landslides mudslide mudslides quake tornado tornadoes tsunami typhoon"""
CAUSES = (frozenset(_ILLNESSES.split()), frozenset(_CALAMITIES.split()))

_ILL = _ILLNESSES + " outbreak epidemic virus"
_WEATHER = """cyclone drown drowned flood flooded flooding floods hurricane landslide landslides lightning
    mudslide mudslides rain rains storm storms tornado tornadoes typhoon"""
_GROUND = (
    "aftershock aftershocks avalanche earthquake earthquakes eruption landslide landslides quake tsunami"
)
_SEASON = "cold drought famine heat heatwave hunger thirst starvation"
_FIRE = (
    "arson blaze blast burned burnt exploded explosion fire fires flames smoke stampede wildfire wildfires"
)
_TRAFFIC = """capsized capsizing collided collision crash crashed derailed derailment drown drowned overturned
    plunged ravine sank sinking"""
_FORCE = """airstrike airstrikes ambush ambushed assault attack attacked attackers attacks bomb bombed bomber
    bombing bombs blast clashes explosion exploded fighting fire flames gunfire gunman gunmen killers
    massacre militants missile missiles raid raided rebels rocket rockets shelled shelling shells shooting
    shot soldiers stabbed stabbing stampede strike strikes troops"""
WAYS = tuple(frozenset(each.split()) for each in (_ILL, _WEATHER, _GROUND, _SEASON, _FIRE, _TRAFFIC, _FORCE))
"""Words of one way to die each. A word that goes with several (a blast burns, a storm drowns) parts none."""
_KNOWN = frozenset({"the", "that", "this", "its", "their", "same"})


class Causes:
    """Where a document first names an illness or a calamity, and how the losses of its sentences came."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._known: dict[int, frozenset[int]] = {}
        self._first = [self._first_of(words) for words in CAUSES]

    def _first_of(self, words: Set[str]) -> int | None:
        named = (token for token in self._parse.tokens if token.lower in words)
        return next((token.sentence for token in named), None)

    def another(self, sentence: int, before: int, places: Set[str], told: Iterable[int] = ()) -> bool:
        """Whether a sentence goes over to another calamity than those before it.

        It is the first to name one, in a place that nothing before it names; or it brings in another way to
        die than any of the sentences that tell of the scene: a crash after a raid, measles after a fire.
        `before` is the sentence of the loss told last, `places` are where this one happened, `told` the
        sentences of the scene.
        """
        if sentence == before:
            return False
        if self._brings_another(sentence, told):
            return True
        if sentence not in self._first or not places:
            return False
        start = self._parse.sentences[sentence].span.start
        return not any(self._parse.text.find(place, 0, start) >= 0 for place in places)

    def goes_back(self, sentence: int, last: Iterable[int], earlier: Iterable[int]) -> bool:
        """Whether a sentence leaves the scene told last, and names the way to die of an earlier one."""
        here = self._ways_of(sentence)
        apart = [self._ways_of(each) for each in last]
        back = [self._ways_of(each) for each in earlier]
        left = bool(here) and all(apart) and not any(here & each for each in apart)
        return left and any(here & each for each in back)

    def _brings_another(self, sentence: int, told: Iterable[int]) -> bool:
        if any(self._is_known(token) for token in self._named(sentence)):
            return False
        here = self._ways_of(sentence)
        earlier = [self._ways_of(each) for each in told]
        return bool(here) and bool(earlier) and all(earlier) and not any(here & each for each in earlier)

    def _ways_of(self, sentence: int) -> frozenset[int]:
        if sentence not in self._known:
            named = self._named(sentence)
            self._known[sentence] = frozenset(way for token in named for way in _ways(token))
        return self._known[sentence]

    def _named(self, sentence: int) -> list[Token]:
        return [token for token in self._parse.tokens_of(self._parse.sentences[sentence]) if _ways(token)]

    def _is_known(self, token: Token) -> bool:
        """Whether a word names what the text has told of already: the crash, that fire."""
        if token.pos not in ("NOUN", "PROPN"):
            return False
        return any(child.lower in _KNOWN for child in token.below("det", "poss", "amod"))


_WAYS_OF = {
    word: frozenset(n for n, words in enumerate(WAYS) if word in words) for each in WAYS for word in each
}


def _ways(token: Token) -> frozenset[int]:
    return _WAYS_OF.get(token.lower, frozenset())


__all__ = ["Causes"]
