"""What kind of thing a noun names: its row in the lexicon, and the classes by which verbs go."""

from __future__ import annotations

from firsthand.extract.event_forms import lemma
from firsthand.extract.events_voice import in_headline
from firsthand.resources.parser import Token
from firsthand.rules import Row, lexicon, rule
from firsthand.schema import Because

NOUNS = lexicon(__package__, "events_nouns.en.toml")

OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "dative"})
BEFORE_NOUN = frozenset({"compound", "amod", "nmod"})
NAMES_OF_PLACES = frozenset({"GPE", "LOC", "FAC"})
NAMES_OF_PEOPLE = frozenset({"PERSON", "NORP", "ORG"})
_CARRIERS = "program programme delivery package shipment supply effort process project flow regime"
CARRIERS = frozenset(_CARRIERS.split())
"""Nouns whose class is that of the noun before them ("aid program")."""
CARRYING = frozenset({"carry", "bring", "bear", "haul", "load"})
DOER = ("er", "or", "ist", "ian", "man", "men", "eer", "woman", "women", "folk")
"""Ends of nouns that name who does something: "beekeeper", "translator", "florist"."""
_NO_DOER = """
abdomen accelerator acumen after anchor another answer armor barrier beer blacklist blotter bomber
border browser buffer bulldozer bunker burner butter calculator canister career carrier center chapter
character charter checklist cheer cinder cluster color computer container cooler copper corner
corridor counter cover crater cucumber cylinder danger december decoder deer detector diameter diaper
dinner disaster disorder dolmen door dozer drawer dresser either elevator encounter eraser error exist
exterior factor favor feather fender fertiliser fertilizer fever fiber filter finger fist floor flower
fodder folder former freighter frontier further generator ginger gist glacier glimmer grader gutter
hammer hanger harbor heater heist helicopter hoist honor hopper horror humor hunger hymen incubator
indicator inferior inner interior keyboarder kilometer labor ladder latter layer leather ledger letter
lever lighter list liter litter liver locker loudspeaker lumber major manner marker matter meter minor
mirror mist mixer monitor monster motor muffler murder neither neuter never newspaper november number
october odor offer omen order other otter outer over oyster paper peer pepper perimeter pier plaster
platter poster powder power prayer printer prior projector quarter quiver radiator rather razor
reactor refrigerator regimen register remainder river roller rubber rudder rumor scooter sector semen
semester september server sewer shelter shortlist shoulder shower silver slaughter slumber sneer
specimen spider stamen steer sticker summer superior supper sweater tanker temper terror tether
theater thermometer thunder tier timber tower tractor trailer transfer transformer transmitter trigger
trouser tumor twist under vapor vector veneer ventilator vigor viper wafer waist waiver wallpaper
water weather whether whisper winter wonder wrist
"""
NO_DOER = frozenset(_NO_DOER.split())
"""Words that end likewise and name nobody."""
SPOKEN = frozenset({"REQUEST", "SUPPORT", "ACCUSE", "THREATEN", "PROTEST", "AGREE", "REJECT"})
"""Types whose nouns come from somebody: "praise from the envoy", "an appeal from the union"."""


def noun_row(noun: Token) -> Row | None:
    """The row of a noun, by its compound ("hunger strike") before the noun alone."""
    word, table = lemma(noun), NOUNS["noun"]
    for child in reversed(noun.children):
        if child.i < noun.i and child.dep in BEFORE_NOUN:
            row = table.lookup(f"{child.lower} {word}") or table.lookup(f"{lemma(child)} {word}")
            if row is not None:
                return row
    for child in noun.below("prep", "agent"):
        if (row := table.lookup(f"{word} {child.lower}")) is not None:
            return row
        for inner in child.below("pobj"):
            key = f"{word} {child.lower}"
            people = child.lower == "by" and inner.pos == "NOUN" and _is_people(inner)
            if (row := table.lookup(f"{key} {lemma(inner)}")) is not None:
                return row
            if people and (row := table.lookup(f"{key} people")) is not None:
                return row
    return table.lookup(word) or (table.lookup(noun.lower) if noun.lower != word else None)


