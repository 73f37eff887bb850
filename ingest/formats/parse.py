"""Dispatch to the reader of a format. Runs in a child process."""

from __future__ import annotations

import re
from dataclasses import replace

from core.errors import RefusedFile
from ingest.formats.sniff import format_of
from ingest.raw import RawDocument

MAX_CHARS_PER_PAGE = 10_000  # formats without pages: max_pages times this is the longest text taken in
_HALF = re.compile("[\x00\ud800-\udfff]")


def parse_bytes(data: bytes, max_pages: int, name: str) -> RawDocument:
    """Text and structure of one file. Raises core.errors.InputError."""
    raw = _read(format_of(data, name), data, max_pages, name)
    if len(raw.text) > max_pages * MAX_CHARS_PER_PAGE:
        raise RefusedFile(f"{name}: teksten er længere end {max_pages} sider og er afvist.")
    return _storable(raw)


def _storable(raw: RawDocument) -> RawDocument:
    """Half characters (lone surrogates) and NUL, which can not be stored, as \ufffd; places stay the same."""
    texts = [raw.text, *raw.fields.values(), *raw.warnings, *(c.text for t in raw.tables for c in t.cells)]
    if not any(_HALF.search(text) for text in texts):
        return raw
    tables = tuple(replace(t, cells=tuple(replace(c, text=_mended(c.text)) for c in t.cells)) for t in raw.tables)
    fields = {key: _mended(value) for key, value in raw.fields.items()}
    warnings = tuple(_mended(warning) for warning in raw.warnings)
    return replace(raw, text=_mended(raw.text), tables=tables, fields=fields, warnings=warnings)


def _mended(text: str) -> str:
    return _HALF.sub("\ufffd", text)


def _read(kind: str, data: bytes, max_pages: int, name: str) -> RawDocument:
    """Readers are imported when first needed."""
    if kind == "pdf":
        from ingest.formats.pdf import read_pdf

        return read_pdf(data, name, max_pages)
    if kind == "docx":
        from ingest.formats.docx import read_docx

        return read_docx(data, name)
    if kind == "odt":
        from ingest.formats.odt import read_odt

        return read_odt(data, name)
    if kind == "html":
        from ingest.formats.html import read_html

        return read_html(data, name)
    if kind == "xlsx":
        from ingest.formats.xlsx import read_xlsx

        return read_xlsx(data, name)
    if kind == "eml":
        from ingest.formats.eml import read_eml

        return read_eml(data, name)
    if kind == "image":
        from ingest.formats.image import read_image_file

        return read_image_file(data, name, max_pages)
    from ingest.formats.text import read_markdown, read_text

    return read_markdown(data, name) if kind == "markdown" else read_text(data, name)
