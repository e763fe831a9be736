"""What became of those counted, by the word that governs them: killed, wounded, captured, missing ..."""

from __future__ import annotations

from firsthand.ground.quantity_figure import KINDS, PEOPLE, WORDS, Figure, Line, word_list
from firsthand.ground.quantity_graver import deadly
from firsthand.ground.quantity_numerals import hedge
from firsthand.resources.parser import Token
from firsthand.rules import Row, Table, all_rules, rule

_BETWEEN = word_list("between")
_BE = word_list("be")
_LINKS = word_list("links")
_CIVIL = word_list("civil")
_ANIMALS = word_list("animals")
_PARENTS = word_list("parents")
_DONE_TO_THINGS = word_list("done_to_things")
_FURTHER = ("more", "others", "further")
_OUTLIVED = ("captured", "displaced", "missing", "wounded")
_OUTCOMES = frozenset(row.rule.name for row in KINDS["outcome"].rows)
DEEDS = KINDS["deed"]
CROWD = 1000
"""From here on a bare figure that is driven out of somewhere is one of people."""


def fate(line: Line, figure: Figure) -> tuple[Row, int, int] | None:
    """The row and the words that say what became of those counted; None where nothing near says so.

    Looks behind the counted noun, then before the figure, then up the parse.
    """
    if figure.form == "one" and figure.noun is None:
        ends = line.word(figure.last) in ("and", ",", ".", ";", "")  # killing one, and not one another
        return _behind(line, figure) or (_before(line, figure) if ends else None)
    if (unknown := _unseen(line, figure)) is not None:
        return unknown
    return _behind(line, figure) or _before(line, figure) or _of_act(line, figure) or _above(line, figure)


def _end(figure: Figure) -> int:
    return max(figure.last, figure.noun[1] if figure.noun else figure.last)


def _behind(line: Line, figure: Figure) -> tuple[Row, int, int] | None:
    """The predicate that follows: were killed, died, feared dead, killed in the raid."""
    at, passive = _end(figure), False
    if line.word(at) == "of" and line.word(at + 1) in ("whom", "them"):
        at += 2
    while (line.word(at) in _BETWEEN or (figure.noun is None and line.word(at) in _FURTHER)) and at - _end(
        figure
    ) < 9:
        passive = passive or line.word(at) in _BE
        at += 1
    if not line.word(at) or (passive and _of_parent(line, figure)):
        return None
    if line.word(at) == "among" and line.word(at + 1) in ("the", "those"):
        row = KINDS["outcome"].lookup(line.word(at + 2))
        return (row, at + 2, at + 3) if row is not None else None
    return (
        _outcome(line, figure, at, passive)
        or _verb(line, at, "subject", passive)
        or _verb(line, at, "object", passive)
    )


def _of_parent(line: Line, figure: Figure) -> bool:
    """Whether a parent is told of, and those counted are the children."""
    return line.word(figure.first - 1) == "of" and line.word(figure.first - 2) in _PARENTS


def _unseen(line: Line, figure: Figure) -> tuple[Row, int, int] | None:
    """The words that say that nobody knows where they are: have not been seen, heard from, found."""
    at = _end(figure)
    while line.word(at) in ("have", "has", "had", "were", "was", "who") and at - _end(figure) < 3:
        at += 1
    if line.word(at) not in ("not", "n't", "n’t", "never"):
        return None
    for end in range(min(line.last, at + 5), at + 1, -1):
        row = KINDS["unseen"].lookup(" ".join(line.word(k) for k in range(at + 1, end)))
        if row is not None:
            return row, at, end
    return None


def _outcome(line: Line, figure: Figure, at: int, passive: bool) -> tuple[Row, int, int] | None:
    """The word for the outcome itself: nine dead, nine people missing, nine wounded."""
    row = KINDS["outcome"].lookup(line.word(at))
    token, follower = line.tokens[at], line.token(at + 1)
    if row is None or token.tag not in ("JJ", "RB", "VBN", "VBG", "NN", "VBD", "NNS"):
        return None
    if follower is not None and follower.pos in ("NOUN", "DET", "NUM", "PROPN", "PRON"):
        return None
    if token.pos == "VERB" and (passive or at > figure.last) and _verb(line, at, "object", passive):
        return None
    return row, at, at + 1


