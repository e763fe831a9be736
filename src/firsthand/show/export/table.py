"""The event table as CSV and as Parquet."""

from __future__ import annotations

import csv
import io
from typing import Any

from firsthand.schema.errors import MissingInstrument
from firsthand.show.dossier import Dossier
from firsthand.show.export.events import LOSSES, columns, rows

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula or a command, wide forms too."""

_REAL = ("lat", "lon", "radius_km", "low", "best", "high")
_WHOLE = (
    "sources", "documents", "tellings", "independent_first_hands", "disinterested_first_hands", "credibility",
)  # fmt: skip
_TRUTH = ("untraced", "contradicted")


def as_csv(dossier: Dossier) -> bytes:
    """UTF-8 with a mark at its start, so that every spreadsheet reads it as such; RFC 4180.

    A cell of text that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    named: list[str] = []
    for row in rows(dossier):
        table = columns(row, dossier)
        if not named:
            named = list(table)
            writer.writerow(named)
        writer.writerow([_cell(table[name]) for name in named])
    if not named:
        writer.writerow(["id", "text"])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "surrogatepass")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, int | float):
        return str(value)
    return guarded(str(value))


def guarded(text: str) -> str:
    """Text that no spreadsheet runs: an apostrophe before what could begin a formula; no NUL."""
    plain = text.replace("\0", "\N{REPLACEMENT CHARACTER}")
    return f"'{plain}" if plain.lstrip(" ").startswith(FORMULA) else plain


def as_parquet(dossier: Dossier) -> bytes:
    """The same table with its types. Raises `MissingInstrument` where pyarrow is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise MissingInstrument(
            "Parquet needs pyarrow, which is not installed: pip install pyarrow. "
            "Or take --as csv, which is the same table."
        ) from None
    tables = [columns(row, dossier) for row in rows(dossier)]
    fields = [(name, _arrow(name, pyarrow)) for name in (tables[0] if tables else ("id", "text"))]
    made = pyarrow.Table.from_pylist(tables, schema=pyarrow.schema(fields))
    out = io.BytesIO()
    pyarrow.parquet.write_table(made, out, compression="zstd")
    return out.getvalue()


def _arrow(name: str, pyarrow: Any) -> Any:
    if name in _REAL or name.removesuffix("_low").removesuffix("_best").removesuffix("_high") in LOSSES:
        return pyarrow.float64()
    if name in _WHOLE:
        return pyarrow.int32()
    return pyarrow.bool_() if name in _TRUTH else pyarrow.string()
