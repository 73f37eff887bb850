"""Questions to try, made from what the library itself holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.schema import Responsibility

if TYPE_CHECKING:
    from pipeline import KnowledgeBase

LONGEST = 40  # characters of a task that reads well in a question
GENERAL = "Hvilke frister er aftalt?"
RENAMED = "Hvilke udvalg har skiftet navn?"


def examples(kb: KnowledgeBase) -> list[str]:
    """Two ownership questions on short tasks of the register, one on renamings, one general; none without
    documents."""
    register = kb.register()
    rows = register.responsibilities()
    if not rows and not kb.documents():
        return []
    owned = [f"Hvem har ansvaret for {_lower(task)}?" for task in _short_tasks(rows)]
    renamed = [RENAMED] if any(unit.former or unit.later for unit in register.units()) else []
    return [*owned[:2], *renamed, GENERAL]


def _short_tasks(rows: list[Responsibility]) -> list[str]:
    """Different short tasks that move from one unit to another, those with a date first."""
    fitting = [row for row in rows if row.from_unit and row.to_unit and 8 < len(row.task) <= LONGEST]
    fitting.sort(key=lambda row: (row.effective_from is None, len(row.task)))
    tasks = list(dict.fromkeys(row.task.strip(" .,:;") for row in fitting))
    return tasks[:1] + tasks[len(tasks) // 2 :][:1] if len(tasks) > 1 else tasks


def _lower(task: str) -> str:
    """Small first letter unless the word is an abbreviation."""
    return task if task[:2].isupper() else task[:1].lower() + task[1:]
