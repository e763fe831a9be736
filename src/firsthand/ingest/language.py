"""The language of a text: told where the evidence is strong, else left open."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Any, NamedTuple

from firsthand.ingest.language_names import CLASSIFIED, NAMES
from firsthand.schema import Span, Spans

SAMPLE = 2_000
"""Characters looked at, spread over the text: a language shows in far fewer."""

ENOUGH = 200
"""Letters. A shorter text of names and places alone looks like the language of the names."""

VERY_SHORT = 60
"""Letters. A headline fragment below this is not classified at all."""

SURE = 0.9
"""Probability, of the classifier's own scale, from which a language other than English is believed."""

_LETTERS = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|in|is|was|were|that|said|for|on|with|by|at|has|have|from|which|an?)\b", re.IGNORECASE
)
_WORD = re.compile(r"\w+")


class Told(NamedTuple):
    """A language (ISO 639-1, null where it cannot be told), other languages met, and what to say of it."""

    language: str | None
    notices: tuple[str, ...] = ()
    left_out: Spans = ()
    """Paragraphs in another script, which cannot be read as English."""


def name_of(code: str) -> str:
    """A language as a reader calls it: `Russian (ru)`."""
    return f"{NAMES[code]} ({code})" if code in NAMES else f'"{code}"'


def named(written: str) -> str:
    """The code of a language that a source names: `en-GB`, `eng` and `English` are `en`."""
    low = written.strip().lower().replace("_", "-")
    primary = low.split("-")[0]
    by_name = {name.lower(): code for code, name in NAMES.items()}
    return by_name.get(low) or {"eng": "en", "rus": "ru", "ukr": "uk"}.get(primary, primary)


def tell(text: str, paragraphs: Spans) -> Told:
    """The language that most of a text is in, with the paragraphs that are in another script.

    A language other than English is said on strong evidence only: another script, or at least ENOUGH letters,
    SURE of the classifier, and few of the small words that no English sentence does without.
    """
    foreign = tuple(span for span in paragraphs if _other_script(span.words(text)))
    elsewhere = set(foreign)
    latin = [span for span in paragraphs if span not in elsewhere]
    if foreign and _size(foreign) > _size(latin):
        return Told(_classified(_sample(text, foreign))[0])
    return _of_latin(_sample(text, latin), text, foreign)


def _of_latin(sample: str, text: str, foreign: Spans) -> Told:
    """The language of a sample, with a word on the paragraphs in other scripts."""
    if _other_script(sample, least=4):
        return Told(_classified(sample)[0])
    letters = len(_LETTERS.findall(sample))
    if letters < VERY_SHORT:
        return Told(None, ("The text is too short to tell its language: read as English.",), foreign)
    met = _others(text, foreign)
    share = _english_share(sample)
    # Half the share of English prose is enough to spare the classifier, and more than any neighbour has.
    code, sure = ("en", 1.0) if share >= 0.2 else _classified(sample)
    if code == "en" or share >= 0.1:
        return Told("en", met, foreign)
    if letters >= ENOUGH and sure > SURE:
        return Told(code, met)
    doubt = f"The language is not certain (it looks most like {name_of(code)}): read as English."
    return Told(None, (doubt, *met), foreign)


def _size(spans: list[Span] | Spans) -> int:
    return sum(span.end - span.start for span in spans)


def _other_script(words: str, least: int = 20) -> bool:
    """Whether most letters of a paragraph, and at least twenty, are not Latin."""
    if words.isascii():
        return False
    letters = len(_LETTERS.findall(words))
    latin = len(_LATIN.findall(words))
    return letters - latin >= least and latin * 2 < letters


def _sample(text: str, spans: list[Span] | Spans) -> str:
    """At most SAMPLE characters: whole paragraphs where they fit, else the openings of ten, evenly spread."""
    if _size(spans) <= SAMPLE:
        return "\n".join(span.words(text) for span in spans)
    step = max(1, len(spans) // 10)
    chosen = spans[::step][:10]
    share = SAMPLE // len(chosen)
    return "\n".join(text[span.start : min(span.end, span.start + share)] for span in chosen)


def _others(text: str, foreign: Spans) -> tuple[str, ...]:
    if not foreign:
        return ()
    count = Counter(_classified(span.words(text)[:SAMPLE])[0] for span in foreign[:10])
    which = " and ".join(name_of(code) for code, _ in count.most_common(3))
    many = "1 paragraph is" if len(foreign) == 1 else f"{len(foreign)} paragraphs are"
    return (f"{many} in {which} and not read: only English can be read so far.",)


def _english_share(sample: str) -> float:
    """Share of small English words, about 0.3 in English prose and below 0.05 in its neighbours."""
    return len(_ENGLISH.findall(sample)) / max(1, len(_WORD.findall(sample)))


def _classified(sample: str) -> tuple[str, float]:
    code, sure = _identifier().classify(sample)
    return str(code), float(sure)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    """The classifier, restricted to languages that news is written in: no pidgins, no dead languages."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted(CLASSIFIED & set(identifier.labels)))
    return identifier
