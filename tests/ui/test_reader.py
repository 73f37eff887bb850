"""The reader's pages: the right place, the views, page images with boxes."""

from __future__ import annotations

from dataclasses import replace

from core.alignment import Alignment
from core.schema import Page, Span
from tests.ui.fakes import PAGE_ONE, agreement, budget, minutes
from ui import boxes, reader
from ui.leaves import STRETCH, leaf_at, leaves


def marked_text(page: reader.ReaderPage) -> str:
    return "".join(piece.text for part in page.parts for piece in part.pieces if piece.marked)


def test_a_place_on_page_two_opens_page_two() -> None:
    document = agreement()
    start = document.received.index("Flytningen")
    page = reader.build(document, mark=Span(start, start + 10))
    assert page.leaf.name == "Side 2"
    assert page.total == 2
    assert marked_text(page) == "Flytningen"
    assert page.previous_url
    assert not page.next_url


def test_the_mark_stands_on_the_same_words_in_every_view() -> None:
    document = minutes()
    cleaned = document.cleaned.index("drøftede belysning")
    span = Alignment.of(document.changes).to_received(Span(cleaned, cleaned + len("drøftede belysning")))
    assert marked_text(reader.build(document, mark=span)) == "drøftede belysning"
    received = reader.build(document, mark=span, view=reader.RECEIVED)
    assert marked_text(received) == "droeftede be-lysning"  # the line break lies between two lines
    assert [part.line for part in received.parts[:4]] == [1, 2, 3, 4]


def test_a_table_is_shown_as_one_with_the_cell_marked() -> None:
    document = budget()
    start = document.received.index("140")
    page = reader.build(document, mark=Span(start, start + 3))
    grid = next(part.grid for part in page.parts if part.grid)
    assert grid.columns == ("2030", "2031")
    cells = {(label, i): cell.marked for label, row in grid.rows for i, cell in enumerate(row)}
    assert [key for key, marked in cells.items() if marked] == [("Legepladser", 1)]


def test_page_number_out_of_range_shows_the_nearest_page() -> None:
    assert reader.build(agreement(), side=99).leaf.number == 2
    assert reader.build(agreement(), side=1).leaf.number == 1


def test_unknown_view_is_the_cleaned_one() -> None:
    assert reader.build(minutes(), view="../etc").view == reader.CLEANED


def test_long_texts_without_pages_come_in_stretches_that_lose_nothing() -> None:
    text = "linje med ord\n" * 9000
    document = replace(budget(), received=text, cleaned=text, blocks=(), tables=(), pages=(Page(None, 0, len(text)),))
    items = leaves(document)
    assert "".join(text[leaf.span.start : leaf.span.end] for leaf in items) == text
    assert all(leaf.span.end - leaf.span.start <= STRETCH for leaf in items)
    assert leaf_at(items, len(text) - 1) is items[-1]


def test_an_empty_document_has_one_empty_page() -> None:
    document = replace(budget(), received="", cleaned="", blocks=(), tables=(), pages=())
    assert reader.build(document).parts == []


def test_boxes_are_one_for_each_line_of_marked_words() -> None:
    page = agreement().pages[0]
    both = Span(PAGE_ONE.index("parker"), PAGE_ONE.index("flyttes"))
    found = boxes.marked(page, both)
    assert len(found) == 2
    assert found[0].y < found[1].y
    one = boxes.marked(page, Span(0, 6))
    assert [(box.x, box.width) for box in one] == [(100, round(6 * 0.011 * 1000))]


def test_unsure_words_are_outlined_on_scans_only() -> None:
    page = agreement().pages[0]
    assert len(boxes.unsure(page)) == 1
    assert boxes.unsure(replace(page, source=budget().pages[0].source)) == []
