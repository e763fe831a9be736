"""Documents of a case of which nobody said who published them, or when: what to do, in one line."""

from __future__ import annotations

from collections.abc import Iterable
from shlex import quote
from typing import TYPE_CHECKING

from firsthand.show import decided

if TYPE_CHECKING:
    from firsthand.case import Case
    from firsthand.schema import Document

NAMED = 3
"""Documents that the line names; of more it gives the number."""


def unsigned(case: Case, names: Iterable[str]) -> str | None:
    """The line for those of some documents (`d3`) that lack publisher or day; None where none does."""
    lacking = [found for name in dict.fromkeys(names) if (found := _lacks(case, name))]
    if not lacking:
        return None
    told = ", ".join(f"{name}: no {what}" for name, what in lacking[:NAMED])
    told += f" and {len(lacking) - NAMED} more" if len(lacking) > NAMED else ""
    many = "1 document has" if len(lacking) == 1 else f"{len(lacking)} documents have"
    typed, (name, what) = quote(str(case.path)), lacking[0]
    field, value = ("published", "2031-03-14") if what == "day" else ("publisher", "NAME")
    return (
        f"{many} no publisher or day of publication ({told}). Add the file again with --publisher NAME "
        f"--published YYYY-MM-DD, or: firsthand review {typed} {name} correct {field} {value}"
    )


def _lacks(case: Case, name: str) -> tuple[str, str] | None:
    document = _document(case, name)
    if document is None or (document.publisher and document.published):
        return None
    lacks = (("publisher", document.publisher), ("day", document.published))
    return name, " or ".join(what for what, there in lacks if not there)


def _document(case: Case, name: str) -> Document | None:
    reading = decided.found_as_decided(case, name).reading
    return reading.document if reading else None
