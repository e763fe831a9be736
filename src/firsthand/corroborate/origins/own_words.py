"""Who stands behind what a document says in its own words, with no voice named in the sentence.

A report names its voice once and goes on ("..., she said. Nineteen were wounded."); a reporter on the spot
tells what he saw; a sentence names in its own way who knew ("The school had counted 287 missing").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

import msgspec

from firsthand.corroborate.names.bodies import body_of, words
from firsthand.corroborate.names.described import ONCE, Described, describe
from firsthand.corroborate.names.publishers import names_publisher
from firsthand.corroborate.origins.document import Carrier
from firsthand.corroborate.origins.publishers_own import (
    Ours,
    is_publisher_itself,
    looked_up,
    own_people,
    posts_of_itself,
    speaks_itself,
)
from firsthand.corroborate.origins.rests import THEIR_WORK, rests_after
from firsthand.corroborate.origins.seen_by import who_saw
from firsthand.corroborate.telling.values import Telling
from firsthand.resources.capitals import cased
from firsthand.schema import Because, SourceKind, Span

Found = tuple[Described, Because]

BODY_COUNTED = cased(
    r"^(?:[A-Z][A-Z’'-]{2,}[^\n]{0,60}?\s[-–—]\s)?\W*(?P<who>(?:The|An?)\s+[\w’' -]{2,50}?)(?:,[^,.]{3,60},)?"
    r"\s+(?:on\s+[A-Z]\w+day\s+)?(?:ha[ds]\s+|have\s+)?(?:earlier\s+|later\s+|first\s+)?"
    r"(?:counted|recorded|registered|listed|put|gave|given|spoke|spoken|acknowledged|announced|numbered|raised|lowered|"
    r"revised|updated|increased|adds\s+up|counts|puts|gives|ha[sd]\s+the\s+names\s+of|lists)\b"
)
PLURAL_COUNTED = cased(
    r"^(?:[A-Z][A-Z’'-]{2,}[^\n]{0,60}?\s[-–—]\s)?\W*(?P<who>(?!Our\b|My\b|Their\b|Its\b)(?:[A-Z][a-z-]+\s+)?(?:[A-Z]?[a-z]+s|[Pp]olice))\s+"
    r"(?:have\s+|had\s+)?(?:counted|recorded|registered|measured|detected|logged|documented)\b"
)
"""The same of several at once: "Monitors counted nearly fifty explosions"."""
MEASURED_BY = cased(
    r"\b(?:was|were|been)\s+(?:\w+ly\s+)?(?:counted|recorded|registered|measured|detected|logged|documented|picked\s+up)\s+"
    r"(?:(?:on|in|at)\s+[^.,;\"“”]{1,40}?\s)?by\s+(?P<who>(?:the|an?|its|two|three|several)\s+[\w’'-]+(?:\s+(?:of\s+|in\s+|at\s+|the\s+)?[\w’'-]+){0,4})"
)
"""Whose instruments told it: "two detonations had been measured by the observatory"."""
GROUP_NAMED = cased(r"[Tt]he\s+(?:group|organi[sz]ation)\s+[A-Z]")
WHOSE_COUNT = re.compile(
    r"\b(?P<who>(?:an?|the)\s+[\w’' -]{2,40}?)[’']s\s+(?:own\s+)?"
    r"(?:count|tally|estimate|toll|list|figure|number)\b",
    re.IGNORECASE,
)
HAD_DEAD = re.compile(
    r"\b(?P<who>(?:the|an?)\s+(?:[\w’'-]+\s+){0,3}?(?:hospital|clinic|morgue|mortuary|infirmary))\s+(?:ha[ds]|was\s+holding|held|took\s+in|"
    r"received)\s+(?:\w+\s+){1,3}?(?:dead|bodies|corpses|wounded|injured|casualties|patients)\b",
    re.IGNORECASE,
)
"""Whose house holds the dead knows how many: "by noon the hospital had seven dead"."""
TOLD_BY = re.compile(
    r"\b(?:was|were|been)\s+(?:told|informed|briefed)\s+by\s+(?P<who>(?:the\s+|an?\s+)?[\w’' -]{2,50})",
    re.IGNORECASE,
)
RESTS_ON = re.compile(
    r"\b(?:our|its|their|his|her|the|this)\s+(?:\w+\s+)?(?:assessments?|reports?|figures?|estimates?|counts?|toll|"
    r"conclusions?|information|accounts?|update|map|statements?|findings?|publication)\s+(?:\w+\s+)?(?:rests?|relies|relied|is\s+based|was\s+based|"
    r"are\s+based|were\s+based|draws|drew|comes|came)\s+(?:\w+ly\s+)?(?:on|upon|from)\s+"
    r"(?P<who>[\w’' -]{3,80})|\bwe\b[^.]{0,60}?\b(?:depend|rely)\s+on\s+(?P<of>[\w’' -]{3,60})",
    re.IGNORECASE,
)
BASED = re.compile(
    r"\b(?:which|who|that)\s+(?:has\s+)?(?:based|bases|took|takes|received|got|had|relies|relied)\b(?!\s+(?:place|part|over|off|up|back|to)\b)[^.,;]{0,40}?"
    r"\b(?:on|from)\s+(?P<who>[\w’' -]{3,60})|\b(?:based|relying|drawing)\s+on\s+(?:information|data|"
    r"figures|reports?|accounts?|a\s+list|lists)\s+(?:from|of|(?:provided\s+|compiled\s+)?by)\s+"
    r"(?P<of>[\w’' -]{3,60})",
    re.IGNORECASE,
)
CITING = re.compile(
    r",\s+(?:citing|quoting|invoking|on\s+the\s+(?:word|authority|basis)\s+of|with\s+reference\s+to|referring\s+to)\s+"
    r"(?P<who>[\w’' -]{3,80})"
)
"""How a sentence ends that says whom its speaker goes by."""
REFERS_TO = re.compile(
    r"\bThe\s+(?:report|portal|site|paper|outlet|agency|broadcaster|channel|newspaper|radio|station|article)\s+"
    r"(?:refers\s+to|referred\s+to|cited|cites|quoted|quotes)\s+(?P<who>(?:an?\s+|the\s+)?[\w’' -]{3,60})"
)
THERE = cased(
    r"\b(?:our|this|a[n]?\s+[A-Z][\w ]{2,40}?)\s+(?:own\s+)?(?:reporters?|correspondents?|journalists?|"
    r"crew)(?:,\s+[^!?.\n\"“”]{3,80},)?\s+(?:\w+\s+){0,2}?(?:saw|found|counted|visited|watched|witnessed|heard|walked|reached|entered)\b"
    r"|\b(?:we|I)\s+(?:saw|see|visited|counted|walked|heard|watched|stood|drove|found)\b"
    r"|\bour\s+(?:reporters?|correspondents?|crew)\s+(?:was|were|stood)\s+(?:on|at|in|outside|inside|beside|near|there)\b"
    r"|\bwe\s+were\s+(?:on|at|in|outside|inside|beside|near|behind)\s+the\s+[\w-]+\s+when\b|\bwhen\s+(?:I|we)\s+(?:reached|entered)\b|\bas\s+I\s+(?:speak|write|stand)\b"
    r"|\bI(?:\s+am|\s+was|['’]m)\s+(?:holding|hiding|crouching|lying|kneeling)\b|\bI\s+can\s+see\b"
    r"|\bI\s+was\s+(?:standing\s+|sitting\s+|lying\s+)?(?:there|at|outside|inside|behind|beside|near|by)\s+(?:the|our|my)\b"
    r"|\bin\s+front\s+of\s+(?:me|us)\b|\bbefore\s+(?:my|our)\s+(?:own\s+)?eyes\b"
    r"|\b(?:told|tells|showed|shows|reads\s+to)\s+us\s+(?:at|in|on|outside|by|from)\s+(?:the|his|her|their|a)\b(?!\s+(?:phone|telephone))",
    re.IGNORECASE,
)
FROM_THERE = cased(
    r"^\W*[A-Z][A-Z .'’-]{2,40},\s+from\s+the\s+\w+\.|^\W*(?P<place>[A-Z][A-Z .'’-]{2,30})\s+[-–—]\s"
)
CLIP = re.compile(
    r"\b(?:video|clip|footage|film|recording|images?|imagery|frames?|photo(?:graph)?s?)\b", re.IGNORECASE
)
CUT = re.compile(
    r"\s+(?:that|and|which|who|whose|but|in\s+which|published|on|after|when|as|for|during)\s+.*$"
)


class Standing(NamedTuple):
    """What a whole document tells of how it knows, looked for once."""

    rests: Found | None
    """The source that it names for all it says itself."""
    there: Because | None
    """The words by which its own people were where it happened."""
    clip: Span | None
    """The first mention of a clip, where the document speaks of footage."""
    ours: tuple[Ours, ...]
    """Where it speaks of its own people."""
    people: int
    """How many people with a name it lets speak."""


def standing(of: Carrier, *, footage: bool) -> Standing:
    """How a document knows; `footage`: whether the reading found that it speaks of any."""
    clip = CLIP.search(of.document.text) if footage else None
    return Standing(
        rests=document_rests_on(of),
        there=reporter_there(of),
        clip=Span(*clip.span()) if clip else None,
        ours=own_people(of),
        people=len({voice.person for voice in of.voices.values() if voice.person}),
    )


def sentence_at(text: str, at: int) -> Span:
    """The sentence of the text around a point, cut at full stops and line ends."""
    before = max(
        (m.end() for m in re.finditer(r"[.!?][\"”’']?\s|\n", text[max(0, at - 1200) : at])), default=0
    )
    start = max(0, at - 1200) + before
    after = re.search(r"[.!?](?=[\"”’']?(?:\s|$))|\n", text[at : at + 1200])
    return Span(start, at + after.end() if after else min(len(text), at + 1200))


def rests_on(telling: Telling, of: Carrier) -> Found | None:
    """The voice that the sentence says its speaker has it from: "was told by the headmaster"."""
    text = of.document.text
    where = sentence_at(text, telling.anchors[0].start)
    for pattern in (TOLD_BY, BASED):
        if match := pattern.search(text, where.start, where.end):
            return _made("origin.told_by", match, of, "has it from")
    if match := rests_after(text, where.end, paragraph_of(telling, of).end):
        return _made("origin.told_by", match, of, "has it from")
    match = CITING.search(text, where.start, where.end)
    if match is not None and body_of(CUT.sub("", match.group("who"))):
        return _made("origin.told_by", match, of, "has it from")
    return None


def document_rests_on(of: Carrier) -> Found | None:
    """The source that a document names for all it says itself: "Our assessment rests on ..."."""
    match = RESTS_ON.search(of.document.text)
    return _made("origin.rests_on", match, of, "rests on", TALKS_WITH) if match else None


NAMED = cased(r"[A-Z][\w’'-]+\s+[A-Z][\w’'-]+")
TALKS_WITH = re.compile(
    r"(?:(?:[\w’'-]+)\s+){0,3}?(?:conversations?|interviews?|talks|calls|testimon(?:y|ies)|accounts?|reporting|reports?|"
    r"information|statements?|words?|evidence)\s+(?:with|of|from|by|(?:given|provided|collected|gathered)\s+by)\s+",
    re.IGNORECASE,
)
"""What stands before those whom a publication heard: "three conversations with Oleh Marda"."""


def refers_to(telling: Telling, of: Carrier) -> Found | None:
    """The source that a report of another medium is said to name, in the same paragraph."""
    paragraph = paragraph_of(telling, of)
    match = REFERS_TO.search(of.document.text, paragraph.start, paragraph.end)
    return _made("origin.told_by", match, of, "has it from") if match else None


def _made(
    rule: str, match: re.Match[str], of: Carrier, how: str, before: re.Pattern[str] | None = None
) -> Found | None:
    group = "who" if match.group("who") else "of"
    phrase = CUT.sub("", match.group(group)).strip()
    heard = before.match(phrase) if before is not None else None
    work = heard or THEIR_WORK.match(phrase)
    start = match.start(group) + (work.end() if work else 0)
    phrase = phrase[work.end() :] if work else phrase
    anchor = Span(start, start + len(phrase))
    voice = voice_named(phrase, anchor, of)
    if heard and voice is not None and voice.body is None and not voice.person and NAMED.fullmatch(phrase):
        voice = describe(of.document.id, phrase, phrase, "person", frozenset(), anchor)
    return (voice, Because(rule=rule, anchors=(anchor,), note=f"{how} {shown(voice)}")) if voice else None


SPEAKS = re.compile(
    r"\b(?P<who>[Tt]he\s+[\w’' -]{2,50}?)\s+(?:replied|ha[ds]\s+it|puts?\s+it|responded|answered|"
    r"informed|informs|stated|states|announced|announces|maintains|maintained|insists|insisted|wrote|writes|"
    r"reminds|reminded|recalls|recalled|repeats|repeated|assures|assured)\b"
)


def speaks_in_sentence(telling: Telling, of: Carrier) -> Found | None:
    """The body of the sentence that speaks, where the reading found no voice: "as the ministry had it"."""
    where = sentence_at(of.document.text, telling.anchors[0].start)
    match = SPEAKS.search(of.document.text, where.start, where.end)
    if match is None or not body_of(match.group("who")):
        return None
    anchor = Span(match.start("who"), match.end("who"))
    name = match.group("who")
    voice = describe(of.document.id, name, name, "organisation", frozenset(), anchor)
    return voice, Because(rule="origin.who_speaks", anchors=(anchor,), note=f"{shown(voice)} says it")


def quotation_goes_on(telling: Telling, of: Carrier) -> Found | None:
    """The voice of the paragraph, for a quotation whose speaker the reading left open."""
    first = telling.anchors[0]
    paragraph = paragraph_of(telling, of)
    before_it = of.document.text[paragraph.start : first.start + 1]
    if before_it.count('"') % 2 == 0 and before_it.count("“") <= before_it.count("”"):
        return None
    voice = voice_before(of, first.start, max(0, first.start - SPOKE_WITHIN))
    if voice is None:
        return None
    anchors = (voice.anchor,) if voice.anchor is not None else ()
    note = f"goes on with what {shown(voice)} said"
    return voice, Because(rule="origin.carried_over", anchors=anchors, note=note)


SPOKE_WITHIN = 2000
"""Characters before a quotation without a speaker in which its speaker is looked for."""


def voice_named(phrase: str, anchor: Span, of: Carrier) -> Described | None:
    """A voice from bare words, as the document's own attributions know it where they do."""
    for known in of.voices.values():
        if known.anchor is not None and known.anchor.overlaps(anchor):
            return known
    if len(phrase) < 3 or not re.search(r"[^\W\d_]{3,}", phrase):
        return None
    if CLIP.search(phrase) and not body_of(phrase):
        return describe(of.document.id, phrase, phrase, "footage", frozenset(), anchor)
    plural = re.match(r"(?:the|an?)\s", phrase, re.IGNORECASE) is None
    named = bool(cased(r"[A-Z]").search(phrase)) or body_of(phrase) is not None or not plural
    kind: SourceKind = "organisation" if named else "unnamed"
    return describe(of.document.id, phrase, phrase, kind, frozenset(), anchor)


