"""What is said beside the cue: in quotation marks, or in the sentence around "the mayor said"."""

from __future__ import annotations

from firsthand.extract.attribution_cues import Cue
from firsthand.extract.attribution_ends import Content, clause_end, left_limit
from firsthand.extract.attribution_found import trimmed
from firsthand.extract.attribution_grammar import FINITE, Scene, own_subject, relative
from firsthand.extract.attribution_verbs import speaks
from firsthand.extract.quotes import Quotation
from firsthand.rules import rule
from firsthand.schema import Span


@rule(
    "attribution.quotation",
    means="a quotation stands right beside the cue and its source",
    fires='["Nobody came,"] said Mirek Tal, the ferry master.',
    silent='The mayor said the plan was "a crude montage" made abroad.',
    gives={"type": "direct"},
)
def quotation(scene: Scene, cue: Cue) -> Content | None:
    """The quotation that ends where the cue's clause begins, that begins where it ends, or both."""
    if not (cue.takes("quote") or cue.takes("told")):
        return None
    level = scene.level(cue.token)
    near = scene.quotations_near(cue.token)
    added = (
        cue.token.tag == "VBG" and (behind := scene.next_to(cue.after)) is not None and behind.lower == "that"
    )
    left = (
        None
        if added or _only_done(scene, cue)
        else next(
            (q for q in reversed(near) if q.span.end <= _start(scene, cue) and scene.opens_in(q) == level),
            None,
        )
    )
    right = next((q for q in near if q.span.start >= _end(scene, cue) and scene.opens_in(q) == level), None)
    pieces = []
    if left is not None and _touches_left(scene, cue, left):
        pieces.append(left.span)
    if (
        right is not None
        and (start := _touches_right(scene, cue, right)) is not None
        and _whole(scene, right)
    ):
        pieces.append(Span(start, right.span.end))
    return (tuple(pieces), pieces[0]) if pieces else None


def _only_done(scene: Scene, cue: Cue) -> bool:
    """Whether a participle tells what who has just spoken does: '"We left," she said, closing the door'."""
    above = cue.token.head
    speech = not cue.takes("clause") and not cue.takes("told") and cue.token.tag == "VBG"
    return speech and above.i < cue.token.i and speaks(above) and scene.level(above) == scene.level(cue.token)


def _start(scene: Scene, cue: Cue) -> int:
    return scene.tokens[cue.first].start


def _end(scene: Scene, cue: Cue) -> int:
    return scene.tokens[cue.after - 1].end


def _part_of_a_sentence(scene: Scene, cue: Cue, left: Quotation) -> bool:
    """ "Troops 'left behind' at ferry, say witnesses": the words in marks are a part of what is said."""
    before = scene.next_to(scene.parse.first_from(left.span.start) - 1)
    return (
        before is not None
        and cue.takes("clause")
        and before.i >= cue.low
        and before.pos not in ("PUNCT", "CCONJ", "SYM")
        and scene.level(before) == scene.level(cue.token)
    )


def _touches_left(scene: Scene, cue: Cue, left: Quotation) -> bool:
    if _part_of_a_sentence(scene, cue, left):
        return False
    between = scene.tokens[scene.parse.first_from(left.span.end) : cue.first]
    if len(between) > 12 or any(t.text in (".", ";") for t in between):
        return False
    last = scene.parse.text[max(left.inner.start, left.inner.end - 1) : left.inner.end]
    if last == "." and not any(t.text == "," for t in between):
        return False  # the sentence ended inside the marks: what follows is a new one
    if not between and last not in ",!?—…-" and not scene.sentence_like(left):
        return False  # "'local rescuers' said": the words in marks name who speaks
    if cue.voice is None and all(t.pos not in ("VERB", "AUX") for t in between):
        return True
    return all(t.pos in ("PUNCT", "ADV", "CCONJ", "SYM") or t.dep == "punct" for t in between)


def _touches_right(scene: Scene, cue: Cue, right: Quotation) -> int | None:
    """Where the content with the quotation starts; None where the quotation is not beside the cue."""
    between = scene.tokens[cue.after : scene.parse.first_from(right.span.start)]
    if len(between) > 14 or any(t.tag in FINITE or t.text in (".", ";", "!", "?") for t in between):
        return None
    if not between:
        return right.span.start if cue.takes("clause") or cue.takes("told") else None
    last = between[-1]
    if last.lower == "that":
        return last.start
    if last.text == ":" and cue.row["kind"] == "other" and cue.token.below("dobj"):
        return None  # "said she knew the place: '...'": the words in marks are said, not known
    if last.text in (",", ":", "—", "–", "-"):
        return right.span.start
    addressee = last.dep in ("dobj", "dative", "pobj", "npadvmod", "advmod") or last.lower in (
        "him",
        "her",
        "them",
        "me",
        "us",
    )
    return right.span.start if addressee and scene.sentence_like(right) and len(between) <= 4 else None


def _whole(scene: Scene, right: Quotation) -> bool:
    """Whether the sentence does not simply go on behind the quotation, as in "said 'not one' had entered"."""
    text, end = scene.parse.text, right.span.end
    following = scene.next_to(scene.parse.first_from(end))
    if following is None or "\n" in text[end : following.start]:
        return True
    if scene.sentence_like(right) and text[end - 2 : end - 1] in ".!?,":
        return True
    introduced = scene.tokens[scene.parse.first_from(right.span.start) - 1].text in (",", ":")
    return following.pos == "PUNCT" and (
        introduced or scene.sentence_like(right) or following.text in (".", "!", "?")
    )


