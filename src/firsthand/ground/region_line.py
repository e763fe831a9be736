"""A sentence with its places: what the patterns of relative place walk over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.resources.parser import Parse, Token
from firsthand.schema import Place, RegionAnchor, Span

# Words that may stand between "south of" and the name: "the Russian village of", "the regional
# capital", "central".
_BETWEEN = frozenset(("DT", "JJ", "NN", "NNS", "JJS", "VBG"))
_BORDER = frozenset(("border", "borders", "frontier", "boundary"))
AREAS = frozenset(
    ("region", "oblast", "province", "governorate", "district", "state", "county", "raion", "area", "krai")
)
"""Kind words that belong to the name before them ("the Kursk region")."""
_WALK = 7
_STATES = frozenset(("Republic", "Federation", "Kingdom", "Emirates", "Union", "Confederation"))


@dataclass(frozen=True)
class Anchored:
    """A name that something is measured from, the token after it, and whether its border is meant."""

    anchors: tuple[RegionAnchor, ...]
    places: tuple[Place | None, ...]
    first: int
    last: int
    border: bool = False

    @property
    def place(self) -> Place | None:
        """The place of the first anchor, where the name was read as one."""
        return self.places[0]


@dataclass(frozen=True)
class Line:
    """The tokens of a document, and the place that begins at each."""

    parse: Parse
    place_at: dict[int, Place]

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens of the document."""
        return self.parse.tokens

    def lower(self, i: int) -> str:
        """A token in lower case; '' outside the text."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def words(self, first: int, last: int) -> str:
        """Tokens in lower case, joined by single spaces."""
        return " ".join(self.lower(i) for i in range(first, last))

    def span(self, first: int, last: int) -> Span:
        """Where tokens stand in the text."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def named(self, i: int, loose: bool = False) -> Anchored | None:
        """The name that begins at a token: a place, or a run of capitalised words that may be one.

        `loose` takes a capital letter for enough, where the words before leave room for nothing but a name.
        """
        if not 0 <= i < len(self.tokens):
            return None
        place = self.place_at.get(self.tokens[i].start)
        last = i + 1
        if place is not None:
            while last < len(self.tokens) and self.tokens[last].start < place.end:
                last += 1
            if last < len(self.tokens) and self.tokens[last].text in _STATES:
                # "the Malian Republic" is a name that the gazetteer does not hold.
                place, last = None, last + 1
        elif self.tokens[i].text[:1].isupper() and (loose or self.tokens[i].tag in ("NNP", "NNPS")):
            while last < len(self.tokens) and last - i < 5 and self._runs_on(last):
                last += 1
            last -= last > i + 1 and self.tokens[last - 1].text == "-"
        else:
            return None
        span = self.span(i, last)
        anchor = RegionAnchor(
            start=span.start,
            end=span.end,
            name=span.words(self.parse.text),
            place=place.id if place else None,
        )
        return Anchored((anchor,), (place,), i, last, self._border_after(last) is not None)

    def _border_after(self, last: int) -> int | None:
        """The token of "border" after a name, over "region" and the like; None where there is none."""
        last += self.lower(last) in AREAS
        return last if self.lower(last) in _BORDER else None

    def _runs_on(self, i: int) -> bool:
        token, before = self.tokens[i], self.tokens[i - 1]
        if token.text == "-" or before.text == "-":
            return token.start == before.end and token.start not in self.place_at
        return token.tag in ("NNP", "NNPS") and token.text[:1].isupper() and token.start not in self.place_at

    def anchor(self, i: int) -> Anchored | None:
        """The name after "south of", over the words that may stand before it; None where there is none."""
        border = False
        for j in range(i, min(i + _WALK, len(self.tokens))):
            token = self.tokens[j]
            found = self.named(j, loose=True)
            if found is not None and not self._only_adjective(found):
                return self._joined(found, border)
            if token.lower in _BORDER:
                border = True
            elif token.lower not in ("of", "with", "between") and token.tag not in _BETWEEN and found is None:
                return None
        return None

    def anchor_with_area(self, i: int) -> tuple[Anchored, ...]:
        """The name after "south of", and the country or state that follows it after a comma; () for none."""
        found = self.anchor(i)
        if found is None:
            return ()
        area = self.named(found.last + 1) if self.lower(found.last) == "," else None
        inside = (
            area
            and area.place
            and area.place.candidates
            and area.place.candidates[0].feature in ("PCLI", "ADM1")
        )
        return (found, area) if area and inside else (found,)

    def _only_adjective(self, found: Anchored) -> bool:
        """Whether a demonym only tells which ("the Russian village of K"), and no border of the country
        is meant."""
        return found.place is not None and found.place.kind == "demonym" and not found.border

    def _joined(self, found: Anchored, border: bool) -> Anchored:
        """Two names that share a border ("the Lebanon-Israel border", "the border between A and B") are
        both meant."""
        joint = self.lower(found.last)
        if joint in ("-", "–", "and") and (border or joint != "and"):
            second = self.named(found.last + 1)
            if second is not None and (border or second.border):
                return Anchored(
                    found.anchors + second.anchors,
                    found.places + second.places,
                    found.first,
                    second.last,
                    True,
                )
        return Anchored(found.anchors, found.places, found.first, found.last, border or found.border)

    def end_of(self, found: Anchored) -> int:
        """The token after a name and its "border"."""
        border = self._border_after(found.last)
        return found.last if border is None else border + 1
