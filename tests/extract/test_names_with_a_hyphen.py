"""A name with a hyphen is one name, at its first telling and later."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jean-Vivien Mombeli said that nine people had died.", ["Jean-Vivien Mombeli"]),
        ("Dr Jean-Vivien Mombeli, of the health ministry, said nine had died.", ["Jean-Vivien Mombeli"]),
        ('"Nine people have died," said Anne-Marie Kouassi.', ["Anne-Marie Kouassi"]),
        ("According to Jean-Paul Okou, two people died.", ["Jean-Paul Okou"]),
        ("Deputy Prime Minister Anne-Lise Dahl-Moen said it was over.", ["Anne-Lise Dahl-Moen"]),
        (
            "Anne-Marie Kouassi said nine had died. Kouassi said two were ill.",
            ["Anne-Marie Kouassi", "Anne-Marie Kouassi"],
        ),
        (
            "Marie Kouassi-Bede said nine had died. Kouassi-Bede said two were ill.",
            ["Marie Kouassi-Bede", "Marie Kouassi-Bede"],
        ),
    ],
)
def test_a_hyphened_name_is_never_halved(text, names, read_text):
    assert [claim.chain[-1].name for claim in read_text(text).claims] == names
