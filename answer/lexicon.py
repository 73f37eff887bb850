"""What the collection's words weigh, and how a typed word meets them: rarity, spelling, stems and compounds."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from core.danish.tokens import ascii_key, is_form, is_stop_word, normal, split_compound, stem

_SHORTEST_MENDED = 4  # letters; shorter words differ by too little to be mended safely
_SAME_ENOUGH = 0.8  # optimal string alignment similarity that counts as a typing error
_LONG, _SAME_IF_LONG = 9, 0.74  # long words may differ more, since endings differ too
_MISREAD = 0.86
_RELATED = 6  # letters that two forms of one word share at least at their start
_PART = 4  # letters of the shortest compound part that may match on its own
_ROOT = 5  # letters of the shortest word that is looked for at the start of held compounds
_MOST_OPENED = 12
# last parts of compounds that say little beside the first ("turismeopgaver" is about turisme)
_LIGHT = re.compile(
    r"^(?P<first>.{4,}?)s?(?:opgave|område|arbejde|indsats|betjening|funktion|ansvar|aktivitet|virksomhed|sag|del|"
    r"forhold|anliggende|spørgsmål|drift|service|udgave|felt)(?:r|n|t|en|et|er|rne|erne|ene)?$"
)
_DIGRAPHS = (("ae", "æ"), ("oe", "ø"), ("aa", "å"))


class Lexicon:
    """The collection's word forms (lower case → number of passages), read once and reused."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self.forms = {normal(form): count for form, count in vocabulary.items()}
        self.size = max(self.forms.values(), default=1)
        self._by_key: dict[str, str] = {}
        self._by_head: dict[str, list[str]] = defaultdict(list)
        for form, count in self.forms.items():
            key = ascii_key(form)
            if count > self.forms.get(self._by_key.get(key, ""), 0):
                self._by_key[key] = form
            self._by_head[form[:2]].append(form)
        self._frequency: dict[str, int] = {}
        self._parts: dict[str, tuple[str, ...]] = {}

    def known(self, word: str) -> bool:
        """True where the form stands in the collection, in either spelling."""
        return normal(word) in self.forms or ascii_key(word) in self._by_key

    def mend(self, word: str) -> str:
        """The word as the collection spells it: æøå put back, a typing error undone. Real Danish words
        are left alone even where the collection does not hold them."""
        word = normal(word)
        if word in self.forms or word.isdigit():
            return word
        spelled = self._by_key.get(ascii_key(word))
        if spelled is not None and not is_word(word):
            return spelled
        if len(word) < _SHORTEST_MENDED or not word.isalpha():
            return word
        if is_word(word):
            return self._one_slip(word) if self._only_guessed(word) else word
        near = self._nearest(respelled(word) or word)
        return near if near != word else self._nearest_joined(word)

    def _only_guessed(self, word: str) -> bool:
        """True for a long word that passes for Danish only because it can be cut into two words, neither
        of which the collection joins so (kongruten: kong + ruten)."""
        return len(word) > _LONG - 2 and not is_stop_word(word) and not is_form(word) and not split_compound(word, self)

    def _one_slip(self, word: str) -> str:
        """The only held word that is one slip away and not an ending of this one, else the word itself."""
        pool = [form for form in self._by_head.get(word[:2], ()) if abs(len(form) - len(word)) <= 1]
        near = [form for form, _, _ in process.extract(word, pool, scorer=OSA.distance, score_cutoff=1, limit=4)]
        held = [form for form in near if stem(form) != stem(word) and not is_form(form)]
        return held[0] if len(held) == 1 else word

    def _nearest(self, word: str) -> str:
        pool = [form for form in self._by_head.get(word[:2], ()) if abs(len(form) - len(word)) <= 3]
        pool += [form for form in self._by_head.get(word[0] + word[2:3], ()) if abs(len(form) - len(word)) <= 2]
        least = _SAME_IF_LONG if len(word) >= _LONG else _SAME_ENOUGH
        found = process.extract(word, pool, scorer=OSA.normalized_similarity, score_cutoff=least, limit=5)
        if not found:
            return word
        return str(max(found, key=lambda hit: (round(hit[1], 2), self.forms[hit[0]]))[0])

    def _nearest_joined(self, word: str) -> str:
        """A slip in one part of a compound that the collection lacks as a whole (boligaendringr)."""
        for low in dict.fromkeys((word, _with_danish_letters(word))):
            for cut in range(_PART, len(low) - _PART):
                head, tail = low[:cut], low[cut:]
                if head in self.forms and is_form(head) and (near := self._one_off(tail)):
                    return head + near
                if is_form(tail) and (near := self._one_off(head)):
                    return near + tail
        return word

    def _one_off(self, part: str) -> str:
        """The held Danish word of some length that is one slip away, "" where there is none."""
        if len(part) <= _ROOT:
            return ""
        pool = [form for form in self._by_head.get(part[:2], ()) if len(form) > _ROOT and is_form(form)]
        near = process.extractOne(part, pool, scorer=OSA.distance, score_cutoff=1)
        return str(near[0]) if near else ""

    def frequency(self, term: str) -> int:
        """Passages that hold a form with this stem (at most their sum, at least their greatest)."""
        if term not in self._frequency:
            near = (form for form in self._by_head.get(term[:2], ()) if form.startswith(term[:3]))
            counts = [self.forms[form] for form in near if stem(form) == term]
            self._frequency[term] = min(sum(counts), self.size)
        return self._frequency[term]

    def weight(self, term: str) -> float:
        """Rarity of a stem, 0..1: BM25's inverse document frequency over its greatest value."""
        n = self.size + 1
        idf = math.log(1 + (n - self.frequency(term) + 0.5) / (self.frequency(term) + 0.5))
        return idf / math.log(1 + (n + 0.5) / 0.5)

    def relatives(self, word: str) -> tuple[str, ...]:
        """Stems of forms that share the word's long start and differ in their ending only, for words whose
        own stem the collection lacks (krematorierne → krematorier, ekstraordinære → ekstraordinært)."""
        word = normal(word)
        shared = max(_RELATED, len(word) - 4)
        if len(word) < _RELATED:
            return ()
        near = (f for f in self._by_head.get(word[:2], ()) if f[:shared] == word[:shared] and len(f) <= len(word) + 3)
        return tuple(dict.fromkeys(stem(form) for form in near))

    def openings(self, word: str) -> tuple[str, ...]:
        """Stems of held compounds that open with a word (spildevandet → spildevandsanlæg)."""
        root = stem(word)
        if len(root) < _ROOT:
            return ()
        near = (form for form in self._by_head.get(root[:2], ()) if form.startswith(root) and len(form) > len(root) + 3)
        return tuple(dict.fromkeys(stem(form) for form in near))[:_MOST_OPENED]

    def wider(self, word: str) -> tuple[str, ...]:
        """Stems of held compounds that a longer one ends in, which name the wider thing (fodboldbaner → boldbaner); a
        bare last part (baner) is too wide to stand for it."""
        word = normal(word)
        ends = (word[cut:] for cut in range(3, len(word) - 2 * _PART + 1) if is_word(word[cut:]))
        return tuple(dict.fromkeys(stem(end) for end in ends if self.frequency(stem(end)) and _is_joined(end)))

    def misread(self, word: str) -> tuple[str, ...]:
        """Stems of held forms that are no Danish words and differ from this one by a letter or so, as a
        scan leaves them (svanemøllen, read as svanemgllen)."""
        word = normal(word)
        if len(word) < _LONG - 1:
            return ()
        pool = [form for form in self._by_head.get(word[:2], ()) if abs(len(form) - len(word)) <= 1]
        found = process.extract(word, pool, scorer=OSA.normalized_similarity, score_cutoff=_MISREAD, limit=3)
        return tuple(dict.fromkeys(stem(form) for form, _, _ in found if not is_word(form)))

    def parts(self, word: str) -> tuple[str, ...]:
        """Stems of a compound's parts (hjælpemiddelområde → hjælpemiddel, område)."""
        word = normal(word)
        if len(word) < 2 * _PART:
            return ()
        if word not in self._parts:
            self._parts[word] = tuple(stem(part) for part in split_compound(word, self)) or self._joined(word)
        return self._parts[word]

    def _joined(self, word: str) -> tuple[str, ...]:
        """Stems of the two Danish words a word that the collection lacks is joined of, where it holds the last in some
        form, and the first in some form or at the start of other compounds (ressortinitiativ)."""
        if self.frequency(stem(word)):
            return ()
        for cut in range(_PART, len(word) - _PART + 1):
            tail = stem(word[cut:])
            if is_form(word[cut:]) and self.frequency(tail):
                for head in (word[:cut], word[: cut - 1] if word[cut - 1] == "s" else ""):
                    if len(head) >= _PART and is_form(head) and (self.frequency(stem(head)) or self.openings(head)):
                        return (stem(head), tail)
        return ()

    def __contains__(self, form: object) -> bool:
        """A part of a compound counts when the collection holds it as a word of its own."""
        return isinstance(form, str) and len(form) >= _PART and form in self.forms


