"""How the evidence for a group stands, in words and as far as the Admiralty scales allow."""

from __future__ import annotations

from firsthand.schema import Because, Verdict


def verdict(hands: int, disinterested: int, documents: int, contradicted: bool) -> Verdict:
    """The verdict that the count of independent first hands allows; never a score of truth."""
    told = "1 document" if documents == 1 else f"{documents} documents"
    against = "; contradicted" if contradicted else ""
    if hands == 0:
        return Verdict(words=f"untraced, from {told}{against}", because=(Because(rule="verdict.untraced"),))
    noun = "independent first hand" if hands == 1 else "independent first hands"
    return Verdict(
        words=f"{hands} {noun}, {disinterested} not party to the conflict, from {told}{against}",
        because=(Because(rule="verdict.first_hands"),),
    )
