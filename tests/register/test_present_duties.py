"""Tasks told by an ordinary verb in the present, and whom they are no tasks of."""

from __future__ import annotations

from datetime import date

import pytest

from core.schema import Basis
from tests.register.papers import facts, rows

FOUND = [
    ("Havneafdelingen maler bommen inden udgangen af maj 2026.", "Havneafdelingen", "male bommen"),
    ("Havneafdelingen opgør senest den 3. maj 2026 de penge, der mangler.", "Havneafdelingen", "opgøre de penge"),
    ("Fritidskontoret tilbyder bådejerne kurser i knob.", "Fritidskontoret", "tilbyde bådejerne kurser i knob"),
    ("Styregruppen følger fremdriften og forelægger en status i maj 2026.", "Styregruppen", "følge fremdriften"),
    ("Styregruppen følger fremdriften og forelægger en status i maj 2026.", "Styregruppen", "forelægge en status"),
    ("Inden hvert års 1. maj afgiver Havneudvalget planen for moler.", "Havneudvalget", "afgive planen for moler"),
    (
        "Broplanen er forankret i Havneudvalget, der hvert andet år aflægger beretning om moler.",
        "Havneudvalget",
        "aflægge beretning om moler",
    ),
    ("Havnetilsynet fører det årlige tilsyn.", "Havnetilsynet", "føre det årlige tilsyn"),
    ("Tang og Fisk maler bommen senest den 3. maj 2026.", "Tang og Fisk", "male bommen"),
    ("Beslutning\n\nHavneafdelingen tegner et kort over moler.", "Havneafdelingen", "tegne et kort over moler"),
]
NOTHING = [
    "Havneafdelingen modtager penge inden udgangen af maj 2026.",
    "Havneafdelingen forventer en lukning inden udgangen af maj 2026.",
    "Havneafdelingen maler ikke bommen inden udgangen af maj 2026.",
    "Borgerne maler bommen inden udgangen af maj 2026.",
    "Sagsfremstilling\n\nHavneafdelingen mærker en stigende interesse.",
    "Hvis Havneafdelingen maler bommen inden udgangen af maj 2026, falder prisen.",
    "Byrådet tegner en fremtid inden udgangen af maj 2026.",
    "Havneafdelingen forelægger planen til orientering.",
]


@pytest.mark.parametrize(("text", "owner", "task"), FOUND)
def test_what_a_unit_does_is_its_task(text: str, owner: str, task: str) -> None:
    assert [r for r in rows(text) if r.to_unit == owner and r.task.startswith(task)], rows(text)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_task_gives_none(text: str) -> None:
    assert [r.task for r in rows(text)] == []


def test_its_day_is_the_deadline() -> None:
    (row,) = rows("Havneafdelingen maler bommen inden udgangen af maj 2026.")
    assert (row.effective_from, row.basis) == (date(2026, 5, 31), Basis.DEADLINE)


def test_before_the_summer_holidays_is_by_the_last_of_june() -> None:
    (row,) = rows("Havneafdelingen maler bommen inden sommerferien 2026.")
    assert (row.task, row.effective_from, row.basis) == ("male bommen", date(2026, 6, 30), Basis.DEADLINE)


def test_a_deadline_in_brackets_or_in_a_relative_clause() -> None:
    (row,) = facts(
        "Havneafdelingen udarbejder et udkast til bompenge (frist: 20. maj).", day=date(2026, 1, 9)
    ).responsibilities
    assert (row.effective_from, row.basis) == (date(2026, 5, 20), Basis.DEADLINE)
    (row,) = rows("Brorapporten, der skal foreligge senest den 1. maj 2027, udarbejdes af Havneafdelingen.")
    assert (row.effective_from, row.basis) == (date(2027, 5, 1), Basis.DEADLINE)


def test_what_goes_along_takes_the_day_of_the_sentence_before() -> None:
    text = "Bomvagten flyttes til Havneafdelingen den 1. maj 2026. Havneafdelingen får {} ansvaret for slusen."
    at_once = [r for r in rows(text.format("samtidig")) if "slusen" in r.task]
    assert [r.effective_from for r in at_once] == [date(2026, 5, 1)]
    assert [r.effective_from for r in rows(text.format("også")) if "slusen" in r.task] == [None]
