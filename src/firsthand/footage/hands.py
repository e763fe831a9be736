"""Clips and their matches -> first hands: clips that show the same seconds are one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from firsthand.schema import ClipMatch


def hands(clips: Iterable[str], same: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each clip the first of those that it shares seconds with, itself included.

    `same` are pairs of clips of which one shows seconds of the other; their order does not matter.

        hands(["v1", "v2", "v3"], [("v3", "v1")]) == {"v1": "v1", "v2": "v2", "v3": "v1"}
    """
    order = list(clips)
    place = {clip: n for n, clip in enumerate(order)}
    first = {clip: clip for clip in order}

    def root(clip: str) -> str:
        while first[clip] != clip:
            first[clip] = first[first[clip]]
            clip = first[clip]
        return clip

    for a, b in same:
        if a in place and b in place:
            one, other = sorted((root(a), root(b)), key=lambda clip: place[clip])
            first[other] = one
    return {clip: root(clip) for clip in order}


def shared(matches: Mapping[str, Iterable[ClipMatch]]) -> list[tuple[str, str]]:
    """The pairs of clips of which one shows seconds of the other; the same scene joins nothing."""
    return [
        (clip, match.clip)
        for clip, found in matches.items()
        for match in found
        if match.kind == "same seconds"
    ]
