"""Two tellings of one happening -> what may part them, for a network to confirm.

A rule names the deed or thing that both are about and what parts them (did and did not, another cause,
another weapon, another doer, taken and held, another state), and how sure the network must be of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from firsthand.corroborate.contradiction.claimed import claims_apart
from firsthand.corroborate.contradiction.exclusive import (
    causes,
    denied_terms,
    denies,
    has_not,
    opposed,
    told,
    told_terms,
    weapons,
)
from firsthand.corroborate.contradiction.field import HABIT, OWN, VIOLENT
from firsthand.corroborate.contradiction.quarrel import quarrels
from firsthand.corroborate.contradiction.scope import Pair, of_one_scope, two_voices
from firsthand.corroborate.same_claim.figure import party
from firsthand.corroborate.same_claim.happening import same_doer
from firsthand.corroborate.same_claim.words import one_deed, turns_apart
from firsthand.corroborate.telling.values import Telling

Parting = Literal["polarity", "agent", "weapon", "identity", "number", "victim", "place"]


class Proposal(NamedTuple):
    """What a rule finds two tellings to part in, and what the quarrel is about."""

    field: Parting
    least: float
    """Chance from which on the network confirms it."""
    about: tuple[str, ...]
    """What the one and the other say of what: the same in all pairs of groups that have one quarrel."""
    alone: bool = False
    """Whether no rule names what it is about: it is shown by the very two tellings that are confirmed."""
    two_voices: bool = False
    """Whether what is said shows that two say it, whoever is taken for their first hand."""


def figures(pair: Pair) -> Iterator[Proposal]:
    """Two figures that may contradict each other, with what they count."""
    one, other = pair.a.figure, pair.b.figure
    if one is not None and other is not None:
        counted = sorted(f"{each.min}-{each.max}" for each in (one, other))
        yield Proposal("number", NUMBER, ("number", *counted))


def proposals(pair: Pair) -> Iterator[Proposal]:
    """What may part two tellings, each with the chance from which on the network must find it so."""
    one, other = pair.a, pair.b
    if not comparable(one, other):
        return
    yield from _well_known(one, other)
    if denies(one) != denies(other):
        minus, plus = (one, other) if denies(one) else (other, one)
        if shared := not_so(minus, plus):
            yield Proposal("polarity", NOT_SO, ("not", *shared))
        return
    if taken_and_held(one, other):
        yield Proposal("polarity", HOLDS, ("held",))
    if cause := causes_apart(one, other):
        yield Proposal("weapon", CAUSE, ("cause", *cause))
    if weapon := weapons_apart(one, other):
        yield Proposal("weapon", WEAPON, ("weapon", *weapon))
    if doers := doers_apart(one, other):
        yield Proposal("agent", DOER, ("doer", *doers))
    state = opposed(one.piece, other.piece)
    if state and told_terms(one.piece) & told_terms(other.piece):
        yield Proposal("identity", STATE, ("state", *state))


def _well_known(one: Telling, other: Telling) -> Iterator[Proposal]:
    """Quarrels that come with every war and riot, known by the words of either side."""
    for quarrel in quarrels(one.piece, other.piece):
        yield Proposal(quarrel.field, quarrel.least, ("quarrel", quarrel.name))
    for claim in claims_apart(one, other):
        field: Parting = "polarity" if claim in OF_POLARITY else "agent"
        yield Proposal(field, CLAIMS[claim], ("claim", claim), two_voices=claim == "began")


def answer(pair: Pair) -> Iterator[Proposal]:
    """A denial and what may be what it denies, for a network alone to find."""
    one, other = pair.a, pair.b
    if comparable(one, other) and denies(one) != denies(other):
        minus, plus = (one, other) if denies(one) else (other, one)
        if could_answer(minus, plus):
            yield Proposal("polarity", ALONE, ("denied", minus.id), True)


NOT_SO, CAUSE, WEAPON, DOER, STATE, HOLDS, NUMBER, ALONE = 0.4, 0.5, 0.5, 0.5, 0.5, 0.5, 0.7, 0.95
"""Chance from which on the network confirms what a rule proposes."""


CLAIMS = {"began": 0.2, "fired from": 0.2, "theirs": 0.0, "staged": 0.1}
"""The same for quarrels that are known by their words on both sides."""

OF_POLARITY = ("theirs", "staged")


def could_answer(minus: Telling, plus: Telling) -> bool:
    """Whether a denial and a claim may be of one deed though no word says so."""
    if plus.stance != "+" or plus.figure is not None or HABIT.search(minus.piece):
        return False
    if "possible" in (minus.certainty, plus.certainty) or len(minus.piece.split()) < FEWEST:
        return False
    return has_not(minus.piece) and not has_not(plus.piece) and NOT_SAID.search(minus.piece) is None


NOT_SAID = re.compile(
    r"\b(?:not|never|no one|nobody|n['’]t)(?: yet| been| itself)? (?:claim|announc|publish|releas|"
    r"nam(?:e|ed|es)\b|identif|"
    r"g[ia]ve|explain|specif|elaborat|mention|describe|discuss|identified)",
    re.IGNORECASE,
)
"""A "not" of what has not been said, which denies no deed."""

FEWEST = 4
"""Words that a denial must have to say what it denies."""


def comparable(a: Telling, b: Telling) -> bool:
    """Whether two tellings could be of one deed: known, of one scope, no two figures, by two voices."""
    if not (told(a.piece) and told(b.piece)):
        return False
    if (
        a.certainty == "unknown"
        or b.certainty == "unknown"
        or (a.figure is not None and b.figure is not None)
    ):
        return False
    if a.document == b.document and not two_voices(a, b):
        return False
    return not turns_apart(a, b) and of_one_scope(a, b)


def not_so(minus: Telling, plus: Telling) -> tuple[str, ...]:
    """What one denies and the other tells, by the terms that its "not" turns; empty where they part."""
    turned = denied_terms(minus.piece) if has_not(minus.piece) else tuple(sorted(told_terms(minus.piece)))
    said = told_terms(plus.piece)
    shared = [term for term in turned if term in said]
    if NOT_SAID.search(minus.piece) or not shared or plus.stance != "+" or set(shared) <= _names(plus):
        return ()
    if plus.figure is not None and not set(shared) & {*plus.matters, party(plus)}:
        return ()
    if (OWN.match(minus.piece) and not plus.agent) or ("footage" in minus.nouns) > ("footage" in plus.nouns):
        return ()
    of_all = told_terms(minus.piece)
    if len(of_all & said) < ENOUGH_SHARED and len(of_all) > FEW:
        return ()
    doers = set(minus.agent) - NAMELESS, set(plus.agent) - NAMELESS
    if all(doers) and not any(same_doer(x, y) for x in doers[0] for y in doers[1]):
        return ()
    return tuple(sorted(shared))


ENOUGH_SHARED, FEW = 2, 2
"""Terms that a denial and what it denies share, unless the denial has no more than a few."""


def _names(telling: Telling) -> set[str]:
    return {word for name in (*telling.names, *telling.places) for word in name.split()}


NAMELESS = frozenset({"people", "civilians", "children", "force", "forces", "troops", "unit", "units"})
"""Doers of whom no more is said."""


def taken_and_held(a: Telling, b: Telling) -> bool:
    """Whether one says that a place was taken, and the other, or those who held it, that it is held still."""
    return any(
        "take" in one.matters
        and one.measure != "held"
        and "take" not in other.matters
        and ("keep" in other.matters or HOLDING.search(other.piece) is not None)
        and not any(same_doer(x, y) for x in set(one.agent) - NAMELESS for y in set(other.agent) - NAMELESS)
        for one, other in ((a, b), (b, a))
    )


HOLDING = re.compile(
    r"\b(?:hold(?:s|ing)?|held|under (?:\w+ ){0,3}control|in (?:our|their|the) hands|in the hands of|"
    r"control(?:s|led)?|defend(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
"""Words of who holds a place."""


def causes_apart(a: Telling, b: Telling, *, whole: bool = False) -> tuple[str, ...]:
    """The two sorts of cause where one lays it to a mishap or the own side, and the other to an attack.

    `whole` reads the whole claim, of which a telling may be a piece ("collapses | after an air strike").
    """
    one_says, other_says = (each.text if whole else each.piece for each in (a, b))
    first, second = causes(one_says), causes(other_says)
    if not {"mishap", "own"} & (first | second):
        return ()
    if any(FENDED.search(words) or ON_THE_ROAD.search(words) for words in (one_says, other_says)):
        return ()
    for one, other in ((first, second), (second, first)):
        if (
            "mishap" in one
            and not one & {"attack", "own"}
            and other & {"attack", "own"}
            and "mishap" not in other
        ):
            return "attack", "mishap"
        aimed = b if one is first else a
        if "own" in one and "own" not in other and "attack" in other and _by_another(a, b, aimed):
            return "attack", "own"
    return ()


def weapons_apart(a: Telling, b: Telling) -> tuple[str, ...]:
    """The sorts of weapon where each names one or more, and none in common."""
    first, second = weapons(a.piece), weapons(b.piece)
    if not first or not second or first & second:
        return ()
    if any(REPELLED.search(each.piece) or SEIZED.search(each.piece) for each in (a, b)):
        return ()
    if any(frozenset({one, other}) in MAY_BE_ONE for one in first for other in second):
        return ()
    return tuple(sorted(first | second))


MAY_BE_ONE = frozenset(
    frozenset(pair)
    for pair in (
        ("flying", "drone"),
        ("flying", "missile"),
        ("flying", "aircraft"),
        ("flying", "cluster"),
        ("flying", "gas"),
        ("aircraft", "missile"),
        ("aircraft", "drone"),
        ("aircraft", "cluster"),
        ("tube", "cluster"),
        ("missile", "cluster"),
        ("bomber", "mine"),
    )
)
"""Sorts of weapon of which one may be told for the other, or bear the other."""


def _by_another(a: Telling, b: Telling, aimed: Telling) -> bool:
    """Whether the attack is laid to somebody, and not to those of whom the other speaks."""
    named = set(aimed.agent) - NAMELESS
    others = {*(b if aimed is a else a).agent} - NAMELESS
    return bool(named) and not any(same_doer(one, other) for one in named for other in others)


FENDED = re.compile(
    r"\b(?:repel\w*|fend\w* off|beat(?:en)? off|intercepted|missile (?:troops|units|forces))\b", re.IGNORECASE
)
"""Words of those who stop what is fired at them."""

ON_THE_ROAD = re.compile(
    r"\b(?:drivers?|driving|drove|motorists?|pedestrians?|hit[- ]and[- ]run|run accident|traffic|vehicular|"
    r"intoxicated|manslaughter|collision|heading (?:north|south|east|west)|crosswalk|DWI|DUI|stop sign|"
    r"parked cars|"
    r"scene of (?:the|an) accident|(?:car|truck|lorry|van|SUV|sedan|vehicle) (?:that )?(?:struck|hit|ran "
    r"over))\b",
    re.IGNORECASE,
)
"""Words of what happens in traffic, where "struck" tells of no attack."""

SEIZED = re.compile(r"\b(?:seiz\w+|confiscat\w+|recovered|impounded|cache|haul|hoard)\b", re.IGNORECASE)
"""Words of weapons that were found, and not fired."""

REPELLED = re.compile(
    r"\b(?:repel\w*|intercept\w*|air[ -]defen[cs]es?|anti-aircraft|jamm\w+)\b", re.IGNORECASE
)
"""Words of those who fire at what is fired at them: two weapons, and both were there."""


def doers_apart(a: Telling, b: Telling) -> tuple[str, ...]:
    """The two that did one deed of violence, where each telling names one and they are not one."""
    if not (set(a.matters) & ACCUSING and set(b.matters) & ACCUSING) or not one_deed(a, b):
        return ()
    first, second = _did(a), _did(b)
    if not first or not second or any(same_doer(x, y) for x in first for y in second):
        return ()
    return tuple(sorted((min(first), min(second))))


def _did(telling: Telling) -> set[str]:
    """Who did it by the piece, whoever lays it at his door left out."""
    if any(each.search(telling.piece) for each in (EACH_OTHER, REPELLED, HELPED)):
        return set()
    if not set(telling.matters) & ACCUSING - {"kill", "wound", "take", "damage"} and not DID.search(
        telling.piece
    ):
        return set()
    accuser = BLAMES.match(telling.piece)
    said = {word.casefold() for word in re.findall(r"\w+", accuser[1])} if accuser else set()
    return {
        each for each in telling.agent if each not in NAMELESS and not any(same_doer(each, x) for x in said)
    }


BLAMES = re.compile(
    r"(.{0,80}?)\b(?:blam(?:es?|ed|ing)|accus(?:es?|ed|ing)|alleg(?:es?|ed)|claim(?:s|ed)|heard|hears|"
    r"tells?|told|saw|reports?|reported|says?|said)\b",
    re.IGNORECASE,
)
"""A piece that begins with who accuses or tells."""

HELPED = re.compile(
    r"\b(?:rescu\w+|thwart\w*|foil\w*|arrest\w*|charged with|suspects?|investigat\w+|"
    r"expect\w+ to die|to (?:his|her|their) death|accident)\b",
    re.IGNORECASE,
)
"""Words of those who help, arrest or look into what was done, or of a death that nobody brought about."""

DID = re.compile(
    r"\b(?:kill(?:ed|s|ing)|murder\w*|massacr\w*|execut(?:ed|ing)|wounded|injured|captur\w+|seiz\w+|took|"
    r"taken|"
    r"retook|recaptur\w+|destroy\w*|damag\w+|ruin\w*|demolish\w*|blew up|wreck\w*)\b",
    re.IGNORECASE,
)
"""Words of what somebody does, beside those of what befalls ("died")."""

EACH_OTHER = re.compile(r"\b(?:each other|one another|both sides)\b", re.IGNORECASE)

ACCUSING = VIOLENT | {"responsible", "down", "damage", "take"}
"""Deeds that two sides lay at each other's doors."""
