"""Question files: one JSON object a line, the fields of ``evals/questions/README.md``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import UsageError


@dataclass(frozen=True, slots=True)
class Source:
    """A span that answers. doc: file name or its beginning. quote: verbatim in the file (white space
    collapsed). corrected_quote: the same span in correct Danish."""

    doc: str
    quote: str
    corrected_quote: str


@dataclass(frozen=True, slots=True)
class Question:
    """One labelled question. must_include / must_not_include: strings, "a|b" means either."""

    id: str
    question: str
    kind: str
    answer: str
    must_include: tuple[str, ...]
    must_not_include: tuple[str, ...]
    sources: tuple[Source, ...]
    difficulty: int = 1
    topic: str = ""

    @property
    def answerable(self) -> bool:
        """False where the system should say that the documents don't hold the answer."""
        return self.kind != "unanswerable"


def load_questions(path: Path) -> list[Question]:
    """All questions of a file. Raises UsageError naming the file and line of a bad one."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"Spørgsmålsfilen {path} kan ikke læses: {error}.") from None
    questions = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                questions.append(_question(json.loads(line)))
            except (ValueError, KeyError, TypeError) as error:
                raise UsageError(f"Linje {number} i {path} er ikke et spørgsmål: {error}.") from None
    return questions


def _question(row: dict[str, Any]) -> Question:
    return Question(
        id=str(row["id"]),
        question=row["question"],
        kind=row["kind"],
        answer=row.get("answer", ""),
        must_include=tuple(row.get("must_include", ())),
        must_not_include=tuple(row.get("must_not_include", ())),
        sources=tuple(Source(s["doc"], s["quote"], s.get("corrected_quote") or s["quote"]) for s in row["sources"]),
        difficulty=int(row.get("difficulty", 1)),
        topic=row.get("topic", ""),
    )
