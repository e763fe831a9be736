"""A claim's chain of voices -> SVG: who publishes at the top, the voice nearest the event below."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from firsthand.schema import Chain, Claim, Reading, Voice
from firsthand.show.web.desk import Seen, claim_of

WIDE_PX, BOX_PX, GAP_PX = 300, 34, 30
LETTERS, LETTERS_BETWEEN = 38, 44


def chain_drawing(chain: Chain, described: str, *, first_hand: bool | None) -> Markup:
    """The chain as one inline SVG; between two boxes stands the cue that joins them, with its hedge."""
    parts: list[Markup] = []
    for n, voice in enumerate(chain):
        top = 2 + n * (BOX_PX + GAP_PX)
        if n:
            said = _said(voice)
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


def _said(voice: Voice) -> str:
    """The cue with its hedge; a word that is both stands once."""
    return " · ".join(dict.fromkeys(filter(None, (voice.cue, voice.hedge))))


def _short(text: str, letters: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= letters else flat[: letters - 1].rstrip() + "…"


MOST_TELLINGS = 40


def graph(seen: Seen, reading: Reading, claim: Claim) -> dict[str, Any]:
    """A claim's chain and those of the other tellings, as the page lays them out together, with their words.

    The last voice is the first hand that comparing found, by whatever name; a publisher stands for its own
    document; everything else is left to the page, which joins equal names only.
    """
    document, name = reading.document, f"{reading.document.id}.{claim.id}"
    groups = seen.groups_of_claim.get(name, [])
    told = [each for group in groups for each in seen.tellings[group.id]]
    own = next((each for each in told if claim_of(each.id) == name), None)
    others = [each for each in told if each.document != document.id]
    spans = [span for voice in claim.chain for span in ((voice.anchor,) if voice.anchor else ())]
    state = {True: "origin", False: "untraced", None: "voice"}[claim.first_hand]
    return {
        "claim": claim.id,
        "anchors": [(a.start, a.end) for a in claim.anchors],
        "reasons": [(a.start, a.end) for because in claim.because for a in because.anchors],
        "voices": [(a.start, a.end) for a in spans],
        "tellings": [
            _telling(seen, document.id, name, claim.chain, own.origin if own else None, state),
            *(
                _telling(
                    seen, t.document, claim_of(t.id), t.chain, t.origin, "origin" if t.origin else "untraced"
                )
                for t in others[:MOST_TELLINGS]
            ),
        ],
        "more": max(0, len(others) - MOST_TELLINGS),
    }


def _telling(
    seen: Seen, document: str, name: str, chain: Chain, origin: str | None, state: str
) -> dict[str, Any]:
    known = seen.origins.get(origin or "")
    return {
        "document": document,
        "claim": name,
        "origin": origin if known else None,
        "origin_name": " ".join(known.name.split()) if known else "",
        "party": known is not None and known.party_to_conflict is True,
        "state": state,
        "voices": [
            {
                "name": " ".join(voice.name.split()),
                "kind": voice.kind,
                "said": _said(voice),
                "at": (voice.anchor.start, voice.anchor.end) if voice.anchor else None,
            }
            for voice in chain
        ],
    }
