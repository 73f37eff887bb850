"""The register over the whole library: who owns what, from when, on what condition, with the source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from core.schema import Conflict, Document, Event, Facts, Responsibility, Unit
from register.forms.before import fill_before
from register.library.corrections import Kept, apply
from register.library.entries import Entry, build_entries
from register.library.lookup import Lookup
from register.library.spoken import spoken_days
from register.library.states import Course, State, course
from register.names.municipality import by_place, places
from register.names.row_owners import owners_of_rows
from register.names.unitbook import UnitBook
from register.names.unitbooks import UnitBooks


class Register:
    """Read side over the facts of all documents (``core.ports.RegisterReader``).

    facts: as ``extract`` gave them. documents: the same documents, for their dates, kinds and words.
    corrections: what people have confirmed, edited or rejected."""

    def __init__(
        self, facts: Iterable[Facts], documents: Sequence[Document] = (), corrections: Iterable[Kept] = ()
    ) -> None:
        held = list(facts)
        self._documents = {document.id: document for document in documents}
        self._facts = held
        self._places = places(documents, held)
        groups = [[paper.id for paper in group] for group in by_place(documents, held, self._places)]
        self._books = UnitBooks(held, groups)
        rows = apply([row for fact in held for row in fact.responsibilities], corrections)
        named, ends = fill_before([_named(row, self._books.of(row.document_id)) for row in rows])
        self._entries = [e for rows in self._by_book(named) for e in build_entries(rows, self._documents)]
        self._lookup = Lookup(self._entries)
        self._courses = {id(entry): self._course(entry, ends) for entry in self._entries}
        self._conflicts: list[Conflict] | None = None

    def _by_book(self, rows: Sequence[Responsibility]) -> Iterable[list[Responsibility]]:
        """The rows of each group of documents that share a unit book."""
        held: dict[UnitBook, list[Responsibility]] = defaultdict(list)
        for row in rows:
            held[self._books.of(row.document_id)].append(row)
        return held.values()

    def _course(self, entry: Entry, ends: Mapping[str, date]) -> Course:
        book = self._books.of(entry.rows[0].document_id)
        return course(entry, book, book.breaks(), ends, spoken_days(entry.rows, self._documents))

    # -- rows ------------------------------------------------------------------------------------------

    def responsibilities(self, *, as_of: date | None = None, task: str = "", unit: str = "") -> list[Responsibility]:
        """Rows of the register, the best fitting first. With ``as_of`` each row tells the state that day:
        ``to_unit`` owns the task then, ``to_current_name`` is its name that day, ``conditions`` hold what
        comes next and what is uncertain."""
        entries = self._lookup.find(task) if task.strip() else self._entries
        if as_of is None:
            rows = [row for entry in entries for row in entry.rows]
        else:
            rows = [state.row for entry in entries for state in self._courses[id(entry)].on(as_of)]
        return self._of_unit(rows, unit) if unit.strip() else rows

    def _of_unit(self, rows: Sequence[Responsibility], unit: str) -> list[Responsibility]:
        """Rows of a unit, or of what its own municipality calls it at other times."""

        @cache
        def belongs(name: str, book: UnitBook) -> bool:
            return any(book.family(n) & book.family(unit.strip()) for n in name.split("; ") if n)

        booked = ((row, self._books.of(row.document_id)) for row in rows)
        return [row for row, book in booked if belongs(row.to_unit, book) or belongs(row.from_unit, book)]

    def states(self, as_of: date, task: str = "") -> list[State]:
        """The state of tasks on a day, with candidates, next change and reasons told apart."""
        entries = self._lookup.find(task) if task.strip() else self._entries
        return [state for entry in entries for state in self._courses[id(entry)].on(as_of)]

    def history(self, task: str) -> list[Entry]:
        """Entries about a task, each with its rows, newer and more binding documents first."""
        return self._lookup.find(task)

    def entries(self) -> list[Entry]:
        """All tasks with their rows."""
        return list(self._entries)

    def course_of(self, entry: Entry) -> Course:
        """An entry's states in time."""
        return self._courses[id(entry)]

    def row(self, key: str) -> Responsibility | None:
        """The row with this key."""
        return next((r for e in self._entries for r in e.rows if r.key == key), None)

    # -- units -----------------------------------------------------------------------------------------

    def units(self) -> list[Unit]:
        """Committees and administrations first, with old and new names."""
        return self._books.units()

    def units_and_owners(self) -> list[Unit]:
        """The units, and behind them those who own several rows under a name that tells no kind of body."""
        rows = [row for entry in self._entries for row in entry.rows]
        return [*self.units(), *owners_of_rows(rows, self._documents, lambda n, key: self._books.of(key).knows(n))]

    def aliases(self) -> Mapping[str, Sequence[str]]:
        """Any name or short form (lower case) → the other names of the same unit."""
        return self._books.aliases()

    def meanings(self, short: str) -> list[str]:
        """Names a short form may stand for; several where documents disagree."""
        return self._books.meanings(short)

    def name_on(self, unit: str, day: date, document_id: str = "") -> str:
        """The unit's name valid that day, in the municipality whose paper the document is."""
        return self._books.name_on(unit, day, document_id)

    def places(self) -> Mapping[str, str]:
        """Document id → key of the municipality whose paper it is, "" where unknown."""
        return self._places

    # -- time and differences --------------------------------------------------------------------------

    def timeline(self) -> list[Event]:
        """Dated events and deadlines of all documents, earliest first."""
        events = [event for fact in self._facts for event in fact.events]
        return sorted(events, key=lambda e: (e.when.first or e.when.last or date.max, e.document_id, e.start))

    def conflicts(self) -> list[Conflict]:
        """Places where documents, or parts of one, differ about one thing; surest first."""
        if self._conflicts is None:
            from register.library.conflicts import find_conflicts

            self._conflicts = find_conflicts(list(self._documents.values()), self._facts, self._books.of, self._places)
        return self._conflicts

    def supplements(self) -> list[Conflict]:
        """Pairs of rows of which one only adds a detail to the other."""
        from register.library.conflicts import supplements

        return supplements(self._facts, list(self._documents.values()), self._books.of, self._places)


def _named(row: Responsibility, book: UnitBook) -> Responsibility:
    """The row under its book's names, with the receiver's name of today's end of the chain."""
    to, source = _found(row.to_unit, book), _found(row.from_unit, book)
    return replace(row, to_unit=to, from_unit=source, to_current_name=book.current(to) if to else "")


def _found(names: str, book: UnitBook) -> str:
    return "; ".join(book.find(n) for n in names.split("; ")) if names else ""
