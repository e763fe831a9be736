"""What people decided, laid over what was read: a suggestion never overwrites a decision.

A decision stands on a target's field. Targets are ids as a person types them (`d3`, `d3.c4`), a telling
(`d3/c4.1`) for the group that it is in, since groups are numbered anew whenever a document comes, and
`source:NAME` for a grade. What is decided of the words that a machine read keeps those words: where another
version reads other words under the same id, the decision is set aside and told, never applied to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol

import msgspec

from firsthand.case import Case, Decision, Found
from firsthand.case.address import KINDS, find
from firsthand.schema import Because, Chain, Claim, Document, Findings, Group, Place, Reading, Value, words
from firsthand.show.claim_parts import in_parts

RULE = "decision"
"""What the reason of a decided value has in place of a rule."""

STATUS, CORRECT, NOTE, GRADE, RATING = "status", "correct ", "note ", "grade", "rating"
PARTS, MERGE, SPLIT = "parts", "merge ", "split "
"""A claim that tells two things; a group with the one that it is the same as; a group with what leaves it."""
REGROUPED = {MERGE: "the same claim as", SPLIT: "another claim than", PARTS: "told in parts"}
SOURCE = "source:"
OPEN = {"open": True}
"""A corrected field that has no value: "at least 3" has no most. Null alone is a decision taken back."""


class Laid(NamedTuple):
    """A reading with the corrections of people in it, and what of them could not be laid over it."""

    reading: Reading
    aside: tuple[Decision, ...] = ()


Decisions = Mapping[str, Mapping[str, Decision]]
"""Decisions in force, by target, then by field. What was taken back is not among them."""


def in_force(case: Case) -> dict[str, dict[str, Decision]]:
    """The decisions of a case that hold today."""
    found: dict[str, dict[str, Decision]] = {}
    for decision in case.store.decisions():
        found.setdefault(decision.target, {})[decision.field] = decision
    standing = {
        target: {field: each for field, each in fields.items() if each.value is not None}
        for target, fields in found.items()
    }
    return {target: fields for target, fields in standing.items() if fields}


def grades(decisions: Decisions) -> dict[str, Any]:
    """The user's own grading of sources, A to F, by name."""
    return {
        target.removeprefix(SOURCE): fields[GRADE].value
        for target, fields in decisions.items()
        if target.startswith(SOURCE) and GRADE in fields
    }


def laid_over(reading: Reading, decisions: Decisions) -> Laid:
    """A reading of a document of a case with what people corrected in it. Each says by whom."""
    document, aside = reading.document, list[Decision]()
    own = decisions.get(document.id, {})
    for field, decision in _corrections(own):
        document = _set(document, field, decision)
    reading = _published_by(reading, document)
    for decision in _of_values(document.id, decisions):
        name = decision.target.removeprefix(f"{document.id}.")
        if decision.field == PARTS:
            made = _in_parts(reading, name, decision)
        else:
            made = _in(reading, name, decision.field.removeprefix(CORRECT), decision)
        if made is None:
            aside.append(decision)
        reading = made or reading
    aside += _of_no_value(reading, decisions)
    return Laid(_unused(reading, _rejected_values(reading, decisions)), tuple(aside))


def _published_by(reading: Reading, document: Document) -> Reading:
    """The reading with its document as decided: a publisher put right is so in every chain."""
    was, now = (each.publisher or each.name or "unknown publisher" for each in (reading.document, document))

    def renamed(chain: Chain) -> Chain:
        return tuple(
            msgspec.structs.replace(voice, name=now) if voice.name == was and voice.anchor is None else voice
            for voice in chain
        )

    claims = reading.claims
    if was != now:
        claims = tuple(msgspec.structs.replace(each, chain=renamed(each.chain)) for each in claims)
    return msgspec.structs.replace(reading, document=document, claims=claims)


def _of_values(document: str, decisions: Decisions) -> list[Decision]:
    """What changes the values of a document, in the order of deciding: a part is corrected after the cut."""
    made = [
        each
        for target, fields in decisions.items()
        if target.startswith(f"{document}.")
        for field, each in fields.items()
        if field == PARTS or field.startswith(CORRECT)
    ]
    return sorted(made, key=lambda each: each.n)


def _of_no_value(reading: Reading, decisions: Decisions) -> Iterator[Decision]:
    """Confirmed or rejected, and now gone or of other words: as a claim is that somebody cut in parts."""
    prefix = f"{reading.document.id}."
    for target, fields in decisions.items():
        if target.startswith(prefix) and STATUS in fields:
            found = find(reading, target.removeprefix(prefix))
            if found is None or not is_about(fields[STATUS], found[1], reading):
                yield fields[STATUS]


