"""Remits without a verb: a heading "Udvalgets opgaver" with points below it, "Blandt vores opgaver er:" with a list,
and "Ansvarlig: <unit>" below a measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.schema import BlockKind, Document, Responsibility
from register.forms.measures import rows_of_measure
from register.forms.plain_rows import plain_row
from register.forms.role_lists import rows_of_role_lists
from register.names.unit_forms import Mention, find_names
from register.owners.owner_names import heading_owner
from register.rows import area_of
from register.sentences.parting import is_field
from register.sentences.reading import Statement
from register.sentences.tasks import clean_task

_TASKS = (
    r"(?:opgaver|ansvarsområder|ansvarsområde|arbejdsområder|arbejdsområde|opgaveområder|kerneopgaver|sagsområder|"
    r"ressort(?:område)?|kompetenceområde|ansvar)"
)
_HEADING = re.compile(rf"(?:^|\s){_TASKS}(?:\s+(?:efter|ifølge|jf\.?)\s.*)?\s*:?$", re.IGNORECASE)
_WHOSE = re.compile(  # "Projektlederens opgaver"
    rf"^(?:\d[\d.]*\s+)?(?P<who>[A-ZÆØÅ][\wæøå-]+(?:en|et|"
    rf"ne))s\s+(?:vigtigste\s+)?(?:roller?\s+og\s+)?(?:{_TASKS}|rolle)(?:\s*/\s*\w+)?\s*:?$"
)
_OUR_TASKS = re.compile(rf"\b(?:vores|vore)\s+(?:\w+\s+){{0,3}}{_TASKS}\b.*:\s*$", re.IGNORECASE | re.DOTALL)
_LISTED_TASKS = re.compile(  # "Opgaverne omfatter blandt andet:" below a unit's heading
    r"^\s*(?:Opgaverne|Arbejdsområderne|Ansvarsområderne|Kerneopgaverne|Området)\s+(?:omfatter|er|dækker|"
    r"består\s+af)\b[^.]{0,60}:\s*$"
)
_LABEL = re.compile(r"\s*[A-ZÆØÅ][\wæøå]+:\s")  # "Tidsplan: 2026"
_BODIES = ("udvalg", "forvaltning", "center", "team")
_PERSON = re.compile(r"^(?:Formand|Næstformand|Medlem)\b|\([A-ZÆØÅ]{1,2}\)")
_FIRST = 600  # characters in which a page says whose it is


@dataclass
class _Announced:
    """What the statements before say of the next one. owner: whose tasks the points below are, "" where nobody's;
    section: the section they must stand in; above: the last heading, for pages whose headings hold no path; headed:
    nothing but fields stands between it and the next statement; title: the heading above the one just read."""

    owner: str = ""
    section: tuple[str, ...] = ()
    above: str = ""
    headed: bool = False
    title: str = ""

    def covers(self, item: Statement) -> bool:
        """True for a point whose task is the owner's."""
        lead = item.lead_in
        listed = not lead or _OUR_TASKS.search(lead) or _LISTED_TASKS.match(lead)
        return bool(self.owner and item.first and listed and item.section == self.section)

    def read(self, statement: Statement, named: str) -> None:
        """Move on past a heading or a paragraph. named: the owner it announces, "" where it announces none."""
        heading = statement.kind is BlockKind.HEADING
        if named:
            self.owner = named
            self.section = (*statement.section, _flat(statement)) if heading else statement.section
        elif heading or statement.lead_in or statement.text.rstrip().endswith(":"):
            self.owner = ""
        if heading and not _LABEL.match(statement.text):
            self.above = _flat(statement)
        self.title = self.above if self.headed else area_of(statement.section) or self.above
        self.headed = bool(self.above) and (heading or (self.headed and is_field(statement.text)))


def rows_of_remits(
    statements: Sequence[Statement],
    mentions: Mapping[int, list[Mention]],
    document: Document,
    rows: Sequence[Responsibility],
) -> list[Responsibility]:
    """Rows for list items below such a heading or lead-in, and for measures with their responsible unit."""
    known = {row.end for row in rows}
    found: list[Responsibility] = []
    announced = _Announced()
    for statement in statements:
        if statement.kind is BlockKind.LIST_ITEM:
            if announced.covers(statement) and statement.end not in known:
                found += _of_item(statement, announced.owner, document.id)
            continue
        announced.read(statement, _owner_of(statement, mentions, document.title, statements))
        found += rows_of_measure(statement, mentions.get(statement.start, ()), document, announced.title)
    return [*found, *rows_of_role_lists(statements, mentions, document, [*rows, *found])]


def _flat(statement: Statement) -> str:
    return " ".join(statement.text.split()).rstrip(":")


def _owner_of(
    statement: Statement, mentions: Mapping[int, list[Mention]], title: str, statements: Sequence[Statement]
) -> str:
    """The unit whose tasks a heading or lead-in announces, "" where it announces none."""
    whose = _WHOSE.match(" ".join(statement.text.split())) if statement.kind is BlockKind.HEADING else None
    if whose and not mentions.get(statement.start):
        return whose["who"]
    if statement.kind is BlockKind.HEADING and _HEADING.search(statement.text):
        own = [m for m in mentions.get(statement.start, ()) if m.type in _BODIES]
        if len(own) == 1:
            return own[0].text
        return _issuer(title, mentions, statements) if not own else ""
    if _LISTED_TASKS.match(statement.text):
        return _of_section(statement.section) or _issuer(title, mentions, statements)
    return _issuer(title, mentions, statements) if _OUR_TASKS.search(statement.text) else ""


def _of_section(section: tuple[str, ...]) -> str:
    """The unit a section is headed by."""
    for heading in reversed(section):
        named = [m for m in find_names(heading) if m.type in _BODIES]
        if named or heading_owner(heading):
            return named[0].text if named else heading_owner(heading)
    return ""


def _issuer(title: str, mentions: Mapping[int, list[Mention]], statements: Sequence[Statement]) -> str:
    """The one committee or administration the page is about: in its title, else named first."""
    names = {m.text for m in find_names(title) if m.type in _BODIES}
    if len(names) == 1:
        return names.pop()
    first = [m for s in statements if s.start < _FIRST for m in mentions.get(s.start, ()) if m.type in _BODIES]
    return first[0].text if len({m.text for m in first}) == 1 else ""


def _of_item(statement: Statement, owner: str, document_id: str) -> Iterator[Responsibility]:
    task = clean_task(statement.text)
    if task and not _PERSON.search(statement.text) and len(task.split()) <= 25:
        yield plain_row(task, owner, document_id, (statement.start, statement.end), area_of(statement.section))
