"""A telling -> its hand: the last voice that its own document gives, before other documents are asked."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from firsthand.corroborate.names.bodies import words
from firsthand.corroborate.names.described import HEAD_ENDS, Described, describe, nobody_known
from firsthand.corroborate.names.publishers import names_publisher
from firsthand.corroborate.origins.clip import examined_clip, verified_clip
from firsthand.corroborate.origins.document import Carrier, links
from firsthand.corroborate.origins.earlier import as_another_says, credited, own_story, source_follows
from firsthand.corroborate.origins.handed import told_to
from firsthand.corroborate.origins.headline import names_its_voice, quoted_below
from firsthand.corroborate.origins.narrator import heard, narrator
from firsthand.corroborate.origins.nobodys import in_the_media, of_no_author
from firsthand.corroborate.origins.own_words import (
    Found,
    Standing,
    carried_over,
    named_in_sentence,
    not_another,
    own_reporter,
    quotation_goes_on,
    refers_to,
    rests_on,
    sentence_at,
    shown,
    speaks_in_sentence,
)
from firsthand.corroborate.origins.publishers_own import is_own_team, of_its_own_people, tells_of_itself
from firsthand.corroborate.origins.shorter import told_group
from firsthand.corroborate.origins.voices import told_outlet
from firsthand.corroborate.telling.values import Telling
from firsthand.schema import Because, Reasons, Span, Value

PRONOUNS = frozenset({"i", "we", "our", "us"})
ON_AIR = frozenset(
    {"presenter", "host", "anchor", "newsreader", "narrator", "studio", "voiceover", "voice-over"}
)
"""Who speaks for a station in its own programme."""
PARTNER = re.compile(r"^our\b|\bpartners?\b", re.IGNORECASE)
COUNTED = re.compile(r"(?:more|fewer|less|at least|up to|over|almost|nearly|\d)\b")
ARTICLE = re.compile(r"^(?:the|an?|some|several|other|many|two|three)\s+", re.IGNORECASE)
SAID_WHERE = re.compile(
    r"people\s+(?:(?:who|that)\s+(?:was|were|had\s+been|live|lived|saw|heard|survived|escaped|fled)\b"
    r"(?!\s+(?:\w+ly\s+)?(?:briefed|told|informed|familiar|aware|not))|"
    r"(?:waiting|standing|living|sheltering|queu\w+|sitting|walking|travell?ing|working|trapped|aboard|inside)\b|"
    r"(?:at|in|on|near|outside|around|by)\s+(?:the|an?|one)\s+"
    r"(?!(?:internet|web|net|network|media|opposition|know|phone)\b))"
)
"""People of whom the words say where they were: "two people who were waiting at the station" saw it."""


class Hand(Value, frozen=True, kw_only=True):
    """Who a telling goes back to in its own document, and in which way it is to be followed further."""

    way: Literal["voice", "outlet", "media", "own", "nobody"]
    """`voice`: one that may know; `outlet`: a medium to be followed; `media`: reports not named; `own`: the
    publisher's bare word; `nobody`: a voice that does not know, or none."""
    voice: Described | None = None
    outer: tuple[Described, ...] = ()
    """Voices between the publisher and the hand: for this claim they rely on it."""
    itself: bool = False
    """Whether a medium tells it of its own people, or in a statement of its own: it knows."""
    via: str | None = None
    """The other medium that the hand is said to have spoken to."""
    sure: bool = True
    """Whether the words name it; else it is taken from the words before, and adds none beside others."""
    because: Reasons = ()


def hand(telling: Telling, claim_links: tuple[Described, ...], of: Carrier, knows: Standing) -> Hand:
    """The hand of a telling by its document alone; `knows`: how that knows."""
    told = as_another_says(telling, of)
    named = _found(told) if told else _named_or_not(telling, claim_links, of)
    if named is None:
        return _own_words(telling, of, knows)
    if named.voice is not None and named.voice.name == "no one named":
        if told := speaks_in_sentence(telling, of):
            return _found(told)
        told = quotation_goes_on(telling, of)
        # the next quotation after a named person is that person's; after a body it may be anyone's
        return msgspec.structs.replace(_found(told), sure=one_person(told[0])) if told else named
    if named.way == "outlet" and named.voice is not None:
        told = refers_to(telling, of)
        if told:
            return _found(told, outer=(named.voice,))
    if telling.chain[-1].name.lower() in ("he", "she") and knows.people > 1:
        named = msgspec.structs.replace(named, sure=False)
    if named.voice is not None and named.way == "voice" and nobody_known(named.voice):
        named = msgspec.structs.replace(named, sure=False)
    told = rests_on(telling, of) if named.way == "voice" else None
    if told and named.voice is not None and told[0].anchor != named.voice.anchor:
        return _found(told, outer=(*named.outer, named.voice))
    return named


