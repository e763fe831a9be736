"""Groups that people say are one claim or hold two, and claims that they cut in parts."""

from __future__ import annotations

import contextlib
import csv
import json
import shutil

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.case import Case, verify
from firsthand.schema.errors import UnknownOption
from firsthand.show.cli import main
from firsthand.show.dossier import of_case
from firsthand.show.review import act

TEXTS = {
    "a": ("Harbour Post", "Nine people were killed and four wounded in Sovna on Monday, the mayor said. The bridge was shut."),
    "b": ("Radio Meridian", "Nine people were killed in Sovna on Monday, the hospital in Sovna said."),
    "c": ("Tarn Bulletin", "The school by the Osk has been closed, a ferry captain said."),
}  # fmt: skip


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


def review(case, *words, by="Cleo"):
    done = run("review", case, *words, "--by", by)
    assert done.exit_code == 0, done.output
    return done.stdout


def findings(case) -> dict:
    return json.loads(run("findings", case, "--json").stdout)


def groups(case) -> dict[str, dict]:
    return {each["id"]: each for each in findings(case)["groups"]}


def named(case, words: str) -> dict:
    return next(each for each in groups(case).values() if words in each["text"])


@pytest.fixture(scope="module")
def three(tmp_path_factory, instruments):
    """Three short documents on one day. Not to be written to."""
    folder = tmp_path_factory.mktemp("three")
    assert run("new", folder / "case", "--by", "Ada").exit_code == 0
    for name, (publisher, text) in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        done = run("add", folder / "case", folder / f"{name}.txt", "--publisher", publisher,
                   "--published", "2031-03-11", "--by", "Ada")  # fmt: skip
        assert done.exit_code == 0, done.output
    return folder / "case"


@pytest.fixture
def case(three, tmp_path):
    return shutil.copytree(three, tmp_path / "case")


def test_two_groups_that_a_person_calls_one_claim_are_counted_as_one(case):
    shut, closed = named(case, "shut"), named(case, "closed")
    told = review(case, shut["id"], "merge", closed["id"])
    assert "the same claim as: “The school by the Osk has been closed”" in told
    one = groups(case)[min(shut["id"], closed["id"])]
    assert set(one["claims"]) == {*shut["claims"], *closed["claims"]}
    assert one["independent_first_hands"] == len(one["origins"]) == 2, "the mayor, and the captain"
    assert closed["id"] not in groups(case) or shut["id"] not in groups(case)
    assert "Cleo decided on" in run("why", case, one["id"]).stdout
    assert "the same claim as" in run("review", case).stdout


def test_tellings_that_a_person_takes_out_are_a_claim_of_their_own(case):
    nine = named(case, "Nine people")
    assert nine["independent_first_hands"] == 2
    review(case, nine["id"], "split", "d2")
    two = [each for each in groups(case).values() if set(each["claims"]) & set(nine["claims"])]
    assert [each["independent_first_hands"] for each in two] == [1, 1]
    for each in two:
        assert "Cleo decided on" in run("why", case, each["id"]).stdout
        assert "another claim than" in run("why", case, each["id"]).stdout, "either side names the other"
    assert two[0]["id"] == nine["id"], "what nobody decided about keeps its number"


@pytest.mark.parametrize("side", [0, 1])
def test_a_split_can_be_taken_back_from_either_side(case, side):
    before, nine = findings(case), named(case, "Nine people")
    review(case, nine["id"], "split", "d2.c1")
    two = [name for name, each in groups(case).items() if set(each["claims"]) & set(nine["claims"])]
    assert "split taken back" in review(case, two[side], "undo", by="Ben")
    assert findings(case) == before


def test_a_claim_that_tells_two_things_is_cut_at_the_words_of_the_second(case):
    review(case, "d1.c1", "split", "four wounded")
    rows = {row["id"]: row for row in map(json.loads, run("claims", case, "--json").stdout.splitlines())}
    assert "d1.c1" not in rows
    texts = {name: row["text"] for name, row in rows.items()}
    assert texts["d1.c1a"].startswith("Nine people were killed")
    assert texts["d1.c1b"].startswith("four wounded")
    counts = {name: [each.partition(".")[2] for each in rows[name]["how_many"]] for name in texts}
    assert len(counts["d1.c1a"]) == len(counts["d1.c1b"]) == 1
    assert counts["d1.c1a"] != counts["d1.c1b"]
    assert rows["d1.c1a"]["when"] or rows["d1.c1b"]["when"]
    assert "a part of c1 by decision of Cleo" in run("why", case, "d1.c1b").stdout
    assert any("d1/c1a.1" in each["claims"] for each in groups(case).values())


def test_the_words_of_each_part_may_be_given_with_words_left_out(case):
    review(case, "d1.c1", "split", "Nine people were killed ... in Sovna", "four wounded in Sovna")
    with Case(case) as opened:
        first, second = (each for each in of_case(opened).readings[0].claims if each.id.startswith("c1"))
    assert len(first.anchors) == 2
    assert len(second.anchors) == 1
    assert set(first.where) == set(second.where), "both parts are told of the place"


