"""Words of force that tell of none: nature and mishaps kill nobody on purpose, a scandal damages no house.

Tried on every event before the other constructions; what is left of it is a happening (OTHER). The losses are
counted from the figures, whatever the type.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from firsthand.extract.event_forms import lemma
from firsthand.extract.events_nouns import NOUNS, noun_row
from firsthand.extract.events_types import Typed
from firsthand.extract.events_unarmed import natural
from firsthand.extract.events_voice import is_passive
from firsthand.resources.parser import Token
from firsthand.rules import Construction, Row, Rule, rule
from firsthand.schema import Because

FORCE = frozenset({"ASSAULT", "COERCE"})
UNDER = frozenset({"advcl", "conj", "xcomp", "pcomp", "dep"})
HOW = frozenset({"in", "by", "from", "during", "after"})
WHEN = frozenset({"when", "after", "as", "while"})
ARMED = frozenset({"attack", "weapon", "fighting"})
FIGHTING = frozenset({"fight", "battle", "combat", "attack", "tackle", "beat", "engage", "defeat", "hit"})
_BLOWS = """hit strike damage destroy cripple wreck shatter devastate hurt kill wound undermine attack target
    rip tear slam crush demolish sabotage poison torpedo derail batter maul burn sink blow torch assault"""
BLOWS = frozenset(_BLOWS.split())
"""Verbs that are said of ideas as of things."""
BEFALLS_PEOPLE = frozenset(
    {"drown", "fall", "slip", "plunge", "plummet", "tumble", "collapse", "crash", "skid"}
)
SUBJECTS = ("nsubj", "nsubjpass")
DEEPEST = 4


def harmless(event: Typed) -> Typed:
    """The event as a mere happening where nature or a mishap did it; else the event itself."""
    if event.type not in FORCE:
        return event
    for construction in CONSTRUCTIONS:
        if (found := construction(event)) is not None:
            return found
    return event


def _happening(event: Typed, by: Construction[[Typed], Typed], word: Token, *why: Because) -> Typed:
    because = (*event.because, by.because(word.span), *why)
    return replace(event, type="OTHER", mode=None, because=because, noun=None, actors=(), recipients=())


def _is_harm(event: Typed) -> bool:
    return event.type == "ASSAULT" or event.mode in ("destroy", "blockade", "restrict")


@rule(
    "event.by-nature",
    means="What weather, a quake or a fire goes on to do is done by nobody.",
    fires="A [storm] struck the port, killing nine people.",
    silent="A squad struck the port, killing nine people.",
)
def by_nature(event: Typed) -> Typed | None:
    """A happening, where the doer of a verb, or of the verb that it hangs on, is nature."""
    if not _is_harm(event) or event.noun is not None:
        return None
    if event.token.tag[:2] != "VB":
        why = natural(event.token)
        return None if why is None else _happening(event, by_nature, event.token, why)
    for noun in (*_doing(event.token), *_done_in(event.token)):
        if (why := natural(noun)) is not None and not _armed_near(event.token):
            return _happening(event, by_nature, noun, why)
    return None


def _doing(verb: Token) -> Iterator[Token]:
    """The subject of a verb or of the verb above it, who stands behind "by", or what a "which" stands for."""
    for _ in range(DEEPEST):
        for by in verb.below("agent"):
            yield from by.below("pobj")
        found = [] if is_passive(verb) else verb.below("nsubj")
        if found:
            relative = found[-1].tag in ("WDT", "WP") and verb.dep == "relcl"
            yield verb.head if relative else found[-1]
            return
        if verb.dep not in UNDER or verb.head is verb or is_passive(verb):
            return
        verb = verb.head


def _done_in(verb: Token) -> Iterator[Token]:
    """ "Killed in a landslide", "injured by falling rocks": the noun, where it names a happening."""
    if verb.below("dobj"):
        return
    for child in verb.below("prep", "agent"):
        if child.lower in HOW:
            for noun in child.below("pobj"):
                if NOUNS["mishap"].lookup(lemma(noun)) is not None or child.lower == "by":
                    yield noun


def _armed_near(verb: Token) -> bool:
    """Whether the same clause names an attack or a weapon: then no mishap explains it."""
    for token in verb.subtree():
        if token is verb or token.pos not in ("NOUN", "PROPN") or token.dep == "compound":
            continue
        row = noun_row(token)
        armed = row is not None and row["class"] in ARMED and natural(token) is None
        if armed and NOUNS["mishap"].lookup(lemma(token)) is None:
            return True
    return False


@rule(
    "event.by-mishap",
    means="Who is hurt when something crashes, sinks or falls is hurt by a mishap.",
    fires=(
        "Nine miners were killed when a lift [plunged] down a shaft.",
        "A ferry [sank] off the port, killing nine miners.",
        "Nine miners were killed in a [stampede].",
    ),
    silent=(
        "Nine miners were killed when rebels sank a ferry.",
        "Nine miners were killed in a stable.",
    ),
)
def by_mishap(event: Typed) -> Typed | None:
    """A happening, where the clause, the one above it or the one that says when tells of a mishap."""
    verb = event.token
    if not _is_harm(event) or event.noun is not None or verb.tag[:2] != "VB" or _armed_near(verb):
        return None
    for noun in _done_in(verb):
        if (row := NOUNS["mishap"].lookup(lemma(noun))) is not None and not _somebodys(noun):
            return _happening(event, by_mishap, noun, row.because(noun.span))
    for one in _told_beside(verb):
        if (row := _goes_wrong(one)) is not None:
            return _happening(event, by_mishap, one, row.because(one.span))
    return None


def _told_beside(verb: Token) -> Iterator[Token]:
    """A verb, those that say when, and those above whose subject it shares ("and nine died")."""
    yield verb
    for one in (verb, *verb.below("conj")):
        yield from (c for c in one.below("advcl") if {m.lower for m in c.below("mark", "advmod")} & WHEN)
    if verb.dep == "conj" and is_passive(verb) and not verb.below("agent"):
        yield verb.head
    above = verb
    for _ in range(DEEPEST):
        if above.dep not in UNDER or above.head is above or above.below(*SUBJECTS):
            return
        above = above.head
        yield above


def _somebodys(noun: Token) -> bool:
    return any(child.lower == "by" for child in noun.children)


def _goes_wrong(verb: Token) -> Row | None:
    """ "Crashed", "capsized", "fell to his death": the row of what befalls its subject."""
    words = (*(f"{lemma(verb)} {child.lower}" for child in verb.below("prt", "advmod")), lemma(verb))
    rows = (NOUNS["mishap_verb"].lookup(word) for word in words if verb.tag[:2] == "VB")
    row = next((row for row in rows if row is not None), None)
    if row is None or verb.below("dobj") or is_passive(verb) or _armed_near(verb):
        return None
    doing = verb.below("nsubj")
    if any((known := noun_row(n)) is not None and known["class"] in ARMED for n in doing):
        return None
    if lemma(verb) not in BEFALLS_PEOPLE and any(map(_is_person, doing)):
        return None
    if lemma(verb) == "fall" and not _to_death(verb) and (_loses(verb) or not any(map(_is_person, doing))):
        return None
    return row if doing or verb.dep in UNDER else None


def _to_death(verb: Token) -> bool:
    return any(lemma(n) == "death" for to in verb.below("prep") if to.lower == "to" for n in to.below("pobj"))


def _loses(verb: Token) -> bool:
    """ "Fell to the rebels", "fell in battle": no tumble."""
    return any(to.lower in ("to", "under", "in", "for", "on", "upon") for to in verb.below("prep"))


def _is_person(noun: Token) -> bool:
    row = noun_row(noun)
    return noun.entity == "PERSON" or (row is not None and row["class"] in ("people", "forces"))


@rule(
    "event.no-thing",
    means="A reputation, an economy or a chord can be struck or damaged without a blow.",
    fires="The ruling damaged the [reputation] of the mayor.",
    silent="The rebels damaged the roof of the mayor.",
)
def no_thing(event: Typed) -> Typed | None:
    """A happening, where what is struck or damaged is no thing and nobody."""
    verb = event.token
    if verb.tag[:2] != "VB" or lemma(verb) not in BLOWS or event.noun is not None:
        return None
    struck = verb.below("dobj", "nsubjpass")
    if not struck and verb.dep == "acl" and verb.tag == "VBN":
        struck = [verb.head]
    own = [noun for noun in verb.below("nsubj") if noun.tag not in ("WDT", "WP")]
    if struck and struck[0].tag in ("WDT", "WP"):
        struck = []
    if not struck and verb.dep == "relcl" and own and not is_passive(verb):
        struck = [verb.head]  # "a deal that he struck"
    for noun in struck[:1]:
        if (row := NOUNS["abstract"].lookup(lemma(noun))) is not None:
            return _happening(event, no_thing, noun, row.because(noun.span))
    return None


@rule(
    "event.battles-nature",
    means="Who battles a blaze or an illness attacks nobody.",
    fires="Crews battled the [blaze].",
    silent="Crews battled the rebels.",
)
def battles_nature(event: Typed) -> Typed | None:
    """A happening, where what is fought is weather, fire or illness."""
    verb = event.token
    if verb.tag[:2] != "VB" or lemma(verb) not in FIGHTING:
        return None
    fought = verb.below("dobj", "nsubjpass")
    fought += [n for p in verb.below("prep") if p.lower in ("with", "against") for n in p.below("pobj")]
    for noun in fought:
        if (why := natural(noun)) is not None:
            return _happening(event, battles_nature, noun, why)
    return None


@rule(
    "event.only-described",
    means="A participle that nobody does and that is done to nobody describes, as an adjective does.",
    fires='The boss was quiet, "[subdued]" even, a clerk said.',
    silent="The guards subdued the boss, a clerk said.",
)
def only_described(event: Typed) -> Typed | None:
    """A happening, where a past form has no subject, object, auxiliary or agent of its own."""
    verb = event.token
    if verb.tag not in ("VBN", "VBD") or verb.dep not in ("ccomp", "dep", "acomp", "ROOT"):
        return None
    quoted = any(child.text in QUOTES and child.i == verb.i - 1 for child in verb.children)
    bare = all(child.dep in BESIDE or (quoted and child.lemma == "be") for child in verb.children)
    if not bare or (verb.dep == "ROOT" and not quoted):
        return None
    return _happening(event, only_described, verb)


QUOTES = frozenset({'"', "“", "‘", "'", "``"})
BESIDE = frozenset({"punct", "advmod", "advcl", "intj", "cc", "conj", "prep", "npadvmod"})


_SEASONS = """day night weekend summer winter holiday holidays season week month year repair repairs
    renovation renovations refurbishment maintenance cleaning lunch christmas easter funeral"""
SEASONS = frozenset(_SEASONS.split())
_PREMISES = "office branch shop store factory plant restaurant bureau outlet door cafe hotel showroom"
PREMISES = frozenset(_PREMISES.split())
_HONOURS = "memory honour honor mourning tribute respect remembrance"
HONOURS = frozenset(_HONOURS.split())


@rule(
    "event.closed-for-now",
    means="What closes for the summer, for repairs or in memory of somebody is not shut by an authority.",
    fires="The depot will be [closed] in memory of two miners.",
    silent="The depot will be closed by order of the ministry.",
)
def closed_for_now(event: Typed) -> Typed | None:
    """A happening, where an office closes for a while, or somebody closes an office of its own."""
    verb = event.token
    if lemma(verb) not in ("close", "shut") or event.type != "COERCE" or verb.below("agent"):
        return None
    behind = [n for p in verb.below("prep") if p.lower in ("in", "for", "out") for n in p.below("pobj")]
    own = any(
        c.tag == "PRP$" and c.lower in ("its", "their")
        for n in verb.below("dobj")
        for c in n.children
        if lemma(n) in PREMISES
    )
    if own or any(lemma(noun) in HONOURS | SEASONS for noun in behind):
        return _happening(event, closed_for_now, verb)
    return None


_PLAYING = """attack defeat beat shoot strike crush rout thrash hit destroy overpower fight battle clash storm
    fire overrun demolish hammer batter"""
PLAYING = frozenset(_PLAYING.split())


@rule(
    "event.in-play",
    means="What a team, a striker or a batsman does in a game hurts nobody.",
    fires="The [team] defeated its guests.",
    silent="The rebels defeated the guards.",
)
def in_play(event: Typed) -> Typed | None:
    """A happening, where those who act, or what they aim at, belong to a game."""
    verb = event.token
    if verb.tag[:2] != "VB" or lemma(verb) not in PLAYING:
        return None
    near = [*verb.below("nsubj", "dobj", "nsubjpass")]
    near += [n for p in verb.below("prep") if p.lower in ("at", "in", "into") for n in p.below("pobj")]
    for above in (verb.head,) if verb.dep == "conj" and not verb.below("nsubj") else ():
        near += above.below("nsubj")
    for noun in near:
        if (row := NOUNS["game"].lookup(lemma(noun))) is not None and not noun.below("nmod"):
            return _happening(event, in_play, noun, row.because(noun.span))
    return None


@rule(
    "event.on-record",
    means="A crime that somebody's record, charges or convictions name is no deed that is told.",
    fires="His convictions include [arson].",
    silent="His worries include arson in the valley.",
)
def on_record(event: Typed) -> Typed | None:
    """A mere word, where a noun of force stands in the list of a record."""
    noun = event.token
    if noun.tag[:2] == "VB":
        return None
    listed = next(
        (one for one, _ in zip(noun.ancestors(), range(DEEPEST), strict=False) if one.tag[:2] == "VB"), None
    )
    if listed is None or lemma(listed) not in ("include", "date"):
        return None
    before = [one for one in noun.ancestors() for one in (one, *one.below("nsubj", "compound", "dep"))]
    before += [inner for one in tuple(before) for inner in one.below("compound")]
    return _happening(event, on_record, noun) if any(lemma(one) in RECORDS for one in before) else None


_RECORDS = "conviction charge offence offense count record crime sentence arrest"
RECORDS = frozenset(_RECORDS.split())


CONSTRUCTIONS: tuple[Construction[[Typed], Typed], ...] = (
    by_nature, by_mishap, no_thing, battles_nature, only_described, closed_for_now, in_play,
    on_record,
)  # fmt: skip

RULES: tuple[Rule, ...] = tuple(construction.rule for construction in CONSTRUCTIONS)
