"""What is no voice: turns of speech, decisions, opinions that count for facts, thanks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from firsthand.ingest import text_document
from firsthand.pipeline import read_document
from firsthand.resources import default_instruments
from firsthand.schema import Hints, Reading


@pytest.fixture(scope="module")
def read_by_rules() -> Callable[[str], Reading]:
    """Read a text by the rules alone, without the encoder that adds voices."""
    instruments = default_instruments(frozenset({"voices"}))

    def read(text: str) -> Reading:
        return read_document(text_document(text, Hints(name="d"), id="d", language="en"), instruments)

    return read


SILENT = [
    "She decided to walk home.",
    "I want to start with the bridge.",
    "The town is considered to be very mild in May.",
    "It is clear that the span will hold.",
    "The council thanked you.",
    "The museum shows works by local painters.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_nobody_puts_forward_has_no_voice_by_the_rules(text, read_by_rules):
    assert read_by_rules(text).attributions == ()


def test_that_said_is_no_voice(read_by_rules):
    assert read_by_rules("That said, the bridge is open.").attributions == ()


def test_whoever_is_convinced_is_the_voice(read_by_rules):
    one = read_by_rules("The engineer was convinced that the span would hold.").attributions[0]
    assert one.source_name == "The engineer"


def test_what_is_set_up_is_not_found_out(read_text):
    assert (
        read_text(
            "However, the rescuers failed to establish a proper camp and appeared exhausted."
        ).attributions
        == ()
    )


def test_what_is_found_out_has_a_voice(read_text):
    (one,) = read_text("Investigators failed to establish the cause of the fire.").attributions
    assert (one.source_name, one.certainty) == ("Investigators", "unknown")
