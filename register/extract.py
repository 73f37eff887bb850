"""All facts of one document: units, responsibilities, events, amounts."""

from __future__ import annotations

from collections.abc import Sequence

from core.schema import Document, Facts, Responsibility, Tagged
from register.decided import by_decision
from register.events import find_all_amounts, find_events
from register.forms.bodies import rows_of_bodies
from register.forms.colon_owners import rows_of_colons
from register.forms.due_later import due_as_told_later
from register.forms.exempted import exempted
from register.forms.headings import rows_of_headings
from register.forms.label_lines import rows_of_label_lines
from register.forms.list_leads import rows_of_steps
from register.forms.options import without_options
from register.forms.owner_tables import rows_of_owner_tables
from register.forms.remits import rows_of_remits
from register.forms.roles import rows_of_roles
from register.forms.statutes import dated_by_statute
from register.forms.today import taken_over, without_givers
from register.forms.until_then import ended_then
from register.forms.waves import rows_of_waves
from register.no_task import without_non_tasks
from register.prepared import Reading, read
from register.proposed import as_proposed
from register.sentence_rows import place_of, rows_of_sentences
from register.sentences.dated_headings import dated_by_heading
from register.sentences.dated_stages import dated_by_stage
from register.tagging.rows import rows_of_tags, without_former
from register.tidy import tidy


def extract(document: Document, tagged: Sequence[Tagged] = ()) -> Facts:
    """Everything the register reads from one document. Every row's span holds the words it rests on; a
    document without responsibilities gives no row. tagged: what the tagger marked, for rows no rule reads."""
    reading = read(document)
    rows = list(rows_of_sentences(reading))
    rows += rows_of_waves(reading.statements, reading.index, document, rows)
    rows += rows_of_steps(reading.statements, document, rows)
    rows += rows_of_headings(reading.statements, reading.mentions, document, reading.clauses, rows)
    rows += rows_of_remits(reading.statements, reading.mentions, document, rows)
    rows += rows_of_bodies(reading.statements, reading.mentions, document, reading.clauses)
    rows += rows_of_roles(reading.statements, reading.mentions, document, reading.cases)
    rows += rows_of_owner_tables(document, reading.index)
    rows += rows_of_label_lines(document, reading.statements, reading.mentions)
    rows += rows_of_colons(reading.statements, document, rows)
    marked = rows_of_tags(
        tagged,
        document.cleaned,
        lambda n: place_of(reading, n),
        reading.statements,
        reading.mentions,
        rows,
    )
    rows = [*without_former(rows, marked), *marked]
    rows = dated_by_stage(rows, reading.statements, document.date)
    rows = exempted(rows, reading.statements, document.date)
    rows = due_as_told_later(rows, reading.statements, document.date)
    rows = without_options(without_non_tasks(dated_by_heading(rows, document), document.cleaned), reading.statements)
    rows = without_givers(taken_over(rows, document.cleaned), document.cleaned)
    rows = [ended_then(r, document.cleaned, document.date) for r in rows]
    rows = dated_by_statute(tidy(_without_steps(rows, reading), reading.index.units), document, reading.clauses)
    rows = by_decision(as_proposed(rows, document), document)
    return Facts(
        document.id,
        tuple(reading.index.units),
        tuple(rows),
        tuple(find_events(document, reading.statements)),
        tuple(find_all_amounts(document, reading.statements)),
    )


def _without_steps(rows: list[Responsibility], reading: Reading) -> list[Responsibility]:
    """That a case is sent on for treatment is told only where the case hands nobody its own delegation."""
    case_at = {s.start: case for s, case in zip(reading.statements, reading.cases, strict=True)}
    words = {s.start: s.text for s in reading.statements}
    delegated = {case_at.get(r.start, "") for r in rows if "delegere" in words.get(r.start, "")} - {""}
    return [r for r in rows if not (r.task.startswith("behandling: ") and case_at.get(r.start) in delegated)]
