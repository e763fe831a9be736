"""The values that travel between the rooms. Imports nothing of ours."""

from firsthand.schema.anchor import Anchor, Span, Spans, Value, words
from firsthand.schema.attribution import Attribution, TellingPart
from firsthand.schema.because import Because, Reasons
from firsthand.schema.claim import Claim
from firsthand.schema.document import Document, Hints, Unreadable
from firsthand.schema.event import (
    Casualties,
    Event,
    EventType,
    LossKind,
    Responsibility,
    ResponsibilityLevel,
)
from firsthand.schema.finding import (
    ComparedClaim,
    ComparedDocument,
    Contradiction,
    Copy,
    FigureRange,
    Findings,
    Group,
    Origin,
    Regrouped,
    Update,
)
from firsthand.schema.footage import (
    Clip,
    ClipFinding,
    ClipMatch,
    ContentCredentials,
    FootageAlarm,
    FootageCheck,
    FootageLink,
    FootageMention,
    FootageNote,
    GpsClaim,
    MetadataClaim,
    SeenText,
    Shot,
)
from firsthand.schema.place import Candidate, Place, Region, RegionAnchor, RegionKind
from firsthand.schema.quantity import Quantity, QuantityKind
from firsthand.schema.reading import Reading
from firsthand.schema.time import Time
from firsthand.schema.verdict import Verdict
from firsthand.schema.voice import (
    CERTAINTIES,
    Certainty,
    Chain,
    Polarity,
    SourceKind,
    Voice,
    chain_words,
)

__all__ = [
    "CERTAINTIES",
    "Anchor",
    "Attribution",
    "Because",
    "Candidate",
    "Casualties",
    "Certainty",
    "Chain",
    "Claim",
    "Clip",
    "ClipFinding",
    "ClipMatch",
    "ComparedClaim",
    "ComparedDocument",
    "ContentCredentials",
    "Contradiction",
    "Copy",
    "Document",
    "Event",
    "EventType",
    "FigureRange",
    "Findings",
    "FootageAlarm",
    "FootageCheck",
    "FootageLink",
    "FootageMention",
    "FootageNote",
    "GpsClaim",
    "Group",
    "Hints",
    "LossKind",
    "MetadataClaim",
    "Origin",
    "Place",
    "Polarity",
    "Quantity",
    "QuantityKind",
    "Reading",
    "Reasons",
    "Region",
    "RegionAnchor",
    "RegionKind",
    "Regrouped",
    "Responsibility",
    "ResponsibilityLevel",
    "SeenText",
    "Shot",
    "SourceKind",
    "Span",
    "Spans",
    "TellingPart",
    "Time",
    "Unreadable",
    "Update",
    "Value",
    "Verdict",
    "Voice",
    "chain_words",
    "words",
]