def _named_or_not(telling: Telling, chain: tuple[Described, ...], of: Carrier) -> Hand | None:
    return _not_confirmed(chain) if telling.unconfirmed else _named(telling, chain, of)


def one_person(voice: Described) -> bool:
    """Whether a voice is one person's: by a name, or by an office told as a person's ("the governor")."""
    return bool(voice.person) or (voice.kind == "person" and voice.phrase.startswith(voice.name))


def _found(found: Found, outer: tuple[Described, ...] = ()) -> Hand:
    return Hand(way="voice", voice=found[0], outer=outer, because=(found[1],))


def _nobody(rule: str, voice: Described | None, note: str) -> Hand:
    anchors = (voice.anchor,) if voice is not None and voice.anchor is not None else ()
    return Hand(way="nobody", voice=voice, because=(Because(rule=rule, anchors=anchors, note=note),))


def _not_confirmed(chain: tuple[Described, ...]) -> Hand:
    """Nobody, for what was not found or left open by the last voice that has a name."""
    voice = next((each for each in reversed(chain) if each.name != "no one named"), None)
    note = f"{shown(voice)} could not confirm it" if voice is not None else "it is told as not confirmed"
    return _nobody("origin.not_confirmed", voice, note)


def _named(telling: Telling, chain: tuple[Described, ...], of: Carrier) -> Hand | None:
    """The hand that the chain names; None where the words are the publisher's own."""
    if len(chain) > 1 and _beside(telling, chain[-2], chain[-1], of.document.text):
        chain = chain[:-1]
    for n in range(len(chain) - 1, -1, -1):
        voice, cue = chain[n], telling.chain[n + 1].cue or ""
        around = chain[n - 1] if n > 0 else None
        within = around is not None and around.sort in ("person", "body", "people", "document")
        if voice.name == "no one named" and within:
            continue  # "reportedly" inside what someone says is a hedge of his words, not another voice
        if voice.name == "no one named":
            return _nobody("origin.no_one_named", voice, "no one is named for it")
        nobody = re.match(r"(?:neither|nobody|no one)\b", voice.phrase.lower())
        if nobody or words().unconfirmed.search(cue):
            return _nobody("origin.not_confirmed", voice, f"{shown(voice)} could not confirm it")
        state = (telling.chain[n + 1].attribution or "") in of.states
        mine = re.match(r"(?:our|my)\b", voice.phrase, re.IGNORECASE) and not voice.marks
        rejected = within and _rejected(voice, of)
        if _comments(cue) or ((state or mine) and within and not rejected):
            continue
        return _last(telling, voice, () if rejected else chain[:n], of)
    if len(chain) == 1 and chain[0].body == "people":
        return _last(telling, chain[0], (), of)
    if not chain:
        return None
    return _nobody("origin.only_comments", chain[-1], f"{shown(chain[-1])} only takes a stand on it")


def _rejected(voice: Described, of: Carrier) -> bool:
    """Whether the words before a voice set aside what it says: "against the captors' claim that ..."."""
    if voice.anchor is None:
        return False
    return SET_ASIDE.search(of.document.text[: voice.anchor.start][-SET_ASIDE_WITHIN:]) is not None


SET_ASIDE = re.compile(
    r"\b(?:against|despite|contrary\s+to|in\s+spite\s+of|contradict(?:s|ed|ing)|reject(?:s|ed|ing)|dismiss(?:es|ed|ing)|"
    r"disput(?:es|ed|ing)|refut(?:es|ed|ing)|rebut(?:s|ted|ting))\s+(?:(?:the|an?|any|earlier|all)\s+)*$",
    re.IGNORECASE,
)
SET_ASIDE_WITHIN = 40
"""Characters before a voice in which words may set aside what it says."""


def _beside(telling: Telling, outer: Described, inner: Described, text: str) -> bool:
    """Whether a sentence lets two speak one after the other: "Ida said, and nine died, according to Tom"."""
    start, end = telling.anchors[0].start, telling.anchors[0].end
    if (
        inner.anchor is None
        or outer.anchor is None
        or not inner.anchor.end <= start < end <= outer.anchor.start
    ):
        return False
    after = text[end : outer.anchor.start]
    ends = len(after) < CLAUSE and ACCORDING.search(after) is not None
    joined = f"{text[inner.anchor.end : start]}{text[start : start + 6]}"
    return ends and len(joined) < CLAUSE and NEXT_CLAUSE.search(joined) is not None


CLAUSE = 60
"""Characters between a voice and what it says in one clause."""
NEXT_CLAUSE = re.compile(r"\w,\s+(?:and|while|but)\b")
ACCORDING = re.compile(r"^\W*according\s+to\s+$")


