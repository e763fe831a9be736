"""What one piece of a claim says: terms, doer, polarity, place and day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from firsthand.corroborate.telling.setting import Setting
from firsthand.corroborate.telling.terms import EMPTY, Term, plain, sites_of, stem, terms
from firsthand.resources.capitals import cased
from firsthand.schema import Claim, Event, Polarity, Reading, Span

NEGATION = re.compile(
    r"\b(?:(?:no|not)(?!\s+(?:more|fewer|less|later|earlier) than)|"
    r"never|nobody|none|neither|nothing|cannot)\b|n['’]t\b",
    re.IGNORECASE,
)
NOT_SHOWN = re.compile(
    r"\b(?:do|does|did)(?:\s+not|n['’]t)\s+(?:\w+ly\s+)?(?:show|depict|capture|feature)\b", re.IGNORECASE
)
"""What is denied is that the pictures show it, not that it happened."""
WITHOUT = re.compile(r"\bwithout\s+(?:(?:giving|providing|offering|any|having|being)\s+)*$", re.IGNORECASE)
"""Right before what happened: "without giving covering fire"."""
NOT_ONLY = re.compile(
    r"not (?:only|just|merely|necessarily|automatically|yet|immediately|more than|"
    r"(?:an?|one|a single) (?:one )?more)\b|no more than\b",
    re.IGNORECASE,
)
"""A "not" that does not say that it did not happen."""
FAR = re.compile(r"\b(?:of|about|for|from|in|on|to|as)\b|(?:\W+\w+){5}", re.IGNORECASE)
"""Between a "no" and what happened: then it is something else that was not ("no footage of the strike")."""
OF_NONE = re.compile(r"\w+(?:\s+(?:out|on|at))?\s+(?:no|none|nobody|nothing)\b", re.IGNORECASE)
"""What happened, to none: "hit no hospital"."""
JOINT = re.compile(r"[,;:]|\b(?:and|but|while|when|that|who|which)\b", re.IGNORECASE)
SPEAKER = re.compile(r"\b(?:we|us|our|ours|it|its|they|their|he|she)\b", re.IGNORECASE)
"""Words that mean the voice itself where that voice is a force, a government or the like."""
GROUPS = ("force", "government", "organisation", "document")
"""Voices that a "we" speaks of as doing things; a person's "we" is somebody's whom the words do not name."""
OWN_DEED = re.compile(
    r"\b(?:(?:has |have |had )?(?:claimed|claims|claim|admitted|boasted)|"
    r"was behind|were behind|is behind|are behind|"
    r"carried out|was responsible|were responsible|is responsible)\b",
    re.IGNORECASE,
)
"""Words after the name of the doer: "the Front has claimed responsibility"."""
KIND = r"(?:village|town|city|settlement|hamlet|island|district|airport|bridge)"
TAKEN = cased(rf"\s+(?:control\s+)?(?:of\s+)?(?:the\s+)?(?:[a-z]+\s+)?(?:{KIND}\s+(?:of\s+)?)?(?=[A-Z])")
"""What stands between a word of taking or holding and the place: "captured the village of Sovna"."""
IS_HELD = re.compile(
    r"(?:['’]s)?\s+(?:(?:is|was|has|had|have|been|were|are|remains?|remained|still|again|now|under|the|firmly|not|fully)"
    r"\s+)*"
)
"""What stands between a place and a word of taking or holding: "Sovna remains under control"."""
VILLAGE = re.compile(rf"\s+(?:of\s+)?(?:the|this|our)\s+(?:whole\s+|entire\s+)?{KIND}\b")
VILLAGE_IS = re.compile(
    rf"\b(?:the|this|our)\s+{KIND}\s+\W?(?:is|was|has been|had been|remains|are)\s+(?:still\s+)?\W?$"
)
"""A place that is not named again: "the village is under our control"."""
DEAD_WERE = re.compile(
    r"\b(?:the (?:dead|victims?|fallen|slain|men killed)|"
    r"(?:all )?those (?:who (?:died|fell|were killed)|killed))"
    r"(?:\s+(?:in|at|of|near|from)(?:\s+[\w'’\-]+){1,3}?)?\s+(?:were|was|are|had been)\s+",
    re.IGNORECASE,
)
"""Words that say who the dead were."""
AFTER_NAME = re.compile(r"\s(?:in|at|on|near|during|after|when)\s", re.IGNORECASE)
HOLDER = re.compile(r"\bunder (?:the )?(?:full |firm )?control of (?:the )?((?:\S+\s?){1,5})", re.IGNORECASE)
"""Who holds a place that is "under the control of our forces"."""
OWNED = cased(
    r"\b(?P<whose>[A-Z][\w-]{2,}?)(?:['’]s)?\s+(?:(?:air|defen[cs]e|cruise|ballistic|anti-aircraft|attack)\s+){0,2}"
    r"(?:missiles?|rockets?|drones?|shells?|jets?|aircraft|bombs?|forces?|troops|soldiers|army|artillery|"
    r"(?:war)?planes?|fighters|guns?|units?|military|strikes?)\b"
)
"""Whose the weapons or forces are that a piece names: "a Rovanian missile"."""
BY = cased(
    r"\b(?:by|behind the (?=[A-Z])|work of|responsib\w+|positions of|"
    r"blam(?:e|es|ed|ing)|accus(?:e|es|ed|ing)(?!\s+of\b))\b",
    re.IGNORECASE,
)


class Said(NamedTuple):
    """What a piece says, in the terms that tellings are compared by."""

    span: Span
    shown: Span
    """The piece as it is shown, with the clause that says what led to it."""
    event: Event | None
    matters: tuple[str, ...]
    nouns: tuple[str, ...]
    terms: tuple[str, ...]
    names: tuple[str, ...]
    agent: tuple[str, ...]
    whose: tuple[str, ...]
    polarity: Polarity
    denied: bool
    sites: tuple[str, ...]
    dead_were: tuple[str, ...]
    held: str | None
    places: tuple[str, ...]
    setting: tuple[str, ...]
    days: tuple[str, str] | None
    days_setting: tuple[str, str] | None


def said(claim: Claim, piece: Span, events: Sequence[Event], reading: Reading, setting: Setting) -> Said:
    """What one piece of a claim says."""
    text = reading.document.text
    words = piece.words(text)
    found = terms(words)
    names = setting.names_in(piece)
    named = {word for each in names for word in each.key.split()}
    long_names = [each.span for each in names if " " in each.key]
    found = tuple(term for term in found if not _of_a_name(term, piece.start, long_names))
    event = next((each for each in events if each.type != "OTHER"), events[0] if events else None)
    negated = _negated(words, found, [each.trigger.start - piece.start for each in events])
    denied = any(reason.rule == "claim.denied" for reason in claim.because) and not _of_a_wish(claim, reading)
    places = setting.places_in((piece,)) or setting.places_in(claim.anchors)
    before = setting.places_before(piece.start)
    held = _held(words, found, [(each.key, each.span.start - piece.start) for each in names], before)
    places = places or ((held,) if held is not None and held not in before else ())
    days, days_setting = _days(claim, piece, setting)
    return Said(
        span=piece,
        shown=piece,
        event=event,
        matters=_befell(_matters(found, negated), words) if not NOT_SHOWN.search(words) else ("record",),
        nouns=_keys(term.key for term in found if term.sort in ("party", "thing")),
        terms=_keys(
            stem(words[term.start : term.end])
            for term in found
            if (term.sort in {"word", "name"}) and term.key not in named
        ),
        names=_keys(each.key for each in names),
        agent=_agent(
            claim, event, words, text, {w for each in names if each.where for w in each.key.split()}
        ),
        whose=_keys(plain(match["whose"]) for match in OWNED.finditer(words)),
        polarity="-" if denied or negated else "+",
        denied=denied,
        sites=sites_of(words) or sites_of(claim.text) or setting.sites_before(piece.start, words),
        dead_were=_dead_were(words),
        held=held,
        places=places,
        setting=() if places else before,
        days=days,
        days_setting=days_setting,
    )


_MEN = (
    r"(?:soldiers?|servicemen|troops|fighters|militants|gunmen|rebels|invaders|occupiers|saboteurs|bandits|"
    r"terrorists)"
)
_UNMADE = r"(?:destroyed|neutrali[sz]ed|eliminated|liquidated|annihilated|wiped\s+out)"
MEN_UNMADE = re.compile(
    rf"\b{_MEN}\s+(?:(?:were|was|have\s+been|had\s+been)\s+)?{_UNMADE}\b"
    rf"|\b{_UNMADE}\s+(?:[\w-]+\s+){{0,3}}?{_MEN}\b",
    re.IGNORECASE,
)
"""How a side tells of the other's dead: "twelve enemy soldiers were destroyed"."""


