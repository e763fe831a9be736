"""A case -> what is wrong with it: originals, database and log held against each other.

The log vouches for the rows (each row that was given or decided has its entry, with the same content), the
chain vouches for the log, the hashes vouch for the originals.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from firsthand.case.folder import Case
from firsthand.case.log import GENESIS, Entry, breaks
from firsthand.case.originals import sha256
from firsthand.case.store import Original
from firsthand.schema import Value
from firsthand.schema.errors import Damaged


class Report(Value, frozen=True, kw_only=True):
    """What `verify` found. The case is unharmed where there are no problems."""

    problems: tuple[str, ...]
    """What should not be: something was changed, lost or added by other hands."""
    notices: tuple[str, ...]
    """What an interrupted command left; the next `add` puts it right."""
    originals: int
    documents: int
    clips: int = 0
    entries: int
    head: str
    """Digest of the last log entry. Noted elsewhere, it proves later that nothing before it was rewritten."""

    @property
    def unharmed(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def verify(case: Case) -> Report:
    """Hold everything in a case against everything else. Changes nothing."""
    own = case.store.problems()
    try:
        return _compare(case, own)
    except (Damaged, ValueError) as error:  # rows that cannot be had, or are no longer what a row can be
        problems = (*own, f"{case.path}: {error}")
        return Report(problems=problems, notices=(), originals=0, documents=0, entries=0, head=GENESIS)


def _compare(case: Case, own: list[str]) -> Report:
    entries = list(case.store.log())
    told = _by_action(entries)
    mirror, behind = case.mirror.compare(entries, case.store.mirrored())
    problems = [*own, *breaks(entries), *mirror]
    if not entries or entries[0].action != "new":
        problems.append("the log does not begin with the making of the case")
    for part in (_originals, _documents, _decisions, _readings, _clips, _unreadable):
        problems += part(case, told)
    return Report(
        problems=tuple(problems),
        notices=(*behind, *_unfinished(case)),
        originals=sum(1 for _ in case.store.originals()),
        documents=sum(1 for _ in case.store.documents()),
        clips=sum(1 for _ in case.store.clips()),
        entries=len(entries),
        head=entries[-1].digest if entries else GENESIS,
    )


Told = dict[str, dict[str, list[Entry]]]
"""Log entries by action, then by subject."""


def _by_action(entries: list[Entry]) -> Told:
    told: Told = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        told[entry.action][entry.subject].append(entry)
    return told


def _originals(case: Case, told: Told) -> Iterator[str]:
    rows = {original.sha256: original for original in case.store.originals()}
    held = _held(case)
    for name, original in rows.items():
        harm = case.originals.harm(name)
        if harm:
            way = "Move that file away and add" if case.originals.holds(name) else "Add"
            yield f"{_called(original, held)}: {harm}. {way} the same file again from a copy."
        wanted = {"name": original.name, "size": original.size}
        if not any(
            (e.detail, e.at, e.actor) == (wanted, original.at, original.actor) for e in told["keep"][name]
        ):
            yield f"the database tells of original {name} ({original.name}), the log does not"
    for name in set(told["keep"]) - set(rows):
        yield f"the log tells of original {name}, the database has lost it"


def _held(case: Case) -> dict[str, list[str]]:
    """What each original holds, by its hash: ids of documents and clips."""
    held: dict[str, list[str]] = defaultdict(list)
    for document in case.store.documents():
        held[document.original].append(document.id)
    for clip in case.store.clips():
        held[clip.original].append(clip.id)
    return held


def _called(original: Original, held: dict[str, list[str]]) -> str:
    """An original as a person knows it: `d4 (report.md)`."""
    name = f"{original.name!r}" if not original.name.isprintable() else original.name
    ids = held.get(original.sha256, [])
    some = ", ".join(ids[:3]) + (f" and {len(ids) - 3} more" if len(ids) > 3 else "")
    return f"{some} ({name})" if some else name


def _documents(case: Case, told: Told) -> Iterator[str]:
    rows = {held.id: held for held in case.store.documents()}
    for name, held in rows.items():
        wanted = {
            "key": held.key, "original": held.original, "position": held.position, "given_id": held.given_id,
        }  # fmt: skip
        if [entry.detail for entry in told["add"][name]] != [wanted]:
            yield f"what the database tells of document {name} is not what the log tells"
    for name in set(told["add"]) - set(rows):
        yield f"the log tells of document {name}, the database has lost it"


def _decisions(case: Case, told: Told) -> Iterator[str]:
    rows = {decision.n: decision for decision in case.store.decisions()}
    logged = {entry.n: entry for entries in told["decide"].values() for entry in entries}
    for n, decision in rows.items():
        entry = logged.get(n)
        wanted = {name: getattr(decision, name) for name in ("field", "value", "about", "supersedes")}
        shown = (decision.target, decision.actor, decision.at, wanted)
        if entry is None or (entry.subject, entry.actor, entry.at, entry.detail) != shown:
            yield f"the decision {n} on {decision.target} is not what the log tells"
    for n in set(logged) - set(rows):
        yield f"the log tells of the decision {n}, the database has lost it"


def _readings(case: Case, told: Told) -> Iterator[str]:
    made = {(e.subject, e.detail["digest"]) for entries in told["read"].values() for e in entries}
    for suggested in case.store.readings():
        name = f"d{suggested.document}"
        if sha256(suggested.reading) != suggested.digest or (name, suggested.digest) not in made:
            yield f"the reading of {name} by {suggested.made_by} was changed after it was made"


def _clips(case: Case, told: Told) -> Iterator[str]:
    rows = {held.id: held for held in case.store.clips()}
    for name, held in rows.items():
        if [entry.detail for entry in told["clip"][name]] != [{"original": held.original}]:
            yield f"what the database tells of clip {name} is not what the log tells"
    for name in set(told["clip"]) - set(rows):
        yield f"the log tells of clip {name}, the database has lost it"
    made = {
        (e.subject, e.detail["step"], e.detail["digest"])
        for entries in told["describe"].values() for e in entries
    }  # fmt: skip
    for each in case.store.clips_made():
        name = f"v{each.clip}"
        if sha256(each.value) != each.digest or (name, each.step, each.digest) not in made:
            yield f"what {each.made_by} made of {name} ({each.step}) was changed after it was made"


def _unreadable(case: Case, told: Told) -> Iterator[str]:
    for item in case.store.unreadable():
        wanted = {"original": item.original, "position": item.position, "why": item.why}
        logged = [{key: entry.detail.get(key) for key in wanted} for entry in told["unreadable"][item.name]]
        if wanted not in logged:
            yield f"why {item.name} could not be read is not what the log tells"


def _unfinished(case: Case) -> Iterator[str]:
    known = {original.sha256 for original in case.store.originals()}
    for original in case.store.unfinished():
        yield f"{original.name} was kept but not read to its end; add it again"
    for held in case.store.documents():
        if case.store.reading(held.number) is None:
            yield f"{held.id} has no reading; add its file again"
    for file in case.originals:
        if file.name not in known:
            yield f"{file} was left by an interrupted `add`; add its file again"
