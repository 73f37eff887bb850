"""The register as JSON objects, CSV and a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from core.alignment import Alignment
from core.citations import cite
from core.danish.labels import BASES, STATUSES
from core.schema import Basis, Document, Responsibility, Span, Status
from core.wire import responsibility_object

COLUMNS = (
    ("Opgave", "task"), ("Område", "area"), ("Fra", "from"), ("Til", "to"), ("Nuværende navn", "to_current_name"),
    ("Gælder fra", "effective_from"), ("Grundlag", "effective_basis"), ("Gælder til", "until"), ("Status", "status"),
    ("Betingelser", "conditions"), ("Undtagelser", "exceptions"), ("Beløb", "amounts"), ("Årsværk", "fte"),
    ("Bekræftet af", "confirmed_by"), ("Dokument", "document"), ("Sted", "place"), ("Citat", "quote"),
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def objects(rows: Iterable[Responsibility], documents: Mapping[str, Document]) -> list[dict[str, Any]]:
    """Responsibility objects as docs/cli.md names them, each with its citation. documents: by id."""
    maps: dict[str, Alignment] = {}
    found = []
    for n, row in enumerate(rows, 1):
        document = documents[row.document_id]
        alignment = maps.setdefault(document.id, Alignment.of(document.changes))
        citation = cite(n, document, Span(row.start, row.end), _section(document, row), alignment)
        found.append(responsibility_object(row, citation))
    return found


def _section(document: Document, row: Responsibility) -> tuple[str, ...]:
    return next((b.section for b in document.blocks if b.start <= row.start < b.end), ())


def flat(item: Mapping[str, Any]) -> list[str]:
    """One object as a line of COLUMNS, ready for people: lists joined, formulas disarmed."""
    citation = item.get("citation") or {}
    place = {"document": citation.get("document", ""), "place": _place(citation), "quote": citation.get("quote", "")}
    words = {"effective_basis": BASES[Basis(item["effective_basis"])], "status": STATUSES[Status(item["status"])]}
    told = {**item, **place, **words}
    return [_cell(told.get(key)) for _, key in COLUMNS]


def _place(citation: Mapping[str, Any]) -> str:
    locator = citation.get("locator") or {}
    if locator.get("page"):
        return f"side {locator['page']}"
    lines = locator.get("lines")
    return f"linje {lines[0]}-{lines[1]}" if lines else ""


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        value = "; ".join(str(v["text"]) if isinstance(v, Mapping) else str(v) for v in value)
    text = str(value)
    return "'" + text if text.startswith(_FORMULA) else text


def to_csv(items: Sequence[Mapping[str, Any]]) -> str:
    """Semicolons as Danish spreadsheets expect them, heads in Danish."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([head for head, _ in COLUMNS])
    writer.writerows(flat(item) for item in items)
    return out.getvalue()


def to_xlsx(items: Sequence[Mapping[str, Any]], path: Path) -> None:
    """Write a workbook with one sheet. Raises OSError where the file can't be written."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment as CellAlignment
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.active
    sheet.title = "Ansvar"
    sheet.append([head for head, _ in COLUMNS])
    for item in items:
        sheet.append(flat(item))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for column, (head, _) in zip(sheet.columns, COLUMNS, strict=True):
        sheet.column_dimensions[column[0].column_letter].width = 60 if head in ("Opgave", "Citat") else 24
        for cell in column[1:]:
            cell.alignment = CellAlignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    book.save(path)
