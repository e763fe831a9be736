"""All words of an HTML page without its tree: for pages that would break a parser, and for fragments."""

from __future__ import annotations

import re
from html import unescape

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})(?=[\s/>])")
_VOID = frozenset(
    re.findall(
        r"\w+",
        """
        area base br col embed hr img input link meta param source track wbr p li dt dd tr td th
        option
        """,
    )
)
"""Tags that need not be closed, so that they say nothing of the depth."""

_BLOCK = frozenset(
    re.findall(
        r"\w+",
        """
        address article aside blockquote body br caption dd details dialog div dl dt fieldset
        figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol
        option p pre section summary table tbody td tfoot th thead title tr ul
        """,
    )
)
"""Tags that begin a paragraph."""

_SKIPPED = frozenset(
    re.findall(
        r"\w+",
        """
        script style template noscript svg head iframe object select textarea
        """,
    )
)
"""Elements whose words are not shown, or belong to a form."""

_SPACE = re.compile(r"[ \t\r\f\v\xa0]+")
_BLANK = re.compile(r"\s*\n\s*")


def too_complex(text: str, depth: int, tags: int) -> str | None:
    """Why a page is not given to a parser ("12,000 tags open at once"); None where nothing is."""
    deepest = now = count = 0
    for match in _TAG.finditer(text):
        count += 1
        if match[2].lower() in _VOID:
            continue
        now = max(0, now - 1) if match[1] else now + 1
        deepest = max(deepest, now)
    if deepest > depth:
        return f"{deepest:,} tags open at once"
    return f"{count:,} tags" if count > tags else None


def words(text: str) -> str:
    """The words of a page or a fragment, one paragraph a block, parted by blank lines.

    One pass from left to right: comments, scripts and the head are skipped, every other tag is dropped.
    """
    made: list[str] = []
    never_closed: set[str] = set()
    at = 0
    while at < len(text):
        opened = text.find("<", at)
        if opened < 0:
            made.append(_plain(text[at:]))
            break
        made.append(_plain(text[at:opened]))
        at = _past(text, opened, made, never_closed)
    return _BLANK.sub("\n\n", "".join(made)).strip()


def _plain(piece: str) -> str:
    return _SPACE.sub(" ", unescape(piece.replace("\n", " "))) if piece else ""


def _past(text: str, opened: int, made: list[str], never_closed: set[str]) -> int:
    """Where the reading goes on behind the tag or comment that opens here."""
    if text.startswith("<!--", opened):
        return _after(text, "-->", opened)
    match = _TAG.match(text, opened)
    if match is None:
        if text.startswith(("<!", "<?"), opened):
            return _after(text, ">", opened)
        made.append("<")
        return opened + 1
    name = match[2].lower()
    if name in _BLOCK:
        made.append("\n")
    end = _after(text, ">", match.end())
    if name not in _SKIPPED or match[1] or text[end - 2 : end] == "/>" or name in never_closed:
        return end
    closing = _CLOSING[name].search(text, end)
    if closing:
        return _after(text, ">", closing.end())
    # Nothing is skipped without a closing tag, so that no text is lost; remembered: one search is enough.
    never_closed.add(name)
    return end


_CLOSING = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in _SKIPPED}


def _after(text: str, mark: str, start: int) -> int:
    found = text.find(mark, start)
    return len(text) if found < 0 else found + len(mark)
