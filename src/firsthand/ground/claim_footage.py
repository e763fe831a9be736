"""Sentences that go on describing a clip: "The video shows two carriers. The carriers drive to the trees."

A false "the video shows" is as bad as a missed one, so a sentence counts only while all of this holds: nobody
speaks in it and nothing is quoted, it gives no time, it tells in the tense of the description what somebody
visibly does, and the one who does it has been seen in the clip. The first sentence that fails ends it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from firsthand.ground.claim_subject import phrase_of
from firsthand.resources.parser import Parse, Token
from firsthand.rules import all_rules, rule
from firsthand.schema import Attribution, Because, Reading, Span

_LONGEST = 6
"""Sentences after which a description is taken to be over."""
_ALIKE = (
    frozenset({
        "soldier", "troop", "infantry", "infantryman", "man", "fighter", "serviceman", "trooper",
        "paratrooper",
        "gunman", "militant", "crew", "squad", "group", "figure", "conscript", "captive", "prisoner",
    }),
    frozenset({
        "vehicle", "carrier", "tank", "car", "truck", "lorry", "armour", "armor", "column", "convoy", "jeep",
        "pickup", "van", "transporter",
    }),
    frozenset({"drone", "quadcopter", "munition"}),
    frozenset({"boat", "ship", "vessel", "ferry"}),
)  # fmt: skip
"""Nouns that mean the same in a clip: the infantry that jumps out is "the troops" of the next sentence."""
_PRONOUNS = frozenset(
    {"he", "she", "they", "it", "one", "both", "others", "another", "some", "two", "three", "none"}
)
_DEFINITE = frozenset({"the", "these", "those", "this", "that"})
_NOT_SEEN = frozenset((
    "be", "have", "belong", "become", "remain", "seem", "know", "want", "need", "think", "believe", "mean",
    "include", "live", "comment", "respond", "say", "tell", "report", "deny", "confirm", "cost", "own",
    "face",
    "spread", "circulate", "serve", "hope", "plan", "expect",
    "claim", "announce", "call", "cause", "spark", "receive", "surface", "emerge", "last",
))  # fmt: skip
"""Verbs of what no camera sees, or what becomes of the clip itself."""
_MAY_BE_TOLD = frozenset({"lose", "kill", "die", "fight", "control", "hold", "raise", "draw"})
"""Verbs that in the past tense more often tell of something else than the clip."""
_GENERAL = frozenset((
    "since", "often", "usually", "always", "regularly", "already", "ago", "year", "years", "month", "months",
    "week", "weeks", "later", "meanwhile", "elsewhere", "previously", "earlier", "still", "recently",
    "so-called",
    "war", "if", "because", "video", "footage", "clip",
))  # fmt: skip
"""Words of background, of another time, or of the clip as a thing."""


def continuing(reading: Reading, parse: Parse) -> dict[int, tuple[Attribution, Because]]:
    """Per number of a sentence that goes on describing a clip the clip's attribution, and the reason."""
    spoken = _sentences(parse, (s for a in reading.attributions for s in (*a.content, *a.cue, *a.source)))
    timed = _sentences(parse, (t.span for t in reading.times if t.type in ("DATE", "TIME")))
    found: dict[int, tuple[Attribution, Because]] = {}
    for each in reading.attributions:
        tense = _described_in(each, parse)
        if tense is None:
            continue
        last = parse.tokens[parse.first_from(each.cue[0].start)].sentence
        seen = {_thing(t) for span in each.content for t in parse.within(span) if t.pos == "NOUN"}
        for number in range(last + 1, min(last + 1 + _LONGEST, len(parse.sentences))):
            if number in spoken or number in timed or number in found:
                break
            tokens = parse.tokens_of(parse.sentences[number])
            new = parse.sentences[number].paragraph - parse.sentences[number - 1].paragraph
            if not goes_on_showing(tokens, seen, tense, new):
                break
            found[number] = (each, goes_on_showing.because(
                parse.sentences[number].span, *each.cue[:1], note="goes on describing the clip"
            ))  # fmt: skip
            seen |= {_thing(t) for t in tokens if t.pos == "NOUN"}
    return found


def _sentences(parse: Parse, spans: Iterable[tuple[int, int]]) -> set[int]:
    """The numbers of the sentences in which some spans begin or end."""
    numbers = set()
    for start, end in spans:
        first, last = parse.first_from(start), parse.first_from(end) - 1
        if first < len(parse.tokens):
            numbers |= {parse.tokens[first].sentence, parse.tokens[max(first, last)].sentence}
    return numbers


