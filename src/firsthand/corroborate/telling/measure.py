"""What a figure counts, by one name for all hands: `killed`, `wounded`, `held`, `:house`, `:motorcycle`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from firsthand.corroborate.telling.terms import Term, stem, terms
from firsthand.corroborate.telling.values import Figure
from firsthand.resources.capitals import cased
from firsthand.schema import QuantityKind

HUMAN = ("killed", "wounded", "casualties", "held", "freed", "displaced")
"""Measures that count people, whatever they are called."""

UNCOUNTED = frozenset({"distance", "area", "share"})
"""Kinds of figure that are no tally: they stay in the words of a telling."""

BY_MATTER = (
    ("casualties", "casualties"),
    ("free", "freed"),
    ("kill", "killed"),
    ("wound", "wounded"),
    ("abduct", "held"),
    ("prisoner", "held"),
    ("flee", "displaced"),
)
BY_KIND = {
    "killed": "killed",
    "wounded": "wounded",
    "casualties": "casualties",
    "captured": "held",
    "missing": "held",
    "displaced": "displaced",
}
PARTIES = frozenset(
    {"people", "civilians", "children", "soldiers", "police", "fighters", "gunmen", "rescuers", "journalists"}
)

THINGS = frozenset(
    {"house", "hospital", "school", "truck", "vehicle", "motorcycle", "drone", "aircraft", "rocket", "round"}
    | {"cluster", "carbomb", "weapon", "boat", "footage", "settlement"}
)
"""Things of the lexicon: what befell them befell nobody."""

WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
NUMBERS = {word: number for number, word in enumerate(WORDS.split(), 1)}
WORDS_EITHER = "|".join(NUMBERS)

FAMILY = re.compile(r"\b(?:mother|father|parents?|grandmother|grandfather|widow|widower|couple) of\s*$", re.I)
"""Words before a figure that counts somebody's children."""

PART = re.compile(r"\W*of (?:them|us|those|whom|the (?:dead|wounded|injured|victims|fallen))\b", re.I)
"""What follows a figure that counts only some: "two of them"."""

ELSE = re.compile(r"\W*(?:else|others?)\b", re.I)
"""What follows a "no one" that leaves somebody out."""

MORE = re.compile(r"\W*(?:more|others?|further|additional)\b", re.I)
"""What follows a figure that comes on top of another of the same kind: "two more patients died"."""

MORE_OF = re.compile(
    rf"^(?:another|a further|an additional)\s|^(?:at least\s+)?(?:\d[\d,]*|{WORDS_EITHER})\s+"
    r"(?:more|further|additional|other)\s+(?!than\b)\w",
    re.I,
)
"""A figure that says itself that it comes on top of another: "three more bodies", "another two"."""

RISING = re.compile(
    r"\b(?:rises?|rose|risen|climb(?:s|ed)?|increased|grown|gone up|jumped|mounts?|mounted|soared|"
    r"had reached|has reached|have now|has now|are now|is now|now known|now stands|up from|more bod(?:y|ies)|"
    r"raised (?:the|its)|revised)\b",
    re.I,
)
"""Words of a figure that replaces an earlier one."""


BARE = re.compile(
    r"\b(?:buried|killed|wounded|injured|captured|kidnapped|abducted|burned)\s+"
    rf"(?P<n>\d{{1,4}}|{WORDS_EITHER})\b",
    re.I,
)
KINDS: dict[str, QuantityKind] = {
    "kill": "killed",
    "wound": "wounded",
    "abduct": "captured",
    "hold": "captured",
}


SHARE = cased(rf"\b(?P<n>\d{{1,5}}|{WORDS_EITHER})\s+(?:in|at)\s+(?=[A-Z])", re.I)
"""One place's share of a figure told before: "twelve in Sovna and nine in Karel"."""


def share_count(piece: str, whole: Figure) -> Figure | None:
    """The figure of one place, where a piece gives only the number and the place."""
    match = SHARE.search(piece)
    if match is None:
        return None
    word = match["n"].lower()
    number = float(NUMBERS.get(word) or word)
    return Figure(kind=whole.kind, of=whole.of, min=number, max=number, approx=False)


TOLL = re.compile(
    r"\b(?:death toll|toll|number of (?:dead|deaths|those killed|people killed|fatalities))\b[^.;]{0,120}?\s"
    r"(?:to|at|stands at|now at|reached|reaches|of)\s+(?P<least>at least\s+|more than\s+)?"
    rf"(?P<n>\d{{1,3}}(?:,\d{{3}})*|{WORDS_EITHER})\b"
    r"(?!\s*(?:%|per cent|percent|km|kilomet|a\.?m\b|p\.?m\b|o['’]clock|:))",
    re.I,
)
"""A toll that has no noun: "the toll has risen to 13"."""


