"""What may be shown: statements that stand up to the words they cite."""

from __future__ import annotations

import pytest

from answer.citations import checked, fault_of
from answer.clip import clip, without_marker
from answer.draft import Draft, Source, Statement
from core.citations import cite
from core.schema import Document, Kind, Span

TEXT = (
    "Havnen fik 4,5 mio. kr. den 3. maj 2031. Fritidsudvalget i Nordby fører tilsyn, og havnefogeden skriver rapport."
)
DOCUMENT = Document("d", "d.txt", "Havn", Kind.MEMO, None, TEXT, TEXT)
FIRST = Span(0, TEXT.index("Fritids") - 1)
WHOLE = Span(0, len(TEXT))


def fault(text: str, span: Span = WHOLE, **more: object) -> str:
    statement = Statement(text, (Source(DOCUMENT, span),), **more)  # type: ignore[arg-type]
    return fault_of(statement, [cite(1, DOCUMENT, span)])


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Havnen fik 4,5 mio. kr.", True),
        ("Havnen fik 5,4 mio. kr.", False),
        ("Havnen fik pengene den 3. maj 2031.", True),
        ("Havnen fik pengene den 4. maj 2031.", False),
        ("Det er Fritidsudvalget, der fører tilsyn.", True),
        ("Det er Kulturudvalget, der fører tilsyn.", False),
        ("Noget helt andet.", False),
    ],
)
def test_numbers_dates_and_names_must_stand_in_the_quote(text: str, holds: bool) -> None:
    assert (fault(text) == "") is holds


def test_a_number_inside_a_longer_number_is_not_that_number() -> None:
    assert fault("Havnen fik 31 kr.")


def test_computed_numbers_must_be_declared() -> None:
    assert fault("Havnen fik i alt 9 mio. kr.")
    assert fault("Havnen fik i alt 9 mio. kr.", computed=("9",)) == ""


def test_a_quote_must_be_verbatim() -> None:
    assert fault("Fritidsudvalget i Nordby fører tilsyn", quoted=True) == ""
    assert fault("Fritidsudvalget i Sønderby fører tilsyn", quoted=True)


def test_statements_that_fail_are_left_out_and_marks_stay_in_order() -> None:
    good = Statement("Havnen fik 4,5 mio. kr. den 3. maj 2031.", (Source(DOCUMENT, FIRST),), quoted=True)
    bad = Statement("Havnen fik 99 mio. kr.", (Source(DOCUMENT, WHOLE),))
    shown = checked(Draft((bad, good)))
    assert shown.text == "Havnen fik 4,5 mio. kr. den 3. maj 2031 [1]."
    assert [citation.n for citation in shown.citations] == [1]
    assert shown.dropped[0][0] == bad.text


def test_word_limit() -> None:
    many = Draft(tuple(Statement(TEXT, (Source(DOCUMENT, WHOLE),), quoted=True) for _ in range(20)))
    assert len(checked(many, 40).text.split()) <= 45


def test_clipping_keeps_whole_clauses_and_what_must_be_kept() -> None:
    kept = Span(TEXT.index("havnefogeden"), TEXT.index("havnefogeden") + 12)
    span = clip(DOCUMENT, WHOLE, [kept], 6)
    assert "havnefogeden" in TEXT[span.start : span.end]
    assert TEXT[span.start : span.end] in TEXT


def test_list_markers_are_no_part_of_a_quote() -> None:
    text = "- at broen males,"
    document = Document("m", "m.txt", "", Kind.MEMO, None, text, text)
    span = without_marker(document, Span(0, len(text)))
    assert text[span.start : span.end] == "at broen males"
