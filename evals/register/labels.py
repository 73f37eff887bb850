"""Labelled rows, units and conflicts: names, dates and places only, no sentence of a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ANY, NONE = "*", "-"


@dataclass(frozen=True, slots=True)
class Label:
    """One row that must be found. words: of its task; document: start of the file's name."""

    document: str
    relation: str
    words: str
    from_unit: str
    to_unit: str
    day: str
    basis: str


def labelled_rows(which: str) -> list[Label]:
    """Rows of a set ("corpus" | "shared")."""
    return [Label(*fields[1:]) for fields in _lines("rows.tsv") if fields[0] == which]


def labelled_units(which: str) -> list[tuple[str, str, str]]:
    """(old name, new name, ISO day or "-") of a set."""
    return [(f[1], f[2], f[3]) for f in _lines("units.tsv") if f[0] == which]


def labelled_conflicts(which: str) -> list[tuple[str, str, str]]:
    """(type, one value, other value) of a set."""
    return [(f[1], f[2], f[3]) for f in _lines("conflicts.tsv") if f[0] == which]


def _lines(name: str) -> Iterator[list[str]]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")
