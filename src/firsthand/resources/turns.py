"""A document -> the turns of a transcript: which words are whose, by the labels that open them.

"HOST: ...", "KERN: ...", "Dr Sarn, surgeon: ...", "Mr. Halvor (Sulmar): ...", "[00:12] Reporter: ...". A
text is a transcript only where something more says so: somebody who asks for the outlet, two who speak in
turn, a question that the next label answers, or the words "transcript", "hearing", "record" above. A headline
with a colon, the head of a section ("Weather: ..."), a day, a time or a credit opens no turn. One pass.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from firsthand.resources.capitals import cased
from firsthand.schema import Document, Span, Spans

_MARKUP = r"[*_#>\s]*(?:[\[(]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?[\])]?\s*[-–—]?\s+)?[*_]*"
_WORD = r"(?:[A-Z][\w.'’-]*|\d{1,2})"
_LABEL = cased(
    rf"{_MARKUP}(?P<name>[A-Z][\w.'’-]*(?:\s(?:(?:of|de|van|von|der|bin|al)\s)?{_WORD}){{0,4}})"
    r"(?P<role>\s?\([^()\n]{1,50}\)|,\s[^:\n.?!]{2,50})?[*_]*:[*_]*\s+(?=\S)"
)
_INSIDE = cased(r"(?<=[.!?…”\"]\s)(?P<name>[A-Z][A-Z.'’-]{2,20}(?:\s[A-Z][A-Z.'’-]{1,20}){0,2}):\s+(?=\S)")
_ENDS = re.compile(r"[.!?…—–\"”’')\]]\W*\Z")
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|[Ww]e|[Ww]e['’]\w+|[Mm]y|[Oo]ur|me|us)\b")
_I = re.compile(r"\b(?:I|I['’]\w+|[Mm]y|me)\b")
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]?")
_ANNOUNCED = re.compile(
    r"\b(?:transcripts?|interview(?:ed|s)?|in conversation|conversation with|q\s?&\s?a|questions and answers|"
    r"(?:summary|verbatim|meeting) record|minutes of|hearing|testimony|inquest|cross-examination|on air|"
    r"radio traffic|intercepted|news at|bulletin)\b",
    re.IGNORECASE,
)
_HOSTS = frozenset({
    "host", "anchor", "presenter", "moderator", "interviewer", "newsreader", "news reader", "reporter",
    "journalist", "correspondent", "narrator", "voiceover", "voice-over", "announcer", "studio", "newscaster",
    "co-host", "anchorman", "anchorwoman", "host 1", "host 2", "presenter 1", "presenter 2",
})  # fmt: skip
"""Labels of who speaks for the outlet."""
_SECTIONS = frozenset({
    "weather", "sport", "sports", "correction", "corrections", "update", "updates", "updated", "note",
    "notes", "photo", "photos", "image", "picture", "pictures", "source", "sources", "credit", "credits",
    "caption", "video", "audio", "background", "analysis", "context", "summary", "related", "breaking",
    "watch", "listen", "read", "read more", "see also", "date", "time", "place", "location", "subject",
    "re", "from", "to", "cc", "contact", "tel", "phone", "email", "e-mail", "conclusion", "verdict",
    "rating", "fact", "claim", "claims", "key points", "traffic", "business", "culture", "markets",
    "headline", "headlines", "warning", "opinion", "editorial", "comment", "editor", "editing", "writing",
    "producer", "today", "tonight", "yesterday", "tomorrow", "week", "day", "month", "year", "chapter",
    "part", "section", "article", "figure", "table", "total", "killed", "wounded", "dead", "injured",
    "missing", "casualties", "result", "results", "status", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december", "lead", "q", "a", "question", "answer",
    "questions", "answers", "ps", "nb", "also", "then", "later", "live", "editor's note", "editor’s note",
    "exclusive", "explainer", "timeline", "dateline", "tags", "tag", "title",
})  # fmt: skip
"""Labels of what a paragraph is or is about; "Q" and "A" name nobody, and are read elsewhere."""
_OPENING_WORDS = frozenset({
    "in", "on", "at", "by", "for", "with", "after", "before", "but", "and", "or", "so", "now", "then",
    "yes", "no", "well", "look", "here", "there", "this", "that", "these", "those", "what", "why",
    "how", "who", "when", "where", "my", "our", "your", "his", "her", "their", "its", "it", "i", "we",
    "you", "he", "she", "they", "if", "as", "all", "one", "two", "three", "first", "second", "third",
    "finally", "remember", "among", "also", "only", "an", "a", "to", "of", "from", "not", "nothing",
    "more", "most", "some", "many", "again", "still",
})  # fmt: skip
"""Words that open a sentence with a colon in it, and no label."""
_NUMBERED = frozenset({
    "speaker", "witness", "voice", "caller", "officer", "pilot", "man", "woman", "resident", "host", "juror",
    "presenter", "soldier", "male", "female", "victim", "survivor",
})  # fmt: skip
"""Labels that may end in a number: "Witness 2"."""
_NEAR = 110
"""Characters of a paragraph in which a label is looked for."""
_ABOVE = 600
"""Characters above the first turn in which a text says that it is a transcript."""
_FEWEST_ALTERNATING = 4
_FEWEST_QUESTIONS = 2
_SHORT = 6
"""Words up to which what is behind a label must end as a sentence does: "Reporter: Ilse Brandt" does not."""


@dataclass(frozen=True)
class Turn:
    """What one says in a transcript, and who it is by the label."""

    label: Span
    """The label without its colon, a role beside the name included."""
    name: Span
    """The label without the role."""
    opens: int
    """Where the words begin, behind the colon."""
    words: Spans
    """Per paragraph what is said in the turn."""
    outlet: bool
    """Whether the label is of somebody who speaks for the outlet: a host, a presenter, the outlet's name."""

    @property
    def unsaid(self) -> Span:
        """The label with its colon, which is nobody's words."""
        return Span(self.label.start, self.opens)


