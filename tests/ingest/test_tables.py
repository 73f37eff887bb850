"""Tables: grids with heads, tables that lost their grid, sums."""

from __future__ import annotations

from core.schema import Table
from ingest.formats.flow import places_text
from ingest.raw import RawCell, RawTable
from ingest.structure.lines import split_lines
from ingest.tables.find import find_tables
from ingest.tables.grid import table_of_grid
from ingest.tables.rows import table_rows
from ingest.tables.stacked import place
from ingest.tables.values import trailing_heads, trailing_values
from ingest.tables.words import number_of, unit_in


def tables(text: str) -> list[Table]:
    return find_tables(text, split_lines(text), [])


def values(table: Table) -> dict[tuple[str, str], float | None]:
    return {(cell.row_label, cell.column_head): cell.value for cell in table.cells if cell.column}


def grid(rows: list[list[str]]) -> RawTable:
    cells, at = [], 0
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            cells.append(RawCell(r, c, text, at, at + len(text)))
            at += len(text) + 1
    return RawTable(0, at, tuple(cells))


def test_grid_gets_heads_labels_and_unit() -> None:
    table = table_of_grid(grid([["Opgave (1.000 kr., 2026 p/l)", "2026", "I alt"], ["Drift", "1.200", "1.200"]]))
    assert table is not None
    assert table.unit == "1.000 kr., 2026 p/l"
    assert values(table) == {("Drift", "2026"): 1200.0, ("Drift", "I alt"): 1200.0}
    assert table.sums_ok is True


def test_wrong_total_is_marked() -> None:
    table = table_of_grid(grid([["Opgave", "2026", "2027", "I alt"], ["Drift", "10", "20", "35"]]))
    assert table is not None
    assert table.sums_ok is False
    assert "Drift" in table.note
    assert table.confidence < 0.7


def test_section_row_is_not_counted_twice_in_the_total() -> None:
    rows = [["Post", "2026", "2027"], ["1. Havn", "30", "50"], ["Løn", "10", "20"], ["Leje", "20", "30"]]
    table = table_of_grid(grid([*rows, ["2. Park", "5", "5"], ["I alt", "35", "55"]]))
    assert table is not None
    assert table.sums_ok is True


def test_table_without_totals_has_nothing_to_check() -> None:
    table = table_of_grid(grid([["Navn", "Stilling"], ["Første Deltager", "Konsulent"]]))
    assert table is not None
    assert table.sums_ok is None


def test_rows_on_one_line_under_years() -> None:
    text = (
        "Tabel 1 – Udgifter (1.000 kr.)\n\nOpgave 2026 2027 I alt\n"
        "Drift af havnen 300 200 500\nUdgifter i alt 300 200 500\n"
    )
    (table,) = tables(text)
    assert table.unit == "1.000 kr."
    assert values(table)["Drift af havnen", "I alt"] == 300 + 200
    assert table.sums_ok is True


def test_label_before_and_last_value_after_its_row() -> None:
    text = "Opgave | Type | 2026 2027\n\nI alt\n\n2 haller i | Udgift 210 -\nnord\n\n210\n\nI alt 210 -\n\n210\n"
    (table,) = tables(text)
    assert table.columns == ("", "Indtægt/udgift", "2026", "2027", "I alt")
    assert [c.value for c in table.cells if c.row == 0 and c.column > 1] == [210, None, 210]
    assert table.sums_ok is True


def test_codes_between_label_and_sums_are_columns_of_their_own() -> None:
    text = "Opgave Udvalg Bevilling 2026 2027 I alt\nNy kajplads Service TEU 12.34 U 300 200 500\nI alt 300 200 500\n"
    (table,) = tables(text)
    assert table.columns[1:5] == ("Styringsområde", "Udvalg", "Bevilling", "Indtægt/udgift")
    first = {cell.column_head: cell for cell in table.cells if cell.row == 0}
    assert [first[head].text for head in table.columns[1:5]] == ["Service", "TEU", "12.34", "U"]
    assert all(text[c.span.start : c.span.end] == c.text for c in first.values() if c.column)
    assert first["I alt"].row_label == "Ny kajplads"


