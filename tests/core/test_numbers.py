import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.danish.numbers import number_value, parse_number, parse_ordinal, parse_word, parse_words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.357", 1357),
        ("7,8", 7.8),
        ("2.16", 2.16),
        ("1.234.567,5", 1234567.5),
        ("-2.060", -2060),
        ("40", 40),
    ],
)
def test_written_numbers(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", "ca.", "1.2.3", "to", "12,"])
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@given(st.integers(0, 10**12))
def test_thousands_are_read_back(value: int) -> None:
    assert parse_number(f"{value:,}".replace(",", ".")) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [("otte", 8), ("enogtyve", 21), ("femoghalvfems", 95), ("to hundrede og fem", 205), ("ni tusind", 9000)],
)
def test_number_words(words: str, value: int) -> None:
    assert parse_words(words) == value


def test_other_words_are_no_numbers() -> None:
    assert parse_word("udvalg") is None
    assert parse_words("syv forvaltninger") is None
    assert parse_word("skoog") is None


def test_scale_after_a_number() -> None:
    assert number_value("2,5 mio.") == 2.5 * 10**6
    assert number_value("syv") == 7


def test_ordinals() -> None:
    assert [parse_ordinal(t) for t in ("første", "2.", "Tredje", "mange")] == [1, 2, 3, None]
