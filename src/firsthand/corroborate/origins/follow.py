"""Hands followed from document to document: copies, media that cite media, "media reports"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

import msgspec

from firsthand.corroborate.independence.likeness import APART, SAME_BODY, SAME_MARKS, likeness
from firsthand.corroborate.names.described import Described
from firsthand.corroborate.names.publishers import is_medium, names_publisher
from firsthand.corroborate.origins.document import Carrier
from firsthand.corroborate.origins.hands import Hand
from firsthand.corroborate.origins.own_words import paragraph_of, sentence_at, shown
from firsthand.corroborate.origins.publishers_own import speaks_itself
from firsthand.corroborate.telling.values import Telling
from firsthand.schema import Because, Copy, Reasons, Span, Value

Way = tuple[Described | None, Reasons]
"""A hand, or none, and the way to it."""


class Followed(Value, frozen=True, kw_only=True):
    """A telling's hand after all documents were asked; no voice where it cannot be traced."""

    group: int
    voice: Described | None
    because: Reasons


def follow(
    groups: Sequence[Sequence[Telling]],
    copies: Sequence[Copy],
    carriers: Mapping[str, Carrier],
    hands: Mapping[str, Hand],
    doubtful: Collection[str] = (),
) -> dict[str, Followed]:
    """Every telling with the hand that it goes back to in the case."""
    found: dict[str, Followed] = {}
    models: dict[str, list[Copy]] = {}
    for each in sorted(copies, key=lambda each: (-each.share, each.of)):
        models.setdefault(each.document, []).append(each)
    for number, group in enumerate(groups):
        one = _Group(number, group, models, carriers, hands)
        for telling in group:
            voice, because = one.resolve(telling, ())
            found[telling.id] = Followed(group=number, voice=voice, because=because)
        found.update(_doubted(group, found, hands, doubtful))
    return found


def _doubted(
    group: Sequence[Telling],
    found: Mapping[str, Followed],
    hands: Mapping[str, Hand],
    doubtful: Collection[str],
) -> dict[str, Followed]:
    """Hands that no word names, or not surely for this, dropped beside others that they are not surely."""
    sure = {each.id for each in group if hands[each.id].sure and each.id not in doubtful}
    beside = [voice for each in group if each.id in sure and (voice := found[each.id].voice) is not None]
    none_sure = not beside
    if none_sure:  # then the first told counts, and people with names
        beside = [voice for each in group if (voice := found[each.id].voice) is not None][:1]
    dropped = {}
    for each in group:
        voice = found[each.id].voice
        if each.id in sure or voice is None or (none_sure and voice.person and each.id not in doubtful):
            continue
        if all(likeness(voice, other) < SAME_BODY for other in beside):
            why = NOT_SURELY_SAME if each.id in doubtful else NOT_SURE_WHO
            dropped[each.id] = Followed(
                group=found[each.id].group, voice=None, because=(*found[each.id].because, why)
            )
    return dropped


NOT_SURE_WHO = Because(rule="origin.not_sure_who", note="who says it is taken from the words before")
NOT_SURELY_SAME = Because(rule="origin.not_surely_same", note="it may tell something else than the others")


EDITOR = re.compile(
    r"\b(?:editor(?:-in-chief)?|news\s+director|head\s+of\s+news|newsroom\s+chief)\b", re.IGNORECASE
)
"""Who speaks for a medium of what befell its own people."""
TOLD_BY_ONE = 8
"""Tellings of one publisher in one group that are followed into; more say the same again."""


