"""The inverted files of a library on disk: the same answers as in memory, whatever becomes of the files."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
cv2 = pytest.importorskip("cv2", reason="the footage extra is not installed")
pytest.importorskip("av", reason="the footage extra is not installed")

from firsthand.footage import find_by, index_kept, seen_among, seen_in  # noqa: E402
from firsthand.footage.fingerprint import FIELDS, VERSION, Fingerprint, Head  # noqa: E402
from firsthand.footage.fingerprint_points import words  # noqa: E402
from firsthand.footage.index_kept import brought_up  # noqa: E402
from firsthand.footage.index_votes import Postings  # noqa: E402

CLIPS = Path(__file__).parents[2] / "examples" / "sovna-footage"
ORIGINAL, REPOST = CLIPS / "brigade-video.mp4", CLIPS / "tarn-watch-repost.mp4"
FRAMES, CORNERS = 6, 40


def printed(seed, noise=0.0):
    """A fingerprint with corners only: frames of drawn descriptors, a part of their bits flipped."""
    rng = np.random.default_rng(seed)
    bits = np.packbits(rng.random((FRAMES * CORNERS, 256)) < 0.5, axis=1)
    flips = np.packbits(np.random.default_rng(seed + 999).random((len(bits), 256)) < noise, axis=1)
    bits = bits ^ flips
    ends = np.arange(1, FRAMES + 1) * CORNERS
    fields = {
        "thumb_s": np.zeros(1, "<f4"), "thumb_end": np.zeros(1, "<u4"), "thumbs": np.zeros(0, "u1"),
        "point_s": np.arange(FRAMES, dtype="<f4"), "point_part": np.zeros(FRAMES, "u1"),
        "point_end": ends.astype("<u4"), "place": np.zeros(2 * len(bits), "<u2"),
        "bits": bits.ravel(), "word": words(bits).ravel().astype("<u2"),
    }  # fmt: skip
    head = Head(
        version=VERSION, width_px=320, height_px=180, seconds=float(FRAMES), stopped=None, closely=False,
        thumb=(16, 16), sizes={name: len(fields[name]) for name, _ in FIELDS},
    )  # fmt: skip
    return Fingerprint(head, fields)


LIBRARY = {f"key{n:02}": printed(n).to_bytes() for n in range(14)}


def asked(folder, keys, load=LIBRARY.get, number=3):
    """Which keys a query like print `number` votes for, through the files in a folder; the best first."""
    order = sorted(keys)
    pairs = Postings(brought_up(folder, set(keys), load), order).candidates(printed(number, noise=0.04))
    return [(order[pair.clip], pair.query_frame, pair.clip_frame, round(pair.votes, 6)) for pair in pairs]


def whole(folder):
    """The files in a folder; none is unfinished."""
    found = sorted(path.name for path in folder.iterdir())
    assert all(name.endswith(".filed") for name in found)
    return found


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    answer = asked(tmp_path_factory.mktemp("whole") / "new", LIBRARY)
    assert answer[0][0] == "key03"
    assert answer[0][1] == answer[0][2]
    return answer


def test_clip_by_clip_gives_the_same_answers_in_few_files(tmp_path, expected):
    for count in range(1, len(LIBRARY) + 1):
        asked(tmp_path, list(LIBRARY)[:count])
        assert len(whole(tmp_path)) <= 4
    assert asked(tmp_path, LIBRARY) == expected


def test_the_second_question_reads_no_fingerprint(tmp_path, expected):
    asked(tmp_path, LIBRARY)

    def load(key):
        raise AssertionError(key)

    assert asked(tmp_path, LIBRARY, load) == expected


def damaged(data, how):
    if how == "cut off":
        return data[: len(data) // 2]
    if how == "empty":
        return b""
    if how == "another version":
        return data.replace(f'"made_with":"{VERSION} '.encode(), f'"made_with":"{VERSION + 1} '.encode())
    at = {"head": 30, "corners": len(data) - 300}[how]
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


@pytest.mark.parametrize("how", ["cut off", "empty", "another version", "head", "corners"])
def test_a_damaged_or_old_file_is_made_again(tmp_path, expected, how):
    asked(tmp_path, LIBRARY)
    (path,) = tmp_path.iterdir()
    sound = path.read_bytes()
    path.write_bytes(damaged(sound, how))
    assert asked(tmp_path, LIBRARY) == expected
    assert path.read_bytes() == sound


def test_where_nothing_can_be_written_the_answer_is_the_same(tmp_path, expected):
    (tmp_path / "file").write_bytes(b"")
    assert asked(tmp_path / "file" / "folder", LIBRARY) == expected


def test_a_clip_that_is_gone_or_left_out_is_not_found_and_nothing_is_lost(tmp_path, expected):
    asked(tmp_path, LIBRARY)
    fewer = {key: data for key, data in LIBRARY.items() if key != "key03"}
    assert not any(key == "key03" for key, *_ in asked(tmp_path, fewer))
    order = sorted(fewer)
    pairs = Postings(brought_up(tmp_path, set(LIBRARY), LIBRARY.get), order).candidates(printed(3))
    assert not any(pair.votes > 3 for pair in pairs)
    assert asked(tmp_path, LIBRARY) == expected


def test_one_unreadable_fingerprint_costs_that_clip_only(tmp_path, expected):
    broken = LIBRARY | {"key05": b"nothing", "key06": None}
    assert asked(tmp_path, broken, broken.get)[0] == expected[0]
    assert asked(tmp_path, broken, broken.get)[0] == expected[0]


def test_what_merging_left_behind_is_cleared_away(tmp_path, expected):
    asked(tmp_path, ["key01"])
    (single,) = tmp_path.iterdir()
    left = single.read_bytes()
    asked(tmp_path, LIBRARY)
    single.write_bytes(left)
    old = tmp_path / "x.part"
    old.write_bytes(b"half")
    os.utime(old, (0, 0))
    assert asked(tmp_path, LIBRARY) == expected
    assert len(whole(tmp_path)) == 1


def ask_of_more_and_more(folder):
    for number in (2, 4, 14):
        brought_up(folder, set(list(LIBRARY)[:number]), LIBRARY.get)


@pytest.mark.skipif(sys.platform == "win32", reason="processes are not forked there")
def test_killed_at_any_line_the_next_question_is_answered_the_same(
    tmp_path, expected, monkeypatch, dies_at_a_line
):
    def ends(folder, at):
        return dies_at_a_line(lambda: ask_of_more_and_more(folder), "/footage/index_", at)

    monkeypatch.setattr(index_kept, "ABANDONED_S", -1.0)
    status, lines = ends(tmp_path / "counted", None)
    assert status == 0
    for n, at in enumerate(range(1, lines, max(1, lines // 60))):
        folder = tmp_path / f"killed-{n}"
        assert ends(folder, at)[0] == -signal.SIGKILL
        assert asked(folder, LIBRARY) == expected
        assert len(whole(folder)) <= 3


def test_a_repost_is_found_through_the_files_as_it_is_in_memory(tmp_path):
    close, kept = find_by(REPOST, closely=True), {"a": find_by(ORIGINAL), "b": find_by(REPOST)}
    clips = {"v1": ("original", "a"), "v2": ("repost", "b"), "v3": ("the same again", "a")}
    found = seen_among(close, clips, kept.get, tmp_path / "x", without={"v2"})
    alone = seen_in(close, {"v1": ("original", kept["a"])})
    assert [match for match in found if match.clip == "v1"] == list(alone)
    assert {match.clip for match in found} == {"v1", "v3"}
    gone = kept | {"a": b"damaged since"}
    assert seen_among(close, clips, gone.get, tmp_path / "x", without={"v2"}) == ()
