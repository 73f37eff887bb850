"""Sentences that lead a list in and give its points an owner: "Til udvalgets område henhører:", "følgende opgaver
overgår fra <unit>:" behind the sentence that names who gets them, "samles i <unit> trinvist:" with a day for each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.schema import BlockKind, Document, Responsibility
from register.forms.fields import field_timing, with_timing
from register.forms.plain_rows import plain_row
from register.names.unit_forms import Mention
from register.rows import area_of, row_key
from register.rules import Rule, load_rules
from register.sentences.masking import UNITS, Masked
from register.sentences.reading import Statement
from register.sentences.slots import Draft
from register.sentences.tasks import clean_task
from register.sentences.text import STAGES

_FIELD = (
    r"(?:område|ressort|sagsområde|ansvarsområde|arbejdsområde|forretningsområde|kompetence|opgaveområde)r?(?:et|ne)?"
)
_AS_IN = r"(?: (?:f[øo]lgende|bl\.a\.|blandt andet|navnlig|herunder|således|desuden|endvidere)(?: \w+)?)*"
_REMITS = (
    re.compile(rf"^\s*(?:Til|Under|I) (?P<units>{UNITS})(?: {_FIELD})? (?:hen|til)?(?:hører|sorterer){_AS_IN} ?:?\s*$"),
    re.compile(rf"^\s*(?P<units>{UNITS}) {_FIELD} (?:omfatter|er|dækker){_AS_IN} ?:\s*$"),
    re.compile(
        rf"^\s*(?P<units>{UNITS}) har (?:den )?(?:umiddelbare? )?forvaltning(?:en)? af [^:;.]{{0,120}}, "
        rf"herunder ?:?\s*$"
    ),
    re.compile(rf"^\s*(?P<units>{UNITS}) har{_AS_IN} opgaver(?:ne)? (?:vedrørende|vedr\.|inden for|med) ?:?\s*$"),
)
_REMIT = Rule("område-omfatter", "assign", "possessive", ("omfatter",))
_FROM = re.compile(
    rf"(?:^|.*\bat )\s*(?:[Dd]e )?[Ff]ølgende (?:opgaver|områder|funktioner|sager|enheder) "
    rf"(?:overgår|flyttes|overføres|overdrages|flytter|samles) (?:dermed |således )?fra (?P<units>{UNITS}) ?:\s*$"
)
_STEPS = re.compile(rf"\b(?:trinvis\w*|i (?:\w+ )?{STAGES}|gradvist|successivt|løbende)\b[^.;]*:\s*$")
_STEP = re.compile(r"(?P<what>[^:\n]{3,80}): (?P<when>[^\n]{4,60})")
_GATHERED = re.compile(
    r"(?P<what>[A-ZÆØÅ][^.;:,]{3,80}?) (?:samles|flyttes|overgår|placeres) (?:i|til) (?:en|et) (?:\w+ ){0,2}"
    r"\w*(?:enhed|center|afdeling|team|sekretariat|kontor|funktion), (?P<who>[A-ZÆØÅ][^,.;]{2,50})(?=[,.])"
)


def read_remits(masked: Masked) -> Iterator[Draft]:
    """Drafts without a task of their own: the points below hold the tasks."""
    for form in _REMITS:
        match = form.match(masked.text)
        units = masked.mentions(*match.span("units")) if match else []
        if match and len(units) == 1:
            end = match.end()
            yield Draft(_REMIT, (end, end), (0, end), (match.end("units"), match.end("units") + 1), units, [], end)


def moved_from(masked: Masked, earlier: Sequence[Responsibility]) -> Iterator[Draft]:
    """ "… følgende opgaver overgår fra <unit>:" to the receiver of the move told right before."""
    match = _FROM.match(masked.text)
    moves = [r for r in earlier[-3:] if r.relation == "transfer" and r.to_unit]
    source = masked.mentions(*match.span("units")) if match else []
    if match is None or not moves or not source or source[-1].text == moves[-1].to_unit:
        return
    rule = next(r for r in load_rules() if r.name == "flyttes")
    end = match.end()
    to = [Mention(0, 0, moves[-1].to_unit, "udvalg")]
    yield Draft(rule, (end, end), (0, end), (match.start("units") - 1, match.start("units")), to, source, end)


def rows_of_steps(
    statements: Sequence[Statement], document: Document, rows: Sequence[Responsibility]
) -> list[Responsibility]:
    """One move for each point "<thing>: <day>" below a lead-in that tells of steps. rows: those read so far."""
    found: list[Responsibility] = []
    for n, statement in enumerate(statements):
        if statement.kind is BlockKind.LIST_ITEM or not _STEPS.search(statement.text):
            continue
        what, who, source = _moved(statements[max(0, n - 2) : n + 1], rows)
        for item in statements[n + 1 :] if who else ():
            if item.kind is not BlockKind.LIST_ITEM or not item.lead_in.endswith(" ".join(statement.text.split())):
                break
            found += _step(item, what, who, source, document)
    return found


def _moved(near: Sequence[Statement], rows: Sequence[Responsibility]) -> tuple[str, str, str]:
    """What is moved, to whom and from whom, as the lead-in or the two sentences before it tell; "" where none does."""
    for statement in reversed([s for s in near if s.section == near[-1].section]):
        for row in rows:
            if row.relation == "transfer" and row.to_unit and statement.start <= row.start < statement.end:
                return row.task, row.to_unit, row.from_unit
        match = _GATHERED.search(" ".join(statement.text.split()))
        if match:
            return match["what"], match["who"].strip(), ""
    return "", "", ""


def _step(item: Statement, what: str, who: str, source: str, document: Document) -> Iterator[Responsibility]:
    match = _STEP.match(item.text) if item.first else None
    timing = field_timing(match["when"], "", document.date) if match else None
    if match is None or timing is None or timing.start is None:
        return
    thing = re.split(r" (?:på|i|for|hos|inden|af) ", re.sub(r"^(?:Al|Alle|Den|Det|De) ", "", what))[0]
    task = f"{thing[:1].lower()}{thing[1:]}: {clean_task(match['what'])}"
    row = plain_row(task, who, document.id, (item.start, item.start + match.end()), area_of(item.section))
    row = with_timing(replace(row, relation="transfer", from_unit=source), timing, item.start + match.start("when"))
    yield replace(row, key=row_key(row))