def _befell(matters: tuple[str, ...], words: str) -> tuple[str, ...]:
    """What happened, where men that were "destroyed" were killed."""
    if MEN_UNMADE.search(words) is None:
        return matters
    return tuple(dict.fromkeys("kill" if each == "damage" else each for each in (*matters, "damage")))


def _dead_were(words: str) -> tuple[str, ...]:
    """The parties that the dead are said to have belonged to."""
    match = DEAD_WERE.search(words)
    found = terms(words[match.end() :]) if match else ()
    return _keys(term.key for term in found if term.sort == "party" and term.key != "people")


def _of_a_wish(claim: Claim, reading: Reading) -> bool:
    """Whether the last voice wants, thinks or fears: what it does not want, it does not deny."""
    last = claim.chain[-1].attribution if claim.chain else None
    return any(each.id == last and each.kind == "other" for each in reading.attributions)


def _held(
    words: str, found: Sequence[Term], names: Sequence[tuple[str, int]], before: Sequence[str]
) -> str | None:
    """The place that was taken or is held: named right by the word that says so, else "the village"."""
    for term in found:
        if term.key not in ("take", "keep"):
            continue
        after = TAKEN.match(words, term.end)
        for key, at in names:
            follows = after is not None and at == after.end()
            leads = at + len(key) <= term.start and IS_HELD.fullmatch(words[at + len(key) : term.start])
            if follows or leads:
                return key
        if before and (VILLAGE.match(words, term.end) or VILLAGE_IS.search(words[: term.start])):
            return before[0].lstrip("~")
    return None


