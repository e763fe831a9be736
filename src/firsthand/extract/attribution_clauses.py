"""What is said in a clause or an infinitive behind the cue."""

from __future__ import annotations

from firsthand.extract.attribution_cues import Cue
from firsthand.extract.attribution_ends import Content, from_here, is_thing, left_limit
from firsthand.extract.attribution_found import trimmed
from firsthand.extract.attribution_grammar import FINITE, VERBAL, Scene, comma_before, own_subject
from firsthand.extract.attribution_verbs import speaks
from firsthand.resources.parser import Token
from firsthand.rules import rule


@rule(
    "attribution.clause",
    means='a clause follows the cue as its complement, with or without "that"',
    fires="The mayor said [that two shells fell near the market].",
    silent="The mayor spoke on Monday and two shells fell.",
)
def clause(scene: Scene, cue: Cue) -> Content | None:
    """The complement clause of the verb, to the end of what belongs to it."""
    if not cue.takes("clause"):
        return None
    if cue.row.get("clause_subject") == "thing" and not is_thing(cue):
        return None
    start = _clause_start(scene, cue)
    if start is not None and cue.lemma in _FINDING and scene.tokens[start].tag in ("WP", "WDT", "WRB"):
        return None  # "learned what had happened": it is not told what
    if start is None or (cue.row.get("clause_mark") and not (is_thing(cue) or _marked(scene, start))):
        return None
    found = from_here(scene, cue, start)
    if found is None or not cue.inverted:
        return found
    left = trimmed(scene.parse, left_limit(scene, cue.low, cue.group[0].i), cue.group[0].i)
    return ((left, *found[0]), found[1]) if left is not None else found


_FINDING = frozenset({"find", "determine", "ascertain", "discover", "learn"})


def _marked(scene: Scene, start: int) -> bool:
    """Whether a clause opens with a conjunction or a question word: "showed that", "shows how"."""
    token = scene.tokens[start]
    return token.lower in ("that", "whether", "if") or token.tag in ("WRB", "WP", "WDT")


def _clause_start(scene: Scene, cue: Cue) -> int | None:
    for child in cue.token.children:
        if child.i < cue.after or not (child.dep == "ccomp" or _led_by_conjunction(scene, child, cue)):
            continue
        if _set_off(scene, child) or _when_it_was(scene, child, cue):
            continue
        start = max(scene.left(child), cue.after)
        if start == cue.after + 1 and scene.tokens[cue.after].lower in _HEDGING:
            start = cue.after  # "said probably a dozen houses burned"
        if cue.row.get("finite") and not _finite(scene, child, start):
            continue
        if start < scene.right(child) and _has_verb(child) and not _bare_infinitive(child, cue):
            return _past_source(scene, child, _past_comma(scene, start))
    if cue.takes("told") and (behind := _behind_addressee(scene, cue)) is not None:
        return behind
    return _clause_by_place(scene, cue)


_HEDGING = frozenset({"probably", "perhaps", "possibly", "maybe", "apparently", "likely"})


def _set_off(scene: Scene, child: Token) -> bool:
    """ "He asked her to come, an aide said": the voice behind the comma is around the cue, not inside it."""
    own = own_subject(child)
    if own is None or not speaks(child) or own.i > child.i:
        return False
    return comma_before(scene, scene.tokens[scene.left(own)]) and scene.left(child) >= scene.left(own)


def _when_it_was(scene: Scene, child: Token, cue: Cue) -> bool:
    """ "Five were killed, officials said, hours after talks broke up": when it was, not what they said."""
    if scene.tokens[cue.after].text != "," or not comma_before(scene, scene.tokens[cue.first]):
        return False
    marks = [mark for mark in child.below("mark", "advmod") if mark.lower in _TIMES]
    return any(mark.i <= cue.after + _NEAR for mark in marks)


_TIMES = frozenset({"after", "before", "as", "while", "when", "since", "until"})
_NEAR = 3


def _behind_addressee(scene: Scene, cue: Cue) -> int | None:
    """ "Told a magazine he expects": a clause without "that", which the parse takes for a relative clause."""
    for noun in cue.token.below("dobj", "dative"):
        for child in noun.below("relcl", "acl"):
            first = scene.tokens[scene.left(child)]
            if (
                own_subject(child) is not None
                and first.tag not in ("WP", "WDT", "WRB", "WP$")
                and first.i > noun.i
            ):
                return first.i
    return None


