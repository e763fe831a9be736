"""What a person does about what was read: confirm, reject, correct, rate, regrade, note, undo.

Each is a decision in the case, by name, on the log, superseding the one before; nothing is overwritten.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import msgspec

from firsthand.case import Case, Decision
from firsthand.schema import Document, Group, Value
from firsthand.schema.errors import UnknownOption
from firsthand.show import decided
from firsthand.show.dossier import Dossier, of_case

_GROUP = re.compile(r"g[1-9][0-9]*", re.ASCII)
_CLIP = re.compile(r"v[1-9][0-9]*", re.ASCII)
_ADDRESS = re.compile(r"d[1-9][0-9]*(\.\w+)?", re.ASCII)
_ORIGIN = re.compile(r"o[1-9][0-9]*", re.ASCII)

FIELDS: dict[str, tuple[str, ...]] = {
    "document": ("title", "publisher", "published", "author", "url"),
    "claim": ("certainty", "polarity", "first_hand"),
    "attribution": ("certainty", "polarity", "source_name", "source_kind"),
    "time": ("earliest", "latest", "edtf", "value"),
    "place": ("point", "country", "within", "radius_km"),
    "region": ("resolvable",),
    "quantity": ("min", "max", "of", "kind", "approx"),
    "event": ("type", "mode", "factuality"),
    "footage": ("what",),
    "group": decided.GROUP_FIELDS,
}
"""What of each kind of value a person may put right. The words themselves stay as they stand."""


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


def target(case: Case, typed: str, dossier: Callable[[], Dossier]) -> Target:
    """What an id names: `d3`, `d3.c4`, `g5`, `o2` or the name of a source. Raises `UnknownOption`."""
    name = typed.strip()
    if _GROUP.fullmatch(name):
        return _group(name, dossier())
    if _ADDRESS.fullmatch(name):
        return _read(case, name)
    if _CLIP.fullmatch(name):
        raise UnknownOption(f"{name} is a clip: say what its seconds show with firsthand note CASE {name}.")
    return _source(name, dossier())


def _read(case: Case, name: str) -> Target:
    found = case.value(name)
    reading = found.reading
    value = found.value if found.value is not None else (reading.document if reading else None)
    about: dict[str, Any] = {}
    if reading is not None and found.value is not None:
        about = {"words": decided.words_of(found.value, reading), "value": msgspec.to_builtins(found.value)}
    return Target(str(found.address), found.kind, value, about, str(found.address))


def _group(name: str, dossier: Dossier) -> Target:
    group = next((each for each in dossier.findings.groups if each.id == name), None)
    if group is None:
        raise UnknownOption(
            f"There is no group {name}; there are {len(dossier.findings.groups)}, from g1 on."
        )
    about = {"group": name, "text": group.text, "tellings": list(group.claims)}
    return Target(_anchor(group, dossier), "group", group, about, name)


def _anchor(group: Group, dossier: Dossier) -> str:
    """The telling that a group's decisions stand on: the one that has them already, else the first."""
    before = {each.target for each in dossier.history}
    return next((name for name in group.claims if name in before), group.claims[0])


def _source(name: str, dossier: Dossier) -> Target:
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


def confirm(on: Target, said: Sequence[str], _case: Case) -> Made:
    """The machine's suggestion is right."""
    _takes_no_words("confirm", said)
    _not_a_source(on)
    return Made(decided.STATUS, "confirmed")


def reject(on: Target, said: Sequence[str], _case: Case) -> Made:
    """The machine's suggestion is wrong: a rejected claim is compared with nothing, no claim goes by a
    rejected place, time or figure."""
    _takes_no_words("reject", said)
    _not_a_source(on)
    return Made(decided.STATUS, "rejected")


def correct(on: Target, said: Sequence[str], _case: Case) -> Made:
    """One field has another value."""
    allowed = FIELDS.get(on.kind, ())
    if len(said) != 2 or said[0] not in allowed:
        named = f"one of {', '.join(allowed)}" if allowed else f"nothing: a {on.kind} has no field to correct"
        raise UnknownOption(f"correct takes a field and its value; the field is {named}.")
    value = _value(on, said[0], said[1])
    return Made(f"{decided.CORRECT}{said[0]}", decided.OPEN if value is None else value)


def _value(on: Target, field: str, typed: str) -> Any:
    """What was typed, as the field takes it. Raises `UnknownOption`."""
    if on.kind == "place" and field == "point":
        return _point(typed)
    if isinstance(on.value, Document) and field == "published":
        _date(typed)
    for value in _read_as(typed):
        try:
            msgspec.convert(msgspec.to_builtins(on.value) | {field: value}, type(on.value))
        except msgspec.ValidationError as error:
            refused = error
        else:
            return value
    raise UnknownOption(f"{field} of {on.shown} cannot be {typed!r}: {refused}.")


def _read_as(typed: str) -> list[Any]:
    """The text itself first, then what it is as a number, true, false or null."""
    try:
        return [typed, msgspec.json.decode(typed)]
    except msgspec.DecodeError:
        return [typed]


