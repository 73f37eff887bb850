"""Answers from table cells: the row and column asked for, or a sum, share, difference or extreme of cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from answer.clip import words_in
from answer.compose.common import Context, quote, source_of
from answer.danish_words import crowns, number_words
from answer.draft import Draft, Source, Statement
from answer.evidence import coverage
from answer.understanding.kinds import Asked
from answer.understanding.sources import codes, named_strength
from core.citations import collapse
from core.danish.amounts import table_factor
from core.danish.tokens import stem, tokenize
from core.schema import Cell, Document, Span, Table

_NAMED_FIT = 0.3  # least fit of a row whose whole label the question says
_SURE = 0.5  # share of the topic that row label and caption must meet
_TOTAL = re.compile(r"\b(?:i ?alt|total\w*|samlet|sum|tilsammen)\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:i alt|samle\w*|hele|total\w*|tilsammen|over de|løber .* op|sum\b|summen|perioden)", re.IGNORECASE
)
_YEARLY = re.compile(r"\b(?:om året|årligt|årlige|pr\.? år|hvert år|per year|annual\w*)\b", re.IGNORECASE)
_SHARE = re.compile(r"\b(?:andel\w*|del af|procent\w*|pct|hvor stor (?:en )?del|share|percentage)", re.IGNORECASE)
_MOST = re.compile(r"\b(?:dyreste|højeste|største|mest|flest)\b", re.IGNORECASE)
_LEAST = re.compile(r"\b(?:billigste|laveste|mindste|mindst|færrest)\b", re.IGNORECASE)
_GAP = re.compile(
    r"\b(?:falder|fald\w*|stiger|stig\w*|forskel\w*|ændr\w*|mere end|mindre end|lavere|højere|voks\w*)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table with its fit to the question, 0..1."""

    document: Document
    table: Table
    label: str
    cells: tuple[Cell, ...]
    fit: float


def compose(context: Context) -> Draft | None:
    """The cell or the reckoning asked for, then a sentence of the text about it where there is room."""
    rows = sorted(_without_totals(context, _rows(context)), key=lambda row: (-round(row.fit, 2), -row.table.confidence))
    if _SHARE.search(context.question.mended):
        rows = [row for row in rows if not _TOTAL.search(row.label)]
    if not rows or rows[0].fit < _SURE:
        return None
    told = _told(context, rows[0])
    if told is None:
        return None
    return Draft((told, *_beside(context, told)), evidence={"table": rows[0].fit}, how="table")


def _rows(context: Context) -> list[Row]:
    asked = context.question
    found = []
    for document in context.documents.values():
        named = named_strength(asked.mended, document, asked.when.spans)
        for table in document.tables:
            for label, cells in _by_label(table):
                fit = _fit(context, label, table, named)
                found.append(Row(document, table, label, cells, fit))
    return found


def _without_totals(context: Context, rows: Sequence[Row]) -> list[Row]:
    """Where the question names a row in full, "samlet" speaks of that row's own total: the row is sure enough,
    and the document's total rows are left out."""
    named = [r for r in rows if not _TOTAL.search(r.label) and r.fit > _NAMED_FIT and _met(context, r.label) == 1.0]
    if not named:
        return list(rows)
    raised = [replace(row, fit=max(row.fit, _SURE)) if row in named else row for row in rows]
    inside = {row.document.id for row in named}
    return [row for row in raised if not (_TOTAL.search(row.label) and row.document.id in inside)]


def _by_label(table: Table) -> list[tuple[str, tuple[Cell, ...]]]:
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    return [(cells[0].row_label, tuple(cells)) for cells in rows.values() if any(c.value is not None for c in cells)]


def _fit(context: Context, label: str, table: Table, named: float) -> float:
    """How well a row is the one asked for. A total row fits a question about the whole; any other must be met
    by the question as well as meet it."""
    asked = context.question
    naming = codes(asked.mended) if named else set()
    topic = [t for t in asked.terms if not t.word.isdigit() and not _WHOLE.fullmatch(t.word)]
    inner = [t for t in topic if t.word not in naming]
    around = f"{table.caption} {' '.join(table.section)}"
    if _TOTAL.search(label) and asked.kind is not Asked.AMOUNT:
        return 0.0
    if _TOTAL.search(label):
        rest = [t for t in topic if not _MONEY_WORD.fullmatch(t.word)]
        about = coverage(rest, f"{around} {' '.join(context_title(context, table))}")
        return (0.2 + 0.6 * about + 0.15 * min(named, 1.0)) if _asks_whole(asked.mended, rest, about) else 0.0
    inside = coverage([t for t in inner if not _MONEY_WORD.fullmatch(t.word)], label, around)
    return inside * (0.55 + 0.45 * _met(context, label))