class _Group:
    """One group of tellings, in which each may be followed to another."""

    def __init__(
        self,
        number: int,
        group: Sequence[Telling],
        models: Mapping[str, Sequence[Copy]],
        carriers: Mapping[str, Carrier],
        hands: Mapping[str, Hand],
    ) -> None:
        self.number, self.carriers, self.hands = number, carriers, hands
        self.group = sorted(
            group, key=lambda each: (each.published or "9", each.document, each.anchors, each.id)
        )
        self.models = models
        self.by_document: dict[str, list[Telling]] = {}
        for telling in self.group:
            self.by_document.setdefault(telling.document, []).append(telling)
        self.relied = self._relied()
        self.tellers = self._tellers()
        self.publishers: dict[str, list[Telling]] = {}
        self.bodies: list[tuple[Described, Telling]] = []
        for telling in self.group:
            of = carriers[telling.document]
            told = self.publishers.setdefault(of.document.publisher or "", [])
            if len(told) < TOLD_BY_ONE:
                told.append(telling)
                if of.own is not None:
                    self.bodies.append((of.own, telling))

    def _there(self, telling: Telling, seen: tuple[str, ...]) -> tuple[Described | None, Reasons]:
        """The hand of a telling of another document: its reasons keep their words, not their anchors."""
        voice, because = self.resolve(telling, seen)
        return voice, tuple(msgspec.structs.replace(each, anchors=()) for each in because)

    def resolve(self, telling: Telling, seen: tuple[str, ...]) -> tuple[Described | None, Reasons]:
        """The hand of a telling and the way to it; no voice where it ends at nobody who knows."""
        if telling.id in seen:
            return None, (Because(rule="origin.circle", note="the documents only cite each other"),)
        seen = (*seen, telling.id)
        hand = self.hands[telling.id]
        if (model := self._model(telling)) and model[1].id not in seen:
            copy, of = model
            voice, because = self._there(of, seen)
            return voice, (self._carries(telling, copy), *because)
        if hand.way == "voice" and hand.voice is not None:
            return self._voice(telling, hand, hand.voice, seen)
        if hand.way == "outlet" and hand.voice is not None:
            return self._outlet(hand, hand.voice.name, seen)
        if hand.way == "media" or (hand.way == "own" and not self._says_we(telling)):
            return self._earlier(telling, hand, seen)
        return None, hand.because

    def _voice(
        self, telling: Telling, hand: Hand, voice: Described, seen: tuple[str, ...]
    ) -> tuple[Described | None, Reasons]:
        """A named voice: followed into its own publication, into the medium it told, to whom it relies on."""
        by_another = self._told_another(hand, voice, seen)
        if by_another is not None:
            return by_another
        if (voice.marks or voice.person) and voice.body is None and voice.sort != "outlet":
            publishes = [
                each for each in self._published_by(voice.name, seen) if each.document != telling.document
            ]
            if publishes and self.carriers[publishes[0].document].own is None:
                return self._outlet(hand, voice.name, seen)
        return self._itself(telling, hand, voice, seen) or self._relying(hand, voice) or (voice, hand.because)

    def _told_another(self, hand: Hand, voice: Described, seen: tuple[str, ...]) -> Way | None:
        """What a voice without a name told another medium, in whose own document it stands."""
        if hand.via is None or voice.person:
            return None
        for each in self._published_by(hand.via, seen):
            if self.hands[each.id].way == "voice":
                found, because = self._there(each, seen)
                note = f"{shown(voice)} told {hand.via}"
                return found, (Because(rule="origin.followed", anchors=_at(voice), note=note), *because)
        return None

    def _itself(self, telling: Telling, hand: Hand, voice: Described, seen: tuple[str, ...]) -> Way | None:
        """What the body of a voice, or the medium whose editor it is, tells in its own publication."""
        if medium := self._edited_by(telling, voice):
            found, because = self._outlet(hand, medium, seen)
            if found is not None:
                note = f"{shown(voice)} speaks for {medium}"
                return found, (Because(rule="origin.followed", anchors=_at(voice), note=note), *because)
        own = [each for each in self._by_body(voice, telling) if each.id not in seen]
        if not own:
            return None
        found, because = self._there(own[0], seen)
        if found is None or found == voice:
            return None
        note = f"{shown(voice)} tells it in its own publication"
        further = () if found == self.carriers[own[0].document].own else because
        way = Because(rule="origin.followed", anchors=_at(voice), note=note)
        return found, (*hand.because, way, *further)

    def _relying(self, hand: Hand, voice: Described) -> Way | None:
        """Whom a voice relies on for this claim, by what another telling of the group says."""
        for outer, inner in self.relied:
            if likeness(outer, voice) >= (SAME_BODY if outer.body else SAME_MARKS) > likeness(inner, voice):
                note = f"{shown(voice)} has it from {shown(inner)}"
                relies = Because(rule="independence.relies_on", anchors=_at(voice), note=note)
                return inner, (*hand.because, relies)
        return None

    def _edited_by(self, telling: Telling, voice: Described) -> str | None:
        """The medium whose editor speaks: the only one of the group that the document names."""
        if EDITOR.search(voice.phrase) is None:
            return None
        of = self.carriers[telling.document].document
        named = [each for each in self.publishers if each and each != of.publisher and each in of.text]
        return named[0] if len(named) == 1 and is_medium(named[0]) else None

    def _outlet(self, hand: Hand, name: str, seen: tuple[str, ...]) -> tuple[Described | None, Reasons]:
        """A medium: into its own document where that tells the same, else untraced."""
        for each in self._published_by(name, seen):
            voice, because = self._there(each, seen)
            if voice is not None:
                return voice, (*hand.because, *because)
        if hand.itself and hand.voice is not None and (post := self._own_post(seen)):
            voice, because = self._there(post, seen)
            return voice, (*hand.because, *because)
        if hand.itself and hand.voice is not None:
            own = Because(
                rule="origin.own_people", anchors=_at(hand.voice), note=f"{name} tells it of its own people"
            )
            return hand.voice, (*hand.because, own)
        note = f"what {name} has it from is not in these documents"
        return None, (*hand.because, Because(rule="origin.outlet_not_here", note=note))

    def _own_post(self, seen: tuple[str, ...]) -> Telling | None:
        """Where the one medium of the group that tells it of its own people does: "her station said"."""
        own = [
            each
            for each in self.group
            if any(why.rule == "origin.own_people" for why in self.hands[each.id].because)
        ]
        own = [each for each in own if self.hands[each.id].way == "voice" and each.id not in seen]
        media = {self.carriers[each.document].document.publisher for each in own}
        return own[0] if len(media) == 1 else None

    def _earlier(
        self, telling: Telling, hand: Hand, seen: tuple[str, ...]
    ) -> tuple[Described | None, Reasons]:
        """A bare word or "media reports": the earlier documents of the group, where all have it from one."""
        found: list[tuple[Telling, Described, Reasons]] = []
        for each in self.tellers:
            if each.document == telling.document or each.id in seen:
                continue
            if (each.published or "") <= (telling.published or "9"):
                voice, because = self._there(each, seen)
                if voice is not None:
                    found.append((each, voice, because))
        if not found:
            return None, hand.because
        first, voice, because = found[0]
        if any(likeness(voice, other) < SAME_BODY for _, other, _ in found[1:]):
            note = "earlier documents have it from several; which is meant is not said"
            return None, (*hand.because, Because(rule="origin.several_before", note=note))
        name = self.carriers[first.document].document.publisher or first.document
        return voice, (
            *hand.because,
            Because(rule="origin.told_before", note=f"{name} told it before"),
            *because,
        )

    def _says_we(self, telling: Telling) -> bool:
        """Whether a publisher speaks of itself ("we opened the pit"): it has that from no earlier report."""
        of = self.carriers[telling.document]
        sentence = sentence_at(of.document.text, telling.anchors[0].start)
        return speaks_itself(of, sentence, paragraph_of(telling, of))

    def _tellers(self) -> list[Telling]:
        """The tellings that name a voice, the earliest two of each voice: others say the same again."""
        found: list[Telling] = []
        told: Counter[tuple[object, ...]] = Counter()
        for each in self.group:
            hand = self.hands[each.id]
            if hand.way in ("voice", "outlet") and hand.voice is not None:
                voice = hand.voice
                told[content := (voice.name, voice.person, voice.body, voice.marks, hand.via)] += 1
                if told[content] <= 2:
                    found.append(each)
        return found

    def _published_by(self, name: str, seen: tuple[str, ...]) -> list[Telling]:
        """The tellings of this group in documents of a publisher of this name, the earliest first."""
        found = [each for who, own in self.publishers.items() if names_publisher(name, who) for each in own]
        return [each for each in found if each.id not in seen]

    def _by_body(self, voice: Described, telling: Telling) -> list[Telling]:
        """The tellings that the body of a voice publishes itself, in other documents."""
        return [
            each
            for own, each in self.bodies
            if each.document != telling.document and likeness(own, voice) >= SAME_BODY
        ]

    def _relied(self) -> list[tuple[Described, Described]]:
        """Which voices rely on which for this claim, by any telling of the group."""
        pairs = [
            (outer, hand.voice)
            for each in self.group
            if (hand := self.hands[each.id]).way == "voice" and hand.voice is not None
            for outer in hand.outer
            if outer.sort not in ("outlet", "clip") and likeness(outer, hand.voice) < SAME_BODY
        ]
        return list({(outer.name, inner.name): (outer, inner) for outer, inner in pairs}.values())

    def _model(self, telling: Telling) -> tuple[Copy, Telling] | None:
        """The telling that a copied one was copied from, in the earliest model of its document."""
        for copy in self.models.get(telling.document, ()):
            for each in self.by_document.get(copy.of, ()):
                if self._copied(telling, copy, each):
                    return copy, each
        return None

    def _copied(self, telling: Telling, copy: Copy, model: Telling) -> bool:
        """Whether a telling came with the copy: its words are copied, or it names no own voice."""
        here = telling.anchors[0]
        inside = any(Span(start, end).overlaps(here) for start, end, _, _ in copy.spans)
        own = self.hands[telling.id].way != "voice"
        if self._other_voice(telling, model):
            return False
        return (inside and model.id != telling.id) or (own and copy.kind != "partial")

    def _other_voice(self, telling: Telling, model: Telling) -> bool:
        """Whether two tellings in like words are of two voices: "doctors said", "police said".

        A voice that is only carried over from the sentence before does not tell a copy from its model.
        """
        if len(telling.chain) == 1:
            return False
        one, other = self.hands[telling.id], self.hands[model.id]
        if one.way != "voice" or other.way != "voice" or one.voice is None or other.voice is None:
            return False
        return one.sure and one.voice.body is not None and likeness(one.voice, other.voice) == APART

    def _carries(self, telling: Telling, copy: Copy) -> Because:
        here = self.carriers[telling.document].document.publisher or telling.document
        there = self.carriers[copy.of].document.publisher or copy.of
        note = f"{here} carries {there}'s words ({copy.share:.0%})"
        return Because(rule="origin.copy", anchors=telling.anchors[:1], note=note)


OWN_PEOPLE = "origin.own_people"


def _at(voice: Described) -> tuple[Span, ...]:
    return (voice.anchor,) if voice.anchor is not None else ()
