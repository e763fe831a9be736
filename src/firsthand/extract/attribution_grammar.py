"""What the parse says of a verb: its group, its subject, the noun phrases around it."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from firsthand.extract.attribution_marked_verb import only_a_verb
from firsthand.extract.quotes import Quotation, quotations
from firsthand.resources.parser import Parse, Sentence, Token
from firsthand.resources.posts import stamps
from firsthand.schema import Document, Span, Spans

VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_SHORTEST_PLACE = 4
"""Letters in capitals at the head of a paragraph from which they are taken for the place of a dateline."""
_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
_BETWEEN = frozenset({"advmod", "neg", "aux", "auxpass", "preconj", "cc", "npadvmod"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


@dataclass(frozen=True)
class Scene:
    """A document, its parse and its quotations: what every construction looks at."""

    document: Document
    parse: Parse

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens of the whole document."""
        return self.parse.tokens

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations of the document, by their opening marks."""
        return quotations(self.parse.text, self.document.paragraphs)

    @cached_property
    def _inside(self) -> list[int]:
        """For each token the index of the innermost quotation that it stands in, -1 for none."""
        inside = [-1] * len(self.tokens)
        for number, quotation in enumerate(self.quotations):  # outer ones come first, inner ones overwrite
            if only_a_verb(self.parse, quotation):
                continue
            for i in range(self.parse.first_from(quotation.inner.start), len(inside)):
                if self.tokens[i].end > quotation.inner.end:
                    break
                inside[i] = number
        return inside

    def quotation_of(self, token: Token) -> Quotation | None:
        """The innermost quotation that a token stands in."""
        number = self._inside[token.i]
        return self.quotations[number] if number >= 0 else None

    def level(self, token: Token) -> int:
        """A number for the innermost quotation around a token, -1 outside all."""
        return self._inside[token.i]

    @cached_property
    def _by_paragraph(self) -> dict[int, list[Quotation]]:
        grouped: dict[int, list[Quotation]] = {}
        for quotation in self.quotations:
            grouped.setdefault(quotation.paragraph, []).append(quotation)
        return grouped

    def quotations_near(self, token: Token) -> list[Quotation]:
        """The quotations of the token's paragraph, in order."""
        return self._by_paragraph.get(self.sentence(token).paragraph, [])

    @cached_property
    def _openings(self) -> dict[int, int]:
        """Per quotation's start the number of the quotation directly around it, -1 for none."""
        around: dict[int, int] = {}
        open_ones: list[int] = []
        for number, quotation in enumerate(self.quotations):
            while open_ones and self.quotations[open_ones[-1]].span.end <= quotation.span.start:
                open_ones.pop()
            around[quotation.span.start] = open_ones[-1] if open_ones else -1
            open_ones.append(number)
        return around

    def opens_in(self, quotation: Quotation) -> int:
        """The level at which a quotation opens: that of the words around it."""
        return self._openings[quotation.span.start]

    def quotations_in(self, span: Span) -> list[Quotation]:
        """The quotations that share words with a span."""
        first = bisect_left(self._reach, span.start)
        inside = itertools.takewhile(lambda q: q.span.start < span.end, self.quotations[first:])
        return [q for q in inside if q.span.overlaps(span)]

    @cached_property
    def _reach(self) -> list[int]:
        """Per quotation how far it and all before it reach, so that the search can start near a span."""
        return list(itertools.accumulate((q.span.end for q in self.quotations), max))

    def sentence_like(self, quotation: Quotation) -> bool:
        """Whether a quotation holds a finite verb, as titles of works and scare quotes seldom do."""
        return any(t.tag in FINITE or t.tag == "VB" for t in self.parse.within(quotation.span))

    def sentence(self, token: Token) -> Sentence:
        """The sentence of a token."""
        return self.parse.sentences[token.sentence]

    def bounds(self, token: Token) -> tuple[int, int]:
        """First and last (exclusive) token of the sentence, within the quotation that the token stands in."""
        sentence = self.sentence(token)
        first, last = self._behind_dateline(sentence), sentence.last
        if token.i < first:
            first = sentence.first
        quotation = self.quotation_of(token)
        if quotation is not None:
            while first < token.i and self.tokens[first].start < quotation.inner.start:
                first += 1
            while last > token.i + 1 and self.tokens[last - 1].end > quotation.inner.end:
                last -= 1
        return first, last

    @cached_property
    def stamps(self) -> Spans:
        """The time stamps that head the posts of a live blog."""
        return stamps(self.document)

    @cached_property
    def _behind_stamps(self) -> dict[int, int]:
        """Per paragraph that opens with a stamp the first token behind it."""
        behind = {}
        for stamp in self.stamps:
            first = self.parse.first_from(stamp.start)
            if first < len(self.tokens):
                behind[self.sentence(self.tokens[first]).paragraph] = self.parse.first_from(stamp.end)
        return behind

    def in_stamp(self, token: Token) -> bool:
        """Whether a token belongs to the time stamp of a post."""
        return token.i < self._behind_stamps.get(self.sentence(token).paragraph, 0)

    def in_dateline(self, token: Token) -> bool:
        """Whether a token belongs to the place and day before a report: "TELL ORLAN - "."""
        sentence = self.sentence(token)
        return token.text.isupper() and token.i < self._behind_dateline(sentence)

    def _behind_dateline(self, sentence: Sentence) -> int:
        """The first token of a sentence behind a dateline such as "ORLAN, May 3 (Corvin) - ", or a stamp."""
        first = sentence.first
        behind_stamp = self._behind_stamps.get(sentence.paragraph, 0)
        if first < behind_stamp < sentence.last:
            return behind_stamp
        opens = sentence.span.start <= self.document.paragraphs[sentence.paragraph].start + 1
        if (
            not opens
            or not self.tokens[first].text.isupper()
            or len(self.tokens[first].text) < _SHORTEST_PLACE
        ):
            return first
        for i in range(first + 1, min(first + 16, sentence.last - 1)):
            if self.tokens[i].text in ("—", "–", "-", "--"):
                return i + 1
        return first

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        """Per token the first and the last index of its subtree, in one pass however deep the tree."""
        left, right = list(range(len(self.tokens))), list(range(len(self.tokens)))
        for root in self.tokens:
            if root.head is not root:
                continue
            order, waiting = [], [root]
            while waiting:
                token = waiting.pop()
                order.append(token)
                waiting.extend(token.children)
            for token in reversed(order):
                if token.head is not token:
                    above = token.head.i
                    left[above] = min(left[above], left[token.i])
                    right[above] = max(right[above], right[token.i])
        return left, right

    def left(self, token: Token) -> int:
        """Index of the first token of a subtree."""
        return self._edges[0][token.i]

    def right(self, token: Token) -> int:
        """Index after the last token of a subtree."""
        return self._edges[1][token.i] + 1

    def next_to(self, i: int) -> Token | None:
        """The token at an index, None beyond the text."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else None


def verb_group(verb: Token) -> list[Token]:
    """A verb with its auxiliaries, negation and particles, and the adverbs that stand between them."""
    parts = {t.i: t for t in verb.children if t.dep in _GROUP and abs(t.i - verb.i) <= 6}
    if verb.pos == "VERB":  # "were asked not to film": what is asked is not to film
        parts = {i: t for i, t in parts.items() if t.dep != "neg" or i < verb.i}
    parts[verb.i] = verb
    first, last = min(parts), max(parts)
    for child in verb.children:
        if first < child.i < last and child.dep in _BETWEEN and not child.children:
            parts[child.i] = child
    return [parts[i] for i in sorted(parts)]


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive."""
    return verb.tag == "VBN" and any(c.dep in ("auxpass", "nsubjpass") for c in verb.children)


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on the verb itself; of two, the one behind a comma: "Ferry sunk, divers say"."""
    found = [c for c in verb.children if c.dep in SUBJECTS]
    if len(found) > 1 and (
        any(c.text == "," and found[0].i < c.i < found[-1].i for c in verb.children) or _is_named(*found[-2:])
    ):
        return found[-1]
    return found[0] if found else None


def _is_named(noun: Token, name: Token) -> bool:
    """ "The charity Blue Lantern": a common noun and, right behind it, the name of what it speaks of."""
    first = min([name.i, *(c.i for c in name.children if c.dep == "compound")])
    return noun.pos == "NOUN" and name.pos == "PROPN" and first == noun.i + 1


def _above(verb: Token) -> Iterator[Token]:
    """The verbs that a verb without a subject may share its subject with, nearest first."""
    token, steps = verb, 0
    while token.head is not token and steps < 8:
        steps += 1
        dep, head = token.dep, token.head
        if (
            dep in ("conj", "xcomp", "dep", "parataxis")
            or (dep == "acomp" and token.pos == "ADJ")
            or (dep == "ccomp" and token.tag == "VBG")
        ) or (dep == "advcl" and token.tag in ("VBG", "VBN", "VBD")):
            yield head
        elif dep == "pcomp" and head.pos in ("ADP", "SCONJ"):
            token = head
            if head.head.tag in VERBAL:
                yield head.head
        else:
            return
        token = head


def subject(verb: Token) -> Token | None:
    """The head word of a verb's subject, its own or that of the verb it is joined to; None for none."""
    if (own := own_subject(verb)) is not None:
        return own
    if (outer := rejoined(verb)) is not None and (whose := own_subject(outer)) is not None:
        return whose
    if verb.dep == "acl" and verb.tag in ("VBG", "VBD", "VBP", "VBZ"):
        return verb.head
    for above in _above(verb):
        if (found := own_subject(above)) is not None:
            return found
        if above.dep in ("acl", "relcl") and above.head.pos in ("NOUN", "PROPN", "PRON"):
            return above.head
    return None


