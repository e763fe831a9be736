"""A scene -> SVG: the base map, the report's surfaces over it, names, scale bar, north, and the key below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from importlib.resources import files

from firsthand.resources.gazetteer import Gazetteer, default_gazetteer
from firsthand.resources.gazetteer_lines import POINT_OF_VIEW, Basemap, default_basemap
from firsthand.show.map.backdrop import Backdrop
from firsthand.show.map.frame import HEIGHT_PX, WIDTH_PX, Frame, framed, one_sheet, round_km
from firsthand.show.map.lettering import Lettering, width_px
from firsthand.show.map.markup import element, path_of, safe, text_of
from firsthand.show.map.scene import Scene, Status, Subject

LINE_PX = 19.0
LETTERS_A_LINE = 132
ORDER: tuple[Status, ...] = ("somewhere", "area", "namesake", "region", "place")
"""What is drawn first lies below."""
MEANING: dict[Status, str] = {
    "place": "settled town: its reach, no point",
    "area": "settled area",
    "region": "region that the words give",
    "namesake": "one of several namesakes, unsettled",
    "somewhere": "somewhere in this area, no closer",
}
_SMALL_PX = 7.0
"""A surface smaller than this is drawn as large, or nobody would see it."""


def map_svg(
    scene: Scene, *, number: int = 1, gazetteer: Gazetteer | None = None, basemap: Basemap | None = None
) -> str:
    """The scene as one SVG that needs nothing else: no script, no font, no picture, no network.

    Where nothing can be drawn, the sheet says so and lists what was named. `number` keeps several on one page
    apart.
    """
    frame, on, left_off = laid_out(scene)
    if frame is None:
        return _sheet(scene, [], _notes(left_off), "", number)
    backdrop = Backdrop(frame, basemap or default_basemap(), gazetteer or default_gazetteer())
    lettering = Lettering()
    bar = _scale_bar(frame, lettering)
    lettering.block((WIDTH_PX - 46, 6, WIDTH_PX - 6, 66))
    surfaces = [_surface(each, frame) for each in sorted(on, key=lambda s: ORDER.index(s.status))]
    labels, unnamed = _labels(on, frame, lettering)
    busy = frozenset(name for each in on for name in (each.label, each.name))
    names = [*backdrop.names(lettering, busy), *backdrop.towns(lettering, busy)]
    inside = "".join([*backdrop.lines(), *surfaces, *names, *labels, bar, _north()])
    notes = [*(f"Drawn without its name, for want of room: {each}." for each in unnamed), *_notes(left_off)]
    return _sheet(scene, on, [*_credits(backdrop.disputes), *notes], inside, number)


def laid_out(scene: Scene) -> tuple[Frame | None, list[Subject], list[str]]:
    """The sheet, what lies on it, and what is left off, in words; no sheet where nothing can be drawn."""
    near = one_sheet(scene.subjects)
    if not near:
        return None, [], scene.left_off
    frame = framed(near)
    on = [each for each in near if not frame.drawn(each.shape).is_empty]
    off = [each for each in scene.subjects if each not in on]
    return frame, on, [*_far(off), *scene.left_off]


def _far(off: Sequence[Subject]) -> list[str]:
    """What lies off the sheet: each place once, namesakes counted."""
    count = Counter(each.name for each in off if each.status == "namesake")
    said = [f"{name}: {n} of its namesakes (far from the rest)" for name, n in sorted(count.items())]
    return [*(f"{each.label} (far from the rest)" for each in off if each.status != "namesake"), *said]


def _surface(subject: Subject, frame: Frame) -> str:
    drawn = frame.drawn(subject.shape)
    west, south, east, north = drawn.bounds if not drawn.is_empty else (0.0, 0.0, 0.0, 0.0)
    if max(east - west, north - south) < _SMALL_PX and not drawn.is_empty:
        drawn = drawn.centroid.buffer(_SMALL_PX / 2)
    inner = f"<title>{safe(subject.said)}</title>"
    named = {"data-key": subject.key} if subject.key else {}
    return element("path", {"class": f"s {subject.status}", **named, "d": path_of(drawn)}, inner)


def _labels(on: Sequence[Subject], frame: Frame, lettering: Lettering) -> tuple[list[str], list[str]]:
    """The names of the surfaces, the weightiest placed first, and those that found no room."""
    made: list[str] = []
    unnamed: list[str] = []
    told: set[str] = set()
    for each in on:
        west, top, east, bottom = frame.drawn(each.shape).bounds
        if max(east - west, bottom - top) < 40:
            lettering.block((west, top, east, bottom))
    for each in sorted(on, key=lambda s: (-ORDER.index(s.status), -s.weight)):
        drawn = frame.drawn(each.shape)
        if drawn.is_empty or each.label in told:
            continue
        told.add(each.label)
        west, top, east, bottom = drawn.bounds
        wide = max(east - west, bottom - top) > 90
        point = drawn.representative_point()
        at = (point.x, point.y)
        label = lettering.centre(each.label, at, 13) if wide else None
        away = 2.0 if wide else max(east - west, bottom - top, _SMALL_PX) / 2
        label = label or lettering.place(each.label, at, away, 13)
        if label is None:
            unnamed.append(each.label)
            continue
        if label.led:
            x, y = label.led
            line = {"x1": f"{at[0]:.1f}", "y1": f"{at[1]:.1f}", "x2": f"{x:.1f}", "y2": f"{y:.1f}"}
            made.append(element("line", {"class": "lead", **line}))
        made.append(text_of(each.label, label.x, label.y, 13, f"label {each.status}-l", key=each.key))
    return made, unnamed


def _scale_bar(frame: Frame, lettering: Lettering) -> str:
    km = round_km(frame.width_km)
    wide, x, y = km * frame.px_per_km, 18.0, HEIGHT_PX - 18
    said = f"{km:,.0f} km" if km >= 1 else f"{km * 1000:,.0f} m"
    lettering.block((x - 8, y - 26, x + wide + width_px(said, 12) + 12, y + 10))
    bar = element("path", {"class": "bar", "d": f"M{x:.1f} {y - 6:.1f}V{y:.1f}H{x + wide:.1f}V{y - 6:.1f}"})
    return bar + text_of(said, x + wide + 6, y, 12, "bartext")


def _north() -> str:
    x = WIDTH_PX - 26
    arrow = element("path", {"class": "arrow", "d": f"M{x:.0f} 14l7 22l-7 -5l-7 5Z"})
    return arrow + text_of("N", x, 52, 13, "bartext", middle=True)


def _credits(disputes: bool) -> list[str]:
    dashed = " Dashed: borders that it calls disputed, indefinite or lines of control." if disputes else ""
    return [
        f"Base map: {POINT_OF_VIEW}, simplified to about 1 km.{dashed}",
        "Small rings: towns to find one's way by (GeoNames). Distances from the middle of the map are true.",
    ]


def _notes(left_off: Sequence[str]) -> list[str]:
    once = {each.casefold(): each for each in reversed(left_off)}
    return [f"Not drawn: {each}." for each in reversed(once.values())]


def _sheet(scene: Scene, on: Sequence[Subject], notes: Sequence[str], inside: str, number: int) -> str:
    top = HEIGHT_PX if on else 0.0
    used = [status for status in ORDER[::-1] if any(each.status == status for each in on)]
    lines = [part for note in notes for part in _wrapped(note)]
    heading = "Places of this report" if on else "Nothing of this report could be put on a map"
    key_rows = (len(used) + 2) // 3
    height = top + 34 + key_rows * 24 + len(lines) * LINE_PX + 12
    said = " ".join([*(f"{each.said}." for each in on), *notes]) or heading
    below = [text_of(heading, 14, top + 24, 15, "heading")]
    below += [_key(status, i, top + 44) for i, status in enumerate(used)]
    start = top + 44 + key_rows * 24
    below += [text_of(line, 14, start + i * LINE_PX, 12, "note") for i, line in enumerate(lines)]
    window = f'<clipPath id="fh-sheet"><rect width="{WIDTH_PX:.0f}" height="{HEIGHT_PX:.0f}"/></clipPath>'
    size = {"width": f"{WIDTH_PX:.0f}", "height": f"{top:.0f}"}
    sea, frame = (element("rect", {"class": kind, **size}) if on else "" for kind in ("water", "edge"))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="fh-map" role="img" lang="en" '
        f'viewBox="0 0 {WIDTH_PX:.0f} {height:.0f}" aria-labelledby="fh-title-{number} fh-desc-{number}">'
        f'<title id="fh-title-{number}">{safe(f"Map: {scene.title}")}</title>'
        f'<desc id="fh-desc-{number}">{safe(said)}</desc>'
        f"<style>{_style()}</style><defs>{window}{_PATTERNS}</defs>"
        f'<rect class="paper" width="{WIDTH_PX:.0f}" height="{height:.0f}"/>'
        f'<g clip-path="url(#fh-sheet)">{sea}{inside}</g>{frame}{"".join(below)}</svg>'
    )


def _key(status: Status, number: int, top: float) -> str:
    x, y = 14 + (number % 3) * 310, top + (number // 3) * 24
    box = {"class": f"s {status}", "d": f"M{x} {y - 12:.0f}h26v15h-26Z"}
    return element("path", box) + text_of(MEANING[status], x + 34, y, 12, "note")


def _wrapped(line: str) -> list[str]:
    """A note in lines that fit the sheet."""
    found: list[str] = []
    for word in line.split():
        if found and width_px(f"{found[-1]} {word}", 12) < WIDTH_PX - 40:
            found[-1] += f" {word}"
        else:
            found.append(word[:LETTERS_A_LINE])
    return found


# Surfaces differ in hatching and outline, not in colour alone: they are told apart in black and white.
_PATTERNS = (
    '<pattern id="fh-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path class="hatch" d="M0 0V7"/></pattern>'
    '<pattern id="fh-dots" width="7" height="7" patternUnits="userSpaceOnUse">'
    '<circle class="dot" cx="2" cy="2" r="0.9"/></pattern>'
    '<pattern id="fh-rule" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">'
    '<path class="hatch thin" d="M0 0V9"/></pattern>'
)


def _style() -> str:
    return files(__package__).joinpath("map.css").read_text(encoding="utf-8").strip()