def test_a_part_is_decided_about_as_any_claim_is_and_the_whole_is_not(case):
    review(case, "d1.c1", "confirm")
    review(case, "d1.c1", "split", "four wounded")
    review(case, "d1.c1b", "correct", "certainty", "possible")
    review(case, "d1.c1b", "reject")
    assert not any("d1/c1b.1" in each["claims"] for each in groups(case).values())
    refused = run("review", case, "d1.c1", "reject", "--by", "Ben")
    assert refused.exit_code == 2
    assert "decide about d1.c1a, d1.c1b" in refused.stderr
    review(case, "d1.c1", "undo", "split", by="Ben")
    told = run("review", case).stdout
    assert told.count("set aside") == 2, "what was said of the part is kept and told, and applied to nothing"
    rows = [json.loads(line)["id"] for line in run("claims", case, "--json").stdout.splitlines()]
    assert "d1.c1" in rows
    assert "d1.c1b" not in rows


def test_a_later_suggestion_never_brings_apart_what_a_person_put_together(case, tmp_path):
    shut, closed = named(case, "shut"), named(case, "closed")
    nine = named(case, "Nine people")
    review(case, shut["id"], "merge", closed["id"])
    review(case, nine["id"], "split", "d2")
    early = tmp_path / "early.txt"
    early.write_text(
        "Nine people were killed in Sovna on Monday, a doctor in Sovna said.\n", encoding="utf-8"
    )
    assert run("add", case, early, "--published", "2031-03-10", "--by", "Ada").exit_code == 0
    with Case(case) as opened, opened.writing() as rows:
        suggested = opened.store.reading(next(opened.store.documents()).number)
        rows.put_reading(type(suggested)(**{f: getattr(suggested, f) for f in suggested.__struct_fields__
                                            if f not in ("version", "made_by")}, version="x", made_by="x"))  # fmt: skip
    held = [set(each["claims"]) for each in groups(case).values()]
    assert any({*shut["claims"], *closed["claims"]} <= each for each in held)
    assert not any(set(nine["claims"]) <= each for each in held)


def test_two_people_on_one_group_do_not_lose_each_others_work(case):
    shut, closed = named(case, "shut"), named(case, "closed")
    seen = findings(case)
    assert not seen["decisions"]
    review(case, closed["id"], "note", "look again", by="Ada")
    late = run("review", case, shut["id"], "merge", closed["id"], "--by", "Ben", "--if-last", "0")
    assert late.exit_code == 1
    assert "Ada decided" in late.stderr
    assert "Nothing was recorded" in late.stderr


def test_a_group_keeps_its_decisions_when_the_telling_they_stand_on_is_gone(case):
    nine = named(case, "Nine people")
    review(case, nine["id"], "rate", "Mostly true", "4")
    target = json.loads((case / "log.jsonl").read_text(encoding="utf-8").splitlines()[-1])["subject"]
    document, _, piece = target.partition("/")
    review(case, f"{document}.{piece.split('.')[0]}", "reject")
    rest = next(each for each in groups(case).values() if set(each["claims"]) & set(nine["claims"]))
    assert target not in rest["claims"]
    assert "Mostly true" in run("why", case, rest["id"]).stdout


def test_merging_and_splitting_stand_in_the_dossier_and_in_the_exports(case, tmp_path):
    nine = named(case, "Nine people")
    review(case, named(case, "shut")["id"], "merge", named(case, "closed")["id"])
    review(case, nine["id"], "split", "d2")
    page = tmp_path / "case.html"
    assert run("dossier", case, "-o", page, "--by", "Ada").exit_code == 0
    told = page.read_text(encoding="utf-8")
    assert told.count("the same claim as: “The school by the Osk has been closed”") >= 2, (
        "at the group, in the log"
    )
    assert told.count("another claim than: ") >= 3, "at both groups, in the log"
    assert run("verify", page, case).exit_code == 0
    table = tmp_path / "table.csv"
    assert run("export", case, "--as", "csv", "-o", table).exit_code == 0
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    rows = [row for row in rows if set(nine["claims"]) & set(row["telling_ids"].split())]
    assert all("another claim than: " in row["decided"] for row in rows)
    assert [row["independent_first_hands"] for row in rows] == ["1", "1"]
    with Case(case) as opened:
        assert verify(opened).unharmed


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["g1", "merge"], "the one that it is the same as"),
        (["g1", "merge", "g1"], "one claim already"),
        (["g1", "merge", "g999"], "no group g999"),
        (["d1.c1", "merge", "g2"], "merge takes a group"),
        (["g1", "split"], "what leaves g1"),
        (["g1", "split", "d9"], "d9 is not among them"),
        (["g1", "split", "d1", "d2"], "all of g1"),
        (["d1.c1", "split"], "the second part begins"),
        (["d1.c1", "split", "  "], "the second part begins"),
        (["d1.c1", "split", "Nine people"], "words of its own"),
        (["d1.c1", "split", "ten geese"], "do not stand in c1"),
        (["d1.c1", "split", "e"], "more than once"),
        (["d1.c1", "split", "Nine people", "nine  people"], "the same words"),
        (["d1", "split", "x"], "split takes a group"),
        (["Harbour Post", "split", "x"], "split takes a group"),
    ],
)
def test_what_cannot_be_merged_or_split_is_refused_before_anything_is_recorded(three, words, message):
    before = (three / "log.jsonl").read_bytes()
    done = run("review", three, *words)
    assert done.exit_code == 2, done.output
    assert message in done.stderr
    assert (three / "log.jsonl").read_bytes() == before


