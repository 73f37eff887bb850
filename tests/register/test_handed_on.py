"""Sentences that tell both who has a thing and who gets it."""

from __future__ import annotations

from datetime import date

from core.schema import Basis
from tests.register.papers import one, paper, register, rows


def test_who_has_it_today_is_the_giver_where_the_sentence_goes_on() -> None:
    row = one("Driften af havnen varetages i dag af Havneudvalget; den overtages af Teknikudvalget pr. 1. maj 2026.")
    assert (row.task, row.from_unit, row.to_unit) == ("havnen", "Havneudvalget", "Teknikudvalget")
    assert row.effective_from == date(2026, 5, 1)


def test_afterwards_begins_the_day_after_the_end() -> None:
    first, then = rows(
        "Fyrtårnene varetages af Havneudvalget indtil den 30. juni 2027, hvorefter opgaven overgår til Kulturudvalget."
    )
    assert (first.to_unit, first.until) == ("Havneudvalget", date(2027, 6, 30))
    assert (then.task, then.from_unit, then.to_unit) == ("Fyrtårnene", "Havneudvalget", "Kulturudvalget")
    assert (then.effective_from, then.basis, then.until) == (date(2027, 7, 1), Basis.EXPLICIT, None)


def test_a_first_stage_stays_beside_the_second() -> None:
    first, second = rows(
        "Broerne ligger i første fase i Havneudvalget og i anden fase, fra den 1. maj 2027, placeres de under "
        "Teknikudvalget."
    )
    assert (first.to_unit, second.to_unit, second.effective_from) == (
        "Havneudvalget", "Teknikudvalget", date(2027, 5, 1),
    )  # fmt: skip


def test_what_goes_along_takes_the_receiver_and_the_day_told_before() -> None:
    text = (
        "Turistkontoret flyttes fra Kulturudvalget til Erhvervsudvalget pr. 1. maj 2026. Billetsalget, som i dag "
        "passes af Havnevagten, overdrages samtidig. De to guider overføres ligeledes dertil."
    )
    along = [r for r in rows(text) if "ontor" not in r.task]
    assert [(r.task, r.from_unit, r.to_unit, r.effective_from) for r in along] == [
        ("Billetsalget", "Havnevagten", "Erhvervsudvalget", date(2026, 5, 1)),
        ("De to guider", "", "Erhvervsudvalget", date(2026, 5, 1)),
    ]


def test_nothing_goes_along_where_no_move_is_told() -> None:
    assert rows("Havnen er gammel. Billetsalget overdrages samtidig.") == ()


def test_the_day_of_one_move_dates_only_what_it_names() -> None:
    text = (
        "Stierne og broerne omtales her.\n\nBroerne overgår til Teknikudvalget. Stierne overgår til Parkudvalget. "
        "Flytningen af stierne sker senest den 1. april 2026."
    )
    found = {r.task: r.effective_from for r in rows("Havn og natur\n\n" + text)}
    assert found["Stierne"] == date(2026, 4, 1)
    assert found["Broerne"] is None


def test_a_general_word_is_no_unit_of_another_paper() -> None:
    one_paper = paper("Regionsrådet godkender sundhedsaftalen.", name="a.txt")
    other = paper("Akutpladserne overgår til regionen pr. 1. maj 2026.", name="b.txt")
    read = register(one_paper, other)
    assert "Regionen" in {r.to_unit for r in read.responsibilities()}


def test_names_of_roles_are_whole() -> None:
    assert one("Vagtplanen koordineres af lederen af PPR.").to_unit == "Lederen af PPR"
    assert one("Udbuddet gennemføres af Indkøb & Udbud.").to_unit == "Indkøb & Udbud"


def test_the_day_of_what_moves_is_not_that_of_what_stays() -> None:
    stays, moves = rows(
        "Havnevagten passes fortsat af Havneudvalget, men slæbestederne overgår til Kulturudvalget fra den 1. maj 2027."
    )
    assert (stays.task, stays.to_unit, stays.effective_from) == ("Havnevagten", "Havneudvalget", None)
    assert (moves.task, moves.to_unit, moves.effective_from) == ("slæbestederne", "Kulturudvalget", date(2027, 5, 1))


def test_the_day_of_a_move_told_again_behind_men_stays_its_own() -> None:
    row = one("Fyrtårnet overgår til Kulturudvalget den 1. maj 2027, men nøglerne ligger stadig i kælderen.")
    assert (row.task, row.effective_from) == ("Fyrtårnet", date(2027, 5, 1))


def test_where_it_goes_over_on_a_day_the_first_holder_ends_the_day_before() -> None:
    first, then = rows(
        "Sekretariatet ligger hos Havneforvaltningen frem til 1. maj 2027, hvor det overgår til Kystforvaltningen."
    )
    assert (first.to_unit, first.until) == ("Havneforvaltningen", date(2027, 4, 30))
    assert (then.task, then.from_unit, then.to_unit) == ("Sekretariatet", "Havneforvaltningen", "Kystforvaltningen")
    assert (then.effective_from, then.until) == (date(2027, 5, 1), None)
