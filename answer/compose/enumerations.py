"""Enumerations inside one sentence: "dvs. A, B og C", "(A og B)", "består af A, B samt C"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.schema import Span

_BRACKET = re.compile(r"\(([^()]*)\)")
_CLAUSE = re.compile(r"[^;:]+")
_CUE = re.compile(
    r"^(?:dvs\.?|herunder|nemlig|bl\.a\.|blandt andet|f\.eks\.|fx|henholdsvis|hhv\.?|både)\s", re.IGNORECASE
)
_PIECE = re.compile(r"(?:[^,]|,(?!\s))+")
_AND = re.compile(r"\s(?:og|samt|eller)\s")
_NUMBERED = re.compile(r"(?<!\S)\(?(\d)[.)](?=\s)")
_PAIR = re.compile(
    r"(?<![\wæøå-])[A-ZÆØÅ][\wæøå.-]*(?<!-)(?: [A-ZÆØÅ][\wæøå.-]*)* (?:og|samt|eller) (?:[a-zæøå]+ )?[A-ZÆØÅ][\wæøå-]*"
)
_NO_ITEM = re.compile(
    r"^(?:at|som|der|hvor|når|hvis|så|men|idet|fordi|da|hvilket|hvorefter|hvorfor|jf\.?|og|samt)\b", re.IGNORECASE
)
_MOST_WORDS = 9  # of one thing named
_BEFORE = 6  # words kept of what stands before the first thing


@dataclass(frozen=True, slots=True)
class Enumeration:
    """span: where it stands in the sentence's text. count: how many things it names. bare: two names with "og"
    between, which need be no list of anything."""

    span: Span
    count: int
    bare: bool = False


def enumerations(text: str) -> list[Enumeration]:
    """Every enumeration of two things or more in a sentence, longest first."""
    found = [*_in_brackets(text), *_in_clauses(text), *_numbered(text)]
    found += [Enumeration(Span(m.start(), m.end()), 2, bare=True) for m in _PAIR.finditer(text)]
    return sorted(found, key=lambda one: (-one.count, one.span.start))


def _numbered(text: str) -> Iterator[Enumeration]:
    """ "to mål: 1) at …, og 2) at …" """
    places = [m.start() for m in _NUMBERED.finditer(text)]
    ranks = [int(m.group(1)) for m in _NUMBERED.finditer(text)]
    if len(ranks) > 1 and ranks == list(range(1, len(ranks) + 1)):
        yield Enumeration(Span(places[0], len(text)), len(ranks))


def _in_brackets(text: str) -> Iterator[Enumeration]:
    for match in _BRACKET.finditer(text):
        pieces = [m.group() for m in _PIECE.finditer(match.group(1))]
        count = len(pieces) + bool(pieces and _AND.search(pieces[-1]))
        if count > 1 and all(len(piece.split()) <= _MOST_WORDS for piece in pieces):
            yield Enumeration(Span(match.start(1), match.end(1)), count)


def _in_clauses(text: str) -> Iterator[Enumeration]:
    """Pieces between commas, the last of which holds an "og"; the words before the first are not counted."""
    for clause in _CLAUSE.finditer(text):
        pieces = [Span(clause.start() + m.start(), clause.start() + m.end()) for m in _PIECE.finditer(clause.group())]
        first = 0
        for i in range(1, len(pieces)):
            said = text[pieces[i].start : pieces[i].end].strip()
            if _NO_ITEM.match(said) or _CUE.match(said):
                first = i
                continue
            joined = _AND.search(" ".join(said.split()[: _MOST_WORDS + 1]))
            if joined and i > first:
                yield Enumeration(Span(_tail(text, pieces[first]), pieces[i].end), i - first + 2)
            if joined or len(said.split()) > _MOST_WORDS:
                first = i


def _tail(text: str, piece: Span) -> int:
    """Where the last few words of a piece begin."""
    starts = [m.start() for m in re.finditer(r"\S+", text[piece.start : piece.end])]
    return piece.start + (starts[-_BEFORE] if len(starts) > _BEFORE else starts[0] if starts else 0)
