"""Digital pdf by pypdfium2: characters with boxes, put in reading order by ``ingest.formats.layout``."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from core.errors import DamagedFile, RefusedFile
from core.schema import TextSource, WordBox
from ingest.formats.frame import Frame
from ingest.formats.layout import PlacedWord, lay_out
from ingest.raw import Hint, RawDocument, RawPage, RawTable, TextBuilder

_MAX_CHARS = 60_000  # characters read of one page
_MAX_RULES = 2000  # more strokes than this are a drawing, not a table
_FEW_CHARS = 12  # fewer visible characters than this on a page with a picture: the page is a scan


def open_pdf(data: bytes, name: str) -> pdfium.PdfDocument:
    """The opened file. Raises DamagedFile for an encrypted or broken one."""
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise DamagedFile(
                f"{name}: pdf-filen er låst med adgangskode.", remedy="Gem den uden adgangskode og prøv igen."
            ) from error
        raise DamagedFile(f"{name}: pdf-filen er beskadiget eller afkortet og kan ikke læses.") from error
    if count == 0:
        raise DamagedFile(f"{name}: pdf-filen har ingen sider.")
    return document


def read_pdf(data: bytes, name: str, max_pages: int) -> RawDocument:
    """Text, word boxes, tables and font sizes of every page; pages without text ask for OCR."""
    document = open_pdf(data, name)
    try:
        if len(document) > max_pages:
            raise RefusedFile(f"{name}: {len(document)} sider er flere end grænsen på {max_pages}.")
        return _read(document, data, name)
    finally:
        document.close()


def _read(document: pdfium.PdfDocument, data: bytes, name: str) -> RawDocument:
    builder = TextBuilder()
    pages: list[RawPage] = []
    hints: list[Hint] = []
    tables: list[RawTable] = []
    broken: list[int] = []
    for number in range(1, len(document) + 1):
        if number > 1:
            builder.add("\f")
        try:
            page = document[number - 1]
            pages.append(_read_page(page, number, builder, hints, tables))
            page.close()
        except pdfium.PdfiumError:
            broken.append(number)
            pages.append(RawPage(number, builder.length, builder.length, TextSource.TEXT_LAYER))
    if len(broken) == len(pages):
        raise DamagedFile(f"{name}: ingen af pdf-filens sider kan læses.")
    warnings = tuple(f"Side {number} er beskadiget og kunne ikke læses." for number in broken)
    fields = {key: value for key, value in document.get_metadata_dict(skip_empty=True).items()}
    return RawDocument(builder.text(), "application/pdf", tuple(pages), tuple(hints), tuple(tables), fields, warnings)


def _read_page(
    page: pdfium.PdfPage, number: int, builder: TextBuilder, hints: list[Hint], tables: list[RawTable]
) -> RawPage:
    width, height = page.get_size()
    frame = Frame.of(page)
    chars = list(frame.chars(page, _MAX_CHARS))
    rules = frame.rules(page, _MAX_RULES) if chars else []
    laid = lay_out(chars, frame.width, frame.height, rules)
    start = builder.length
    words = _emit(laid.words, builder, frame)
    hints += [Hint(h.kind, h.start + start, h.end + start, h.level, h.size) for h in laid.hints]
    tables += [_moved(table, start) for table in laid.tables]
    scan = sum(len(word.text) for word in laid.words) < _FEW_CHARS and _has_picture(page)
    return RawPage(number, start, builder.length, TextSource.TEXT_LAYER, width, height, words, scan)


def _emit(placed: list[PlacedWord], builder: TextBuilder, frame: Frame) -> tuple[WordBox, ...]:
    boxes: list[WordBox] = []
    for word in placed:
        start, end = builder.add(word.text)
        builder.add(word.gap)
        boxes.append(WordBox(start, end, *frame.shares(word.x0, word.y0, word.x1, word.y1)))
    return tuple(boxes)


def _moved(table: RawTable, shift: int) -> RawTable:
    cells = tuple(replace(cell, start=cell.start + shift, end=cell.end + shift) for cell in table.cells)
    return replace(table, start=table.start + shift, end=table.end + shift, cells=cells)


def _has_picture(page: pdfium.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=4))
