"""The units of a whole library: a book for each municipality's papers. What one calls its committees, their short forms
and their renamings say nothing of another's, however alike the names are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from core.schema import Facts, Unit
from register.names.unitbook import UnitBook, in_order


class UnitBooks:
    """Unit books by document. groups: ids of the documents that share a book; one book for all where there is but one
    group, and for what is in none."""

    def __init__(self, facts: Sequence[Facts], groups: Sequence[Collection[str]]) -> None:
        group_of = {key: n for n, group in enumerate(groups) for key in group} if len(groups) > 1 else {}
        held: dict[int, list[Facts]] = defaultdict(list)
        for fact in facts:
            held[group_of.get(fact.document_id, -1)].append(fact)
        books = {n: UnitBook(members) for n, members in held.items()} or {-1: UnitBook(())}
        self._all = list(books.values())
        self._of = {fact.document_id: books[n] for n, members in held.items() for fact in members}
        self._aliases: dict[str, tuple[str, ...]] | None = None

    def of(self, document_id: str) -> UnitBook:
        """The book of a document's municipality."""
        return self._of.get(document_id, self._all[0])

    def units(self) -> list[Unit]:
        """Units of all books, committees and administrations first; those of one name in two municipalities are two."""
        return in_order([unit for book in self._all for unit in book.units()])

    def meanings(self, short: str) -> list[str]:
        """Names a short form may stand for in any book."""
        return list(dict.fromkeys(name for book in self._all for name in book.meanings(short)))

    def name_on(self, name: str, day: date, document_id: str = "") -> str:
        """The unit's name valid that day, in the municipality of a document; without one, where all books agree."""
        if document_id or len(self._all) == 1:
            return self.of(document_id).name_on(name, day)
        told = {book.name_on(name, day) for book in self._all if book.knows(name)}
        return told.pop() if len(told) == 1 else name

    def aliases(self) -> Mapping[str, tuple[str, ...]]:
        """Any name or short form, lower case → the other names of the units that bear it, in any book."""
        if self._aliases is None:
            every: dict[str, set[str]] = defaultdict(set)
            for book in self._all:
                for name, others in book.aliases().items():
                    every[name] |= set(others)
            self._aliases = {name: tuple(sorted(others)) for name, others in every.items()}
        return self._aliases
