"""A dossier goes into a file, its digest on the case's log; and a file is held against the case.

The file carries the digest of the log's last entry and of the findings; the log carries the digest of the
file. So a file proves its case, and the case its file: not one letter can be changed in either.
"""

from __future__ import annotations

import hashlib
from html.parser import HTMLParser
from pathlib import Path

import msgspec

from firsthand.case import Case, Report, verify
from firsthand.case.log import Entry
from firsthand.schema.errors import CannotWrite, UnknownOption
from firsthand.show.dossier import FILED, Dossier, findings_digest, of_case
from firsthand.show.dossier_page import Mark, dossier_page, mark
from firsthand.show.export.formats import put

LARGEST_BYTES = 1 << 30


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What holding a file against a case found."""

    file: str
    comes_from_case: bool
    problems: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    filed_by: str | None = None
    filed_at: str | None = None
    log_entries: int | None = None
    """The log's length when the dossier was made."""


def file_dossier(
    case: Case, path: Path, *, by: str, question: str | None = None, as_pdf: bool = False
) -> Dossier:
    """Write the dossier of a case, and a PDF beside it where asked, each with its digest on the log."""
    dossier = of_case(case)
    html = path if path.suffix.lower() != ".pdf" else path.with_suffix(".html")
    data = dossier_page(dossier, question).encode("utf-8", "replace")
    put(html, data)
    record(case, html.name, data, dossier, by=by)
    if as_pdf:
        from firsthand.show.chromium import pdf

        printed = pdf(html)
        put(html.with_suffix(".pdf"), printed)
        record(case, html.with_suffix(".pdf").name, printed, dossier, by=by)
    return dossier


def record(case: Case, name: str, data: bytes, dossier: Dossier, *, by: str) -> None:
    """Put the digest of a file on the log, once."""
    digest = hashlib.sha256(data).hexdigest()
    if _filed(case, digest) is not None:
        return
    detail = {"sha256": digest, "size": len(data), **msgspec.to_builtins(mark(dossier))}
    with case.writing() as rows:
        rows.append(by, FILED, name, detail)


def _filed(case: Case, digest: str) -> Entry | None:
    entries = (entry for entry in case.store.log() if entry.action == FILED)
    return next((entry for entry in entries if entry.detail.get("sha256") == digest), None)


def check_file(path: Path, case: Case) -> Checked:
    """Whether a file is a dossier of this case, to the letter. Changes nothing. Raises `UnknownOption`."""
    data = _bytes(path)
    report = verify(case)
    problems = list(report.problems)
    entry = _filed(case, hashlib.sha256(data).hexdigest())
    carried = mark_of(data)
    if entry is None:
        problems += list(_why_not(path, carried, case))
        return Checked(file=str(path), comes_from_case=False, problems=tuple(problems))
    if carried is not None:
        problems += list(_differences(carried, entry, case))
    return Checked(
        file=str(path), comes_from_case=not problems, problems=tuple(problems),
        notices=tuple(_since(entry, report, case)), filed_by=entry.actor, filed_at=entry.at,
        log_entries=entry.detail.get("log_entries"),
    )  # fmt: skip


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise UnknownOption(f"{path} is larger than any dossier.")
        return path.read_bytes()
    except FileNotFoundError:
        raise UnknownOption(f"There is no file {path}.") from None
    except OSError as error:
        raise CannotWrite(f"{path} could not be read ({(error.strerror or str(error)).lower()}).") from error


def _why_not(path: Path, carried: Mark | None, case: Case) -> list[str]:
    """What is wrong with a file whose digest the log does not know."""
    if carried is None:
        return [f"{path} is not a dossier that this case's log tells of"]
    heads = {(each.n, each.digest) for each in case.store.log()}
    if (carried.log_entries, carried.log_head) in heads:
        return [
            f"{path} was changed after it was made: it names this case, its bytes are not those on the log"
        ]
    return [f"{path} comes from another case: this log has no entry {carried.log_entries} with its digest"]


def _differences(carried: Mark, entry: Entry, case: Case) -> list[str]:
    """Where what the file carries, what its log entry tells, and the log itself part."""
    found = []
    if msgspec.to_builtins(carried) != {name: entry.detail.get(name) for name in carried.__struct_fields__}:
        found.append("what the file carries is not what the log tells of it")
    head = next((each.digest for each in case.store.log() if each.n == carried.log_entries), None)
    if head != carried.log_head:
        found.append(f"entry {carried.log_entries} of the log is not the one that the file was made from")
    return found


def _since(entry: Entry, report: Report, case: Case) -> list[str]:
    """What has changed in the case since the dossier was made."""
    after = [each for each in case.store.log(entry.detail.get("log_entries", 0)) if each.action != FILED]
    same = findings_digest(of_case(case).findings) == entry.detail.get("findings_sha256")
    found = list(report.notices)
    if after:
        entries = "entry" if len(after) == 1 else "entries"
        found.append(f"the case has gone on: {len(after)} log {entries} since the dossier was made")
    if not same:
        why = "since" if after else "by another version of Firsthand"
        found.append(f"the findings have changed {why}: write the dossier anew to file them")
    return found


def mark_of(data: bytes) -> Mark | None:
    """What a dossier carries of its case; null where the file carries nothing of the kind."""
    reader = _MarkReader()
    reader.feed(data[: 1 << 20].decode("utf-8", "replace"))
    try:
        return msgspec.json.decode(reader.found, type=Mark) if reader.found else None
    except (msgspec.DecodeError, UnicodeEncodeError):
        return None


class _MarkReader(HTMLParser):
    """Finds the mark in the head of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the content of the first mark."""
        named = dict(attrs)
        if tag == "meta" and named.get("name") == "firsthand-dossier" and not self.found:
            self.found = named.get("content") or ""
