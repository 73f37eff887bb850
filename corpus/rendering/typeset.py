"""Sets a source with Typst: pdf bytes with a text layer, or page images for the scan.

Only the fonts that Typst carries itself are used, so the result does not depend on the machine.
"""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import typst

from corpus.rendering.markup import Block, Run, Source, plain

TEMPLATE = Path(__file__).with_name("page.typ")
NARROW = 14  # characters that fit a column as wide as its content
SHORT = 10  # rows of a table that is kept on one page


def pdf(source: Source) -> bytes:
    """The source as a pdf with a text layer, in the columns its ``layout`` asks for."""
    return _readable_hyphens(typst.compile(_document(source), format="pdf", ignore_system_fonts=True))


def images(source: Source, dots_per_inch: int) -> list[bytes]:
    """Every page as a png file."""
    made = typst.compile(_document(source), format="png", ppi=dots_per_inch, ignore_system_fonts=True)
    return made if isinstance(made, list) else [made]


def _readable_hyphens(blob: bytes) -> bytes:
    """The pdf with its hyphens read as U+002D. Typst draws the hyphen it adds at a line end and the hyphen of
    the text with one glyph and names it U+00AD for both, which hides the hyphens of "Kultur- og"."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(blob))
    for page in writer.pages:
        for font in page["/Resources"]["/Font"].values():
            names = font["/ToUnicode"]
            names.set_data(names.get_data().replace(b"> <00AD>", b"> <002D>"))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _document(source: Source) -> bytes:
    head = source.head
    columns = 2 if head["layout"] == "two-columns" else 1
    call = (
        f"#show: page-style.with(title: {_string(head['title'])}, subtitle: {_string(head['subtitle'])}, "
        f"running: {_string(head['running'])}, columns: {columns}, "
        f"intro: [{_inline(_note(source))}])"
    )
    body = [_block(block) for block in source.blocks if block.kind != "note"]
    return "\n\n".join([TEMPLATE.read_text(encoding="utf-8"), call, *body]).encode()


def _note(source: Source) -> tuple[Run, ...]:
    return next(block.runs for block in source.blocks if block.kind == "note")


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _inline(runs: tuple[Run, ...]) -> str:
    """Runs as Typst calls on string literals, so that no character of the text is read as markup."""
    wrap = {"plain": "#{}", "bold": "#strong({})", "footnote": "#footnote({})"}
    return "".join(wrap[run.style].format(_string(run.text)) for run in runs)


def _block(block: Block) -> str:
    if block.kind == "heading":
        return f"#heading(level: {block.level}, {_string(plain(block.runs))})"
    if block.kind == "caption":
        return f"#caption-line[{_inline(block.runs)}]"
    if block.kind in ("bullets", "numbers"):
        call = "list" if block.kind == "bullets" else "enum"
        return f"#{call}({', '.join(f'[{_inline(row[0])}]' for row in block.rows)})"
    if block.kind == "table":
        return _table(block)
    return _inline(block.runs)


def _table(block: Block) -> str:
    align = ", ".join("right" if right else "left" for right in block.right)
    head, *body = [", ".join(f"[{_inline(cell)}]" for cell in row) for row in block.rows]
    widths = ", ".join(_width(column) for column in zip(*block.rows, strict=True))
    short = "true" if len(body) <= SHORT else "false"
    rows = ",\n  ".join(body)
    return f"#ruled(columns: ({widths},), align: ({align},), short: {short}, table.header({head}),\n  {rows})"


def _width(column: tuple[tuple[Run, ...], ...]) -> str:
    """Narrow columns take what they need; wide ones share the rest by the root of their longest cell."""
    longest = max(len(plain(cell)) for cell in column)
    return "auto" if longest <= NARROW else f"{longest**0.5:.1f}fr"
