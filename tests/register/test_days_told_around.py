"""Days told beside a row: between dashes, behind an aim, in the next sentence, by a stage's label, a season's year."""

from __future__ import annotations

from datetime import date

import pytest

from core.schema import Basis, Responsibility
from tests.register.papers import one, rows

_DUE = Basis.DEADLINE


def _of(text: str, task: str) -> Responsibility:
    (row,) = (r for r in rows(text) if r.task == task)
    return row


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Havnekontoret varetager tilsynet med arbejdsplanen senest den 3. maj 2031.", date(2031, 5, 3)),
        ("Havnekontoret udarbejder beregningen til mødet den 14. april 2031.", date(2031, 4, 14)),
        ("Havnestaben udarbejder en oversigt over kajer, som foreligger til mødet i maj 2031.", date(2031, 5, 31)),
        ("Havnekontoret indretter molen, så den kan tages i brug den 15. marts 2031.", date(2031, 3, 15)),
        ("Havnestaben udarbejder en oversigt. Den skal ligge klar inden udgangen af 2031.", date(2031, 12, 31)),
        ("Havnestaben udarbejder en oversigt. Oversigten skal foreligge den 20. marts 2031.", date(2031, 3, 20)),
    ],
)
def test_the_day_by_which_it_is_there_is_a_deadline(text: str, day: date) -> None:
    row = one(text)
    assert (row.effective_from, row.basis) == (day, _DUE)


def test_when_it_is_to_be_there_is_no_part_of_the_task() -> None:
    assert one("Havnestaben udarbejder en oversigt, der skal foreligge senest 3. maj 2031.").task == "en oversigt"


def test_the_next_sentence_dates_only_the_thing_it_names() -> None:
    row = one("Havnestaben udarbejder en oversigt. Høringen skal være afsluttet senest i maj 2031.")
    assert row.effective_from is None


def test_a_meeting_where_something_is_talked_about_dates_nothing() -> None:
    row = one("Sagen drøftes på mødet den 14. april 2031, og Havnekontoret varetager driften af kajerne.")
    assert row.effective_from is None


def test_dashes_around_a_day_are_read_as_commas() -> None:
    row = one("Når molen er bygget – ventelig 1. september 2031 – overgår driften af kajerne til Havnekontoret.")
    assert (row.task, row.effective_from, row.basis) == ("kajerne", date(2031, 9, 1), Basis.EXPECTED)
    row = one("Driften af kajerne overgår - forventeligt i maj 2031 - til Havnekontoret.")
    assert (row.task, row.effective_from) == ("kajerne", date(2031, 5, 1))


def test_the_label_of_a_stage_dates_what_begins_in_its_point() -> None:
    text = (
        "Ordningen indfases:\n\n"
        "- Fase 1 (2031): vagt i dagtimerne. Bådvagten varetages af Havnekontoret. Isvagten varetages fortsat af "
        "Kystkontoret.\n"
        "- Fase 2 (fra efteråret 2032): vagt om natten. Nattevagten varetages af Kystkontoret."
    )
    assert _of(text, "Bådvagten").effective_from == date(2031, 1, 1)
    assert _of(text, "Isvagten").effective_from is None
    assert _of(text, "Nattevagten").effective_from == date(2032, 9, 1)


def test_the_heading_of_a_stage_dates_whatever_begins_below_it() -> None:
    text = (
        "3. Etaperne\n\nEtape 1 - fra den 1. maj 2031\nBådvagten varetages af Havnekontoret. Isvagten varetages "
        "fortsat af Kystkontoret.\n\n4. Økonomi\n\nRegnskabet varetages af Kassekontoret."
    )
    days = {r.task: r.effective_from for r in rows(text)}
    assert days == {"Bådvagten": date(2031, 5, 1), "Isvagten": None, "Regnskabet": None}


@pytest.mark.parametrize(
    "when", ["med virkning fra budget 2031", "fra budgetåret 2031", "fra og med kalenderåret 2031"]
)
def test_a_year_that_is_of_something_begins_where_its_bound_stands_before_that(when: str) -> None:
    assert one(f"Kassekontoret varetager budgettet for havnen {when}.").effective_from == date(2031, 1, 1)


def test_what_a_move_is_for_dates_no_other_move() -> None:
    text = (
        "Indstilling\n\nDet indstilles,\n\nat kajerne flyttes fra Havneudvalget til Kystudvalget,\n\n"
        "at bøjerne flyttes fra Havneudvalget til Kystudvalget med virkning fra den 1. april 2031, således at "
        "overdragelsen er gennemført inden sommeren."
    )
    assert _of(text, "kajerne").effective_from is None
    assert _of(text, "bøjerne").effective_from == date(2031, 4, 1)
