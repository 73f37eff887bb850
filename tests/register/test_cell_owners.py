"""Owners in the cells of tables, and the heads that make a column one of owners."""

from __future__ import annotations

from datetime import date

import pytest

from register.forms.cell_owners import cell_owner, owner_before
from tests.register.papers import rows

NAMED = [
    ("Plejechefen", "Plejechefen"),
    ("den lokale pedel", "Den lokale pedel"),
    ("køkkenchefen, dog ikke om søndagen", "Køkkenchefen"),
    ("Analysekontoret med bidrag fra projektlederen", "Analysekontoret"),
    ("Byggeri og Vedligehold [ny], før: Driftsstaben", "Byggeri og Vedligehold"),
    ("Leder af PPR", "Leder af PPR"),
    ("Kommunikation (i samråd med skolerne)", "Kommunikation"),
]
NOBODY = [
    "-",
    "?",
    "ikke fastlagt",
    "endnu ikke placeret",
    "udgår",
    "alle",
    "uge 7, 2027",
    "4,2",
    "venter på svar fra X",
]


@pytest.mark.parametrize(("cell", "owner"), NAMED)
def test_the_owner_without_what_stands_beside(cell: str, owner: str) -> None:
    assert cell_owner(cell) == owner


@pytest.mark.parametrize("cell", NOBODY)
def test_a_cell_that_names_nobody(cell: str) -> None:
    assert cell_owner(cell) == ""


def test_who_had_it_before() -> None:
    assert owner_before("Løncentret (før: teamlederne)") == "Teamlederne"
    assert owner_before("Løncentret (med hjælp)") == ""


def _table(head: str, *lines: str) -> str:
    return "Plan for havnen\n\nVi har aftalt det her.\n\n" + "\n".join([head, *lines]) + "\n"


def test_moves_under_the_day_of_the_column() -> None:
    text = _table("Område | I dag | Fra 1/5 2028", "Maling af moler | Havnekontoret | Driftsgården", "Tov | HR | HR")
    moved, kept = rows(text)
    assert (moved.from_unit, moved.to_unit, moved.effective_from) == ("Havnekontoret", "Driftsgården", date(2028, 5, 1))
    assert (kept.relation, kept.from_unit, kept.to_unit) == ("keep", "", "HR")


@pytest.mark.parametrize("head", ["Forslag | Mio. kr. | Hvem følger op", "Element | Niveau | Udfører"])
def test_heads_of_owners(head: str) -> None:
    found = rows(_table(head, "Færre bøjer i havnen | 4,2 | havnefogeden", "Nye moler | 2,0 | Driftsgården"))
    assert [(r.task, r.to_unit) for r in found] == [
        ("Færre bøjer i havnen", "Havnefogeden"),
        ("Nye moler", "Driftsgården"),
    ]
