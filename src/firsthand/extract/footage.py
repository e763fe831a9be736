"""The footage that a text speaks of, and who is said to have released it."""

from __future__ import annotations

from firsthand.extract.attribution_grammar import VERBAL, subject
from firsthand.extract.voices_kinds import kind_of, party_to_conflict
from firsthand.extract.voices_known import Named
from firsthand.resources.parser import Parse, Token
from firsthand.rules import Rule, all_rules, lexicon, rule
from firsthand.schema import Attribution, Because, FootageMention, Span, Voice

FOOTAGE = lexicon(__package__, "footage.en.toml")
_WORDS, _RELEASE = FOOTAGE["footage"], FOOTAGE["release"]
_ARTICLE = len("the ")
_PREMODIFIERS = frozenset({"compound", "amod", "nmod", "nummod", "quantmod"})


def footage_mentions(parse: Parse, attributions: tuple[Attribution, ...]) -> tuple[FootageMention, ...]:
    """The videos, pictures and recordings that the text speaks of, with who released them.

    One value a mention, in text order. `released_by` is null where the words at the mention do not say who
    put it out; `released` is left null, as times are read later.
    """
    named = {span: one for one in attributions for span in one.source if one.source_name}
    found: list[FootageMention] = []
    for token in parse.tokens:
        row = _WORDS.lookup(token.lower)
        if row is None or token.pos not in ("NOUN", "PROPN") or token.dep in ("compound", "nmod", "poss"):
            continue
        if row.get("owned") is False and token.below("poss"):
            continue
        words = _phrase(token)
        span = Span(words[0].start, words[-1].end)
        release = released_by(parse, token, named)
        reasons: tuple[Because, ...] = (row.because(token.span),)
        voice = None
        if release is not None:
            voice, verb, verb_reason = release
            reasons = (*reasons, verb_reason, released_by.because(verb))
        found.append(FootageMention(
            id=f"f{len(found)}", start=span.start, end=span.end, what=_what(parse, words),
            released_by=voice, because=reasons,
        ))  # fmt: skip
    return tuple(found)


def _what(parse: Parse, words: list[Token]) -> str:
    """The words of a mention, in lower case where they open a sentence."""
    said = " ".join(Span(words[0].start, words[-1].end).words(parse.text).split())
    opens = words[0].i == 0 or words[0].sentence != parse.tokens[words[0].i - 1].sentence
    return said[:1].lower() + said[1:] if opens and words[0].pos != "PROPN" else said


def _phrase(token: Token) -> list[Token]:
    """The noun with the words before it that say which: "drone video", "satellite images"."""
    first = token
    for child in reversed(token.children):
        if child.i == first.i - 1 and child.dep in _PREMODIFIERS and not child.children:
            first = child
    return [t for t in (*token.children, token) if first.i <= t.i <= token.i]


@rule(
    "footage.released_by",
    means='who released footage stands beside it: "released by the brigade", "the brigade published a video"',
    fires="The video [released] by the 14th Brigade shows three carriers.",
    silent="The video of the 14th Brigade shows three carriers.",
)
def released_by(
    parse: Parse, token: Token, named: dict[Span, Attribution]
) -> tuple[Voice, Span, Because] | None:
    """Who put the footage out, the verb that says so, and the verb's reason."""
    for verb, who in _releases(token):
        row = _RELEASE.lookup(verb.lemma)
        if row is None:
            continue
        phrase = _name(who)
        words = Span(phrase[0].start, phrase[-1].end)
        known = next(
            (
                one
                for span, one in named.items()
                if words.holds(span) or (span.end == words.end and 0 <= words.start - span.start <= _ARTICLE)
            ),
            None,
        )
        voice = _voice(parse, who, phrase, words, known)
        return voice, verb.span, row.because(verb.span)
    return None


def _releases(token: Token) -> list[tuple[Token, Token]]:
    """Verbs of releasing beside a mention, each with who does it."""
    found: list[tuple[Token, Token]] = []
    for verb in token.below("acl", "relcl"):
        agent = [
            n
            for by in verb.children
            if by.dep in ("agent", "prep") and by.lower == "by"
            for n in by.below("pobj")
        ]
        own = [c for c in verb.below("nsubj") if c.lower not in ("which", "that", "who")]
        found += [(verb, who) for who in (*agent, *own)]
    if token.dep == "dobj" and token.head.tag in VERBAL and (who := subject(token.head)) is not None:
        found.append((token.head, who))
    if token.dep == "nsubjpass":
        found += [
            (token.head, n) for by in token.head.children if by.dep == "agent" for n in by.below("pobj")
        ]
    return found


def _name(who: Token) -> list[Token]:
    """The noun phrase of a releaser, without what hangs behind it."""
    before = [c for c in who.children if c.i < who.i and c.dep != "punct"]
    first = min([who.i, *(c.i for c in before)])
    inside = [t for t in _run(who) if first <= t.i <= who.i]
    return inside or [who]


def _run(who: Token) -> list[Token]:
    found: list[Token] = []
    waiting = [who]
    while waiting and len(found) < 40:
        token = waiting.pop()
        found.append(token)
        waiting.extend(c for c in token.children if c.i < who.i)
    return sorted(found, key=lambda t: t.i)


def _voice(parse: Parse, who: Token, phrase: list[Token], words: Span, known: Attribution | None) -> Voice:
    if known is not None and known.source_name:
        return Voice(
            name=known.source_name, kind=known.source_kind, anchor=words, attribution=known.id,
            party_to_conflict=known.party_to_conflict,
        )  # fmt: skip
    kind, because = kind_of(who, phrase, words)
    party, _ = party_to_conflict(parse.text, kind, words, because)
    made = Named(" ".join(words.words(parse.text).split()), kind, party)
    return Voice(name=made.name or "", kind=made.kind, anchor=words, party_to_conflict=made.party)


RULES: tuple[Rule, ...] = all_rules(FOOTAGE, released_by)
