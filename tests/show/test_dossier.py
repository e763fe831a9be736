"""The dossier: one file to be filed, and what proves that it came from its case."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from firsthand.case import Case
from firsthand.schema import ClipFinding, FootageNote
from firsthand.show import chromium
from firsthand.show.cli import main
from firsthand.show.dossier import ClipShown
from firsthand.show.dossier_filed import mark_of
from firsthand.show.dossier_page import dossier_page, moment
from firsthand.show.dossier_time import ticks, time_line
from firsthand.show.export.events import rows

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'</style></title>{{ 7919*7927 }}]]>\u202e"


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text.append(data)

    def attributes(self, *names: str) -> list[str]:
        return [value for _, attrs in self.tags for name, value in attrs.items() if name in names and value]


@pytest.fixture(scope="module")
def page(filed) -> str:
    return dossier_page(filed, "Who fired on the market?")


@pytest.fixture(scope="module")
def written(filed_case, tmp_path_factory) -> tuple[Path, Path]:
    """A copy of the case and its dossier, filed."""
    import shutil

    folder = tmp_path_factory.mktemp("filed-dossier")
    case = Path(shutil.copytree(filed_case, folder / "case"))
    done = run("dossier", case, "-o", folder / "case.html", "--question", "Who fired?", "--by", "Ada")
    assert done.exit_code == 0, done.output
    return folder / "case.html", case


def test_every_figure_leads_to_the_sentence(filed, page):
    tags = Tags(page)
    ids = {attrs["id"] for _, attrs in tags.tags if attrs.get("id")}
    links = [value for value in tags.attributes("href") if value.startswith("#")]
    assert {link[1:] for link in links} <= ids
    assert {group.id for group in filed.findings.groups} <= ids
    assert {reading.document.id for reading in filed.readings} <= ids
    marked = re.findall(r"<mark>(.*?)</mark>", page, re.DOTALL)
    assert len(marked) >= len(filed.findings.claims)
    for part in ("short", "contradictions", "told", "time", "map", "copies", "decisions", "log", "method"):
        assert part in ids


def test_the_dossier_needs_nothing_from_elsewhere(page):
    tags = Tags(page)
    assert {"script", "link", "iframe", "object", "form"}.isdisjoint(tag for tag, _ in tags.tags)
    pointing = tags.attributes("src", "href", "action", "data", "xlink:href")
    assert all(value.startswith(("#", "data:image/jpeg;base64,")) for value in pointing)
    assert "@import" not in page
    assert not re.search(r"url\((?!#)", page)
    assert "default-src 'none'" in page


def test_the_question_the_case_and_the_log_stand_on_it(filed, page):
    text = " ".join("".join(Tags(page).text).split())
    for words in ("Who fired on the market?", filed.title, filed.log.head, "Ada", "Ben"):
        assert words in text
    for original in filed.originals.values():
        assert original.sha256 in text


def test_no_folder_of_this_machine_stands_on_it(filed, page):
    assert str(Path(__file__).parents[2]) not in page
    assert "/tmp" not in page
    bare = [
        msgspec.structs.replace(
            each, document=msgspec.structs.replace(each.document, title=None, publisher=None)
        )
        for each in filed.readings
    ]
    assert ">coastal-times.md" in dossier_page(replace(filed, readings=bare))


def test_the_same_case_gives_the_same_page(filed):
    assert dossier_page(filed, "q") == dossier_page(filed, "q")


@pytest.fixture(scope="module")
def hostile(filed):
    """The dossier with hostile text wherever a document or a person could bring it."""
    reading = filed.readings[0]
    document = msgspec.structs.replace(
        reading.document, title=HOSTILE, publisher=HOSTILE, published=HOSTILE, url="javascript:alert(1)"
    )
    found = filed.findings
    groups = tuple(msgspec.structs.replace(each, text=HOSTILE, how_many=(HOSTILE,), ask=(HOSTILE,),
                                           when=(HOSTILE,)) for each in found.groups)  # fmt: skip
    origins = tuple(msgspec.structs.replace(each, name=HOSTILE) for each in found.origins)
    voice = found.claims[0].chain[0]
    claims = tuple(
        msgspec.structs.replace(each, chain=(msgspec.structs.replace(voice, name=HOSTILE, hedge=HOSTILE),))
        for each in found.claims
    )
    documents = tuple(msgspec.structs.replace(each, publisher=HOSTILE, title=HOSTILE, published=HOSTILE)
                      for each in found.documents)  # fmt: skip
    note = FootageNote(id="v1.n1", clip="v1", from_s=0, to_s=1, text=HOSTILE, by=HOSTILE, at=HOSTILE)
    clip = ClipFinding(id="v1", name=HOSTILE, kind="video", publisher=HOSTILE, hand="v1", notes=(note,))
    found = msgspec.structs.replace(
        found, groups=groups, origins=origins, claims=claims, documents=documents, clips=(clip,)
    )
    shown = ClipShown("v1", None, ((0.0, b"<script>"),))
    log = replace(filed.log, counts=((HOSTILE, HOSTILE, 1),))
    return replace(filed, title=HOSTILE, readings=[msgspec.structs.replace(reading, document=document),
                   *filed.readings[1:]], findings=found, clips=(shown,), log=log, not_read=(HOSTILE,),
                   unread=(HOSTILE,), made_by=(HOSTILE,))  # fmt: skip


def test_hostile_text_stays_text_wherever_it_comes_from(hostile):
    page = dossier_page(hostile, HOSTILE)
    tags = Tags(page)
    assert {"script", "iframe", "object", "link"}.isdisjoint(tag for tag, _ in tags.tags)
    assert [attrs["src"][:23] for tag, attrs in tags.tags if tag == "img"] == ["data:image/jpeg;base64,"]
    assert not [name for _, attrs in tags.tags for name in attrs if name.startswith("on")]
    assert "62773913" not in page
    assert page.count("&lt;script&gt;") >= 30
    assert mark_of(page.encode()).case == HOSTILE


def test_an_empty_case_has_a_dossier_that_says_so(tmp_path):
    assert run("new", tmp_path / "case").exit_code == 0
    assert run("dossier", tmp_path / "case", "-o", tmp_path / "x.html").exit_code == 0
    assert "Nothing is told by two" in (tmp_path / "x.html").read_text(encoding="utf-8")
    assert run("verify", tmp_path / "x.html", tmp_path / "case").exit_code == 0


def test_verify_proves_that_a_dossier_came_from_its_case(written):
    file, case = written
    done = run("verify", file, case)
    assert done.exit_code == 0, done.output
    assert "unchanged: filed by Ada" in done.stdout
    told = json.loads(run("verify", file, case, "--json").stdout)
    assert (told["comes_from_case"], told["problems"]) == (True, [])
    assert run("verify", case).exit_code == 0, "the case itself is as it was"


def test_writing_it_again_gives_the_same_bytes_and_no_second_entry(written, tmp_path):
    file, case = written
    entries = (case / "log.jsonl").read_bytes()
    done = run("dossier", case, "-o", tmp_path / "again.html", "--question", "Who fired?", "--by", "Ada")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "again.html").read_bytes() == file.read_bytes()
    assert (case / "log.jsonl").read_bytes() == entries


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.replace(b"independent first hand", b"independent  first hand", 1),
        lambda data: data[:-1],
        lambda data: data + b"\n",
        lambda data: data.replace(b'name="firsthand-dossier"', b'name="other"'),
    ],
)
def test_one_letter_changed_is_found(written, tmp_path, change):
    file, case = written
    (tmp_path / "x.html").write_bytes(change(file.read_bytes()))
    done = run("verify", tmp_path / "x.html", case)
    assert done.exit_code == 3
    assert "NOT proven" in done.stdout


def test_the_dossier_of_another_case_is_found(written, own_case):
    done = run("verify", written[0], own_case)
    assert done.exit_code == 3
    run("review", own_case, "d1.c1", "confirm")
    assert run("verify", written[0], own_case).exit_code == 3


def test_a_dossier_stays_proven_when_the_case_goes_on_and_says_so(own_case, tmp_path):
    run("dossier", own_case, "-o", tmp_path / "x.html")
    run("review", own_case, "d1.c1", "correct", "certainty", "possible")
    done = run("verify", tmp_path / "x.html", own_case)
    assert done.exit_code == 0, done.output
    assert "gone on: 1 log entry" in done.stdout


def test_a_dossier_of_a_tampered_case_proves_nothing(own_case, tmp_path):
    run("dossier", own_case, "-o", tmp_path / "x.html")
    log = own_case / "log.jsonl"
    log.write_bytes(log.read_bytes().replace(b'"Ada"', b'"Eve"', 1))
    assert run("verify", tmp_path / "x.html", own_case).exit_code == 3


def test_without_a_browser_the_page_is_written_and_the_pdf_says_what_is_missing(
    own_case, tmp_path, monkeypatch
):
    monkeypatch.setattr(chromium, "found", lambda: None)
    done = run("dossier", own_case, "-o", tmp_path / "x.html", "--pdf")
    assert done.exit_code == 1
    assert "needs Chromium" in done.stderr
    assert (tmp_path / "x.html").is_file()
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.skipif(chromium.found() is None, reason="no Chromium here")
def test_it_prints_as_a_pdf_that_the_case_knows_too(own_case, tmp_path):
    import pypdfium2

    done = run("dossier", own_case, "-o", tmp_path / "x.html", "--pdf")
    assert done.exit_code == 0, done.output
    printed = pypdfium2.PdfDocument(tmp_path / "x.pdf")
    text = "".join(printed[number].get_textpage().get_text_range() for number in range(len(printed)))
    assert "The bridge at Sovna" in text
    assert "Method and limits" in text
    printed.close()
    assert run("verify", tmp_path / "x.pdf", own_case).exit_code == 0


def test_a_decision_stands_in_the_dossier_with_its_author(own_case, tmp_path):
    run("review", own_case, "g1", "rate", "Mostly false", "2", "--by", "Cleo")
    run("review", own_case, "d1.c1", "note", "ask again", "--by", "Cleo")
    run("dossier", own_case, "-o", tmp_path / "x.html")
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert "Mostly false (2 of 5)" in page
    assert "ask again" in page
    assert page.count("Cleo") >= 4


def test_the_saying_stands_apart_from_the_happening(filed):
    drawn = str(time_line(list(rows(filed))).drawing)
    assert drawn.count('class="happened') == len(re.findall(r"<a href", drawn)) > 0
    assert 'class="said"' in drawn


@pytest.mark.parametrize("days", [0, 1, 6, 40, 400, 40_000, 3_000_000])
def test_a_line_of_time_has_few_round_moments(days):
    from datetime import datetime, timedelta

    start = datetime(1, 1, 1, 3) if days > 1_000_000 else datetime(1931, 3, 14, 3)  # noqa: DTZ001 - local to a story
    found = ticks(start, start + timedelta(days=days, hours=5))
    assert len(found) <= 60
    assert [at for at, _ in found] == sorted({at for at, _ in found})


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2031-03-14", "2031-03-14"),
        ("2031-03-14T07:20:00+01:00", "2031-03-14 07:20+01:00"),
        ("2031-03-14T07:20:00+00:00", "2031-03-14 07:20 UTC"),
        (None, ""),
    ],
)
def test_a_moment_reads_as_people_write_it(published, shown):
    assert moment(published) == shown


def test_verify_takes_one_file_at_the_most(written):
    assert run("verify", written[0], written[0], written[1]).exit_code == 2
    assert run("verify", written[0].with_name("none.html"), written[1]).exit_code == 2
    with Case(written[1]) as case:
        assert case.about.name == "The bridge at Sovna"


def test_the_footage_of_a_case_stands_in_its_dossier_with_its_stills(tmp_path):
    image = pytest.importorskip("PIL.Image")
    pytest.importorskip("av")
    still = image.effect_noise((320, 180), 90).convert("RGB")
    still.save(tmp_path / "still.jpg")
    case = tmp_path / "case"
    run("new", case)
    done = run("add", case, tmp_path / "still.jpg", "--publisher", "Harbour Post")
    assert done.exit_code == 0, done.output
    assert run("note", case, "v1", "a bridge", "--from", "0", "--to", "0", "--by", "Ada").exit_code in (0, 2)
    run("dossier", case, "-o", tmp_path / "x.html")
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert 'id="v1"' in page
    assert "data:image/jpeg;base64," in page
    assert run("verify", tmp_path / "x.html", case).exit_code == 0
