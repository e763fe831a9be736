"""Who did what to whom."""

from __future__ import annotations

from firsthand.resources.parser import Parse
from firsthand.rules import Rule
from firsthand.schema import Attribution, Event


def events(parse: Parse, attributions: tuple[Attribution, ...]) -> tuple[Event, ...]:
    """The events of a document, sentence by sentence, the main event of each sentence first."""
    return ()


RULES: tuple[Rule, ...] = ()
