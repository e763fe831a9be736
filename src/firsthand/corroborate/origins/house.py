"""A publisher that no list of bodies knows, recognised as a house by what it says of itself.

A monastery, an ambulance service, a burial guild, a mine's works council publish under names that no word
list holds. Their papers show it: the headline says what sort of paper it is ("Communiqué", "Notice to
customers", "Day 88"), or the paper speaks of its own people and of what they did ("two of our medics",
"our washers were called", "we laid the charge"). A newsroom that says "we" asks, hears and publishes.
"""

from __future__ import annotations

import re

from firsthand.corroborate.origins.statement import QUOTED
from firsthand.resources.capitals import cased

PAPER = re.compile(
    r"(?:urgent\s+|public\s+|official\s+|joint\s+|press\s+|emergency\s+|first\s+|second\s+|third\s+)?(?:"
    r"statement|communiqu[eé]|notice|appeal|alert|circular|declaration|proclamation|press\s+release|"
    r"for\s+immediate\s+release|reply\s+to\s+quer(?:y|ies)"
    r"|(?:daily|weekly|nightly|morning|evening|accident|incident|operational|operations|flash|field|situation|shift|"
    r"service|duty|progress|casualty|damage)\s+(?:report|update|log|note|notice|bulletin|summary|register|return)"
    r"|summary\s+(?:for|of)\s+the\s+(?:day|night|week)|occurrence|bulletin|shift\s+log|log\s*book|day\s+(?=\d))"
    r"(?:\s+(?:to|for|of)\s+(?:(?:all|our|the)\s+)?[\w’']+(?:\s+and\s+[\w’']+)?)?"
    r"(?:\s*,?\s*(?:no\.?\s*|nr\.?\s*|#\s*)?[\dIVX]+(?:[/.-]\d+)*)?\W*$"
    r"|(?:to|a\s+word\s+to|a\s+letter\s+to|message\s+to)\s+(?:all\s+)?our\s+(?:subscribers|members|customers|"
    r"passengers|parishioners|friends|patients|shareholders|suppliers|donors|guests|families|supporters|neighbours)\W*$",
    re.IGNORECASE,
)
"""A headline that only says what sort of paper a house gives out: "Communiqué", "Accident report 04/31"."""
HOUSE_PAPER = re.compile(
    r"(?:,\s+(?:(?:the|a)\s+)?|\s+)(?:(?:[a-z][\w’'-]*\s+){0,2}(?:log|logbook|log\s+book|register|ledger|duty\s+book)|"
    r"letter\s+to\s+(?:the\s+)?\w+|(?:customer|passenger|staff|member|service)s?[’']?\s+(?:message|messages|notice|update|circular)|"
    r"(?:flash|casualty|incident|safety|field|situation)\s+(?:note|notice|notes|report|update)|"
    r"notice\s*board|message\s+to\s+(?:\w+\s+)?\w+)$"
)
"""What stands behind a house's name for its own paper: "Médecins du Delta, field log"."""
HOUSE = cased(
    r"\b(?:SA|S\.A\.|Ltd|Limited|GmbH|plc|PLC|Inc|LLC|BV|NV|SpA|SARL|Utility|Utilities|Railways?|Waterworks|Guild|Eparchy|Diocese|"
    r"Archdiocese|Monastery|Abbey|Priory|Convent|Brotherhood|Sisterhood|Congregation|Lifeboats?|Ambulances?|"
    r"Coordination\s+Cell|Refinery|Shipping\s+Line|Airways|Airlines)\b|\s(?:command|staff|high\s+command|headquarters)$"
)
"""Words in a name that only those call themselves by who do the thing, not those who report it."""
NEWSROOM = (
    r"reporters?|correspondents?|journalists?|editors?|editorial|colleagues?|newsroom|readers?|listeners?|viewers?|"
    r"subscribers?|sources?|photographers?|cameram[ae]n|producers?|presenters?|audience|audiences|pages?|columns?|"
    r"columnists?|website|site|paper|newspaper|story|stories|report|reports|reporting|coverage|interview|interviews|"
    r"investigation|investigations|verification|visual|fact-?checkers?|desk|bureau|questions?|requests?|calls?|"
    r"own|activities|operations|programmes?|projects?|attention|eyes|view|opinion|times?|day|lives|life|history|world|planet|country|nation|republic|homeland|"
    r"motherland|fatherland|land|city|town|village|region|province|district|valley|island|street|soil|sea|sky|"
    r"people|army|navy|soldiers?|troops|forces|boys|lads|sons|guns|fleet|guards?|government|president|ministers?|"
    r"parliament|police|side|children|neighbours?|enemy|hearts?|prayers?|thoughts|minds?|common|great|dear|beloved"
)
"""What a newsroom, or anyone who loves his country, calls "our": it tells no house from a paper."""
OF_ITS_OWN = re.compile(rf"\b(?:we|us|ours|our\s+(?:own\s+)?(?!(?:{NEWSROOM})\b)[a-z-]+)\b", re.IGNORECASE)
"""How one speaks of oneself, or of one's own: "we", "our delegate"; not of "our soldiers"."""
OUR_PEOPLE_DID = re.compile(
    rf"\b(?:(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|some|several|all|most|both|none|"
    rf"many|half)\s+of\s+our\s+(?!(?:{NEWSROOM})\b)(?:[\w-]+\s+)?[a-z]+s\b"
    rf"|(?:(?<=[.!?:;]\s)|(?<=\n)|^)Our\s+(?!(?:{NEWSROOM})\b)(?:[a-z-]+\s+)?[a-z]+s?\s+(?:(?:who|that|from|at|in|on)\s[^.,;]{{1,40}}\s)?"
    rf"(?:have\s+|has\s+|had\s+)?(?:been\s+|were\s+|was\s+)?(?:called|sent|hit|struck|damaged|destroyed|reached|pulled|"
    rf"carried|brought|took|taken|found|recovered|treated|counted|washed|buried|logged|recorded|killed|wounded|injured|evacuated|inspected|visited|"
    rf"registered|monitored|observed|documented|surveyed|rescued|saved|examined|measured|sampled|stopped|closed|lost|shot|fired\s+on|shelled|attended|admitted|kept|held|"
    rf"detained|arrested|searched|repaired|cut|dragged|lifted|loaded|received|went\s+out|put\s+out|turned\s+out)\b)",
)
"""A house of its own people and things: "two of our medics", "Our washers were called"."""
WE_DID = re.compile(
    r"(?:(?<=[.!?:;]\s)|(?<=\n)|^)(?:(?:This|Last|On|At|By|In|Yesterday|Today|Tonight)\b[^.!?,\n]{0,40},?\s+)?[Ww]e\s+(?:have\s+|had\s+)?(?:"
    r"placed|laid|planted|set\s+fire|struck|executed|captured|seized|destroyed|blew\s+up|ambushed|shot\s+down|claim\s+responsibility|"
    r"admitted|treated|operated\s+on|buried|washed|rescued|pulled|evacuated|transferred|took\s+in|lost\s+(?:two|three|four|five|six|"
    r"seven|eight|nine|ten|\d+|our|a\s+colleague)|stopped\s+(?:production|work)|closed\s+the|shut\s+(?:down|off)|towed|salvaged|"
    r"defused|cleared|suspended)\b"
)
"""What "we" did that no newsroom does: "We placed the charge", "We buried nine on Sunday"."""


