"""Live blogs: a post's stamp dates the post, and each post has its own voices."""

from __future__ import annotations

import pytest

STAMPS = [
    ("14.35\n\n{}", "13.40\n\n{}"),
    ("2:10pm GMT\n\n{}", "1:55pm GMT\n\n{}"),
    ("Updated at 14.52 GMT\n\n{}", "14.35 GMT\n\n{}"),
    ("12:45 – {}", "12:20 – {}"),
    ("[10:32] {}", "[10:15] {}"),
    ("08.15 CET: {}", "07.50 CET: {}"),
    ("14 March 2031 15:20\n{}", "14 March 2031 14:50\n{}"),
    ("14.35 {}", "14.20 {}"),
]


@pytest.mark.parametrize("stamps", STAMPS)
def test_a_stamp_is_never_the_time_of_what_happened_nor_a_part_of_the_claim(stamps, read_text):
    posts = ("Two shells hit the market, the mayor said.", "A drone struck the bridge.")
    reading = read_text("\n\n".join(s.format(p) for s, p in zip(stamps, posts, strict=True)))
    assert [c.text for c in reading.claims] == ["Two shells hit the market", "A drone struck the bridge."]
    assert [c.when for c in reading.claims] == [(), ()]
    assert not any(event.times for event in reading.events)


def test_a_time_inside_a_post_is_the_events(read_text):
    reading = read_text(
        "14.35\n\nTwo shells hit the market on Thursday.\n\n14.20\n\nA drone struck the bridge."
    )
    assert [bool(c.when) for c in reading.claims] == [True, False]


def test_the_same_source_and_pronouns_do_not_reach_into_another_post(read_text):
    reading = read_text(
        "14.35\n\nA hospital source said that six people died.\n\n"
        "14.10\n\nThe same source said a drone had struck the bridge."
    )
    assert [a.source_name for a in reading.attributions] == ["A hospital source", "The same source"]
    reading = read_text(
        "14.35\n\nMirek Tal said that six died.\n\n14.10\n\nHe said a drone struck the bridge."
    )
    assert "Mirek Tal" not in {a.source_name for a in reading.attributions[1:]}


def test_one_sentence_that_opens_with_an_hour_is_no_post(read_text):
    reading = read_text("At 14:35 two shells hit the market on Thursday.")
    assert reading.claims[0].when
