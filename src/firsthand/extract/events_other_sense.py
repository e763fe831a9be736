"""Verbs whose object or subject shows that they are meant in another sense: a lethal dose is no aid.

Tried on every event after its frame; what is left of it is a happening (OTHER), for a wrong type says more
than the words do.
"""

from __future__ import annotations

from dataclasses import replace

from firsthand.extract.event_forms import lemma
from firsthand.extract.events_lawful import OFFICERS
from firsthand.extract.events_nouns import noun_row
from firsthand.extract.events_sides import FIGHTERS
from firsthand.extract.events_types import Typed
from firsthand.extract.events_voice import is_passive
from firsthand.resources.parser import Token
from firsthand.rules import Construction, Rule, rule

LETHAL = frozenset({"lethal", "fatal", "deadly", "poisonous", "toxic", "tainted", "contaminated"})
_RECORDED = """charge count testimony clause provision evidence statement sentence paragraph claim plea remark
    phrase passage section article amendment allegation comment word line text transcript affidavit"""
RECORDED = frozenset(_RECORDED.split())
MOTIONS = frozenset({"motion", "bid", "request", "application", "petition", "vote"})
JUDGING = frozenset({"judge", "court", "magistrate", "tribunal", "panel", "jury", "teacher", "coroner"})
COUNSEL = frozenset({"attorney", "lawyer", "counsel", "prosecutor", "plaintiff", "defendant", "prosecution"})
ON_STRIKE = frozenset({"protest", "strike", "sickout", "demand", "pay", "wage", "against"})
CASH = frozenset({"money", "cash", "saving", "savings", "dollar", "euro", "pound"})
BANKING = frozenset({"account", "bank", "machine", "atm", "cashpoint", "branch", "till", "savings"})
ONES_OWN = frozenset({"he", "she", "i"})
_BEHIND = """marriage violence war poverty persecution abuse hunger famine fighting home flame fire flood
    storm husband conflict life drought oppression"""
LEFT_BEHIND = frozenset(_BEHIND.split())
"""What people flee from who give up no ground."""
_PREMISES = """building mill factory complex tower block hall structure facility centre center museum site
    floor campus mansion palace barn warehouse venue property castle villa wing store church camp
    stadium room"""
PREMISES = frozenset(_PREMISES.split())
LOCKED = frozenset({"prison", "jail", "detention", "internment", "labour", "labor", "concentration"})
ALIVE = ("people", "forces", "attack", "protest", "fighting", "peacekeeper", "diplomat")
NAMED = frozenset({"PERSON", "NORP", "ORG", "GPE"})
COURT_WORK = frozenset(
    {"case", "charge", "count", "trial", "lawsuit", "suit", "complaint", "appeal", "defendant"}
)
HEARD = frozenset({"try", "hear", "consider", "join", "combine", "merge", "consolidate"})


def other_sense(event: Typed) -> Typed:
    """The event as a mere happening where its words are meant otherwise; else the event itself."""
    if event.type == "OTHER":
        return event
    if event.token.tag[:2] != "VB":
        return undone_verdict(event) or event
    for construction in CONSTRUCTIONS:
        if (found := construction(event)) is not None:
            return found
    return event


def _otherwise(event: Typed, by: Construction[[Typed], Typed], word: Token) -> Typed:
    because = (*event.because, by.because(word.span))
    return replace(event, type="OTHER", mode=None, because=because, noun=None, actors=(), recipients=())


def _objects(verb: Token) -> list[Token]:
    found = verb.below("dobj", "nsubjpass")
    return [verb.head] if not found and verb.dep == "acl" and verb.tag == "VBN" else found


def _subjects(verb: Token) -> list[Token]:
    """Whoever does it, by the verb or the one that it is joined to or hangs on."""
    for one in (verb, verb.head):
        if not is_passive(one) and (found := one.below("nsubj")):
            return found
    return []


def _behind(verb: Token, *prepositions: str) -> list[Token]:
    return [n for p in verb.below("prep") if p.lower in prepositions for n in p.below("pobj")]


@rule(
    "event.lethal-goods",
    means="What is lethal helps nobody to whom it is given.",
    fires="The nurse gave the sailor a [lethal] dose.",
    silent="The nurse gave the sailor a blanket.",
    gives={"type": "OTHER"},
)
def lethal_goods(event: Typed) -> Typed | None:
    """A happening, where what is passed on is called lethal."""
    if event.type != "AID":
        return None
    for goods in _objects(event.token):
        for word in goods.below("amod"):
            if word.lower in LETHAL:
                return _otherwise(event, lethal_goods, word)
    return None


