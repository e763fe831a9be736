"""What people decide: by name, on the log, undoable, and never overwritten by a machine."""

from __future__ import annotations

import json

import msgspec
import pytest
from click.testing import CliRunner

from firsthand.case import Case, verify
from firsthand.show.cli import main
from firsthand.show.dossier import of_case
from firsthand.show.review import ACTIONS, FIELDS


def run(*words, **kwargs):
    return CliRunner().invoke(main, [str(word) for word in words], **kwargs)


def review(case, *words, by="Cleo"):
    done = run("review", case, *words, "--by", by)
    assert done.exit_code == 0, done.output
    return done.stdout


def log(case) -> list[dict]:
    return [json.loads(line) for line in (case / "log.jsonl").read_text(encoding="utf-8").splitlines()]


def claims(case) -> dict[str, dict]:
    return {row["id"]: row for row in map(json.loads, run("claims", case, "--json").stdout.splitlines())}


def findings(case) -> dict:
    return json.loads(run("findings", case, "--json").stdout)


def shared(case) -> dict:
    """A group that two documents tell."""
    return next(group for group in findings(case)["groups"] if len(group["documents"]) > 1)


def test_a_decision_carries_a_name_and_stands_on_the_log(own_case):
    told = review(own_case, "d1.c1", "confirm")
    last = log(own_case)[-1]
    assert (last["action"], last["subject"], last["actor"]) == ("decide", "d1.c1", "Cleo")
    assert last["detail"]["value"] == "confirmed"
    assert f"Number {last['n']}" in told
    assert last["detail"]["about"]["words"], "the words that the person saw"
    with Case(own_case) as case:
        assert verify(case).unharmed


def test_a_decision_is_shown_with_its_author_wherever_the_value_is(own_case):
    review(own_case, "d1.c1", "correct", "certainty", "possible")
    assert claims(own_case)["d1.c1"]["certainty"] == "possible"
    assert claims(own_case)["d1.c1"]["decisions"] == [
        {"field": "correct certainty", "value": "possible", "by": "Cleo", "at": log(own_case)[-1]["at"],
         "n": log(own_case)[-1]["n"]}
    ]  # fmt: skip
    assert "certainty: possible (Cleo" in run("claims", own_case).stdout
    why = run("why", own_case, "d1.c1").stdout
    assert "certainty decided by Cleo" in why
    assert "read was" in why


def test_a_publisher_put_right_is_so_wherever_the_document_speaks(own_case):
    before = claims(own_case)
    claim = next(name for name in before if name.startswith("d1."))
    was = before[claim]["chain"][0]["name"]
    review(own_case, "d1", "correct", "publisher", "Kirna Verity")
    assert {row["chain"][0]["name"] for name, row in claims(own_case).items() if name.startswith("d1.")} == {
        "Kirna Verity"
    }
    assert was not in json.dumps([e["chain"] for e in findings(own_case)["claims"] if e["document"] == "d1"])
    told = run("why", own_case, claim).stdout
    assert "Kirna Verity" in told
    review(own_case, "d1", "undo", "publisher")
    assert claims(own_case)[claim]["chain"] == before[claim]["chain"]


def test_a_group_says_what_was_decided_of_it(own_case):
    group = shared(own_case)["id"]
    review(own_case, group, "rate", "Mostly true", "4")
    review(own_case, group, "note", "asked", "the", "mayor")
    found = findings(own_case)
    assert {each["by"] for each in found["decisions"][group]} == {"Cleo"}
    assert "Mostly true" in run("findings", own_case).stdout
    assert "asked the mayor" in run("why", own_case, group).stdout


def test_a_groups_decision_stays_with_its_tellings_when_the_numbers_move(own_case, tmp_path):
    group = [each for each in findings(own_case)["groups"] if len(each["documents"]) > 1][-1]
    review(own_case, group["id"], "confirm")
    early = tmp_path / "early.txt"
    early.write_text("Volunteers came to Sovna. The harbour was shut, the mayor said on Monday.\n")
    assert run("add", own_case, early, "--published", "2031-01-01").exit_code == 0
    found = findings(own_case)
    ((decided, _),) = found["decisions"].items()
    moved = next(each for each in found["groups"] if each["id"] == decided)
    assert group["claims"][0] in moved["claims"]
    assert decided != group["id"], "the groups were numbered anew"


