"""What a question is taken to ask."""

from __future__ import annotations

from datetime import date

import pytest

from answer.lexicon import Lexicon
from answer.question import understand
from answer.understanding.claims import read_claim
from answer.understanding.glossary import contraries, is_english, to_danish
from answer.understanding.kinds import Asked, asked, counted, is_keywords, split_parts
from answer.understanding.sources import named_kinds, named_strength
from answer.understanding.times import read_times
from core.schema import Answer, Kind
from tests.answer.fakes import AGREEMENT, make_document

WORDS = Lexicon({"badebroen": 3, "lystbådehavnen": 2, "og": 20, "ansvaret": 4, "livreddere": 1, "kirkegårde": 2})


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hvem har ansvaret for badebroen?", Asked.OWNER),
        ("Hvilket udvalg får havnen?", Asked.OWNER),
        ("Hvornår åbner broen?", Asked.DATE),
        ("Hvad koster badebroen om året?", Asked.AMOUNT),
        ("Hvor mange badegæster er der plads til?", Asked.NUMBER),
        ("Hvem sagde nej på mødet?", Asked.PERSON),
        ("Hvilke havne er med i aftalen?", Asked.LIST),
        ("Skal badebroen males?", Asked.YES_NO),
        ("Hvad betyder havneattest?", Asked.DEFINITION),
        ("Sammenlign aftalen og planen", Asked.COMPARISON),
        ("Er dokumenterne uenige om broens pris?", Asked.CONFLICT),
        ("Hvorfor blev broen lukket?", Asked.REASON),
        ("Hvordan søger man om plads?", Asked.PROCESS),
        ("Which committee takes over the harbour?", Asked.OWNER),
        ("How many seats are there?", Asked.NUMBER),
    ],
)
def test_kind_follows_from_the_question_words(text: str, kind: Asked) -> None:
    assert asked(text) is kind


def test_a_double_question_is_read_in_parts() -> None:
    assert split_parts("Hvem styrer havnen, og hvornår sker det?") == ["Hvem styrer havnen", "hvornår sker det?"]
    assert split_parts("Hvem styrer broer og havne?") == ["Hvem styrer broer og havne?"]


def test_what_is_counted() -> None:
    assert "badegæster" in counted("Hvor mange badegæster er der?")
    assert "uge" in counted("Hvor længe varer kurset?")


def test_search_words_are_told_from_questions() -> None:
    assert is_keywords("badebro budget 2032")
    assert not is_keywords("Hvad koster badebroen?")


def test_typing_errors_and_missing_letters_are_mended() -> None:
    question = understand("hvm faar ansvart for badebrone og lystbaadehavnen", WORDS)
    assert question.kind is Asked.OWNER
    assert {"badebroen", "lystbådehavnen"} <= {term.word for term in question.terms}


def test_two_words_glued_by_a_slip_are_no_word() -> None:
    held = Lexicon({"kongeruten": 3, "skolevejene": 2, "boligsalg": 4})
    assert held.mend("kongruten") == "kongeruten"
    assert held.mend("skolevejen") == "skolevejen"  # another ending is no slip
    assert held.mend("boligsag") == "boligsag"  # two letters apart


def test_a_real_word_is_not_mended_into_another() -> None:
    assert WORDS.mend("kirkebøger") == "kirkebøger"


def test_compound_parts_and_endings_meet_the_collection() -> None:
    words = Lexicon({"hjælpemiddel": 1, "område": 3, "krematorier": 2})
    assert set(words.parts("hjælpemiddelområde")) == {"hjælpemiddel", "områd"}
    assert words.relatives("krematorierne")


def test_later_part_takes_the_subject_of_the_first() -> None:
    question = understand("Hvem har lystbådehavnen i 2032, og hvem havde den i 2031?", WORDS)
    assert [part.when.years for part in question.parts] == [(2032,), (2031,)]
    assert any(term.word == "lystbådehavnen" for term in question.parts[1].terms)


def test_dates_and_spans_of_years() -> None:
    when = read_times("Hvem har det den 31. december 2031 og dagen efter?")
    assert [span.first for span in when.spans] == [date(2031, 12, 31), date(2032, 1, 1)]
    assert read_times("Hvad koster det i perioden 2031-2034?").years == (2031, 2034)


def test_document_named_in_words() -> None:
    document = make_document("aftale.txt", AGREEMENT, Kind.AGREEMENT, date(2031, 5, 3))
    assert named_kinds("Hvad står der i aftalen og i referatet?") == (Kind.AGREEMENT, Kind.MINUTES)
    assert named_strength("Hvad siger aftalen om havne?", document) > 1
    assert named_strength("Hvad siger referatet?", document) == 0


def test_english_is_put_into_danish_words() -> None:
    assert is_english("Who is responsible for the cemetery?")
    assert not is_english("Hvem har ansvaret for kirkegården?")
    assert ["kirkegård", "kirkegårde"] in to_danish("Who is responsible for the cemeteries?")


@pytest.mark.parametrize("text", ["og hvornår?", "hvad koster det?", "Og hvem var det før?"])
def test_follow_up_takes_its_subject_from_the_turn_before(text: str) -> None:
    before = Answer("Hvem har badebroen?", "…", subject="badebroen")
    question = understand(text, WORDS, previous=before)
    assert question.follows == "badebroen"
    assert any(term.word == "badebroen" for term in question.terms)


def test_a_whole_question_does_not_lean_on_the_turn_before() -> None:
    before = Answer("Hvem har badebroen?", "…", subject="badebroen")
    assert understand("Hvem har ansvaret for lystbådehavnen?", WORDS, previous=before).follows == ""


def test_forms_of_english_verbs_are_known() -> None:
    assert ["fald", "falde", "bortfalde"] in to_danish("Is the fee dropping?")
    assert to_danish("the accidents")[0][0] == "ulykke"


def test_an_english_claim_is_told_in_danish() -> None:
    assert "arbejdsgiver" in read_claim("Do the nurses change employer?").predicate


def test_contraries_are_found_either_way() -> None:
    assert "tilfreds" in contraries("utilfredse")
    assert "utilfreds" in contraries("tilfredse")
