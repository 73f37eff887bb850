"""What words of a question weigh, how slips in them are mended, and which of them a refusal may name."""

from __future__ import annotations

import pytest

from answer.cues import cause, condition
from answer.lexicon import Lexicon
from answer.matching import match
from answer.question import understand
from answer.refusal import refusal_text
from answer.understanding.roles import is_thing
from answer.understanding.spelling import mend_text
from answer.understanding.terms import Term

HELD = Lexicon(
    {
        "bådfart": 2,
        "initiativet": 3,
        "bibliotekssal": 2,
        "bolig": 4,
        "ændringer": 3,
        "gruppe": 6,
        "initiativ": 2,
        "medarbejdere": 5,
    }
)


def terms(text: str) -> dict[str, Term]:
    return {term.word: term for term in understand(text, HELD).terms}


def test_a_word_joined_of_held_parts_is_known_by_its_parts() -> None:
    joined = terms("Hvad kom der ud af bådinitiativer?")["bådinitiativer"]
    assert not joined.known  # a first part of so few letters opens too much
    joined = terms("Hvad kom der ud af biblioteksinitiativer?")["biblioteksinitiativer"]
    assert joined.known
    assert joined.parts == ("bibliotek", "initiativ")


def test_a_small_number_weighs_less_than_a_rare_word() -> None:
    asked = terms("Hvad får gruppe 2 af svømmeundervisning?")
    assert asked["2"].known
    assert asked["2"].weight < asked["svømmeundervisning"].weight


def test_a_participle_that_the_collection_lacks_says_little() -> None:
    assert terms("Hvordan kan initiativet blive betalt?")["betalt"].weight < 0.3


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hvad hedr gruppen", "hvad hedder gruppen"),
        ("hvem ejr broen", "hvem ejer broen"),
        ("boligaendringr", "boligændringer"),
        ("iniitativkatalog", "initiativkatalog"),
    ],
)
def test_slips_are_mended(typed: str, meant: str) -> None:
    assert mend_text(typed, HELD) == meant


def test_a_refusal_names_a_thing_that_is_not_met_and_nothing_else() -> None:
    missing = {"unknown_missing": 1.0}
    assert "»drageflyvning«" in refusal_text("", understand("Hvad koster drageflyvning?", HELD), missing)
    assert "»" not in refusal_text("", understand("Hvor er folkene?", HELD), missing)
    assert "»" not in refusal_text("", understand("Hvad er urimelige?", HELD), missing)
    assert not is_thing("urimelige")


def test_a_sentence_gives_the_cause_or_condition_asked_for() -> None:
    why, when = "Hvorfor lukker kiosken?", "Hvornår kan en forening låne salen?"
    assert cause(why, "Det skyldes faldende salg.") > cause(why, "Den lukker for at spare.") > cause(why, "Den lukker.")
    assert condition(when, "Salen lånes ud, når vagten er til stede.") > condition(when, "Salen er nymalet.")
    assert cause(when, "Det skyldes faldende salg.") == condition(why, "Hvis det regner.") == 0


def test_people_are_known_by_what_they_do() -> None:
    terms = understand("Hvem får sundhedsplejerskerne?", Lexicon({"sundhedsplejen": 3, "havnen": 9})).terms
    assert any(match(term, "Sundhedsplejen flytter til Børnecentret.") >= 0.8 for term in terms)
