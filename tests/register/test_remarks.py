"""Tables with a column of remarks: who had a task before, from what day, and what a line leaves out."""

from __future__ import annotations

from datetime import date

from tests.register.papers import rows

_PLAN = """Delegationsplan

Planen gælder fra 1. februar 2027.

Sagstype | Afgøres af | Bemærkning
Tilladelse til både på søen | Havnemesteren | Husbåde undtaget
Husbåde ved kajen | Søteamet | Fra 1. marts 2027; tidligere Havnekontoret
Lån af telte | Teltkontoret | Indtil 31. maj 2027: Parkteamet
Leje af bænke | Parkteamet | -
"""


def test_every_line_is_a_row_with_its_own_remark() -> None:
    found = {r.task: r for r in rows(_PLAN)}
    assert {t: r.to_unit for t, r in found.items()} == {
        "Tilladelse til både på søen": "Havnemesteren",
        "Husbåde ved kajen": "Søteamet",
        "Lån af telte": "Teltkontoret",
        "Leje af bænke": "Parkteamet",
    }
    assert found["Tilladelse til både på søen"].exceptions == ("Husbåde undtaget",)
    assert not found["Leje af bænke"].exceptions
    assert not any(r.conditions for r in found.values())


def test_a_remark_tells_who_had_it_before_and_from_when() -> None:
    found = {r.task: (r.from_unit, r.effective_from, r.relation) for r in rows(_PLAN)}
    assert found["Husbåde ved kajen"] == ("Havnekontoret", date(2027, 3, 1), "transfer")
    assert found["Lån af telte"] == ("Parkteamet", date(2027, 6, 1), "transfer")
    assert found["Leje af bænke"][0] == ""


def test_the_first_of_a_month_is_where_the_next_one_starts() -> None:
    found = {r.task: r.effective_from for r in rows(_PLAN.replace("31. maj", "1. juni"))}
    assert found["Lån af telte"] == date(2027, 6, 1)


def test_a_remark_without_an_owner_moves_nothing() -> None:
    text = _PLAN.replace("Indtil 31. maj 2027: Parkteamet", "Drøftes igen i 2028")
    row = next(r for r in rows(text) if r.task == "Lån af telte")
    assert (row.from_unit, row.relation, row.exceptions) == ("", "assign", ())


def test_a_unit_and_its_part_are_one_owner() -> None:
    text = "Handling | Ansvarlig | Frist\nBådene males | Værftet, team Øst | 1. maj 2027\n"
    assert [(r.task, r.to_unit) for r in rows(text)] == [("Bådene males", "Værftet, team Øst")]
