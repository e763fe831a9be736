"""Who a voice is: the words of a source -> a name, by what the text has said before.

"Lee added" is the Lee Il Woo named above; "she", "the group", "who" are whoever they stand for, where one
antecedent is better than all others. Where two are equally good, the words stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from firsthand.extract.attribution_found import Found
from firsthand.extract.attribution_grammar import Scene, noun_phrase, relative
from firsthand.extract.voices_kinds import is_title, kind_of, party_to_conflict, telling
from firsthand.resources.parser import Token
from firsthand.rules import rule
from firsthand.schema import Because, Reasons, SourceKind, Span

_HE, _SHE = frozenset({"he", "him", "his"}), frozenset({"she", "her"})
_THEY, _IT, _WE = (
    frozenset({"they", "them", "their"}),
    frozenset({"it", "its"}),
    frozenset({"i", "we", "me", "us", "my", "our"}),
)


@dataclass(slots=True)
class Named:
    """A voice resolved: its name, its kind, whether it is a side of the fighting, and why."""

    name: str | None = None
    kind: SourceKind = "unnamed"
    party: bool | None = None
    because: Reasons = ()
    head: Token | None = None
    plural: bool = False
    title: str = ""


@dataclass(slots=True)
class _Known:
    """The voices of a text so far, latest last, and the full names of its persons."""

    voices: list[tuple[int, Named]] = field(default_factory=list)
    full: dict[str, list[str]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    """Per name of a person the pronoun, he or she, that it was taken up by."""
    bodies: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    """Per last word of an organisation's name ("group") where it stands, and the name."""


def resolve(scene: Scene, found: list[Found], above: list[int | None]) -> list[Named]:
    """The voice of each attribution, in the order of the attributions."""
    known = _Known(full=_full_names(scene), bodies=_bodies(scene))
    named: list[Named] = []
    for number, one in enumerate(found):
        outer = above[number]
        outer_voice = named[outer] if outer is not None and outer < number else None
        voice = _voice(scene, one, known, outer_voice, found[outer] if outer is not None else None)
        named.append(voice)
        if voice.name is not None and one.source:
            _remember(voice, known)
            known.voices.append((one.source[0].start, voice))
    return named


def _remember(voice: Named, known: _Known) -> None:
    """Keep a name of several words, so that a part of it is known again."""
    parts = (voice.name or "").split()
    named = voice.head is not None and voice.head.pos == "PROPN" and voice.kind in ("person", "organisation")
    if not named or not 2 <= len(parts) <= _LONGEST_NAME or parts[0].lower() in ("the", "a"):
        return
    for key in {parts[0].lower(), parts[-1].lower()}:
        names = known.full.setdefault(key, [])
        if voice.name not in names:
            names.append(voice.name or "")


_LONGEST_NAME = 4


def _voice(scene: Scene, one: Found, known: _Known, outer: Named | None, around: Found | None) -> Named:
    head = one.voice
    if not one.source or not one.source[0].end:
        return Named()
    words = Span(one.source[0].start, one.source[-1].end)
    source = [t for span in one.source for t in scene.parse.within(span)]
    if not source:
        return Named(name=words.words(scene.parse.text))
    if head is None or head not in source:
        head = _head(source)
    if relative(head) and len(source) == 1:
        return antecedent_of_relative(scene, head, known) or Named(name=head.text)
    if head.pos == "PRON" and len(source) == 1:
        return pronoun(scene, head, known, outer, around) or Named(name=head.text, head=head)
    return _by_words(scene, head, source, words, known)


def _head(source: list[Token]) -> Token:
    inside = {t.i for t in source}
    return next(
        (t for t in source if t.head.i not in inside and t.pos in ("NOUN", "PROPN", "PRON")), source[0]
    )


