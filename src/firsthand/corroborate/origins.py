"""Groups -> who holds each telling at first hand, followed across the documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firsthand.corroborate.telling import Telling
from firsthand.schema import Because, Copy, Origin, Reasons, Value

KINDS = {
    "person": "witness",
    "organisation": "organisation",
    "force": "force",
    "government": "official",
    "outlet": "witness",
    "document": "document",
    "footage": "footage",
    "unnamed": "unnamed",
}


class Traced(Value, frozen=True, kw_only=True):
    """Where the tellings of a comparison come from."""

    origins: tuple[Origin, ...]
    of: Mapping[str, str | None]
    """Id of the origin of each telling, by the telling's id; null where it cannot be traced."""
    because: Mapping[str, Reasons]


def trace(groups: Sequence[Sequence[Telling]], copies: Sequence[Copy]) -> Traced:
    """The origin of every telling; a copy keeps its model's."""
    del copies
    names: dict[str, Origin] = {}
    of: dict[str, str | None] = {}
    because: dict[str, Reasons] = {}
    for group in groups:
        for telling in group:
            last = telling.chain[-1] if telling.chain else None
            if last is None or telling.first_hand is False:
                of[telling.id] = None
                because[telling.id] = (Because(rule="origin.untraced"),)
                continue
            key = last.name.casefold()
            if key not in names:
                names[key] = Origin(id=f"o{len(names) + 1}", name=last.name, kind=KINDS[last.kind])  # type: ignore[arg-type]
            of[telling.id] = names[key].id
            because[telling.id] = (Because(rule="origin.last_voice"),)
    return Traced(origins=tuple(names.values()), of=of, because=because)
