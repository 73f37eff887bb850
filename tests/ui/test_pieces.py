"""Text cut for the reader: nothing lost, marks and corrections where they belong."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.alignment import apply_changes
from core.schema import Change, Span
from tests.ui.fakes import minutes
from ui.pieces import cut, edits, flag_first, within


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, list[Change]]:
    """A text and changes that fit it, deletions and insertions among them."""
    text = draw(st.text("abæø \n-", max_size=60))
    changes, at = [], 0
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(at, len(text)))
        end = draw(st.integers(start, len(text)))
        if changes and start == end == at:
            continue
        after = draw(st.text("xyz", max_size=3))
        changes.append(Change(start, end, text[start:end], after, draw(st.floats(0, 1))))
        at = end
    return text, changes


@given(damaged(), st.data())
def test_pieces_together_are_exactly_the_stretch(case: tuple[str, list[Change]], data: st.DataObject) -> None:
    received, changes = case
    for cleaned, text in ((True, apply_changes(received, changes)), (False, received)):
        start = data.draw(st.integers(0, len(text)))
        span = Span(start, data.draw(st.integers(start, len(text))))
        low = data.draw(st.integers(0, len(text)))
        mark = Span(low, data.draw(st.integers(low, len(text))))
        pieces = cut(text, span, mark, edits(changes, cleaned=cleaned))
        assert "".join(piece.text for piece in pieces) == text[span.start : span.end]


@given(damaged())
def test_an_edit_stands_where_its_new_words_are(case: tuple[str, list[Change]]) -> None:
    received, changes = case
    text = apply_changes(received, changes)
    for edit in edits(changes, cleaned=True):
        assert text[edit.span.start : edit.span.end] == edit.change.after


def test_marked_and_corrected_words_are_told_apart() -> None:
    document = minutes()
    start = document.cleaned.index("drøftede")
    pieces = cut(document.cleaned, Span(0, 80), Span(start, start + 20), edits(document.changes, cleaned=True))
    drøftede = next(piece for piece in pieces if piece.text == "drøftede")
    assert drøftede.marked
    assert drøftede.edit
    assert not drøftede.edit.unsure
    assert next(piece for piece in pieces if piece.text == "belysning").edit.unsure  # type: ignore[union-attr]
    assert not pieces[0].marked


def test_only_the_first_marked_piece_is_the_target() -> None:
    rows = [cut("en to", Span(0, 5), None, []), cut("tre fire", Span(0, 8), Span(0, 3), []),
            cut("fem", Span(0, 3), Span(0, 3), [])]  # fmt: skip
    flag_first(rows)
    assert [piece.text for row in rows for piece in row if piece.first] == ["tre"]


def test_edits_of_one_page_are_found_without_the_others() -> None:
    found = within(edits(minutes().changes, cleaned=False), Span(0, 20))
    assert [edit.change.after for edit in found] == ["møde"]
