"""A reading as it is compared: voices that are none taken out, and denials told as denials.

The town of a dateline ("KARSK - ") speaks no word of its report. What a voice denies as an allegation of
nobody named ("denies the allegations that ...") is its denial, and no telling by those who allege.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from firsthand.corroborate.origins.named_before import named_before
from firsthand.resources.capitals import cased
from firsthand.schema import Attribution, Because, Chain, Claim, Reading, Span, words

DATELINE = cased(
    r"[ \t]*(?:[A-Z][A-Z.'’-]+[ ,/]{0,2}){1,4}(?:(?<=, )[A-Z][\w .,'’]{0,40}?)?"
    r"(?:\([^)\n]{1,40}\)\s?)?\s?[-–—]+\s"
)
"""How a report opens that says where it was written."""

DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing))\b",
    re.IGNORECASE,
)
ALLEGED = re.compile(
    r"\b(?:allegations?|claims?|accusations?|reports?|rumou?rs?|suggestions?|charges?)\b", re.IGNORECASE
)
"""What a denial may call that which it denies."""


def as_compared(reading: Reading) -> Reading:
    """The reading without the voices of its datelines, and with what is denied of allegations as a denial."""
    towns = _towns(reading)
    kept = tuple(_meant(each, towns, reading) for each in reading.attributions if each.id not in towns)
    names = {each.id: each.source_name for each in kept}
    text = reading.document.text
    claims = tuple(_own_words(_claim(each, towns, names), text) for each in reading.claims)
    if claims == reading.claims and kept == reading.attributions:
        return reading
    return msgspec.structs.replace(reading, attributions=kept, claims=claims)


def _towns(reading: Reading) -> dict[str, str]:
    """The attributions whose source stands in a dateline, with the name that they were given."""
    text = reading.document.text
    lines = [
        Span(*match.span())
        for each in reading.document.paragraphs
        if (match := DATELINE.match(text, each.start, each.end))
    ]
    return {
        each.id: each.source_name or ""
        for each in reading.attributions
        if any(line.holds(span) for line in lines for span in (*each.source[:1],))
    }


def _meant(each: Attribution, towns: Mapping[str, str], reading: Reading) -> Attribution:
    """A pronoun that was taken for the town, with the person whom it means."""
    if not towns or each.source_name not in towns.values() or not each.source:
        return each
    said = each.source[0].words(reading.document.text)
    bare = msgspec.structs.replace(each, source_name=said)
    voice = named_before(bare, reading.document, frozenset())
    return bare if voice is None else msgspec.structs.replace(each, source_name=voice.name)


SAID_BEFORE = ("claim.denied_this", "claim.it_had_not")
"""By these rules a claim that denies what was said before holds those words too, before its own."""


def _own_words(claim: Claim, text: str) -> Claim:
    """A denial by "this" or "the allegation" with its own words alone: it answers to the others."""
    points = [span for why in claim.because if why.rule in SAID_BEFORE for span in why.anchors]
    if not points or len(claim.anchors) < 2:
        return claim
    first = next((n for n, span in enumerate(claim.anchors) if span.overlaps(points[0])), 0)
    own = claim.anchors[first:]
    return msgspec.structs.replace(claim, anchors=own, text=words(text, own))


def _claim(claim: Claim, towns: Mapping[str, str], names: Mapping[str, str | None]) -> Claim:
    chain = tuple(
        msgspec.structs.replace(voice, name=names.get(voice.attribution or "") or voice.name)
        if towns and voice.name in towns.values()
        else voice
        for voice in claim.chain
        if voice.attribution is None or voice.attribution not in towns
    )
    if claim.polarity == "+" and _denies_an_allegation(chain):
        denial = Because(rule="claim.denied", anchors=tuple(filter(None, (chain[-2].anchor,))))
        return msgspec.structs.replace(
            claim,
            chain=chain[:-1],
            polarity="-",
            certainty="certain",
            first_hand=None,
            because=(*claim.because, denial),
        )
    return claim if chain == claim.chain else msgspec.structs.replace(claim, chain=chain)


def _denies_an_allegation(chain: Chain) -> bool:
    """Whether the last voice is nobody's but the allegation that the voice before it denies."""
    if len(chain) < 3 or chain[-1].name != "no one named":
        return False
    return DENIES.search(chain[-2].cue or "") is not None and ALLEGED.search(chain[-1].cue or "") is not None
