"""Files -> documents in a case: the one way in, for the command line and for the workbench."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path
from typing import Literal

import msgspec

from firsthand import __version__
from firsthand.case import Case, Held, Outcome, Step, document_key, hints_key
from firsthand.engine import Failed, each
from firsthand.footage import READABLE
from firsthand.ingest import ingest
from firsthand.pipeline import read_document
from firsthand.resources import PLAIN, Instruments, default_instruments
from firsthand.resources.inventory import inventory
from firsthand.schema import Document, Hints, Unreadable, Value
from firsthand.show.adding_clips import add_clip, is_footage, playlist
from firsthand.show.code_version import code_version
from firsthand.show.inputs import Input, inputs
from firsthand.show.unpacking_room import rooms

READS = ("ingest", "extract", "ground", "resources", "schema", "rules.py", "pipeline.py")
"""What of Firsthand a reading depends on."""


NEW = Held(number=0, key="", original="", position=0, given_id="")


class Added(Value, frozen=True, kw_only=True):
    """What became of one item, once that is durable."""

    name: str
    status: Outcome | Literal["unreadable"]
    document: str | None = None
    """`d3`; null where the item could not be read, or is footage."""
    clip: str | None = None
    """`v1`; null where the item is no footage."""
    given_id: str | None = None
    why: str | None = None
    advice: str | None = None
    recorded: str | None = None
    """Of a clip that is there already: what was said of it now and not before."""


@dataclass(frozen=True)
class _Item:
    """One item of an original, and what is to be done with it."""

    name: str
    original: str = ""
    position: int = 0
    hints: str = ""
    last: bool = False
    recorded: bool = False
    """Nothing is left to do but to say so."""
    held: Held = NEW
    """The document; its number is 0 while it is new."""
    document: Document | None = None
    """To be read."""
    unreadable: Unreadable | None = None
    footage: tuple[Path, Hints] | None = None
    """A video or still, and what is said of it."""


Watched = Callable[[str, float], None]
"""Told the name of a clip and the part of it that is done, 0 to 1."""


def add(
    case: Case,
    names: Iterable[str],
    *,
    by: str,
    said: Callable[[str], Hints] = lambda name: Hints(name=name),
    without: frozenset[str] = frozenset(),
    workers: int = 1,
    watched: Watched | None = None,
) -> Iterator[Added]:
    """Add files, folders, archives to a case; one result an item, in order, each durable when given out.

    `said` gives what the user says of a file. Stop taking results, or kill the process, at any moment: what
    was given out is kept, and the same call again goes on from there.
    """
    case.mend()
    step = this_step(default_instruments(without))
    with rooms() as room:
        sources = inputs(names, also=READABLE, room=room)
        yield from _added(case, sources, by, said, (step, without, workers), watched)


def _added(
    case: Case,
    sources: Iterable[Input | Unreadable],
    by: str,
    said: Callable[[str], Hints],
    made: tuple[Step, frozenset[str], int],
    watched: Watched | None,
) -> Iterator[Added]:
    step, without, workers = made
    waiting: deque[_Item] = deque()

    def to_read() -> Iterator[Document | None]:
        for item in _items(case, sources, said, step, by):
            waiting.append(item)
            yield item.document

    broken: set[str] = set()
    for result in each(partial(_reading, without), to_read(), workers):
        item = waiting.popleft()
        if item.footage is not None:
            yield _add_footage(case, item.name, item.footage, by, watched)
            continue
        if isinstance(result, Failed):
            # Perhaps another time: the original is not marked as finished.
            broken.add(item.original)
            advice = "The file is kept. Add it again; if it fails again, report it as a defect of Firsthand."
            why = f"the reading failed ({result.why})."
            unreadable = Unreadable(name=item.name, why=why, advice=advice)
            item = replace(item, document=None, unreadable=unreadable)
        yield _record(case, replace(item, last=item.last and item.original not in broken), result, step, by)


def _add_footage(
    case: Case, name: str, footage: tuple[Path, Hints], by: str, watched: Watched | None
) -> Added:
    path, given = footage
    done = add_clip(
        case, name, path, by=by, given=given, progress=partial(watched, name) if watched else None
    )
    if done.status is None or done.unreadable is not None:
        bad = done.unreadable or Unreadable(name=name, why="could not be read.")
        return Added(name=name, status="unreadable", why=bad.why, advice=bad.advice)
    return Added(name=name, status=done.status, clip=done.clip, recorded=done.recorded)


def _reading(without: frozenset[str], document: Document | None) -> bytes | None:
    """The step that processes share: the JSON of a document's reading."""
    if document is None:
        return None
    return msgspec.json.encode(read_document(document, default_instruments(without)))


