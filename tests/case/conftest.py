"""Cases in a quick folder, and readings made by hand."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from firsthand.case import Case, Held, Step, document_key, hints_key
from firsthand.schema import Because, Claim, Document, Reading, Span, Time, Voice

STEP = Step(version="1", made_by="firsthand 1")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that every user may enter, in memory where there is such a place: syncing is quick there."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        path = Path(name).resolve()
        path.chmod(0o755)
        yield path


@pytest.fixture
def case(folder: Path) -> Iterator[Case]:
    with Case.create(folder / "case", by="Ada") as made:
        yield made


def reading_of(text: str, sha256: str, given_id: str = "w1") -> bytes:
    """A reading with one claim and one time over the whole text."""
    whole = Span(0, len(text))
    because = (Because(rule="claim.publisher", anchors=(whole,)),)
    claim = Claim(
        id="c1", anchors=(whole,), text=text, chain=(Voice(name="Harbour Post", kind="outlet"),), when=("t1",),
        because=because,
    )  # fmt: skip
    time = Time(id="t1", start=0, end=len(text), type="DATE", because=because)
    document = Document(id=given_id, sha256=sha256, text=text)
    return msgspec.json.encode(Reading(document=document, claims=(claim,), times=(time,)))


@pytest.fixture
def put():
    """Add a text to a case as `add` does: the original, then its one document with its reading."""

    def put(case: Case, text: str, *, name: str = "a.txt", by: str = "Ada", step: Step = STEP, **more):
        original = case.keep(text.encode(), name=name, by=by, **more)
        held = Held(
            number=0, key=document_key(original.sha256, original.sha256, 1), original=original.sha256,
            position=0, given_id="w1",
        )  # fmt: skip
        reading = reading_of(text, original.sha256)
        hints = hints_key(case.hints(original))
        return case.put_reading(held, reading, step=step, hints=hints, by=by, last=True)

    return put
