"""A date as a source writes it -> ISO 8601. Ambiguous notations are refused, never guessed."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = {
    month: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sep sept", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for month in names.split()
}  # fmt: skip
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_WEEKDAY = r"(?:[A-Za-z]{3,9},?\s+)?"
_DAY_FIRST = re.compile(_WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(_WEEKDAY + r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ]\s*(\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(Z|UTC|[+-]\d\d:?(?:\d\d)?)?)?",
    re.IGNORECASE,
)


def iso(written: str) -> str | None:
    """A date or date and time in ISO 8601, with its zone where one is written; None where it is not clear.

    >>> iso("Tue, 05 Nov 2024 10:00:00 +0200"), iso("5 November 2024"), iso("03/04/2024")
    ('2024-11-05T10:00:00+02:00', '2024-11-05', None)
    """
    written = written.strip()[:100]
    try:
        return _from_iso(written) or _from_words(written) or _from_mail(written)
    except (ValueError, OverflowError):
        return None


def _from_iso(written: str) -> str | None:
    match = _ISO.fullmatch(written)
    if match is None:
        compact = _COMPACT.fullmatch(written)
        return date(*map(int, compact.groups())).isoformat() if compact else None
    day, clock, zone = match.groups()
    date.fromisoformat(day)
    if clock is None:
        return str(day)
    zone = (zone or "").upper().replace("UTC", "Z").replace(":", "")
    if len(zone) > 1:
        zone = f"{zone[:3]}:{zone[3:] or '00'}"
    made = f"{day}T{clock}{zone}"
    datetime.fromisoformat(made)
    return made


def _from_words(written: str) -> str | None:
    if match := _DAY_FIRST.fullmatch(written):
        day, month, year = match.groups()
    elif match := _MONTH_FIRST.fullmatch(written):
        month, day, year = match.groups()
    else:
        return None
    number = _MONTHS.get(month.lower())
    return date(int(year), number, int(day)).isoformat() if number else None


def _from_mail(written: str) -> str | None:
    """The notation of mail and RSS, `Tue, 05 Nov 2024 10:00:00 +0200`."""
    if not re.search(r"\d\d:\d\d", written) or not re.search(r"[A-Za-z]{3}", written):
        return None
    return parsedate_to_datetime(written).isoformat()