def test_an_abbreviation_alone_stays_in_its_label() -> None:
    (table,) = tables("Opgave 2026 2027 I alt\nTilskud til RTK 300 200 500\nI alt 300 200 500\n")
    assert table.cells[0].row_label == "Tilskud til RTK"


def test_stacked_columns_are_placed_by_their_sums() -> None:
    # columns 2026, 2027 and the total; "Ombygning" is empty in 2027; the first row is the sum of the others
    numbers = [150.0, 100, 50, 100, 100, 250, 200, 50]
    found = place(numbers, 3, 3, total=True)
    assert found is not None
    rows, sure = found
    assert [[None if i is None else numbers[i] for i in row] for row in rows] == [
        [150, 100, 250],
        [100, 100, 200],
        [50, None, 50],
    ]
    assert sure > 0.9


def test_stacked_numbers_that_never_add_up_are_not_placed() -> None:
    assert place([1.0, 2, 3, 4, 5, 6, 7], 3, 3, total=True) is None


def test_unplaceable_table_says_so_and_stays_text() -> None:
    text = "Tabel 1 – Udgifter\n\nOpgave 2026 2027 I alt\n\nHavn\nPark\nSkov\n\n10\n20\n\n30\n\n40\n50\n\n60\n\n70\n"
    (table,) = tables(text)
    assert table.cells == ()
    assert table.confidence < 0.5
    assert "står som tekst" in table.note


def test_lines_with_tabs_are_a_table_and_a_lone_label_heads_rows() -> None:
    text = "Navn\tStilling\nFørste Deltager\tKonsulent\nAfbud:\t\nAnden Deltager\tChef\n"
    (table,) = tables(text)
    assert table.columns == ("Navn", "Stilling")
    assert [c.text for c in table.cells if c.column == 1] == ["Konsulent", "", "Chef"]


def test_markdown_table() -> None:
    (table,) = tables("| Post | 2026 |\n|---|---:|\n| Løn | 1.200 |\n| Drift | 300 |\n")
    assert values(table) == {("Løn", "2026"): 1200.0, ("Drift", "2026"): 300.0}


def test_years_in_running_text_are_no_table() -> None:
    assert (
        tables("Pengene gives i perioden fra 2026 og til og med udgangen af 2027 2028\nDer er 3 årsværk i 2026.\n")
        == []
    )


def test_cell_spans_hold_the_cells_own_text() -> None:
    text = "Opgave 2026 2027 I alt\nDrift af havnen 300 200 500\nTilsyn 10 20 30\n"
    (table,) = tables(text)
    assert all(text[c.span.start : c.span.end] == c.text for c in table.cells if c.column and c.text)


def test_values_and_heads_at_the_end_of_a_line() -> None:
    words, tokens = trailing_values("3. Vejledning Service 300 -1.200 0 2,5", 0)
    assert words == "3. Vejledning Service"
    assert [t.value for t in tokens] == [300, -1200, 0, 2.5]
    assert [h.text for h in trailing_heads("Udvalg 2026 2027 I alt", 0)[1]] == ["2026", "2027", "I alt"]


def test_numbers_and_units_as_written() -> None:
    assert number_of("(1.200)") == -1200
    assert number_of("12,5 %") == 12.5
    assert number_of("1 200 kr.") == 1200
    assert number_of("-") is None
    assert unit_in("(1.000 kr. – 2026 p/l)") == "1.000 kr. – 2026 p/l"
    assert unit_in("Beløb i mio. kr.") == "i mio. kr."


def test_heads_a_line_each_and_rows_a_line_each() -> None:
    rows = ["Projekt", "B2024", "BO2025", "I alt", "Ny hal", "10,5", "4,0", "14,5", "I alt", "10,5", "4,0", "14,5"]
    text = "Tabel 2. Udgifter i mio. kr.\n\n" + "\n".join(rows)
    (table,) = tables(text)
    assert table.columns == ("", "B2024", "BO2025", "I alt")
    assert values(table)["Ny hal", "BO2025"] == 4.0
    assert table.sums_ok is True


