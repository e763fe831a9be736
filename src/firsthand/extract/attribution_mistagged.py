"""Verbs that the parser takes for something else.

A noun: "Satellite images taken on Monday show burn scars". A participle: "The unit reported on 3 May that".
"""

from __future__ import annotations

from firsthand.extract.attribution_grammar import FINITE, Scene, own_subject
from firsthand.extract.attribution_verbs import FORMS
from firsthand.extract.voices_kinds import kind_of_word
from firsthand.resources.parser import Token

_SHOWING = frozenset({"show", "shows", "indicate", "indicates", "suggest", "suggests", "reveal", "reveals"})
_LONGEST_SUBJECT = 25


def shows_after_all(scene: Scene, token: Token) -> bool:
    """Whether a word taken for a noun is the verb of a sentence that footage or a document opens.

    Only where the sentence has no finite verb before it, so that it would stay without one.
    """
    if _at_the_end(scene, token):
        return True
    if token.lower not in _SHOWING or token.pos not in ("NOUN", "ADJ", "PROPN"):
        return False
    first = scene.sentence(token).first
    opening = scene.tokens[first : token.i]
    heads = [t for t in opening if t.dep in ("ROOT", "nsubj")]
    if not heads or len(opening) > _LONGEST_SUBJECT or kind_of_word(heads[0]) not in ("footage", "document"):
        return False
    before = opening[-1]
    alone = not any(t.tag in FINITE for t in opening)
    return alone and before.pos not in ("DET", "ADJ", "ADP") and before.tag != "PRP$"


def _at_the_end(scene: Scene, token: Token) -> bool:
    """ "A man ran out and fired, the video shows.": a clip or paper, and the verb at the end."""
    if token.lower not in _AT_THE_END or token.pos not in ("NOUN", "ADJ", "PROPN"):
        return False
    high = scene.bounds(token)[1]
    if any(t.pos != "PUNCT" for t in scene.tokens[token.i + 1 : high]):
        return False
    first = token.i - 1
    while first > scene.sentence(token).first and scene.tokens[first].text != ",":
        finite = scene.tokens[first].tag in FINITE and scene.tokens[first].dep != "amod"
        if finite or token.i - first > _LONGEST_SUBJECT:
            return False
        first -= 1
    named = scene.tokens[first + 1 : token.i]
    return scene.tokens[first].text == "," and any(
        kind_of_word(t) in _AT_THE_END[token.lower] for t in named if t.pos in ("NOUN", "PROPN")
    )


def told_by_whom(scene: Scene, token: Token) -> Token | None:
    """Who reports, where the verb was taken for a noun behind where he is: "The nurse on duty reports that".

    Only of one person or body that opens a sentence with "the" or "a", which stays without a verb otherwise.
    """
    if token.tag != "NNS" or token.dep != "pobj" or token.lower not in FORMS or token.i < _FEWEST_BEFORE:
        return None
    before, following = scene.tokens[token.i - 1], scene.next_to(token.i + 1)
    who = token.head.head
    if following is None or following.lower != "that" or following.tag not in ("IN", "WDT", "DT"):
        return None
    alone = who.dep == "ROOT" and who.tag == "NN" and before.tag == "NN"
    alone = alone and (kind_of_word(who) in _TELLERS or before.lower in _AT_WORK)
    opened = scene.tokens[scene.sentence(token).first : token.i]
    named = any(t.lower in ("the", "a", "an") for t in who.below("det"))
    return who if alone and named and not any(t.tag in FINITE for t in opened) else None


def at_work(scene: Scene, voice: Token | None) -> Token | None:
    """Who is on duty, where the parse takes the duty for the speaker: "The nurse on duty contradicts"."""
    if voice is None or voice.lower not in _AT_WORK or voice.i < _FEWEST_BEFORE - 1:
        return voice
    who, on = scene.tokens[voice.i - 2 : voice.i]
    return who if on.lower in ("on", "in", "at") and who.pos == "NOUN" else voice


_FEWEST_BEFORE = 3
_AT_WORK = frozenset({"duty", "call", "charge", "command", "watch", "scene", "site", "guard"})
_TELLERS = frozenset({"person", "unnamed", "force", "government", "organisation"})
_AT_THE_END = dict.fromkeys(("show", "shows"), ("footage", "document")) | {"report": ("outlet",)}


def active(scene: Scene, token: Token, told: bool) -> bool:
    """Whether a word taken for a participle is a verb with a subject; `told`: it may be of somebody told."""
    return finite_after_all(scene, token) or (active_after_all(scene, token) and not told)


def active_after_all(scene: Scene, token: Token) -> bool:
    """Whether a word taken for a participle is the verb of its sentence: "The unit reported on 3 May that".

    A participle behind its noun has no clause with "that" behind it, unless it is of somebody told something.
    """
    if token.tag != "VBN" or token.dep not in ("acl", "ROOT") or token.text[:1].isupper():
        return False
    if any(child.dep in ("aux", "auxpass", "agent", "nsubjpass") for child in token.children):
        return False
    for i in range(token.i + 1, token.i + _LONGEST_DATE):
        following = scene.next_to(i)
        if following is None or following.sentence != token.sentence:
            return False
        if following.lower == "that":
            return following.tag == "IN" and following.dep == "mark"
        if following.pos in ("ADP", "ADV") or following.entity in ("DATE", "TIME"):
            continue
        if not (following.lower in _WHEREIN or following.dep == "det") or not token.below("nsubj"):
            return False
    return False


