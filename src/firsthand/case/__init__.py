"""Schema values <-> case folder."""

from firsthand.case.address import address
from firsthand.case.clips import Clips, names_a_clip
from firsthand.case.folder import Case, Found, Outcome, document_key, hints_key
from firsthand.case.remembering import Remembering
from firsthand.case.store import Decision, Held, HeldClip, NotRead, Original, Step, Store
from firsthand.case.verify import Report, verify

__all__ = [
    "Case",
    "Clips",
    "Decision",
    "Found",
    "Held",
    "HeldClip",
    "NotRead",
    "Original",
    "Outcome",
    "Remembering",
    "Report",
    "Step",
    "Store",
    "address",
    "document_key",
    "hints_key",
    "names_a_clip",
    "verify",
]
