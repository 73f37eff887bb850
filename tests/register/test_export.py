import csv
import io
from pathlib import Path

from openpyxl import load_workbook

from core.schema import Change, Document, Kind
from register.extract import extract
from register.library.export import COLUMNS, objects, to_csv, to_xlsx
from tests.register.papers import paper

TEXT = "Indledning.\nHavnebade flyttes fra Teknikudvalget til Fritidsudvalget den 1. marts 2026."


def items(document: Document) -> list[dict[str, object]]:
    return objects(extract(document).responsibilities, {document.id: document})


def test_objects_have_the_agreed_fields() -> None:
    (item,) = items(paper(TEXT))
    assert item["task"] == "Havnebade"
    assert (item["from"], item["to"]) == ("Teknikudvalget", "Fritidsudvalget")
    assert (item["effective_from"], item["effective_basis"]) == ("2026-03-01", "explicit")
    assert item["citation"]["locator"]["lines"] == [2, 2]  # type: ignore[index]


def test_the_citation_is_verbatim_in_the_received_text() -> None:
    received = TEXT.replace("marts", "rnarts")
    at = received.index("rnarts")
    document = Document(
        "x", "x", "x", Kind.MEMO, None, received, TEXT, changes=(Change(at, at + 6, "rnarts", "marts"),)
    )
    (item,) = items(document)
    assert item["citation"]["source_quote"] in received  # type: ignore[index]
    assert "rnarts" in item["citation"]["source_quote"]  # type: ignore[index]
    assert "1. marts" in item["citation"]["quote"]  # type: ignore[index]


def test_csv_reads_back() -> None:
    (head, line) = csv.reader(io.StringIO(to_csv(items(paper(TEXT)))), delimiter=";")
    assert head == [name for name, _ in COLUMNS]
    assert line[head.index("Til")] == "Fritidsudvalget"
    assert line[head.index("Sted")] == "linje 2-2"
    assert (line[head.index("Grundlag")], line[head.index("Status")]) == ("datoen står i teksten", "Besluttet")


def test_no_cell_starts_a_formula() -> None:
    (item,) = items(paper(TEXT))
    item["task"] = "=HYPERLINK(1)"
    assert ";'=" in ";" + to_csv([item]).split("\r\n")[1]


def test_the_spreadsheet_reads_back(tmp_path: Path) -> None:
    to_xlsx(items(paper(TEXT)), tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert [cell.value for cell in sheet[1]] == [name for name, _ in COLUMNS]
    assert sheet["A2"].value == "Havnebade"
