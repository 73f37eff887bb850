"""Danish dates, numbers and places."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UsageError
from core.schema import DateSpan, Locator, Precision
from ui import format as fmt


@pytest.mark.parametrize(
    "text", ["2026-01-31", "31.01.2026", "31-1-2026", "31/01/2026", "31. januar 2026", "31 jan 2026"]
)
def test_a_day_is_read_in_the_forms_people_write(text: str) -> None:
    assert fmt.parse_day(text) == date(2026, 1, 31)


@given(st.dates())
def test_a_written_day_is_read_back(day: date) -> None:
    assert fmt.parse_day(fmt.day(day)) == day if day.year >= 1000 else True


@pytest.mark.parametrize("text", ["31. februar 2026", "i morgen", "2026", "<b>", "99-99-2026"])
def test_other_words_are_refused_with_the_way_to_write_it(text: str) -> None:
    with pytest.raises(UsageError, match="kan ikke læses") as caught:
        fmt.parse_day(text, "Datoen")
    assert "1. januar 2026" in caught.value.for_user()


def test_blank_is_no_day() -> None:
    assert fmt.parse_day("  ") is None


def test_numbers_are_danish() -> None:
    assert fmt.kroner(1_357_000) == "1.357.000 kr."
    assert fmt.number(1234.5, 1) == "1.234,5"
    assert fmt.count(1, "side", "sider") == "1 side"
    assert fmt.size(3_400_000) == "3,4 MB"


def test_places_name_page_or_lines() -> None:
    assert fmt.place(Locator(3, None, 0, 1)) == "side 3"
    assert fmt.place(Locator(None, (98, 104), 0, 1)) == "linje 98-104"
    assert fmt.place(Locator(None, (7, 7), 0, 1)) == "linje 7"


def test_intervals_show_their_days() -> None:
    half = DateSpan(date(2026, 1, 1), date(2026, 6, 30), Precision.HALF_YEAR, "on", "1. halvår 2026", 0, 5)
    assert fmt.interval(half) == "1. halvår 2026"
    by = DateSpan(None, date(2026, 8, 1), Precision.DAY, "by", "senest 1. august 2026", 0, 5)
    assert fmt.interval(by) == "senest 1. august 2026"
