"""Claims and clips -> findings: same claim, copies, origins, contradictions, verdict.

`reuse` finds copies and `matter` parts the documents into matters. In each (`matter.compared`), `telling`
cuts the readings into propositions, `same_claim` groups the tellings, `origins` follows each to its first
hand, `contradiction` sets groups against each other, `verdict` says how the evidence stands. Results do not
depend on the order of the documents, nor on what is remembered of earlier comparisons.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import partial

from firsthand.corroborate.matter.compared import Compared, compared
from firsthand.corroborate.matter.numbered import numbered
from firsthand.corroborate.matter.parted import Handed, parted
from firsthand.corroborate.reasons import reasons
from firsthand.corroborate.remembered import Memory, Remembered, content
from firsthand.corroborate.reuse.copied import copies
from firsthand.corroborate.telling.setting import topic
from firsthand.corroborate.telling.voices import as_compared
from firsthand.corroborate.verdict.scales import Reliability
from firsthand.resources.meaning import MeaningModel
from firsthand.rules import Rule
from firsthand.schema import Findings, Reading, Regrouped


def corroborate(
    readings: Iterable[Reading],
    grades: Mapping[str, Reliability] | None = None,
    footage: Iterable[Collection[str]] = (),
    regrouped: Iterable[Regrouped] = (),
    memory: Memory | None = None,
    meaning: MeaningModel | None = None,
) -> Findings:
    """What the readings say together. `origin` is null and nothing is counted where a chain is untraced.

    `grades`: the user's own grading of sources, A to F, by the name of a first hand or of a publisher.
    `footage`: claims (`d4.c3`) that people tied to one clip, set by set. `regrouped`: what people said of
    groups, in the order of their decisions: all is counted as they say. `memory`: what earlier comparisons by
    the same code left; with it only the matters are compared in which something changed.
    `meaning`: the encoder that joins what says the same in other words; without it the rules join alone.
    """
    kept = Remembered(memory)
    instrument = (meaning.name if meaning else "").encode()
    by_id = {reading.document.id: as_compared(reading) for reading in readings}
    documents = sorted(by_id.values(), key=lambda each: (each.document.published or "", each.document.id))
    about = {
        each.document.id: kept.value(frozenset[str], (b"topic", content(each)), partial(topic, each))
        for each in documents
    }
    handed = Handed(
        documents=tuple(documents),
        copies=copies((each.document for each in documents), remembered=kept),
        grades=dict(grades) if grades else None,
        footage=tuple(map(frozenset, footage)),
        regrouped=tuple(regrouped),
    )
    made = [
        kept.value(Compared, (b"matter", instrument, content(each)), partial(compared, each, meaning, kept))
        for each in parted(handed, about)
    ]
    return numbered(handed, made)


def rules() -> tuple[Rule, ...]:
    """The rules of this room, in the order tried."""
    return ()


__all__ = ["Memory", "Reliability", "corroborate", "reasons", "rules"]
