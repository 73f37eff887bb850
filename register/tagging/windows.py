"""What the tagger sees of a document: a statement with the heading, lead-in or sentences before it."""

from __future__ import annotations

from collections.abc import Sequence

from core.ports import Mark
from core.schema import BlockKind, Document, Span, Window
from register.sentences.reading import Statement, read_statements

_BEFORE = 300  # characters of what stands before
_SHORTEST, _LONGEST = 4, 600  # characters of a statement; what is longer is no sentence
_OPEN, _CLOSE = "«", "»"  # around the task whose owner is sought


def texts_of(cleaned: str, window: Window) -> tuple[str, str]:
    """What stands before and the statement, as the tagger takes them: one blank between pieces."""
    before = " ".join(cleaned[piece.start : piece.end] for piece in window.before)
    return before, cleaned[window.here.start : window.here.end]


def place(window: Window, part: int, start: int, end: int) -> Span | None:
    """Where text[start:end] of part 0 (before) or 1 (the statement) stands in the cleaned text; None where it
    crosses two pieces."""
    if part:
        return Span(window.here.start + start, window.here.start + end)
    at = 0
    for piece in window.before:
        length = piece.end - piece.start
        if at <= start and end <= at + length:
            return Span(piece.start + start - at, piece.start + end - at)
        at += length + 1
    return None


def windows_of(document: Document) -> tuple[Window, ...]:
    """A window for each statement that may be a sentence."""
    statements = read_statements(document)
    return tuple(
        Window(_before(document.cleaned, statements, n), Span(statement.start, statement.end))
        for n, statement in enumerate(statements)
        if statement.kind is not BlockKind.HEADING and _SHORTEST <= statement.end - statement.start <= _LONGEST
    )


def _before(cleaned: str, statements: Sequence[Statement], n: int) -> tuple[Span, ...]:
    """The heading, then the lead-in of the list or else the two statements before, as far as there is room."""
    here = statements[n]
    found: list[Span] = []
    lead = _lead(statements, n) if here.lead_in else None
    if lead is not None:
        found = [Span(max(lead.start, lead.end - _BEFORE), lead.end)]
    else:
        for other in reversed(statements[max(0, n - 2) : n]):
            room = _BEFORE - sum(p.end - p.start for p in found)
            if other.kind is BlockKind.HEADING or other.section != here.section or other.end - other.start > room:
                break
            found.insert(0, Span(other.start, other.end))
    heading = _heading(cleaned, here, found[0].start if found else here.start)
    return (heading, *found) if heading else tuple(found)


def _lead(statements: Sequence[Statement], n: int) -> Statement | None:
    """The sentence before the list: the nearest one that ends as the item's lead-in does."""
    last = statements[n].lead_in[-30:]
    return next((s for s in reversed(statements[max(0, n - 60) : n]) if " ".join(s.text.split()).endswith(last)), None)


def _heading(cleaned: str, statement: Statement, before: int) -> Span | None:
    if not statement.section:
        return None
    words = statement.section[-1].strip()
    at = cleaned.rfind(words, max(0, before - 6000), before)
    return Span(at, at + min(len(words), 120)) if at >= 0 and words else None


def marked(texts: tuple[str, str], task: Mark) -> tuple[str, str]:
    """A window's texts with marks around a task."""
    before, here = texts
    text = texts[task.part]
    text = f"{text[: task.start]}{_OPEN} {text[task.start : task.end]} {_CLOSE}{text[task.end :]}"
    return (before, text) if task.part else (text, here)
