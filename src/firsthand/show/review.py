"""What a person does about what was read: confirm, reject, correct, merge, split, rate, regrade, note, undo.

Each is a decision in the case, by name, on the log, superseding the one before; nothing is overwritten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec

from firsthand.case import Case, Decision
from firsthand.schema import Document
from firsthand.schema.errors import UnknownOption
from firsthand.show import decided
from firsthand.show.decided_groups import named_in
from firsthand.show.review_regroup import merge, split
from firsthand.show.review_target import Around, Made, Target, source, target

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


def confirm(on: Target, said: Sequence[str], _around: Around) -> Made:
    """The machine's suggestion is right."""
    _takes_no_words("confirm", said)
    _not_a_source(on)
    return Made(decided.STATUS, "confirmed")


def reject(on: Target, said: Sequence[str], _around: Around) -> Made:
    """The machine's suggestion is wrong: a rejected claim is compared with nothing, no claim goes by a
    rejected place, time or figure."""
    _takes_no_words("reject", said)
    _not_a_source(on)
    return Made(decided.STATUS, "rejected")


def correct(on: Target, said: Sequence[str], _around: Around) -> Made:
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


def rate(on: Target, said: Sequence[str], _around: Around) -> Made:
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


def regrade(on: Target, said: Sequence[str], _around: Around) -> Made:
    """How reliable a person holds a source to be, A to F (NATO AJP-2.1)."""
    if on.kind not in ("source", "document") or len(said) != 1 or said[0].upper() not in tuple("ABCDEF"):
        raise UnknownOption("regrade takes a source, or a document for its publisher, and a letter, A to F.")
    return Made(decided.GRADE, said[0].upper())


def note(on: Target, said: Sequence[str], around: Around) -> Made:
    """Words of a person on it; each note stands beside the others."""
    if not " ".join(said).strip():
        raise UnknownOption("note takes the words of the note.")
    taken = {
        each.field for each in around.case.store.decisions(on.name) if each.field.startswith(decided.NOTE)
    }
    return Made(f"{decided.NOTE}{len(taken) + 1}", " ".join(said))


ACTIONS: dict[str, Callable[[Target, Sequence[str], Around], Made]] = {
    "confirm": confirm, "reject": reject, "correct": correct, "merge": merge, "split": split, "rate": rate,
    "regrade": regrade, "note": note,
}  # fmt: skip


def act(
    case: Case, typed: str, action: str, said: Sequence[str] = (), *, by: str, if_last: int | None = None
) -> Decision:
    """Record what a person decides. Raises `UnknownOption` before anything is recorded, or `DecidedSince`."""
    around = Around(case)
    on = target(case, typed, around.dossier)
    if action == "undo":
        return _undo(case, on, said, by=by, if_last=if_last)
    if action not in ACTIONS:
        raise UnknownOption(f"There is no action {action!r}; there are {', '.join(ACTIONS)}, undo.")
    if on.parts and action != "note":
        raise UnknownOption(
            f"{on.shown} was split: decide about {', '.join(on.parts)}, or take that back with undo."
        )
    made = ACTIONS[action](on, said, around)
    if made.field == decided.GRADE and on.kind == "document":
        publisher = on.value.publisher if isinstance(on.value, Document) else None
        if publisher is None:
            raise UnknownOption(f"{on.shown} names no publisher: correct {on.shown} publisher NAME first.")
        on = source(publisher, around.dossier())
    beside = on.beside | made.beside
    return case.decide(on.name, made.field, made.value, by=by, about=on.about, if_last=if_last, beside=beside)


def _undo(case: Case, on: Target, said: Sequence[str], *, by: str, if_last: int | None) -> Decision:
    """Take back the last decision on a target, or on one field: what was decided before holds again."""
    wanted = " ".join(said).strip()
    open_ = [stack for stack in _stacks(case, on) if stack and _is_meant(stack[-1].field, wanted)]
    if not open_:
        raise UnknownOption(f"Nothing is decided of {on.shown}{f' in {wanted}' if wanted else ''}.")
    last = max(open_, key=lambda stack: stack[-1].n)
    before = last[-2].value if len(last) > 1 else None
    about = {**on.about, "undoes": last[-1].n}
    return case.decide(
        last[-1].target, last[-1].field, before, by=by, about=about, if_last=if_last, beside=on.beside
    )


def _is_meant(field: str, wanted: str) -> bool:
    regrouping = field.startswith((decided.MERGE, decided.SPLIT))
    short = field.split(maxsplit=1)[0] if regrouping else field.removeprefix(decided.CORRECT)
    return wanted in ("", field, short) or (wanted == "split" and field == decided.PARTS)


def _stacks(case: Case, on: Target) -> Iterator[list[Decision]]:
    """The decisions that hold and that they supersede, field by field, without what was taken back."""
    stacks: dict[tuple[str, str], list[Decision]] = {}
    for each in _on(case, on):
        stack = stacks.setdefault((each.target, each.field), [])
        if isinstance(each.about, dict) and "undoes" in each.about:
            stack.pop()
        else:
            stack.append(each)
    yield from stacks.values()


def _on(case: Case, on: Target) -> Iterator[Decision]:
    """The decisions on a target; of a group those on each of its tellings, and what merged or split it."""
    if not on.beside:
        yield from case.store.decisions(on.name)
        return
    own = frozenset(on.about.get("tellings", ()))
    every = tuple(case.store.decisions())
    about = {(each.target, each.field) for each in every if each.target in own or named_in(each) & own}
    yield from (each for each in every if (each.target, each.field) in about)


def _takes_no_words(action: str, said: Sequence[str]) -> None:
    if said:
        raise UnknownOption(f"{action} takes nothing more; say why with: note {' '.join(said)!r}")


def _not_a_source(on: Target) -> None:
    if on.kind == "source":
        raise UnknownOption(f"{on.shown} is a source: regrade it A to F, or note something.")
