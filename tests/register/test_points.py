"""The days of a proposal in points, of a season and of a week."""

from __future__ import annotations

from datetime import date

from core.schema import Basis
from tests.register.papers import one, rows

_PROPOSAL = (
    "Direktionen indstiller til byrådet,\n\nat kajpladserne overføres fra Havneudvalget til Kulturudvalget,\n\n"
    "at fyrtårnene overføres fra Teknikudvalget til Kulturudvalget med virkning fra den 1. april 2027,\n\n"
    "at lodstjenesten overføres fra Teknikudvalget til Havneudvalget, og\n\n"
    "at ændringen af styrelsesvedtægten godkendes."
)


def test_a_day_in_one_point_of_several_is_that_points_own() -> None:
    days = {row.task: (row.effective_from, row.basis) for row in rows(_PROPOSAL)}
    assert days == {
        "kajpladserne": (None, Basis.NONE),
        "fyrtårnene": (date(2027, 4, 1), Basis.EXPLICIT),
        "lodstjenesten": (None, Basis.NONE),
    }


def test_a_point_that_dates_all_changes_holds_for_the_others() -> None:
    text = _PROPOSAL.replace("godkendes.", "træder i kraft den 1. juni 2027.")
    days = {row.task: row.effective_from for row in rows(text)}
    assert days["kajpladserne"] == days["lodstjenesten"] == date(2027, 6, 1)
    assert days["fyrtårnene"] == date(2027, 4, 1)


def test_a_season_without_a_year_is_no_term() -> None:
    row = one("Bemandingen af tårnene i perioden 15. juni til 31. august varetages fortsat af Havnevagten.")
    assert (row.to_unit, row.effective_from, row.until) == ("Havnevagten", None, None)
    dated = one("I perioden 15. juni 2026 til 31. august 2027 varetages tårnene af Havnevagten.")
    assert (dated.effective_from, dated.until) == (date(2026, 6, 15), date(2027, 8, 31))


def test_before_a_week_ends_before_it() -> None:
    row = one("Havnevagten udskifter redningskranse inden uge 27, 2026.")
    assert (row.effective_from, row.basis) == (date(2026, 6, 28), Basis.DEADLINE)


def test_who_has_done_a_thing_so_far_is_no_owner_of_it() -> None:
    found = rows(
        "Havneudvalget skal fremover varetage istandsættelsen af broerne, hvor opgaven hidtil har været løst af "
        "skiftende håndværkere."
    )
    assert [row.to_unit for row in found] == ["Havneudvalget"]


def test_the_day_of_a_follow_up_is_not_the_tasks() -> None:
    row = one("Havnestaben følger forbruget på kajerne og retter dem i budgetopfølgningen pr. 31. marts 2026.")
    assert (row.to_unit, row.effective_from) == ("Havnestaben", None)
