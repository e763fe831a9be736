"""What happens by the frame of a clause: goods for people, work done together, deadlines, quoted commands.

Tried on events whose verb says too little by itself, before what is intended is read.
"""

from __future__ import annotations

from dataclasses import replace

from firsthand.extract.event_forms import lemma
from firsthand.extract.events_names import can_receive, is_party
from firsthand.extract.events_nouns import NOUNS, names_people, noun_row
from firsthand.extract.events_roles import speakers
from firsthand.extract.events_types import VERBS, Typed
from firsthand.extract.events_voice import in_headline, is_passive
from firsthand.resources.parser import Token
from firsthand.rules import Construction, Row, Rule, rule
from firsthand.schema import Because

HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "PROTEST"})
GOODS = frozenset({"aid", "asylum", "weapon", "vehicle", "boat", "aircraft", "trade", "information", "place"})
_NO_GOODS = """
    letter message note signal speech verdict statement word sign news report card order blow ball lecture
    sermon idea look impression interview testimony answer reply chance time permission notice birth rise way
    name vote attention damage power control authority victory defeat opportunity example reason hope evidence
    body remains case matter text email mail telegram cable list role task job mandate responsibility priority
    pressure charge fight life lives death end year month week day hour minute lead line question view advice
    drought rain snow flood misery chaos destruction joy peace luck shame change calm disease virus infection
    harm fear ruin cold heat storm hardship trouble smile tear sense touch feeling
    """
NO_GOODS = frozenset(_NO_GOODS.split())
"""What is passed on and helps nobody by being passed on."""
TO = frozenset({"to", "for"})
DURATIONS = frozenset({"hour", "day", "week", "minute", "month"})
_SHARED_STATES = (
    "be live sit come get go die gather put bring appear say have stand belong fall see arrive hold"
)
SHARED_STATES = frozenset(_SHARED_STATES.split())
"""What people do together without working together."""
MODALS = frozenset({"could", "may", "might", "will", "would", "can", "'ll", "’ll"})
OWN = frozenset({"it", "they", "we", "he", "she", "i"})
ASKING = frozenset({"ask", "tell", "say", "urge", "demand", "add", "plead", "insist", "warn", "order", "beg",
                    "declare", "write", "shout", "cry"})  # fmt: skip
DRILLS = frozenset({"exercise", "drill", "manoeuvre", "maneuver", "game"})
DISPERSING = frozenset({"disperse", "scatter", "quell", "break", "clear"})
SENDING = frozenset({"send", "dispatch", "move", "order", "rush", "bring", "fly"})
FRONT = frozenset({"front", "border", "frontier", "battlefield", "frontline", "line", "war"})


def framed(event: Typed) -> Typed:
    """The event as the frame of its clause has it; the event itself where no frame fits."""
    for construction in CONSTRUCTIONS:
        if (found := construction(event)) is not None:
            return found
    return event


def _because(event: Typed, *reasons: Because | None) -> tuple[Because, ...]:
    return (*event.because, *(reason for reason in reasons if reason is not None))


def _behind(word: Token, *prepositions: str) -> list[Token]:
    return [
        noun for child in word.below("prep") if child.lower in prepositions for noun in child.below("pobj")
    ]


def _row(table: str, verb: Token) -> Row | None:
    word = lemma(verb)
    for child in verb.below("prt", "advmod"):
        if (row := VERBS[table].lookup(f"{word} {child.lower}")) is not None:
            return row
    return VERBS[table].lookup(word)


def _receivers(verb: Token, goods: Token | None) -> list[Token]:
    """Those for whom it is: "to the islanders", "for the islanders", the first of two objects."""
    found = [c for c in verb.below("dative") if c.tag[:2] == "NN"]
    for above in (verb, goods):
        if above is not None:
            for child in above.below("prep", "dative"):
                if child.lower in TO:
                    found += child.below("pobj")
    return [noun for noun in found if can_receive(noun)]


