"""Sources that the parse has broken, put together again; things that are said to see, set aside."""

from __future__ import annotations

from firsthand.extract.attribution_found import Found, spans_of
from firsthand.extract.attribution_grammar import Scene, noun_phrase
from firsthand.extract.voices_kinds import kind_of_word, never_speaks
from firsthand.extract.voices_pronouns import may_be_somebody
from firsthand.resources.parser import Token
from firsthand.schema import Span


def mend(scene: Scene, one: Found) -> None:
    """Give an attribution the whole of who speaks, where the parse has it cut or joined."""
    if one.verb is None or not one.cue or scene.level(one.verb) >= 0:
        return
    if (speaker := _spokesman_for(scene, one)) is not None:
        first, role, last = speaker
        one.source = (Span(scene.tokens[first].start, scene.tokens[last].end),)
        one.voice = role
        one.content = tuple(span for span in one.content if not span.overlaps(one.source[0])) or one.content
    elif one.voice is not None and (beside := _man_whom(one.voice)) is not None:
        kept = [t for span in one.source for t in scene.parse.within(span) if t.i > beside.i]
        one.source = spans_of(kept) or one.source


def sees_nothing(one: Found) -> bool:
    """Whether a thing or a stretch of time is said to know or to see: "the deal will see guns bought"."""
    voice, verb = one.voice, one.verb
    if voice is None or verb is None or voice.pos != "NOUN" or one.row is None or one.row["kind"] != "other":
        return False
    if never_speaks(voice) is not None:
        return True
    thing = kind_of_word(voice) in (None, "document") and not may_be_somebody(voice)
    return verb.lemma == "see" and thing and voice.entity not in ("PERSON", "ORG", "NORP", "GPE")


def _spokesman_for(scene: Scene, one: Found) -> tuple[int, Token, int] | None:
    """Of "a spokesman for Let Them Stay said" the first word, the role and the last word of the name."""
    verb = scene.parse.first_from(one.cue[0].start)
    sentence = scene.tokens[verb].sentence if verb < len(scene.tokens) else -1
    last = i = verb - 1
    while i >= 0 and verb - i <= _LONGEST_NAME and scene.tokens[i].sentence == sentence:
        token = scene.tokens[i]
        if token.lower == "for":
            break
        if not token.text[:1].isupper() and token.lower not in _LINKS:
            return None
        i -= 1
    role = scene.next_to(i - 1)
    if not 0 < i < last or scene.tokens[i].lower != "for" or role is None or role.sentence != sentence:
        return None
    if role.lemma not in _SPEAKERS or not scene.tokens[i + 1].text[:1].isupper():
        return None
    phrase = noun_phrase(scene, role, 0, role.i + 1)
    first = phrase[0].i if phrase else role.i
    whole = Span(scene.tokens[first].start, scene.tokens[last].end)
    if any(span.holds(whole) for span in one.source):
        return None
    return (first, role, last) if all(whole.holds(span) for span in one.source) else None


_SPEAKERS = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "lawyer", "solicitor", "attorney", "representative"}
)
_LINKS = frozenset({"the", "of", "and", "our", "to", "&", "a", "in", "for"})
_LONGEST_NAME = 8


def _man_whom(voice: Token) -> Token | None:
    """The man of "a man authorities say was shot", whom the parse takes for a part of who says it."""
    beside = next(iter(voice.below("compound", "nmod")), None)
    if voice.tag != "NNS" or beside is None or kind_of_word(beside) != "unnamed" or beside.text[0].isupper():
        return None
    article = any(c.dep == "det" and c.lower in ("a", "an") for c in voice.children)
    several = beside.tag == "NNS" and beside.lower not in ("women", "men")
    return beside if several or (article and beside.tag == "NN" and voice.lower != "people") else None
