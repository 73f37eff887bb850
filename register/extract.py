"""All facts of one document: units, responsibilities, events, amounts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.schema import Basis, BlockKind, Document, Facts, Responsibility, Status, Unit
from register.context import bare_mentions, resolve
from register.events import find_all_amounts, find_events
from register.frames import Draft, read_frames
from register.masking import Masked, mask
from register.phases import Item, find_items, wave_dates
from register.reading import Statement, read_statements
from register.renaming import apply_renamings, find_renamings
from register.rows import Place, row_key, rows_of
from register.rules import load_rules
from register.timing import Clause, general_clauses
from register.unit_forms import Mention
from register.unit_names import parts
from register.units import UnitIndex, read_units

_WAVES = re.compile(r"\b(?:to|tre|fire|flere)\s+(?:rul|faser|etaper|bølger|trin|runder)\b", re.IGNORECASE)
_DIRECTIVE = re.compile(
    r"\bfor (?:nuværende|tiden),?\s+gældende\s+(?:betegnelser|navne)|nuværende\s+(?:betegnelser|navne)",
    re.IGNORECASE,
)


@dataclass
class Reading:
    """A document made ready for the rules. mentions: bare ones included, per statement."""

    document: Document
    statements: list[Statement]
    index: UnitIndex
    clauses: list[Clause]
    mentions: dict[int, list[Mention]]


def extract(document: Document) -> Facts:
    """Everything the register reads from one document. Every row's span holds the words it rests on; a
    document without responsibilities gives no row."""
    reading = read(document)
    rows = list(_from_sentences(reading))
    rows += _from_waves(reading, rows)
    rows = _tidy(rows, reading)
    return Facts(
        document.id,
        tuple(reading.index.units),
        tuple(rows),
        tuple(find_events(document, reading.statements)),
        tuple(find_all_amounts(document, reading.statements)),
    )


def read(document: Document) -> Reading:
    """Statements, units and general clauses of a document."""
    statements = read_statements(document)
    index = read_units(document.id, document.cleaned)
    clauses = general_clauses(statements, document.date)
    renamings = find_renamings(document.cleaned, index.mentions)
    day = next((c.timing.start for c in clauses if not c.section), None)
    index.units = apply_renamings(index.units, renamings, day)
    _use_present_names(index, document.cleaned)
    return Reading(document, statements, index, clauses, _mentions(document, statements, index))


def _use_present_names(index: UnitIndex, text: str) -> None:
    """A short form that both the old and the new name carry means the old one in a document that renames,
    for the new name holds later; the list of new names itself keeps the new ones."""
    later: dict[str, str] = {}
    by_name = {u.name: u for u in index.units}
    for unit in index.units:
        for old in unit.former:
            if old in by_name:
                later[unit.name] = old

    def present(mention: Mention) -> Mention:
        written = text[mention.start : mention.end]
        old = later.get(mention.text)
        listed = re.search(
            r"(?:forkortet(?:\s+til)?|/|\()\s*$", text[max(0, mention.start - 16) : mention.start]
        )
        if old and written.isupper() and not (listed and "forkortet" in listed.group()):
            return replace(mention, text=old)
        return mention

    index.mentions = [present(m) for m in index.mentions]


def _mentions(
    document: Document, statements: Sequence[Statement], index: UnitIndex
) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    before: list[Mention] = []
    section: tuple[str, ...] = ()
    bare = bare_mentions(document.cleaned, index.mentions)
    queue = sorted([*index.mentions, *bare], key=lambda m: m.start)
    at = 0
    for statement in statements:
        if statement.section != section:
            before, section = [], statement.section
        while at < len(queue) and queue[at].start < statement.start:
            at += 1
        own: list[Mention] = []
        while at < len(queue) and queue[at].end <= statement.end:
            mention = queue[at]
            own.append(
                resolve(mention, statement, before + own, index) if mention.type == "bare" else mention
            )
            at += 1
        found[statement.start] = own
        before = [*before, *own][-40:]
    return found


def _from_sentences(reading: Reading) -> Iterator[Responsibility]:
    rules = load_rules()
    lead: tuple[Place, list[Draft]] | None = None
    last: list[Mention] = []
    for n, statement in enumerate(reading.statements):
        own = reading.mentions[statement.start]
        place = _place(reading, statement, n)
        drafts = read_frames(place.masked, rules, last) if statement.kind is not BlockKind.HEADING else []
        rows = [row for draft in drafts for row in rows_of(draft, place)]
        yield from rows
        if statement.text.rstrip().endswith(":"):
            lead = (place, [d for d in drafts if not list(rows_of(d, place))])
        elif statement.kind is BlockKind.LIST_ITEM and statement.first and lead and lead[1] and not rows:
            yield from (row for draft in lead[1] for row in rows_of(draft, lead[0], statement))
        elif statement.kind is not BlockKind.LIST_ITEM:
            lead = None
        last = own or last


def _place(reading: Reading, statement: Statement, n: int) -> Place:
    following = []
    for other in reading.statements[n + 1 : n + 4]:
        if other.first:
            break
        following.append(" ".join(other.text.split()))
    masked = mask(reading.document.cleaned, statement.start, statement.end, reading.mentions[statement.start])
    return Place(reading.document, statement, masked, tuple(following), reading.clauses)


def _from_waves(reading: Reading, rows: Sequence[Responsibility]) -> Iterator[Responsibility]:
    """Rows for the things named under "første rul", moved to where the section's wave move goes."""
    for item in find_items(reading.statements, reading.document.cleaned):
        section = item.statement.section
        main = [
            r
            for r in rows
            if r.relation == "transfer"
            and _WAVES.search(_surroundings(reading, r))
            and _section_of(reading, r) == section
        ]
        if main:
            yield _wave_row(reading, item, main[0])


