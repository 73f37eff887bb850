"""Documents for tests of the register, made without the ingest room."""

from __future__ import annotations

import hashlib
from datetime import date

from core.schema import Document, Facts, Kind, Responsibility
from register.extract import extract
from register.register import Register


def paper(
    text: str, *, name: str = "notat.txt", kind: Kind = Kind.MEMO, day: date | None = None, title: str = ""
) -> Document:
    """A plain text document whose cleaned text is what was received."""
    number = hashlib.sha256((name + text).encode()).hexdigest()[:16]
    return Document(number, name, title or name, kind, day, text, text)


def facts(text: str, **about: object) -> Facts:
    """What the register reads from a text."""
    return extract(paper(text, **about))  # type: ignore[arg-type]


def rows(text: str) -> tuple[Responsibility, ...]:
    """Responsibilities of a text."""
    return facts(text).responsibilities


def one(text: str) -> Responsibility:
    """The only row of a text."""
    (row,) = rows(text)
    return row


def register(*documents: Document) -> Register:
    """A register over documents."""
    return Register([extract(d) for d in documents], documents)
