"""Page images of our own Danish text, in many fonts, sizes and qualities."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import textwrap
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

TEXT = Path(__file__).with_name("text.txt")
_MARGIN = 0.75  # inches
_SLANTED = 0.15  # share of pages in italics
_PAGE = (8.27, 11.69)  # A4, inches

# families from Debian's font packages that a Danish office could have used; missing ones are passed over
FAMILIES = (
    "Carlito", "Caladea", "Liberation Sans", "Liberation Serif", "Liberation Sans Narrow", "DejaVu Sans",
    "DejaVu Serif", "Lato", "Open Sans", "Roboto", "EB Garamond", "Linux Libertine O", "Linux Biolinum O",
    "Gentium", "FreeSans", "FreeSerif", "Nimbus Sans", "Nimbus Roman", "P052", "C059", "URW Bookman",
    "URW Gothic", "Cantarell", "Inter", "Noto Sans", "Noto Serif", "TeX Gyre Adventor",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is made. font: file. size: points. dpi: dots an inch. blur: radius in pixels.
    skew: degrees. noise: standard deviation of grey levels. jpeg: quality 1-95, 0 for none."""

    font: str
    size: float
    dpi: int
    blur: float = 0.0
    skew: float = 0.0
    noise: float = 0.0
    jpeg: int = 0


@cache
def fonts(families: tuple[str, ...] = FAMILIES) -> tuple[str, ...]:
    """Font files of the families that are installed, upright and slanted, not bold; none without fontconfig."""
    if shutil.which("fc-list") is None:
        return ()
    call = ["fc-list", "--format", "%{file}\t%{family[0]}\t%{style[0]}\n"]
    listed = subprocess.run(call, capture_output=True, text=True, timeout=60, check=True).stdout
    wanted = {"Regular", "Italic", "Book", "Roman", "Oblique", "Medium"}
    rows = (row.split("\t") for row in sorted(listed.splitlines()))
    fitting = (row for row in rows if len(row) == 3 and row[1] in families and row[2] in wanted)
    return tuple(row[0] for row in fitting if row[0].endswith(("ttf", "otf")))


def a_look(rng: random.Random, files: tuple[str, ...]) -> Look:
    """A look drawn by chance: from a fresh print to a poor scan."""
    slanted = [file for file in files if re.search(r"Ital|Obli|italic|RI\.|-I\.", file)]
    upright = [file for file in files if file not in slanted]
    return Look(
        font=rng.choice(slanted if slanted and rng.random() < _SLANTED else upright),
        size=rng.choice((9.0, 10.0, 11.0, 12.0)),
        dpi=rng.choice((150, 200, 200, 200, 300)),
        blur=rng.choice((0.0, 0.3, 0.5, 0.7)),
        skew=rng.uniform(-0.4, 0.4),
        noise=rng.choice((0.0, 0.0, 6.0, 12.0)),
        jpeg=rng.choice((0, 0, 40, 70)),
    )


def lines_for(text: str, look: Look) -> list[str]:
    """The text broken to the page's width with this font."""
    font = ImageFont.truetype(look.font, round(look.size * look.dpi / 72))
    width = (_PAGE[0] - 2 * _MARGIN) * look.dpi
    letters = max(20, int(width / (font.getlength("enaridtsolgkøæå ") / 16)))
    return [line for paragraph in text.splitlines() for line in [*textwrap.wrap(paragraph, letters), ""]]


def draw(lines: list[str], look: Look, seed: int = 0) -> Image.Image:
    """The page image of these lines, as many as fit."""
    width, height = (round(side * look.dpi) for side in _PAGE)
    page = Image.new("L", (width, height), 255)
    pen = ImageDraw.Draw(page)
    font = ImageFont.truetype(look.font, round(look.size * look.dpi / 72))
    step = look.size * 1.35 * look.dpi / 72
    for i, line in enumerate(lines[: lines_on_page(look)]):
        pen.text((_MARGIN * look.dpi, _MARGIN * look.dpi + i * step), line, font=font, fill=0)
    return _worn(page, look, seed)


def lines_on_page(look: Look) -> int:
    """How many lines fit on one page."""
    return int((_PAGE[1] - 2 * _MARGIN) * 72 / (look.size * 1.35))


def _worn(page: Image.Image, look: Look, seed: int) -> Image.Image:
    if look.skew:
        page = page.rotate(look.skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    if look.blur:
        page = page.filter(ImageFilter.GaussianBlur(look.blur))
    if look.noise:
        grain = np.random.default_rng(seed).normal(0.0, look.noise, (page.height, page.width))
        page = Image.fromarray(np.clip(np.asarray(page, dtype=np.float32) + grain, 0, 255).astype(np.uint8))
    if look.jpeg:
        stored = BytesIO()
        page.save(stored, format="JPEG", quality=look.jpeg)
        page = Image.open(stored).convert("L")
    return page
