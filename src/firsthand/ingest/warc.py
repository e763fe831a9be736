"""A web archive (WARC) -> the pages in it. Nothing is written to disk; what unfolds too far is refused."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from typing import IO, Any, NamedTuple

import msgspec

from firsthand.ingest.found import Found, Items, Reader, digest, said
from firsthand.schema import Unreadable

MAX_RECORD = 50_000_000
"""Bytes of one record. Pages have a few million at most; videos are larger and are not read here."""

MAX_HEAD = 65_536
"""Bytes of one header line, and of the HTTP headers of one record."""

FLOOR, RATIO = 100_000_000, 40
"""An archive may unfold to FLOOR bytes, or to RATIO times its size. Web pages shrink to a fifth or so."""

PIECE = 65_536

_KINDS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "text/plain": "plain",
}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)


class UnfoldsTooFar(Exception):
    """Compressed data that would fill the memory."""


class Unfolded(io.RawIOBase):
    """The bytes of a gzip file of any number of members, or the bytes themselves where they are not gzip."""

    def __init__(self, stream: IO[bytes], limit: int) -> None:
        self._stream, self._left = stream, limit
        self._held = stream.read(2)
        self._gzip = zlib.decompressobj(wbits=31) if self._held == b"\x1f\x8b" else None

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer, as far as there is something; UnfoldsTooFar beyond the limit."""
        made = self._next(min(len(buffer), PIECE))
        self._left -= len(made)
        if self._left < 0:
            raise UnfoldsTooFar
        buffer[: len(made)] = made
        return len(made)

    def _next(self, size: int) -> bytes:
        while True:
            if not self._held:
                self._held = self._stream.read(PIECE)
            if self._gzip is None:
                made, self._held = self._held[:size], self._held[size:]
                return made
            if not self._held:
                return b""
            made = self._gzip.decompress(self._held, size)
            self._held = self._gzip.unconsumed_tail
            if self._gzip.eof:
                self._held = self._gzip.unused_data.lstrip(b"\0")
                self._gzip = zlib.decompressobj(wbits=31)
            if made:
                return made


class Record(NamedTuple):
    """One record of an archive: its headers with their names in lower case, and its block."""

    headers: dict[str, str]
    block: bytes


def warc(data: bytes, name: str) -> Items:
    """The pages, PDFs and texts that an archive holds, each as its own document with its address."""
    return pages(io.BytesIO(data), len(data), name)


def pages(stream: IO[bytes], size: int, name: str) -> Items:
    """The documents of an archive that is read as a stream of `size` bytes; the same page is given once."""
    taken: set[str] = set()
    count = 0
    try:
        for record in _records(io.BufferedReader(Unfolded(stream, max(FLOOR, RATIO * size)))):
            for item in _documents(record, name):
                count += 1
                if isinstance(item, Unreadable):
                    yield item
                elif item.sha256 not in taken:
                    taken.add(item.sha256)
                    yield item
    except UnfoldsTooFar:
        why = f"unfolds to more than {RATIO} times its size: what follows is not read."
        yield Unreadable(name=name, why=why, advice="Take the pages out of it and read them one by one.")
        return
    except (zlib.error, EOFError, ValueError) as error:
        advice = "It may have been cut off. `warcio check` tells more."
        yield Unreadable(name=name, why=f"is damaged; what stands before was read ({error}).", advice=advice)
        return
    if not count:
        why = "holds no page, PDF or text."
        yield Unreadable(name=name, why=why, advice="Footage in it is not read: save it as a file.")


def _records(stream: io.BufferedReader) -> Iterator[Record]:
    """The records that hold an answer of a server or a resource, each no larger than MAX_RECORD."""
    while line := stream.readline(MAX_HEAD):
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            raise ValueError("a record does not begin with WARC/")
        headers = _headers(stream)
        length = int(headers.get("content-length", "0"))
        wanted = headers.get("warc-type") in ("response", "resource") and 0 <= length <= MAX_RECORD
        block = _block(stream, length, keep=wanted)
        if wanted and len(block) < length:
            raise EOFError("the last record is cut off")
        if wanted:
            yield Record(headers, block)


