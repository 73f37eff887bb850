"""How owners and their days are worded: name with short form, later name, date with its basis."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from answer.clip import words_in
from answer.compose.common import Context, source_of
from answer.draft import Source
from core.citations import collapse
from core.danish.dates import write_day
from core.danish.labels import STATUSES
from core.danish.sentences import sentence_spans
from core.danish.tokens import normal
from core.schema import Basis, Document, Responsibility, Span, Status

_TASK_WORDS = 12
_SAID_BY_BASIS = frozenset({"så vidt muligt"})
_CONDITION_WORDS = 6
_ADVISED_AGAINST = re.compile(
    r"\b(?:anbefale|indstille|foreslå|støtte)[rs]{1,2}\s+ikke\b|\bfraråde[rs]\b", re.IGNORECASE
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d$|\d{1,2}\.\s*[a-zæøå]{3,}\.?\s+\d{4}$|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$")


def short_task(row: Responsibility) -> str:
    """The task with a capital, cut after a dozen words."""
    task = row.task if words_in(row.task) <= _TASK_WORDS else f"{' '.join(row.task.split()[:_TASK_WORDS])} …"
    return task[:1].upper() + task[1:]


def named(context: Context, unit: str, day: date, document_id: str) -> tuple[str, list[str]]:
    """The units under the names they bear that day in the municipality of the document, each with its short form and,
    where it bore another in the document, that one; with all names that stand in no quote."""
    names = [_on_day(context, name.strip(), day, document_id) for name in unit.split(";")]
    return _joined([name for name, _ in names]), [word for _, more in names for word in more]


def _joined(names: Sequence[str]) -> str:
    return " og ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _on_day(context: Context, name: str, day: date, document_id: str) -> tuple[str, list[str]]:
    then = context.name_on(name, day, document_id)
    held = with_short(context, name, document_id)
    text, given = with_short(context, then, document_id)
    if normal(then) in (normal(name), "") or held[0] == text:
        return held
    opened = f"{text[:-1]}, " if text.endswith(")") else f"{text} ("
    order = "senere" if normal(context.name_on(name, date.max, document_id)) == normal(name) else "tidligere"
    return f"{opened}{order} {name})", [*given, name]


def with_short(context: Context, name: str, document_id: str) -> tuple[str, list[str]]:
    """ "Kultur- og Fritidsudvalget (KFU)", whichever of the two the row holds, as in the document's municipality."""
    unit = context.names.unit(name, document_id)
    if unit is None:
        return name, [name]
    if name in unit.abbreviations:
        return (f"{name} ({unit.name})" if unit.name != name else name), [name, unit.name]
    short = [a for a in unit.abbreviations if normal(a) != normal(name)]
    text = f"{name} ({'/'.join(short[:2])})" if short else name
    return text, [name, *short, unit.name]


def when_words(row: Responsibility, day: date | None = None) -> str:
    """The date in the document's words, how sure it is, and that it is the common date where it is. day: the day the
    answer is for; a deadline that has passed by then is said to be one."""
    if row.effective_from is None:
        return _until(row)
    said = collapse(row.effective_text) or f"fra den {write_day(row.effective_from)}"
    said = said[:1].lower() + said[1:]
    if row.basis is Basis.DEADLINE and row.relation == "assign":
        return f"frist {_bare(row, said)}"
    said = f"fra den {_bare(row, said)}" if _DAY.match(said) else said
    said = f"fra {said}" if said.startswith("den ") else said
    if row.basis is Basis.DEADLINE and day and day >= row.effective_from and said.startswith("senest"):
        return f"(overtaget {said})"
    if row.basis is Basis.GENERAL_CLAUSE:
        maybe = "så vidt muligt " if "så vidt muligt" in row.conditions else ""
        return f"{maybe}{said} (fælles dato for ændringerne)"
    until = f" {_until(row)}" if row.until and row.until < date.max and "til" not in said.split() else ""
    return f"{f'forventeligt {said}' if row.status is Status.EXPECTED and 'forvent' not in said else said}{until}"


def moving_words(row: Responsibility) -> str:
    """The date behind "flyttes til": a bare day is that of the move."""
    when = when_words(row)
    return when.removeprefix("fra ") if _DAY.match(collapse(row.effective_text).removeprefix("den ")) else when


def _bare(row: Responsibility, said: str) -> str:
    """A day in words, be it written "2031-05-03"."""
    return write_day(row.effective_from) if row.effective_from and _ISO.fullmatch(said) else said


def _until(row: Responsibility) -> str:
    return f"til og med {write_day(row.until)}" if row.until and row.until < date.max else ""


def short_conditions(row: Responsibility, text: str) -> list[str]:
    """Conditions short enough to tell beside the owner."""
    return [
        c for c in row.conditions
        if words_in(c) <= _CONDITION_WORDS and c not in text and c not in _SAID_BY_BASIS
    ][:2]  # fmt: skip


def undecided(row: Responsibility) -> list[str]:
    """What keeps a row from being settled: that it comes only "hvis …", else that its paper proposes or plans it."""
    if row.status is not Status.PLANNED or row.basis is Basis.PHASE:
        return []
    if any(_ADVISED_AGAINST.search(c) for c in row.conditions):
        return ["foreslået, men anbefales ikke"]
    only_if = [c for c in row.conditions if c.lower().startswith(("hvis ", "såfremt ", "forudsat"))]
    return [f"kun {only_if[0]}"] if only_if else [STATUSES[row.status].lower()]


def of_date(context: Context, row: Responsibility) -> list[Source]:
    """Where the date stands, when it is not in the row's own words."""
    document = context.document(row.document_id)
    place = row.effective_span or find(document.cleaned, row.effective_text, near=row.start)
    if place is None or Span(row.start, row.end).overlaps(place):
        return []
    for block in document.blocks:
        if block.start <= place.start < block.end and block.end - block.start < 400:
            return [source_of(document, Span(block.start, block.end))]
    return [source_of(document, place)]


def elsewhere(context: Context, row: Responsibility, unit: str) -> list[Source]:
    """The sentences nearest to a row that hold its task and who has it, where its own words only point to them."""
    document = context.document(row.document_id)
    own = collapse(document.cleaned[row.start : row.end]).lower()
    places = (
        find(document.cleaned, said, near=row.start) for said in (row.task, unit) if said and said.lower() not in own
    )
    return [source_of(document, _sentence(document, place)) for place in places if place is not None]


def _sentence(document: Document, place: Span) -> Span:
    block = next((b for b in document.blocks if b.start <= place.start < b.end), None)
    said = sentence_spans(document.cleaned[block.start : block.end]) if block else ()
    spans = (Span(block.start + s.start, block.start + s.end) for s in said) if block else iter(())
    return next((span for span in spans if span.overlaps(place)), place)


def find(text: str, said: str, near: int | None = None) -> Span | None:
    """Where words stand in a text, whatever the white space between them: the first place, or the nearest."""
    pieces = collapse(said).split()
    if not pieces:
        return None
    pattern = re.compile(r"\s+".join(re.escape(piece) for piece in pieces), re.IGNORECASE)
    places = [Span(m.start(), m.end()) for m in pattern.finditer(text)]
    if not places:
        return None
    return places[0] if near is None else min(places, key=lambda place: abs(place.start - near))


def first_day(row: Responsibility) -> date:
    """For ordering rows in time."""
    return row.effective_from or date.min
