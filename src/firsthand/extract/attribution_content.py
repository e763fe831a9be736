"""The constructions that find what is said, in the order tried."""

from __future__ import annotations

from firsthand.extract.attribution_beside import after_its_content, between_commas, quotation
from firsthand.extract.attribution_clauses import clause, infinitive
from firsthand.extract.attribution_cues import Cue
from firsthand.extract.attribution_ends import Content
from firsthand.extract.attribution_grammar import Scene
from firsthand.extract.attribution_objects import (
    accused_of,
    behind_preposition,
    called,
    figure_at,
    object_of,
    told_so,
)
from firsthand.extract.attribution_recorded import recorded
from firsthand.rules import Construction

CONTENT: tuple[Construction[[Scene, Cue], Content], ...] = (
    told_so,
    quotation,
    between_commas,
    clause,
    infinitive,
    called,
    figure_at,
    accused_of,
    behind_preposition,
    recorded,
    object_of,
    after_its_content,
)
"""In the order tried; the first that finds something wins."""
