"""Lines that belong to the page, not to the text: page numbers, running heads and feet, specks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.structure.lines import Line

_PAGE_NUMBER = re.compile(
    r"^(?:[-–—|]\s*)?(?:side|s\.|page|p\.)?\s*\d{1,4}\s*(?:(?:/|af|of|ud af)\s*\d{1,4})\s*(?:[-–—|])?$"
    r"|^(?:side|page)\s+\d{1,4}$|^[-–—]\s*\d{1,3}\s*[-–—]$",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"^\d{1,4}$")
_EDGE = 3  # lines at the top and bottom of a page where running heads stand


def furniture(lines: Sequence[Line]) -> set[int]:
    """Indexes of the lines that are furniture."""
    found = {i for i, line in enumerate(lines) if _PAGE_NUMBER.match(line.text) or _speck(line.text)}
    pages = _pages(lines)
    if len(pages) >= 2:
        found |= _repeated(lines, pages)
        found |= {i for page in pages for i in (page[0], page[-1]) if _BARE_NUMBER.match(lines[i].text)}
    return found


def _speck(text: str) -> bool:
    """What an OCR engine makes of dots and rules: no letter or digit, and no mark of a list or table."""
    return not any(c.isalnum() for c in text) and text not in ("-", "–", "—", "X") and not set(text) <= set("-–—|+:= ")


def _pages(lines: Sequence[Line]) -> list[list[int]]:
    pages: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        pages.setdefault(line.page, []).append(i)
    return list(pages.values())


def _repeated(lines: Sequence[Line], pages: Sequence[Sequence[int]]) -> set[int]:
    """Lines at page edges that come back, numbers aside, on at least three pages or on both of two."""
    edges: dict[str, list[int]] = {}
    for page in pages:
        for i in {*page[:_EDGE], *page[-_EDGE:]}:
            edges.setdefault(_bare(lines[i].text), []).append(i)
    counts = Counter({key: len({lines[i].page for i in found}) for key, found in edges.items()})
    needed = 2 if len(pages) == 2 else max(3, len(pages) // 3)
    marked = {i for key, found in edges.items() if counts[key] >= needed and 3 <= len(key) <= 120 for i in found}
    return marked if len(marked) <= len(lines) // 2 else set()  # pages that say the same are no running heads


def _bare(text: str) -> str:
    return re.sub(r"\d+", "#", text).strip().lower()
