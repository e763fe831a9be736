"""What passes between two sides: documents shared, goods received, people who die of a deed.

Tried on events whose verb says too little by itself, before the frames.
"""

from __future__ import annotations

from dataclasses import replace

from firsthand.extract.event_forms import lemma
from firsthand.extract.events_names import FIGURES, can_receive, is_party
from firsthand.extract.events_nouns import noun_row
from firsthand.extract.events_types import Typed
from firsthand.extract.events_voice import dies, is_passive
from firsthand.resources.parser import Token
from firsthand.rules import Construction, Rule, rule

SHARING = frozenset({"share", "exchange", "swap", "trade"})
RECEIVING = frozenset({"receive", "get", "obtain", "accept"})
GOODS = frozenset({"aid", "weapon", "vehicle", "boat", "aircraft"})
READYING = frozenset({"equip", "arm", "train", "outfit"})
CARRYING_OUT = frozenset(
    {"carry", "conduct", "launch", "order", "deliver", "perform", "mount", "make", "execute"}
)
CAUSES = frozenset({"when", "after", "as"})


def exchanged(event: Typed) -> Typed:
    """The event as what passes between two sides; the event itself where nothing does."""
    for construction in CONSTRUCTIONS:
        if (found := construction(event)) is not None:
            return found
    return event


def _behind(word: Token, preposition: str) -> list[Token]:
    return [n for child in word.below("prep") if child.lower == preposition for n in child.below("pobj")]


@rule(
    "event.shared-with",
    means="Who shares something with another works with that one.",
    fires="Guards in Tessa [shared] documents with prosecutors in Oslo.",
    silent="Guards in Tessa shared a house.",
    gives={"type": "COOPERATE"},
)
def shared_with(event: Typed) -> Typed | None:
    """Cooperation, where what is shared stands between the verb and "with"."""
    verb = event.token
    if event.type != "OTHER" or lemma(verb) not in SHARING or verb.tag[:2] != "VB":
        return None
    beside = [noun for word in (verb, *verb.below("dobj", "nsubjpass")) for noun in _behind(word, "with")]
    beside = [noun for noun in beside if is_party(noun)]
    if not beside:
        return None
    because = (*event.because, shared_with.because(verb.span))
    return replace(event, type="COOPERATE", because=because, recipients=tuple(beside[:1]))


@rule(
    "event.goods-received",
    means="Who receives goods is helped by whoever they come from.",
    fires="Villagers in Sarn [received] tents from the navy.",
    silent="Villagers in Sarn received a letter from the navy.",
    gives={"type": "AID"},
)
def goods_received(event: Typed) -> Typed | None:
    """Aid to the subject, by whoever stands behind "from"; a letter or an order is no help."""
    verb = event.token
    if event.type != "OTHER" or lemma(verb) not in RECEIVING or is_passive(verb):
        return None
    goods, receiving = verb.below("dobj"), verb.below("nsubj")
    row = noun_row(goods[0]) if goods else None
    if row is None or row["class"] not in GOODS or not receiving or not can_receive(receiving[0]):
        return None
    giving = [noun for word in (verb, goods[0]) for noun in _behind(word, "from") if is_party(noun)]
    because = (*event.because, goods_received.because(verb.span))
    return replace(
        event, type="AID", because=because, actors=tuple(giving[:1]), recipients=tuple(receiving),
        suffered=not giving,
    )  # fmt: skip


@rule(
    "event.died-of-it",
    means="Who dies when or after something was attacked is whom the attack was done to.",
    fires="Three miners [died] when rebels shelled a bus.",
    silent="Three miners died when a bus overturned.",
    gives={"type": "ASSAULT"},
)
def died_of_it(event: Typed) -> Typed | None:
    """An attack in a clause that hangs on a verb of dying, with those who died as its recipients."""
    deed = event.token
    if event.type != "ASSAULT" or (above := death_above(deed)) is None:
        return None
    dying = above.below("nsubj", "nsubjpass")
    because = (*event.because, died_of_it.because(above.span))
    return replace(event, because=because, recipients=tuple(dying)) if dying else None


@rule(
    "event.own-forces",
    means="Who equips forces that nobody else owns brings its own into readiness.",
    fires="Orvan lacks the factories to [equip] such a brigade.",
    silent="Orvan equipped the Belmoran brigade with boats.",
    gives={"type": "MOBILIZE"},
)
def own_forces(event: Typed) -> Typed | None:
    """The readying of forces, where they are nobody else's by the words: no name, no "with" what."""
    verb = event.token
    if event.type != "AID" or lemma(verb) not in READYING or _behind(verb, "with"):
        return None
    forces = verb.below("dobj")
    row = noun_row(forces[0]) if forces else None
    if row is None or row["class"] != "forces":
        return None
    if any(word.pos == "PROPN" or word.entity for word in forces[0].subtree()):
        return None
    return replace(event, type="MOBILIZE", because=(*event.because, own_forces.because(verb.span)))


@rule(
    "event.strike-on",
    means="A strike on somebody or something, which is carried out, launched or ordered, is an attack.",
    fires="The army carried out a [strike] on the depot.",
    silent="Miners held a strike on Monday.",
    gives={"type": "ASSAULT"},
)
def strike_on(event: Typed) -> Typed | None:
    """An attack, where what is carried out is a strike on or against somebody who does not employ."""
    verb = event.token
    if event.type not in ("OTHER", "PROTEST") or lemma(verb) not in CARRYING_OUT or verb.tag[:2] != "VB":
        return None
    for noun in verb.below("dobj", "nsubjpass"):
        if lemma(noun) != "strike":
            continue
        aimed = [one for word in (noun, verb) for one in _behind(word, "on") if one.entity not in FIGURES]
        row = noun_row(next(iter(verb.below("nsubj", "dobj")), noun))
        if row is not None and row["class"] in ("forces", "aircraft", "weapon"):
            aimed += [one for word in (noun, verb) for one in _behind(word, "against")]
        if aimed:
            because = (*event.because, strike_on.because(noun.span))
            return replace(
                event, type="ASSAULT", mode=None, because=because, noun=noun, recipients=tuple(aimed[:1])
            )
    return None


@rule(
    "event.not-guilty",
    means="Who pleads not guilty denies the charge.",
    fires="Two miners [pleaded] not guilty to fraud.",
    silent="Two miners pleaded guilty to fraud.",
    gives={"type": "REJECT"},
)
def not_guilty(event: Typed) -> Typed | None:
    """A rejection of a charge; it is told as made."""
    verb = event.token
    if lemma(verb) != "plead" or verb.tag[:2] != "VB":
        return None
    said = [child for child in verb.children if child.lower == "guilty"]
    denied = any(child.dep == "neg" for word in (verb, *said) for child in word.children)
    if not said or not denied:
        return None
    return replace(event, type="REJECT", because=(*event.because, not_guilty.because(verb.span)))


def death_above(deed: Token) -> Token | None:
    """The verb of dying that a clause of cause hangs on; None where there is none."""
    above = deed.head
    if deed.dep != "advcl" or above is deed or not dies(above):
        return None
    marks = {child.lower for child in deed.below("mark", "advmod")}
    return above if marks & CAUSES else None


CONSTRUCTIONS: tuple[Construction[[Typed], Typed], ...] = (
    shared_with,
    goods_received,
    died_of_it,
    own_forces,
    strike_on,
    not_guilty,
)

RULES: tuple[Rule, ...] = tuple(construction.rule for construction in CONSTRUCTIONS)