def _headers(stream: io.BufferedReader) -> dict[str, str]:
    headers: dict[str, str] = {}
    for _ in range(1000):
        raw = stream.readline(MAX_HEAD)
        if not raw:
            raise EOFError("the last record is cut off")
        line = raw.decode("utf-8", "replace").strip()
        if not line:
            return headers
        key, _, value = line.partition(":")
        headers[key.strip().lower()] = value.strip()
    raise ValueError("a record has more than a thousand headers")


def _block(stream: io.BufferedReader, length: int, *, keep: bool) -> bytes:
    kept: list[bytes] = []
    while length > 0 and (piece := stream.read(min(PIECE, length))):
        length -= len(piece)
        if keep:
            kept.append(piece)
    return b"".join(kept)


def _documents(record: Record, name: str) -> Items:
    url = record.headers.get("warc-target-uri", "").strip("<>") or None
    called = f"{name}: {url or 'without address'}"
    if record.headers["warc-type"] == "resource":
        kind, payload = record.headers.get("content-type", ""), record.block
    else:
        try:
            kind, payload = _answer(record) or ("", b"")
        except UnfoldsTooFar:
            yield Unreadable(name=called, why=f"unfolds to more than {MAX_RECORD:,} bytes: not read.")
            return
    reader = _reader(kind)
    if reader is None or not payload.strip():
        return
    captured = record.headers.get("warc-date", "")[:40]
    note = (f"Captured {captured}; that is not when it was published.",) if captured else ()
    for item in reader(payload, called):
        yield _placed(item, url, digest(payload), note) if isinstance(item, Found) else item


def _placed(found: Found, url: str | None, sha256: str, notes: tuple[str, ...]) -> Found:
    """A page with its address in the archive, which is surer than the one that it states."""
    because = (*(b for b in found.because if b.rule != "ingest.url"), said("url", "the archive's record"))
    return msgspec.structs.replace(
        found, url=url or found.url, sha256=sha256, notices=(*found.notices, *notes), because=because
    )


def _reader(kind: str) -> Reader | None:
    """The reader for a media type; for a page, with the character set that the server named."""
    found = _KINDS.get(kind.partition(";")[0].strip().lower())
    if found is None:
        return None
    from firsthand.ingest import html, pdf, plain

    charset = _CHARSET.search(kind)
    readers: dict[str, Reader] = {
        "html": lambda data, name: iter((html.page(data, name, charset[1] if charset else None),)),
        "pdf": pdf.pdf,
        "plain": plain.plain,
    }
    return readers[found]


def _answer(record: Record) -> tuple[str, bytes] | None:
    """Media type and body of a server's answer, unchunked and unpacked; None unless it is a page found."""
    if b"\n\r\n" not in record.block[:MAX_HEAD] and b"\n\n" not in record.block[:MAX_HEAD]:
        return None
    from warcio.archiveiterator import ArchiveIterator

    for parsed in ArchiveIterator(io.BytesIO(_alone(record))):
        http = parsed.http_headers
        if http is None or not str(http.get_statuscode()).startswith("2"):
            return None
        kind = http.get_header("Content-Type") or ""
        if kind.partition(";")[0].strip().lower() not in _KINDS:
            return None
        body = bytearray()
        stream = parsed.content_stream()
        while piece := stream.read(PIECE):
            body += piece
            if len(body) > MAX_RECORD:
                raise UnfoldsTooFar
        return kind, bytes(body)
    return None


def _alone(record: Record) -> bytes:
    """The record as an archive of its own, so that only its own bytes can be unfolded."""
    head = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {len(record.block)}\r\n"
    head += (
        "WARC-Target-URI: http://record.invalid/\r\nContent-Type: application/http; msgtype=response\r\n\r\n"
    )
    return head.encode() + record.block + b"\r\n\r\n"
