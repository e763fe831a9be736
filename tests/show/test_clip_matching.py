"""Looking a clip up in a case, with the real pictures of the two example clips."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import msgspec
import pytest

pytest.importorskip("cv2", reason="the footage extra is not installed")
pytest.importorskip("av", reason="the footage extra is not installed")

from firsthand.case import Case, Clips, Step, verify
from firsthand.case.clips import DESCRIBE, FINGERPRINT
from firsthand.footage import find_by
from firsthand.schema import Clip
from firsthand.show.clip_matching import SEEN, elsewhere, query, seen_before

CLIPS = Path(__file__).parents[2] / "examples" / "sovna-footage"
ORIGINAL, REPOST = CLIPS / "brigade-video.mp4", CLIPS / "tarn-watch-repost.mp4"


@pytest.fixture(scope="module")
def made():
    return {path: find_by(path) for path in (ORIGINAL, REPOST)}


@pytest.fixture
def case(tmp_path, made):
    """A case with the original, `v1`, and the re-post, `v2`."""
    with Case.create(tmp_path / "case", by="Ada") as opened:
        for path, print_of in made.items():
            kept = opened.keep(path, name=path.name, by="Ada")
            clip = Clip(id="", name=path.name, sha256=kept.sha256, duration_s=10.0)
            parts = {DESCRIBE: msgspec.json.encode(clip), FINGERPRINT: print_of}
            step = Step(name=DESCRIBE, version="test", made_by="test")
            Clips(opened).put(kept.sha256, parts, step=step, by="Ada")
        yield opened


def found(case, typed):
    return [(match.clip, match.kind) for match in seen_before(case, query(case, str(typed)))]


def test_a_clip_of_the_case_is_found_in_the_others_and_never_in_itself(case):
    assert found(case, "v2") == [("v1", "same seconds")]
    assert found(case, "v1") == [("v2", "same seconds")]
    assert list((case.path / SEEN).iterdir())
    assert verify(case).unharmed


def test_without_the_folder_or_with_a_damaged_fingerprint_it_goes_on(case, tmp_path):
    assert found(case, "v2") == [("v1", "same seconds")]
    shutil.rmtree(case.path / SEEN)
    assert found(case, "v2") == [("v1", "same seconds")]
    with sqlite3.connect(case.path / "case.db") as database:
        database.execute("UPDATE suggestion_clip SET value = x'00' WHERE step = 'fingerprint' AND clip = 1")
    database.close()
    assert found(case, "v2") == []


def test_another_case_is_looked_in_by_what_was_made_once(case, monkeypatch):
    asked = query(case, "v2")
    there = elsewhere([case.path], asked)
    assert {match.clip for match in there} == {"case/v1", "case/v2"}
    monkeypatch.setattr("firsthand.show.clip_matching.find_by", lambda *_, **__: pytest.fail("made again"))
    assert elsewhere([case.path], asked) == there
