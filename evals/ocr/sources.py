"""What the clean-up is measured on: pages we draw, pairs and real documents in ``../shared``, clean text."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from core.alignment import Alignment
from core.schema import Span
from evals.ocr import render
from ingest import ocr

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
OWN_TEXTS = ROOT / "corpus" / "sources"
# none of these is drawn when the table is learned
UNSEEN_FONTS = (
    "TeX Gyre Heros", "TeX Gyre Termes", "TeX Gyre Pagella", "TeX Gyre Schola", "TeX Gyre Bonum", "Liberation Mono",
    "Roboto Condensed", "Open Sans Condensed", "Inter Display", "Junicode Two Beta", "Noto Sans Display",
    "DejaVu Sans Mono", "Nimbus Sans Narrow",
)  # fmt: skip
_SAME_LINE = 50.0  # least similarity (0-100) of a drawn line and the line read from it


@dataclass(frozen=True, slots=True)
class Pair:
    """A damaged text and the true one, line for line."""

    name: str
    read: str
    true: str


def pairs() -> list[Pair]:
    """The aligned pages in ``../shared/ocr/pairs``; empty where the folder is missing."""
    found = []
    for true in sorted((SHARED / "ocr" / "pairs").glob("*.clean.txt")):
        read = true.with_name(true.name.replace(".clean.", ".noisy."))
        found.append(Pair(true.name, read.read_text(encoding="utf-8"), true.read_text(encoding="utf-8")))
    return found


def drawn(pages: int, seed: int = 7) -> list[Pair]:
    """Pages of our own documents in fonts that the table was not learned on, read without Danish."""
    files = render.fonts(UNSEEN_FONTS)
    if not files or not ocr.available():
        return []
    rng = random.Random(seed)
    looks = [render.a_look(rng, files) for _ in range(pages)]
    return [_drawn(look, rng.randrange(1 << 30)) for look in looks]


def _drawn(look: render.Look, seed: int) -> Pair:
    lines = drawn_lines(look, seed)
    read = ocr.plain_text(render.draw(lines, look, seed), language="eng")
    matched = match_lines(lines, [line.strip() for line in read.splitlines() if line.strip()])
    name = f"{Path(look.font).stem} {look.size:g} pt {look.dpi} dpi"
    return Pair(name, "\n".join(r for _, r in matched), "\n".join(t for t, _ in matched))


def drawn_lines(look: render.Look, seed: int) -> list[str]:
    """Lines of our own documents, one page full, paragraphs in an order of their own."""
    paragraphs = [p for text in clean_texts().values() for p in plain_paragraphs(text)]
    random.Random(seed).shuffle(paragraphs)
    lines = [line for line in render.lines_for("\n".join(paragraphs), look) if line]
    return lines[: render.lines_on_page(look)]


def match_lines(true: list[str], read: list[str]) -> list[tuple[str, str]]:
    """Which read line stands for which true line, in order, by similarity; unmatched lines are left out."""
    alike = [[fuzz.ratio(t, r) for r in read] for t in true]
    best = [[0.0] * (len(read) + 1) for _ in range(len(true) + 1)]
    for i, row in enumerate(alike, 1):
        for j, score in enumerate(row, 1):
            with_it = best[i - 1][j - 1] + (score if score > _SAME_LINE else 0.0)
            best[i][j] = max(best[i - 1][j], best[i][j - 1], with_it)
    found, i, j = [], len(true), len(read)
    while i and j:
        score = alike[i - 1][j - 1]
        if score > _SAME_LINE and best[i][j] == best[i - 1][j - 1] + score:
            found.append((true[i - 1], read[j - 1]))
            i, j = i - 1, j - 1
        elif best[i][j] == best[i - 1][j]:
            i -= 1
        else:
            j -= 1
    return found[::-1]


def clean_texts() -> dict[str, str]:
    """Our own documents as text, by name: Danish with its letters."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(OWN_TEXTS.glob("*.md"))}


def shared_texts() -> dict[str, str]:
    """The real documents in ``../shared/corpus`` by the first three characters of their names."""
    return {p.name[:3]: p.read_text(encoding="utf-8") for p in sorted((SHARED / "corpus").glob("*.txt"))}


def plain_paragraphs(text: str) -> list[str]:
    """Paragraphs without front matter, mark-up and footnote signs; tables left out."""
    text = re.sub(r"\A---.*?\n---\n", "", text, flags=re.DOTALL)
    blocks = (re.sub(r"\s+", " ", block).strip() for block in re.split(r"\n\s*\n", text))
    running = [block for block in blocks if len(block) > 60 and not re.search(r"[|{}<]|::", block)]
    return [re.sub(r"\[\^\d+\]:?|[*_#>`]+", "", block).strip(" -") for block in running]


def quotes() -> Iterator[tuple[str, Span, str]]:
    """(document, span of a quote in its received text, the same in correct Danish) from the questions."""
    path = SHARED / "evals" / "questions.dev.jsonl"
    texts = shared_texts()
    seen = set()
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        for source in json.loads(line)["sources"]:
            key = (source["doc"], source["quote"])
            if key in seen or source["doc"] not in texts:
                continue
            seen.add(key)
            place = re.search(r"\s+".join(map(re.escape, source["quote"].split())), texts[source["doc"]])
            if place:
                yield source["doc"], Span(place.start(), place.end()), source["corrected_quote"]


def cleaned_quote(span: Span, cleaned: str, alignment: Alignment) -> str:
    """The quote as the clean-up gives it, white space collapsed."""
    found = alignment.to_cleaned(span)
    return " ".join(cleaned[found.start : found.end].split())