def rejoined(verb: Token) -> Token | None:
    """The verb that a conjunct really goes on with, where the parse hung it on the complement of that verb.

    "She told lawmakers that no request had been received and promised an answer": promised goes with told.
    """
    inner = verb.head
    if verb.dep != "conj" or own_subject(verb) is not None:
        return None
    if inner.dep in ("acl", "relcl") and inner.head.pos == "NOUN" and _set_off(verb):
        above = inner.head.head  # "rejected claims that he lied, and blamed the press"
        return above if above.tag == verb.tag and verb.tag in FINITE and above.i < inner.i else None
    if inner.dep not in ("ccomp", "advcl", "conj"):
        return None
    if inner.dep == "conj" and own_subject(inner) is not None:
        return None  # "the rebels said so, but the army denied it and said": the army said
    outer = inner.head
    form = _form(verb)
    if not form or form != _form(outer) or outer.i >= inner.i:
        later = form[:3] in ("has", "hav") and _finite(outer) != "" and outer.i < inner.i
        return (
            outer
            if later and _finite(inner) in ("VBD", "MD") and _of_one_number(outer, inner, verb)
            else None
        )
    about = own_subject(inner)
    differs = form != _form(inner) or inner.lemma == "be"
    return outer if differs or (about is not None and about.pos == "NOUN") else None


