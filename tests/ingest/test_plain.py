"""Plain text and Markdown, in whatever encoding."""

from __future__ import annotations

import hashlib

import pytest

from firsthand.ingest import ingest
from firsthand.schema import Document, Hints

TEXT = "The last soldiers left the village on Monday, two residents of Orlivka said. “No one was hurt,” they added."


def read(data: bytes | str, name: str = "story.txt", **said: str) -> Document:
    (document,) = ingest(data.encode() if isinstance(data, str) else data, Hints(name=name, **said))
    assert isinstance(document, Document), str(document)
    return document


@pytest.mark.parametrize(
    ("line", "publisher", "published"),
    [
        ("*Coastal Times, 13 March 2031*", "Coastal Times", "2031-03-13"),
        ("Radio Meridian | March 13, 2031", "Radio Meridian", "2031-03-13"),
        ("13 March 2031 – The Kirna Gazette", "The Kirna Gazette", "2031-03-13"),
        ("*TrueCoast, 13 March 2031*", "TrueCoast", "2031-03-13"),
        ("Verity | 13 March 2031", "Verity", "2031-03-13"),
        ("TrueCoast — 13 March 2031", "TrueCoast", "2031-03-13"),
        ("The Orlan | 13 March 2031", "The Orlan", "2031-03-13"),
        ("Ministry of Defence, 13 March 2031", "Ministry of Defence", "2031-03-13"),
        ("Kirna, 13 March 2031", None, "2031-03-13"),
        ("Orlivka | 13 March 2031", None, "2031-03-13"),
        ("KIRNA — 13 March 2031", None, "2031-03-13"),
        ("Jane Roe | 13 March 2031", None, "2031-03-13"),
        ("Coastal Times, 03/04/2031", None, None),
        ("Coastal Times said on 13 March 2031 that it had closed.", None, None),
    ],
)
def test_a_line_under_the_title_names_medium_and_day(line, publisher, published):
    text = (
        f"# The bridge was taken\n\n{line}\n\nThe last soldiers left on Monday, residents in Orlivka said.\n"
    )
    (document,) = ingest(text.encode(), Hints(name="a.md"))
    assert isinstance(document, Document)
    assert (document.publisher, document.published) == (publisher, published)
    told = [span.words(document.text) for span in document.paragraphs]
    assert (line.strip("*") in told) is (publisher is None)


@pytest.mark.parametrize(
    ("head", "title", "publisher", "published"),
    [
        ("Shell hits a depot - mayor\nMeridian News Agency\n14 March 2031", "Shell hits a depot - mayor",
         "Meridian News Agency", "2031-03-14"),
        ("Harrow Rights Monitor\nNote 31/112: the depot\n18 March 2031", "Note 31/112: the depot",
         "Harrow Rights Monitor", "2031-03-18"),
        ("Shell hits a depot\n\nFriday, 14 March 2031\n\nKirna Gazette", "Shell hits a depot",
         "Kirna Gazette", "2031-03-14"),
        ("Shell hits a depot\nBy Jane Roe\nPublished: March 14, 2031", "Shell hits a depot", None,
         "2031-03-14"),
        ("Shell hits a depot\n\nTrueCoast | 14 March 2031", "Shell hits a depot", "TrueCoast", "2031-03-14"),
        ("Shell hits a depot\n03/04/2031", None, None, None),
        ("Shell hits a depot", None, None, None),
        ("The depot burned on Friday.\n14 March 2031", None, None, None),
    ],
)  # fmt: skip
def test_the_head_of_a_plain_text_names_title_outlet_and_day(head, title, publisher, published):
    document = read(f"{head}\n\n{TEXT}")
    assert (document.title, document.publisher, document.published) == (title, publisher, published)
    assert TEXT in [span.words(document.text) for span in document.paragraphs]


def test_the_days_of_a_list_are_no_day_of_publication():
    document = read(f"What happened when\n\n14 March 2031\n\n{TEXT}\n\n15 March 2031\n\n{TEXT}")
    assert (document.published, document.title) == (None, None)


