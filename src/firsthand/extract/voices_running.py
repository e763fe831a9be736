"""Whom a pronoun can mean: the subject of its own sentence, who has been speaking, the one person named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from firsthand.extract.attribution_found import Found
from firsthand.extract.attribution_grammar import Scene, noun_phrase
from firsthand.extract.voices_excluded import (
    answers_in_what_is_told,
    in_caption,
    is_body,
    is_dead,
    names_in_third_person,
    other_sex,
    persons_between,
)
from firsthand.extract.voices_kinds import kind_of_word
from firsthand.extract.voices_known import Known, Named
from firsthand.extract.voices_names import by_words
from firsthand.extract.voices_pronouns import HE, SHE, another_beside, gender, may_be_somebody
from firsthand.resources.parser import Token
from firsthand.schema import Because, Span

_THEY, _IT, WE = (
    frozenset({"they", "them", "their"}),
    frozenset({"it", "its"}),
    frozenset({"i", "we", "me", "us", "my", "our"}),
)


@dataclass(slots=True)
class Asked:
    """A pronoun that says something, with what is known so far; `others`: why others are no candidates."""

    scene: Scene
    head: Token
    known: Known
    one: Found
    others: list[Because] = field(default_factory=list)

    def fits(self, voice: Named) -> bool:
        """Whether the pronoun can stand for a voice: person or body, sex, number, alive, not spoken of."""
        head, known = self.head, self.known
        test = can_mean(head.lower)
        if test is None or _belongs_to_whom(voice, head) or not test(voice):
            return False
        if known.genders.get(voice.name or "", gender(head)) != gender(head):
            return False
        if not gender(head):
            return True
        if voice.name not in known.genders and (other := other_sex(voice, head)) is not None:
            self.others.append(other)
            return False
        if is_body(voice) or is_dead(voice, head.start, known):
            return False
        return not (
            names_in_third_person(self.scene, self.one, voice) or answers_in_what_is_told(self.one, voice)
        )

    def voice_of(self, token: Token) -> Named | None:
        """A noun as the voice that it would be."""
        phrase = noun_phrase(self.scene, token, 0, self.head.i)
        if token.pos not in ("NOUN", "PROPN") or not phrase:
            return None
        words = Span(phrase[0].start, phrase[-1].end)
        return by_words(self.scene, token, phrase, words, self.known)


def _belongs_to_whom(voice: Named, head: Token) -> bool:
    """Whether a voice is somebody's of the pronoun's sex: of "her neighbour, Mirek Tal" she is not Tal."""
    named = voice.head
    if named is None or not gender(head):
        return False
    near = (named, *named.children, *((named.head,) if named.dep in ("appos", "compound") else ()))
    return any(gender(c) == gender(head) for t in near for c in t.children if c.dep == "poss")


def same_clause(asked: Asked) -> Named | None:
    """The person whose own clause the pronoun hangs on: "Ilse Brandt wept as she said"."""
    clause = asked.head.head
    for _ in range(_CLAUSES):
        if clause.dep not in ("advcl", "conj") or not gender(asked.head):
            return None
        clause = clause.head
        subject = next(iter(clause.below("nsubj", "nsubjpass")), None)
        if subject is None:
            continue
        if subject.i > asked.head.i or asked.scene.level(subject) != asked.scene.level(asked.head):
            return None
        voice = _a_person_after_all(subject, asked.voice_of(subject))
        fits = voice is not None and voice.kind == "person" and asked.fits(voice)
        return voice if fits and not another_beside(subject) else None
    return None


def _a_person_after_all(subject: Token, voice: Named | None) -> Named | None:
    """A single name that was taken for a body's: "Dolan lied when she told"; no body is he or she."""
    if voice is None or voice.kind == "person" or subject.pos != "PROPN" or subject.children:
        return voice
    named = subject.entity in ("PERSON", "ORG", "") and kind_of_word(subject) is None
    return replace(voice, kind="person") if named and not subject.text.isupper() else voice


_CLAUSES = 3


def running(asked: Asked) -> Named | None:
    """Who spoke last of those that fit; None where another that fits is as near and no subject stands out."""
    scene, head, known = asked.scene, asked.head, asked.known
    here = scene.sentence(head)
    candidates: list[tuple[int, Named]] = []
    for start, voice in reversed(known.voices[-12:]):
        if start >= head.start or _inside_words(scene, head, start) or not asked.fits(voice):
            continue
        candidates.append((start, voice))
    if not candidates:
        return None
    start, best = candidates[0]
    at = scene.parse.first_from(start)
    sentence = scene.sentence(scene.tokens[min(at, len(scene.tokens) - 1)])
    far = here.i - sentence.i
    if far > _TOO_FAR and (far > _FARTHEST or not gender(head) or _others_named(asked, best, start)):
        return None
    same = {v.name for s, v in candidates if sentence.span.start <= s < sentence.span.end}
    return best if len(same) == 1 or best.head is None or best.head.dep == "nsubj" else None


