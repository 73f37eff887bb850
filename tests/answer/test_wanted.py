"""What only a text of just that can answer: outcomes, posts, numbers to ring."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.understanding.wanted import unmet


@pytest.mark.parametrize(
    ("question", "plan", "told"),
    [
        (
            "Hvilken løsning valgte Havneudvalget i maj?",
            "Havneudvalget behandler sagen i maj.",
            "Havneudvalget pegede på den lave mole.",
        ),
        (
            "Hvem vandt udbuddet af molerne?",
            "Molerne sendes i udbud til efteråret.",
            "Opgaven blev tildelt Bølgen A/S.",
        ),
        (
            "Hvad viste målingerne af badevandet?",
            "Badevandet måles hver uge.",
            "Målingerne viser, at vandet er rent.",
        ),
        (
            "Hvad mente roklubben om molen?",
            "Forslaget om molen sendes til roklubben i juni.",
            "Roklubben bakker op om molen.",
        ),
        (
            "Hvad svarede roklubben på brevet?",
            "Brevet er sendt; svar afventes.",
            "Roklubben svarede, at molen er for høj.",
        ),
        ("Hvordan stemte rådet om havnen?", "Rådet behandler havnen i juni.", "Havnen blev vedtaget med ni stemmer."),
        ("Hvem blev udpeget til havnerådet?", "Havnerådet får syv medlemmer.", "Kystchefen er udpeget til havnerådet."),
        (
            "Hvem skal være leder af Kystteamet?",
            "Kystteamet placeres i Havnecentret.",
            "Kystteamet ledes af fyrmesteren.",
        ),
        (
            "Hvem sidder for bordenden i kystrådet?",
            "Kystrådet får syv medlemmer.",
            "Kystrådets formand er fyrmesteren.",
        ),
        (
            "Hvad er havnekontorets telefonnummer?",
            "Havnekontoret svarer kl. 9-12.",
            "Havnekontoret har nummer 70 10 20 30.",
        ),
        ("Hvilken adresse har havnekontoret?", "Havnekontoret hører under Kystcentret.", "Havnekontoret, Molegade 3."),
        (
            "Hvad er timeprisen for en dykker?",
            "Dykkeren koster 12.000 kr. om året.",
            "Dykkeren koster 900 kr. pr. time.",
        ),
    ],
)
def test_a_plan_or_an_owner_does_not_tell_it(question: str, plan: str, told: str) -> None:
    assert unmet(question, plan)
    assert not unmet(question, told)
    assert not unmet(question, f"{plan} {told}")


@pytest.mark.parametrize(
    "question",
    [
        "Hvornår sagde Havneudvalget god for planen?",
        "Hvem har ansvaret for molerne?",
        "Hvem skal stå for ledelsen af havnen?",
        "Hvor mange skal jeg ringe til?",
        "Hvad koster en dykker om året?",
    ],
)
def test_other_questions_want_none_of_it(question: str) -> None:
    assert not unmet(question, "Molerne hører under Kystcentret.")


def test_how_it_went_can_be_left_to_another() -> None:
    assert not unmet("Hvornår stemte rådet om havnen?", "Det skete den 3. maj.", outcome=False)


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_is_read(question: str, told: str) -> None:
    assert unmet(question, told) == "" or unmet(question, told).startswith("der står")
