"""Lines that set a task before its owner: "Ansættelse af lærere: Skolens leder", as plans of competence do, and
"Opgaver: a, b og c" below the heading of a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from core.schema import BlockKind, Document, Responsibility
from register.forms.plain_rows import plain_row
from register.names.unit_forms import Mention
from register.owners.owner_names import heading_owner
from register.owners.owner_words import CAP, DEFINITE_OPEN
from register.rows import area_of
from register.sentences.reading import Statement
from register.sentences.tasks import clean_task, split_tasks

_LINE = re.compile(rf"^[ \t•*–-]*(?P<task>[{CAP}][^:\n.]{{8,90}}):[ \t]+(?P<rest>[^\n]{{4,140}})$", re.MULTILINE)
_ROLE = re.compile(rf"(?P<who>{DEFINITE_OPEN}|Skolens leder|Institutionens leder)(?=[ .,;]|$)")
_SECTION = re.compile(  # sections of a case, which run on in a sentence
    r"(?:Sagsfremstilling|Sagsresumé|Resumé|Indstilling|Beslutning|Baggrund|Økonomi|Høring|Bemærkninger|Anbefaling)\b"
)
_ABOUT = re.compile(r"\s(?:af|om|til|for|med|over|på)\s|\w(?:ing|else)\b")
_TASKS = re.compile(
    r"^\s*(?:Opgaver|Ansvarsområder|Kerneopgaver|Arbejdsområder|Ansvar)\s*:\s*(?P<tasks>[^:]{8,400})$", re.DOTALL
)
_FEWEST = 3  # lines of one form that speak for each other
_BODIES = ("udvalg", "forvaltning", "center", "råd", "team")


def rows_of_label_lines(
    document: Document, statements: Sequence[Statement], mentions: Mapping[int, list[Mention]]
) -> list[Responsibility]:
    """Rows of such lines; single ones prove nothing and give none."""
    units = [m for own in mentions.values() for m in own]
    pairs = [row for match in _LINE.finditer(document.cleaned) for row in _of_line(match, units, document)]
    return [*(pairs if len(pairs) >= _FEWEST else []), *_of_units(statements, document)]


def _of_line(match: re.Match[str], units: Sequence[Mention], document: Document) -> Iterator[Responsibility]:
    start = match.start("rest")
    if _SECTION.match(match["task"]):
        return
    named = next((m for m in units if m.start == start and m.type in _BODIES and not m.genitive), None)
    role = _ROLE.match(match["rest"])
    owner = named.text if named else role["who"] if role else ""
    task = clean_task(match["task"])
    if owner and task and _ABOUT.search(task):
        yield plain_row(task, owner, document.id, match.span(), "")


def _of_units(statements: Sequence[Statement], document: Document) -> Iterator[Responsibility]:
    for statement in statements:
        listed = _TASKS.match(statement.text) if statement.section and statement.kind is not BlockKind.HEADING else None
        owner = heading_owner(statement.section[-1]) if listed else ""
        for task in split_tasks(clean_task(listed["tasks"])) if listed and owner else ():
            span = (statement.start, statement.end)
            yield plain_row(task, owner, document.id, span, area_of(statement.section))
