"""Conditions, and denials of some only."""

from __future__ import annotations

from answer.clauses import conditional, of_some_only
from answer.understanding.claims import negates


def test_a_condition_that_the_question_does_not_name() -> None:
    assert conditional("Færgen sejler, hvis vinden lægger sig.", "Sejler færgen?")
    assert not conditional("Færgen sejler, hvis vinden lægger sig.", "Sejler færgen, hvis vinden lægger sig?")
    assert not conditional("Færgen sejler hver dag.", "Sejler færgen?")


def test_a_clause_set_in_denies_only_who_is_meant() -> None:
    assert of_some_only("Gæster, der ikke er medlemmer, betaler leje.", negates)
    assert not of_some_only("Gæster, der er medlemmer, betaler ikke leje.", negates)
    assert not of_some_only("Gæster betaler ikke leje.", negates)
