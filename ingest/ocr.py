"""Reads page images with tesseract and Danish: the one place that knows tesseract.

A page is read as it lies; only where the words come out unsure is its orientation looked into, so that an
upright page costs one run. Each run is its own process with ``OMP_THREAD_LIMIT=1``; several pages are read
side by side, one process a core.
"""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO

from PIL import Image

from core.errors import UnsupportedFile
from core.schema import WordBox
from ingest import scan
from ingest.cleanup.health import measure

LANGUAGE = "dan"
_INSTALL = "Installér tesseract med dansk: »apt install tesseract-ocr tesseract-ocr-dan«."
_UNSURE = 0.80  # mean word confidence below which the page may lie on its side or head
_LOST = 0.65  # and below which it is tried upside down even where its orientation can't be told
_NOISE = 0.30  # words below this confidence are specks, lines and pictures
_A_PAGE_OF_NOISE = 0.45  # mean confidence below which a page with few words has no text
_FEW_WORDS = 12
_MIN_LETTERS = 25  # a text layer with fewer is no text layer
_MIN_JUDGED = 200  # letters needed to miss the æøå: exp(-0.026 * 200) is 0.5%
_ODD = re.compile("[\ufffd\ue000-\uf8ff]|\\(cid:\\d+\\)")


@dataclass(frozen=True, slots=True)
class OcrPage:
    """text: lines as on the page, a blank line between paragraphs. words: boxes as shares of the image given,
    offsets into text. confidence: 0..1, mean over the words by their letters, 0 without words. rotation:
    degrees counter-clockwise the page had to be turned. problem: Danish, why there is no text, None when fine."""

    text: str
    words: tuple[WordBox, ...]
    confidence: float
    rotation: int = 0
    problem: str | None = None


def available() -> bool:
    """True where tesseract and its Danish data are installed."""
    return LANGUAGE in _languages()


def read_image(image: Image.Image, *, seconds: int) -> OcrPage:
    """Read one page image within ``seconds``, orientation and skew put right.

    A page that takes too long or holds no text comes back empty with its ``problem``. Raises UnsupportedFile
    where tesseract is missing, RefusedFile and DamagedFile for pictures that can't be decoded.
    """
    if not available():
        raise UnsupportedFile("Tesseract med dansk er ikke installeret, så billeder kan ikke læses.", remedy=_INSTALL)
    until = time.monotonic() + seconds
    page = scan.grey(image)
    try:
        return _without_noise(_best_reading(page, until))
    except subprocess.TimeoutExpired:
        return OcrPage("", (), 0.0, 0, f"Siden kunne ikke læses inden for {seconds} sekunder.")


def read_pages(
    images: Iterable[Image.Image],
    *,
    workers: int = 0,
    seconds: int = 60,
    progress: Callable[[int], None] | None = None,
) -> Iterator[OcrPage]:
    """Read pages side by side, in order; ``images`` is drawn on only as fast as pages get done.

    workers: processes, 0 for one a core. progress: called with the number of pages done.
    """
    workers = workers or os.cpu_count() or 1
    waiting: deque[Future[OcrPage]] = deque()
    done = 0
    with ThreadPoolExecutor(workers) as pool:
        for image in images:
            waiting.append(pool.submit(read_image, image, seconds=seconds))
            if len(waiting) > workers:
                yield waiting.popleft().result()
                done = _tell(progress, done)
        while waiting:
            yield waiting.popleft().result()
            done = _tell(progress, done)


def needs_ocr(text: str) -> bool:
    """True where a pdf page's text layer is missing or worse than reading the page again."""
    return why_ocr(text) is not None


def why_ocr(text: str) -> str | None:
    """Danish reason why the text layer of a page won't do, None where it will."""
    health = measure(text)
    odd = len(_ODD.findall(text))
    if health.letters < _MIN_LETTERS:
        return "Siden har intet tekstlag."
    if odd > 0.05 * health.letters:
        return "Sidens tekstlag er ulæseligt."
    if health.could_lack_letters and health.letters >= _MIN_JUDGED:
        return "Sidens tekstlag er læst uden danske bogstaver."
    return None


