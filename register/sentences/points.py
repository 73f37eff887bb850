"""The points of a sentence that lists what is proposed: "indstiller, at A flyttes, at B flyttes den 1. april, at …"."""

from __future__ import annotations

import re
from bisect import bisect

_POINT = re.compile(r"(?:^|[,;:])\s*(?:og\s+)?at\s", re.IGNORECASE)
_FEWEST = 3  # two may share a day that stands in the last


def point_at(words: str, place: int) -> tuple[int, int]:
    """Where the point that a place stands in begins and ends; the whole sentence where it lists none, or the place
    stands before them."""
    starts = [point.start() for point in _POINT.finditer(words)]
    at = bisect(starts, place)
    if len(starts) < _FEWEST or not at:
        return 0, len(words)
    return starts[at - 1], starts[at] if at < len(starts) else len(words)


def of_other_point(words: str, clause: tuple[int, int], place: int) -> bool:
    """True where a place stands in another point than a clause (offsets) does."""
    begins, ends = point_at(words, place)
    return begins > 0 and not begins <= (clause[0] + clause[1]) // 2 < ends
