"""A lower toll that is still maintained when a higher one is out.

A toll that is told higher later may have risen. Whoever tells the lower one again, as their own, once the
higher is out, has another count; so has who is set beside it by one document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from firsthand.corroborate.contradiction.scope import Tellings, first_told, share_a_hand, two_voices
from firsthand.corroborate.same_claim.figure import size
from firsthand.corroborate.same_claim.happening import TOLLS
from firsthand.corroborate.telling.values import Telling


def still_maintained(
    one: Telling, other: Telling, a: Tellings, b: Tellings, origin_of: Mapping[str, str | None]
) -> bool:
    """Whether the lower of two tolls is still its teller's own once the higher is told by another.

    It is where one document gives both by two voices and calls neither replaced, or where its own hand tells
    it again, by name, on a later day than the higher came out.
    """
    if one.measure not in TOLLS or other.measure not in TOLLS or share_a_hand(a, b, origin_of):
        return False
    low, high = (a, b) if size(one) < size(other) else (b, a)
    smaller = one if low is a else other
    if any(each.replaced for each in (*low, *high)) or any(each.rising for each in low):
        return False
    if one.document == other.document and two_voices(one, other):
        return THOSE.search(smaller.piece) is None
    return not any(each.rising for each in high) and _told_again(low, first_told(high), origin_of)


def _told_again(low: Tellings, out: str, origin_of: Mapping[str, str | None]) -> bool:
    """Whether a hand tells the lower figure itself before and after the day on which the higher came out."""
    told: dict[str, list[str]] = defaultdict(list)
    for each in low:
        hand = origin_of.get(each.id)
        if hand is not None and each.published:
            told[hand].append(each.published[:DAY])
    own = ((each, told.get(origin_of.get(each.id) or "", [])) for each in low if len(each.chain) > 1)
    return bool(out) and any(
        (each.published or "")[:DAY] > out and any(day <= out for day in days) for each, days in own
    )


THOSE = re.compile(
    r"\b(?:the|these|those|his|her|its|their) (?:\w+ )?(?:dead|killed|victims|deaths)\b", re.IGNORECASE
)
"""Words that only point to dead of whom the reader knows."""
DAY = 10
"""Characters of a day."""