_MONEY_WORD = re.compile(
    r"udgift\w*|budget\w*|beløb\w*|sum\w*|delsum\w*|samle\w*|afsat|sat|kost\w*|bevil\w*|penge|periode\w*|år\w*|tabel\w*|ift"
)


def _asks_whole(text: str, rest: Sequence[object], about: float) -> bool:
    return bool(_WHOLE.search(text) or _MOST.search(text) or _LEAST.search(text) or not rest or about > 0.6)


def context_title(context: Context, table: Table) -> tuple[str, ...]:
    """Title and name of the document a table stands in."""
    for document in context.documents.values():
        if table in document.tables:
            return document.title, document.name
    return ()


def _met(context: Context, label: str) -> float:
    """Share of the label's own words that the question says."""
    own = {stem(w) for w in tokenize(label) if len(w) > 2 and not w.isdigit()}
    said = {variant for term in context.question.terms for variant, s in term.variants.items() if s >= 0.55}
    return len(own & said) / max(len(own), 1)


def _told(context: Context, row: Row) -> Statement | None:
    text = context.question.mended
    cells = [cell for cell in row.cells if cell.value is not None and not _is_text_column(cell)]
    years = set(map(str, context.question.when.years))
    if _SHARE.search(text):
        return _share(context, row, cells)
    if _MOST.search(text) or _LEAST.search(text):
        return _extreme(row, [c for c in cells if _YEAR.search(c.column_head)], least=bool(_LEAST.search(text)))
    asked = [cell for cell in cells if years & set(_YEAR.findall(cell.column_head))]
    if len(asked) == 2 and _GAP.search(text):
        return _gap(row, asked)
    total = [cell for cell in cells if _TOTAL.search(cell.column_head)]
    if len(asked) == 1 and total and len(context.question.parts) > 1 and _WHOLE.search(text):
        return _series(row, [asked[0], total[0]])
    if len(asked) == 1 and len(years) == 1:
        return _cell(row, asked[0])
    if _YEARLY.search(text) and not years:
        return _series(row, [c for c in cells if not _TOTAL.search(c.column_head)])
    if total and (_WHOLE.search(text) or len(years) != 1):
        return _cell(row, total[0], _span_of(cells))
    if len(years) == 2 and _WHOLE.search(text):
        return _sum(row, [c for c in cells if _between(c, years)])
    return _series(row, asked or cells) if not years or asked else None


def _is_text_column(cell: Cell) -> bool:
    return not re.search(r"\d", cell.text)


def _between(cell: Cell, years: set[str]) -> bool:
    found = _YEAR.search(cell.column_head)
    return bool(found) and min(years) <= found.group() <= max(years)  # type: ignore[union-attr]


def _span_of(cells: Sequence[Cell]) -> str:
    years = sorted(y for cell in cells for y in _YEAR.findall(cell.column_head))
    return f"{years[0]}-{years[-1]}" if len(years) > 1 else ""


def _unit(table: Table) -> str:
    return f" ({table.unit})" if table.unit else ""


def _value(table: Table, cell: Cell) -> tuple[str, tuple[str, ...]]:
    """The cell as written with its unit, and in kroner; with the numbers that were worked out."""
    factor = table_factor(table.unit)
    value = (cell.value or 0.0) * factor
    if factor == 1_000:
        text = "0 kr." if not value else f"{cell.text.strip()} t.kr."
    else:
        text = f"{cell.text.strip()} {'kr.' if factor == 1 and 'kr' in table.unit else ''}".strip()
    if abs(value) >= 1_000_000 and factor > 1:
        said = crowns(value)
        return f"{text} ({said})", (said.split()[0], *_numbers(said))
    return text, tuple(_numbers(text))


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+(?:[.,]\d+)*", text)


def _head(row: Row) -> str:
    return collapse(row.label).strip(" .:")


def _source(row: Row, cells: Sequence[Cell]) -> tuple[Source, ...]:
    return tuple(source_of(row.document, _with_row(row, cell)) for cell in cells)


def _with_row(row: Row, cell: Cell) -> Span:
    """The cell with the rest of its line, where the row stands on one line."""
    text = row.document.cleaned
    start = text.rfind("\n", 0, cell.span.start) + 1
    end = text.find("\n", cell.span.end)
    line = Span(start, end if end >= 0 else len(text))
    return line if text[line.start : line.end].strip() != cell.text.strip() else cell.span


