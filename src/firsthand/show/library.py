"""Firsthand from Python: read, compare, and a case to work on. `docs/python.md` shows each at work."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from firsthand import pipeline
from firsthand.case import Case as Folder
from firsthand.case import Decision, Report, verify
from firsthand.resources import PLAIN, Instruments, default_instruments
from firsthand.schema import Findings, Hints, Reading, Unreadable
from firsthand.show.dossier import Dossier, of_case

Source = str | bytes | Path


def read(
    source: Source,
    *,
    name: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    instruments: Instruments | None = None,
    fast: bool = False,
) -> list[Reading | Unreadable]:
    """The readings of the documents in a source, with what could not be read among them.

    A `Path` is a file of any kind that the commands take; `bytes` are such a file's content, `name` telling
    its kind by its ending; a `str` is the text itself. With `fast`, sentences that hold no word of saying,
    quotation or violence stay unparsed (`document.unparsed`). Raises `OSError` where a file cannot be opened.
    """
    if isinstance(source, Path):
        data, called = source.read_bytes(), name or str(source)
    elif isinstance(source, bytes):
        data, called = source, name or "-"
    else:
        data, called = source.encode("utf-8", "replace"), name or "text.txt"
    hints = Hints(name=called, published=published, publisher=publisher, url=url)
    if fast:
        instruments = replace(instruments or default_instruments(), fast=True)
    return list(pipeline.read(data, hints, instruments))


def compare(readings: Iterable[Reading | Unreadable], grades: Mapping[str, Any] | None = None) -> Findings:
    """What readings say together. What could not be read is left out.

    `grades`: how reliable you hold sources to be, A to F, by their names.
    """
    return pipeline.compare([each for each in readings if isinstance(each, Reading)], grades)


def open_case(path: str | Path) -> Case:
    """A case that is there. Raises `NotACase` where it is not, `Damaged` where it is broken."""
    return Case(Path(path))


def new_case(path: str | Path, *, title: str | None = None, by: str | None = None) -> Case:
    """A new case in a folder that is not there yet, or empty. Raises `CannotWrite`."""
    Folder.create(Path(path), by=by or _me(), title=title).close()
    return Case(Path(path))


class Case:
    """An open case: what it holds, what was found, what people decided. Close it, or use it in `with`."""

    def __init__(self, path: Path) -> None:
        self._folder = Folder(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the case."""
        self._folder.close()

    @property
    def title(self) -> str:
        """What the case is called."""
        return self._folder.about.name

    def add(
        self,
        *files: str | Path,
        by: str | None = None,
        published: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
        fast: bool = False,
    ) -> Iterator[Any]:
        """Add files and folders; one value for each item as it is done: `status`, `document`, `name`, `why`.

        It goes as far as you ask: `list(case.add(...))` adds everything. `fast` as in `read`.
        """
        from firsthand.show.adding import add

        def said(name: str) -> Hints:
            return Hints(name=name, published=published, publisher=publisher, url=url)

        yield from add(
            self._folder,
            tuple(map(str, files)),
            by=by or _me(),
            said=said,
            without=frozenset({PLAIN} if fast else ()),
            workers=1,
        )

    def dossier(self) -> Dossier:
        """Everything that is shown of the case, gathered once."""
        return of_case(self._folder)

    def readings(self) -> Sequence[Reading]:
        """The readings, in the order in which their documents came, with what people corrected in them."""
        return self.dossier().readings

    def findings(self) -> Findings:
        """What documents and footage say together, with what people decided."""
        return self.dossier().findings

    def decide(
        self,
        on: str,
        action: str,
        *words: str,
        by: str | None = None,
        if_last: int | None = None,
    ) -> Decision:
        """Decide as `firsthand review` does: `decide("d1.c4", "confirm")`. Raises `UnknownOption`.

        `if_last`: the number of the last decision on it that you have seen; `DecidedSince` where it is not.
        """
        from firsthand.show.review import act

        return act(self._folder, on, action, words, by=by or _me(), if_last=if_last)

    def decisions(self) -> list[Decision]:
        """Every decision ever made, in its order."""
        return list(self._folder.store.decisions())

    def verify(self) -> Report:
        """Whether originals, database and log are what they were."""
        return verify(self._folder)

    def export(self, name: str, path: str | Path) -> None:
        """Write the case as `csv`, `geojson` ... `archive`. Raises `UnknownOption` or `CannotWrite`."""
        if name == "archive":
            from firsthand.show.export.archive import write_archive

            write_archive(self._folder, Path(path))
            return
        from firsthand.show.export.formats import put, written

        put(Path(path), written(self.dossier(), name))

    def write_dossier(self, path: str | Path, *, by: str | None = None, question: str | None = None) -> None:
        """Write the dossier page, its digest on the log."""
        from firsthand.show.dossier_filed import file_dossier

        file_dossier(self._folder, Path(path), by=by or _me(), question=question)


def _me() -> str:
    """Who acts, where nobody is named: FIRSTHAND_ACTOR, else the login name."""
    import os

    return os.environ.get("FIRSTHAND_ACTOR", "").strip() or getpass.getuser()
