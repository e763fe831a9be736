"""Firsthand: who says so, how do they know, and how many first hands stand behind it.

    from firsthand import read, compare, open_case

What stands here is all that is public; each name is loaded when it is first asked for.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_LIBRARY = ("read", "compare", "open_case", "new_case", "Case")
_VALUES = (
    "Because", "Claim", "Contradiction", "Copy", "Document", "Event", "Findings", "Group", "Origin", "Place",
    "Quantity", "Reading", "Region", "Span", "Time", "Unreadable", "Voice",
)  # fmt: skip
_ERRORS = ("FirsthandError",)
_FROM = (
    dict.fromkeys(_LIBRARY, "firsthand.show.library")
    | dict.fromkeys(_VALUES, "firsthand.schema")
    | dict.fromkeys(_ERRORS, "firsthand.schema.errors")
)

__all__ = ["__version__", *_FROM]  # noqa: PLE0604 - all of them are strings


def __getattr__(name: str) -> Any:
    if name not in _FROM:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_FROM[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
