"""A given name tells that a name is a person's and whether that person can be a he or a she."""

from __future__ import annotations

import pytest

WHO = [
    ('Yolanda Orsk lost her stall. "It was one shell, there was no other," she said.', "Yolanda Orsk"),
    ('Danylo Orsk drove on. "It was one shell," he said.', "Danylo Orsk"),
    ("Rolf Dane spoke first. Mira Sand came next. He said that nine people died.", "Rolf Dane"),
    ("Judge Marta Quill asked Rolf Dane where he had been. He said that nine people died.", "Rolf Dane"),
    ("Rolf Dane spoke first. Ayesha Sand came next. He said that nine people died.", "Rolf Dane"),
    ("Rolf Dane spoke first. Oksana Sand came next. He said that nine people died.", "Rolf Dane"),
    (
        "Ilse Brandt said it rained. Giuseppe Sand said it was cold. She said that nine people died.",
        "Ilse Brandt",
    ),
    (
        "Ilse Brandt said it rained. Mehmet Sand said it was cold. She said that nine people died.",
        "Ilse Brandt",
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHO)
def test_a_given_name_tells_who_can_be_meant(text, expected, read_text):
    assert read_text(text).attributions[-1].source_name == expected


BODIES = ["The Helena Trust", "Rosa Bank", "The Martin Group"]


@pytest.mark.parametrize("name", BODIES)
def test_a_body_called_by_a_given_name_is_a_body(name, read_text):
    assert read_text(f"{name} said that nine people died.").attributions[0].source_kind == "organisation"
