"""Moves in waves: "første rul omfatter a, b og c", "de resterende indgår i andet rul"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from core.danish.dates import find_dates
from core.danish.numbers import parse_ordinal
from core.schema import Basis, DateSpan, Span
from register.sentences.reading import Statement
from register.sentences.text import STAGE_WORD, TO_END
from register.sentences.timing import Timing

_ORDINAL = r"(?P<ordinal>første|f[øo]rste|andet|anden|tredje|fjerde|[1-4]\.)"
_HOLDS = re.compile(
    rf"(?<!\baf )(?<!\befter )(?<!\bfor )\b(?:i\s+)?{_ORDINAL}\s+{STAGE_WORD}\s+"
    rf"(?:omfatter|består\s+af|dækker|indeholder|er)\s+(?P<list>{TO_END}+)",
    re.IGNORECASE,
)
_JOINS = re.compile(
    rf"(?P<what>{TO_END}{{5,120}}?)(?<!\s)\s++(?:indgår|kommer|følger|flyttes|samles|medtages|"
    rf"overgår)\s+(?:med\s+)?i\s+{_ORDINAL}\s+{STAGE_WORD}"
    rf"(?:,?\s+(?:herunder|f\.\s?eks\.|fx|bl\.a\.|blandt\s+andet|såsom|dvs\.)(?:\s+(?:f\.\s?eks\.|fx|"
    rf"bl\.a\.))?\s+(?P<list>{TO_END}+))?",
    re.IGNORECASE,
)
_NAMED_WAVE = re.compile(rf"\b{_ORDINAL}\s+{STAGE_WORD}\b", re.IGNORECASE)
_GOES_ON = re.compile(rf"^(?:Det|Den|Rullet|Fasen)\s+(?:omfatter|består\s+af|dækker|indeholder)\s+(?P<list>{TO_END}+)")
_NARROWED = re.compile(r"^.*?,?\s+(?:herunder|blandt\s+andet|bl\.a\.|for\s+eksempel|f\.\s?eks\.|fx)\s+", re.DOTALL)
_NEAR_WAVE = re.compile(rf"\b{STAGE_WORD}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that moves in a wave. start, end: its place in the cleaned text; n: the wave's number;
    wave: its name ("andet rul")."""

    text: str
    start: int
    end: int
    n: int
    statement: Statement
    wave: str = ""


def find_items(statements: Sequence[Statement], cleaned: str) -> list[Item]:
    """Things named under a numbered wave."""
    items: list[Item] = []
    for before, statement in pairwise(statements):
        named, more = _NAMED_WAVE.search(before.text), _GOES_ON.match(statement.text)
        n = parse_ordinal(named["ordinal"]) if named else None
        if named and n is not None and more and not statement.first:
            items += _parts(more["list"], statement, statement.start + more.start("list"), n, named.group())
    for statement in statements:
        if not _NEAR_WAVE.search(statement.text):
            continue
        for pattern in (_HOLDS, _JOINS):
            for match in pattern.finditer(statement.text):
                n = parse_ordinal(
                    match["ordinal"].replace("o", "ø") if match["ordinal"].lower() == "forste" else match["ordinal"]
                )
                group = "list" if match["list"] else "what"
                if n is None or group not in match.re.groupindex:
                    continue
                items += _parts(
                    match[group], statement, statement.start + match.start(group), n, _wave_in(match.group())
                )
    return items


def _parts(words: str, statement: Statement, at: int, n: int, wave: str) -> list[Item]:
    found = []
    narrowed = _NARROWED.match(words)
    if narrowed:
        words, at = words[narrowed.end() :], at + narrowed.end()
    for piece in re.finditer(r"(?:[^,()]|\([^()]*\))+", words):
        for start, end in _halves(piece.group()):
            raw = piece.group()[start:end]
            text = " ".join(re.sub(r"^\s*(?:og|samt)\s+", "", raw).split())
            if len(text) > 2:
                first = at + piece.start() + start + len(raw) - len(raw.lstrip())
                found.append(Item(text, first, first + len(raw.strip()), n, statement, " ".join(wave.lower().split())))
    return found


def _wave_in(text: str) -> str:
    match = _NAMED_WAVE.search(text)
    return match.group() if match else ""


def _halves(piece: str) -> list[tuple[int, int]]:
    """ "vielser (KFF) og pas (ØKF)" is two things, "telefoner til pleje og hjælp" is one."""
    match = re.search(r"\s+og\s+(?=[A-ZÆØÅ]|[\w-]+(?:\s+\([^()]*\))?\s*$)", piece)
    if match is None or re.search(r"\s(?:til|af|med|for|om)\s", piece[: match.start()]):
        return [(0, len(piece))]
    return [(0, match.start()), (match.end(), len(piece))]


def names_wave(text: str, n: int) -> bool:
    """True where a text names this wave and no other."""
    found = {parse_ordinal(m["ordinal"]) for m in _NAMED_WAVE.finditer(text)}
    return found == {n}


def _own_date(
    statements: Sequence[Statement], section: tuple[str, ...], n: int, reference: date | None
) -> Timing | None:
    """The date beside "første rul …": in that sentence, else in the next one of its block."""
    for at, statement in enumerate(statements):
        match = _NAMED_WAVE.search(statement.text) if statement.section == section else None
        if not match or parse_ordinal(match["ordinal"]) != n or len(_NAMED_WAVE.findall(statement.text)) > 1:
            continue
        for near in (statement, *(s for s in statements[at + 1 : at + 2] if not s.first)):
            spans = [s for s in find_dates(near.text, reference) if s.first or s.last]
            if spans:
                return _of_wave(spans[0], near)
    return None


def _of_wave(span: DateSpan, statement: Statement) -> Timing:
    text, place = " ".join(span.text.split()), Span(span.start, span.end)
    return Timing(span.first or span.last, Basis.PHASE, None, text, span=place).placed(statement.start)


def wave_dates(statements: Sequence[Statement], section: tuple[str, ...], reference: date | None) -> dict[int, Timing]:
    """Number of the wave → its date: the section's "frem mod …" expressions near the word, in order."""
    own = {n: timing for n in (1, 2, 3, 4) if (timing := _own_date(statements, section, n, reference))}
    if own:
        return own
    dates: list[Timing] = []
    for statement in statements:
        if statement.section != section or not _NEAR_WAVE.search(statement.text):
            continue
        for span in find_dates(statement.text, reference):
            if span.bound in ("around", "by", "from", "on") and (span.first or span.last):
                dates.append(_of_wave(span, statement))
        if dates:
            break
    return {n: timing for n, timing in enumerate(dates, 1)}
