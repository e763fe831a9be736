"""Documents -> which are copies or rewrites of which, with the passages. From outside: `copies`, or a
`CopyIndex` that is kept and asked about one document more.

- `copied`: all steps in their order: documents -> copies
- `words`: a document's own words, quotations and furniture set aside
- `candidates`: the pairs worth comparing, by the shingles that they share
- `passages`: what both documents of a pair carry
- `judgement`: whether that is a copy
- `credit`: which of the two is the copy
"""

from __future__ import annotations

from firsthand.corroborate.reuse.copied import CopyIndex, copies

__all__ = ["CopyIndex", "copies"]