def _point(typed: str) -> list[float]:
    try:
        lat, lon = (float(part) for part in typed.split(","))
    except ValueError:
        raise UnknownOption(f"{typed!r} is no point; write it as 51.5,-0.12: north, east.") from None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise UnknownOption(f"{typed!r} is no point on Earth: north first, then east, in degrees.")
    return [lat, lon]


def _date(typed: str) -> None:
    from datetime import datetime

    try:
        datetime.fromisoformat(typed)
    except ValueError:
        raise UnknownOption(f"{typed!r} is no date; write it as 2031-03-14.") from None


def rate(on: Target, said: Sequence[str], _case: Case) -> Made:
    """A person's own rating of a claim, in words, with a number from 1 to 5 where one is wanted."""
    if on.kind != "group" or not said or len(said) > 2 or not said[0].strip():
        raise UnknownOption(
            'rate takes a group and your words for it: rate "False", or rate "False" 1 (to 5).'
        )
    if len(said) == 1:
        return Made(decided.RATING, {"words": said[0]})
    if said[1] not in ("1", "2", "3", "4", "5"):
        raise UnknownOption(f"{said[1]!r} is no number from 1 (worst) to 5 (best).")
    return Made(decided.RATING, {"words": said[0], "value": int(said[1]), "worst": 1, "best": 5})


def regrade(on: Target, said: Sequence[str], _case: Case) -> Made:
    """How reliable a person holds a source to be, A to F (NATO AJP-2.1)."""
    if on.kind not in ("source", "document") or len(said) != 1 or said[0].upper() not in tuple("ABCDEF"):
        raise UnknownOption("regrade takes a source, or a document for its publisher, and a letter, A to F.")
    return Made(decided.GRADE, said[0].upper())


def note(on: Target, said: Sequence[str], case: Case) -> Made:
    """Words of a person on it; each note stands beside the others."""
    if not " ".join(said).strip():
        raise UnknownOption("note takes the words of the note.")
    taken = {each.field for each in case.store.decisions(on.name) if each.field.startswith(decided.NOTE)}
    return Made(f"{decided.NOTE}{len(taken) + 1}", " ".join(said))


ACTIONS: dict[str, Callable[[Target, Sequence[str], Case], Made]] = {
    "confirm": confirm, "reject": reject, "correct": correct, "rate": rate, "regrade": regrade, "note": note,
}  # fmt: skip


def act(
    case: Case, typed: str, action: str, said: Sequence[str] = (), *, by: str, if_last: int | None = None
) -> Decision:
    """Record what a person decides. Raises `UnknownOption` before anything is recorded, or `DecidedSince`."""
    gathered: list[Dossier] = []

    def dossier() -> Dossier:
        if not gathered:
            gathered.append(of_case(case))
        return gathered[0]

    on = target(case, typed, dossier)
    if action == "undo":
        return _undo(case, on, said, by=by, if_last=if_last)
    if action not in ACTIONS:
        raise UnknownOption(f"There is no action {action!r}; there are {', '.join(ACTIONS)}, undo.")
    made = ACTIONS[action](on, said, case)
    if made.field == decided.GRADE and on.kind == "document":
        publisher = on.value.publisher if isinstance(on.value, Document) else None
        if publisher is None:
            raise UnknownOption(f"{on.shown} names no publisher: correct {on.shown} publisher NAME first.")
        on = _source(publisher, dossier())
    return case.decide(on.name, made.field, made.value, by=by, about=on.about, if_last=if_last)


def _undo(case: Case, on: Target, said: Sequence[str], *, by: str, if_last: int | None) -> Decision:
    """Take back the last decision on a target, or on one field: what was decided before holds again."""
    stacks: dict[str, list[Decision]] = {}
    for each in case.store.decisions(on.name):
        stack = stacks.setdefault(each.field, [])
        if isinstance(each.about, dict) and "undoes" in each.about:
            stack.pop()
        else:
            stack.append(each)
    wanted = " ".join(said).strip()
    open_ = [s for f, s in stacks.items() if s and wanted in ("", f, f.removeprefix(decided.CORRECT))]
    if not open_:
        raise UnknownOption(f"Nothing is decided of {on.shown}{f' in {wanted}' if wanted else ''}.")
    last = max(open_, key=lambda stack: stack[-1].n)
    before = last[-2].value if len(last) > 1 else None
    about = {**on.about, "undoes": last[-1].n}
    return case.decide(on.name, last[-1].field, before, by=by, about=about, if_last=if_last)


def _takes_no_words(action: str, said: Sequence[str]) -> None:
    if said:
        raise UnknownOption(f"{action} takes nothing more; say why with: note {' '.join(said)!r}")


def _not_a_source(on: Target) -> None:
    if on.kind == "source":
        raise UnknownOption(f"{on.shown} is a source: regrade it A to F, or note something.")


def last_of(case: Case, name: str) -> int:
    """The number of the last decision on a target: what `--if-last` takes. 0 where there is none."""
    return max((each.n for each in case.store.decisions(name)), default=0)
