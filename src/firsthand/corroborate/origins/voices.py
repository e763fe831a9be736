"""The voices of one document, each as the document itself describes it: names, roles, whose spokesman.

A document names a voice once in full and then by a pronoun, a role or a surname; here each is put back.
"""

from __future__ import annotations

import re
from itertools import islice

import msgspec

from firsthand.corroborate.names.bodies import body_of, words
from firsthand.corroborate.names.described import HEAD_ENDS, OWNED, SAW, Described, describe, roles_of
from firsthand.corroborate.names.publishers import is_medium, names_publisher
from firsthand.corroborate.names.spelled import plain, same_person
from firsthand.corroborate.origins.by_calling import heard_elsewhere
from firsthand.corroborate.origins.called import gave_name, partner_named
from firsthand.corroborate.origins.doctors import named_doctor
from firsthand.corroborate.origins.handed import handed
from firsthand.resources.capitals import cased
from firsthand.schema import Attribution, Document, SourceKind, Span

TOLD = cased(
    r"\b(?:told|tells|tell|telling|to)\s+(us|me|our\s+\w+|(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)"
)
SPOKE = re.compile(r"\b(?:reached by (?:tele)?phone|in an interview|interviewed by|speaking to us)\b")
APPOSITION = re.compile(
    r"\s*,\s+((?:an?|the|its|his|her|their)\s+[^,.;()\n]{3,80}|[^,.;()\n]{3,60}?)\s*[,.;]"
)
REPORT_BY = cased(
    r"(?:an?\s+|the\s+)?(?:\w+\s+)?(?:reports?|articles?|story|interview|broadcast|investigation|documentary)\s+"
    r"(?:by|from|(?:in|on|of|with)(?=\s+(?:the\s+)?(?-i:[A-Z])))\s+(?P<who>(?:the\s+)?[A-Z].*)$",
    re.IGNORECASE | re.DOTALL,
)
HELD_BY = re.compile(
    r"(?:the\s+|some\s+|initial\s+|preliminary\s+)*(?:information|data|details|findings|evidence|figures|facts)\s+"
    r"(?:(?:now|currently)\s+)?(?:available\s+to|at\s+the\s+disposal\s+of|in\s+the\s+possession\s+of|received\s+by|held\s+by|"
    r"gathered\s+by|collected\s+by|provided\s+by|supplied\s+by|released\s+by)\s+(?P<who>.+)$",
    re.IGNORECASE | re.DOTALL,
)
"""What a voice has is that voice's: "according to the information available to the ministry"."""
RANK = cased(
    r"\b(?:Brigadier|General|Colonel|Lieutenant|Major|Admiral|Brig\.|Gen\.|Col\.|Lt\.|Maj\.|Adm\.)"
    r"(?:\s+[A-Z][\w’'.-]+){0,2}\s+$"
)
"""A rank right before a name: its holder speaks for the army, where nothing says for the police."""
POLICE_RANK = cased(
    r"(?<![\w’'-])(?:(?:Chief|Detective|Police)\s+)*(?:Inspector|Superintendent|Constable)"
    r"(?:\s+[A-Z][\w’'.-]+){0,2}\s+$"
)
"""A rank that the police have."""
NAMED_AFTER = cased(r"\s*,\s+((?:[A-Z][\w’'-]+)(?:\s+(?:of|the|for|without|[A-Z][\w’'-]+))*)\s*,")
CLIP_HEAD = re.compile(
    r"\b(?:photo(?:graph)?s?|video|footage|clip|imagery|satellite|recording)\b", re.IGNORECASE
)
HEADS = re.compile(r"^who\s+(?:heads|leads|runs|commands|chairs|directs)\s+")


class Told:
    """The voices that a document has named so far, by name and by surname."""

    def __init__(self) -> None:
        self.first: dict[str, Described] = {}
        self._people: dict[str, list[Described]] = {}

    def take(self, voice: Described) -> None:
        """Remember a voice under its name, the first description of it."""
        if voice.given:
            self.first.setdefault(voice.phrase, voice)
        if self.first.setdefault(voice.name, voice) is voice and voice.person:
            self._people.setdefault(plain(voice.person[-1]), []).append(voice)

    def person(self, parts: tuple[str, ...]) -> Described | None:
        """The last person named whose name can be this one."""
        among = reversed(self._people.get(plain(parts[-1]), []))
        return next((one for one in among if same_person(one.person, parts)), None)


