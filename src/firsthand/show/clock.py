"""Seconds of a clip as people read them from a player."""

from __future__ import annotations


def clock(time_s: float) -> str:
    """`7.5` is `0:07.5`, `3727` is `1:02:07.0`."""
    whole, tenth = divmod(round(time_s * 10), 10)
    hours, rest = divmod(whole, 3600)
    ahead = f"{hours}:{rest // 60:02d}" if hours else f"{rest // 60}"
    return f"{ahead}:{rest % 60:02d}.{tenth}"


def seconds(span: tuple[float, float]) -> str:
    """`0:03.0-0:09.5`."""
    return f"{clock(span[0])}-{clock(span[1])}"


def moment(published: str | None) -> str:
    """A date, with the hour and the zone where they are told, as a person reads it."""
    day, _, hour = (published or "").replace("+00:00", " UTC").partition("T")
    return f"{day} {hour[:5]}{hour[8:]}".strip() if hour else day