def _verb(line: Line, at: int, role: str, passive: bool) -> tuple[Row, int, int] | None:
    """The deed whose words start at `at`, if those counted stand in the given role to it."""
    found = _deed(line, at)
    if found is None or found[0]["role"] != role:
        return None
    row, end = found
    token = line.tokens[at]
    if role == "subject":
        if row.get("civil") and not _own_doing(line, at):
            return None
        return (row, at, end) if token.tag != "VBG" or passive or line.word(at - 1) in _BETWEEN else None
    if passive and token.tag in ("VBN", "VBD", "JJ", "VBG"):
        return row, at, end
    if row.get("passive") and token.tag != "VBN":
        return None
    participle = token.tag in ("VBN", "VBD") and not _object_ahead(line, end)
    return (row, at, end) if participle and line.word(at - 1) not in ("has", "have", "had") else None


def _own_doing(line: Line, at: int) -> bool:
    """Whether those counted did it: not left behind, not abandoned by others."""
    tag = line.tokens[at].tag
    had = any(line.word(k) in ("have", "has", "had", "'ve", "’ve") for k in range(at - 3, at))
    return tag == "VBG" or (line.word(at - 1) not in _BE and (tag != "VBN" or had))


def _object_ahead(line: Line, at: int) -> bool:
    token = line.token(at)
    return (
        token is not None
        and token.pos in ("DET", "NUM", "NOUN", "PROPN", "ADJ", "PRON")
        and token.dep != "npadvmod"
    )


def _deed(line: Line, at: int) -> tuple[Row, int] | None:
    """The deed whose phrase starts at `at`, the longest first; its verb may stand in any form."""
    lemma = line.lemma(at)
    for end in range(min(line.last, at + 4), at, -1):
        rest = [line.word(k) for k in range(at + 1, end)]
        row = DEEDS.lookup(" ".join([lemma, *rest]))
        if row is not None and row.get("past") and line.tokens[at].tag in ("VBP", "VBZ"):
            return None
        if row is not None and not row.get("then"):
            return None if line.word(end) in ("down", "off") and lemma in ("shoot", "fire") else (row, end)
    return None


def _before(line: Line, figure: Figure) -> tuple[Row, int, int] | None:
    """The verb whose object those counted are: killed 12, wounding at least 30, shot dead three."""
    at = figure.first - 1
    while line.word(at) in (
        "the",
        "another",
        "further",
        "additional",
        "a",
        "an",
        "nearly",
        ":",
        "its",
        "his",
        "her",
        "their",
    ):
        at -= 1
    for start in range(max(line.first, at - 2), at + 1):
        found = _deed(line, start)
        if found is None or found[1] != at + 1 or found[0]["role"] != "object" or found[0].get("passive"):
            continue
        token = line.tokens[start]
        if token.tag == "VBN" and line.word(start - 1) in ("was", "were", "been", "being", "is", "are", "by"):
            continue
        if token.pos in ("VERB", "ADJ", "NOUN", "PROPN") and token.tag in (
            "VB",
            "VBD",
            "VBG",
            "VBZ",
            "VBP",
            "VBN",
            "NNP",
            "NNS",
            "JJ",
            "NN",
        ):
            return found[0], start, found[1]
    return _left_behind(line, figure, at) or _ousted(line, figure, at)


def _left_behind(line: Line, figure: Figure, at: int) -> tuple[Row, int, int] | None:
    """Leaving 12 people dead: the outcome stands behind the counted noun."""
    if line.lemma(at) != "leave":
        return None
    end = _end(figure)
    row = KINDS["outcome"].lookup(line.word(end))
    return (row, end, end + 1) if row is not None else None


def _ousted(line: Line, figure: Figure, at: int) -> tuple[Row, int, int] | None:
    """Driving 12 families from the valley: the verb counts only with the way out behind the counted noun."""
    row = DEEDS.lookup(line.lemma(at))
    end = _end(figure)
    behind = (line.word(end), f"{line.word(end)} {line.word(end + 1)}")
    if row is None or not any(words in row.get("then", ()) for words in behind):
        return None
    return row, at, at + 1


