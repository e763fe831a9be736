"""Whether the last voice of a claim was in a position to know what it says.

The rules, in the order tried; where none decides the answer is null, the text does not tell.

1. Footage and records are a first hand for what they show. Where nobody is named nobody can be asked: false.
2. Who "was there", or says "I saw", "he counted", was in a position to know: true.
3. So is who speaks of its own acts: "the brigade said it had shelled the depot", "our crews pulled out four".
4. So are witnesses, survivors and people of the place; and those who treat, rescue, count or bury, for the
   hurt, the dead and the fire, not for who fired. Not for what they only suppose.
5. Analysts and the media pass on what others have seen: false.
6. An office alone (governor, mayor, minister, police, spokesman, officials) does not tell: null.
7. The publisher's own reporter on the spot ("I can hear shelling", "our correspondent saw") is a first hand;
   for other words of the publisher's own the answer is null.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from firsthand.ground.claim_reporter import reporter_there
from firsthand.resources.parser import Parse, Token
from firsthand.rules import all_rules, lexicon, rule
from firsthand.schema import Attribution, Because, Document, Span, Spans

POSITIONS = lexicon(__package__, "first_hand.en.toml")

Knows = tuple[bool | None, Because | None]
"""Whether a voice was in a position to know, with the reason; (None, None) where the text does not tell."""

_SENSES = frozenset(
    {"see", "hear", "count", "watch", "witness", "smell", "feel", "visit", "film", "photograph", "inspect"}
)
"""What somebody on the spot does."""
_NO_ACT = frozenset((
    "be", "have", "believe", "think", "know", "hear", "understand", "expect", "want", "hope", "fear",
    "suspect",
    "need", "seem", "appear", "assume", "learn", "read", "receive", "suffer", "get", "mean", "say", "lose",
    "doubt", "consider", "become", "remain", "see", "find", "face",
))  # fmt: skip
"""Verbs that say what somebody holds or undergoes, not what he does."""
_SELF = frozenset({"i", "we"})
_BODY, _PERSON = frozenset({"it", "they"}), frozenset({"he", "she"})
_OWN = frozenset({"its", "their", "our", "my"})
_NEWS = frozenset({
    "reporter", "correspondent", "journalist", "photographer", "team", "crew", "reporters",
    "correspondents", "journalists",
})  # fmt: skip
_ON_THE_SPOT = (
    "at the scene",
    "on the spot",
    "on the ground",
    "at the site",
    "in the town",
    "in the village",
)


def first_hand(
    document: Document, parse: Parse, attribution: Attribution | None, anchors: Spans, answers: bool = False
) -> Knows:
    """Whether the last voice of a claim, whose words stand at `anchors`, was in a position to know.

    `answers`: whether these are the words of who answers in an interview.
    """
    words = [token for span in anchors for token in parse.within(span)]
    text = document.text
    if attribution is None and answers:
        return _row("perception", text, anchors) or own_act(words, _SELF, _OWN) or (None, None)
    if attribution is None:
        known = _row("reporter", text, anchors) or on_the_spot(words, document)
        return known or reporter_there(document, words) or (None, None)
    return (
        shows(attribution)
        or nobody(attribution)
        or was_there(_around(attribution, parse))
        or _row("perception", text, attribution.content)
        or _perceived(attribution, parse)
        or _own(attribution, parse)
        or _by_position(attribution, parse)
        or (None, None)
    )


@rule(
    "first_hand.shows",
    means="Footage is a first hand for what it shows.",
    fires="[The video] shows two carriers leaving the wood.",
    silent="The mayor said that two carriers left the wood.",
)
def shows(attribution: Attribution) -> Knows | None:
    """Whether it is what the text says it is stays another question."""
    if attribution.source_kind != "footage" or not attribution.source:
        return None
    return True, shows.because(attribution.source[0])


@rule(
    "first_hand.nobody",
    means="Where nobody is named nobody can be asked: the claim is untraced.",
    fires="The carriers [are believed] to have left the wood.",
    silent="The mayor said the carriers had left the wood.",
)
def nobody(attribution: Attribution) -> Knows | None:
    """A passive, an adverb or a noun without a source."""
    if attribution.source:
        return None
    return False, nobody.because(*(attribution.cue or attribution.content[:1]))


@rule(
    "first_hand.was_there",
    means="A voice that the text says was at the scene, saw or counted was in a position to know.",
    fires=[
        "The mayor, who [was at the scene], said that the roof burned.",
        "A driver who [was in the convoy] said that a shell hit the first truck.",
    ],
    silent="The mayor, who was in office for ten years, said that the roof burned.",
    gives={"first_hand": True},
)
def was_there(words: Sequence[Token]) -> Knows | None:
    """Whether the words of a source, or the clause that hangs on it, put it on the spot."""
    for n, token in enumerate(words):
        if token.pos in ("VERB", "AUX") and token.lemma in _SENSES and token.dep in ("relcl", "acl"):
            return True, was_there.because(token.span)
        if _inside_it(token):
            return True, was_there.because(Span(token.head.start, token.below("pobj")[0].end))
        phrase = " ".join(t.lower for t in words[n : n + 3])
        spot = phrase in _ON_THE_SPOT and token.head.dep != "pobj"  # "sources on the ground": others are
        if spot or (token.lower == "there" and words[n - 1].lower in ("was", "were")):
            first = words[n - 1] if n and words[n - 1].lemma == "be" else token
            last = words[min(n + 2, len(words) - 1)] if spot else token
            return True, was_there.because(Span(first.start, last.end))
    return None


def _inside_it(token: Token) -> bool:
    """ "Who was in the convoy", "who was aboard the bus": what somebody can sit or stand in."""
    if token.lower not in ("in", "on", "aboard", "inside") or token.head.lemma != "be":
        return False
    return token.head.dep == "relcl" and any(t.lemma in _HOLDING for t in token.below("pobj"))


_HOLDING = frozenset((
    "basement", "boat", "building", "bus", "car", "cellar", "church", "convoy", "crowd", "house", "kitchen",
    "market", "mosque", "queue", "school", "ship", "shelter", "shop", "square", "street", "train", "truck",
    "van", "vehicle",
))  # fmt: skip


def _by_position(attribution: Attribution, parse: Parse) -> Knows | None:
    """What the description of a voice tells; of what it only supposes nobody is a first hand."""
    told = _row("position", parse.text, attribution.source) or keeps_the_record(attribution, parse)
    if told is not None and told[0] and _of_several(attribution, parse):
        return None
    record = attribution.source_kind in ("document", "footage")
    unsure = told is not None and told[0] and attribution.certainty != "certain"
    return None if unsure and not record else told


def _of_several(attribution: Attribution, parse: Parse) -> bool:
    """Whether only some of several voices could know: "two officials and a hospital source"."""
    source = [token for span in attribution.source for token in parse.within(span)]
    joint = next((n for n, t in enumerate(source) if t.dep == "cc" and t.lower in ("and", "or")), None)
    if not joint:
        return False
    parts = (source[:joint], source[joint + 1 :])
    halves = [(Span(part[0].start, part[-1].end),) for part in parts if part]
    nouns = all(any(t.pos in ("NOUN", "PROPN") for t in part) for part in parts)
    knowing = [any(_row(table, parse.text, half) for table in ("position", "keeper")) for half in halves]
    return nouns and not all(knowing)


def _around(attribution: Attribution, parse: Parse) -> list[Token]:
    """The words of a source and of the clauses that hang on it."""
    source = [token for span in attribution.source for token in parse.within(span)]
    inside = {token.i for token in source}
    hanging = [
        token for head in source for clause in head.below("relcl", "acl") if clause.i not in inside
        for token in clause.subtree()
    ]  # fmt: skip
    said = {token.i for span in attribution.content for token in parse.within(span)}
    return sorted({t.i: t for t in (*source, *hanging) if t.i not in said}.values(), key=lambda t: t.i)


def _own(attribution: Attribution, parse: Parse) -> Knows | None:
    """Own acts of a voice: its pronoun, or what is its own, does what the content tells."""
    content = [token for span in attribution.content for token in parse.within(span)]
    body = attribution.source_kind in ("organisation", "force", "government", "outlet")
    person = attribution.source_kind in ("person", "unnamed")
    pronouns = _SELF | (_BODY if body else frozenset()) | (_PERSON if person else frozenset())
    return own_act(content, pronouns, _OWN if body else frozenset({"our", "my"}))


@rule(
    "first_hand.own_act",
    means="Who says what he or his own people did speaks of his own acts.",
    fires="The brigade said [it] had shelled the depot.",
    silent="The brigade said the rebels had shelled the depot.",
    gives={"first_hand": True},
)
def own_act(content: Sequence[Token], pronouns: frozenset[str], owned: frozenset[str]) -> Knows | None:
    """Whether the first clause of a content has the voice's pronoun, or "its troops", as who acts."""
    verb = next((t for t in content if t.pos == "VERB" and t.below("nsubj")), None)
    if (
        verb is None
        or verb.dep in ("relcl", "advcl", "csubj")
        or (verb.lemma in _NO_ACT and verb.lemma != "see")
    ):
        return None
    who = verb.below("nsubj")[0]
    if any(t.tag == "MD" and t.lower != "could" for t in verb.below("aux")):
        return None
    mine = who.lower in pronouns or any(c.lower in owned and c.dep == "poss" for c in who.children)
    return (True, own_act.because(who.span)) if mine else None


