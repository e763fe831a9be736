"""Which documents are copies of which, and which only tell or quote the same."""

from __future__ import annotations

import pytest

from firsthand.corroborate.reuse import CopyIndex, copies
from firsthand.schema import Copy, Document, Span

WIRE = (
    "TARVO, March 12 (Coastline) - Eleven people were killed and dozens hurt when two rockets struck the bus "
    "station in the town of Tarvo on Wednesday evening, the head of its rescue service said.\n\n"
    'Ilse Marn told Coastline by telephone that rescuers were still digging under the collapsed roof. "We hear '
    'voices below the slabs and we will not stop before the morning," she said.\n\n'
    "The station stands beside a grain depot that the army has used since the autumn, according to people who "
    "live across the street. A spokesman for the army declined to say whether soldiers had been there."
)
EDITED = (
    "Eleven people have died and dozens were hurt after two rockets struck the bus station in the town of Tarvo "
    "on Wednesday evening, according to the head of its rescue service.\n\n"
    "Ilse Marn said by telephone that rescuers were still digging under the roof, which had collapsed. The "
    "station stands beside a grain depot used by the army since the autumn, people who live across the street "
    "said. A spokesman for the army would not say whether soldiers had been there."
)
BRIEFS = (
    "Harvest delayed. Farmers in the lowlands say heavy rain has kept their machines in the sheds for a third "
    "week.\n\nRockets on station. Eleven people were killed and dozens hurt when two rockets struck the bus "
    "station in the town of Tarvo on Wednesday evening, the head of its rescue service said.\n\nFerry back. The "
    "night ferry to the islands sails again from Friday after repairs to its engine."
)
OWN_REPORT = (
    "Marko Feld was buying bread when the windows of the kiosk came in. He ran towards the buses and saw a "
    "driver lying over the wheel.\n\nOn Thursday he counted the shoes that had been left on the platform. The "
    "second blast, he thinks, came a minute after the first, when people had begun to help one another. "
    "Hospital porters in Tarvo spoke of eleven dead, among them two schoolgirls from the upper town."
)
STATEMENT = (
    '"We hear voices below the slabs and we will not stop before the morning. Nobody has told us how many were '
    "waiting for the evening bus, and nobody knows it, since half of those who were there had only come in from "
    'the rain. What we need now is light, cranes and silence," '
)
QUOTED_HERE = (
    f"Rescue work in Tarvo went on through the night. {STATEMENT}Ilse Marn said. Relatives waited at the cordon "
    "with blankets, and the mayor opened the school gymnasium to them."
)
QUOTED_THERE = (
    f"{STATEMENT}the chief of the rescuers told reporters under floodlights at the edge of the crater. An "
    "engineer beside her doubted that the eastern wall would hold until noon."
)


SHORT = (
    "Shelling hit a school in Orlin on Tuesday, killing four teachers, the regional governor Ana Koss said. The "
    "building was empty of pupils because classes had moved online. Koss blamed forces across the river."
)
RETOLD = (
    "Four teachers died on Tuesday when shells landed on a school in Orlin, according to regional governor Ana Koss. "
    "Classes had moved online, so the building was empty of pupils, she said, and blamed forces beyond the river."
)
SHORT_OF_ITS_OWN = (
    "A school in Orlin was shelled on Tuesday and four teachers were killed, police said. A caretaker, Piet Ohl, "
    "heard three blasts before the roof came down."
)


def document(id_: str, text: str, **fields: object) -> Document:
    return Document(id=id_, sha256="", text=text, **fields)  # type: ignore[arg-type]


def found(*texts: str, **fields: object) -> tuple[Copy, ...]:
    return copies(document(f"d{number}", text, **fields) for number, text in enumerate(texts))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (WIRE, "verbatim"),
        (WIRE.replace("TARVO, March 12 (Coastline) - ", ""), "verbatim"),
        (WIRE.upper(), "verbatim"),
        (WIRE.replace("\n\n", "\n"), "verbatim"),
        (EDITED, "light"),
        (BRIEFS, "partial"),
        (f"{SHORT} {WIRE}", "light"),
        (f"{WIRE.partition(chr(10))[0]} More on this soon.", "partial"),
    ],
)
def test_a_copy_is_found_and_named_for_what_was_done_to_it(text, kind):
    assert [copy.kind for copy in found(WIRE, text)] == [kind]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (WIRE, OWN_REPORT),
        (EDITED, OWN_REPORT),
        (SHORT, SHORT_OF_ITS_OWN),
        (RETOLD, SHORT_OF_ITS_OWN),
        (QUOTED_HERE, QUOTED_THERE),
        (QUOTED_HERE.replace('"', "'"), QUOTED_THERE.replace('"', "'")),
        (QUOTED_HERE, QUOTED_THERE.replace('"We', "«We").replace('silence,"', "silence,»")),
        (QUOTED_HERE.replace('"We', "“We").replace('silence,"', "silence,”"), QUOTED_THERE),
        (WIRE, ""),
        ("", ""),
        ("No change.", "No change."),
    ],
)
def test_the_same_event_or_the_same_statement_makes_no_copy(one, other):
    assert not found(one, other)


