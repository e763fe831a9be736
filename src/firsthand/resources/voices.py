"""The encoder that marks voices, as one instrument: text and its paragraphs -> who says what.

A small language model (MiniLM-L6, fine-tuned on the project's own articles, see training/) reads the text
once and finds cues; for each cue it says which words are its source and which its content. Words may belong
to several voices, so nested voices come out as they stand. It needs onnxruntime and the weights; without
either there is no encoder and the rules read alone.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from firsthand.resources.onnx_networks import networks
from firsthand.resources.voices_decoding import (
    Floats,
    MarkedVoice,
    Pairs,
    Read,
    voices,
    with_parents,
)
from firsthand.resources.voices_pieces import Ints, Pieces, Window, by_paragraph, pieces, windows
from firsthand.schema import Span, Spans

__all__ = ["MarkedVoice", "VoiceModel", "default_voices"]

DATA = Path(__file__).parent / "data"
WEIGHTS = DATA / "voices.int8.onnx"
TOKENIZER = DATA / "voices.tokenizer.json"

SIZE, OVERLAP = 192, 32
"""Most pieces a window, and how many it shares with the next, so that each has 16 on either side; more on
either side gains nothing and costs time. Trained on windows of 64 to 256."""
TOGETHER = 2
"""Windows read in one call; more loses speed on one core, as they leave its cache."""
LEAST = 0.8
"""Voices below this score are more often wrong than right. On public articles of many kinds F1 is highest at
0.93; on dense news nothing is gained above 0.85."""
BLOCK, SHARED = 16384, 1024
"""Pieces decoded at once, and how many two blocks share: keeps memory flat however long the document is."""
_CLS, _SEP = 101, 102

Encode = Callable[[Ints, Ints, Ints], Sequence[Floats]]
"""(ids, mask, traits), one row a window -> cue logits, class logits, asks, answers."""


class VoiceModel:
    """Text and its paragraphs -> the voices in it. The same text gives the same voices."""

    def __init__(self, name: str, tokenizer: Any, encode: Encode, pairs: Pairs) -> None:
        self.name = name
        self._tokenizer = tokenizer
        self._encode = encode
        self._pairs = pairs

    def mark(
        self, text: str, paragraphs: Spans, least: float = LEAST, known: Iterable[Span] = ()
    ) -> tuple[MarkedVoice, ...]:
        """The voices of some paragraphs of `text`, in text order; none where nothing is attributed.

        Paragraphs are read together, so a quotation may go on over several. Every span slices back to words
        of the paragraphs; a span never cuts a word in two. Voices that score below `least` are left out, and
        so are those whose cue stands in `known` words: what belongs to them is not looked for.
        """
        taken = np.zeros(len(text) + 1, dtype=np.bool_)
        for span in known:
            taken[span.start : span.end] = True
        cut = pieces(self._tokenizer, text, paragraphs)
        found: list[MarkedVoice] = []
        blocks = list(windows(len(cut), BLOCK, SHARED))
        for block, (first, last) in zip(blocks, _owned(blocks), strict=True):
            part = cut.part(block)
            for at, voice in voices(part, self._read(part), self._pairs, least, taken):
                if first <= at + block.first < last and voice.score >= least:
                    found.append(_within(voice, paragraphs))
        return with_parents(found)

    def _read(self, cut: Pieces) -> Read:
        """Each piece as read in the window in whose middle it stands most nearly."""
        spans = list(windows(len(cut), SIZE, OVERLAP))
        owned = _owned(spans)
        parts: list[list[Floats]] = []
        for i in range(0, len(spans), TOGETHER):
            outputs = self._encode(*_stack(cut, spans[i : i + TOGETHER]))
            for row, (window, (first, last)) in enumerate(
                zip(spans[i : i + TOGETHER], owned[i : i + TOGETHER], strict=True)
            ):
                keep = slice(first - window.first + 1, last - window.first + 1)
                parts.append([output[row, keep] for output in outputs])
        return Read(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))


def _owned(spans: Sequence[Window]) -> list[tuple[int, int]]:
    """For each window the pieces that stand nearer its middle than that of any other."""
    cuts = [(a.last + b.first) // 2 for a, b in pairwise(spans)]
    return list(zip([s.first for s in spans[:1]] + cuts, cuts + [s.last for s in spans[-1:]], strict=True))


def _stack(cut: Pieces, spans: Sequence[Window]) -> tuple[Ints, Ints, Ints]:
    """Windows as rows, each between the vocabulary's opening and closing sign."""
    longest = max(s.last - s.first for s in spans) + 2
    ids, mask, traits = (np.zeros((len(spans), longest), dtype=np.int64) for _ in range(3))
    for row, span in enumerate(spans):
        count = span.last - span.first
        ids[row, 0], ids[row, count + 1] = _CLS, _SEP
        ids[row, 1 : count + 1] = cut.ids[span.first : span.last]
        mask[row, : count + 2] = 1
        traits[row, 1 : count + 1] = cut.traits[span.first : span.last]
    return ids, mask, traits


def _within(voice: MarkedVoice, paragraphs: Spans) -> MarkedVoice:
    """The voice with every span cut where a paragraph ends, as anchors never hold page furniture."""
    return replace(
        voice,
        content=by_paragraph(voice.content, paragraphs),
        cue=by_paragraph(voice.cue, paragraphs),
        source=by_paragraph(voice.source, paragraphs),
    )


@lru_cache(maxsize=1)
def default_voices() -> VoiceModel | None:
    """The encoder that ships, loaded once; None where onnxruntime, tokenizers or the weights are missing."""
    try:
        return _load(WEIGHTS, TOKENIZER)
    except Exception as why:  # noqa: BLE001  a broken installation must not stop the rules from reading
        logging.getLogger(__name__).info("no encoder of voices: %s", why)
        return None


def _load(weights: Path, vocabulary: Path) -> VoiceModel:
    """The encoder from its two files, on one thread."""
    loaded = networks(weights, vocabulary, "pairs")

    def encode(ids: Ints, mask: Ints, traits: Ints) -> Sequence[Floats]:
        found: Sequence[Floats] = loaded.first.run(None, {"ids": ids, "mask": mask, "traits": traits})
        return found

    def pairs(asks: Floats, answers: Floats, distance: Ints) -> Floats:
        found: Floats = loaded.second.run(None, {"asks": asks, "answers": answers, "distance": distance})[0]
        return found

    return VoiceModel(loaded.meta["name"], loaded.tokenizer, encode, pairs)