def _described_in(one: Attribution, parse: Parse) -> str | None:
    """The tense, "past" or "present", of what a clip is said to show by the publisher; None for any other."""
    if (
        one.source_kind != "footage"
        or one.parent
        or one.kind != "report"
        or one.polarity == "-"
        or not one.cue
    ):
        return None
    content = [token for span in one.content for token in parse.within(span)]
    cue = [token for span in one.cue for token in parse.within(span)]
    if not content or content[-1].sentence != content[0].sentence or one.type == "direct":
        return None
    main = [t for t in content if t.dep not in ("relcl", "advcl", "acl") and t.head.dep != "relcl"]
    return next((tense for t in (*main, *cue) if (tense := _TENSES.get(t.tag)) is not None), None)


_TENSES = {"VBD": "past", "VBZ": "present", "VBP": "present"}


def _thing(token: Token) -> str:
    lemma = token.lemma.lower()
    return next((min(group) for group in _ALIKE if lemma in group), lemma)


@rule(
    "claim.goes_on_showing",
    means="A sentence that goes on with what a clip shows is the clip's until voice, time or subject change.",
    fires="The video shows two carriers at a wood. [The carriers drive to the trees.]",
    silent="The video shows two carriers at a wood. The ministry has carriers of this kind.",
    gives={"first_hand": True},
)
def goes_on_showing(tokens: Sequence[Token], seen: set[str], tense: str, paragraphs: int) -> bool | None:
    """Whether a sentence, `paragraphs` further down, goes on with a description in which `seen` were seen."""
    root = next((t for t in tokens if t.head is t and t.pos == "VERB"), None)
    if root is None or tokens[-1].text == "?" or any(_elsewhere(t, tokens) for t in tokens):
        return None
    if (
        root.lemma in _NOT_SEEN
        or (tense == "past" and root.lemma in _MAY_BE_TOLD)
        or _tense(root, tense) != tense
    ):
        return None
    subject = next(iter(root.below("nsubj", "nsubjpass")), None)
    if subject is None or subject.pos == "PROPN" or subject.i > root.i:
        return None
    before = subject.children
    indefinite = not any(c.lower in _DEFINITE or c.tag == "PRP$" for c in before)
    if subject.lower in _PRONOUNS:
        known = paragraphs == 0
    elif indefinite:
        known = paragraphs == 0 and tense == "present"
    else:
        known = _thing(subject) in seen
    if not known or paragraphs > 1:
        return None
    others = {_thing(t) for t in tokens if t.pos == "NOUN" and t is not subject}
    return True if paragraphs == 0 or others & seen else None


def _elsewhere(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a word is one of another time or place, or of quoting: "moments later" is no other time."""
    if token.text in '"“”«»' or token.lower in _GENERAL:
        before = tokens[token.i - tokens[0].i - 1] if token.i > tokens[0].i else None
        return not (token.lower == "later" and before is not None and before.lower in _MOMENTS)
    return False


_MOMENTS = frozenset({"seconds", "moments", "minutes"})


def _tense(root: Token, wanted: str) -> str | None:
    """The tense of a simple or progressive form; a passive only in the present, no perfect and no modal."""
    helpers = root.below("aux", "auxpass")
    if any(t.lemma == "have" or t.tag == "MD" for t in helpers):
        return None
    if any(t.dep == "auxpass" for t in helpers) and wanted == "past":
        return None
    finite = next((t for t in (*helpers, root) if t.tag in _TENSES), None)
    return _TENSES[finite.tag] if finite is not None else None


@rule(
    "claim.aside_of_footage",
    means="What a clause behind a comma adds to the things in a clip the publisher says, not the clip.",
    fires="The video shows two carriers driving to the wood[, which the 14th Brigade controls].",
    silent="The video shows a man, who is wearing a helmet, leaving the wood.",
)
def aside(verb: Token, parse: Parse) -> list[Token] | None:
    """The words of ", which the brigade controls", unless somebody is seen doing something in them."""
    words = verb.subtree()
    first, before = words[0], parse.tokens[words[0].i - 1]
    if (
        first.lower not in ("which", "who", "whose", "where")
        or before.text != ","
        or len(words) > _LONGEST_ASIDE
    ):
        return None
    helpers = verb.below("aux", "auxpass")
    seen = verb.tag == "VBG" and any(t.tag in _TENSES for t in helpers)
    return None if seen or words[-1].i - first.i >= len(words) + _LONGEST else [before, *words]


_LONGEST_ASIDE = 40


def asides(one: Attribution, parse: Parse) -> list[tuple[list[Token], Span, Because]]:
    """The asides in what a clip is said to show: their words, whom they are of, and the reason."""
    if one.source_kind != "footage" or one.type != "indirect" or not one.source:
        return []
    found = []
    for token in (t for span in one.content for t in parse.within(span)):
        words = aside(token, parse) if token.dep == "relcl" else None
        noun = phrase_of(token.head, before=words[0].i) if words else None
        if words and noun is not None:
            reason = aside.because(Span(words[0].start, words[-1].end))
            found.append((words, noun, reason))
    return found


RULES = all_rules(goes_on_showing, aside)
