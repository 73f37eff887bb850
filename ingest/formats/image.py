"""Pictures of pages (png, jpg, tiff): no text of their own, one page a frame, all for OCR."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, UnidentifiedImageError

from core.errors import DamagedFile, RefusedFile
from core.schema import TextSource
from ingest.raw import RawDocument, RawPage

MAX_PIXELS = 120_000_000  # of one page; A3 at 600 dpi has 70 million
_DEFAULT_DPI = 200.0


def open_image(data: bytes, name: str) -> Image.Image:
    """The opened picture, not yet decoded. Raises DamagedFile or RefusedFile."""
    Image.MAX_IMAGE_PIXELS = None  # the limit below is ours
    try:
        image = Image.open(BytesIO(data), formats=("PNG", "JPEG", "TIFF"))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise DamagedFile(f"{name}: billedet er beskadiget og kan ikke læses.") from error
    if image.width * image.height > MAX_PIXELS:
        raise RefusedFile(f"{name}: billedet er for stort ({image.width} x {image.height} punkter).")
    return image


def read_image_file(data: bytes, name: str, max_pages: int) -> RawDocument:
    """One page a frame, each asking for OCR; sizes in points from the stored resolution."""
    image = open_image(data, name)
    try:
        frames = int(getattr(image, "n_frames", 1))
        if frames > max_pages:
            raise RefusedFile(f"{name}: {frames} sider er flere end grænsen på {max_pages}.")
        pages = [_page(image, number) for number in range(1, frames + 1)]
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise DamagedFile(f"{name}: billedet er beskadiget og kan ikke læses.") from error
    text = "\f".join("" for _ in pages)
    return RawDocument(text, Image.MIME.get(image.format or "", "image"), tuple(pages))


def _page(image: Image.Image, number: int) -> RawPage:
    image.seek(number - 1)
    if image.width * image.height > MAX_PIXELS:
        raise ValueError("frame too large")
    dpi = float(image.info.get("dpi", (_DEFAULT_DPI,))[0] or _DEFAULT_DPI)
    dpi = dpi if 50 <= dpi <= 2400 else _DEFAULT_DPI
    at = number - 1
    width, height = image.width * 72 / dpi, image.height * 72 / dpi
    return RawPage(number, at, at, TextSource.OCR, width, height, (), True)
