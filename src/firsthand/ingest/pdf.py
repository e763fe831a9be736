"""A PDF -> the text that its pages hold, paragraph by paragraph."""

from __future__ import annotations

from typing import Any

from firsthand.ingest.found import MAX_CHARACTERS, Found, Items, digest, too_long
from firsthand.ingest.pdf_lines import joined, without_repeats
from firsthand.schema import Unreadable

MAX_PAGES = 2_000

_NO_TEXT = "has no text layer: its pages are pictures."
_OCR = "Recognise its text first (for example with OCRmyPDF), or read the page that it was printed from."
_LOCKED = "is protected by a password."
_UNLOCK = "Save a copy without the password (for example with `qpdf --decrypt`) and read that."


def pdf(data: bytes, name: str) -> Items:
    """The text of a PDF's pages. Title and date in its metadata are noted, not believed: many are wrong."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        advice = _UNLOCK if locked else "Fetch or export it again: it may have been cut off."
        yield Unreadable(name=name, why=_LOCKED if locked else "is no complete PDF.", advice=advice)
        return
    try:
        yield _found(document, data, name)
    finally:
        document.close()


def _found(document: Any, data: bytes, name: str) -> Found | Unreadable:
    pages: list[list[str]] = []
    empty: list[int] = []
    size = 0
    for number in range(min(len(document), MAX_PAGES)):
        text = _page_text(document, number)
        if not text.strip():
            empty.append(number + 1)
        size += len(text)
        if size > MAX_CHARACTERS:
            return too_long(name)
        pages.append([line.strip() for line in text.splitlines() if line.strip()])
    if len(empty) == len(pages):
        return Unreadable(name=name, why=_NO_TEXT if pages else "is a PDF without pages.", advice=_OCR)
    kept, repeated = without_repeats(pages)
    notices = (*_cut_off(data), *_pictures(empty), *_repeats(repeated), *_metadata(document))
    if len(document) > MAX_PAGES:
        notices = (*notices, f"Only the first {MAX_PAGES:,} of {len(document):,} pages were read.")
    return Found(
        text=joined(kept), sha256=digest(data), name=name, media_type="application/pdf", notices=notices
    )


def _page_text(document: Any, number: int) -> str:
    """The text of a page; '' where the page itself is damaged."""
    import pypdfium2

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return ""
    try:
        words = page.get_textpage()
        try:
            # PDFium closes a line that ends in a hyphen with this mark instead of a line break.
            return str(words.get_text_range()).replace("\ufffe", "-\n").replace("\x02", "-\n")
        finally:
            words.close()
    except pypdfium2.PdfiumError:
        return ""
    finally:
        page.close()


def _cut_off(data: bytes) -> tuple[str, ...]:
    whole = b"%%EOF" in data[-2048:]
    return () if whole else ("The file has no proper end: it may have been cut off. Read as far as it goes.",)


def _pictures(empty: list[int]) -> tuple[str, ...]:
    if not empty:
        return ()
    which = ", ".join(map(str, empty[:20])) + (" ..." if len(empty) > 20 else "")
    return (f"Page {which} has no text layer." if len(empty) == 1 else f"Pages {which} have no text layer.",)


def _repeats(repeated: list[str]) -> tuple[str, ...]:
    return tuple(f'Left out, since it stands on most pages: "{line[:80]}".' for line in repeated[:10])


def _metadata(document: Any) -> tuple[str, ...]:
    """What the file says of its title and date, as a word to the reader only."""
    stated = document.get_metadata_dict(skip_empty=True)
    said = [f'{key} "{stated[key][:100]}"' for key in ("Title", "Author", "CreationDate") if stated.get(key)]
    if not said:
        return ()
    return (f"The file's metadata say {', '.join(said)}: not taken over, since they are often wrong.",)
