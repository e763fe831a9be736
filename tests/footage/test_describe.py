"""What a file is and claims comes out, and a new container is recognised."""

from __future__ import annotations

import hashlib

import pytest

from firsthand.footage import describe
from firsthand.schema import Clip, Unreadable


def clip_of(path) -> Clip:
    found = describe(path, path.name)
    assert not isinstance(found, Unreadable), found
    return found.clip


def test_a_clip_tells_what_it_is(plain_clip):
    clip = clip_of(plain_clip)
    assert (clip.kind, clip.codec, clip.width_px, clip.height_px, clip.frames) == (
        "video",
        "h264",
        160,
        96,
        48,
    )
    assert (clip.frame_rate, clip.variable_rate, clip.duration_s) == (
        12.0,
        False,
        pytest.approx(4.0, abs=0.1),
    )
    assert clip.sha256 == hashlib.sha256(plain_clip.read_bytes()).hexdigest()
    assert clip.notices == ()


def test_a_cut_makes_two_shots_and_each_has_a_picture(plain_clip):
    found = describe(plain_clip, "a.mp4")
    assert [shot.start_s for shot in found.clip.shots] == pytest.approx([0, 2.0], abs=0.1)
    assert all(shot.start_s <= shot.key_s < shot.end_s for shot in found.clip.shots)
    assert len(found.pictures) == 2
    assert all(data.startswith(b"\xff\xd8") for _, data in found.pictures)


@pytest.mark.parametrize("ending", [".mkv", ".ts", ".mov"])
def test_another_container_keeps_the_hash_of_the_stream(plain_clip, tmp_path, ending, made):
    again = made.remux(plain_clip, tmp_path / f"again{ending}")
    one, other = clip_of(plain_clip), clip_of(again)
    assert one.sha256 != other.sha256
    assert one.stream_sha256 == other.stream_sha256


def test_coded_anew_is_another_stream(plain_clip, make_clip, tmp_path):
    worse = make_clip(tmp_path / "worse.mp4", options={"crf": "40"})
    assert clip_of(plain_clip).stream_sha256 != clip_of(worse).stream_sha256


def test_times_and_place_are_kept_as_claims(make_clip, tmp_path):
    said = {
        "creation_time": "2031-03-14T09:26:53.000000Z",
        "location": "+49.5883+034.5514/",
        "comment": "by\nme",
    }
    clip = clip_of(make_clip(tmp_path / "said.mp4", metadata=said))
    assert any("2031-03-14" in claim.value for claim in clip.created)
    assert (clip.gps.lat, clip.gps.lon, clip.gps.where) == (49.5883, 34.5514, "container")
    assert ("comment", "by me") in {(claim.name, claim.value) for claim in clip.metadata}


def test_an_uneven_pace_is_told(make_clip, tmp_path):
    uneven = make_clip(tmp_path / "uneven.mkv", pts=lambda n: n * 1000 // 12 + (n % 3) * 40, rate=1000)
    assert clip_of(uneven).variable_rate is True


def test_a_turned_clip_tells_its_turn_and_its_pictures_stand_upright(make_clip, tmp_path):
    from io import BytesIO

    from PIL import Image

    found = describe(make_clip(tmp_path / "turned.mp4", rotate=90), "turned.mp4")
    assert found.clip.rotation_deg in (90, 270)
    picture = Image.open(BytesIO(found.pictures[0][1]))
    assert picture.height > picture.width


def test_a_still_tells_its_exif_and_place(tmp_path, made):
    from PIL import Image

    exif = Image.Exif()
    exif[306] = "2031:03:14 09:26:53"
    exif[274] = 6
    exif.get_ifd(34853).update({1: "S", 2: (10.0, 30.0, 0.0), 3: "E", 4: (20.0, 15.0, 0.0)})
    Image.fromarray(made.scene(0, 0)).save(tmp_path / "still.jpg", exif=exif)
    clip = clip_of(tmp_path / "still.jpg")
    assert (clip.kind, clip.duration_s, clip.rotation_deg) == ("still", None, 270)
    assert (clip.gps.lat, clip.gps.lon) == (-10.5, 20.25)
    assert any(claim.where == "EXIF" and "2031:03:14" in claim.value for claim in clip.created)


def test_a_flash_is_no_cut_but_two_cuts_are(make_clip, tmp_path):
    flash = make_clip(tmp_path / "flash.mp4", grounds=(0,) * 6 + (3,) + (0,) * 6, frames=1, rate=12)
    assert len(clip_of(flash).shots) == 1
    cuts = make_clip(tmp_path / "cuts.mp4", grounds=(0, 1, 2), frames=12)
    assert len(clip_of(cuts).shots) == 3


def test_what_is_no_file_or_empty_or_text_is_refused_in_words(tmp_path):
    (tmp_path / "empty.mp4").touch()
    (tmp_path / "text.mp4").write_text("<html>not found</html>")
    for path, says in [
        (tmp_path, "no file"), (tmp_path / "empty.mp4", "empty"), (tmp_path / "text.mp4", "no video or picture"),
    ]:  # fmt: skip
        found = describe(path, path.name)
        assert isinstance(found, Unreadable)
        assert says in found.why
