"""Rows of what a tagger marks, where no rule reads anything."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ports import Mark, Marks
from core.schema import Basis, Document, Responsibility
from register.extract import extract
from register.tagging.tagging import tag, unmarked, with_marks
from register.tagging.windows import marked, place, texts_of, windows_of
from tests.register.papers import paper

PLAIN = "Stiernes pasning er fremover på Egnskontorets bord, hvor Vejlauget slap den."


class FakeTagger:
    """Marks given words. second: those of the second reading; share: how sure it is of all."""

    def __init__(self, task: str, relation: str = "assign", share: float = 0.9, **second: str) -> None:
        self.task, self.second, self.relation, self.share = task, second, relation, share
        self.seen: list[tuple[str, str]] = []

    def tag(self, texts: Sequence[tuple[str, str]]) -> list[Marks]:
        """Wherever the words stand in the sentence or, if not there, before it."""
        self.seen += texts
        return [self._of(pair) for pair in texts]

    def _of(self, pair: tuple[str, str]) -> Marks:
        asked = self.second if "«" in "".join(pair) else {"task": self.task}
        found = [self._mark(pair, label, words) for label, words in asked.items()]
        return Marks(tuple(mark for mark in found if mark), self.relation)

    def _mark(self, pair: tuple[str, str], label: str, words: str) -> Mark | None:
        for part in (1, 0):
            at = pair[part].find(words)
            if at >= 0 and (label != "task" or part == 1):
                return Mark(part, at, at + len(words), label, self.share)
        return None


def rows(document: Document, tagger: FakeTagger) -> list[Responsibility]:
    """The tagger's rows of a document."""
    found = extract(document, tag(document, windows_of(document), tagger)).responsibilities
    return [row for row in found if row.origin == "tagger"]


def test_what_no_rule_reads_becomes_a_row_that_says_so() -> None:
    assert not extract(paper(PLAIN)).responsibilities
    (row,) = rows(paper(PLAIN), FakeTagger("Stiernes pasning", to="Egnskontorets bord", source="Vejlauget"))
    assert (row.task, row.to_unit, row.from_unit) == ("Stiernes pasning", "Egnskontorets bord", "Vejlauget")
    assert PLAIN[row.start : row.end] == PLAIN


@pytest.mark.parametrize(("text", "found"), [("Omdelt til Vejudvalget.", 0), ("Broerne: Vejudvalget.", 1)])
def test_a_scrap_of_a_line_gives_no_row_unless_it_sets_an_owner_beside_a_task(text: str, found: int) -> None:
    task = text.split()[0].strip(":")
    known = [row for row in extract(paper(text)).responsibilities if row.to_unit == "Vejudvalget"]
    assert len(rows(paper(text), FakeTagger(task, to="Vejudvalget"))) + len(known) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I april drøftes stiernes pasning på et møde i Vejudvalget.", 0),
        ("Stiernes pasning skal rykkes tættere på Vejudvalget.", 0),
        ("Stiernes pasning er fremover lagt i hænderne på Vejudvalget.", 1),
    ],
)
def test_a_body_that_treats_a_case_or_stands_near_does_not_own_it(text: str, found: int) -> None:
    task = "tiernes pasning"
    assert len(rows(paper(text), FakeTagger(task, to="Vejudvalget"))) == found


def test_what_is_said_of_a_units_things_is_not_its_task() -> None:
    text = "Kørselsreglerne er nu Vejudvalgets overordnede regelsæt for biler."
    assert not rows(paper(text), FakeTagger("Kørselsreglerne", to="Vejudvalgets"))


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Formandens", "Formanden"),
        ("Vejudvalgets sekretær", "Vejudvalgets sekretær"),
        ("Parkudvalgets", "Parkudvalget"),
    ],
)
def test_an_owner_is_named_without_its_genitive_and_is_not_the_unit_it_belongs_to(words: str, owner: str) -> None:
    text = f"{words} opgave er alene at holde øje med stierne."
    assert [row.to_unit for row in rows(paper(text), FakeTagger("holde øje med stierne", to=words))] in ([owner], [])


@pytest.mark.parametrize("owner", ["og", "- og Vejudvalget", "det midlertidige", "Vej- og", "Herefter"])
def test_a_fragment_is_no_owner(owner: str) -> None:
    text = f"Stiernes pasning er nu på bordet hos {owner}"
    assert not rows(paper(text), FakeTagger("Stiernes pasning", to=owner))


def test_who_only_hears_of_a_task_does_not_own_it() -> None:
    text = "Stiernes pasning forelægges Vejlauget."
    assert not rows(paper(text), FakeTagger("Stiernes pasning", to="Vejlauget"))


