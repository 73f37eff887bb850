"""The rows of the register in order, in groups that can be folded, and in pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from core.schema import Responsibility

BY_OWNER, BY_YEAR, BY_DOCUMENT, UNGROUPED = "Ansvarlig", "År", "Dokument", "Ingen grupper"
BY_TASK, BY_DAY, AS_WRITTEN = "Opgave", "Dato", "Rækkefølge i dokumentet"
GROUPS = (BY_OWNER, BY_YEAR, BY_DOCUMENT, UNGROUPED)
SORTS = (BY_TASK, BY_DAY, AS_WRITTEN)
IN_GROUPS, IN_LIST = 150, 40  # rows on a page, folded and as one list
SHORT = 12  # so many rows are shown unfolded

_NO_OWNER, _NO_YEAR = "Ingen ansvarlig nævnt", "Uden dato"
_DANISH = str.maketrans("æøå", "{|}")  # the characters after z, so that æ, ø and å come last and in this order


@dataclass(frozen=True, slots=True)
class Group:
    """rows: those on this page. total: on all pages. continued: it began on an earlier page."""

    name: str
    rows: tuple[Responsibility, ...]
    total: int
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of rows. total: rows in all; number: this page, from 1, of ``pages``; unfolded: all groups are open."""

    groups: tuple[Group, ...]
    total: int
    number: int
    pages: int
    unfolded: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row where it stands. place: what its group is sorted by."""

    place: tuple[Any, ...]
    name: str
    row: Responsibility


def alphabetical(text: str) -> str:
    """A key that sorts words as a Danish dictionary does."""
    return text.casefold().translate(_DANISH)


def arranged(
    rows: Sequence[Responsibility],
    titles: Mapping[str, str],
    *,
    group: str = BY_OWNER,
    sort: str = BY_TASK,
    page: int = 1,
) -> Sheet:
    """A page of the rows. titles: documents by id, newest first. group, sort: of GROUPS and SORTS.
    A row with several owners stands under each; a page beyond the last is the last."""
    places = {document: n for n, document in enumerate(titles)}
    follow = _sorter(sort, places)
    entries = [entry for row in rows for entry in _entries(row, group, titles, places)]
    entries.sort(key=lambda entry: (entry.place, follow(entry.row)))
    size = IN_LIST if group == UNGROUPED else IN_GROUPS
    pages = max(1, -(-len(entries) // size))
    number = min(max(page, 1), pages)
    groups = _groups(entries, (number - 1) * size, size)
    return Sheet(groups, len(rows), number, pages, len(entries) <= SHORT or len(groups) == 1)


def _entries(row: Responsibility, group: str, titles: Mapping[str, str], places: Mapping[str, int]) -> Iterator[_Entry]:
    """The row in its group or groups; those without a name come last."""
    if group == BY_OWNER:
        for name in dict.fromkeys(_owners(row)):
            yield _Entry((not name, alphabetical(name)), name or _NO_OWNER, row)
    elif group == BY_YEAR:
        day = row.effective_from
        yield _Entry((not day, day.year if day else 0), str(day.year) if day else _NO_YEAR, row)
    elif group == BY_DOCUMENT:
        place = places.get(row.document_id, len(places))
        yield _Entry((place,), titles.get(row.document_id, row.document_id), row)
    else:
        yield _Entry((), "", row)


def _owners(row: Responsibility) -> list[str]:
    """Who has the task in the end, under the names of today; [""] where nobody is named."""
    names = row.to_current_name or row.to_unit or row.from_unit
    return [name[:1].upper() + name[1:] for name in names.split("; ")]


def _sorter(sort: str, places: Mapping[str, int]) -> Callable[[Responsibility], tuple[Any, ...]]:
    """What rows are sorted by inside their group."""

    def written(row: Responsibility) -> tuple[int, int]:
        return places.get(row.document_id, len(places)), row.start

    if sort == AS_WRITTEN:
        return written
    if sort == BY_DAY:
        return lambda row: (row.effective_from or date.max, alphabetical(row.task), written(row))
    return lambda row: (alphabetical(row.task), written(row))


def _groups(entries: Sequence[_Entry], start: int, size: int) -> tuple[Group, ...]:
    """The groups of one page: neighbours of one name together."""
    totals = Counter(entry.name for entry in entries)
    before = entries[start - 1].name if start else None
    found: list[Group] = []
    for name, members in groupby(entries[start : start + size], key=lambda entry: entry.name):
        rows = tuple(entry.row for entry in members)
        found.append(Group(name, rows, totals[name], continued=not found and name == before))
    return tuple(found)
