"""Dossier -> one HTML file to be filed: it prints well, needs no network and no script.

The same case gives the same bytes: nothing in it tells when the file was written, but from which entry of
the case's log.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import PurePath
from typing import Any, NamedTuple

import msgspec
from markupsafe import Markup

from firsthand import __version__
from firsthand.case import Decision
from firsthand.schema import ClipFinding, Group, Reading
from firsthand.show import decided, phrases
from firsthand.show.clock import clock, moment
from firsthand.show.denials import Denials
from firsthand.show.dossier import ClipShown, Dossier, findings_digest
from firsthand.show.dossier_map import case_map
from firsthand.show.dossier_time import time_line
from firsthand.show.export.events import Row, Told, columns, rows
from firsthand.show.page import environment
from firsthand.show.page.drawing import drawing
from firsthand.show.page.quoted import Quoted, quoted
from firsthand.show.provenance import trees

MOST_PICTURES = 8
PRECISIONS = {
    "settlement": "settled town", "district or state": "settled area", "country": "country",
    "region": "region that the words give", "wide": "wide area", "unsettled": "not settled",
}  # fmt: skip


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """What a dossier carries of the case that it came from."""

    case: str
    log_entries: int
    log_head: str
    findings_sha256: str
    made_by: str


def mark(dossier: Dossier) -> Mark:
    """The mark of a dossier as the case stands."""
    return Mark(
        case=dossier.title,
        log_entries=dossier.log.entries,
        log_head=dossier.log.head,
        findings_sha256=findings_digest(dossier.findings),
        made_by=f"firsthand {__version__}",
    )


def dossier_page(dossier: Dossier, question: str | None = None) -> str:
    """The page. All text of documents is escaped; nothing in it is loaded from elsewhere."""
    view = _View(dossier)
    told = sorted(view.rows, key=lambda row: (-len(row.group.documents), _number(row.group.id)))
    shared = [row for row in told if len(row.group.documents) > 1 or view.is_against(row.group)]
    style = "".join(_own(name) for name in ("style.css", "dossier.css"))
    return (
        environment()
        .get_template("dossier.html.j2")
        .render(
            view=view,
            dossier=dossier,
            found=dossier.findings,
            question=(question or "").strip(),
            style=Markup(style),  # noqa: S704 - ours
            mark=mark(dossier),
            moment=moment,
            fields=phrases.FIELDS,
            mark_json=msgspec.json.encode(mark(dossier)).decode(),
            shared=shared,
            alone=[row for row in told if row not in shared],
            time_line=time_line(shared if any(row.when.earliest for row in shared) else view.rows),
            map=case_map(dossier.readings, dossier.title),
        )
    )


def _own(name: str) -> str:
    return files("firsthand.show.page").joinpath(name).read_text(encoding="utf-8")


def _number(name: str) -> int:
    digits = "".join(filter(str.isdigit, name))
    return int(digits) if digits else 0


class Against(NamedTuple):
    """A group that cannot hold beside another."""

    field: str
    other: Group
    why: str


class _View:
    """What the template asks of a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._of = dossier
        self.rows = list(rows(dossier))
        denials = Denials(dossier.findings, dossier.readings)
        self.worded, self.asked, self.minus = denials.worded, denials.asked, denials.minus
        self._row = {row.group.id: row for row in self.rows}
        self._reading = {reading.document.id: reading for reading in dossier.readings}
        self._document = {document.id: document for document in dossier.findings.documents}
        self._origin = {origin.id: origin for origin in dossier.findings.origins}
        self._original = {each.id: each.original for each in dossier.held}
        self._clip = {each.id: each for each in dossier.clips}
        self._against: dict[str, list[Against]] = {}
        for pair in dossier.findings.contradictions:
            for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
                if other in self._row:
                    why = next((each.note for each in pair.because if each.note), "")
                    against = Against(phrases.FIELDS[pair.field], self._row[other].group, why)
                    self._against.setdefault(one, []).append(against)

    @property
    def hands(self) -> int:
        """How many first hands stand behind any group."""
        return len({name for row in self.rows for name in row.group.origins})

    def row(self, name: str) -> Row | None:
        """A group by its id."""
        return self._row.get(name)

    def publisher(self, name: str) -> str:
        """What a reader calls a document: its publisher, else its title, else its id."""
        document = self._document.get(name)
        return (document and (document.publisher or document.title)) or name

    def published(self, name: str) -> str:
        """The day of publication, or that nobody says."""
        document = self._document.get(name)
        return moment(document.published if document else None) or "no date"

    def quote(self, told: Told) -> Quoted:
        """The words that tell it, within their paragraph."""
        return quoted(told.reading.document.text, told.telling.anchors[:1] or told.telling.anchors)

    def facts(self, row: Row) -> Iterator[tuple[str, str]]:
        """When, where and how many of a group, in words."""
        table = columns(row, self._of)
        if row.group.when:
            yield "When", "; ".join(row.group.when)
        if row.where:
            yield "Where", "; ".join(f"{site.name} ({PRECISIONS[site.precision]})" for site in row.where[:4])
        if row.group.how_many:
            ends = [table[name] for name in ("low", "best", "high")]
            shown = " / ".join("open" if each is None else phrases.figure(each) for each in ends)
            yield "How many", f"{'; '.join(row.group.how_many)} (low / best / high: {shown})"
        if row.group.footage != "not checked":
            yield "Footage", row.group.footage

    def chain(self, told: Told) -> str:
        """The voices of a telling."""
        return phrases.chain(told.telling.chain)

    def origin(self, name: str | None) -> Any:
        """An origin by its id."""
        return self._origin.get(name) if name else None

    def drawing(self, row: Row) -> Markup:
        """Who has it from whom, as SVG."""
        return drawing(trees(row.group, self._of.findings), f"who has {row.group.id} from whom")

    def against(self, group: Group) -> Sequence[Against]:
        """What cannot hold together with a group."""
        return self._against.get(group.id, ())

    def is_against(self, group: Group) -> bool:
        """Whether anything cannot hold together with it."""
        return group.id in self._against

    def updates(self, group: Group) -> list[tuple[str, Group]]:
        """Groups with a later or an earlier figure: (`later` or `earlier`, the group)."""
        found = []
        for each in self._of.findings.updates:
            for word, one, other in (("later", each.from_, each.to), ("earlier", each.to, each.from_)):
                if one == group.id and other in self._row:
                    found.append((word, self._row[other].group))
        return found

    def reasons(self, group: Group) -> list[Any]:
        """Why the count and the verdict are what they are."""
        own = (*group.because, *(group.verdict.because if group.verdict else ()))
        return [each for each in own if each.note]

    def said(self, decision: Decision, group: Group | None = None) -> str:
        """A decision in words."""
        return decided.said_of(decision, group) if group else decided.said(decision)

    def decided_claims(self, row: Row) -> list[tuple[str, Decision]]:
        """What people decided of the claims of a group."""
        names = dict.fromkeys(told.id for told in row.tellings)
        return [(name, each) for name in names for each in self._of.decided_on(name).values()]

    def value(self, decision: Decision) -> str:
        """What was decided."""
        return decided.in_words(decision)

    def clip(self, found: ClipFinding) -> ClipShown | None:
        """A clip by its finding."""
        return self._clip.get(found.id)

    def file(self, name: str) -> str:
        """A file's name without the folders of this machine."""
        return PurePath(name).name or name

    def pictures(self, found: ClipFinding) -> list[tuple[str, str]]:
        """Small pictures of a clip, spread over its length: (its second, JPEG in base64)."""
        shown = self._clip.get(found.id)
        every = shown.pictures if shown else ()
        step = max(1, -(-len(every) // MOST_PICTURES))
        return [(clock(at), b64encode(data).decode("ascii")) for at, data in every[::step]]

    def told_by(self, document: str) -> list[str]:
        """Ids of the groups that a document tells."""
        return [row.group.id for row in self.rows if document in row.group.documents]

    def where(self, target: str) -> str:
        """The group or document of this page that a decision is about; empty where it is about neither."""
        if target in self._document:
            return target
        claim = target.replace(".", "/", 1) if "/" not in target else target
        tellings = ((each, row) for row in self.rows for each in row.group.claims)
        found = next(
            (row.group.id for each, row in tellings if each == claim or each.startswith(f"{claim}.")), ""
        )
        return found or (document if (document := target.partition(".")[0]) in self._document else "")

    def original(self, reading: Reading) -> str:
        """SHA-256 of the original bytes that a document came in."""
        return self._original.get(reading.document.id, reading.document.sha256)

    def history(self) -> list[tuple[Decision, str]]:
        """Every decision ever made, with what became of it."""
        later = {each.supersedes: each for each in self._of.history if each.supersedes is not None}
        aside = {each.n for each in self._of.aside}
        made = []
        for each in self._of.history:
            after = later.get(each.n)
            state = f"superseded by number {after.n}" if after else "in force"
            state = "set aside: other words are read there today" if each.n in aside else state
            made.append((each, state if each.value is not None else "taken back"))
        return made
