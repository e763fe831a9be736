"""Values without half characters, so that whatever is read can be written out as UTF-8."""

from __future__ import annotations

import re
from typing import Any, TypeVar

import msgspec

T = TypeVar("T", bound=msgspec.Struct)

_SURROGATE = re.compile("[\ud800-\udfff]")


def encodable(value: T) -> T:
    """The same value; every lone surrogate in its strings replaced by U+FFFD, one for one.

    They come from JSON escapes, from file names and from mail headers that are in no encoding.
    """
    broken = {}
    for name in value.__struct_fields__:
        field = getattr(value, name)
        made = _of(field)
        if made is not field:
            broken[name] = made
    return msgspec.structs.replace(value, **broken) if broken else value


def _of(field: Any) -> Any:
    if isinstance(field, str):
        return _SURROGATE.sub("\ufffd", field) if not field.isascii() and _SURROGATE.search(field) else field
    if isinstance(field, tuple) and any(isinstance(part, str) and _of(part) is not part for part in field):
        return tuple(_of(part) for part in field)
    return field
