"""Who is held responsible for each deed, and how firmly: told, claimed, accused, suspected or possible.

The scale is that of MUC-4 (1992), "Fourth Message Understanding Conference": its reported as fact, claimed or
admitted, suspected or accused, possible.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from firsthand.extract import events_names as names
from firsthand.extract.events_again import RULES as AGAIN
from firsthand.extract.events_again import told_again
from firsthand.extract.events_blame import RULES as BLAMING
from firsthand.extract.events_blame import WORDS, Blame, behind_it, blames
from firsthand.extract.events_blame_forms import RULES as FORMS
from firsthand.extract.events_blame_forms import forms
from firsthand.extract.events_definitions import definition
from firsthand.extract.events_lawful import Officers, accuses_nobody
from firsthand.extract.events_sides import same_side, somebodys_arms
from firsthand.resources.parser import Parse, Token
from firsthand.rules import Rule, all_rules, rule
from firsthand.schema import Attribution, Because, Event, Responsibility, ResponsibilityLevel, Span

DEEDS = frozenset({"ASSAULT", "COERCE"})
"""Types of deeds for which somebody is held responsible without being blamed in so many words."""
BLAMABLE = DEEDS | {"PROTEST", "SANCTION", "ACCUSE", "THREATEN"}
OWN_QUOTED = frozenset({"i", "we"})
OWN_TOLD = frozenset({"it", "they", "he", "she", "i", "we"})
MOVES = frozenset({"territory", "repel", "air-defence"})
"""Modes of moves between forces: who is said by another to have made one is accused of nothing."""
NEAR = 2
"""Sentences back in which "it" is looked for."""


class Deeds:
    """The events of a document by their words, with the attributions that they stand in."""

    def __init__(self, parse: Parse, events: Sequence[Event], attributions: Sequence[Attribution]) -> None:
        self.parse = parse
        self.events = events
        self._at = {event.trigger.start: n for n, event in enumerate(events)}
        contents = [(span, each) for each in attributions for span in each.content]
        self._contents = sorted(contents, key=lambda pair: (pair[0].start, -pair[0].end))
        self._starts = [span.start for span, _ in self._contents]
        force = ((event.trigger.start, n) for n, event in enumerate(events) if event.type == "ASSAULT")
        self._force = sorted(force)
        self.officers = Officers(parse)

    def event(self, token: Token) -> int | None:
        """The number of the event that a token names."""
        return self._at.get(token.start)

    def all_of(self, blame: Blame) -> list[int]:
        """The events that somebody is blamed for: the deed's, and those joined to it by "and"."""
        if blame.before:
            number = self._earlier(blame.deed)
            return [] if number is None else [number]
        found = [self.of(deed) for deed in (blame.deed, *blame.deed.below("conj"))]
        if found[0] is None and blame.cue is not None:
            found[0] = self.event(blame.cue)
        return list(dict.fromkeys(number for number in found if number is not None))

    def of(self, deed: Token) -> int | None:
        """The event that a deed's word is about: its own, one inside its phrase, or that of "it"."""
        if deed.tag in ("PRP", "DT"):
            return self._earlier(deed)
        for token in (deed, *deed.subtree()):
            number = self.event(token)
            if number is not None and self.events[number].type in BLAMABLE:
                return number
        return None

    def _earlier(self, pronoun: Token) -> int | None:
        """The nearest deed of force before a pronoun, if it is told close by."""
        at = bisect_right(self._force, (pronoun.start, -1)) - 1
        if at < 0:
            return None
        start, number = self._force[at]
        named = self.parse.starting_at(start)
        return number if named is not None and pronoun.sentence - named.sentence <= NEAR else None

    def told_in(self, trigger: Span) -> Attribution | None:
        """The innermost attribution that a trigger stands in."""
        last = bisect_right(self._starts, trigger.start)
        for span, each in reversed(self._contents[max(0, last - 8) : last]):
            if span.holds(trigger):
                return each
        return None