def shown(voice: Described) -> str:
    """A voice as a sentence names it: "the hospital" stays small, names stay as they are."""
    first = voice.name.split()[0] if voice.name else ""
    return (
        voice.name[:1].lower() + voice.name[1:] if first in ("The", "A", "An", "Its", "Two") else voice.name
    )


def named_in_sentence(telling: Telling, of: Carrier) -> Found | None:
    """Who the sentence itself says saw, counted or gave the number, without a verb of saying."""
    text = of.document.text
    where = sentence_at(text, telling.anchors[0].start)
    sentence = where.words(text)
    seen = who_saw(where, of)
    if isinstance(seen, Span):
        return own_reporter(of), Because(rule="origin.own_people", anchors=(seen,), note=OWN_SAW)
    if seen is not None:
        return seen
    for pattern in (BODY_COUNTED, PLURAL_COUNTED, WHOSE_COUNT, HAD_DEAD, MEASURED_BY):
        match = pattern.search(sentence)
        if match and (body_of(match.group("who")) or GROUP_NAMED.match(match.group("who"))):
            anchor = Span(where.start + match.start("who"), where.start + match.end("who"))
            voice = describe(
                of.document.id, match.group("who"), match.group("who"), "organisation", frozenset(), anchor
            )
            return voice, Because(
                rule="origin.who_counted", anchors=(anchor,), note=f"{shown(voice)} counted it"
            )
    return None


