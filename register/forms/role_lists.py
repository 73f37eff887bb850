"""Roles and bodies over their tasks: "Projektejer:" with points that begin with verbs, "Ordregiverens rolle/ansvar"
with points below the headings of phases, and "Delprojekt 2 (broer): Vej og Park"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from core.schema import BlockKind, Document, Responsibility
from register.forms.plain_rows import named_owner, plain_row
from register.names.unit_forms import Mention
from register.owners.owner_words import CAP, DEFINITE_END, DEFINITE_OPEN, KINDS, LOW, ORGANISED
from register.rows import area_of
from register.sentences.reading import Statement
from register.sentences.tasks import ACTS, clean_task, split_tasks
from register.sentences.text import STAGE

_ROLE = rf"(?:{DEFINITE_OPEN}|(?=[{CAP}])(?i:[{LOW}-]*{KINDS})(?:er|e|r)?)"
_GENITIVE = rf"(?P<whose>(?=[{CAP}])(?i:[{LOW}-]*{KINDS})(?:en|et|n|t|erne|ene|ne))s"
_DUTIES = r"(?:rolle|opgaver|ansvar|ansvarsområder|beføjelser|hovedopgaver|kerneopgaver)"
_HEADED = re.compile(
    rf"^(?:\d[\d.]*\s+)?(?:{_GENITIVE} {_DUTIES}(?:\s*(?:/|,|og)\s*{_DUTIES})*|"
    rf"(?:Opgaver|Ansvar|Hovedopgaver|Rolle) for (?P<role>(?:[{LOW}]+e )?[{LOW}-]*{KINDS}{DEFINITE_END}))\s*:?$"
)
_INLINE = re.compile(rf"^{_GENITIVE} {_DUTIES}: (?P<tasks>[{LOW}][^:]{{8,400}})$")
_BARE = re.compile(rf"^(?:\d[\d.]*\s+)?(?P<bare>{_ROLE})(?: \([^()]*\))?\s*:?$")
_STAGE = re.compile(rf"^{STAGE}\s*\d|^(?:Før|Under|Efter)\b")
_NONE = re.compile(r"^(?:\w+ )?[Ii]ngen\b|\bingen (?:aktiv |særlig )?rolle\b")
_PERSONS = re.compile(r"^(?:Formand|Næstformand|Medlem|Repræsentant|Deltager)|\([A-ZÆØÅ]{1,2}\)")
_PRESENT = re.sub(r"\\s\+", " ", ACTS).split("|")
_ACT = re.compile(
    rf"^(?:[Aa]t )?(?:{'|'.join([*_PRESENT, *(re.sub(r'r(?= |$)', '', v, count=1) for v in _PRESENT)])}|deltage|følge|"
    rf"igangsætter?|fastholder?|kvalitetssikrer?|prioriterer?|bemander?|allokerer?|rekrutterer?|indkalder?|"
    r"er ansvarlig|har ansvar|har mandat)(?![{LOW}])",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"^(?P<task>(?:Arbejdsspor|Delprojekt|Delopgave|Arbejdspakke|Indsatsspor|Leverance|Spor|Indsats|Tema)"
    rf"(?: [{CAP}\d]{{1,3}})?(?: \([^()]{{3,80}}\)| [{LOW}][^:.()]{{2,60}})): (?P<who>[^:.;]{{2,60}})\.?$"
)
_FEWEST = 2
_MOST_WORDS = 30


@dataclass
class _Open:
    """A role whose points are being read. sure: its heading names tasks; else the points must begin with verbs."""

    owner: str = ""
    sure: bool = False
    items: list[Statement] = field(default_factory=list)


def rows_of_role_lists(
    statements: Sequence[Statement],
    mentions: Mapping[int, list[Mention]],
    document: Document,
    rows: Sequence[Responsibility],
) -> list[Responsibility]:
    """Rows of such lists and lines, none for a point that already has one. rows: those read so far."""
    known = {r.end for r in rows}
    found: list[Responsibility] = []
    role = _Open()
    for statement in statements:
        if statement.kind is BlockKind.LIST_ITEM and statement.first:
            role.items.append(statement)
            continue
        if statement.kind is BlockKind.HEADING and role.owner and _STAGE.match(statement.text):
            continue
        found += _of_role(role, document.id)
        role = _opened(statement, mentions.get(statement.start, ()))
        found += _of_part(statement, mentions.get(statement.start, ()), document.id)
    found += _of_role(role, document.id)
    return [r for r in found if r.end not in known]


def _opened(statement: Statement, own: Sequence[Mention]) -> _Open:
    """The role a heading or a label of its own names."""
    flat = " ".join(statement.text.split())
    if not statement.first or (statement.kind is not BlockKind.HEADING and not flat.endswith(":")):
        return _Open()
    headed, bare = _HEADED.match(flat), _BARE.match(flat)
    if headed:
        who = headed["whose"] or headed["role"]
        unit = next((m.text for m in own if who.lower() in m.text.lower()), "")
        return _Open(unit or who[0].upper() + who[1:], sure=True)
    whole = next((m for m in own if m.end - m.start >= len(flat.rstrip(" :")) and not m.genitive), None)
    return _Open(whole.text if whole else bare["bare"] if bare else "")


def _of_role(role: _Open, document_id: str) -> Iterator[Responsibility]:
    acts = [s for s in role.items if _ACT.match(s.text)]
    enough = bool(acts) if role.sure else len(acts) >= _FEWEST and 2 * len(acts) > len(role.items)
    if not role.owner or not enough:
        return
    for item in role.items if role.sure else acts:
        task = clean_task(item.text)
        few = len(task.split()) <= _MOST_WORDS
        if task and few and not _NONE.search(item.text) and not _PERSONS.search(item.text):
            yield plain_row(task, role.owner, document_id, (item.start, item.end), area_of(item.section))


def _of_part(statement: Statement, own: Sequence[Mention], document_id: str) -> Iterator[Responsibility]:
    """ "Lederens opgaver: a, b og c", and "Arbejdsspor C (lokaler): Løn og Personale", a part of a project and the
    body that has it."""
    flat = " ".join(statement.text.split())
    inline, part = _INLINE.match(flat), _PART.match(flat)
    for task in split_tasks(clean_task(inline["tasks"])) if inline else ():
        unit = next((m.text for m in own if m.start == statement.start), inline["whose"])  # type: ignore[index]
        yield plain_row(task, unit, document_id, (statement.start, statement.end), area_of(statement.section))
    if part is None:
        return
    who = part["who"].strip()
    unit = next((m.text for m in own if m.end - m.start >= len(who)), "")
    owner = unit or (named_owner(who) if re.match(ORGANISED, who) else "")
    if owner:
        span = (statement.start, statement.end)
        yield plain_row(part["task"], owner, document_id, span, area_of(statement.section))