def responsible(
    parse: Parse, events: tuple[Event, ...], attributions: Sequence[Attribution]
) -> tuple[Event, ...]:
    """The events with those who are held responsible for them, where the words name anybody."""
    deeds = Deeds(parse, events, attributions)
    held: dict[int, list[Responsibility]] = {}
    for token in parse.tokens:
        for blame in _cues(token):
            for number in deeds.all_of(blame):
                _add(held.setdefault(number, []), _entries(blame))
    for number, event in enumerate(events):
        if event.type in DEEDS and event.actors:
            _add(held.setdefault(number, []), _by_telling(deeds, event))
    told_again(parse, events, held)
    return tuple(
        msgspec.structs.replace(event, responsibility=tuple(held[number])) if held.get(number) else event
        for number, event in enumerate(events)
    )


def _add(held: list[Responsibility], more: Iterator[Responsibility]) -> None:
    """Further entries, save for an actor who is held responsible already."""
    held += [each for each in more if not any(each.actor.overlaps(other.actor) for other in held)]


def _cues(token: Token) -> Iterator[Blame]:
    yield from forms(token)
    if token.tag[:2] == "VB":
        yield from blames(token)
    elif token.lower == "behind" and (found := behind_it(token)) is not None:
        yield found


def _entries(blame: Blame) -> Iterator[Responsibility]:
    by = names.span(blame.by[0]) if blame.by else None
    for noun in blame.actors:
        for party in names.parties(noun):
            if names.is_party(party):
                yield _entry(names.span(party), blame.level, by, blame.because)


def _entry(actor: Span, level: ResponsibilityLevel, by: Span | None, because: Because) -> Responsibility:
    reason = msgspec.structs.replace(because, note=f"{level}: {definition('responsibility', level)}")
    return Responsibility(actor=actor, level=level, by=by, because=(reason,))


def _by_telling(deeds: Deeds, event: Event) -> Iterator[Responsibility]:
    """How the telling itself holds the actors responsible: by words beside it, by its voice, or outright."""
    trigger = deeds.parse.starting_at(event.trigger.start)
    voice = deeds.told_in(event.trigger)
    if trigger is None or event.factuality == "-":
        return
    if voice is not None and (voice.polarity == "-" or voice.certainty == "unknown"):
        return  # "found no evidence that the army used gas" accuses nobody
    for actor in event.actors:
        if (entry := _own_quoted(deeds.parse, actor, voice, event)) is not None:
            yield entry
        if not _names_party(deeds.parse, actor):
            continue
        found = _beside(deeds.parse, trigger, actor)
        if found is not None:
            yield _entry(actor, found[0], _source(voice), found[1])
        elif event.factuality == "+" and not accuses_nobody(
            deeds.parse, event, trigger, actor, voice, deeds.officers
        ):
            for entry in _by_voice(deeds.parse, actor, trigger, voice):
                if entry.level != "accused" or event.mode not in MOVES:
                    yield entry


def _own_quoted(parse: Parse, actor: Span, voice: Attribution | None, event: Event) -> Responsibility | None:
    """The speaker of a quotation in which "we" did it."""
    source = _source(voice)
    if voice is None or source is None or voice.type == "indirect" or event.factuality != "+":
        return None
    if actor.words(parse.text).lower() not in OWN_QUOTED or (reason := we_did(actor)) is None:
        return None
    return _entry(source, "claimed", source, reason)


def _names_party(parse: Parse, actor: Span) -> bool:
    """Whether the noun that the words hang on names somebody: the PKK, not an announcement of the PKK."""
    inside = parse.within(actor)
    heads = (token for token in inside if token.head not in inside or token.head is token)
    return any(names.is_party(token) or somebodys_arms(token) for token in heads)


def _source(voice: Attribution | None) -> Span | None:
    return voice.source[0] if voice is not None and voice.source else None


def _beside(parse: Parse, trigger: Token, actor: Span) -> tuple[ResponsibilityLevel, Because] | None:
    """A word that only supposes, or leaves open, who did it."""
    own = [child for child in trigger.children if child.dep in ("advmod", "aux")]
    for token in (*parse.within(actor), *own):
        if (row := WORDS["alleged"].lookup(token.lower)) is not None:
            return "suspected", row.because(token.span)
    done = trigger.tag == "VBN" and any(child.lemma == "have" for child in own)
    for token in own:
        row = WORDS["perhaps"].lookup(token.lower)
        if row is not None and (token.dep == "advmod" or done):
            return "possible", row.because(token.span)
    return None


