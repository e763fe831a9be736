"""What a figure counts: the noun words behind it, and what those words alone say."""

from __future__ import annotations

import re

from firsthand.ground.quantity_ages import number_called
from firsthand.ground.quantity_figure import KINDS, WORDS, Figure, Line, word_list
from firsthand.ground.quantity_numerals import hedge
from firsthand.ground.quantity_traps import bore, model_number
from firsthand.rules import Row, all_rules, rule
from firsthand.schema import Because, QuantityKind

_SKIP = word_list("skip")
_OWNERS = word_list("owners")
_NO_NOUN = word_list("no_noun")
_MODEL = re.compile(r"([a-z]{1,6}?|2s|9m|m1|m)-?\d{1,4}[a-z0-9-]{0,6}\Z", re.IGNORECASE)
_PERSON_ENDING = re.compile(r"(?:men|women|ers|ors|ists|ees|ians|ants|eers|kers|people)\Z")
_NO_PERSON = word_list("no_person")


@rule(
    "quantity.person-ending",
    means="A plural in -ers, -ors, -ists, -ees, -ians or -men that no list knows counts people.",
    fires="Nine [welders] waited by the mill.",
    silent="Nine trailers waited by the mill.",
    gives={"kind": "people", "of": "welders"},
)
def person_ending(word: str) -> QuantityKind | None:
    """People, where the ending of the word says so."""
    return "people" if word not in _NO_PERSON and _PERSON_ENDING.search(word) and len(word) > 5 else None


def measured(line: Line, figure: Figure) -> bool:
    """Give the figure its unit of measure, where one follows: km, hectares, per cent, euros."""
    if figure.kind is not None:
        if figure.kind == "money":
            _exchanged(line, figure)
        return True
    at = figure.last + (
        line.word(figure.last) in ("-", "of", "square") and line.word(figure.last) != "square"
    )
    found = line.after(WORDS["measure"], at, 3)
    if found is None or (line.word(at) == "mi" and not line.glued(at)) or _weighs(line, figure, found[1]):
        return False
    row, end = found
    if line.word(end) == "-" and line.word(end + 1) in ("range", "class"):
        return False
    figure.kind, figure.noun, figure.deed = row["kind"], (at, end), True
    figure.because.append(row.because(line.span(at, end)))
    figure.last = end
    within = WORDS["within"].lookup(line.word(figure.first - 1)) if figure.kind == "distance" else None
    if within is not None and not figure.hedged:
        hedge(figure, within, within.because(line.span(figure.first - 1, figure.first)))
        figure.first -= 1
    _converted(line, figure)
    return True


def _weighs(line: Line, figure: Figure, end: int) -> bool:
    """Whether pounds are a weight: eleven pounds of explosives, it weighed eleven pounds."""
    if line.lemma(end - 1) != "pound":
        return False
    return line.word(end) in ("of", "-") or line.lemma(figure.first - 1) == "weigh"


def _exchanged(line: Line, figure: Figure) -> None:
    """Take in the same sum in another currency, in brackets: $US4 billion ($5 billion) is one figure."""
    signed = line.word(figure.last + 1)[-1:] in tuple("$€£¥₴₽₪₹")
    if line.word(figure.last) != "(" or not signed:
        return
    for end in range(figure.last + 3, min(figure.last + 7, line.last)):
        if line.word(end) == ")":
            figure.last = end + 1
            return


def _converted(line: Line, figure: Figure) -> None:
    """Take in the same length in another unit, in brackets: 4 kilometers (2.5 miles) is one figure."""
    if line.word(figure.last) != "(":
        return
    for end in range(figure.last + 2, min(figure.last + 8, line.last)):
        if line.word(end) == ")":
            inside = [line.word(k) for k in range(figure.last + 1, end)]
            row = WORDS["measure"].lookup(inside[-1]) or WORDS["measure"].lookup(
                re.sub(r"^[\d.,]+", "", inside[-1])
            )
            if (
                row is not None
                and row["kind"] == figure.kind
                and any(c.isdigit() for c in inside[0] + inside[-1])
            ):
                figure.last = end + 1
            return


