"""Who a voice is: the words of a source -> a name, by what the text has said before.

"Lee added" is the Lee Il Woo named above; "she", "the group", "who" are whoever they stand for, where one
antecedent is better than all others. Where two are equally good, the words stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from firsthand.extract.attribution_found import Found
from firsthand.extract.attribution_grammar import Scene, noun_phrase, relative
from firsthand.extract.voices_kinds import kind_of_word, never_speaks
from firsthand.extract.voices_known import (
    Known,
    Named,
    bodies_named,
    full_names,
    mentions_of_bodies,
    remember,
)
from firsthand.extract.voices_names import by_words, taken_up
from firsthand.extract.voices_pronouns import (
    HE,
    SHE,
    another_beside,
    gender,
    may_be_somebody,
    what_was_counted,
    whom_asked,
)
from firsthand.extract.voices_titles import titled
from firsthand.resources.parser import Token
from firsthand.rules import rule
from firsthand.schema import Span

_THEY, _IT, _WE = (
    frozenset({"they", "them", "their"}),
    frozenset({"it", "its"}),
    frozenset({"i", "we", "me", "us", "my", "our"}),
)


def resolve(scene: Scene, found: list[Found], above: list[int | None]) -> list[Named]:
    """The voice of each attribution, in the order of the attributions."""
    known = Known(
        full=full_names(scene),
        bodies=bodies_named(scene),
        mentions=mentions_of_bodies(scene),
        titled=titled(scene),
    )
    named: list[Named] = []
    posts = [stamp.start for stamp in scene.stamps]
    for number, one in enumerate(found):
        while posts and posts[0] <= one.content[0].start:
            known.new_post(posts.pop(0))
        outer = above[number]
        outer_voice = named[outer] if outer is not None and outer < number else None
        voice = _voice(scene, one, known, outer_voice, found[outer] if outer is not None else None)
        named.append(voice)
        if voice.name is not None and one.source:
            remember(voice, known)
            known.voices.append((one.source[0].start, voice))
    return named


def _voice(scene: Scene, one: Found, known: Known, outer: Named | None, around: Found | None) -> Named:
    head = one.voice
    if not one.source or not one.source[0].end:
        return Named()
    words = Span(one.source[0].start, one.source[-1].end)
    source = [t for span in one.source for t in scene.parse.within(span)]
    said = words.words(scene.parse.text)
    if not source or not any(sign.isalnum() for sign in said):
        return Named(name=said if source == [] else None)  # an emoji before the verb says nothing
    if head is None or head not in source:
        head = _head(source)
    if one.row is not None and "quote" in one.row.get("takes", ()) and (why := never_speaks(head)):
        return Named(because=(why.because(head.span),))
    if relative(head) and len(source) == 1:
        return antecedent_of_relative(scene, head, known) or Named(name=head.text)
    if head.pos == "PRON" and len(source) == 1:
        return pronoun(scene, head, known, outer, around) or Named(name=head.text, head=head)
    return by_words(scene, head, source, words, known)


def _head(source: list[Token]) -> Token:
    inside = {t.i for t in source}
    return next(
        (t for t in source if t.head.i not in inside and t.pos in ("NOUN", "PROPN", "PRON")), source[0]
    )


# ---- what stands for another mention ----


@rule(
    "voice.relative",
    means='"who" and "which" are whom their clause belongs to',
    fires="A nurse [who] said that two shells fell was crying.",
    silent="A nurse said that two shells fell.",
)
def antecedent_of_relative(scene: Scene, head: Token, known: Known) -> Named | None:
    """The noun that the relative clause hangs on."""
    verb = head.head
    for _ in range(4):
        if verb.dep in ("relcl", "acl"):
            noun = _who_can_speak(_nearer(scene, verb.head, head)) if head.lower == "who" else verb.head
            if noun is not None and (shared := what_was_counted(noun)) is not None:
                noun = shared
            if noun is None:
                return None
            phrase = noun_phrase(scene, noun, 0, head.i)
            if not phrase:
                return None
            words = Span(phrase[0].start, phrase[-1].end)
            voice = by_words(scene, noun, phrase, words, known)
            voice.because = (antecedent_of_relative.because(head.span), *voice.because)
            return voice
        verb = verb.head
    return None


def _nearer(scene: Scene, noun: Token, who: Token) -> Token:
    """The person right before "who", where the parse hung its clause on a thing before."""
    if noun.pos != "NOUN" or kind_of_word(noun) is not None or noun.i + _NEAR_NOUN >= who.i:
        return noun
    for i in range(who.i - 1, max(noun.i, who.i - _NEAR_PERSON), -1):
        token = scene.tokens[i]
        if token.entity == "PERSON" or (token.pos == "NOUN" and kind_of_word(token) in ("unnamed", "person")):
            return token
    return noun


_NEAR_NOUN = 3
_NEAR_PERSON = 9


def _who_can_speak(noun: Token) -> Token | None:
    """Of "the medics of the 9th Brigade, who" the medics; None where a person's name stands behind "of".

    "The wife of Mirek Tal, who" may be either.
    """
    above = noun.head.head
    if noun.dep != "pobj" or noun.head.lower not in ("of", "from", "at", "in", "with", "for"):
        return noun
    if above.pos != "NOUN" or kind_of_word(above) not in ("unnamed", "force"):
        return noun
    if noun.pos == "PROPN":
        return None if noun.entity == "PERSON" else above
    return noun if kind_of_word(noun) == "unnamed" else above


@rule(
    "voice.pronoun",
    means="a pronoun is the voice before it that it can stand for, if one is better than all others",
    fires="Mirek Tal said that two shells fell. [He] added that nobody was hurt.",
    silent="Mirek Tal said that two shells fell. The nurse added that nobody was hurt.",
    gives={"source_name": "Mirek Tal"},
)
def pronoun(
    scene: Scene, head: Token, known: Known, outer: Named | None, around: Found | None
) -> Named | None:
    """The voice that a pronoun stands for."""
    test = _test(head.lower)
    if test is None:
        return None

    def fits(voice: Named) -> bool:
        if _belongs_to_whom(voice, head):
            return False
        return test(voice) and known.genders.get(voice.name or "", gender(head)) == gender(head)

    because = pronoun.because(head.span)
    if head.lower in _WE:
        return (
            taken_up(outer, because)
            if outer is not None and outer.name and around is not None and around.quoted
            else None
        )
    if outer is not None and outer.name and around is not None and not around.quoted and fits(outer):
        if gender(head):
            known.genders.setdefault(outer.name, gender(head))
        return taken_up(outer, because)
    # of whom a quoted speaker speaks, no voice outside the quotation tells
    best = None if scene.level(head) >= 0 else _nearest(scene, known, head, fits)
    if best is not None and (since := _subjects_since(scene, head, fits, known, best)):
        best = since[0] if len({voice.name for voice in since}) == 1 else None
    else:
        best = best or _subject_before(scene, head, fits, known)
    if best is not None and gender(head) and (other := whom_asked(best, head)) is not None:
        phrase = noun_phrase(scene, other, 0, head.i)
        best = (
            by_words(scene, other, phrase, Span(phrase[0].start, phrase[-1].end), known) if phrase else None
        )
        best = best if best is not None and best.kind == "person" and fits(best) else None
    if best is not None and best.name and gender(head):
        known.genders.setdefault(best.name, gender(head))
    return taken_up(best, because) if best is not None else None


def _belongs_to_whom(voice: Named, head: Token) -> bool:
    """Whether a voice is somebody's of the pronoun's sex: of "her neighbour, Mirek Tal" she is not Tal."""
    named = voice.head
    if named is None or not gender(head):
        return False
    near = (named, *named.children, *((named.head,) if named.dep in ("appos", "compound") else ()))
    return any(gender(c) == gender(head) for t in near for c in t.children if c.dep == "poss")


def _subjects_since(
    scene: Scene, head: Token, fits: Callable[[Named], bool], known: Known, best: Named
) -> list[Named]:
    """Who else was spoken of since a voice: the fitting subjects of the last sentence that has any.

    "The council blamed the army. The army did not answer. It has denied ...": the army denies.
    """
    starts = [start for start, voice in known.voices if voice is best]
    if not starts:
        return []
    spoke = scene.tokens[scene.parse.first_from(starts[-1])].sentence
    for number in range(head.sentence - 1, max(spoke, head.sentence - _SUBJECT_NEAR - 1), -1):
        found = []
        for token in scene.parse.tokens_of(scene.parse.sentences[number]):
            if not (_subject_of_all(token) or _met(token)) or scene.level(token) >= 0:
                continue
            phrase = noun_phrase(scene, token, 0, head.i) if token.pos in ("NOUN", "PROPN") else []
            if phrase:
                voice = by_words(scene, token, phrase, Span(phrase[0].start, phrase[-1].end), known)
                found += [voice] if fits(voice) else []
        if found:
            return found
    return []


def _subject_of_all(token: Token) -> bool:
    verb = token.head
    joined = verb.dep == "conj" and verb.head.dep == "ROOT"
    return token.dep in ("nsubj", "nsubjpass") and (verb.dep == "ROOT" or joined)


def _met(token: Token) -> bool:
    """Whether a reporter has spoken to somebody: "I have been speaking to Mirek Tal"."""
    if token.entity != "PERSON" or token.dep not in ("pobj", "dobj"):
        return False
    verb = token.head.head if token.dep == "pobj" else token.head
    return verb.lemma in _MEETING and any(c.lower in ("i", "we") for c in verb.below("nsubj"))


_MEETING = frozenset({"speak", "talk", "meet", "interview", "visit", "see"})


def _subject_before(scene: Scene, head: Token, fits: Callable[[Named], bool], known: Known) -> Named | None:
    """The subject of the same sentence before a pronoun, else of one of the last sentences, if it fits."""
    for number in range(head.sentence, head.sentence - _SUBJECT_NEAR - 1, -1):
        if number < 0 or scene.parse.sentences[number].paragraph != scene.sentence(head).paragraph:
            break
        tokens = scene.parse.tokens_of(scene.parse.sentences[number])
        subjects = [
            t
            for t in tokens
            if (t.dep in ("nsubj", "nsubjpass") or _met(t))
            and t.i < head.i
            and t.pos in ("NOUN", "PROPN")
            and not (head.head.dep == "relcl" and head.head.head is t)  # "the man, who he said was": not he
        ]
        voices = []
        for token in subjects:
            phrase = noun_phrase(scene, token, 0, head.i)
            if phrase and scene.level(token) in (scene.level(head), -1):
                voice = by_words(scene, token, phrase, Span(phrase[0].start, phrase[-1].end), known)
                voices += [voice] if fits(voice) else []
                if gender(head) and voice.kind == "person" and another_beside(token):
                    return None
        if gender(head) and any(v.kind == "person" for v in voices):
            voices = [v for v in voices if v.head is None or v.kind == "person" or kind_of_word(v.head)]
        if len({v.name for v in voices}) == 1:
            return (
                None
                if gender(head) and _another_met(scene, tokens, head, voices[0], fits, known)
                else voices[0]
            )
        if voices:
            return None
    return None


def _another_met(
    scene: Scene,
    tokens: Sequence[Token],
    head: Token,
    best: Named,
    fits: Callable[[Named], bool],
    known: Known,
) -> bool:
    """Whether a sentence names a second person who fits as well: "the colonel met Anna Tal. She said"."""
    for token in tokens:
        if token.entity != "PERSON" or token.dep != "dobj" or token.i >= head.i:
            continue
        phrase = noun_phrase(scene, token, 0, head.i)
        if phrase:
            voice = by_words(scene, token, phrase, Span(phrase[0].start, phrase[-1].end), known)
            if voice.name != best.name and fits(voice) and known.genders.get(best.name or "") != gender(head):
                return True
    return False


def _test(word: str) -> Callable[[Named], bool] | None:
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
    if word in _WE:
        return lambda _: True
    return None


def _single_person(voice: Named) -> bool:
    if voice.plural:
        return False
    return voice.kind == "person" or (
        voice.kind == "unnamed"
        and voice.head is not None
        and voice.head.pos == "NOUN"
        and may_be_somebody(voice.head)
    )


def _nearest(scene: Scene, known: Known, head: Token, fits: Callable[[Named], bool]) -> Named | None:
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


_SUBJECT_NEAR = 2
"""Sentences of the paragraph back in which the subject that a pronoun stands for is looked for."""
_TOO_FAR = 4
"""Sentences between a pronoun and its voice beyond which nothing is decided."""
