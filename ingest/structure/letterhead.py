"""Headings at the top of a document that cover nothing below them."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.structure.drafts import Draft
from ingest.structure.title import KIND_ONLY


def letterhead(drafts: Sequence[Draft], kinds: list[str]) -> list[int]:
    """Headings before the first running text, without the last of them: none of them covers the text below.
    The kind of document in capitals, come loose into the text, is furniture."""
    first = next((i for i, d in enumerate(drafts) if kinds[i] in ("paragraph", "item") and len(d.text) > 90), 0)
    for i in range(first, len(drafts)):
        if kinds[i] == "heading" and drafts[i].text.isupper() and KIND_ONLY.match(drafts[i].text):
            kinds[i] = "furniture"
    return [i for i in range(first) if kinds[i] == "heading"][:-1]
