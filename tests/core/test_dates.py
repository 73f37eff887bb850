from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.danish.dates import date_iso, find_dates, write_day
from core.schema import Precision

MONTHS = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
]


def one(text: str, reference: date | None = None) -> tuple[str, str, str, str]:
    (span,) = find_dates(text, reference)
    return str(span.first), str(span.last), span.precision.value, span.bound


@given(
    st.dates(date(1960, 1, 1), date(2079, 12, 31)),
    st.sampled_from(["d. {d}. {m} {y}", "{d}.{m} {y}", "{d}. {m}, {y}"]),
)
def test_every_written_day_is_found(day: date, form: str) -> None:
    text = "Sagen behandles " + form.format(d=day.day, m=MONTHS[day.month - 1], y=day.year) + " i udvalget"
    assert date_iso(text) == day.isoformat()


@given(
    st.dates(date(1960, 1, 1), date(2079, 12, 31)),
    st.sampled_from(["%d/%d-%d", "%d.%d.%d", "%d/%d %d", "%d-%d-%d"]),
)
def test_every_numeric_day_is_found(day: date, form: str) -> None:
    assert date_iso("pr. " + form % (day.day, day.month, day.year)) == day.isoformat()


@given(
    st.text(alphabet="0123456789./- ijanurfem augstplo"),
    st.none() | st.dates(date(1980, 1, 1), date(2050, 1, 1)),
)
def test_spans_are_ordered_and_verbatim(text: str, reference: date | None) -> None:
    at = 0
    for span in find_dates(text, reference):
        assert text[span.start : span.end] == span.text
        assert span.start >= at
        assert not (span.first and span.last) or span.first <= span.last
        at = span.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("senest den 1. august 2026", ("None", "2026-08-01", "day", "by")),
        ("inden udgangen af 2025", ("None", "2025-12-31", "day", "by")),
        ("inden uge 27, 2026", ("None", "2026-06-28", "week", "by")),
        ("senest uge 27, 2026", ("None", "2026-07-05", "week", "by")),
        ("inden maj 2026", ("None", "2026-04-30", "month", "by")),
        ("før 1. maj 2026", ("None", "2026-04-30", "day", "by")),
        ("til og med 2026", ("None", "2026-12-31", "year", "until")),
        ("fra og med 1. april 2027", ("2027-04-01", "None", "day", "from")),
        ("med virkning fra 1. januar 2026", ("2026-01-01", "None", "day", "from")),
        ("pr. 1.1.2026", ("2026-01-01", "2026-01-01", "day", "on")),
        ("frem mod 2027", ("2027-01-01", "2027-12-31", "year", "around")),
        ("ultimo 2025", ("2025-12-01", "2025-12-31", "month", "on")),
        ("medio juni 2025", ("2025-06-11", "2025-06-20", "month", "on")),
        ("1. halvår 2026", ("2026-01-01", "2026-06-30", "half_year", "on")),
        ("første halvår af 2026", ("2026-01-01", "2026-06-30", "half_year", "on")),
        ("udgangen af 1. halvår 2026", ("2026-06-30", "2026-06-30", "day", "on")),
        ("3. kvartal 2026", ("2026-07-01", "2026-09-30", "quarter", "on")),
        ("i efteråret 2025", ("2025-09-01", "2025-11-30", "season", "on")),
        ("vinteren 2025/26", ("2025-12-01", "2026-02-28", "season", "on")),
        ("i perioden 2019-2022", ("2019-01-01", "2022-12-31", "year", "on")),
        ("fra 1. januar 2026 til 31. december 2027", ("2026-01-01", "2027-12-31", "day", "on")),
        ("skoleåret 2025/26", ("2025-08-01", "2026-07-31", "year", "on")),
        ("uge 34 2025", ("2025-08-18", "2025-08-24", "week", "on")),
        ("maj-juni 2026", ("2026-05-01", "2026-06-30", "month", "on")),
        ("i 2030", ("2030-01-01", "2030-12-31", "year", "on")),
    ],
)
def test_date_language(text: str, expected: tuple[str, str, str, str]) -> None:
    assert one(text) == expected


@pytest.mark.parametrize(
    "text",
    ["2022-0359762-2", "2100 København Ø", "1577", "kl. 9.30-10.00", "side 2/7", "2000 borgere", "2.025"],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_a_left_out_year_comes_from_the_reference_or_not_at_all() -> None:
    assert find_dates("mødet den 3. maj") == []
    assert one("mødet den 3. maj", date(2024, 1, 9)) == ("2024-05-03", "2024-05-03", "day", "on")
    assert one("næste år", date(2025, 6, 1))[0] == "2026-01-01"


def test_impossible_days_are_left_out() -> None:
    assert [s.precision for s in find_dates("31. februar 2026")] == [Precision.MONTH]


@given(st.dates(date(1960, 1, 1), date(2079, 12, 31)))
def test_a_written_day_reads_back(day: date) -> None:
    assert date_iso(write_day(day)) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Hegnet tegnes op i perioden 18. marts - 8. april 2031.", date(2031, 3, 18), date(2031, 4, 8)),
        ("Stien er spærret fra den 15. december til den 3. januar 2031.", date(2030, 12, 15), date(2031, 1, 3)),
        ("Der klippes hver uge i juni, juli og august 2031.", date(2031, 6, 1), date(2031, 8, 31)),
    ],
)
def test_a_run_of_days_or_months_has_both_its_ends(text: str, first: date, last: date) -> None:
    (found,) = find_dates(text)
    assert (found.first, found.last, found.bound) == (first, last, "on")


def test_months_apart_are_no_run() -> None:
    (found,) = find_dates("Der klippes i marts og oktober.", date(2031, 1, 5))
    assert (found.first, found.last) == (date(2031, 3, 1), date(2031, 3, 31))
