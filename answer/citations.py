"""From draft to shown answer: every citation built from offsets, every statement checked against its quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from answer.draft import Draft, Source, Statement
from core.alignment import Alignment
from core.citations import cite, collapse
from core.danish.dates import find_dates
from core.danish.tokens import fold, is_stop_word, stem, words
from core.schema import Citation

MOST_WORDS = 120  # in any answer
_MARKS = 6  # of them kept for "Se også [4][5]" and for marks that stand alone

_NUMBER = re.compile(r"(?<![\w])\d+(?:[.,]\d+)*")
_CAPITAL = re.compile(r"[A-ZÆØÅ]")


@dataclass(frozen=True, slots=True)
class Checked:
    """text: with [n] marks. citations: in order of n. dropped: statements that failed, with the reason."""

    text: str
    citations: tuple[Citation, ...]
    dropped: tuple[tuple[str, str], ...]


def checked(draft: Draft, most_words: int = MOST_WORDS - _MARKS) -> Checked:
    """The draft's statements that stand up to their sources, numbered; the rest is left out."""
    book = _Book()
    lines: list[str] = []
    dropped: list[tuple[str, str]] = []
    count = len(draft.lead.split())
    for statement in draft.statements:
        length = len(statement.text.split()) + len(statement.label.split())
        if count + length > most_words:
            dropped.append((statement.text, "for langt"))
            continue
        cited = book.build(statement.sources)
        fault = fault_of(statement, cited) if cited else "ingen kilde"
        if fault:
            dropped.append((statement.text, fault))
            continue
        count += length
        said = f"{statement.label}: {statement.text}" if statement.label else _opened(statement.text)
        lines.append(marked(said, book.keep(cited)))
    lead = f"{draft.lead} " if draft.lead and lines else ""
    return Checked(lead + " ".join(lines), tuple(book.kept), tuple(dropped))


def _opened(text: str) -> str:
    """The text with a capital: it begins a sentence here, whatever it did in the source."""
    first = text.split(" ", 1)[0].rstrip(",.:")
    return text[:1].upper() + text[1:] if first.isalpha() and first.islower() and len(first) > 1 else text


class _Book:
    """Numbers citations; one place is cited under one number."""

    def __init__(self) -> None:
        self.kept: list[Citation] = []
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._maps: dict[str, Alignment] = {}

    def build(self, sources: Sequence[Source]) -> list[Citation]:
        found = []
        for source in sources:
            maps = self._maps.setdefault(source.document.id, Alignment.of(source.document.changes))
            try:
                found.append(cite(0, source.document, source.span, source.section, maps))
            except ValueError:
                continue
        return found

    def keep(self, cited: Iterable[Citation]) -> list[int]:
        marks = []
        for citation in cited:
            key = (citation.document_id, citation.locator.start, citation.locator.end)
            if key not in self._numbers:
                self._numbers[key] = len(self.kept) + 1
                self.kept.append(replace(citation, n=self._numbers[key]))
            marks.append(self._numbers[key])
        return sorted(set(marks))


def marked(text: str, marks: Sequence[int]) -> str:
    """The text with [n] marks before its last full stop."""
    body = text.rstrip()
    end = ""
    if body.endswith(".") and not body.endswith(("..", "m.fl.", "mv.", "kr.")):
        body, end = body[:-1], "."
    elif body.endswith("kr.") or body.endswith("mv.") or body.endswith("m.fl.") or (body and body[-1] not in "?!:;…"):
        end = "."
    return f"{body} {''.join(f'[{n}]' for n in marks)}{end}"


def fault_of(statement: Statement, cited: Sequence[Citation]) -> str:
    """Why a statement may not be shown; "" when it may. Its numbers, dates and names stand in a cited quote,
    or are said to be worked out or another name; and it shares words with what it cites."""
    quotes = " ".join(citation.quote for citation in cited)
    if statement.quoted:
        return "" if _plain(statement.text) in _plain(quotes) else "ordene står ikke i kilden"
    for number in _NUMBER.findall(_without_dates(statement.text, quotes)):
        if not _holds_number(number, quotes) and number not in statement.computed:
            return f"tallet {number} står ikke i kilden"
    allowed = fold(" ".join((quotes, *statement.given)))
    for name in _names(statement.text):
        if fold(name) not in allowed:
            return f"»{name}« står ikke i kilden"
    if not _stems(statement.text) & _stems(quotes):
        return "ingen ord fælles med kilden"
    return ""


def _plain(text: str) -> str:
    return collapse(text).strip(" .…")


def _without_dates(text: str, quotes: str) -> str:
    """The text without the dates that the quotes hold too, however they are written."""
    held = {(d.first, d.last) for d in find_dates(quotes)}
    days = {day for pair in held for day in pair}
    out, at = [], 0
    for found in find_dates(text):
        if (found.first, found.last) in held or days & {found.first, found.last} - {None}:
            out.append(text[at : found.start])
            at = found.end
    return "".join([*out, text[at:]])


def _holds_number(number: str, quotes: str) -> bool:
    return re.search(rf"(?<![\d])(?<!\d[.,]){re.escape(number)}(?!\d)(?![.,]\d)", quotes) is not None


def _names(text: str) -> list[str]:
    """Capitalised words that do not open the text or a sentence of it."""
    found = []
    for word in words(text):
        before = text[: word.start].rstrip(" »(\"”'")
        opens = not before or before[-1] in ".:;?!–"
        if _CAPITAL.match(word.text) and not opens and not is_stop_word(word.text):
            found.append(word.text)
    return found


def _stems(text: str) -> set[str]:
    return {stem(word.text) for word in words(text) if not is_stop_word(word.text)}
