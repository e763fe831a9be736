"""Two tellings -> quarrels that need to know whom each names: who began, from where it was fired, whose men.

Who fired first is told by both sides of every clash; where a shot came from tells whose it was; and who says
"no man of mine was there" answers to whoever knew the raiders for his men, though neither names the other.
"""

from __future__ import annotations

import re
from functools import lru_cache

from firsthand.corroborate.contradiction.field import VIOLENT
from firsthand.corroborate.same_claim.happening import same_doer
from firsthand.corroborate.telling.values import Telling
from firsthand.resources.capitals import cased

BEGAN = re.compile(
    r"\b(?:fired|shot|opened (?:up|fire)|attacked|began|started|struck)\b(?: \w+){0,4}? (?<!the )(?<!at "
    r")first"
    r"(?=\W*$|[,.;]| (?:at|on|near|in|from|and|that|by)\b)|\b(?:the )?first to (?:open|fire|shoot|attack|"
    r"break|strike|shell|begin|start|violate)\b"
    r"|\bfirst (?:shots?|shells?|salvo) (?:was|were|came|fell|had)\b|\b(?:any|the least|slightest|all|"
    r"no) provocation\b|\bunprovoked\b"
    r"|\b(?:began|started|provoked|opened) (?:it|the (?:shooting|fighting|shelling|clash(?:es)?|firing|"
    r"battle|"
    r"exchange|violence|gunfight|gun battle))\b",
    re.IGNORECASE,
)
"""Words of who began."""

CAME_FROM = re.compile(
    r"\b(?:shots?|shells?|rounds?|bullets?|missiles?|rockets?|mortars?|flash(?:es)?|fire|gunfire|"
    r"shooting|bursts?)\b"
    r"[^.;]{0,40}?\bfrom\b(?P<where>.{0,120})",
    re.IGNORECASE | re.DOTALL,
)
"""From where it was fired, and whoever sits there."""

FIRING = re.compile(
    r"\b(?:fir(?:ed|ing|e)|sho(?:t|ts|oting)|launch(?:ed|ing)|shell(?:ed|ing|s)|sniper)\b", re.IGNORECASE
)

SORTS = {
    "soldiers": r"army|soldiers?|troops|military|servicem[ae]n|command|brigade|battalion|regiment|"
    r"barracks|navy|garrison",
    "police": r"police|policem[ae]n|officers|gendarmes?|constables",
    "fighters": r"rebels?|insurgents?|militants?|fighters?|terrorists?|guerrillas?|militia(?:men)?|"
    r"bandits|separatists?",
    "civilians": r"protest[eo]rs?|demonstrators?|crowd|strikers|rioters|villagers|inmates|prisoners",
}
_SORTS = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in SORTS.items()}
"""Parties that are known by a common word."""

THEY_WERE = cased(
    r"\b(?:attackers|raiders|gunmen|killers|perpetrators|assailants|kidnappers|abductors|shooters|armed "
    r"men|they|"
    r"men|riders|culprits)\b[^.;]{0,40}\b(?:were|was|as|belonged|wore|had|carried|came from)\b[^.;]{0,40}?"
    r"(?-i:\b[A-Z][a-z]+)",
    re.IGNORECASE,
)
"""Words by which raiders were known: "the attackers were Hill Guards", "they wore the cord of the Guard"."""

NONE_OF_OURS = re.compile(
    r"\b(?:no|none|not (?:one|a single)|never)\b(?: \w+){0,2}? of (?:mine|ours|my|our|us)\b"
    r"|\bwe (?:were|was|have|had) (?:not|never|nowhere)\b[^.;]{0,10}\b(?:there|in|at|near|been)\b"
    r"|\b(?:none of|no) (?:our|my) \w+ (?:has|have|was|were|had)\b"
    r"|\b(?:our|my) (?:men|people|forces|fighters|units|boys|lads) (?:were|was|had|have|are) (?:not|"
    r"never|nowhere)\b"
    r"|\bnot (?:our|my) (?:men|people|boys|lads|work|doing)\b",
    re.IGNORECASE,
)
"""How a leader says that his people were not there."""

STAGED = re.compile(
    r"\b(?:staged|staging|theatrical\w*|theatrics|performers|(?:by|with|were|are|hired|paid|crisis) "
    r"actors|acted|hoax|fabricat\w+|faked?|forger\w+|doctored|deepfakes?|"
    r"rehears\w+|montage|mise en sc\w+|play-?act\w+|made[- ]up)\b",
    re.IGNORECASE,
)
"""Words of what was made to deceive."""