@rule(
    "quantity.among-the-dead",
    means='Those named after "among the dead were", "the wounded include" are some of them.',
    fires=[
        "Among the [dead] were two cooks and a driver.",
        "The [wounded] included three farmers.",
        "[Killed] were two cooks and a driver.",
    ],
    silent="The wounded thanked three farmers.",
    gives={"kind": "killed", "min": 2.0},
)
def among(line: Line, figure: Figure) -> tuple[Row, int, int] | None:
    """The outcome before a verb of being or of including that stands right before the figure."""
    verb = figure.first - 1
    while line.word(verb) in ("the", "at", "also", "also,"):
        verb -= 1
    if line.lemma(verb) not in ("be", "include"):
        return None
    for at in range(verb - 1, max(line.first, verb - 8) - 1, -1):
        row = KINDS["outcome"].lookup(line.word(at)) or KINDS["outcome"].lookup(line.lemma(at))
        opened = line.word(at - 1) in ("the", "those", "all") or line.word(at - 2) in ("the", "those")
        if row is not None and (opened or at == line.first == verb - 1):
            begins = line.lemma(verb) == "include" or "among" in (line.word(at - 2), line.word(at - 3))
            return (row, at, at + 1) if begins or at <= line.first + 2 else None
        if line.word(at) in (",", ";", ":"):
            return None
    return None


def _of_act(line: Line, figure: Figure) -> tuple[Row, int, int] | None:
    """The noun before "of": the deaths of 12 farmers, the capture of three towns' guards."""
    at = figure.first - 1
    if line.word(at) in ("the", "another"):
        at -= 1
    if line.word(at) != "of":
        return None
    row = KINDS["act"].lookup(line.lemma(at - 1)) or KINDS["act"].lookup(line.word(at - 1))
    return (row, at - 1, at) if row is not None else None


def _above(line: Line, figure: Figure) -> tuple[Row, int, int] | None:
    """The governing verb, up the parse from the counted noun."""
    token = line.tokens[figure.noun[1] - 1 if figure.noun else figure.number[1] - 1]
    for _ in range(7):
        head = token.head
        if head is token or not line.first <= head.i < line.last:
            return None
        if token.dep in ("nsubj", "nsubjpass", "dobj", "relcl", "acl", "obj") and head.pos in ("VERB", "AUX"):
            return _governed(line, token.dep, head, 0)
        if token.dep == "pobj" and head.lower == "of":
            if head.head.lower in _PARENTS:
                return None  # what befell a mother of two soldiers befell her
            token = head
            continue
        if token.dep not in _LINKS and not (token.dep == "prep" and token.lower == "of"):
            return None
        token = head
    return None


def _governed(line: Line, dep: str, verb: Token, depth: int) -> tuple[Row, int, int] | None:
    found = _deed(line, verb.i)
    wanted = "object" if dep in ("nsubjpass", "dobj", "obj") else "subject"
    if (
        found is not None
        and found[0]["role"] == wanted
        and (dep == "nsubjpass" or not found[0].get("passive"))
    ):
        return found[0], verb.i, found[1]
    if depth > 2 or dep not in ("nsubj", "nsubjpass"):
        return None
    for child in verb.children:
        told = child.dep == "ccomp" and dep == "nsubjpass"
        if (told or child.dep in ("xcomp", "oprd", "acomp", "conj")) and line.first <= child.i < line.last:
            outcome = KINDS["outcome"].lookup(child.lower) if child.dep in ("oprd", "acomp") else None
            if outcome is not None:
                return outcome, child.i, child.i + 1
            passive = any(c.dep == "auxpass" for c in child.children)
            if child.dep == "conj" and any(c.dep in ("nsubj", "nsubjpass") for c in child.children):
                continue
            done = child.dep == "conj" and any(c.dep == "dobj" for c in child.children)
            shared = child.dep == "conj" and dep == "nsubjpass" and not done
            inner = "nsubjpass" if passive or shared else "nsubj"
            below = _governed(line, inner, child, depth + 1)
            if below is not None:
                return below
    return None


