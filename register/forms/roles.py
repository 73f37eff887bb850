"""Who leads a project and who decides a case, where a paper says so by a label: "Projektleder: …", "Beslutningen
træffes af", "Sagen afgøres i"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from core.schema import BlockKind, Document, Responsibility
from register.forms.plain_rows import plain_row
from register.names.unit_forms import Mention
from register.owners.owner_words import DEFINITE_OPEN, PROPER
from register.sentences.reading import Statement

_NAME = r"[A-ZÆØÅ][\wæøå-]+(?:[ ](?:og[ ])?[A-ZÆØÅ][\wæøå.-]*){1,4}"
_LEADS = re.compile(
    rf"(?:^|(?<=\n))[ \t]*(?P<role>Projektleder|Projektejer|Projektansvarlig|Programleder|Projektejerskab|"
    rf"Styregruppeformand|Bygherre)[ \t]*"
    rf"(?::[ \t]*\n?|\n)[ \t]*(?P<who>{_NAME}|{DEFINITE_OPEN}|{PROPER}(?=[ \t]*(?:\(|\n|$)))"
    rf"(?=[ \t]*(?:,|\(|\n|$))"
)
_UNIT_LINE = re.compile(r"\s*\n[ \t]*(?:Afdeling|Center|Enhed|Forvaltning)[ \t]*:[ \t]*(?P<unit>[^\n]{3,80})")
_ROLES = {
    "Projektleder": "projektledelse",
    "Programleder": "programledelse",
    "Projektejer": "projektejerskab",
    "Projektansvarlig": "projektansvar",
    "Projektejerskab": "projektejerskab",
    "Styregruppeformand": "formand for styregruppen",
    "Bygherre": "bygherre",
}
_WHOLE_PAPER = re.compile(
    r"^(?:Projektbeskrivelse|Kommissorium|Projekt(?:plan|grundlag|oplæg)?)\b\s*(?:for|:|-|–)?\s*", re.IGNORECASE
)
_PAPER = re.compile(
    r"(?:^|\n)[ \t]*(?:PROJEKTBESKRIVELSE|Projektbeskrivelse|KOMMISSORIUM|Kommissorium|Projektplan|PROJEKTPLAN)[ \t]*"
    r"(?:for\b|[:–-])?[ \t]*\n?[ \t]*(?P<name>[A-ZÆØÅa-zæøå][^\n]{5,110})"
)
_FIRST = 600  # characters in which a paper says what it is
_DECIDES = re.compile(
    r"(?:Beslutningen\s+træffes\s+(?:af|i)|(?:Sagen|Punktet)\s+(?:afgøres|besluttes)\s+(?:af|i)|"
    r"Beslutningskompetence)\s*:?\s*$"
)
_LONGEST_TASK = 120


def rows_of_roles(
    statements: Sequence[Statement], mentions: Mapping[int, list[Mention]], document: Document, cases: Sequence[str]
) -> list[Responsibility]:
    """Rows of such labels. A project's is the paper's own title, where that names a project."""
    return [*_leaders(document), *_deciders(statements, mentions, document, cases)]


def _leaders(document: Document) -> Iterator[Responsibility]:
    title = " ".join(document.title.split())
    project = _WHOLE_PAPER.sub("", title)
    if project == title:
        paper = _PAPER.search(document.cleaned[:_FIRST])
        project = " ".join(paper["name"].split()) if paper else ""
    if not project:
        return
    done: set[str] = set()
    for match in _LEADS.finditer(document.cleaned):
        unit = _UNIT_LINE.match(document.cleaned, match.end())
        who = match["who"].strip() + (f" ({' '.join(unit['unit'].split())})" if unit else "")
        if match["role"] not in done:
            done.add(match["role"])
            end = unit.end() if unit else match.end()
            task = f"{_ROLES[match['role']]}: {project}"[:_LONGEST_TASK]
            yield plain_row(task, who, document.id, (match.start("role"), end), project[:_LONGEST_TASK])


def _deciders(
    statements: Sequence[Statement], mentions: Mapping[int, list[Mention]], document: Document, cases: Sequence[str]
) -> Iterator[Responsibility]:
    """The label may end a line of its own or stand before the body's name."""
    for n, statement in enumerate(statements):
        own = mentions.get(statement.start, [])
        after = mentions.get(statements[n + 1].start, []) if n + 1 < len(statements) else []
        for unit in [*own, *(after if statement.kind is BlockKind.HEADING or not own else [])][:3]:
            before = document.cleaned[max(0, unit.start - 60) : unit.start]
            if (
                _DECIDES.search(before)
                and unit.type in ("udvalg", "råd")
                and unit.text != "Udvalget"
                and not unit.genitive
                and cases[n]
            ):
                span = (unit.start - len(_DECIDES.search(before).group().lstrip()), unit.end)  # type: ignore[union-attr]
                yield plain_row(f"beslutning om {cases[n]}", unit.text, document.id, span, cases[n])
                break
