"""What a voice tells behind a colon without quotation marks, and "so she tells it".

"She counts in her copybook: thirty that evening.", "The mate holds fast at his story: a plane dived into the
load.", "His account is short: two planes came.", "The soldiers fired for an hour, as the driver puts it."
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.extract.attribution_found import Found, spans_of, trimmed
from firsthand.extract.attribution_grammar import FINITE, Scene, noun_phrase, own_subject
from firsthand.extract.attribution_verbs import CUES, lemma_of
from firsthand.extract.voices_kinds import kind_of_word, telling
from firsthand.extract.voices_pronouns import may_be_somebody
from firsthand.resources.parser import Token
from firsthand.rules import Row, all_rules, rule
from firsthand.schema import Span

_TELLS = frozenset({
    "say", "tell", "write", "count", "remember", "recall", "insist", "repeat", "explain",
    "describe", "report", "note", "record", "list", "maintain", "answer", "reply", "warn",
    "confirm", "conclude", "state", "swear", "testify", "recount", "relate", "claim", "admit",
    "add", "declare", "announce", "estimate", "tally", "speak", "protest", "complain", "whisper",
    "shout", "nod",
})  # fmt: skip
"""Verbs whose colon opens what is told, whatever stands between."""
_HOLDS = frozenset({
    "hold", "stick", "stand", "keep", "cling", "return", "come", "give", "put", "have", "offer"
})  # fmt: skip
"""Verbs that do so with a story beside them: "sticks to her account:", "puts it plainly:"."""
_STORY = frozenset({
    "story", "account", "version", "testimony", "statement", "tale", "claim", "word",
    "recollection", "memory", "explanation", "answer", "reply", "verdict", "tally", "count",
    "message", "conclusion", "finding", "figure", "estimate", "evidence", "summary", "reading",
    "diagnosis", "list", "line",
})  # fmt: skip
_SURE = frozenset({
    "certain", "sure", "clear", "adamant", "categorical", "blunt", "emphatic", "convinced",
    "definite", "firm", "plain", "positive", "brief", "terse", "curt", "defiant", "unequivocal",
    "unrepentant", "unapologetic", "frank", "candid", "succinct", "damning", "scathing", "unmoved",
})  # fmt: skip
_PERSONS = frozenset({"he", "she", "they", "i", "we"})
_OWNERS = frozenset({"his", "her", "their", "my", "our"})
_LONGEST_FRAME = 24
_FEWEST = 3
Frame = tuple[list[Token], Token, Token]
"""The words that name who tells, the word that tells, and the head of who tells."""


def told_behind_colons(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions with those that a colon opens or "so she tells it" closes, where none is there yet."""
    held = sorted((span.start, span.end) for one in found for span in one.content)
    cued = {scene.parse.first_from(span.start) for one in found for span in one.cue}
    more = []
    for token in scene.tokens:
        if token.text != ":" and token.lower not in ("so", "as"):
            continue
        if scene.level(token) >= 0 or scene.in_stamp(token):
            continue
        one = behind_colon(scene, token) if token.text == ":" else as_told(scene, token)
        if one is not None and not _held(one, held) and not any(
            t.i in cued for span in one.cue for t in scene.parse.within(span)
        ):  # fmt: skip
            more.append(one)
    return [*found, *more]


def _held(one: Found, held: Sequence[tuple[int, int]]) -> bool:
    """Whether what a colon opens is already somebody's by its first words."""
    start = one.content[0].start
    return any(low <= start < high and high - low > 1 for low, high in held)


@rule(
    "attribution.behind_colon",
    means="who is said to tell, to hold to a story or to be sure before a colon says what is behind it",
    fires=(
        "The mate holds fast at his story[:] a small plane dived into the load.",
        "Ilse Brandt counts in her copybook[:] thirty that evening who could not breathe.",
        "The mate's account is short[:] two planes came from the east.",
        "The nurse is certain[:] the men wore green cords.",
    ),
    silent=(
        "The police have one task: the driver must be found.",
        "The bus burned for an hour: three people died.",
        "His bag is heavy: it holds three stones.",
        '"I counted three carriers": the ferryman saw the retreat',
    ),
)
def behind_colon(scene: Scene, colon: Token) -> Found | None:
    """The frame before the colon names a voice that tells; the rest of the sentence is what it tells."""
    low, high = scene.bounds(colon)
    words = scene.tokens[low : colon.i]
    behind = scene.tokens[colon.i + 1 : high]
    if not 0 < len(words) <= _LONGEST_FRAME or not _says_something(scene, behind):
        return None
    if any(t.text in (":", ";") for t in words) or scene.parse.text[colon.end : colon.end + 2].strip() == "":
        return None
    frame = _teller(scene, words) or _story_of(scene, words)
    content = trimmed(scene.parse, colon.i + 1, high)
    if frame is None or content is None:
        return None
    source, cue, voice = frame
    if scene.level(cue) >= 0:  # a headline's quotation, whose colon opens what the paper says of it
        return None
    return Found(
        (content,), (cue.span,), spans_of(source), _row(cue), (behind_colon.because(colon.span),), cue, voice
    )  # fmt: skip


def _row(cue: Token) -> Row | None:
    row = CUES["verb"].lookup(lemma_of(cue)) if cue.pos == "VERB" else None
    return row if row is not None and row.get("kind") == "report" else None


def _says_something(scene: Scene, behind: Sequence[Token]) -> bool:
    """Whether what follows a colon is a statement: a finite verb, or a number of something; no question."""
    said = [t for t in behind if t.pos not in ("PUNCT", "SPACE", "SYM")]
    if len(said) < _FEWEST or scene.level(behind[0]) >= 0 or scene.quotations_in(behind[0].span):
        return False
    if behind[-1].text == "?" or said[0].tag in ("TO", "WRB", "WP", "WDT"):
        return False
    return any(t.tag in FINITE or t.tag == "VBN" or t.pos == "NUM" for t in said)


