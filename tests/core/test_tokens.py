"""Danish words: spans, stems, spellings, compounds."""

import sys
from subprocess import run

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.danish import tokens
from core.danish.tokens import ascii_key, content_words, fold, split_compound, stem, words

DANISH = st.text(alphabet="abcdefghijklmnopqrstuvwxyzæøåÆØÅé0123456789 .,-\n", max_size=80)


@given(DANISH)
def test_every_word_stands_at_its_span(text):
    for word in words(text):
        assert text[word.start : word.end] == word.text


@given(DANISH)
def test_words_lose_no_letter_or_digit(text):
    kept = "".join(word.text for word in words(text))
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


@given(st.text(max_size=40))
def test_fold_and_key_are_idempotent_and_plain(text):
    assert fold(fold(text)) == fold(text)
    assert not set(ascii_key(text)) & set("æøåÆØÅ")


def test_amounts_are_one_word():
    assert [word.text for word in words("7,8 mio. kr., 1.357 t.kr. i 2026.")] == [
        "7,8", "mio", "kr", "1.357", "t", "kr", "i", "2026",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("opgaverne", "opgave"),
        ("udvalgets", "udvalg"),
        ("mænd", "mand"),
        ("mændene", "mand"),
        ("midlerne", "middel"),
        ("hjælpemidlerne", "hjælpemiddel"),
        ("Kirkegårdenes", "kirkegård"),
        ("flyttede", "flytter"),
    ],
)
def test_forms_of_a_word_share_a_stem(one, other):
    assert stem(one) == stem(other)


def test_different_words_keep_different_stems():
    assert len({stem(word) for word in ("skole", "udvalg", "pleje", "hånd", "ånd", "and")}) == 6


@pytest.mark.parametrize("spelling", ["Ældre", "aeldre", "aldre"])
def test_spellings_of_ae_share_a_key(spelling):
    assert ascii_key(spelling) == ascii_key("ældre")


@pytest.mark.parametrize("spelling", ["Kobenhavn", "KOEBENHAVN", "København"])
def test_spellings_of_oe_share_a_key(spelling):
    assert ascii_key(spelling) == "kobenhavn"


def test_question_words_and_filler_are_set_aside():
    asked = content_words("Hej, kan du venligst fortælle mig, hvem der skal rense rendestenene?")
    assert [word.text for word in asked] == ["rense", "rendestenene"]


def test_a_question_of_stop_words_keeps_them():
    assert [word.text for word in content_words("hvem er det")] == ["hvem", "er", "det"]


def test_stop_words_in_ascii_spelling():
    assert tokens.is_stop_word("naar")
    assert tokens.is_stop_word("Når")
    assert not tokens.is_stop_word("park")


def test_compounds_with_and_without_linking_letters():
    known = {"beskæftigelse", "indsats", "syge", "pleje", "sygepleje", "hjemme", "juletræ"}
    assert split_compound("beskæftigelsesindsats", known) == ("beskæftigelse", "indsats")
    assert split_compound("hjemmesygepleje", known) == ("hjemme", "sygepleje")
    assert split_compound("sygepleje", known - {"sygepleje"}) == ("syge", "pleje")
    assert split_compound("juletræsfod", known) == ()


@given(st.lists(st.sampled_from(["have", "park", "bro", "skole", "vej", "drift"]), min_size=2, max_size=3))
def test_joined_words_are_split_again(parts):
    found = split_compound("".join(parts), {"have", "park", "bro", "skole", "vej", "drift"})
    assert "".join(found) == "".join(parts)


def test_import_is_light():
    code = "import sys, core.danish.tokens; print({'simplemma', 'Stemmer', 'numpy'} & set(sys.modules))"
    done = run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
