"""A claim's chain of voices -> SVG: who publishes at the top, the voice nearest the event below."""

from __future__ import annotations

from markupsafe import Markup

from firsthand.schema import Chain

WIDE_PX, BOX_PX, GAP_PX = 300, 34, 30
LETTERS, LETTERS_BETWEEN = 38, 44


def chain_drawing(chain: Chain, described: str, *, first_hand: bool | None) -> Markup:
    """The chain as one inline SVG; between two boxes stands the cue that joins them, with its hedge."""
    parts: list[Markup] = []
    for n, voice in enumerate(chain):
        top = 2 + n * (BOX_PX + GAP_PX)
        if n:
            said = " · ".join(filter(None, (voice.cue, voice.hedge)))
            parts.append(_joined(top, said))
        last = n == len(chain) - 1
        state = {True: "origin", False: "untraced", None: "voice"}[first_hand] if last else "voice"
        parts.append(_box(top, voice.name, state, round_px=17 if last else 3 if n == 0 else 0))
    height = 4 + len(chain) * (BOX_PX + GAP_PX) - GAP_PX
    return Markup(
        '<svg class="whom chain" role="img" viewBox="0 0 {w} {h}" width="{w}" height="{h}">'
        "<title>{t}</title>{inner}</svg>"
    ).format(w=WIDE_PX + 4, h=max(height, 4), t=described, inner=Markup("").join(parts))


def _box(top: int, name: str, state: str, *, round_px: int) -> Markup:
    whole = " ".join(name.split())
    return Markup(
        '<g class="{}"><title>{}</title><rect x="2" y="{}" width="{}" height="{}" rx="{}"/>'
        '<text x="{}" y="{}" text-anchor="middle">{}</text></g>'
    ).format(state, whole, top, WIDE_PX, BOX_PX, round_px, 2 + WIDE_PX / 2, top + 22, _short(whole, LETTERS))


def _joined(top: int, said: str) -> Markup:
    middle = 2 + WIDE_PX / 2
    return Markup(
        '<path class="has" d="M{m} {a} V{b} m-4 -6 l4 6 l4 -6"/>'
        '<text class="cue" x="{x}" y="{y}">{said}</text>'
    ).format(m=middle, a=top - GAP_PX, b=top, x=middle + 10, y=top - 11, said=_short(said, LETTERS_BETWEEN))


def _short(text: str, letters: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= letters else flat[: letters - 1].rstrip() + "…"
