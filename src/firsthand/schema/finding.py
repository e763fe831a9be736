"""What comparing documents and footage gives."""

from __future__ import annotations

from typing import Literal

from firsthand.schema.anchor import Anchor, Spans, Value
from firsthand.schema.because import Reasons
from firsthand.schema.footage import ClipFinding
from firsthand.schema.verdict import Verdict
from firsthand.schema.voice import Certainty, Chain, Polarity


class Copy(Value, frozen=True, kw_only=True):
    """One document that carries the words of another."""

    document: str
    of: str
    """The earlier of the two."""
    kind: Literal["verbatim", "light", "partial", "rewrite"]
    share: float
    spans: tuple[tuple[int, int, int, int], ...] = ()
    """Start and end in `document`, start and end in `of`."""
    because: Reasons = ()


class Origin(Value, frozen=True, kw_only=True):
    """One first hand: the voice, document or clip that claims go back to."""

    id: str
    name: str
    kind: Literal["witness", "official", "force", "party", "organisation", "footage", "document", "unnamed"]
    party_to_conflict: bool | None = None
    because: Reasons = ()


class ComparedClaim(Value, frozen=True, kw_only=True):
    """A claim of one document in its group."""

    id: str
    document: str
    anchors: Spans
    text: str
    chain: Chain
    certainty: Certainty
    polarity: Polarity
    group: str
    origin: str | None = None
    """Id of the origin that the chain goes back to; null where it is untraced."""
    because: Reasons = ()
    """Why it goes back to this origin, or why it cannot be traced."""


class Regrouped(Value, frozen=True, kw_only=True):
    """What a person says of groups: that two tell one claim, or that one of them holds two."""

    same: bool
    """Whether `tellings` and `others` are one claim; else they are two."""
    tellings: tuple[str, ...]
    others: tuple[str, ...]
    words: dict[str, str]
    """The words of each telling as the person saw them: the decision holds for these words alone."""
    by: str
    at: str


class FigureRange(Value, frozen=True, kw_only=True):
    """How many a group tells: the least and the most that a telling allows, and the one with most hands."""

    of: str | None = None
    """What is counted, in the words of the first telling."""
    low: float | None = None
    """The least that any telling allows; null where one says only "up to"."""
    best: float | None = None
    """The exact figure with most first hands, of those the latest; null where none is exact."""
    high: float | None = None
    """The most that any telling allows; null where one says only "at least"."""
    first_told: str | None = None
    last_told: str | None = None
    """When the first and the last of the documents that give the figure were published."""
    because: Reasons = ()


class Group(Value, frozen=True, kw_only=True):
    """The same claim in the documents that make it, and how many independent first hands it has."""

    id: str
    text: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    origins: tuple[str, ...]
    independent_first_hands: int
    disinterested_first_hands: int
    untraced: bool
    when: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    how_many: tuple[str, ...] = ()
    footage: Literal["borne out", "contradicted", "cannot tell", "not shown", "not checked"] = "not checked"
    verdict: Verdict | None = None
    figures: tuple[FigureRange, ...] = ()
    ask: tuple[str, ...] = ()
    """What to ask next, and whom, in sentences: whoever is nearest to a first hand that is missing."""
    because: Reasons = ()


class Contradiction(Value, frozen=True, kw_only=True):
    """Two groups that cannot both hold, and the field in which they part."""

    a: str
    b: str
    field: Literal["number", "time", "place", "polarity", "agent", "weapon", "victim", "identity", "other"]
    anchors: tuple[Anchor, ...] = ()
    because: Reasons = ()


class ComparedDocument(Value, frozen=True, kw_only=True):
    """A document of the comparison, as a list shows it."""

    id: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None


class Update(Value, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A later figure that replaces an earlier one: no contradiction."""

    from_: str
    to: str
    field: str
    because: Reasons = ()


class Findings(Value, frozen=True, kw_only=True):
    """What comparing documents gives: `compare --json` and `findings --json`."""

    documents: tuple[ComparedDocument, ...] = ()
    copies: tuple[Copy, ...] = ()
    claims: tuple[ComparedClaim, ...] = ()
    origins: tuple[Origin, ...] = ()
    groups: tuple[Group, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    updates: tuple[Update, ...] = ()
    clips: tuple[ClipFinding, ...] = ()
    """The footage of the case; none where documents are compared without one."""
