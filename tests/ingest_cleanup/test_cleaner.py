"""The clean-up as a whole: mends damage, keeps still where there is none, records every change."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.alignment import apply_changes
from ingest.cleanup import Cleaner
from tests.ingest_cleanup.damage import CLEAN, DAMAGED, ENGLISH, GERMAN


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner.load()


def tidy(cleaner: Cleaner, text: str, *, join: bool = False) -> str:
    return cleaner.clean(text, join_hyphens=join).text


def in_page(line: str) -> str:
    """A line on a damaged page, as the only line that is looked at."""
    return f"{DAMAGED}\n{line}"


def mended(cleaner: Cleaner, line: str, *, join: bool = False) -> str:
    return tidy(cleaner, in_page(line), join=join).splitlines()[DAMAGED.count("\n") + 1]


def test_damaged_page_comes_out_as_it_was_printed(cleaner: Cleaner) -> None:
    # "for" and "rad" are words themselves; context alone could tell "før"
    assert tidy(cleaner, DAMAGED).replace(", for vinteren", ", før vinteren") == CLEAN


@pytest.mark.parametrize("text", [CLEAN, ENGLISH, GERMAN, "", "\n\n", "12 345,67\t8.900\n", "A B C\nD E F"])
def test_what_needs_nothing_stays_byte_for_byte(cleaner: Cleaner, text: str) -> None:
    result = cleaner.clean(text, join_hyphens=False)
    assert result.text == text
    assert result.changes == ()
    assert not result.damaged


def test_an_english_paragraph_on_a_damaged_page_stays(cleaner: Cleaner) -> None:
    assert ENGLISH in tidy(cleaner, f"{DAMAGED}\n\n{ENGLISH}\n\n{DAMAGED}")


def test_clean_page_beside_a_damaged_one_stays(cleaner: Cleaner) -> None:
    pages = tidy(cleaner, f"{CLEAN}\f{DAMAGED}").split("\f")
    assert pages[0] == CLEAN
    assert pages[1] != DAMAGED


def test_a_stray_letter_does_not_pass_for_danish(cleaner: Cleaner) -> None:
    page = "\n\n".join([DAMAGED] * 3)
    once = tidy(cleaner, f"{page}\nFærge")
    assert once == f"{tidy(cleaner, page)}\nFærge"


def test_a_page_that_kept_some_of_its_letters_is_mended(cleaner: Cleaner) -> None:
    page = "\n\n".join([DAMAGED] * 3)
    kept = "Færgen går på søndag"
    result = cleaner.clean(f"{page}\n\n{kept}", join_hyphens=False)
    assert result.damaged
    assert result.text == f"{tidy(cleaner, page)}\n\n{kept}"


def test_few_danish_letters_and_nothing_to_mend_is_no_damage(cleaner: Cleaner) -> None:
    text = f"{'Det er sendt til alle ved bordet og bliver samlet op efter mandag med et notat. ' * 6}Møde på Samsø."
    assert cleaner.clean(text, join_hyphens=False).changes == ()


def test_changes_are_exact(cleaner: Cleaner) -> None:
    result = cleaner.clean(DAMAGED, join_hyphens=True)
    assert apply_changes(DAMAGED, result.changes) == result.text
    assert all(0.0 <= change.confidence <= 1.0 for change in result.changes)
    assert result.damaged
    assert result.health < 1.0


@pytest.mark.parametrize(
    ("read", "true"),
    [
        ("Arbejdet understottes af beskaeftigelsesindsatsen", "Arbejdet understøttes af beskæftigelsesindsatsen"),
        ("Det er aftalt, atder skal ses pa systemeti ar", "Det er aftalt, at der skal ses på systemet i år"),
        ("| forhold til sidste ar er det en nedgang", "I forhold til sidste år er det en nedgang"),
        ("mere end 10 &r og p& tveers", "mere end 10 år og på tværs"),
        ("1arsveerk til opgaven", "1 årsværk til opgaven"),
        ("fra den 1.januar naeste ar", "fra den 1. januar næste år"),
        ("@U og @KF orienteres", "ØU og ØKF orienteres"),
        ("e Born og unge", "• Børn og unge"),
    ],
)  # fmt: skip
def test_kinds_of_damage(cleaner: Cleaner, read: str, true: str) -> None:
    assert mended(cleaner, read) == true


@pytest.mark.parametrize(
    "line",
    [
        "Skriv til post@ballerup.dk eller se www.kommune.dk/borger/far",
        "Sagsnummer 2022-0359762, EAN 5798009710178, kl. 9.30-10.00",
        "BIF, SOF/SUD og BIU, jf. bl.a. pkt. 4, f.eks. R&D",
        "1.357 t.kr. i 2026 og 4,1 mio. kr. i 2027",
    ],
)
def test_protected(cleaner: Cleaner, line: str) -> None:
    assert mended(cleaner, line) == line


def test_broken_words_are_read_whole_and_stay_broken(cleaner: Cleaner) -> None:
    read = in_page("den politiske beskaeft-\nigelsesindsats og sags-\nbehandling")
    assert tidy(cleaner, read).endswith("beskæft-\nigelsesindsats og sags-\nbehandling")
    assert tidy(cleaner, read, join=True).endswith("den politiske beskæftigelsesindsats og sagsbehandling")


def test_hyphens_of_the_word_stay(cleaner: Cleaner) -> None:
    text = "Beskæftigelses- og\nIntegrationsudvalget, social-\nog HR-\nområdet samt Kultur-,\nFritids- og 4-\nårige"
    assert tidy(cleaner, text, join=True) == text


def test_collection_words_become_known(cleaner: Cleaner) -> None:
    page = in_page("omtalt i Vrolbyplanen fra Hjorsted")
    with_words = cleaner.clean(page, join_hyphens=False, collection_words={"Hjørsted": 9, "Vrølbyplanen": 12})
    assert with_words.text.endswith("omtalt i Vrølbyplanen fra Hjørsted")


@given(st.text(alphabet="aegoésrndtlkp @&|.,-\n1234", max_size=400))
@settings(max_examples=60, deadline=None)
def test_never_a_digit_and_never_twice(text: str) -> None:
    cleaner = Cleaner.load()
    once = cleaner.clean(in_page(text), join_hyphens=False)
    assert re.findall(r"\d", once.text) == re.findall(r"\d", in_page(text))
    assert once.text.count("\n") == in_page(text).count("\n")
    assert cleaner.clean(once.text, join_hyphens=False).text == once.text


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_is_taken(text: str) -> None:
    result = Cleaner.load().clean(text, join_hyphens=True)
    assert apply_changes(text, result.changes) == result.text


@pytest.mark.slow
def test_ten_megabytes_of_noise(cleaner: Cleaner) -> None:
    noise = random.Random(1).randbytes(10_000_000).decode("latin-1")
    assert cleaner.clean(noise, join_hyphens=False).changes == ()
