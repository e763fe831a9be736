"""A published item, and what could not be read of it."""

from __future__ import annotations

from firsthand.schema.anchor import Span, Spans, Value
from firsthand.schema.because import Reasons


class Document(Value, frozen=True, kw_only=True):
    """One published item: who published what, when, and the text that was read from its bytes."""

    id: str
    sha256: str
    """SHA-256 of the original bytes (of the line's bytes in JSON Lines), lower-case hexadecimal."""
    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    """ISO 8601 date, or date and time with its zone where the source gives one; null where nobody says."""
    language: str | None = None
    """ISO 639-1 code of the language that the text is in; null where it cannot be told."""
    url: str | None = None
    author: str | None = None
    name: str | None = None
    """The file or the record that it came from, as the user named it."""
    media_type: str | None = None
    furniture: Spans = ()
    """Page furniture set aside: "Most Commented", share lines, captions. Nothing is read from it."""
    paragraphs: Spans = ()
    """The running text, paragraph by paragraph, furniture left out. In text order, never overlapping."""
    unparsed: Spans = ()
    """Sentences of the running text that a fast reading did not parse; none in any other reading."""
    notices: tuple[str, ...] = ()
    """What a reader should know of how it was read ("page 3 has no text layer")."""
    because: Reasons = ()

    @property
    def parsed(self) -> Spans:
        """The running text that is parsed: the paragraphs, or in a fast reading what of them is left."""
        if not self.unparsed:
            return self.paragraphs
        left = iter(self.unparsed)
        passed = next(left, None)
        found: list[Span] = []
        for paragraph in self.paragraphs:
            start = paragraph.start
            while passed is not None and passed.start < paragraph.end:
                if passed.start > start:
                    found.append(Span(start, passed.start))
                start, passed = passed.end, next(left, None)
            if start < paragraph.end:
                found.append(Span(start, paragraph.end))
        return tuple(found)


class Unreadable(Value, frozen=True, kw_only=True):
    """An item that could not be read: what, where, and what to do next. The rest of the run goes on."""

    name: str
    why: str
    advice: str | None = None

    def __str__(self) -> str:
        return f"{self.name}: {self.why}" + (f" {self.advice}" if self.advice else "")


class Hints(Value, frozen=True, kw_only=True):
    """What the user says of an input that its bytes may not say."""

    name: str
    """The file's name as the user typed it; `-` for standard input."""
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
