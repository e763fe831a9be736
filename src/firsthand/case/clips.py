"""Clips in a case: bytes by hash like any original, what machines made of them, what people saw in them.

A clip is one row, `v1`, however often its bytes come. What a machine made of it (its description, its small
pictures, its fingerprint) are suggestions with a version and a digest that the log vouches for. What a
person says of it are decisions on `v1`: notes of its seconds, and which mention of a text speaks of it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec

from firsthand.case.folder import Case, Outcome
from firsthand.case.originals import sha256
from firsthand.case.store import Decision, HeldClip, NotRead, Step, SuggestedClip
from firsthand.schema import Clip, Unreadable
from firsthand.schema.errors import UnknownOption

DESCRIBE, PICTURES, FINGERPRINT, MATCHES = "describe", "pictures", "fingerprint", "matches"
_SHAPE = re.compile(r"v(?P<number>[1-9][0-9]{0,17})", re.ASCII)


def names_a_clip(typed: str) -> bool:
    """Whether what a person typed has the shape of a clip's id."""
    return _SHAPE.fullmatch(typed.strip()) is not None


class Clips:
    """The footage of a case."""

    def __init__(self, case: Case) -> None:
        self._case = case

    def all(self) -> list[HeldClip]:
        """All clips, in the order in which they came."""
        return list(self._case.store.clips())

    def locate(self, typed: str) -> HeldClip:
        """The clip that a person typed (`v1`). Raises `UnknownOption`."""
        match = _SHAPE.fullmatch(typed.strip())
        held = self._case.store.clip(int(match["number"])) if match else None
        if held is None:
            raise UnknownOption(
                f"{typed!r} names no clip of {self._case.path}; it has {len(self.all())}, named v1, v2 ... "
                f"`firsthand footage {self._case.path}` lists them."
            )
        return held

    def path(self, held: HeldClip) -> Path:
        """Where its bytes are kept. Raises `Damaged` where they are not what was given."""
        return self._case.originals.path(held.original)

    def description(self, held: HeldClip) -> Clip | None:
        """What was last read of it; null where another version wrote that. `add` again brings it back."""
        made = self._case.store.clip_made(held.number, DESCRIBE)
        try:
            clip = msgspec.json.decode(made.value, type=Clip) if made else None
        except msgspec.DecodeError:
            return None
        return msgspec.structs.replace(clip, id=held.id) if clip else None

    def pictures(self, held: HeldClip) -> list[tuple[float, bytes]]:
        """Its small pictures with their seconds."""
        made = self._case.store.clip_made(held.number, PICTURES)
        return msgspec.msgpack.decode(made.value, type=list[tuple[float, bytes]]) if made else []

    def fingerprint(self, held: HeldClip) -> bytes | None:
        """What it is found again by."""
        made = self._case.store.clip_made(held.number, FINGERPRINT)
        return made.value if made else None

    def fingerprints(self) -> dict[str, str]:
        """The digest of each clip's fingerprint, by the clip's id; none is read for it."""
        return {f"v{number}": digest for number, digest in self._case.store.clip_digests(FINGERPRINT).items()}

    def is_done(self, original: str, step: Step) -> bool:
        """Whether an original was dealt with by this version."""
        return self._case.store.is_finished(original, step.name, step.version, "")

    def put(self, original: str, made: dict[str, bytes], *, step: Step, by: str) -> tuple[Outcome, HeldClip]:
        """Keep what was made of a clip, and the clip itself if it is new: all of it, or none."""
        with self._case.writing() as rows:
            known = self._case.store.clip_of(original)
            held = known or rows.insert_clip(original)
            if known is None:
                rows.append(by, "clip", held.id, {"original": original})
            for name, value in made.items():
                there = self._case.store.clip_made(held.number, name, step.version) if known else None
                digest = sha256(value)
                if there is not None and there.digest == digest:
                    continue
                detail = {"step": name, "version": step.version, "made_by": step.made_by, "digest": digest}
                entry = rows.append(by, "describe", held.id, detail)
                rows.put_clip(SuggestedClip(
                    clip=held.number, step=name, version=step.version, made_by=step.made_by, at=entry.at,
                    digest=digest, value=value,
                ))  # fmt: skip
            for item in self._case.store.unreadable(original):
                rows.forget_unreadable(original, item.position, item.name)
            rows.put_finished(original, step.name, step.version, "")
        return ("read again" if known else "added"), held

    def put_unreadable(self, original: str, item: Unreadable, *, step: Step, by: str, final: bool) -> None:
        """Record that a clip could not be read. `final`: not even another time, by this version."""
        self._case.put_unreadable(item, (original, 0), step=step, hints="", by=by, last=final)

    def unreadable(self, original: str) -> NotRead | None:
        """Why an original could not be read."""
        return next(iter(self._case.store.unreadable(original)), None)

    # -- what people say

    def note(self, held: HeldClip, note: dict[str, Any], *, by: str) -> str:
        """Keep what a person saw in some seconds; its id (`v1.n2`)."""
        number = 1 + sum(field.startswith("note ") for field in self._case.decided(held.id))
        self._case.decide(held.id, f"note {number}", note, by=by)
        return f"{held.id}.n{number}"

    def notes(self, held: HeldClip) -> list[tuple[str, Decision]]:
        """The notes in force, with their ids, in their order; one taken back is left out."""
        decided = self._case.decided(held.id)
        found = [
            (f"{held.id}.n{f.removeprefix('note ')}", d) for f, d in decided.items() if f.startswith("note ")
        ]
        return [(name, decision) for name, decision in found if decision.value is not None]

    def take_back(self, held: HeldClip, number: int, *, by: str) -> None:
        """Take a note back. It stays on record."""
        field = f"note {number}"
        earlier = self._case.decided(held.id).get(field)
        if earlier is None:
            raise UnknownOption(f"{held.id} has no note n{number}.")
        self._case.decide(held.id, field, None, by=by, about=earlier.value)

    def link(
        self, held: HeldClip, mention: str, *, by: str, about: object = None, linked: bool = True
    ) -> None:
        """Say that a text's mention of footage (`d1.f0`) speaks of this clip, or that it does not."""
        self._case.decide(held.id, f"link {mention}", linked, by=by, about=about)

    def links(self, held: HeldClip) -> dict[str, Decision]:
        """What people said of mentions and this clip, by the mention."""
        decided = self._case.decided(held.id)
        return {f.removeprefix("link "): d for f, d in decided.items() if f.startswith("link ")}
