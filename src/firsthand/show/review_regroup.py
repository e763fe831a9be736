"""Merge and split: groups that are one claim, a group that holds two, a claim that tells two things."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from firsthand.schema import Claim, Group
from firsthand.schema.errors import UnknownOption
from firsthand.show import decided
from firsthand.show.claim_parts import cut_at
from firsthand.show.decided_groups import telling_words
from firsthand.show.dossier import Dossier
from firsthand.show.review_target import Around, Made, Target, beside_of, telling


def merge(on: Target, said: Sequence[str], around: Around) -> Made:
    """Two groups tell the same claim: they are counted as one."""
    if not isinstance(on.value, Group) or len(said) != 1:
        raise UnknownOption("merge takes a group and the one that it is the same as: g1 merge g5.")
    dossier, name = around.dossier(), said[0].strip()
    other = telling(name, dossier)
    if other is None:
        raise UnknownOption(f"There is no group {name} to merge {on.shown} with.")
    if other.id == on.value.id:
        raise UnknownOption(f"{on.shown} and {name} are one claim already.")
    return Made(
        f"{decided.MERGE}{other.claims[0]}",
        _value(on.value.claims, other.claims, other.text, dossier),
        beside_of(other, dossier),
    )


def split(on: Target, said: Sequence[str], around: Around) -> Made:
    """A group holds two claims: the tellings named are a claim of their own. Or a claim tells two things."""
    if isinstance(on.value, Group):
        return _out_of(on.value, said, around.dossier())
    if isinstance(on.value, Claim):
        return _cut(on, on.value, said, around)
    raise UnknownOption(
        "split takes a group and the tellings that leave it, or a claim and words of its parts."
    )


def _out_of(group: Group, said: Sequence[str], dossier: Dossier) -> Made:
    names = [name.strip() for word in said for name in word.split(",") if name.strip()]
    leaving = [each for each in group.claims if any(_names(name, each) for name in names)]
    strange = [name for name in names if not any(_names(name, each) for each in group.claims)]
    if strange or not leaving:
        raise UnknownOption(
            f"split takes what leaves {group.id}: {_listed(group.claims)}."
            + (f" {strange[0]} is not among them." if strange else "")
        )
    stay = [each for each in group.claims if each not in leaving]
    if not stay:
        raise UnknownOption(f"That is all of {group.id}: name what leaves it, and let the rest stay.")
    return Made(f"{decided.SPLIT}{leaving[0]}", _value(stay, leaving, _text(leaving, dossier), dossier))


def _names(typed: str, name: str) -> bool:
    """Whether `d3/c4.1`, `d3.c4` or `d3` names a telling."""
    document, _, claim = name.partition("/")
    return typed in (name, f"{document}.{claim.rpartition('.')[0]}", document)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def _text(names: Sequence[str], dossier: Dossier) -> str:
    told = next(each for each in dossier.findings.claims if each.id == names[0])
    texts = {reading.document.id: reading.document.text for reading in dossier.readings}
    return " ".join((telling_words(told, texts) or told.text).split())


def _value(tellings: Sequence[str], others: Sequence[str], text: str, dossier: Dossier) -> dict[str, Any]:
    """What is recorded: both sides, the words of each telling as they were seen, the other side in words."""
    texts = {reading.document.id: reading.document.text for reading in dossier.readings}
    wanted = {*tellings, *others}
    seen = {e.id: telling_words(e, texts) for e in dossier.findings.claims if e.id in wanted}
    return {"tellings": list(tellings), "others": list(others), "seen": seen, "text": _quoted(text)}


def _quoted(text: str) -> str:
    return "“" + text.strip('“”" ') + "”"


def _cut(on: Target, claim: Claim, said: Sequence[str], around: Around) -> Made:
    reading = around.case.reading(around.case.locate(on.name)[1])
    status = around.case.decided(on.name).get(decided.STATUS)
    if status is not None and status.value == "rejected":
        raise UnknownOption(f"{on.shown} is rejected: take that back first, then split it.")
    if reading is None or not any(each.strip() for each in said):
        raise UnknownOption("split takes the words with which the second part begins, or those of each part.")
    cut = cut_at(claim, reading, [each for each in said if each.strip()])
    text = reading.document.text
    shown = (" … ".join(" ".join(text[s.start : s.end].split()) for s in spans) for spans in cut)
    value = {"parts": [[list(span) for span in spans] for spans in cut]}
    return Made(decided.PARTS, value | {"text": " | ".join(map(_quoted, shown))})
