"""Renders ``corpus/sources`` into the files in ``corpus/``: ``python -m corpus.render [FOLDER]``.

The result is the same byte for byte on every run with the same versions of typst, Pillow and python-docx.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

try:
    from corpus.rendering import scan, typeset, word
    from corpus.rendering.markup import Source, parse
except ModuleNotFoundError as missing:
    sys.exit(f"Mangler pakken {missing.name}. Installér udviklerpakkerne: pip install -e '.[dev]'")

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"
RENDERERS: dict[str, Callable[[Source], bytes]] = {
    "report": typeset.pdf,
    "two-columns": typeset.pdf,
    "scan": scan.pdf,
    "docx": word.docx_file,
}


def sources() -> list[Source]:
    """All sources, in the order of their file names."""
    return [parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCES.glob("*.md"))]


def render(folder: Path) -> Iterator[Path]:
    """Write every rendered document into ``folder`` and give its path."""
    for source in sources():
        path = folder / source.head["file"]
        path.write_bytes(RENDERERS[source.head["layout"]](source))
        yield path


if __name__ == "__main__":
    for written in render(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE):
        print(f"{written.name}: {written.stat().st_size / 1000:.0f} kB")
