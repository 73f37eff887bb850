"""Renamings from tables with a column of old names and one of new ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.schema import Cell, Document
from register.names.renaming import Renaming
from register.names.unit_forms import find_names

_OLD = re.compile(r"hidti[ld]|tidligere|nuværende|gammel|gamle|gældende|før|i dag", re.IGNORECASE)
_NEW = re.compile(r"\bny|efter|fremover|fremtidig|kommende|herefter", re.IGNORECASE)


def renamings_of_tables(document: Document) -> Iterator[Renaming]:
    """Old and new names standing in one row of a table under heads that say which is which."""
    for table in document.tables:
        rows: dict[int, list[Cell]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(cell)
        for cells in rows.values():
            old = next((c for c in cells if _OLD.search(c.column_head)), None)
            new = next((c for c in cells if _NEW.search(c.column_head) and c is not old), None)
            if old and new:
                yield from _renaming(old, new)


def _renaming(old: Cell, new: Cell) -> Iterator[Renaming]:
    before, after = find_names(old.text), find_names(new.text)
    if before and after and before[0].text != after[0].text and before[0].type == after[0].type:
        yield Renaming(before[0].text, after[0].text, new.span.start)
