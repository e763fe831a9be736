"""Text of documents as other formats can hold it."""

from __future__ import annotations

import hashlib
import re

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Text without what XML 1.0 cannot hold, each such character shown as U+FFFD."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def urn(*parts: str) -> str:
    """A name for a thing that has no address on the web: `urn:firsthand:<digest>`, the same every time."""
    return f"urn:firsthand:{hashlib.sha256(chr(0).join(parts).encode('utf-8', 'replace')).hexdigest()[:32]}"


def web_address(text: str | None) -> str | None:
    """An address that may be written where a program follows it: http and https, nothing else in it."""
    plain = (text or "").strip()
    return plain if re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", plain) else None
