"""Pages read from their image: tables by word boxes, headings by type size. No engine is run here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from core.errors import DamagedFile
from core.schema import Document, TextSource, WordBox
from core.settings import Settings
from ingest import ocr, read_document
from ingest.boxes import tables_by_boxes
from ingest.ocr import OcrPage
from ingest.typesize import larger_lines

WIDTH, HEIGHT = 595.0, 842.0


def page(
    lines: list[list[tuple[float, str]]], size: float = 12.0, larger: tuple[int, ...] = ()
) -> tuple[str, list[WordBox]]:
    """Text and boxes of lines of (left edge in points, words) 20 points apart, as an OCR engine gives them."""
    parts: list[str] = []
    boxes: list[WordBox] = []
    at = 0
    for number, line in enumerate(lines):
        high = size * (1.6 if number in larger else 1.0)
        top = 100 + 20 * number
        for left, words in line:
            x = left
            for word in words.split():
                wide = 0.5 * size * len(word)
                box = (x / WIDTH, top / HEIGHT, (x + wide) / WIDTH, (top + high) / HEIGHT)
                boxes.append(WordBox(at, at + len(word), *box, 0.9))
                parts.append(word + " ")
                at += len(word) + 1
                x += wide + 0.3 * size
        parts[-1] = parts[-1][:-1] + "\n"
    return "".join(parts), boxes


BODY = [[(50.0, "Holdet passer havnen, og det bliver ved med det i de næste år.")]] * 6


def test_table_below_a_caption_is_rebuilt() -> None:
    rows = [
        [(50.0, a), (250.0, b), (400.0, c)]
        for a, b, c in [("Opgave", "Hvem", "2026"), ("Drift", "HAF", "300"), ("Tilsyn", "ANF", "40")]
    ]
    text, boxes = page([*BODY, [(50.0, "Tabel 1. Opgaver")], *rows])
    (table,) = tables_by_boxes(text, boxes, WIDTH, HEIGHT)
    assert [[c.text for c in table.cells if c.row == r] for r in range(3)] == [
        ["Opgave", "Hvem", "2026"], ["Drift", "HAF", "300"], ["Tilsyn", "ANF", "40"],
    ]  # fmt: skip
    assert all(text[c.start : c.end] == c.text for c in table.cells)


def test_running_text_below_a_caption_is_no_table() -> None:
    text, boxes = page([[(50.0, "Tabel 1. Opgaver")], *BODY])
    assert tables_by_boxes(text, boxes, WIDTH, HEIGHT) == []


def test_larger_lines_are_headings() -> None:
    text, boxes = page([[(50.0, "Plan for havnen")], *BODY], larger=(0,))
    (hint,) = larger_lines(text, boxes, HEIGHT)
    assert text[hint.start : hint.end] == "Plan for havnen"


def test_page_of_one_size_has_no_headings_by_size() -> None:
    text, boxes = page([[(50.0, "Plan for havnen")], *BODY])
    assert larger_lines(text, boxes, HEIGHT) == []


GOOD = (
    "Havneudvalget drøftede sagen og besluttede, at værkstederne på nordkajen skal passes af ét hold fra næste år.\n"
    "Udvalget ønsker også en oversigt over, hvad det koster at føre tilsyn med bådpladserne, så det kan følges.\n"
) * 2
LOST = str.maketrans({"æ": "e", "ø": "o", "å": "a", "é": "e"})


def layered_pdf(text: str) -> bytes:
    out = BytesIO()
    canvas = Canvas(out)
    for n, line in enumerate(text.splitlines()):
        canvas.setFont("Helvetica", 9)
        canvas.drawString(40, 780 - 14 * n, line)
    canvas.save()
    return out.getvalue()


def read_with(monkeypatch: pytest.MonkeyPatch, path: Path, layer: str, engine: str) -> Document:
    """The document of a pdf with that text layer, on a machine whose engine reads ``engine`` on every page."""

    def read_pages(images: Iterable[object], **_: object) -> Iterator[OcrPage]:
        return (OcrPage(engine, (), 0.9) for _ in images)

    monkeypatch.setattr(ocr, "available", lambda: True)
    monkeypatch.setattr(ocr, "read_pages", read_pages)
    path.write_bytes(layered_pdf(layer))
    return read_document(path, Settings())


def test_layer_without_danish_letters_is_read_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    document = read_with(monkeypatch, tmp_path / "a.pdf", GOOD.translate(LOST), GOOD)
    assert document.pages[0].source is TextSource.OCR
    assert "drøftede" in document.received


def test_layer_stays_where_the_engine_reads_less(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    document = read_with(monkeypatch, tmp_path / "a.pdf", GOOD.translate(LOST), "Havneudvalget drøftede")
    assert document.pages[0].source is TextSource.TEXT_LAYER


def test_danish_layer_is_not_read_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    document = read_with(monkeypatch, tmp_path / "a.pdf", GOOD, "noget helt andet")
    assert document.pages[0].source is TextSource.TEXT_LAYER
    assert "noget helt andet" not in document.received


def test_scan_without_an_engine_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    path = tmp_path / "a.png"
    Image.new("L", (200, 200), 255).save(path)
    with pytest.raises(DamagedFile, match="tesseract med dansk"):
        read_document(path, Settings())