def test_what_a_rule_reads_stands() -> None:
    text = "Stiernes pasning overgår til Parkudvalget den 1. maj 2031."
    known = extract(paper(text)).responsibilities
    assert known
    assert not rows(paper(text), FakeTagger("Stiernes pasning", to="Parkudvalget"))


def test_a_move_the_tagger_reads_takes_the_place_of_what_a_rule_reads_of_today() -> None:
    text = "Parkudvalget har i dag ansvaret for stiernes pasning, men fra 1. maj 2031 er den på Vejudvalgets bord."
    assert {row.to_unit for row in extract(paper(text)).responsibilities} == {"Parkudvalget"}
    tagger = FakeTagger("stiernes pasning", "transfer", to="Vejudvalget", source="Parkudvalget", when="fra 1. maj 2031")
    found = extract(paper(text), tag(paper(text), windows_of(paper(text)), tagger)).responsibilities
    assert [(row.from_unit, row.to_unit) for row in found] == [("Parkudvalget", "Vejudvalget")]


@pytest.mark.parametrize("share", [0.0, 0.4])
def test_an_unsure_mark_gives_no_row(share: float) -> None:
    assert not rows(paper(PLAIN), FakeTagger("Stiernes pasning", share=share, to="Egnskontorets bord"))


def test_no_owner_no_row() -> None:
    assert not rows(paper(PLAIN), FakeTagger("Stiernes pasning", source="Vejlauget"))


def test_marked_days_date_the_row() -> None:
    text = "Stiernes pasning er på Egnskontorets bord senest den 1. maj 2031 og til og med 2033."
    tagger = FakeTagger("Stiernes pasning", to="Egnskontorets bord", when="senest den 1. maj 2031")
    (row,) = rows(paper(text), tagger)
    assert (row.effective_from, row.basis) == (date(2031, 5, 1), Basis.DEADLINE)
    (row,) = rows(paper(text), FakeTagger("Stiernes pasning", to="Egnskontorets bord", until="til og med 2033"))
    assert (row.effective_from, row.until) == (None, date(2033, 12, 31))


def test_a_move_without_a_day_takes_the_general_one() -> None:
    text = f"Ændringerne træder i kraft den 1. januar 2032.\n\n{PLAIN}"
    tagger = FakeTagger("Stiernes pasning", "transfer", to="Egnskontorets bord", source="Vejlauget")
    (row,) = rows(paper(text), tagger)
    assert (row.effective_from, row.basis) == (date(2032, 1, 1), Basis.GENERAL_CLAUSE)


def test_an_owner_named_before_stands_in_the_quote() -> None:
    text = "Egnskontoret har fået flere folk. Det er nu også dér, man spørger om stiernes pasning."
    (row,) = rows(paper(text), FakeTagger("stiernes pasning", to="Egnskontoret"))
    assert row.to_unit == "Egnskontoret"
    assert text[row.start : row.end] == text


def test_a_point_is_read_with_its_lead_in() -> None:
    tagger = FakeTagger("ingenting")
    text = "Fra nytår er dette Egnskontorets:\n\n- stiernes pasning\n- broernes maling\n"
    tag(paper(text), windows_of(paper(text)), tagger)
    assert ("Fra nytår er dette Egnskontorets:", "broernes maling") in tagger.seen


TEXT = "Havnen flytter. Broen males af Lauget.\n\nOpgaver\n\nLauget får:\n\n- færgen\n- broen og kajen\n"


@given(st.integers(0, 200), st.integers(0, 40))
def test_places_are_those_of_the_document(at: int, length: int) -> None:
    for window in windows_of(paper(TEXT)):
        for part, text in enumerate(texts_of(TEXT, window)):
            start, end = min(at, len(text)), min(at + length, len(text))
            where = place(window, part, start, end)
            if where is not None:
                assert TEXT[where.start : where.end] == text[start:end]


@given(st.integers(0, 30), st.integers(1, 8), st.integers(0, 30), st.integers(1, 8))
def test_marks_around_a_task_move_the_others_there_and_back(a: int, long: int, b: int, wide: int) -> None:
    text = "".join(chr(97 + n % 26) for n in range(40))
    task, mark = Mark(1, a, a + long, "task", 1.0), Mark(1, b, b + wide, "to", 1.0)
    apart = mark.end <= task.start or task.end <= mark.start
    within = task.start <= mark.start and mark.end <= task.end
    if not (apart or within):
        return
    moved = with_marks(task, mark)
    shown = marked(("", text), task)[1]
    assert shown[moved.start : moved.end] == text[mark.start : mark.end]
    assert (unmarked(task, 1, moved.start), unmarked(task, 1, moved.end)) == (mark.start, mark.end)
    assert re.sub(r"« | »", "", shown) == text
