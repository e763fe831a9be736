"""Found -> Document: dates made ISO, language told, page furniture set aside; or Unreadable, with why."""

from __future__ import annotations

from firsthand.ingest import byline, furniture, language, missing
from firsthand.ingest.encodable import encodable
from firsthand.ingest.found import MAX_CHARACTERS, Found, said, too_long
from firsthand.ingest.masthead import Masthead, agency, masthead
from firsthand.ingest.published import iso
from firsthand.schema import Because, Document, Hints, Reasons, Unreadable

_HALVES = "Half characters (lone surrogates) are shown as \ufffd; offsets are unchanged."
_GIVEN = ("published", "publisher", "url")


def settle(found: Found, hints: Hints) -> Document | Unreadable:
    """The document that a finding makes, or why it cannot be read.

    What the user says of it wins over what the item says of itself.
    """
    if len(found.text) > MAX_CHARACTERS:
        return too_long(found.name, len(found.text))
    if not found.text.strip().strip("\0\ufeff"):
        return Unreadable(name=found.name, why="holds no text.")
    if found.language and language.named(found.language) != "en":
        which = language.name_of(language.named(found.language))
        return _not_english(found.name, f"is marked as {which}")
    document = made(found, hints)
    if document.language not in ("en", None):
        return _not_english(found.name, f"is in {language.name_of(document.language)}")
    return document


def _not_english(name: str, which: str) -> Unreadable:
    advice = 'If it is in English, say so: "language": "en" in JSON Lines.'
    return Unreadable(name=name, why=f"{which}: only English can be read so far.", advice=advice)


def made(found: Found, hints: Hints) -> Document:
    """The document that a finding makes, whatever its language and even where its text is empty."""
    written, found = found, encodable(found)
    text = found.text
    repairs = (_HALVES,) if text is not written.text else ()
    parted = furniture.set_aside(text)
    told = language.Told("en") if found.language else language.tell(text, parted.paragraphs)
    left_out = set(told.left_out)
    head = masthead(text, parted.paragraphs)
    published, dated, undated = _published(found, hints, head)
    author = byline.author(text, parted.paragraphs) if not found.author else None
    publisher = hints.publisher or found.publisher or (head.publisher if head else None)
    sent_by = agency(text, parted.paragraphs) if publisher is None else None
    lines = head.lines if head else ()
    return Document(
        id=found.id or found.sha256[:12],
        sha256=found.sha256,
        text=text,
        title=found.title or (head.title if head else None),
        publisher=sent_by[0] if sent_by else publisher,
        published=published,
        language=told.language,
        url=hints.url or found.url,
        author=author[0] if author else found.author,
        name=found.name,
        media_type=found.media_type,
        furniture=tuple(sorted((*parted.furniture, *lines))),
        paragraphs=tuple(span for span in parted.paragraphs if span not in left_out and span not in lines),
        notices=(*found.notices, *repairs, *undated, *told.notices, *missing.notices(text)),
        because=(
            *_reasons(found, hints),
            *dated,
            *((byline.author.because(author[1]),) if author else ()),
            *((said("title", "the first line"),) if head and head.title and not found.title else ()),
            *(head.because if head else ()),
            *((sent_by[1],) if sent_by else ()),
            *parted.because,
        ),
    )


def _reasons(found: Found, hints: Hints) -> Reasons:
    """Why title, publisher and address are what they are: the user's word replaces the source's."""
    given = {name for name in _GIVEN if getattr(hints, name)}
    own = (b for b in found.because if b.rule.removeprefix("ingest.") not in {*given, "published"})
    by_user = (said(name, "given by the user") for name in _GIVEN[1:] if name in given)
    return (*own, *by_user)


def _published(
    found: Found, hints: Hints, head: Masthead | None
) -> tuple[str | None, Reasons, tuple[str, ...]]:
    """The date in ISO form, the reason for it, and a notice where what is written is no clear date."""
    undated: list[str] = []
    own = next((b.note for b in found.because if b.rule == "ingest.published"), None)
    by_source = (found.published, own or "stated by the source")
    by_line = (head.published if head else None, "the line under the title")
    for written, where in ((hints.published, "given by the user"), by_source, by_line):
        if not written:
            continue
        day = iso(written)
        if day:
            return day, (Because(rule="ingest.published", note=where),), tuple(undated)
        undated.append(f'The date of publication "{written[:60]}" ({where}) is not clear: left open.')
    return None, (), tuple(undated)