def _items(
    case: Case, sources: Iterable[Input | Unreadable], said: Callable[[str], Hints], step: Step, by: str
) -> Iterator[_Item]:
    for source in sources:
        if isinstance(source, Unreadable):  # a name with nothing behind it: nothing to record
            yield _Item(name=source.name, unreadable=source, recorded=True)
        elif _is_of_a_case(source, case):
            continue
        elif bad := playlist(source.path, _shown(source.name)):
            yield _Item(name=bad.name, unreadable=bad, recorded=True)
        elif source.path is not None and is_footage(source.path):
            name = _shown(source.name)
            yield _Item(name=name, footage=(source.path, said(source.name)))
        else:
            yield from _file(case, source, said, step, by)


def _is_of_a_case(source: Input, case: Case) -> bool:
    """Whether a file is part of this case or the log of another one: walked over, never read."""
    if source.path is None:
        return False
    path = source.path.resolve()
    in_another = path.name == "log.jsonl" and (path.parent / "case.toml").is_file()
    return in_another or path.is_relative_to(case.path.resolve())


def _shown(name: str) -> str:
    """A name as it may be written: odd bytes, which no log can hold, are shown as question marks."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _file(case: Case, source: Input, said: Callable[[str], Hints], step: Step, by: str) -> Iterator[_Item]:
    name = _shown(source.name)
    data = source.bytes()
    if isinstance(data, Unreadable):
        yield _Item(name=name, unreadable=msgspec.structs.replace(data, name=name))
        return
    original = case.keep(data, name=name, by=by, given=said(name))
    known = case.hints(original)
    if case.store.is_finished(original.sha256, step.name, step.version, hints_key(known)):
        yield from _finished(case, name, original.sha256)
        return
    at = _Item(name=name, original=original.sha256, hints=hints_key(known))
    seen: Counter[str] = Counter()
    ingested = ingest(data, known)
    found: Document | Unreadable | None = next(ingested, Unreadable(name=name, why="holds no document."))
    while found is not None:
        following = next(ingested, None)
        yield _sorted_out(case, replace(at, last=following is None), found, step, seen)
        at, found = replace(at, position=at.position + 1), following


def _sorted_out(case: Case, at: _Item, found: Document | Unreadable, step: Step, seen: Counter[str]) -> _Item:
    """Whether an item must be read, is there already, or cannot be read."""
    if isinstance(found, Unreadable):
        return replace(at, name=found.name, unreadable=found)
    seen[found.sha256] += 1
    key = document_key(found.sha256, at.original, seen[found.sha256])
    held = Held(number=0, key=key, original=at.original, position=at.position, given_id=found.id)
    known = case.store.document_by_key(key)
    done = known is not None and (
        known.original != at.original
        or case.store.reading_of(known.number, step.name, step.version, at.hints) is not None
    )
    return replace(at, name=found.name or at.name, held=known or held, document=None if done else found)


def _finished(case: Case, name: str, original: str) -> Iterator[_Item]:
    for held in case.store.documents_of(original):
        yield _Item(name=name, held=held, recorded=True)
    for item in case.store.unreadable(original):
        unreadable = Unreadable(name=item.name, why=item.why, advice=item.advice)
        yield _Item(name=item.name, unreadable=unreadable, recorded=True)


def _record(case: Case, item: _Item, result: bytes | Failed | None, step: Step, by: str) -> Added:
    """Make what became of an item durable, then say it."""
    bad, held, hints, last = item.unreadable, item.held, item.hints, item.last
    if bad is not None:
        if not item.recorded:
            at = (item.original, item.position)
            case.put_unreadable(bad, at, step=step, hints=hints, by=by, last=last)
        return Added(name=item.name, status="unreadable", why=bad.why, advice=bad.advice)
    outcome: Outcome = "already there"
    if isinstance(result, bytes):
        outcome, held = case.put_reading(held, result, step=step, hints=hints, by=by, last=last)
    elif not item.recorded:
        case.confirm(held, (item.original, item.position), step=step, hints=hints, last=last)
    return Added(name=item.name, status=outcome, document=held.id, given_id=held.given_id)


def this_step(instruments: Instruments) -> Step:
    """The reading that this Firsthand makes with these instruments. Changed code is another version."""
    parts = ((field.name, getattr(instruments, field.name)) for field in fields(instruments))
    named = [
        _version(kind, part.name) for kind, part in parts if isinstance(getattr(part, "name", None), str)
    ]
    fast = [f"without {PLAIN}"] if instruments.fast else []
    made_by = ", ".join([f"firsthand {__version__}", *named, *fast])
    return Step(version=f"{made_by}, {code_version(READS)}", made_by=made_by)


def _version(kind: str, name: str) -> str:
    """An instrument with the version that `doctor` tells of it; by its own name where that lists none."""
    listed = (each.version for each in inventory() if each.name == f"encoder of {kind}")
    version = next(listed, "")
    return f"{kind} {version}" if version else name
