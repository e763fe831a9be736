"""Who a voice is by the words beside it: "who gave only her first name, Lidia", "a partner, Lenn Watch"."""

from __future__ import annotations

import re

import msgspec

from firsthand.corroborate.names.described import Described
from firsthand.corroborate.names.spelled import plain, same_mark
from firsthand.resources.capitals import cased

GAVE_NAME = cased(
    r"\b(?:(?:gave|give|gives|giving|used?|using|provided|offered)\s+(?:us\s+)?(?:only\s+|just\s+)?(?:his|her|their)\s+"
    r"(?:first\s+|given\s+|(?P<last>last\s+|family\s+|sur\s*|second\s+))?name\s*(?:only\s+|simply\s+)?(?:as\s+|,\s*|\(\s*)"
    r"|(?:identified|named|called|known|quoted|introduced)\s+(?:himself\s+|herself\s+)?(?:only\s+|simply\s+|just\s+)?"
    r"(?:as|by)\s+(?:(?:his|her|their)\s+(?:first|given)\s+name,?\s+(?:only,?\s+)?)?"
    r"|(?:to\s+be|be)\s+called\s+(?:only\s+)?)(?P<name>[A-Z][\w’'-]+)(?!\s+[A-Z])"
)
"""How somebody is told to go by one name alone."""
BESIDE = 140
"""Characters after a voice in which the one name that it gave may stand."""


def gave_name(voice: Described, end: int, text: str) -> Described:
    """A voice without a name, by the only one that it gave; unchanged where it gave none.

    `end`: where its words end. A surname goes as any surname does; a first name is marked as given.
    """
    if voice.person or voice.marks or voice.clip is not None or (voice.speaks == "one" and voice.mouth):
        return voice
    around = re.split(r"[.!?](?:\s|$)|\n|[\"“”]", text[end : end + BESIDE], maxsplit=1)[0]
    match = GAVE_NAME.search(around)
    if match is None:
        return voice
    name = match.group("name")
    return msgspec.structs.replace(voice, person=(name,), name=name, given=not match.group("last"))


def may_be_called(one: Described, other: Described) -> bool:
    """Whether one gave a name alone that is the other's forename: "Sovan", a ferryman, and Sovan Kem."""
    if one.given == other.given:
        return False
    single, full = (one, other) if one.given else (other, one)
    if len(full.person) == 1 or not same_mark(single.person[0], full.person[0]):
        return False
    bodies = {single.body, full.body} - {None}
    trades = (single.roles, full.roles)
    return len(bodies) < 2 and (not all(trades) or bool(trades[0] & trades[1])) and _alike(single, full)


def _alike(single: Described, full: Described) -> bool:
    return plain(single.person[0])[:3] == plain(full.person[0])[:3]


PARTNER_NAMED = cased(
    r"\b(?:(?:local|implementing|trusted)\s+)?(?:partners?|organi[sz]ation|group|charity|network|association|agency|ngo|volunteers)"
    r",?\s+(?:called\s+|named\s+)?(?:the\s+)?(?P<name>[A-Z][\w’'-]+(?:\s+(?:(?:of|for|the)\s+)*[A-Z][\w’'-]+)*)$"
)
"""A partner with its name behind it: "figures collected by a local partner, the Reed Network"."""
OF_A_PARTNER = re.compile(
    r"(?:the\s+|an?\s+)?(?:\w+\s+)?(?:data|figures|numbers|lists?|counts?|reports?|information)\s.*\b(?:by|from|of)\b"
)


def partner_named(phrase: str) -> str | None:
    """The name of the body whose data a voice is; null where its words name none."""
    match = PARTNER_NAMED.search(phrase) if OF_A_PARTNER.match(phrase) else None
    return match.group("name") if match else None
