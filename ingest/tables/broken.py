"""Tables in text that lost its grid: a line of years and a total as heads, numbers on the lines below.

Rows come whole on a line ("Drift 300 200 500"), in two parts (the label on lines before or after its numbers), or
stacked: all labels, then the numbers column by column (``ingest.tables.stacked``).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from core.schema import Cell, Span, Table
from ingest.structure.captions import is_caption
from ingest.structure.lines import Line
from ingest.tables.labels import labels_of, with_values
from ingest.tables.stacked import place
from ingest.tables.sums import check_sums
from ingest.tables.values import Token, is_year, trailing_heads, trailing_values
from ingest.tables.words import is_total, unit_in

_MAX_LINES = 250  # of one table
_PATIENCE = 28  # label lines in a row without a number below them end the table
_PROSE_WORDS = 11  # a line of so many words without values is running text
_DOUBT = "Tabellen kunne ikke genopbygges sikkert og står som tekst."


@dataclass(slots=True)
class _Row:
    label: str
    start: int
    end: int
    tokens: list[Token | None]


@dataclass(slots=True)
class _Region:
    """A table in the making."""

    heads: list[Token]
    first: int  # index of the first line
    last: int  # index of the last line used
    total: bool
    rows: list[_Row] = field(default_factory=list)
    confidence: float = 0.9
    failed: bool = False


def broken_tables(
    text: str, lines: Sequence[Line], taken: Collection[int], skip: Collection[int]
) -> list[Table]:
    """Tables found in lines that no other table has taken. skip: furniture."""
    tables: list[Table] = []
    i = 0
    while i < len(lines):
        heads, used = ([], 0) if i in taken else _heads(lines, i)
        if len(heads) < 2:
            i += 1
            continue
        region = _read(lines, i, used, heads, {*taken, *skip})
        table = _table(text, lines, region) if region.rows else None
        if table is not None:
            tables.append(table)
            i = region.last + 1
        else:
            i += used
    return tables


# --- heads --------------------------------------------------------------------------------------------------


def _heads(lines: Sequence[Line], i: int) -> tuple[list[Token], int]:
    """Heads that end line i, with a total on a line of its own soon below; and how many lines they take.

    A line of heads alone is a head line too, and so are three or more lines of one head each."""
    words, heads = trailing_heads(lines[i].text, lines[i].start)
    if len(heads) >= 2 and sum(is_year(h.text) for h in heads) >= 2 and len(words.split()) <= _PROSE_WORDS:
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


# --- rows ---------------------------------------------------------------------------------------------------


def _read(lines: Sequence[Line], first: int, used: int, heads: list[Token], skip: Collection[int]) -> _Region:
    region = _Region(heads, first, first + used - 1, is_total(heads[-1].text))
    pending: list[Line] = []
    stack: list[Token] = []
    waiting: _Row | None = None  # a row that lacks its last value
    for i in range(first + used, min(len(lines), first + _MAX_LINES)):
        line = lines[i]
        if i in skip:
            continue
        if is_caption(line.text) or len(trailing_heads(line.text, 0)[1]) >= 2 or len(pending) > _PATIENCE:
            break
        words, tokens = trailing_values(line.text, line.start)
        if not tokens:
            if len(line.text.split()) > _PROSE_WORDS or region.rows and line.text.endswith((".", ":")):
                break
            if waiting is not None and not pending and _goes_with(waiting, line):
                waiting.label, waiting.end = _continued(waiting.label, line.text), line.end
                region.last = i
                continue
            if stack:
                _unstack(region, pending, stack)
                pending, stack = [], []
            pending.append(line)
            continue
        region.last = i
        if len(tokens) == 1 and waiting is not None and not words and not pending:
            waiting.tokens[-1] = tokens[0]
            waiting = None
        elif len(tokens) >= len(heads) - region.total and len(tokens) <= len(heads) and len(heads) > 1:
            if stack:
                _unstack(region, pending, stack)
                pending, stack = [], []
            row = _whole_row(words, tokens, pending, line, len(heads))
            waiting = row if row.tokens[-1] is None and region.total else None
            if waiting is None and row.tokens[-1] is None:
                region.confidence = min(region.confidence, 0.7)
            region.rows.append(row)
            pending = []
        elif len(tokens) <= 2 and (pending or stack):
            waiting = None
            stack += tokens
        else:
            region.confidence = min(region.confidence, 0.5)
            pending = []
    if stack:
        _unstack(region, pending, stack)
    return region


def _goes_with(row: _Row, line: Line) -> bool:
    return row.label.endswith("-") or line.text[:1].islower() and not row.label.endswith(".")


def _continued(label: str, more: str) -> str:
    head, bar, tail = label.partition(" | ")
    joined = head[:-1] + more if head.endswith("-") else f"{head} {more}"
    return joined + bar + tail


def _whole_row(words: str, tokens: list[Token], pending: list[Line], line: Line, width: int) -> _Row:
    """A row on one line; where the line has no words its label stands on the lines before."""
    before = labels_of(pending)
    label, start = words, line.start
    if before and not words:
        label, start = (
            " ".join(item.text for item in before[-2:] if len(before) <= 2) or before[-1].text,
            before[-1].start,
        )
        start = before[-2].start if len(before) == 2 else start
    elif before and words and words[:1].islower():
        label, start = f"{before[-1].text} {words}", before[-1].start
    padded: list[Token | None] = [*tokens, *([None] * (width - len(tokens)))]
    return _Row(label, start, line.end, padded)


def _unstack(region: _Region, pending: list[Line], stack: list[Token]) -> None:
    """Labels and the numbers below them to rows. Where that fails the whole table is left as text."""
    numbers = [token for token in stack if token.value is not None]
    labels = labels_of(pending)
    fit = place([t.value or 0.0 for t in numbers], len(region.heads), len(labels), total=region.total)
    named = with_values(labels, len(fit[0]), section=_is_section(fit[0], numbers)) if fit else None
    if fit is None or named is None:
        region.failed = True
        return
    region.confidence = min(region.confidence, fit[1])
    for label, row in zip(named, fit[0], strict=True):
        tokens = [None if i is None else numbers[i] for i in row]
        region.rows.append(_Row(label.text, label.start, label.end, tokens))


def _is_section(rows: list[list[int | None]], numbers: Sequence[Token]) -> bool:
    totals = [numbers[row[-1]].value or 0.0 for row in rows if row[-1] is not None]
    return len(totals) > 2 and abs(totals[0] - sum(totals[1:])) < 0.51


# --- the table ----------------------------------------------------------------------------------------------


def _table(text: str, lines: Sequence[Line], region: _Region) -> Table | None:
    first, caption, above = _above(lines, region.first)
    words, _ = trailing_heads(lines[region.first].text, 0)
    unit = unit_in(" ".join([*above, words])) or unit_in(caption)
    unit = unit or unit_in(" ".join(line.text for line in lines[region.first : region.first + 2]))
    span = Span(lines[first].start, lines[region.last].end)
    columns = ("", *(" ".join(head.text.split()) for head in region.heads))
    if region.failed:
        return Table(caption, span, unit, columns, (), (), 0.2, None, _DOUBT)
    shared = _shared_words([row.label for row in region.rows])
    cells: list[Cell] = []
    for number, row in enumerate(region.rows):
        label = _without(row.label, shared)
        cells.append(Cell(number, 0, label, "", label, None, Span(row.start, max(row.start, row.end))))
        for column, token in enumerate(row.tokens, 1):
            place_ = Span(token.start, token.end) if token else Span(row.end, row.end)
            cells.append(
                Cell(
                    number,
                    column,
                    label,
                    columns[column],
                    token.text if token else "",
                    token.value if token else None,
                    place_,
                )
            )
    if sum(cell.value is not None for cell in cells) < 2:
        return None
    ok, note = check_sums(columns, cells)
    confidence = min(region.confidence, 0.5) if ok is False else max(region.confidence, 0.8 if ok else 0.0)
    return Table(caption, span, unit, columns, tuple(cells), (), round(confidence, 2), ok, note)


def _above(lines: Sequence[Line], first: int) -> tuple[int, str, list[str]]:
    """The caption above a head line with the lines between: the words of the other heads."""
    for back in range(1, 7):
        i = first - back
        if i < 0 or lines[i].text.endswith(".") and len(lines[i].text.split()) > 5:
            break
        if is_caption(lines[i].text):
            return i + 1 if back > 1 else first, lines[i].text, [line.text for line in lines[i + 1 : first]]
    near = (
        lines[first - 1].text
        if first and unit_in(lines[first - 1].text) and len(lines[first - 1].text) < 60
        else ""
    )
    return (first - 1 if near else first), "", [near] if near else []


def _shared_words(labels: Sequence[str]) -> set[str]:
    """Words that end half or more of the labels: a text column ("Service", "Drift") run into them."""
    counts: dict[str, int] = {}
    for label in labels:
        last = label.split()[-1] if len(label.split()) > 1 else ""
        if re.fullmatch(r"[A-ZÆØÅ]\w+", last):
            counts[last] = counts.get(last, 0) + 1
    return {word for word, count in counts.items() if count >= 2}


def _without(label: str, shared: set[str]) -> str:
    words = label.replace(" | ", " ").split()
    while len(words) > 1 and words[-1] in shared:
        words.pop()
    return " ".join(words)
