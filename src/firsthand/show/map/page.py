"""Maps in a file: an SVG of one report, or a page that holds several."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from firsthand.schema import Reading
from firsthand.schema.errors import CannotWrite, FirsthandError
from firsthand.show.map.drawing import laid_out, map_svg
from firsthand.show.map.markup import safe
from firsthand.show.map.scene import scene


class NotAMap(FirsthandError):
    """The maps do not go into a file of this name."""


def fits(path: Path) -> None:
    """Refuse a name that is neither an SVG's nor a page's, before anything is read."""
    if path.suffix.lower() not in (".svg", ".html", ".htm"):
        raise NotAMap(f"{path}: a map is an .svg or an .html file; name it so.")


def write_map(path: Path, readings: Sequence[Reading]) -> None:
    """Write the maps of readings: one into an SVG, several into a page. `CannotWrite` where it cannot."""
    fits(path)
    try:
        path.write_text(_file(path, readings), encoding="utf-8")
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise CannotWrite(f"{path} could not be written ({why}).") from error


def _file(path: Path, readings: Sequence[Reading]) -> str:
    if path.suffix.lower() == ".svg":
        if len(readings) != 1:
            raise NotAMap(
                f"{path}: an SVG holds the map of one document, these are {len(readings)}; name a .html."
            )
        return map_svg(scene(readings[0])) + "\n"
    return map_page(readings)


def map_page(readings: Sequence[Reading]) -> str:
    """A page with the map of each reading and the same in words; nothing is loaded from elsewhere."""
    parts = [_section(reading, number) for number, reading in enumerate(readings, 1)]
    title = scene(readings[0]).title if len(readings) == 1 else f"Maps of {len(readings)} documents"
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{safe(title)}</title><style>{_STYLE}</style></head><body><main>{''.join(parts)}"
        "<footer>A place is a surface here, never a point, and none is placed more closely than in the "
        "report.</footer></main></body></html>\n"
    )


def _section(reading: Reading, number: int) -> str:
    shown = scene(reading)
    _, on, left_off = laid_out(shown)
    rows = "".join(f"<li>{safe(said)}</li>" for said in dict.fromkeys(each.said for each in on))
    off = "".join(f"<li>{safe(said)}</li>" for said in dict.fromkeys(left_off))
    listed = (f"<h2>On the map</h2><ul>{rows}</ul>" if rows else "") + (
        f"<h2>Not on the map</h2><ul>{off}</ul>" if off else ""
    )
    published = " · ".join(safe(x) for x in (reading.document.publisher, reading.document.published) if x)
    heading = f"<h1>{safe(shown.title)}</h1><p>{published}</p>"
    return f"<section>{heading}{map_svg(shown, number=number)}{listed}</section>"


_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = (
    "body{margin:0;font:16px/1.5 system-ui,sans-serif;background:#fff;color:#1d2226}"
    "main{max-width:1000px;margin:0 auto;padding:1rem}h1{font-size:1.3rem}h2{font-size:1rem}"
    "@media (prefers-color-scheme:dark){body{background:#15181b;color:#eceff1}}"
    "@media print{body{background:#fff;color:#000}section{break-inside:avoid}}"
)
