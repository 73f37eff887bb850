"""Gets a page image ready for reading: one grey channel, upright scan lines, about 300 dots an inch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageOps

from core.errors import DamagedFile, RefusedFile

MAX_PIXELS = 120_000_000  # A3 at 600 dpi has 70 million
_TARGET = 3508  # pixels on the long side: A4 at 300 dpi
_ENOUGH = 0.85  # of the target: not worth enlarging
_MOST = 1.6  # of the target: larger ones are made smaller
_LARGEST_ENLARGEMENT = 3.0
_SKEW_WIDTH = 600  # pixels; the skew shows at this size
_COARSE = (-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0)  # degrees looked at first
_FINE = (-0.75, -0.5, -0.25, 0.25, 0.5, 0.75)  # then around the best of them
_SMALLEST_SKEW = 0.4  # degrees; tesseract copes with less


@dataclass(frozen=True, slots=True)
class Prepared:
    """image: what is read. quarter: degrees counter-clockwise it was turned first (0, 90, 180, 270).
    skew: degrees counter-clockwise it was turned after that, about its centre."""

    image: Image.Image
    quarter: int
    skew: float

    def to_original(self, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """A box of the read image in shares, as shares of the page as it was given."""
        corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
        points = [_unquarter(*_unskew(x, y, self.skew, self.image.size), self.quarter) for x, y in corners]
        xs, ys = [min(1.0, max(0.0, p[0])) for p in points], [min(1.0, max(0.0, p[1])) for p in points]
        return min(xs), min(ys), max(xs), max(ys)


def grey(image: Image.Image) -> Image.Image:
    """The page in grey on white, turned as its camera says. Raises RefusedFile over MAX_PIXELS, DamagedFile
    where the picture can't be decoded."""
    if image.width * image.height > MAX_PIXELS:
        raise RefusedFile(f"Billedet er for stort ({image.width} x {image.height} punkter).")
    try:
        image.load()
        turned = ImageOps.exif_transpose(image)
        if turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info:
            turned = turned.convert("RGBA")
            white = Image.new("RGBA", turned.size, "white")
            turned = Image.alpha_composite(white, turned)
        return turned.convert("L")
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise DamagedFile("Billedet er beskadiget og kan ikke læses.") from error


def prepare(page: Image.Image, quarter: int = 0) -> Prepared:
    """Turn by ``quarter`` degrees counter-clockwise, bring to about 300 dpi and straighten."""
    if quarter:
        page = page.transpose(
            {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_270}[quarter]
        )
    page = _scaled(page)
    skew = measure_skew(page)
    if abs(skew) >= _SMALLEST_SKEW:
        page = page.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    else:
        skew = 0.0
    return Prepared(page, quarter, skew)


def measure_skew(page: Image.Image) -> float:
    """Degrees counter-clockwise that would make the lines level, 0 where none stand out.

    The sum of squared differences between neighbouring rows of ink is largest when the lines of text are
    level (Postl 1986).
    """
    small = page.resize((_SKEW_WIDTH, max(1, round(page.height * _SKEW_WIDTH / page.width))), Image.Resampling.BOX)
    ink = ImageOps.invert(ImageOps.autocontrast(small))
    scores = {angle: _levelness(ink, angle) for angle in _COARSE}
    near = max(scores, key=scores.__getitem__)
    scores.update({near + step: _levelness(ink, near + step) for step in _FINE})
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] > 1.1 * scores[0.0] else 0.0


def _levelness(ink: Image.Image, angle: float) -> float:
    rows = np.asarray(ink.rotate(angle, resample=Image.Resampling.BILINEAR), dtype=np.float32).sum(axis=1)
    return float(np.square(np.diff(rows)).sum())


def _scaled(page: Image.Image) -> Image.Image:
    factor = _TARGET / max(page.size)
    if _ENOUGH <= 1 / factor <= _MOST:
        return page
    factor = min(factor, _LARGEST_ENLARGEMENT)
    size = (max(1, round(page.width * factor)), max(1, round(page.height * factor)))
    return page.resize(size, Image.Resampling.LANCZOS)


def _unskew(x: float, y: float, skew: float, size: tuple[int, int]) -> tuple[float, float]:
    if not skew:
        return x, y
    width, height = size
    dx, dy = (x - 0.5) * width, (y - 0.5) * height
    cos, sin = float(np.cos(np.radians(skew))), float(np.sin(np.radians(skew)))
    return 0.5 + (dx * cos - dy * sin) / width, 0.5 + (dx * sin + dy * cos) / height


def _unquarter(x: float, y: float, quarter: int) -> tuple[float, float]:
    return {0: (x, y), 90: (1 - y, x), 180: (1 - x, 1 - y), 270: (y, 1 - x)}[quarter]
