"""The dictionary form of a word, mended where the parser's short forms go wrong."""

from __future__ import annotations

from firsthand.resources.parser import Token

VOWELS = frozenset("aeiou")


def lemma(token: Token) -> str:
    """The lemma in lower case: "hoped" is hope, not hop, since hop would double its consonant ("hopped").

    >>> from firsthand.resources.parser import Token
    >>> lemma(Token(0, 0, 5, "hoped", "hoped", "hop", "VERB", "VBD", "ROOT", 0))
    'hope'
    """
    given = token.lemma.lower()
    if (
        token.tag in ("VBD", "VBN", "VBG")
        and len(given) in (3, 4)
        and token.lower in (given + "ed", given + "ing")
    ):
        vowels = [letter in VOWELS for letter in given]
        if vowels[-2] and sum(vowels) == 1 and given[-1] not in "wxy":
            return given + "e"
    return given
