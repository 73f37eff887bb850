"""Tasks and givers that the sentence before names."""

from __future__ import annotations

from datetime import date

import pytest

from tests.register.papers import one, rows


@pytest.mark.parametrize(
    "text",
    [
        "Isvagten varetages i dag af Kystkontoret; fra den 1. maj 2031 overtager Havnekontoret isvagten.",
        "Isvagten varetages i dag af Kystkontoret. Fra den 1. maj 2031 overtager Havnekontoret isvagten.",
        "Isvagten varetages i dag af Kystkontoret, men fra den 1. maj 2031 overtager Havnekontoret isvagten.",
    ],
)
def test_who_has_it_today_is_whom_it_comes_from(text: str) -> None:
    row = one(text)
    assert (row.task, row.from_unit, row.to_unit) == ("Isvagten", "Kystkontoret", "Havnekontoret")
    assert row.effective_from == date(2031, 5, 1)


def test_another_thing_is_not_taken_from_who_has_something_today() -> None:
    text = "Isvagten varetages i dag af Kystkontoret. Fra den 1. maj 2031 overtager Havnekontoret bøjerne."
    assert {(r.task, r.from_unit, r.to_unit) for r in rows(text)} == {
        ("Isvagten", "", "Kystkontoret"),
        ("bøjerne", "", "Havnekontoret"),
    }


def test_the_task_that_lay_with_somebody_is_the_one_moved() -> None:
    text = "6. Ændringer\n\n- Isvagten lå tidligere hos Kystkontoret. Opgaven er lagt over til Havnekontoret."
    row = one(text)
    assert (row.task, row.from_unit, row.to_unit) == ("Isvagten", "Kystkontoret", "Havnekontoret")


def test_a_bare_act_is_told_by_the_longer_word_or_the_thing_before() -> None:
    text = "Det blev oplyst, at vagtplanlægningen sker i grupper. Derfor varetages planlægningen af Havnekontoret."
    assert [r.task for r in rows(text)] == ["vagtplanlægningen"]
    text = "Målingen gennemføres i oktober 2031. Havnekontoret forestår gennemførelsen."
    assert rows(text)[-1].task == "gennemførelsen: Målingen"
    assert one("Skibene sejler om natten. Havnekontoret forestår planlægningen.").task == "planlægningen"


def test_a_point_that_begins_with_a_capital_at_has_an_owner() -> None:
    row = one("Indstilling: At Kystvagten overtager isvagten fra Havnekontoret.")
    assert (row.task, row.from_unit, row.to_unit) == ("isvagten", "Havnekontoret", "Kystvagten")


def test_a_task_taken_home_is_the_one_placed_whatever_was_moved_earlier() -> None:
    text = (
        "Isvagten varetages af Kystkontoret.\n\nParkeringen hjemtages fra et firma den 30. juni 2031. "
        "Opgaven placeres hos Havnekontoret."
    )
    row = next(r for r in rows(text) if r.to_unit == "Havnekontoret")
    assert (row.task, row.effective_from) == ("Parkeringen", date(2031, 6, 30))


def test_this_work_is_the_one_of_the_row_before() -> None:
    text = (
        "Indtil den 31. december 2030 varetager Havneudvalget indsatsen for sejlere. Fra den 1. januar 2031 varetages "
        "denne indsats af Kystudvalget."
    )
    told = rows(text)[-1]
    assert (told.task, told.from_unit, told.to_unit) == ("indsatsen for sejlere", "Havneudvalget", "Kystudvalget")
    assert told.effective_from == date(2031, 1, 1)
    assert not rows("Der sejles meget. Denne indsats varetages af Kystudvalget.")