def taken_up(each: Attribution, told: Told, before: Described | None) -> Described | None:
    """The voice that a pronoun or a shorter mention takes up, as it was described at first."""
    first = told.first.get(each.source_name or "")
    if first is None and (each.source_name or "").lower() in TAKES_UP:
        first = before
    return msgspec.structs.replace(first, anchor=each.source[0]) if first is not None else None


OWN_ACCOUNT = re.compile(r"\b(?:I|[Ww]e)\s+(?:am|are|was|were|have|had|write|sit|stand)\b")
"""Words of an account in the first person that stand where its author is named: no part of who he is."""
TAKES_UP = frozenset({"it", "he", "she", "him", "her"})
"""Pronouns that the reading leaves open: here they are the voice right before."""


def described(each: Attribution, document: Document, usual: frozenset[str]) -> Described:
    """The voice of an attribution by its words, the name put after them, and its role elsewhere."""
    text, first, last = document.text, each.source[0], each.source[-1]
    phrase = " ".join(span.words(text) for span in each.source)
    beside = NAMED_AFTER.match(text, last.end)
    name = each.source_name or phrase
    if beside and not cased(r"[A-Z]").search(phrase[1:]):
        phrase, name = f"{phrase}, {beside.group(1)}", beside.group(1)
    if phrase.casefold() in TAKES_UP or OWN_ACCOUNT.search(phrase):
        phrase = name
    phrase, name, kind = handed(each, phrase, name, text)
    if first_named := one_of_two(phrase):
        phrase = name = first_named
    if held := partner_named(phrase) or ((by := HELD_BY.match(phrase)) and by.group("who")):
        phrase = name = held
        kind = "organisation" if kind in ("unnamed", "document") else kind
    if report := REPORT_BY.match(phrase):
        phrase = name = report.group("who")
        kind = "outlet" if is_medium(name) else "organisation"
    if kind == "footage" and phrase.casefold().endswith(("drone", "drones")):
        kind = "unnamed"  # it flew, and showed nothing
    if kind == "unnamed" and CLIP_HEAD.search(HEAD_ENDS.split(phrase)[0]):
        kind = "footage"
    phrase = _fuller(phrase, kind, Span(first.start, last.end), text)
    opens = (
        re.search(r"[.!?:\n][\"”’']?\s*[\"“]?$|^$", text[max(0, first.start - 4) : first.start]) is not None
    )
    if kind == "person":
        kind = _kind_of_name(name, phrase, text)
    voice = describe(document.id, name, phrase, kind, usual, first, opens=opens)
    if voice.person and voice.body is None and not voice.mouth:
        voice = _by_role(voice, document, usual)
    around = text[last.end : last.end + 120].split("\n")[0]
    party = each.party_to_conflict is True and voice.body is None
    voice = gave_name(voice, last.end, text)
    return msgspec.structs.replace(
        voice,
        contact=_contact(around, document),
        side="party" if party else voice.side,
        elsewhere=not voice.person and heard_elsewhere(last.end, text),
    )


STILL = re.compile(r"\b(?:images?|pictures?|photo(?:graph)?s?)\b", re.IGNORECASE)
FROM_ABOVE = re.compile(r"\b(?:satellites?|from (?:space|orbit))\b", re.IGNORECASE)
FROM_THE_GROUND = re.compile(
    r"\b(?:phone|resident|villager|witness|neighbou?r|photographer|reporter|social media|posted|shared|sent)",
    re.IGNORECASE,
)
ABOUT = 300
"""Characters around a picture in which the words may say that it was taken from above, or from the ground."""


def _fuller(phrase: str, kind: SourceKind, where: Span, text: str) -> str:
    """A description with what the words around it tell: a satellite's picture, one "who survived"."""
    if kind == "footage":
        return f"satellite {phrase}" if from_above(phrase, where, text) else phrase
    office = OFFICE_OPENS.search(text, max(0, where.start - 40), where.start)
    if office and phrase.split(maxsplit=1)[0] in OFFICES:
        return f"{office.group()}{phrase}"
    lived = SAW.match(text, where.end + 1) if kind == "unnamed" else None
    return f"{phrase} {lived.group()}" if lived else phrase


OFFICES = frozenset({"Minister", "Secretary", "Ministry", "Chief"})
OFFICE_OPENS = cased(r"(?<![\w’'-])(?:[A-Z][a-z]+[ ])+$")
"""Words in capitals right before an office that the reading cut off: "Defence" of the Defence Minister."""