REPORTS = cased(
    r"\b(?:FM|AM|[Pp]odcast|[Bb]log|Dispatch|Despatch|[Dd]igest|Evening|Morning|Comet|Ledger|Tablet|Blatt|\w+blatt|"
    r"Soir|Hoje|Newswire|Sentinel|Truth|Lens|Frame|[Ff]act.?[Cc]heck|[Dd]iary|[Mm]agazine|Page|Paper|Tribuna|"
    r"[Cc]landestine|[Ff]orum|[Tt]hread|quarterly|translated)\b"
)
"""Words in a name that those call themselves by who tell of others."""


def of_its_own(text: str) -> bool:
    """Whether a text speaks of those who wrote it outside quotation marks."""
    return OF_ITS_OWN.search(QUOTED.sub("", text)) is not None


def reports(name: str) -> bool:
    """Whether a publisher calls itself by what those do who tell of others."""
    return REPORTS.search(name) is not None


def of_a_house(name: str, title: str | None) -> bool:
    """Whether a publisher's name or its headline is that of a house's own paper."""
    if reports(name):
        return False
    return any(
        found is not None
        for found in (PAPER.match((title or "").strip()), HOUSE_PAPER.search(name), HOUSE.search(name))
    )


def says_of_itself(name: str, title: str | None) -> tuple[re.Pattern[str], ...]:
    """What to look for outside the quotations of a publisher of this name; nothing for a medium."""
    if reports(name):
        return ()
    if OF_THEIR_OWN.search(title or ""):
        return (FIRST,)
    return (OUR_PEOPLE_DID, WE_DID)


OF_THEIR_OWN = re.compile(
    r"^We\s+(?:have\s+lost|lost|mourn|are\s+closing|regret|apologi[sz]e|did\s+it)\b", re.IGNORECASE
)
"""A headline in which a house speaks of its own: "We have lost a colleague"."""
FIRST = re.compile(r"\w+")
