"""Pages that need it are read from their image; the rest keep the text the file holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from PIL import Image

from core.errors import InputError
from core.schema import TextSource, WordBox
from core.settings import Settings
from ingest import ocr, worker
from ingest.boxes import tables_by_boxes
from ingest.raw import Hint, RawCell, RawDocument, RawPage, RawTable
from ingest.typesize import larger_lines

DPI = 300  # tesseract is trained on 300 dpi (tessdoc, "Improving the quality of the output")
_ENOUGH_WORDS = 30  # a layer with fewer tells nothing of how it was made
_NONE = "Tekstgenkendelse (tesseract med dansk) er ikke installeret, så siden kan ikke læses."


def recognise(raw: RawDocument, data: bytes, name: str, settings: Settings) -> tuple[RawDocument, dict[int, str]]:
    """The document with OCR text where pages needed it, and Danish problems by page index."""
    wanted = [i for i, page in enumerate(raw.pages) if page.needs_ocr or _poor_layer(raw, page)]
    if not wanted:
        return raw, {}
    empty = [i for i in wanted if not raw.text[raw.pages[i].start : raw.pages[i].end].strip()]
    if not ocr.available():
        return raw, dict.fromkeys(empty, _NONE)
    problems: dict[int, str] = {}
    read: dict[int, ocr.OcrPage] = {}
    images = _images(raw, data, name, wanted, settings, problems)
    pages = ocr.read_pages(images, workers=settings.workers, seconds=settings.ocr_page_seconds)
    for i, page in zip([i for i in wanted], pages, strict=False):
        if page.text.strip() and (i in empty or _better(page.text, raw.text[raw.pages[i].start : raw.pages[i].end])):
            read[i] = page
        elif i in empty:
            problems.setdefault(i, page.problem or "Siden har ingen læsbar tekst.")
    return _with_pages(raw, read), problems


def _poor_layer(raw: RawDocument, page: RawPage) -> bool:
    """A text layer that holds words, but was made without Danish letters or lost them."""
    text = raw.text[page.start : page.end]
    words = page.source is TextSource.TEXT_LAYER and len(text.split()) >= _ENOUGH_WORDS
    return words and ocr.needs_ocr(text)


def _better(read: str, layer: str) -> bool:
    """True where the page read anew holds about as many words as its layer and the Danish letters it lacks."""
    return len(read.split()) >= 0.7 * len(layer.split()) and not ocr.needs_ocr(read)


def _images(
    raw: RawDocument, data: bytes, name: str, wanted: list[int], settings: Settings, problems: dict[int, str]
) -> Iterator[Image.Image]:
    """Page images one at a time; a page that can't be rendered becomes a blank one with a problem."""
    for i in wanted:
        number = raw.pages[i].number or i + 1
        try:
            png = worker.call("render", (data, number, DPI, (), name), name=name, settings=settings)
            yield Image.open(BytesIO(png))
        except InputError as error:
            problems[i] = str(error)
            yield Image.new("L", (200, 200), 255)


def _with_pages(raw: RawDocument, read: dict[int, ocr.OcrPage]) -> RawDocument:
    """The text put together anew with the read pages in place of the old ones."""
    parts: list[str] = []
    pages: list[RawPage] = []
    hints: list[Hint] = []
    tables: list[RawTable] = []
    at = 0
    for i, page in enumerate(raw.pages):
        text = read[i].text if i in read else raw.text[page.start : page.end]
        shift = at - page.start
        if i in read:
            pages.append(_read_page(page, read[i], at))
            larger = larger_lines(text, read[i].words, page.height or 842.0)
            hints += [replace(hint, start=hint.start + at, end=hint.end + at) for hint in larger]
            found = tables_by_boxes(text, read[i].words, page.width or 595.0, page.height or 842.0)
            tables += [_table(table, at) for table in found]
        else:
            words = tuple(_moved(word, shift) for word in page.words) if shift else page.words
            pages.append(replace(page, start=at, end=at + len(text), words=words))
            hints += [replace(h, start=h.start + shift, end=h.end + shift) for h in raw.hints if _inside(h, page)]
            tables += [_table(t, shift) for t in raw.tables if page.start <= t.start < max(page.end, page.start + 1)]
        parts.append(text)
        at += len(text) + 1
    return replace(raw, text="\f".join(parts), pages=tuple(pages), hints=tuple(hints), tables=tuple(tables))


def _inside(hint: Hint, page: RawPage) -> bool:
    return page.start <= hint.start < page.end


def _read_page(page: RawPage, found: ocr.OcrPage, at: int) -> RawPage:
    words = ocr.shifted(found, at)
    return replace(
        page,
        start=at,
        end=at + len(found.text),
        source=TextSource.OCR,
        words=words,
        needs_ocr=False,
        confidence=found.confidence,
    )


def _moved(word: WordBox, shift: int) -> WordBox:
    return replace(word, start=word.start + shift, end=word.end + shift)


def _table(table: RawTable, shift: int) -> RawTable:
    cells: tuple[RawCell, ...] = tuple(
        replace(cell, start=cell.start + shift, end=cell.end + shift) for cell in table.cells
    )
    return replace(table, start=table.start + shift, end=table.end + shift, cells=cells)