@dataclass(frozen=True)
class _Opening:
    paragraph: int
    turn: Turn
    key: str


def spoken_turns(document: Document) -> tuple[Turn, ...]:
    """The turns of a transcript in text order; none where the document is not one."""
    openings = [each for n in range(len(document.paragraphs)) for each in _openings(document, n)]
    openings = _without_headline(document, openings)
    if not _is_transcript(document, openings):
        return ()
    announced = _announced(document, openings)
    made = []
    for this, following in zip(openings, [*openings[1:], None], strict=True):
        words = tuple(_words(document, this, following, announced))
        made.append(replace(this.turn, words=words))
    return tuple(made)


def _openings(document: Document, number: int) -> list[_Opening]:
    """Where turns open in one paragraph: at its head, and behind it at names in capitals after a stop."""
    paragraph = document.paragraphs[number]
    near = min(paragraph.end, paragraph.start + _NEAR)
    first = _LABEL.match(document.text, paragraph.start, near)
    if first is None or _no_speaker(first["name"]):
        return []
    further = [
        m for m in _INSIDE.finditer(document.text, first.end(), paragraph.end) if not _no_speaker(m["name"])
    ]
    made = []
    for this, following in zip([first, *further], [*further, None], strict=True):
        end = paragraph.end if following is None else following.start()
        said = document.text[this.end() : end]
        if not said.strip() or (len(said.split()) <= _SHORT and _ENDS.search(said) is None):
            continue
        name = Span(*this.span("name"))
        role = this.groupdict().get("role")
        label = Span(name.start, this.end("role")) if role else name
        outlet = _for_outlet(this["name"], document.publisher)
        made.append(
            _Opening(number, Turn(label, name, this.end(), (Span(this.end(), end),), outlet), this["name"])
        )
    return made


def _no_speaker(name: str) -> bool:
    """Whether a label heads a section, or is a day or a number of something, and no one who speaks."""
    words = name.lower().rstrip(".").split()
    if " ".join(words) in _SECTIONS or words[0].strip(",") in _OPENING_WORDS:
        return True
    if words[-1].isdigit():
        return words[0] not in _NUMBERED
    return len(words) > 1 and words[0] in _SECTIONS and words[0] not in ("may", "march", "re")


def _for_outlet(name: str, publisher: str | None) -> bool:
    if name.lower() in _HOSTS:
        return True
    names = [word for word in (publisher or "").split() if word[:1].isupper()]
    initials = "".join(word[0] for word in names)
    same = name.lower() in ((publisher or "").lower(), names[-1].lower() if names else "")
    return bool(names) and (same or (len(names) > 1 and name == initials))


def _without_headline(document: Document, openings: list[_Opening]) -> list[_Opening]:
    """The openings without a headline that is a name, a colon and what is said of it or by it."""
    if not openings or openings[0].paragraph != 0:
        return openings
    first = openings[0]
    heads = len([each for each in openings if each.key == first.key]) == 1 and not first.turn.outlet
    said = document.text[first.turn.opens : document.paragraphs[0].end]
    return openings[1:] if heads and _ENDS.search(said[-1:]) is None else openings


def _is_transcript(document: Document, openings: Sequence[_Opening]) -> bool:
    labels = Counter(each.key for each in openings)
    others = [each for each in openings if not each.turn.outlet]
    if not others:
        return False
    if len(others) < len(openings) or _announced(document, openings):
        return True
    asked = [_asks(document, each) for each in openings]
    repeated = len(labels) < len(openings) and len(labels) > 1
    if repeated and (len(openings) >= _FEWEST_ALTERNATING or sum(asked) >= _FEWEST_QUESTIONS):
        return True
    return any(
        asks and this.key != following.key and following.paragraph == this.paragraph + 1
        for asks, this, following in zip(asked, openings, openings[1:], strict=False)
    )


def _asks(document: Document, opening: _Opening) -> bool:
    return opening.turn.words[0].words(document.text).rstrip(" *_\"”’'»)").endswith("?")


def _announced(document: Document, openings: Sequence[_Opening]) -> bool:
    """Whether the words above the first turn say that people speak here, and one says "I" or "we"."""
    above = document.text[: openings[0].turn.label.start][-_ABOVE:]
    if not _ANNOUNCED.search(above) and not _ANNOUNCED.search(document.title or ""):
        return False
    said = (each.turn.words[0].words(document.text) for each in openings)
    return any(_FIRST_PERSON.search(words) for words in said) and (
        len(openings) > 1 or openings[0].key.isupper()
    )


def _words(document: Document, this: _Opening, following: _Opening | None, announced: bool) -> list[Span]:
    """The words of a turn; a paragraph without a label goes on with it while it says "I" or "we".

    Between two turns of what is announced as a transcript it does so in any case; behind the last turn "we"
    may be the outlet's.
    """
    said = list(this.turn.words)
    if following is not None and following.paragraph == this.paragraph:
        return said
    last = len(document.paragraphs) if following is None else following.paragraph
    for number in range(this.paragraph + 1, last):
        paragraph = document.paragraphs[number]
        words = paragraph.words(document.text)
        own = _I if following is None else _FIRST_PERSON
        mine = own.search(_QUOTED.sub("", words)) is not None
        if _LABEL.match(words) or not (mine or (announced and following is not None)):
            break
        said.append(paragraph)
    return said
