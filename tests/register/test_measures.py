"""Measures under titles with fields, lettered points, and words that only point back."""

from __future__ import annotations

from datetime import date

from core.schema import Basis
from tests.register.papers import one, rows

_MEASURES = """Tiltag 2: Natur i byen

Indsats 2.1 Flere træer
Ansvarlig: Parkudvalget i samarbejde med Vejudvalget
Tidsplan: Inden udgangen af 2027
Der plantes træer langs de store veje.

Indsats 2.2 Vilde hjørner
Ansvarlig: Parkudvalget
Tidspunkt: Opstart 1. april 2026
Kanterne slås en gang om sommeren.
"""


def test_a_measure_takes_its_own_title_and_the_day_of_its_field() -> None:
    found = {r.task: (r.to_unit, r.effective_from, r.basis) for r in rows(_MEASURES)}
    assert found["Flere træer"] == ("Parkudvalget", date(2027, 12, 31), Basis.DEADLINE)
    assert found["Vilde hjørner"] == ("Parkudvalget", date(2026, 4, 1), Basis.EXPLICIT)
    assert not any("Ansvarlig" in task or "byen" in task for task in found)


def test_a_yearly_field_dates_nothing() -> None:
    text = _MEASURES.replace("Inden udgangen af 2027", "Årligt i marts")
    assert next(r for r in rows(text) if r.task == "Flere træer").effective_from is None


def test_lettered_points_below_a_lead_in_are_its_tasks() -> None:
    text = (
        "Kulturudvalget varetager kommunens opgaver på kulturområdet, herunder opgaver vedrørende:\n\n"
        "a. biblioteker og arkiver\nb. musikskolen\nc. tilskud til teatre."
    )
    assert {"biblioteker og arkiver", "musikskolen", "tilskud til teatre"} <= {r.task for r in rows(text)}


def test_a_labelled_point_is_no_part_of_the_sentence_below() -> None:
    text = (
        "Projektet leverer følgende:\n\nLeverance 1: Nyt havnekontor\nHerefter overgår bådpladserne til Havneudvalget."
    )
    assert one(text).task == "bådpladserne"


def test_a_closing_beside_a_move_is_no_task() -> None:
    text = "Kulturudvalget overtager ansvaret for scener, udlån og billetsalg, og projektkontoret nedlægges."
    assert {r.task for r in rows(text)} == {"scener", "udlån", "billetsalg"}


def test_oversight_is_not_the_thing_looked_after() -> None:
    assert one("Teknikudvalget fører tilsyn med private broer.").task == "tilsyn med private broer"


def test_words_that_point_back_are_named_or_left_out() -> None:
    named = "Havnekontoret sender en ønskeliste til byrådet. Listen opdateres af Havneudvalget."
    assert "ønskeliste til byrådet" in {r.task for r in rows(named)}
    assert rows("Der er mange ønsker i år. Listen opdateres af Havneudvalget.") == ()


def test_an_aim_and_what_citizens_do_give_no_row() -> None:
    assert rows("Formålet med planen er at etablere ét fælles havnekontor.") == ()
    assert rows("Borgeren bestiller selv kørsel til lægen.") == ()


def test_a_column_of_days_dates_its_lines() -> None:
    text = (
        "Milepæl                      Ansvarlig                    Frist\n"
        "Bådplan vedtaget             Havneudvalget                3. kvartal 2026\n"
        "Broer efterset               Vej og Park                  Hvert forår\n"
    )
    found = {r.task: (r.to_unit, r.effective_from, r.basis, r.conditions) for r in rows(text)}
    assert found["Bådplan vedtaget"] == ("Havneudvalget", date(2026, 9, 30), Basis.DEADLINE, ())
    assert found["Broer efterset"] == ("Vej og Park", None, Basis.NONE, ("Hvert forår",))


def test_the_years_of_a_measures_steps_are_no_day_of_its_owner() -> None:
    text = "Indsats 2.1 Ny mole\nAnsvarlig: Havneudvalget\nTidsplan: Projektering i 2026, anlæg i 2027\n"
    assert one(text).effective_from is None


def test_the_year_a_measure_starts_is_its_owners() -> None:
    text = "Indsats 2.1 Ny mole\nAnsvarlig: Havneudvalget\nTidsplan: Opstart i 2026, evaluering i 2028\n"
    assert one(text).effective_from == date(2026, 1, 1)
