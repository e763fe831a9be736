"""The lines of PDF pages -> paragraphs: repeated headers left out, hyphens at line ends closed."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

EDGE = 2
"""Lines at the top and at the bottom of a page that may be its header or footer."""

_DIGITS = re.compile(r"\d+")
_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_HYPHEN = re.compile(r"(?<=[a-z])(?:-|\u2010|\xad)$")
_ITEM = re.compile(r"(?:[-*•–—·▪■◦]|\d{1,3}[.)]|\([a-z\d]{1,3}\))\s")


def without_repeats(pages: list[list[str]]) -> tuple[list[list[str]], list[str]]:
    """Pages without the lines that stand at the same edge of most pages, numbers apart; and those lines.

    With fewer than three pages nothing is called a repeat.
    """
    if len(pages) < 3:
        return pages, []
    counts = Counter(shape for page in pages for shape in {_shape(page[i]) for i in _edges(page)})
    often = {shape for shape, count in counts.items() if count > max(2, len(pages) / 2)}
    kept = []
    met: dict[str, str] = {}
    for page in pages:
        repeated = {i for i in _edges(page) if _shape(page[i]) in often}
        met.update({_shape(page[i]): page[i] for i in sorted(repeated) if _shape(page[i]) not in met})
        kept.append([line for i, line in enumerate(page) if i not in repeated])
    return kept, list(met.values())


def _edges(page: list[str]) -> list[int]:
    """Lines at the top and the bottom of a page, by number; none of a page of two lines."""
    edge = min(EDGE, len(page) // 3)
    return [*range(edge), *range(len(page) - edge, len(page))]


def _shape(line: str) -> str:
    return _DIGITS.sub("0", " ".join(line.split()).casefold())


def joined(pages: list[list[str]]) -> str:
    """Paragraphs, parted by blank lines. A paragraph may run on over a page.

    A line ends its paragraph where it stops well short of the page's usual width, or ends a sentence and the
    next begins like a new one after a shorter line, or the next is an item of a list.
    """
    lines = [line for page in pages for line in page]
    if not lines:
        return ""
    width = _usual_width(lines)
    parts: list[list[str]] = [[lines[0]]]
    for line, after in pairwise(lines):
        if _ends(line, after, width):
            parts.append([after])
        else:
            parts[-1].append(after)
    return "\n\n".join(_run_on(part) for part in parts)


def _usual_width(lines: list[str]) -> int:
    """The width that nine of ten lines stay below: that of a full line."""
    widths = sorted(map(len, lines))
    return widths[min(len(widths) - 1, len(widths) * 9 // 10)]


def _ends(line: str, after: str, width: int) -> bool:
    if _ITEM.match(after):
        return True
    begins_small = after[0].islower()
    if _HYPHEN.search(line) and begins_small:
        return False
    sentence_over = _END.search(line) is not None
    if sentence_over:
        # Type is set in letters of different widths: a full line may have a seventh less than the usual.
        return len(line) < 0.85 * width and not begins_small
    # A heading: short, and what follows begins like a sentence.
    return len(line) < 0.6 * width and not begins_small and not line.endswith((",", ";"))


def _run_on(lines: list[str]) -> str:
    """Lines as one, hyphens at their ends closed where a small letter follows."""
    made = lines[0]
    for line in lines[1:]:
        if _HYPHEN.search(made) and line[0].islower():
            made = made[:-1] + line
        else:
            made += " " + line
    return made.replace("\xad", "")
