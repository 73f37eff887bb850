"""A plain Ja or Nej rests on a sentence that holds it: not on a proposal, a condition, another day or number."""

from __future__ import annotations

from datetime import date

import pytest

from answer import Answerer
from core.citations import collapse
from core.schema import Answer, Block, BlockKind, Document, Filters, Kind, Passage
from core.settings import Settings
from tests.answer.fakes import FakeLibrary, FakeRegister, FakeRetriever, make_document

_AGREEMENT = """Aftale om havnen

Kajakklubben og roklubben sammenlægges under én bestyrelse.

Isværket overgår til Fiskeriudvalget, hvis Byrådet vedtager en ny plan for havnen.

Fyrtårnet overdrages fra Havnekontoret til Lodseriet pr. 1. juli 2031.

Gæstesejlere, der ikke er medlemmer, får rabat på bådpladsen.

Værftet har i dag 90 svende, svarende til 71 årsværk.

Havneplanen sendes til høring, og Sejlerrådet høres om planen i maj 2031."""


def _ask(question: str, *documents: Document) -> str:
    held = list(documents) or [make_document("aftale.txt", _AGREEMENT, Kind.AGREEMENT, date(2031, 1, 5))]
    library = FakeLibrary(held)
    told: Answer = Answerer(library, FakeRetriever(library), FakeRegister(), Settings()).answer(question, Filters())
    return told.answer


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Skal kajakklubben og roklubben lægges sammen?", "Ja."),
        ("Overgår isværket til Fiskeriudvalget?", ""),
        ("Overtager Lodseriet fyrtårnet fra Havnekontoret den 1. maj 2031?", "Nej."),
        ("Overdrages fyrtårnet til Lodseriet den 1. juli 2031?", "Ja."),
        ("Får gæstesejlere rabat på bådpladsen?", ""),
        ("Har værftet 90 svende?", "Ja."),
        ("Har værftet 71 svende?", "Nej."),
        ("Er Sejlerrådet hørt om planen?", ""),
        ("Overdrages Havnekontoret til Lodseriet?", ""),
        ("Overdrages fyrtårnet til Lodseriet?", "Ja."),
        ("Får Fiskeriudvalget ansvar for it?", ""),
    ],
)
def test_the_word_is_that_of_the_sentence(question: str, word: str) -> None:
    told = _ask(question)
    assert told.startswith(word) if word else not told.startswith(("Ja.", "Nej.")), told


def _note() -> Document:
    """A budget note with a numbered list of proposals, and advice against one of them."""
    pieces = (
        "Budgetnotat om fyret",
        "Forvaltningen foreslår to tiltag:",
        "1. Fyrtårnet males rødt i 2031",
        "2. Lodshuset ved molen lukkes og sælges",
        "Forvaltningen anbefaler ikke tiltag 2, da huset er fredet.",
        "Ved salget nedlægges 4 stillinger i lodseriet. Lodseriet har i dag 30 ansatte.",
    )
    blocks: list[Block] = []
    passages: list[Passage] = []
    at = 0
    for n, piece in enumerate(pieces):
        end, item = at + len(piece), piece[0].isdigit()
        kind = BlockKind.HEADING if n == 0 else BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH
        blocks.append(Block(kind, at, end, level=1 if n == 0 else 0, lead_in=pieces[1] if item else ""))
        if n:
            passages.append(Passage(f"notat-{n}", "notat.txt", at, end, collapse(piece), kind=kind))
        at = end + 2
    text = "\n\n".join(pieces)
    name, day = "notat.txt", date(2031, 3, 1)
    held = (tuple(blocks), tuple(passages))
    return Document(name, name, pieces[0], Kind.BUDGET_NOTE, day, text, text, blocks=held[0], passages=held[1])


def test_a_proposal_is_no_yes_and_is_named_as_one() -> None:
    assert _ask("Males fyrtårnet rødt?", _note()).startswith("Forslag: Fyrtårnet males rødt")
    assert not _ask("Nedlægges 4 stillinger i lodseriet?", _note()).startswith("Ja.")


def test_what_advises_against_a_proposal_stands_beside_it() -> None:
    told = _ask("Lukkes lodshuset ved molen?", _note())
    assert 0 <= told.find("Lodshuset ved molen lukkes") < told.find("anbefaler ikke tiltag 2")


def test_what_a_note_says_of_how_things_are_stays_a_yes() -> None:
    assert _ask("Har lodseriet 30 ansatte?", _note()).startswith("Ja.")
