"""The rendered documents: they are there, they open, and they say what they are."""

from __future__ import annotations

import re

import docx
import pypdf
import pytest

from corpus.render import HERE, render
from corpus.rendering.markup import plain
from tests.corpus.texts import all_sources, pdf_pages, rendered_text, source_text, words

NAMES = sorted(all_sources())
SCAN = "implementeringsplan-udsatteteam-og-taskforce.pdf"
MINUTES = "referat-hovedmed-2022-11-25.docx"
BUDGET = "budgetnotat-bi6a-2019-2022.pdf"
LEAST_WORDS = 1200
MOST_BYTES = 2_000_000


def test_every_document_is_committed_and_nothing_else() -> None:
    found = sorted(path.name for path in HERE.iterdir() if path.suffix in {".pdf", ".docx"})
    assert found == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_document_is_long_enough_and_small_enough(name: str) -> None:
    assert len(words(source_text(name))) >= LEAST_WORDS
    assert (HERE / name).stat().st_size < MOST_BYTES


@pytest.mark.parametrize("name", [name for name in NAMES if name != SCAN])
def test_first_page_says_that_it_is_a_retelling(name: str) -> None:
    first = pdf_pages(name)[0] if name.endswith(".pdf") else rendered_text(name)[:600]
    assert "Genfortalt til Ressort" in first
    assert "kommunens" in first


def test_note_comes_first_in_every_source() -> None:
    for source in all_sources().values():
        note = source.blocks[0]
        assert note.kind == "note"
        assert re.search(r"ikke kommunens|er ikke kommunens", plain(note.runs).lower())


@pytest.mark.parametrize("name", [name for name in NAMES if name != SCAN])
def test_rendered_file_holds_the_words_of_its_source(name: str) -> None:
    def letters(text: str) -> str:
        return re.sub(r"[\s-]", "", text)

    shown = letters(rendered_text(name))
    for block in all_sources()[name].blocks:
        for row in block.rows:
            for cell in row:
                for run in cell:
                    assert letters(run.text)[:60] in shown


def test_hyphens_of_the_text_are_readable() -> None:
    text = rendered_text("aftale-om-ressortopdeling-2025.pdf")
    assert "Kultur- og Fritidsudvalget" in text
    assert "\u00ad" not in text


def test_scan_has_page_images_and_no_text() -> None:
    pages = pypdf.PdfReader(HERE / SCAN).pages
    assert len(pages) >= 3
    assert all(len(page.images) == 1 and not page.extract_text().strip() for page in pages)


def test_minutes_hold_an_attendance_table() -> None:
    tables = docx.Document(str(HERE / MINUTES)).tables
    attendance = next(table for table in tables if table.cell(0, 0).text == "Navn")
    assert {row.cells[3].text for row in attendance.rows[1:]} == {"Ja", "Afbud"}


def test_sums_of_the_budget_table_add_up() -> None:
    table = max((b for b in all_sources()[BUDGET].blocks if b.kind == "table"), key=lambda b: len(b.rows))
    rows = {}
    for label, *cells in ([plain(cell) for cell in row] for row in table.rows[1:]):
        rows.setdefault(label[:2], []).append([int(cell.replace(".", "")) for cell in cells])
    parts = [rows[f"{n}."][0] for n in (1, 2, 3, 4)]
    assert [sum(column) for column in zip(*parts, strict=True)] == rows["Su"][0]
    for n in (1, 2):
        below = [row for label, group in rows.items() if re.fullmatch(f"{n}[abc]", label) for row in group]
        assert [sum(column) for column in zip(*below, strict=True)] == rows[f"{n}."][0]
    assert all(sum(row[:-1]) == row[-1] for group in rows.values() for row in group)


@pytest.mark.slow
def test_rendering_again_gives_the_committed_bytes(tmp_path) -> None:
    for path in render(tmp_path):
        assert path.read_bytes() == (HERE / path.name).read_bytes(), path.name
