"""Document -> Reading: who says what, how sure they are, and what is said to have happened."""

from __future__ import annotations

from firsthand.extract import attribution, certainty, events, factuality, footage
from firsthand.extract.skimming import skimmed
from firsthand.resources.parser import Parse
from firsthand.resources.voices import VoiceModel
from firsthand.rules import Rule
from firsthand.schema import Document, Reading


def extract(document: Document, parse: Parse, encoder: VoiceModel | None = None) -> Reading:
    """Read the voices, the events and the footage that a document speaks of.

    Without the encoder the rules read the voices alone.
    """
    voices = attribution.attributions(document, parse, encoder)
    return Reading(
        document=document,
        attributions=voices,
        events=events.events(parse, voices),
        footage=footage.footage_mentions(parse, voices),
    )


def rules() -> tuple[Rule, ...]:
    """Every rule of this room, in the order tried."""
    return (*attribution.RULES, *certainty.RULES, *events.RULES, *factuality.RULES, *footage.RULES)


__all__ = ["extract", "rules", "skimmed"]