def _is_people(noun: Token) -> bool:
    row = NOUNS["noun"].lookup(lemma(noun))
    return row["class"] == "people" if row is not None else doer(noun) is not None


@rule(
    "event.doer-noun",
    means="A noun in -er, -or, -ist or -man names somebody.",
    fires="Rebels captured two [florists].",
    silent="Rebels captured two forests.",
    gives={"type": "COERCE"},
)
def doer(noun: Token) -> Because | None:
    """Why a noun without a row names somebody; None where its ending does not say so."""
    word = lemma(noun)
    if noun.pos != "NOUN" or len(word) < 5 or word in NO_DOER or not word.endswith(DOER):
        return None
    return doer.because(noun.span)


def names_people(noun: Token) -> bool:
    """Whether a common noun names people, by its row or, without one, by its ending."""
    row = noun_row(noun)
    if row is not None:
        return row["class"] in ("people", "forces", "diplomat", "peacekeeper", "media")
    return doer(noun) is not None


TAKING = frozenset({"seize", "capture", "retake", "recapture", "take"})
LIMITING = frozenset({"det", "poss", "amod", "nummod", "appos", "relcl"})
_FIGHTERS = "rebel militant fighter militia guerrilla insurgent separatist jihadist militiaman"
FIGHTERS = frozenset(_FIGHTERS.split())


@rule(
    "event.ground-by-name",
    means="What troops seize by a bare name is ground, where nothing says that it is a person.",
    fires="Orvan forces seized [Hrabivka].",
    silent="Police seized Hrabivka.",
    gives={"type": "ASSAULT", "mode": "territory"},
)
def ground_by_name(thing: Token) -> Because | None:
    """Why a name that the parser takes for no place is one; None where it can be somebody's."""
    verb = thing.head
    if thing.tag != "NNP" or thing.dep != "dobj" or lemma(verb) not in TAKING:
        return None
    alone = lemma(verb) not in ("capture", "take") and not thing.below("compound")  # nobody's full name
    if thing.entity not in ("", "ORG", *(["PERSON"] if alone else [])) or any(
        child.dep in LIMITING for child in thing.children
    ):
        return None
    for noun in verb.below("nsubj"):
        row = noun_row(noun)
        if lemma(noun) in FIGHTERS or (row is not None and row["class"] == "forces"):
            return ground_by_name.because(thing.span)
    return None


Classes = list[tuple[str, tuple[Because, ...]]]


HURT = frozenset({"wounded", "injured", "hurt", "sick", "ill", "dead", "burned", "bleeding"})
IN_CARE = frozenset(
    {"wounded", "injured", "casualty", "patient", "body", "corpse", "remains", "survivor", "dead", "victim"}
)
"""Those who are carried and not led away: what "taken" says of them is no arrest."""


PERSONS = frozenset({"he", "him", "she", "her"})
"""Pronouns that stand for people alone; "it", "they" and "we" stand for armies and firms too."""


def classes(thing: Token) -> Classes:
    """The classes of a noun, each with the reasons; a name's class comes from the parser.

    The word itself comes first, `thing` (a common noun that no row knows) last.
    """
    row = noun_row(thing)
    found = _by_row(thing, row)
    if (named := ground_by_name(thing)) is not None:
        found += [("ground", (named,)), ("place", (named,))]
    if thing.entity in NAMES_OF_PLACES and thing.pos == "PROPN":
        found += [("ground", ()), ("place", ())]
    if thing.lower in PERSONS or thing.entity in NAMES_OF_PEOPLE or (row is None and thing.tag == "NNPS"):
        found.append(("people", ()))
    if thing.pos == "PROPN":
        found.append(("name", ()))
    word = lemma(thing)
    if word not in CLASSES and (row is None or word in row.words or thing.lower in row.words):
        found.insert(0, (word, ()))
    if row is None and thing.pos == "NOUN":
        found.append(("thing", ()))
    if word in IN_CARE or any(child.lower in HURT for child in thing.below("amod")):
        found.insert(0, ("patient", ()))
    return found


