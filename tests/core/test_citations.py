"""No citation can be made whose quote is not in its document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.alignment import apply_changes
from core.citations import cite, collapse
from core.schema import Change, Document, Kind, Page, Span

RECEIVED = "Notat\n\nUdvalget far ansvaret\nfor broerne.\n"
CHANGES = (Change(16, 19, "far", "får"),)


def make(received: str = RECEIVED, changes: tuple[Change, ...] = CHANGES, paged: bool = False) -> Document:
    pages = (Page(1, 0, 7), Page(2, 7, len(received))) if paged else (Page(None, 0, len(received)),)
    return Document("id", "notat.txt", "Notat", Kind.MEMO, None, received, apply_changes(received, changes),
                    changes=changes, pages=pages)  # fmt: skip


def test_quote_is_cleaned_and_source_quote_is_verbatim():
    citation = cite(1, make(), Span(7, 40))
    assert citation.quote == "Udvalget får ansvaret for broerne"
    assert citation.source_quote == "Udvalget far ansvaret\nfor broerne"
    assert citation.locator.lines == (3, 4)
    assert citation.locator.page is None


def test_a_paged_file_gives_the_page_and_no_lines():
    locator = cite(1, make(paged=True), Span(7, 20)).locator
    assert (locator.page, locator.lines) == (2, None)


def test_white_space_around_a_span_is_left_out():
    assert cite(1, make(), Span(5, 16)).source_quote == "Udvalget"


@pytest.mark.parametrize("span", [Span(5, 7), Span(3, 3), Span(30, 400)])
def test_no_citation_without_words_or_outside_the_document(span):
    with pytest.raises(ValueError, match="words"):
        cite(1, make(), span)


@given(st.integers(0, len(RECEIVED)), st.integers(0, len(RECEIVED)))
def test_every_source_quote_stands_in_the_received_text(a, b):
    document = make()
    span = Span(min(a, b), max(a, b))
    if document.cleaned[span.start : span.end].strip():
        citation = cite(1, document, span)
        assert citation.source_quote in document.received
        assert citation.quote in collapse(document.cleaned)
