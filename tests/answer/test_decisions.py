"""What a case decided is told where it is asked for, and beside the proposal it rules."""

from __future__ import annotations

from datetime import date

import pytest

from answer import Answerer
from core.citations import collapse
from core.schema import Answer, Block, BlockKind, Document, Filters, Kind, Passage
from core.settings import Settings
from tests.answer.fakes import FakeLibrary, FakeRegister, FakeRetriever

_HEADS = ("Referat fra havnen", "Punkt 1. Nedlæggelse af bådhuset", "Sagsfremstilling", "Beslutning")
_PROPOSED = "Forvaltningen foreslår, at bådhuset nedlægges, og at kajakkerne flyttes til klubben den 1. maj 2031."


def _minutes(*pieces: str) -> Document:
    blocks: list[Block] = []
    passages: list[Passage] = []
    section: tuple[str, ...] = ()
    at = 0
    for n, piece in enumerate(pieces):
        end = at + len(piece)
        if piece in _HEADS:
            blocks.append(Block(BlockKind.HEADING, at, end, 1))
            section = (piece,)
        else:
            blocks.append(Block(BlockKind.PARAGRAPH, at, end, section=section))
            passages.append(Passage(f"referat-{n}", "referat.txt", at, end, collapse(piece), section=section))
        at = end + 2
    text, day, kind = "\n\n".join(pieces), date(2031, 3, 4), Kind.MINUTES
    held = (tuple(blocks), tuple(passages))
    return Document("referat.txt", "referat.txt", _HEADS[0], kind, day, text, text, blocks=held[0], passages=held[1])


def _ask(question: str, decision: str, proposed: str = _PROPOSED) -> Answer:
    paper = _minutes(*_HEADS[:3], proposed, "Beslutning", decision)
    library = FakeLibrary([paper])
    return Answerer(library, FakeRetriever(library), FakeRegister(), Settings()).answer(question, Filters())


def test_the_day_decided_comes_before_the_day_proposed() -> None:
    told = _ask("Hvornår flyttes kajakkerne?", "Godkendt. Flytningen udskydes dog til den 1. juni 2031.").answer
    assert 0 <= told.find("1. juni 2031") < told.find("1. maj 2031")


def test_the_day_of_something_else_does_not_come_first() -> None:
    told = _ask("Hvornår flyttes kajakkerne?", "Godkendt, idet malingen af broen udskydes til den 1. juni 2031.").answer
    assert 0 <= told.find("1. maj 2031") < told.find("Godkendt")


def test_what_was_decided_is_the_decision() -> None:
    told = _ask("Hvad blev besluttet om bådhuset?", "Udvalget godkendte forslaget.").answer
    assert told.startswith("Nedlæggelse af bådhuset: Udvalget godkendte forslaget [1].")
    assert "Forvaltningen foreslår" in told


@pytest.mark.parametrize(
    ("question", "decision", "word"),
    [
        ("Blev nedlæggelsen af bådhuset vedtaget?", "Udvalget godkendte forslaget.", "Ja."),
        ("Blev nedlæggelsen af bådhuset vedtaget?", "Udvalget besluttede at udsætte sagen.", "Nej."),
        ("Blev nedlæggelsen af bådhuset udsat?", "Udvalget besluttede at udsætte sagen.", "Ja."),
        ("Blev nedlæggelsen af bådhuset godkendt?", "Forslaget blev ikke imødekommet.", "Nej."),
        ("Blev nedlæggelsen af bådhuset godkendt?", "Sagen blev drøftet.", ""),
    ],
)
def test_whether_it_was_adopted(question: str, decision: str, word: str) -> None:
    told = _ask(question, decision).answer
    assert told.split(" ")[0] == word if word else not told.startswith(("Ja.", "Nej."))


def test_a_proposal_that_was_rejected_is_no_yes() -> None:
    assert _ask("Bliver bådhuset nedlagt?", "Godkendt.").answer.startswith("Ja.")
    assert _ask("Bliver bådhuset nedlagt?", "Forslaget blev ikke imødekommet.").answer.startswith("Nej.")


def test_who_voted_is_told_by_the_minutes() -> None:
    told = _ask("Hvem stemte imod nedlæggelsen af bådhuset?", "Godkendt. Kystlisten stemte imod.")
    assert "Kystlisten stemte imod [1]." in told.answer


def test_who_asks_for_the_proposal_gets_the_proposal_alone() -> None:
    told = _ask("Hvornår foreslår forvaltningen, at kajakkerne flyttes?", "Flytningen udskydes til den 1. juni 2031.")
    assert "1. juni 2031" not in told.answer.split("Måske også")[0].split("Et andet sted")[0]


_MIXED = "Udvalget godkendte at flytte kajakkerne. Nedlæggelsen af bådhuset blev ikke godkendt."


def test_of_a_mixed_decision_the_sentence_on_the_proposal_counts() -> None:
    proposed = "Forvaltningen foreslår, at bådhuset nedlægges den 1. maj 2031."
    told = _ask("Nedlægges bådhuset den 1. maj 2031?", _MIXED, proposed).answer
    assert not told.startswith("Ja.")
    assert 0 <= told.find("blev ikke godkendt") < told.find("foreslår")
    told = _ask("Hvornår nedlægges bådhuset?", _MIXED, proposed).answer
    assert 0 <= told.find("blev ikke godkendt") < told.find("foreslår")


def test_whether_a_proposal_was_followed_is_told_by_the_decision() -> None:
    assert _ask("Blev indstillingen om bådhuset fulgt?", "Udvalget godkendte forslaget.").answer.startswith("Ja.")
    told = _ask("Blev indstillingen om bådhuset fulgt?", _MIXED).answer
    assert "ikke godkendt" in told
    assert not told.startswith(("Ja.", "Nej."))
