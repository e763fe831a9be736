"""Verbs behind "and" and "but" whose subject the parse mistakes: whose act it is, and who still speaks."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.extract.attribution_grammar import FINITE, Scene, comma_before, is_passive, own_subject
from firsthand.extract.attribution_participles import speaker_of_participle
from firsthand.extract.attribution_verbs import lemma_of, speaks
from firsthand.extract.voices_kinds import kind_of_word
from firsthand.resources.parser import Token

_PLURAL = frozenset({"they", "we", "these", "those", "both"})
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_TELLING = frozenset({"ask", "tell", "order", "urge", "warn", "advise", "give", "allow", "accuse"})


def subject_behind_and(scene: Scene, verb: Token) -> Token | None:
    """Who does the second thing in "denied theft and his cousin, of Velny, denied arson".

    The parse takes the cousin for a second object. A verb joined to another has its "and" right before it,
    and here somebody stands between.
    """
    if verb.dep != "conj" or verb.tag not in FINITE or own_subject(verb) is not None or verb.i < 2:
        return None
    if verb.head.tag not in FINITE or verb.head.i > verb.i:
        return None
    for noun in scene.tokens[max(verb.head.i + 1, verb.i - _LONGEST_NAME) : verb.i]:
        if noun.dep != "conj" or noun.pos not in ("NOUN", "PROPN") or not _somebody(noun):
            continue
        joint = scene.next_to(scene.left(noun) - 1)
        if joint is not None and joint.lower == "and" and _nothing_done(scene, noun, verb):
            return noun
    return None


_LONGEST_NAME = 14


def _nothing_done(scene: Scene, noun: Token, verb: Token) -> bool:
    """Whether a verb follows its noun at once, or behind what commas set off: "Dell, of Velny, denied"."""
    if scene.right(noun) == verb.i:
        return scene.tokens[verb.i - 1].text != "," or any(
            t.text == "," for t in scene.tokens[noun.i + 1 : verb.i - 1]
        )
    between = scene.tokens[noun.i + 1 : verb.i]
    set_off = len(between) > 1 and between[0].text == "," and between[-1].text == ","
    return set_off and not any(t.pos in ("VERB", "AUX", "CCONJ") for t in between)


def _somebody(noun: Token) -> bool:
    """Whether a noun is a person, by name, by whose he is, or by his role."""
    named = noun.entity == "PERSON" or (noun.pos == "PROPN" and noun.head.pos != "PROPN")
    return named or bool(noun.below("poss")) or kind_of_word(noun) is not None


def speaker_again(verb: Token) -> Token | None:
    """The verb of saying that a verb goes on with by its form, where the parse joined it to what is said.

    "Deputies say that the proof is weak and suggest": the proof, which is one thing, does not "suggest". "The
    board said the club broke rules and asked it to stop": the club does not ask itself.
    """
    inner = verb.head
    if verb.dep != "conj" or own_subject(verb) is not None or inner.dep != "ccomp":
        return None
    outer, about = inner.head, own_subject(inner)
    who = own_subject(outer)
    if who is None or outer.i > inner.i or not speaks(outer):
        return None
    if verb.below("neg") and lemma_of(verb) in _WITHHELD and verb.below("aux"):
        return outer  # "said the victim was a woman but would not name her"
    if about is None or verb.below("aux") or not speaks(verb):
        return None
    return outer if _by_form(verb, outer, about) else None


def _by_form(verb: Token, outer: Token, about: Token) -> bool:
    """Whether a joined verb is of who speaks, and not of what he speaks of, by number or by whom it asks."""
    if verb.tag in ("VB", "VBP") and outer.tag == "VBP" and about.tag in ("NN", "NNP"):
        return True
    if outer.tag != verb.tag or lemma_of(verb) not in _TELLING:
        return False
    asked = next((t for t in verb.subtree() if t.i == verb.i + 1 and t.lower in _OBJECTS), None)
    return asked is not None and _may_be(asked, about)


_WITHHELD = frozenset((
    "name", "identify", "say", "comment", "elaborate", "disclose", "reveal", "specify", "release", "discuss",
    "give", "confirm", "provide",
))  # fmt: skip
_OBJECTS = {"it": "it", "him": "he", "her": "she", "them": "they"}


def _may_be(pronoun: Token, noun: Token) -> bool:
    """Whether a pronoun can mean a noun by number."""
    several = noun.tag in ("NNS", "NNPS") or noun.lower in _PLURAL or bool(noun.below("conj"))
    return several == (_OBJECTS.get(pronoun.lower, pronoun.lower) == "they") or noun.tag == "NNP"


def goes_on_as(scene: Scene, token: Token) -> Token | None:
    """Who speaks by a verb that goes on behind another clause: of a participle, or behind "and"."""
    if (again := speaker_again(token)) is not None:
        return own_subject(again)
    return subject_behind_and(scene, token) or speaker_of_participle(scene, token)


def still_said(scene: Scene, cue: Token, voice: Token | None, joined: Token, behind_it: bool) -> bool:
    """Whether a clause that the parse joins to the cue goes on with what is said.

    `behind_it`: what is said stands before the cue, so that the cue and its voice are only set in.
    """
    told = speaks(joined) and not is_passive(joined)
    if told or lemma_of(joined) in _LEAVING or voice is None:
        return False
    own = own_subject(joined)
    if behind_it:
        return own is None or own.lower != voice.lower
    if own is None or own.lower not in _PRONOUNS or joined.below("mark"):
        return False
    joints = [t for t in (*cue.children, *joined.children) if t.dep == "cc" and t.i < joined.i]
    if joints and joints[-1].lower == "and" and not comma_before(scene, joints[-1]):
        return True
    several = voice.tag in ("NNS", "NNPS") or voice.lower in _PLURAL
    return several != (own.lower == "they") and voice.lower != own.lower


_LEAVING = frozenset({"decline", "refuse", "stop", "fail", "leave", "offer", "provide", "elaborate", "call"})


def who_speaks(scene: Scene, words: list[Token], voice: Token) -> list[Token]:
    """The words of a source without who is spoken of before it: "a driver officials say was beaten".

    With its article, where the parse took the verb behind it for the noun: ", the video shows".
    """
    before = scene.next_to(words[0].i - 1) if words else None
    if before is not None and before.tag == "DT" and before.head.i == words[-1].i + 1:
        return [before, *words]
    if voice.tag != "NNS" or len(words) < _TWO_NOUNS or words[0].lower not in ("a", "an"):
        return words
    return [voice] if words[-1] is voice else words


_TWO_NOUNS = 3


def a_list(scene: Scene, at: int, low: int, high: int) -> bool:
    """Whether a semicolon parts members of a list, and no clauses: one side of it has no finite verb."""
    before = _up_to_mark(scene.tokens[low:at][::-1])
    behind = _up_to_mark(scene.tokens[at + 1 : high])
    return not (_says(before) and _says(behind))


def _up_to_mark(tokens: Sequence[Token]) -> list[Token]:
    end = next((n for n, t in enumerate(tokens) if t.text == ";"), len(tokens))
    return list(tokens[:end])


def _says(tokens: Sequence[Token]) -> bool:
    return any(t.tag in FINITE for t in tokens)
