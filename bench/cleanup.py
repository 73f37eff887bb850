"""Speed and memory of the clean-up and of reading scans: ``python -m bench.cleanup``.

Words a second on one core (processor time, so that a busy machine doesn't show), linearity, loading, the cost of
text that needs nothing, and page reading against bare tesseract runs on the same images.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable

from evals.ocr import render, sources
from ingest import ocr
from ingest.cleanup import Cleaner
from ingest.cleanup.cleaner import _loaded

_LOADING = """
import resource, time
begun = time.perf_counter()
from ingest.cleanup import Cleaner
Cleaner.load()
print(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def main() -> None:
    """Measure and print one JSON object."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--scans", type=int, default=4, help="pages read with tesseract, 0 for none")
    chosen = options.parse_args()
    Cleaner.load()  # the word data is made where it is missing
    print(json.dumps(loading() | speed() | (scans(chosen.scans) if chosen.scans else {}), indent=1))


def loading() -> dict[str, float]:
    """Seconds and megabytes of a fresh process that loads the cleaner, word data in the cache."""
    done = subprocess.run([sys.executable, "-c", _LOADING], capture_output=True, text=True, check=True)
    seconds, megabytes = map(float, done.stdout.split())
    return {"load_seconds": round(seconds, 3), "load_megabytes": round(megabytes)}


def speed() -> dict[str, float]:
    """Words a second, fresh for each text: damaged text of three lengths, and the same words undamaged."""
    text = damaged()
    figures: dict[str, float] = {}
    for times in (1, 2, 4):
        part = text * times
        figures[f"words_per_second_{len(part.split())}"] = round(len(part.split()) / _seconds(part))
    share = _seconds(undamaged()) / len(undamaged().split()) / (_seconds(text) / len(text.split()))
    return figures | {"clean_text_cost_share": round(share, 4)}


def damaged() -> str:
    """Our own documents with every Danish letter lost, each word once a page different: no two paragraphs alike."""
    return undamaged().translate(str.maketrans({"æ": "ee", "ø": "g", "å": "a", "Æ": "A", "Ø": "@", "Å": "A"}))


def undamaged() -> str:
    """Our own documents, paragraphs only."""
    return "\n\n".join(p for text in sources.clean_texts().values() for p in sources.plain_paragraphs(text)) + "\n\n"


def scans(pages: int) -> dict[str, float]:
    """Processor seconds a page, ours and bare tesseract on the same 300 dpi images."""
    files = render.fonts(sources.UNSEEN_FONTS)
    looks = [render.Look(files[i * 3 % len(files)], 11.0, 300, blur=0.4, skew=0.0) for i in range(pages)]
    images = [render.draw(sources.drawn_lines(look, i), look, i) for i, look in enumerate(looks)]
    bare = _processor(lambda: [ocr.plain_text(image) for image in images])
    ours = _processor(lambda: [ocr.read_image(image, seconds=300) for image in images])
    return {
        "scan_seconds": round(ours / pages, 2),
        "bare_tesseract_seconds": round(bare / pages, 2),
        "scan_ratio": round(ours / bare, 3),
    }


def _seconds(text: str) -> float:
    _loaded.cache_clear()
    cleaner = Cleaner.load()
    begun = time.process_time()
    cleaner.clean(text, join_hyphens=False)
    return time.process_time() - begun


def _processor(work: Callable[[], object]) -> float:
    """Processor seconds of this process and the programs it started."""
    before = _used()
    work()
    return _used() - before


def _used() -> float:
    own, started = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + started.ru_utime + started.ru_stime


if __name__ == "__main__":
    main()
