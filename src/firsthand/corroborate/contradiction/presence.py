"""Two groups of one place -> whether armed people or arms were there, fired or crossed a line, or were not.

"Up to sixty fighters were quartered in the basement", "there has never been a soldier here"; "mortars were
used", "no sign of mortar fire"; "a group crossed the border", "none of our men crossed anything". Each side
speaks in its own words, so that few are shared: what counts is that one says of a sort that it was, and the
other that it was not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from firsthand.corroborate.contradiction.exclusive import denied_weapons, denies, told, weapons
from firsthand.corroborate.contradiction.field import Parted
from firsthand.corroborate.contradiction.scope import OTHER_HAPPENING, Pair, two_voices
from firsthand.corroborate.same_claim.happening import same_name
from firsthand.corroborate.same_claim.words import turns_apart
from firsthand.corroborate.telling.values import Telling

_ARMED = (
    r"(?:soldiers?|troops?|servicem[ae]n|fighters?|militants?|gunm[ae]n|militiam[ae]n|combatants?|terrorists?|"
    r"mercenar(?:y|ies)|commandos?|ammunition|munitions|weapons?|arms|armou?red vehicles?|tanks?|"
    r"army|military|armed (?:men|forces?|groups?))"
)
NOT_THERE = re.compile(
    r"\b(?:no|never (?:been )?(?:a|any)|not (?:a|one|a single|any)|none of (?:its|our|their|the)|nothing|"
    r"neither)\s+"
    rf"(?:\w+ ){{0,2}}?{_ARMED}\b(?!\s+(?:casualties|losses|significance|value|action|threat|solution|aid))"
    rf"|\bdenial of (?:any )?(?:\w+ )?{_ARMED} presence\b"
    r"|\b(?:elements?|units?) of the (?:armed forces|army)\b",
    re.IGNORECASE,
)
"""Words that say that no armed people or arms were there."""

WERE_THERE = re.compile(
    r"\b(?:station\w*|quarter(?:ed|ing)|billet\w*|based|lodg(?:ed|ing)|housed|housing|hid(?:e|es|ing|den)?|"
    r"stor(?:ed|es|ing)|deploy\w*|present|presence|serv(?:e|es|ing|ed)|park(?:ed|ing)|positioned|posted|"
    r"asleep|slept|sleeping|being used|used (?:by|as|to)|assembl\w+|came to|inside|among|holed up|set up)\b",
    re.IGNORECASE,
)
"""Words of being at a place, or being kept there."""

ARMED = re.compile(rf"\b{_ARMED}\b", re.IGNORECASE)

HARMED = frozenset({"kill", "wound", "casualties", "arrest", "prisoner", "down", "free", "abduct"})
"""What befalls people or arms: who says that none was hurt says nothing of who was there."""

CROSSED = re.compile(
    r"\b(?:cross(?:ed|es|ing)?|violat(?:ed|es|ing)|enter(?:ed|s|ing)?|penetrat\w+|set foot|infiltrat\w+|"
    r"intru\w+)\b",
    re.IGNORECASE,
)
LINE = re.compile(r"\b(?:border|frontier|line|airspace|territor(?:y|ial)|waters|side)\b", re.IGNORECASE)
ANYTHING = re.compile(r"\bcross(?:ed|es|ing)? anything\b", re.IGNORECASE)
"""Words of a border, and of going over it."""

PLEDGE = re.compile(r"\b(?:do|does)(?: not|n['’]t)\b|\bno (?:intention|plans?|wish|reason)\b", re.IGNORECASE)
"""Words of what somebody does not do at all, which deny no single deed."""

USED = frozenset({"strike", "shoot", "attack", "explode", "burn", "responsible", "damage"})
IN_USE = re.compile(
    r"\b(?:us(?:e[ds]?|ing)|fir(?:ed|ing)|launch(?:ed|ing)|dropp(?:ed|ing)|hit|fell)\b", re.IGNORECASE
)
"""What is said of weapons that were used."""


def there_or_not(met: Sequence[Pair]) -> Parted | None:
    """Armed people, arms or a crossing told by one voice, and told by another not to have been."""
    for pair in met:
        for minus, plus in ((pair.a, pair.b), (pair.b, pair.a)):
            if not _could(minus, plus):
                continue
            if _weapon_denied(minus, plus) or _crossing_denied(minus, plus):
                return Parted("polarity", pair, 2.0)
            if says_none_was_there(minus) and says_some_were_there(plus) and _one_spot(minus, plus):
                return Parted("polarity", pair, 2.0)
    return None


def presence(telling: Telling) -> Iterator[str]:
    """What it says that there was or was not: armed people or arms, a sort of weapon, a crossing."""
    if says_none_was_there(telling) or says_some_were_there(telling):
        yield "presence"
    yield from (f"arms {name}" for name in sorted(denied_weapons(telling.piece) | weapons(telling.piece)))
    if _crossing(telling.piece):
        yield "crossing"


def says_none_was_there(telling: Telling) -> bool:
    """Whether it says that no armed people or arms were at a place."""
    return _none_there(telling.piece) and denies(telling) and not HARMED & set(telling.matters)


def says_some_were_there(telling: Telling) -> bool:
    """Whether it says that armed people or arms were at a place."""
    if telling.stance != "+" or HARMED & set(telling.matters):
        return False
    return _some_there(telling.piece) and not denies(telling)


@lru_cache(maxsize=20_000)
def _none_there(piece: str) -> bool:
    return NOT_THERE.search(piece) is not None


@lru_cache(maxsize=20_000)
def _some_there(piece: str) -> bool:
    return ARMED.search(piece) is not None and WERE_THERE.search(piece) is not None


def _could(minus: Telling, plus: Telling) -> bool:
    if not denies(minus) or plus.stance != "+" or denies(plus) or PLEDGE.search(minus.piece):
        return False
    if "unknown" in (minus.certainty, plus.certainty) or not (told(minus.piece) and told(plus.piece)):
        return False
    if minus.document == plus.document and not two_voices(minus, plus):
        return False
    return not turns_apart(minus, plus) and not any(OTHER_HAPPENING.search(x.piece) for x in (minus, plus))


def _weapon_denied(minus: Telling, plus: Telling) -> bool:
    """Whether a weapon that one says was used is one of which the other says that there was none."""
    if HARMED & set(minus.matters):
        return False
    if not (USED & set(plus.matters) or IN_USE.search(plus.piece)):
        return False
    return bool(denied_weapons(minus.piece) & weapons(plus.piece))


@lru_cache(maxsize=20_000)
def _crossing(piece: str) -> bool:
    over = LINE.search(piece) or ANYTHING.search(piece)
    return over is not None and CROSSED.search(piece) is not None


def _crossing_denied(minus: Telling, plus: Telling) -> bool:
    return _crossing(minus.piece) and _crossing(plus.piece)


def _one_spot(a: Telling, b: Telling) -> bool:
    """Whether nothing sets the two at two spots: "the school" and "the depot", "Orvik" and "Karel"."""
    if a.sites and b.sites and not set(a.sites) & set(b.sites):
        return False
    first, second = a.places or a.setting, b.places or b.setting
    return (
        not first or not second or any(same_name(x.lstrip("~"), y.lstrip("~")) for x in first for y in second)
    )