@rule(
    "event.struck-out",
    means="A charge, a clause or a testimony that is struck is taken off a record.",
    fires=("The lawyer moved to strike the [testimony].", "The lawyer filed a [motion] to strike."),
    silent="The rebels moved to strike the depot.",
    gives={"type": "OTHER"},
)
def struck_out(event: Typed) -> Typed | None:
    """A happening, where what is struck is words, or a motion asks for it."""
    verb = event.token
    if event.type != "ASSAULT" or lemma(verb) != "strike":
        return None
    for noun in _objects(verb):
        if lemma(noun) in RECORDED:
            return _otherwise(event, struck_out, noun)
    if verb.dep in ("acl", "relcl", "advcl", "xcomp") and not _objects(verb):
        above = [verb.head, *verb.head.below("dobj")]
        asked = next((noun for noun in above if lemma(noun) in MOTIONS), None)
        return None if asked is None else _otherwise(event, struck_out, asked)
    return None


@rule(
    "event.slated",
    means="Who is slated to do something, or for something, is down for it.",
    fires="The harbour is [slated] to host the fair.",
    silent="Critics slated the harbour.",
    gives={"type": "OTHER"},
)
def slated(event: Typed) -> Typed | None:
    """A happening, where what is slated is set down in a plan."""
    verb = event.token
    if event.type != "ACCUSE" or lemma(verb) != "slate":
        return None
    planned = verb.below("xcomp") or any(p.lower in ("for", "to") for p in verb.below("prep"))
    return _otherwise(event, slated, verb) if planned and is_passive(verb) else None


@rule(
    "event.court-term",
    means="A term that a court sets is no threat.",
    fires="The [judge] gave the bakers until Monday to file their papers.",
    silent="The colonel gave the bakers until Monday to leave.",
    gives={"type": "OTHER"},
)
def court_term(event: Typed) -> Typed | None:
    """A happening, where a judge or a court gives parties time."""
    if event.type != "THREATEN" or lemma(event.token) != "give":
        return None
    verb = event.token
    given = [noun for noun in verb.below("dative", "dobj", "nsubjpass") if lemma(noun) in COUNSEL]
    for noun in (*(who for who in _subjects(verb) if lemma(who) in JUDGING), *given):
        return _otherwise(event, court_term, noun)
    return None


@rule(
    "event.called-in-sick",
    means="Who calls in sick is no striker, unless the words say what it is for.",
    fires="Forty bakers called in [sick] on Monday.",
    silent="Forty bakers called in sick in protest.",
    gives={"type": "OTHER"},
)
def called_in_sick(event: Typed) -> Typed | None:
    """A happening, where nothing tells of a strike."""
    verb = event.token
    if event.type != "PROTEST" or lemma(verb) != "call":
        return None
    within = list(verb.subtree())
    sick = next((word for word in within if word.lower == "sick"), None)
    if sick is None or any(lemma(word) in ON_STRIKE for word in within):
        return None
    return _otherwise(event, called_in_sick, sick)


@rule(
    "event.took-out-money",
    means="Money withdrawn from an account, or by one person, is no force that leaves and no aid that ends.",
    fires="She withdrew the [money] at a bank machine.",
    silent="The ministry withdrew the money from the clinics.",
    gives={"type": "OTHER"},
)
def took_out_money(event: Typed) -> Typed | None:
    """A happening, where somebody takes money out of a bank."""
    verb = event.token
    if event.type not in ("RETREAT", "SANCTION") or lemma(verb) != "withdraw":
        return None
    for noun in _objects(verb):
        if lemma(noun) not in CASH and noun.entity != "MONEY":
            continue
        banked = any(lemma(word) in BANKING for word in verb.subtree())
        one = any(who.lower in ONES_OWN or who.entity == "PERSON" for who in _subjects(verb))
        return _otherwise(event, took_out_money, noun) if banked or one else None
    return None


@rule(
    "event.fled-from",
    means="One person who flees, or who flees a war or a marriage, gives up no ground.",
    fires="[She] fled with her two sons.",
    silent="The rebels fled with their guns.",
    gives={"type": "OTHER"},
)
def fled_from(event: Typed) -> Typed | None:
    """A happening, where those who flee are no forces."""
    verb = event.token
    if event.type != "RETREAT" or lemma(verb) != "flee":
        return None
    fled = [noun for noun in (*_objects(verb), *_behind(verb, "from")) if lemma(noun) in LEFT_BEHIND]
    own = [who for who in _subjects(verb) if who.lower in ONES_OWN]
    for word in (*fled, *own):
        return _otherwise(event, fled_from, word)
    for who in _subjects(verb):
        row = noun_row(who)
        if row is not None and row["class"] == "people" and lemma(who) not in FIGHTERS | OFFICERS:
            return _otherwise(event, fled_from, who)
    return None


