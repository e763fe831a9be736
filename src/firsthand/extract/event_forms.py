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
        before, vowel, last = given[-3], given[-2], given[-1]
        if vowel in VOWELS and last not in VOWELS and last not in "wxy" and before not in VOWELS:
            return given + "e"
    return given
