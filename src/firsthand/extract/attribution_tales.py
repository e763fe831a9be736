"""Tales that somebody rejects: "The General Staff rejected with its last energy the fable of sixty slain"."""

from __future__ import annotations

import itertools

from firsthand.extract.attribution_cues import Cue
from firsthand.extract.attribution_found import Found, spans_of, trimmed
from firsthand.extract.attribution_grammar import FINITE, Scene, noun_phrase, own_subject
from firsthand.extract.attribution_verbs import CUES, lemma_of
from firsthand.resources.parser import Token
from firsthand.rules import rule

_REJECTS = frozenset({
    "reject", "deny", "dismiss", "repudiate", "refute", "denounce", "rebut"
})  # fmt: skip
_TALES = frozenset({
    "fable", "tale", "legend", "myth", "story", "fairytale", "yarn", "canard", "fiction", "fantasy", "lie",
    "invention", "fabrication", "hoax",
})  # fmt: skip
_FARTHEST = 14
_FEWEST = 3


def with_tales(scene: Scene, found: list[Found], cues: list[Cue]) -> list[Found]:
    """The attributions with the tales that somebody rejects, in place of what the verb alone gave."""
    told = [one for cue in cues if (one := tale_rejected(scene, cue)) is not None]
    verbs = {one.verb.i for one in told if one.verb is not None}
    return [*(one for one in found if one.verb is None or one.verb.i not in verbs), *told]


@rule(
    "attribution.tale_rejected",
    means="who rejects a fable or a tale of something denies what the tale tells",
    fires="The minister rejected with scorn the legend of [forty peasants killed by the police].",
    silent="The publisher rejected the book of forty poems written by the widow.",
    gives={"polarity": "-"},
)
def tale_rejected(scene: Scene, cue: Cue) -> Found | None:
    """What stands behind "the fable of", up to what a comma sets off."""
    verb = cue.token
    who = cue.voice or own_subject(verb)
    row = CUES["verb"].lookup("deny")
    if row is None or cue.passive or who is None or lemma_of(verb) not in _REJECTS or who.i > verb.i:
        return None
    if any(c.dep == "neg" for c in verb.children):
        return None
    behind = scene.tokens[verb.i + 1 : min(cue.high, verb.i + _FARTHEST)]
    tale = next(
        (
            t for t, after in itertools.pairwise(behind)
            if t.lemma.lower() in _TALES and after.lower in ("of", "about")
        ),
        None,
    )  # fmt: skip
    if tale is None or any(t.tag in FINITE or t.text == "," for t in scene.tokens[verb.i + 1 : tale.i]):
        return None
    high = next((t.i for t in scene.tokens[tale.i : cue.high] if t.text in (",", ";")), cue.high)
    content = trimmed(scene.parse, tale.i + 2, high)
    source = cue.source or noun_phrase(scene, who, cue.low, verb.i)
    if content is None or not source or len(scene.parse.within(content)) < _FEWEST:
        return None
    reasons = (row.because(verb.span), tale_rejected.because(content))
    words = [*cue.group, *scene.tokens[cue.group[-1].i + 1 : tale.i + 2]]
    behind_comma = scene.next_to(high + 1)
    if behind_comma is not None and high < cue.high and _of_the_tale(behind_comma):
        words += scene.tokens[high + 1 : cue.high - 1]  # "spread by people who live abroad"
    return Found((content,), spans_of(words), spans_of(source), row, reasons, verb, who)


def _of_the_tale(token: Token) -> bool:
    """Whether what follows a comma tells of the tale: "spread by people abroad", "which some believe"."""
    return token.tag in ("VBN", "WDT", "WP")
