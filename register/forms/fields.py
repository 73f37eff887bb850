"""Days that stand in a field or a column of their own: "Tidsplan: inden udgangen af 2026", a column "Frist"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from core.danish.dates import find_dates
from core.schema import Basis, DateSpan, Responsibility, Span
from register.sentences.timing import Timing

_DEADLINE = re.compile(r"frist|deadline|senest|færdig|afslut|afleve|milepæl|^hvornår", re.IGNORECASE)
_EVERY = re.compile(r"årligt|hvert|hver\b|løbende|månedligt|kvartalsvis", re.IGNORECASE)
_FIELD = re.compile(
    r"\s*(?P<head>Tidsplan|Tidspunkt|Tidsramme|Tid|Frist|Deadline|Hvornår|Start|Opstart|Periode|Ikrafttræden|"
    r"Ikrafttrædelse)\s*:[ \t]*(?P<when>[^\n]{3,120})"
)
_STEP = re.compile(  # "Projektering i 2026, anlæg i 2027": when steps are taken, not from when it is whose
    r"\b(?!(?:op)?start|begynd|igangsæt|iværksæt|ikraft|træder|periode)[a-zæøå]{5,}\s+(?:(?:i|den)\s+)?$",
    re.IGNORECASE,
)
_UNSURE = re.compile(r"\b(?:afhængigt? af|forvent\w*|ventes|formentlig|cirka|ca\.)", re.IGNORECASE)
_BEGINS = re.compile(
    r"\b(?:forventes|ventes|starter|begynder|åbner|igangsættes|går i gang|træder i kraft|er klar|tages i brug)\b[^.;]*$"
)
_LONGEST_MEASURE = 1200  # characters from its title to who is responsible
_LABELLED = re.compile(r"\s*[A-ZÆØÅ][\w ]{2,30}:\s")


def field_timing(words: str, head: str, reference: date | None) -> Timing:
    """The day a field tells, with its place in ``words``. head: its label or its column's; a deadline's day is the last
    of what it names. What comes back every year tells the day it begins, if any."""
    days = find_dates(words, reference)
    if not days or (_EVERY.search(words[: days[0].start]) and not _first_of_many(words, days[0])):
        return Timing()
    day = days[0]
    if len(days) > 1 and day.bound == "on" and _STEP.search(words[: day.start]):
        return Timing()
    text, place = " ".join(day.text.split()), Span(day.start, day.end)
    if day.bound == "by" or (_DEADLINE.search(head) and day.bound != "from"):
        return Timing(day.last or day.first, Basis.DEADLINE, None, text, span=place)
    until = day.last if day.bound == "until" else None
    basis = Basis.EXPECTED if _UNSURE.search(words) else Basis.EXPLICIT
    return Timing(day.first, basis if day.first else Basis.NONE, until, text, span=place)


def _first_of_many(words: str, day: DateSpan) -> bool:
    """ "Løbende fra august 2026", "Årligt, første gang december 2026"."""
    return day.bound == "from" or re.search(r"\bførste gang\s*$", words[: day.start], re.IGNORECASE) is not None


def dated_by_measure(row: Responsibility, text: str, reference: date | None) -> Responsibility:
    """A measure without a field for its time, with the one day its own words say it begins ("… tilbyder fra 1. maj 2026
    kurser", "forventes at være klar i efteråret 2026"); as it is where they say several days or a day long gone."""
    title = text.rfind(row.task, max(0, row.start - _LONGEST_MEASURE), row.start)
    if title < 0 or row.effective_from or row.until:
        return row
    start = title + len(row.task)
    words = text[start : row.start]
    days = [d for d in find_dates(words, reference) if d.first and _is_beginning(words, d)]
    first = days[0].first if len({d.first for d in days}) == 1 else None
    if first is None or (reference and first < reference):
        return row
    sentence = re.split(r"(?<=[.!?])\s", words[: days[0].start])[-1] + words[days[0].start : days[0].end]
    basis = Basis.EXPECTED if _UNSURE.search(sentence) else Basis.EXPLICIT
    place = Span(days[0].start, days[0].end)
    return with_timing(row, Timing(first, basis, None, " ".join(days[0].text.split()), span=place), start)


def _is_beginning(words: str, day: DateSpan) -> bool:
    if day.bound == "from":
        return re.search(r"\bsiden\s*$", words[: day.start]) is None and day.last is None
    return day.bound == "on" and _BEGINS.search(words, max(0, day.start - 80), day.start) is not None


def with_timing(row: Responsibility, timing: Timing, offset: int) -> Responsibility:
    """The row dated by a field. offset: where the field's words start in the cleaned text."""
    if timing.start is None and timing.until is None:
        return row
    timing = timing.placed(offset)
    return replace(
        row,
        effective_from=timing.start,
        basis=timing.basis,
        until=timing.until,
        effective_text=timing.text,
        effective_span=timing.span,
    )


def dated_by_field(row: Responsibility, text: str, reference: date | None) -> Responsibility:
    """A row read from "Ansvarlig: …" with the day of the field "Tidsplan:" in the lines right below it. text: the
    document's cleaned text."""
    at = row.end
    for line in re.finditer(r"\n([^\n]*)", text[row.end : row.end + 400]):
        field = _FIELD.match(line[1])
        at = row.end + line.start(1)
        if field:
            return with_timing(row, field_timing(field["when"], field["head"], reference), at + field.start("when"))
        if not _LABELLED.match(line[1]):
            break
    return dated_by_measure(row, text, reference)
