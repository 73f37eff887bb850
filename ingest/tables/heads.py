"""Head lines of a table that lost its grid: years and a total in a row."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.structure.captions import is_caption
from ingest.structure.lines import Line
from ingest.tables.values import Token, is_year, trailing_heads, trailing_values
from ingest.tables.words import is_total, unit_in

_MAX_WORDS = 11  # words a head line may hold beside its heads


def head_line(lines: Sequence[Line], i: int) -> tuple[list[Token], int]:
    """Heads that end line i, with a total on a line of its own soon below; and how many lines they take.

    A line of heads alone is a head line too, and so are three or more lines of one head each."""
    words, heads = trailing_heads(lines[i].text, lines[i].start)
    if len(heads) >= 2 and sum(is_year(h.text) for h in heads) >= 2 and len(words.split()) <= _MAX_WORDS:
        return _with_late_total(lines, i, heads)
    if len(heads) == 1 and not words:
        run = [heads[0]]
        j = i + 1
        while j < len(lines) and len(run) < 12:
            more_words, more = trailing_heads(lines[j].text, lines[j].start)
            if more_words or len(more) != 1:
                break
            run.append(more[0])
            j += 1
        if len(run) >= 3 and sum(is_year(h.text) for h in run) >= 2:
            return run, j - i
    return [], 1


def _with_late_total(lines: Sequence[Line], i: int, heads: list[Token]) -> tuple[list[Token], int]:
    if is_total(heads[-1].text):
        return heads, 1
    for j in range(i + 1, min(i + 4, len(lines))):
        if trailing_values(lines[j].text, 0)[1]:
            break
        if is_total(lines[j].text) and len(lines[j].text) <= 8:
            return [*heads, Token(lines[j].text, lines[j].start, lines[j].end, None)], j - i + 1
    return heads, 1


def caption_above(lines: Sequence[Line], first: int) -> tuple[int, str, list[str]]:
    """The caption above a head line with the lines between: the words of the other heads."""
    for back in range(1, 7):
        i = first - back
        if i < 0:
            break
        if is_caption(lines[i].text):
            return i + 1 if back > 1 else first, lines[i].text, [line.text for line in lines[i + 1 : first]]
        if lines[i].text.endswith(".") and len(lines[i].text.split()) > 5:
            break
    near = lines[first - 1].text if first and unit_in(lines[first - 1].text) and len(lines[first - 1].text) < 60 else ""
    return (first - 1 if near else first), "", [near] if near else []
