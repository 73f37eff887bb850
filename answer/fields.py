"""Lines that each begin with the name of a field ("Økonomi: 3 mio. kr."), each a sentence of its own."""

from __future__ import annotations

import re

from core.schema import Span

_NAME = r"[A-ZÆØÅ][\wæøå-]*(?: [\wæøå-]+){0,2}:[ \t]+(?=\S)"
_STARTS = re.compile(rf"(?:^|\n)[^\S\n]*(?={_NAME})")


def field_spans(text: str, span: Span) -> list[Span]:
    """The span parted where its lines begin with names of fields; alone where it does not begin with one or holds but
    one. text: what the span lies in."""
    body = text[span.start : span.end]
    starts = [match.end() for match in _STARTS.finditer(body)]
    if len(starts) < 2 or starts[0] != 0:
        return [span]
    pairs = zip(starts, [*starts[1:], len(body)], strict=True)
    return [Span(span.start + a, span.start + len(body[:b].rstrip())) for a, b in pairs]
