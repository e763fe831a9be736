"""Origins and what people tied to one clip -> footage under two names is one first hand.

Texts call one clip "drone video", "a Telegram video", "footage from the bridge". Where people linked them to
clips that show the same seconds, the first hands of kind footage behind them are one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

import msgspec

from firsthand.corroborate.origins.trace import Traced
from firsthand.schema import Because, Origin

_PICTURE = re.compile(
    r"\b(?:videos?|footage|clips?|film|recording|livestream|image(?:s|ry)?|photos?|photographs?|pictures?)$",
    re.IGNORECASE,
)
"""How the name of a first hand ends that says what it is; "Fragments photographed" does not."""


def joined(traced: Traced, same: Iterable[Collection[str]]) -> Traced:
    """The origins with those of one clip made one. Never more first hands than before.

    `same`: claims that go back to one clip, `d4.c3`, set by set. Only origins of kind footage are joined: a
    spokesman who describes the clip stays a voice of his own.
    """
    instead = _instead(traced, [set(claims) for claims in same])
    if not instead:
        return traced
    by_id = {origin.id: origin for origin in traced.origins}
    members: dict[str, list[Origin]] = {}
    for old, new in instead.items():
        members.setdefault(new, [by_id[new]]).append(by_id[old])
    origins = tuple(
        _one(origin, members[origin.id]) if origin.id in members else origin
        for origin in traced.origins
        if origin.id not in instead
    )
    of = {name: instead.get(origin, origin) if origin else None for name, origin in traced.of.items()}
    return msgspec.structs.replace(traced, origins=origins, of=of)


def claim_of(telling: str) -> str:
    """The claim that a telling was cut from: `d2/c3.1` was cut from `d2.c3`."""
    document, _, rest = telling.partition("/")
    return f"{document}.{rest.partition('.')[0]}"


def _instead(traced: Traced, same: list[set[str]]) -> dict[str, str]:
    """Which origin gives way to which: the one that is named first stays."""
    kind = {origin.id: origin.kind for origin in traced.origins}
    order = {origin.id: n for n, origin in enumerate(traced.origins)}
    leader = {name: name for name in order}
    for claims in same:
        behind = {
            origin
            for telling, origin in traced.of.items()
            if origin is not None and kind[origin] == "footage" and claim_of(telling) in claims
        }
        roots = sorted({_root(leader, name) for name in behind}, key=order.__getitem__)
        for other in roots[1:]:
            leader[other] = roots[0]
    return {name: _root(leader, name) for name in order if _root(leader, name) != name}


def _root(leader: dict[str, str], name: str) -> str:
    while leader[name] != name:
        name = leader[name]
    return name


def _one(first: Origin, together: list[Origin]) -> Origin:
    """One origin for several: a party's clip stays a party's, whoever posts it again."""
    parties = {origin.party_to_conflict for origin in together}
    party = True if True in parties else False if parties == {False} else None
    name = next((origin.name for origin in together if _PICTURE.search(origin.name)), first.name)
    others = ", ".join(dict.fromkeys(origin.name for origin in together if origin.name != name)) or name
    reason = Because(rule="origin.same_footage", note=f"the same clip as {others}: people tied both to it")
    return msgspec.structs.replace(
        first, name=name, party_to_conflict=party, because=(*first.because, reason)
    )