def toll_count(piece: str) -> Figure | None:
    """The figure of a toll that names nobody; a "previous" toll is told in the same way."""
    match = TOLL.search(piece)
    if match is None:
        return None
    word = match["n"].lower().replace(",", "")
    number = float(NUMBERS.get(word) or word)
    return Figure(kind="killed", of=None, min=number, max=None if match["least"] else number, approx=False)


def bare_count(piece: str, matters: Iterable[str]) -> Figure | None:
    """The figure of a verb that needs no noun ("we have buried twelve"), which counts what befell them."""
    if toll := toll_count(piece):
        return toll
    match = BARE.search(piece)
    kind = next((KINDS[matter] for matter in matters if matter in KINDS), None)
    if match is None or kind is None:
        return None
    word = match["n"].lower()
    number = float(NUMBERS.get(word) or word)
    return Figure(kind=kind, of=None, min=number, max=number, approx=False)


DISPUTED = re.compile(
    r"\b(?:disput\w+|contest\w+|contradict\w+|"
    r"(?:another|lower|higher|different) (?:figure|number|toll|count)|"
    r"the (?:figure|number|toll|count)|speaks? of|puts? (?:it|the))\b",
    re.I,
)
"""Words by which a bare figure stands for another one ("disputed the figure: it is two hundred")."""

ORDINAL = re.compile(r"\bthe (?:first|second|third|last|other|remaining|next)\s+(?:of\s+)?\W*$", re.I)
"""Words before a figure that counts only some: "the first two", "the other three"."""

EARLIER = re.compile(
    r"\b(?:earlier|previous|initial|first|up|down|revised)\b[^.;]{0,30}\s(?:of|from)\s+\W*$", re.I
)
"""Words before a figure that another has replaced: "an earlier figure of three", "up from nine"."""


BY_EYE = re.compile(
    r"\b(?:I|[Hh]e|[Ss]he|(?:[Aa]|[Oo]ne)\s+(?:witness|resident|neighbou?r|reporter|driver|correspondent)|"
    r"(?:[Oo]ur|[Tt]he)\s+(?:reporter|correspondent))\s+(?:had\s+|has\s+|also\s+)?(?:counted|saw|seen)\b"
)
"""Words of one pair of eyes: what it counted is not all."""


AT_A_SPOT = re.compile(
    r"\b(?:counted|saw|seen)\b[^.;]{0,30}\b(?:bodies|corpses|dead|wounded|injured)\s+(?:lying\s+)?"
    r"(?:on|in|under|by|along|beside|behind|inside)\s+(?:the|her|his|our|one)\s+(?:\w+\s+)?"
    r"(?:platforms?|streets?|yards?|courtyards?|roads?|roadsides?|cellars?|basements?|stairs|stairwell|hall|"
    r"corridors?|floors?|pavement|fields?|gardens?|wards?|rooms?|tracks?|rails|entrance|doorway|bus|car)\b",
    re.IGNORECASE,
)
"""What was counted on one spot is not all, whoever counted it."""


def by_eye(piece: str) -> bool:
    """Whether a piece tells what one person counted, or what lay on one spot ("five on the platform")."""
    return BY_EYE.search(piece) is not None or AT_A_SPOT.search(piece) is not None


def is_part(figure: str, after: str) -> bool:
    """Whether a figure counts only some, by its words and those after it; "both of the injured" are all."""
    if figure.casefold() in ("no one", "nobody", "none") and ELSE.match(after):
        return True
    return PART.match(after) is not None and figure.casefold() not in ("both", "all", "none", "neither")


def measure_of(figure: Figure, matters: Iterable[str]) -> str:
    """One name for what a figure counts: by the words of its piece, then by its kind, then by its noun."""
    told = set(matters)
    by_kind = BY_KIND.get(figure.kind)
    noun = noun_of(figure.of)
    human = (
        noun in PARTIES or noun is None or (by_kind is not None and by_kind != "held" and noun not in THINGS)
    )
    for matter, name in BY_MATTER:
        if matter in told and human and not _apart(by_kind, name):
            return name
    if by_kind is not None and human:
        return by_kind
    return f":{noun or ''}"


def _apart(by_kind: str | None, name: str) -> bool:
    """Whether the grammar of the figure says another of killed and wounded than the words of its piece."""
    both = {"killed", "wounded"}
    return by_kind in both and name in both and by_kind != name


def noun_of(of: str | None) -> str | None:
    """The party or thing that a counted noun names, else the stem of its last word; null for none."""
    if not of or not of.strip():
        return None
    found = terms(of)
    known = [term for term in found if term.sort in ("party", "thing")]
    if known:
        return _most_telling(known)
    if any(term.key in dict(BY_MATTER) for term in found):
        return None
    words = [word for word in re.findall(r"[^\W\d_]+", of) if len(word) > 2]
    return stem(words[-1]) if words else None


def _most_telling(known: list[Term]) -> str:
    """The narrowest party: "people" only where nothing else is said."""
    return next((term.key for term in reversed(known) if term.key != "people"), "people")
