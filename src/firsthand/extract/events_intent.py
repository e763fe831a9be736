"""What an intention makes of an event.

"Will provide" is an agreement, "will bomb" a threat, "will not meet" a rejection, "said that K must leave" a
request. So PLOVER's manual has it: what is only intended is verbal.
"""

from __future__ import annotations

from dataclasses import replace

from firsthand.extract.event_forms import lemma
from firsthand.extract.events_names import is_party
from firsthand.extract.events_roles import speakers
from firsthand.extract.events_types import VERBS, Typed
from firsthand.extract.events_voice import is_passive
from firsthand.resources.parser import Token
from firsthand.rules import Construction, Row, Rule, rule
from firsthand.schema import EventType

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT"})
HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "PROTEST"})
WILLING = frozenset({"will", "'ll", "’ll", "would", "wo"})
OBLIGED = frozenset({"must", "should", "ought"})


def intended(event: Typed) -> Typed:
    """The event as its sentence intends it; the event itself where nothing is intended."""
    if event.token.tag[:2] != "VB":
        return event
    for construction in CONSTRUCTIONS:
        if (found := construction(event)) is not None:
            return found
    return event


def _read(event: Typed, to: EventType, by: Construction[[Typed], Typed], word: Token) -> Typed:
    row = _row(word)
    because = (*event.because, by.because(word.span), *(() if row is None else (row.because(word.span),)))
    return replace(event, type=to, because=because)


def _willing(verb: Token) -> Token | None:
    """The word by which somebody is going to do it: "will", "ready to", "plans to"."""
    if is_passive(verb):
        return None
    for child in verb.children:
        if child.dep == "aux" and child.tag == "MD" and child.lower in WILLING:
            under = verb.dep == "ccomp" or child.lower != "would"
            return child if under and not _perfect(verb) else None
    if verb.dep == "xcomp" and verb.head.lower in ("is", "are", "was", "were", "'s", "’s", "'re", "’re"):
        return next((child for child in verb.below("aux") if child.lower == "to"), None)
    if verb.dep in ("xcomp", "acl") and verb.tag == "VB" and _row(verb.head) is not None:
        return verb.head
    return None


def _row(word: Token) -> Row | None:
    table = VERBS["willing"]
    return table.lookup(lemma(word)) or table.lookup(word.lower)


def _perfect(verb: Token) -> bool:
    return any(child.dep == "aux" and child.lemma == "have" for child in verb.children)


def _denied(verb: Token) -> bool:
    return any(child.dep == "neg" for child in verb.children)


def _refusing(verb: Token) -> bool:
    """Whether somebody, and no thing, will not do it, and could."""
    doing = verb.below("nsubj")
    return bool(doing) and (is_party(doing[0]) or doing[0].tag == "PRP") and lemma(verb) not in STATES


STATES = frozenset(
    {"be", "have", "know", "need", "happen", "seem", "see", "like", "want", "mind", "matter", "say"}
)


@rule(
    "event.will-not",
    means="Who will not cooperate rejects.",
    fires="The rebels said that they [will] not meet the envoy.",
    silent="The rebels said that they did not meet the envoy.",
    gives={"type": "REJECT"},
)
def will_not(event: Typed) -> Typed | None:
    """A rejection, where somebody will not do what would be cooperation."""
    word = _willing(event.token)
    if word is None or not _denied(event.token):
        return None
    if event.type not in COOPERATIVE and not (event.type == "OTHER" and _refusing(event.token)):
        return None
    return _read(event, "REJECT", will_not, word)


@rule(
    "event.will-cooperate",
    means="Who will cooperate, or is ready to, agrees.",
    fires=["The rebels [will] meet the envoy.", "The rebels are [ready] to meet the envoy."],
    silent="The rebels met the envoy.",
    gives={"type": "AGREE"},
)
def will_cooperate(event: Typed) -> Typed | None:
    """An agreement, where somebody will cooperate; leaving an office stays what it is."""
    word = _willing(event.token)
    if word is None or event.type not in COOPERATIVE or event.mode == "resign" or _denied(event.token):
        return None
    return _read(event, "AGREE", will_cooperate, word)