def test_a_short_item_retold_in_other_words_is_found():
    (copy,) = found(SHORT, RETOLD)
    assert copy.kind == "rewrite"
    assert 0.5 <= copy.share < 1


def test_stock_phrases_make_no_copy():
    phrase = (
        "The official spoke on condition of anonymity because he was not authorised to discuss the matter in "
        "public."
    )
    one = f"Talks on the grain corridor broke off in Orlin on Monday after four hours. {phrase} No date was set."
    other = f"Two drones fell on fields near the Sorva dam, and a barn burned down. {phrase} Nobody was hurt there."
    assert not found(one, other)


BULLETIN = (
    "Over the past day {} clashes took place on the Sorva front, the general staff said in its evening bulletin. "
    "The other side fired {} rockets and flew {} air strikes on settlements and on positions of the troops. Guns "
    "shelled {} towns and villages along the river, and {} drones were brought down before they reached the dam."
)


def test_the_next_issue_of_a_bulletin_is_no_copy_of_the_last():
    last, following = BULLETIN.format(31, 12, 44, 70, 9), BULLETIN.format(28, 5, 39, 64, 14)
    assert not found(last, following)
    assert [copy.kind for copy in found(last, last.replace("31 clashes", "32 clashes"))] == ["verbatim"]


def test_what_a_site_puts_under_each_of_its_pages_makes_no_copy():
    teaser = (
        "\n\nReaders of our letter get the news of the coast every morning at six, with a weather map and the "
        "tides for all harbours between the capes, written by people who live there and who know the boats."
    )
    assert not found(OWN_REPORT + teaser, QUOTED_HERE + teaser)


def test_page_furniture_is_not_compared():
    furniture = (
        " Most commented today: "
        + "what the minister wrote to the fishermen about their nets in spring, " * 2
    )
    one, other = OWN_REPORT + furniture, QUOTED_HERE + furniture + "."
    with_furniture = (
        document("a", one, furniture=(Span(len(OWN_REPORT), len(one)),)),
        document("b", other, furniture=(Span(len(QUOTED_HERE), len(other)),)),
    )
    assert not copies(with_furniture)


def test_quotations_that_the_caller_knows_are_set_aside_without_marks():
    bare = [text.replace('"', "") for text in (QUOTED_HERE, QUOTED_THERE)]
    spans = [Span(text.index("We hear"), text.index("silence,") + len("silence,")) for text in bare]
    documents = [document("a", bare[0]), document("b", bare[1])]
    assert copies(documents)
    assert not copies(documents, {"a": (spans[0],), "b": (spans[1],)})


def test_a_copy_in_cyrillic_is_found_though_its_words_are_inflected():
    wire = (
        "Одиннадцать человек погибли и десятки ранены, когда две ракеты попали в автовокзал города Тарво вечером "
        "в среду, сообщил начальник спасательной службы. Вокзал стоит рядом с зерновым складом, которым армия "
        "пользуется с осени, рассказали жители соседних домов."
    )
    edited = (
        "Погибли одиннадцать человек, десятки ранены: две ракеты попали в автовокзал города Тарво вечером в "
        "среду, сообщила начальница спасательной службы. Вокзал стоял рядом с зерновыми складами, которыми армия "
        "пользовалась с осени, рассказали жители соседнего дома."
    )
    assert [copy.kind for copy in found(wire, edited)] == ["light"]


@pytest.mark.parametrize(
    ("first", "second", "copy", "words"),
    [
        ({"published": "2031-03-12"}, {"published": "2031-03-13"}, "b", "2031-03-13 is later"),
        ({"published": "2031-03-13"}, {"published": "2031-03-12"}, "a", "2031-03-13 is later"),
        ({"published": "2031-03-12T10:00Z"}, {"published": "2031-03-12T09:30Z"}, "a", "is later than"),
        ({"published": "2031-03-12T10:00Z"}, {"published": "2031-03-12"}, None, "cannot be told"),
        ({}, {"published": "2031-03-12"}, None, "cannot be told"),
        ({"publisher": "Coastline"}, {"publisher": "Harbour Post"}, "b", "it credits Coastline"),
        (
            {"publisher": "Coastline", "published": "2031-03-14"},
            {"publisher": "Harbour Post", "published": "2031-03-13"},
            "b",
            "it credits Coastline",
        ),
        ({"publisher": "Harbour Post"}, {"publisher": "Coastline"}, "a", "it credits Coastline"),
        ({"publisher": "Coastline"}, {"publisher": "Coastline"}, None, "cannot be told"),
    ],
)
def test_who_copied_whom_goes_by_credit_and_then_by_time(first, second, copy, words):
    documents = [document("a", WIRE, **first), document("b", WIRE + " More soon.", **second)]
    (made,) = copies(documents)
    assert words in (made.because[1].note or "")
    assert made == copies(documents[::-1])[0]
    if copy:
        assert {made.document, made.of} == {"a", "b"}
        assert made.document == copy