def from_above(phrase: str, where: Span, text: str) -> bool:
    """Whether a picture, called no more than that, is one that the words around it say a satellite took."""
    if not STILL.search(phrase) or FROM_ABOVE.search(phrase):
        return False
    near = text[max(0, where.start - ABOUT) : where.end + ABOUT]
    return FROM_ABOVE.search(near) is not None and FROM_THE_GROUND.search(near) is None


def _kind_of_name(name: str, phrase: str, text: str) -> SourceKind:
    """What a voice is that the reading took for a person: a country, a body ("the Frontera"), or a person."""
    if is_country(name, text):
        return "government"
    return "organisation" if THE_NAME.fullmatch(phrase) else "person"


def is_country(name: str, text: str) -> bool:
    """Whether the text writes of a one-word name as of a country: "in Velia", "Velia's army"."""
    if not name.isalpha():
        return False
    for match in re.finditer(rf"(?<!\w){name}(?!\w)", text):
        if IN_IT.search(text, max(0, match.start() - 12), match.start()):
            return True
        owned = OF_IT.match(text, match.end())
        if owned and body_of(owned.group("what")):
            return True
    return False


THE_NAME = cased(r"[Tt]he\s+[A-Z][\w’'-]+")
"""One name with an article is no person's: "the Frontera denied it"."""
IN_IT = re.compile(r"\b(?:in|into|inside|across|throughout|within)\s+$")
OF_IT = re.compile(r"[’']s?\s+(?P<what>[\w-]+(?:\s+[\w-]+)?)")

TWO = re.compile(r"(?:both\s+)?(?P<one>[^,]{2,50}?)\s+and\s+(?P<two>[^,]{2,50}?)(?:\s+(?:both|each))?")


def one_of_two(phrase: str) -> str | None:
    """The first of two bodies that are told to say the same ("the army and the rebels"); null for one voice.

    Whatever it is that both say, the first says it; two countries in one breath are two as well.
    """
    match = TWO.fullmatch(phrase)
    if match is None:
        return None
    one, two = match.group("one"), match.group("two")
    bodies = (body_of(one), body_of(two))
    apart = bodies[0] is not None and bodies[1] is not None and bodies[0].name != bodies[1].name
    countries = all(word.isalpha() and word[:1].isupper() and word.lower() != word for word in (one, two))
    return one if apart or (countries and bodies == (None, None)) else None


def _by_role(voice: Described, document: Document, usual: frozenset[str]) -> Described:
    """A named person with the role that the document gives beside the name, wherever it first does."""
    named = re.finditer(rf"(?<!\w){re.escape(voice.person[-1])}(?!\w)", document.text)
    roles: frozenset[str] = frozenset()
    for match in islice(named, MENTIONS):
        clause = re.split(r"[.!?;:,\n\"“”]", document.text[max(0, match.start() - 90) : match.start()])[-1]
        before = clause
        for part in voice.person[:-1]:
            before = before.replace(part, " ")
        role = re.search(r"((?:[\w’'-]+\s+){1,4})$", before)
        office = OFFICE_BEFORE.search(document.text, max(0, match.start() - 90), match.start())
        after = APPOSITION.match(document.text, match.end()) or OF_A_BODY.match(document.text, match.end())
        beside = [office.group(1)] if office else []
        beside += [_office(after.group(1))] if after else []
        phrases = [*([_ending(role.group(1))] if role else []), *beside]
        called = [*beside, role.group(1) if role else ""]
        roles = roles.union(*map(roles_of, filter(None, called)))
        for phrase in filter(None, phrases):
            made = describe(
                document.id, voice.name, f"{phrase} {voice.name}", voice.kind, usual, voice.anchor
            )
            if made.body is not None or made.mouth:
                return made
        ranks = document.text[max(0, match.start() - 60) : match.start()]
        if rank := RANK.search(ranks) or POLICE_RANK.search(ranks):
            house = "army" if rank.re is RANK else "police"
            made = describe(document.id, voice.name, f"{house} {voice.name}", voice.kind, usual, voice.anchor)
            return msgspec.structs.replace(made, ranked=house == "army")
    if (doctor := named_doctor(voice, document.text)) is not None:
        voice = doctor
    return msgspec.structs.replace(voice, roles=roles | voice.roles)


