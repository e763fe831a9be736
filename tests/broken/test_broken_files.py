"""Bad input, named for its defect: each is refused with a reason, or read with a notice; none ends the run."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

import msgspec
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

from firsthand.ingest import READABLE, ingest
from firsthand.schema import Document, Hints, Unreadable

TEXT = "The last soldiers left the village on Monday, two residents of Orlivka said. No one was hurt. "
WARC_HEAD = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: {}\r\n\r\n"
)


def pdf(text: str | None, password: str | None = None) -> bytes:
    made = io.BytesIO()
    sheet = canvas.Canvas(made, encrypt=StandardEncryption(password) if password else None, invariant=1)
    for number in range(8):
        if text:
            sheet.drawString(50, 700, f"{text} ({number})")
        else:
            sheet.rect(50, 700, 100, 100)
        sheet.showPage()
    sheet.save()
    return made.getvalue()


def wacz(name: str, data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr(name, data)
    return made.getvalue()


REFUSED = {
    "empty.txt": (bytes, "holds no text"),
    "only_white_space.txt": (lambda: b" \n\t \r\n", "holds no text"),
    "only_nul.txt": (lambda: b"\0" * 1000, "holds no text"),
    "binary_named.txt": (lambda: bytes(range(256)) * 40, "not text"),
    "picture_named.txt": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a picture"),
    "office_named.txt": (lambda: wacz("word/document.xml", b"<w/>"), "office document"),
    "fifty_megabytes_on_one_line.txt": (lambda: b"word " * 10_000_000, "2,000,000"),
    "fifty_megabytes_on_one_line.jsonl": (lambda: b'{"text": "' + b"word " * 10_000_000 + b'"}', "2,000,000"),
    "three_million_characters.jsonl": (lambda: json.dumps({"text": "word " * 600_000}).encode(), "2,000,000"),
    "brackets_without_end.jsonl": (lambda: b"[" * 100_000, "nested too deeply"),
    "without_text_layer.pdf": (lambda: pdf(None), "no text layer"),
    "encrypted.pdf": (lambda: pdf(TEXT, "secret"), "password"),
    "no_pdf_at_all.pdf": (lambda: b"%PDF-1.7 and nothing else", "no complete PDF"),
    "russian.txt": (("Последние солдаты покинули деревню в понедельник, сообщили двое жителей. " * 4).encode, "Russian (ru)"),
    "russian.html": (("<html><body>" + "<p>Последние солдаты покинули деревню в понедельник.</p>" * 9).encode, "Russian (ru)"),
    "no_zip_at_all.wacz": (lambda: b"PK\x03\x04 archive/ and nothing else", "no whole WACZ"),
    "zip_bomb.wacz": (lambda: wacz("archive/a.warc", bytes(120_000_000)), "unfolds to more"),
    "gzip_bomb.warc.gz": (
        lambda: gzip.compress(WARC_HEAD.format(10**10).encode() + bytes(120_000_000), 1), "unfolds to more"),
    "gzip_bomb_of_headers.warc.gz": (
        lambda: gzip.compress(b"WARC/1.0\r\n" + bytes(120_000_000), 1), "thousand headers"),
    "no_archive_at_all.warc.gz": (lambda: gzip.compress(TEXT.encode()), "damaged"),
    "gzip_named.txt": (lambda: gzip.compress(TEXT.encode()), "not text"),
    "no_mail_at_all.eml": (lambda: b"\n\n\n", "holds no text"),
    "page_without_text.html": (lambda: b"<html><head><title>a</title></head><body></body></html>", "without text"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_with_its_reason(name):
    make, reason = REFUSED[name]
    items = list(ingest(make(), Hints(name=name)))
    assert len(items) == 1
    assert isinstance(items[0], Unreadable)
    assert reason in items[0].why
    assert items[0].name.startswith(name)


NOTICED = {
    "half_a_utf8_sequence.txt": (lambda: (TEXT + "“Go”").encode()[:-1], "middle of a character"),
    "two_bytes_damaged.txt": (lambda: (TEXT + "“é”" * 40).encode().replace(b"\xc3", b"\xff", 1), "not valid UTF-8"),
    "windows_1251_names.txt": (lambda: (TEXT * 3 + "Деревня Орловка").encode("cp1251"), "guess"),
    "ten_thousand_nested_tags.html": (lambda: b"<html><body>" + b"<div>" * 10_000 + b"<p>" + TEXT.encode() * 3, "10,0"),
    "two_hundred_thousand_tags.html": (lambda: b"<html>" + b"<b>a</b> " * 100_001 + b"<p>" + TEXT.encode(), "tags"),
    "without_its_end.pdf": (lambda: pdf(TEXT).rpartition(b"startxref")[0], "cut off"),
    "lone_surrogate.jsonl": (lambda: b'{"text": "Soldiers \\udc80 left Orlivka."}', "surrogates"),
}  # fmt: skip


@pytest.mark.parametrize("name", NOTICED)
def test_what_is_damaged_is_read_with_a_notice(name):
    make, notice = NOTICED[name]
    (item,) = ingest(make(), Hints(name=name))
    assert isinstance(item, Document), str(item)
    assert "oldiers" in item.text
    assert any(notice in said for said in item.notices), item.notices


def test_a_pdf_cut_in_half_is_read_or_refused():
    data = pdf(TEXT)
    (item,) = ingest(data[: len(data) // 2], Hints(name="cut_in_half.pdf"))
    assert "cut off" in (str(item) if isinstance(item, Unreadable) else " ".join(item.notices))


def test_line_three_is_broken_and_the_others_are_read():
    row = json.dumps({"text": TEXT})
    items = list(ingest(f'{row}\n{row}\n{{"text": "cut\n{row}'.encode(), Hints(name="line_3_broken.jsonl")))
    assert [isinstance(item, Document) for item in items] == [True, True, False, True]
    assert items[2].name == "line_3_broken.jsonl:3"
    assert "not valid JSON" in items[2].why


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b'{"text": 3}', "not a string"),
        (b'{"id": "a"}', 'no "text"'),
        (b"[]", "no JSON object"),
        (b'{"text": "\xff"}', "not UTF-8"),
        (b'{"text": ""}', "holds no text"),
    ],
)
def test_a_line_that_is_no_document_says_why(line, why):
    (item,) = ingest(line, Hints(name="a.jsonl"))
    assert why in item.why


@pytest.mark.parametrize(
    "markup",
    [
        "<p " + "a=b " * 200_000 + ">",
        "<p title='" + "x" * 2_000_000 + "'>",
        "<" * 300_000,
        "<!--" * 200_000,
        "<svg>" * 200_000,
        "<meta " * 100_000,
        "<script type='application/ld+json'>" * 50_000,
        "&amp" * 200_000,
        "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]>&b;",
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        "<table>" * 200,
    ],
    ids=lambda markup: markup[:20],
)
def test_hostile_markup_does_not_hide_the_text_or_hang(markup):
    data = f"<html><body><p>{TEXT}</p><p>{TEXT * 2}</p>{markup}</body></html>".encode()
    (item,) = ingest(data, Hints(name="hostile.html"))
    assert isinstance(item, Document)
    assert TEXT.strip() in item.text


def test_a_record_whose_body_unfolds_without_end_is_refused_and_the_next_is_read():
    bomb = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(
        bytes(80_000_000), 1
    )
    page = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>{TEXT}</p><p>{TEXT * 2}</p></body></html>".encode()
    data = b"".join(WARC_HEAD.format(len(block)).encode() + block + b"\r\n\r\n" for block in (bomb, page))
    refused, document = ingest(data, Hints(name="a.warc"))
    assert "unfolds" in refused.why
    assert TEXT.strip() in document.text


def test_the_suffixes_that_can_be_read_are_known():
    assert {
        ".txt",
        ".md",
        ".html",
        ".htm",
        ".pdf",
        ".jsonl",
        ".eml",
        ".warc",
        ".warc.gz",
        ".wacz",
    } <= READABLE


def test_a_file_name_in_no_encoding_can_be_written_out():
    for data in (TEXT.encode(), b"\x89PNG", b"{"):
        for item in ingest(data, Hints(name="caf\udce9.jsonl", publisher="caf\udce9")):
            msgspec.json.encode(item).decode("utf-8")


def test_half_a_character_in_a_header_or_a_sender_can_be_written_out():
    export = '{"messages": [{"type": "message", "id": "\\ud800", "text": "a", "forwarded_from": "\\ud800"}]}'
    mail = b"From: caf\xe9\r\nContent-Disposition: attachment; filename=caf\xe9\r\n\r\n" + TEXT.encode()
    for name, data in (("result.json", export.encode()), ("a.eml", mail)):
        for item in ingest(data, Hints(name=name)):
            msgspec.json.encode(item).decode("utf-8")


@pytest.mark.parametrize("charset", ["punycode", "zip", "utf-7", "no-such-set", "unicode_escape"])
def test_a_page_that_names_no_real_encoding_is_read_as_if_it_named_none(charset):
    data = f"<html><head><meta charset={charset}></head><body><p>{TEXT}“a”</p><p>{TEXT * 2}</p></body></html>"
    (item,) = ingest(data.encode(), Hints(name="a.html"))
    assert "“a”" in item.text
