"""A publisher -> whether it is a body that knows for itself, by its name and by what it says of itself.

A medium passes on what others know. A ministry's channel, a relief group's statement, an army's gazette and a
governor's own page are nobody's but theirs: what they say in their own words they say at first hand.
"""

from __future__ import annotations

import re

from firsthand.corroborate.names.bodies import body_of
from firsthand.corroborate.names.described import Described, describe
from firsthand.corroborate.names.publishers import is_medium
from firsthand.corroborate.origins.house import HOUSE_PAPER, of_a_house, of_its_own, reports, says_of_itself
from firsthand.corroborate.origins.statement import issued_by, says_it_of_others, speaks_alone
from firsthand.resources.capitals import cased
from firsthand.schema import Reading, Span

OWN_WORDS = re.compile(
    r"\b(?:this (?:statement|communiqu[eé]|press release) (?:rests|is based|draws|is issued)|"
    r"our (?:own )?(?:team|teams|fighters|hospital|clinic|staff|colleagues|volunteers|local partner|"
    r"partners?|brothers|patients|field (?:team|mission|office)|monitors|units|members|"
    r"registrars?|registers?|researchers|records|check|count|analysts?|analysis|imagery|satellites?|pass|sensors?|stations|network|"
    r"inspectors|observers|officers|surveyors|delegates|midwives|nurses|doctors|wards?|crews)|this office|"
    r"the brothers|our assessment)\b",
    re.IGNORECASE,
)
"""What a body says of itself in its own publication."""
OWN_WORKS = re.compile(
    r"\bour (?:own )?(?:observer|trucks?|lorry|lorries|warehouses?|ambulances?|pupils|rangers|wardens|"
    r"classrooms?|pumps?|turbines?|substations?)\b",
    re.IGNORECASE,
)
"""What only those run who are no medium: "our trucks", "our observer"."""
ENEMY = re.compile(
    r"\b(?:the enemy|enemy\s+\w+|martyrs?|the aggressors?|the occupiers?|our heroes|our troops|our forces)\b",
    re.IGNORECASE,
)
"""What the organ of a side says of the other in its own words."""
MOUTH_OF = re.compile(
    r"(?:\s+(?:press\s+(?:service|centre|center|office)|media\s+office))?"
    r"(?:,\s*(?:\w+\s+){0,2}?(?:channel|communiqu\S*|website|press\s+(?:service|bureau|office|centre|center|release)|"
    r"telegram|statement|briefing|report|page|account|bulletin|notice|newsletter|command|headquarters)"
    r"|\s+\((?:[\w-]+\s+){0,2}?(?:communiqu\S*|press\s+release|statement|notice|letter)\)"
    r"|\s+(?:press\s+(?:service|office|desk|cent(?:re|er)|bureau|department)|(?:telegram\s+)?channel))$",
    re.IGNORECASE,
)
"""What marks a publisher's name as the mouth of a body: ", channel", ", communique", "press service"."""


PRESS_OFFICE = cased(r"\s(?:press\s+(?:office|desk|service|room)|(?i:press\s+office|newsroom))$")
"""The press office of whoever stands before it; an agency writes itself great ("Almar Press Service")."""
BRACKETED = re.compile(r"\s*\([^()]*\)$")
"""What stands in brackets behind a publisher's name: "(channel)", "(post)", "(rights group)"."""
ORGAN = cased(
    r"(?:(?P<whose>(?:[A-Z][\w’'-]+\s+){1,2})(?P<what>Defen[cs]e|Army|Navy|Military|Police)\s+(?:Gazette|[Bb]ulletin|[Cc]hannel)"
    r"|(?P<land>(?:[A-Z][\w’'-]+\s+){0,2})(?P<state>Government|State|Official|Royal|Presidential)\s+Gazette)$"
)
OF_ORGAN = {
    "navy": "navy",
    "police": "police",
    "government": "government",
    "state": "government",
    "official": "government",
    "royal": "royal palace",
    "presidential": "presidency",
}
"""Whose gazette it is: the paper in which a body publishes its own findings."""
OWN_CHANNEL = cased(
    r"(?P<who>(?:General|Colonel|Major|Admiral|Captain|Commander|Governor|Mayor|President|Minister|Senator|Deputy|Bishop|Gen\.|Col\.)"
    r"\s+(?:[A-Z][\w-]+\s+)?[A-Z][\w-]+)[’']s\s+(?:(?:[Tt]elegram|video|[Vv]ideo)\s+)?(?:[Cc]hannel|[Pp]age|[Ff]eed|[Bb]log)$"
)
"""One person's own channel: "Governor Hadle's channel"."""
A_CHANNEL = cased(r"\s(?:telegram\s)?channel$")
"""A channel that is written small is that of whoever stands before it; a station writes its name great."""
IMAGING = re.compile(r"\b(?:Imaging|Imagery|Satellites?|Geospatial|Earth\s+Observation)\b")
"""Words in the name of a firm that takes pictures from above: what it says, its pictures show."""
BODY_NAMED = re.compile(
    r"\b(?:Office|Centre|Center|Lab|Laboratory|Authority|Commission|Committee|Directorate|Observatory|Association|"
    r"Foundation|Mission|Movement|Front|Command|Corps|Fleet|Council|Collective|Alliance|Coalition|Federation|League|"
    r"Cooperative|Secretariat|Ministry|Congress|Colecti(?:vo|va)|Coletivo|Collectif|Kollektiv|Collettivo|Comit[éeêà]|Comitato|"
    r"Komitee?t?|Asociación|Associação|Associazione|Coordinadora|Coordenação|Sindicato|Syndicat|Gewerkschaft|Verein|Verband|"
    r"Vereinigung|Fundación|Fundação|Fondation|Fondazione|Stiftung|Movimiento|Movimento|Mouvement|Frente|Federación|"
    r"Fédération|Federazione|Ligue|Cooperativa|Coopérative|Consejo|Conseil|Conselho|Observatorio|Observatoire|Ministerio|"
    r"Ministère|Ministério|Préfecture|Prefectura|Alcaldía|Ayuntamiento|Mairie|Abogados|Avocats|Advogados|Madres|Mères|"
    r"Board|Inspectorate|(?<!Press )(?<!News )Bureau|Survey|Headquarters|Institute|Institut|Instituto|Museum|"
    r"(?:General|Naval|Army|Air|Joint)\s+Staff|University|College|Academy|Bank|Magistrate|Prosecutor|Ombudsman|Registry|Management|Club|Union|Guild|Society|Party|Bloc|"
    r"Infirmary|Brigade|Battalion|Regiment|Squadron|Group|"
    r"(?:Weather|Warning|Seismic|Geological|Meteorological|Forest\w*|Veterinary|Customs|Intelligence|Park)\s+Service)\b"
    r"|^(?:Port|Bank|Museum|Court|Diocese|Parish)\s+of\s",
    re.IGNORECASE,
)
"""Words in a publisher's name that no medium calls itself by."""
COMPANY = cased(
    r"\s(?:Hydro|Power|Energy|Oil|Gas|Petroleum|Mining|Mines|Steel|Cement|Chemicals?|Chemie|Textiles|Foods|Airlines?|"
    r"Airways|Air|Aviation|Railways?|Rail|Trains|Ferries|Shipping|Logistics|Waterworks|Insurance|Assurance|Pharma|"
    r"Motors|Ltd|Limited|Inc|PLC|GmbH|AG|SA|FC|United|Rovers|Athletic)\.?$"
)
"""How the name of a company, or of a club, ends."""


