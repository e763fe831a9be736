"""Who answers in an interview: whom the text before the first question names, or whom a label means."""

from __future__ import annotations

import re

from firsthand.resources.parser import Parse, Token
from firsthand.schema import Document, Span, Voice

_INTERVIEW = re.compile(
    r"\b(?:interview(?:ed|s)?|q\s?(?:&|and)\s?a|questions and answers|in conversation|"
    r"in (?:his|her|their) own words|"
    r"(?:sp(?:eaks?|oke)|talk(?:s|ed)?|chat(?:s|ted)?|s[ai]ts? down|caught up) (?:to|with)|"
    r"met (?:him|her|them)|answer(?:s|ed)? (?:our|the|some|readers|readers['’]|\w+ ?)*questions?|"
    r"discuss(?:es|ed) \w+(?: \w+)? with|we (?:met|asked|reached|called|spoke)|takes? our questions)\b",
    re.IGNORECASE,
)
_TALKING = frozenset(
    {
        "speak",
        "talk",
        "answer",
        "interview",
        "discuss",
        "meet",
        "ask",
        "tell",
        "sit",
        "reply",
        "chat",
        "reach",
        "call",
    }
)
_HONORIFIC = frozenset({
    "dr", "dr.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "colonel", "governor", "mayor", "major",
    "captain", "general", "minister", "president", "professor", "sergeant", "lieutenant",
})  # fmt: skip


def is_interview(intro: str, title: str | None) -> bool:
    """Whether the words before the first question, or the title, say that somebody answers questions."""
    return bool(_INTERVIEW.search(intro) or _INTERVIEW.search(title or ""))


def interviewee(document: Document, parse: Parse, before: Span) -> Voice | None:
    """The one whom the text before the first question names; None for nobody or several.

    Of several the one who is said to speak, meet or answer; without a name the one role that does.
    """
    named: dict[str, tuple[list[Token], str]] = {}
    author = (document.author or "").lower()
    for run in _names(parse, before):
        words = Span(run[0].start, run[-1].end).words(parse.text)
        name = " ".join(words.split()).removesuffix("'s").removesuffix("’s")
        last = name.split()[-1].lower()
        if (
            name.lower() not in author
            and not _asks(run[-1])
            and (last not in named or len(named[last][1]) < len(name))
        ):
            named[last] = (run, name)
    full = {last: each for last, each in named.items() if " " in each[1] or _titled(parse, each[0])}
    several = full or {last: each for last, each in named.items() if _talks(each[0])}
    if len(several) > 1:
        several = {last: each for last, each in several.items() if _talks(each[0])}
    if len(several) == 1:
        run, name = next(iter(several.values()))
        return Voice(name=name, kind="person", anchor=Span(run[0].start, run[-1].end))
    return _role(parse, before) if not named else None


def _names(parse: Parse, before: Span) -> list[list[Token]]:
    """The names of persons, and pairs of names that the parser gives no type: it misses one person in ten."""
    runs = [
        list(parse.tokens[e.first : e.last])
        for e in parse.entities
        if e.label == "PERSON" and before.holds(e.span)
    ]
    for last in parse.within(before):
        first = parse.tokens[last.i - 1]
        pair = last.pos == first.pos == "PROPN" and first.head is last and first.dep in ("compound", "nmod")
        if (
            pair
            and not last.entity
            and not first.entity
            and first.text[1:].islower()
            and last.text[1:].islower()
        ):
            runs.append([first, last])
    return runs


def _titled(parse: Parse, run: list[Token]) -> bool:
    before = parse.tokens[run[0].i - 1] if run[0].i else None
    return before is not None and before.lower in _HONORIFIC


def _talks(run: list[Token]) -> bool:
    """Whether a name stands with a verb of talking, as who talks or is talked to."""
    return any(_with_talk(token) for token in run)


def _asks(token: Token) -> bool:
    """Whether a name is that of who asks: "she spoke to Mira Falk", "interviewed by Mira Falk"."""
    if token.dep != "pobj" or token.head.lower not in ("to", "with", "by"):
        return False
    verb = token.head.head
    if token.head.lower == "by":
        return verb.lemma in _TALKING and token.head.dep in ("agent", "prep")
    return verb.lemma in _TALKING and any(c.lower in ("he", "she") for c in verb.below("nsubj"))


def _with_talk(token: Token) -> bool:
    head = token.head
    if token.dep == "pobj" and head.lower in ("to", "with"):
        head = head.head
    return token.dep in ("nsubj", "dobj", "pobj") and (head.lemma in _TALKING or head.lower == "interview")


def _role(parse: Parse, before: Span) -> Voice | None:
    """The one role that is said to answer or speak: "The mayor answered readers' questions"."""
    found = {}
    for token in parse.within(before):
        if token.pos == "NOUN" and _with_talk(token) and token.tag == "NN" and token.lower.endswith(_PERSONS):
            words = [t for t in token.subtree() if t.i <= token.i]
            first = next((t for n, t in enumerate(words) if token.i - t.i == len(words) - 1 - n), token)
            span = Span(first.start, token.end)
            found[token.lower] = Voice(
                name=" ".join(span.words(parse.text).split()), kind="person", anchor=span
            )
    return next(iter(found.values())) if len(found) == 1 else None


_PERSONS = ("or", "er", "man", "woman", "ist", "ian", "general", "colonel", "sergeant", "chief", "nurse",
"president",
            "spokesperson", "resident", "witness", "medic", "priest", "analyst", "expert",
            "judge")  # fmt: skip


def person_of_label(label: str, parse: Parse) -> Voice:
    """Who a label means: "TAL", "IB" or "Dr Brandt" is the one person of the text whose name fits it."""
    words = label.replace(".", " ").split()
    fits = set()
    for entity in parse.entities:
        name = " ".join(entity.span.words(parse.text).split()).removesuffix("'s").removesuffix("’s")
        parts = name.split()
        if entity.label != "PERSON" or len(parts) < len(words) or len(parts) < 2 or parts[-1].isupper():
            continue
        initials = "".join(part[0] for part in parts)
        if (words[-1].lower() == parts[-1].lower() and not name.endswith(":")) or label == initials:
            fits.add(name)
    whole = {name for name in fits if name.lower() == label.lower()} or fits
    name = next(iter(whole)) if len(whole) == 1 else label
    return Voice(name=name, kind="person")
