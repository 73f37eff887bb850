"""What a paper is about as a whole, and messages that ask nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from answer import Answerer
from answer.lexicon import Lexicon
from answer.question import understand
from answer.understanding.gist import gist_asked
from answer.understanding.idle import asks_nothing
from core.schema import Answer, Block, BlockKind, Document, Filters, Kind, Passage
from core.settings import Settings
from tests.answer.fakes import FakeLibrary, FakeRegister, FakeRetriever, make_answerer

PLAN = [
    "# Torvekontoret",
    "# Handleplan for de små havne",
    "Til stede: Havnefogeden, Torvemesteren, Kulturchefen, Brandinspektøren og Sekretæren fra Torvekontoret.",
    "Handleplanen samler ti initiativer, der skal gøre de små havne renere og mere brugte hele året rundt.",
    "I havnene ligger der i dag omkring to hundrede både, og de fleste af dem ejes af folk fra oplandet.",
    "# 1. Renere vand",
    "Der opsættes seks nye skraldespande på hver eneste mole i havnene.",
    "# 2. Flere brugere",
    "Klubberne låner et lokale om vinteren og betaler selv for varmen i det.",
]
OLDER = [
    "# Handleplan for cykelstier",
    "Planen omfatter fire nye stier mellem skolerne og stationen i byens vestlige ende.",
]


def paper(name: str, kind: Kind, day: date | None, paragraphs: Sequence[str]) -> Document:
    """A document of paragraphs; "# " begins a heading, and the last one before the running text is the title."""
    blocks: list[Block] = []
    passages: list[Passage] = []
    at, title = 0, ""
    for i, paragraph in enumerate(paragraphs):
        head = paragraph.startswith("# ")
        blocks.append(Block(BlockKind.HEADING if head else BlockKind.PARAGRAPH, at, at + len(paragraph), int(head)))
        if head:
            title = paragraph[2:] if not passages else title
        else:
            passages.append(Passage(f"{name}-{i}", name, at, at + len(paragraph), paragraph))
        at += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    return Document(name, name, title, kind, day, text, text, blocks=tuple(blocks), passages=tuple(passages))


def ask(question: str, *documents: Document) -> Answer:
    library = FakeLibrary(documents)
    return Answerer(library, FakeRetriever(library), FakeRegister(), Settings()).answer(question, Filters())


NEW = paper("havne.txt", Kind.ACTION_PLAN, date(2033, 4, 2), PLAN)
OLD = paper("stier.txt", Kind.ACTION_PLAN, date(2029, 1, 9), OLDER)


@pytest.mark.parametrize(
    "question",
    ["Hvad handler handleplanen om?", "Opsummer handleplanen", "Giv mig et kort resumé af handleplanen for havnene",
     "Hvad er hovedpunkterne i handleplanen fra 2033?",
     "Hvad er formålet med handleplanen?", "Hvad står der i handleplanen?"],
)  # fmt: skip
def test_the_gist_is_title_own_sentence_and_main_headings(question: str) -> None:
    answer = ask(question, NEW)
    assert answer.answer.startswith("»Handleplan for de små havne« (handleplan, 2. april 2033): Handleplanen samler ti")
    assert "Afsnit: Renere vand; Flere brugere" in answer.answer
    assert "Torvekontoret" not in answer.answer
    assert len(answer.answer.split()) <= 60
    assert {"Renere vand", "Flere brugere"} < {citation.quote for citation in answer.citations}


def test_of_two_papers_the_newest_is_told_and_the_other_named() -> None:
    answer = ask("Hvad handler handleplanen om?", OLD, NEW)
    assert answer.answer.startswith("»Handleplan for de små havne«")
    assert "Se også: »Handleplan for cykelstier«" in answer.answer
    assert answer.citations[-1].document == "stier.txt"


def test_a_word_of_its_title_or_its_year_picks_the_paper() -> None:
    for question in ("Hvad handler handleplanen for cykelstier om?", "Opsummer handleplanen fra 2029"):
        answer = ask(question, OLD, NEW)
        assert answer.answer.startswith("»Handleplan for cykelstier« (handleplan, 9. januar 2029)")
        assert "havne" not in answer.answer


def test_a_sentence_that_tells_the_papers_purpose_is_left_to_the_search() -> None:
    told = "Formålet med planen er, at børnene i byen kan cykle trygt til skole hele året."
    answer = ask("Hvad er formålet med handleplanen?", paper("s.txt", Kind.ACTION_PLAN, None, [*OLDER, told]))
    assert answer.trace.get("how") != "gist"


def test_papers_of_two_kinds_are_not_one_paper() -> None:
    other = paper("ny.txt", Kind.IMPLEMENTATION_PLAN, None, OLDER)
    assert ask("Hvad handler planen om?", NEW, other).trace.get("how") != "gist"
    assert ask("Hvad handler planen om?", NEW).trace.get("how") == "gist"


@pytest.mark.parametrize(
    "question",
    ["Hvad handler handleplanen for demens om?", "Hvad siger handleplanen om skraldespande?", "Opsummer budgettet",
     "Hvad handler aftalen om?", "Hvad er formålet med skraldespandene?", "Hvad handler punkt 2 i handleplanen om?"],
)  # fmt: skip
def test_a_topic_or_a_paper_that_is_not_held_is_left_to_the_search(question: str) -> None:
    assert ask(question, NEW).trace.get("how") != "gist"


def test_two_papers_in_one_breath_are_not_one() -> None:
    assert not gist_asked(understand("Hvad handler aftalen og referatet om?", Lexicon({})))


@pytest.mark.parametrize(
    "message",
    ["Hej", "Goddag", "Tak for hjælpen!", "Mange tak", "Hvem er du?", "Hvad kan du?", "Kan du hjælpe mig?", "ok",
     "Hjælp", "Hej Ressort", "Er du en robot?", "Hello"],
)  # fmt: skip
def test_a_message_that_asks_nothing_is_told_what_can_be_asked(message: str) -> None:
    answer = make_answerer().answer(message, Filters())
    assert (answer.refused, answer.reason, answer.near) == (True, "not_in_documents", ())
    assert answer.answer.startswith("Spørg om noget, der kan stå i dokumenterne")


@pytest.mark.parametrize(
    "message",
    ["Hej, hvem har badebroen?", "Kan du hjælpe mig med aftalen?", "FRU", "Tak til Fritidsudvalget",
     "Hvor kan jeg få hjælp?", "Hvad gælder i 2032?", "Hej, opsummer handleplanen", "Hvad er ressort?"],
)  # fmt: skip
def test_a_topic_a_unit_a_paper_or_a_year_is_asked_for(message: str) -> None:
    aliases = {"fru": ("Fritidsudvalget",)}
    assert not asks_nothing(understand(message, Lexicon({}), aliases))


def test_a_follow_up_asks_what_the_turn_before_did_but_thanks_do_not() -> None:
    answerer = make_answerer()
    before = answerer.answer("Hvem har lystbådehavnen?", Filters())
    assert before.subject
    for message in ("og hvornår?", "Kan du sige hvornår?"):
        assert not answerer.answer(message, Filters(), before).answer.startswith("Spørg om noget")
    for message in ("Tak for hjælpen!", "Hvem er du?", "ok"):
        assert answerer.answer(message, Filters(), before).answer.startswith("Spørg om noget")


def test_an_empty_library_says_so_first() -> None:
    assert ask("Hej").reason == "empty_library"
