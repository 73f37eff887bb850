"""Questions for anything told of a thing, in their plain form."""

from __future__ import annotations

import pytest

from answer.understanding.broad import of_thing, plain_form
from answer.understanding.kinds import Asked, asked


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Hvad siger aftalen om havnen?", "Hvad står der om havnen?"),
        ("Hvad står der i referatet om badebroen?", "Hvad står der om badebroen?"),
        ("Hvad siger dokumenterne om de nye moler?", "Hvad står der om de nye moler?"),
        ("Hvad siger Sejlerforeningen?", "Hvad mener Sejlerforeningen?"),
        ("Hvad siger Sejlerforeningen om molen?", "Hvad mener Sejlerforeningen om molen?"),
        ("Hvad koster molen?", "Hvad koster molen?"),
        ("Hvem siger aftalen op?", "Hvem siger aftalen op?"),
    ],
)
def test_plain_form(question: str, plain: str) -> None:
    assert plain_form(question) == plain


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Hvad siger aftalen om havnen?", "Hvad står der om havnen?"),
        ("Hvad siger Sejlerforeningen om molen?", ""),
        ("Hvad koster molen?", ""),
    ],
)
def test_the_paper_is_no_topic_of_what_it_tells(question: str, thing: str) -> None:
    assert of_thing(question) == thing


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Hvad står der om økonomien i havnen?", Asked.FACT),
        ("Hvad står der om prisen på molen?", Asked.AMOUNT),
        ("Hvad står der om, hvornår molen åbner?", Asked.DATE),
        ("Hvad står der ud for molen?", Asked.FACT),
    ],
)
def test_what_is_told_of_a_thing_is_no_sum(question: str, kind: Asked) -> None:
    assert asked(question) is kind
