"""Groups that a person has rated -> ClaimReview (schema.org) as JSON-LD."""

from __future__ import annotations

from typing import Any

import msgspec

from firsthand.show import decided
from firsthand.show.dossier import Dossier
from firsthand.show.export.events import Row, Told, rows
from firsthand.show.export.plain_text import urn, web_address


def as_claimreview(dossier: Dossier) -> bytes:
    """One ClaimReview for each group with a rating, which is a person's own words; no score of ours is one.

    A group without a rating is left out.
    """
    rated = [(row, row.decided[decided.RATING]) for row in rows(dossier) if decided.RATING in row.decided]
    graph = [_review(row, rating) for row, rating in rated]
    made = {"@context": "https://schema.org", "@graph": graph}
    return msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n"


def left_out(dossier: Dossier) -> str:
    """What the file lacks, in words."""
    every = list(rows(dossier))
    unrated = sum(decided.RATING not in row.decided for row in every)
    if not unrated:
        return ""
    return (
        f"{unrated} of {len(every)} groups have no rating and are left out; "
        'a rating is yours to give: firsthand review CASE g1 rate "False"'
    )


def _review(row: Row, rating: Any) -> dict[str, Any]:
    said = rating.value if isinstance(rating.value, dict) else {"words": str(rating.value)}
    first = row.tellings[0] if row.tellings else None
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "@id": urn("review", row.group.id, *row.group.claims),
        "claimReviewed": row.group.text,
        "datePublished": rating.at[:10],
        "author": {"@type": "Person", "name": rating.actor},
        "reviewRating": {"@type": "Rating", "alternateName": said["words"]} | _scale(said),
        "reviewBody": row.group.verdict.words if row.group.verdict else "",
        "itemReviewed": {"@type": "Claim"} | (_claim(first) if first else {}),
    }
    review["itemReviewed"]["appearance"] = [_work(told) for told in row.tellings]
    return review


def _scale(said: dict[str, Any]) -> dict[str, Any]:
    """The number of a rating, where the person gave one, with the ends of the scale."""
    if said.get("value") is None:
        return {}
    return {
        "ratingValue": said["value"],
        "worstRating": said.get("worst", 1),
        "bestRating": said.get("best", 5),
    }


def _claim(told: Told) -> dict[str, Any]:
    """Who claims it: the last voice of the first telling's chain, and when it was published."""
    chain = told.telling.chain
    person = {"person": "Person", "unnamed": "Person"}.get(chain[-1].kind, "Organization") if chain else ""
    made: dict[str, Any] = {"author": {"@type": person, "name": chain[-1].name}} if chain else {}
    if told.reading.document.published:
        made["datePublished"] = told.reading.document.published
    return made


def _work(told: Told) -> dict[str, Any]:
    document = told.reading.document
    made: dict[str, Any] = {"@type": "CreativeWork", "text": told.sentence, "identifier": told.id}
    if address := web_address(document.url):
        made["url"] = address
    if document.title:
        made["headline"] = document.title
    if document.publisher:
        made["publisher"] = {"@type": "Organization", "name": document.publisher}
    if document.published:
        made["datePublished"] = document.published
    return made
