"""Words that point back: to the case, to the act of the sentence before, to a longer name."""

from __future__ import annotations

from tests.register.papers import one, rows

_CASE = "4. Gadeindsatsen: hvem gør hvad\n\nModellen blev vedtaget. "


def test_the_effort_is_the_one_the_case_is_about() -> None:
    row = one(_CASE + "Indsatsen føres videre i Havnekontoret pr. 1. maj 2026.")
    assert (row.task, row.to_unit) == ("Gadeindsatsen", "Havnekontoret")


def test_an_effort_nobody_names_is_no_task_but_its_evaluation_is() -> None:
    assert rows("Modellen blev vedtaget. Indsatsen føres videre i Havnekontoret.") == ()
    assert one("Indsatsen evalueres af Havnekontoret i 2028.").task == "evaluering af indsatsen"


def test_a_model_that_is_weighed_moves_nothing() -> None:
    assert rows(_CASE + "I model A lægges indsatsen ind under Havnekontoret.") == ()


def test_the_operation_is_of_what_the_sentence_before_tells() -> None:
    text = (
        "Driften af de lange broer er i dag delt mellem flere. Fremover varetages driften, herunder den nye bro ved "
        "Nyby, af Havnekontoret."
    )
    assert "Driften af de lange broer, herunder den nye bro ved Nyby" in {r.task for r in rows(text)}


def test_what_is_only_planned_or_thought_of_moves_nothing() -> None:
    assert rows("Der lægges op til en godkendelse i Kulturudvalget.") == ()
    assert rows("Havnen skal være lettere at finde, og ideen er at Kulturudvalget får ansvar for skiltene.") == ()
