"""The documents of one matter -> its findings: grouped, followed to first hands, set against each other."""

from __future__ import annotations

from firsthand.corroborate.contradiction.found import contradictions
from firsthand.corroborate.finding import findings
from firsthand.corroborate.footage_joined import joined
from firsthand.corroborate.groups_decided import as_decided
from firsthand.corroborate.groups_decided import told as with_decisions
from firsthand.corroborate.matter.parted import Handed
from firsthand.corroborate.meaning_remembered import MeaningRemembered
from firsthand.corroborate.origins.read import as_read
from firsthand.corroborate.origins.trace import trace
from firsthand.corroborate.remembered import Remembered
from firsthand.corroborate.same_claim.doubted import parted_by_meaning
from firsthand.corroborate.same_claim.grouped import same_claims
from firsthand.corroborate.same_claim.meaning import joined_by_meaning
from firsthand.corroborate.same_claim.scarce import joined_by_scarce_words
from firsthand.corroborate.telling.propositions import tellings as told
from firsthand.resources.meaning import MeaningModel
from firsthand.schema import Findings, Value


class Compared(Value, frozen=True, kw_only=True):
    """One matter, its groups and origins numbered among themselves."""

    findings: Findings
    starts: tuple[tuple[str, str], ...]
    """Day of publication and id of the first telling of each group as found, in the order of their numbers.
    Groups with higher numbers were made by people."""


def compared(handed: Handed, meaning: MeaningModel | None, remembered: Remembered) -> Compared:
    """What the documents of one matter say together; what is `remembered` of `meaning` it is not asked."""
    if meaning is None:
        return _compared(handed, None)
    asked = MeaningRemembered(meaning, remembered)
    made = _compared(handed, asked)
    asked.keep()
    return made


def _compared(handed: Handed, meaning: MeaningModel | None) -> Compared:
    tellings = [each for reading in handed.documents for each in told(reading)]
    by_words = joined_by_scarce_words(same_claims(tellings))
    meant = joined_by_meaning(parted_by_meaning(by_words, meaning), meaning)
    found = meant.groups
    decided = as_decided(found, handed.regrouped, handed.documents)
    groups = decided.groups
    said = {name for each in handed.regrouped for name in (*each.tellings, *each.others)}
    doubtful = meant.doubtful - said  # what a person has judged is not doubted
    traced = joined(trace(tuple(groups.values()), handed.copies, handed.documents, doubtful), handed.footage)
    traced = as_read(groups, traced, meaning)
    against, updates = contradictions(groups, traced.of, meaning)
    made = findings(groups, traced, against, updates, handed.grades, meant.because)
    return Compared(
        findings=with_decisions(made, decided),
        starts=tuple((group[0].published or "", group[0].id) for group in found),
    )
