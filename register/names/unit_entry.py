"""One unit under way: what the documents say of it, put together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from core.schema import Span, Unit


@dataclass
class Entry:
    """One name and everything the documents say of it."""

    name: str
    type: str
    abbreviations: dict[str, bool] = field(default_factory=dict)  # short form → inferred everywhere
    aliases: set[str] = field(default_factory=set)
    former: set[str] = field(default_factory=set)
    later: set[str] = field(default_factory=set)
    renamed_on: date | None = None
    listed_new: bool = False
    serves: str = ""
    inferred: bool = False
    places: list[tuple[str, Span]] = field(default_factory=list)

    def take(self, unit: Unit) -> None:
        """Add what one document says of the unit."""
        self.aliases |= {unit.name, *unit.aliases} - {self.name}
        for short in unit.abbreviations:
            self.abbreviations[short] = self.abbreviations.get(short, True) and unit.inferred
        self.former |= set(unit.former)
        self.later |= set(unit.later)
        self.renamed_on = self.renamed_on or unit.renamed_on
        self.listed_new = self.listed_new or unit.renamed_on is not None
        if not self.serves or self.serves.isupper():
            self.serves = unit.serves or self.serves
        self.inferred = self.inferred or unit.inferred
        self.places += unit.places

    def renamed(self, name_of: Callable[[str], str]) -> None:
        """Links to other units under the names the book gives them."""
        self.former = {name_of(name) for name in self.former} - {self.name}
        self.later = {name_of(name) for name in self.later} - {self.name}
        self.serves = name_of(self.serves)

    def unit(self, serves: str) -> Unit:
        """The unit. serves: the book's name of the committee it serves."""
        return Unit(
            name=self.name,
            type=self.type,
            abbreviations=tuple(self.abbreviations),
            aliases=tuple(sorted(self.aliases)),
            former=tuple(sorted(self.former)),
            later=tuple(sorted(self.later)),
            renamed_on=self.renamed_on if self.former else None,
            serves=serves,
            inferred=self.inferred,
            places=tuple(self.places),
        )
