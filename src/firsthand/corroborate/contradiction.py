"""Groups -> which of them cannot both hold, and which replace an earlier one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firsthand.corroborate.telling import Telling
from firsthand.schema import Contradiction, Update


def contradictions(
    groups: Mapping[str, Sequence[Telling]], origin_of: Mapping[str, str | None]
) -> tuple[tuple[Contradiction, ...], tuple[Update, ...]]:
    """The contradictions and the updates among the groups, by their ids; `origin_of` by telling id."""
    del groups, origin_of
    return (), ()
