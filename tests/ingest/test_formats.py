"""Every format the reader knows, from files made in the test."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as new_docx
from docx.oxml import parse_xml
from odf.opendocument import OpenDocumentText
from odf.text import H, List, ListItem, P
from openpyxl import Workbook

from core.alignment import apply_changes
from core.schema import BlockKind, Document, Kind
from core.settings import Settings
from ingest import read_document
from ingest.decode import decode_text
from ingest.structure.furniture import furniture
from ingest.structure.lines import split_lines

SENTENCE = "Anlægsudvalget fører tilsyn med løbestierne på øen."


def read(path: Path, data: bytes) -> Document:
    path.write_bytes(data)
    document = read_document(path, Settings())
    assert apply_changes(document.received, document.changes) == document.cleaned
    return document


def texts(document: Document, kind: BlockKind) -> list[str]:
    return [document.cleaned[b.start : b.end] for b in document.blocks if b.kind is kind]


@pytest.mark.parametrize(
    "data",
    [
        SENTENCE.encode("utf-8"),
        SENTENCE.encode("utf-8-sig"),
        SENTENCE.encode("utf-16"),
        SENTENCE.encode("utf-16-le"),
        SENTENCE.encode("utf-16-be"),
        SENTENCE.encode("cp1252"),
        SENTENCE.encode("latin-1"),
    ],
)
def test_text_in_every_usual_encoding(data: bytes) -> None:
    assert decode_text(data) == SENTENCE


def test_text_file_is_received_as_it_is(tmp_path: Path) -> None:
    text = "Overskrift\n\n  Indrykket linje her.\n\fNæste side.\n"
    document = read(tmp_path / "a.txt", text.encode())
    assert document.received == text
    assert not document.paged()
    assert document.pages[0].number is None


def test_markdown_headings_lists_and_table(tmp_path: Path) -> None:
    text = "# Notat om stier\n\n## Baggrund\n\nStierne er slidte.\n\n- ny belægning\n- nye skilte\n"
    document = read(tmp_path / "a.md", text.encode())
    assert document.title == "Notat om stier"
    assert document.kind is Kind.MEMO
    assert document.blocks[-1].section == ("Baggrund",)
    assert texts(document, BlockKind.LIST_ITEM) == ["- ny belægning", "- nye skilte"]


def test_word_headings_lists_tables_in_order(tmp_path: Path) -> None:
    word = new_docx()
    word.add_heading("Referat af møde i Anlægsudvalget", 0)
    word.add_heading("Beslutning", 1)
    word.add_paragraph(SENTENCE)
    word.add_paragraph("første punkt", style="List Bullet")
    table = word.add_table(2, 2)
    for cell, text in zip(table._cells, ["Post", "2026", "Løn", "1.200"], strict=True):
        cell.text = text
    word.add_paragraph("Efter tabellen står dette.")
    out = BytesIO()
    word.save(out)
    document = read(tmp_path / "a.docx", out.getvalue())
    assert [b.kind.value for b in document.blocks] == [
        "heading", "heading", "paragraph", "list_item", "table", "paragraph",
    ]  # fmt: skip
    assert document.title == "Referat af møde i Anlægsudvalget"
    assert document.blocks[2].section == ("Beslutning",)
    assert document.tables[0].cells[1].value == 1200
    assert document.tables[0].cells[1].row_label == "Løn"


def test_open_document_text(tmp_path: Path) -> None:
    odt = OpenDocumentText()
    odt.text.addElement(H(outlinelevel=1, text="Notat om stier"))
    odt.text.addElement(P(text=SENTENCE))
    points, point = List(), ListItem()
    point.addElement(P(text="et punkt"))
    points.addElement(point)
    odt.text.addElement(points)
    out = BytesIO()
    odt.write(out)
    document = read(tmp_path / "a.odt", out.getvalue())
    assert document.title == "Notat om stier"
    assert SENTENCE in texts(document, BlockKind.PARAGRAPH)
    assert texts(document, BlockKind.LIST_ITEM) == ["- et punkt"]


def test_html_without_scripts_and_with_table(tmp_path: Path) -> None:
    page = (
        f"<html><head><title>Notat</title><script>ondt()</script></head><body><h1>Notat om stier</h1><p>{SENTENCE}</p>"
        "<ol><li>et</li><li>to</li></ol><table><tr><th>Post</th><th>2026</th></tr><tr><td>Løn</td><td>1.200</td></tr>"
        "</table><style>p {}</style></body></html>"
    )
    document = read(tmp_path / "a.html", page.encode())
    assert "ondt" not in document.received
    assert texts(document, BlockKind.LIST_ITEM) == ["1. et", "2. to"]
    assert document.tables[0].columns == ("Post", "2026")


def test_html_in_a_declared_encoding(tmp_path: Path) -> None:
    page = f'<meta charset="iso-8859-1"><p>{SENTENCE}</p>'
    assert SENTENCE in read(tmp_path / "a.html", page.encode("latin-1")).received


def test_excel_sheet_with_sums(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "Budget"
    for row in (
        ["Beløb i 1.000 kr."],
        ["Post", 2026, 2027, "I alt"],
        ["Løn", 1200, 1300, 2500],
        ["Leje", 10.5, 0, 10.5],
    ):
        sheet.append(row)
    hidden = book.create_sheet("Kladde")
    hidden.append(["skjult"])
    hidden.sheet_state = "hidden"
    out = BytesIO()
    book.save(out)
    document = read(tmp_path / "a.xlsx", out.getvalue())
    (table,) = document.tables
    assert table.columns == ("Post", "2026", "2027", "I alt")
    assert [c.value for c in table.cells if c.row == 0] == [None, 1200, 1300, 2500]
    assert table.sums_ok is True
    assert table.unit == "i 1.000 kr."
    assert "skjult" not in document.received
    assert any("Kladde" in warning for warning in document.warnings)


def test_email_names_its_attachments(tmp_path: Path) -> None:
    mail = (
        "From: a@eksempel.dk\nTo: b@eksempel.dk\nSubject: Stierne i 2026\nDate: Fri, 3 May 2024 10:00:00 +0200\n"
        'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n'
        f"--x\nContent-Type: text/plain; charset=utf-8\n\n{SENTENCE}\n"
        "--x\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=bilag.pdf\n\nxx\n--x--\n"
    )
    document = read(tmp_path / "a.eml", mail.encode())
    assert document.title == "Stierne i 2026"
    assert str(document.date) == "2024-05-03"
    assert any("bilag.pdf" in warning for warning in document.warnings)


def test_running_heads_and_page_numbers_are_furniture() -> None:
    words = ["Første punkt handler om havnen.", "Så følger stierne.", "Til sidst nævnes porten."]
    pages = [
        "\n\n".join(["Eksempelby Kommune", *(f"{text} Nr. {letter}." for text in words), f"Side {n} af 3"])
        for n, letter in enumerate("abc", 1)
    ]
    lines = split_lines("\f".join(pages))
    assert [lines[i].text for i in sorted(furniture(lines))] == [
        "Eksempelby Kommune", "Side 1 af 3", "Eksempelby Kommune", "Side 2 af 3", "Eksempelby Kommune", "Side 3 af 3",
    ]  # fmt: skip


def test_word_text_box_and_header_are_read_once(tmp_path: Path) -> None:
    word = new_docx()
    word.sections[0].header.paragraphs[0].text = "Sagsnr. 2026-0012345"
    paragraph = word.add_paragraph(SENTENCE)
    box = (
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>'
        "<mc:Choice><w:txbxContent><w:p><w:r><w:t>Havnekontoret</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>Havnekontoret</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    paragraph._p.append(parse_xml(box))
    out = BytesIO()
    word.save(out)
    document = read(tmp_path / "a.docx", out.getvalue())
    assert document.received.count("Havnekontoret") == 1
    assert SENTENCE in document.received
    assert [m.value for m in document.meta if m.name == "case_number"] == ["2026-0012345"]


def test_a_table_that_only_places_text_is_read_as_text(tmp_path: Path) -> None:
    prose = " ".join([SENTENCE] * 12)
    html = f"""<h1>Referat af møde</h1>
    <table><tr><th>Punkt</th><th>Titel</th></tr><tr><td>1</td><td><button><h2>Ny bro</h2></button>
    <h3>Beslutning</h3><p>Udvalget godkendte sagen.</p><p>{prose}</p></td></tr></table>"""
    page = read(tmp_path / "a.html", html.encode())
    assert page.tables == ()
    assert {"Ny bro", "Beslutning"} <= set(texts(page, BlockKind.HEADING))
    told = next(b for b in page.blocks if page.cleaned[b.start : b.end] == "Udvalget godkendte sagen.")
    assert told.section == ("Ny bro", "Beslutning")

    word = new_docx()
    table = word.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Sagsfremstilling"
    table.cell(0, 1).text = "Udvalget godkendte sagen."
    table.cell(0, 1).add_paragraph(prose)
    held = BytesIO()
    word.save(held)
    paper = read(tmp_path / "a.docx", held.getvalue())
    assert paper.tables == ()
    assert "Udvalget godkendte sagen." in texts(paper, BlockKind.PARAGRAPH)