def test_a_rejected_claim_is_compared_with_nothing_and_comes_back_when_that_is_undone(own_case):
    group = shared(own_case)
    document, _, piece = group["claims"][0].partition("/")
    name = f"{document}.{piece.split('.')[0]}"
    review(own_case, name, "reject")
    assert not any(one.startswith(f"{name.replace('.', '/')}.") for g in findings(own_case)["groups"]
                   for one in g["claims"])  # fmt: skip
    assert name in claims(own_case), "it is shown as rejected, not gone"
    review(own_case, name, "undo", by="Ben")
    assert shared(own_case)["claims"] == group["claims"]
    assert [entry["actor"] for entry in log(own_case)][-2:] == ["Cleo", "Ben"]


def test_no_claim_goes_by_a_place_that_somebody_rejected(own_case):
    name, place = next(
        (name, row["where"][0])
        for name, row in claims(own_case).items()
        if row["where"] and ".p" in row["where"][0]
    )
    review(own_case, place, "reject")
    assert place not in claims(own_case)[name]["where"]
    review(own_case, place, "undo")
    assert place in claims(own_case)[name]["where"]


def test_a_rejected_figure_counts_nothing(own_case):
    group = next(each for each in findings(own_case)["groups"] if "killed in Oslo" in each["text"])
    assert group["how_many"]
    document = group["documents"][0]
    with Case(own_case) as case:
        reading = case.reading(case.locate(document)[1])
        seven = next(each for each in reading.quantities if each.min == 7)
    review(own_case, f"{document}.{seven.id}", "reject")
    after = [each for each in findings(own_case)["groups"] if "killed in Oslo" in each["text"]]
    assert all(not each["figures"] or each["figures"][0]["best"] != 7 for each in after)


def test_a_figure_can_be_left_open(own_case):
    name = next(row["how_many"][0] for row in claims(own_case).values() if row["how_many"])
    review(own_case, name, "correct", "max", "null")
    told = json.loads(run("why", own_case, name, "--json").stdout)
    assert told["value"]["max"] is None
    assert "max: open (Cleo" in run("review", own_case).stdout


def test_undo_goes_back_one_decision_at_a_time(own_case):
    for word in ("possible", "probable", "unknown"):
        review(own_case, "d1.c1", "correct", "certainty", word)
    seen = []
    for _ in range(3):
        review(own_case, "d1.c1", "undo")
        seen.append(claims(own_case)["d1.c1"]["certainty"])
    assert seen[:2] == ["probable", "possible"]
    assert claims(own_case)["d1.c1"]["decisions"] == []
    done = run("review", own_case, "d1.c1", "undo")
    assert done.exit_code == 2
    assert "Nothing is decided" in done.stderr
    assert sum(entry["action"] == "decide" and entry["subject"] == "d1.c1" for entry in log(own_case)) == 6


def test_reading_anew_never_overwrites_a_decision(own_case):
    review(own_case, "d1.c1", "correct", "certainty", "possible")
    with Case(own_case) as case, case.writing() as rows:
        held = next(case.store.documents())
        suggested = case.store.reading(held.number)
        rows.put_reading(msgspec.structs.replace(suggested, version="another", made_by="another"))
    assert claims(own_case)["d1.c1"]["certainty"] == "possible"


def test_two_people_do_not_lose_each_others_work(own_case):
    review(own_case, "d1.c1", "confirm", "--if-last", "0", by="Ada")
    late = run("review", own_case, "d1.c1", "reject", "--by", "Ben", "--if-last", "0")
    assert late.exit_code == 1
    assert "Ada decided" in late.stderr
    assert "Nothing was recorded" in late.stderr
    last = log(own_case)[-1]
    assert last["actor"] == "Ada"
    review(own_case, "d1.c1", "reject", "--if-last", last["n"], by="Ben")
    assert log(own_case)[-1]["actor"] == "Ben"


