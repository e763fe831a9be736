"""What is said in an object, a name given, or behind a preposition of the cue."""

from __future__ import annotations

from firsthand.extract.attribution_absence import nobody_at_all
from firsthand.extract.attribution_cues import CUES, Cue
from firsthand.extract.attribution_ends import Content, from_here, is_thing
from firsthand.extract.attribution_found import trimmed
from firsthand.extract.attribution_grammar import VERBAL, Scene
from firsthand.extract.attribution_verbs import finds_out
from firsthand.extract.voices_kinds import kind_of_word
from firsthand.resources.parser import Token
from firsthand.rules import rule

_TIMES = frozenset({"morning", "afternoon", "evening", "night", "day", "week", "month", "year", "weekend"})


def _tells_when(thing: Token) -> bool:
    """ "As the staff acknowledged the same evening": when, not what."""
    return thing.lemma in _TIMES and any(
        c.lower in ("same", "next", "following", "that") for c in thing.children
    )


@rule(
    "attribution.object",
    means="the thing said stands as the object of the cue",
    fires="The army denied [the report].",
    silent="The army reported late.",
)
def object_of(scene: Scene, cue: Cue) -> Content | None:
    """The object with what belongs to it: the report denied, the deaths confirmed, what the video shows."""
    if cue.passive or not (cue.takes("np") or cue.takes("gerund")) or not _may_speak(cue):
        return None
    allowed = cue.row.get("np_subject")
    if allowed == "quotable" or (allowed == "thing" and not is_thing(cue)):
        return None
    if cue.token.pos != "VERB":
        return from_here(scene, cue, cue.after)
    deps = ("dobj", "xcomp", "ccomp", "oprd", "attr") if cue.takes("gerund") or allowed else ("dobj", "xcomp")
    for child in cue.token.children:
        if child.i <= cue.token.i or child.dep not in deps or child.i < cue.after:
            continue
        if (
            _tells_when(child)
            or child.lower in _NOT_SAID
            or (child.dep == "xcomp" and child.tag != "VBG" and not allowed)
        ):
            continue
        if cue.lemma in _FOR_SOMETHING and not any(
            t.lower == "for" for t in (*cue.token.children, *child.children)
        ):
            continue
        if cue.row.get("needs_words") and not _something_said(child):
            continue
        if cue.lemma == "establish" and not finds_out((child,)):
            continue
        start = max(scene.left(child), cue.after)
        return from_here(scene, cue, start)
    return None


def _may_speak(cue: Cue) -> bool:
    """Whether the verb is said of somebody who can say things, and is no mere purpose ("to assess X")."""
    if cue.voice is None or cue.group[0].tag == "TO" or _nobody_reports(cue):
        return False
    if cue.row.get("np") != "speaker":
        return cue.voice.tag != "VBG"
    if cue.voice.pos in ("PROPN", "NUM") or cue.voice.entity in ("PERSON", "ORG", "NORP", "GPE"):
        return True
    return (
        cue.voice.lower in _SPEAKING
        or kind_of_word(cue.voice) is not None
        or cue.voice.lower.endswith(("ers", "ors", "ists"))
    )


def _nobody_reports(cue: Cue) -> bool:
    """Whether nobody is who claims or comments; that nobody knew of a thing is told of all."""
    return cue.row["kind"] == "report" and cue.voice is not None and nobody_at_all(cue.voice)


_FOR_SOMETHING = frozenset({"thank", "credit"})
_SPEAKING = frozenset({"he", "she", "they", "it", "we", "i", "who", "you", "both", "all", "neither", "each"})

_NOT_SAID = frozenset(
    {
        "himself",
        "herself",
        "themselves",
        "itself",
        "him",
        "her",
        "me",
        "us",
        "them",
        "who",
        "whom",
        "which",
        "that",
        "what",
    }
)


def _something_said(child: Token) -> bool:
    if child.tag in VERBAL or child.lower in ("that", "this", "it", "any"):
        return True
    return CUES["noun"].lookup(child.lemma) is not None or child.lemma in _SAID_NOUNS


_SAID_NOUNS = frozenset((
    "charge", "criticism", "figure", "number", "toll", "version", "notion", "idea", "verdict",
    "finding", "evidence", "label", "description", "link", "involvement", "responsibility",
    "characterisation", "characterization", "comparison", "conclusion", "call", "demand", "proposal",
    "offer", "request", "reading", "plan", "video", "footage", "clip", "image", "result", "ruling",
    "article", "document", "letter", "comment", "remark", "word", "blame", "complaint", "question",
    "talk", "narrative", "interpretation", "appeal", "decision", "vote", "study", "poll", "estimate",
    "timetable", "message", "photograph", "picture", "tally",
))  # fmt: skip


@rule(
    "attribution.called",
    means='the cue says what somebody or something is: "called it a montage", "described them as volunteers"',
    fires="The ministry called [the footage a crude montage].",
    silent="The ministry called the mayor at noon.",
)
def called(scene: Scene, cue: Cue) -> Content | None:
    """What is named and what it is called, together."""
    if not cue.takes("as") or cue.passive or not _may_speak(cue):
        return None
    after = [c for c in cue.token.children if c.i > cue.token.i]
    named = [c for c in after if c.dep in ("oprd", "xcomp", "ccomp", "attr", "appos", "acomp")]
    as_what = [c for c in after if c.dep == "prep" and c.lower == "as"]
    objects = [c for c in after if c.dep == "dobj"]
    as_what += [c for o in objects for c in o.children if c.dep == "prep" and c.lower == "as"]
    quoted = [o for o in objects if scene.level(o) == scene.level(cue.token) and _quote_behind(scene, cue, o)]
    if not (named or as_what or quoted):
        return _called_in_quotes(scene, cue)
    if cue.lemma in _NAMING and not _judges(scene, cue):
        return None
    start = max(min(scene.left(c) for c in (*named, *as_what, *objects, *quoted)), cue.after)
    return from_here(scene, cue, start)


