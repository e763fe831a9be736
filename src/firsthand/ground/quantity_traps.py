"""What looks like a figure and counts nothing: names, dates, ages, scores, numbers of documents."""

from __future__ import annotations

import re

from firsthand.ground.quantity_ages import in_ages, number_called, to_a_length
from firsthand.ground.quantity_figure import KINDS, WORDS, Figure, Line, word_list

TIME_UNITS = word_list("time_units")
MONTHS = word_list("months")
NUMBERED = word_list("numbered")
CALIBRES = word_list("calibres")
WEIGHTS = word_list("weights")
NOT_LENGTHS = word_list("not_lengths")
YEAR_WORDS = word_list("year_words")
ONE_IDIOMS = word_list("one_idioms")
NEVER_COUNTED = word_list("never_counted")
SPEAKING = word_list("speaking")
OPENING = word_list("opening")
PARENTS = word_list("parents")
CHILDREN = word_list("children")
BEFORE_HOURS = word_list("before_hours")
CHANGES = word_list("changes")
LAST_HOUR = 24

OF_NUMBERS = frozenset(
    (
        "factor",
        "age",
        "power",
        "ratio",
        "score",
        "group",
        "girl",
        "boy",
        "man",
        "woman",
        "child",
        "son",
        "daughter",
        "rule",
    )
)
_ORDINAL = ("first", "second", "third", "th")
_LETTERS = re.compile(r"[A-Z]{1,4}\Z")
_HEAD = re.compile(r"[1-9]\d{0,2}\Z")
_TAIL = re.compile(r"\d{3}\Z")
_SPANS = frozenset({"h", "hr", "hour", "s", "sec", "second", "minute", "min"})
_YEAR = re.compile(r"(?:1[89]|20|21)\d\d\Z")


def named(line: Line, figure: Figure) -> bool:
    """Whether the figure belongs to a name, a list, a telephone number or a unit that counts nothing."""
    first, last = figure.number
    return (
        designation(line, first, last)
        or in_name(line, figure)
        or number_called(line, first)
        or item_number(line, first, last)
        or (not figure.hedged and (numbered(line, first) or age(line, first, last)))
        or bore(line, last) is not None
        or line.word(last) in NOT_LENGTHS
        or long_number(line, first, last)
        or of_children(line, first, last)
        or model_number(line, first) is not None
        or speed(line, last)
        or torn(line, first, last)
    )


def model_number(line: Line, first: int) -> int | None:
    """The letters by which a number is the name of a model (AK 47 rifles); None without them."""
    letters, number = line.token(first - 1), line.token(first)
    if letters is None or number is None or not number.text.isdigit():
        return None
    if letters.tag not in ("NNP", "NN") or not _LETTERS.match(letters.text):
        return None
    if letters.dep not in ("nmod", "compound", "amod", "nummod") and number.head is not letters:
        return None
    row = KINDS["noun"].lookup(line.lemma(first + 1))
    made = row is not None and row["kind"] in ("weapons", "munitions", "vehicles")
    return first - 1 if made or "PRODUCT" in (letters.entity, number.entity) else None


def speed(line: Line, last: int) -> bool:
    """Whether a length is that of an hour or a second: 193km / h, 80 miles an hour."""
    at = last + (line.word(last) == "-")
    row = WORDS["measure"].lookup(line.word(at))
    if row is None or row["kind"] != "distance":
        return False
    each = line.word(at + 1)
    if each in ("/", "per"):
        return line.word(at + 2).rstrip(".") in _SPANS
    return each in ("an", "a") and line.word(at + 2) in ("hour", "second", "minute")


def torn(line: Line, first: int, last: int) -> bool:
    """Whether a figure is a piece of one that a space has torn: "a 15, 800 - square - metre hall"."""
    ahead = line.word(last) == "," and line.glued(last) and _piece(line, first, last + 1)
    behind = line.word(first - 1) == "," and line.glued(first - 1) and _piece(line, first - 2, first)
    return ahead or behind


def _piece(line: Line, head: int, tail: int) -> bool:
    """Whether two numbers about a comma can be one: three digits behind it, no list and no age before it."""
    one, two = line.token(head), line.token(tail)
    if one is None or two is None or not _HEAD.match(one.text) or not _TAIL.match(two.text):
        return False
    before = line.word(head - 1)
    listed = line.word(tail + 1) in (",", "and", "or", "&") or (
        before == "," and line.word(head - 2).isdigit()
    )
    return not listed and before not in ("aged", "age") and line.tokens[head].end + 2 == two.start


def of_children(line: Line, first: int, last: int) -> bool:
    """Whether a figure counts somebody's children: a mother of four, a father of three girls."""
    if line.word(first - 1) != "of" or line.word(first - 2) not in PARENTS:
        return False
    own = line.token(last)
    return own is None or own.pos not in ("NOUN", "PROPN", "ADJ", "NUM") or line.lemma(last) in CHILDREN


def hour(line: Line, figure: Figure) -> bool:
    """Whether a bare figure is an hour: we hid until eight, and by about nine it was over."""
    value = figure.high if figure.high is not None else figure.low
    if figure.form not in ("number", "one") or value is None or value > LAST_HOUR:
        return False
    at = figure.first if line.word(figure.first) in BEFORE_HOURS else figure.first - 1
    if line.word(at) not in BEFORE_HOURS and line.word(at) != "by":
        return False
    return line.lemma(at - 1) not in CHANGES and line.word(at - 1) not in CHANGES


