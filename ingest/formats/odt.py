"""OpenDocument text: content.xml read by a hardened XML parser, headings, lists and tables in order."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

from lxml import etree

from core.errors import DamagedFile
from ingest.formats.flow import Flow
from ingest.formats.packages import check_package
from ingest.raw import RawDocument

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_SKIP = {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}sequence-decls"}
_MAX_DEPTH = 60


def read_odt(data: bytes, name: str) -> RawDocument:
    """Text and structure. Raises DamagedFile for a broken or locked file."""
    warnings = check_package(data, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            root = etree.fromstring(package.read("content.xml"), parser)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, RuntimeError, OSError) as error:
        raise DamagedFile(f"{name}: OpenDocument-filen er beskadiget eller låst.") from error
    body = root.find(f".//{_OFFICE}text")
    if body is None:
        raise DamagedFile(f"{name}: OpenDocument-filen indeholder ingen tekst.")
    flow = Flow()
    _walk(body, flow, 0)
    return flow.finish("application/vnd.oasis.opendocument.text", {}, warnings)


def _walk(node: Any, flow: Flow, depth: int) -> None:
    for child in node:
        if child.tag in _SKIP or depth > _MAX_DEPTH or not isinstance(child.tag, str):
            continue
        if child.tag == f"{_TEXT}h":
            level = child.get(f"{_TEXT}outline-level") or "1"
            flow.heading(_inline(child), int(level) if level.isdigit() and int(level) > 0 else 1)
        elif child.tag == f"{_TEXT}p":
            flow.paragraph(_inline(child))
        elif child.tag == f"{_TEXT}list":
            _items(child, flow, depth + 1)
        elif child.tag == f"{_TABLE}table":
            flow.table([_cells(row) for row in child.iter(f"{_TABLE}table-row")])
        else:
            _walk(child, flow, depth + 1)


def _items(node: Any, flow: Flow, depth: int) -> None:
    for item in node:
        own = [part for part in item if part.tag in (f"{_TEXT}p", f"{_TEXT}h")]
        flow.item(" ".join(_inline(part) for part in own))
        for part in item:
            if part.tag == f"{_TEXT}list" and depth < _MAX_DEPTH:
                _items(part, flow, depth + 1)


def _cells(row: Any) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        text = " ".join(_inline(part) for part in cell.iter(f"{_TEXT}p"))
        repeat = cell.get(f"{_TABLE}number-columns-repeated") or "1"
        count = min(int(repeat), 50) if repeat.isdigit() else 1
        cells += [text] * (count if text else min(count, 10))
    return cells


def _inline(node: Any) -> str:
    parts = [node.text or ""]
    for child in node:
        if child.tag == f"{_TEXT}line-break":
            parts.append("\n")
        elif child.tag in (f"{_TEXT}tab", f"{_TEXT}s"):
            parts.append(" ")
        elif child.tag not in _SKIP and isinstance(child.tag, str):
            parts.append(_inline(child))
        parts.append(child.tail or "")
    return "".join(parts)
