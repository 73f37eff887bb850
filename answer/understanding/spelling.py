"""Typing errors in the words every question is made of (hvm, hvornaar, ansvr), before its kind is read."""

from __future__ import annotations

import re

from rapidfuzz import process
from rapidfuzz.distance import OSA

from answer.lexicon import Lexicon, is_word
from core.danish.tokens import FILLER, QUESTION_WORDS, STOP_WORDS, ascii_key, fold, normal, words

_FRAME_WORDS = (
    "ansvar ansvaret overtager hører til forskel antal mellem flytter flyttes samles koster penge udvalg "
    "forvaltning kommer tidspunkt"
)
_ASKING = sorted(word for word in QUESTION_WORDS if word.startswith("hv")) + _FRAME_WORDS.split()
_KEYS = {ascii_key(word): word for word in [*sorted(STOP_WORDS | FILLER), *_ASKING] if not word.isascii()}
_SHORT = {
    "hvm": "hvem", "hva": "hvad", "hvd": "hvad", "hvr": "hvor", "kmr": "kommer", "tl": "til", "ka": "kan",
    "sku": "skulle", "ska": "skal", "ik": "ikke", "ikk": "ikke", "å": "og", "m": "med", "f": "for",
}  # fmt: skip
_RUN_TOGETHER = re.compile(r"(hvor)(mange|meget|længe|ofte|tit|stort?|store|lang[te]?|højt?|gamle?|gammel)")


def _bones(word: str) -> str:
    """First letter and the consonants after it, doubled ones once (hedder, hedr → hdr)."""
    return re.sub(r"(.)\1+", r"\1", word[:1] + re.sub(r"[aeiouyæøå]", "", word[1:]))


_BY_BONES = {
    _bones(word): word for word in ("hedder", "kommer", "bliver", "ejer", "leder", "styrer", "flytter", "laver", "skal")
}


def mend_text(text: str, lexicon: Lexicon) -> str:
    """The text with each mistyped word put right; punctuation and capitals of right words stay."""
    out: list[str] = []
    at = 0
    for word in words(text):
        out += (text[at : word.start], mend_word(word.text, lexicon))
        at = word.end
    return "".join([*out, text[at:]])


def mend_word(word: str, lexicon: Lexicon) -> str:
    """The word itself when it is known, else the question word, collection word or Danish word nearest."""
    low = normal(word)
    if low in lexicon.forms or low in STOP_WORDS or low in FILLER or low.isdigit():
        return word
    if low in _SHORT:
        return _SHORT[low]
    if joined := _RUN_TOGETHER.fullmatch(low):
        return " ".join(joined.groups())
    plain = _KEYS.get(ascii_key(low))
    if (plain and fold(plain) != low and not is_word(low)) or (plain and fold(plain) == low):
        return plain
    if low[:1] == "h" or not is_word(low):
        near = process.extractOne(low, _ASKING, scorer=OSA.normalized_similarity, score_cutoff=0.79)
        if near:
            return str(near[0])
        if _bones(low) in _BY_BONES:
            return _BY_BONES[_bones(low)]
    mended = lexicon.mend(low)
    return word if mended == low else _like(word, mended)


def _like(pattern: str, word: str) -> str:
    """The word with the pattern's capitals: all, the first, or none."""
    if len(pattern) > 1 and pattern.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word


_GENITIVE = re.compile(r"(?<=[^\W_])['’]s\b")


def without_genitive(text: str) -> str:
    """ "BI6a's" → "BI6a": the mark is no part of the name."""
    return _GENITIVE.sub("", text)