def _comments(cue: str) -> bool:
    return any(word in words().comments for word in cue.lower().split())


def _last(telling: Telling, voice: Described, outer: tuple[Described, ...], of: Carrier) -> Hand | None:
    said = ARTICLE.sub("", voice.phrase.casefold())
    if clip := next((each for each in (*outer, voice) if each.sort == "clip"), None):
        note = f"{shown(clip)} shows it"
        if voice.sort in ("body", "person"):
            clip, outer = msgspec.structs.replace(clip, side=voice.side), (*outer, voice)
            note = f"{note}, which {shown(voice)} released"
        return Hand(way="voice", voice=clip, outer=outer, because=_because("origin.clip", clip, note))
    if voice.sort == "open" and voice.kind == "unnamed" and outer and outer[-1].sort in ("person", "body"):
        return _last(telling, outer[-1], outer[:-1], of)
    nameless = not (voice.marks or voice.person) and NAMELESS.fullmatch(said) is not None
    if nameless and outer and outer[-1].sort in ("person", "body"):
        return _last(telling, outer[-1], outer[:-1], of)
    if nameless:
        reasons = _because("origin.media_reports", voice, f"{shown(voice)}: whose is not told")
        return Hand(way="media", voice=voice, because=reasons)
    if OF_A_MEDIUM.fullmatch(said) and not (voice.marks or voice.person):
        return Hand(
            way="media", voice=voice, because=_because("origin.media_reports", voice, "a medium's own")
        )
    return _not_a_hand(telling, voice, said, of) or _of_a_publisher(telling, voice, said, outer, of)


NAMELESS = re.compile(
    r"(?:(?:the|some|all|any|new|first|early|earlier|initial|preliminary|provisional|tentative|available|"
    r"operational|latest|current|incoming|existing|updated|unconfirmed|verified|unverified|reliable|official|"
    r"intelligence|military|classified|internal|technical|forensic|laboratory|lab|radar|open|objective)\s+)*"
    r"(?:data|information|info|figures|estimates|findings|results|indications|signs|evidence|assessments|"
    r"calculations|conclusions|clues|details|tests|samples|analyses|measurements|examinations|reports|"
    r"reporting|monitoring|counts|tallies|observations|objective\s+control(?:\s+(?:data|means))?)|intelligence",
    re.IGNORECASE,
)
"""Data that are nobody's by their words: behind a voice they are its word, alone they are reports."""
OF_A_MEDIUM = re.compile(
    r"(?:the\s+)?(?:data|information|reports?|figures|sources?|materials?)\s+(?:of|from|at|by)\s+(?:the|this|an?)\s+"
    r"(?:\w+\s+)?(?:edition|publication|outlet|newspaper|paper|site|website|portal|agency|channel|media|resource)",
    re.IGNORECASE,
)
"""What a medium that is not named gives for its own word: "according to the data of the edition"."""


def _not_a_hand(telling: Telling, voice: Described, said: str, of: Carrier) -> Hand | None:
    """Media without a name, and voices from afar."""
    if said in words().media or HEAD_ENDS.split(said)[0].strip() in words().media:
        reasons = _because("origin.media_reports", voice, "media that are not named")
        return Hand(way="media", voice=voice, because=reasons)
    if (COUNTED.match(said) and voice.sort == "open") or of_no_author(voice, of):
        return _nobody("origin.no_one_named", voice, "no one is named for it")
    head = HEAD_ENDS.split(said)[0].split() or [said]
    there = SAID_WHERE.match(ARTICLE.sub("", voice.name.casefold())) is not None
    afar = (head[-1] in words().afar or said in words().afar) and head[0] != "our"
    not_there = telling.first_hand is False and telling.chain[-1].name != "no one named"
    if (afar and not there) or not_there:
        return _nobody("origin.from_afar", voice, f"{shown(voice)} did not see it")
    return None


def _of_a_publisher(
    telling: Telling, voice: Described, said: str, outer: tuple[Described, ...], of: Carrier
) -> Hand | None:
    """The hand of a voice that may know: a medium to be followed, else itself; None for the publisher."""
    if own_story(voice, of):
        name = of.document.publisher or of.document.id
        return _of_medium(describe(of.document.id, name, name, "outlet"), outer, of)
    ours = (said.split(maxsplit=1)[0] in PRONOUNS or said in ON_AIR) and not (
        voice.marks or voice.person or voice.body
    )
    team = not voice.person and is_own_team(voice.phrase, of.document.publisher)
    if ours or team or names_publisher(voice.name, of.document.publisher):
        return None
    if voice.sort == "outlet":
        return _of_medium(voice, outer, of, itself=tells_of_itself(telling, voice, of))
    via = told_group(voice, of.voices.values(), of.document.text) or told_outlet(voice, of.document.text)
    other = via if via and via[:1].isupper() and not names_publisher(via, of.document.publisher) else None
    by_way = f", by way of {shown(outer[-1])}" if outer and outer[-1].sort != "clip" else ""
    note = f"{of.document.publisher or of.document.id} has it from {shown(voice)}{by_way}"
    reasons = _because("origin.last_voice", voice, note)
    return Hand(way="voice", voice=voice, outer=outer, via=other, because=reasons)


