"""Turns set pages into a scan: grey, a little crooked and noisy page images in a pdf without a text layer."""

from __future__ import annotations

import io
import time

import numpy as np
from PIL import Image, ImageFilter

from corpus.rendering import typeset
from corpus.rendering.markup import Source

DOTS_PER_INCH = 200  # what office scanners are commonly set to
SEED = 20250619
JPEG_QUALITY = 45
EPOCH = time.gmtime(0)


def pdf(source: Source) -> bytes:
    """A pdf of page images only. The noise is drawn from ``SEED``, so every run gives the same bytes."""
    draw = np.random.default_rng(SEED)
    pages = [_scan(png, draw) for png in typeset.images(source, DOTS_PER_INCH)]
    out = io.BytesIO()
    pages[0].save(
        out, "PDF", save_all=True, append_images=pages[1:], resolution=DOTS_PER_INCH, quality=JPEG_QUALITY,
        title=source.head["title"], producer="Ressort", creationDate=EPOCH, modDate=EPOCH,
    )  # fmt: skip
    return out.getvalue()


def _scan(png: bytes, draw: np.random.Generator) -> Image.Image:
    """One page as an office scanner gives it: turned up to 0.6 degrees, slightly soft, greyish, speckled."""
    page = Image.open(io.BytesIO(png)).convert("L")
    angle = draw.uniform(-0.6, 0.6)
    page = page.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    page = page.filter(ImageFilter.GaussianBlur(0.6))
    grey = np.asarray(page, dtype=np.float32) * 0.90 + 14
    grey += draw.normal(0, 2.0, grey.shape)
    specks = draw.random(grey.shape) < 0.00004
    grey[specks] = 90
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
