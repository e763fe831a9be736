"""A document linked to a clip -> in words what that ties, what it leaves out, and how to untie one claim."""

from __future__ import annotations

from shlex import quote

from firsthand.case import Case, Clips, HeldClip
from firsthand.schema import Reading
from firsthand.show.clip_links import links
from firsthand.show.clip_ties import told_of

SHOWN = 60
"""Letters of a claim's words."""


def what_was_tied(case: Case, held: HeldClip, reading: Reading | None) -> list[str]:
    """The lines that `firsthand link` prints; none where the document has no reading of this version."""
    if reading is None:
        return []
    document, clip = reading.document.id, Clips(case).description(held)
    found = links(case, held, clip, [reading])
    tied = {each.mention: each for each in found if each.state == "linked"}
    refused = {each.mention for each in found if each.state == "refused"}
    told = list(told_of(reading, set(tied), clip.kind if clip else "video", refused))
    mentions = ", ".join(f"{name} “{each.what}”" for name, each in tied.items() if ".f" in name)
    lines = [
        f"  tied: {mentions}" if mentions else f"  {document} speaks of no footage that can be {held.id}"
    ]
    lines += [f"  told of {held.id}: {document}.{claim.id} “{_short(claim.text)}”" for claim in told]
    lines += [
        f"  left out: {each.mention} “{each.what}” ({each.because[0].note.rpartition(': ')[2]})"
        for each in found
        if each.because[0].rule == "footage.left_out" and each.because[0].note
    ]
    typed = f"firsthand link {quote(str(case.path))} {held.id}"
    one = f"{document}.{told[0].id}" if told else f"{document}.c1"
    return [*lines, f"  one alone: {typed} {one}; {typed} {one} --not unties it"]


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()}..."