STORY = WIRE.partition(" - ")[2]
"""The agency's story without the slug that its takers put before it."""


@pytest.mark.parametrize("signed", ["(Coastline)", "[Coastline].", "(COASTLINE)"])
def test_the_agency_named_in_brackets_at_the_end_is_whom_it_was_taken_from(signed):
    documents = [
        document("a", STORY, publisher="Coastline", published="2031-03-14"),
        document("b", f"{STORY} {signed}", publisher="Harbour Post", published="2031-03-14"),
    ]
    (made,) = copies(documents)
    assert (made.document, made.of) == ("b", "a")
    assert "it credits Coastline" in (made.because[1].note or "")


def test_copies_of_one_day_never_stand_in_a_ring():
    documents = [
        document("a", f"TARN (Coastline) - {STORY}", publisher="Harbour Post", published="2031-03-14"),
        document("b", f"{STORY} More soon. (Coastline)", publisher="River Post", published="2031-03-14"),
        document("c", STORY, publisher="Coastline", published="2031-03-14"),
    ]
    of = {(each.document, each.of) for each in copies(documents)}
    assert {("a", "c"), ("b", "c")} <= of
    assert all(document != "c" for document, _ in of)


def test_two_copies_of_an_absent_agency_story_say_whose_it_is():
    documents = [
        document("a", WIRE, publisher="Orlin Daily", published="2031-03-13"),
        document("b", WIRE, publisher="Harbour Post", published="2031-03-14"),
    ]
    (copy,) = copies(documents)
    assert copy.because[1].note == "2031-03-14 is later than 2031-03-13; both credit Coastline"


def test_the_reason_names_share_longest_passage_and_credit_with_the_words():
    documents = [
        document("a", WIRE, publisher="Coastline"),
        document("b", EDITED + " Coastline reported it first.", publisher="Harbour Post"),
    ]
    (copy,) = copies(documents)
    shared, way = copy.because
    assert shared.rule == "copies.light"
    assert "% of the shorter one's own words" in (shared.note or "")
    assert shared.anchors == tuple(Span(start, end) for start, end, _, _ in copy.spans)
    assert [span.words(documents[1].text) for span in way.anchors] == ["Coastline reported"]


def test_an_index_answers_for_one_document_as_for_all():
    index = CopyIndex()
    index.add(*(document(f"d{n}", text) for n, text in enumerate((WIRE, EDITED, OWN_REPORT, QUOTED_HERE))))
    index.add(document("new", BRIEFS))
    every = index.copies()
    assert index.copies_of("new") == tuple(copy for copy in every if "new" in (copy.document, copy.of))
    assert len(index.copies_of("new")) == 2
    assert not index.copies_of("d2")
    index.add(document("new", OWN_REPORT))
    assert [(copy.kind, copy.share) for copy in index.copies_of("new")] == [("verbatim", 1.0)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\0" * 50,
        "😀" * 400,
        "(" * 10_000,
        '"' * 10_000,
        "one " * 50_000,
        "«“„'‘``" * 2_000,
        "ا ب ت " * 500,
    ],
)
def test_no_text_breaks_it(text):
    found(text, text + " more", WIRE)


def test_the_same_line_over_and_over_is_compared_in_good_time():
    line = "The same line again and again, and nobody knows who wrote it first.\n"
    assert [copy.kind for copy in found(line * 20_000, line * 20_001)] == ["verbatim"]


@pytest.mark.parametrize("name", ["WIDEST", "PAIRS_AT_LEAST"])
def test_of_very_many_copies_each_is_paired_with_the_earliest(monkeypatch, name):
    monkeypatch.setattr(f"firsthand.corroborate.reuse.candidates.{name}", 5)
    monkeypatch.setattr("firsthand.corroborate.reuse.copied.TWINS", 5)
    documents = [
        document(f"d{n}", WIRE.replace("dozens", f"{n} more"), published=f"2031-03-{10 + n % 12}")
        for n in range(24)
    ]
    documents += [document(f"e{n}", WIRE, published="2031-03-25") for n in range(6)]
    made = copies(documents)
    assert {copy.document for copy in made if copy.of == "d0"} >= {d.id for d in documents[1:]} - {"d12"}
    assert made == copies(documents[::-1])
    index = CopyIndex()
    index.add(*documents)
    for asked in ("d0", "d7", "e0", "e3"):
        assert index.copies_of(asked) == tuple(c for c in made if asked in (c.document, c.of))
