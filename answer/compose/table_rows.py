"""Rows of the tables at hand with the heading row they stand under, and whether a question can mean them at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from answer.compose.common import Context
from answer.understanding.kinds import Asked, asks_share, counted
from core.danish.tokens import stem, tokenize
from core.schema import Cell, Document, Table

TOTAL = re.compile(r"\b(?:i ?alt|total\w*|samlet|sum|tilsammen)\b", re.IGNORECASE)
WHOLE = re.compile(
    r"\b(?:i alt|samle\w*|hele|total\w*|tilsammen|over de|løber .* op|sum\b|summen|perioden)", re.IGNORECASE
)
MOST = re.compile(r"\b(?:dyreste|højeste|største|mest|flest)\b", re.IGNORECASE)
LEAST = re.compile(r"\b(?:billigste|laveste|mindste|mindst|færrest)\b", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")
_TABLE = re.compile(r"\b(?:tabel|skema|table)\s*(?P<number>\d+)\b", re.IGNORECASE)
_IN_TABLE = re.compile(
    r"\b(?:tabel\w*|skema\w*|oversigt\w*|opgørelse\w*|linjen?|rækken?|post(?:en)?|\w*-?kolonnen?|"
    r"står der ud for|table)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\bkr\b|kroner|\bmio\b|\bmia\b|1\.?000|\bp/[lI1]\b|beløb|pris|budget|udgift|bevilling", re.IGNORECASE
)
_NUMBER_OF = re.compile(r"\bantal\w*|^(?:årsværk|stillinger|fuldtidsstillinger)\b", re.IGNORECASE)
_MARK = re.compile(r"^\W*(?:\d+(?:[.,]\d+)*|[a-zæøå])\s?[.)]|^\d+\.?\s?[a-z]?[.)]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table. group: the label of the heading row above it. fit: to the question, 0..1."""

    document: Document
    table: Table
    label: str
    cells: tuple[Cell, ...]
    fit: float = 0.0
    group: str = ""
    beside: str = ""  # labels of the rows with the same number ("1c."), which belong to one activity

    @property
    def name(self) -> str:
        """The label under its group's."""
        return f"{self.group}: {self.label}" if self.group else self.label


def speaks_of_table(context: Context) -> bool:
    """True where the question itself says that a table holds the answer."""
    return _IN_TABLE.search(context.question.mended) is not None


def table_rows(document: Document, table: Table, group: str = "") -> Iterator[Row]:
    """Rows of one table; a row of one filled cell heads the rows below it."""
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    marked = _marked_alike(rows.values())
    for cells in rows.values():
        filled = [cell for cell in cells if cell.text.strip()]
        label = next((c.row_label for c in cells if c.row_label), "") or (filled[0].text if filled else "")
        if len(filled) == 1:
            group = filled[0].text.strip().rstrip(":")
        elif group and (TOTAL.search(label) or (_MARK.match(group) and _MARK.match(label))):
            group = ""
        if len(filled) > 1:
            yield Row(document, table, label, tuple(cells), group=group, beside=marked.get(mark_of(label), ""))


def mark_of(label: str) -> str:
    found = _MARK.match(label)
    return found.group().strip(" .)").lower() if found else ""


def _marked_alike(rows: Iterable[Sequence[Cell]]) -> dict[str, str]:
    """Labels of the rows of each mark that two or more rows bear."""
    by_mark: dict[str, list[str]] = {}
    for cells in rows:
        label = cells[0].row_label
        by_mark.setdefault(mark_of(label), []).append(label)
    return {mark: " ".join(labels) for mark, labels in by_mark.items() if mark and len(labels) > 1}


def rows_of(document: Document) -> Iterator[Row]:
    last: Table | None = None
    group = ""
    for table in document.tables:
        carried = group if last is not None and len(table.columns) > 1 and last.columns == table.columns else ""
        group = carried
        for row in table_rows(document, table, carried):
            group = row.group
            yield row
        last = table


def all_rows(context: Context) -> list[Row]:
    """Rows of every table at hand that the question may mean."""
    return [row for d in context.documents.values() for row in rows_of(d) if may_be_asked(context, row)]


def has_numbers(row: Row) -> bool:
    return any(cell.value is not None for cell in row.cells if cell.column or cell.text != row.label)


def may_be_asked(context: Context, row: Row) -> bool:
    """False for another table than the numbered one the question names, and where the table can't hold the sort
    of value asked for."""
    named = _TABLE.search(context.question.mended)
    own = _TABLE.search(row.table.caption)
    if named and own and named["number"] != own["number"]:
        return False
    about = f"{row.table.unit} {row.table.caption} {' '.join(row.table.columns)} {row.label}"
    if context.question.kind is Asked.AMOUNT and row.table.confidence < 1.0:
        dated = sum(bool(YEAR.search(head)) for head in row.table.columns)
        return dated > 1 or bool(_MONEY.search(f"{about} {' '.join(c.text for c in row.cells)}"))
    if context.question.kind is Asked.NUMBER:
        return _counts(context, about)
    return True


def is_of_money(row: Row) -> bool:
    """True for a row of a table of sums, whose label speaks of no number of things."""
    about = f"{row.table.unit} {row.table.caption} {' '.join(row.table.columns)}"
    return bool(_MONEY.search(about)) and not _NUMBER_OF.search(row.label)


def _counts(context: Context, about: str) -> bool:
    """A table of sums tells no number of things, unless row or head names the thing counted."""
    nouns = {stem(noun) for noun in counted(context.question.mended)}
    if not nouns or not _MONEY.search(about) or ("%" in about and asks_share(context.question.mended)):
        return True
    return bool(nouns & {stem(word) for word in tokenize(about)})
