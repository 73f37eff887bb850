"""Deadlines and dates of the whole library, from the register's timeline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from answer.clip import words_in
from answer.compose.common import quoted
from answer.draft import Draft, Statement
from answer.matching import stems
from answer.understanding.overview import Overview
from answer.understanding.times import When
from core.danish.date_words import write_interval
from core.danish.dates import write_day
from core.schema import Document, Event, Precision, Responsibility, Span

_ROOM = 96  # words of all that is shown
_WHOLE_ROOM = 112  # and where all of it fits within these
_WHOLE = 18  # words; of sentences on one day, one that is no longer is shown
_QUOTE = 24  # words of one
_BARE, _FEW = 3, 5  # words besides the date; fewer are the head of a paper, the second where no full stop follows
_ALIKE = 0.6  # share of content words from which two say the same of one day
_CERTAIN = {Precision.DAY: 3.0, Precision.WEEK: 2.0, Precision.YEAR: 0.5}  # others: 1


@dataclass(frozen=True, slots=True)
class Dated:
    """What is told of one day or time. weight: how much of the library hangs on it."""

    first: date
    last: date
    events: tuple[Event, ...]
    weight: float


def compose(
    sort: Overview,
    when: When,
    events: Iterable[Event],
    rows: Sequence[Responsibility],
    load: Callable[[str], Document],
    today: date,
) -> Draft | None:
    """Deadlines, those still ahead first, then the passed ones, which are called so; or the dates that most is told of
    and most rows take effect on, in order of time. As many as an answer holds. None where there is none at the time
    asked for."""
    wanted = [event for event in events if _is_asked(event, sort, when)]
    found = _by_day(wanted, rows)
    if not found:
        return None
    order = sorted(found, key=lambda one: _rank(one, sort, today))
    shown = _within_room([(one, _said(one, load, sort, today)) for one in order])
    if sort is Overview.DATES:
        shown = sorted(shown, key=lambda pair: (pair[0].last, pair[0].first))
    return Draft(tuple(said for _, said in shown), _lead(sort, [one for one, _ in shown], found, today), how="overview")


def _is_asked(event: Event, sort: Overview, when: When) -> bool:
    if sort is Overview.DEADLINES and event.type != "deadline":
        return False
    if words_in(event.what) - words_in(event.when.text) < (_BARE if event.what.endswith((".", "!", "…")) else _FEW):
        return False
    first, last = _time(event)
    return not when.spans or any(
        (span.first is None or span.first <= last) and (span.last is None or first <= span.last) for span in when.spans
    )


def _time(event: Event) -> tuple[date, date]:
    """The days that count: of a deadline and an end the last, of a beginning the first."""
    first, last = event.when.first, event.when.last
    if event.when.bound in ("by", "until"):
        first = last or first
    if event.when.bound == "from":
        last = first or last
    return first or last or date.max, last or first or date.max


def _by_day(events: Sequence[Event], rows: Sequence[Responsibility]) -> list[Dated]:
    """Events of one time together; a sentence is told once, and so are two that say the same."""
    groups: dict[tuple[date, date], list[Event]] = {}
    for event in events:
        if _time(event)[0] != date.max:
            groups.setdefault(_time(event), []).append(event)
    return [Dated(*time, _different(held), _weight(time, held, rows)) for time, held in groups.items()]


def _different(events: Sequence[Event]) -> tuple[Event, ...]:
    kept: list[Event] = []
    for event in sorted(events, key=lambda event: words_in(event.what) > _WHOLE):
        if not any(_same(event, other) for other in kept):
            kept.append(event)
    return tuple(kept)


def _same(one: Event, other: Event) -> bool:
    a, b = stems(one.what), stems(other.what)
    return len(a & b) > _ALIKE * max(min(len(a), len(b)), 1)


def _weight(time: tuple[date, date], events: Sequence[Event], rows: Sequence[Responsibility]) -> float:
    """Sentences that tell of it, deadlines twice, and rows that take effect then; more where the day is exact."""
    told = len({(e.document_id, e.start) for e in events}) + sum(e.type == "deadline" for e in events)
    moved = sum(row.effective_from == time[0] for row in rows) if time[0] == time[1] else 0
    return _CERTAIN.get(events[0].when.precision, 1.0) * (told + moved)


def _rank(one: Dated, sort: Overview, today: date) -> tuple[float, ...]:
    if sort is Overview.DATES:
        return (-one.weight, abs((one.first - today).days))
    past = _passed(one, today)
    return (past, -one.last.toordinal() if past else one.last.toordinal())


def _passed(one: Dated, today: date) -> bool:
    return one.last < today


def _said(one: Dated, load: Callable[[str], Document], sort: Overview, today: date) -> Statement:
    """The time, what must be known of it, and what is told of it in the source's words."""
    event = one.events[0]
    document = load(event.document_id)
    said = quoted(document, Span(event.start, event.end), [Span(event.when.start, event.when.end)], _QUOTE, heads=True)
    written = write_interval(event.when)
    passed = sort is Overview.DEADLINES and _passed(one, today)
    known = ", ".join(note for note in ("passeret" if passed else "", event.note) if note)
    return replace(said, label=written[:1].upper() + written[1:] + (f" ({known})" if known else ""))


def _within_room(told: Sequence[tuple[Dated, Statement]]) -> list[tuple[Dated, Statement]]:
    shown: list[tuple[Dated, Statement]] = []
    used = 0
    if sum(words_in(said.text) + words_in(said.label) + 1 for _, said in told) <= _WHOLE_ROOM:
        return list(told)
    for one, said in told:
        length = words_in(said.text) + words_in(said.label) + 1
        if shown and used + length > _ROOM:
            break
        shown.append((one, said))
        used += length
    return shown


def _lead(sort: Overview, shown: Sequence[Dated], held: Sequence[Dated], today: date) -> str:
    """How many there are, how many of them are passed, and how many are shown."""
    some = len(shown) < len(held)
    if sort is Overview.DATES:
        if not some:
            return "Datoer, der står i dokumenterne:"
        return f"{len(shown)} af {len(held)} datoer, som dokumenterne siger mest om (resten står i tidslinjen):"
    passed = sum(_passed(one, today) for one in held)
    name = "frist" if len(held) == 1 else "frister"
    lead = f"{len(held)} {name} i dokumenterne, {_ahead(len(held) - passed, passed)} pr. {write_day(today)}"
    return f"{lead}. Her er {len(shown)}; resten står i tidslinjen:" if some else f"{lead}:"


def _ahead(coming: int, passed: int) -> str:
    if not passed:
        return "alle kommende" if coming > 1 else "kommende"
    if not coming:
        return "alle passeret" if passed > 1 else "passeret"
    return f"{coming} kommende og {passed} passeret"
