"""Who holds a post is told by the line that gives it, of the body that is asked about."""

from __future__ import annotations

from datetime import date

import pytest

from answer import Answerer
from answer.understanding.posts import after_post, post_asked
from core.schema import Answer, Filters, Kind
from core.settings import Settings
from tests.answer.fakes import FakeLibrary, FakeRegister, FakeRetriever, make_document

_MINUTES = """Referat af møde i havnerådet

Til stede: havnechef Anders Bentsen (formand), Karin Dalby (næstformand) og bådfører Erik Friis.

Referent: konsulent Gerda Holm.

Der nedsættes en styregruppe for badebroen med direktøren for Teknik som formand. HR-chefen er sekretær i styregruppen.

Havnerådet har mulighed for at vælge en ny formand i marts.

Formand for bådelauget: Ida Juhl.

Center for Sejlads åbner i maj med Afdeling Sejlads. Centerchef bliver Finn Bro.

Følgegruppen for havnen består af to fra sejlklubben og en fra roklubben."""

_OTHER = """Notat om biblioteket

Biblioteksrådet mødes i maj på rådhuset i Sandvig. Borgmester Hanne Friis byder velkommen.
Lene Krogh bliver formand for biblioteksrådet, Ove Lind bliver formand for læserådet.

Formand for bådelauget: Per Krag.

Følgegruppen for læsesalen består af fire fra biblioteket."""


def ask(question: str) -> Answer:
    papers = [
        make_document("referat.txt", _MINUTES, Kind.MINUTES, date(2031, 6, 4)),
        make_document("notat.txt", _OTHER, Kind.MEMO, date(2031, 9, 1)),
    ]
    library = FakeLibrary(papers)
    return Answerer(library, FakeRetriever(library), FakeRegister(), Settings()).answer(question, Filters())


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hvem er formand for havnerådet?", "Anders Bentsen (formand)"),
        ("Hvem er næstformand i havnerådet?", "Karin Dalby (næstformand)"),
        ("Hvem står i spidsen for styregruppen for badebroen?", "direktøren for Teknik som formand"),
        ("Hvem er sekretær for styregruppen?", "HR-chefen er sekretær"),
        ("Hvem er borgmester i Sandvig?", "Borgmester Hanne Friis"),
        ("Hvem er formand for læserådet?", "Ove Lind bliver formand for læserådet"),
    ],
)
def test_the_line_of_the_post_is_told(question: str, told: str) -> None:
    answer = ask(question)
    assert not answer.refused
    assert told in answer.answer


def test_of_several_chairs_the_one_of_the_body_asked_about() -> None:
    assert "Lene Krogh" not in ask("Hvem er formand for læserådet?").answer


def test_another_paper_that_gives_the_post_to_another_is_told_too() -> None:
    answer = ask("Hvem er formand for bådelauget?").answer
    assert "Ida Juhl" in answer
    assert "Et andet sted" in answer
    assert "Per Krag" in answer


def test_the_head_of_a_centre_is_not_the_head_of_its_department() -> None:
    assert "Finn Bro" in ask("Hvem skal stå i spidsen for Center for Sejlads?").answer
    assert not ask("Hvem bliver leder af Afdeling Sejlads?").answer.startswith("Centerchef")


def test_two_posts_asked_at_once() -> None:
    answer = ask("Hvem ledede mødet i havnerådet, og hvem førte referat?").answer
    assert "Anders Bentsen" in answer
    assert "Gerda Holm" in answer


def test_the_members_of_a_group_are_those_it_is_made_up_of() -> None:
    asked = "Hvem sidder i følgegruppen for havnen?"
    answer = ask(asked).answer
    assert "to fra sejlklubben og en fra roklubben" in answer
    assert "biblioteket" not in answer


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Hvem førte referatet?", True),
        ("Hvem er sekretær for rådet?", True),
        ("Hvem leder mødet?", True),
        ("Hvem har ansvaret for havnen?", False),
        ("Hvornår vælges formanden?", False),
        ("Hvem er havnelederens chef i maj 2031?", False),
    ],
)
def test_what_asks_for_a_post(question: str, asks: bool) -> None:
    assert (post_asked(question) is not None) is asks


def test_whether_the_holder_was_there_is_no_topic() -> None:
    assert after_post("Hvem er formand, og var vedkommende til mødet?").startswith("og var vedkommende")
    assert not after_post("Hvem er formand for havnerådet?")


@pytest.mark.parametrize("question", ["Hvem var borgmester før Hanne Friis?", "Hvem er overborgmester?"])
def test_another_mayor_than_the_present_one_is_no_such_post(question: str) -> None:
    assert post_asked(question) is None


def test_a_place_no_paper_names_has_another_mayor() -> None:
    assert ask("Hvem er borgmester i Brovst?").trace["how"] not in ("actor", "particular")
