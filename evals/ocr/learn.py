"""Remakes the table of confusions: ``python -m evals.ocr.learn``.

Our own Danish text (``text.txt``) is drawn in many fonts, sizes and qualities, read by tesseract without
Danish (``-l eng``), laid beside the true text, and counted. Added are the counts of letters that two real
damaged documents show (``observed.json``: no text, only letters; read off the clean-up's own changes there).
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from evals.ocr import align, render
from ingest import ocr
from ingest.cleanup.channel import TABLE

OBSERVED = Path(__file__).with_name("observed.json")
_LONGEST = 3  # letters of a damaged stretch worth keeping
_PAGES = 400
_SEED = 3
_RARE = 2  # blocks seen less often are left out


def main() -> None:
    """Draw, read, count, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, default=_PAGES)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--out", type=Path, default=TABLE)
    chosen = options.parse_args()
    rng = random.Random(_SEED)
    jobs = [(rng.randrange(1 << 30), render.a_look(rng, render.fonts())) for _ in range(chosen.pages)]
    with ThreadPoolExecutor(chosen.workers) as pool:
        pages = pool.map(lambda job: read_page(*job), jobs)
        confused, totals = count(pair for page in pages for pair in page)
    add_observed(confused, totals)
    write(confused, totals, chosen.out)


def read_page(seed: int, look: render.Look) -> list[tuple[str, str]]:
    """(true piece, read piece) of one page of our own text in this look."""
    rng = random.Random(seed)
    paragraphs = render.TEXT.read_text(encoding="utf-8").splitlines()
    rng.shuffle(paragraphs)
    lines = [line for line in render.lines_for("\n".join(paragraphs), look) if line]
    lines = lines[: render.lines_on_page(look)]
    read = ocr.plain_text(render.draw(lines, look, seed), language="eng")
    read_lines = "\n".join(line.strip() for line in read.splitlines() if line.strip())
    return list(align.anchored(align.merged(align.blocks("\n".join(lines), read_lines))))


def count(pairs: Iterator[tuple[str, str]]) -> tuple[Counter[tuple[str, str]], Counter[str]]:
    """How often each stretch was read as which other, and how often each letter stood there at all."""
    confused: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    for true, read in pairs:
        totals.update(true)
        if true != read and len(true) <= _LONGEST and len(read) <= _LONGEST and "\n" not in true + read:
            confused[true, read] += 1
    return confused, totals


def add_observed(confused: Counter[tuple[str, str]], totals: Counter[str], path: Path = OBSERVED) -> None:
    """Add what real documents show: their engine damages the same letters in ways that ours does not."""
    for true, read, n in json.loads(path.read_text(encoding="utf-8")):
        confused[true, read] += n
        totals.update({letter: n for letter in true})


def write(confused: Counter[tuple[str, str]], totals: Counter[str], path: Path) -> None:
    """The table as JSON, most frequent first, one row a line."""
    ranked = sorted(confused.items(), key=lambda item: (-item[1], item[0]))
    rows = [[true, read, n] for (true, read), n in ranked if n >= _RARE]
    body = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    sums = json.dumps(dict(sorted(totals.items())), ensure_ascii=False)
    path.write_text(f'{{"totals": {sums},\n"counts": [\n{body}\n]}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
