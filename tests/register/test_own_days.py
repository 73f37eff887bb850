"""Days that a measure's own words, a field, a season or the middle of a verb tell."""

from __future__ import annotations

from datetime import date

import pytest

from core.schema import Basis, Responsibility
from register.extract import extract
from tests.register.papers import one, paper, rows


def _measure(words: str) -> Responsibility:
    text = f"Handling 2.1 Badevagter\n\n{words}\n\nAnsvarlig: Kystenheden\n"
    (row,) = (r for r in extract(paper(text, day=date(2024, 12, 1))).responsibilities if r.task == "Badevagter")
    return row


@pytest.mark.parametrize(
    ("words", "day", "basis"),
    [
        ("Havneskolen tilbyder fra 1. februar 2025 kurser til unge.", date(2025, 2, 1), Basis.EXPLICIT),
        ("Tårnet forventes at være klar i efteråret 2025.", date(2025, 9, 1), Basis.EXPECTED),
        (
            "To vagter er fra januar 2026 til stede. Forsøget ophører med udgangen af 2027.",
            date(2026, 1, 1),
            Basis.EXPLICIT,
        ),
        ("Kurserne har kørt siden 1. februar 2020.", None, Basis.NONE),
        ("Tårnet blev malet i efteråret 2025.", None, Basis.NONE),
        ("Der er vagter fra 1. maj 2025 på nordstranden og fra 1. juni 2025 på sydstranden.", None, Basis.NONE),
    ],
)
def test_a_measure_begins_on_the_one_day_its_own_words_say(words: str, day: date | None, basis: Basis) -> None:
    row = _measure(words)
    assert (row.effective_from, row.basis) == (day, basis)


def test_a_field_with_a_reserve_is_only_expected() -> None:
    text = "Handling 2.1 Badebroer\nAnsvarlig: Kystenheden\nTidsplan: 2026-2027, afhængigt af vejret\n"
    assert one(text).basis is Basis.EXPECTED


def test_a_season_begins_but_a_bare_year_does_not() -> None:
    told = one("Kiosken på molen varetages fra sæson 2026 af Kystenheden.")
    assert told.effective_from == date(2026, 1, 1)
    assert one("Kiosken på molen varetages i 2026 af Kystenheden.").effective_from is None


def test_a_day_may_stand_in_the_middle_of_the_verb() -> None:
    told = one(
        "Havneudvalget har fra 1. september 2025 myndighedsansvaret for ansøgninger efter havnelovens §§ 4, 5 og 6."
    )
    assert told.task == "ansøgninger efter havnelovens §§ 4, 5 og 6"
    assert told.effective_from == date(2025, 9, 1)


def test_the_department_is_the_one_a_thing_was_just_placed_in() -> None:
    placed = "Broområdet placeres i Havneafdelingen. Afdelingen har ansvaret for bøjerne."
    assert rows(placed)[-1].to_unit == "Havneafdelingen"
    placed = "Broområdet placeres i Havneudvalget. Enheden har ansvaret for bøjerne."
    assert rows(placed)[-1].to_unit == "Enheden"
