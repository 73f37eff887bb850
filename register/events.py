"""Dated events, deadlines and sums of money of one document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from core.danish.amounts import find_amounts, price_level, table_factor
from core.danish.dates import find_dates
from core.schema import Amount, BlockKind, DateSpan, Document, Event, Precision
from register.event_notes import noted
from register.sentences.reading import Statement
from register.table_events import events_of_tables

_LONGEST = 240
_LONGEST_HEAD = 80
_FIELD = re.compile(
    r"(?:tidsplan|tid|periode|start|slut|frist|dato|økonomi|status|fase|milepæle?|forventet \w+)\s*:", re.I
)
_IF = re.compile(r"\b(?:hvis|såfremt|forudsat,? at|medmindre)\b[^.;:]*$", re.IGNORECASE)
_CLAUSE = 300  # characters before a date in which its verb is looked for
_MUST = re.compile(r"\b(?:skal|bør)\b(?P<rest>[^.;:]*)$", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:være|foreligge|ligge)\s+(?:[\wæøå]+\s+){0,3}?"
    r"(?:[\wæøå]{3,}(?:et|t|ede|te|ne)|klare?|klart|færdige?|færdigt|på\s+plads)\s",
    re.IGNORECASE,
)
_CLOSE = re.compile(r"\W*(?:ved\s+)?(?:udgangen\b|årets\s+udgang)", re.IGNORECASE)
_BY_THEN = re.compile(r"(?:den|d\.|til|pr\.|ved|i)\b|\d", re.IGNORECASE)
_OF_PAPER = re.compile(
    r"\w*(?:analyse|rapport|notat|aftale|forlig|erfaring|tallene|(?<!an)tal|regnskab|undersøgelse|opgørelse|"
    r"evaluering|redegørelse|beslutning|skrivelse|referat|måling|statistik|data|vedtagelse|lov|bekendtgørelse|vejledning|"
    r"plan|strategi|politik|kortlægning|prognose|oplæg|kommissorium|byggeprogram)"
    r"(?:s?(?:en|n|et|erne|ene|ne|er|r)?)\s+$",
    re.IGNORECASE,
)


def find_events(document: Document, statements: Sequence[Statement]) -> list[Event]:
    """Every dated clause outside headings, in order, then the days of tables. A bare year is taken only behind
    "i", "fra", "inden"; of a paper's own year ("erfaringerne fra 2017") nothing happens."""
    told = (event for statement in statements for event in _of_statement(document, statement))
    return [*told, *events_of_tables(document)]


def _of_statement(document: Document, statement: Statement) -> Iterator[Event]:
    """One for each time a sentence tells of."""
    if statement.kind is BlockKind.HEADING or not _more_than_days(statement.text, document):
        return
    spans = [s for s in find_dates(statement.text, document.date) if _tells_when(s, statement.text)]
    for n, span in enumerate(spans):
        if not any(_said_by(span, other) for other in (*spans[:n], *_longer(span, spans[n + 1 :]))):
            yield noted(_event(document, statement, span), statement.text, document, statement)


def _more_than_days(text: str, document: Document) -> bool:
    """A line with nothing but a day is a paper's head."""
    for span in reversed(find_dates(text, document.date)):
        text = text[: span.start] + text[span.end :]
    return re.search(r"[^\W\d_]{2}", text) is not None


def _tells_when(span: DateSpan, text: str) -> bool:
    if span.bound == "from" and _OF_PAPER.search(text[max(0, span.start - 60) : span.start]):
        return False
    return span.precision is not Precision.YEAR or span.bound != "on" or span.text.lower().startswith(("i ", "pr"))


def _said_by(span: DateSpan, other: DateSpan) -> bool:
    """The other is the same time, or years that hold this one."""
    if (span.first, span.last, span.bound) == (other.first, other.last, other.bound):
        return True
    return span.precision is Precision.YEAR and _within(span, other)


def _longer(span: DateSpan, later: Sequence[DateSpan]) -> list[DateSpan]:
    return [o for o in later if _within(span, o) and (o.first, o.last) != (span.first, span.last)]


def _within(span: DateSpan, other: DateSpan) -> bool:
    if other.precision is not Precision.YEAR or not (span.first and span.last and other.first and other.last):
        return False
    return other.first <= span.first and span.last <= other.last


def _event(document: Document, statement: Statement, span: DateSpan) -> Event:
    what = " ".join(f"{_of_what(statement)}{statement.text}".split())
    what = what if len(what) <= _LONGEST else what[:_LONGEST].rsplit(" ", 1)[0] + " …"
    at = replace(span, start=statement.start + span.start, end=statement.start + span.end)
    return Event(what, at, _type(span, statement.text), document.id, statement.start, statement.end)


def _of_what(statement: Statement) -> str:
    """The heading of a line that is but a field ("Tidsplan: Anlæg i 2027"), for it says what the field is of."""
    heads = statement.section[-1:] if _FIELD.match(statement.text) else ()
    return "".join(f"{head.rstrip(' .:')}: " for head in heads if len(head) <= _LONGEST_HEAD)


def _type(span: DateSpan, text: str) -> str:
    if _IF.search(text[: span.start]):
        return "event"
    if span.bound == "by" or (span.bound == "on" and _due(span, text)):
        return "deadline"
    long = span.first is not None and span.last is not None and (span.last - span.first).days > 366
    return "period" if long or (span.bound in ("until", "from") and span.precision is Precision.YEAR) else "event"


def _due(span: DateSpan, text: str) -> bool:
    """What must be done on a day, or at a time's end, is due then: "skal være lukket ved udgangen af 2026"."""
    must = _MUST.search(" ".join(text[max(0, span.start - _CLAUSE) : span.start].split()) + " ")
    if must is None:
        return False
    return bool(_CLOSE.match(span.text) or (_BY_THEN.match(span.text) and _DONE.search(must["rest"])))


def find_all_amounts(document: Document, statements: Sequence[Statement]) -> list[Amount]:
    """Sums in running text, then those of tables with the table's unit, price level and year."""
    found: list[Amount] = []
    done = -1
    for statement in statements:
        for amount in find_amounts(statement.text):
            if statement.start + amount.start > done:
                placed = replace(amount, start=amount.start + statement.start, end=amount.end + statement.start)
                found.append(placed)
                done = placed.start
    return [*found, *_of_tables(document)]


def _of_tables(document: Document) -> Iterator[Amount]:
    for table in document.tables:
        factor = table_factor(table.unit)
        for cell in table.cells:
            if cell.value is None or (factor == 1 and "kr" not in table.unit.lower()):
                continue
            year = _year(cell.column_head)
            if year is None and cell.column_head.strip().lower() not in ("i alt", "ialt", "total"):
                continue
            value = round(cell.value * factor)
            yield Amount(
                value, cell.text, cell.span.start, cell.span.end, year, None, False, price_level(table.unit),
                "income" if value < 0 else "expense", cell.row_label,
            )  # fmt: skip


def _year(head: str) -> int | None:
    spans = find_dates(head, date(2000, 1, 1))
    first = spans[0].first if spans else None
    return first.year if first else None
