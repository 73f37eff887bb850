"""Page images. Runs in a child process."""

from __future__ import annotations

import math
from io import BytesIO

from PIL import Image, ImageDraw

from core.errors import DamagedFile, UnsupportedFile
from ingest.formats.sniff import format_of

_MAX_SIDE = 8000  # pixels
_MAX_PIXELS = 40_000_000  # of a page; A4 at 600 dpi has 35 million
_GREY = frozenset({"1", "L", "LA", "I", "F", "I;16", "I;16B"})


def render_bytes(
    data: bytes, page: int, dpi: int, hide: tuple[tuple[float, float, float, float], ...], name: str
) -> bytes:
    """PNG of one page (1-based) of a pdf or picture file. hide: boxes (x0, y0, x1, y1) as shares of the page.

    Raises UnsupportedFile for formats without pages, DamagedFile for a page that isn't there."""
    kind = format_of(data, name)
    if kind == "pdf":
        image = _pdf_page(data, page, dpi, name)
    elif kind == "image":
        image = _frame(data, page, name)
    else:
        raise UnsupportedFile(f"{name}: filen har ingen sider at vise som billede.")
    _black_out(image, hide)
    out = BytesIO()
    image.save(out, "PNG", compress_level=3)
    return out.getvalue()


def _pdf_page(data: bytes, page: int, dpi: int, name: str) -> Image.Image:
    from ingest.formats.pdf import open_pdf

    document = open_pdf(data, name)
    try:
        _check_page(page, len(document), name)
        sheet = document[page - 1]
        scale = min(dpi / 72, _MAX_SIDE / max(1.0, *sheet.get_size()))
        image: Image.Image = sheet.render(scale=scale, may_draw_forms=False).to_pil()
        return image.convert("RGB")
    finally:
        document.close()


def _frame(data: bytes, page: int, name: str) -> Image.Image:
    from ingest.formats.image import open_image

    image = open_image(data, name)
    _check_page(page, int(getattr(image, "n_frames", 1)), name)
    try:
        image.seek(page - 1)
        return _fitting(image).convert("RGB")
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise DamagedFile(f"{name}: billedet er beskadiget og kan ikke læses.") from error


def _fitting(image: Image.Image) -> Image.Image:
    """The picture, made smaller where it is larger than any page needs: the reader's memory stays bounded."""
    factor = math.ceil(math.sqrt(image.width * image.height / _MAX_PIXELS))
    if factor < 2:
        return image
    return image.convert("L" if image.mode in _GREY else "RGB").reduce(factor)


def _check_page(page: int, count: int, name: str) -> None:
    if not 1 <= page <= count:
        raise DamagedFile(f"{name}: der er ingen side {page}; filen har {count}.")


def _black_out(image: Image.Image, hide: tuple[tuple[float, float, float, float], ...]) -> None:
    draw = ImageDraw.Draw(image)
    for x0, y0, x1, y1 in hide:
        draw.rectangle(
            (x0 * image.width - 2, y0 * image.height - 2, x1 * image.width + 2, y1 * image.height + 2),
            fill="black",
        )
