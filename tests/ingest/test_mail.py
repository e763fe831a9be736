"""Mail messages: the text, who sent it, when."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from firsthand.ingest import ingest
from firsthand.schema import Document, Hints

TEXT = (
    "The last soldiers left the village on Monday, two residents of Orlivka said. No one was hurt, and the bridge over "
    "the river was closed to all traffic."
)


def message(text: str | None = TEXT, html: str | None = None) -> EmailMessage:
    made = EmailMessage()
    made["Subject"], made["From"] = "Soldiers leave – Orlivka", "Jane Roe <jane@harbour.example>"
    made["Date"] = "Fri, 14 Mar 2031 10:20:30 +0200"
    if text:
        made.set_content(text)
    if html:
        (made.add_alternative if text else made.set_content)(html, subtype="html")
    return made


def read(data: bytes) -> Document:
    (document,) = ingest(data, Hints(name="note.eml"))
    assert isinstance(document, Document), str(document)
    return document


def test_subject_sender_and_date_come_from_the_headers():
    document = read(message().as_bytes())
    assert document.text.strip() == TEXT
    assert (document.title, document.author) == ("Soldiers leave – Orlivka", "Jane Roe")
    assert document.published == "2031-03-14T10:20:30+02:00"
    assert document.publisher is None
    assert {"ingest.title", "ingest.author", "ingest.published"} <= {b.rule for b in document.because}


@pytest.mark.parametrize(
    ("sender", "publisher"),
    [
        ("Press Office, Ministry of Ports", "Ministry of Ports"),
        ("Media Centre of the Coast Guard", "Coast Guard"),
        ("Varnian Navy Press Service", "Varnian Navy"),
        ("Jane Roe", None),
        ("The Press Gang", None),
        ("Office of Jane Roe", None),
    ],
)
def test_a_press_office_publishes_for_its_body_and_a_person_for_nobody(sender, publisher):
    made = message()
    made.replace_header("From", f"{sender} <x@ports.example>")
    assert read(made.as_bytes()).publisher == publisher


def test_the_text_part_is_taken_before_the_page():
    assert "<p>" not in read(message(html=f"<p>{TEXT}</p><p>Other</p>").as_bytes()).text


def test_a_message_that_is_only_a_page_is_read_as_one():
    document = read(message(None, f"<html><body><p>{TEXT}</p><p>{TEXT} Twice.</p></body></html>").as_bytes())
    assert TEXT in document.text
    assert "<p>" not in document.text


def test_attachments_are_named_and_not_read():
    made = message()
    made.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="order.pdf")
    assert "Attachments, not read: order.pdf." in read(made.as_bytes()).notices


def test_malformed_headers_do_no_harm():
    data = (
        b"From: =?utf-8?b?//8=?= <<>>@\r\nDate: sometime in March\r\nSubject: =?x-none?q?=41?=\r\n"
        b"Content-Type: text/plain; charset=\"no-such-set\"\r\nContent-Disposition: ;;;\r\n\r\n" + TEXT.encode()
    )  # fmt: skip
    document = read(data)
    assert TEXT in document.text
    assert document.published is None


def test_a_message_on_standard_input_is_known_by_its_headers():
    (document,) = ingest(message().as_bytes(), Hints(name="-"))
    assert document.media_type == "message/rfc822"
