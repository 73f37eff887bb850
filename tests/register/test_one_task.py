"""One task in several spellings, and what a dispute is called."""

from __future__ import annotations

import pytest

from tests.register.papers import paper, register


@pytest.mark.parametrize("spelt", ["Havne Forcen", "Havneforcen", "En havneforce"])
def test_articles_and_words_written_in_two_are_one_task(spelt: str) -> None:
    one = paper("Havneforcen er forankret i Teknikforvaltningen.", name="a.txt")
    two = paper(f"{spelt} er forankret i Teknikforvaltningen.", name="b.txt")
    (entry,) = register(one, two).entries()
    assert len(entry.rows) == 2


def test_two_words_stay_two_where_no_other_task_writes_them_as_one() -> None:
    one = paper("Havneforcen er forankret i Teknikforvaltningen.", name="a.txt")
    two = paper("Havne patruljen er forankret i Teknikforvaltningen.", name="b.txt")
    assert len(register(one, two).entries()) == 2


def test_a_dispute_on_a_number_is_named_by_what_is_counted() -> None:
    one = paper("Ordningen for lystfiskere ved østmolen omfatter 140 udsatte borgere om året.", name="a.txt")
    two = paper("Ordningen for lystfiskere ved østmolen omfatter 190 udsatte borgere om året.", name="b.txt")
    (found,) = register(one, two).conflicts()
    assert (found.about, set(found.differs)) == (
        "Ordningen for lystfiskere ved østmolen: antal udsatte borgere",
        {"140", "190"},
    )