@rule(
    "event.subdued-mood",
    means="A mood or a market that is subdued is quiet, and nobody beat it.",
    fires="The [mood] in the harbour was subdued.",
    silent="The gunman was subdued.",
    gives={"type": "OTHER"},
)
def subdued_mood(event: Typed) -> Typed | None:
    """A happening, where nobody is subdued and nobody subdues."""
    verb = event.token
    if event.type != "ASSAULT" or lemma(verb) != "subdue" or verb.below("agent"):
        return None
    for noun in verb.below("nsubjpass"):
        row = noun_row(noun)
        alive = noun.pos == "PRON" or noun.entity in NAMED or (row is not None and row["class"] in ALIVE)
        man = noun.lemma.lower().endswith(("man", "er", "or", "ist", "ee")) or lemma(noun) in OFFICERS
        return None if alive or man else _otherwise(event, subdued_mood, noun)
    return None


@rule(
    "event.building-holds",
    means="A building that houses or holds something has room for it.",
    fires="The brick [building] houses a number of shops.",
    silent="The parish houses a number of refugees.",
    gives={"type": "OTHER"},
)
def building_holds(event: Typed) -> Typed | None:
    """A happening, where a house or a camp is what houses or holds."""
    verb = event.token
    if event.type not in ("AID", "COERCE") or lemma(verb) not in ("house", "hold", "shelter", "accommodate"):
        return None
    for noun in () if is_passive(verb) else verb.below("nsubj"):
        locked = any(word.lower in LOCKED for word in noun.below("compound", "amod"))
        if lemma(noun) in PREMISES and not locked:
            return _otherwise(event, building_holds, noun)
    return None


@rule(
    "event.took-place",
    means="What takes place happens, and takes nobody in.",
    fires="The tasting took [place] in a small courtroom.",
    silent="The parish took in two refugees.",
    gives={"type": "OTHER"},
)
def took_place(event: Typed) -> Typed | None:
    """A happening, where the object of taking is the bare word 'place'."""
    if lemma(event.token) != "take":
        return None
    for noun in event.token.below("dobj"):
        if noun.lower == "place" and not noun.below("det", "poss", "amod"):
            return _otherwise(event, took_place, noun)
    return None


@rule(
    "event.cases-joined",
    means="Cases that are tried or heard together are the work of a court, and not of two sides.",
    fires="Prosecutors want to try the two [charges] together.",
    silent="The two guilds want to build a bridge together.",
    gives={"type": "OTHER"},
)
def cases_joined(event: Typed) -> Typed | None:
    """A happening, where what is done together is the hearing of cases."""
    if event.type != "COOPERATE" or lemma(event.token) not in HEARD:
        return None
    for noun in _objects(event.token):
        if lemma(noun) in COURT_WORK:
            return _otherwise(event, cases_joined, noun)
    return None


@rule(
    "event.undone-verdict",
    means="A conviction or a charge that is overturned or dropped accuses nobody any more.",
    fires="The court [overturned] the conviction of the baker.",
    silent="The court recalled the conviction of the baker.",
)
def undone_verdict(event: Typed) -> Typed | None:
    """A happening, where the noun of an accusation is what a verb undoes."""
    noun = event.token
    if event.type != "ACCUSE" or lemma(noun) not in VERDICTS:
        return None
    verbs = [noun.head] if noun.dep in ("dobj", "nsubjpass", "nsubj") else []
    for verb in (*verbs, *noun.below("acl")):
        small = {child.lower for child in verb.below("prt", "advmod", "prep")}
        if lemma(verb) in UNDOES or (lemma(verb) in ("throw", "set", "toss") and small & {"out", "aside"}):
            passive = noun.dep != "nsubj" or is_passive(verb) or verb.tag == "VBN"
            return _otherwise(event, undone_verdict, verb) if passive else None
    return None


_UNDOES = "overturn quash reverse vacate annul expunge void erase dismiss drop withdraw nullify"
UNDOES = frozenset(_UNDOES.split())
VERDICTS = frozenset({"conviction", "sentence", "charge", "indictment", "verdict", "accusation", "complaint"})

CONSTRUCTIONS: tuple[Construction[[Typed], Typed], ...] = (
    lethal_goods, struck_out, slated, court_term, called_in_sick, took_out_money, fled_from, subdued_mood,
    building_holds, took_place, cases_joined,
)  # fmt: skip

RULES: tuple[Rule, ...] = (*(each.rule for each in CONSTRUCTIONS), undone_verdict.rule)
