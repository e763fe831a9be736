"""The two clips of the example case: small, made by the project, and the re-post is found in the original."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.footage import find_by, seen_in, stills

pytest.importorskip("cv2")
CLIPS = Path(__file__).parents[2] / "examples" / "sovna-footage"
ORIGINAL, REPOST = CLIPS / "brigade-video.mp4", CLIPS / "tarn-watch-repost.mp4"


def test_the_clips_are_small():
    assert all(path.stat().st_size < 300_000 for path in (ORIGINAL, REPOST))


def test_the_mirrored_and_cropped_repost_is_found_at_its_seconds_and_said_to_be_so():
    found = seen_in(find_by(REPOST, closely=True), {"v1": ("original", find_by(ORIGINAL))})
    assert len(found) == 1
    assert (found[0].clip, found[0].kind) == ("v1", "same seconds")
    assert found[0].query_s == pytest.approx((0, 10), abs=0.7)
    assert found[0].clip_s == pytest.approx((2, 12), abs=0.7)
    assert {"mirrored", "cropped"} <= set(found[0].changes)


def test_a_fingerprint_of_another_version_is_passed_over_not_fallen_over():
    assert seen_in(find_by(REPOST, closely=True), {"v1": ("old", b"not a fingerprint of today")}) == ()


def test_stills_are_given_in_order_and_none_after_the_end_is_made_up():
    found = stills(ORIGINAL, [12.0, 3.0])
    assert [time_s for time_s, _ in found] == pytest.approx([3.0, 12.0], abs=0.1)
    assert stills(REPOST, [500.0]) == [] or stills(REPOST, [500.0])[0][0] < 10
