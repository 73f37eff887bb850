"""Page images: preparation, reading, and what is no page at all."""

import pytest
from PIL import Image, ImageDraw, ImageFont

from core.errors import RefusedFile
from evals.ocr import render
from ingest import ocr, scan

LINES = ["Rådhuset åbner igen efter påske", "Færgen sejler hver halve time", "Økonomien er på plads i år"]


def page(lines: list[str] = LINES, size: int = 34) -> Image.Image:
    image = Image.new("L", (1200, 1700), 255)
    pen = ImageDraw.Draw(image)
    own = render.fonts(("DejaVu Sans", "Liberation Sans", "Noto Sans")) if ocr.available() else ()
    upright = [file for file in own if "Oblique" not in file and "Italic" not in file]
    font = ImageFont.truetype(upright[0], size) if upright else ImageFont.load_default(size)
    for i, line in enumerate(lines * 4):
        pen.text((120, 120 + i * 2 * size), line, font=font, fill=0)
    return image


@pytest.mark.parametrize("skew", [-2.0, 0.0, 1.5])
def test_skew_is_measured(skew: float) -> None:
    tilted = page().rotate(-skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    assert scan.measure_skew(tilted) == pytest.approx(skew, abs=0.3)


@pytest.mark.parametrize("quarter", [0, 90, 180, 270])
def test_boxes_go_back_to_the_page_given(quarter: int) -> None:
    image = Image.new("L", (400, 800), 255)
    image.paste(0, (40, 80, 80, 160))
    upright = scan.prepare(image.rotate(-quarter, expand=True), quarter)
    x0, y0, x1, y1 = upright.to_original((0.1, 0.1, 0.2, 0.2))
    given = image.rotate(-quarter, expand=True)
    dark = given.crop(
        (round(x0 * given.width), round(y0 * given.height), round(x1 * given.width), round(y1 * given.height))
    )
    assert dark.getextrema() == (0, 0)


def test_transparent_is_white() -> None:
    assert scan.grey(Image.new("RGBA", (5, 5), (0, 0, 0, 0))).getextrema() == (255, 255)


def test_too_many_pixels_are_refused_before_they_are_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "MAX_PIXELS", 100)
    with pytest.raises(RefusedFile):
        scan.grey(Image.new("L", (20, 20)))


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("", True),
        ("  3 ", True),
        ("\ufffd\ufffd\ufffd\ufffd ab" * 30, True),
        ("Der er ikke sat midler af til opgaven, og det er aftalt at se sagen igen. " * 5, True),
        ("Der er ikke afsat midler til opgaven i år, og sagen skal drøftes igen på næste møde. " * 5, False),
        ("The plan was approved by the board and is to be carried out from the first of May. " * 5, False),
    ],
)
def test_when_a_page_is_read_again(text: str, needed: bool) -> None:
    assert ocr.needs_ocr(text) is needed


needs_tesseract = pytest.mark.skipif(not ocr.available(), reason="tesseract with Danish is not installed")


@pytest.mark.slow
@needs_tesseract
def test_a_page_is_read_with_its_letters_and_places() -> None:
    read = ocr.read_image(page(), seconds=60)
    assert read.text.splitlines()[:3] == LINES
    assert read.problem is None
    first = next(word for word in read.words if read.text[word.start : word.end] == "Rådhuset")
    assert (first.x0, first.y0) == pytest.approx((0.1, 0.075), abs=0.02)


@pytest.mark.slow
@needs_tesseract
def test_a_page_on_its_head_is_turned() -> None:
    read = ocr.read_image(page().rotate(180), seconds=60)
    assert "Rådhuset åbner igen" in read.text
    assert read.rotation == 180


@pytest.mark.slow
@needs_tesseract
def test_no_text_and_no_time_are_clear_states() -> None:
    empty = ocr.read_image(Image.new("L", (900, 1200), 255), seconds=60)
    assert (empty.text, empty.confidence) == ("", 0.0)
    assert empty.problem
    late = ocr.read_image(page(), seconds=0)
    assert late.text == ""
    assert late.problem
    assert "sekunder" in late.problem


@pytest.mark.slow
@needs_tesseract
def test_pages_come_in_order() -> None:
    done: list[int] = []
    images = [page(["Første side er læst"]), Image.new("L", (300, 400), 255), page(["Tredje side er læst"])]
    read = list(ocr.read_pages(images, workers=2, seconds=60, progress=done.append))
    assert ["Første" in read[0].text, read[1].text, "Tredje" in read[2].text] == [True, "", True]
    assert done == [1, 2, 3]
