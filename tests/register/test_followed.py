"""Follow-on sentences: what comes along later, whose receiver or task an earlier sentence names, and lists behind a
move."""

from __future__ import annotations

from datetime import date

import pytest

from core.schema import Basis
from tests.register.papers import rows

_MOVE = "Kystenheden overtager drift af alle kommunale moler fra Havneafdelingen. Samlingen sker i to trin. "


def _later(text: str) -> list[tuple[str, str, date | None, Basis]]:
    told = [r for r in rows(_MOVE + text) if r.relation == "transfer"][1:]
    return [(r.task, r.to_unit, r.effective_from, r.basis) for r in told]


def test_what_comes_along_later_goes_where_the_move_before_goes() -> None:
    assert _later("Broer og sluser indgår fra 1. marts 2026.") == [
        ("Broer og sluser", "Kystenheden", date(2026, 3, 1), Basis.EXPLICIT)
    ]
    assert _later("Bøjer og kajer følger efter, forventeligt i begyndelsen af 2027.") == [
        ("Bøjer og kajer", "Kystenheden", date(2027, 1, 1), Basis.EXPECTED)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Udgifterne indgår fra 1. marts 2026.",
        "Broer og sluser indgår i planen for 2026.",
        "Broer og sluser følger reglerne fra 2024.",
        "Det følger efter, forventeligt i begyndelsen af 2027.",
        "\n\nBroer og sluser indgår fra 1. marts 2026.",
    ],
)
def test_other_things_that_go_in_or_follow_are_no_moves(text: str) -> None:
    assert not _later(text)


def test_these_cases_move_when_the_sentence_before_ends() -> None:
    text = (
        "Havneafdelingen beholder sager vedrørende småbåde, til det nye anlæg er taget i brug, hvilket ventes at ske i "
        "2. kvartal 2026. Herefter flyttes også disse sager til Kystenheden."
    )
    kept, moved = rows(text)
    assert (kept.task, kept.to_unit) == ("sager vedrørende småbåde", "Havneafdelingen")
    assert (moved.task, moved.from_unit, moved.to_unit) == (kept.task, "Havneafdelingen", "Kystenheden")
    assert (moved.effective_from, moved.basis) == (date(2026, 4, 1), Basis.EXPECTED)


def test_a_list_behind_a_move_of_several_tasks_names_them() -> None:
    head = "Det er besluttet, at ansvaret for {} pr. 1. januar 2027 flyttes fra kommunerne til regionen.\n\n"
    tail = "Det drejer sig om:\n\n- kajpladser\n\n- målrettet oplæring"
    told = {r.task: (r.from_unit, r.to_unit, r.effective_from) for r in rows(head.format("to havneopgaver") + tail)}
    assert told["kajpladser"] == ("Kommunerne", "Regionen", date(2027, 1, 1))
    assert told["målrettet oplæring"] == ("Kommunerne", "Regionen", date(2027, 1, 1))
    assert len(rows(head.format("havnevagten") + tail)) == 1


def test_days_stay_out_of_the_task() -> None:
    (told,) = rows("Havneudvalget udpeger senest den 1. juni 2025 ti strækninger til badning.")
    assert told.task == "udpegning af ti strækninger til badning"
    text = "Havnevagten udføres i dag af politiet. Det foreslås, at Kystenheden overtager opgaven fra den 1. maj 2026."
    moved = rows(text)[-1]
    assert (moved.task, moved.from_unit, moved.to_unit) == ("Havnevagten", "Politiet", "Kystenheden")
    assert moved.effective_from == date(2026, 5, 1)


def test_the_second_half_of_a_sentence_has_its_own_owner() -> None:
    told = rows("Havneudvalget har til opgave at revidere kortene og fører tilsyn med, at bådene er tætte.")
    assert [r.task for r in told] == ["revidere kortene", "tilsyn med at bådene er tætte"]
    text = "Havneudvalget har ansvaret for kurset, mens oprydningen efter det påhviler Ejendom og Service."
    assert [r.to_unit for r in rows(text)] == ["Havneudvalget", "Ejendom og Service"]


def test_the_agent_of_the_clause_before_has_no_part_in_the_role_behind_and() -> None:
    told = rows("Vagtplanen varetages af udvalgsformanden, og Havneafdelingen er sekretariat.")
    assert [r.to_unit for r in told] == ["Udvalgsformanden", "Havneafdelingen"]


def test_what_only_points_moves_from_the_one_owner_the_paragraph_names() -> None:
    text = "Havnevagten har ansvaret for et ugentligt bådtjek. Efter et år overgår tilbuddet til Kystudvalget."
    assert rows(text)[-1].from_unit == "Havnevagten"
    two = text.replace("Efter", "Havneudvalget har ansvaret for bøjerne. Efter")
    assert rows(two)[-1].from_unit == ""