def test_a_grade_goes_into_the_verdict_and_into_nothing_else(own_case):
    found = findings(own_case)
    group = next(each for each in found["groups"] if each["origins"])
    review(own_case, group["origins"][0], "regrade", "b")
    after = next(each for each in findings(own_case)["groups"] if each["claims"] == group["claims"])
    assert after["verdict"]["reliability"] == "B"
    assert after["verdict"]["credibility"] == group["verdict"]["credibility"]


def test_a_document_stands_for_its_publisher_when_it_is_graded(own_case):
    told = claims(own_case)
    name = next(row["document"] for row in told.values() if row["publisher"] == "Harbour Post")
    review(own_case, name, "regrade", "C")
    assert log(own_case)[-1]["subject"] == "source:Harbour Post"


def test_a_decision_on_other_words_is_set_aside_and_told(own_case):
    before = claims(own_case)["d1.c1"]["certainty"]
    with Case(own_case) as case:
        about = {"words": "words of another version"}
        case.decide("d1.c1", "correct certainty", "possible", by="Ada", about=about)
        dossier = of_case(case)
        assert [each.target for each in dossier.aside] == ["d1.c1"]
    assert claims(own_case)["d1.c1"]["certainty"] == before
    assert "set aside" in run("review", own_case).stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["d99", "confirm"], "no document d99"),
        (["d1.c999", "confirm"], "no c999"),
        (["g999", "confirm"], "no group g999"),
        (["Nobody Known", "regrade", "A"], "names nothing"),
        (["d1.c1", "praise"], "no action 'praise'"),
        (["d1.c1", "correct", "certainty", "maybe"], "cannot be 'maybe'"),
        (["d1.c1", "correct", "text", "other words"], "the field is one of"),
        (["d1.c1", "correct", "certainty"], "a field and its value"),
        (["d1.c1", "regrade", "A"], "takes a source"),
        (["d1", "regrade", "G"], "A to F"),
        (["d1.c1", "rate", "True"], "takes a group"),
        (["d1", "correct", "published", "yesterday"], "no date"),
        (["d1.c1", "note"], "the words of the note"),
        (["d1.c1", "confirm", "really"], "takes nothing more"),
        (["v1", "confirm"], "is a clip"),
    ],
)
def test_what_cannot_be_decided_is_refused_before_anything_is_recorded(filed_case, words, message):
    before = (filed_case / "log.jsonl").read_bytes()
    done = run("review", filed_case, *words)
    assert done.exit_code == 2, done.output
    assert message in done.stderr
    assert (filed_case / "log.jsonl").read_bytes() == before


def test_every_kind_of_value_takes_a_correction_of_each_of_its_fields(own_case):
    right = {"certainty": "possible", "polarity": "-", "first_hand": "true", "source_name": "Mara Velin",
             "source_kind": "person", "earliest": "2031-03-01T00:00", "latest": "2031-03-02T00:00",
             "edtf": "2031-03", "value": "2031-03", "point": "59.9,10.7", "country": "NO", "within": "Oslo",
             "radius_km": "4.5", "resolvable": "false", "min": "3", "max": "4", "of": "people",
             "kind": "people", "approx": "true", "type": "ASSAULT", "mode": "airstrike", "factuality": "?",
             "what": "drone video", "title": "T", "publisher": "P", "published": "2031-03-01",
             "author": "A", "url": "https://example.invalid/"}  # fmt: skip
    with Case(own_case) as case:
        values = {"claim": "claims", "time": "times", "place": "places", "region": "regions",
                  "quantity": "quantities", "event": "events", "attribution": "attributions",
                  "footage": "footage"}  # fmt: skip
        for kind, listed in values.items():
            name = next(
                f"{held.id}.{getattr(case.reading(held), listed)[0].id}"
                for held in case.store.documents() if getattr(case.reading(held), listed)
            )  # fmt: skip
            for field in FIELDS[kind]:
                review(own_case, name, "correct", field, right[field])
        for field in FIELDS["document"]:
            review(own_case, "d1", "correct", field, right[field])
    with Case(own_case) as case:
        assert of_case(case).aside == ()
        assert verify(case).unharmed
    assert findings(own_case)


def test_the_help_names_every_action():
    told = run("review", "--help").stdout
    assert all(action in told for action in (*ACTIONS, "undo"))