def _perceived(attribution: Attribution, parse: Parse) -> Knows | None:
    """What a person says that he heard, felt or smelt; a body hears nothing itself."""
    if attribution.source_kind not in ("person", "unnamed"):
        return None
    return heard_itself([token for span in attribution.content for token in parse.within(span)])


@rule(
    "first_hand.heard_itself",
    means="Who says that he or she heard, felt or smelt a thing itself, not word of it, was there.",
    fires=[
        "A teacher said [she] heard shots near the school.",
        "The mill's owner recalled [hearing] a drone before the fire.",
    ],
    silent=["A teacher said she heard that the school was hit.", "A teacher said she heard rumours."],
    gives={"first_hand": True},
)
def heard_itself(content: Sequence[Token]) -> Knows | None:
    """Whether the first verb of a content is one of the senses, with the speaker as who hears."""
    verb = next((t for t in content if t.pos == "VERB"), None)
    if verb is None or verb.lemma not in _PERCEIVED or verb.dep in ("relcl", "advcl", "csubj"):
        return None
    if any(t.tag == "MD" for t in verb.below("aux")):
        return None
    who = next(iter(verb.below("nsubj")), None)
    if verb.below("neg") or (who is None and not (verb is content[0] and verb.tag == "VBG")):
        return None
    if who is not None and who.lower not in _SELF | _PERSON | {"they"}:
        return None
    thing = next(iter(verb.below("dobj", "ccomp", "xcomp")), None)
    if thing is None or thing.lemma.lower() in _WORD_OF_IT or thing.below("mark"):
        return None
    return True, heard_itself.because((who or verb).span)


