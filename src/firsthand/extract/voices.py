"""Who a voice is: the words of a source -> a name, by what the text has said before.

"Lee added" is the Lee Il Woo named above; "she", "the group", "who" are whoever they stand for, where one
antecedent is better than all others. Where two are equally good, the words stay as they are.
"""

from __future__ import annotations

from firsthand.extract.attribution_communique import of_heading
from firsthand.extract.attribution_found import Found, spans_of
from firsthand.extract.attribution_grammar import Scene, noun_phrase, relative
from firsthand.extract.attribution_official import officials
from firsthand.extract.voices_excluded import told_dead
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
from firsthand.extract.voices_pronouns import gender, may_be_somebody, what_was_counted, whom_asked
from firsthand.extract.voices_running import (
    WE,
    Asked,
    can_mean,
    only_person,
    running,
    same_clause,
    subject_before,
    subjects_since,
    the_one_since,
)
from firsthand.extract.voices_titles import titled
from firsthand.extract.voices_turns import speaker_of_turn
from firsthand.resources.parser import Token
from firsthand.rules import rule
from firsthand.schema import Span


def resolve(scene: Scene, found: list[Found], above: list[int | None]) -> list[Named]:
    """The voice of each attribution, in the order of the attributions."""
    known = Known(
        full=full_names(scene),
        bodies=bodies_named(scene),
        mentions=mentions_of_bodies(scene),
        titled=titled(scene),
        dead=told_dead(scene),
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
    if (guest := speaker_of_turn(scene, one, known)) is not None:
        return guest
    words = Span(one.source[0].start, one.source[-1].end)
    source = [t for span in one.source for t in scene.parse.within(span)]
    said = words.words(scene.parse.text)
    if not source or not any(sign.isalnum() for sign in said):
        return Named(name=said if source == [] else None)  # an emoji before the verb says nothing
    if head is None or head not in source:
        head = _head(source)
    says = one.row is not None and {"quote", "told"}.intersection(one.row.get("takes", ()))
    if says and (why := never_speaks(head)):
        return Named(because=(why.because(head.span),))
    if len(source) == 1 and (office := officials(head) or of_heading(scene, one)) is not None:
        found = office
    elif len(source) == 1 and relative(head):
        found = antecedent_of_relative(scene, head, known) or Named(name=head.text)
    elif len(source) == 1 and head.pos == "PRON":
        found = pronoun(scene, head, known, outer, around, one) or Named(name=head.text, head=head)
    else:
        found = by_words(scene, head, source, words, known)
    return found


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
            if noun is not None and head.lower == "who":
                noun = _people(noun, verb)
            if noun is not None and (shared := what_was_counted(noun)) is not None:
                noun = shared
            if noun is None:
                return None
            phrase = noun_phrase(scene, noun, 0, head.i)
            if not phrase:
                return None
            words = Span(phrase[0].start, phrase[-1].end)
            voice = by_words(scene, noun, phrase, words, known)
            voice.antecedent = spans_of(phrase)
            voice.because = (antecedent_of_relative.because(head.span), *voice.because)
            return voice
        verb = verb.head
    return None


def _people(noun: Token, clause: Token) -> Token | None:
    """The people whom a "who" behind a thing belongs to: "four men were found in the garage who claim"."""
    if noun.dep != "pobj" or _can_be_who(noun, clause):
        return noun
    token = noun
    for _ in range(_NEAR_PERSON):
        if token.head is token:
            return None
        token = token.head
        subjects = token.below("nsubj", "nsubjpass") if token.pos in ("VERB", "AUX") else [token]
        for each in subjects:
            if each.pos in ("NOUN", "PROPN") and each.i < noun.i and _can_be_who(each, clause):
                return each
    return None


def _can_be_who(noun: Token, clause: Token) -> bool:
    """Whether a noun can be people, and of the number that the verb behind "who" has."""
    if noun.entity == "PERSON" or noun.pos in ("PRON", "NUM"):
        return True
    known = kind_of_word(noun)
    verb = next((c for c in clause.children if c.dep in ("aux", "auxpass")), clause)
    if noun.tag == "NN" and noun.lower not in _MANY and known is None:
        plural = verb.tag == "VBP" or verb.lower == "were"
        where = noun.head.head.lower if noun.head.lower == "of" else noun.head.lower
        if plural or where in _WHERE:
            return may_be_somebody(noun)
    return known in (None, "unnamed", "person", "force", "government", "organisation")


_MANY = frozenset(
    {"police", "people", "staff", "crew", "family", "public", "crowd", "couple", "pair", "majority"}
)
_WHERE = frozenset(
    {"in", "at", "on", "near", "inside", "outside", "into", "through", "around", "from", "out"}
)


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
    scene: Scene, head: Token, known: Known, outer: Named | None, around: Found | None, one: Found
) -> Named | None:
    """The voice that a pronoun stands for: its sentence's subject, who has been speaking, who is named."""
    if can_mean(head.lower) is None:
        return None
    asked = Asked(scene, head, known, one)
    because = pronoun.because(head.span)
    if head.lower in WE:
        quoting = outer is not None and outer.name and around is not None and around.quoted
        return taken_up(outer, because) if quoting else None
    best = _within(asked, outer, around) or _outside(asked)
    if best is not None and best.name and gender(head):
        known.genders.setdefault(best.name, gender(head))
    voice = taken_up(best, because)
    if voice is not None:
        voice.because = (*voice.because, *dict.fromkeys(asked.others))
    return voice


def _within(asked: Asked, outer: Named | None, around: Found | None) -> Named | None:
    """Who a pronoun is in unmarked words of somebody: he himself, but for a nearer subject."""
    if outer is None or not outer.name or around is None or around.quoted or not asked.fits(outer):
        return None
    return same_clause(asked) or outer


def _outside(asked: Asked) -> Named | None:
    scene, head, known = asked.scene, asked.head, asked.known
    if (subject := same_clause(asked)) is not None:
        return subject
    # of whom a quoted speaker speaks, no voice outside the quotation tells
    best = None if scene.level(head) >= 0 else running(asked)
    if best is not None and (since := subjects_since(asked, best)):
        best = the_one_since(asked, best, since)
    else:
        best = best or subject_before(asked) or only_person(asked)
    if best is not None and gender(head) and (other := whom_asked(best, head)) is not None:
        phrase = noun_phrase(scene, other, 0, head.i)
        best = (
            by_words(scene, other, phrase, Span(phrase[0].start, phrase[-1].end), known) if phrase else None
        )
        best = best if best is not None and best.kind == "person" and asked.fits(best) else None
    return best
