"""Names inside the titles of books, songs and films ("West of Sunset"), which are no places."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.resources.parser import Token

_OPEN = frozenset(("“", '"', "‘", "'", "''", "``", "«", "_", "*"))
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_STANDING = frozenset(("lie", "stand", "sit", "stretch", "begin", "rise", "run", "come"))
_REACH = 12


def in_title(tokens: Sequence[Token], at: int) -> bool:
    """Whether "West of K" with a capital letter is a title: quoted, in the middle of a sentence, or what a
    sentence is about. A headline, where every word has a capital, is not taken for one."""
    token = tokens[at]
    if not token.text[:1].isupper() or token.text.isupper():
        return False
    before = tokens[at - 1] if at else None
    if before is not None and before.text in _OPEN and before.end == token.start:
        return True
    if before is None or before.sentence != token.sentence:
        return _subject(tokens, at)
    return before.text[:1].islower() or before.lower in (",", ":")


def _subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb follows the name that has nothing else for its subject ("West of K was on the desk")."""
    for token in tokens[at + 1 : at + _REACH]:
        if token.sentence != tokens[at].sentence:
            return False
        if token.tag[:2] in ("VB", "MD"):
            return token.lemma not in _STANDING and not any(
                child.dep in (*_SUBJECTS, "expl") and child.i > token.i for child in token.children
            )
        if not (token.text[:1].isupper() or token.lower in ("of", "the", "-")):
            return False
    return False
