"""The subject that a claim shares with the words that report it.

In "infantry believed to be volunteers" the content is "to be volunteers"; who is said to be volunteers stands
outside it. A claim must say whom it is about, so the subject is taken into its words.
"""

from __future__ import annotations

from firsthand.resources.parser import Parse, Token
from firsthand.rules import all_rules, rule
from firsthand.schema import Attribution, Because, Span, Spans

SUBJECTS = ("nsubj", "nsubjpass")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def with_subject(content: Spans, attribution: Attribution, parse: Parse) -> tuple[Spans, Because | None]:
    """The content of an attribution with its subject, where that stands outside, and the reason."""
    named = attribution.source and not spoken_of(attribution, parse) and not _by_somebody(attribution, parse)
    if (noun := headless(attribution, parse)) is not None:
        return tuple(sorted((*content, noun))), headless.because(noun)
    found = None if named else shared_subject(attribution, parse)
    if found is None or any(found.overlaps(span) for span in content):
        return content, None
    return tuple(sorted((*content, found))), shared_subject.because(found)


@rule(
    "claim.shared_subject",
    means="The subject of 'is believed to' or 'allegedly' is what the claim is about, and belongs to it.",
    fires="[The men] are believed to be volunteers.",
    silent="The mayor believes that the men are volunteers.",
)
def shared_subject(attribution: Attribution, parse: Parse) -> Span | None:
    """The subject of the verb that a cue without a source is, or hangs on; None where there is none."""
    cues = [token for span in attribution.cue for token in parse.within(span)]
    for cue in cues:
        verb = cue.head if cue.dep in ("advmod", "aux", "auxpass") else cue
        if verb.pos not in ("VERB", "AUX", "ADJ"):
            continue
        if verb.lemma in _ADDRESSING and not _to_do(attribution, parse):
            continue
        subject = next(iter(verb.below(*SUBJECTS)), None)
        if subject is not None and subject.lower == "it" and not _to_do(attribution, parse):
            continue  # "it is feared that": stands for nothing
        if subject is None and verb.dep in ("acl", "amod") and verb.head.i < verb.i:
            # "infantry believed to be ...": the noun right before is meant, whichever the parser hangs it on.
            before = parse.tokens[cue.i - 1]
            subject = before if before.pos in ("NOUN", "PROPN") else verb.head
            if subject.pos == "NUM":  # "$2 million allegedly taken"
                return phrase_of(subject, before=min(verb.i, cue.i))
        if subject is not None and subject.tag in ("WDT", "WP"):
            noun = _whom(verb.head, subject) if verb.dep == "relcl" else None
            return phrase_of(noun, before=subject.i) if noun is not None else None
        if subject is not None and subject.pos in ("NOUN", "PROPN", "PRON"):
            return phrase_of(subject, before=min(verb.i, cue.i))
    return None


def _whom(noun: Token, who: Token) -> Token:
    """Whom "who" means: of "a woman in a red coat, who" the woman."""
    above = noun.head.head
    worn = noun.dep == "pobj" and noun.head.lower in ("in", "with") and above.pos == "NOUN"
    return above if who.tag == "WP" and noun.pos == "NOUN" and worn else noun


@rule(
    "claim.headless",
    means="A claim cut out of a relative clause keeps the noun that it is about: 'a man who he said was'.",
    fires="The guards found [fragments] that the mayor said came from a drone.",
    silent="The guards found fragments after the mayor said a drone came from the sea.",
)
def headless(attribution: Attribution, parse: Parse) -> Span | None:
    """The noun whose relative clause a cue stands in, where the content's own verb has no subject."""
    first = next((t for t in parse.within(attribution.content[0]) if t.pos not in ("PUNCT", "ADV")), None)
    if not attribution.source or first is None or first.pos not in ("VERB", "AUX") or first.tag not in FINITE:
        return None
    source = parse.within(attribution.source[0])
    verbs = [t for span in attribution.cue for t in parse.within(span) if t.dep == "relcl"]
    verbs += [t for t in (first, first.head) if t.dep == "relcl"]
    if not source or not verbs or not verbs[0].head.i < source[0].i < first.i:
        return None
    about = verbs[0].head
    which = next((t for t in parse.tokens[about.i + 1 : source[0].i] if t.lower in _RELATIVES), None)
    if about.pos not in ("NOUN", "PROPN") or which is None:
        return None
    noun = phrase_of(about, before=which.i)
    overlaps = noun is not None and any(noun.overlaps(span) for span in attribution.content)
    return None if overlaps else noun


