"""Two holders in one sentence, each with its days."""

from __future__ import annotations

from datetime import date

import pytest

from tests.register.papers import rows

FIRST, NEXT = "Havnekontoret", "Fritidskontoret"
TURNS = [
    (f"Bøjerne efterses indtil 1. maj 2027 af {FIRST} og derefter af {NEXT}.", date(2027, 4, 30), date(2027, 5, 1)),
    (f"Bøjerne efterses til og med 2027 af {FIRST} og derefter af {NEXT}.", date(2027, 12, 31), date(2028, 1, 1)),
    (
        f"Bøjerne efterses indtil udgangen af 2027 af {FIRST} og derefter, fra 1. maj 2028, af {NEXT}.",
        date(2027, 12, 31),
        date(2028, 5, 1),
    ),
    (f"Bøjerne efterses nu af {FIRST} og fra 1. maj 2028 af {NEXT}.", None, date(2028, 5, 1)),
    (f"Bøjerne efterses af {FIRST}, indtil {NEXT} overtager den 1. maj 2027.", date(2027, 4, 30), date(2027, 5, 1)),
    (f"{FIRST} passer bøjerne frem til 1. maj 2027, hvorefter {NEXT} overtager.", date(2027, 4, 30), date(2027, 5, 1)),
]


@pytest.mark.parametrize(("text", "until", "start"), TURNS)
def test_the_first_ends_where_the_next_begins(text: str, until: date | None, start: date) -> None:
    first, later = rows(text)
    assert (first.task.lower(), first.to_unit, first.effective_from, first.until) == ("bøjerne", FIRST, None, until)
    assert (later.task.lower(), later.from_unit, later.to_unit) == ("bøjerne", FIRST, NEXT)
    assert (later.effective_from, later.until) == (start, None)


def test_who_has_it_in_a_clause_of_the_move_is_the_giver() -> None:
    (row,) = rows(f"Eftersyn af bøjer, som i dag klares af {FIRST}, overgår 1. maj 2027 til {NEXT}.")
    assert (row.from_unit, row.to_unit, row.effective_from) == (FIRST, NEXT, date(2027, 5, 1))


def test_one_holder_alone_stays_one_row() -> None:
    assert [r.to_unit for r in rows(f"Bøjerne efterses af {FIRST} og males fra maj til juni.")] == [FIRST]