_WHEREIN = frozenset({
    "statement", "communique", "communiqué", "report", "letter", "message", "post", "note", "release",
    "press", "video", "broadcast", "bulletin", "interview", "article", "speech", "briefing", "audio", "short",
})  # fmt: skip
"""In what somebody says something: "announced in a statement that"."""


def finite_after_all(scene: Scene, token: Token) -> bool:
    """Whether a participle is all the verb that a sentence has: "The mayor, Ilse Brandt, promised to go"."""
    noun, before = token.head, scene.next_to(token.i - 1)
    first = noun.dep == "ROOT" or (noun.dep == "appos" and scene.in_dateline(noun.head))
    if token.dep != "acl" or not first or before is None or before.text != ",":
        return False
    named = any(c.i < token.i for c in noun.below("appos"))
    opening = scene.tokens[scene.sentence(token).first : token.i]
    goes_on = bool(token.below("xcomp", "ccomp"))
    return named and goes_on and not any(t.tag in FINITE for t in opening)


_LONGEST_DATE = 9


def subject_after_all(token: Token) -> Token | None:
    """The noun that opens the clause of such a verb: the unit, though the verb hangs on a place behind it."""
    if (own := own_subject(token)) is not None:
        return own
    if token.dep == "acl" and any(c.i < token.i for c in token.head.below("appos")):
        return token.head
    noun, above = None, token
    while above.head is not above:
        above = above.head
        if above.pos in ("NOUN", "PROPN") and above.i < token.i:
            noun = above
    return noun


def no_verb_after_all(scene: Scene, token: Token) -> bool:
    """Whether a word only looks like a verb: "Situation report No. 14", "after reported shelling"."""
    if _seen_alive(token) or _goes_on(token) or said_to_show(scene, token):
        return True
    before, behind = scene.next_to(token.i - 1), scene.next_to(token.i + 1)
    if before is None or behind is None or before.sentence != token.sentence:
        return False
    if token.tag in ("VBD", "VBN") and (before.pos == "ADP" or before.lower in _AFTER):
        return behind.tag in ("NN", "NNS", "VBG") and before.dep in ("prep", "pcomp", "mark", "agent")
    bare = before.tag == "NN" and before.dep == "nsubj" and before.head is token and not before.children
    return token.tag == "VBP" and bare and kind_of_word(before) is None


def said_to_show(scene: Scene, token: Token) -> bool:
    """ "A video said to show a fire was filmed in May": a sentence of the video."""
    words = scene.tokens[max(0, token.i - 3) : token.i]
    if token.lower != "show" or len(words) < 3 or words[2].lower != "to" or words[1].lower not in _SUPPOSED:
        return False
    if kind_of_word(words[0]) not in ("footage", "document"):
        return False
    behind = scene.tokens[token.i + 1 : scene.bounds(token)[1]]
    return any(t.tag in ("VBD", "VBZ", "VBP") and "relcl" not in (t.dep, t.head.dep) for t in behind)


_SUPPOSED = frozenset(
    {"said", "alleged", "believed", "thought", "reported", "claimed", "rumoured", "supposed"}
)


def _seen_alive(token: Token) -> bool:
    """ "Was last seen on Monday": where somebody was, and nothing that is held to be so."""
    return token.lower == "seen" and any(t.lower in ("last", "first") for t in token.below("advmod"))


def _goes_on(token: Token) -> bool:
    """ "The siege will go on": what neither speaks nor has a name says nothing."""
    who = next(iter(token.below("nsubj")), None)
    if token.lemma != "go" or who is None or who.pos != "NOUN" or who.entity:
        return False
    on = any(t.lower == "on" for t in token.below("prt", "advmod", "prep"))
    return on and kind_of_word(who) is None and not who.lower.endswith(_SOMEBODY)


_SOMEBODY = ("er", "ers", "or", "ors", "ist", "ists", "man", "men", "woman", "women", "ian", "ians")


def only_modifies(token: Token) -> bool:
    """A participle before its noun ("the confirmed plan") says nothing, nor does "in writing"."""
    if token.lower == "writing" and token.dep == "pcomp":
        return True
    return token.dep in ("amod", "compound", "aux", "auxpass", "case")


def named_at_the_end(scene: Scene, token: Token) -> list[Token]:
    """Who stands behind the comma before a verb at the end taken for a noun: "local media report"."""
    before = scene.next_to(token.i - 1)
    if before is None or before.head is not token or before.pos not in ("NOUN", "PROPN"):
        return []
    if token.pos == "VERB" or not _at_the_end(scene, token):
        return []
    first = before.i
    while scene.tokens[first - 1].text != ",":
        first -= 1
    return list(scene.tokens[first : token.i])


def clip_after_all(voice: Token | None) -> Token | None:
    """The clip itself where a participle behind it was taken for the subject: "Video circulating online"."""
    if voice is None or voice.dep != "csubj" or voice.tag != "VBG":
        return voice
    before = (c for c in voice.children if c.i < voice.i and c.pos in ("NOUN", "PROPN"))
    return next((c for c in before if kind_of_word(c) in ("footage", "document")), voice)


_AFTER = frozenset({"following", "amid", "despite"})


def seen_so_often(token: Token) -> Token | None:
    """The clip of "a video viewed two million times claims", whose views the parse takes for the subject."""
    verb = token.head if token.dep == "xcomp" else token
    own, above = own_subject(verb), verb.head
    if own is None or own.lemma not in ("time", "view") or above.tag not in ("VBD", "VBN"):
        return None
    clip = next(iter(above.below("nsubj", "nsubjpass")), None)
    return clip if clip is not None and kind_of_word(clip) in ("footage", "document") else None