def counted(line: Line, figure: Figure, taken: frozenset[int] | set[int]) -> tuple[int, int] | None:
    """The token indices of the noun words behind a figure; None where there are none."""
    at = figure.last
    if figure.form == "part" and line.word(at) == "of":
        figure.of = at
    if line.word(at) == "," and any(line.word(k) == "," for k in range(figure.first, figure.last)):
        at += 1  # at least 40, and possibly as many as 60, people
    while (
        line.word(at) in _SKIP
        or line.word(at) == "of"
        or (at > figure.last and line.word(at) in _OWNERS)
        or (figure.form == "part" and line.word(at) in _OWNERS)
    ):
        if line.word(at) == "of":
            figure.of = at
        at += 1
    if (model := model_number(line, at + 1)) == at and model not in taken:
        return _run(line, at + 2, taken, False)
    if number_called(line, at):
        return _run(line, at + 1, taken, False)
    if line.word(at)[:1].isdigit() and (end := bore(line, at + 1)) is not None:
        at = end + (line.word(end) == "-")
    if at in taken and figure.of is not None:
        at = _past(line, at, taken)
    return _run(line, at, taken, figure.of is not None or figure.form == "part")


def _run(line: Line, at: int, taken: frozenset[int] | set[int], partitive: bool) -> tuple[int, int] | None:
    """The noun words from `at` on; behind a possessor ("the village's houses") those of the thing owned."""
    first, noun_end, k = at, None, at
    if partitive and at not in taken and _lost(line, at):
        return at, at + 1
    while k < line.last and k not in line.dated:
        token = line.tokens[k]
        if token.tag == "POS" and partitive:
            first = k = _past(line, k + 1, taken)
            noun_end = None
            continue
        if (
            k in taken
            or token.lower in _NO_NOUN
            or _told(line, first, k)
            or not _in_phrase(line, k, noun_end is not None)
        ):
            break
        if (token.pos in ("NOUN", "PROPN") and token.tag != "POS") or token.tag == "VBZ":
            noun_end = k + 1
        k += 1
        if k - first > 10:
            break
    return (first, noun_end) if noun_end is not None else None


def _lost(line: Line, at: int) -> bool:
    """Whether an adjective stands for people: ten of the wounded, half of the dead."""
    token, follower = line.token(at), line.token(at + 1)
    if token is None or token.pos not in ("ADJ", "VERB") or KINDS["outcome"].lookup(token.lower) is None:
        return False
    return follower is None or follower.pos not in ("NOUN", "PROPN", "ADJ")


def _told(line: Line, first: int, k: int) -> bool:
    """Whether a word is the verb of the bare amount before it: thousands sought safety."""
    token = line.tokens[k]
    return (
        k == first and token.tag == "VBD" and any(c.dep == "nsubj" and c.i == k - 1 for c in token.children)
    )


def _past(line: Line, at: int, taken: frozenset[int] | set[int]) -> int:
    while at in taken or line.word(at) in _SKIP or line.word(at) in _OWNERS:
        at += 1
    return at


def _in_phrase(line: Line, k: int, has_noun: bool) -> bool:
    """Whether a word can belong to the counted words, given whether a noun stands among them already."""
    token, follower = line.tokens[k], line.token(k + 1)
    ahead = follower.pos if follower is not None else ""
    if token.pos in ("NOUN", "PROPN") or (token.tag == "VBZ" and not has_noun and _plural(line, k)):
        return True
    if token.lower in ("-", "/") and line.glued(k) and line.glued(k + 1):
        return True
    if has_noun and ahead in ("NOUN", "PROPN") and _model(line.tokens[k - 1].text):
        return token.pos == "ADJ" or token.tag == "VBN"
    if token.pos in ("ADJ", "NUM") or (token.pos == "ADV" and ahead in ("ADJ", "VERB")):
        return not has_noun and token.text[0].isalpha()
    if token.tag in ("VBN", "VBG", "JJ", "VBD"):
        return not has_noun and ahead in ("NOUN", "PROPN", "ADJ")
    return False


def _plural(line: Line, k: int) -> bool:
    """Whether a word that the parser takes for a verb is a plural that is counted: "recruits", "shells"."""
    return line.lemma(k) in KINDS["noun"] or line.word(k)[:-1] in KINDS["noun"]


