"""Why a value of a case is what it is: each reason with its rule in a sentence and the words it went by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from rich.console import Console
from rich.text import Text

from firsthand.case import Case, Found, Held
from firsthand.rules import Rule
from firsthand.schema import (
    Attribution,
    Because,
    Claim,
    Event,
    FootageMention,
    Place,
    Quantity,
    Reading,
    Region,
    Span,
    Time,
    Value,
    words,
)
from firsthand.show import phrases
from firsthand.show.decided import found_as_decided

CONTEXT = 60
"""Characters shown on each side of the words that a rule went by, cut back to whole words."""

POINTS = (
    "event",
    "parent",
    "released",
    "where",
    "when",
    "how_many",
    "places",
    "times",
    "quantities",
    "attribution",
    "place",
)
"""Fields that name other values of the same reading."""


def why(case: Case, typed: str, rules: dict[str, Rule]) -> dict[str, Any]:
    """The reasons behind one value, as `why --json` gives them."""
    found = found_as_decided(case, typed)
    reading, value = found.reading, found.value if found.value is not None else _document(found)
    reasons = getattr(value, "because", ()) if value is not None else ()
    suggested = case.store.reading(found.held.number)
    return {
        "id": str(found.address),
        "kind": found.kind,
        "words": _words(value, reading),
        "in_words": _in_words(value, reading),
        "because": [_reason(reason, reading, rules) for reason in reasons if reading],
        "rests_on": [f"{found.held.id}.{name}" for name in _points(value)] if found.value else [],
        "decisions": [msgspec.to_builtins(d) for d in case.store.decisions(str(found.address))],
        "value": qualified(found.value, found.held.id) if found.value else None,
        "document": of_document(case, found.held, reading),
        "made_by": suggested.made_by if suggested else None,
        "made_at": suggested.at if suggested else None,
    }


def _document(found: Found) -> Value | None:
    return found.reading.document if found.reading else None


def of_document(case: Case, held: Held, reading: Reading | None) -> dict[str, Any]:
    """Where a document came from: its names, hash, and who added it when."""
    original = case.store.original(held.original)
    document = reading.document if reading else None
    return {
        "id": held.id,
        "given_id": held.given_id,
        "sha256": document.sha256 if document else held.key.partition("#")[0],
        "original": held.original,
        "names": list(case.store.names(held.original)),
        "title": document.title if document else None,
        "publisher": document.publisher if document else None,
        "published": document.published if document else None,
        "added_by": original.actor if original else None,
        "added_at": original.at if original else None,
    }


def qualified(value: Value, document: str) -> dict[str, Any]:
    """A value as JSON, with every id in it as it is typed in the case: `c4` is `d3.c4`."""

    def renamed(part: Any) -> Any:
        if isinstance(part, dict):
            return {k: _named(v, document) if k in (*POINTS, "id") else renamed(v) for k, v in part.items()}
        return [renamed(item) for item in part] if isinstance(part, list | tuple) else part

    made: dict[str, Any] = renamed(msgspec.to_builtins(value))
    return made


def _named(ids: Any, document: str) -> Any:
    if isinstance(ids, str):
        return f"{document}.{ids}"
    return [f"{document}.{each}" for each in ids] if isinstance(ids, list | tuple) else ids


def _points(value: Any) -> Iterator[str]:
    """Ids of the values that a value rests on, each once, in the order of its fields."""
    seen: dict[str, None] = {}
    for name in POINTS:
        pointed = getattr(value, name, None)
        seen |= dict.fromkeys([pointed] if isinstance(pointed, str) else pointed or ())
    for part in (*getattr(value, "chain", ()), *(getattr(value, "anchors", ()) or ())):
        for name in ("attribution", "place"):
            if isinstance(getattr(part, name, None), str):
                seen[getattr(part, name)] = None
    return iter(seen)


def _spans(value: Any) -> tuple[Span, ...]:
    if isinstance(value, Claim):
        return value.anchors
    if isinstance(value, Attribution):
        return value.content
    if isinstance(value, Event):
        return (value.trigger,)
    return (value.span,) if hasattr(value, "span") else ()


def _words(value: Any, reading: Reading | None) -> str | None:
    spans = _spans(value)
    return words(reading.document.text, spans) if reading and spans else None


def _in_words(value: Any, reading: Reading | None) -> str | None:
    """A value as a person says it."""
    say = _SAID.get(type(value))
    return say(value, reading.document.text) if say and reading else None


_SAID: dict[type[Any], Callable[[Any, str], str]] = {
    Claim: lambda value, _: f"{phrases.chain(value.chain)} ({phrases.sure(value)})",
    Attribution: lambda value, _: f"{value.source_name or 'a voice without a name'} ({value.certainty})",
    FootageMention: lambda value, _: value.what,
    Place: lambda value, _: phrases.place(value),
    Event: phrases.event,
    Time: phrases.time,
    Region: phrases.region,
    Quantity: phrases.quantity,
}


def _reason(reason: Because, reading: Reading, rules: dict[str, Rule]) -> dict[str, Any]:
    rule = rules.get(reason.rule)
    return {
        "rule": reason.rule,
        "means": rule.means if rule else None,
        "note": reason.note,
        "anchors": [_quoted(span, reading.document.text) for span in reason.anchors],
    }


def _quoted(span: Span, text: str) -> dict[str, Any]:
    """Words of a text between what stands before and after them."""
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    if span.start > CONTEXT:
        before = "…" + (before[before.find(" ") :] if " " in before else before)
    if span.end + CONTEXT < len(text):
        after = (after[: after.rfind(" ") + 1] if " " in after else after) + "…"
    return {"start": span.start, "end": span.end, "words": span.words(text), "before": before, "after": after}


def show(found: dict[str, Any], console: Console) -> None:
    """Print the reasons behind one value."""
    _line(console, (found["id"], "bold cyan"), f"  {found['kind']}", _said(found["words"]))
    if found["in_words"]:
        _line(console, "  ", (_flat(found["in_words"]), "bold"))
    for reason in found["because"]:
        _line(console, "")
        _line(console, "  ", (reason["rule"], "cyan"), f"  {reason['note'] or reason['means'] or ''}")
        if reason["note"] and reason["means"]:
            _line(console, f"    {reason['means']}")
        for quote in reason["anchors"]:
            said = (f"[{_flat(quote['words'])}]", "bold")
            _line(console, f"    {_flat(quote['before'])}", said, _flat(quote["after"]))
    if not found["because"]:
        _line(
            console,
            "  No reason is on record." if found["made_by"] else "  It has no reading: add its file again.",
        )
    _line(console, "")
    for decision in found["decisions"]:
        _line(
            console,
            f"  decided: {decision['field']} = {decision['value']}, {decision['actor']}, {decision['at']}",
        )
    if found["rests_on"]:
        _line(console, "  rests on ", (" ".join(found["rests_on"]), "cyan"))
    document = found["document"]
    _line(console, f"  in {document['id']}: {' = '.join(document['names'])}")
    _line(console, f"  added by {document['added_by']}, {document['added_at']}; SHA-256 {document['sha256']}")
    if found["made_by"]:
        _line(console, f"  read by {found['made_by']}, {found['made_at']}")


def _said(quoted: str | None) -> str:
    return f"  “{_flat(quoted).strip()}”" if quoted else ""


def _flat(text: str) -> str:
    """Line breaks and runs of white space as one blank; blanks at the ends stay."""
    return " ".join(f"<{text}>".split())[1:-1]


def _line(console: Console, *parts: str | tuple[str, str]) -> None:
    console.print(Text.assemble(*parts), soft_wrap=True)