def _are_goods(noun: Token) -> bool:
    """Whether it is something that helps: no letters, no people, no forces, no happenings."""
    of = [deeper for child in noun.children if child.lower == "of" for deeper in child.below("pobj")]
    if of and NOUNS["group"].lookup(lemma(noun)) is not None:
        noun = of[0]
    row = noun_row(noun)
    if row is not None:
        return row["class"] in GOODS
    if noun.entity in ("MONEY", "QUANTITY"):
        return True
    return noun.pos == "NOUN" and lemma(noun) not in NO_GOODS and not names_people(noun)


@rule(
    "event.goods-for-people",
    means="Who passes goods to somebody helps.",
    fires="Crews [ferried] beans to the islanders.",
    silent="Crews ferried a letter to the islanders.",
    gives={"type": "AID"},
)
def goods_for_people(event: Typed) -> Typed | None:
    """Aid, where goods are sent, given or brought to people or places."""
    verb = event.token
    if event.type != "OTHER" or verb.tag[:2] != "VB" or (row := _row("transfer", verb)) is None:
        return None
    passive = verb.below("nsubjpass", *(("nsubj",) if in_headline(verb) else ()))
    things = passive or verb.below("dobj")
    if not things:
        return None
    withs = _behind(verb, "with")
    if withs and is_party(things[0]) and _are_goods(withs[0]):
        goods, receivers = withs[0], things[:1]
    else:
        goods, receivers = things[0], _receivers(verb, things[0])
    if not receivers or not _are_goods(goods):
        return None
    because = _because(event, row.because(verb.span), goods_for_people.because(verb.span))
    return replace(event, type="AID", because=because, recipients=tuple(receivers[:1]))


@rule(
    "event.done-together",
    means="What two sides do together, or one beside the other, is cooperation.",
    fires="The two guilds [built] a bridge together.",
    silent="The two guilds built a bridge.",
    gives={"type": "COOPERATE"},
)
def done_together(event: Typed) -> Typed | None:
    """Cooperation, where a verb of no other type is done together or beside another."""
    verb = event.token
    if event.type not in ("OTHER", "AID") or verb.tag[:2] != "VB" or lemma(verb) in SHARED_STATES:
        return None
    words = [*verb.below("advmod", "prep", "prt"), *_behind(verb, "in", "to")]
    for word in words:
        row = VERBS["together"].lookup(word.lower)
        beside = [noun for noun in word.below("pobj") if is_party(noun) or names_people(noun)]
        beside += _behind(word, "with")
        if row is None or (word.lower in ("alongside", "beside") and not beside):
            continue
        because = _because(event, row.because(word.span), done_together.because(verb.span))
        return replace(event, type="COOPERATE", because=because, recipients=tuple(beside[:1]))
    return None


@rule(
    "event.told-to",
    means="Who tells or wants another to do something asks for it.",
    fires="The council [told] the miners to leave.",
    silent="The council told the miners that it was late.",
    gives={"type": "REQUEST"},
)
def told_to(event: Typed) -> Typed | None:
    """A request, where somebody tells another to do something."""
    verb = event.token
    if event.type not in ("OTHER", "THREATEN") or is_passive(verb):
        return None
    row = VERBS["telling"].lookup(lemma(verb))
    if row is None:
        return None
    for clause in verb.below("xcomp", "ccomp"):
        if not any(child.lower == "to" and child.dep == "aux" for child in clause.children):
            continue
        told = clause.below("nsubj") or verb.below("dobj")
        if told:
            because = _because(event, row.because(verb.span), told_to.because(verb.span))
            return replace(event, type="REQUEST", because=because, recipients=tuple(told[:1]))
    return None