OWN_SAW = "its own reporter saw it"


def carried_over(telling: Telling, of: Carrier) -> Found | None:
    """The voice of the paragraph that goes on speaking: the nearest one named before the sentence."""
    paragraph = paragraph_of(telling, of)
    at = telling.anchors[0].start
    sentence = sentence_at(of.document.text, at)
    if speaks_itself(of, sentence, paragraph):
        return None
    first = of.document.text[sentence.start :][:6]
    if re.match(r"\W{0,3}(?:He|She|They)\b", first):
        paragraph = Span(max(0, paragraph.start - ONE_BEFORE), paragraph.end)
    best = voice_before(of, at, paragraph.start)
    if best is None or best.anchor is None:
        return None
    note = f"goes on with what {shown(best)} said"
    return best, Because(rule="origin.carried_over", anchors=(best.anchor,), note=note)


def not_another(telling: Telling, told: Found, of: Carrier) -> bool:
    """Whether a sentence that goes on with a voice speaks of no other body first, nor of another time."""
    voice, why = told
    if why.rule != "origin.carried_over":
        return True
    where = sentence_at(of.document.text, telling.anchors[0].start)
    opens = GOES_ON.split(where.words(of.document.text)[:OPENING], maxsplit=1)[0]
    anybody = ONCE.match(voice.phrase) is not None and not voice.person
    if ANOTHER_TIME.match(opens) or anybody or not (voice.person or voice.marks or voice.body):
        return False
    if voice.anchor is not None and where.holds(voice.anchor):
        return True
    told_of = [match for match in words().body.finditer(opens) if not opens.startswith(" of ", match.end())]
    bodies = [body_of(match.group()) for match in told_of]
    return all(body is None or body.name in ("people", voice.body) for body in bodies)


