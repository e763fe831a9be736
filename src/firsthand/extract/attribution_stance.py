"""Predicates quoted from the verb on: the governor "welcomes the inquiry and will cooperate fully"."""

from __future__ import annotations

from firsthand.extract.attribution_cues import CUES
from firsthand.extract.attribution_found import Found, spans_of
from firsthand.extract.attribution_grammar import Scene, noun_phrase, relative
from firsthand.extract.quotes import Quotation
from firsthand.extract.voices_kinds import kind_of_word
from firsthand.resources.parser import Token
from firsthand.rules import rule

_STANCES = CUES["stance"]
_SPEAKING = frozenset({"person", "organisation", "government", "force", "outlet", "unnamed"})
_FEWEST = 3
"""Words of a quotation below which it is a turn of phrase."""


@rule(
    "attribution.quoted_stance",
    means="a quotation that opens with a verb of stance is in the words of the verb's subject",
    fires='In a letter, the governor ["welcomes the inquiry and will cooperate fully"].',
    silent='The painter called her last picture "Welcomes the rain and sun".',
)
def quoted_stance(scene: Scene, quotation: Quotation) -> Found | None:
    """The quotation as words of whoever stands right before it as subject of its first verb."""
    words = [t for t in scene.parse.within(quotation.inner) if t.pos != "PUNCT"]
    opening = next((t for t in words[:_FEWEST] if t.pos != "ADV"), None)
    if len(words) < _FEWEST or opening is None or opening.tag not in _FINITE:
        return None
    verb = opening.head if opening.dep in ("aux", "auxpass", "neg") else opening
    row = _STANCES.lookup(verb.lemma)
    subject = next(iter(verb.below("nsubj")), None)
    if row is None or subject is None or subject.end > quotation.span.start or scene.level(subject) >= 0:
        return None
    voice = verb.head if relative(subject) and verb.dep == "relcl" else subject
    source = noun_phrase(scene, voice, scene.bounds(voice)[0], min(subject.i + (voice is subject), opening.i))
    last = max(subject.i, *(t.i for t in source)) if source else subject.i
    if (
        not source
        or not _speaks(voice)
        or any(t.pos not in ("PUNCT", "ADV") for t in scene.tokens[last + 1 : opening.i])
    ):
        return None
    return Found(
        (quotation.span,), (), spans_of(source), voice=voice, quoted=True,
        reasons=(row.because(verb.span), quoted_stance.because(quotation.span)),
    )  # fmt: skip


_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})


def _speaks(voice: Token) -> bool:
    if voice.pos == "PRON":
        return voice.lower in ("he", "she", "it", "they")
    return voice.entity in ("PERSON", "ORG") or kind_of_word(voice) in _SPEAKING