def _by_words(scene: Scene, head: Token, source: list[Token], words: Span, known: _Known) -> Named:
    text = scene.parse.text
    kind, because = kind_of(head, source, words)
    if kind in ("organisation", "unnamed", "government") and head.pos == "PROPN" and len(source) <= 2:
        whole = full_name([t.text for t in _name_parts(scene, head)], known)
        if whole is not None:
            return Named(whole, "person", None, (full_name.because(head.span),), head, False, _titles(source))
    if kind == "person" and (name := person_name(scene, head, source, known)) is not None:
        party, why = party_to_conflict(text, kind, words, because)
        spoken, more = name
        return Named(spoken, kind, party, (*because, *more, *why), head, False, _titles(source))
    party, why = party_to_conflict(text, kind, words, because)
    voice = Named(_plain(text, source), kind, party, (*because, *why), head, head.tag in ("NNS", "NNPS"))
    if head.pos == "NOUN" and source[0].lower in ("the", "this", "that", "same"):
        return same_as_before(voice, source, words, known) or voice
    return voice


def _plain(text: str, source: list[Token]) -> str:
    """The words of a source as a name, without what only points: "the army" stays "the army"."""
    words = _BRACKETS.sub("", text[source[0].start : source[-1].end])
    return " ".join(words.split())


_BRACKETS = re.compile(r"\s*\([^()]*\)")


def _titles(source: list[Token]) -> str:
    return " ".join(t.lower for t in source if is_title(t))


@rule(
    "voice.full_name",
    means="a family name alone is the person whose full name the text gives",
    fires="Mirek Tal said that two shells fell. [Tal] said that nobody was hurt.",
    silent="Mirek Tal said that two shells fell. Ilse Brandt said that nobody was hurt.",
    gives={"source_name": "Mirek Tal"},
)
def full_name(parts: list[str], known: _Known) -> str | None:
    """The one full name that a family name belongs to; None where the text knows none, or two."""
    several = known.full.get(parts[-1].lower(), [])
    return several[0] if len(several) == 1 and len(parts) == 1 else None


def person_name(scene: Scene, head: Token, source: list[Token], known: _Known) -> tuple[str, Reasons] | None:
    """The name of a person without titles; the full name where only a part of it stands here."""
    named = (
        head
        if head.pos == "PROPN"
        else next((t for t in source if t.dep == "appos" and t.pos == "PROPN"), None)
    )
    if named is None:
        return None
    parts = _name_parts(scene, named)
    titles = [t for t in source if is_title(t) and t.i < named.i and t.pos == "PROPN"]
    reasons = [row.because(t.span) for t in titles if (row := is_title(t))]
    if not parts:
        return None
    span = Span(parts[0].start, parts[-1].end)
    whole = full_name([t.text for t in parts], known)
    if whole is not None and whole != span.words(scene.parse.text):
        return whole, (*reasons, full_name.because(span))
    return " ".join(span.words(scene.parse.text).split()), tuple(reasons)


def _name_parts(scene: Scene, named: Token) -> list[Token]:
    """The run of proper nouns that ends in (or goes on from) a token, titles left out."""
    first = last = named.i
    tokens = scene.tokens
    while (
        first > 0
        and tokens[first - 1].pos == "PROPN"
        and tokens[first - 1].sentence == named.sentence
        and tokens[first - 1].head.i <= last
        and (named.entity != "PERSON" or tokens[first - 1].entity == "PERSON")
    ):
        first -= 1
    while (
        last + 1 < len(tokens)
        and tokens[last + 1].pos == "PROPN"
        and tokens[last + 1].sentence == named.sentence
        and tokens[last + 1].entity == named.entity != ""
    ):
        last += 1
    run = list(tokens[first : last + 1])
    while len(run) > 1 and is_title(run[0]):
        run.pop(0)
    return run


def _full_names(scene: Scene) -> dict[str, list[str]]:
    """Per last part of a person's name the full names that the text gives."""
    names: dict[str, list[str]] = {}
    for entity in scene.parse.entities:
        if entity.label != "PERSON":
            continue
        run = [t for t in scene.tokens[entity.first : entity.last] if t.pos == "PROPN"]
        while run and is_title(run[0]):
            run.pop(0)
        if len(run) < 2:
            continue
        full = " ".join(Span(run[0].start, run[-1].end).words(scene.parse.text).split())
        for key in {run[-1].lower, run[0].lower}:
            if full not in names.setdefault(key, []):
                names[key].append(full)
    return names


