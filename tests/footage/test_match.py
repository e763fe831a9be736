"""Seen before? The three answers, over clips made here: a walk of rectangles over a ground of noise."""

from __future__ import annotations

import io
from fractions import Fraction

import pytest

np = pytest.importorskip("numpy")
av = pytest.importorskip("av", reason="the footage extra is not installed")
cv2 = pytest.importorskip("cv2", reason="the footage extra is not installed")

from firsthand.footage import turned_round  # noqa: E402
from firsthand.footage.fingerprint import Fingerprint, fingerprint  # noqa: E402
from firsthand.footage.frames import FrameReader, Limits  # noqa: E402
from firsthand.footage.index import Index  # noqa: E402

WIDE, HIGH, RATE = 320, 180, 10


def ground(seed, wide=WIDE, high=HIGH):
    """A street's worth of boxes, different for each seed."""
    rng = np.random.default_rng(seed)
    picture = np.full((high, wide), 110, np.uint8)
    for _ in range(90):
        x, y = int(rng.integers(0, wide)), int(rng.integers(0, high))
        size = (int(rng.integers(5, 50)), int(rng.integers(5, 40)))
        cv2.rectangle(picture, (x, y), (x + size[0], y + size[1]), int(rng.integers(10, 245)), -1)
    return cv2.GaussianBlur(picture, (0, 0), 0.8)


