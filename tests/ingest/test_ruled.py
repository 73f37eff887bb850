"""Tables drawn with blanks under a rule of dashes."""

from __future__ import annotations

from core.schema import Table
from ingest.structure.lines import split_lines
from ingest.tables.find import find_tables

_DRAWN = """Overblik

Nr.  Anlæg            Ansvarlig         Pladser
------------------------------------------------
A    Badebroen        Vej og Havn            40
B    Klatrevæggen     Idrætsafdelingen      112
------------------------------------------------

Badebroen renoveres først, og klatrevæggen følger efter."""


def tables(text: str) -> list[Table]:
    return find_tables(text, split_lines(text), [])


def test_columns_under_a_rule_of_dashes_are_a_table() -> None:
    (table,) = tables(_DRAWN)
    assert table.columns == ("Nr.", "Anlæg", "Ansvarlig", "Pladser")
    held = {(cell.row_label, cell.column_head): cell for cell in table.cells}
    cell = held["B Klatrevæggen", "Pladser"]
    assert cell.value == 112
    assert _DRAWN[cell.span.start : cell.span.end] == "112"
    assert held["A Badebroen", "Ansvarlig"].text == "Vej og Havn"
    assert not any("renoveres" in cell.text for cell in table.cells)


def test_a_rule_under_running_text_or_two_columns_draws_no_table() -> None:
    assert tables("Et afsnit om broen\n--------------------------\nBroen males.\nDen males igen.") == []
    assert tables("Anlæg        Pladser\n--------------------------\nBroen        40\nMolen        30") == []
