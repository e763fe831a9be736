"""What an id or a name that a person typed stands for in a case, as far as anything can be decided of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec

from firsthand.case import Case, Found
from firsthand.schema import Claim, Group, Value
from firsthand.schema.errors import UnknownOption
from firsthand.show import decided
from firsthand.show.claim_parts import names
from firsthand.show.decided_groups import named_in
from firsthand.show.dossier import Dossier, of_case

_GROUP = re.compile(r"g[1-9][0-9]*", re.ASCII)
_CLIP = re.compile(r"v[1-9][0-9]*", re.ASCII)
_ADDRESS = re.compile(r"d[1-9][0-9]*(\.\w+)?", re.ASCII)
_ORIGIN = re.compile(r"o[1-9][0-9]*", re.ASCII)


class Target(NamedTuple):
    """What a decision is made on."""

    name: str
    """As the case keeps it: `d3.c4`, `d3/c4.1` for a group, `source:NAME`."""
    kind: str
    value: Value | None
    about: dict[str, Any]
    """What the person saw, kept with the decision."""
    shown: str
    """What the person typed, or the name in full."""
    beside: frozenset[str] = frozenset()
    """Other targets on which a decision would be one on this too: the tellings of a group."""
    parts: tuple[str, ...] = ()
    """The claims that somebody cut it into."""


def target(case: Case, typed: str, dossier: Callable[[], Dossier]) -> Target:
    """What an id names: `d3`, `d3.c4`, `g5`, `o2` or the name of a source. Raises `UnknownOption`."""
    name = typed.strip()
    if _GROUP.fullmatch(name):
        return _group(name, dossier())
    if _ADDRESS.fullmatch(name):
        return _read(case, name)
    if _CLIP.fullmatch(name):
        raise UnknownOption(f"{name} is a clip: say what its seconds show with firsthand note CASE {name}.")
    return source(name, dossier())


def _read(case: Case, name: str) -> Target:
    try:
        found = case.value(name)
    except UnknownOption:
        found = decided.found_as_decided(case, name)  # a part of a claim is there by decision only
    reading = found.reading
    value = found.value if found.value is not None else (reading.document if reading else None)
    about: dict[str, Any] = {}
    if reading is not None and found.value is not None:
        about = {"words": decided.words_of(found.value, reading), "value": msgspec.to_builtins(found.value)}
    full = str(found.address)
    return Target(full, found.kind, value, about, full, parts=_parts(case, found, value))


def _parts(case: Case, found: Found, value: Value | None) -> tuple[str, ...]:
    """What a claim was cut into, as far as that holds today."""
    cut = case.decided(str(found.address)).get(decided.PARTS) if isinstance(value, Claim) else None
    if cut is None or cut.value is None or found.reading is None or value is None:
        return ()
    if not decided.is_about(cut, value, found.reading):
        return ()
    return names(str(found.address), len(cut.value["parts"]))


def _group(name: str, dossier: Dossier) -> Target:
    group = next((each for each in dossier.findings.groups if each.id == name), None)
    if group is None:
        raise UnknownOption(
            f"There is no group {name}; there are {len(dossier.findings.groups)}. `firsthand findings CASE` "
            "lists them; one that somebody merged has the number of the other."
        )
    about = {"group": name, "text": group.text, "tellings": list(group.claims)}
    return Target(_anchor(group, dossier), "group", group, about, name, beside_of(group, dossier))


def beside_of(group: Group, dossier: Dossier) -> frozenset[str]:
    """The targets on which something was decided that is a decision on a group too."""
    own = frozenset(group.claims)
    regrouped = (each.target for each in dossier.history if named_in(each) & own)
    return own | frozenset(regrouped)


def last_of(group: Group, dossier: Dossier) -> int:
    """The number of the last decision on a group, on any of its tellings; 0 for none."""
    beside = beside_of(group, dossier)
    return max((each.n for each in dossier.history if each.target in beside), default=0)


def _anchor(group: Group, dossier: Dossier) -> str:
    """The telling that a group's decisions stand on: the one that has them already, else the first."""
    before = {each.target for each in dossier.history}
    return next((name for name in group.claims if name in before), group.claims[0])


def telling(name: str, dossier: Dossier) -> Group | None:
    """The group that holds a telling (`d3/c4.1`), or that has an id (`g5`)."""
    return next((each for each in dossier.findings.groups if name == each.id or name in each.claims), None)


def source(name: str, dossier: Dossier) -> Target:
    """A publisher or a first hand by its name, or an origin by its id, spelled as the documents spell it."""
    found = dossier.findings
    if _ORIGIN.fullmatch(name):
        name = next((origin.name for origin in found.origins if origin.id == name), name)
    known = {each.publisher for each in found.documents} | {origin.name for origin in found.origins}
    named = next((each for each in sorted(filter(None, known)) if each.casefold() == name.casefold()), None)
    if named is None:
        raise UnknownOption(
            f"{name!r} names nothing here: name a claim (d3.c4), a group (g5), a document (d3), a first hand "
            "(o2), or a source as its documents name it."
        )
    return Target(f"{decided.SOURCE}{named}", "source", None, {"name": named}, named)


class Made(NamedTuple):
    """Field and value that an action sets."""

    field: str
    value: Any
    beside: frozenset[str] = frozenset()
    """Other targets that the person looked at for it."""


class Around:
    """The case that a decision is made in; its dossier is gathered only if something asks for it."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._dossier: Dossier | None = None

    def dossier(self) -> Dossier:
        """What is shown of the case."""
        if self._dossier is None:
            self._dossier = of_case(self.case)
        return self._dossier