def _bodies(scene: Scene) -> dict[str, list[tuple[int, str]]]:
    """Names of several words that end in a telling one, as the parser marks them: the Kestrel Group."""
    named: dict[str, list[tuple[int, str]]] = {}
    for entity in scene.parse.entities:
        if entity.label not in ("ORG", "FAC", "GPE", "PERSON", "PRODUCT"):
            continue
        last = scene.tokens[entity.last - 1]
        if entity.last - entity.first > 1 and last.text[:1].isupper() and telling(last):
            name = " ".join(entity.span.words(scene.parse.text).split())
            named.setdefault(last.lower, []).append((entity.span.start, _article(name)))
    return named


def _article(name: str) -> str:
    return name[4:] if name.lower().startswith("the ") else name


# ---- what stands for another mention ----


@rule(
    "voice.relative",
    means='"who" and "which" are whom their clause belongs to',
    fires="A nurse [who] said that two shells fell was crying.",
    silent="A nurse said that two shells fell.",
)
def antecedent_of_relative(scene: Scene, head: Token, known: _Known) -> Named | None:
    """The noun that the relative clause hangs on."""
    verb = head.head
    for _ in range(4):
        if verb.dep in ("relcl", "acl"):
            noun = verb.head
            phrase = noun_phrase(scene, noun, 0, head.i)
            if not phrase:
                return None
            words = Span(phrase[0].start, phrase[-1].end)
            voice = _by_words(scene, noun, phrase, words, known)
            voice.because = (antecedent_of_relative.because(head.span), *voice.because)
            return voice
        verb = verb.head
    return None


@rule(
    "voice.pronoun",
    means="a pronoun is the voice before it that it can stand for, if one is better than all others",
    fires="Mirek Tal said that two shells fell. [He] added that nobody was hurt.",
    silent="Mirek Tal said that two shells fell. The nurse added that nobody was hurt.",
    gives={"source_name": "Mirek Tal"},
)
def pronoun(
    scene: Scene, head: Token, known: _Known, outer: Named | None, around: Found | None
) -> Named | None:
    """The voice that a pronoun stands for."""
    test = _test(head.lower)
    if test is None:
        return None

    def fits(voice: Named) -> bool:
        return test(voice) and known.genders.get(voice.name or "", _gender(head)) == _gender(head)

    because = pronoun.because(head.span)
    if head.lower in _WE:
        return (
            _copy(outer, because)
            if outer is not None and outer.name and around is not None and around.quoted
            else None
        )
    if outer is not None and outer.name and around is not None and not around.quoted and fits(outer):
        if _gender(head):
            known.genders.setdefault(outer.name, _gender(head))
        return _copy(outer, because)
    # of whom a quoted speaker speaks, no voice outside the quotation tells
    best = None if scene.level(head) >= 0 else _nearest(scene, known, head, fits)
    best = best or _subject_before(scene, head, fits, known)
    if best is not None and best.name and _gender(head):
        known.genders.setdefault(best.name, _gender(head))
    return _copy(best, because) if best is not None else None


def _gender(head: Token) -> str:
    """He or she for a pronoun of either, nothing for others."""
    return "he" if head.lower in _HE else "she" if head.lower in _SHE else ""


def _subject_before(scene: Scene, head: Token, fits: Callable[[Named], bool], known: _Known) -> Named | None:
    """The subject of the same sentence before a pronoun, else that of the sentence before, if it fits."""
    for number in (head.sentence, head.sentence - 1):
        if number < 0 or scene.parse.sentences[number].paragraph != scene.sentence(head).paragraph:
            break
        tokens = scene.parse.tokens_of(scene.parse.sentences[number])
        subjects = [t for t in tokens if t.dep == "nsubj" and t.i < head.i and t.pos in ("NOUN", "PROPN")]
        voices = []
        for token in subjects:
            phrase = noun_phrase(scene, token, 0, head.i)
            if phrase and scene.level(token) == scene.level(head):
                voice = _by_words(scene, token, phrase, Span(phrase[0].start, phrase[-1].end), known)
                voices += [voice] if fits(voice) else []
        if len({v.name for v in voices}) == 1:
            return voices[0]
        if voices:
            return None
    return None


def _copy(voice: Named | None, because: Because) -> Named | None:
    if voice is None:
        return None
    return replace(voice, because=(because, *voice.because))


