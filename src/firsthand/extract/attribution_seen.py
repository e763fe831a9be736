"""What a clip shows where no verb says so: "In the video, three vehicles approach a tree line"."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.extract.attribution_found import Found, spans_of, trimmed
from firsthand.extract.attribution_grammar import FINITE, Scene, noun_phrase, own_subject
from firsthand.extract.attribution_verbs import speaks
from firsthand.extract.voices_kinds import kind_of_word
from firsthand.resources.parser import Sentence, Token
from firsthand.rules import rule
from firsthand.schema import Span


def seen_in_clips(scene: Scene) -> Iterator[Found]:
    """The sentences that a clip is set before or behind."""
    for sentence in scene.parse.sentences:
        first = scene.tokens[scene.bounds(scene.tokens[sentence.last - 1])[0]]
        found = in_the_clip(scene, first) if first.lower in ("in", "on") else visible_in(scene, sentence)
        if found is not None:
            yield found


@rule(
    "attribution.in_the_clip",
    means='what a sentence tells behind "In the video," is what the video shows',
    fires=(
        "In the video, [three vehicles approach a tree line].",
        "On the film [two policemen raise their rifles].",
        "In the clip (Sovna, this morning): [our men raise the flag].",
    ),
    silent=("In the video, the mayor says that three vehicles came.", "In the video was a man."),
    gives={"source_kind": "footage"},
)
def in_the_clip(scene: Scene, first: Token) -> Found | None:
    """The main clause behind "In the video" and its comma, unless somebody speaks in it."""
    head = _clip_behind(first)
    verb = first.head
    if head is None or verb.i <= head.i or not _tells(verb) or _somebody_speaks(scene, first):
        return None
    end = _end_of_what_is_shown_where(scene, first, head, verb)
    if end is None:
        return None
    source = noun_phrase(scene, head, first.i + 1, end)
    content = trimmed(scene.parse, end, scene.bounds(first)[1])
    if not source or content is None:
        return None
    reasons = (in_the_clip.because(content),)
    return Found((content,), (first.span,), spans_of(source), reasons=reasons, verb=first, voice=head)


def _end_of_what_is_shown_where(scene: Scene, first: Token, head: Token, verb: Token) -> int | None:
    """Where "In the video" ends: at its comma or colon, or right before the subject of the main clause."""
    between = scene.tokens[head.i + 1 : verb.i]
    if first.lower == "in":
        comma = next((t for t in between if t.text == "," and t.head is verb), None)
        if comma is not None:
            return comma.i
    who = own_subject(verb)
    if who is None or who.i <= head.i or not head.below("det", "poss"):
        return None
    start = scene.left(who)
    colon = next((t for t in between if t.text[-1] == ":"), None)
    if colon is not None or scene.tokens[start - 1].text == ",":
        return colon.i + 1 if colon is not None else start - 1
    behind = noun_phrase(scene, head, first.i + 1, start)
    return start if behind and behind[-1].i + 1 == start else None


@rule(
    "attribution.visible_in",
    means='what "can be seen in the video" is what the video shows',
    fires="[Thick smoke] can be seen in the video.",
    silent="The mayor was seen in the town.",
    gives={"source_kind": "footage"},
)
def visible_in(scene: Scene, sentence: Sentence) -> Found | None:
    """The subject of "is seen in the footage", with what it is seen doing."""
    verb = next((t for t in scene.parse.tokens_of(sentence) if t.head is t), None)
    if verb is None or verb.lower not in ("seen", "heard", "visible"):
        return None
    subject = own_subject(verb)
    place = next((c for c in verb.children if c.lower == "in" and c.i > verb.i), None)
    if place is None:  # "can be seen leaving in the video"
        place = next((c for o in verb.below("xcomp") for c in o.children if c.lower == "in"), None)
    head = _clip_behind(place) if place is not None else None
    if subject is None or place is None or head is None or _somebody_speaks(scene, verb):
        return None
    source = noun_phrase(scene, head, place.i + 1, scene.bounds(verb)[1])
    group = [t for t in verb.children if t.dep in ("aux", "auxpass")]
    cue = Span(min((verb, *group), key=lambda t: t.i).start, verb.end)
    behind = trimmed(scene.parse, verb.i + 1, place.i)
    subject_words = noun_phrase(scene, subject, scene.bounds(verb)[0], verb.i)
    if not source or not subject_words:
        return None
    content = (*spans_of(subject_words), *((behind,) if behind is not None else ()))
    reasons = (visible_in.because(content[0]),)
    return Found(content, (cue,), spans_of(source), reasons=reasons, verb=verb, voice=head)


def _clip_behind(preposition: Token) -> Token | None:
    head = next(iter(preposition.below("pobj")), None)
    return head if head is not None and kind_of_word(head) == "footage" else None


def _tells(verb: Token) -> bool:
    finite = verb.tag in FINITE or any(t.tag in FINITE for t in verb.below("aux", "auxpass"))
    return verb.pos in ("VERB", "AUX") and finite and own_subject(verb) is not None


def _somebody_speaks(scene: Scene, token: Token) -> bool:
    return any(speaks(t) and t.pos == "VERB" for t in scene.parse.tokens_of(scene.sentence(token)))