def _called_in_quotes(scene: Scene, cue: Cue) -> Content | None:
    """All behind the cue, where the parse sees no complement but a quotation follows soon."""
    for i in range(cue.after, min(cue.after + 8, cue.high)):
        token = scene.tokens[i]
        if i > cue.after and token.text in _OPENING_MARKS:
            return from_here(scene, cue, cue.after)
        if token.pos in ("VERB", "AUX") or token.text in (",", ".", ";", ":"):
            break
    return None


_NAMING = frozenset({"call", "label", "brand", "dub", "term"})


def _judges(scene: Scene, cue: Cue) -> bool:
    """Whether something is judged ("called it a disgrace"), not only named ("called it the North Gate")."""
    end = min(cue.high, cue.after + 25)
    return any(
        t.text in _OPENING_MARKS
        or (t.lower in ("a", "an") and t.head.dep in ("oprd", "ccomp", "attr", "xcomp", "dobj", "appos"))
        for t in scene.tokens[cue.after : end]
    )


def _quote_behind(scene: Scene, cue: Cue, noun: Token) -> bool:
    return any(scene.tokens[i].text in _OPENING_MARKS for i in range(noun.i + 1, min(noun.i + 6, cue.high)))


_OPENING_MARKS = frozenset({'"', "“", "'", "‘", "«", "``"})


@rule(
    "attribution.figure_at",
    means='a figure is given: "puts the toll at three"',
    fires="The ministry put [the toll at three].",
    silent="The ministry put a guard at the gate.",
)
def figure_at(scene: Scene, cue: Cue) -> Content | None:
    """What is counted, and the figure behind "at"."""
    if not cue.takes("at") or cue.passive or cue.voice is None:
        return None
    for at in scene.tokens[cue.after : min(cue.high, cue.after + 14)]:
        if at.lower == "at" and any(
            t.pos == "NUM" or t.lower in _PARTS for n in at.children for t in (n, *n.children)
        ):
            return from_here(scene, cue, cue.after)
    return None


_PARTS = frozenset(
    {"half", "zero", "nil", "dozens", "hundreds", "thousands", "least", "most", "more", "less", "fewer"}
)


@rule(
    "attribution.accused_of",
    means="the cue says what wrong somebody has done",
    fires="Monitors accused [the border guards of beating detainees].",
    silent="Monitors accused nobody.",
)
def accused_of(scene: Scene, cue: Cue) -> Content | None:
    """Who is accused, and of what."""
    if not cue.takes("of"):
        return None
    of = next(
        (
            t
            for t in scene.tokens[cue.after : min(cue.high, cue.after + 25)]
            if t.lower == "of" and _reaches(scene, t, cue.token)
        ),
        None,
    )
    if of is None:
        return None
    start = of.i if cue.passive else cue.after
    return from_here(scene, cue, start)


def _reaches(scene: Scene, of: Token, verb: Token) -> bool:
    """Whether "of" says what somebody is accused of, and not whose mayor he is."""
    if of.head is verb:
        return True
    following = scene.next_to(of.i + 1)
    wrong = following is not None and (following.lower.endswith("ing") or following.text in _OPENING_MARKS)
    return wrong and any(above is verb for above in of.ancestors())


@rule(
    "attribution.behind_preposition",
    means="the thing said stands behind a preposition that belongs to the cue",
    fires="The charity warned of [a cholera outbreak].",
    silent="The charity warned on Monday.",
)
def behind_preposition(scene: Scene, cue: Cue) -> Content | None:
    """What is warned of, called for or spoken of."""
    if _nobody_reports(cue):
        return None
    if cue.row.get("np") == "speaker" and not cue.passive and not _may_speak(cue):
        return None
    if cue.row.get("np_subject") == "thing" and (cue.passive or not is_thing(cue)):
        return None
    if (
        not cue.takes("preposition")
        or cue.particle is None
        or not (cue.particle.below("pobj", "pcomp") or cue.particle.dep == "mark")
    ):
        return None
    start = cue.particle.i + 1
    return from_here(scene, cue, start)


@rule(
    "attribution.told_so",
    means='"told me so", "say so": the voice says what the sentence before says',
    fires="[Two men were hit]. The medics told me so that evening.",
    silent="Two men were hit. The medics told me that evening.",
)
def told_so(scene: Scene, cue: Cue) -> Content | None:
    """The sentence before, in the same paragraph and the same quotation."""
    if cue.passive or cue.voice is None or not (cue.takes("told") or cue.lemma == "say"):
        return None
    so = next((t for t in scene.tokens[cue.after : min(cue.high, cue.after + 3)] if t.lower == "so"), None)
    addressed = scene.tokens[cue.after : so.i] if so is not None else []
    if so is None or any(t.pos not in ("PRON", "NOUN", "PROPN", "DET") for t in addressed):
        return None
    here = scene.sentence(cue.token)
    behind = scene.next_to(so.i + 1)
    if here.i == 0 or (behind is not None and behind.pos in ("ADJ", "ADV", "NOUN")):
        return None
    before = scene.parse.sentences[here.i - 1]
    level = scene.level(cue.token)
    said = [
        t for t in scene.parse.tokens_of(before) if scene.level(t) == level and t.text not in _OPENING_MARKS
    ]
    span = trimmed(scene.parse, said[0].i, said[-1].i + 1) if said else None
    return ((span,), span) if span is not None and before.paragraph == here.paragraph else None
