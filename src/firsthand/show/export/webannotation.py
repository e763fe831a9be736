"""Claims -> W3C Web Annotations: each on the exact words of its document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from firsthand.schema import Claim, Reading, Span
from firsthand.show import decided, phrases
from firsthand.show.dossier import Dossier
from firsthand.show.export.plain_text import urn, web_address

AROUND = 32
"""Characters of context on each side, as the recommendation advises for a quote to be found again."""


def as_webannotation(dossier: Dossier) -> bytes:
    """An annotation page (W3C Web Annotation Data Model, 2017) with one annotation for each claim.

    Positions count code points of the text that Firsthand read, which is the page without its furniture's
    markup: the quote with its context finds the words in the page itself.
    """
    items = [each for reading in dossier.readings for each in _annotations(reading, dossier)]
    made = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": urn("annotations", dossier.title, dossier.log.head),
        "type": "AnnotationPage",
        "items": items,
    }
    return msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n"


def _annotations(reading: Reading, dossier: Dossier) -> Iterator[dict[str, Any]]:
    groups: dict[str, list[str]] = {}
    for telling in dossier.findings.claims:
        if telling.document == reading.document.id:
            told_in = telling.id.rpartition("/")[2].partition(".")[0]
            groups.setdefault(told_in, []).append(telling.group)
    for claim in reading.claims:
        name = f"{reading.document.id}.{claim.id}"
        yield {
            "id": urn("claim", reading.document.sha256, claim.id),
            "type": "Annotation",
            "motivation": "describing",
            "body": list(_bodies(claim, name, dict.fromkeys(groups.get(claim.id, ())), dossier)),
            "target": [_target(reading, span) for span in claim.anchors],
        }


def _bodies(claim: Claim, name: str, groups: dict[str, None], dossier: Dossier) -> Iterator[dict[str, Any]]:
    yield _said(f"{name}: {phrases.chain(claim.chain)} ({phrases.sure(claim)})", "describing")
    for group in groups:
        yield _said(group, "identifying")
    for decision in dossier.decided_on(name).values():
        purpose = "commenting" if decision.field.startswith(decided.NOTE) else "assessing"
        yield _said(decided.said(decision), purpose) | {
            "creator": {"type": "Person", "name": decision.actor},
            "created": decision.at,
        }


def _said(words: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": words, "format": "text/plain", "purpose": purpose}


def _target(reading: Reading, span: Span) -> dict[str, Any]:
    text = reading.document.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[span[0] : span[1]],
        "prefix": text[max(0, span[0] - AROUND) : span[0]],
        "suffix": text[span[1] : span[1] + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": span[0], "end": span[1]}
    source = web_address(reading.document.url) or f"urn:sha256:{reading.document.sha256}"
    return {"source": source, "selector": [quote, position]}
