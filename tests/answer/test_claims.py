"""What a yes/no question claims, and whether a sentence says so."""

from __future__ import annotations

import pytest

from answer.lexicon import Lexicon
from answer.polarity import contrary, meaning, read
from answer.question import understand
from answer.understanding.claims import negates, plain_noun, read_claim

_LEXICON = Lexicon({"havnen": 3, "badebroen": 4, "udvalget": 6, "attesten": 2, "kajakker": 1, "broen": 2})


def verdict(question: str, sentence: str) -> str:
    asked = understand(question, _LEXICON)
    return read(read_claim(asked.mended), asked.terms, sentence).verdict


def test_an_opening_is_no_part_of_the_claim() -> None:
    claim = read_claim("Er det rigtigt, at badebroen er lukket om vinteren?")
    assert claim.text.startswith("badebroen")
    assert not claim.verb


def test_the_verb_that_opens_is_the_predicate() -> None:
    assert read_claim("Overtager udvalget driften af havnen?").predicate == ("overtager",)
    assert (
        read_claim("Skal broen males om?").predicate == ("males", "om")
        or "males" in read_claim("Skal broen males om?").predicate
    )


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("Broen er ikke åben.", True),
        ("Broen er ikke kun åben om sommeren.", False),
        ("Regnskabet er godkendt uden forbehold.", True),
        ("Det sker ikke uden varsel.", False),
        ("Forvaltningen anbefaler at afvise forslaget.", True),
        ("Broen er åben hele året.", False),
    ],
)
def test_denials(text: str, denies: bool) -> None:
    assert negates(text) is denies


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Flyttes driften af badebroen?", "Der sker ingen flytning af badebroen.", "nej"),
        ("Overtager udvalget havnen?", "Ændringen medfører ikke flytning af opgaver om havnen.", "nej"),
        ("Er badebroen en varig løsning?", "Badebroen er midlertidig.", "nej"),
        ("Er stillingerne på havnen bemandede?", "De ubemandede stillinger på havnen slås op.", "nej"),
        ("Skifter havnen udvalg?", "Havnen bliver i udvalget.", "nej"),
        ("Godkendte udvalget attesten?", "Udvalget godkendte attesten, men ikke prisen på kajakker.", "ja"),
        ("Godkendte udvalget attesten?", "Det foreslås, at udvalget godkender attesten.", ""),
        ("Er der kajakker på havnen?", "Kajakker skal males blå.", ""),
        ("Spurgte udvalget havnen?", "Udvalget efterspørger en plan for havnen.", ""),
        ("Stemte udvalget for badebroen?", "Udvalget blev enige om badebroen.", ""),
        ("Må havnen beholde kajakker?", "Kajakker på havnen kan først flyttes, når broen er klar.", ""),
        ("Må havnen beholde kajakker?", "Kajakker på havnen flyttes.", "nej"),
        ("Flyttes havnen i 2031?", "Havnen kan først flyttes i 2034.", ""),
        ("Flyttes badebroen?", "Det har været drøftet, om badebroen skal flyttes til havnen.", ""),
        ("Flyttes badebroen?", "Udvalget vil undersøge i foråret, hvorvidt badebroen kan flyttes.", ""),
        ("Blev det drøftet, om badebroen skal flyttes?", "Det blev drøftet, om badebroen skal flyttes.", "ja"),
        ("Er havnen allerede flyttet?", "Havnen forbliver i udvalget.", ""),
        ("Er havnen flyttet?", "Havnen forbliver i udvalget.", "nej"),
        ("Flytter havnen sammen med broen?", "Havnen bliver derimod i udvalget.", "nej"),
        ("Flyttes havnen?", "Havnen lægges sammen med broen.", "ja"),
        ("Bliver nogen fyret på havnen?", "Ingen på havnen bliver afskediget.", "nej"),
        ("Er badebroen flyttet?", "Badebroen flyttes til havnen.", ""),
        ("Er badebroen flyttet?", "Badebroen skal flyttes til havnen.", ""),
        ("Er badebroen flyttet?", "Badebroen er flyttet til havnen.", "ja"),
        (
            "Skal kajakker på broen have en attest?",
            "Kajakker skal have et nummer (kajakker, der ligger på broen, skal ikke have en attest).",
            "nej",
        ),
    ],
)
def test_a_sentence_read_against_a_claim(question: str, sentence: str, expected: str) -> None:
    assert verdict(question, sentence) == expected


def test_words_of_one_root_meet_also_at_the_end_of_a_compound() -> None:
    assert meaning("behandlet", "Sagens behandling trak ud.") > 0.5
    assert meaning("flyttes", "Det medfører et ressortflyt.") > 0.5
    assert meaning("spurgte", "Medarbejderne efterspørger kurser.") == 0.0


def test_contraries() -> None:
    assert contrary("bemandet", "Huset er ubemandet.")
    assert not contrary("bemandet", "Huset er bemandet.")


def test_a_noun_that_only_carries_the_adjective_asked_about() -> None:
    assert plain_noun("Er korpset en fast ordning?") == {"ordning"}
    assert plain_noun("Flytter medarbejderne med?") == set()


def test_what_is_done_to_somebody_is_the_claim() -> None:
    claim = read_claim("Bliver nogen fyret, når havnen lukker?")
    assert claim.predicate == ("fyret",)
    assert claim.anybody
    moved = read_claim("Blev der flyttet penge fra havnen?")
    assert moved.predicate == ("flyttet",)
    assert moved.thing == "penge"
    assert not moved.anybody