def told_by_fate(line: Line, figure: Figure) -> None:
    """Give the figure the kind that its fate says, where it counts people or does not say what it counts."""
    held = figure.deed and figure.kind in _OUTLIVED
    if (figure.deed or figure.counted not in (None, "people")) and not held:
        return
    if figure.noun is not None and line.lemma(figure.noun[1] - 1) in _ANIMALS:
        return
    found = fate(line, figure)
    if found is None and (found := among(line, figure)) is not None:
        figure.because.append(among.because(line.span(*found[1:])))
    if found is None or (held and not _graver(figure, found[0]["kind"])):
        return
    row, first, last = found
    if row.get("civil") and not _civil(line, figure):
        return
    if row.get("only") and (figure.noun is None or line.lemma(figure.noun[1] - 1) not in row["only"]):
        return
    if figure.counted is None and figure.noun is not None and not _for_the_living(line, row, first):
        return
    figure.kind, figure.deed, figure.fated = row["kind"], True, True
    _ = killed_and_wounded(line, figure, last) or deadly(line, figure, first, last)
    if figure.noun is None and first == figure.last and row.rule.name in _OUTCOMES:
        figure.noun = (first, last)
    figure.because.append(row.because(line.span(first, last)))


def _for_the_living(line: Line, row: Row, first: int) -> bool:
    """Whether a deed is done to people and animals alone, so that an unknown noun is one of them."""
    return row["kind"] in ("killed", "wounded") and line.lemma(first) not in _DONE_TO_THINGS


def _graver(figure: Figure, kind: str) -> bool:
    """Whether a fate outweighs what the noun says of them: nine hostages were killed."""
    return kind == "killed" or (kind == "wounded" and figure.kind != "wounded")


@rule(
    "quantity.killed-and-wounded",
    means="Killed and wounded in one figure are casualties: how many of each, the words do not say.",
    fires=["The raid left 40 [dead and wounded].", "Forty sailors were [killed or wounded]."],
    silent="The raid left 40 dead and 12 wounded.",
    gives={"kind": "casualties", "min": 40.0},
)
def killed_and_wounded(line: Line, figure: Figure, end: int) -> bool | None:
    """True where an outcome of the other kind is joined to the one that ends at `end`."""
    if line.word(end) not in ("and", "or") or figure.kind not in ("killed", "wounded"):
        return None
    row = KINDS["outcome"].lookup(line.word(end + 1))
    if row is None or {figure.kind, row["kind"]} != {"killed", "wounded"} or _object_ahead(line, end + 2):
        return None
    figure.kind = "casualties"
    figure.because.append(killed_and_wounded.because(line.span(end - 1, end + 2)))
    return True


def _civil(line: Line, figure: Figure) -> bool:
    if figure.noun is None:
        return figure.form == "amount" or (figure.low or 0) >= CROWD
    return line.lemma(figure.noun[1] - 1) in _CIVIL


def tally(line: Line, figure: Figure) -> bool:
    """Give a bare figure the kind of the tally that it is said to be: the death toll rose to 61."""
    for row, at, end in _tallies(line, KINDS["tally"], figure.first):
        figure.kind, figure.deed = row["kind"], True
        figure.because.append(row.because(line.span(at, end)))
        _both_told(line, figure, at)
        past = WORDS["passed"].lookup(line.word(figure.first - 1))
        if past is not None:
            hedge(figure, past, past.because(line.span(figure.first - 1, figure.first)))
            figure.first -= 1
        return True
    return False


def _both_told(line: Line, figure: Figure, at: int) -> None:
    """Make casualties of a tally of two kinds: the killed and the wounded numbered 40."""
    joint = at - 1 - (line.word(at - 1) == "the")
    if line.word(joint) in ("and", "or"):
        kind, row = figure.kind, KINDS["outcome"].lookup(line.word(joint - 1))
        if row is not None and {kind, row["kind"]} == {"killed", "wounded"}:
            figure.kind = "casualties"
            figure.because.append(row.because(line.span(joint - 1, joint)))


def _tallies(line: Line, table: Table, before: int) -> list[tuple[Row, int, int]]:
    """The tally nearest before a figure, with nothing between that ends the clause."""
    for at in range(before - 1, max(line.first, before - 14) - 1, -1):
        if line.word(at) in (";", ".", ":"):
            return []
        two = table.lookup(f"{line.word(at - 1)} {line.word(at)}")
        if two is not None:
            return [(two, at - 1, at + 1)]
        one = table.lookup(line.word(at))
        if one is not None and line.tokens[at].pos in ("NOUN", "ADJ", "PROPN", "VERB"):
            return [(one, at, at + 1)]
    return []


def people(figure: Figure) -> bool:
    """Whether a figure counts people."""
    return figure.kind in PEOPLE


RULES = all_rules(among, killed_and_wounded)