def _teller(scene: Scene, words: Sequence[Token]) -> Frame | None:
    """The subject of a telling verb or of "is certain", if it is somebody or a record."""
    inside = {t.i for t in words}
    for verb in words:
        subject = own_subject(verb) if verb.tag in FINITE else None
        if (
            subject is None
            or subject.i not in inside
            or subject.i > verb.i
            or verb.head.i in inside - {verb.i}
        ):
            continue
        if not _can_tell(subject) or not (_tells(verb, words) or sure_of_words(verb)):
            return None
        source = noun_phrase(scene, subject, words[0].i, verb.i)
        return (source, verb, subject) if source else None
    return None


def _tells(verb: Token, words: Sequence[Token]) -> bool:
    if any(c.dep == "neg" for c in verb.children):
        return False
    if lemma_of(verb) in _TELLS:
        return True
    behind = [t for t in words if t.i > verb.i]
    story = any(t.lemma in _STORY and (_owned(t) or t.dep in ("dobj", "pobj")) for t in behind)
    puts = lemma_of(verb) in ("put", "have") and bool(behind) and behind[0].lower == "it"
    return lemma_of(verb) in _HOLDS and (story or puts)


def _owned(noun: Token) -> bool:
    return any(c.lower in _OWNERS or c.dep == "poss" for c in noun.children)


def sure_of_words(verb: Token) -> bool:
    """Whether a verb says how somebody puts what a colon opens: "is certain", "was brief"."""
    return verb.lemma in ("be", "remain", "sound") and any(
        t.lower in _SURE and not any(c.dep == "neg" for c in verb.children)
        for t in verb.below("acomp", "attr")
    )


def _can_tell(subject: Token) -> bool:
    if subject.pos == "PRON":
        return subject.lower in _PERSONS
    if subject.pos == "PROPN":
        return subject.entity not in ("DATE", "TIME")
    return kind_of_word(subject) != "footage" and (
        kind_of_word(subject) is not None or may_be_somebody(subject) or subject.lower in _CREW
    )


_CREW = frozenset(
    {"mate", "bosun", "skipper", "sexton", "porter", "conductor", "ferryman", "twin", "sibling"}
)


def _story_of(scene: Scene, words: Sequence[Token]) -> Frame | None:
    """Whose story it is: "his account is short", "the survivors' version", "the verdict of the doctors"."""
    story = next((t for t in words if t.lemma in _STORY and t.dep in ("nsubj", "ROOT", "dep")), None)
    if story is None or any(t.tag in FINITE and t.lemma not in _STATES for t in words):
        return None
    if any(t.dep == "neg" for t in words):
        return None
    owner = next(iter(story.below("poss")), None)
    if owner is None and (of := next((p for p in story.below("prep") if p.lower == "of"), None)) is not None:
        owner = next(iter(of.below("pobj")), None)
    if owner is None or not (owner.lower in _OWNERS or _can_tell(owner) or telling(owner)):
        return None
    source = noun_phrase(scene, owner, words[0].i, words[-1].i + 1)
    source = [t for t in source if t.dep != "case" and t.lower not in ("'s", "’s", "'", "’")]
    return (source, story, owner) if source else None


_STATES = frozenset({"be", "remain", "sound", "run", "go", "read", "stay", "differ"})


@rule(
    "attribution.as_told",
    means='"so she tells it" or "as the driver puts it" beside a statement says whose statement it is',
    fires=(
        "The soldiers fired at the bus for an hour, [as] the driver puts it.",
        "[As] the widow tells it, the soldiers came at noon.",
    ),
    silent="The soldiers fired at the bus as the driver put it in the garage.",
)
def as_told(scene: Scene, word: Token) -> Found | None:
    """The rest of the sentence, left or right of a clause "as" or "so", somebody, "tell" or "put", "it"."""
    low, high = scene.bounds(word)
    words = scene.tokens[word.i : min(high, word.i + _LONGEST_FRAME)]
    verb = next((t for t in words[1:] if t.tag in FINITE), None)
    it = scene.next_to(verb.i + 1) if verb is not None else None
    subject = own_subject(verb) if verb is not None else None
    if verb is None or it is None or subject is None or not word.i < subject.i < verb.i:
        return None
    after = scene.next_to(it.i + 1)
    ends = after is None or after.i >= high or after.text in (",", ".", "—", "–", ";")
    if lemma_of(verb) not in _PUTS or it.lower not in ("it", "them") or not ends or not _can_tell(subject):
        return None
    before = scene.next_to(word.i - 1)
    if word.i == low:
        content = trimmed(scene.parse, it.i + 1, high)
    elif before is not None and before.text in (",", "—", "–"):
        content = trimmed(scene.parse, low, word.i)
    else:
        return None
    source = noun_phrase(scene, subject, word.i + 1, verb.i)
    if content is None or not source or _quoted(scene, content):
        return None
    reasons = (as_told.because(word.span),)
    return Found((content,), spans_of([word, verb, it]), spans_of(source), None, reasons, verb, subject)


_PUTS = frozenset({"tell", "put", "have", "remember", "recall", "describe", "see"})


def _quoted(scene: Scene, content: Span) -> bool:
    tokens = scene.parse.within(content)
    return any(scene.level(t) >= 0 for t in tokens) or not any(t.tag in FINITE for t in tokens)


RULES = all_rules(behind_colon, as_told)