@rule(
    "event.will-harm",
    means="Who will use force or pressure, or plans to, threatens.",
    fires=["The rebels [will] bomb the bridge.", "The rebels [plan] to bomb the bridge."],
    silent="The rebels bombed the bridge.",
    gives={"type": "THREATEN"},
)
def will_harm(event: Typed) -> Typed | None:
    """A threat, where somebody will use force or pressure."""
    word = _willing(event.token)
    if word is None or event.type not in HOSTILE or _denied(event.token):
        return None
    return _read(event, "THREATEN", will_harm, word)


@rule(
    "event.must",
    means="Who says that another must do something asks for it.",
    fires="The envoy said that the rebels [must] leave the port.",
    silent="The rebels must leave the port.",
    gives={"type": "REQUEST"},
)
def must(event: Typed) -> Typed | None:
    """A request by the one who says so, to the one who must."""
    verb = event.token
    word = next((c for c in verb.children if c.dep == "aux" and c.lower in OBLIGED), None)
    if word is None or verb.dep != "ccomp" or _perfect(verb):
        return None
    asking = speakers(verb)
    asked = [child for child in verb.children if child.dep in ("nsubj", "nsubjpass")]
    if not asking or not asked or asked[0].tag == "PRP":
        return None
    return replace(_read(event, "REQUEST", must, word), actors=tuple(asking), recipients=tuple(asked))


@rule(
    "event.call-against",
    means="Who calls on others to stand against somebody accuses that one.",
    fires="The mayor [called] for action against the miners.",
    silent="The mayor called for a truce with the miners.",
    gives={"type": "ACCUSE"},
)
def call_against(event: Typed) -> Typed | None:
    """An accusation, where others are asked to act against somebody."""
    if event.type != "REQUEST":
        return None
    asked = [noun for child in event.token.below("prep") for noun in child.below("pobj")]
    asked += [*event.token.below("dobj", "xcomp", "ccomp"), event.token]
    against = [child for word in asked for child in word.below("prep") if child.lower == "against"]
    accused = [noun for child in against for noun in child.below("pobj")]
    if not accused:
        return None
    return replace(_read(event, "ACCUSE", call_against, event.token), recipients=tuple(accused))


@rule(
    "event.call-to-support",
    means="Who calls on others to support somebody supports that one.",
    fires="The mayor [urged] the council to support the miners.",
    silent="The mayor urged the council to support its plan.",
    gives={"type": "SUPPORT"},
)
def call_to_support(event: Typed) -> Typed | None:
    """Support, where others are asked to support somebody other than the one who asks."""
    if event.type != "REQUEST":
        return None
    for verb in event.token.below("xcomp", "ccomp"):
        if lemma(verb) in ("support", "back", "recognise", "recognize") and verb.tag == "VB":
            backed = [noun for noun in verb.below("dobj") if not any(c.tag == "PRP$" for c in noun.children)]
            if backed:
                read = _read(event, "SUPPORT", call_to_support, event.token)
                return replace(read, recipients=tuple(backed))
    return None


@rule(
    "event.prepare-attack",
    means="Who prepares to attack brings forces into place.",
    fires="The rebels [prepared] to bomb the bridge.",
    silent="The rebels prepared to leave the port.",
    gives={"type": "MOBILIZE"},
)
def prepare_attack(event: Typed) -> Typed | None:
    """The bringing up of forces, where an attack is prepared."""
    verb = event.token
    while verb.dep == "xcomp" and lemma(verb.head) in ("resume", "start", "begin", "launch", "continue"):
        verb = verb.head
    if event.type != "ASSAULT" or verb.dep != "xcomp" or lemma(verb.head) != "prepare":
        return None
    return _read(event, "MOBILIZE", prepare_attack, verb.head)


CONSTRUCTIONS = (must, call_against, call_to_support, prepare_attack, will_not, will_cooperate, will_harm)

RULES: tuple[Rule, ...] = tuple(construction.rule for construction in CONSTRUCTIONS)