def _matters(found: Sequence[Term], negated: bool) -> tuple[str, ...]:
    """What the piece tells of; of a negated piece only what comes first, which is what there was not."""
    told = [term for term in found if term.sort == "happening"]
    return _keys(term.key for term in told if not negated or term.start == told[0].start)


def _negated(words: str, found: Sequence[Term], verbs: Sequence[int]) -> bool:
    """Whether a "no" or "not" stands before what happened, in the same part of the piece."""
    heads = [term.start for term in found if term.sort == "happening"]
    if NOT_SHOWN.search(words):
        return True
    if not heads:
        return NEGATION.search(words) is not None
    before = words[: min(heads)]
    if WITHOUT.search(before):
        return True
    last = max((match.end() for match in JOINT.finditer(before)), default=0)
    nearest = None
    for match in NEGATION.finditer(before, last):
        nearest = match
    if nearest is not None and NOT_ONLY.match(words, nearest.start()):
        return False
    if nearest is not None and not FAR.search(before[nearest.end() :]):
        return not any(nearest.end() <= verb < min(heads) for verb in verbs)
    return any(OF_NONE.match(words, head) for head in heads)


def _of_a_name(term: Term, offset: int, names: Sequence[Span]) -> bool:
    """Whether a party or thing is only a word in a longer name ("Doctors Without Walls")."""
    span = Span(offset + term.start, offset + term.end)
    return term.sort in ("party", "thing") and any(name.holds(span) for name in names)


def _keys(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(found)))


def _agent(claim: Claim, event: Event | None, words: str, text: str, places: set[str]) -> tuple[str, ...]:
    """Who does it: the actors of the happening, a pronoun or "our" taken for the voice that speaks."""
    actors = [span.words(text) for span in event.actors] if event is not None else []
    keys: set[str] = set()
    for actor in actors:
        keys.update(_of_name(actor))
        if SPEAKER.search(actor):
            keys.update(_speaker(claim))
    if holder := HOLDER.search(words):
        keys = _of_name(holder[1]) | (_speaker(claim) if SPEAKER.search(holder[1]) else set())
    elif not actors and re.match(r"\W*(?:we|our|it|they)\b", words, re.IGNORECASE):
        keys.update(_speaker(claim))
    if match := BY.search(words):
        keys.update(_of_name(AFTER_NAME.split(words[match.end() :], maxsplit=1)[0]))
    elif (match := OWN_DEED.search(words)) and not keys:
        keys.update(_of_name(words[: match.start()]) or _speaker(claim))
    speaking = {
        key for voice in claim.chain if voice.kind in ("person", "outlet") for key in _of_name(voice.name)
    }
    return tuple(sorted(keys - places - speaking))


def _speaker(claim: Claim) -> set[str]:
    voices = [voice for voice in claim.chain[1:] if voice.kind != "outlet"]
    if not voices:
        return set()
    return {key for voice in voices[-2:] if voice.kind in GROUPS for key in _of_name(voice.name)}


def _of_name(name: str) -> set[str]:
    """The parties and name words in a name."""
    return {
        plain(name[term.start : term.end]) if term.sort == "name" else term.key
        for term in terms(name)
        if term.sort in ("name", "party") and plain(name[term.start : term.end]) not in EMPTY
    }


def _days(
    claim: Claim, piece: Span, setting: Setting
) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
    """The day told in the piece, else in its sentence; else the day told before it."""
    told = setting.times_in((piece,)) or setting.times_in(claim.anchors)
    if told:
        return (told[0].earliest or "", told[0].latest or ""), None
    before = setting.time_before(piece.start)
    return None, ((before.earliest or "", before.latest or "") if before else None)
