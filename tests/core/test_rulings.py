"""What the words of a decision make of a proposal."""

from __future__ import annotations

from datetime import date

import pytest

from core.danish.rulings import Ruling, moved_days, ruling_of


@pytest.mark.parametrize(
    ("said", "ruling"),
    [
        ("Godkendt.", Ruling.ADOPTED),
        ("Som indstillet.", Ruling.ADOPTED),
        ("Udvalget tiltrådte forslaget om bådpladser. Borgerlisten stemte imod.", Ruling.ADOPTED),
        ("Byrådet besluttede at følge indstillingen.", Ruling.ADOPTED),
        ("Et ændringsforslag blev forkastet. Indstillingen blev vedtaget med ti stemmer mod fem.", Ruling.ADOPTED),
        ("Udsat.", Ruling.POSTPONED),
        ("Udvalget besluttede at udsætte sagen om bådpladserne til juni.", Ruling.POSTPONED),
        ("Punktet blev taget af dagsordenen.", Ruling.POSTPONED),
        ("Ikke godkendt.", Ruling.REJECTED),
        ("Udvalget kunne ikke godkende forslaget.", Ruling.REJECTED),
        ("Ansøgningen blev afvist.", Ruling.REJECTED),
        ("Indstilles godkendt.", Ruling.SENT_ON),
        ("Udvalget anbefaler byrådet at godkende sagen.", Ruling.SENT_ON),
        ("Taget til efterretning.", Ruling.OPEN),
        ("Ad 1. Godkendt. Ad 2. Udsat.", Ruling.OPEN),
    ],
)
def test_how_a_decision_ends_the_case(said: str, ruling: Ruling) -> None:
    assert ruling_of(said) is ruling


def test_another_day_than_the_proposed_is_read() -> None:
    said = "Udvalget godkendte forslaget. Åbningen udskydes dog fra den 1. maj 2031 til den 1. juni 2031."
    (moved,) = moved_days(said)
    assert moved.old is not None
    assert (moved.old.first, moved.new.first) == (date(2031, 5, 1), date(2031, 6, 1))
    assert said[moved.new.start : moved.new.end].endswith("1. juni 2031")


def test_the_day_on_which_a_case_is_taken_up_again_is_none_of_its_days() -> None:
    assert moved_days("Sagen udsættes til mødet den 3. juni 2031.") == []


def test_a_day_that_is_only_told_moves_nothing() -> None:
    assert moved_days("Retningslinjen træder i kraft den 1. april 2031.") == []
