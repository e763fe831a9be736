"""Schema values <-> case folder."""

from firsthand.case.address import address
from firsthand.case.folder import Case, Found, Outcome, document_key, hints_key
from firsthand.case.store import Decision, Held, NotRead, Original, Step, Store
from firsthand.case.verify import Report, verify

__all__ = [
    "Case",
    "Decision",
    "Found",
    "Held",
    "NotRead",
    "Original",
    "Outcome",
    "Report",
    "Step",
    "Store",
    "address",
    "document_key",
    "hints_key",
    "verify",
]
