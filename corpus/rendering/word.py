"""Writes a source as a Word document whose bytes do not depend on the clock."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from corpus.rendering.markup import Block, Run, Source

STAMP = datetime(1980, 1, 1)
STYLES = {"bullets": "List Bullet", "numbers": "List Number", "note": "Intense Quote", "caption": "Caption"}


def docx_file(source: Source) -> bytes:
    """The source as a docx file. Raises ValueError for footnotes, which the library cannot write."""
    document = docx.Document()
    _set_styles(document, source)
    document.add_heading(source.head["title"], level=0)
    document.add_paragraph(source.head["subtitle"], style="Subtitle")
    for block in source.blocks:
        _add(document, block)
    out = io.BytesIO()
    document.save(out)
    return _without_times(out.getvalue())


def _set_styles(document: Document, source: Source) -> None:
    normal = document.styles["Normal"].font
    normal.name, normal.size = "Liberation Serif", Pt(11)
    core = document.core_properties
    core.title, core.author, core.language = source.head["title"], "Ressort (genfortælling)", "da-DK"
    core.created = core.modified = STAMP
    core.comments = core.last_modified_by = ""
    document.sections[0].footer.paragraphs[0].text = source.head["running"]


def _add(document: Document, block: Block) -> None:
    if block.kind == "heading":
        document.add_heading(block.runs[0].text, level=block.level)
    elif block.kind == "table":
        _add_table(document, block)
    else:
        for row in block.rows:
            _fill(document.add_paragraph(style=STYLES.get(block.kind)), row[0])


def _add_table(document: Document, block: Block) -> None:
    table = document.add_table(rows=len(block.rows), cols=len(block.rows[0]), style="Table Grid")
    for row, cells in zip(table.rows, block.rows, strict=True):
        for cell, runs, right in zip(row.cells, cells, block.right, strict=True):
            _fill_cell(cell, runs, bold=cells is block.rows[0], right=right)
    document.add_paragraph()


def _fill_cell(cell: _Cell, runs: tuple[Run, ...], bold: bool, right: bool) -> None:
    paragraph = cell.paragraphs[0]
    _fill(paragraph, runs)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for run in paragraph.runs:
        run.bold = run.bold or bold
        run.font.size = Pt(9)


def _fill(paragraph: Paragraph, runs: tuple[Run, ...]) -> None:
    for run in runs:
        if run.style == "footnote":
            raise ValueError("footnotes are not written to docx")
        paragraph.add_run(run.text).bold = run.style == "bold"


def _without_times(blob: bytes) -> bytes:
    """The same zip with the zip format's earliest date on every member, members in the same order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blob)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return out.getvalue()
