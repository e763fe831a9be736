"""Voices that pass on others: "quoted a nurse as saying", "said, citing two officials"."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.extract.attribution_cues import Cue
from firsthand.extract.attribution_ends import clause_end
from firsthand.extract.attribution_found import Found, spans_of, trimmed
from firsthand.extract.attribution_grammar import Scene, noun_phrase
from firsthand.extract.attribution_participles import according_to_whom, governing_cue
from firsthand.extract.voices_kinds import kind_of_word
from firsthand.extract.voices_pronouns import may_be_somebody
from firsthand.resources.parser import Token
from firsthand.rules import rule
from firsthand.schema import Span


@rule(
    "attribution.as_saying",
    means='one voice quotes another "as saying" something',
    fires="The agency quoted a nurse [as saying] that the ward was full.",
    silent="The agency quoted a nurse at length.",
)
def as_saying(scene: Scene, cue: Cue) -> tuple[Found, ...] | None:
    """The quoting voice with all that it passes on, and the quoted one with what it says."""
    token = next(
        (t for t in scene.tokens[cue.token.i + 1 : min(cue.high, cue.token.i + 40)]
         if t.lower == "as" and (after := scene.next_to(t.i + 1)) is not None and after.tag == "VBG"), None,
    )  # fmt: skip
    if token is None:
        return None
    saying = scene.tokens[token.i + 1]
    start = saying.i + 1
    while start < cue.high and scene.tokens[start].text in (",", ":"):
        start += 1
    if saying.lemma in _TELLING:  # "as telling the newspaper Dagen that"
        start = next(
            (t.i for t in scene.tokens[start : min(start + _FAR, cue.high)] if t.lower == "that"), start
        )
    content = trimmed(scene.parse, start, clause_end(scene, cue, start)) if start < cue.high else None
    content = content or _said_before(scene, cue)
    if content is None:
        return None
    quoted, first = _quoted(scene, cue, token)
    as_span = Span(token.start, saying.end)
    whole = trimmed(scene.parse, first, clause_end(scene, cue, start))
    reasons = (cue.because(), as_saying.because(as_span))
    inner = Found(
        (content,), (as_span,), spans_of(quoted), None, (as_saying.because(as_span),), saying, _head(quoted),
    )  # fmt: skip
    if content.end <= cue.token.start:
        whole = content if cue.source and not cue.passive else None
        inner.cue = inner.cue if whole is not None else spans_of([*cue.group, token, saying])
    if whole is None:
        return (inner,)
    by = (
        [t for t in cue.token.children if t.lower == "by" and t.dep in ("agent", "prep")]
        if cue.passive
        else []
    )
    outer = Found(
        (whole,), spans_of([*cue.group, *by]), spans_of(cue.source), cue.row, reasons, cue.token, cue.voice,
    )  # fmt: skip
    return outer, inner


_TELLING = frozenset({"tell", "inform", "assure", "warn", "remind"})
_FAR = 10


def _said_before(scene: Scene, cue: Cue) -> Span | None:
    """The quotation before the cue: '"We left," he was quoted as saying'."""
    spans = [
        q.span for q in scene.quotations_near(cue.token) if q.depth == 0 and q.span.end <= cue.token.start
    ]
    return spans[-1] if spans and scene.parse.first_from(spans[-1].start) >= cue.low else None


def _quoted(scene: Scene, cue: Cue, token: Token) -> tuple[list[Token], int]:
    """Who is quoted, and where what the outer voice passes on begins."""
    if not cue.passive:
        objects = [
            c
            for c in cue.token.children
            if c.dep in ("dobj", "nsubj", "dative") and cue.token.i < c.i < token.i
        ]
        head = objects[0] if objects else None
        words = noun_phrase(scene, head, cue.group[-1].i + 1, token.i) if head is not None else []
        return words, words[0].i if words else token.i
    subjects = [c for c in cue.token.children if c.dep in ("nsubjpass", "nsubj") and c.i < cue.token.i]
    words = noun_phrase(scene, subjects[0], cue.low, cue.group[0].i) if subjects else []
    return words, token.i


def _head(words: list[Token]) -> Token | None:
    inside = {t.i for t in words}
    return next((t for t in words if t.head.i not in inside), None)


@rule(
    "attribution.citing",
    means='a voice says where it has something from: "citing two officials", "quoting a source"',
    fires=(
        "The agency said the men were arrested, [citing] two officials.",
        "The men were arrested, according to Radio Osk, which [cited] two officials.",
    ),
    silent="The agency said the men were arrested for exciting the crowd.",
)
def citing(scene: Scene, cue: Cue, found: Sequence[Found]) -> Found | None:
    """The one cited as a voice of its own, with the content of the voice that cites."""
    behind = _relative_of(cue.token, found)
    if cue.token.tag != "VBG" and behind is None:
        return None
    objects = [c for c in cue.token.children if c.dep in ("dobj", "pobj") and c.i > cue.token.i]
    if not objects:
        return None
    source = noun_phrase(scene, objects[0], cue.token.i + 1, cue.high)
    outer = behind or _governing(scene, cue, found)
    if outer is None or not source or _puts_nothing_forward(outer) or _only_a_reason(objects[0]):
        return None
    return Found(
        outer.content, (cue.token.span,), spans_of(source), cue.row,
        (cue.because(), citing.because(cue.token.span)), cue.token, objects[0], within=outer,
    )  # fmt: skip


def _relative_of(verb: Token, found: Sequence[Found]) -> Found | None:
    """What the voice tells whose relative clause a verb heads: "according to Radio Osk, which cited"."""
    who = next(iter(verb.below("nsubj")), None)
    if verb.dep != "relcl" or who is None or who.lower not in ("which", "who"):
        return None
    told = (one for one in found if one.voice is not None and one.verb is not verb and one.cue)
    return next((one for one in told if one.voice is verb.head), None)


def _puts_nothing_forward(outer: Found) -> bool:
    """Whether who cites denies or withholds: "declined to say how many, citing the trial"."""
    row = outer.row
    return row is not None and (row.get("certainty") == "unknown" or row.get("polarity", "+") != "+")


def _only_a_reason(cited: Token) -> bool:
    """Whether what is cited gives a reason and tells nothing: "citing security", "citing a lack of funds"."""
    if cited.pos != "NOUN" or cited.entity:
        return False
    return kind_of_word(cited) is None and not may_be_somebody(cited) and cited.lemma.lower() in _REASONS


_REASONS = frozenset((
    "security", "safety", "privacy", "concern", "reason", "lack", "need", "risk", "threat", "danger", "fear",
    "rule", "policy", "privilege", "investigation", "trial", "weather", "cost", "shortage", "law", "case",
    "confidentiality", "secrecy", "progress", "failure", "rise", "increase", "fall", "drop", "difficulty",
))  # fmt: skip


def _governing(scene: Scene, cue: Cue, found: Sequence[Found]) -> Found | None:
    """The attribution that the participle belongs to: the one it hangs on, else the nearest."""
    if (named := according_to_whom(scene, cue.token)) is not None:
        return next((one for one in found if one.voice is named), None)
    near = [
        one for one in found
        if one.verb is not None and one.verb is not cue.token and one.verb.sentence == cue.token.sentence
        and one.row is not None and one.row.get("kind") == "report"
    ]  # fmt: skip
    main = governing_cue(scene, cue.token)
    held = next((one for one in near if one.verb is main), None)
    if held is not None:
        return held
    for above in cue.token.ancestors():
        held = next((one for one in near if one.verb is above), None)
        if held is not None:
            return held
    return min(near, key=lambda one: abs(one.verb.i - cue.token.i) if one.verb else 0, default=None)


@rule(
    "attribution.carried_by",
    means='what is said in a statement "carried by" an agency has come through the agency',
    fires="In a statement [carried by] the Somna news agency, the committee said that ten people had died.",
    silent="In a statement carried by two messengers, the committee said that ten people had died.",
)
def carried_by(scene: Scene, verb: Token) -> Found | None:
    """The agency with all that the sentence tells behind the comma."""
    paper = verb.head
    if verb.lemma not in _CARRYING or verb.dep != "acl" or kind_of_word(paper) != "document":
        return None
    by = next(iter(verb.below("agent")), None)
    who = next(iter(by.below("pobj")), None) if by is not None else None
    if by is None or who is None or paper.dep != "pobj" or paper.head.lower != "in":
        return None
    if who.lemma.lower() not in _OUTLETS and kind_of_word(who) != "outlet":
        return None
    source = noun_phrase(scene, who, by.i + 1, scene.bounds(verb)[1])
    comma = scene.next_to(source[-1].i + 1) if source else None
    if comma is None or comma.text != ",":
        return None
    content = trimmed(scene.parse, comma.i + 1, scene.bounds(verb)[1])
    cue = Span(verb.start, by.end)
    reasons = (carried_by.because(cue),)
    return (
        Found((content,), (cue,), spans_of(source), None, reasons, verb, who) if content is not None else None
    )


_CARRYING = frozenset({"carry", "publish", "broadcast", "relay", "distribute", "air"})
_OUTLETS = frozenset(
    {"agency", "newspaper", "television", "tv", "radio", "channel", "station", "media", "daily"}
)
