"""Whether an event is told as having happened."""

from __future__ import annotations

from firsthand.rules import Rule

RULES: tuple[Rule, ...] = ()