def _by_row(thing: Token, row: Row | None) -> Classes:
    """By the noun's row, by what a programme is about ("aid program"), or by its ending."""
    if row is not None:
        why = (row.because(thing.span),)
        return [(row[kind], why) for kind in ("also", "class") if kind in row.fields]
    if lemma(thing) in CARRIERS:
        for child in reversed(thing.children):
            if child.dep == "compound" and (inner := noun_row(child)) is not None:
                return [(inner["class"], (inner.because(child.span),))]
    doing = doer(thing)
    return [] if doing is None else [("people", (doing,))]


def doers_behind(noun: Token) -> list[Token]:
    """Whoever stands behind "by", at the noun or in its phrases: "a bomb planted by", "refusal of it by"."""
    inside = [inner for child in noun.below("prep") if child.lower == "of" for inner in child.below("pobj")]
    planted = [child for child in noun.below("acl") if child.tag == "VBN"]
    for word in (noun, *planted, *inside):
        for child in word.below("prep", "agent"):
            if child.lower == "by":
                return child.below("pobj")
    row = noun_row(noun)
    if row is None or row.get("type") not in SPOKEN:
        return []
    said = [child for child in noun.below("prep") if child.lower == "from"]
    return [inner for child in said for inner in child.below("pobj")]


def loads(thing: Token) -> list[Token]:
    """What a vehicle carries: "lorries carrying flour", "trucks of flour", "trucks with flour"."""
    found = [noun for child in thing.below("prep") if child.lower in ("with", "of")
             for noun in child.below("pobj")]  # fmt: skip
    for child in thing.below("acl", "relcl"):
        if lemma(child) in CARRYING:
            found += child.below("dobj")
            found += [noun for prep in child.below("prep") if prep.lower == "with"
                      for noun in prep.below("pobj")]  # fmt: skip
    return [*found, *thing.below("compound")]


def objects(verb: Token) -> list[tuple[str, Token]]:
    """The nouns that a verb is about, each with its preposition; an object has none."""
    near = [("", child) for child in verb.children if child.dep in OBJECTS or _doing(child)]
    near += [("", noun) for child in verb.below("ccomp") for noun in _small_clause(child)]
    if in_headline(verb):
        near += [("", child) for child in verb.below("nsubj")]
    if not near and verb.dep == "acl" and verb.tag == "VBN":
        near = [("", verb.head)]
    for child in verb.children:
        if child.dep in ("prep", "agent", "dative"):
            near += [(child.lower, noun) for noun in child.below("pobj")]
            for inner in child.below("prep"):
                near += [(f"{child.lower} {inner.lower}", noun) for noun in inner.below("pobj")]
    return [(word, inner) for word, thing in near for inner in (thing, *_inside(thing))]


def _small_clause(child: Token) -> list[Token]:
    """ "Found the colonels guilty": the noun, where the parser makes a clause of noun and adjective."""
    return child.below("nsubj") if child.pos == "ADJ" and not child.below("aux", "cop") else []


def _doing(child: Token) -> bool:
    """ "Stopped shelling": what somebody stops or starts doing."""
    return child.dep == "xcomp" and child.tag == "VBG"


def _inside(thing: Token) -> list[Token]:
    """ "Part of a programme", "a series of raids": what a group consists of."""
    if NOUNS["group"].lookup(lemma(thing)) is None:
        return []
    return [noun for child in thing.children if child.lower == "of" for noun in child.below("pobj")]


CLASSES = frozenset(
    row[kind] for row in NOUNS["noun"].rows for kind in ("class", "also") if kind in row.fields
) | {"thing", "name"}

RULES = (doer.rule, ground_by_name.rule)
