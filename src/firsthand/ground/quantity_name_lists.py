"""Full names in a list beside a verb: "Mira Tolen, 4; Jon Velk, 9; and Ada Morrow, 10, died".

Read by the commas, semicolons and "and", with the ages between them: parsers lose their way in such lists.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.ground.quantity_figure import word_list
from firsthand.resources.parser import Parse, Token
from firsthand.schema import Span

_NO_PERSON = word_list("no_single_person")
_MOST = 30
_LONGEST = 4
_NAME_WORDS = 2
_SEPARATORS = (",", ";", "and")
_AUXILIARIES = frozenset(("was", "were", "has", "have", "had", "been", "both", "all", "also", "each"))
_NO_NAMES = ("GPE", "LOC", "ORG", "NORP", "FAC", "DATE")


def listed(parse: Parse, verb: Token, behind: bool) -> list[Span]:
    """The names that the list right before a verb, or right behind it, consists of.

    Empty where it is no list of two or more, or holds anything else: nobody could say how many those are.
    """
    sentence = parse.sentences[verb.sentence]
    if behind:
        words = parse.tokens[verb.i + 1 : sentence.last]
        return _run(words, True)
    at = verb.i
    while at > sentence.first and parse.tokens[at - 1].lower in _AUXILIARIES:
        at -= 1
    words = parse.tokens[sentence.first : at][::-1]
    names = _run(words[1:] if words and words[0].text == "," else words, False)
    return names[::-1]


def _run(words: Sequence[Token], forwards: bool) -> list[Span]:
    """The names that words begin with, in a list; empty where it goes on with something else."""
    found: list[Span] = []
    at, joined, between = 0, False, ["start"]
    while at < len(words) and len(found) < _MOST:
        at = _past_age(words, at)
        end = at + _name(words[at : at + _LONGEST + 1])
        if end == at:
            break
        run = sorted(words[at:end], key=lambda token: token.i)
        found.append(Span(run[0].start, run[-1].end))
        at = _past_age(words, end)
        between = []
        while at < len(words) and words[at].lower in _SEPARATORS and len(between) < 2:
            between.append(words[at].lower)
            at += 1
        if not between:
            break
        joined = joined or bool({"and", ";"} & set(between))
    goes_on = at < len(words) and between not in ([], ["start"])
    if goes_on and not _closes(between, words[at], joined and forwards):
        return []
    return found if joined and len(found) > 1 else []


def _closes(between: Sequence[str], behind: Token, joined: bool) -> bool:
    """Whether what stands behind the last name belongs to the list no more: ", police said", "and fled"."""
    if "and" in between or ";" in between:
        return joined and behind.pos in ("VERB", "AUX")
    return joined or behind.pos not in ("NOUN", "NUM", "DET")


def _past_age(words: Sequence[Token], at: int) -> int:
    """Past an age between commas, read in either direction: ", 9,"."""
    near = [word.lower for word in words[at : at + 2]]
    aged = len(near) == 2 and "," in near and any(word.isdigit() for word in near)
    return at + 2 if aged else at


def _name(words: Sequence[Token]) -> int:
    """How many words make the full name of a person that the words begin with; 0 where they make none."""
    n = 0
    while n < len(words) and words[n].tag == "NNP" and words[n].text[:1].isupper():
        n += 1
    fits = _NAME_WORDS <= n <= _LONGEST and not any(
        word.lower in _NO_PERSON or word.entity in _NO_NAMES or (word.text.isupper() and len(word.text) > 2)
        for word in words[:n]
    )
    return n if fits else 0


__all__ = ["listed"]
