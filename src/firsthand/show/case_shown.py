"""A case -> its dossier with its footage among the findings."""

from __future__ import annotations

from dataclasses import replace

from firsthand.case import Case
from firsthand.pipeline import compare
from firsthand.show import decided
from firsthand.show.clip_findings import tied, with_clips
from firsthand.show.dossier import Dossier, of_case


def dossier_with_clips(case: Case) -> Dossier:
    """Everything that a case holds, documents and footage.

    Where people tied texts to clips, footage under two names is counted as one first hand.
    """
    dossier = of_case(case)
    found, readings, decisions = dossier.findings, dossier.readings, dossier.decisions
    same = tied(case, readings)
    if same:
        kept = [decided.without_rejected(each, decisions) for each in readings]
        found = decided.group_laid_over(compare(kept, decided.grades(decisions), same), decisions)
    return replace(dossier, findings=with_clips(case, readings, found))