_RELATIVES = frozenset({"who", "that", "which", "whom"})


def spoken_of(attribution: Attribution, parse: Parse) -> bool:
    """Whether the subject is who is spoken of, the voice named behind: "has been accused by monitors of"."""
    cue = [token for span in attribution.cue for token in parse.within(span)]
    return any(
        t.lemma in _OF_SOMEBODY and (t.below("auxpass") or (t.dep == "acl" and t.below("agent"))) for t in cue
    )


_OF_SOMEBODY = frozenset({"accuse", "name", "identify", "describe"})


def _by_somebody(attribution: Attribution, parse: Parse) -> bool:
    """Whether the voice stands behind "by": "the village was reported by local media to have fallen"."""
    cue = [token for span in attribution.cue for token in parse.within(span)]
    return any(t.below("auxpass") and t.below("agent") for t in cue) and _to_do(attribution, parse)


def needs_voice(attribution: Attribution, parse: Parse) -> bool:
    """Whether words say little without who puts them: "accused troops of shelling", "could not say when".

    So does what a clip does not show, which nobody says that it happened.
    """
    if not attribution.source:
        return False
    first = next((t for t in parse.within(attribution.content[0]) if t.pos != "PUNCT"), None)
    if first is None:
        return False
    cue = [token for span in attribution.cue for token in parse.within(span)]
    asks = first.tag in ("WRB", "WP", "WDT") or first.lower in ("whether", "if")
    shows_not = attribution.source_kind == "footage" and attribution.certainty == "unknown"
    accuses = attribution.polarity == "+" and any(t.lemma in _ACCUSING for t in cue)
    return shows_not or accuses or (asks and attribution.certainty == "unknown")


_ACCUSING = frozenset({
    "accuse", "attribute", "blame", "condemn", "decry", "denounce", "deplore", "hold", "suspect",
})  # fmt: skip


def known_to_us(attribution: Attribution, parse: Parse) -> bool:
    """Whether the publisher, or who speaks, says that he knows: "what we know so far: three are missing"."""
    cue = [token for span in attribution.cue for token in parse.within(span)]
    sure = attribution.certainty == "certain" and any(t.lemma == "know" for t in cue)
    return sure and words_of_talk(attribution, parse)


@rule(
    "claim.wanted_of",
    means="What somebody is told to want or plan is claimed by who tells it, not by who wants it.",
    fires="Prosecutors say the two men [planned] the raid for months.",
    silent="The two men planned the raid for months.",
)
def wanted_of(attribution: Attribution | None, parse: Parse) -> Because | None:
    """The reason why a holder of a plan, inside what another says, is no voice of the claim."""
    if attribution is None or attribution.parent is None or attribution.kind != "other":
        return None
    cue = [token for span in attribution.cue for token in parse.within(span)]
    meant = next((token for token in cue if token.lemma in _WANTING), None)
    if meant is None or not attribution.source or words_of_talk(attribution, parse):
        return None
    return wanted_of.because(meant.span)


_WANTING = frozenset(
    {"aim", "crave", "desire", "intend", "plan", "prefer", "prepare", "seek", "want", "wish"}
)