OFFICE_BEFORE = cased(
    r"(?:^|[.!?:;,][\s\"“”]+|\b(?:[Aa]s|said)\s+)(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s+"
    r"([a-z][\w’'-]*(?:\s+(?!(?:was|were|is|are|ha[sd]|have|said|did|will)\b)[\w’'-]+){0,4}),\s+(?:[A-Z][\w’'.-]+\s+){0,2}$"
)
"""An office with its holder named between commas: "the harbour master, Anna Grol, has not slept"."""
OF_A_BODY = re.compile(r"\s+(?:of|from|with)\s+((?:the|an?)\s+[\w’'-]+(?:\s+[\w’'-]+){0,2})")
"""Where a name is told with its body: "Lieutenant Grol of the border police"."""
MENTIONS = 6
"""Mentions of a name at which a role is looked for: it is given at the first ones."""


def _ending(words_before: str) -> str:
    """The words right before a name, where the last of them is a role ("Police chief")."""
    found = list(words().body.finditer(words_before.strip()))
    last = plain(words_before.rsplit(maxsplit=1)[-1])
    ends = bool(found) and found[-1].end() == len(words_before.strip())
    return words_before.strip() if ends or last in words().mouths else ""


def _office(beside: str) -> str:
    """The role in words after a name: not "who fled to a monastery", but "who heads the hospital"."""
    if SPEECH.search(beside):
        return ""
    if HEADS.match(beside):
        return HEADS.sub("", beside)
    return "" if re.match(r"(?:who|which|whose|where|has|had|have|is|was|will|\d)\b", beside) else beside


SPEECH = re.compile(r"\b(?:said|says|say|told|tells|added|wrote|announced|according)\b")
"""Words between commas that are no office but the speaker of what stands around them."""


def meant(voice: Described, body: Described | None, own: Described | None, told: Told) -> Described:
    """The body that "its spokesman", "the statement", "our team" stand for, or a name told in full before."""
    ours = re.match(r"(?:our|we|this)\b", voice.phrase, re.IGNORECASE) and not voice.marks
    bare = re.sub(r"^[Tt]he ", "", voice.name)
    inquiry = own is not None and own.sort == "body" and not voice.marks and INQUIRY.match(voice.phrase)
    if own is not None and (inquiry or ours or names_publisher(bare, own.name)) and not voice.person:
        return msgspec.structs.replace(own, anchor=voice.anchor, phrase=voice.phrase)
    if voice.person:
        full = told.person(voice.person)
        if full and (voice.body is None) and (voice.mouth is False or full.body is not None):
            return msgspec.structs.replace(full, anchor=voice.anchor, contact=voice.contact)
    its_people = voice.body == "people" and not voice.person and KIN.search(voice.phrase) is None
    owned = OWNED.match(voice.phrase) and (voice.mouth or its_people or voice.body == "authorities")
    bare_mouth = (
        voice.mouth and not voice.marks and not voice.elsewhere and OF_ANOTHER.search(voice.phrase) is None
    )
    if body is not None and body.sort == "body" and (owned or bare_mouth):
        return msgspec.structs.replace(
            voice, body=body.body, marks=body.marks, side=body.side, speaks="one", mouth=False,
            kind=voice.kind if voice.person else body.kind, name=voice.name if voice.person else body.name,
        )  # fmt: skip
    return voice


KIN = re.compile(
    r"\b(?:wife|husband|widow|widower|mother|father|parents|sons?|daughters?|brothers?|sisters?|relatives?|family|families|"
    r"neighbou?rs?|grandmother|grandfather)\b",
    re.IGNORECASE,
)
"""Whose people these are is a person, and no body."""
INQUIRY = re.compile(
    r"(?:the|our|an?)\s+(?:(?:first|preliminary|initial|final)\s+)?(?:(?:findings?|results?|conclusions?)\s+of\s+(?:the|our|an?)\s+)?"
    r"(?:(?:internal|military|departmental|joint|board\s+of)\s+)?(?:commission|inquiry|investigation|inspection)\b",
    re.IGNORECASE,
)
"""In the publication of a body, its own inquiry: "the commission of inquiry has established that"."""
OF_ANOTHER = re.compile(r"\b(?:for|of)\s+(?:the|a|an)\s+[a-z]\w+|\b(?:[Tt]he|[Aa]n?)\s+[a-z]\w+[’']s?\s+\w+")
"""A mouth that says for whom it speaks ("a spokesman for the movement")."""


