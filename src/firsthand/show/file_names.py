"""Findings without a case, as a person reads them: documents by their file's name instead of their hash."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

import msgspec

from firsthand.schema import Findings, Reading

LONGEST = 60
"""Characters of a file's name that are shown; of a longer one its end, where names differ."""


def by_file_names(found: Findings, readings: Sequence[Reading]) -> tuple[Findings, list[Reading]]:
    """The same with file names for ids, where a document's id is its hash and its name is no other's."""
    names = {
        each.document.id: _name(each) for each in readings if each.document.sha256[:12] == each.document.id
    }
    often = Counter(names.values())
    called = {id_: name for id_, name in names.items() if name and often[name] == 1}
    if not called:
        return found, list(readings)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, called))})\b")

    def renamed(part: Any) -> Any:
        if isinstance(part, str):
            return pattern.sub(lambda match: called[match.group()], part)
        if isinstance(part, dict):
            return {key: renamed(value) for key, value in part.items()}
        return [renamed(each) for each in part] if isinstance(part, list | tuple) else part

    shown = msgspec.convert(renamed(msgspec.to_builtins(found)), Findings)
    return shown, [_called(each, called.get(each.document.id, each.document.id)) for each in readings]


def _name(reading: Reading) -> str:
    name = PurePath(reading.document.name or "").name
    printable = "".join(each if each.isprintable() else "\ufffd" for each in name)
    return printable if len(printable) <= LONGEST else f"…{printable[1 - LONGEST :]}"


def _called(reading: Reading, name: str) -> Reading:
    return msgspec.structs.replace(reading, document=msgspec.structs.replace(reading.document, id=name))