def wonders(attribution: Attribution, anchors: Spans, parse: Parse) -> bool:
    """Whether quoted words only wonder, as no fact can answer: "Where would I go?", "Who would stay?"."""
    words = [t for span in anchors for t in parse.within(span)]
    spoken = [t for span in attribution.content for t in parse.within(span)]
    asks = [t for t in spoken if t.tag in _ASKING]
    if not asks or not any(
        t.text in _QUOTES for t in parse.tokens[max(0, spoken[0].i - 1) : spoken[-1].i + 2]
    ):
        return False
    sentences = {t.sentence for t in words if t.pos != "PUNCT"}
    told = [t for t in spoken if t.sentence in sentences and t.pos != "PUNCT"]
    if not told:  # the words beside a quotation that is all question: "Mirek Tal said"
        return all(_wondering([t for t in spoken if t.sentence == s]) for s in {t.sentence for t in spoken})
    return _wondering([t for t in spoken if t.sentence in sentences])


def _wondering(sentence: list[Token]) -> bool:
    plain = [t for t in sentence if t.pos not in ("PUNCT", "CCONJ", "SPACE", "INTJ")]
    asks = bool(plain) and plain[0].tag in _ASKING and any(t.lower in _WOULD for t in plain[1:4])
    return asks and any("?" in t.text for t in sentence[-3:])


_ASKING = frozenset({"WP", "WRB", "WDT", "WP$"})
_WOULD = frozenset({"would", "could", "should", "can", "will"})
_QUOTES = frozenset({'"', "“", "”", "\u2018", "\u2019", "'", "''", "``"})


def words_of_talk(attribution: Attribution, parse: Parse) -> bool:
    """Whether the source is who speaks or is spoken to: "I", "we", "you"."""
    source = [token.lower for span in attribution.source for token in parse.within(span)]
    return len(source) == 1 and source[0] in ("i", "we", "you")


def addresses(attribution: Attribution, parse: Parse) -> bool:
    """Whether the cue speaks to somebody: "residents were asked to leave"."""
    return any(t.lemma in _ADDRESSING for span in attribution.cue for t in parse.within(span))


def addressed(attribution: Attribution, parse: Parse) -> Spans:
    """Who stands between the cue and an infinitive: "asked residents not to film"."""
    end, start = attribution.cue[-1].end, attribution.content[0].start
    between = parse.within(Span(end, start)) if end < start else []
    if not between or len(between) > _LONGEST_ADDRESSEE or not _to_do(attribution, parse):
        return ()
    plain = all(t.pos not in ("VERB", "AUX", "PUNCT") for t in between)
    return (Span(between[0].start, between[-1].end),) if plain else ()


_LONGEST_ADDRESSEE = 12


def without_gaps(spans: Spans, parse: Parse) -> Spans:
    """Pieces of a sentence joined where only a few plain words part them: "heard from a cousin that"."""
    made: list[Span] = []
    for span in spans:
        between = parse.within(Span(made[-1].end, span.start)) if made and made[-1].end < span.start else []
        plain = all(t.pos != "PUNCT" or t.text == ":" for t in between)
        comma = len(between) == 1 and between[0].text == ","
        if 0 < len(between) <= _WIDEST_GAP and (plain or comma):
            made[-1] = Span(made[-1].start, span.end)
        else:
            made.append(span)
    return tuple(made)


_WIDEST_GAP = 8


def _to_do(attribution: Attribution, parse: Parse) -> bool:
    """Whether a content is an infinitive: "residents were asked not to film" is about the residents."""
    first = next((t for t in parse.within(attribution.content[0]) if t.dep != "neg"), None)
    return first is not None and first.tag == "TO"


_ADDRESSING = frozenset(
    {"tell", "inform", "advise", "ask", "warn", "notify", "assure", "order", "brief", "remind"}
)
"""Verbs whose subject in the passive is who is spoken to: "I was told that the bridge was mined"."""


def phrase_of(noun: Token, before: int) -> Span | None:
    """A noun with all that hangs on it and stands before a token, in one piece."""
    words = [token for token in noun.subtree() if token.i < before]
    run = [token for n, token in enumerate(words) if token.i - n == words[0].i]
    while run and run[-1].pos == "PUNCT":
        run.pop()
    return Span(run[0].start, run[-1].end) if run and noun in run else None


RULES = all_rules(shared_subject, headless, wanted_of)
