"""The days a question asks about, from every phrase of time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.understanding.asked_time import asked_periods
from answer.understanding.relative_times import relative_words

TODAY = date(2031, 11, 20)


def asked(when: str) -> list[tuple[str, str]]:
    return [(str(p.first), str(p.last)) for p in asked_periods(f"Hvem har ansvaret for fyret {when}?", TODAY)]


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("før 2030", "None", "2029-12-31"),
        ("inden 2030", "None", "2029-12-31"),
        ("indtil sommeren 2030", "None", "2030-05-31"),
        ("til og med 2029", "None", "2029-12-31"),
        ("frem til 1. juli 2030", "None", "2030-06-30"),
        ("inden udgangen af 2030", "None", "2030-12-31"),
        ("efter 2030", "2031-01-01", "None"),
        ("efter den 31. juli 2030", "2030-08-01", "None"),
        ("fra og med 1. juli 2030", "2030-07-01", "None"),
        ("i efteråret 2030", "2030-09-01", "2030-11-30"),
        ("ved årsskiftet 2029/2030", "2030-01-01", "2030-01-01"),
        ("ved udgangen af 2029", "2029-12-31", "2029-12-31"),
        ("sidste år", "2030-01-01", "2030-12-31"),
        ("i fjor", "2030-01-01", "2030-12-31"),
        ("til næste år", "2032-01-01", "2032-12-31"),
        ("for to år siden", "2029-11-20", "2029-11-20"),
        ("om et halvt år", "2032-05-20", "2032-05-20"),
        ("om 14 dage", "2031-12-04", "2031-12-04"),
        ("i går", "2031-11-19", "2031-11-19"),
        ("i næste måned", "2031-12-01", "2031-12-31"),
        ("i maj sidste år", "2030-05-01", "2030-05-31"),
        ("til foråret", "2032-03-01", "2032-05-31"),
        ("sidste sommer", "2031-06-01", "2031-08-31"),
        ("næste sommer", "2032-06-01", "2032-08-31"),
        ("til 1. januar", "2032-01-01", "2032-01-01"),
        ("efter nytår", "2032-01-01", "None"),
        ("før nytår", "None", "2031-12-31"),
        ("før sidste årsskifte", "None", "2030-12-31"),
        ("inden jul", "None", "2031-12-23"),
    ],
)
def test_the_words_before_a_time_bound_it(when: str, first: str, last: str) -> None:
    assert asked(when) == [(first, last)]


@pytest.mark.parametrize("when", ["", "ifølge aftalen fra 2029", "om natten", "hver sommer"])
def test_what_tells_no_time_of_having(when: str) -> None:
    assert asked(when) == []


def test_the_day_that_answers_is_the_last_or_today_where_the_time_has_begun() -> None:
    days = [p.day(TODAY) for p in asked_periods("Hvem har fyret i 2029 og fra 2030?", TODAY)]
    assert days == [date(2029, 12, 31), TODAY]
    assert asked_periods("Hvem har fyret fra 2040?", TODAY)[0].day(TODAY) == date(2040, 1, 1)


def test_words_of_a_time_are_told_apart_from_the_topic() -> None:
    assert relative_words("Hvem havde fyret for to år siden?") == "for to år siden"


PIECES = st.sampled_from(
    "før efter inden til i om for siden sidste næste to et halvt år måned uge maj sommer nytår 2030 1. den fra".split()  # noqa: SIM905
)


@given(st.lists(PIECES, min_size=1, max_size=7))
def test_no_period_ends_before_it_begins(pieces: list[str]) -> None:
    for period in asked_periods(" ".join(pieces), TODAY):
        assert period.first is None or period.last is None or period.first <= period.last
        assert period.first is not None or period.last is not None