def test_label_broken_over_two_lines() -> None:
    (table,) = tables("Udvalg 2025 2026 I alt\nSocialudvalget 12,5 13,0 25,5\nTeknik- og\nMiljøudvalget 4,0 4,0 8,0\n")
    assert values(table)["Teknik- og Miljøudvalget", "2026"] == 4.0


def test_lone_label_heads_its_rows_until_the_total() -> None:
    text = (
        "Tabel 4. Udgifter (1.000 kr.)\n2025 2026\nService\n- Løn 1.200 1.200\n- Drift 300 300\n"
        "Service i alt 1.500 1.500\nAnlæg 0 2.500\nSamlede udgifter 1.500 4.000\n"
    )
    (table,) = tables(text)
    rows = [row.text for row in table_rows(table)]
    assert rows[0] == "Service – Løn – 2025: 1.200; 2026: 1.200 (1.000 kr.)"
    assert rows[3] == "Anlæg – 2025: 0; 2026: 2.500 (1.000 kr.)"
    assert table.sums_ok is True  # 1.500 + 2.500 = 4.000, the subtotal counted once


def test_percentages_are_not_added_up() -> None:
    rows = [["Post", "2026", "Afvigelse i %"], ["Havn", "10", "1,0"], ["Park", "20", "2,0"], ["I alt", "30", "1,7"]]
    table = table_of_grid(grid(rows))
    assert table is not None
    assert table.sums_ok is True


def test_table_of_contents_is_no_table() -> None:
    rows = [["Ny bro over åen ........................", "3"], ["Valg af revisor ....................", "5"]]
    assert table_of_grid(grid(rows)) is None
    assert table_of_grid(grid([["Indhold", "Side"], ["Ny bro", "3"], ["Revisor", "5"], ["Vej", "9"]])) is None


def test_columns_that_borders_split_are_one_and_a_lone_cell_is_the_title() -> None:
    rows = [
        ["", "Sager i 2031", "", "", "", ""],
        ["", "Sag", "", "", "Afdeling", "Afgjort"],
        ["Renovering af badeanstalten", "", "Teknik", "", "", "Vedtaget 3. juni"],
        ["Ny kajplads", "", "Havn", "", "", "Udsat"],
        ["", "Sager i 2030", "", "", "", ""],
        ["", "Sag", "", "", "Afdeling", "Sendt"],
        ["Salg af færge", "", "Havn", "", "", "9. maj"],
    ]
    table = table_of_grid(grid(rows))
    assert table is not None
    assert table.columns == ("Sag", "Afdeling", "Afgjort")
    assert table.caption == "Sager i 2031"
    told = {cell.row_label: (cell.column_head, cell.text) for cell in table.cells if cell.column == 2}
    assert told["Ny kajplads"] == ("Afgjort", "Udsat")
    assert told["Salg af færge"] == ("Sendt", "9. maj")


def test_a_table_cut_by_a_page_keeps_its_heads() -> None:
    table = table_of_grid(grid([["Drift af havnen", "300", "200"], ["Kajplads", "50", "60"]]), (), ("Post", "A", "B"))
    assert table is not None
    assert table.columns == ("Post", "A", "B")
    assert [cell.value for cell in table.cells if cell.column == 1] == [300, 50]


def test_the_rest_of_a_table_from_the_page_before_keeps_its_first_row() -> None:
    table = table_of_grid(grid([["Bådehus", "500.000 kr."], ["Mole", "70.000 kr."], ["Kran", "30.000 kr."]]))
    assert table is not None
    assert [c.row_label for c in table.cells if c.value == 500000.0] == ["Bådehus"]


def test_a_column_of_sums_makes_a_table_of_what_has_long_cells() -> None:
    prose = "ord " * 90
    assert places_text([[prose, "mere tekst"], ["kort", "tekst"]])
    assert not places_text(
        [["Indsats", "Beløb"], [prose, "500.000 kr."], ["Mole", "70.000 kr."], ["Kran", "3.000 kr."]]
    )
