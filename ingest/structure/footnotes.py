"""Footnotes: lines at the foot of a page that start with a number or sign which also stands in the text."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from core.danish.sentences import sentence_spans
from core.schema import Span
from ingest.structure.drafts import Draft
from ingest.structure.lines import Line

_NOTE = re.compile(r"^(\d{1,2}|[*†]{1,3}|['’¹²³⁴⁵⁶⁷⁸⁹])\s+(?=[A-ZÆØÅ\"”„»(])")
_PLAIN = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")
_REACH = 6000  # characters before a note in which its mark may stand


def note_lines(lines: Sequence[Line], fixed: Container[int], text: str) -> set[int]:
    """Indexes of the lines that open a footnote: such a start, and the same mark glued to a word before."""
    found: set[int] = set()
    for i, line in enumerate(lines):
        match = None if i in fixed else _NOTE.match(line.text)
        if match and mark_place(match.group(1), text, line.start) is not None:
            found.add(i)
    return found


def mark_place(mark: str, text: str, before: int) -> int | None:
    """Where the mark of a note stands in the text before the note, None where it doesn't."""
    plain = mark.translate(_PLAIN)
    signs = "['’]" if plain in "'’" else re.escape(plain)
    # glued to a word or a year, or to the stop after it; not a number of its own
    pattern = rf"(?:[a-zæøå)\]”\"»]|[a-zæøå)][.,:;]|(?:19|20)\d\d){signs}(?=[\s.,;:)]|$)"
    start = max(0, before - _REACH)
    places = [m.end() for m in re.finditer(pattern, text[start:before])]
    if plain in "'’":
        places = [p for p in places if not re.match(r"\s*s\b", text[start + p :][:3])]
    return start + places[-1] if places else None


def note_sentence(draft: Draft, before: Sequence[Draft], text: str) -> tuple[str, Span | None]:
    """The sentence a note belongs to, as its lead-in, and where it stands."""
    match = _NOTE.match(draft.text)
    place = mark_place(match.group(1), text, draft.start) if match else None
    if place is None:
        return "", None
    for home in reversed(before):
        if home.start < place <= home.end and not home.fixed:
            for span in sentence_spans(text[home.start : home.end]):
                if home.start + span.start < place <= home.start + span.end:
                    found = Span(home.start + span.start, home.start + span.end)
                    return " ".join(text[found.start : found.end].split()), found
    return "", None