def _clause_by_place(scene: Scene, cue: Cue) -> int | None:
    """Where a clause starts that the parse hung elsewhere: at "that" or a question word near behind."""
    for i in range(cue.after, min(cue.after + 16, cue.high)):
        token = scene.tokens[i]
        if token.lower == "that" and (token.tag == "IN" or token.dep == "mark"):
            goes_on = i > cue.after and scene.tokens[i - 1].dep == "cc"  # "would go on and that": of "said"
            return None if goes_on or _object_before(scene, cue, i) or _around(scene, cue, i) else i
        if token.tag in ("WP", "WDT") and cue.source and cue.source[-1].i == i - 1:
            return None  # "said the aide who": the relative clause of who speaks
        if token.tag in ("WRB", "WP", "WDT") or (token.lower in ("whether", "if") and token.tag == "IN"):
            return i if i == cue.after or (cue.takes("told") and i <= cue.after + 4) else None
        if token.lower == "writing" and token.dep == "pcomp":
            continue
        if token.tag in FINITE or (token.tag in ("VB", "VBN", "VBG") and token.pos == "VERB"):
            return None
        if token.text == ":" and i + 2 < cue.high and i <= cue.after + 8:
            return i + 1
    return None


def _object_before(scene: Scene, cue: Cue, that: int) -> bool:
    """Whether "that" belongs to an object before it: "rejected the claim that"."""
    if not cue.takes("np") and not cue.takes("as"):
        return False
    return any(t.pos == "NOUN" and t.dep == "dobj" for t in scene.tokens[cue.after : that])


def _led_by_conjunction(scene: Scene, child: Token, cue: Cue) -> bool:
    """Whether a clause taken for an adverbial is led by "that" or a question word after all."""
    if child.dep not in ("advcl", "xcomp", "acl", "relcl"):
        return False
    first = scene.tokens[scene.left(child)]
    near = scene.left(child) <= cue.after + (6 if cue.takes("told") else 1)
    asks = first.lower in ("whether", "if", "how", "what", "why", "when", "where", "who", "which") and near
    return near and (first.lower == "that" or (asks and not comma_before(scene, first)))


def _bare_infinitive(child: Token, cue: Cue) -> bool:
    """ "Urged residents to stay": for verbs that tell somebody, who is told is no part of the content."""
    return cue.takes("told") and child.tag == "VB" and any(t.tag == "TO" for t in child.children)


def _finite(scene: Scene, child: Token, start: int) -> bool:
    """Whether a clause has a finite verb or a conjunction: "saw the soldier close one eye" says nothing."""
    if child.tag in FINITE or any(t.tag in FINITE for t in child.children):
        return True
    first = scene.tokens[start]
    return (
        first.dep == "mark"
        or first.tag in ("WP", "WDT", "WRB", "IN")
        or (child.tag == "VB" and first.tag == "TO")
    )


def _has_verb(child: Token) -> bool:
    return (
        child.tag in VERBAL
        or child.pos in ("VERB", "AUX")
        or any(t.dep in ("nsubj", "cop", "aux") for t in child.children)
    )


def _past_comma(scene: Scene, i: int) -> int:
    while scene.tokens[i].text in (",", ":") and i + 1 < len(scene.tokens):
        i += 1
    return i


def _past_source(scene: Scene, child: Token, start: int) -> int:
    """The "that" of "reported, citing two officials, that": who is cited stands before what is said."""
    if scene.tokens[start].lower not in ("citing", "quoting"):
        return start
    return next((m.i for m in child.below("mark") if m.lower == "that" and m.i > start), start)


def _around(scene: Scene, cue: Cue, that: int) -> bool:
    """Whether a "that" behind a voice between commas is another verb's: "He hoped, she said, that"."""
    if that != cue.after + 1 or scene.tokens[cue.after].text != "," or cue.first <= cue.low:
        return False
    if not comma_before(scene, scene.tokens[cue.first]):
        return False
    return all(above is not cue.token for above in scene.tokens[that].ancestors())


@rule(
    "attribution.infinitive",
    means="an infinitive follows the cue: what is promised, wanted or asked for",
    fires="The governor promised [to rebuild the bridge].",
    silent="The governor paused to look at the bridge.",
)
def infinitive(scene: Scene, cue: Cue) -> Content | None:
    """The infinitive below the verb; who is asked stays outside for verbs that tell somebody."""
    if not cue.takes("to") or _wish_of_a_speaker(cue):
        return None
    for child in cue.token.children:
        if child.i <= cue.token.i or child.dep not in ("xcomp", "ccomp", "advcl") or child.i < cue.after:
            continue
        to = next(
            (t for t in scene.tokens[cue.after : child.i + 1] if t.tag == "TO" and t.head is child), None
        )
        if to is None:
            continue
        start = to.i - 1 if scene.tokens[to.i - 1].lower in ("not", "never") and to.i > cue.after else to.i
        if not cue.takes("told"):
            start = max(min(scene.left(child), start), cue.after)
            start = min(
                [
                    start,
                    *[max(scene.left(t), cue.after) for t in cue.token.below("dobj") if t.i > cue.token.i],
                ]
            )
        return from_here(scene, cue, start)
    return None


def _wish_of_a_speaker(cue: Cue) -> bool:
    """ "I want to", "if you want to": a turn of speech of whoever speaks or is spoken to, and no claim."""
    return cue.voice is not None and cue.lemma in ("want", "wish", "like") and cue.voice.lower in _SPEAKING


_SPEAKING = frozenset({"i", "you", "one", "anybody", "anyone"})