def fixed_camera(seed, first_s, last_s):
    """Frames of a fixed camera: what passes at one moment never passes at another."""
    street = ground(seed)
    for n in range(int(first_s * RATE), int(last_s * RATE)):
        frame = street.copy()
        for lane in range(4):
            # Each passer-by has a lane, a second at which it comes, and a look of its own.
            for began in range(n // RATE - 6, n // RATE + 1):
                rng = np.random.default_rng([seed, lane, began + 100])
                if rng.random() < 0.35:
                    x = int((n / RATE - began - rng.random()) * rng.uniform(50, 110))
                    y = 20 + 40 * lane + int(rng.integers(-12, 12))
                    look = rng.integers(0, 255, (4, 6)).astype(np.uint8)
                    look = cv2.resize(look, (36, 24), interpolation=cv2.INTER_NEAREST)
                    if 0 <= x < WIDE - 36:
                        frame[y : y + 24, x : x + 36] = look
        yield frame


def moving_camera(seed, first_s, last_s):
    """Frames of a camera that pans over a wide ground."""
    street = ground(seed, 4 * WIDE, HIGH)
    for n in range(int(first_s * RATE), int(last_s * RATE)):
        left = int(WIDE * (1 + np.sin(n / RATE / 3 + seed)))
        yield np.ascontiguousarray(street[:, left : left + WIDE])


def clip(frames, crf=23, rate=RATE):
    """The frames as the bytes of an MP4 file."""
    target = io.BytesIO()
    with av.open(target, "w", format="mp4") as out:
        options = {"crf": str(crf), "preset": "ultrafast", "threads": "1"}
        stream = out.add_stream("libx264", rate=Fraction(rate), options=options)
        for frame in frames:
            if not stream.codec_context.is_open:
                stream.height, stream.width = frame.shape
                stream.pix_fmt = "yuv420p"
            out.mux(stream.encode(av.VideoFrame.from_ndarray(frame, format="gray")))
        out.mux(stream.encode(None))
    return target.getvalue()


def mirrored_and_cropped(frame):
    """What a re-post does: mirrored, a tenth cut off, a caption."""
    made = np.ascontiguousarray(frame[10:-10, ::-1][:, 16:-16])
    made[128:152, 8:120] = 235
    cv2.putText(made, "BREAKING", (14, 147), 0, 0.6, 0, 2)
    return made


def in_a_corner(frame, behind):
    """A picture in the picture."""
    made = cv2.resize(behind, (640, 360))
    made[10:190, 10:330] = frame
    return made


@pytest.fixture(scope="module")
def library():
    index = Index()
    index.add("street", fingerprint(clip(fixed_camera(1, 0, 14))), name="street.mp4")
    index.add("pan", fingerprint(clip(moving_camera(2, 0, 14))))
    index.add("square", fingerprint(clip(fixed_camera(3, 0, 6))))
    return index


def look_up(library, frames, **how):
    return library.find(fingerprint(clip(frames, **how), closely=True))


def near(found, expected):
    return all(abs(a - b) <= 0.6 for a, b in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    ("source", "clip_id"), [(fixed_camera, "street"), (moving_camera, "pan")], ids=["fixed", "moving"]
)
def test_a_mirrored_cropped_captioned_copy_is_found_with_its_seconds(library, source, clip_id):
    seed = {"street": 1, "pan": 2}[clip_id]
    found = look_up(library, (mirrored_and_cropped(f) for f in source(seed, 4, 10)), crf=30)
    assert [(m.clip, m.kind) for m in found] == [(clip_id, "same seconds")]
    assert near(found[0].query_s, (0, 6))
    assert near(found[0].clip_s, (4, 10))
    assert {"mirrored", "cropped"} <= set(found[0].changes)
    assert found[0].because


def test_another_moment_of_the_same_fixed_camera_is_the_same_scene_only(library):
    found = look_up(library, fixed_camera(1, 60, 68))
    assert [(m.clip, m.kind) for m in found] == [("street", "same scene")]


def test_unrelated_footage_is_no_match(library):
    assert look_up(library, fixed_camera(9, 0, 5)) == ()


def test_a_scene_in_which_nothing_moves_tells_no_moment(library):
    assert {m.kind for m in look_up(library, [ground(1)] * 40)} <= {"same scene"}


def test_a_copy_that_runs_faster_is_found_with_its_pace(library):
    found = look_up(library, moving_camera(2, 2, 11), rate=15)
    assert (found[0].clip, found[0].kind) == ("pan", "same seconds")
    assert near(found[0].clip_s, (2, 11))
    pace = next(c.split()[2] for c in found[0].changes if c.startswith("sped up"))
    assert abs(float(pace) - 1.5) < 0.08


def test_joined_and_inset_copies_are_found_with_their_own_seconds(library):
    behind = ground(20, 640, 360)
    parts = [
        *(cv2.resize(f, (640, 360)) for f in fixed_camera(8, 0, 3)),
        *(in_a_corner(f, behind) for f in moving_camera(2, 3, 8)),
    ]
    found = look_up(library, parts)
    assert (found[0].clip, found[0].kind) == ("pan", "same seconds")
    assert near(found[0].query_s, (3, 8))
    assert near(found[0].clip_s, (3, 8))
    assert {"picture in picture", "joined with other footage"} <= set(found[0].changes)


def test_of_a_wider_original_nothing_is_told_but_that_it_shows_more():
    index = Index()
    index.add("part", fingerprint(clip(f[25:-25, 40:-40].copy() for f in moving_camera(2, 3, 8))))
    found = look_up(index, moving_camera(2, 0, 12))
    assert [(m.kind, m.changes) for m in found] == [("same seconds", ("shows more around it",))]
    assert near(found[0].query_s, (3, 8))


@pytest.mark.parametrize(
    ("turn", "changes"),
    [(lambda f: f, ()), (lambda f: np.rot90(f).copy(), ("rotated by 90 degrees",))],
    ids=["as it is", "on its side"],
)
def test_a_copy_is_not_called_filmed_or_squeezed(library, turn, changes):
    found = look_up(library, (turn(f) for f in moving_camera(2, 3, 9)))
    assert found[0].changes == changes


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("mirrored", "mirrored"),
        ("rotated by 90 degrees", "rotated by 90 degrees"),
        ("cropped", "shows more around it"),
        ("sped up 1.50 times", "slowed down 1.50 times"),
        ("picture in picture", "picture in picture there"),
        ("joined with other footage", "joined with other footage there"),
    ],
)
def test_what_was_done_to_one_clip_is_told_the_other_way_round_of_the_other(here, there):
    assert (turned_round(here), turned_round(there)) == (there, here)