def _form(verb: Token) -> str:
    """The finite form of a verb: its tag, or that of its auxiliary of the perfect; "" for none."""
    if verb.tag in FINITE:
        return verb.tag
    helps = [c.lower for c in verb.below("aux") if c.lower in ("has", "have", "had")]
    if verb.tag == "VB" and not verb.below("aux") and verb.dep == "conj":
        return "VBP"
    return f"{helps[0]} {verb.tag}" if verb.tag in ("VBN", "VBD") and helps else ""


def _finite(verb: Token) -> str:
    """The tag of the finite word of a verb, itself or its first auxiliary; "" for none."""
    words = [*(c for c in verb.below("aux", "auxpass") if c.i < verb.i), verb]
    return next((t.tag for t in words if t.tag in FINITE), "")


def _of_one_number(outer: Token, inner: Token, verb: Token) -> bool:
    """Whether a perfect can be what the outer subject has done, by its number."""
    plural = any(c.lower == "have" for c in verb.below("aux"))
    whose, about = own_subject(outer), own_subject(inner)
    if whose is None or whose.lower in ("i", "we", "you", "they", "police"):
        return plural or whose is None
    return (whose.tag in ("NNS", "NNPS")) == plural or (about is not None and about.tag == "NN" and plural)


def _set_off(verb: Token) -> bool:
    """Whether a comma stands before the conjunction that joins a verb."""
    joints = [c for c in verb.head.below("cc") if c.i < verb.i]
    return bool(joints) and any(c.text == "," and c.i == joints[-1].i - 1 for c in verb.head.children)