@rule(
    "attribution.between_commas",
    means="cue and source stand between commas inside the clause that is said",
    fires="[The convoy], the brigade said in a note, turned back at the ford.",
    silent="The convoy turned back at the ford, the brigade said in a note.",
)
def between_commas(scene: Scene, cue: Cue) -> Content | None:
    """The clause around the two commas."""
    if cue.place is None or not (cue.takes("clause") or cue.takes("told") or cue.takes("aside")):
        return None
    left = trimmed(scene.parse, left_limit(scene, cue.low, cue.place.comma + 1), cue.place.comma)
    start = cue.place.closing + 1
    right = trimmed(scene.parse, start, clause_end(scene, cue, start))
    return ((left, right), left) if left is not None and right is not None else None


@rule(
    "attribution.after_its_content",
    means="the cue and its source stand behind or inside what is said, set off by commas",
    fires="[Two shells fell near the market], the mayor said.",
    silent="After the shells fell, the mayor said nothing.",
)
def after_its_content(scene: Scene, cue: Cue) -> Content | None:
    """The sentence around "the mayor said", when the cue has no complement of its own to the right."""
    if not (cue.takes("clause") and (cue.takes("quote") or cue.takes("aside"))):
        return None
    if cue.voice is None or cue.first <= cue.low or (relative(cue.voice) and cue.token.dep == "relcl"):
        return None
    before = scene.tokens[cue.first - 1]
    if before.text not in (",", "—", "–", "--") and scene.level(before) == scene.level(cue.token):
        return None
    left = trimmed(scene.parse, _sentence_start(scene, cue), cue.first)
    if left is None or not _is_statement(scene, cue) or _has_object(cue) or _only_when(scene, cue):
        return None
    tail = _tail(scene, cue, left)
    pieces = (left,) if tail is None else (left, tail)
    return pieces, left


def _only_when(scene: Scene, cue: Cue) -> bool:
    """Whether all that stands before the cue is when it was, or who says so: "When they came, they found"."""
    first = scene.tokens[cue.low]
    if first.lower == "according":
        return True
    would = first.lower in ("if", "unless") and cue.group[0].tag == "MD"  # "if he asks, I will tell"
    return (would or first.lower in _WHEN) and any(
        c.dep == "advcl" and scene.left(c) == first.i and scene.right(c) >= cue.first - 1
        for c in cue.token.children
    )


_WHEN = frozenset({"when", "after", "before", "while", "once", "until", "as"})


def _has_object(cue: Cue) -> bool:
    behind = [c for c in cue.token.children if c.dep == "dobj" and c.i > cue.token.i]
    return not cue.takes("told") and any(c is not cue.voice for c in behind)


def _sentence_start(scene: Scene, cue: Cue) -> int:
    return left_limit(scene, cue.low, cue.first)


def _is_statement(scene: Scene, cue: Cue) -> bool:
    """Whether the words before the cue hold a finite verb, or those after it when a comma follows."""
    if any(t.tag in FINITE for t in scene.tokens[cue.low : cue.first]):
        return True
    if _short_statement(scene, cue):
        return True
    comma = scene.next_to(cue.after)
    return (
        comma is not None
        and comma.text == ","
        and any(t.tag in FINITE for t in scene.tokens[cue.after : cue.high])
    )


def _short_statement(scene: Scene, cue: Cue) -> bool:
    """ "Ferry sunk by mine, say divers": a headline's sentence without an auxiliary, the cue at its end."""
    before = scene.tokens[cue.low : cue.first]
    if any(t.pos != "PUNCT" for t in scene.tokens[cue.after : cue.high]) or before[0].pos in _ADVERBIAL:
        return False
    verbs = any(t.tag in ("VBN", "VBG", "VB", "CD") for t in before)
    turned = cue.voice is not None and cue.voice.i > cue.token.i and len(before) > _FEW_WORDS
    return any(t.pos in _NAMING for t in before) and (verbs or turned)


_FEW_WORDS = 3
_ADVERBIAL = frozenset({"ADP", "SCONJ", "ADV", "CCONJ", "VERB"})
_NAMING = frozenset({"NOUN", "PROPN"})


def _another_speaks(scene: Scene, cue: Cue, start: int) -> bool:
    """Whether a conjunction leads to another voice: ", the mayor said, while the army denied it"."""
    if scene.tokens[start].lower not in _TO_ANOTHER:
        return False
    for token in scene.tokens[start + 1 : min(cue.high, start + _NEAR_VERB)]:
        if token.tag in FINITE or token.pos == "VERB":
            own = own_subject(token)
            helps = token.pos == "AUX" or token.dep in ("aux", "auxpass")
            if not helps:
                return speaks(token) and own is not None and start < own.i < token.i
    return False


_TO_ANOTHER = frozenset({"while", "but", "though", "although", "whereas", "and", "yet", "however"})
_NEAR_VERB = 16


def _tail(scene: Scene, cue: Cue, left: Span) -> Span | None:
    """What of the content goes on behind a cue that stands between commas."""
    i = cue.after
    while i < cue.high and scene.tokens[i].text != ",":
        i += 1
    if i >= cue.high - 1:
        return None
    first = scene.tokens[i + 1]
    broken = not any(t.tag in FINITE for t in scene.parse.within(left))
    of_the_speaker = bool(cue.source) and cue.source[-1].i == i - 1
    if (first.tag == "VBG" and speaks(first)) or (of_the_speaker and relative(first)):
        return None
    if _another_speaks(scene, cue, i + 1):
        return None
    goes_on = broken or first.lower in (
        "because",
        "but",
        "and",
        "so",
        "though",
        "although",
        "hours",
        "which",
        "who",
        "while",
        "as",
    )
    inside = cue.token.dep in ("parataxis", "ccomp", "advcl", "dep") and i == cue.after
    if not (goes_on or inside):
        return None
    return trimmed(scene.parse, i + 1, clause_end(scene, cue, i + 1))