def _surroundings(reading: Reading, row: Responsibility) -> str:
    return reading.document.cleaned[row.start : row.end + 400]


def _section_of(reading: Reading, row: Responsibility) -> tuple[str, ...]:
    return next((s.section for s in reading.statements if s.start <= row.start < s.end), ())


def _wave_row(reading: Reading, item: Item, main: Responsibility) -> Responsibility:
    timing = wave_dates(reading.statements, item.statement.section, reading.document.date).get(item.n)
    own = [m for m in reading.index.within(item.start, item.end) if m.type in ("forvaltning", "udvalg")]
    task = re.sub(r"\s*\((?:[A-ZÆØÅ]{2,5})\)", "", item.text)
    task = re.sub(r"\s+i\s+[A-ZÆØÅ]{2,5}$", "", task)
    row = replace(
        main,
        task=f"{_short(main.task)}: {task}" if not _shares_word(task, main.task) else task,
        from_unit=own[-1].text if own else "",
        effective_from=timing.start if timing else None,
        basis=timing.basis if timing else Basis.PHASE,
        effective_text=timing.text if timing else "",
        status=Status.PLANNED,
        start=item.statement.start,
        end=item.statement.end,
        conditions=(f"{item.n}. rul/fase", *(c for c in main.conditions if _WAVES.search(c))),
        exceptions=(),
        amounts=(),
    )
    return replace(row, key=row_key(row))


def _short(task: str) -> str:
    return re.split(r"\s+(?:på|i|for|hos|inden)\s+", task)[0]


def _shares_word(a: str, b: str) -> bool:
    mine = {w[:7].lower() for w in re.findall(r"\w{5,}", a)}
    return bool(mine & {w[:7].lower() for w in re.findall(r"\w{5,}", b)})


def _tidy(rows: list[Responsibility], reading: Reading) -> list[Responsibility]:
    """Each row once; the main move of waves takes the phase as its basis; dates that the document states
    elsewhere for the same task and receiver are borrowed."""
    rows = [_phased(r, reading, rows) for r in rows]
    rows = [_placed(r, rows) for r in rows]
    rows = _borrow_dates(rows, reading.index.units)
    unique: dict[str, Responsibility] = {}
    for row in rows:
        known = unique.get(row.key)
        if known is None or (known.effective_from is None and row.effective_from is not None):
            unique[row.key] = row
    return list(unique.values())


def _phased(row: Responsibility, reading: Reading, rows: Sequence[Responsibility]) -> Responsibility:
    waved = any(r.basis is Basis.PHASE and r.to_unit == row.to_unit and r.area == row.area for r in rows)
    if row.relation == "transfer" and row.basis is Basis.GENERAL_CLAUSE and waved:
        dates = sorted(
            r.effective_from
            for r in rows
            if r.basis is Basis.PHASE and r.area == row.area and r.effective_from
        )
        first = dates[0] if dates else None
        text = next(
            (r.effective_text for r in rows if r.basis is Basis.PHASE and r.effective_from == first), ""
        )
        return replace(
            row, effective_from=first, basis=Basis.PHASE, effective_text=text, status=Status.PLANNED
        )
    return row


def _placed(row: Responsibility, rows: Sequence[Responsibility]) -> Responsibility:
    """A body the document sets up is placed, not moved: no general date for it."""
    if row.relation != "transfer" or row.from_unit:
        return row
    made = [r for r in rows if r.relation == "create" and _same_body(r.task, row.task)]
    if not made:
        return row
    general = row.basis is Basis.GENERAL_CLAUSE
    row = replace(
        row, relation="assign", effective_from=None if general else row.effective_from,
        basis=Basis.NONE if general else row.basis, effective_text="" if general else row.effective_text,
    )  # fmt: skip
    return replace(row, key=row_key(row))


def _same_body(body: str, task: str) -> bool:
    a = re.sub(r"[\s-]|(?<=\w{5})(?:en|et)$", "", task.lower())
    return len(a) > 4 and a in re.sub(r"[\s-]", "", body.lower())


def _borrow_dates(rows: list[Responsibility], units: Sequence[Unit]) -> list[Responsibility]:
    dated: dict[tuple[str, str], Responsibility] = {}
    family = _families(units)
    for row in rows:
        if row.effective_from and row.basis is Basis.EXPLICIT:
            for word in _task_words(row.task):
                dated.setdefault((word, family(row.to_unit)), row)
    out = []
    for row in rows:
        match = None
        if (
            row.effective_from is None
            and row.relation == "transfer"
            and not any("efter" in c for c in row.conditions)
        ):
            hits = [dated[k] for w in _task_words(row.task) if (k := (w, family(row.to_unit))) in dated]
            match = hits[0] if hits else None
        out.append(
            replace(
                row,
                effective_from=match.effective_from,
                basis=match.basis,
                effective_text=match.effective_text,
            )
            if match
            else row
        )
    return out


def _task_words(task: str) -> list[str]:
    return [w.lower() for w in re.findall(r"\w{9,}", task)]


def _families(units: Sequence[Unit]):  # type: ignore[no-untyped-def]
    """Function: a unit's name → one name for the committee and the administration that serves it."""
    committee = {u.name: u.serves for u in units if u.serves}
    groups: dict[str, str] = defaultdict(str)
    for unit in units:
        groups[unit.name] = committee.get(unit.name) or unit.name
    return lambda name: "/".join(parts(groups.get(name) or name)) or name[:1]