def _best_reading(page: Image.Image, until: float) -> OcrPage:
    first = _read(scan.prepare(page), until)
    if first.confidence >= _UNSURE:
        return first
    quarter = _orientation(page, until)
    if not quarter and first.words and first.confidence < _LOST:
        quarter = 180
    turned = [_read(scan.prepare(page, quarter), until)] if quarter else []
    return max([first, *turned], key=lambda reading: reading.confidence * min(len(reading.words), _FEW_WORDS))


def _without_noise(page: OcrPage) -> OcrPage:
    if not page.words or (page.confidence < _A_PAGE_OF_NOISE and len(page.words) < _FEW_WORDS):
        return OcrPage("", (), 0.0, page.rotation, "Der er ingen læsbar tekst på siden.")
    return page


def _read(prepared: scan.Prepared, until: float) -> OcrPage:
    rows = csv.DictReader(
        _run(prepared.image, until, "-l", LANGUAGE, "--psm", "3", "tsv").splitlines(),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
    text, words = _assemble(rows, prepared)
    letters = sum(word.end - word.start for word in words)
    mean = sum(word.confidence * (word.end - word.start) for word in words) / letters if letters else 0.0
    return OcrPage(text, tuple(words), mean, prepared.quarter)


def _assemble(rows: Iterable[dict[str, str]], prepared: scan.Prepared) -> tuple[str, list[WordBox]]:
    text: list[str] = []
    words: list[WordBox] = []
    at = 0
    paragraph: tuple[str, ...] = ()
    line: tuple[str, ...] = ()
    for row in rows:
        word = (row.get("text") or "").strip()
        if row.get("level") != "5" or not word or float(row["conf"]) < 100 * _NOISE:
            continue
        here = (row["block_num"], row["par_num"])
        gap = "" if not text else "\n\n" if here != paragraph else "\n" if (*here, row["line_num"]) != line else " "
        paragraph, line = here, (*here, row["line_num"])
        text += (gap, word)
        at += len(gap)
        words.append(_box(row, at, at + len(word), prepared))
        at += len(word)
    return "".join(text), words


def _box(row: dict[str, str], start: int, end: int, prepared: scan.Prepared) -> WordBox:
    width, height = prepared.image.size
    left, top = int(row["left"]) / width, int(row["top"]) / height
    box = (left, top, left + int(row["width"]) / width, top + int(row["height"]) / height)
    return WordBox(start, end, *prepared.to_original(box), confidence=min(1.0, float(row["conf"]) / 100))


def _orientation(page: Image.Image, until: float) -> int:
    """Degrees counter-clockwise that set the page upright; 0 where tesseract can't tell."""
    if "osd" not in _languages():
        return 0
    found = re.search(r"^Rotate: (\d+)", _run(scan.prepare(page).image, until, "-l", "osd", "--psm", "0"), re.MULTILINE)
    return (360 - int(found.group(1))) % 360 if found else 0  # tesseract turns clockwise


def _run(image: Image.Image, until: float, *options: str) -> str:
    picture = BytesIO()
    image.save(picture, format="PPM")
    done = subprocess.run(
        [*_ends_with_us(), "tesseract", "stdin", "stdout", "--dpi", "300", *options],
        input=picture.getvalue(),
        capture_output=True,
        timeout=max(0.1, until - time.monotonic()),
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        check=False,
    )
    return done.stdout.decode("utf-8", errors="replace") if done.returncode == 0 else ""


@cache
def _ends_with_us() -> tuple[str, ...]:
    """Words before a command so that the system ends it when we are killed (util-linux; none elsewhere)."""
    return ("setpriv", "--pdeathsig", "KILL") if shutil.which("setpriv") else ()


def plain_text(image: Image.Image, *, language: str = LANGUAGE, seconds: int = 120) -> str:
    """What a bare tesseract run makes of an image, nothing prepared: for comparison and for making noise."""
    return _run(image.convert("L"), time.monotonic() + seconds, "-l", language)


@cache
def _languages() -> frozenset[str]:
    if shutil.which("tesseract") is None:
        return frozenset()
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    return frozenset(listed.stdout.split("\n")[1:])


def _tell(progress: Callable[[int], None] | None, done: int) -> int:
    if progress is not None:
        progress(done + 1)
    return done + 1


def shifted(page: OcrPage, by: int) -> tuple[WordBox, ...]:
    """The page's words with offsets into a longer text where the page begins at ``by``."""
    return tuple(replace(word, start=word.start + by, end=word.end + by) for word in page.words)
