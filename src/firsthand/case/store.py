"""What a case asks of the database under it, and the rows that go in and come out.

SQLite (`sqlite.py`) is the one that ships. Another database keeps this protocol and passes the tests in
`tests/case/test_store.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Any, Protocol

from firsthand.case.log import Entry
from firsthand.schema import Value


class Step(Value, frozen=True, kw_only=True):
    """Which machine says something: readings of another version are made anew, old ones stay."""

    version: str
    """Changes whenever the same bytes could read differently."""
    made_by: str
    """The same for people: `firsthand 0.1.0, en_core_web_sm 3.8.0`."""
    name: str = "read"


class Original(Value, frozen=True, kw_only=True):
    """Bytes that were given, by their hash."""

    sha256: str
    size: int
    name: str
    at: str
    actor: str


class Held(Value, frozen=True, kw_only=True):
    """A document in a case."""

    number: int
    key: str
    original: str
    position: int
    given_id: str

    @property
    def id(self) -> str:
        """How people name it: `d3`."""
        return f"d{self.number}"


class Suggested(Value, frozen=True, kw_only=True):
    """A reading as a machine made it: the JSON of a `schema.Reading`."""

    document: int
    step: str
    version: str
    hints: str
    made_by: str
    at: str
    digest: str
    reading: bytes


class HeldClip(Value, frozen=True, kw_only=True):
    """A video or still in a case."""

    number: int
    original: str

    @property
    def id(self) -> str:
        """How people name it: `v1`."""
        return f"v{self.number}"


class SuggestedClip(Value, frozen=True, kw_only=True):
    """What a machine made of a clip in one step: its description, its pictures, its fingerprint."""

    clip: int
    step: str
    version: str
    made_by: str
    at: str
    digest: str
    value: bytes


class NotRead(Value, frozen=True, kw_only=True):
    """An item that could not be read. `original` is "" where not even its bytes could be had."""

    original: str
    position: int
    version: str
    name: str
    why: str
    advice: str | None
    at: str


class Decision(Value, frozen=True, kw_only=True):
    """What a person said of a target's field. It stays on record; a later one supersedes it."""

    n: int
    """Number of the log entry that tells of it."""
    target: str
    field: str
    value: Any
    about: Any
    """The suggestion that the person saw when deciding; null where there was none."""
    actor: str
    at: str
    supersedes: int | None


class Writing(Protocol):
    """Changes inside `Store.writing()`. Given and decided rows can be inserted, never changed."""

    def append(self, actor: str, action: str, subject: str, detail: dict[str, Any]) -> Entry:
        """One more log entry, chained to the last one."""

    def note_mirrored(self, n: int) -> None:
        """The entries up to a number stand in `log.jsonl`, safe on the disk."""

    def insert_original(self, original: Original) -> None:
        """Bytes that are already safe in `originals/`."""

    def insert_name(self, sha256: str, name: str) -> None:
        """Another name of known bytes."""

    def insert_document(self, key: str, original: str, position: int, given_id: str) -> Held:
        """A new document, with the next number."""

    def insert_decision(self, decision: Decision) -> None:
        """A decision whose log entry was appended before."""

    def put_reading(self, suggested: Suggested) -> None:
        """A reading, and the one shown from now on. One that is there under the same key is replaced."""

    def show_reading(self, suggested: Suggested) -> None:
        """Let a reading that is there be the one shown."""

    def put_appearance(self, original: str, position: int, document: int) -> None:
        """Which document stands at a position of an original."""

    def put_unreadable(self, item: NotRead) -> None:
        """An item that could not be read; replaces what was said of it before."""

    def forget_unreadable(self, original: str, position: int, name: str) -> None:
        """Take back that an item could not be read."""

    def put_finished(self, original: str, step: str, version: str, hints: str) -> None:
        """Every item of an original has been dealt with."""

    def insert_clip(self, original: str) -> HeldClip:
        """A new clip, with the next number."""

    def put_clip(self, suggested: SuggestedClip) -> None:
        """What a step made of a clip, shown from now on. The same step's and version's is replaced."""


class Store(Protocol):
    """The rows of one case."""

    def writing(self) -> AbstractContextManager[Writing]:
        """One writer at a time, over all processes. What the block writes is durable when the block ends.

        All of it or, if the block raises or the process dies, none. Raises `CaseBusy` where another writer
        does not finish in time and `CannotWrite` where the disk refuses.
        """

    def original(self, sha256: str) -> Original | None:
        """Given bytes, by their hash."""

    def originals(self) -> Iterator[Original]:
        """All given bytes, by their hash."""

    def names(self, sha256: str) -> tuple[str, ...]:
        """Every name under which bytes came, the first one first."""

    def document(self, number: int) -> Held | None:
        """A document by its number."""

    def document_by_key(self, key: str) -> Held | None:
        """A document by its key."""

    def documents(self) -> Iterator[Held]:
        """All documents, in the order in which they came."""

    def documents_of(self, original: str) -> tuple[Held, ...]:
        """The documents that an original holds, in their order."""

    def document_at(self, original: str, position: int) -> Held | None:
        """The document at a position of an original, as last read."""

    def reading(self, document: int) -> Suggested | None:
        """The reading that is shown of a document."""

    def reading_of(self, document: int, step: str, version: str, hints: str) -> Suggested | None:
        """The reading that one version made with some hints."""

    def readings(self) -> Iterator[Suggested]:
        """All readings, old ones too."""

    def unreadable(self, original: str | None = None) -> Iterator[NotRead]:
        """The items of an original, or all items, that could not be read."""

    def is_finished(self, original: str, step: str, version: str, hints: str) -> bool:
        """Whether every item of an original has been dealt with by one version."""

    def unfinished(self) -> Iterator[Original]:
        """Originals that no version has dealt with to their end."""

    def clip(self, number: int) -> HeldClip | None:
        """A clip by its number."""

    def clip_of(self, original: str) -> HeldClip | None:
        """The clip that an original is."""

    def clips(self) -> Iterator[HeldClip]:
        """All clips, in the order in which they came."""

    def clip_made(self, clip: int, step: str, version: str | None = None) -> SuggestedClip | None:
        """What a step made of a clip: the last, or the one of a version."""

    def clip_digests(self, step: str) -> dict[int, str]:
        """The digest of what a step last made of each clip, by the clip's number."""

    def clips_made(self) -> Iterator[SuggestedClip]:
        """What all steps made of all clips, old ones too. One at a time."""

    def decisions(self, target: str | None = None) -> Iterator[Decision]:
        """Decisions on a target, or all, in the order in which they were made."""

    def log(self, after: int = 0) -> Iterator[Entry]:
        """Log entries with a number above `after`, in order."""

    def mirrored(self) -> int:
        """The number of the last entry that is known to stand in `log.jsonl`; 0 where nobody noted it."""

    def problems(self) -> list[str]:
        """What the database itself finds wrong with its file and its references."""

    def close(self) -> None:
        """Let go of the database."""
