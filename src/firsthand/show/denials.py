"""Claims that somebody denies, as a reader must meet them: never in the bare words of what is denied.

"The ministry denies that any of its men were left" is a telling of "any of its men were left" with the
polarity "-". A list that shows these words alone says the opposite. Words that hold their own "no" or "not"
("nobody was left") are shown as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from firsthand.schema import Claim, ComparedClaim, Contradiction, Findings, Group, Reading

DENIED = "denied: {text}"
RULE = "claim.denied"
"""The reason of a claim that a voice takes its stand against."""
_QUOTES = str.maketrans("", "", '"“”„«»')


class Denials:
    """What of some findings is denied by a voice outside of the claim's own words."""

    def __init__(self, found: Findings, readings: Iterable[Reading]) -> None:
        claims = {
            f"{reading.document.id}/{claim.id}": _by_a_voice(claim, reading.document.text)
            for reading in readings
            for claim in reading.claims
            if claim.polarity == "-"
        }
        self._denied = {
            each.id
            for each in found.claims
            if each.polarity == "-" and claims.get(each.id.rpartition(".")[0])
        }
        self._tellings: dict[str, list[ComparedClaim]] = {}
        for each in found.claims:
            self._tellings.setdefault(each.group, []).append(each)

    def minus(self, telling: ComparedClaim) -> str:
        """`denied` where a voice denies it, `negated` where its own words do, else nothing."""
        if telling.polarity != "-":
            return ""
        return "denied" if telling.id in self._denied else "negated"

    def is_denied(self, group: Group) -> bool:
        """Whether the words by which a group goes are those of what is denied."""
        tellings = self._tellings.get(group.id, [])
        own = [each for each in tellings if each.text == group.text] or tellings
        return bool(own) and own[0].id in self._denied

    def worded(self, group: Group, denied: str = DENIED) -> str:
        """The words of a group on one line, `denied: ...` where they are what is denied."""
        text = " ".join(group.text.split())
        return denied.format(text=text) if self.is_denied(group) else text

    def in_quarrel(self, pair: Contradiction, group: Group) -> str:
        """The words of a group that show a contradiction; those that it goes by where none do."""
        shown = {(each.document, each.start) for each in pair.anchors}
        own = (
            each
            for each in self._tellings.get(group.id, [])
            if any((each.document, spans.start) in shown for spans in each.anchors)
        )
        telling = next(own, None)
        if telling is None:
            return self.worded(group)
        text = " ".join(telling.text.split())
        return DENIED.format(text=text) if telling.id in self._denied else text

    def asked(self, group: Group) -> Iterator[str]:
        """What to ask next: of a denial, not of what is denied; one pair of quotation marks around words."""
        for line in group.ask:
            opened, mark, rest = line.partition("“")
            words, closed, after = rest.partition("”:") if "”:" in rest else rest.rpartition("”")
            if not (mark and closed):
                yield line
                continue
            if self.is_denied(group):
                opened = _of_the_denial(opened)
            yield f"{opened}“{words.translate(_QUOTES).strip()}{closed}{after}"


def _of_the_denial(opened: str) -> str:
    if not opened:
        return "The denial of "
    says = opened.removesuffix("says ")
    return f"{says}denies " if says != opened else f"{opened}the denial of "


def _by_a_voice(claim: Claim, text: str) -> bool:
    """Whether a voice denies the claim in words that are not among those by which the claim goes."""
    said = [each.anchors for each in claim.because if each.rule == RULE]
    return bool(said) and not any(span.words(text) in claim.text for spans in said for span in spans)
