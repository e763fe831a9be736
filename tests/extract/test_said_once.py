"""What somebody "went on to say" is told once."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words", "voice"),
    [
        ('Mayor Ada Quill spoke. She went on to say: "The bridge will open."', "The bridge will open.", "Quill"),
        ('Tal slept. Tal went on to say, "Nobody called me that night."', "Nobody called me that night.", "Tal"),
        ('Ilse Brandt, a nurse, wept. She would go on to say, “Two boys died.”', "Two boys died.", "Brandt"),
        ('The sheriff goes on to say, "He was drunk when he hit the boy."', "He was drunk", "sheriff"),
        ('The statement went on to say, "The officer was suspended."', "The officer was suspended.", "statement"),
        ('Mirek Tal wept. "Nobody came," Tal went on.', "Nobody came", "Tal"),
    ],
)  # fmt: skip
def test_a_quotation_behind_went_on_to_say_is_one_claim(read_text, text, words, voice):
    claims = [claim for claim in read_text(text).claims if words in claim.text]
    assert len(claims) == 1
    assert voice in str(claims[0].chain[-1].name)