def _in_parts(reading: Reading, name: str, decision: Decision) -> Reading | None:
    """The reading with one claim cut in parts; null where the claim is not what was decided about."""
    found = find(reading, name)
    if found is None or not isinstance(found[1], Claim) or not is_about(decision, found[1], reading):
        return None
    made = in_parts(found[1], reading, decision)
    if made is None:
        return None
    at = reading.claims.index(found[1])
    claims = (*reading.claims[:at], *made, *reading.claims[at + 1 :])
    return msgspec.structs.replace(reading, claims=claims)


def _rejected_values(reading: Reading, decisions: Decisions) -> frozenset[str]:
    """Ids of the times, places, regions and quantities of a reading that somebody rejected."""
    values: tuple[Any, ...] = (
        *reading.times, *reading.places, *reading.regions, *reading.quantities,
    )  # fmt: skip
    return frozenset(each.id for each in values if _is_rejected(each, reading, decisions))


def _is_rejected(value: Any, reading: Reading, decisions: Decisions) -> bool:
    status = decisions.get(f"{reading.document.id}.{value.id}", {}).get(STATUS)
    return status is not None and status.value == "rejected" and is_about(status, value, reading)


def _unused(reading: Reading, names: frozenset[str]) -> Reading:
    """A reading whose claims and events no longer go by some values. The values stay, to be shown."""
    if not names:
        return reading

    def without(value: Any, *fields: str) -> Any:
        kept = {f: tuple(each for each in getattr(value, f) if each not in names) for f in fields}
        return msgspec.structs.replace(value, **kept)

    return msgspec.structs.replace(
        reading,
        claims=tuple(without(each, "where", "when", "how_many") for each in reading.claims),
        events=tuple(without(each, "places", "times", "quantities") for each in reading.events),
    )


def _corrections(fields: Mapping[str, Decision]) -> Iterator[tuple[str, Decision]]:
    return ((f.removeprefix(CORRECT), each) for f, each in fields.items() if f.startswith(CORRECT))


def _in(reading: Reading, name: str, field: str, decision: Decision) -> Reading | None:
    """The reading with one value changed; null where the value is not what was decided about."""
    found = find(reading, name)
    if found is None or not is_about(decision, found[1], reading):
        return None
    kind, value = found
    made = _set(value, field, decision)
    listed = next(each for each, called in KINDS.items() if called == kind)
    changed = tuple(made if each is value else each for each in getattr(reading, listed))
    return msgspec.structs.replace(reading, **{listed: changed})


def _set(value: Any, field: str, decision: Decision) -> Any:
    """A value with a decided field, and the reason; as it was where the field cannot hold it."""
    new = {field: None if decision.value == OPEN else decision.value}
    if isinstance(value, Place) and field == "point":
        lat, lon = decision.value
        new = {"lat": lat, "lon": lon, "confidence": 1.0, "geonames_id": None, "candidates": ()}
    was = getattr(value, field, None)
    note = f"{field} decided by {decision.actor}, {decision.at[:10]}"
    note += f"; read was {was}" if was not in (None, decision.value) and field != "point" else ""
    plain = msgspec.to_builtins(value) | new
    try:
        made = msgspec.convert(plain, type(value))
    except msgspec.ValidationError:  # written by a version that knew other values
        return value
    return msgspec.structs.replace(made, because=(Because(rule=RULE, note=note), *value.because))


def words_of(value: Value, reading: Reading) -> str:
    """The words that a value stands on; for telling whether it is still the same."""
    spans = getattr(value, "anchors", None) if isinstance(value, Claim) else None
    spans = spans or getattr(value, "content", None)
    if not spans:
        span = getattr(value, "span", None) or getattr(value, "trigger", None)
        spans = (span,) if span is not None else ()
    return words(reading.document.text, spans)


def is_about(decision: Decision, value: Value, reading: Reading) -> bool:
    """Whether a decision was made on the words that a value has today."""
    about = decision.about if isinstance(decision.about, dict) else {}
    return "words" not in about or about["words"] == words_of(value, reading)


def rejected(reading: Reading, decisions: Decisions) -> frozenset[str]:
    """Ids of the claims of a reading that somebody rejected: `c4`. They are compared with nothing."""
    return frozenset(claim.id for claim in reading.claims if _is_rejected(claim, reading, decisions))


def without_rejected(reading: Reading, decisions: Decisions) -> Reading:
    """A reading as it is compared: without the claims, times, places and figures that somebody rejected."""
    gone = rejected(reading, decisions) | _rejected_values(reading, decisions)
    if not gone:
        return reading
    lists = ("claims", "times", "places", "regions", "quantities")
    kept = {name: tuple(e for e in getattr(reading, name) if e.id not in gone) for name in lists}
    return msgspec.structs.replace(reading, **kept)


