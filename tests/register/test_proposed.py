"""What nobody has decided yet is planned, and holds for no day before its paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from core.schema import Block, BlockKind, Cell, Document, Kind, Responsibility, Span, Status, Table
from register.extract import extract
from register.proposed import as_proposed
from tests.register.papers import facts, one, paper, register


def test_a_move_that_waits_for_a_decision_is_not_decided() -> None:
    row = one("Fyrtårnet overgår til Kulturudvalget, hvis Byrådet godkender en ny plan for kysten.")
    assert row.status is Status.PLANNED
    assert row.conditions == ("hvis Byrådet godkender en ny plan for kysten",)


def test_a_duty_that_something_sets_off_is_decided() -> None:
    row = one("Havneudvalget skal varetage driften af molen, hvis vandet står højt.")
    assert row.status is Status.DECIDED


@pytest.mark.parametrize(("title", "status"), [("Forslag til ny kystplan", "planned"), ("Kystplan", "decided")])
def test_a_paper_that_calls_itself_a_proposal_decides_nothing(title: str, status: str) -> None:
    (row,) = facts("Fyrtårnet overgår til Kulturudvalget den 1. maj 2027.", title=title).responsibilities
    assert row.status.value == status


def test_a_proposal_that_was_adopted_decides() -> None:
    text = "Vedtaget af Byrådet den 3. marts 2027.\n\nFyrtårnet overgår til Kulturudvalget den 1. maj 2027."
    (row,) = facts(text, title="Forslag til ny kystplan").responsibilities
    assert row.status is Status.DECIDED


TABLE = "Nattevagt på kajen | Havnekontoret\nLukning af kiosken | Fritidskontoret"


def _with_table(before: str, after: str, section: tuple[str, ...], kind: Kind = Kind.MEMO) -> Document:
    text = f"{before}\n\n{TABLE}\n\n{after}"
    start = len(before) + 2
    end = start + len(TABLE)
    blocks = (
        Block(BlockKind.PARAGRAPH, 0, len(before), section=section),
        Block(BlockKind.TABLE, start, end, section=section),
        Block(BlockKind.PARAGRAPH, end + 2, len(text)),
    )
    heads = ("Tiltag", "Ansvarlig")
    cells, at = [], start
    for number, line in enumerate(TABLE.split("\n")):
        for column, words in enumerate(line.split(" | ")):
            place = text.index(words, at)
            span = Span(place, place + len(words))
            cells.append(Cell(number, column, "", heads[column], words, None, span))
        at += len(line) + 1
    return replace(
        paper(text, kind=kind), blocks=blocks, tables=(Table("", Span(start, end), "", heads, tuple(cells)),)
    )


def _rows(document: Document) -> list[tuple[str, Status]]:
    return [(r.task, r.status) for r in extract(document).responsibilities]


@pytest.mark.parametrize(
    ("before", "section", "kind", "status"),
    [
        ("Her er to tiltag.", ("Forslag",), Kind.MEMO, Status.PLANNED),
        ("Forvaltningen foreslår to tiltag.", ("Økonomi",), Kind.MEMO, Status.PLANNED),
        ("Her er to tiltag.", ("Økonomi",), Kind.MEMO, Status.DECIDED),
        ("Her er to tiltag.", ("Forslag",), Kind.AGREEMENT, Status.DECIDED),
    ],
)
def test_a_table_of_proposals_decides_nothing(
    before: str, section: tuple[str, ...], kind: Kind, status: Status
) -> None:
    found = _rows(_with_table(before, "Det er alt.", section, kind))
    assert found == [("Nattevagt på kajen", status), ("Lukning af kiosken", status)]


def test_what_the_paper_advises_against_is_told_with_its_row() -> None:
    against = "Forvaltningen anbefaler ikke tiltag 2, da kiosken er ny."
    document = _with_table("Forslag ses her.", f"Forvaltningen anbefaler tiltag 1. {against}", ("Forslag",))
    first, second = extract(document).responsibilities
    assert (first.conditions, second.conditions) == ((), (against,))
    assert as_proposed([second], document)[0].status is Status.PLANNED


def _on(document: Document, day: date) -> list[Responsibility]:
    return register(document).responsibilities(as_of=day)


@pytest.mark.parametrize(
    ("text", "kind", "before"),
    [
        ("Der nedsættes et kystråd.", Kind.MEMO, 0),
        ("Havneudvalget skal varetage driften af bådene.", Kind.MEMO, 0),
        ("Bådene passes af Havneudvalget.", Kind.AGREEMENT, 0),
        ("Bådene passes fortsat af Havneudvalget.", Kind.AGREEMENT, 1),
        ("Bådene passes af Havneudvalget.", Kind.MEMO, 1),
        ("Forvaltningen foreslår, at bådene passes af Havneudvalget.", Kind.MEMO, 0),
    ],
)
def test_nobody_has_what_a_paper_lays_down_before_that_paper(text: str, kind: Kind, before: int) -> None:
    document = paper(text, kind=kind, day=date(2027, 3, 1))
    assert len(_on(document, date(2026, 3, 1))) == before
    assert len(_on(document, date(2027, 3, 1))) == 1
