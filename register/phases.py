"""Moves in waves: "første rul omfatter a, b og c", "de resterende indgår i andet rul"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.danish.dates import find_dates
from core.danish.numbers import parse_ordinal
from core.schema import Basis
from register.reading import Statement
from register.text import TO_END
from register.timing import Timing

_WAVE = r"(?:rul|fase|etape|bølge|runde|trin|tranche)"
_ORDINAL = r"(?P<ordinal>første|f[øo]rste|andet|anden|tredje|fjerde|[1-4]\.)"
_HOLDS = re.compile(
    rf"\b(?:i\s+)?{_ORDINAL}\s+{_WAVE}\s+(?:omfatter|består\s+af|dækker|indeholder|er)\s+(?P<list>[^.;]+(?:\.(?=[a-zæøå])[^.;]*)*)",
    re.IGNORECASE,
)
_JOINS = re.compile(
    rf"(?P<what>{TO_END}{{5,120}}?)\s+(?:indgår|kommer|følger|flyttes|samles|medtages|overgår)\s+(?:med\s+)?i\s+{_ORDINAL}\s+{_WAVE}"
    rf"(?:,?\s+(?:herunder|f\.\s?eks\.|fx|bl\.a\.|blandt\s+andet|såsom|dvs\.)(?:\s+(?:f\.\s?eks\.|fx|bl\.a\.))?\s+(?P<list>{TO_END}+))?",
    re.IGNORECASE,
)
_NEAR_WAVE = re.compile(rf"\b{_WAVE}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that moves in a wave. start, end: its place in the cleaned text; n: the wave's number."""

    text: str
    start: int
    end: int
    n: int
    statement: Statement


def find_items(statements: Sequence[Statement], cleaned: str) -> list[Item]:
    """Things named under a numbered wave."""
    items: list[Item] = []
    for statement in statements:
        for pattern in (_HOLDS, _JOINS):
            for match in pattern.finditer(statement.text):
                n = parse_ordinal(
                    match["ordinal"].replace("o", "ø")
                    if match["ordinal"].lower() == "forste"
                    else match["ordinal"]
                )
                group = "list" if match["list"] else "what"
                if n is None or group not in match.re.groupindex:
                    continue
                items += _parts(match[group], statement, statement.start + match.start(group), n)
    return items


def _parts(words: str, statement: Statement, at: int, n: int) -> list[Item]:
    found = []
    for piece in re.finditer(r"(?:[^,()]|\([^()]*\))+", words):
        for part in re.finditer(r"(?:(?!\s+og\s+(?=[A-ZÆØÅ]|[a-zæøå]+\s*$)).)+", piece.group(), re.DOTALL):
            raw = part.group()
            text = " ".join(re.sub(r"^\s*(?:og|samt)\s+", "", raw).split())
            if len(text) > 2:
                start = at + piece.start() + part.start() + len(raw) - len(raw.lstrip())
                found.append(Item(text, start, start + len(raw.strip()), n, statement))
    return found


def wave_dates(
    statements: Sequence[Statement], section: tuple[str, ...], reference: date | None
) -> dict[int, Timing]:
    """Number of the wave → its date: the section's "frem mod …" expressions near the word, in order."""
    dates: list[Timing] = []
    for statement in statements:
        if statement.section != section or not _NEAR_WAVE.search(statement.text):
            continue
        for span in find_dates(statement.text, reference):
            if span.bound in ("around", "by", "from", "on") and (span.first or span.last):
                dates.append(Timing(span.first or span.last, Basis.PHASE, None, " ".join(span.text.split())))
        if dates:
            break
    return {n: timing for n, timing in enumerate(dates, 1)}
