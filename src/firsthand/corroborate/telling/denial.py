"""Denials that do not say what they deny, with what they answer to.

"The ministry rejected the allegation", "denied any role", "the alliance says it has not": the accusation
stands in the words before, and without it the denial could be set against nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from firsthand.corroborate.same_claim.happening import same_doer
from firsthand.corroborate.telling.terms import stem
from firsthand.corroborate.telling.values import Telling

DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)|disput(?:es|ed|ing))\b",
    re.IGNORECASE,
)
A_DENIAL = re.compile(rf"{DENYING.pattern}[^.;]{{0,60}}?\bdenials?\b", re.IGNORECASE)
"""Words of a voice that does not believe a denial."""

GENERIC = (
    "charge claim allegation accusation report role involvement responsibility part it everything such word "
    "account deny reject dismiss refute dispute any categorically flatly firmly strongly again"
)
EMPTY_OF_MATTER = frozenset(stem(word) for word in GENERIC.split())
"""Words that say that something is denied, and not what."""

ACCUSED = re.compile(
    r"\b(?:charge|accusation|allegation|blame|role|involvement|responsibility|part)s?\b", re.IGNORECASE
)
"""What is denied is that somebody did it: it answers to what names a doer."""

ANSWER = re.compile(
    r"\b(?:charge|claim|allegation|accusation|report|role|involvement|responsibility|part|it|everything|account)s?\b",
    re.IGNORECASE,
)
"""What a bare denial denies: something that was said before."""

BACK = 6
"""Tellings before a denial among which what it answers to is looked for."""


def of_what_was_denied(telling: Telling, before: Sequence[Telling]) -> Telling:
    """A bare denial with what it denies: the last telling that names the denier, else the last that tells."""
    if before and (denied := _denial_rejected(telling, before)):
        return denied
    if not before or not _bare(telling):
        return telling
    doers = {*telling.agent, *(word for name in telling.names for word in name.split())}
    accused = ACCUSED.search(telling.piece) is not None
    earlier = [
        each
        for each in reversed(before[-BACK:])
        if each.polarity == "+" and each.matters and (accused or each.figure is None)
    ]  # "the claim" after a count may be any claim; an allegation is that of the deed
    naming = [
        each
        for each in earlier
        if any(
            same_doer(one, other)
            for one in doers
            for other in (*each.agent, *(_words(each) if "responsible" in each.matters else ()))
        )
    ]
    accusing = [each for each in earlier if each.agent or "responsible" in each.matters]
    near = accusing if accused else [each for each in earlier if _just_before(each, before)]
    answered = next(iter(naming or near), None)
    if answered is None:
        return telling
    return _as_answered(telling, answered)


def _as_answered(telling: Telling, answered: Telling) -> Telling:
    return msgspec.structs.replace(
        telling,
        polarity="-",
        matters=answered.matters,
        nouns=answered.nouns,
        terms=answered.terms,
        names=answered.names,
        agent=answered.agent,
        whose=answered.whose,
        places=telling.places or answered.places,
        setting=telling.setting or answered.setting,
        days=telling.days or answered.days,
        answers=answered.id,
        rejects=answered.chain[-1].name if len(answered.chain) > 1 else None,
    )


def _denial_rejected(telling: Telling, before: Sequence[Telling]) -> Telling | None:
    """A denial of a denial ("villagers dismissed the army's denial"): it tells what was denied."""
    if telling.figure is not None or telling.matters or not A_DENIAL.search(telling.piece):
        return None
    denied = next((each for each in reversed(before[-BACK:]) if each.polarity == "-" and each.matters), None)
    if denied is None or [v.name for v in telling.chain[-1:]] == [v.name for v in denied.chain[-1:]]:
        return None
    return msgspec.structs.replace(_as_answered(telling, denied), polarity="+")


def _just_before(telling: Telling, before: Sequence[Telling]) -> bool:
    return telling.claim == before[-1].claim


def _bare(telling: Telling) -> bool:
    """Whether a telling denies without saying what."""
    if telling.figure is not None or telling.matters:
        return False
    voices = " ".join((*telling.who, *(voice.name for voice in telling.chain)))
    left = len(set(telling.terms) - EMPTY_OF_MATTER - {stem(word) for word in voices.split()})
    if DENYING.search(telling.piece):
        return left <= 1 and ANSWER.search(telling.piece) is not None
    return telling.polarity == "-" and not (left or telling.nouns or telling.names)


def _words(telling: Telling) -> tuple[str, ...]:
    return tuple(word for name in telling.names for word in name.split())
