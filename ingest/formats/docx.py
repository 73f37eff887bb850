"""Word documents by python-docx, paragraphs and tables in their order. Macros and outside links are not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document as open_docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml.etree import XMLSyntaxError

from core.errors import DamagedFile
from ingest.formats.flow import Flow, places_text
from ingest.formats.packages import check_package
from ingest.raw import RawDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_APART = {f"{_W}txbxContent", f"{_W}del", f"{_W}pPr", f"{_W}rPr", f"{_MC}Fallback"}  # boxes, deleted words, settings
_HEADING = re.compile(r"(?:heading|overskrift)\s*(\d)", re.IGNORECASE)
_TITLE = re.compile(r"^(?:title|titel)$", re.IGNORECASE)
_LIST = re.compile(r"list|opstilling|punkt", re.IGNORECASE)
_MAX_DEPTH = 4  # tables inside tables


def read_docx(data: bytes, name: str) -> RawDocument:
    """Headings by style, points by numbering, tables cell by cell, footnotes at the end."""
    warnings = check_package(data, name)
    try:
        document = open_docx(BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, XMLSyntaxError, AttributeError, OSError) as error:
        raise DamagedFile(f"{name}: Word-filen er beskadiget og kan ikke læses.") from error
    flow = Flow()
    for text in _headers(document):
        flow.paragraph(text)
    for item in document.iter_inner_content():
        _item(item, flow)
    for mark, text in _footnotes(document):
        flow.footnote(f"{mark} {text}")
    properties = document.core_properties
    fields = {"title": properties.title or "", "created": str(properties.created or "")}
    media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return flow.finish(media, fields, warnings)


def _frame(table: Table, flow: Flow, depth: int) -> None:
    """A table that only places running text: its cells one after the other."""
    for cell in table._tbl.iter(f"{_W}tc"):
        for item in _Cell(cell, table).iter_inner_content():
            if depth < _MAX_DEPTH:
                _item(item, flow, depth + 1)


def _item(item: Paragraph | Table, flow: Flow, depth: int = 0) -> None:
    if isinstance(item, Table):
        rows = list(_rows(item._tbl))
        if places_text(rows):
            _frame(item, flow, depth)
        elif rows and max(len(row) for row in rows) > 1:
            flow.table(rows)
        else:
            for row in rows:
                flow.paragraph("\n".join(row))
        return
    for box in _boxes(item):
        flow.paragraph(box)
    text = _text(item)
    style = (item.style.name if item.style is not None else "") or ""
    heading = _HEADING.search(style)
    if heading:
        flow.heading(text, max(1, int(heading.group(1))))
    elif _TITLE.match(style):
        flow.heading(text, 1)
    elif _LIST.search(style) or item._p.find(f"{_W}pPr/{_W}numPr") is not None:
        flow.item(text)
    elif text and len(text) < 120 and _all_bold(item) and not text.rstrip().endswith("."):
        flow.heading(text, 7)
    else:
        flow.paragraph(text)


def _text(paragraph: Paragraph) -> str:
    """Text with line breaks, links, inserted words and footnote marks; text boxes stand apart (``_boxes``)."""
    return _words(paragraph._p)


def _words(element: Any) -> str:
    parts: list[str] = []
    for node in element:
        if node.tag in _APART:
            continue
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag in (f"{_W}br", f"{_W}cr"):
            parts.append("\n")
        elif node.tag == f"{_W}tab":
            parts.append("\t")
        elif node.tag == f"{_W}footnoteReference":
            parts.append(node.get(f"{_W}id") or "")
        elif node.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        else:
            parts.append(_words(node))
    return "".join(parts)


def _boxes(paragraph: Paragraph) -> Iterator[str]:
    """The paragraphs of text boxes anchored in a paragraph; their copy for old programs is left out."""
    for box in paragraph._p.iter(f"{_W}txbxContent"):
        if not any(parent.tag == f"{_MC}Fallback" for parent in box.iterancestors()):
            yield "\n".join(_words(inner) for inner in box.iter(f"{_W}p"))


def _headers(document: Any) -> Iterator[str]:
    """Text of the page headers, each once: letterheads and case numbers stand there."""
    seen: set[str] = set()
    for section in document.sections:
        for header in (section.first_page_header, section.header):
            text = "\n".join(_text(paragraph) for paragraph in header.paragraphs)
            text = "\n".join([text, *(box for paragraph in header.paragraphs for box in _boxes(paragraph))]).strip()
            if text and text not in seen:
                seen.add(text)
                yield text


def _all_bold(paragraph: Paragraph) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)


def _rows(table: Any, depth: int = 0) -> Iterator[list[str]]:
    """Cells of each row of a w:tbl element; a merged cell gives its text once, inner tables as text.

    The elements are read directly: python-docx's ``row.cells`` takes time quadratic in the rows."""
    for row in table.iterchildren(f"{_W}tr"):
        cells: list[str] = []
        for cell in row.iterchildren(f"{_W}tc"):
            merged = cell.find(f"{_W}tcPr/{_W}vMerge")
            again = merged is not None and merged.get(f"{_W}val") != "restart"
            cells.append("" if again else _cell(cell, depth))
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            wide = span.get(f"{_W}val") if span is not None else None
            cells += [""] * (min(int(wide), 100) - 1 if wide and wide.isdigit() else 0)
        yield cells


def _cell(cell: Any, depth: int) -> str:
    parts: list[str] = []
    for item in cell:
        if item.tag == f"{_W}p":
            parts.append(_words(item))
        elif item.tag == f"{_W}tbl" and depth < _MAX_DEPTH:
            parts += [" ".join(row) for row in _rows(item, depth + 1)]
    return "\n".join(part for part in parts if part.strip())


def _footnotes(document: Any) -> Iterator[tuple[str, str]]:
    for part in document.part.package.iter_parts():
        if str(part.partname) != "/word/footnotes.xml":
            continue
        from lxml import etree

        root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
        for note in root.iter(f"{_W}footnote"):
            text = "".join(node.text or "" for node in note.iter(f"{_W}t")).strip()
            if text and note.get(f"{_W}type") is None:
                yield note.get(f"{_W}id") or "", text