def _inside_words(scene: Scene, head: Token, start: int) -> bool:
    """Whether a voice before a pronoun spoke inside a quotation that the pronoun is outside of."""
    i = scene.parse.first_from(start)
    return scene.level(head) < 0 and i < len(scene.tokens) and scene.level(scene.tokens[i]) >= 0


def _others_named(asked: Asked, best: Named, start: int) -> bool:
    """Whether somebody else is named between a voice and the pronoun."""
    names = {word.lower() for word in (best.name or "").split()}
    return not persons_between(asked.scene, start, asked.head.start) <= names


def the_one_since(asked: Asked, best: Named, since: list[Named]) -> Named | None:
    """Of who spoke and whom the text has told of since: the one, if they are one or the nearer acts.

    Somebody told of in another paragraph, or to whom something was only done, leaves it open.
    """
    names = {voice.name for voice in since}
    if len(names) > 1:
        return None
    other = since[0]
    if other.name == best.name or not gender(asked.head) or other.head is None:
        return other
    near = asked.scene.sentence(other.head).paragraph == asked.scene.sentence(asked.head).paragraph
    verb = other.head.head
    acts = (other.head.dep != "nsubjpass" and verb.lemma != "be") or verb.lemma in _ASKING
    return other if near and acts else None


_ASKING = frozenset({"ask", "question", "interview", "quote", "cite"})


def subjects_since(asked: Asked, best: Named) -> list[Named]:
    """Who else was spoken of since a voice: the fitting subjects of the last sentence that has any.

    "The council blamed the army. The army did not answer. It has denied ...": the army denies.
    """
    scene, head, known = asked.scene, asked.head, asked.known
    starts = [start for start, voice in known.voices if voice is best]
    if not starts:
        return []
    spoke = scene.tokens[scene.parse.first_from(starts[-1])].sentence
    for number in range(head.sentence - 1, max(spoke, head.sentence - _SUBJECT_NEAR - 1), -1):
        found = []
        for token in scene.parse.tokens_of(scene.parse.sentences[number]):
            if not (_subject_of_all(token) or _met(token)) or scene.level(token) >= 0:
                continue
            if gender(head) and in_caption(scene, token):
                continue
            voice = asked.voice_of(token)
            found += [voice] if voice is not None and asked.fits(voice) else []
        if found:
            return found
    return []


def _subject_of_all(token: Token) -> bool:
    if token.dep == "ROOT":
        return token.entity == "PERSON"  # "Tal, the governor, called it so", taken for a name alone
    verb = token.head
    joined = verb.dep == "conj" and verb.head.dep == "ROOT"
    return token.dep in ("nsubj", "nsubjpass") and (verb.dep == "ROOT" or joined)


def _named_alone(token: Token) -> bool:
    return token.dep == "ROOT" and token.entity == "PERSON"


def _introduced(token: Token) -> bool:
    """Whether a name tells who a he or she was all along: "He is Mirek Tal, who drives the third lorry"."""
    if token.dep != "attr" or token.entity != "PERSON" or token.head.lemma != "be":
        return False
    return any(gender(c) for c in token.head.below("nsubj"))


def _met(token: Token) -> bool:
    """Whether a reporter has spoken to somebody: "I have been speaking to Mirek Tal".

    Or a body has: "The Tal Monitors interviewed Anna Brandt".
    """
    if token.entity != "PERSON" or token.dep not in ("pobj", "dobj"):
        return False
    verb = token.head.head if token.dep == "pobj" else token.head
    if verb.lemma in _MEETING and any(c.lower in ("i", "we") for c in verb.below("nsubj")):
        return True
    asked_by = verb.below("nsubj") if verb.lemma in ("interview", "question") else ()
    return any(
        c.entity != "PERSON" and (c.entity == "ORG" or c.tag == "NNPS" or kind_of_word(c) in _BODIES)
        for c in asked_by
    )


_BODIES = ("organisation", "outlet")


_MEETING = frozenset({"speak", "talk", "meet", "interview", "visit", "see"})