def designation(line: Line, first: int, last: int) -> bool:
    """Whether the figure is glued to letters or marks that make it a name: MH17, 24/7, 122-mm, 9.11.2001."""
    if line.glued(first) and line.word(first - 1) not in OPENING:
        return True
    follower = line.token(last)
    if follower is None or not line.glued(last):
        return False
    mark = follower.text[0]
    if mark == "-" and line.word(last + 1).endswith(_ORDINAL):
        return True
    if follower.lower in WORDS["measure"]:
        return False
    return mark.isalnum() or mark in "/:°_@#&=" or (mark == "-" and line.word(last + 1) in CALIBRES)


def bore(line: Line, at: int) -> int | None:
    """Past the unit by which a shell or a bomb is named: 155 mm, 250-kg bombs; None where none stands."""
    at += line.word(at) == "-"
    if line.word(at) in CALIBRES:
        return at + 1
    if line.word(at) not in WEIGHTS:
        return None
    named_by = at + 1 + (line.word(at + 1) == "-")
    if line.word(named_by) in ("class", "aerial", "guided", "glide", "unguided"):
        named_by += 1
    row = KINDS["noun"].lookup(line.lemma(named_by))
    return at + 1 if row is not None and row["kind"] in ("munitions", "weapons") else None


def numbered(line: Line, first: int) -> bool:
    """Whether the word before makes it the number of something: Resolution 2334, District 9, No. 5."""
    before = line.token(first - 1)
    if before is None:
        return False
    if before.lower in ("#", "§", "no.", "nos.", "number"):
        return before.pos != "VERB"
    if before.lower == "of":
        return line.word(first - 2) in OF_NUMBERS
    if before.text == "U.S." and line.word(first - 2) != "the":
        after = line.token(first + 1)  # a road: at their home on U.S. 36
        return after is None or after.tag[:2] not in ("NN", "JJ")
    return before.lower in NUMBERED and before.pos in (
        "NOUN",
        "PROPN",
        "ADJ",
        "X",
        "VERB",
        "SYM",
        "INTJ",
        "DET",
    )


def in_name(line: Line, figure: Figure) -> bool:
    """Whether a capitalised number word inside a sentence belongs to a name: Group of Seven, the Big Four."""
    token = line.tokens[figure.number[0]]
    if token.tag == "$" or not token.text[0].isupper() or figure.number[0] == line.first or figure.hedged:
        return False
    if line.word(figure.number[0] - 1) in ('"', "“", "'", "‘", ":", "—", "-", "–", "(", ";", "•"):
        return False
    return not title_case(line)


def title_case(line: Line) -> bool:
    """Whether a sentence is written as a headline, most of its longer words capitalised."""
    longer = [t for t in line.tokens[line.first : line.last] if len(t.text) > 3 and t.text[0].isalpha()]
    return bool(longer) and sum(t.text[0].isupper() for t in longer) >= 0.7 * len(longer)


def timed(line: Line, first: int, last: int) -> bool:
    """Whether a figure tells a time, a duration or an age."""
    if in_ages(line, first, last) or to_a_length(line, last):
        return True
    ahead = last
    while line.word(ahead) in (
        "-",
        "more",
        "full",
        "whole",
        "consecutive",
        "straight",
        "long",
        "and",
        "a",
        "half",
        "of",
        "or",
        "so",
        "other",
    ):
        ahead += 1
        if ahead > last + 4:
            break
    for i in {last, ahead}:
        if line.word(i) in TIME_UNITS and not (
            i != last and line.word(ahead - 1) == "of" and line.word(last) == "of"
        ):
            return True
    if line.word(last) in MONTHS or line.word(first - 1) in MONTHS - {"may", "march"}:
        return True
    if line.word(first - 1) in ("may", "march") and line.tokens[first - 1].text[0].isupper():
        return first - 1 != line.first
    before = first - 1
    while line.word(before) in ("and", ",", "to", "or") and line.word(before - 1).isdigit():
        before -= 2  # "aged 4, 7 and 9"
    return line.word(before) in ("aged", "age", "ages", "turning", "turned")


def age(line: Line, first: int, last: int) -> bool:
    """Whether a bare figure stands between commas or brackets behind a name: Tomas Velk, 41, said."""
    named = line.token(first - 2)
    return (
        named is not None
        and named.pos in ("PROPN", "NOUN")
        and (line.word(first - 1), line.word(last)) in ((",", ","), ("(", ")"), (",", "."), (",", ";"))
    )


def year(line: Line, first: int, last: int, counts: bool) -> bool:
    """Whether four plain digits are a year: a year's range, and nothing counted or a word of time before."""
    if last - first != 1 or not _YEAR.match(line.tokens[first].text):
        return False
    return not counts or line.word(first - 1) in YEAR_WORDS


def item_number(line: Line, first: int, last: int) -> bool:
    """Whether a figure opens its sentence as the number of a list item: "3. The army", "4) Karsk"."""
    return first == line.first and line.word(last) in (".", ")")


def long_number(line: Line, first: int, last: int) -> bool:
    """Whether digits stand beside other digits, as in telephone numbers and coordinates."""

    def digits(i: int) -> bool:
        return line.word(i)[:1].isdigit()

    text = line.tokens[first].text
    precise = "." in text and len(text.rpartition(".")[2]) > 3
    return (
        precise
        or (digits(last) and bore(line, last + 1) is None and not number_called(line, last))
        or (digits(first - 1) and line.word(first - 1) != "")
        or line.word(first - 1) == "+"
    )