GOES_ON = re.compile(r"\b(?:he|she|it|they|his|her|its|their|we|our|by)\b", re.IGNORECASE)
OPENING = 60
"""Characters at the opening of a sentence in which another body than the voice before may be named."""
ANOTHER_TIME = re.compile(
    r"\W*(?:In|Last|Back in|Since)\s+(?:early\s+|late\s+|mid-)?(?:January|February|March|April|May|"
    r"June|July|August|September|October|November|December|spring|summer|autumn|winter|year|month|(?:19|20)\d\d)\b"
)
"""How a sentence opens that looks back from the news to what came before it."""


def voice_before(of: Carrier, at: int, start: int) -> Described | None:
    """The nearest voice named between two points that can go on speaking, the publisher's own left out."""
    for n in range(bisect_left(of.order, (Span(at, 0), "")) - 1, -1, -1):
        span, name = of.order[n]
        if span.start < start:
            return None
        voice = of.voices[name]
        if is_publisher_itself(voice, of):
            return None
        if goes_on(voice) and not names_publisher(voice.name, of.document.publisher):
            return voice
    return None


ONE_BEFORE = 400
"""Characters before a paragraph that opens with "They" in which the voice that goes on is looked for."""


def goes_on(voice: Described) -> bool:
    """Whether the sentences after a voice can be its own: no medium, nobody from afar, no clip."""
    said = voice.phrase.casefold()
    said = re.sub(r"^(?:the|some|several|other|many)\s+", "", said)
    return not (
        voice.sort in ("outlet", "clip")
        or said in words().media
        or said in words().afar
        or voice.name == "both sides"
    )


