"""Batches: JSON lines in, one JSON line out for each, in order; a line that can't be used gets its error."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import RessortError, UsageError, system_reason
from core.schema import Answer, Filters
from core.wire import answer_object
from ui import objects

if TYPE_CHECKING:
    from pipeline import KnowledgeBase

MOST = 200  # passages for one query


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file: the object it holds, or ({}) the Danish reason why it holds none."""

    values: dict[str, Any]
    problem: str = ""


Answered = Callable[[Line], dict[str, Any]]


def read(file: str) -> list[Line]:
    """The lines of a JSON lines file ("-" is standard input); blank ones are no lines. Raises UsageError for a
    file that can't be read."""
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"Filen {file} kan ikke læses: {system_reason(error)}.") from None
    except UnicodeDecodeError:
        raise UsageError(f"Filen {file} kan ikke læses: den er ikke UTF-8-tekst.") from None
    return [_line(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def _line(number: int, text: str) -> Line:
    try:
        values = json.loads(text)
        json.dumps(values, ensure_ascii=False).encode()  # half a character could be read, but not written again
    except (ValueError, RecursionError):
        values = None
    return Line(values) if isinstance(values, dict) else Line({}, f"Linje {number} er ikke et JSON-objekt.")


def answered(base: KnowledgeBase, line: Line, filters: Filters) -> dict[str, Any]:
    """A line of ``ask --batch``: {"id", "question"} in, an answer object out. Where no question could be asked,
    "error" says why; "refused" is true then, without a reason."""
    try:
        given = base.ask(_text(line, "question"), filters)
    except RessortError as error:
        said = Answer(str(line.values.get("question") or ""), error.for_user(), refused=True, id=_id(line))
        return {**answer_object(said, [], []), "error": error.for_user()}
    return objects.answer(base, replace(given, id=_id(line)))


def found(base: KnowledgeBase, line: Line, filters: Filters, top: int) -> dict[str, Any]:
    """A line of ``search --batch``: {"id", "query" or "question", "top"} in, {"id", "query", "hits"} out, with
    "error" and no hits where nothing could be searched for."""
    key = "query" if "query" in line.values else "question"
    try:
        hits = objects.search(base, _text(line, key), filters, _top(line, top))
    except RessortError as error:
        return {"id": _id(line), "query": line.values.get(key), "error": error.for_user(), "hits": []}
    return {"id": _id(line), "query": line.values[key], "hits": hits}


def run(lines: list[Line], answer: Answered) -> Iterator[tuple[str, bool]]:
    """Each line's JSON and whether it failed."""
    for line in lines:
        item = answer(line)
        yield json.dumps(item, ensure_ascii=False), "error" in item


def _id(line: Line) -> Any:
    return line.values.get("id")


def _text(line: Line, key: str) -> str:
    if line.problem:
        raise UsageError(line.problem, remedy=f'Skriv {{"id": 1, "{key}": "…"}}.')
    if not isinstance(line.values.get(key), str):
        raise UsageError(f"Linjen mangler feltet »{key}«.")
    return str(line.values[key])


def _top(line: Line, top: int) -> int:
    wanted = line.values.get("top", top)
    if not isinstance(wanted, int) or isinstance(wanted, bool) or not 1 <= wanted <= MOST:
        raise UsageError(f"Feltet »top« skal være et helt tal fra 1 til {MOST}.")
    return wanted