_PERCEIVED = frozenset({"hear", "smell", "feel", "see", "watch", "witness"})
_WORD_OF_IT = frozenset((
    "rumour", "rumor", "report", "story", "news", "word", "account", "claim", "need", "pressure", "pain",
    "fear", "anger", "relief", "say", "talk", "speak", "reason", "sign", "hope",
))  # fmt: skip
"""What is heard or felt and tells nothing of having been there."""


def keeps_the_record(attribution: Attribution, parse: Parse) -> Knows | None:
    """Whether a source treats, rescues or buries, and its content is of the hurt, the dead or the fire."""
    said = (
        t.lemma.lower() for span in attribution.content for t in parse.within(span)
        if t.lemma != "fire" or t.pos == "NOUN"
    )  # fmt: skip
    return _row("keeper", parse.text, attribution.source) if _KEPT.intersection(said) else None


_KEPT = frozenset((
    "die", "dead", "death", "kill", "wound", "wounded", "injure", "injured", "injury", "hurt", "body",
    "corpse",
    "casualty", "patient", "treat", "admit", "hospitalise", "hospitalize", "burn", "burns", "surgery",
    "operate",
    "survive", "survivor", "victim", "rescue", "rubble", "pull", "dig", "fire", "blaze", "flame",
    "extinguish",
    "recover", "bury", "shrapnel", "blood", "amputate", "evacuate", "condition", "toll", "ward", "bring",
))  # fmt: skip
"""What they see who treat, rescue, put out and bury."""


@rule(
    "first_hand.on_the_spot",
    means="The publisher's own reporter who sees, hears or counts is on the spot.",
    fires="[I] can hear shelling from the hotel.",
    silent="Residents can hear shelling from the hotel.",
    gives={"first_hand": True},
)
def on_the_spot(words: Sequence[Token], document: Document) -> Knows | None:
    """Whether "I", "we", or a reporter of the publisher's own is who sees, hears or counts."""
    for verb in words:
        if verb.pos != "VERB" or verb.lemma not in _SENSES:
            continue
        who = next(iter(verb.below("nsubj")), None)
        if who is not None and (who.lower in _SELF or _own_reporter(who, words, document)):
            return True, on_the_spot.because(who.span)
    return None


def _own_reporter(who: Token, words: Sequence[Token], document: Document) -> bool:
    """ "A reporter at the scene", "our team", "a Harbour Post reporter": not another outlet's."""
    if who.lower not in _NEWS:
        return False
    below = [t for t in who.subtree() if t in words]
    phrase = " ".join(t.lower for t in below)
    named = [t for t in below if t.pos == "PROPN" and t.head is who and t.i < who.i]
    own_name = bool(document.publisher) and (document.publisher or "").lower() in phrase
    if own_name or any(t.lower in ("our", "this") for t in who.children):
        return True
    return not named and any(spot in phrase for spot in _ON_THE_SPOT) and who.lower not in ("team", "crew")


def _row(table: str, text: str, spans: Iterable[Span]) -> Knows | None:
    for span in spans:
        for row, hit in POSITIONS[table].find(text, span.start, span.end):
            return row["knows"], row.because(hit)
    return None


RULES = all_rules(shows, nobody, was_there, heard_itself, own_act, on_the_spot, reporter_there, POSITIONS)