def _of_medium(voice: Described, outer: tuple[Described, ...], of: Carrier, *, itself: bool = False) -> Hand:
    note = f"{of.document.publisher} has it from {shown(voice)}"
    because = _because("origin.outlet", voice, note)
    return Hand(way="outlet", voice=voice, outer=outer, itself=itself, because=because)


def _because(rule: str, voice: Described, note: str) -> Reasons:
    return (Because(rule=rule, anchors=(voice.anchor,) if voice.anchor else (), note=note),)


def _own_words(telling: Telling, of: Carrier, knows: Standing) -> Hand:
    """The publisher's own words: who stands behind them by what stands beside them."""
    if media := in_the_media(telling, of):
        reasons = _because("origin.media_reports", media, "media that are not named")
        return Hand(way="media", voice=media, because=reasons)
    if told := quoted_below(telling, of) or rests_on(telling, of) or named_in_sentence(telling, of):
        return _found(told)
    if names_its_voice(telling, of):
        return _bare_word(telling, of)
    if of.own is not None:
        return _of_the_publisher(telling, of.own, of, knows)
    return _of_a_medium(telling, of, knows)


def _of_a_medium(telling: Telling, of: Carrier, knows: Standing) -> Hand:
    """A medium's own words: another medium that it names for them, its own people, the voice before."""
    if teller := narrator(telling, of) or heard(telling, of):
        return _found(teller)
    if (medium := credited(telling, of)) is not None:
        return _of_medium(medium, (), of)
    sentence = sentence_at(of.document.text, telling.anchors[0].start)
    there = of_its_own_people(sentence, knows.ours, of)
    told = (
        verified_clip(telling, of)
        or carried_over(telling, of)
        or (verified_clip(telling, of, knows.clip) if knows.clip else None)
        or source_follows(telling, of)
    )
    if told and there is None:
        return msgspec.structs.replace(_found(told), sure=not_another(telling, told, of))
    if there := there or knows.there:
        return Hand(way="voice", voice=own_reporter(of), because=(there,))
    return _bare_word(telling, of)


def _bare_word(telling: Telling, of: Carrier) -> Hand:
    note = f"{of.document.publisher or 'the publisher'} does not say how it knows"
    return Hand(
        way="own", because=(Because(rule="origin.bare_word", anchors=telling.anchors[:1], note=note),)
    )


def _of_the_publisher(telling: Telling, own: Described, of: Carrier, knows: Standing) -> Hand:
    partner = carried_over(telling, of)
    looks = own.body in (None, "civil_group", "think_tank")
    seen = verified_clip(telling, of) or examined_clip(telling, of) if looks else None
    sentence = sentence_at(of.document.text, telling.anchors[0].start)
    handed = told_to(sentence, telling.anchors[0].start, of.document, own.name)
    ours = (
        partner
        if partner and (PARTNER.search(partner[0].phrase) or told_us(partner[0], sentence, of))
        else None
    )
    if told := handed or heard(telling, of) or seen or knows.rests or ours:
        return _found(told, outer=(own,))
    note = f"{own.name} publishes it itself"
    return Hand(way="voice", voice=own, because=_because("origin.publisher_knows", own, note))


THIRD = re.compile(r"\W*(?:They|He|She|It)\b")
TOLD_US = re.compile(
    r"\b(?:t(?:old|ell|ells)|inform(?:ed|s)?|notif(?:y|ied|ies)|alerted|wrote\s+to|sent|gave)\s+(?:us|our\s+\w+|this\s+office)\b"
)
"""How a body says in its own publication who told it."""


def told_us(voice: Described, sentence: Span, of: Carrier) -> bool:
    """Whether a sentence of a body opens with "They", after those who told it something."""
    start = voice.anchor.start if voice.anchor is not None else sentence.start
    words_between = of.document.text[min(start, sentence.start) : sentence.start]
    opens = THIRD.match(of.document.text, sentence.start)
    return opens is not None and TOLD_US.search(words_between) is not None


def chain_links(telling: Telling, of: Carrier) -> tuple[Described, ...]:
    """The voices of a telling beyond its publisher, as the document describes them."""
    return tuple(links(telling.chain, of))
