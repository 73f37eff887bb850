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
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from evals.ocr import align, render
from ingest import ocr
from ingest.cleanup.channel import DANISH, TABLE

OBSERVED = Path(__file__).with_name("observed.json")
FONTS = Path(__file__).with_name("fonts.txt")
_LEAST_FONTS = 45  # files; with all packages there are 51
_LONGEST = 3  # letters of a damaged stretch worth keeping
_PAGES = 260
_SEED = 3
_RARE, _RARE_OTHER = 2, 4  # blocks with and without æøå that are seen less often are left out


def main() -> None:
    """Draw, read, count, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, default=_PAGES)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--out", type=Path, default=TABLE)
    chosen = options.parse_args()
    rng = random.Random(_SEED)
    files = render.fonts()
    if len(files) < _LEAST_FONTS:
        options.error(f"only {len(files)} font files; install the packages in {FONTS}")
    jobs = [(rng.randrange(1 << 30), render.a_look(rng, files)) for _ in range(chosen.pages)]
    with ThreadPoolExecutor(chosen.workers) as pool:
        confused, totals = count(pool.map(lambda job: read_page(*job), jobs))
    add_observed(confused, totals)
    write(confused, totals, chosen.out)


def read_page(seed: int, look: render.Look) -> tuple[str, str]:
    """True and read text of one page of our own text in this look."""
    paragraphs = render.TEXT.read_text(encoding="utf-8").splitlines()
    random.Random(seed).shuffle(paragraphs)
    lines = [line for line in render.lines_for("\n".join(paragraphs), look) if line]
    lines = lines[: render.lines_on_page(look)]
    read = ocr.plain_text(render.draw(lines, look, seed), language="eng")
    return "\n".join(lines), "\n".join(line.strip() for line in read.splitlines() if line.strip())


def count(pages: Iterable[tuple[str, str]]) -> tuple[Counter[tuple[str, str]], Counter[str]]:
    """How often each stretch was read as which other, and how often it stood there at all."""
    confused: Counter[tuple[str, str]] = Counter()
    texts = []
    for true, read in pages:
        texts.append(true)
        for t, r in align.anchored(align.merged(align.blocks(true, read))):
            if t != r and t and len(t) <= _LONGEST and len(r) <= _LONGEST and "\n" not in t + r:
                confused[t, r] += 1
    whole = "\n".join(texts)
    totals = Counter(whole)
    totals.update({t: whole.count(t) for t in {t for t, _ in confused} if len(t) > 1})
    return confused, totals


def add_observed(confused: Counter[tuple[str, str]], totals: Counter[str], path: Path = OBSERVED) -> None:
    """Add what real documents show, so often that it weighs about as much as what was drawn."""
    seen = json.loads(path.read_text(encoding="utf-8"))
    times = max(1, round(totals["e"] / max(1, seen["totals"].get("e", 0))))
    for true, read, n in seen["counts"]:
        confused[true, read] += n * times
    totals.update({piece: n * times for piece, n in seen["totals"].items()})


def write(confused: Counter[tuple[str, str]], totals: Counter[str], path: Path) -> None:
    """The table as JSON, most frequent first, one row a line."""
    ranked = sorted(confused.items(), key=lambda item: (-item[1], item[0]))
    rows = [[true, read, n] for (true, read), n in ranked if n >= _least(true)]
    body = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    kept = {str(row[0]) for row in rows} | {letter for letter in totals if letter.isalpha() and len(letter) == 1}
    sums = json.dumps({piece: totals[piece] for piece in sorted(kept)}, ensure_ascii=False)
    path.write_text(f'{{"totals": {sums},\n"counts": [\n{body}\n]}}\n', encoding="utf-8")


def _least(true: str) -> int:
    return _RARE if any(letter in DANISH for letter in true) else _RARE_OTHER


if __name__ == "__main__":
    main()
