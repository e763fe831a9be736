"""What to ask next, and whom: the nearest to a first hand that is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from firsthand.corroborate.telling.values import Telling
from firsthand.corroborate.verdict.scales import Weighed
from firsthand.schema import Reasons

SHOWN = 60
"""Characters of a claim that a question repeats, cut back to whole words."""
QUESTIONS = 4
"""Questions for one group: more are not asked."""

SPEAKS_OF = "origin.media_reports"
NOT_HERE = "origin.outlet_not_here"
FROM_AFAR = "origin.from_afar"
NOT_CONFIRMED = "origin.not_confirmed"
SEVERAL = "origin.several_before"
RELIES = ("independence.relies_on", "origin.told_by", "origin.rests_on")


def ask(
    group: Sequence[Telling], because: Mapping[str, Reasons], of: Weighed, against: Sequence[Weighed]
) -> tuple[str, ...]:
    """The questions that a group leaves open, the most telling first."""
    what = about(group)
    found = [*_missing(group, because, of, what), *_alone(of, what), *_against(of, against, what)]
    return tuple(dict.fromkeys(found))[:QUESTIONS]


def about(group: Sequence[Telling]) -> str:
    """The claim in a few of its own words."""
    text = group[0].in_short.strip("'.")
    if len(text) > SHOWN:
        text = text[:SHOWN].rsplit(" ", 1)[0] + " …"
    return f"“{text}”"


def _missing(
    group: Sequence[Telling], because: Mapping[str, Reasons], of: Weighed, what: str
) -> Iterator[str]:
    """Whom to ask where nobody who knows is named, or where another is said to know."""
    for telling in group:
        rules = {reason.rule: reason for reason in because[telling.id]}
        publisher = telling.chain[0].name if telling.chain else "the publisher"
        if of.hands:
            yield from (f"Ask further: {r.note}." for name, r in rules.items() if name in RELIES and r.note)
        elif NOT_HERE in rules:
            yield f"No first hand for {what}: ask {_outlet(telling)}, whom {publisher} goes by."
        elif SPEAKS_OF in rules:
            yield f"No first hand for {what}: find the reports that {publisher} speaks of."
        elif FROM_AFAR in rules:
            yield f"No first hand for {what}: ask {telling.chain[-1].name} how they know."
        elif NOT_CONFIRMED in rules:
            yield f"No first hand for {what}: ask {publisher} who told what could not be confirmed."
        elif SEVERAL in rules:
            yield f"No first hand for {what}: ask {publisher} whose word it goes by."
        else:
            yield f"No first hand for {what}: ask {publisher} who told it."


def _outlet(telling: Telling) -> str:
    media = [voice.name for voice in telling.chain[1:] if voice.kind == "outlet"]
    return media[-1] if media else telling.chain[-1].name


def _alone(of: Weighed, what: str) -> Iterator[str]:
    """Where all hangs on one hand, or on parties to the conflict."""
    names = " and ".join(hand.name for hand in of.hands)
    if of.hands and not of.disinterested:
        yield f"Only a party to the conflict says {what} ({names}): ask someone who is none."
    elif len(of.hands) == 1:
        yield f"One first hand for {what} ({names}): find a second who knows it for himself."


def _against(of: Weighed, against: Sequence[Weighed], what: str) -> Iterator[str]:
    for other in against:
        if of.hands and other.hands:
            names = f"{of.hands[0].name} and {other.hands[0].name}"
            yield f"{what} is contradicted: ask {names} how each knows it."
