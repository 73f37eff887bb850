"""What a body is set up for: "Der nedsættes et havneråd, som skal …", "Holdet oprettes med det formål at …". The body
has that task."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.schema import Responsibility
from register.owners.owner_duties import INFINITIVE
from register.rows import row_key
from register.sentences.next_clause import before_next_clause
from register.sentences.tasks import clean_task

_AIM = r"(?!(?:sikre|styrke|fremme|forbedre|øge|højne|mødes)\b)"  # what one hopes for, not what one does
_TO = r"til (?:opgave|formål) at"
_PURPOSE = re.compile(
    rf"(?:,? (?:som|der) (?:skal|(?:får|har|fik) {_TO})|,? med (?:det (?:ene )?formål|den opgave|til opgave) at|"
    rf",? (?:med henblik på|for) at|, hvis (?:opgave|formål) er at) "
    rf"(?:(?:også|fremover|løbende|årligt|sammen) )?(?P<what>{_AIM}{INFINITIVE}.+)"
)
_MADE = re.compile(r"\b(?:nedsæt|opret|etabler|nedsat)\w*\b", re.IGNORECASE)
_NAME_ENDS = re.compile(r",(?! stk\.)| (?:med|bestående|af|på|under|i|hos|for at|pr\.|fra) (?![A-ZÆØÅ])|\s*\(")
_LONGEST_NAME = 80


def with_purposes(rows: Sequence[Responsibility], sentence: str) -> list[Responsibility]:
    """The rows, with those of what the bodies made in the sentence are for."""
    words = " ".join(sentence.split())
    found = [new for row in rows if row.relation == "create" for new in _purpose(row, words)]
    return [*(f for f in found if not any(f.to_unit == r.to_unit for r in rows)), *rows]


def _purpose(row: Responsibility, words: str) -> Iterator[Responsibility]:
    start = _told(row, words)
    purpose = _PURPOSE.search(words, start)
    body = _NAME_ENDS.split(row.task)[0].strip()
    between = words[start : purpose.start()] if purpose else ""
    if purpose is None or not 3 < len(body) <= _LONGEST_NAME or len(between.split()) > 8 or ", " in between:
        return
    task = clean_task(before_next_clause(purpose["what"]))
    if task:
        new = replace(row, relation="assign", task=task, from_unit="", to_unit=body[0].upper() + body[1:])
        yield replace(new, key=row_key(new))


def _told(row: Responsibility, words: str) -> int:
    """Where the body and the verb that makes it have been told."""
    at = words.lower().find(row.task.lower())
    made = _MADE.search(words)
    return max(at + len(row.task) if at >= 0 else 0, made.end() if made else 0)
