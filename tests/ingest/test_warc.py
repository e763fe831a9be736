"""Web archives: the pages in them."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from firsthand.ingest import ingest
from firsthand.schema import Document, Hints, Unreadable

TEXT = "The last soldiers left the village on Monday, two residents of Orlivka said. No one was hurt. "
PAGE = f"<html><head><title>Soldiers leave</title></head><body><article><p>{TEXT}</p><p>{TEXT}{TEXT}</p></article></body></html>"


def record(url: str, kind: str, payload: bytes, *more: str) -> bytes:
    http = "\r\n".join(("HTTP/1.1 200 OK", f"Content-Type: {kind}", *more, "", "")).encode() + payload
    head = ("WARC/1.0", "WARC-Type: response", f"WARC-Target-URI: {url}", "WARC-Date: 2031-03-20T10:00:00Z",
            "Content-Type: application/http; msgtype=response", f"Content-Length: {len(http)}", "", "")  # fmt: skip
    return "\r\n".join(head).encode() + http + b"\r\n\r\n"


INFO = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 10\r\n\r\nsoftware:a\r\n\r\n"


def archive(*pages: tuple[str, str, bytes], zipped: bool = True) -> bytes:
    records = [INFO, *(record(*page) for page in pages)]
    return b"".join(gzip.compress(r) if zipped else r for r in records)


def wacz(*archives: bytes, names: tuple[str, ...] = ("archive/data.warc.gz",)) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as folder:
        folder.writestr("datapackage.json", "{}")
        for name, data in zip(names, archives, strict=False):
            folder.writestr(name, data)
    return made.getvalue()


ONE = ("https://harbour.example/1", "text/html; charset=utf-8", PAGE.encode())
PICTURE = ("https://harbour.example/a.png", "image/png", b"\x89PNG....")


def read(data: bytes, name: str) -> list[Document | Unreadable]:
    return list(ingest(data, Hints(name=name)))


@pytest.mark.parametrize(
    ("zipped", "name"), [(True, "a.warc.gz"), (False, "a.warc"), (True, "-"), (False, "-")]
)
def test_the_pages_of_an_archive_are_documents_with_their_address(zipped, name):
    (document,) = read(archive(ONE, PICTURE, zipped=zipped), name)
    assert (document.title, document.url) == ("Soldiers leave", "https://harbour.example/1")
    assert TEXT.strip() in document.text
    assert any("not when it was published" in notice for notice in document.notices)
    assert document.published is None


def test_a_page_that_was_captured_twice_is_one_document():
    assert len(read(archive(ONE, ONE), "a.warc.gz")) == 1


def test_a_wacz_file_is_read_through_to_its_pages():
    (document,) = read(wacz(archive(ONE)), "a.wacz")
    assert document.url == "https://harbour.example/1"
    assert document.name == "a.wacz: data.warc.gz: https://harbour.example/1"


def test_nothing_of_a_wacz_file_is_written_to_disk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert len(read(wacz(archive(ONE), names=("../../archive/evil.warc.gz",)), "a.wacz")) == 1
    assert not list(tmp_path.parent.rglob("evil*"))


def test_an_archive_cut_in_half_is_read_as_far_as_it_goes():
    other = ("https://harbour.example/2", "text/html", PAGE.replace("Monday", "Tuesday").encode() * 20)
    data = archive(ONE, other, zipped=False)
    document, rest = read(data[:-4000], "a.warc")
    assert document.url == "https://harbour.example/1"
    assert "damaged" in rest.why


def test_an_archive_of_pictures_says_that_it_holds_no_page():
    (item,) = read(archive(PICTURE), "a.warc.gz")
    assert "no page" in item.why


def test_a_body_that_was_sent_compressed_is_unpacked():
    url, kind, payload = ONE
    (document,) = read(record(url, kind, gzip.compress(payload), "Content-Encoding: gzip"), "a.warc")
    assert document.title == "Soldiers leave"


def test_a_body_that_was_sent_in_pieces_is_put_together():
    url, kind, payload = ONE
    pieces = b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in (payload[:50], payload[50:])) + b"0\r\n\r\n"
    (document,) = read(record(url, kind, pieces, "Transfer-Encoding: chunked"), "a.warc")
    assert document.title == "Soldiers leave"
