"""Times written out in Danish say the whole time, not its last part."""

from __future__ import annotations

from datetime import date

import pytest

from core.danish.date_words import write_interval
from core.danish.dates import find_dates
from core.schema import DateSpan, Precision


@pytest.mark.parametrize(
    ("told", "written"),
    [
        ("i starten af 2027", "januar-marts 2027"),
        ("i maj 2027", "maj 2027"),
        ("primo maj 2027", "maj 2027"),
        ("i maj-juni 2027", "maj-juni 2027"),
        ("i 2. kvartal 2027", "2. kvartal 2027"),
        ("i 1.-2. kvartal 2027", "1.-2. kvartal 2027"),
        ("i 1. halvår 2027", "1. halvår 2027"),
        ("i uge 12 2027", "uge 12 2027"),
        ("i uge 12-14 2027", "uge 12-14 2027"),
        ("i uge 1 2026", "uge 1 2026"),
        ("i foråret 2027", "forår 2027"),
        ("i 2027-2030", "2027-2030"),
        ("senest den 1. maj 2027", "senest 1. maj 2027"),
        ("fra den 1. maj 2027", "fra 1. maj 2027"),
        ("den 3.-5. maj 2027", "3. maj til 5. maj 2027"),
        ("fra 20. december 2027 til 3. januar 2028", "20. december 2027 til 3. januar 2028"),
        ("til og med 2027", "til og med 2027"),
        ("frem mod efteråret 2027", "omkring efterår 2027"),
    ],
)
def test_a_time_as_people_write_it(told: str, written: str) -> None:
    (span,) = find_dates(f"Molen bygges {told}.")
    assert write_interval(span) == written


def test_months_of_two_years() -> None:
    span = DateSpan(date(2027, 11, 1), date(2028, 2, 29), Precision.MONTH, "on", "vinteren over", 0, 1)
    assert write_interval(span) == "november 2027 til februar 2028"
