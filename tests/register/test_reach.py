"""A date belongs to the clause of its verb."""

from __future__ import annotations

from datetime import date

import pytest

from core.schema import Basis
from tests.register.papers import facts, rows

_NEITHER = (
    "Kulturudvalget beholder museer og teatre, mens havnen fra den 1. marts 2027 overgår til Havneudvalget.",
    "Kulturudvalget varetager driften af museer og udsender et årshjul ultimo november 2026.",
    "Ansvaret for stierne placeres hos vejchefen, der afrapporterer til Teknikudvalget, første gang i maj 2027.",
    "Kulturudvalget udarbejder hvert år inden udgangen af april en plan for museerne.",
    "Stierne, som siden hen blev anlagt i 2019, overgår til Teknikudvalget.",
    "Stierne overgår til Teknikudvalget, såfremt alle lodsejere siger ja inden den 1. maj 2027.",
    "Fra 2009 og frem til 2021 var sagen glemt, og efter stormen blev stierne overført til Teknikudvalget.",
)


@pytest.mark.parametrize("text", _NEITHER)
def test_the_date_of_another_clause_dates_nothing(text: str) -> None:
    assert rows(text)[0].effective_from is None


def test_the_clause_with_the_date_keeps_it() -> None:
    moved = [r for r in rows(_NEITHER[0]) if r.to_unit == "Havneudvalget"]
    assert [r.effective_from for r in moved] == [date(2027, 3, 1)]


def test_a_date_that_opens_the_sentence_holds_for_all_of_it() -> None:
    text = "Fra den 1. maj 2026 varetager Kulturudvalget museerne, mens Teknikudvalget varetager driften af havnen."
    assert {r.effective_from for r in rows(text)} == {date(2026, 5, 1)}


def test_a_date_behind_a_closed_relative_clause_is_the_verbs() -> None:
    text = "Museerne overgår til Kulturudvalget, der i dag har teatrene, fra den 1. maj 2026."
    assert rows(text)[0].effective_from == date(2026, 5, 1)


def test_when_what_is_made_is_to_be_there_is_a_deadline() -> None:
    (row,) = rows("Kulturudvalget udarbejder en plan for museerne, der skal ligge klar i marts 2027.")
    assert (row.effective_from, row.basis) == (date(2027, 3, 31), Basis.DEADLINE)


def test_the_turn_of_the_year_is_the_new_years_first_day() -> None:
    (row,) = facts("Fra årsskiftet overtager Kulturudvalget museerne.", day=date(2025, 10, 2)).responsibilities
    assert row.effective_from == date(2026, 1, 1)


def test_each_that_clause_of_a_decision_has_its_own_day() -> None:
    text = (
        "Kulturudvalget besluttede, at Havnekontoret inden udgangen af november 2026 udarbejder en plan for kajen, at "
        "Havnekontoret månedligt forelægger udvalget en status på bådene, og at satserne fra 2021 fastholdes."
    )
    found = {r.task: r.effective_from for r in rows(text)}
    assert found["en plan for kajen"] == date(2026, 11, 30)
    assert found["en status på bådene"] is None


def test_the_same_day_is_the_day_of_the_clause_before() -> None:
    text = (
        "Byrådet godkendte, at kiosken pr. 1. februar 2026 lukkes, og at driften af kajen fra samme dato varetages af "
        "Havnekontoret."
    )
    assert [(r.task, r.effective_from) for r in rows(text)] == [("kajen", date(2026, 2, 1))]
