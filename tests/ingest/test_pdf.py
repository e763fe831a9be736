"""PDFs: lines made paragraphs, headers left out, metadata not believed."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from firsthand.ingest import ingest
from firsthand.ingest.pdf_lines import joined
from firsthand.schema import Document, Hints

LINES = [
    "The last soldiers left the village on Monday, two residents of Orlivka said, and the brid-",
    "ge over the river was closed to all traffic until the engineers had looked at its pillars,",
    "which the flood had damaged.",
    "No one was hurt. The mayor thanked the engineers, who had worked through the night, and",
    "promised that the school would open again on Wednesday.",
]


def pdf(pages: list[list[str]], **metadata: str) -> bytes:
    made = io.BytesIO()
    sheet = canvas.Canvas(made, pagesize=A4, invariant=1)
    for name, value in metadata.items():
        getattr(sheet, f"set{name}")(value)
    for lines in pages:
        for i, line in enumerate(lines):
            sheet.drawString(50, 800 - 16 * i, line)
        sheet.showPage()
    sheet.save()
    return made.getvalue()


def read(data: bytes) -> Document:
    (document,) = ingest(data, Hints(name="report.pdf"))
    assert isinstance(document, Document), str(document)
    return document


def words(document: Document) -> list[str]:
    return [span.words(document.text) for span in document.paragraphs]


def test_lines_are_joined_to_paragraphs_and_hyphens_at_their_ends_closed():
    assert words(read(pdf([["Soldiers leave Orlivka", *LINES]]))) == [
        "Soldiers leave Orlivka",
        (
            "The last soldiers left the village on Monday, two residents of Orlivka said, and the bridge over the river "
            "was closed to all traffic until the engineers had looked at its pillars, which the flood had damaged."
        ),
        (
            "No one was hurt. The mayor thanked the engineers, who had worked through the night, and promised that the "
            "school would open again on Wednesday."
        ),
    ]


def test_headers_and_footers_of_most_pages_are_left_out_and_named():
    pages = [["Harbour Post Daily", *LINES, f"Page {n} of 4"] for n in range(1, 5)]
    document = read(pdf(pages))
    assert "Harbour Post Daily" not in document.text
    assert "Page 3" not in document.text
    assert any("Harbour Post Daily" in notice for notice in document.notices)


def test_a_paragraph_runs_on_over_a_page():
    document = read(pdf([LINES[:2], LINES[2:]]))
    assert "its pillars, which the flood" in document.text


def test_title_and_date_in_the_metadata_are_told_and_not_believed():
    document = read(pdf([LINES], Title="Template", Author="Office"))
    assert (document.title, document.author, document.published) == (None, None, None)
    assert any("Template" in notice for notice in document.notices)


def test_a_page_without_text_among_others_is_named():
    assert "Page 2 has no text layer." in read(pdf([LINES, [], LINES])).notices


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["A 15-", "year-old and the whole of the village of Orlivka."],
            "A 15- year-old and the whole of the village of Orlivka.",
        ),
        (
            ["- The bridge over the river was closed", "- The school"],
            "- The bridge over the river was closed\n\n- The school",
        ),
        ([], ""),
    ],
)
def test_what_is_no_broken_word_stays(lines, expected):
    assert joined([lines]) == expected
