"""Ages told in a list behind those who bear them, and numbers that are names: neither counts anybody."""

from __future__ import annotations

from firsthand.ground.quantity_figure import KINDS, WORDS, Line, word_list

_CHILDREN = word_list("children")
_TIME_UNITS = word_list("time_units")
_EMERGENCY = word_list("emergency")
_ANSWERING = word_list("answering")

_OLDEST = 115
_LINKS = frozenset({"and", ",", "to", "or", "&", "-", "–", "through"})
_LED = frozenset(("from", "between", "both", "all", "(", "-", "–", "—", ",", "who", "are", "were", "was"))
_AGED = frozenset({"aged", "age", "ages"})
_CLOSED = frozenset({",", ")", ".", ";", ":", "-", "–", "—", "", "\n"})
_TO = frozenset({"to", "or", "-", "–"})
_BY_HOUR = frozenset({"by", "at", "until", "before", "after", "around", "about"})
_NAMED_DIGITS = 3


def in_ages(line: Line, first: int, last: int) -> bool:
    """Whether a bare figure is one of a list of ages: the wounded women, 21 and 64; aged from 9 to 4."""
    if not all(_is_age(line, k) or line.word(k) in _LINKS for k in range(first, last)):
        return False
    start = first
    while _is_age(line, start - 1) or (line.word(start - 1) in _LINKS and _is_age(line, start - 2)):
        start -= 1
    end = last
    while _is_age(line, end) or (line.word(end) in _LINKS and _next_age(line, end)):
        end += 1
    end += line.word(end) == "," and line.word(end + 1) == "and" and _is_age(line, end + 2)
    at = start - 1
    while line.word(at) in _LED and start - at < 6:
        at -= 1
    if line.word(at) in _AGED:
        return True
    several = sum(_is_age(line, k) for k in range(start, end)) > 1
    opened = line.word(start - 1) in _LED - {"from", "between"}
    joint = line.word(start - 1) in ("both", "all") and line.word(start - 2) in (",", "(")
    alone = joint or (line.word(start - 1) == "," and not _plural(line, at))
    return opened and (several or alone) and line.word(end) in _CLOSED and _bears(line, at)


def _next_age(line: Line, link: int) -> bool:
    return _is_age(line, link + 1) or (line.word(link) == "," and line.word(link + 1) == "and"
                                       and _is_age(line, link + 2))  # fmt: skip


def _is_age(line: Line, i: int) -> bool:
    """Whether a token is a number that nothing is counted by and a person can have lived years of."""
    token = line.token(i)
    if token is None or i in line.dated:
        return False
    if token.text.isdigit():
        return len(token.text) <= _NAMED_DIGITS and int(token.text) <= _OLDEST
    return token.tag == "CD" and WORDS["number"].lookup(token.lower) is not None


def _bears(line: Line, at: int) -> bool:
    """Whether the word is one for people, or ends a name."""
    token = line.token(at)
    if token is None or token.pos not in ("NOUN", "PROPN", "ADJ", "VERB"):
        return False
    row = KINDS["noun"].lookup(token.lemma.lower()) or KINDS["noun"].lookup(token.lower)
    if row is not None:
        return bool(row["kind"] == "people")
    known = token.lower in _CHILDREN or token.lemma.lower() in _CHILDREN
    return known or token.lower == "victims" or KINDS["outcome"].lookup(token.lower) is not None


def _plural(line: Line, at: int) -> bool:
    token = line.token(at)
    return token is not None and token.tag in ("NNS", "NNPS")


def to_a_length(line: Line, last: int) -> bool:
    """Whether a figure is the lower end of a length of time: it took three to 10 minutes, 17 to 42 years."""
    at = last + 1
    if line.word(last) not in _TO or not (line.word(at)[:1].isdigit() or _is_number(line, at)):
        return False
    return line.word(at + 1 + (line.word(at + 1) == "-")) in _TIME_UNITS


def _is_number(line: Line, at: int) -> bool:
    return WORDS["number"].lookup(line.word(at)) is not None


def number_called(line: Line, i: int) -> bool:
    """Whether digits are the name of what is counted by the number before: three 911 callers."""
    token = line.token(i)
    if token is None or not token.text.isdigit() or len(token.text) != _NAMED_DIGITS or i in line.dated:
        return False
    behind = line.token(i + 1)
    if behind is None or behind.pos not in ("NOUN", "PROPN"):
        return False
    if token.text in _EMERGENCY and line.lemma(i + 1) in _ANSWERING:
        return True
    before = line.token(i - 1)
    counts = before is not None and i - 1 not in line.dated and before.head.i == i + 1
    measured = line.after(WORDS["measure"], i + 1, 2) is not None
    return counts and _is_number(line, i - 1) and not measured and line.word(i - 2) not in _BY_HOUR
