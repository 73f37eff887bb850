"""The evaluation of the clean-up: every source, every method, side by side (``ressort eval --suite ocr``)."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Sequence
from typing import Any

from core.alignment import Alignment
from evals.ocr import baselines, render, sources
from evals.ocr.metrics import Score, changed_words, paired_lines
from evals.ocr.sources import Pair
from ingest import ocr
from ingest.cleanup import Cleaner

_PAGES = 8  # drawn pages
_SCANS = 3  # pages read with Danish, end to end
_SAMPLE_SECONDS = 30.0  # for hunspell, whose suggestions take seconds each


def run(drawn: int = _PAGES, scans: int = _SCANS) -> dict[str, Any]:
    """Everything as one JSON-able report; sources that are not there (no tesseract, no ../shared) are left out."""
    Cleaner.load()
    found = {"drawn": sources.drawn(drawn), "pairs": sources.pairs()}
    rows = {name: _methods(group) for name, group in found.items() if group}
    pages = {name: _by_page(group) for name, group in found.items() if group}
    report: dict[str, Any] = {"sources": rows, "pages": pages, "clean": _clean(), "quotes": _quotes()}
    if ocr.available():
        report["scans"] = _scans(scans)
    report["totals"] = _totals(report)
    return report


def markdown(report: dict[str, Any]) -> str:
    """The report as a table for ``docs/ocr.md``."""
    lines = ["| source | method | words | WER | CER | right made wrong | digits changed | words/s |"]
    lines.append("|---|---|--:|--:|--:|--:|--:|--:|")
    for source, methods in report["sources"].items():
        for method, row in methods.items():
            lines.append(
                f"| {source} | {method} | {row['words']} | {row['wer']:.2%} | {row['cer']:.2%} | {row['spoiled']}"
                f" | {row['digits_changed']} | {row['words_per_second']} |"
            )
    clean = ", ".join(f"{m}: {r['changed']} of {r['words']} words" for m, r in report["clean"].items())
    lines += ["", f"Clean text changed: {clean}."]
    return "\n".join(lines)


def _methods(group: Sequence[Pair]) -> dict[str, dict[str, float]]:
    rows = {name: score(group, clean).row() for name, clean in baselines.available().items()}
    baselines.hunspell("Indlæs")  # loading is not counted
    rows["hunspell (sample)"] = _sampled(group, baselines.hunspell).row()
    return rows


def _by_page(group: Sequence[Pair]) -> dict[str, float]:
    return {pair.name: score([pair], baselines.ours).row()["wer"] for pair in group}


def score(group: Sequence[Pair], clean: baselines.Clean) -> Score:
    """One method over a group of pairs."""
    total = Score()
    for pair in group:
        begun = time.process_time()
        after = clean(pair.read)
        total.seconds += time.process_time() - begun
        for (true, read), (_, out) in zip(
            paired_lines(pair.true, pair.read), paired_lines(pair.true, after), strict=True
        ):
            total.add(true, read, out)
    return total


def _sampled(group: Sequence[Pair], clean: baselines.Clean) -> Score:
    """One method over lines from here and there, until its time is up."""
    lines = [(true, read) for pair in group for true, read in paired_lines(pair.true, pair.read)]
    total = Score()
    for true, read in random.Random(1).sample(lines, len(lines)):
        begun = time.perf_counter()
        total.add(true, read, clean(read))
        total.seconds += time.perf_counter() - begun
        if total.seconds > _SAMPLE_SECONDS:
            break
    return total


def _clean() -> dict[str, dict[str, int]]:
    """Words changed in text that needs no change: our documents and, where they are, the real undamaged ones."""
    texts = [*sources.clean_texts().values()]
    texts += [text for text in sources.shared_texts().values() if "æ" in text]
    rows = {}
    for name, clean in baselines.available().items():
        changed = sum(changed_words(text, clean(text)) for text in texts)
        rows[name] = {"words": sum(len(text.split()) for text in texts), "changed": changed}
    return rows


def _quotes() -> dict[str, float]:
    """Quotes of the real damaged documents against their correct wording, line-end hyphens joined."""
    total = Score()
    cleaner = Cleaner.load()
    done = {name: cleaner.clean(text, join_hyphens=True) for name, text in sources.shared_texts().items()}
    texts = sources.shared_texts()
    for name, span, true in sources.quotes():
        if done[name].damaged:
            out = sources.cleaned_quote(span, done[name].text, Alignment.of(done[name].changes))
            total.add(true, texts[name][span.start : span.end], out)
    return total.row()


def _scans(pages: int) -> dict[str, float]:
    """Drawn pages without a text layer read with Danish, as a scanned document is."""
    total = Score()
    files = render.fonts(sources.UNSEEN_FONTS)
    for seed in range(pages if files else 0):
        look = render.Look(files[seed * 5 % len(files)], 11.0, (200, 300)[seed % 2], blur=0.4, skew=0.5)
        lines = sources.drawn_lines(look, seed)
        begun = time.perf_counter()
        page = ocr.read_image(render.draw(lines, look, seed), seconds=120)
        total.seconds += time.perf_counter() - begun
        total.add(" ".join(lines), " ".join(page.text.split()), " ".join(page.text.split()))
    return total.row()


def _totals(report: dict[str, Any]) -> dict[str, float]:
    ours = {name: rows["ressort"] for name, rows in report["sources"].items()}
    totals = {f"{name}_wer": row["wer"] for name, row in ours.items()}
    totals |= {
        f"{name}_median_page_wer": round(statistics.median(pages.values()), 5)
        for name, pages in report["pages"].items()
    }
    totals["digits_changed"] = sum(row["digits_changed"] for row in ours.values())
    totals["clean_changed_words"] = report["clean"]["ressort"]["changed"]
    if report["quotes"]["words"]:
        totals["quotes_wer"] = report["quotes"]["wer"]
    if "scans" in report:
        totals["scans_wer"] = report["scans"]["wer"]
    return totals