@rule(
    "event.quoted-command",
    means="A bare command or question put to somebody is a request by the one who says it.",
    fires="[Open] the gate at once, the bishop told the guards.",
    silent="Opening the gate took an hour, the bishop told the guards.",
    gives={"type": "REQUEST"},
)
def quoted_command(event: Typed) -> Typed | None:
    """A request by the speaker to the one spoken to."""
    verb, above = event.token, event.token.head
    if verb.tag not in ("VB", "VBP") or above is verb or above.tag[:2] != "VB" or above.i < verb.i:
        return None
    if lemma(above) not in ASKING or verb.dep not in ("ccomp", "advcl", "parataxis"):
        return None
    if any(child.dep in ("nsubj", "nsubjpass", "aux", "mark") for child in verb.children):
        return None
    asking = speakers(verb)
    if not asking:
        return None
    asked = [noun for noun in above.below("dobj", "dative") if noun.i > above.i]
    because = _because(event, quoted_command.because(verb.span))
    return replace(event, type="REQUEST", because=because, actors=tuple(asking), recipients=tuple(asked))


@rule(
    "event.warned-could",
    means="Who warns that its own side could use force or pressure threatens.",
    fires="Orvan [could] halt exports to the island, its minister warned.",
    silent="Rebels could halt exports to the island, the minister warned.",
    gives={"type": "THREATEN"},
)
def warned_could(event: Typed) -> Typed | None:
    """A threat by the speaker, who warns of what the speaker's own side may do."""
    verb, above = event.token, event.token.head
    modal = next((c for c in verb.below("aux") if c.tag == "MD" and c.lower in MODALS), None)
    if modal is None or event.type not in HOSTILE or verb.dep not in ("ccomp", "parataxis", "advcl"):
        return None
    asking = speakers(verb)
    subject = next(iter(verb.below("nsubj", "nsubjpass")), None)
    if subject is None or not asking or lemma(above) not in ("warn", "say", "threaten", "declare", "vow"):
        return None
    own = subject.lower in OWN or any(c.lower in ("its", "their", "his", "her") for c in asking[0].children)
    warned = lemma(above) != "say"
    if not (own or (is_passive(verb) and warned)) or any(c.dep == "neg" for c in verb.children):
        return None
    because = _because(event, warned_could.because(modal.span))
    return replace(event, type="THREATEN", because=because, actors=tuple(asking))


@rule(
    "event.deadline",
    means="Who gives another so many hours or days to do something threatens.",
    fires="The colonel [gave] the miners two days to leave.",
    silent="The colonel gave the miners two loaves.",
    gives={"type": "THREATEN"},
)
def deadline(event: Typed) -> Typed | None:
    """A threat, where a time is set for others to give way."""
    verb = event.token
    if verb.tag[:2] != "VB" or lemma(verb) != "give" or not any(_asked(child) for child in verb.subtree()):
        return None
    times = [c for c in verb.below("dobj", "npadvmod") if lemma(c) in DURATIONS]
    given = verb.below("dative", "nsubjpass") or [c for c in verb.below("dobj") if c not in times]
    given = [noun for noun in given if is_party(noun)]
    if not times or not given:
        return None
    because = _because(event, deadline.because(verb.span))
    return replace(event, type="THREATEN", because=because, recipients=tuple(given[:1]))


def _asked(word: Token) -> bool:
    return word.tag == "VB" and any(c.lower == "to" and c.dep == "aux" for c in word.children)


@rule(
    "event.no-talks",
    means="That there will be no talks is a refusal.",
    fires="There will be no [talks] with the rebels.",
    silent="There will be talks with the rebels.",
    gives={"type": "REJECT"},
)
def no_talks(event: Typed) -> Typed | None:
    """A rejection by the speaker, where talks or an agreement are said not to be."""
    noun = event.token
    if event.type not in ("CONSULT", "AGREE", "COOPERATE") or noun.dep not in ("attr", "dobj"):
        return None
    if noun.head.lemma != "be" or not any(child.lower == "no" for child in noun.below("det")):
        return None
    said = tuple(speakers(noun.head))
    return replace(event, type="REJECT", because=_because(event, no_talks.because(noun.span)), actors=said)


