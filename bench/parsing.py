"""Pages a second of reading digital pdf: our reader against pypdf and pypdfium2 alone, on the corpus' own files.

Run: python -m bench.parsing [--rounds N] [file.pdf …]. Times are CPU seconds of one core, model and OCR left out."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdfium2
from pypdf import PdfReader

from core.settings import Settings
from ingest.analysis import analyse_text
from ingest.formats.pdf import read_pdf
from ingest.reader import read_document

CORPUS = Path(__file__).parents[1] / "corpus"


def digital(paths: list[Path]) -> list[Path]:
    """The files with a text layer on every page."""
    return [
        path for path in paths if all(not page.needs_ocr for page in read_pdf(path.read_bytes(), path.name, 5000).pages)
    ]


def rate(work: Callable[[Path], int], paths: list[Path], rounds: int, clock: Callable[[], float]) -> float:
    """Pages a second over all files; ``work`` returns the pages it read. The first round warms up."""
    for path in paths:
        work(path)
    start = clock()
    pages = sum(work(path) for _ in range(rounds) for path in paths)
    return round(pages / (clock() - start), 1)


def by_pypdf(path: Path) -> int:
    pages = PdfReader(BytesIO(path.read_bytes())).pages
    return len([page.extract_text() for page in pages])


def by_pdfium(path: Path) -> int:
    document = pypdfium2.PdfDocument(path.read_bytes())
    return len([page.get_textpage().get_text_range() for page in document])


def by_reader(path: Path) -> int:
    return len(read_pdf(path.read_bytes(), path.name, 5000).pages)


def by_all_steps(path: Path) -> int:
    raw = read_pdf(path.read_bytes(), path.name, 5000)
    analyse_text(raw, "bench", path.name)
    return len(raw.pages)


def by_child(path: Path) -> int:
    """Through the child process, as ``ressort ingest`` does; wall-clock time."""
    return len(read_document(path, Settings()).pages)


def main() -> None:
    """Print one JSON document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    paths = digital(arguments.files or sorted(CORPUS.glob("*.pdf")))
    steps = {"pypdf text": by_pypdf, "pypdfium2 text": by_pdfium, "reader": by_reader, "all steps": by_all_steps}
    rates = {name: rate(work, paths, arguments.rounds, time.process_time) for name, work in steps.items()}
    rates["all steps, child process, wall clock"] = rate(by_child, paths, arguments.rounds, time.perf_counter)
    print(json.dumps({"files": [path.name for path in paths], "pages per second": rates}, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
