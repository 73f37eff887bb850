"""CPR numbers: masked at the same length, refused or kept; never a phone number or an EAN number."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from core.errors import RefusedFile
from core.settings import Settings
from ingest import page_image, read_document
from ingest.cpr import cpr_spans, mask

NUMBER = "010180-1234"  # a birth date and any four digits; no one's number


def test_number_is_masked_at_its_own_length() -> None:
    text = f"Borgeren ({NUMBER}) har fået svar."
    masked, count = mask(text)
    assert count == 1
    assert masked == "Borgeren (XXXXXX-XXXX) har fået svar."
    assert len(masked) == len(text)


@pytest.mark.parametrize("written", ["010180-1234", "010180 1234", "010180 - 1234", "010180\u20131234"])
def test_usual_ways_of_writing(written: str) -> None:
    assert len(list(cpr_spans(f"Nr. {written}."))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Sag 2022-0359762",
        "EAN 5798009710178",
        "Tlf. 2364 8798",
        "320180-1234",
        "1.010.180-1234",
        "0101801234",
        "010180-12345",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert list(cpr_spans(text)) == []


@given(st.text(alphabet="0123456789- .a", max_size=60))
def test_masking_keeps_the_length_and_leaves_none(text: str) -> None:
    masked, _ = mask(text)
    assert len(masked) == len(text)
    assert list(cpr_spans(masked)) == []


def pdf(path: Path) -> Path:
    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 720, f"Borgeren {NUMBER} bor på havnen.")
    canvas.save()
    path.write_bytes(out.getvalue())
    return path


def test_masked_everywhere_and_reported(tmp_path: Path) -> None:
    document = read_document(pdf(tmp_path / "a.pdf"), Settings())
    assert NUMBER not in repr(document)
    assert "XXXXXX-XXXX" in document.received
    assert any("CPR" in warning for warning in document.warnings)


def test_blacked_out_on_the_page_image(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf")
    document = read_document(path, Settings())
    box = next(w for w in document.pages[0].words if document.received[w.start : w.end] == "XXXXXX-XXXX")
    image = Image.open(
        BytesIO(page_image(path.read_bytes(), 1, Settings(), name=path.name, document=document))
    ).convert("L")
    area = image.crop(
        (int(box.x0 * image.width), int(box.y0 * image.height), int(box.x1 * image.width), int(box.y1 * image.height))
    )
    assert area.getextrema() == (0, 0)


def test_refused_or_kept_on_request(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf")
    with pytest.raises(RefusedFile, match="CPR"):
        read_document(path, replace(Settings(), cpr="refuse"))
    assert NUMBER in read_document(path, replace(Settings(), cpr="keep")).received
