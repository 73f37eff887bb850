"""What the tests of the corpus read: sources, and the words of the rendered files."""

from __future__ import annotations

import re
from functools import cache

import docx
import pypdf

from corpus.render import HERE, sources
from corpus.rendering.markup import Source, plain_text


def words(text: str) -> list[str]:
    """Lower-case words, as runs of shared text are counted."""
    return re.findall(r"\w+", text.lower())


def collapsed(text: str) -> str:
    """White space collapsed to single spaces."""
    return " ".join(text.split())


@cache
def all_sources() -> dict[str, Source]:
    """Every source by the name of its rendered file."""
    return {source.head["file"]: source for source in sources()}


@cache
def source_text(name: str) -> str:
    """The words a document was rendered from, white space collapsed."""
    return collapsed(plain_text(all_sources()[name]))


@cache
def rendered_text(name: str) -> str:
    """What a plain reader gets from the rendered file, white space collapsed; the source for the scan."""
    if all_sources()[name].head["layout"] == "scan":
        return source_text(name)
    if name.endswith(".docx"):
        return collapsed(_word_text(name))
    return collapsed("\n".join(pdf_pages(name)))


def pdf_pages(name: str) -> list[str]:
    """The text layer of each page of a pdf."""
    return [page.extract_text() for page in pypdf.PdfReader(HERE / name).pages]


def _word_text(name: str) -> str:
    parts = []
    for block in docx.Document(str(HERE / name)).iter_inner_content():
        rows = getattr(block, "rows", None)
        parts += [block.text] if rows is None else [cell.text for row in rows for cell in row.cells]
    return "\n".join(parts)
