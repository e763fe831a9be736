"""Media from strangers: each file is refused with a reason or read as far as it goes; none hangs or ends the run."""

from __future__ import annotations

import random
import struct
import zlib

import pytest

from firsthand.footage import Limits, describe, find_by
from firsthand.footage.fingerprint import Fingerprint
from firsthand.footage.sandbox import run
from firsthand.schema import Unreadable

QUICK = Limits(wall_s=20)


def told(path, limits=QUICK):
    """What comes of a file; that something comes, and reads like a sentence, is the test."""
    found = describe(path, path.name, limits=limits)
    if isinstance(found, Unreadable):
        assert found.why.endswith(".")
        assert "Traceback" not in found.why
    else:
        assert len(found.clip.sha256) == 64
    return found


@pytest.fixture(scope="module")
def seeds(make_clip, tmp_path_factory, made):
    """One small file of each of several kinds."""
    from PIL import Image

    folder = tmp_path_factory.mktemp("seeds")
    first = make_clip(folder / "a.mp4", frames=12)
    found = [first, made.remux(first, folder / "a.mkv"), made.remux(first, folder / "a.ts")]
    found.append(make_clip(folder / "a.avi", frames=12, codec="mpeg4"))
    for ending in ("jpg", "png", "webp", "gif"):
        Image.fromarray(made.scene(1, 3)).save(folder / f"a.{ending}")
        found.append(folder / f"a.{ending}")
    return [path.read_bytes() for path in found]


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Bytes as a bad line, a bad disk or a bad person leaves them."""
    out = bytearray(data)
    kind = chance.randrange(6)
    at = chance.randrange(len(out))
    if kind == 0:
        del out[at:]
    elif kind == 1:
        for _ in range(chance.randrange(1, 60)):
            out[chance.randrange(len(out))] = chance.randrange(256)
    elif kind == 2:
        out[at : at + 400] = bytes(400)
    elif kind == 3:
        out[at:at] = chance.randbytes(300)
    elif kind == 4:  # sizes and counts in heads: as large as they can be
        head = chance.randrange(min(len(out), 700))
        out[head : head + 4] = b"\xff\xff\xff\xf0"
    else:
        del out[at : at + chance.randrange(1, 2000)]
    return bytes(out)


@pytest.mark.parametrize("number", range(36))
def test_a_broken_file_is_read_as_far_as_it_goes_or_refused(seeds, tmp_path, number):
    chance = random.Random(number)
    path = tmp_path / "broken.mp4"
    path.write_bytes(mutated(seeds[number % len(seeds)], chance))
    told(path)


def test_a_truncated_stream_is_read_up_to_where_it_ends(make_clip, tmp_path, made):
    whole = made.remux(make_clip(tmp_path / "a.mp4", frames=60), tmp_path / "a.ts")
    cut = tmp_path / "cut.ts"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size * 6 // 10])
    found = told(cut)
    assert 0 < found.clip.duration_s < 9


def test_a_file_without_a_frame_is_refused(tmp_path, made):
    path = tmp_path / "none.mkv"
    with made.av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=12)
        stream.width, stream.height, stream.pix_fmt = 160, 96, "yuv420p"
        out.start_encoding()
    assert "no picture" in told(path).why or "no video" in told(path).why


def test_sound_alone_is_refused(tmp_path, made):
    path = tmp_path / "sound.mkv"
    with made.av.open(str(path), "w") as out:
        stream = out.add_stream("pcm_s16le", rate=8000, layout="mono")
        frame = made.av.AudioFrame.from_ndarray(
            made.np.zeros((1, 8000), "int16"), format="s16", layout="mono"
        )
        frame.sample_rate, frame.pts = 8000, 0
        out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    assert told(path).why == "holds sound but no picture."


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_bomb(side: int) -> bytes:
    """A picture of a few kilobytes whose pixels would fill gigabytes."""
    rows = zlib.compress(bytes(1000) * 2000, 9)
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [16_384, 60_000, 2**31 - 1])
def test_a_picture_too_large_to_decode_is_refused_by_its_head(tmp_path, side):
    path = tmp_path / "bomb.png"
    path.write_bytes(png_bomb(side))
    assert isinstance(told(path), Unreadable)


def test_a_video_sixteen_thousand_pixels_wide_is_refused(tmp_path, make_clip):
    path = make_clip(tmp_path / "wide.mkv", grounds=(0,), frames=1, codec="mpeg4", size=(8000, 64))
    narrow = Limits(wall_s=20, video_px=8000 * 60)
    assert "8000 x 64 pixels" in told(path, narrow).why


@pytest.mark.parametrize(
    "text",
    [
        "#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
        "#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile '{}'\n",
    ],
)
def test_a_playlist_gets_no_other_file(tmp_path, plain_clip, text):
    path = tmp_path / "list.mp4"
    path.write_text(text.format(plain_clip))
    assert isinstance(told(path), Unreadable)


def test_when_its_time_is_up_what_was_read_stands(make_clip, tmp_path):
    long = make_clip(tmp_path / "long.mp4", grounds=(0, 1, 2), frames=600, options={"preset": "ultrafast"})
    found = told(long, Limits(wall_s=0.05))
    assert found.clip.read_to_s < 100
    assert found.clip.stream_sha256 is None
    assert "time" in found.clip.notices[0]


def test_a_file_that_wants_more_memory_than_it_gets_ends_in_words(plain_clip):
    told(plain_clip, Limits(wall_s=20, memory_bytes=200 * 2**20))


def test_a_process_that_dies_or_hangs_is_told_not_waited_for(plain_clip, monkeypatch):
    from firsthand.footage import sandbox

    monkeypatch.setattr(sandbox, "_GRACE_S", 0.0)
    assert run("describe", plain_clip, limits=Limits(wall_s=0.01)).broke_off
    assert "crashed" in run("no such task", plain_clip).broke_off


def test_a_video_whose_frames_say_that_they_are_16k_wide_is_refused(make_clip, tmp_path):
    path = make_clip(tmp_path / "wide.avi", grounds=(0,), frames=3, codec="mjpeg", pix_fmt="yuvj420p")
    data = path.read_bytes()
    at = data.index(b"\xff\xc0")
    said, wider = data[at : at + 9], data[at : at + 5] + struct.pack(">HH", 9216, 16_384)
    wide = data.replace(said, wider)
    path.write_bytes(wide.replace(struct.pack("<ii", 160, 96), struct.pack("<ii", 16_384, 9216)))
    assert "16384 x 9216 pixels" in told(path).why
    assert find_by(path) is None or len(find_by(path)) < 2000


def test_a_few_bytes_that_unpack_to_very_many_frames_cost_no_more_than_their_time(tmp_path, made):
    path = tmp_path / "many.mkv"
    with made.av.open(str(path), "w") as out:
        stream = out.add_stream("mpeg4", rate=60)
        stream.width, stream.height, stream.pix_fmt, stream.gop_size = 64, 48, "yuv420p", 600
        frame = made.av.VideoFrame.from_ndarray(made.np.zeros((48, 64, 3), "u1"), format="rgb24")
        for n in range(20_000):
            frame.pts = n
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    found = told(path, Limits(wall_s=1.0))
    assert found.clip.read_to_s <= 20_000 / 60
    assert len(found.clip.shots) == 1


def test_a_gif_with_a_screen_of_gigabytes_is_refused(tmp_path):
    path = tmp_path / "screen.gif"
    image = b",\0\0\0\0" + struct.pack("<HH", 65_535, 65_535) + b"\0\x02\x02\x4c\x01\0;"
    path.write_bytes(b"GIF89a" + struct.pack("<HH", 65_535, 65_535) + b"\x80\0\0\0\0\0\xff\xff\xff" + image)
    assert isinstance(told(path), Unreadable)


@pytest.mark.parametrize("number", range(12))
def test_what_is_broken_has_a_fingerprint_of_what_can_be_read_or_none(seeds, tmp_path, number):
    path = tmp_path / "broken.mp4"
    path.write_bytes(mutated(seeds[number % len(seeds)], random.Random(900 + number)))
    for closely in (False, True):
        made_of_it = find_by(path, closely=closely, limits=QUICK)
        assert made_of_it is None or Fingerprint.from_bytes(made_of_it).head.seconds < 60