SHOWN = re.compile(
    r"\b(?:videos?|film(?:ed)?|footage|clips?|pictures?|photographs?|photos?|images?|recordings?)\b",
    re.IGNORECASE,
)
SHOWN_IN_TOPIC = frozenset({"footage", "video", "clip", "film", "pictur", "photograph", "recording", "imag"})
"""What is said to be staged: something shown."""


def began_apart(a: Telling, b: Telling) -> bool:
    """Whether each says who began, and they name two."""
    first, second = (_subject(each, BEGAN) for each in (a, b))
    return bool(first and second) and _none_shared(first, second)


def fired_from_apart(a: Telling, b: Telling) -> bool:
    """Whether one tells from whose place it was fired, and the other that somebody else fired."""
    for one, other in ((a, b), (b, a)):
        came = CAME_FROM.search(one.piece)
        if came is None or not FIRING.search(other.piece) or CAME_FROM.search(other.piece):
            continue
        first, second = _sorts(came["where"]), set(other.agent) & set(SORTS)
        if first and second and not first & second:
            return True
    return False


def theirs_or_not(a: Telling, b: Telling) -> bool:
    """Whether one knew the raiders for somebody's men, and the other says that none of his was there."""
    return any(
        NONE_OF_OURS.search(minus.piece) is not None
        and THEY_WERE.search(plus.piece) is not None
        and NONE_OF_OURS.search(plus.piece) is None
        and plus.stance == "+"
        and len(minus.chain) > 1
        for minus, plus in ((a, b), (b, a))
    )


def staged_or_real(a: Telling, b: Telling) -> bool:
    """Whether one calls what was shown staged, and the other tells of the deed that it shows."""
    return any(
        STAGED.search(fake.piece) is not None
        and STAGED.search(deed.piece) is None
        and fake.stance == deed.stance == "+"
        and bool(set(deed.matters) & VIOLENT)
        and len(fake.chain) > 1
        and _of_something_shown(fake)
        and _of_something_shown(deed)
        for fake, deed in ((a, b), (b, a))
    )


def claims_apart(a: Telling, b: Telling) -> tuple[str, ...]:
    """The quarrel in which two tellings take two sides, by its name."""
    if not (_takes_a_side(a.piece) or _takes_a_side(b.piece)):
        return ()
    for name, parted in (
        ("began", began_apart),
        ("fired from", fired_from_apart),
        ("theirs", theirs_or_not),
        ("staged", staged_or_real),
    ):
        if parted(a, b):
            return (name,)
    return ()


@lru_cache(maxsize=20_000)
def claims_of(piece: str) -> frozenset[str]:
    """The quarrels of this sort of which some words may take a side."""
    found = set()
    if BEGAN.search(piece):
        found.add("began")
    if CAME_FROM.search(piece) or FIRING.search(piece):
        found.add("fired from")
    if NONE_OF_OURS.search(piece) or THEY_WERE.search(piece):
        found.add("theirs")
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _takes_a_side(piece: str) -> bool:
    """Whether some words take a side in a quarrel; of its two sides at least one has such words."""
    return any(each.search(piece) for each in (BEGAN, CAME_FROM, NONE_OF_OURS, STAGED))


def _of_something_shown(telling: Telling) -> bool:
    return SHOWN.search(telling.piece) is not None or bool(SHOWN_IN_TOPIC & telling.topic)


def _subject(telling: Telling, of: re.Pattern[str]) -> set[str]:
    """Who does it: the doers read, else the names that stand before the words of it."""
    said = of.search(telling.piece)
    if said is None:
        return set()
    before = telling.piece[: said.start()]
    places = {word for name in (*telling.places, *telling.setting) for word in name.lstrip("~").split()}
    named = {word.casefold() for word in NAME.findall(before)} - places
    agents = {each for each in telling.agent if each not in COMMON}
    return agents or (named - NO_NAMES) or set(_sorts(before))


NAME = cased(r"\b[A-Z][^\W\d_]{2,}")
_NO_NAMES = """this that the there today yesterday monday tuesday wednesday thursday friday saturday sunday
morning evening night when while after before according from with then"""
NO_NAMES = frozenset(_NO_NAMES.split())
COMMON = frozenset({"people", "soldiers", "force", "forces", "troops", "unit", "units", "fighters", "police"})
"""Doers of whom no name is told."""


@lru_cache(maxsize=20_000)
def _sorts(words: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _SORTS.items() if pattern.search(words))


def _none_shared(a: set[str] | frozenset[str], b: set[str] | frozenset[str]) -> bool:
    return not any(same_doer(one, other) for one in a for other in b)
