"""Stages of a plan under any of their names."""

from __future__ import annotations

from datetime import date

import pytest

from tests.register.papers import rows


@pytest.mark.parametrize("name", ["Fase", "Etape", "Trin", "Rul", "Runde", "Tranche"])
def test_the_day_in_brackets_behind_a_stage_is_its_day(name: str) -> None:
    (row,) = rows(f"{name} 2 (1. maj 2031): Bådpladserne samles i Havnekontoret.")
    assert (row.effective_from, row.to_unit) == (date(2031, 5, 1), "Havnekontoret")


@pytest.mark.parametrize("names", ["faser", "runder", "omgange", "trancher"])
def test_what_moves_in_several_stages_has_no_one_day(names: str) -> None:
    text = "Ændringerne træder i kraft den 1. maj 2031.\n\nBådpladserne flyttes fra Havneudvalget til Kystudvalget"
    (at_once,) = rows(f"{text}.")
    (staged,) = rows(f"{text} i tre {names}.")
    assert (at_once.effective_from, staged.effective_from) == (date(2031, 5, 1), None)
