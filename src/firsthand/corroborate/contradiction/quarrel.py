"""Two tellings -> the well-known quarrel of which each takes a side, whatever words it uses.

Some quarrels come with every war, riot and loss: whether those who fired aimed at people or at the sky,
whether they had been told, whether a ransom was paid, whether it was laid from inside or fired from outside.
The two sides share few words, so that what is known beforehand is the quarrel with the words of either side;
that both are of one happening is judged elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

Field = Literal["polarity", "agent", "weapon", "victim", "place"]


class Quarrel(NamedTuple):
    """A quarrel by the words of its two sides, and how sure a network must be of it."""

    name: str
    field: Field
    least: float
    one: re.Pattern[str]
    other: re.Pattern[str]
    """Words of this side hold even where words of the first stand beside them ("no ransom was paid")."""


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


_NONE = r"\b(?:no|not|never|nobody|none|nothing|neither|without|at\ no\ time)\b|n['’]t\b"
_SHOT = (
    r"(?:fir(?:e|ed|ing)|sho(?:t|ot|ots|oting)|open(?:ed|ing|s)?\ (?:up|fire)|aim(?:ed|ing|s)?|"
    r"discharg\w+|level+ed)"
)
_PEOPLE = (
    r"(?:crowds?|people|protest[eo]rs|demonstrators|marchers|prisoners|inmates|convicts|us|women|children|"
    r"civilians|strikers|mourners|students|pupils|villagers|miners|workers|worshippers|passengers|refugees|"
    r"migrants|families|fans|backs?|chests?|heads?|legs|yard|square|unarmed)"
)

FIRED_AT = Quarrel(
    "fired at people",
    "polarity",
    0.3,
    _words(
        rf"\b{_SHOT}\b[^.;]{{0,60}}\b(?:at|into|on|among)\s+(?:the\s+|our\s+|their\s+|"
        rf"a\s+)?(?:\w+\s+){{0,3}}?{_PEOPLE}\b"
        r"|\bat\ (?:chest|head|waist|breast)\ (?:height|level)\b"
        r"|\b(?:live|real)\ (?:rounds|ammunition|bullets|fire)\b"
    ),
    _words(
        rf"\b(?:in|into|at|to|towards?)\ the\ (?:air|sky)\b|\b(?:over|above)\ (?:the|their|our|"
        rf"people['’]s)\ heads\b"
        r"|\bwarning\ shots?\b|\bheld\ (?:their|its|our)\ fire\b"
        rf"|(?:{_NONE})[^.;]{{0,40}}\b(?:fir(?:e|ed|ing)|sho(?:t|ts|ot)|rounds?|bullets?|used|armed|"
        r"live\ ammunition|firearms)\b"
        r"|\b(?:only|merely|solely)\b[^.;]{0,20}\b(?:rubber|blanks?|batons?|shields|tear\ gas|"
        r"water\ cannon)\b"
    ),
)

_SLIP = (
    r"(?:routes?|coordinates|co-ordinates|timetables?|schedules?|locations?|positions?|plans?|lists?|"
    r"itinerar(?:y|ies)|maps?|movements?|notice|notification|warnings?|permits?)"
)
TOLD = Quarrel(
    "had been told",
    "polarity",
    0.5,
    _words(
        rf"\b{_SLIP}\b[^.;]{{0,40}}\b(?:was|were|been|is|are)\s+(?:\w+\s+)?(?:handed|sent|given|passed|"
        rf"submitted|shared|"
        r"transmitted|communicated|delivered|supplied|forwarded|filed|known|agreed|cleared)\b"
        r"|\b(?:handed|sent|given|gave|passed|submitted|shared|transmitted|supplied|forwarded|provided|"
        r"had|knew|"
        rf"has|received)\b[^.;]{{0,40}}\b{_SLIP}\b"
        r"|\b(?:was|were|been)\s+(?:\w+\s+)?(?:informed|notified|told|warned|alerted|aware)\b"
        r"|\b(?:informed|notified|warned|alerted)\s+(?:the|all|both|their|its)\b"
        r"|\bknew\s+(?:that|of|about|where|exactly|everything|full|perfectly|very)\b|"
        r"\bon\ the\b[^.;]{0,30}\bdesks?\b"
    ),
    _words(
        rf"(?:{_NONE})[^.;]{{0,45}}\b(?:informed|notified|notice|notification|messages?|warnings?|warned|"
        rf"told|aware|"
        r"co-?ordinates|word|alerted|communication|knowledge)\b"
        r"|\bknew\ nothing\b|\bunaware\b|\b(?:first|only)\ (?:heard|learned|learnt)\b"
    ),
)

_MONEY = (
    r"(?:ransom|coins?|cents?|penny|pennies|pence|payments?|paid|money|dollars?|dimes?|dinars?|francs?|cash)"
)
RANSOM = Quarrel(
    "ransom",
    "polarity",
    0.2,
    _words(
        r"\bransom\b[^.;]{0,40}\b(?:paid|handed|delivered|changed\ hands|received|collected)\b"
        r"|\b(?:paid|paying|pay|handed\ over)\b[^.;]{0,30}\bransom\b"
        r"|\b(?:kidnappers|captors|abductors|gunmen|bandits|hijackers|pirates|hostage-takers)\s+(?:got|"
        r"received|"
        r"were\ (?:paid|given)|collected|took)\s+(?:their|the|what|a|\w+\ million)?\b[^.;]{0,25}\b"
        r"(?:money|ransom|asked|paid|price|cash|wanted|million)\b"
        r"|\b(?:bought|paid\ for)\s+(?:their|his|her)\s+(?:freedom|release|lives)\b"
        r"|\bpaid\b[^.;]{0,40}\bfor\ (?:their|his|her|the)\b[^.;]{0,20}\b(?:release|freedom|return)\b"
        r"|\bmoney\ (?:had\ )?changed\ hands\b"
    ),
    _words(rf"(?:{_NONE})[^.;]{{0,30}}\b{_MONEY}\b|\bunconditional\w*|\bfree\ of\ charge\b"),
)

LAID = Quarrel(
    "laid inside or fired",
    "weapon",
    0.4,
    _words(
        r"\b(?:explosives?|charges?|bombs?|dynamite|device)\b[^.;]{0,40}\b(?:placed|planted|laid|set|put|"
        r"attached|"
        r"hidden|inside|within|beneath|under)\b"
        r"|\b(?:placed|planted|laid|set|put|attached|hid)\b[^.;]{0,25}\b(?:explosives?|charges?|bombs?|"
        r"dynamite|device)\b"
        r"|\bfrom\ (?:within|inside)\b|\binside\ job\b"
    ),
    _words(
        r"\b(?:shell(?:s|ed|ing|fire)?|artillery|missiles?|rockets?|mortars?|howitzers?|air[ ]?strikes?|"
        r"air\ raids?|drones?|torpedo\w*|war\ ?planes?)\b"
    ),
)

GAS = Quarrel(
    "leaked or dropped",
    "weapon",
    0.4,
    _words(
        r"\b(?:leak\w*|mishandl\w+|spill\w*|spilt|escap(?:ed|ing)\ from|seep\w*|stored|storage|workshops?|"
        r"own\ (?:stores?|stocks?|depot|laborator\w+|lab|warehouse|barrels)|accident\w*)\b"
    ),
    _words(
        r"\b(?:dropp\w+|let\ fall|fell\ from|came\ down|rained|fired|launched|released|threw|shell(?:s|"
        r"ed|ing)?|"
        r"air[ ]?strikes?|bomb(?:s|ed|ing)?)\b"
    ),
)
POISON = _words(
    r"\b(?:chlorine|gas|poison\w*|sarin|toxic|chemicals?|substances?|barrels?|cylinders?|canisters?|fumes|"
    r"ammonia|nerve\ agent)\b"
)
"""What leaks or is dropped, and makes ill."""

_ARMED = (
    r"(?:fighters|militants|terrorists|militiamen|militia|gunmen|combatants|insurgents|rebels|bandits|"
    r"mercenaries|soldiers|commanders|armed\ men)"
)
_UNARMED = (
    r"(?:civilians|farmers|villagers|guests|pupils|schoolchildren|patients|children|worshippers|passengers|"
    r"shoppers|herders|herdsmen|fishermen|medics|women|labourers|miners|unarmed|bystanders|mourners)"
)
_DEAD = r"(?:victims?|dead|killed|slain|casualties|those|they|men)"
VICTIMS = Quarrel(
    "who the dead were",
    "victim",
    0.5,
    _words(
        rf"\b{_DEAD}\b[^.;]{{0,30}}\b(?:were|was|are|is|as|being)\s+(?:\w+[\s-]+){{0,4}}?{_ARMED}\b"
        rf"|\b(?:eliminated|neutrali[sz]ed|liquidated|killed|destroyed)\s+(?:\w+\s+){{0,3}}?{_ARMED}\b"
        r"|\bmembers?\ of\ (?:\w+[\s-]){0,4}?(?:militia|gang|cell|brigade|unit|group|movement)\b"
    ),
    _words(
        rf"\b{_DEAD}\b[^.;]{{0,30}}\b(?:were|was|are|is|as|being)\s+(?:\w+[\s-]+){{0,4}}?{_UNARMED}\b"
        r"|\b(?:no|nobody|none|no\ one|not\ one|never)\b[^.;]{0,40}\b(?:carried|had|held|owned|touched|"
        r"bore|was\ carrying)\b"
        r"[^.;]{0,20}\b(?:arms?|weapons?|guns?|rifles?)\b"
        rf"|\b(?:none|not\ one|no\ one|nobody)\ (?:of|among)\ (?:them|those|the\ (?:dead|victims|killed))\b"
        rf"[^.;]{{0,30}}\b(?:{_ARMED}|fighter|soldier|militant)\b"
    ),
)

TARGET = Quarrel(
    "what was hit",
    "place",
    0.5,
    _words(
        r"\b(?:hit|struck|strike|hits|destroyed|fell\ on|landed\ on|attack\ on|targeted|bombed|shelled|"
        r"used)\b[^.;]{0,50}\b"
        r"(?:schools?|hospitals?|clinics?|markets?|mosques?|church(?:es)?|homes?|houses?|kindergartens?|"
        r"shelters?|weddings?|funerals?|residential|apartments?|bakery|dormitor(?:y|ies))\b"
    ),
    _words(
        r"\b(?:hit|struck|strike|hits|destroyed|fell\ on|landed\ on|attack\ on|targeted|bombed|"
        r"shelled)\b[^.;]{0,50}\b"
        r"(?:(?:ammunition|arms|munitions?|weapons?)\ (?:depots?|stores?|dumps?|warehouses?|cache)|"
        r"command\ (?:posts?|cent(?:re|er)s?)|barracks|(?:military|legitimate)\ (?:targets?|objects?|"
        r"facilit\w+|base)|"
        r"headquarters|training\ camps?|launch(?:ing)?\ (?:sites?|pads?))\b"
    ),
)

QUARRELS = (FIRED_AT, TOLD, RANSOM, LAID, GAS, VICTIMS, TARGET)


@lru_cache(maxsize=20_000)
def sides_taken(piece: str) -> frozenset[tuple[str, bool]]:
    """The quarrels of which some words take a side: their names, with whether it is the first side."""
    found = set()
    for each in QUARRELS:
        if each.other.search(piece):
            found.add((each.name, False))
            if each.field in ("polarity", "victim"):
                continue
        if each.one.search(piece):
            found.add((each.name, True))
    return frozenset(found)


def quarrels(a: str, b: str) -> Iterator[Quarrel]:
    """The quarrels of which two pieces take the two sides, none of them both."""
    first, second = sides_taken(a), sides_taken(b)
    for each in QUARRELS if first or second else ():
        taken = [{side for name, side in sides if name == each.name} for sides in (first, second)]
        if taken[0] | taken[1] == {True, False} and not taken[0] & taken[1]:
            if each is GAS and not (POISON.search(a) and POISON.search(b)):
                continue
            yield each
