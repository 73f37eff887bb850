"""The words of the collection, held in memory while it is unchanged: what a typed word may have meant."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from core.danish.tokens import ascii_key, is_form, snowball, split_compound
from index.analysis import spelling, term

_LINKS = ("", "s", "e", "es", "en")
_SHORTEST = 4  # letters of a word that is looked for inside compounds
_LONG = 7  # letters of a word that is looked for as misread; the forms of shorter ones are too near to others
_MOST = 12  # compounds or forms taken for one word


class _Forms:
    """The general Danish list as a container of compound parts."""

    def __contains__(self, form: object) -> bool:
        return isinstance(form, str) and len(form) >= _SHORTEST and is_form(form)


class Vocabulary:
    """counts: word form (lower case) → passages. passages: how many there are. revision: the library's."""

    def __init__(self, counts: Mapping[str, int], passages: int, revision: int) -> None:
        self.counts, self.passages, self.revision = counts, passages, revision
        self.alike = lru_cache(maxsize=2000)(self._alike)
        self.misread = lru_cache(maxsize=2000)(self._misread)
        self.some_parts = lru_cache(maxsize=2000)(self._some_parts)
        self.compounds = lru_cache(maxsize=2000)(self._compounds)

    @cached_property
    def stems(self) -> dict[str, int]:
        """Index term → passages its forms stand in (a passage with two forms counts twice)."""
        found: dict[str, int] = {}
        for form, count in self.counts.items():
            one = term(form)
            found[one] = found.get(one, 0) + count
        return found

    @cached_property
    def _by_key(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for form in self.counts:
            found.setdefault(ascii_key(form), []).append(form)
        return found

    @cached_property
    def _by_stem_key(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for form in self.counts:
            found.setdefault(spelling(form), []).append(form)
        return found

    @cached_property
    def _keys_by_length(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for key in self._by_stem_key:
            found.setdefault(len(key), []).append(key)
        return found

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.stems)

    @cached_property
    def _joined(self) -> str:
        return "\n" + "\n".join(self._sorted) + "\n"

    def same_spelling(self, word: str) -> list[str]:
        """Index terms of the forms that share the word's ASCII key."""
        return _distinct(term(form) for form in self._by_key.get(ascii_key(word), ()))

    def _alike(self, word: str) -> list[tuple[str, float]]:
        """(index term, likeness 0..1) of forms one or two typing errors away, nearest and most frequent
        first."""
        key = ascii_key(snowball(word))
        near = self._near(key, 0 if len(key) < 4 else 1 if len(key) < 8 else 2)
        best = near[0][0] if near else 0
        return [(term(form), 1.0 - errors / len(key)) for errors, _, form in near[:_MOST] if errors == best]

    def _near(self, key: str, most: int) -> list[tuple[float, int, str]]:
        """(errors, -passages, form) of forms at most this many errors from a key of ``spelling``, best first.
        Damerau's four errors (1964, CACM 7(3)) cost one each, counted by optimal alignment."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        near: list[tuple[float, int, str]] = []
        for length in range(len(key) - most, len(key) + most + 1) if most else ():
            keys = self._keys_by_length.get(length, [])
            for found, errors, _ in process.extract(key, keys, scorer=OSA.distance, score_cutoff=most, limit=20):
                near += [(errors, -self.counts[form], form) for form in self._by_stem_key[found]]
        return sorted(near)

    def _misread(self, word: str) -> list[str]:
        """Index terms of forms that are no Danish words and one slip away, as a scan leaves them
        (Svanemgllen for Svanemøllen)."""
        key = ascii_key(snowball(word))
        near = self._near(key, 1) if len(key) >= _LONG else []
        return _distinct(term(form) for errors, _, form in near if errors and not is_form(form))

    def parts(self, word: str) -> list[str]:
        """Index terms of a compound's parts, where all of them stand in the collection."""
        if len(word) < 2 * _SHORTEST:
            return []
        return _distinct(term(part) for part in split_compound(word, self.counts))

    def _some_parts(self, word: str) -> list[str]:
        """Index terms of those parts of a Danish compound that stand in the collection, though not all do
        (langtidsledige → ledig). () where the word has no parts."""
        if len(word) < 2 * _SHORTEST:
            return []
        found = (term(part) for part in split_compound(word, _Forms()) if len(part) >= _SHORTEST)
        return _distinct(one for one in found if one in self.stems)

    def _compounds(self, stem: str) -> list[str]:
        """Index terms that are compounds with this one as last or first part, the rest a known word too:
        pleje → sygepleje, plejehjem. Most frequent first."""
        if len(stem) < _SHORTEST:
            return []
        found = [rest + stem for rest in self._before(stem) if len(rest) > 2 and self._known(rest, links_after=True)]
        found += [stem + rest for rest in self._after(stem) if len(rest) > 2 and self._known(rest, links_after=False)]
        return sorted(found, key=lambda one: -self.stems[one])[:_MOST]

    def _before(self, stem: str) -> Iterator[str]:
        """What stands before this one in the index terms that end with it."""
        joined, end = self._joined, f"{stem}\n"
        at = joined.find(end)
        while at >= 0:
            yield joined[joined.rindex("\n", 0, at) + 1 : at]
            at = joined.find(end, at + 1)

    def _after(self, stem: str) -> Iterator[str]:
        """What stands after it in those that begin with it."""
        for i in range(bisect_left(self._sorted, stem), len(self._sorted)):
            if not self._sorted[i].startswith(stem):
                return
            yield self._sorted[i][len(stem) :]

    def _known(self, rest: str, *, links_after: bool) -> bool:
        for link in _LINKS:
            bare = rest.removesuffix(link) if links_after else rest.removeprefix(link)
            if (not link or bare != rest) and len(bare) > 2 and (bare in self.stems or bare in self.counts):
                return True
        return False


def _distinct(terms: object) -> list[str]:
    return list(dict.fromkeys(terms))  # type: ignore[call-overload]