def own_voice(reading: Reading, usual: frozenset[str]) -> Described | None:
    """The publisher as a body that knows; null where it is a medium or nobody says who publishes."""
    name = reading.document.publisher
    if not name:
        return None
    mouth = MOUTH_OF.search(name)
    body = body_of(name)
    knows = body is not None or any(each.search(name) for each in (BODY_NAMED, COMPANY, PRESS_OFFICE))
    bare = BRACKETED.sub("", MOUTH_OF.sub("", name))
    medium = is_medium(bare if knows or A_CHANNEL.search(name) else name)
    of_itself = _speaks_of_itself(reading, OWN_WORDS)
    if not (of_itself or is_medium(bare)):
        of_itself = _speaks_of_itself(reading, OWN_WORKS)
    if body is not None and body.side == "party":
        of_itself = of_itself or _speaks_of_itself(reading, ENEMY)
    if (by_its_form := _by_its_form(reading, name, usual)) is not None:
        return by_its_form
    if not medium and IMAGING.search(name):
        return describe(reading.document.id, name, f"satellite imagery of {name}", "footage", usual, None)
    if of_itself or (knows and not medium) or (mouth and ("," in mouth.group() or not medium)):
        return describe(reading.document.id, bare.strip(), bare.strip(), "organisation", usual, None)
    return None if medium else _house(reading, name, bare, usual)


def _by_its_form(reading: Reading, name: str, usual: frozenset[str]) -> Described | None:
    """A gazette, a person's own channel, a statement read out or printed whole."""
    if organ := ORGAN.match(name):
        whose, what = organ.group("whose") or organ.group("land"), organ.group("what") or organ.group("state")
        shown = f"{whose or ''} {OF_ORGAN.get(what.lower(), 'army')}".strip()
        return describe(reading.document.id, name, shown, "organisation", usual, None)
    if channel := OWN_CHANNEL.match(name):
        return describe(
            reading.document.id, channel.group("who"), channel.group("who"), "person", usual, None
        )
    if issued := issued_by(reading):
        who, at = issued
        return describe(reading.document.id, who, who, "organisation", usual, at)
    return None


def _house(reading: Reading, name: str, bare: str, usual: frozenset[str]) -> Described | None:
    """A publisher under a name that no list knows, which tells of its own people and deeds."""
    title = reading.document.title
    of_itself = any(_speaks_of_itself(reading, each) for each in says_of_itself(name, title))
    if of_itself or of_a_house(name, title) or (not reports(name) and _alone_of_itself(reading)):
        shown = HOUSE_PAPER.sub("", bare).strip() or name
        return describe(reading.document.id, shown, shown, "organisation", usual, None)
    return None


def _alone_of_itself(reading: Reading) -> bool:
    """Whether nobody else speaks in a document that says "we", and "we" are not those who heard it."""
    text, title = reading.document.text, reading.document.title or ""
    ours = of_its_own(text) or of_its_own(title)
    return ours and not says_it_of_others(text) and speaks_alone(reading)


def _speaks_of_itself(reading: Reading, own_words: re.Pattern[str]) -> bool:
    """Whether the text outside all quotations and attributions says "our team", or "the enemy"."""
    text = reading.document.text
    said = [span for each in reading.attributions for span in (*each.content, *each.cue)]
    quoted = [Span(*m.span()) for m in re.finditer(r"[\"“][^\"“”]*[\"”]", text)]
    for match in own_words.finditer(text):
        here = Span(*match.span())
        ours = all(not here.overlaps(span) for span in quoted)
        source = any(here.overlaps(span) for each in reading.attributions for span in each.source)
        if ours and (source or not any(here.overlaps(span) for span in said)):
            return True
    return False
