"""A case -> its dossier with its footage among the findings."""

from __future__ import annotations

from dataclasses import replace

from firsthand.case import Case
from firsthand.show.clip_findings import with_clips
from firsthand.show.dossier import Dossier, of_case


def dossier_with_clips(case: Case) -> Dossier:
    """Everything that a case holds, documents and footage."""
    dossier = of_case(case)
    return replace(dossier, findings=with_clips(case, dossier.readings, dossier.findings))
