"""What the publisher's own words call untrue: "it is not true that", "a post saying that ... is false".

Who denies is whoever's words the sentence is: nobody named where they are the publisher's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.extract.attribution_cues import CUES
from firsthand.extract.attribution_found import Found, trimmed
from firsthand.extract.attribution_grammar import FINITE, Scene, verb_group
from firsthand.resources.parser import Token
from firsthand.rules import Row, rule
from firsthand.schema import Span

_UNTRUE = CUES["untrue"]
_BEING = frozenset({"be", "prove", "remain", "seem", "appear"})
_COMING_ABOUT = frozenset({"happen", "occur", "exist", "materialise", "materialize"})


def with_false(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions with the denials of clauses and posts; what never happened is not alleged as well."""
    made = []
    for token in scene.tokens:
        row = _UNTRUE.lookup(token.lower)
        if row is None or token.pos not in ("ADJ", "NOUN"):
            continue
        quoted = scene.level(token) >= 0
        denial = it_is_untrue(scene, token, row)
        denial = denial or (None if quoted else post_is_untrue(scene, token, row, found))
        denial = denial or false_noun(token, row, found)
        made += [denial] if denial is not None else []
    taken = {span for one in made for span in one.cue}
    kept = [one for one in found if not taken.intersection(one.cue) and not _never_was(one)]
    return [*kept, *made]


def _called(token: Token, row: Row) -> Token | None:
    """The verb by which a word is said of its subject, where the negation is as the row wants it."""
    verb = token.head
    if verb.lemma not in _BEING or token.dep not in ("acomp", "attr", "oprd"):
        return None
    negated = any(c.dep == "neg" for c in (*verb.children, *token.children))
    return verb if bool(row.get("with_negation")) == negated else None


@rule(
    "attribution.it_is_untrue",
    means="the publisher, or whose words these are, says that something is not so",
    fires="It is not true [that the bridge was mined].",
    silent="It is true that the bridge was mined.",
    gives={"polarity": "-", "certainty": "certain"},
)
def it_is_untrue(scene: Scene, token: Token, row: Row) -> Found | None:
    """The clause behind "it is false", "it is not true"."""
    verb = _called(token, row)
    subject = next(iter(verb.below("nsubj")), None) if verb is not None else None
    if verb is None or subject is None or subject.lower != "it":
        return None
    clauses = (c for c in (*verb.children, *token.children) if c.i > token.i and c.dep in _CLAUSES)
    clause = next((c for c in clauses if scene.tokens[scene.left(c)].lower == "that"), None)
    if clause is None or scene.left(clause) > token.i + 2:
        return None
    content = trimmed(scene.parse, scene.left(clause), min(scene.right(clause), scene.bounds(token)[1]))
    if content is None:
        return None
    cue = Span(verb_group(verb)[0].start, token.end)
    reasons = (row.because(token.span), it_is_untrue.because(content))
    return Found((content,), (cue,), (), row, reasons, verb)


_CLAUSES = frozenset({"ccomp", "csubj", "advcl", "acl"})


@rule(
    "attribution.post_is_untrue",
    means="what a post or a report says is called untrue at the end of the sentence",
    fires="A post saying [that 300 soldiers gave up] is untrue.",
    silent="A post saying that 300 soldiers gave up is old.",
)
def post_is_untrue(scene: Scene, token: Token, row: Row, found: list[Found]) -> Found | None:
    """The denial of what stands between "a post saying" and "is untrue"; the post's own words end there."""
    verb = _called(token, row)
    low, high = scene.bounds(token)
    if verb is None or any(t.tag in FINITE for t in scene.tokens[token.i + 1 : high]):
        return None
    saying = ((one, at) for one, at in _saying(found) if at >= low and one.content[-1].holds(token.span))
    told, at = next(saying, (None, low))
    first = verb_group(verb)[0]
    if told is None or any(t.tag in FINITE for t in scene.tokens[low:at]):
        return None
    start = scene.parse.first_from(told.content[0].start)
    before = scene.tokens[start : first.i]
    content = trimmed(scene.parse, start, first.i)
    if content is None or not any(t.tag in FINITE for t in before):
        return None
    told.content = (content,)
    reasons = (row.because(token.span), post_is_untrue.because(content))
    return Found((content,), (Span(first.start, token.end),), (), row, reasons, verb)


@rule(
    "attribution.false_noun",
    means='what is put forward as a "false claim" is denied by whoever calls it so',
    fires="The false claim [that the bridge was mined] spread on Monday.",
    silent="The old claim that the bridge was mined spread on Monday.",
    gives={"polarity": "-", "certainty": "certain"},
)
def false_noun(token: Token, row: Row, found: list[Found]) -> Found | None:
    """The denial of a clause whose noun is called false; who is named for the claim keeps it."""
    noun = token.head
    if token.dep != "amod" or row.get("with_negation") or noun.i < token.i:
        return None
    told = next((one for one in found if one.verb is noun and not one.source and one.cue), None)
    if told is None:
        return None
    found.remove(told)
    reasons = (row.because(token.span), false_noun.because(told.content[0]))
    return Found(told.content, (Span(token.start, noun.end),), (), row, reasons, noun)


def _saying(found: list[Found]) -> Iterator[tuple[Found, int]]:
    """What a post, a report or a clip is said to say by a participle right behind it."""
    for one in found:
        if one.verb is not None and one.verb.tag == "VBG" and one.source and one.content:
            yield one, one.verb.i


def _never_was(one: Found) -> bool:
    """ "The supposed massacre never happened": nobody alleges it here."""
    if one.verb is None or one.verb.tag[:2] not in ("JJ", "VB") or one.source or one.verb.dep != "amod":
        return False
    above = one.verb.head.head
    return one.verb.head.dep == "nsubj" and above.lemma in _COMING_ABOUT and bool(above.below("neg"))
