"""What a case decides rules what it proposed."""

from __future__ import annotations

from datetime import date

import pytest

from core.schema import Block, BlockKind, Document, Kind, Responsibility, Status
from register.extract import extract

_PROPOSED = "Forvaltningen foreslår, at bådhuset overgår fra Havneudvalget til Kulturudvalget pr. 1. maj 2031."
_HEADS = ("Referat", "Punkt 1. Bådhuset", "Punkt 2. Stranden", "Sagsfremstilling", "Indstilling", "Beslutning")


def _minutes(*pieces: str) -> Document:
    """A document of these lines: those of ``_HEADS`` are headings."""
    text, blocks, section = "\n\n".join(pieces), [], ()
    at = 0
    for piece in pieces:
        head = piece in _HEADS
        kind = BlockKind.HEADING if head else BlockKind.PARAGRAPH
        blocks.append(Block(kind, at, at + len(piece), int(head), () if head else section))
        section = (piece,) if head else section
        at += len(piece) + 2
    return Document(
        "0" * 16, "referat.txt", "Referat", Kind.MINUTES, date(2031, 3, 4), text, text, blocks=tuple(blocks)
    )


def _rows(decision: str, proposed: str = _PROPOSED) -> tuple[Responsibility, ...]:
    paper = _minutes("Referat", "Punkt 1. Bådhuset", "Sagsfremstilling", proposed, "Beslutning", decision)
    return extract(paper).responsibilities


def test_without_a_decision_a_proposal_is_a_plan() -> None:
    paper = _minutes("Referat", "Punkt 1. Bådhuset", "Sagsfremstilling", _PROPOSED)
    (row,) = extract(paper).responsibilities
    assert row.status is Status.PLANNED


def test_an_adopted_proposal_is_decided() -> None:
    (row,) = _rows("Godkendt.")
    assert (row.status, row.effective_from) == (Status.DECIDED, date(2031, 5, 1))


def test_the_day_decided_takes_the_place_of_the_proposed() -> None:
    (row,) = _rows("Udvalget godkendte forslaget. Overgangen udskydes dog til den 1. juni 2031.")
    assert (row.status, row.effective_from) == (Status.DECIDED, date(2031, 6, 1))
    assert row.effective_text == "den 1. juni 2031"
    assert row.conditions == ("Overgangen udskydes dog til den 1. juni 2031.",)


def test_the_day_of_something_else_leaves_the_row_alone() -> None:
    (row,) = _rows("Godkendt, dog sådan at malingen af broen udskydes til den 1. juni 2031.")
    assert row.effective_from == date(2031, 5, 1)


def test_a_rejected_proposal_gives_nobody_a_task() -> None:
    today = "Havneudvalget varetager i dag driften af stranden."
    rows = _rows("Forslaget blev ikke imødekommet.", f"{_PROPOSED} {today}")
    assert [row.to_unit for row in rows] == ["Havneudvalget"]


def test_a_case_put_off_leaves_a_plan_that_says_so() -> None:
    (row,) = _rows("Sagen udsættes til mødet i april.")
    assert row.status is Status.PLANNED
    assert "sagen er udsat: Sagen udsættes til mødet i april." in row.conditions


@pytest.mark.parametrize("other", ["Afvist.", "Sagen udsættes."])
def test_the_decision_of_another_item_rules_nothing(other: str) -> None:
    paper = _minutes(
        *("Referat", "Punkt 1. Bådhuset", "Sagsfremstilling", _PROPOSED, "Beslutning", "Godkendt."),
        *("Punkt 2. Stranden", "Sagsfremstilling", "Stranden har fået sand.", "Beslutning", other),
    )
    (row,) = extract(paper).responsibilities
    assert row.status is Status.DECIDED


@pytest.mark.parametrize(
    "decision",
    [
        "Godkendt, med den ændring at bådhuset i stedet placeres i Fritidsudvalget.",
        "Udvalget godkendte forslaget, dog således at bådhuset samles i Fritidsudvalget.",
        "Indstillingen blev ændret, således at driften af bådhuset samles i Fritidsudvalget.",
    ],
)
def test_another_receiver_takes_the_place_of_the_proposed(decision: str) -> None:
    (row,) = _rows(decision)
    assert (row.task, row.to_unit, row.status) == ("bådhuset", "Fritidsudvalget", Status.DECIDED)
    assert row.effective_from == date(2031, 5, 1)


def test_another_receiver_of_something_else_leaves_the_proposal() -> None:
    rows = _rows("Godkendt, med den tilføjelse at malerværkstedet samles i Fritidsudvalget.")
    assert {(r.task, r.to_unit) for r in rows} == {
        ("bådhuset", "Kulturudvalget"),
        ("malerværkstedet", "Fritidsudvalget"),
    }
