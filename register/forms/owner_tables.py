"""Tables with a column of tasks and one of those responsible: action plans, lists of cases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from core.danish.dates import find_dates
from core.schema import Basis, Cell, Document, Responsibility, Span, Status, Table
from register.forms.aligned import aligned_tables
from register.forms.cell_owners import cell_owner, owner_before
from register.forms.fields import field_timing, with_timing
from register.forms.plain_rows import named_owner, plain_row
from register.forms.remarks import HEAD as REMARK
from register.forms.remarks import remarked
from register.names.units import UnitIndex
from register.rows import row_key
from register.sentences.tasks import clean_task
from register.sentences.timing import Timing

_OWNER = re.compile(
    r"^(?:ansvarlig\w*(?:\s+\w+){0,3}|ansvar|ansvarsplacering|opgaveansvarlig|tovholder\w*|forankring|afd\.?|afdeling|"
    r"forvaltning|udvalg|center|enhed|hvem(?:\s+\w+){0,4}|rolle og ansvar|"
    r"ud(?:føres af|fører|førende)|(?:varetages|afgøres|træffes|besluttes|behandles|løses) af|"
    r"\w*ejer|ansv\.?|ansvarshavende|aktør|interessent)\s*[:?]?$",
    re.IGNORECASE,
)
_TASK = re.compile(
    r"^(?:\w+\s+)?(?:\w*indsats\w*|\w*opgave\w*|aktivitet\w*|milepæl\w*|handling\w*|tiltag\w*|initiativ\w*|sag|sager|"
    r"sagstype\w*|hvad|emne|"
    r"projekt\w*|leverance\w*|ydelse\w*|arbejdsområde|ansvarsområde)\s*[:?]?$",
    re.IGNORECASE,
)
_THING = re.compile(r"^(?:forslag|element\w*|gevinst(?:er)?|område)\s*[:?]?$", re.IGNORECASE)  # where no task is
_WHEN = re.compile(
    r"frist|deadline|tidsplan|hvornår|tidspunkt|^dato|^pr\.?$|ikrafttræd|^fra dato|virkning", re.IGNORECASE
)
_FROM = re.compile(
    r"^(?:fra(?:\s+(?:enhed|afdeling|center|udvalg|forvaltning))?|nuværende\s+\w+|hidtil\w*(?:\s+\w+)?|"
    r"afgivende\s+\w+|i dag|før)\s*:?$",
    re.IGNORECASE,
)
_TO = re.compile(
    r"^(?:til(?:\s+(?:enhed|afdeling|center|udvalg|forvaltning))?|ny\w*\s+\w+|fremover|fremtidig\w*(?:\s+\w+)?|"
    r"modtagende\s+\w+|efter|(?:fra|pr\.)\s+(?:og med\s+)?(?:\d.*|\w+ \d{4}))\s*:?$",
    re.IGNORECASE,
)
_LONGEST_HEAD = 40


def rows_of_owner_tables(document: Document, index: UnitIndex) -> list[Responsibility]:
    """One row for each line whose task and owner, or whose task, giver and receiver stand under such heads."""
    found: dict[str, Responsibility] = {}
    tables = [_of_lines(_lines(t), _heads_of(t), document, index) for t in document.tables]
    set_in_text = [
        _of_lines(t.lines, _positions([(c.column, c.text) for c in t.heads]), document, index)
        for t in aligned_tables(document.cleaned)
    ]
    for row in chain(*tables, *set_in_text):
        found.setdefault(row.key, row)
    return list(found.values())


def _heads_of(table: Table) -> _Heads | None:
    return _positions([(n, head) for n, head in enumerate(table.columns) if head.strip()])


def _of_lines(
    lines: Iterable[list[Cell]], heads: _Heads | None, document: Document, index: UnitIndex
) -> Iterator[Responsibility]:
    for cells in lines:
        filled = [c for c in cells if c.text.strip()]
        own = _positions([(c.column, c.text) for c in filled])
        if own:
            heads = own
        elif heads and len(filled) > 1:
            yield from _of_line(filled, heads, document, index)


def _lines(table: Table) -> Iterator[list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    yield from rows.values()


@dataclass(frozen=True)
class _Heads:
    """columns: of the filled heads. task, owner, source, when, remark: places among them, -1 where there is
    none. when_head: words over the days; owner_head: over the owners."""

    columns: list[int]
    task: int
    owner: int
    source: int
    when: int
    when_head: str = ""
    owner_head: str = ""
    remark: int = -1


def _positions(heads: Sequence[tuple[int, str]]) -> _Heads | None:
    """Where task and owner stand, None where these are no such heads."""
    texts = [" ".join(text.split()) for _, text in heads]
    if len(texts) < 2 or any(len(t) > _LONGEST_HEAD for t in texts):
        return None
    task = _first(_TASK, texts)
    source, to = _first(_FROM, texts), _first(_TO, texts)
    owner = (
        to if source >= 0 and to >= 0 else next((n for n, t in enumerate(texts) if _OWNER.match(t) and n != task), -1)
    )
    columns = [column for column, _ in heads]
    if task < 0:
        task = _first(_THING, texts)
    if task < 0 or owner < 0:
        return None
    when, giver = _first(_WHEN, texts), source if owner == to else -1
    when_head = texts[when] if when >= 0 else ""
    return _Heads(columns, task, owner, giver, when, when_head, texts[owner], _first(REMARK, texts))


def _first(form: re.Pattern[str], texts: Sequence[str]) -> int:
    return next((n for n, t in enumerate(texts) if form.search(t)), -1)


def _of_line(filled: list[Cell], heads: _Heads, document: Document, index: UnitIndex) -> Iterator[Responsibility]:
    task, owner = _at(filled, heads, heads.task), _at(filled, heads, heads.owner)
    if task is None or owner is None or task is owner:
        return
    name = _owner_name(owner, index)
    words = clean_task(task.text)
    if not name or not words or words.lower() == name.lower():
        return
    when = _at(filled, heads, heads.when)
    span = min(task.span.start, owner.span.start), max(task.span.end, owner.span.end)
    area = table_area(document, task.span.start)
    source = _at(filled, heads, heads.source)
    giver = _owner_name(source, index) if source else owner_before(owner.text)
    if giver == name:
        yield _kept(plain_row(words, name, document.id, span, area))
        return
    if source or giver:
        yield _moved(plain_row(words, name, document.id, span, area), giver, when, document, heads.owner_head)
        return
    timing = field_timing(when.text, heads.when_head, document.date) if when else Timing()
    said = (when.text.strip(),) if when and timing.start is None and timing.until is None else ()
    row = plain_row(words, name, document.id, span, area, said)
    row = with_timing(row, timing, when.span.start) if when else row
    yield remarked(row, _at(filled, heads, heads.remark), document.date)


def _kept(row: Responsibility) -> Responsibility:
    """The line of who has it before and after."""
    row = replace(row, relation="keep", status=Status.UNCHANGED)
    return replace(row, key=row_key(row))


def _moved(row: Responsibility, giver: str, when: Cell | None, document: Document, head: str) -> Responsibility:
    """The line of a list of moves: from whom, and from what day, its own or that over its column."""
    row = replace(row, relation="transfer", from_unit=giver, conditions=(), status=Status.DECIDED)
    days = find_dates(when.text if when else head, document.date)
    if days:
        row = replace(row, effective_from=days[0].first, basis=Basis.EXPLICIT)
        row = replace(row, effective_text=when.text.strip() if when else head)
    if days and when:
        span = Span(when.span.start, when.span.end)
        row = replace(row, effective_span=span, end=max(row.end, when.span.end))
    return replace(row, key=row_key(row))


def _owner_name(cell: Cell, index: UnitIndex) -> str:
    """The units named in a cell where they are most of it, else its words where they make a name."""
    inside = list(dict.fromkeys(m.text for m in index.within(cell.span.start, cell.span.end)))
    words = named_owner(cell.text) or cell_owner(cell.text)
    covered = sum(len(name) for name in inside)
    return words if words and covered < 0.6 * len(words) else "; ".join(inside) or words


def _at(filled: list[Cell], heads: _Heads, place: int) -> Cell | None:
    """The cell in a head's column; where the columns are shifted, the one at the same place."""
    if place < 0:
        return None
    if len(filled) == len(heads.columns):
        return filled[place]
    return next((c for c in filled if c.column == heads.columns[place]), None)


def table_area(document: Document, at: int) -> str:
    """The innermost heading the table stands under."""
    block = next((b for b in document.blocks if b.start <= at < b.end), None)
    return " ".join(block.section[-1].split()) if block and block.section else ""
