"""Whom an open "he" or "she" stands for: the last name before it, or whoever a publication says it heard."""

from __future__ import annotations

import re

import msgspec

from firsthand.corroborate.names.described import Described, describe, roles_of
from firsthand.corroborate.names.publishers import is_medium
from firsthand.corroborate.origins.handed import without_honours
from firsthand.resources.capitals import cased
from firsthand.schema import Attribution, Document


def named_before(
    each: Attribution, document: Document, places: frozenset[str], *, near: bool = False
) -> Described | None:
    """The person that an open "she" is: the last name before it that opened a sentence, or stood by a role.

    `near`: only in the paragraph of the pronoun.
    """
    if (each.source_name or "").lower() not in ("he", "she"):
        return None
    at = each.source[0].start
    before = document.text[max(0, at - NAME_WITHIN) : at]
    if near:
        before = before.rsplit("\n", 1)[-1]
    for match in reversed(list(OPENS_WITH_NAME.finditer(before))):
        name = match.group("who") or match.group("named")
        if name.split(maxsplit=1)[0] in NO_NAMES or is_medium(name) or not places.isdisjoint(name.split()):
            continue
        plain_name = without_honours(name, document.text)
        honoured, name = plain_name != name, plain_name
        role = match.group("role") or match.group("of") or ""
        voice = describe(document.id, name, f"{name} {role}", "person", anchor=each.source[0])
        if voice.person or (honoured and voice.body):
            return msgspec.structs.replace(voice, roles=roles_of(role))
    return None


OPENS_WITH_NAME = cased(
    r"(?:^|[.!?][\"”]?\s|\n)\W*(?:(?P<who>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){1,3})"
    r"(?P<of>\s+of\s+the\s+[a-z][\w’'-]*(?:\s+[a-z][\w’'-]*){0,2})?(?=,?\s+(?:\d|[a-z]))"
    r"|(?:The|An?)\s+(?P<role>[a-z][\w -]{2,40}),\s+(?P<named>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){1,2}),)"
)
NO_NAMES = frozenset({"The", "A", "An", "This", "Our", "Its", "That", "Their"})
NAME_WITHIN = 500
"""Characters before a pronoun in which the name that it stands for is looked for."""


ALL_OF_THEM = re.compile(
    r"(?:(?:all|both|most|many|several|some|two|three|each)\s+of\s+them|they|both)", re.IGNORECASE
)
HEARD = re.compile(
    r"\b(?:(?:spoke|spoken|talked)\s+(?:(?:by|over|on)\s+(?:the\s+)?\w+\s+|\w+ly\s+)?(?:to|with)|interviewed|questioned|heard)\s+"
    r"(?P<number>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|several|some|dozens\s+of)\s+"
    r"(?P<who>[a-z][^.,;:!?\"“”\n]{2,70})"
)
"""Whom a publication says it heard, before "all of them" and "he" say what they told."""
HEARD_AT = 300
"""Characters before such a word in which those whom it stands for are looked for."""


def whom_it_heard(each: Attribution, document: Document) -> Described | None:
    """Those whom a publication has just said it spoke with, for "all of them", "he" or "she" that opens."""
    said = each.source[0].words(document.text).casefold()
    alone = said in ("he", "she")
    if not (alone or ALL_OF_THEM.fullmatch(said)):
        return None
    before = document.text[max(0, each.source[0].start - HEARD_AT) : each.source[0].start]
    heard = list(HEARD.finditer(before.rsplit("\n", 1)[-1]))
    if not heard or alone != (heard[-1].group("number") in ("a", "an", "one")):
        return None
    who = re.sub(r"\s+(?:and|on|in\s+the)\b.*$", "", heard[-1].group("who"))
    number = f"{heard[-1].group('number')} " if alone else ""
    voice = describe(document.id, f"{number}{who}", f"{number}{who}", "unnamed", anchor=each.source[0])
    return msgspec.structs.replace(voice, contact=True) if voice.body == "people" else None
