"""Units of all documents as one book: spellings merged, short forms resolved, old and new names linked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from core.schema import Facts, Unit
from register.names.renaming import old_name
from register.names.unit_entry import Entry
from register.names.unit_names import ANYBODY, fits, parts, same_kind, same_written, whole_names

_SPLIT = "; "


class UnitBook:
    """All units. A name is looked up by any spelling, short form, former or later name."""

    def __init__(self, facts: Iterable[Facts]) -> None:
        self._entries: dict[str, Entry] = {}
        self._found: dict[str, str] = {}
        self._families: dict[str, frozenset[str]] = {}
        self._buckets: dict[tuple[str, str], list[str]] = defaultdict(list)
        shorts: list[Unit] = []
        held = [unit for fact in facts for unit in fact.units]
        whole = whole_names({u.name for u in held if u.type == "funktion"})
        for unit in held:
            if unit.name.isupper() and len(unit.name) <= 5:
                shorts.append(unit)
            elif unit.name in whole:
                self._add(replace(unit, name=whole[unit.name], aliases=(*unit.aliases, unit.name)))
            else:
                self._add(unit)
        self._by_name = {spelling: e.name for e in self._entries.values() for spelling in (e.name, *e.aliases)}
        self._settle_links()
        self._short = self._short_forms()
        for unit in shorts:
            self._add_short(unit)
        self._next = self._chains()
        self._found.clear()
        self._units = [e.unit(self.find(e.serves) if e.serves else "") for e in self._entries.values()]
        self._aliases = self._all_aliases()

    # -- building --------------------------------------------------------------------------------------

    def _add(self, unit: Unit) -> None:
        entry = self._entries.get(unit.name) or self._similar(unit)
        if entry is None:
            entry = self._entries[unit.name] = Entry(unit.name, unit.type)
            self._buckets[unit.type, _bucket(unit.name)].append(unit.name)
        entry.take(unit)

    def _similar(self, unit: Unit) -> Entry | None:
        for name in self._buckets[unit.type, _bucket(unit.name)]:
            if same_written(name, unit.name):
                return self._entries[name]
        return None

    def _settle_links(self) -> None:
        """Former and later under the merged names; a listed new name finds its old one in other documents."""
        for entry in self._entries.values():
            entry.renamed(lambda name: self._by_name.get(name, name))
        new = [e for e in self._entries.values() if e.listed_new]
        olds = {(e.name, e.type) for e in self._entries.values() if not e.listed_new and not e.later}
        for entry in new:
            elsewhere = len({document for document, _ in entry.places}) > 1
            old = "" if entry.former or elsewhere else old_name(entry.name, entry.type, olds)
            if old:
                entry.former, entry.inferred = {old}, True
                self._entries[old].later.add(entry.name)

    def _short_forms(self) -> dict[str, list[str]]:
        """Short form → the names it stands for, stated ones before reasoned ones."""
        found: dict[str, list[tuple[bool, str]]] = defaultdict(list)
        for entry in self._entries.values():
            for short, inferred in entry.abbreviations.items():
                found[short].append((inferred, entry.name))
        return {short: [n for _, n in sorted(names)] for short, names in found.items()}

    def _add_short(self, unit: Unit) -> None:
        """A short form that its own document does not explain: others may, or it stays by itself."""
        names = self._one_chain(self._short.get(unit.name, []))
        if not names:
            served = [e.name for e in self._entries.values() if e.type == unit.type and fits(unit.name, e.name)]
            names = served[:1] if len(served) == 1 and unit.type in ("udvalg", "forvaltning") else []
            if names:
                self._entries[names[0]].abbreviations.setdefault(unit.name, True)
                self._short.setdefault(unit.name, []).append(names[0])
        if names:
            self._entries[names[0]].places += unit.places
        else:
            self._add(unit)

    def _one_chain(self, names: Sequence[str]) -> list[str]:
        """The oldest name where all are one unit under successive names; [] where they are two units."""
        names = list(dict.fromkeys(names))
        if len(names) > 1 and len({self._root(n) for n in names}) > 1:
            return []
        return sorted(names, key=lambda n: n not in self._old_names())[:1]

    def _old_names(self) -> set[str]:
        return {old for e in self._entries.values() for old in e.former}

    def _root(self, name: str) -> str:
        seen: set[str] = set()
        while name in self._entries and self._entries[name].former and name not in seen:
            seen.add(name)
            name = sorted(self._entries[name].former)[0]
        return name

    def _chains(self) -> dict[str, list[tuple[date | None, str]]]:
        """Root name → [(day the name holds from, name)], oldest first. A new name without a day always counts."""
        chains: dict[str, list[tuple[date | None, str]]] = defaultdict(list)
        for entry in self._entries.values():
            chains[self._root(entry.name)].append((entry.renamed_on if entry.former else None, entry.name))
        return {root: sorted(c, key=lambda p: (p[0] or date.min, p[1] != root)) for root, c in chains.items()}

    # -- reading ---------------------------------------------------------------------------------------

    def units(self) -> list[Unit]:
        """All units, committees and administrations first, those named most often first."""
        return in_order(self._units)

    def knows(self, name: str) -> bool:
        """True for a name or short form of a unit of this book."""
        return self.find(name) in self._entries

    def find(self, name: str) -> str:
        """The book's name for any spelling or short form, the name itself where it is unknown or two units
        share the short form."""
        if name not in self._found:
            self._found[name] = self._look_up(name)
        return self._found[name]

    def _look_up(self, name: str) -> str:
        if name in self._by_name:
            return self._by_name[name]
        if name in self._short:
            return (self._one_chain(self._short[name]) or [name])[0]
        low = name.lower()
        if ANYBODY.fullmatch(name):  # "regionen" is no council that another document names
            return name
        for spelling, known in self._by_name.items():
            alike = low and same_kind(spelling, name) and same_written(spelling, name)
            if spelling.lower() == low or (alike and spelling[0].lower() == low[0]):
                return known  # "Kultur & Fritid" is not the committee for it
        return name

    def meanings(self, short: str) -> list[str]:
        """All names a short form may stand for; more than one root means it is ambiguous."""
        return list(self._short.get(short, []))

    def name_on(self, name: str, day: date) -> str:
        """The unit's name valid that day; lists of units ("A; B") name by name."""
        if _SPLIT in name:
            return _SPLIT.join(dict.fromkeys(self.name_on(n, day) for n in name.split(_SPLIT)))
        known = self.find(name)
        chain = self._next.get(self._root(known), [])
        valid = [n for since, n in chain if since is None or since <= day]
        return valid[-1] if valid else known

    def current(self, name: str) -> str:
        """The last name of the unit."""
        return self.name_on(name, date.max)

    def family(self, name: str) -> frozenset[str]:
        """Roots of a unit, of the committee it serves and of the administrations that serve it."""
        if name not in self._families:
            self._families[name] = self._family(name)
        return self._families[name]

    def _family(self, name: str) -> frozenset[str]:
        root = self._root(self.find(name))
        linked = {root}
        for entry in self._entries.values():
            if entry.serves:
                pair = {self._root(entry.name), self._root(self.find(entry.serves))}
                if root in pair:
                    linked |= pair
        for entry in self._entries.values():
            if entry.type in ("udvalg", "forvaltning") and parts(entry.name) == parts(root) and entry.name != root:
                linked.add(self._root(entry.name))
        return frozenset(linked)

    def rules(self, name: str) -> bool:
        """True for committees and administrations, and for lists of them."""
        return all(
            (entry := self._entries.get(self.find(n))) is not None and entry.type in ("udvalg", "forvaltning")
            for n in name.split(_SPLIT)
        )

    def breaks(self) -> list[date]:
        """Days on which some unit changes its name."""
        return sorted({since for chain in self._next.values() for since, _ in chain if since})

    def aliases(self) -> dict[str, tuple[str, ...]]:
        """Any name or short form, lower case → the other names of the same unit, its successors included."""
        return self._aliases

    def _all_aliases(self) -> dict[str, tuple[str, ...]]:
        groups: dict[str, set[str]] = defaultdict(set)
        for entry in self._entries.values():
            groups[self._root(entry.name)] |= {entry.name, *entry.abbreviations, *entry.aliases}
        table: dict[str, set[str]] = defaultdict(set)
        for names in groups.values():
            for name in names:
                table[name.lower()] |= names - {name}
        return {name: tuple(sorted(others)) for name, others in table.items() if others}


def in_order(units: Sequence[Unit]) -> list[Unit]:
    """Committees and administrations first, those named most often first."""
    order = {"udvalg": 0, "forvaltning": 1}
    return sorted(units, key=lambda u: (order.get(u.type, 2), -len(u.places), u.name))


def _bucket(name: str) -> str:
    words = parts(name)
    return min(words)[:1] if words else ""
