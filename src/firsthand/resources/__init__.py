"""Instruments: the parser, the gazetteer and other parts that come from outside.

`resources.toml` names each with its version, licence, hash and size, what it is for, and the bench score with
and without it. The rooms get instruments as arguments and never load one themselves.
"""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.resources.gazetteer import Gazetteer, default_gazetteer
from firsthand.resources.parser import Parser, default_parser
from firsthand.resources.voices import VoiceModel, default_voices


@dataclass(frozen=True)
class Instruments:
    """What a reading needs. Replace one to compare it with another."""

    parser: Parser
    gazetteer: Gazetteer
    voices: VoiceModel | None = None
    """The encoder that marks voices; None where it is not installed or not wanted."""


def default_instruments(without: frozenset[str] = frozenset()) -> Instruments:
    """The instruments that ship, each loaded once a process; optional ones named in `without` stay out."""
    voices = None if "voices" in without else default_voices()
    return Instruments(parser=default_parser(), gazetteer=default_gazetteer(), voices=voices)


__all__ = ["Instruments", "default_instruments"]
