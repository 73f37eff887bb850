"""Digital pdf: reading order, tables, word boxes, page images."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from core.errors import DamagedFile, UnsupportedFile
from core.schema import BlockKind, Document, TextSource
from core.settings import Settings
from ingest import page_image, read_document
from ingest.formats.pdf import read_pdf

BODY = ParagraphStyle("body", parent=getSampleStyleSheet()["BodyText"], fontSize=10, leading=13)
TITLE = getSampleStyleSheet()["Title"]
BUDGET = [
    ["Opgave (1.000 kr.)", "2026", "2027", "I alt"],
    ["Nyt værksted", "1.200", "800", "2.000"],
    ["Drift af havnen", "300", "300", "600"],
    ["Udgifter i alt", "1.500", "1.100", "2.600"],
]


def canvas_pdf(draw: list[tuple[float, float, str]], pages: int = 1) -> bytes:
    """Words drawn at places (points from the lower left), in the order given."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for _ in range(pages):
        for x, y, text in draw:
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def flow_pdf(parts: list[object]) -> bytes:
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(parts)
    return out.getvalue()


def read(path: Path, data: bytes) -> Document:
    path.write_bytes(data)
    return read_document(path, Settings())


def two_columns() -> list[tuple[float, float, str]]:
    """Two columns written line by line across, as some programs do."""
    left = [f"venstre linje nummer {n} er her" for n in range(12)]
    right = [f"højre linje nummer {n} er her" for n in range(12)]
    lines = []
    for n, (a, b) in enumerate(zip(left, right, strict=True)):
        lines += [(60.0, 700.0 - 14 * n, a), (320.0, 700.0 - 14 * n, b)]
    return lines


def test_columns_written_across_are_read_one_after_the_other() -> None:
    text = read_pdf(canvas_pdf(two_columns()), "a.pdf", 10).text
    assert text.index("venstre linje nummer 11") < text.index("højre linje nummer 0")


def test_title_over_two_columns_comes_first() -> None:
    words = [
        (60.0, 740.0, "En overskrift der går hen over begge spalter på hele siden i det her dokument"),
        *two_columns(),
    ]
    text = read_pdf(canvas_pdf(words), "a.pdf", 10).text
    assert text.startswith("En overskrift")
    assert text.index("venstre linje nummer 11") < text.index("højre linje nummer 0")


@pytest.mark.parametrize(
    "style", [TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)]), None], ids=["ruled", "bare"]
)
def test_table_with_and_without_lines(tmp_path: Path, style: TableStyle | None) -> None:
    data = flow_pdf(
        [Paragraph("Tabel 1. Udgifter", BODY), Table(BUDGET, style=style), Paragraph("Efter tabellen.", BODY)]
    )
    document = read(tmp_path / "a.pdf", data)
    (table,) = document.tables
    assert table.columns[1:] == ("2026", "2027", "I alt")
    assert table.unit == "1.000 kr."
    assert {c.row_label: c.value for c in table.cells if c.column_head == "I alt"} == {
        "Nyt værksted": 2000, "Drift af havnen": 600, "Udgifter i alt": 1500 + 1100,
    }  # fmt: skip
    assert table.sums_ok is True


def test_numbers_stacked_in_one_drawn_row_become_rows(tmp_path: Path) -> None:
    stacked = [["Opgave", "2026", "2027"], ["Havn\nLøn\nLeje", "30\n10\n20", "50\n20\n30"]]
    data = flow_pdf([Table(stacked, style=TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))])
    (table,) = read(tmp_path / "a.pdf", data).tables
    assert {c.row_label: c.value for c in table.cells if c.column_head == "2027"} == {"Havn": 50, "Løn": 20, "Leje": 30}


def test_larger_type_is_a_heading(tmp_path: Path) -> None:
    words = "Værkstederne på havnen passes af ét hold, og det bliver ved med at være sådan i de næste mange år. "
    data = flow_pdf([Paragraph("Aftale om værksteder", TITLE), Paragraph(words * 4, BODY)])
    document = read(tmp_path / "a.pdf", data)
    assert document.title == "Aftale om værksteder"
    assert document.blocks[0].kind is BlockKind.HEADING


def test_word_boxes_hold_their_words(tmp_path: Path) -> None:
    document = read(tmp_path / "a.pdf", canvas_pdf([(72, 720, "Havnen passes af ét hold.")], pages=2))
    assert [page.number for page in document.pages] == [1, 2]
    for page in document.pages:
        assert page.source is TextSource.TEXT_LAYER
        words = [document.received[w.start : w.end] for w in page.words]
        assert words == ["Havnen", "passes", "af", "ét", "hold."]
        assert all(0 <= w.x0 < w.x1 <= 1 and 0 <= w.y0 < w.y1 <= 1 for w in page.words)
        assert page.words[0].y0 == pytest.approx((A4[1] - 720 - 12) / A4[1], abs=0.02)
    assert "\f" in document.received


