"""How a row of a table and a clause that begins with "at" stand in an answer."""

from __future__ import annotations

import pytest

from answer.citations import checked
from answer.compose import table_cells
from answer.compose.common import quoted
from answer.compose.table_rows import Row
from answer.draft import Draft
from answer.table_line import fields_text, row_text
from core.schema import Cell, Document, Kind, Span, Table
from tests.answer.fakes import make_document

_ROW = "Badebroen\tTeknik og Vej\t1. maj 2031"


def table(row: str) -> Document:
    text = f"Plan\n\nOpgave\tHvem\tHvad\n{row}"
    cells, at = [], text.index(row)
    for column, (head, held) in enumerate(zip(("Opgave", "Hvem", "Hvad"), row.split("\t"), strict=True)):
        cells.append(Cell(0, column, row.split("\t")[0], head, held, None, Span(at, at + len(held))))
        at += len(held) + 1
    whole = Table("", Span(6, len(text)), "", ("Opgave", "Hvem", "Hvad"), tuple(cells))
    made = make_document("plan.txt", text, Kind.ACTION_PLAN)
    return Document(made.id, made.name, made.title, made.kind, None, text, text, blocks=made.blocks, tables=(whole,))


def row_span(document: Document, row: str) -> Span:
    return Span(document.cleaned.index(row), document.cleaned.index(row) + len(row))


def test_the_cells_of_a_row_are_parted() -> None:
    document = table(_ROW)
    assert row_text(document, row_span(document, _ROW)) == "Badebroen; Teknik og Vej; 1. maj 2031"
    headed = row_text(document, row_span(document, _ROW), heads=True)
    assert headed == "Badebroen – Hvem: Teknik og Vej; Hvad: 1. maj 2031"


def test_a_stretch_that_is_more_or_less_than_a_row_is_no_row() -> None:
    document = table(_ROW)
    assert row_text(document, row_span(document, "Badebroen")) == ""
    assert row_text(document, Span(0, len(document.cleaned))) == ""


def test_a_row_is_shown_parted_and_cited_whole() -> None:
    document = table(_ROW)
    shown = checked(Draft((quoted(document, row_span(document, _ROW)),)))
    assert shown.text == "Badebroen; Teknik og Vej; 1. maj 2031 [1]."
    assert shown.citations[0].quote == "Badebroen Teknik og Vej 1. maj 2031"


def test_neither_a_unit_nor_a_total_is_told_twice() -> None:
    span = Span(6, 9)
    cell = Cell(0, 1, "I alt", "I alt", "700", 700.0, span)
    document = make_document("plan.txt", "Plan\n\n700", Kind.ACTION_PLAN)
    row = Row(document, Table("", span, "kr.", ("", "I alt"), (cell,)), "I alt", (cell,))
    assert table_cells.cell(row, cell).text == "I alt: 700 kr."


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        ("at broen males hvert år", "Broen males hvert år [1]."),
        ("og at broen males hvert år", "Broen males hvert år [1]."),
        ("at male broen hvert år", "At male broen hvert år [1]."),
        ("at broen ikke males i år", "At broen ikke males i år [1]."),
    ],
)
def test_a_clause_begins_as_a_sentence_does(clause: str, said: str) -> None:
    document = make_document("plan.txt", f"Plan\n\n{clause}", Kind.ACTION_PLAN)
    shown = checked(Draft((quoted(document, Span(6, 6 + len(clause))),)))
    assert shown.text == said
    assert shown.citations[0].quote in clause


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ansvar: Havnen.\nPris i alt: 3 kr.\nTidsplan: Fra 2031",
            "Ansvar: Havnen; Pris i alt: 3 kr.; Tidsplan: Fra 2031",
        ),
        ("Ansvarlig: Havnefogeden\ni samråd med lodsen", ""),
        ("Molen er lang, se\nBilag: Kort over havnen", ""),
    ],
)
def test_lines_of_fields_are_parted(text: str, told: str) -> None:
    document = make_document("plan.txt", text, Kind.ACTION_PLAN)
    assert fields_text(document, Span(0, len(text))) == told
    if told:
        assert quoted(document, Span(0, len(text))).text == told
