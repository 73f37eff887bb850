"""The register over the whole library: who owns what, from when, on what condition, with the source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from core.schema import Conflict, Document, Event, Facts, Responsibility, Unit
from register.forms.before import fill_before
from register.library.corrections import Kept, apply
from register.library.entries import Entry, build_entries
from register.library.lookup import Lookup
from register.library.states import Course, State, course
from register.names.municipality import places
from register.names.unitbook import UnitBook


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
        self._book = UnitBook(held)
        rows = apply([row for fact in held for row in fact.responsibilities], corrections)
        named, ends = fill_before([self._named(row) for row in rows])
        self._entries = build_entries(named, self._documents)
        self._lookup = Lookup(self._entries)
        breaks = self._book.breaks()
        self._courses = {id(entry): course(entry, self._book, breaks, ends) for entry in self._entries}
        self._conflicts: list[Conflict] | None = None
        self._places: dict[str, str] | None = None

    def _named(self, row: Responsibility) -> Responsibility:
        """The row under the book's names, with the receiver's name of today's end of the chain."""
        to, source = self._all(row.to_unit), self._all(row.from_unit)
        return replace(row, to_unit=to, from_unit=source, to_current_name=self._book.current(to) if to else "")

    def _all(self, names: str) -> str:
        return "; ".join(self._book.find(n) for n in names.split("; ")) if names else ""

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
        wanted = self._book.family(unit.strip())
        cache: dict[str, bool] = {}

        def belongs(name: str) -> bool:
            if name not in cache:
                cache[name] = any(self._book.family(n) & wanted for n in name.split("; ") if n)
            return cache[name]

        return [row for row in rows if belongs(row.to_unit) or belongs(row.from_unit)]

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
        return self._book.units()

    def aliases(self) -> Mapping[str, Sequence[str]]:
        """Any name or short form (lower case) → the other names of the same unit."""
        return self._book.aliases()

    def meanings(self, short: str) -> list[str]:
        """Names a short form may stand for; several where documents disagree."""
        return self._book.meanings(short)

    def name_on(self, unit: str, day: date) -> str:
        """The unit's name valid that day."""
        return self._book.name_on(unit, day)

    def places(self) -> Mapping[str, str]:
        """Document id → key of the municipality whose paper it is, "" where unknown."""
        if self._places is None:
            self._places = places(list(self._documents.values()), self._facts)
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

            self._conflicts = find_conflicts(list(self._documents.values()), self._facts, self._book, self.places())
        return self._conflicts

    def supplements(self) -> list[Conflict]:
        """Pairs of rows of which one only adds a detail to the other."""
        from register.library.conflicts import supplements

        return supplements(self._facts, list(self._documents.values()), self._book, self.places())
