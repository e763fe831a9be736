"""Cues in the passive: "is believed to", "was told that", "it is feared that", "is cited as"."""

from __future__ import annotations

from firsthand.extract.attribution_cues import Cue
from firsthand.extract.attribution_ends import Content, clause_end
from firsthand.extract.attribution_found import trimmed
from firsthand.extract.attribution_grammar import Scene
from firsthand.extract.voices_kinds import kind_of_word
from firsthand.rules import Construction, rule


def _from(scene: Scene, cue: Cue, start: int) -> Content | None:
    span = trimmed(scene.parse, start, clause_end(scene, cue, start))
    return ((span,), span) if span is not None else None


@rule(
    "attribution.is_believed_to",
    means="somebody unnamed is said to say or think something of the subject",
    fires="The crater is believed [to have been caused by a bomb].",
    silent="The crater was filled to the brim.",
)
def is_believed_to(scene: Scene, cue: Cue) -> Content | None:
    """The infinitive behind "is believed", "are reported", "was said", "believed to be"."""
    if not cue.passive or cue.lemma in _CLASSING or not (cue.row.get("passive") or cue.takes("told")):
        return None
    behind = cue.group[-1].i + 1 if cue.voice is None else cue.after
    for i in range(behind, min(behind + 4, cue.high)):
        token = scene.tokens[i]
        if token.tag == "TO" and token.head.head in (cue.token, *cue.group):
            negated = i - 1 > cue.group[-1].i and scene.tokens[i - 1].lower in ("not", "never")
            return _from(scene, cue, i - negated)
        if i == behind and token.tag in ("JJ", "VBN") and token.lower in _STATES:
            return _from(scene, cue, i)
        if token.pos in ("VERB", "PUNCT", "NOUN"):
            return None
    return None


_STATES = frozenset({"dead", "missing", "drowned", "killed", "lost", "alive", "buried", "trapped", "wounded"})
"""What somebody "is feared", "is believed" or "is presumed" without "to be"."""


@rule(
    "attribution.it_is_feared_that",
    means='somebody unnamed is said to say or think something: "it is feared that", "was told that"',
    fires="It is feared [that the ward may close].",
    silent="It is feared by all.",
)
def it_is_feared_that(scene: Scene, cue: Cue) -> Content | None:
    """The clause behind a passive cue."""
    if not cue.passive or not (cue.takes("clause") or cue.takes("told")):
        return None
    if (start := _hung_on_the_agent(scene, cue)) is not None:
        return _from(scene, cue, start)
    for child in cue.token.children:
        if child.i > cue.token.i and child.dep in ("ccomp", "advcl", "csubj") and child.i >= cue.after:
            start = max(scene.left(child), cue.after)
            if (
                scene.tokens[start].lower in ("that", "whether", "to", "not", "how", "what", "why", "if")
                or child.dep == "ccomp"
            ):
                return _from(scene, cue, start)
    return None


def _hung_on_the_agent(scene: Scene, cue: Cue) -> int | None:
    """Where "that" stands in "it was alleged by two guards that", if its clause hangs on the guards."""
    subject = next(iter(cue.token.below("nsubjpass")), None)
    if cue.voice is None or subject is None or subject.lower != "it":
        return None
    clause = next((c for c in cue.voice.below("relcl", "acl") if c.below("nsubj", "nsubjpass")), None)
    first = scene.tokens[scene.left(clause)] if clause is not None else None
    if clause is None or first is None or first.lower != "that" or first.dep in ("nsubj", "nsubjpass"):
        return None
    cue.source = [t for t in cue.source if t.i < first.i]
    return first.i


@rule(
    "attribution.that_was_reported",
    means='a clause as subject of a passive is what the one behind "by" has said',
    fires="[That the bridge was mined] was first reported by Radio Meridian.",
    silent="The bridge that was mined was first crossed by a bus.",
)
def that_was_reported(scene: Scene, cue: Cue) -> Content | None:
    """The clause before the verb, opened by "that"."""
    clause = next(iter(cue.token.below("csubjpass", "csubj")), None) if cue.passive else None
    if clause is None or cue.voice is None or scene.tokens[scene.left(clause)].lower != "that":
        return None
    end = min(scene.right(clause), cue.group[0].i)
    span = trimmed(scene.parse, scene.left(clause), end)
    return ((span,), span) if span is not None else None


@rule(
    "attribution.is_described_as",
    means='the subject is said to be something: "is described as", "is cited as", "is called"',
    fires="Fatigue is cited [as the main factor].",
    silent="Fatigue is common as winter comes.",
)
def is_described_as(scene: Scene, cue: Cue) -> Content | None:
    """The words behind "as", or the name given."""
    behind = scene.next_to(cue.after) if cue.voice is not None and cue.after < cue.high else None
    if cue.passive and behind is not None and behind.lower == "as":
        return _from(scene, cue, cue.after)  # "named by relatives as Mirek Tal"
    if not cue.passive or not (cue.takes("as") or cue.row.get("np_subject") == "quotable"):
        return None
    if cue.lemma in _MERELY_NAMED:
        return None
    for child in cue.token.children:
        if child.i > cue.token.i and (
            (child.dep == "prep" and child.lower == "as") or child.dep in ("oprd", "xcomp")
        ):
            if any(t.tag == "VBG" and t.dep == "pcomp" for t in child.children):
                continue
            return _from(scene, cue, scene.left(child))
    return None


@rule(
    "attribution.confirmed_by",
    means='the subject of a passive is what the one behind "by" has said or confirmed',
    fires="[The deaths] were confirmed by the ministry.",
    silent="The depot was guarded by the army.",
)
def confirmed_by(scene: Scene, cue: Cue) -> Content | None:
    """The subject as content, when the voice stands behind "by", or when nobody could confirm it."""
    if not cue.passive or not (cue.takes("np") or cue.lemma in _CHECKING):
        return None
    denied = any(t.dep == "neg" for t in cue.group)
    if cue.voice is None and not (denied and cue.lemma in _CHECKING):
        return None
    if cue.voice is not None and cue.voice.pos != "PROPN" and kind_of_word(cue.voice) is None:
        return None
    own = next((c for c in cue.token.children if c.dep == "nsubjpass"), None)
    if own is None or own.i >= cue.token.i or own.pos == "PRON":
        return None
    span = trimmed(scene.parse, scene.left(own), min(scene.right(own), cue.group[0].i))
    return ((span,), span) if span is not None else None


_CLASSING = frozenset({"suppose", "consider"})
"""Verbs that in the passive say what ought to be or what something counts as."""
_MERELY_NAMED = frozenset({"call", "label", "term", "dub", "deem", "classify", "rate", "cast"})
_CHECKING = frozenset(
    {"confirm", "verify", "corroborate", "substantiate", "authenticate", "rule", "exclude", "discount"}
)

PASSIVES: tuple[Construction[[Scene, Cue], Content], ...] = (
    is_believed_to,
    it_is_feared_that,
    that_was_reported,
    is_described_as,
    confirmed_by,
)