@rule(
    "event.behind-it",
    means="Who says that somebody is behind an attack accuses.",
    fires="The senator said that the navy was behind the [blast].",
    silent="The senator said that the navy was near the blast.",
    gives={"type": "ACCUSE"},
)
def behind_it(event: Typed) -> Typed | None:
    """An accusation by the speaker against who is said to be behind it."""
    noun, behind = event.token, event.token.head
    if event.type not in HOSTILE or noun.dep != "pobj" or behind.lower != "behind":
        return None
    copula = behind.head
    subject = copula.below("nsubj") if copula.lemma == "be" else []
    asking = speakers(copula)
    if not subject or not asking:
        return None
    because = _because(event, behind_it.because(noun.span))
    return replace(event, type="ACCUSE", because=because, actors=tuple(asking), recipients=tuple(subject))


@rule(
    "event.sent-to-front",
    means="People sent to a front or a border are brought into place there.",
    fires="The mayor [sent] forty bakers to the front.",
    silent="The mayor sent forty bakers to the fair.",
    gives={"type": "MOBILIZE"},
)
def sent_to_front(event: Typed) -> Typed | None:
    """The bringing up of forces, where people are sent to a front."""
    verb = event.token
    if verb.tag[:2] != "VB" or lemma(verb) not in (
        "send",
        "dispatch",
        "move",
        "order",
        "rush",
        "bring",
        "fly",
    ):
        return None
    sent = [noun for noun in verb.below("dobj", "nsubjpass") if names_people(noun)]
    to = [noun for child in verb.children if child.lower in ("to", "into") for noun in child.below("pobj")]
    over = verb.head if verb.dep == "xcomp" else verb
    to += [noun for child in over.below("prep") if child.lower == "to" for noun in child.below("pobj")]
    if not sent or not any(lemma(noun) in FRONT for noun in to):
        return None
    return replace(event, type="MOBILIZE", because=_because(event, sent_to_front.because(verb.span)))


@rule(
    "event.drill-of-several",
    means="An exercise that two sides hold is cooperation.",
    fires="Orvan and Belmora held a naval [exercise].",
    silent="Orvan held a naval exercise.",
    gives={"type": "COOPERATE"},
)
def drill_of_several(event: Typed) -> Typed | None:
    """Cooperation, where those who hold an exercise are several."""
    noun = event.noun or event.token
    if event.type != "MOBILIZE" or lemma(noun) not in DRILLS:
        return None
    above = next((word for word in noun.ancestors() if word.tag[:2] == "VB"), noun)
    doing = above.below("nsubj")
    kinds = [kind for subject in doing for kind in subject.below("amod", "compound", "nmod")]
    if not any(word.below("conj") for word in (*doing, *kinds)):
        return None
    return replace(event, type="COOPERATE", because=_because(event, drill_of_several.because(noun.span)))


@rule(
    "event.to-disperse",
    means="Force used to break up a crowd is the force of an authority against people.",
    fires="Guards opened fire to [disperse] the miners.",
    silent="Guards opened fire to frighten the miners.",
    gives={"type": "COERCE"},
)
def to_disperse(event: Typed) -> Typed | None:
    """Repression, where people are shot at in order to break up their crowd."""
    if event.type != "ASSAULT" or event.token.tag[:2] != "VB":
        return None
    for clause in event.token.below("xcomp", "advcl"):
        if clause.tag == "VB" and lemma(clause) in DISPERSING:
            because = _because(event, to_disperse.because(clause.span))
            return replace(event, type="COERCE", mode="repress", because=because)
    return None


CONSTRUCTIONS: tuple[Construction[[Typed], Typed], ...] = (
    quoted_command, warned_could, deadline, told_to, no_talks, behind_it, sent_to_front, goods_for_people,
    done_together, drill_of_several, to_disperse,
)  # fmt: skip

RULES: tuple[Rule, ...] = tuple(construction.rule for construction in CONSTRUCTIONS)