def of_group(group: Group, decisions: Decisions) -> dict[str, Decision]:
    """What was decided of a group: on any of its tellings, the last decision on a field."""
    found: dict[str, Decision] = {}
    for telling in group.claims:
        for field, decision in decisions.get(telling, {}).items():
            if field not in found or decision.n > found[field].n:
                found[field] = decision
    return found


GROUP_FIELDS = ("text",)
"""What of a group a person may put right."""


def group_laid_over(found: Findings, decisions: Decisions) -> Findings:
    """Findings with what people decided of groups in them."""
    groups = []
    for each in found.groups:
        group = each
        for field, decision in _corrections(of_group(each, decisions)):
            group = _set(group, field, decision) if field in GROUP_FIELDS else group
        groups.append(group)
    return msgspec.structs.replace(found, groups=tuple(groups))


def found_as_decided(case: Case, typed: str) -> Found:
    """What an id names in a case, with what people corrected in it. Raises `UnknownOption`."""
    address, held = case.locate(typed)
    read = case.reading(held)
    if read is None or address.value is None:
        found = case.value(typed)
        return found if read is None else found._replace(reading=laid_over(read, in_force(case)).reading)
    reading = laid_over(read, in_force(case)).reading
    named = find(reading, address.value)
    if named is None:
        return case.value(typed)._replace(reading=reading)  # a claim that somebody cut in parts, else raises
    return Found(address, held, reading, *named)


def plain(decisions: Iterable[Decision]) -> list[dict[str, Any]]:
    """Decisions as JSON shows them: the field, the value, by whom and when."""
    return [
        {"field": each.field, "value": each.value, "by": each.actor, "at": each.at, "n": each.n}
        for each in decisions
    ]


def said_of(decision: Decision, group: Group) -> str:
    """A decision on a group in words, with what has changed in the group since."""
    about = decision.about if isinstance(decision.about, dict) else {}
    then = about.get("tellings")
    if decision.field.startswith(SPLIT) and isinstance(decision.value, dict):
        left = not set(group.claims) & set(decision.value.get("tellings", ()))  # the one that left the other
        other = f"“{about.get('text', '')}”" if left else value_in_words(decision)
        return f"another claim than: {other} ({decision.actor}, {decision.at[:10]})"
    if decision.field.startswith(MERGE):
        return said(decision)
    if then is None or set(then) == set(group.claims):
        return said(decision)
    return f"{said(decision)}, on {len(then)} tellings; they are {len(group.claims)} today"


def lines(document: str, decisions: Decisions, aside: Iterable[Decision] = ()) -> list[str]:
    """What was decided of a document and of the values in it, a line each, as the claim board shows it."""
    off = {each.n for each in aside}
    return [
        f"{target}  decided: {said(each)}" + ("; set aside: other words are read there" * (each.n in off))
        for target, fields in decisions.items()
        if target == document or target.startswith(f"{document}.")
        for each in fields.values()
    ]


class _Shown(Protocol):
    """A dossier, as far as this module asks."""

    @property
    def findings(self) -> Findings:
        """What was found."""

    @property
    def decisions(self) -> Decisions:
        """What was decided."""


def by_group(dossier: _Shown) -> dict[str, list[dict[str, Any]]]:
    """What was decided of each group that anything was decided of, by the group's id of today."""
    found = {}
    for group in dossier.findings.groups:
        made = list(of_group(group, dossier.decisions).values())
        if made:
            shown = zip(plain(made), made, strict=True)
            found[group.id] = [each | {"said": said_of(one, group)} for each, one in shown]
    return found


def value_in_words(decision: Decision) -> str:
    """What was decided, as a reader takes it: `probable`, `Mostly false (2 of 5)`."""
    value = decision.value
    if value is None:
        return "taken back"
    if value == OPEN:
        return "open"
    if isinstance(value, dict) and "words" in value:
        scale = f" ({value['value']} of {value.get('best', 5)})" if value.get("value") is not None else ""
        return f"{value['words']}{scale}"
    if isinstance(value, dict) and "text" in value:  # what a person saw in a clip, or a claim in words
        return str(value["text"])
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def said(decision: Decision) -> str:
    """A decision in words: `certainty: probable (Ada, 2031-03-14)`."""
    return f"{in_words(decision)} ({decision.actor}, {decision.at[:10]})"


def in_words(decision: Decision) -> str:
    """A decision in words, without who made it: `certainty: probable`."""
    named = decision.field.removeprefix(CORRECT)
    for field, words_for_it in REGROUPED.items():
        named = words_for_it if named.startswith(field) else named
    shown = value_in_words(decision)
    return shown if decision.field == STATUS and decision.value is not None else f"{named}: {shown}"
