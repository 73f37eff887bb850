"""Digital pdf by pypdfium2: characters with boxes, put in reading order by ``ingest.formats.layout``."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from core.errors import DamagedFile, RefusedFile
from core.schema import TextSource, WordBox
from ingest.formats.layout import Char, PlacedWord, lay_out
from ingest.raw import Hint, RawDocument, RawPage, RawTable, TextBuilder

_SOFT_HYPHENS = {2, 0xAD, 0xFFFE}  # how pdfium gives a hyphen at the end of a line
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
    chars = list(_chars(page, height))
    laid = lay_out(chars, width, height, _rules(page, height) if chars else [])
    start = builder.length
    words = _emit(laid.words, builder, width, height)
    shift = start
    hints += [Hint(h.kind, h.start + shift, h.end + shift, h.level, h.size) for h in laid.hints]
    tables += [_moved(table, shift) for table in laid.tables]
    visible = sum(not w.text.isspace() for w in laid.words)
    scan = sum(len(w.text) for w in laid.words) < _FEW_CHARS and (not visible or _has_picture(page))
    return RawPage(
        number,
        start,
        builder.length,
        TextSource.TEXT_LAYER,
        width,
        height,
        words,
        scan and _has_picture(page),
    )


def _moved(table: RawTable, shift: int) -> RawTable:
    cells = tuple(replace(cell, start=cell.start + shift, end=cell.end + shift) for cell in table.cells)
    return replace(table, start=table.start + shift, end=table.end + shift, cells=cells)


def _emit(placed: list[PlacedWord], builder: TextBuilder, width: float, height: float) -> tuple[WordBox, ...]:
    boxes: list[WordBox] = []
    for word in placed:
        start, end = builder.add(word.text)
        builder.add(word.gap)
        boxes.append(
            WordBox(
                start,
                end,
                _share(word.x0, width),
                _share(word.y0, height),
                _share(word.x1, width),
                _share(word.y1, height),
            )
        )
    return tuple(boxes)


def _share(value: float, whole: float) -> float:
    return round(min(1.0, max(0.0, value / whole)), 5) if whole > 0 else 0.0


def _chars(page: pdfium.PdfPage, height: float) -> Iterator[Char]:
    """Characters in the file's own order with font boxes from the top left, in points."""
    text_page = page.get_textpage()
    try:
        raw = text_page.raw
        box = pdfium_c.FS_RECTF()
        reference = ctypes.byref(box)
        left, bottom = _origin(page)
        bold, fresh = False, True
        for i in range(min(pdfium_c.FPDFText_CountChars(raw), _MAX_CHARS)):
            code = pdfium_c.FPDFText_GetUnicode(raw, i)
            if code in (0, 0xFFFF) or not pdfium_c.FPDFText_GetLooseCharBox(raw, i, reference):
                continue
            text = "-" if code in _SOFT_HYPHENS else chr(code) if code < 0x110000 else ""
            if text.isspace():
                fresh = True
            elif fresh:
                bold, fresh = _is_bold(raw, i), False
            yield Char(
                text,
                box.left - left,
                height - (box.top - bottom),
                box.right - left,
                height - (box.bottom - bottom),
                code in _SOFT_HYPHENS,
                bold,
            )
    finally:
        text_page.close()


_FONT = ctypes.create_string_buffer(128)
_FLAGS = ctypes.c_int()


def _is_bold(text_page: ctypes.c_void_p, i: int) -> bool:
    if pdfium_c.FPDFText_GetFontWeight(text_page, i) >= 600:
        return True
    size = pdfium_c.FPDFText_GetFontInfo(text_page, i, _FONT, 128, ctypes.byref(_FLAGS))
    return b"bold" in _FONT.raw[: max(0, min(size, 128))].lower()


def _origin(page: pdfium.PdfPage) -> tuple[float, float]:
    box = page.get_cropbox()
    return box[0], box[1]


def _rules(page: pdfium.PdfPage, height: float) -> list[tuple[float, float, float, float]]:
    """Boxes (x0, y0, x1, y1) of the straight lines drawn on a page, from the top left."""
    left, bottom = _origin(page)
    found: list[tuple[float, float, float, float]] = []
    for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH], max_depth=1):
        for x0, y0, x1, y1 in _strokes(item):
            found.append(
                (
                    min(x0, x1) - left,
                    height - max(y0, y1) + bottom,
                    max(x0, x1) - left,
                    height - min(y0, y1) + bottom,
                )
            )
        if len(found) > _MAX_RULES:
            return []
    return found


def _strokes(item: pdfium.PdfObject) -> Iterator[tuple[float, float, float, float]]:
    """Straight horizontal and vertical strokes of one path, in page coordinates."""
    matrix = item.get_matrix()
    last: tuple[float, float] | None = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(min(pdfium_c.FPDFPath_CountSegments(item), 200)):
        segment = pdfium_c.FPDFPath_GetPathSegment(item, i)
        if not pdfium_c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            continue
        point = matrix.on_point(x.value, y.value)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        straight = last and (abs(last[0] - point[0]) < 1 or abs(last[1] - point[1]) < 1)
        if kind == pdfium_c.FPDF_SEGMENT_LINETO and last and straight:
            yield (*last, *point)
        last = point


def _has_picture(page: pdfium.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=4))
