"""A text tied to a clip as a whole: what it says of that clip goes with it, what it says of other pictures does not."""

from __future__ import annotations

import pytest

from firsthand.show.clip_ties import left_out, told_of


@pytest.mark.parametrize(
    ("text", "kind", "out"),
    [
        ("The video shows a fire in Oslo. A satellite image shows no damage.", "video", ["satellite image"]),
        ("The video shows a fire in Oslo. Photographs show a crater.", "video", ["photographs"]),
        ("A photograph shows a crater. A video shows a fire.", "still", ["video"]),
        ("The video shows a fire. Another video shows a lorry. The video was shared widely.", "video", ["video", "video"]),
        ("The video shows a fire. A second clip shows a lorry. The first video is old.", "video", ["second clip"]),
        ("A video shows a fire. CCTV footage shows two men running.", "video", ["CCTV footage"]),
        ("A video shows a fire. The clip was filmed in Oslo. The same footage was posted in May.", "video", []),
        ("CCTV footage shows two men running. The footage was shared by police.", "video", []),
        ("A video released by the Falk Brigade shows a fire. A video released by the Ostra Guard shows a lorry.", "video", ["video"]),
    ],
)  # fmt: skip
def test_other_pictures_and_clips_told_apart_are_left_out(read_text, text, kind, out):
    reading = read_text(text)
    by_id = {mention.id: mention.what for mention in reading.footage}
    assert [by_id[name] for name in left_out(reading, kind)] == out


def test_a_mention_that_fits_by_its_releaser_is_the_clip_and_the_one_before_it_is_not(read_text):
    reading = read_text("CCTV footage shows a fire. A video released by the Falk Brigade shows a lorry.")
    assert list(left_out(reading, "video", {"f1"})) == ["f0"]


def test_what_a_pronoun_shows_goes_with_the_clip_and_what_another_clip_shows_does_not(read_text):
    reading = read_text(
        "The video was posted on Friday. It shows a fire in Oslo. Another video shows a burning lorry."
    )
    name = reading.document.id
    tied = {f"{name}.{m.id}" for m in reading.footage if m.id not in left_out(reading, "video")}
    words = [claim.text for claim in told_of(reading, tied, "video")]
    assert any("fire" in each for each in words)
    assert not any("lorry" in each for each in words)


def test_one_claim_can_be_tied_or_untied_alone(read_text):
    reading = read_text("The video shows a fire in Oslo. Three houses burnt down.")
    name = reading.document.id
    (shown,) = [c for c in reading.claims if "fire" in c.text]
    (other,) = [c for c in reading.claims if "houses" in c.text]
    assert list(told_of(reading, {f"{name}.{other.id}"}, "video")) == [other]
    assert list(told_of(reading, {f"{name}.f0"}, "video", {f"{name}.{shown.id}"})) == []


def test_a_sentence_that_says_what_the_clip_shows_is_told_of_it_and_one_about_other_things_is_not(read_text):
    reading = read_text(
        "A video shared by the channel Falk, which is said to show the strike, could not be verified. "
        "Fragments photographed at the station belong to a missile, said Anna Kolb."
    )
    tied = {f"{reading.document.id}.f0"}
    assert [claim for claim in told_of(reading, tied, "video") if "Fragments" in claim.text] == []
