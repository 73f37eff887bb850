"""The frame a page is read in: upright for its text, whichever way the page is turned when shown.

Three frames meet here, all in points: pdfium's (from the lower left, unturned), the reading frame (from the top
left, text running left to right) and the page as shown (from the top left, after /Rotate).
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ingest.formats.words import Char

Box = tuple[float, float, float, float]

_SOFT_HYPHENS = {2, 0xAD, 0xFFFE}  # how pdfium gives a hyphen at the end of a line
_FONT = ctypes.create_string_buffer(128)
_FLAGS = ctypes.c_int()
_SAMPLE = 200  # characters that tell which way the text runs


@dataclass(frozen=True, slots=True)
class Frame:
    """left, bottom: origin of the crop box in pdfium's frame. across, up: its size. shown: degrees clockwise
    the page is turned when shown. read: degrees clockwise it is turned to be read, 0 or ``shown``."""

    left: float
    bottom: float
    across: float
    up: float
    shown: int
    read: int

    @classmethod
    def of(cls, page: pdfium.PdfPage) -> Frame:
        """The frame of a page; a turned page is read unturned where its text runs across unturned."""
        left, bottom, _, _ = page.get_cropbox()
        width, height = page.get_size()
        turn = int(page.get_rotation())
        across, up = (height, width) if turn in (90, 270) else (width, height)
        return cls(left, bottom, across, up, turn, turn if turn and not _runs_across(page, turn) else 0)

    @property
    def width(self) -> float:
        """Width of the reading frame."""
        return self.up if self.read in (90, 270) else self.across

    @property
    def height(self) -> float:
        """Height of the reading frame."""
        return self.across if self.read in (90, 270) else self.up

    def shares(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A box of the reading frame as shares of the page as shown."""
        a, b, c, d = (
            (x0, y0, x1, y1)
            if self.read == self.shown
            else _turned(self.shown, x0, self.up - y1, x1, self.up - y0, self.across, self.up)
        )
        wide, high = (self.up, self.across) if self.shown in (90, 270) else (self.across, self.up)
        return _share(a, wide), _share(b, high), _share(c, wide), _share(d, high)

    def _reading(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A box of pdfium's frame in the reading frame."""
        left, bottom = self.left, self.bottom
        return _turned(self.read, x0 - left, y0 - bottom, x1 - left, y1 - bottom, self.across, self.up)

    def chars(self, page: pdfium.PdfPage, limit: int) -> Iterator[Char]:
        """Characters in the file's own order with their font boxes."""
        text_page = page.get_textpage()
        try:
            raw = text_page.raw
            box = pdfium_c.FS_RECTF()
            reference = ctypes.byref(box)
            bold, fresh = False, True
            left, top = self.left, self.up + self.bottom
            for i in range(min(pdfium_c.FPDFText_CountChars(raw), limit)):
                code = pdfium_c.FPDFText_GetUnicode(raw, i)
                if code in (0, 0xFFFF) or not pdfium_c.FPDFText_GetLooseCharBox(raw, i, reference):
                    continue
                text = "-" if code in _SOFT_HYPHENS else chr(code) if code < 0x110000 else ""
                if text.isspace():
                    fresh = True
                elif fresh:
                    bold, fresh = _set_apart(raw, i), False
                soft = code in _SOFT_HYPHENS
                if self.read == 0:  # nearly always; spares a call for each character
                    yield Char(text, box.left - left, top - box.top, box.right - left, top - box.bottom, soft, bold)
                else:
                    yield Char(text, *self._reading(box.left, box.bottom, box.right, box.top), soft, bold)
        finally:
            text_page.close()

    def rules(self, page: pdfium.PdfPage, limit: int) -> list[Box]:
        """Boxes of the straight lines drawn on a page; none where there are more than ``limit``."""
        found: list[Box] = []
        for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH], max_depth=1):
            for x0, y0, x1, y1 in _strokes(item):
                found.append(self._reading(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
            if len(found) > limit:
                return []
        return found


def _turned(turn: int, x0: float, y0: float, x1: float, y1: float, across: float, up: float) -> Box:
    """A box from the lower left of an unturned page, from the top left after a turn clockwise."""
    if turn == 90:
        return y0, x0, y1, x1
    if turn == 180:
        return across - x1, y0, across - x0, y1
    if turn == 270:
        return up - y1, across - x1, up - y0, across - x0
    return x0, up - y1, x1, up - y0


def _share(value: float, whole: float) -> float:
    return round(min(1.0, max(0.0, value / whole)), 5) if whole > 0 else 0.0


def _runs_across(page: pdfium.PdfPage, turn: int) -> bool:
    """True where the text of a turned page runs left to right in pdfium's frame."""
    text_page = page.get_textpage()
    try:
        box = pdfium_c.FS_RECTF()
        places: list[tuple[float, float]] = []
        for i in range(min(pdfium_c.FPDFText_CountChars(text_page.raw), _SAMPLE)):
            if pdfium_c.FPDFText_GetLooseCharBox(text_page.raw, i, ctypes.byref(box)):
                places.append((box.left, box.bottom))
    finally:
        text_page.close()
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(places)]
    across = sum(dx > abs(dy) for dx, dy in steps)
    other = sum(abs(dy) > abs(dx) or -dx > abs(dy) for dx, dy in steps)
    return across >= other


def _strokes(item: pdfium.PdfObject) -> Iterator[Box]:
    """Straight horizontal and vertical strokes of one path, in pdfium's frame."""
    matrix = item.get_matrix()
    last: tuple[float, float] | None = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(min(pdfium_c.FPDFPath_CountSegments(item), 200)):
        segment = pdfium_c.FPDFPath_GetPathSegment(item, i)
        if not pdfium_c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            continue
        point = matrix.on_point(x.value, y.value)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        straight = last and (abs(last[0] - point[0]) < 1 or abs(last[1] - point[1]) < 1)
        if kind == pdfium_c.FPDF_SEGMENT_LINETO and last and straight:
            yield (*last, *point)
        last = point


def _set_apart(text_page: ctypes.c_void_p, i: int) -> bool:
    """True for a character in bold or italic type."""
    if pdfium_c.FPDFText_GetFontWeight(text_page, i) >= 600:
        return True
    size = pdfium_c.FPDFText_GetFontInfo(text_page, i, _FONT, 128, ctypes.byref(_FLAGS))
    name = _FONT.raw[: max(0, min(size, 128))].lower()
    return b"bold" in name or b"italic" in name or b"oblique" in name
