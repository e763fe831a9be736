"""Footage on the command line: clips listed and described, linked by people, held against claims, cited for two events."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from firsthand.case import Case, Clips
from firsthand.footage import Described
from firsthand.schema import Clip, SeenText, Shot
from firsthand.show import adding_clips, clip_matching
from firsthand.show.cli import main
from firsthand.show.exits import NOT_ALL_DONE

HARBOUR = (
    "Drone video released by the 9th River Brigade on 10 March shows three armoured vehicles leaving infantry near "
    "Oslo on 8 March. The video shows two soldiers running after the vehicles.\n"
)
COASTAL = (
    "A video released by the 9th River Brigade shows three armoured vehicles leaving infantry near Madrid on 2 "
    "January 2030.\n"
)


def run(*words: object, status: int = 0) -> Result:
    done = CliRunner().invoke(main, [str(word) for word in words])
    assert done.exit_code == status, (done.output, done.exception)
    return done


def told(*words: object):
    return json.loads(run(*words, "--json").stdout)


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    def described(path: Path, name: str, **_: object) -> Described:
        stream = path.read_bytes()[:5].hex()
        clip = Clip(
            id=name, name="", sha256=hashlib.sha256(path.read_bytes()).hexdigest(), stream_sha256=stream, duration_s=12.0, width_px=640, height_px=360,
            shots=(Shot(start_s=0, end_s=12, key_s=5),),
        )  # fmt: skip
        return Described(clip, ())

    seen = SeenText(text="9TH RIVER BRIGADE", time_s=1, box=(0, 0, 9, 9), script="Latin", confidence=0.9)
    monkeypatch.setattr(adding_clips, "describe", described)
    monkeypatch.setattr(adding_clips, "find_by", lambda _: None)
    monkeypatch.setattr(clip_matching, "find_by", lambda *_, **__: None)
    monkeypatch.setattr(adding_clips, "text_on_screen", lambda *_: ((seen,), "all shots"))


@pytest.fixture
def case(tmp_path) -> Path:
    """A case with two documents that tell one clip differently, the clip, and the clip in another container."""
    for name, data in [("a.mp4", b"first clip"), ("a.mkv", b"first clip again"), ("b.mp4", b"other clip")]:
        (tmp_path / name).write_bytes(data)
    (tmp_path / "harbour.txt").write_text(HARBOUR)
    (tmp_path / "coastal.txt").write_text(COASTAL)
    path = tmp_path / "case"
    run("new", path)
    said = ["--published", "2031-03-14", "--publisher"]
    run("--without", "voices", "add", path, tmp_path / "harbour.txt", *said, "Harbour Post")
    run("--without", "voices", "add", path, tmp_path / "coastal.txt", *said, "Coastal Times")
    run("add", path, tmp_path / "a.mp4", "--published", "2031-03-10")
    run("add", path, tmp_path / "a.mkv", tmp_path / "b.mp4")
    return path


def test_clips_are_listed_and_one_is_described(case):
    assert [clip["id"] for clip in told("footage", case)] == ["v1", "v2", "v3"]
    assert "640 x 360" in run("footage", case, "v1").stdout
    assert (
        "a claim" in run("footage", case, "v1").stdout
        or "claims of itself" not in run("footage", case, "v1").stdout
    )
    assert "names no clip" in run("footage", case, "v9", status=2).stderr


def test_the_same_pictures_in_another_container_are_one_first_hand(case):
    one, other, alone = told("footage", case)
    assert (one["hand"], other["hand"], alone["hand"]) == ("v1", "v1", "v3")
    assert one["earliest"].startswith("2031-03-10")
    assert other["matches"][0]["clip"] == "v1"
    assert told("match", case, "v2")[0]["changes"] == ["another container"]
    assert "no match" in run("match", case, "v3").stdout


def test_other_cases_can_be_looked_in_too(case, tmp_path):
    other = tmp_path / "other"
    run("new", other)
    run("add", other, tmp_path / "a.mkv")
    assert told("match", case, "v3", "--also", other) == []
    assert [each["clip"] for each in told("match", case, "v1", "--also", other)] == ["v2", "other/v1"]


def test_a_name_that_fits_is_offered_never_linked(case):
    links = told("footage", case)[0]["links"]
    assert {link["state"] for link in links} == {"offered"}
    assert {link["document"] for link in links} == {"d1", "d2"}
    assert told("footage", case)[0]["checks"] == []


def test_a_person_links_and_what_the_text_says_is_to_be_checked(case):
    run("link", case, "v1", "d1", "--by", "Ada")
    clip = told("footage", case)[0]
    assert {link["by"] for link in clip["links"] if link["document"] == "d1"} == {"Ada"}
    assert clip["checks"]
    assert {check["state"] for check in clip["checks"]} == {"not checked"}


def test_a_note_bears_a_claim_out_and_the_findings_say_by_whom_and_at_which_seconds(case):
    run("link", case, "v1", "d1", "--by", "Ada")
    claim = told("footage", case)[0]["checks"][0]["claim"]
    words = ["note", case, "v1", "--from", 3, "--to", 9, "three vehicles stop", "--claim", claim, "--says"]
    run(*words, "borne out", "--by", "Ada")
    found = told("findings", case)
    check = next(each for each in found["clips"][0]["checks"] if each["claim"] == claim)
    assert check["state"] == "borne out"
    assert "Ada saw in v1 from 3 to 9 s" in check["because"][0]["note"]
    pieces = tuple(f"{claim.replace('.', '/')}.{n}" for n in range(1, 9))
    of_it = [group for group in found["groups"] if {*pieces} & {*group["claims"]}]
    assert {group["footage"] for group in of_it} == {"borne out"}
    run(*words, "contradicted", "--by", "Ben")
    assert {c["state"] for c in told("footage", case)[0]["checks"] if c["claim"] == claim} == {"cannot tell"}
    run("note", case, "v1", "--take-back", "v1.n2", "--by", "Ben")
    assert {c["state"] for c in told("footage", case)[0]["checks"] if c["claim"] == claim} == {"borne out"}
    assert "unharmed" in run("verify", case).stdout


def test_one_clip_for_two_events_is_said_loudly(case):
    run("link", case, "v1", "d1")
    run("link", case, "v2", "d2")
    alarms = told("footage", case)[0]["alarms"]
    assert {"time", "place"} & {alarm["field"] for alarm in alarms}
    assert "SAME FOOTAGE, TWO EVENTS?" in run("findings", case).stdout


def test_two_texts_that_people_tie_to_one_clip_rest_on_one_first_hand(case):
    before = [origin for origin in told("findings", case)["origins"] if origin["kind"] == "footage"]
    run("link", case, "v1", "d1")
    run("link", case, "v2", "d2")
    after = [origin for origin in told("findings", case)["origins"] if origin["kind"] == "footage"]
    assert len(after) == 1 <= len(before)


def test_a_refused_link_is_not_offered_again(case):
    run("link", case, "v1", "d2", "--not")
    assert {x["document"]: x["state"] for x in told("footage", case)[0]["links"]} == {
        "d1": "offered",
        "d2": "refused",
    }


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--from", 9, "--to", 3, "x"], "before they begin"),
        (["--from", 90, "--to", 99, "x"], "ends at 12.0 s"),
        (["--from", 1, "--to", 2], "needs"),
        (["--from", 1, "--to", 2, "x", "--claim", "d1.c99", "--says", "borne out"], "has no c99"),
        (["--from", 1, "--to", 2, "x", "--claim", "d1.c1"], "go together"),
    ],
)
def test_a_note_that_cannot_be_is_refused_in_words(case, words, says):
    assert says in run("note", case, "v1", *words, status=2).stderr


def test_the_sun_answers_and_refuses_in_words():
    place = ["sun", "--place", "50,30,5", "--from", "2031-03-14T10:00Z", "--to", "2031-03-14T11:00Z"]
    assert told(*place, "--shadow-direction", 5)["answer"] == "consistent"
    assert "inconsistent" in run(*place, "--shadow-direction", 90).stdout
    assert "cannot tell" in run(*place).stdout
    assert "no place" in run("sun", "--place", "here", *place[3:], status=2).stderr
    assert (
        "zone" in run("sun", "--place", "1,2", "--from", "2031-03-14", "--to", "2031-03-15", status=2).stderr
    )


def test_every_decision_on_a_clip_is_in_the_log(case):
    run("link", case, "v1", "d1", "--by", "Ada")
    with Case(case) as opened:
        entries = [
            (e.actor, e.subject, e.detail["field"]) for e in opened.store.log() if e.action == "decide"
        ]
        assert ("Ada", "v1", "link d1") in entries
        assert Clips(opened).links(Clips(opened).locate("v1"))["d1"].value is True


def test_why_tells_of_a_clip_what_is_known_and_by_which_reasons(case):
    run("link", case, "v1", "d1", "--by", "Ada")
    run("link", case, "v1", "d2", "--by", "Ada")
    found = told("why", case, "v2")
    assert (found["kind"], found["hand"], found["hand_clips"]) == ("clip", "v1", ["v1", "v2"])
    assert found["earliest"].startswith("2031-03-10, v1")
    assert found["matches"][0]["because"][0]["rule"] == "footage.same_stream"
    assert {alarm["field"] for alarm in found["alarms"]} >= {"time"}
    assert all(reason["means"] for part in ("matches", "links", "checks", "alarms") for each in found[part]
               for reason in each["because"])  # fmt: skip
    shown = run("why", case, "v1").stdout
    assert "SAME FOOTAGE, TWO EVENTS?" in shown
    assert "decided: link d1 = True, Ada" in shown
    assert "no clip" in run("why", case, "v9", status=2).output


def test_linking_a_document_says_what_it_ties_and_one_claim_can_be_untied(case):
    said = run("link", case, "v1", "d1", "--by", "Ada").stdout
    assert "tied: d1.f0" in said
    assert "told of v1: d1.c" in said
    assert "--not unties it" in said
    claim = told("footage", case)[0]["checks"][0]["claim"]
    run("link", case, "v1", claim, "--not", "--by", "Ada")
    clip = told("footage", case)[0]
    assert claim not in [check["claim"] for check in clip["checks"]]
    assert (claim, "refused") in [(link["mention"], link["state"]) for link in clip["links"]]


def test_one_clip_for_two_events_is_on_the_findings_page_and_in_json(case, tmp_path):
    run("link", case, "v1", "d1")
    run("link", case, "v2", "d2")
    run("findings", case, "--page", tmp_path / "f.html")
    assert "Same footage, two events?" in (tmp_path / "f.html").read_text()
    assert told("findings", case)["clips"][0]["alarms"]


def test_what_is_said_of_a_clip_that_is_there_is_recorded_and_told(case, tmp_path):
    said = run("add", case, tmp_path / "a.mp4", "--published", "2029-05-03").stdout
    assert "now recorded: published 2029-05-03" in said
    assert "recorded" not in run("add", case, tmp_path / "a.mp4", "--published", "2029-05-03").stdout
    assert '"2029-05-03"' in (case / "log.jsonl").read_text()
    assert "unharmed" in run("verify", case).stdout
    assert told("footage", case)[0]["earliest"].startswith("2029-05-03")
    assert "v1 a.mp4" in run("review", case).stdout


def test_a_playlist_is_refused_as_one_and_after_clips_alone_the_footage_comes_next(case, tmp_path):
    (tmp_path / "live.m3u8").write_text("#EXTM3U\n#EXT-X-TARGETDURATION:6\nhttps://example.org/1.ts\n")
    assert "is a playlist" in run("add", case, tmp_path / "live.m3u8", status=NOT_ALL_DONE).stderr
    (tmp_path / "c.mp4").write_bytes(b"third clip")
    assert f"Next: firsthand footage {case}" in run("add", case, tmp_path / "c.mp4").stderr