def _by_voice(
    parse: Parse, actor: Span, trigger: Token, voice: Attribution | None
) -> Iterator[Responsibility]:
    source = _source(voice)
    if voice is None or source is None or voice.kind == "other":
        if voice is None and (reason := told(trigger.span)) is not None:
            yield _entry(actor, "fact", None, reason)
    elif voice.source_kind == "outlet":
        if (reason := reported(voice)) is not None:
            yield _entry(actor, "fact", source, reason)
    elif source.overlaps(actor):
        if _of_itself(trigger, voice, actor) and (reason := own_words(voice)) is not None:
            yield _entry(actor, "claimed", source, reason)
    elif same_side(parse, source, actor) and (reason := own_side(voice)) is not None:
        yield _entry(actor, "claimed", source, reason)
    elif (reason := another_says(voice)) is not None:
        yield _entry(actor, "accused", source, reason)


def _of_itself(trigger: Token, voice: Attribution, actor: Span) -> bool:
    """Whether the voice speaks of its own deed: "we shelled" in a quotation, "it had shelled" outside one."""
    subjects = [child.lower for child in trigger.below("nsubj")]
    own = OWN_QUOTED if voice.type == "direct" else OWN_TOLD
    inside = any(span.holds(actor) for span in voice.content)
    shared = not subjects and voice.type != "direct" and trigger.dep in ("xcomp", "pcomp", "ccomp", "conj")
    return inside or shared or any(word in own for word in subjects)


@rule(
    "responsibility.told",
    means="What the text tells in its own voice, and holds nothing back, is told as fact.",
    fires="Rebels [bombed] the bridge.",
    silent=["The army said that rebels bombed the bridge.", "Rebels did not bomb the bridge."],
)
def told(trigger: Span) -> Because | None:
    """The reason for `fact`."""
    return told.because(trigger)


@rule(
    "responsibility.own-words",
    means="Who says of itself that it did a deed claims it.",
    fires="The Hill Guard [said] that it had bombed the bridge.",
    silent="The army said that the Hill Guard had bombed the bridge.",
)
def own_words(voice: Attribution) -> Because | None:
    """The reason for `claimed`, where the voice is the actor's own."""
    return own_words.because(*(voice.cue or voice.source))


@rule(
    "responsibility.we-did",
    means="Who says in a quotation that 'we' did a deed claims it.",
    fires="“[We] burned their boats,” a rebel commander said.",
    silent="“They burned our boats,” a rebel commander said.",
)
def we_did(actor: Span) -> Because | None:
    """The reason for `claimed`, where the speaker of a quotation is one of those who did it."""
    return we_did.because(actor)


@rule(
    "responsibility.own-side",
    means="Who says of its own forces that they did a deed claims it for its side.",
    fires="A military source [said] that the army had shelled the ridge.",
    silent="A military source said that the militia had shelled the ridge.",
)
def own_side(voice: Attribution) -> Because | None:
    """The reason for `claimed`, where the voice is of the actor's side."""
    return own_side.because(*(voice.cue or voice.source))


@rule(
    "responsibility.another-says",
    means="Who is said by another to have done a deed is accused of it.",
    fires="The army [said] that the Hill Guard had bombed the bridge.",
    silent="The Hill Guard said that it had bombed the bridge.",
)
def another_says(voice: Attribution) -> Because | None:
    """The reason for `accused`, where another voice names the actor."""
    return another_says.because(*(voice.cue or voice.source))


@rule(
    "responsibility.reported",
    means="What a news outlet reports in its own voice is reported as fact, by that outlet.",
    fires="Radio Meridian [reported] that rebels had bombed the bridge.",
    silent="The army said that rebels had bombed the bridge.",
)
def reported(voice: Attribution) -> Because | None:
    """The reason for `fact`, where another newsroom tells it."""
    return reported.because(*(voice.cue or voice.source))


RULES: tuple[Rule, ...] = (
    *BLAMING,
    *FORMS,
    *AGAIN,
    *all_rules(told, own_words, we_did, own_side, another_says, reported),
)
