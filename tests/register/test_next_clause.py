"""A task ends where somebody else's clause begins, and a pronoun alone names none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.forms.pronoun_tasks import is_bare
from register.sentences.next_clause import before_next_clause, own_subject
from tests.register.papers import rows


@pytest.mark.parametrize(
    ("sentence", "task"),
    [
        (
            "Driftsgården står for udskiftning af bænkene, og vandværket Kilden leverer vand til træerne.",
            "udskiftning af bænkene",
        ),
        ("Driftsgården tømmer spandene, foreningerne fejer stierne, og Havnevagten lukker.", "spandene"),
        (
            "Driftsgården står for at finde og oplære vagterne, og Det Grønne Køkken leverer maden.",
            "finde og oplære vagterne",
        ),
        ("Driftsgården tømmer krukkerne og gæsterne klapper.", "krukkerne"),
        ("Samlingen ligger i et skur og passes af Driftsgården.", "Samlingen"),
        ("Nordby Kommune kører dagholdet, Sydby Kommune det næste, og natten dækkes af Driftsgården.", "natten"),
    ],
)
def test_a_task_without_the_clause_of_another(sentence: str, task: str) -> None:
    assert task in {r.task for r in rows(sentence) if r.to_unit == "Driftsgården"}


@pytest.mark.parametrize(
    "words",
    [
        "veje, broer og havnene",
        "de maskiner, kommunen har købt",
        "at reglerne følges, og referatet bliver sendt",
        "vedligehold af stier, som foreningen bruger, og skovene",
        "tilsyn med haverne, herunder hegn",
    ],
)
def test_what_is_one_task_stays_whole(words: str) -> None:
    assert before_next_clause(words) == words


@given(st.text(alphabet="abdeognrst, AÆ", max_size=60))
def test_a_cut_task_is_a_beginning(words: str) -> None:
    assert words.startswith(before_next_clause(words))
    assert own_subject(words) in words


def test_a_pronoun_takes_its_name_from_the_subject_before() -> None:
    text = "Ringvejskortet udgives hvert år i maj. Havnechefen har ansvaret for at holde det ajour."
    assert [r.task for r in rows(text)] == ["holde ringvejskortet ajour"]


def test_a_pronoun_takes_its_name_from_its_own_sentence() -> None:
    text = "Skadestelefonen er landet i Havnekontoret, som besvarer den på hverdage."
    assert ("Skadestelefonen", "Havnekontoret") in {(r.task, r.to_unit) for r in rows(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Havnechefen har ansvaret for at holde den ajour.",
        "Foreningen skriver et blad. Havnechefen har ansvaret for at holde den ajour.",
        "Planen afløser vejledningen og folderen. Havnechefen har ansvaret for at holde den ajour.",
    ],
)
def test_a_pronoun_that_nothing_plain_names_gives_no_row(text: str) -> None:
    assert not [r for r in rows(text) if r.to_unit == "Havnechefen"]


@pytest.mark.parametrize(
    "task", ["den daglige drift", "den løbende vedligeholdelse", "det praktiske", "dem, der bor her"]
)
def test_an_article_is_no_pronoun(task: str) -> None:
    assert not is_bare(task)
