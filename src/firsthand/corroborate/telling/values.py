"""What a telling is: one proposition as one document tells it, with all that comparing it needs.

A claim is a sentence under one voice, and may tell several things ("seven were killed and nineteen
wounded"). A telling is one of them: one happening or one figure. It carries its values, not ids into a
reading, so that it is compared without the documents at hand.
"""

from __future__ import annotations

import re
from typing import Literal

from firsthand.corroborate.telling.around import Around
from firsthand.resources.spoken import Spoken
from firsthand.schema import Certainty, Chain, Polarity, QuantityKind, Spans
from firsthand.schema import Value as _Value

_DENIES = re.compile(
    r"\b(?:no|not|never|nobody|none|neither|nor|nothing|cannot|without|den(?:y|ies|ied|ying|ials?)|reject\w*|"
    r"false\w*|fiction|lies?|refut\w+|dismiss\w*|untrue)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words that turn what a piece says into its opposite, or say that it is denied."""

_LEAD = re.compile(r"^(?:that|and|but|while|when|who|which|where|after|as)\s+", re.IGNORECASE)

_NOT_CONFIRMED = {"no evidence": "no evidence found", "open": "not confirmed"}

_SAYS_SO = re.compile(r"\b(?:no|not|cannot|unable)\b|n['’]t\b", re.IGNORECASE)

_TRAIL = re.compile(r"[,;:]?\s+(?:and|but|or|that|while)$", re.IGNORECASE)


class Figure(_Value, frozen=True, kw_only=True):
    """How many of what; an open end is null."""

    kind: QuantityKind
    of: str | None
    min: float | None
    max: float | None
    approx: bool


class Where(_Value, frozen=True, kw_only=True):
    """A place by its name, with the point and radius that the gazetteer gives, where it gives one."""

    name: str
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    geonames_id: int | None = None


class When(_Value, frozen=True, kw_only=True):
    """First and last minute of the interval in which it is said to have happened, and the words."""

    earliest: str
    latest: str
    words: str


class Telling(_Value, frozen=True, kw_only=True):
    """One proposition as one document tells it."""

    id: str
    """Unique in the comparison: document, claim, and the number of the proposition in its claim."""
    document: str
    claim: str
    """Id of the claim in its document."""
    anchors: Spans
    """The words; first the piece that tells this proposition."""
    text: str
    sentence: str
    """All the words of the claim that it stands in."""
    chain: Chain
    first_hand: bool | None
    certainty: Certainty
    polarity: Polarity
    published: str | None
    event: str | None = None
    """PLOVER type of the happening."""
    trigger: str | None = None
    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    by_what: tuple[str, ...] = ()
    figure: Figure | None = None
    when: tuple[When, ...] = ()
    where: tuple[Where, ...] = ()
    piece: str = ""
    """The words of the first anchor."""
    matters: tuple[str, ...] = ()
    """What the piece tells of, by the lexicon of words that tell the same (`kill`, `burn`), sorted."""
    nouns: tuple[str, ...] = ()
    """The parties and things of the piece by the same lexicon (`soldiers`, `house`), sorted."""
    terms: tuple[str, ...] = ()
    """Stems of the other words of the piece, sorted."""
    names: tuple[str, ...] = ()
    """Names in the piece, in lower case, sorted."""
    agent: tuple[str, ...] = ()
    """Parties and names of who does it, a "we" or "our forces" resolved to the voice; sorted."""
    whose: tuple[str, ...] = ()
    """Whose the weapons and forces are that the piece names ("a Rovanian missile"), sorted."""
    measure: str | None = None
    """What the figure counts (`killed`, `held`, `burn:house`); null where there is no figure."""
    dead_were: tuple[str, ...] = ()
    """The parties that it says the dead belonged to ("the dead were farmers"), sorted."""
    held: str | None = None
    """The place that it says was taken or is held; null where it tells of no such thing."""
    places: tuple[str, ...] = ()
    """Places that the sentence names for it, an area of many places only where nothing narrower is named."""
    setting: tuple[str, ...] = ()
    """Places that the reader has in mind at this point of the document, where the sentence names none."""
    days: tuple[str, str] | None = None
    """First and last minute told in the sentence for it."""
    days_setting: tuple[str, str] | None = None
    """The same by the sentences before, where the sentence names no day."""
    topic: frozenset[str] = frozenset()
    """Names of the whole document ("@sovna") and words of its title and opening: what it is about."""
    part: bool = False
    """A figure that counts only some of those that another figure of the document counts ("two of them")."""
    rising: bool = False
    """A figure told as replacing an earlier one ("has risen to", "have now died")."""
    replaced: bool = False
    """A figure that the words call replaced ("up from nine", "an earlier figure of three")."""
    added: bool = False
    """A figure told on top of another ("two more")."""
    rejects: str | None = None
    """Whose account it is that a denial answers to: never a denial of that voice's own."""
    answers: str | None = None
    """Id of the telling that a bare denial ("rejected the allegation") answers to."""
    sites: tuple[str, ...] = ()
    """Kinds of site that it is told of ("market", "checkpoint"), sorted."""
    disputed: bool = False
    """A figure that the words set against another ("a father disputed the figure")."""
    unconfirmed: Literal["no evidence", "open"] | None = None
    """Told only as not found or not established ("found no evidence that"), or as a claim to be checked."""
    around: Around = Around()
    """What stands around its words in the document."""

    @property
    def stance(self) -> Literal["+", "-", "no evidence", "open"]:
        """Whether it tells that it is so, or denies it: in a "not", in a "denied", or in a count of none."""
        if self.unconfirmed:
            return self.unconfirmed
        none = self.figure is not None and self.figure.max == 0 and not self.part
        return "-" if (self.polarity == "-") != none else "+"

    @property
    def in_short(self) -> str:
        """The words of its piece as a heading: no "that" before it, no loose marks around it."""
        words = " ".join((self.piece or self.text).split())
        bare = _TRAIL.sub("", _LEAD.sub("", words.strip('"“”,;: ')))
        short = bare if len(bare.split()) > 2 else " ".join(self.text.split())
        if self.unconfirmed is None or _SAYS_SO.search(short):
            return short
        return f"{_NOT_CONFIRMED[self.unconfirmed]}: {short}"

    @property
    def as_meant(self) -> str:
        """The same with the denial in it, where that stands outside its words ("denied that ...")."""
        denied = self.polarity == "-" and not self.unconfirmed and _DENIES.search(self.in_short) is None
        return f"denied that {self.in_short}" if denied else self.in_short

    def spoken(self, words: str) -> Spoken:
        """What a network is given of it: `words` for what it tells, and all that stands around it."""
        around = self.around
        return Spoken(
            words=words,
            publisher=self.chain[0].name if self.chain else "",
            voices=tuple(each.name for each in self.chain[1:]),
            before=around.before,
            ahead=around.ahead,
            told=around.told,
            behind=around.behind,
            after=around.after,
        )
