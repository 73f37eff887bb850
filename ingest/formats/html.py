"""HTML by lxml: headings, paragraphs, lists and tables; scripts, styles and outside content are left out."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree, html

from core.errors import DamagedFile
from ingest.decode import decode_text
from ingest.formats.flow import Flow, places_text
from ingest.raw import RawDocument

_SKIP = {
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "nav", "form", "button", "select",
    "input", "head",
}  # fmt: skip
_BLOCKS = {
    "p", "div", "section", "article", "main", "body", "html", "blockquote", "pre", "address", "header", "footer",
    "aside", "figure", "figcaption", "dl", "dt", "dd", "center", "fieldset", "details", "summary", "hr",
}  # fmt: skip
_LISTS = {"ul", "ol", "menu"}
_HEADING = re.compile(r"h[1-6]$")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)
_MAX_DEPTH = 200


def read_html(data: bytes, name: str) -> RawDocument:
    """The visible text with its structure. Raises DamagedFile where nothing can be parsed."""
    return read_markup(_decode(data, name), name)


def _decode(data: bytes, name: str) -> str:
    declared = _CHARSET.search(data[:2048])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(declared.group(1).decode("ascii"))
        except (UnicodeDecodeError, LookupError):
            pass
    return decode_text(data, name)


def read_markup(text: str, name: str) -> RawDocument:
    """As ``read_html`` for text that is decoded already."""
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    stripped = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        root = html.document_fromstring(stripped, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(f"{name}: html-filen er tom eller kan ikke læses.") from error
    title = root.findtext(".//title") or ""
    flow = Flow()
    _Walker(flow).walk(root, 0)
    return flow.finish("text/html", {"title": " ".join(title.split())})


class _Walker:
    """Collects running text until an element closes the paragraph."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._text: list[str] = []

    def walk(self, node: Any, depth: int) -> None:
        """Write a node and what is in it."""
        tag = node.tag if isinstance(node.tag, str) else ""
        if not tag or _is_skipped(node) or depth > _MAX_DEPTH or node.get("hidden") is not None:
            return
        if tag == "br":
            self._text.append("\n")
        elif tag == "table":
            self._flush()
            self._table(node)
        elif tag in _LISTS:
            self._flush()
            self._list(node, depth)
        elif _HEADING.match(tag):
            self._flush()
            self._flow.heading(inline(node), int(tag[1]))
        elif tag in _BLOCKS:
            self._flush()
            self._children(node, depth)
            self._flush()
        else:
            self._children(node, depth)

    def _children(self, node: Any, depth: int) -> None:
        self._text.append(_squeeze(node.text))
        for child in node:
            self.walk(child, depth + 1)
            self._text.append(_squeeze(child.tail))

    def _flush(self) -> None:
        self._flow.paragraph("".join(self._text))
        self._text.clear()

    def _list(self, node: Any, depth: int) -> None:
        for number, item in enumerate((child for child in node if child.tag == "li"), 1):
            inner = [child for child in item if child.tag in _LISTS or child.tag == "table"]
            mark = f"{number}." if node.tag == "ol" else "-"
            self._flow.item(inline(item, skip=inner), mark)
            for child in inner:
                self.walk(child, depth + 1)

    def _table(self, node: Any) -> None:
        rows = [row for row in node.iter("tr") if next(row.iterancestors("table")) is node]
        grid = [_cells(row) for row in rows[:5000]]
        if grid and max(len(row) for row in grid) > 1 and not _is_frame(node, grid):
            head = bool(rows[0].findall("th")) or rows[0].getparent().tag == "thead"
            self._flow.table(grid, 1 if head else 0)
            return
        for row in rows:
            for cell in row:
                self.walk(cell, 1)
                self._flush()


def _is_skipped(node: Any) -> bool:
    """What is no text of the document; a button that opens a section holds the section's heading."""
    return node.tag in _SKIP and not (node.tag == "button" and _heading_in(node))


def _heading_in(node: Any) -> bool:
    return any(isinstance(part.tag, str) and _HEADING.match(part.tag) for part in node.iter())


def _is_frame(table: Any, grid: list[list[str]]) -> bool:
    """A table that only places running text: cells with headings, or with more words than a cell holds."""
    return _heading_in(table) or places_text(grid)


def _cells(row: Any) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if cell.tag in ("td", "th"):
            cells.append(inline(cell))
            span = cell.get("colspan") or "1"
            cells += [""] * (min(int(span), 100) - 1 if span.isdigit() else 0)
    return cells


def inline(node: Any, skip: list[Any] | None = None) -> str:
    """All text of a node on one line, br as a line break, without the nodes to skip."""
    parts: list[str] = []

    def gather(part: Any, depth: int) -> None:
        if not isinstance(part.tag, str) or _is_skipped(part) or depth > _MAX_DEPTH or part in (skip or ()):
            return
        parts.append("\n" if part.tag == "br" else " " if part.tag in _BLOCKS else "")
        parts.append(_squeeze(part.text))
        for child in part:
            gather(child, depth + 1)
            parts.append(_squeeze(child.tail))

    gather(node, 0)
    return "".join(parts)


def _squeeze(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""
