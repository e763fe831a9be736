"""Claims and clips -> findings: same claim, copies, origins, contradictions, verdict.

`telling` cuts the readings into propositions, `reuse` finds copies, `same_claim` groups the tellings,
`origins` follows each to its first hand, `contradiction` sets groups against each other, `verdict` says how
the evidence stands. Results do not depend on the order of the documents.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from firsthand.corroborate.contradiction import contradictions
from firsthand.corroborate.finding import findings
from firsthand.corroborate.footage_joined import joined
from firsthand.corroborate.groups_decided import as_decided, told
from firsthand.corroborate.origins import trace
from firsthand.corroborate.reasons import reasons
from firsthand.corroborate.reuse import copies
from firsthand.corroborate.same_claim import same_claims
from firsthand.corroborate.same_claim_scarce import joined_by_scarce_words
from firsthand.corroborate.telling import tellings
from firsthand.corroborate.telling_voices import as_compared
from firsthand.corroborate.verdict import Reliability
from firsthand.rules import Rule
from firsthand.schema import Findings, Reading, Regrouped


def corroborate(
    readings: Iterable[Reading],
    grades: Mapping[str, Reliability] | None = None,
    footage: Iterable[Collection[str]] = (),
    regrouped: Iterable[Regrouped] = (),
) -> Findings:
    """What the readings say together. `origin` is null and nothing is counted where a chain is untraced.

    `grades`: the user's own grading of sources, A to F, by the name of a first hand or of a publisher.
    `footage`: claims (`d4.c3`) that people tied to one clip, set by set. `regrouped`: what people said of
    groups, in the order of their decisions: all is counted as they say.
    """
    by_id = {reading.document.id: as_compared(reading) for reading in readings}
    documents = [
        by_id[key] for key in sorted(by_id, key=lambda key: (by_id[key].document.published or "", key))
    ]
    copied = copies(reading.document for reading in documents)
    every = [each for reading in documents for each in tellings(reading)]
    decided = as_decided(joined_by_scarce_words(same_claims(every)), regrouped, documents)
    groups = decided.groups
    traced = joined(trace(tuple(groups.values()), copied, documents), footage)
    against, updates = contradictions(groups, traced.of)
    return told(findings(documents, copied, groups, traced, against, updates, grades), decided)


def rules() -> tuple[Rule, ...]:
    """The rules of this room, in the order tried."""
    return ()


__all__ = ["Reliability", "corroborate", "reasons", "rules"]
