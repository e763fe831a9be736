"""What came from what and by whom -> PROV-JSON (W3C PROV-DM)."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

import msgspec

from firsthand.show.dossier import Dossier

PREFIX = {
    "fh": "urn:firsthand:",
    "sha256": "urn:sha256:",
}


def as_prov(dossier: Dossier) -> bytes:
    """Originals, documents, readings, groups and decisions as entities; people and machines as agents.

    A group was derived from the claims of its tellings, a claim from its document, that from its original.
    """
    made = _Prov(dossier)
    made.originals()
    made.readings()
    made.groups()
    made.decisions()
    return msgspec.json.format(msgspec.json.encode({"prefix": PREFIX, **made.records}), indent=1) + b"\n"


class _Prov:
    """The records by kind, as PROV-JSON has them."""

    def __init__(self, dossier: Dossier) -> None:
        self._of = dossier
        self._agents: dict[tuple[str, str], str] = {}
        self.records: dict[str, dict[str, dict[str, Any]]] = {}

    def _add(self, kind: str, name: str | None, record: dict[str, Any]) -> None:
        records = self.records.setdefault(kind, {})
        records[name or f"_:{kind}{len(records) + 1}"] = record

    def _agent(self, name: str, kind: str) -> str:
        if (name, kind) not in self._agents:
            known = f"fh:{'person' if kind == 'Person' else 'machine'}{len(self._agents) + 1}"
            self._agents[name, kind] = known
            self._add("agent", known, {"prov:type": {"$": f"prov:{kind}", "type": "prov:QUALIFIED_NAME"},
                                       "prov:label": name})  # fmt: skip
        return self._agents[name, kind]

    def originals(self) -> None:
        """Bytes that were given, and who gave them."""
        for digest, original in self._of.originals.items():
            name = f"sha256:{digest}"
            self._add("entity", name, {"prov:label": PurePath(original.name).name, "fh:bytes": original.size})
            by = self._agent(original.actor, "Person")
            self._add("wasAttributedTo", None, {"prov:entity": name, "prov:agent": by})

    def readings(self) -> None:
        """Documents from their originals, claims from their documents."""
        held = {each.id: each for each in self._of.held}
        machine = self._agent("; ".join(self._of.made_by) or "Firsthand", "SoftwareAgent")
        for reading in self._of.readings:
            document = reading.document
            name = f"fh:{document.id}"
            label = document.title or document.name or document.id
            record: dict[str, Any] = {"prov:label": label, "fh:sha256": document.sha256}
            record |= {"fh:publisher": document.publisher} if document.publisher else {}
            record |= {"fh:published": document.published} if document.published else {}
            self._add("entity", name, record)
            if document.id in held:
                self._derived(name, f"sha256:{held[document.id].original}")
            reads = f"fh:reading-of-{document.id}"
            self._add("activity", reads, {"prov:label": f"reading of {document.id}"})
            self._add("used", None, {"prov:activity": reads, "prov:entity": name})
            self._add("wasAssociatedWith", None, {"prov:activity": reads, "prov:agent": machine})
            for claim in reading.claims:
                self._add("entity", f"{name}.{claim.id}", {"prov:value": claim.text})
                self._derived(f"{name}.{claim.id}", name)
                made = {"prov:entity": f"{name}.{claim.id}", "prov:activity": reads}
                self._add("wasGeneratedBy", None, made)

    def groups(self) -> None:
        """Groups from the claims that tell them; copies from their models."""
        for group in self._of.findings.groups:
            record: dict[str, Any] = {
                "prov:value": group.text, "fh:independentFirstHands": group.independent_first_hands,
            }  # fmt: skip
            record |= {"fh:verdict": group.verdict.words} if group.verdict else {}
            self._add("entity", f"fh:{group.id}", record)
            claims = [name.replace("/", ".").rpartition(".")[0] for name in group.claims]
            for claim in dict.fromkeys(claims):
                self._derived(f"fh:{group.id}", f"fh:{claim}")
        for copy in self._of.findings.copies:
            self._derived(f"fh:{copy.document}", f"fh:{copy.of}")

    def decisions(self) -> None:
        """What people decided, each superseding the one before."""
        for decision in self._of.history:
            name = f"fh:decision-{decision.n}"
            value = msgspec.json.encode(decision.value).decode()
            self._add("entity", name, {
                "prov:label": f"{decision.field} of {decision.target}", "prov:value": value,
                "fh:at": decision.at,
            })  # fmt: skip
            by = self._agent(decision.actor, "Person")
            self._add("wasAttributedTo", None, {"prov:entity": name, "prov:agent": by})
            if decision.supersedes is not None:
                self._derived(name, f"fh:decision-{decision.supersedes}", revision=True)

    def _derived(self, made: str, of: str, *, revision: bool = False) -> None:
        record: dict[str, Any] = {"prov:generatedEntity": made, "prov:usedEntity": of}
        if revision:
            record["prov:type"] = {"$": "prov:Revision", "type": "prov:QUALIFIED_NAME"}
        self._add("wasDerivedFrom", None, record)