@lru_cache(maxsize=20_000)
def is_word(word: str) -> bool:
    """True for a word form that general Danish word lists know, or a compound of two such."""
    import simplemma

    if is_stop_word(word) or simplemma.is_known(word, "da"):
        return True
    return any(
        simplemma.is_known(word[:cut].rstrip("s"), "da") and simplemma.is_known(word[cut:], "da")
        for cut in range(4, len(word) - 3)
    )


@lru_cache(maxsize=20_000)
def _is_joined(word: str) -> bool:
    """True for a compound of two Danish words of some length."""
    cuts = range(_PART, len(word) - _PART + 1)
    return any(is_form(word[:cut].removesuffix("s")) and is_form(word[cut:]) for cut in cuts)


@lru_cache(maxsize=20_000)
def light_first(word: str) -> str:
    """The first part of a compound whose last part says little (skoleområdet → skole), else ""."""
    found = _LIGHT.match(normal(word))
    return found.group("first") if found else ""


def _with_danish_letters(word: str) -> str:
    for digraph, letter in _DIGRAPHS:
        word = word.replace(digraph, letter)
    return word


def respelled(word: str) -> str:
    """A word typed without Danish keys as general Danish spells it (kirkegaardene →
    kirkegårdene); "" where no such spelling is a word."""
    for digraph, letter in _DIGRAPHS:
        if digraph in word:
            put = word.replace(digraph, letter)
            if is_word(put):
                return put
            further = respelled(put)
            if further:
                return further
    return ""
