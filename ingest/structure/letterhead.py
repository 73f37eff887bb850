"""Headings at the top of a document that cover nothing below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.structure.drafts import Draft
from ingest.structure.title import KIND_ONLY

_POINT = re.compile(r"(?:punkt|pkt\.?|sag\s+nr\.?)\s*\d", re.IGNORECASE)


def letterhead(drafts: Sequence[Draft], kinds: list[str]) -> list[int]:
    """Headings before the first running text, without the last of them: none of them covers the text below, but
    for a meeting's point, which covers the section it opens with ("Punkt 1. Ny mole", "Sagsfremstilling").
    The kind of document in capitals, come loose into the text, is furniture."""
    first = next((i for i, d in enumerate(drafts) if kinds[i] in ("paragraph", "item") and len(d.text) > 90), 0)
    for i in range(first, len(drafts)):
        if kinds[i] == "heading" and drafts[i].text.isupper() and KIND_ONLY.match(drafts[i].text):
            kinds[i] = "furniture"
    heads = [i for i in range(first) if kinds[i] == "heading"][:-1]
    return [i for i in heads if not _POINT.match(drafts[i].text)]