def _model(word: str) -> bool:
    """Whether a word is a designation: the "BTR-82" of "BTR-82 armoured vehicles"."""
    return word[0].isalpha() and word[-1:].isalnum() and any(c.isdigit() for c in word)


def classify(line: Line, figure: Figure) -> None:
    """Settle what the counted noun alone says: dead, wounded, people, vehicles, a unit of measure."""
    if figure.noun is None:
        return
    first, end = figure.noun
    head = end - 1
    said = _outcome(line, first, end) or _noun(line, first, end)
    if said is None and line.word(end) == "of" and figure.form != "no":
        inner = next(
            (k for k in range(end + 1, min(end + 5, line.last)) if line.tokens[k].pos == "NOUN"), None
        )
        said = _noun(line, inner, inner + 1) if inner is not None else None
    if said is not None:
        kind, reason, figure.deed = said
        figure.kind = figure.counted = kind
        figure.because.append(reason)
        return
    plural = line.word(head) + ("s" if figure.form == "article" else "")
    if (line.tokens[head].tag == "NNS" or figure.form == "article") and person_ending(plural) is not None:
        figure.kind = figure.counted = "people"
        figure.because.append(person_ending.because(line.span(head, end)))


Said = tuple[QuantityKind, Because, bool]


def _outcome(line: Line, first: int, end: int) -> Said | None:
    for k in (end - 1, *range(first, end - 1)):
        singular = line.word(k)[:-1] if line.word(k).endswith("s") and k == end - 1 else ""
        row = (
            KINDS["outcome"].lookup(line.word(k))
            or KINDS["outcome"].lookup(singular)
            or (
                KINDS["outcome"].lookup(line.lemma(k))
                if k == end - 1 and line.tokens[k].pos == "NOUN"
                else None
            )
        )
        if row is not None and (k == end - 1 or line.tokens[k].pos in ("ADJ", "VERB")):
            return row["kind"], row.because(line.span(k, k + 1)), True
    return None


def _noun(line: Line, first: int, end: int) -> Said | None:
    """What the last noun is, by two words, one word, or the letters of a designation."""
    for start in (end - 2, end - 1):
        if start < first:
            continue
        row = _row_of(line, start, end)
        if row is not None:
            return row["kind"], row.because(line.span(start, end)), False
    word = line.tokens[end - 1].text
    match = _MODEL.match(word)
    if match:
        row = KINDS["family"].lookup(match[1])
        if row is not None:
            return row["kind"], row.because(line.span(end - 1, end)), False
    return None


def _row_of(line: Line, start: int, end: int) -> Row | None:
    spoken = " ".join(line.word(k) for k in range(start, end))
    lemma = " ".join([*(line.word(k) for k in range(start, end - 1)), line.lemma(end - 1)])
    table = KINDS["noun"]
    row = table.lookup(lemma) or table.lookup(spoken)
    if row is None and spoken.endswith("s"):
        row = table.lookup(spoken[:-1]) or table.lookup(spoken[:-2])
    if row is None and spoken.endswith("men"):
        row = table.lookup(spoken[:-3] + "man")
    return row


def words_of(line: Line, figure: Figure) -> str | None:
    """The counted words as they stand in the text; of a unit by its strength, whom or what it is made of."""
    if figure.form == "unit":
        inner = next(
            (k for k in range(figure.last + 1, figure.last + 4) if line.lemma(k) in KINDS["noun"]), None
        )
        made_of = inner is not None and line.word(figure.last) == "of"
        return line.span(figure.last + 1, inner + 1).words(line.text) if inner and made_of else figure.kind
    if figure.noun is None or (figure.kind == "share" and figure.form != "part"):
        return _whole(line, figure)
    return line.span(*figure.noun).words(line.text)


def _whole(line: Line, figure: Figure) -> str | None:
    """What a share is a share of: the tanks of "40 per cent of its tanks"; None where it is not told."""
    if figure.kind != "share" or line.word(figure.last) != "of":
        return None
    at = figure.last + 1
    while line.word(at) in _SKIP or line.word(at) in _OWNERS:
        at += 1
    run = _run(line, at, frozenset(), partitive=True)
    return None if run is None else line.span(*run).words(line.text)


RULES = all_rules(person_ending)