def _made(row: Row, text: str, cells: Sequence[Cell], computed: Sequence[str] = ()) -> Statement:
    note = _unit(row.table)
    given = (row.label, row.table.unit, row.table.caption, *(c.column_head for c in cells))
    free = (
        *computed,
        *_numbers(note),
        *_numbers(row.label),
        *(n for c in cells for n in _numbers(c.column_head)),
    )
    return Statement(f"{text}{note}.", _source(row, cells), computed=tuple(free), given=given)


def _cell(row: Row, cell: Cell, period: str = "") -> Statement:
    said, computed = _value(row.table, cell)
    head = period or cell.column_head
    return _made(row, f"{_head(row)}, {head}: {said}", [cell], (*computed, *_numbers(period)))


def _series(row: Row, cells: Sequence[Cell]) -> Statement | None:
    if not cells:
        return None
    if len({cell.value for cell in cells}) == 1 and len(cells) > 1:
        said, numbers = _value(row.table, cells[0])
        period = _span_of(cells)
        return _made(row, f"{_head(row)}, hvert år {period}: {said}", cells, (*numbers, *_numbers(period)))
    parts: list[str] = []
    computed: list[str] = []
    for cell in cells[:6]:
        said, numbers = _value(row.table, cell)
        parts.append(f"{cell.column_head}: {said}")
        computed += numbers
    return _made(row, f"{_head(row)}: {', '.join(parts)}", cells[:6], computed)


def _sum(row: Row, cells: Sequence[Cell]) -> Statement | None:
    if len(cells) < 2:
        return None
    total = sum(cell.value or 0.0 for cell in cells)
    unit = "t.kr." if table_factor(row.table.unit) == 1_000 else ""
    terms = " + ".join(cell.text.strip() for cell in cells)
    said = number_words(total)
    text = f"{_head(row)}, {_span_of(cells)}: {terms} = {said} {unit}".strip()
    return _made(row, text, cells, (said, *_numbers(_span_of(cells))))


def _gap(row: Row, cells: Sequence[Cell]) -> Statement:
    first, second = sorted(cells, key=lambda cell: cell.column_head)
    gap = (second.value or 0.0) - (first.value or 0.0)
    said, unit = number_words(abs(gap)), "t.kr." if table_factor(row.table.unit) == 1_000 else ""
    way = "højere" if gap > 0 else "lavere"
    text = f"{_head(row)}: {first.text.strip()} i {first.column_head} og {second.text.strip()} i {second.column_head}"
    return _made(row, f"{text}, dvs. {said} {unit} {way}", cells, (said,))


def _extreme(row: Row, cells: Sequence[Cell], *, least: bool) -> Statement | None:
    if not cells:
        return None
    pick = min if least else max
    return _cell(row, pick(cells, key=lambda cell: cell.value or 0.0))


def _share(context: Context, row: Row, cells: Sequence[Cell]) -> Statement | None:
    """A row's total against the table's total, in percent."""
    rows = [Row(row.document, row.table, label, held, 0.0) for label, held in _by_label(row.table)]
    whole = next((r for r in rows if _TOTAL.search(r.label)), None)
    mine = next((c for c in cells if _TOTAL.search(c.column_head)), cells[-1] if cells else None)
    if whole is None or mine is None:
        return None
    other = next((c for c in whole.cells if c.column == mine.column and c.value), None)
    if other is None or not other.value:
        return None
    share = number_words(100 * (mine.value or 0.0) / other.value, 1)
    rounded = number_words(100 * (mine.value or 0.0) / other.value, 0)
    text = f"{_head(row)}: {mine.text.strip()} af {other.text.strip()} t.kr., dvs. ca. {rounded} pct."
    sources = _source(row, [mine]) + _source(whole, [other])
    return Statement(text, sources, computed=(share, rounded, *_numbers(row.label)), given=(row.label,))


def _beside(context: Context, told: Statement) -> list[Statement]:
    """One sentence of the text that speaks of the same, when it is short and holds a sum."""
    part = context.question.parts[0]
    if part.kind not in (Asked.AMOUNT, Asked.NUMBER):
        return []
    for sentence in context.best[:3]:
        if sentence.found and words_in(sentence.text) <= 34 and sentence.score > 0.3:
            return [quote(sentence, part)]
    return []
