"""Bodies named by their kind alone, and what one item of the minutes says of its own day."""

from __future__ import annotations

from datetime import date

import pytest

from core.schema import Basis
from tests.register.papers import rows


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        (
            "Der etableres en fælles kystenhed, Sandby Kyst, under Økonomiudvalget. Enheden overtager moler og kajer.",
            "Sandby Kyst",
        ),
        (
            "Økonomiudvalget besluttede at nedsætte et badevandsråd. Rådet varetager tilsyn med badebroer.",
            "Badevandsrådet",
        ),
        (
            "Der oprettes et Kyst- og Havneudvalg. Udvalget varetager tilsyn med badebroer.",
            "Kyst- og Havneudvalget",
        ),
        ("KLM-bestyrelsen mødes hver uge. Bestyrelsen har ansvaret for badebroer.", "KLM-bestyrelsen"),
        ("Pumpelagsbestyrelsen og KLM-bestyrelsen mødes. Bestyrelsen har ansvaret for badebroer.", "Bestyrelsen"),
        ("Der oprettes et havneteam. Rådet varetager tilsyn med badebroer.", "Rådet"),
    ],
)
def test_a_body_named_by_its_kind_is_the_one_just_set_up_or_named(text: str, owner: str) -> None:
    told = [r for r in rows(text) if r.relation in ("transfer", "assign")]
    assert [r.to_unit for r in told] == [owner]


def test_the_same_word_stands_for_the_same_body_in_the_next_sentence() -> None:
    text = (
        "KLM-bestyrelsen mødes hver uge. Den er stor. Bestyrelsen har ansvaret for badebroer. Bestyrelsen har også "
        "ansvaret for bøjer."
    )
    assert [r.to_unit for r in rows(text)] == ["KLM-bestyrelsen", "KLM-bestyrelsen"]


def test_the_committee_just_set_up_wins_over_one_named_in_passing() -> None:
    text = (
        "Aftalen forelægges Økonomiudvalget. Der nedsættes et § 17, stk. 4-udvalg om havbade. Udvalget "
        "sekretariatsbetjenes af Center for Kyst."
    )
    (told,) = (r for r in rows(text) if r.relation == "assign")
    assert told.task == "sekretariatsbetjening af § 17, stk. 4-udvalget om havbade"


_MINUTES = (
    "Punkt 4. Badebroer\n\nBeslutning\n\nBadebroerne overgår til Havneudvalget.\n\n"
    "Punkt 5. Fyrtårne\n\nBeslutning\n\nOmlægningen af fyrene træder i kraft den 1. maj 2026. Fyrene flyttes til "
    "Kystudvalget."
)


def test_a_general_clause_of_minutes_holds_within_its_item() -> None:
    found = {r.task: (r.effective_from, r.basis) for r in rows(_MINUTES) if r.relation == "transfer"}
    assert found["Badebroerne"] == (None, Basis.NONE)
    assert found["Fyrene"][0] == date(2026, 5, 1)


def test_a_general_clause_of_a_paper_with_numbered_sections_holds_for_all() -> None:
    text = (
        "1. Indledning\n\nÆndringerne træder i kraft den 1. maj 2026.\n\n2. Havnen\n\n"
        "Badebroerne overgår til Havneudvalget."
    )
    assert [r.effective_from for r in rows(text) if r.relation == "transfer"] == [date(2026, 5, 1)]
