"""How a thing is today stands on the way to what becomes of it."""

from __future__ import annotations

from core.schema import Kind
from tests.register.papers import one, paper, register, rows


def _told(text: str) -> set[tuple[str, str, str, str]]:
    return {(r.relation, r.task, r.from_unit, r.to_unit) for r in rows(text)}


def test_a_point_that_says_who_has_it_today_moves_from_there() -> None:
    text = (
        "Miljøudvalget får ansvaret for:\n\n- havnekajer og broer\n\n"
        "- søer og moser, som i dag hører under Landudvalget\n\n- diger, som hører under Kystudvalget"
    )
    assert ("transfer", "søer og moser", "Landudvalget", "Miljøudvalget") in _told(text)
    assert ("transfer", "havnekajer og broer", "", "Miljøudvalget") in _told(text)
    assert ("keep", "diger", "", "Kystudvalget") in _told(text)


def test_a_unit_behind_a_closed_relative_clause_belongs_to_the_main_verb() -> None:
    moved = one("Den fælles vejledning, som i dag er delt mellem to centre, samles i Borgmesterkontoret.")
    assert (moved.relation, moved.task, moved.to_unit) == ("transfer", "Den fælles vejledning", "Borgmesterkontoret")
    kept = one("Den fælles vejledning, som i dag er delt mellem to centre, ligger i Borgmesterkontoret.")
    assert (kept.relation, kept.to_unit) == ("keep", "Borgmesterkontoret")


def test_a_line_that_goes_from_one_to_another_moves_nothing() -> None:
    assert not rows("Der er en klar kommandovej, som går fra Miljøudvalget til Havneudvalget.")
    assert rows("Undtaget er havnens skiltning, som går fra Miljøudvalget til Havneudvalget.")
    assert one("Fiskeauktionen går fra Miljøudvalget til Havneudvalget.").to_unit == "Havneudvalget"


def test_lines_of_a_table_set_with_bars_are_no_sentence() -> None:
    table = (
        "Milepæl | Frist | Ansvarlig\nAftale om flytning til Havneudvalget underskrevet | 1. maj 2025 | Havnekontoret\n"
        "Skilte flyttes fra molen til Havneudvalget | 1. juni 2025 | Havnekontoret"
    )
    assert not [r for r in rows(table) if "|" in r.task or r.to_unit == "Havneudvalget"]


def test_a_second_passive_clause_begins_behind_a_whole_one() -> None:
    told = rows("Børnehaverne selv klipper deres hække, og de grønne kiler drives af en privat entreprenør.")
    assert [r.task for r in told] == ["de grønne kiler"]
    told = rows("Rengøringen er udliciteret, og aftalen med firmaet forvaltes af Indkøbskontoret.")
    assert [r.task for r in told] == ["aftalen med firmaet"]


def test_names_of_departments_do_not_wander_between_papers() -> None:
    one_place = paper("Kommunikationsafdelingen varetager nyhedsbrevet.", name="a.txt")
    other = paper(
        "Opgave | Ansvarlig\nHjemmesiden | Kommunikation\nIntranettet | Kommunikation", name="b.txt", kind=Kind.MEMO
    )
    told = register(one_place, other).responsibilities(task="hjemmesiden")
    assert [r.to_unit for r in told] == ["Kommunikation"]


def test_what_is_only_possible_or_belongs_to_a_model_moves_nothing() -> None:
    assert not rows("Udvalget drøfter mulighederne for, at Kystudvalget overtager badebroerne.")
    assert not rows("Model 2 indebærer, at Kystudvalget overtager badebroerne.")
    assert one("Det betyder, at Kystudvalget overtager badebroerne.").to_unit == "Kystudvalget"
    assert one("Kajerne anlægges ofte af staten, og skal vedligeholdes af havnelauget.").task == "Kajerne"