def noun_phrase(scene: Scene, head: Token, first: int = 0, last: int | None = None) -> list[Token]:
    """The words of a noun phrase with title and apposition, without relative clause and what commas set off.

    Only words between the indices `first` and `last` are taken.
    """
    inside: set[int] = set()
    waiting = [head]
    while waiting and len(inside) < _LONGEST_NAME:
        token = waiting.pop()
        inside.add(token.i)
        waiting.extend(child for child in token.children if _belongs(scene, child))
    end = len(scene.tokens) if last is None else last
    low, high = max(min(inside), first), min(max(inside) + 1, end)
    kept = [t for t in scene.tokens[low:high] if t.i in inside or (t.dep == "punct" and t.head.i in inside)]
    while kept and kept[-1].text in (",", ";", ":", "—", "–", "("):
        kept.pop()
    if kept and sum(t.text == "(" for t in kept) > sum(t.text == ")" for t in kept):
        following = scene.next_to(kept[-1].i + 1)
        if following is not None and following.text == ")":
            kept.append(following)
    return kept


_LONGEST_NAME = 80


def _belongs(scene: Scene, child: Token) -> bool:
    if child.dep in _APART:
        return False
    if child.dep == "conj":
        return child.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET") or child.tag == "CD"
    if child.dep == "prep" and child.i > child.head.i and _after_comma(scene, child):
        return False
    if child.dep == "acl":
        return child.tag in ("VBN", "VBG", "VB") and not _after_comma(scene, child)
    return not (child.dep == "appos" and child.tag in VERBAL)


_APART = frozenset({"relcl", "advcl", "ccomp", "parataxis", "punct", "dep"})


def _after_comma(scene: Scene, child: Token) -> bool:
    before = scene.next_to(scene.left(child) - 1)
    return before is not None and before.text in (",", "—", "–", "(")


def comma_before(scene: Scene, token: Token) -> bool:
    """Whether a comma or a dash stands right before a token, closing quotation marks aside."""
    i = token.i - 1
    while i > 0 and scene.tokens[i].text in _CLOSING_MARKS:
        i -= 1
    return i >= 0 and scene.tokens[i].text in (",", "—", "–", "--")


_CLOSING_MARKS = frozenset({'"', "”", "’", "'", "»", "''"})


def relative(token: Token) -> bool:
    """Whether a word is a relative pronoun."""
    return token.lower in _RELATIVE and token.tag in ("WP", "WDT", "WP$", "IN")


def content_words(spans: Spans, parse: Parse) -> list[Token]:
    """The tokens inside some spans."""
    return [token for span in spans for token in parse.within(span)]


def covers(spans: Spans, span: Span) -> bool:
    """Whether one of the spans holds another span."""
    return any(piece.holds(span) for piece in spans)
