"""Points that are only possible ways: "Staben peger på følgende muligheder:" gives nobody what the points below say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.schema import Responsibility
from register.sentences.reading import Statement

_WAYS = r"(?:muligheder|alternativer|scenarier|modeller|varianter|løsningsmuligheder|løsningsforslag|handlemuligheder)"
_OPTIONS = re.compile(
    rf"\b(?:følgende|disse|nedenstående|(?:to|tre|fire|fem|flere|\d+)(?:\s+\w+e)?)\s+(?:\w+e\s+)?{_WAYS}\b[^.:]{{0,60}}:"
)


def without_options(rows: Sequence[Responsibility], statements: Sequence[Statement]) -> list[Responsibility]:
    """The rows without those read from a list of possible ways or from what introduces it."""
    ways = [s for s in statements if _OPTIONS.search(f"{s.lead_in} {s.text}")]
    return [r for r in rows if not any(s.start <= r.start < s.end for s in ways)]