def test_page_number_of_each_passage(tmp_path: Path) -> None:
    document = read(tmp_path / "a.pdf", canvas_pdf([(72, 720, "Havnen passes af ét hold.")], pages=3))
    assert [p.page for p in document.passages] == [1, 2, 3]


def test_page_image_and_its_limits(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(canvas_pdf([(72, 720, "Havnen.")]))
    image = Image.open(BytesIO(page_image(path.read_bytes(), 1, Settings(), name=path.name, dpi=72)))
    assert image.size == (round(A4[0] + 0.5), round(A4[1] + 0.5))
    with pytest.raises(DamagedFile, match="ingen side 2"):
        page_image(path.read_bytes(), 2, Settings(), name=path.name)
    text = tmp_path / "a.txt"
    text.write_text("Havnen.")
    with pytest.raises(UnsupportedFile):
        page_image(text.read_bytes(), 1, Settings(), name=text.name)


def test_image_page_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.tiff"
    frames = [Image.new("L", (300, 200), 255), Image.new("L", (200, 300), 0)]
    frames[0].save(path, save_all=True, append_images=frames[1:])
    assert Image.open(BytesIO(page_image(path.read_bytes(), 2, Settings(), name=path.name))).size == (200, 300)


@pytest.mark.parametrize(("turn", "corner"), [(0, (0, 0)), (90, (1, 0)), (180, (1, 1)), (270, (0, 1))])
def test_boxes_follow_a_turned_page(turn: int, corner: tuple[int, int]) -> None:
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setPageRotation(turn)
    canvas.drawString(20, A4[1] - 30, "Hjørne")
    canvas.showPage()
    canvas.save()
    (word,) = read_pdf(out.getvalue(), "a.pdf", 5).pages[0].words
    assert abs((word.x0 + word.x1) / 2 - corner[0]) < 0.12
    assert abs((word.y0 + word.y1) / 2 - corner[1]) < 0.12


def test_table_of_words_below_its_caption(tmp_path: Path) -> None:
    rows = [
        ["Funktion", "Forvaltning", "Årsværk"],
        [Paragraph("Leder, som støtter holdet i det daglige og følger op", BODY), "HAF", "1"],
        ["Koordinator", "ANF", "2"],
        ["I alt", "", "3"],
    ]
    table = Table(rows, colWidths=[140, 120, 80])
    data = flow_pdf(
        [Paragraph("Tabel 1. Bemanding", BODY), table, Paragraph("Efter tabellen kommer mere tekst.", BODY)]
    )
    (found,) = read(tmp_path / "a.pdf", data).tables
    assert found.columns == ("Funktion", "Forvaltning", "Årsværk")
    leader = next(c for c in found.cells if c.text == "HAF")
    assert leader.row_label == "Leder, som støtter holdet i det daglige og følger op"


def test_list_of_short_forms_has_no_heads(tmp_path: Path) -> None:
    rows = [["HAU", "Havneudvalget"], ["HAF", "Havneforvaltningen"], ["AGU", "Anlægs- og Grønt Udvalget"]]
    data = flow_pdf([Paragraph("Tabel 2. Forkortelser", BODY), Table(rows, colWidths=[80, 200], hAlign="LEFT")])
    (found,) = read(tmp_path / "a.pdf", data).tables
    assert [(c.row_label, c.text) for c in found.cells if c.column] == [(a, b) for a, b in rows]


def test_running_head_drawn_last_comes_first_and_the_table_stays_under_its_caption(tmp_path: Path) -> None:
    out = BytesIO()

    class Late(SimpleDocTemplate):
        def afterPage(self) -> None:
            self.canv.drawString(60, A4[1] - 25, "Eksempelby Kommune")
            self.canv.drawString(400, A4[1] - 25, "Notat")

    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
    parts = [
        Paragraph("Tabel 1. Udgifter", BODY),
        Table(BUDGET, style=style),
        Paragraph("Efter tabellen står dette.", BODY),
    ]
    Late(out, pagesize=A4).build(parts)
    text = read(tmp_path / "a.pdf", out.getvalue()).received
    order = ["Eksempelby Kommune", "Tabel 1. Udgifter", "Nyt værksted", "Efter tabellen"]
    assert sorted(order, key=text.index) == order
