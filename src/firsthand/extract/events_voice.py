"""Whether a verb's subject does what it says or has it done to it."""

from __future__ import annotations

from firsthand.extract.event_forms import lemma
from firsthand.resources.parser import Token

OBJECTIVE = ("dobj", "dative", "ccomp", "xcomp", "prt", "aux", "auxpass")
STOPS = frozenset({".", "!", "?", "…", ";"})
_OF_ITSELF = """
    withdraw retreat march clash protest rally resign surrender explode die arrive flee fall meet agree
    riot land go come rise gather negotiate cooperate talk speak advance fight return travel leave walk
    sail appeal apologise apologize strike retaliate vote resume begin start end continue erupt collapse
    defect refuse warn demonstrate demand call perish vow pledge quit happen say crash burn sink open
    close move stand stay work
"""
OF_ITSELF = frozenset(_OF_ITSELF.split())
"""Verbs that need no object, so that their past form in a headline is no passive."""
HARMING = frozenset({"kill", "wound", "injure", "maim", "slay", "behead", "hospitalise", "hospitalize"})
"""Verbs that cannot be without an object: a past form that has none is done to whoever stands before it."""

DONE_TO_SOMEBODY = HARMING | {
    "shoot", "stab", "ambush", "abduct", "kidnap", "arrest", "detain", "jail", "beat", "bomb", "shell",
    "torture",
}  # fmt: skip
"""Verbs of which a past form with "by somebody" and no object is a passive, in a headline or out of it."""


def is_passive(verb: Token) -> bool:
    """Whether it is done to the verb's subject: "was shelled", "with two killed", "two killed in raid"."""
    if any(child.dep in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    if (
        in_headline(verb)
        or _harmed(verb)
        or _shot_by(verb)
        or (verb.dep == "pcomp" and verb.tag == "VBD" and not verb.below("dobj"))
    ):
        return True
    if verb.tag != "VBN" or verb.dep in ("amod", "ROOT", "conj"):
        return False
    return not verb.below("dobj") and not any(child.lemma == "have" for child in verb.below("aux"))


def _harmed(verb: Token) -> bool:
    """ "Losses: five guards killed and wounded": no object, so that those before it are the victims."""
    if lemma(verb) not in HARMING or verb.tag not in ("VBD", "VBN") or verb.dep in ("relcl", "amod"):
        return False
    joined = [
        verb,
        *verb.below("conj"),
        *(child for one in verb.below("conj") for child in one.below("conj")),
    ]
    has = any(child.lemma == "have" for child in verb.below("aux"))
    behind = (child for one in joined for child in one.below(*OBJECTIVE[:3]) if child.i > one.i)
    return not has and next(behind, None) is None


def _shot_by(verb: Token) -> bool:
    """ "Teacher shot in Karsk by militia": a past form without an object, and somebody behind "by"."""
    if lemma(verb) not in DONE_TO_SOMEBODY or verb.tag not in ("VBD", "VBN") or verb.below(*OBJECTIVE[:3]):
        return False
    if any(child.lemma == "have" for child in verb.below("aux")):
        return False
    near = [verb, *(noun for prep in verb.below("prep") for noun in prep.below("pobj"))]
    by = [child for word in near for child in word.below("prep", "agent") if child.lower == "by"]
    return any(
        n.pos in ("NOUN", "PROPN") and n.entity not in ("DATE", "TIME") for b in by for n in b.below("pobj")
    )


def in_headline(verb: Token) -> bool:
    """A headline tells what is done in the present, so that its past form lacks only "was"."""
    if verb.dep != "ROOT" or verb.tag not in ("VBD", "VBN") or lemma(verb) in OF_ITSELF:
        return False
    if verb.below(*OBJECTIVE) or any(child.lower in STOPS for child in verb.below("punct")):
        return False
    return bool(verb.below("nsubj"))


def dies(verb: Token) -> bool:
    """Whether the subject of the verb suffers what it says: who dies in an attack does not attack."""
    return lemma(verb) in ("die", "perish", "collapse")
