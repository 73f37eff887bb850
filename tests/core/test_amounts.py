import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.danish.amounts import find_amounts, price_level, table_factor


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.357 t.kr.", 1_357_000),
        ("7,8 mio. kr.", 7_800_000),
        ("2.16 mio. kr.", 2_160_000),
        ("kr. 5.000,-", 5_000),
        ("5 millioner kroner", 5_000_000),
        ("1,2 mia. kr.", 1_200_000_000),
        ("-300.000 kr.", -300_000),
    ],
)
def test_values(text: str, value: int) -> None:
    (amount,) = find_amounts(f"Der er afsat {text} til driften")
    assert (amount.value_dkk, amount.text) == (value, text)


@given(st.integers(1, 10**9))
def test_whole_kroner_are_read_back(value: int) -> None:
    written = f"{value:,}".replace(",", ".")
    assert [a.value_dkk for a in find_amounts(f"i alt {written} kr. i 2026")] == [value]


@given(st.text(alphabet="0123456789.,- kromit\n()p/l"))
def test_amounts_stand_in_their_text(text: str) -> None:
    for amount in find_amounts(text):
        assert 0 <= amount.start < amount.end <= len(text)
        assert text[amount.start :].startswith(amount.text[:1])


def test_years_and_direction() -> None:
    text = "Der blev afsat 3,1 mio. kr. årligt fra 2024-2027 til nye cykelstier. Besparelsen er på 40.000 kr."
    first, second = find_amounts(text)
    assert (first.year, first.year_to, first.per_year, first.direction) == (2024, 2027, True, "expense")
    assert first.purpose == "nye cykelstier"
    assert second.direction == "income"


def test_each_sum_takes_its_own_year() -> None:
    a, b = find_amounts("Der er afsat 2 mio. kr. til parken i 2025 og 3 mio. kr. til parken i 2026.")
    assert (a.year, b.year) == (2025, 2026)


def test_a_range_gives_two_sums() -> None:
    assert [a.value_dkk for a in find_amounts("mellem 30-40 mio. kr.")] == [30_000_000, 40_000_000]


def test_a_table_unit_is_no_sum() -> None:
    assert find_amounts("Aktiviteter (1.000 kr. – 2019 p/l)") == []
    assert table_factor("1.000 kr., 2019 p/l") == 1000
    assert price_level("(2026-p/l)") == "2026 p/l"
