"""Rows for the things named under "første rul", moved to where the section's move goes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.schema import Basis, Document, Responsibility, Status
from register.forms.phases import Item, find_items, names_wave, wave_dates
from register.names.unit_forms import Mention
from register.names.units import UnitIndex
from register.rows import row_key
from register.sentences.qualifiers import conditions
from register.sentences.reading import Statement

_SHORT_FORM = re.compile(r"\s*\((?:[A-ZÆØÅ]{2,5})\)|\s+(?:i|fra)\s+[A-ZÆØÅ]{2,5}(?=$|\s\()")
_ALONG = re.compile(r"\s+(?:inkl\.|inklusive|også)\s+")


def rows_of_waves(
    statements: Sequence[Statement], index: UnitIndex, document: Document, rows: Sequence[Responsibility]
) -> list[Responsibility]:
    """One row for each thing a numbered wave takes along; [] where the section moves nothing."""
    section_at = {s.start: s.section for s in statements}
    found: list[Responsibility] = []
    for item in find_items(statements, document.cleaned):
        moves = [r for r in rows if r.relation == "transfer" and section_at.get(r.start) == item.statement.section]
        main = next((r for r in moves if r.start <= item.start), None)
        if main:
            found += _of_item(item, main, statements, index, document)
    return found


def _of_item(
    item: Item, main: Responsibility, statements: Sequence[Statement], index: UnitIndex, document: Document
) -> Iterator[Responsibility]:
    timing = wave_dates(statements, item.statement.section, document.date).get(item.n)
    held = [m for m in index.within(item.start, item.end) if m.type in ("forvaltning", "udvalg")]
    pieces = _ALONG.split(item.text)
    for n, piece in enumerate(pieces):
        row = replace(
            main, task=_task(piece, main.task), from_unit=_giver(held, n, len(pieces)),
            effective_from=timing.start if timing else None, basis=Basis.PHASE,
            effective_text=timing.text if timing else "", effective_span=timing.span if timing else None,
            status=Status.PLANNED,
            start=item.statement.start, end=item.statement.end, until=None, exceptions=(), amounts=(), fte=None,
            conditions=(item.wave or f"{item.n}. del", *_settled_later(item, statements)),
        )  # fmt: skip
        yield replace(row, key=row_key(row))


def _giver(held: Sequence[Mention], n: int, count: int) -> str:
    """The unit behind the thing: the last one for the thing itself, the first for what goes along with it."""
    if not held:
        return ""
    return held[-1].text if n == 0 or count == 1 else held[0].text


def _task(piece: str, main: str) -> str:
    """ "telefoniske kontaktcentre: parkering": what moves is the contact, not the task it is about."""
    bare = " ".join(_SHORT_FORM.sub("", piece).split()).strip(" ,")
    head = re.split(r"\s+(?:på|i|for|hos|inden)\s+", re.sub(r"^(?:de|den|det)\s+", "", main, flags=re.IGNORECASE))[0]
    return bare if _shares_word(bare, main) else f"{head}: {bare}"


def _shares_word(a: str, b: str) -> bool:
    mine = {w[:7].lower() for w in re.findall(r"\w{5,}", a)}
    return bool(mine & {w[:7].lower() for w in re.findall(r"\w{5,}", b)})


def _settled_later(item: Item, statements: Sequence[Statement]) -> list[str]:
    """Conditions of other sentences of the section about the same wave ("konkretiseres i samarbejde …")."""
    others = [s for s in statements if s.section == item.statement.section and s.start != item.statement.start]
    return [c for s in others if names_wave(s.text, item.n) for c in conditions(" ".join(s.text.split()))]