def named_later(voice: Described, before: Described | None, text: str) -> Described:
    """A name told right after an office is the holder of it: "the director said. Mira Tal told us ..."."""
    if before is None or before.person or voice.body is not None or voice.mouth:
        return voice
    if not voice.person and not _name_of_its_holder(voice, before, text):
        return voice
    of_a_name = before.mouth and bool(before.marks)
    of_a_name = of_a_name or (before.body is None and bool(before.marks) and voice.phrase == voice.name)
    known = before.body not in (None, "people", "authorities") or of_a_name
    one = known and (before.kind == "person" or AN_OFFICE.match(before.phrase) is not None)
    if not one or voice.anchor is None or before.anchor is None:
        return voice
    between = text[before.anchor.end : voice.anchor.start]
    if len(re.findall(r"[.!?](?:\s|$)", between)) > NAMED_WITHIN:
        return voice
    return msgspec.structs.replace(
        voice,
        body=before.body,
        side=before.side,
        speaks=before.speaks,
        marks=before.marks,
        kind="person",
        person=voice.person or tuple(voice.phrase.split()),
    )


def _name_of_its_holder(voice: Described, before: Described, text: str) -> bool:
    """Whether a name that the reading took for a body's ends a quotation right after an office."""
    if voice.kind != "organisation" or voice.anchor is None or A_NAME.fullmatch(voice.phrase) is None:
        return False
    quoted = text[max(0, voice.anchor.start - 2) : voice.anchor.start].strip() in ('"', "”")
    return quoted and AN_OFFICE.match(HEAD_ENDS.split(before.phrase)[0]) is not None


A_NAME = cased(r"[A-Z][\w’'-]+\s+[A-Z][\w’'-]+")
"""What a reading may take for the name of a body: Hugo Prass."""
AN_OFFICE = re.compile(
    r"(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?)\s+(?:[\w’'-]+\s+){0,3}?(?:manager|director|head|chief|mayor|"
    r"governor|captain|rector|warden|superintendent|chairman|chairwoman)\b(?![’']|\s+[a-z]+s\b)"
)
"""An office that one person holds: "the manager of the depot"."""
NAMED_WITHIN = 2
"""Sentence ends between an office and the name of its holder, in the way of a lead and its second line."""


def _contact(around: str, document: Document) -> bool:
    """Whether the document's own people spoke with a voice, by the words after it."""
    if SPOKE.search(around):
        return True
    told = TOLD.search(around)
    if told is None:
        return ANONYMOUS.match(around) is not None
    whom = told.group(1)
    return (whom[:1].islower() and not whom.startswith("the ")) or names_publisher(whom, document.publisher)


ANONYMOUS = re.compile(
    r"[^.!?\n\"“”]{0,60}?\b(?:(?:beg(?:s|ged)?|ask(?:s|ed|ing)?|wish(?:es|ed)?|want(?:s|ed)?|prefer(?:s|red)?)\s+(?:us\s+|me\s+)?"
    r"(?:not\s+to\s+(?:be\s+)?(?:named?|identified|quoted|print|give|use|publish)|that\s+(?:his|her|their)\s+(?:\w+\s+)?names?)"
    r"|(?:does|do|did)\s+not\s+want\s+(?:his|her|their)\s+(?:\w+\s+)?names?\b|condition\s+of\s+anonymity|speaking\s+anonymously)"
)
"""Who asks not to be named has spoken to the document's own people."""


def told_outlet(voice: Described, text: str) -> str | None:
    """The medium that a voice is said to have told it ("residents told Lotus Radio"); None where none is."""
    if voice.anchor is None:
        return None
    after = text[voice.anchor.start : voice.anchor.end + 90].split("\n", maxsplit=1)[0]
    told = TOLD.search(after, voice.anchor.end - voice.anchor.start)
    if told and told.group().startswith(("told", "tell")):
        return told.group(1).removeprefix("the ")
    met = REACHED.search(after)
    return met.group("by") or met.group("to") if met else None


REACHED = cased(
    r"^[^.;:\"“”]*?(?:\b(?:reached|interviewed|quoted|cited|contacted|visited)\s+(?:\w+\s+){0,3}?by\s+(?:the\s+)?"
    r"(?P<by>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)|\b(?:spoke|speaking|talked|spoken|interview)\s+(?:to|with)\s+"
    r"(?:the\s+)?(?P<to>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*))"
)
"""By whom somebody is said to have been heard: "an inmate reached by the Harbour Post"."""
