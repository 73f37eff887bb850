"""Excel sheets by openpyxl, values as shown the Danish way; formulas give their stored results."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from core.errors import DamagedFile
from ingest.formats.flow import Flow
from ingest.formats.packages import check_package
from ingest.raw import RawDocument

_MAX_ROWS = 20_000  # of one sheet
_MAX_COLUMNS = 100


def read_xlsx(data: bytes, name: str) -> RawDocument:
    """Each visible sheet as a heading and a table. Raises DamagedFile for a broken file."""
    warnings = list(check_package(data, name))
    flow = Flow()
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                warnings.append(f"Det skjulte ark »{sheet.title}« er ikke læst.")
                continue
            _sheet(sheet, flow, warnings)
        book.close()
    except (
        InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, ParseError, OSError, AttributeError,
    ) as error:  # fmt: skip
        raise DamagedFile(f"{name}: Excel-filen er beskadiget og kan ikke læses.") from error
    media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return flow.finish(media, {}, warnings)


def _sheet(sheet: Any, flow: Flow, warnings: list[str]) -> None:
    flow.heading(sheet.title, 1)
    block: list[list[str]] = []
    for number, row in enumerate(sheet.iter_rows(max_col=_MAX_COLUMNS, values_only=True)):
        if number >= _MAX_ROWS:
            warnings.append(f"Arket »{sheet.title}« er læst til og med række {_MAX_ROWS}.")
            break
        cells = [_shown(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            block.append(cells)
        elif block:
            _write(block, flow)
            block = []
    _write(block, flow)


def _write(block: list[list[str]], flow: Flow) -> None:
    """Lines of one cell above a table are its heading text; the rest is the table."""
    while block and sum(bool(cell) for cell in block[0]) == 1:
        flow.paragraph(next(cell for cell in block.pop(0) if cell))
    if block:
        width = max(len(row) for row in block)
        flow.table([row + [""] * (width - len(row)) for row in block])


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, datetime | date):
        return value.strftime("%d-%m-%Y")
    if isinstance(value, int) or (isinstance(value, float) and value.is_integer()):
        whole = int(value)
        return str(whole) if 1900 <= whole <= 2100 else f"{whole:,}".replace(",", ".")
    if isinstance(value, float):
        return f"{value:,.4f}".rstrip("0").replace(",", " ").replace(".", ",").replace(" ", ".")
    return str(value)
