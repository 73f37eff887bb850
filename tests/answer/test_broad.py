"""Questions for anything told of a thing, in their plain form."""

from __future__ import annotations

import pytest

from answer.understanding.broad import plain_form


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
