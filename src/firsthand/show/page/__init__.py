"""Findings -> one HTML file that needs no network, prints well, and works without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from firsthand import __version__
from firsthand.schema import Contradiction, Findings, Group
from firsthand.schema.finding import FigureRange
from firsthand.show import decided
from firsthand.show.denials import Denials
from firsthand.show.dossier import Dossier
from firsthand.show.findings_order import incident, shared, weightiest
from firsthand.show.footage_shown import alarms_once
from firsthand.show.page.drawing import drawing
from firsthand.show.page.quoted import Quoted, quoted
from firsthand.show.phrases import CREDIBILITY, FIELDS, count, figure_range
from firsthand.show.provenance import trees


def write_page(path: Path, dossier: Dossier) -> None:
    """Write the findings page. Raises `OSError` where the file cannot be written."""
    path.write_text(findings_page(dossier), encoding="utf-8")


def findings_page(dossier: Dossier) -> str:
    """The page as HTML. All text of documents is escaped; nothing in it is loaded from elsewhere."""
    found = dossier.findings
    view = _View(dossier)
    chosen = shared(found)
    told = sorted(found.groups, key=lambda group: (-len(group.documents), _number(group.id)))
    return (
        environment()
        .get_template("findings.html.j2")
        .render(
            title=dossier.title,
            version=__version__,
            style=Markup(files(__package__).joinpath("style.css").read_text(encoding="utf-8")),  # noqa: S704
            found=found,
            view=view,
            fields=FIELDS,
            credibility=CREDIBILITY,
            count=count,
            incident=incident(found),
            alarms=alarms_once(found),
            contradictions=weightiest(found),
            shared=[group for group in told if group.id in chosen],
            alone=[group for group in told if group.id not in chosen],
        )
    )


def _number(name: str) -> int:
    digits = "".join(filter(str.isdigit, name))
    return int(digits) if digits else 0


def environment() -> Environment:
    """Templates of this folder; what is put into them is escaped."""
    return Environment(
        loader=PackageLoader(__package__, "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class _View:
    """What the template asks of the findings."""

    def __init__(self, dossier: Dossier) -> None:
        self._found: Findings = dossier.findings
        self._dossier = dossier
        self._denials = Denials(dossier.findings, dossier.readings)
        self.worded, self.asked = self._denials.worded, self._denials.asked
        self.minus, self.in_quarrel = self._denials.minus, self._denials.in_quarrel
        self._text = {reading.document.id: reading.document.text for reading in dossier.readings}
        self._document = {document.id: document for document in self._found.documents}
        self._group = {group.id: group for group in self._found.groups}
        self._claims: dict[str, list[Any]] = {}
        for claim in self._found.claims:
            self._claims.setdefault(claim.group, []).append(claim)
        self._origin = {origin.id: origin for origin in self._found.origins}

    def document(self, name: str) -> str:
        """What a reader calls a document: its publisher, else its title, else its id."""
        document = self._document.get(name)
        return (document and (document.publisher or document.title)) or name

    def published(self, name: str) -> str:
        """The day of publication, or that nobody says."""
        document = self._document.get(name)
        return (document and document.published) or "no date"

    def group(self, name: str) -> Group | None:
        """A group by its id."""
        return self._group.get(name)

    def origin(self, name: str | None) -> Any:
        """An origin by its id."""
        return self._origin.get(name) if name else None

    def tellings(self, group: Group) -> list[Any]:
        """The claims of a group, as the documents tell them."""
        return self._claims.get(group.id, [])

    def quote(self, claim: Any) -> Quoted:
        """The claim's words within their sentence."""
        return quoted(self._text.get(claim.document, ""), claim.anchors)

    def anchor(self, anchor: Any) -> Quoted:
        """The words of an anchor within their sentence."""
        return quoted(self._text.get(anchor.document, ""), ((anchor.start, anchor.end),))

    def range(self, figure: FigureRange) -> str:
        """The least and the most that the tellings of a group allow, in words."""
        return figure_range(figure)

    def drawing(self, group: Group) -> Markup:
        """Who has it from whom, as SVG."""
        return drawing(trees(group, self._found), f"who has {group.id} from whom")

    def decided(self, group: Group) -> list[str]:
        """What people decided of a group, in words with their names."""
        return [decided.said_of(each, group) for each in self._dossier.decided_of(group).values()]

    def against(self, group: Group) -> list[tuple[Contradiction, Group]]:
        """What cannot hold together with a group, and the groups that say so."""
        return list(self._against(group))

    def _against(self, group: Group) -> Iterator[tuple[Contradiction, Group]]:
        for pair in self._found.contradictions:
            if group.id in (pair.a, pair.b):
                other = self._group.get(pair.b if pair.a == group.id else pair.a)
                if other is not None:
                    yield pair, other
