"""Danish words: spans, stems, ASCII spellings, stop words and compounds.

Importing is light; the stemmer (PyStemmer) and the form list (simplemma, 783,000 Danish forms) load at the
first word that needs them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from functools import lru_cache
from typing import NamedTuple

from core.danish.stopwords import FILLER, QUESTION_WORDS, SET_ASIDE, STOP_WORDS

__all__ = [
    "FILLER",
    "QUESTION_WORDS",
    "SET_ASIDE",
    "STOP_WORDS",
    "Word",
    "ascii_key",
    "content_stem",
    "content_words",
    "fold",
    "is_form",
    "is_stop_word",
    "lemma",
    "normal",
    "snowball",
    "split_compound",
    "stem",
    "tokenize",
    "word_texts",
    "words",
]

# letters and digits; "." and "," only between digits (1.357, 7,8), never at an end
_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+")
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "y", "ß": "ss"})
_SPELLINGS = re.compile("ae|oe|aa")
_ONE_LETTER = {"ae": "a", "oe": "o", "aa": "a"}
_LINKS = ("", "s", "e", "es")
_MIN_PART = 3
_SENTENCE = 1000  # characters of a text whose words are kept: an answer looks at the same sentences many times
_LONGEST = 60  # letters; longer runs are no word, and looking for their parts would cost the square of their length


class Word(NamedTuple):
    """start, end: offsets into the text it was read from; text: as written."""

    start: int
    end: int
    text: str


def words(text: str) -> Iterator[Word]:
    """Every run of letters or digits, in order; 7,8 and 1.357 are one word, a hyphen parts two."""
    return iter(_sentence_words(text)) if len(text) <= _SENTENCE else _read_words(text)


@lru_cache(maxsize=2000)
def _sentence_words(text: str) -> tuple[Word, ...]:
    return tuple(_read_words(text))


def _read_words(text: str) -> Iterator[Word]:
    for found in _WORD.finditer(text):
        yield Word(*found.span(), found.group())


def word_texts(text: str) -> list[str]:
    """The words of ``words`` as written, without their places."""
    return _WORD.findall(text)


@lru_cache(maxsize=100_000)
def normal(word: str) -> str:
    """Lower case, composed letters (NFC), no accents but those of æ, ø and å."""
    word = unicodedata.normalize("NFC", word).lower()
    return word if word.isascii() else "".join(_plain(letter) for letter in word)


@lru_cache(maxsize=1000)
def _plain(letter: str) -> str:
    if letter in "æøåäöü":
        return letter
    return "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))


def tokenize(text: str) -> list[str]:
    """The words of a text in lower case, stop words included."""
    return [normal(word) for word in word_texts(text)]


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """ASCII spelling as it is typed without Danish keys: æ→ae, ø→oe, å→aa."""
    return normal(word).translate(_ASCII)


@lru_cache(maxsize=100_000)
def ascii_key(word: str) -> str:
    """One key for every way to spell a word without æøå: ældre, aeldre and aldre give the same; so do
    København, Koebenhavn and Kobenhavn. Different words may share a key, so use it as a second choice."""
    return _SPELLINGS.sub(lambda found: _ONE_LETTER[found.group()], fold(word))


@lru_cache(maxsize=100_000)
def is_stop_word(word: str) -> bool:
    """True for function words and question words, in either spelling (når, naar)."""
    return normal(word) in STOP_WORDS or fold(word) in _folded_stop_words()


@lru_cache(maxsize=1)
def _folded_stop_words() -> frozenset[str]:
    return frozenset(fold(word) for word in STOP_WORDS if not word.isascii())


@lru_cache(maxsize=1)
def _folded_set_aside() -> frozenset[str]:
    return frozenset(fold(word) for word in SET_ASIDE)


def content_words(text: str) -> list[Word]:
    """The words of a question that carry its topic: no stop words, question words or polite filler.
    Where nothing would be left, all words are given."""
    every = list(words(text))
    kept = [word for word in every if fold(word.text) not in _folded_set_aside()]
    return kept or every


@lru_cache(maxsize=1)
def _stemmer():  # type: ignore[no-untyped-def]
    import Stemmer

    return Stemmer.Stemmer("danish")


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """Dictionary form by simplemma's list (mænd → mand, midler → middel); unknown words as they are.
    For an unknown compound the longest known last part is looked up (driftsmidler → driftsmiddel)."""
    import simplemma

    word = normal(word)
    if not 3 <= len(word) <= _LONGEST or not word.isalpha():
        return word
    if simplemma.is_known(word, "da"):
        found = str(simplemma.lemmatize(word, "da")).lower()
        return found if found.isalpha() else word
    for ending in ("s", "ne", "nes"):  # genitive and definite plural of a known form (bøgerne → bøger)
        bare = word.removesuffix(ending)
        if bare and bare != word and simplemma.is_known(bare, "da"):
            return lemma(bare)
    return _lemma_of_last_part(word)


def _lemma_of_last_part(word: str) -> str:
    import simplemma

    for cut in range(3, len(word) - 4):
        if simplemma.is_known(word[cut:], "da"):
            return word[:cut] + str(simplemma.lemmatize(word[cut:], "da")).lower()
    return word


@lru_cache(maxsize=100_000)
def snowball(word: str) -> str:
    """Danish Snowball stem of the form as written, without the list of irregular forms."""
    return str(_stemmer().stemWord(normal(word)))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Index term of a word: Danish Snowball stem (Porter 2001, snowballstem.org) of its lemma, so that both
    regular endings (opgaverne → opgav) and irregular forms (børn → barn) meet."""
    return str(_stemmer().stemWord(lemma(word)))


@lru_cache(maxsize=100_000)
def content_stem(word: str) -> str:
    """The stem of a word, "" for a stop word."""
    return "" if is_stop_word(word) else stem(word)


@lru_cache(maxsize=20_000)
def is_form(word: str) -> bool:
    """True for a word form that the general Danish list holds itself, not only as a compound it could be."""
    import simplemma

    return bool(simplemma.is_known(normal(word), "da"))


def split_compound(word: str, vocabulary: Container[str]) -> tuple[str, ...]:
    """Parts of a Danish compound when every part stands in ``vocabulary`` (lower-case words or stems, as the
    caller keeps them), with a linking s, e or es between; fewest parts first. () where there is no split.

    >>> split_compound("beskæftigelsesindsats", {"beskæftigelse", "indsats"})
    ('beskæftigelse', 'indsats')
    """
    return _split(normal(word), vocabulary, 3)


def _split(word: str, vocabulary: Container[str], most: int) -> tuple[str, ...]:
    best: tuple[str, ...] = ()
    for cut in range(len(word) - _MIN_PART, _MIN_PART - 1, -1):
        head, tail = _known_head(word[:cut], vocabulary), word[cut:]
        if not head:
            continue
        rest = (tail,) if tail in vocabulary else (_split(tail, vocabulary, most - 1) if most > 2 else ())
        if rest and (not best or 1 + len(rest) < len(best)):
            best = (head, *rest)
    return best


def _known_head(head: str, vocabulary: Container[str]) -> str:
    for link in _LINKS:
        bare = head[: len(head) - len(link)]
        if head.endswith(link) and len(bare) >= _MIN_PART and bare in vocabulary:
            return bare
    return ""
