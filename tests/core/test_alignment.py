"""The map between received and cleaned text holds for any list of changes."""

from hypothesis import given
from hypothesis import strategies as st

from core.alignment import Alignment, apply_changes
from core.schema import Change, Span


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, tuple[Change, ...]]:
    """A text and ordered, non-overlapping changes of it."""
    text = draw(st.text("abcæø \n", min_size=1, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    changes = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        after = draw(st.text("xyzå ", max_size=5))
        changes.append(Change(start, end, text[start:end], after))
    return text, tuple(changes)


@given(edited(), st.data())
def test_a_cleaned_span_lies_inside_its_received_span(case, data):
    received, changes = case
    cleaned = apply_changes(received, changes)
    alignment = Alignment.of(changes)
    start = data.draw(st.integers(0, len(cleaned)))
    end = data.draw(st.integers(start, len(cleaned)))
    there = alignment.to_received(Span(start, end))
    assert 0 <= there.start <= there.end <= len(received)
    # cleaning the received span again gives text that holds the cleaned span
    inside = [c for c in changes if there.start <= c.start and c.end <= there.end]
    moved = [Change(c.start - there.start, c.end - there.start, c.before, c.after) for c in inside]
    assert cleaned[start:end] in apply_changes(received[there.start : there.end], moved)


@given(edited())
def test_the_whole_text_maps_to_the_whole_text(case):
    received, changes = case
    changes = tuple(c for c in changes if c.before and c.after)
    cleaned = apply_changes(received, changes)
    alignment = Alignment.of(changes)
    if cleaned and received:
        assert alignment.to_received(Span(0, len(cleaned))).end == len(received)
        assert alignment.to_cleaned(Span(0, len(received))) == Span(0, len(cleaned))


def test_an_unchanged_text_maps_to_itself():
    assert Alignment.of(()).to_received(Span(3, 9)) == Span(3, 9)


def test_a_span_inside_a_corrected_word_grows_to_the_word():
    received = "den leegelige vurdering"
    changes = (Change(4, 13, "leegelige", "lægelige"),)
    alignment = Alignment.of(changes)
    assert apply_changes(received, changes) == "den lægelige vurdering"
    assert alignment.to_received(Span(5, 8)) == Span(4, 13)
    assert alignment.to_received(Span(13, 22)) == Span(14, 23)