def _test(word: str) -> Callable[[Named], bool] | None:
    """Whether a voice is of a kind that a pronoun can stand for."""
    if word in _HE:
        return lambda v: _single_person(v) and not any(t in v.title for t in ("mrs", "ms", "lady", "sister"))
    if word in _SHE:
        return lambda v: (
            _single_person(v)
            and not any(t in v.title.replace("mrs", "").split() for t in ("mr", "mr.", "sir", "lord"))
        )
    if word in _THEY:
        return lambda v: v.plural or v.kind in ("organisation", "force", "government", "outlet")
    if word in _IT:
        return lambda v: not v.plural and v.kind not in ("person", "unnamed")
    if word in _WE:
        return lambda _: True
    return None


def _single_person(voice: Named) -> bool:
    if voice.plural:
        return False
    return voice.kind == "person" or (
        voice.kind == "unnamed" and voice.head is not None and voice.head.pos == "NOUN"
    )


def _nearest(scene: Scene, known: _Known, head: Token, fits: Callable[[Named], bool]) -> Named | None:
    """The last voice before that fits; None where another that fits is as near and no subject stands out."""
    here = scene.sentence(head)
    candidates: list[tuple[int, Named]] = []
    for start, voice in reversed(known.voices[-12:]):
        if start >= head.start or not fits(voice):
            continue
        candidates.append((start, voice))
    if not candidates:
        return None
    start, best = candidates[0]
    at = scene.parse.first_from(start)
    sentence = scene.sentence(scene.tokens[min(at, len(scene.tokens) - 1)])
    if here.i - sentence.i > _TOO_FAR:
        return None
    same = {v.name for s, v in candidates if sentence.span.start <= s < sentence.span.end}
    return best if len(same) == 1 or best.head is None or best.head.dep == "nsubj" else None


_TOO_FAR = 4
"""Sentences between a pronoun and its voice beyond which nothing is decided."""


@rule(
    "voice.same_kind",
    means='"the group", "the ministry" is the last voice before that is one',
    fires="The Kestrel Monitoring Group said that two shells fell. [The group] said that nobody was hurt.",
    silent="The Kestrel Monitoring Group said that two shells fell. A nurse said that nobody was hurt.",
    gives={"source_name": "The Kestrel Monitoring Group"},
)
def same_as_before(voice: Named, source: list[Token], words: Span, known: _Known) -> Named | None:
    """The voice before that a definite noun takes up, by its head noun or its kind, if only one fits."""
    head = voice.head
    if head is None or len(source) > 3:
        return None
    earlier: dict[str, Named] = {}
    for start, other in reversed(known.voices[-_REMEMBERED:]):
        if (
            start < words.start
            and other.name
            and other.name.lower() != (voice.name or "").lower()
            and len(other.name.split()) > 1
        ):
            earlier.setdefault(other.name, other)
    same_noun = [v for v in earlier.values() if v.head is not None and _names(v, head)]
    if not same_noun and voice.kind in ("organisation", "outlet") and head.lower in _GENERIC:
        same_noun = [
            v
            for v in earlier.values()
            if v.kind == voice.kind and v.head is not None and v.head.pos == "PROPN"
        ]
    if not same_noun:
        mentioned = {name for start, name in known.bodies.get(head.lower, ()) if start < words.start}
        if len(mentioned) == 1:
            return replace(
                voice, name=mentioned.pop(), because=(same_as_before.because(words), *voice.because)
            )
    if len({v.name for v in same_noun}) != 1:
        return None
    return _copy(same_noun[0], same_as_before.because(words))


_REMEMBERED = 200
"""Voices back to which a definite noun is looked up."""
_GENERIC = frozenset(
    {
        "organisation",
        "organization",
        "group",
        "charity",
        "ngo",
        "agency",
        "body",
        "outlet",
        "broadcaster",
        "newspaper",
        "watchdog",
        "company",
        "channel",
        "site",
        "website",
    }
)


def _names(voice: Named, head: Token) -> bool:
    assert voice.head is not None  # noqa: S101  (asked by the caller)
    return voice.head.lower == head.lower and voice.name is not None