def state(case) -> tuple:
    """What a reader of the case sees, but for who decided when."""
    dossier = of_case(case)
    standing = {
        (target, field): each.value
        for target, fields in dossier.decisions.items()
        for field, each in fields.items()
    }
    return dossier.findings, dossier.readings, standing


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["merge", "split", "cut", "confirm", "reject", "note"]),
        st.integers(0, 30),
        st.integers(0, 30),
    ),
    min_size=1,
    max_size=6,
)


def do(case, action, one, other):
    """One decision; what to take it back by."""
    dossier = of_case(case)
    found = dossier.findings.groups
    group = found[one % len(found)]
    claims = [f"{r.document.id}.{c.id}" for r in dossier.readings for c in r.claims]
    if action == "merge":
        act(case, group.id, "merge", [found[other % len(found)].claims[-1]], by="Cleo")
    elif action == "split":
        act(case, group.id, "split", [group.claims[other % len(group.claims)]], by="Cleo")
    elif action == "cut":
        name = claims[one % len(claims)]
        text = next(c.text for r in dossier.readings for c in r.claims if f"{r.document.id}.{c.id}" == name)
        act(case, name, "split", [" ".join(text.split()[other % len(text.split()) :])], by="Cleo")
        return name
    else:
        act(case, group.id, action, ["seen"] if action == "note" else [], by="Cleo")
    return group.claims[0]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_taking_back_restores_exactly_what_was_there_before(acts, three, tmp_path_factory):
    with Case(shutil.copytree(three, tmp_path_factory.mktemp("law") / "case")) as case:
        before, names = [state(case)], []
        for each in acts:
            with contextlib.suppress(UnknownOption):
                names.append(do(case, *each))
                before.append(state(case))
        while names:
            name = names.pop()
            if "/" in name:
                name = next(each.id for each in of_case(case).findings.groups if name in each.claims)
            before.pop()
            act(case, name, "undo", by="Ben")
            assert state(case) == before[-1]
        assert verify(case).unharmed


@pytest.fixture
def later(case, tmp_path):
    """The claim of two first hands split in two, and a document that came after it, in other words."""
    review(case, named(case, "Nine people")["id"], "split", "d2")
    come(case, tmp_path, "Evening Echo", "On Monday nine people were killed in Sovna, a baker said.")
    return case


def come(case, folder, publisher, text):
    path = folder / f"{publisher}.txt"
    path.write_text(text, encoding="utf-8")
    said = ("--publisher", publisher, "--published", "2031-03-12", "--by", "Ada")
    assert run("add", case, path, *said).exit_code == 0


def holding(case, telling):
    return next(each for each in groups(case).values() if telling in each["claims"])


def joining(case):
    with Case(case) as opened:
        return of_case(opened).joining


def test_what_comes_after_a_split_joins_neither_half_until_somebody_says_which(later):
    (asked,) = joining(later)
    assert asked.by == "Cleo"
    own = holding(later, asked.tellings[0])
    assert set(own["claims"]) == set(asked.tellings)
    assert all(asked.tellings[0] not in holding(later, half)["claims"] for half in asked.halves)
    assert "nobody has said yet which of the two" in run("why", later, own["id"]).stdout
    assert "joins which of the two that Cleo parted" in run("review", later).stdout


@pytest.mark.parametrize("half", [0, 1])
def test_it_joins_the_half_that_a_person_names_and_waits_again_when_that_is_taken_back(later, half):
    (asked,) = joining(later)
    own = holding(later, asked.tellings[0])
    review(later, own["id"], "merge", holding(later, asked.halves[half])["id"])
    assert joining(later) == ()
    joined = holding(later, asked.tellings[0])
    assert asked.halves[half] in joined["claims"]
    assert asked.halves[1 - half] not in joined["claims"], "the other half stays what it is"
    assert not any("\u2060" in (each["note"] or "") for each in joined["because"])
    review(later, joined["id"], "undo", "merge")
    assert joining(later) == (asked,)


def test_a_telling_of_its_own_waits_no_longer(later):
    (asked,) = joining(later)
    review(later, holding(later, asked.tellings[0])["id"], "confirm")
    assert joining(later) == ()
    assert set(holding(later, asked.tellings[0])["claims"]) == set(asked.tellings)


def test_the_very_words_of_one_half_need_no_question(case, tmp_path):
    nine = named(case, "Nine people")
    review(case, nine["id"], "split", "d2")
    come(case, tmp_path, "Echo", TEXTS["b"][1] + " The road is open.")
    assert joining(case) == ()
    copied = holding(case, "d4/c1.1")
    assert any(name.startswith("d2/") for name in copied["claims"])
