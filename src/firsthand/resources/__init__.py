"""Instruments: the parser, the gazetteer and other parts that come from outside.

`resources.toml` names each with its version, licence, hash and size, what it is for, and the bench score with
and without it. The rooms get instruments as arguments and never load one themselves.
"""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.resources.gazetteer import Gazetteer, default_gazetteer
from firsthand.resources.meaning import MeaningModel, default_meaning
from firsthand.resources.parser import Parser, default_parser
from firsthand.resources.voices import VoiceModel, default_voices

PLAIN = "plain sentences"
"""Named in `without`: sentences that hold no word of saying, quotation or violence."""


@dataclass(frozen=True)
class Instruments:
    """What a reading needs. Replace one to compare it with another."""

    parser: Parser
    gazetteer: Gazetteer
    voices: VoiceModel | None = None
    """The encoder that marks voices; None where it is not installed or not wanted."""
    meaning: MeaningModel | None = None
    """The encoder that joins what says the same in other words; None likewise."""
    fast: bool = False
    """Leave sentences unparsed that hold no word of saying, quotation or violence."""


def default_instruments(without: frozenset[str] = frozenset()) -> Instruments:
    """The instruments that ship, each loaded once a process; optional ones named in `without` stay out.

    `without` may also name PLAIN: then plain sentences are left unparsed, as `--fast` asks.
    """
    voices = None if "voices" in without else default_voices()
    meaning = None if "meaning" in without else default_meaning()
    return Instruments(default_parser(), default_gazetteer(), voices, meaning, fast=PLAIN in without)


__all__ = ["PLAIN", "Instruments", "default_instruments"]
