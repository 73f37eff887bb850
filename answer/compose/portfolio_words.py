"""How a unit's tasks are told: grouped by whom they come from or go to and when, cut to an answer's length."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from answer.compose.common import Context, source_of
from answer.compose.owner_words import moving_words, named, of_date, when_words
from answer.compose.standing import MOVES
from answer.danish_words import numbers_in
from answer.draft import Source, Statement
from answer.question import Part
from answer.understanding.asked_time import asked_periods
from answer.understanding.portfolios import GAINS, HAS, LOSES
from core.danish.tokens import normal
from core.schema import MADE_BY, Responsibility, Span

_BODY = re.compile(r"(?:s?udvalget?|s?forvaltningen?|s?afdelingen?)$")
_TASK_WORDS = 10
_WORDS = {GAINS: ("får", "fra", "har fået"), LOSES: ("afgiver", "til", "har afgivet"), HAS: ("har", "", "havde")}
_ARTICLE = re.compile(r"^(?:De|Den|Det|En|Et)(?= )")

Wish = tuple[tuple[str, str], ...]  # (unit, GAINS | LOSES | HAS); all must hold


def unit_names(context: Context, name: str, document_id: str = "") -> list[str]:
    """All names of a unit, those in the municipality of a document where one is given."""
    unit = context.names.unit(name, document_id)
    return [name, *((unit.name, *unit.former, *unit.later, *unit.abbreviations, *unit.aliases) if unit else ())]


def keys_of(context: Context, names: Iterable[str], document_id: str) -> frozenset[str]:
    """Keys of units under all their names in the municipality of a document; a committee and its administration share
    theirs."""
    held = (name.strip() for name in names if name.strip())
    every = (normal(other) for name in held for other in unit_names(context, name, document_id))
    return frozenset(_BODY.sub("", name) for name in every) - {""}


def owners_of(row: Responsibility) -> list[str]:
    return [name.strip() for name in f"{row.to_unit};{row.from_unit}".split(";") if name.strip()]


def told(context: Context, part: Part, wish: Wish, rows: Sequence[Responsibility], room: int) -> list[Statement]:
    """One statement for each other unit and day, the tasks behind it, as many as there is room for. A day that all
    share is told once."""
    name, role = wish[-1]
    owner, given = _unit_words(context, part, name, rows)
    whens = list(dict.fromkeys(_when(context, row, role) for row in rows))
    common = f" {whens[0]}" if len(whens) == 1 and whens[0] and role != HAS else ""
    groups: dict[str, list[Responsibility]] = {}
    for row in rows:
        other, more = _other(context, row, role)
        given += more
        head = other if common else " ".join(filter(None, (other, _when(context, row, role))))
        groups.setdefault(head[:1].upper() + head[1:], []).append(row)
    past = all(row.effective_from and row.effective_from <= context.today for row in rows)
    verb = _WORDS[role][2 if (past if role != HAS else _asked(context, part) < context.today) else 0]
    lead = f"{owner} {verb} {len(rows)} {'opgave' if len(rows) == 1 else 'opgaver'}{common}. "
    return _statements(context, lead, groups, given, room)


def _statements(
    context: Context, lead: str, groups: Mapping[str, Sequence[Responsibility]], given: Sequence[str], room: int
) -> list[Statement]:
    texts: list[tuple[str, list[Responsibility]]] = []
    left = sum(len(members) for members in groups.values())
    numbers = [str(n) for n in range(1, left + 1)]
    for head, members in groups.items():
        text = f"{lead}{head}: " if head else lead
        room -= len(text.split())
        shown = _that_fit(members, room)
        if not shown:
            break
        said = _tasks(shown)
        texts.append((text + (said if head else said[:1].upper() + said[1:]), shown))
        room, left, lead = room - len(said.split()), left - len(shown), ""
        if len(shown) < len(members):
            break
    rest = [""] * (len(texts) - 1) + [f"; og {left} mere" if left else ""]
    pairs = zip(texts, rest, strict=True) if texts else ()
    return [_statement(context, f"{text}{more}.", shown, given, numbers) for (text, shown), more in pairs]


def _statement(
    context: Context, text: str, rows: Sequence[Responsibility], given: Sequence[str], numbers: Sequence[str]
) -> Statement:
    places: list[Source] = [source_of(context.document(row.document_id), Span(row.start, row.end)) for row in rows]
    dated = [_move_of(context, row) or row for row in rows]
    places += of_date(context, dated[0])
    said = (*given, *(row.task for row in rows), *(row.effective_text for row in dated))
    return Statement(text, tuple(dict.fromkeys(places)), computed=(*numbers, *numbers_in(" ".join(said))), given=said)


def _that_fit(rows: Sequence[Responsibility], room: int) -> list[Responsibility]:
    shown: list[Responsibility] = []
    for row in rows:
        room -= len(_short(row).split())
        if room < 0:
            break
        shown.append(row)
    return shown


def _tasks(rows: Sequence[Responsibility]) -> str:
    """The tasks in words; what stands before a colon is told once ("telefonlinjer: a, b; c")."""
    said: list[str] = []
    for row in rows:
        task = _short(row)
        head, colon, rest = task.partition(": ")
        if colon and said and said[-1].startswith(f"{head}: "):
            said[-1] += f", {rest}"
        else:
            said.append(task)
    return "; ".join(said)


def _short(row: Responsibility) -> str:
    words = _ARTICLE.sub(lambda found: found.group().lower(), row.task).split()
    text = " ".join(words[:_TASK_WORDS]).rstrip(",") + (" …" if len(words) > _TASK_WORDS else "")
    return f"{text} ({MADE_BY[row.origin]})" if row.origin in MADE_BY else text


def _other(context: Context, row: Responsibility, role: str) -> tuple[str, list[str]]:
    """ "fra Teknik- og Miljøudvalget" under its name until then, "til Kulturudvalget" under its name from then on."""
    if role == HAS:
        move = _move_of(context, row)
        if move is None:
            return "", []
        words, given = named(context, move.to_unit, move.effective_from or context.today, move.document_id)
        passed = move.effective_from is not None and move.effective_from <= context.today
        return f"{'siden flyttet' if passed else 'flyttes'} til {words}", given
    day = row.effective_from or context.today
    units = row.from_unit if role == GAINS else row.to_unit
    if not units:
        return "", []
    words, given = named(context, units, day - timedelta(days=role == GAINS), row.document_id)
    return f"{_WORDS[role][1]} {words}", given


def _when(context: Context, row: Responsibility, role: str) -> str:
    """The day in words, one wording for each day and basis."""
    row = _move_of(context, row) or row
    same = (r for r in context.rows if (r.effective_from, r.basis) == (row.effective_from, row.basis))
    told = next((r for r in same if r.document_id == row.document_id and r.relation in MOVES), row)
    row = told if row.relation in MOVES else row
    return moving_words(row) if role != HAS or row.relation in MOVES else when_words(row, context.today)


def _move_of(context: Context, row: Responsibility) -> Responsibility | None:
    """The move to come of a row told as of a day."""
    raw = next((r for r in context.rows if r.key == row.key), row)
    return raw if row.relation == "keep" and raw.relation in MOVES and raw.to_unit else None


def _unit_words(context: Context, part: Part, name: str, rows: Sequence[Responsibility]) -> tuple[str, list[str]]:
    paper = rows[0].document_id
    unit = context.names.unit(name, paper)
    own = keys_of(context, [name], paper)
    held = (other for row in rows for other in owners_of(row))
    stands = next((other for other in held if keys_of(context, [other], paper) & own), name)
    same = unit is None or stands == name or normal(name) in {normal(n) for n in unit_names(context, stands, paper)}
    return named(context, stands if same else unit.name if unit else name, _asked(context, part), paper)


def _asked(context: Context, part: Part) -> date:
    days = (period.day(context.today) for period in asked_periods(part.text, context.today))
    return max(days, default=context.today)
