"""Whether an event is told as having happened: a token of a parse -> Telling.

A score follows from its own clause (tense, modal verb, negation, mood) and from the words that
the clause hangs on, from the outside in: "failed to fire" did not fire, "did not fail to" did, "will try to"
may. The words carry polarity signatures (Nairn, Condoravdi and Karttunen 2006, "Computing relative polarity
for textual inference"); scores have the range of It-Happened (White and others 2016; Rudinger, White and Van
Durme 2018), where what is still to come has not happened.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from firsthand.extract import factuality_clause as clause
from firsthand.extract import factuality_embedding as embedding
from firsthand.extract import factuality_time as time
from firsthand.extract import factuality_unmet as unmet
from firsthand.resources.parser import Token
from firsthand.rules import Rule
from firsthand.schema import Reasons

HAPPENED_FROM = 1.25
"""Scores from here on read `+`. It-Happened's own answers part there: few fall between 1.0 and 1.5."""
REASONS = 8
"""The nearest words that are kept as reasons: clauses can hang on clauses without end."""
NOT_UP_TO = -1.25
"""Scores up to here read `-`, for the same reason."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How an event is told: its score from -3 to 3, and the words that held it back."""

    score: float
    because: Reasons = ()

    @property
    def label(self) -> Literal["+", "-", "?"]:
        """`+` told as having happened, `-` as not (denied, or still to come), `?` left open."""
        if self.score >= HAPPENED_FROM:
            return "+"
        return "-" if self.score <= NOT_UP_TO else "?"


class Tellings:
    """The tellings of one document's events, each worked out once, from the root of its sentence down."""

    def __init__(self) -> None:
        self._known: dict[int, Telling] = {}

    def of(self, token: Token) -> Telling:
        """How the event that `token` names is told: +3 to -3, `+` where no word of the text holds it back."""
        waiting = [token]
        while waiting[-1].i not in self._known:
            above = embedding.link(waiting[-1])
            if above is None or above.governor.i in self._known:
                break
            waiting.append(above.governor)
        for one in reversed(waiting):
            if one.i not in self._known:
                self._known[one.i] = self._told(one)
        return self._known[token.i]

    def _told(self, token: Token) -> Telling:
        own = clause.told(token)
        above = embedding.link(token)
        if above is None:
            return _telling(own)
        governor = self._known.get(above.governor.i, Telling(3.0))
        return _telling(own, *embedding.limits(token, above, governor.score, governor.because))


def _telling(own: clause.Clause, *limits: clause.Limit) -> Telling:
    """The clause's own score, held to the limits around it. A reason stays if it had an effect."""
    score, reasons = own.score, own.because
    for limit in limits:
        if limit.replaces or limit.score < score:
            score, reasons = limit.score, (*reasons, *limit.because)
    return Telling(max(-3.0, min(3.0, score)), reasons[-REASONS:])


RULES: tuple[Rule, ...] = (*clause.RULES, *time.RULES, *embedding.RULES, *unmet.RULES)