def paragraph_of(telling: Telling, of: Carrier) -> Span:
    """The paragraph of a telling; its sentence where no paragraph holds it."""
    at = telling.anchors[0].start
    n = bisect_right(of.document.paragraphs, at, key=lambda span: span.start) - 1
    if n >= 0 and at < of.document.paragraphs[n].end:
        return of.document.paragraphs[n]
    return sentence_at(of.document.text, at)


def reporter_there(of: Carrier) -> Because | None:
    """The words by which the document's own people were where it happened."""
    text = of.document.text
    outside = re.sub(r"[\"“][^\"“”]*[\"”]", lambda m: " " * len(m.group()), text)
    for match in THERE.finditer(outside):
        in_a_clip = CLIP.search(sentence_at(text, match.start()).words(text))
        if not (in_a_clip or looked_up(match, outside)):
            return _there(Span(*match.span()), of)
    if posted := posts_of_itself(of, outside):
        return posted
    if (opens := FROM_THERE.match(text)) and not re.match(r".{0,60}\(", text):
        return _there(Span(*opens.span()), of)
    return None


def _there(anchor: Span, of: Carrier) -> Because:
    name = of.document.publisher or "the publisher"
    return Because(rule="origin.reporter_there", anchors=(anchor,), note=f"{name} was there")


def own_reporter(of: Carrier) -> Described:
    """The publisher as a first hand: its reporter on the spot."""
    name = of.document.publisher or of.document.name or of.document.id
    made = describe(of.document.id, name, name, "outlet", frozenset(), None)
    return msgspec.structs.replace(made, body=None, kind="outlet", contact=True)