@pytest.mark.parametrize(
    ("opening", "given", "publisher"),
    [
        ("KIRNA, March 14 (Meridian) - ", {}, "Meridian"),
        ("NEW KIRNA, Orlandia (Meridian News) — ", {}, "Meridian News"),
        ("KIRNA, March 14 (Meridian) - ", {"publisher": "Harbour Post"}, "Harbour Post"),
        ("Soldiers (of Kirna) - all of them - have left. ", {}, None),
    ],
)
def test_a_dateline_names_the_agency_where_nothing_else_names_the_publisher(opening, given, publisher):
    assert read(f"{opening}{TEXT}", **given).publisher == publisher


def test_the_user_knows_better_than_the_line_under_the_title():
    text = "The bridge was taken\n\nCoastal Times, 13 March 2031\n\nThe last soldiers left on Monday.\n"
    given = Hints(name="a.txt", publisher="Harbour Post", published="2031-03-14")
    (document,) = ingest(text.encode(), given)
    assert isinstance(document, Document)
    assert (document.publisher, document.published) == ("Harbour Post", "2031-03-14")


def test_a_file_is_named_by_the_hash_of_its_bytes():
    document = read(TEXT)
    assert document.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert document.id == document.sha256[:12]
    assert document.name == "story.txt"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_in_any_of_its_encodings_reads_the_same(encoding):
    document = read(TEXT.encode(encoding))
    assert document.text == TEXT
    assert not document.notices


def test_another_encoding_is_guessed_and_the_guess_is_said():
    text = "The café owner’s son, Zoë, said the naïve plan for Orlivka – “a façade” – had been given up. " * 5
    document = read(text.encode("cp1252"))
    assert "café owner" in document.text
    assert any("guess" in notice for notice in document.notices)


def test_line_ends_of_every_system_are_the_same():
    assert read("One line of the story.\r\nAnother line.\rA third.").text.count("\n") == 2


def test_a_bare_text_says_nothing_of_its_date_and_publisher():
    document = read(f"14 March 2031\n\n{TEXT}")
    assert (document.published, document.publisher, document.title) == (None, None, None)


def test_the_user_says_what_a_bare_text_does_not():
    document = read(TEXT, published="2031-03-14", publisher="Harbour Post")
    assert (document.published, document.publisher) == ("2031-03-14", "Harbour Post")


def test_nul_characters_do_no_harm():
    assert "soldiers" in read(f"{TEXT}\0{TEXT}").text


@pytest.mark.parametrize(
    ("opening", "author"),
    [
        ("By Jane Roe\n\n", "Jane Roe"),
        ("Soldiers leave\n\nBy Jane Roe and John Doe, Harbour Post\n\n", "Jane Roe and John Doe"),
        ("BY JANE ROE\n\n", "JANE ROE"),
        ("By Monday the village was empty.\n\n", None),
        ("By the River\n\n", None),
    ],
)
def test_a_byline_gives_the_author(opening, author):
    document = read(opening + TEXT)
    assert document.author == author
    assert bool(author) == any(b.rule == "ingest.byline" for b in document.because)


def test_markdown_is_read_without_its_marks():
    document = read(
        "---\ntitle: Soldiers leave\ndate: 2031-03-14\nsource: Harbour Post\n---\n"
        "# Soldiers leave\n\nThe **last** soldiers [left](https://a.example/x) the _village_ on Monday.\n\n"
        "> No one was hurt in Orlivka, two residents said.\n\n![A house](a.jpg)\n\n---\n",
        "story.md",
    )
    assert (document.title, document.published, document.publisher) == (
        "Soldiers leave",
        "2031-03-14",
        "Harbour Post",
    )
    assert [span.words(document.text) for span in document.paragraphs] == [
        "Soldiers leave",
        "The last soldiers left the village on Monday.",
        "No one was hurt in Orlivka, two residents said.",
    ]


def test_the_first_heading_of_a_markdown_file_is_its_title():
    document = read(f"# Soldiers leave *Orlivka*\n\n{TEXT}", "story.md")
    assert document.title == "Soldiers leave Orlivka"
    assert any(b.rule == "ingest.title" for b in document.because)


def test_a_page_that_is_named_as_text_is_read_as_a_page():
    page = f"<!DOCTYPE html><html><head><title>Soldiers leave</title></head><body><p>{TEXT}</p><p>{TEXT}!</p></body></html>"
    document = read(page, "story.txt")
    assert document.title == "Soldiers leave"
    assert "<p>" not in document.text
