"""Which sentences of a document a fast reading may leave unparsed: those that tell nothing we look for.

Goes by words alone, before any parse. A sentence is parsed where it holds a word of saying or showing, a
quotation or a part of one, a colon, footage, casualties, or a word that can name an act of conflict. Forms
are made from the lexicons, so a sentence is kept too easily rather than too seldom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from firsthand.extract.attribution_verbs import CUES, FORMS, inflected
from firsthand.extract.events_nouns import CLASSES, NOUNS
from firsthand.extract.events_types import VERBS
from firsthand.extract.footage import FOOTAGE
from firsthand.extract.quotes import quotations
from firsthand.schema import Document, Span

_END = re.compile(r"(?<=[\w%)\]])[.!?…]+[)\]”’»]*(?:\s+(?=[^\Wa-z_]|[(\[])|\s*\Z)")
_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_BEFORE = re.compile(r"\w+\Z")
_ABBREVIATED = frozenset((
    "adm", "al", "approx", "apr", "aug", "brig", "capt", "cmdr", "co", "col", "corp", "dec", "dept", "dr",
    "est", "etc", "feb", "fig", "fr", "ft", "gen", "gov", "hon", "inc", "jan", "jr", "jul", "jun", "lt",
    "ltd", "maj", "mar", "messrs", "mr", "mrs", "ms", "mt", "no", "nos", "nov", "oct", "pres", "prof", "pvt",
    "rep", "reps", "rev", "sen", "sens", "sep", "sept", "sgt", "sr", "st", "vs",
))  # fmt: skip
_REACH = 48
"""Characters before a stop in which the word before it is looked for."""
_IRREGULAR = {
    "shot": "shoot", "struck": "strike", "fought": "fight", "slew": "slay", "slain": "slay", "broke": "break",
    "broken": "break", "overran": "overrun", "fled": "flee", "seized": "seize", "withdrew": "withdraw",
    "withdrawn": "withdraw", "sank": "sink", "sunk": "sink", "blew": "blow", "blown": "blow", "met": "meet",
    "fell": "fall", "fallen": "fall", "threw": "throw", "thrown": "throw", "tore": "tear", "hung": "hang",
    "took": "take", "taken": "take", "left": "leave", "laid": "lay", "brought": "bring", "made": "make",
    "came": "come", "gave": "give", "given": "give", "shook": "shake", "sent": "send", "swept": "sweep",
    "drove": "drive", "driven": "drive", "held": "hold", "stole": "steal", "stolen": "steal", "won": "win",
    "lost": "lose", "got": "get", "went": "go", "gone": "go", "ran": "run", "cut": "cut", "lit": "light",
    "paid": "pay", "sought": "seek", "spoke": "speak", "stood": "stand", "caught": "catch", "beat": "beat",
    "beaten": "beat", "bore": "bear", "sold": "sell", "drew": "draw", "drawn": "draw",
}  # fmt: skip
CONFLICT = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "THREATEN", "PROTEST", "SANCTION"})
"""Types of event that are looked for: what is agreed or given counts only where somebody says so."""
NEAR = 5
"""How far behind a verb the word may stand that makes a happening of it ("pounded the town to")."""
CASUALTIES = frozenset((
    "bodies", "body", "casualties", "casualty", "corpse", "corpses", "dead", "death", "deaths", "die", "died",
    "dies", "dying", "fatalities", "fatality", "hurt", "injured", "injuries", "injury", "lives", "maimed",
    "missing", "perished", "remains", "survived", "survivor", "survivors", "toll", "victim", "victims",
    "wounded", "wounds",
))  # fmt: skip


def skimmed(document: Document) -> Document:
    """The document with the sentences marked that a fast reading leaves unparsed, and a notice that says so.

    Sentences are cut at a stop before a capital; where that is in doubt two stay one. The first sentence is
    always parsed, as it says what the rest is about.
    """
    quoted = [quotation.span for quotation in quotations(document.text, document.paragraphs)]
    left: list[Span] = []
    count = words = passed = at = 0
    for paragraph in document.paragraphs:
        for sentence in sentences(document.text, paragraph):
            while at < len(quoted) and quoted[at].end <= sentence.start:
                at += 1
            inside = _WORD.findall(document.text, sentence.start, sentence.end)
            count, words = count + 1, words + len(inside)
            in_quotes = at < len(quoted) and quoted[at].start < sentence.end
            if count > 1 and inside and not in_quotes and not _tells(document.text, sentence, inside):
                left.append(sentence)
                passed += len(inside)
    if not left:
        return document
    share = f"{len(left)} of {count} sentences ({100 * passed / words:.0f} % of the words)"
    notice = f"Read fast: {share} hold no word of saying, quotation or violence, and were not parsed."
    return msgspec.structs.replace(document, unparsed=tuple(left), notices=(*document.notices, notice))


def sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of a paragraph, the white space behind each left out."""
    start = paragraph.start
    for stop in _END.finditer(text, paragraph.start, paragraph.end):
        if stop.end() >= paragraph.end:
            break
        before = _BEFORE.search(text, max(start, stop.start() - _REACH), stop.start())
        word = before.group() if before else ""
        if word.lower() in _ABBREVIATED or (len(word) < 3 and not word.isdigit()):
            continue
        yield Span(start, stop.start() + len(stop.group().rstrip()))
        start = stop.end()
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _tells(text: str, sentence: Span, words: list[str]) -> bool:
    alone, followed = _telling()
    if text.find(":", sentence.start, sentence.end) >= 0:
        return True
    held = [word.lower() for word in words]
    if not alone.isdisjoint(held) or any(
        not alone.isdisjoint(word.split("-")) for word in held if "-" in word
    ):
        return True
    behind = (held[n + 1 : n + NEAR] for n in range(len(held)))
    return any(
        word in followed and not followed[word].isdisjoint(near)
        for word, near in zip(held, behind, strict=True)
    )


@cache
def _telling() -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Words that are enough by themselves, and words that need one of some others beside them."""
    alone = {*CASUALTIES, "per", "according", "believed", "thought", "feared", "known", "expected"}
    reporting = [row for kind in ("verb", "noun") for row in CUES[kind].rows if row["kind"] == "report"]
    alone |= {form for row in reporting for word in row.words for form in _forms(word)}
    for kind in ("adverb", "adjective", "absence", "match", "untrue"):
        alone |= {form for row in CUES[kind].rows for word in row.words for form in (word, word + "s")}
    alone |= {word for row in FOOTAGE["footage"].rows for word in row.words}
    followed: dict[str, set[str]] = {}
    for row in CUES["phrasal"].rows:
        for phrase in row.words if row["kind"] == "report" else ():
            _follow(followed, *phrase.split()[:2])
    for row in (*VERBS["verb"].rows, *NOUNS["noun"].rows):
        if row.get("type") not in CONFLICT:
            continue
        for phrase in row.words:
            first, *rest = phrase.split()
            if not rest:
                alone |= _forms(first)
            elif rest[-1] not in CLASSES and rest[-1] != "alone":
                _follow(followed, first, rest[-1])
    return frozenset(alone), {first: frozenset(rest) for first, rest in followed.items()}


def _follow(followed: dict[str, set[str]], first: str, last: str) -> None:
    for form in _forms(first):
        followed.setdefault(form, set()).update(_forms(last))


def _forms(word: str) -> set[str]:
    irregular = {form for form, lemma in _IRREGULAR.items() if lemma == word}
    irregular |= {form for form, lemma in FORMS.items() if lemma == word}
    return {*inflected(word), *irregular} if word.isalpha() else {word, word + "s"}