def subject_before(asked: Asked) -> Named | None:
    """The subject of the same sentence before a pronoun, else of one of the last sentences, if it fits."""
    scene, head = asked.scene, asked.head
    for number in range(head.sentence, head.sentence - _SUBJECT_NEAR - 1, -1):
        if number < 0 or scene.parse.sentences[number].paragraph != scene.sentence(head).paragraph:
            break
        tokens = scene.parse.tokens_of(scene.parse.sentences[number])
        subjects = [
            t
            for t in tokens
            if (t.dep in ("nsubj", "nsubjpass") or _met(t) or _introduced(t) or _named_alone(t))
            and t.i < head.i
            and t.pos in ("NOUN", "PROPN")
            and not (head.head.dep == "relcl" and head.head.head is t)  # "the man, who he said was": not he
        ]
        voices = []
        for token in subjects:
            voice = asked.voice_of(token) if scene.level(token) in (scene.level(head), -1) else None
            if voice is not None:
                voices += [voice] if asked.fits(voice) else []
                if gender(head) and voice.kind == "person" and another_beside(token):
                    return None
        if gender(head) and any(v.kind == "person" for v in voices):
            voices = [v for v in voices if v.head is None or v.kind == "person" or kind_of_word(v.head)]
        if len({v.name for v in voices}) == 1:
            met = gender(head) and any(_another_met(asked, t, voices[0]) for t in tokens)
            return None if met else voices[0]
        if voices:
            return None
        if (answers := _asked_by_another(asked, tokens)) is not None:
            return answers
    return None


def _asked_by_another(asked: Asked, tokens: Sequence[Token]) -> Named | None:
    """Whom somebody of the other sex has asked: "the judge, Anna Tal, asked Rolf Dane where. He said"."""
    head = asked.head
    verb = next(
        (t for t in tokens if t.lemma in ("ask", "question") and t.dep == "ROOT" and t.i < head.i), None
    )
    if verb is None or not gender(head):
        return None
    objects = [*verb.below("dobj", "dative")]
    beside = [*(a for t in objects for a in t.below("appos")), *verb.below("npadvmod"), *objects]
    for token in beside:
        if token.entity == "PERSON" and (voice := asked.voice_of(token)) is not None and asked.fits(voice):
            return voice
    return None


def _another_met(asked: Asked, token: Token, best: Named) -> bool:
    """Whether a word is a second person who fits as well: "the colonel met Anna Tal. She said"."""
    head = asked.head
    if token.entity != "PERSON" or token.dep != "dobj" or token.i >= head.i:
        return False
    voice = asked.voice_of(token)
    if voice is None or voice.name == best.name or not asked.fits(voice):
        return False
    return asked.known.genders.get(best.name or "") != gender(head)


def only_person(asked: Asked) -> Named | None:
    """The one person whom this paragraph and the one above name, a subject there: no other he or she."""
    scene, head = asked.scene, asked.head
    if not gender(head) or scene.level(head) >= 0:
        return None
    here = scene.sentence(head)
    first = max(0, here.paragraph - 1)
    start = scene.document.paragraphs[first].start
    if here.i - scene.tokens[scene.parse.first_from(start)].sentence > _FARTHEST:
        start = scene.parse.sentences[here.i - _FARTHEST].span.start
    found: dict[str, Named] = {}
    for token in scene.tokens[scene.parse.first_from(start) : head.i]:
        if token.entity != "PERSON" or token.dep == "compound" or token.pos != "PROPN":
            continue
        voice = asked.voice_of(token)
        if voice is None or not voice.name or voice.kind != "person":
            continue
        told_of = token.dep in ("nsubj", "nsubjpass") or _met(token) or _introduced(token)
        if told_of and scene.level(token) < 0 and asked.fits(voice):
            found.setdefault(voice.name, voice)
        elif voice.name not in found and other_sex(voice, head) is None:
            return None
    return next(iter(found.values())) if len(found) == 1 else None


def can_mean(word: str) -> Callable[[Named], bool] | None:
    """Whether a voice is of a kind that a pronoun can stand for."""
    if word in HE:
        return lambda v: _single_person(v) and not any(t in v.title for t in ("mrs", "ms", "lady", "sister"))
    if word in SHE:
        return lambda v: (
            _single_person(v)
            and not any(t in v.title.replace("mrs", "").split() for t in ("mr", "mr.", "sir", "lord"))
        )
    if word in _THEY:
        return lambda v: v.plural or v.kind in ("organisation", "force", "government", "outlet")
    if word in _IT:
        return lambda v: not v.plural and v.kind not in ("person", "unnamed")
    if word in WE:
        return lambda _: True
    return None


def _single_person(voice: Named) -> bool:
    if voice.plural:
        return False
    return voice.kind == "person" or (
        voice.kind == "unnamed"
        and voice.head is not None
        and voice.head.pos == "NOUN"
        and voice.head.lower not in _SEVERAL
        and may_be_somebody(voice.head)
    )


_SEVERAL = frozenset(
    {"party", "side", "family", "staff", "crew", "personnel", "couple", "people", "opposition"}
)
"""Roles that several people share: no he and no she."""
_SUBJECT_NEAR = 2
"""Sentences of the paragraph back in which the subject that a pronoun stands for is looked for."""
_TOO_FAR = 4
"""Sentences between a pronoun and its voice beyond which nothing is decided if anybody else is named."""
_FARTHEST = 9
"""Sentences between a he or she and the one person that can be meant beyond which nothing is decided."""