def test_a_still_is_found_at_its_second(library):
    frames = list(fixed_camera(1, 0, 9))
    _, png = cv2.imencode(".png", frames[80])
    found = library.find(fingerprint(png.tobytes(), closely=True))
    assert (found[0].clip, found[0].kind) == ("street", "same seconds")
    assert abs(found[0].clip_s[0] - 8) <= 0.5
    _, other = cv2.imencode(".png", next(fixed_camera(1, 60, 61)))
    assert {m.kind for m in library.find(fingerprint(other.tobytes(), closely=True))} <= {"same scene"}


def test_what_a_shared_card_shows_is_no_match():
    index = Index()
    card = clip(moving_camera(5, 0, 5))
    index.add("old", fingerprint(clip([*moving_camera(5, 0, 5), *moving_camera(6, 0, 5)])))
    query = fingerprint(card, closely=True)
    assert [m.clip for m in index.find(query)] == ["old"]
    index.add("opening", fingerprint(card), card=True)
    assert index.find(query) == ()


def test_the_order_of_the_library_does_not_matter(library):
    query = fingerprint(clip(moving_camera(2, 3, 6)), closely=True)
    turned = Index()
    for clip_id in ("pan", "street"):
        turned.add(clip_id, library._prints[clip_id], name=library._names[clip_id])
    assert turned.find(query) == library.find(query)


def test_a_fingerprint_is_the_same_each_time_and_survives_its_bytes():
    data = clip(fixed_camera(1, 0, 2))
    made = fingerprint(data)
    assert made.to_bytes() == fingerprint(data).to_bytes()
    assert Fingerprint.from_bytes(made.to_bytes()).to_bytes() == made.to_bytes()


@pytest.mark.parametrize("cut", [0, 3, 7, 40, 900])
def test_a_damaged_fingerprint_is_refused(cut):
    stored = fingerprint(clip(fixed_camera(1, 0, 1))).to_bytes()
    with pytest.raises(ValueError, match="fingerprint"):
        Fingerprint.from_bytes(stored[:cut])


HOSTILE = {
    "empty": b"",
    "noise": bytes(range(256)) * 40,
    "a play list": b"#EXTM3U\n#EXTINF:1,\nhttp://localhost/a.ts\n",
    "a concat list": b"ffconcat version 1.0\nfile /etc/hostname\n",
    "a head without a body": b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2avc1mp41",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_footage_has_an_empty_fingerprint_and_a_reason(data, library):
    made = fingerprint(data, closely=True)
    assert made.head.stopped
    assert library.find(made) == ()


def test_a_truncated_clip_is_read_as_far_as_it_goes():
    target = io.BytesIO()
    with av.open(target, "w", format="matroska") as out:
        stream = out.add_stream("mpeg4", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = WIDE, HIGH, "yuv420p"
        for frame in fixed_camera(1, 0, 4):
            out.mux(stream.encode(av.VideoFrame.from_ndarray(frame, format="gray")))
        out.mux(stream.encode(None))
    whole = target.getvalue()
    assert 0 < len(fingerprint(whole[: len(whole) // 2]).thumb_s) < len(fingerprint(whole).thumb_s)


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        (Limits(seconds=1.0), "read as far as"),
        (Limits(frames=7), "read as far as"),
        (Limits(side_px=200), "320 x 180"),
        (Limits(pixels=1000), "320 x 180"),
        (Limits(file_bytes=100), "bytes"),
        (Limits(working_s=0.0), "read as far as"),
    ],
)
def test_reading_ends_at_each_bound_and_says_so(limits, says):
    reader = FrameReader(clip(fixed_camera(1, 0, 3)), rate_hz=2, limits=limits)
    assert len(list(reader)) <= 3
    assert says in reader.stopped


def test_a_still_wider_than_any_screen_is_refused():
    _, png = cv2.imencode(".png", np.zeros((16, 16_384), np.uint8))
    assert "16384 x 16" in fingerprint(png.tobytes()).head.stopped


@pytest.mark.parametrize("tone", [0, 255])
def test_black_and_white_frames_match_nothing(tone, library):
    empty = clip([np.full((HIGH, WIDE), tone, np.uint8)] * 30)
    index = Index()
    index.add("empty", fingerprint(empty))
    assert index.find(fingerprint(empty, closely=True)) == ()
    assert library.find(fingerprint(empty, closely=True)) == ()
