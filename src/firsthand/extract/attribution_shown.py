"""What a clip shows that somebody verified: "The Beacon has verified a clip in which a jet drops bombs".

The clip is the voice for what is seen in it; who verified, examined or found out where it was filmed stands
before it in the chain, unless that is the publisher itself.
"""

from __future__ import annotations

from firsthand.extract.attribution_found import Found, spans_of, trimmed
from firsthand.extract.attribution_grammar import Scene, noun_phrase, own_subject, verb_group
from firsthand.extract.attribution_verbs import CUES
from firsthand.extract.voices_kinds import kind_of_word
from firsthand.resources.parser import Token
from firsthand.rules import rule

_VERIFIES = frozenset({
    "verify", "examine", "authenticate", "geolocate", "review", "analyse", "analyze", "study", "inspect",
    "obtain", "watch", "see", "confirm", "publish", "release", "share", "post", "air", "broadcast", "view",
})  # fmt: skip
_OURS = frozenset({"we", "i", "our", "my"})
_MAKES = frozenset({"camera", "cameras", "drone", "phone", "satellite"})
_FEWEST = 3
_BACK = 80
"""Words back in which the clip is looked for that "what we can see" is seen in."""


def with_clips(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions with what clips show in a clause "in which", and in "What we can see:"."""
    clips = []
    for token in scene.tokens:
        if token.lower in ("which", "where"):
            one = in_which(scene, token)
            if one is not None:
                clips.append(one)
    outer = [one for clip in clips if (one := _who_verified(scene, clip, found)) is not None]
    own = [one for one in found if any(_publishers(scene, one, clip) for clip in clips)]
    for clip in clips:
        _with_publishers_verb(scene, clip)
    for one in found:
        seen = what_is_seen(scene, one)
        if seen is not None:
            one.source, one.voice, one.row = spans_of(seen[1]), seen[0], CUES["verb"].lookup("show")
            one.reasons = (*one.reasons, what_is_seen.because(one.cue[0]))
    return [*(one for one in found if one not in own), *outer, *clips]


@rule(
    "attribution.in_which",
    means='what a clause "in which" tells of a clip is what the clip shows',
    fires="The Beacon has verified a clip in which [a jet drops bombs on the market].",
    silent="The Beacon has opened a hall in which a jet hangs from the roof.",
    gives={"source_kind": "footage"},
)
def in_which(scene: Scene, which: Token) -> Found | None:
    """The clause behind "in which", up to the end of the sentence or to what goes on behind a comma."""
    before = scene.next_to(which.i - 1)
    first = which
    if which.lower == "which":
        if before is None or before.lower != "in":
            return None
        first = before
    noun = scene.next_to(first.i - 1)
    if noun is not None and noun.text == ",":
        noun = scene.next_to(noun.i - 1)
    low, high = scene.bounds(which)
    if noun is None or noun.i < low or kind_of_word(noun) != "footage" or noun.pos != "NOUN":
        return None
    end = next((t.i for t in scene.tokens[which.i : high] if t.text in (";", ":")), high)
    content = trimmed(scene.parse, which.i + 1, end)
    if content is None or len(scene.parse.within(content)) < _FEWEST:
        return None
    row = CUES["verb"].lookup("show")
    source = noun_phrase(scene, noun, low, first.i)
    if row is None or not source:
        return None
    reasons = (in_which.because(content),)
    return Found((content,), spans_of(scene.tokens[first.i : which.i + 1]), spans_of(source), row,
                 reasons, which, noun)  # fmt: skip


def _who_verified(scene: Scene, clip: Found, found: list[Found]) -> Found | None:
    """Who verified the clip, where no attribution says so yet and it is not the publisher."""
    verb = _verb_of(clip)
    whole = clip.source[0].start
    if verb is None or any(c.start < whole and clip.content[0].start < p.end
                           for one in found for c in one.cue for p in one.content):  # fmt: skip
        return None
    who = own_subject(verb)
    row = CUES["verb"].lookup("confirm")
    if who is None or row is None or who.i > verb.i:
        return None
    source = noun_phrase(scene, who, scene.bounds(verb)[0], verb.i)
    if not source or _is_publisher(scene, source):
        return None
    first, last = scene.parse.first_from(whole), scene.parse.first_from(clip.content[-1].end)
    content = trimmed(scene.parse, first, last)
    if content is None:
        return None
    group = verb_group(verb)
    reasons = (row.because(verb.span),)
    return Found((content,), spans_of(group), spans_of(source), row, reasons, verb, who)


def _verb_of(clip: Found) -> Token | None:
    noun = clip.voice
    verb = noun.head if noun is not None and noun.dep == "dobj" else None
    return verb if verb is not None and verb.lemma.lower() in _VERIFIES else None


def _is_publisher(scene: Scene, source: list[Token]) -> bool:
    """Whether words name the publisher: "we", "our team", its name or the beginning of its name."""
    if any(t.lower in _OURS for t in source):
        return True
    name = (scene.document.publisher or "").lower().removeprefix("the ").split()
    said = [t.lower for t in source if t.pos != "DET"]
    return bool(name) and bool(said) and name[: len(said)] == said


def _with_publishers_verb(scene: Scene, clip: Found) -> None:
    """Who publishes a clip's verification says nothing else by it: "our team examined" is of the cue."""
    verb = _verb_of(clip)
    who = own_subject(verb) if verb is not None else None
    if verb is None or who is None or who.i > verb.i:
        return
    source = noun_phrase(scene, who, scene.bounds(verb)[0], verb.i)
    if source and _is_publisher(scene, source):
        clip.cue = (*spans_of([*source, *verb_group(verb)]), *clip.cue)


def _publishers(scene: Scene, one: Found, clip: Found) -> bool:
    """Whether an attribution only says that the publisher itself verified a clip."""
    verb = _verb_of(clip)
    if verb is None or one.verb is not verb:
        return False
    return _is_publisher(scene, [t for span in one.source for t in scene.parse.within(span)])


@rule(
    "attribution.what_is_seen",
    means='what a text says that "we can see" is what the clip shows that it has told of',
    fires="The clip is real. What we [can see]: a soldier shoots at the crowd.",
    silent="The road is open. What we can see: a soldier shoots at the crowd.",
    gives={"source_kind": "footage"},
)
def what_is_seen(scene: Scene, one: Found) -> tuple[Token, list[Token]] | None:
    """The last clip before "What we can see:", with the words that name it."""
    if one.voice is None or one.voice.lower not in ("we", "you", "one") or one.verb is None or not one.cue:
        return None
    if one.verb.lemma not in ("see", "hear"):
        return None
    low = scene.bounds(one.verb)[0]
    behind = scene.next_to(one.verb.i + 1)
    if scene.tokens[low].lower != "what" and scene.tokens[max(0, one.voice.i - 1)].lower != "what":
        return None
    if behind is None or behind.text != ":":
        return None
    for token in reversed(scene.tokens[max(0, low - _BACK) : low]):
        if token.pos == "NOUN" and kind_of_word(token) == "footage" and token.lower not in _MAKES:
            words = noun_phrase(scene, token, scene.bounds(token)[0], token.i + 1)
            return (token, words) if words else None
    return None
