"""The document's own date, with how sure, and the years it covers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from core.danish.date_readers import SHORT_MONTH
from core.danish.dates import find_dates
from core.schema import DateSpan, Kind, Meta, Precision, Span, Table
from ingest.metadata.day_cells import day_cells
from ingest.structure.meetings import names_meeting

_HEAD_LINES = 45
_RUNNING, _BYLINE = 100, 0.55  # characters of a line of text, how sure a day with a name below such lines is
_HISTORY = re.compile(
    r"^\W*(?:tidligere\s+(?:behandl|beslut|sag|politisk)\w*|historik|sagshistorik|(?:punktet|sagen)\s+(?:er\s+)?(?:tidligere\s+)?"
    r"behandle[ts]\s+(?:tidligere|i)|sagsgang|sagsforløb|behandlingsplan|mødeplan|tidsplan|beslutningshistorik)\b",
    re.IGNORECASE,
)
_REACH = 60_000  # characters in which dates and periods are looked for
_LABEL = re.compile(r"(?:^|\b)(?:dato|dateret|mødedato|udarbejdet|opdateret|revideret|den)\s*[:.]?\s*$", re.IGNORECASE)
_FIELD = re.compile(r"(?:^|[.,;|·•]\s*|\s{2,})[*_ ]*(?:(?:møde)?dato|dateret)\s*:[*_ ]*$", re.I)
_DECISION = re.compile(r"^\W*(?:beslutning|behandling)\w*\s*:?\s+(?:(?:i|fra|af)\s+)?[A-ZÆØÅ].{2,80}$", re.I | re.M)
_DECISION_HEAD = re.compile(r"^[\W]*(?:\w+s\s+)?beslutning(?:er)?\W*$", re.IGNORECASE | re.MULTILINE)
_NO_OWN_DAY = re.compile(
    r"(?:frist|deadline|senest|næste|gælder|gældende|gyldig|ikrafttræd\w*|slut|start|periode|evaluer\w*|opfølgning|status|"
    r"forventet|høring\w*|udløber)\b[^.]{0,40}$",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:indgået|vedtaget|underskrevet|godkendt|tiltrådt)\s+(?:af\s+[^.]{3,60}\s+)?(?:den|d\.)?\s*$",
    re.IGNORECASE,
)
_AGREED = {Kind.AGREEMENT: 0.86, Kind.CASE_PAPER: 0.4, Kind.MINUTES: 0.4}  # papers of a meeting tell of other papers
_PLACE_OR_DAY = re.compile(r"\W*(?:[A-ZÆØÅ][\w.-]*|(?:man|tirs|ons|tors|fre|lør|søn)dag|kl|[\d.:]+|den|d)?\W*")
_MEETING = re.compile(r"\bmød(?:e|et|tes|es|tes\s+igen)\b[^.]{0,40}$", re.IGNORECASE)
_SIGNED = re.compile(r"[A-ZÆØÅ][\wæøå]+(?:\s[A-ZÆØÅ][\wæøå]*)?,?\s+(?:den|d\.)\s*$")
_RANGE = re.compile(r"(?<![\d.])((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)(?![\d])")
_EXPLICIT = re.compile(
    rf"\d{{1,2}}\.?\s*{SHORT_MONTH}|\d{{1,2}}[./-]\s?\d{{1,2}}[./-]\s?\d{{2}}"
    rf"|\d{{4}}-\d\d-\d\d|{SHORT_MONTH}[a-z]*\s+\d{{1,2}},\s+(?:19|20)\d\d",
    re.IGNORECASE,
)
_DASHED = re.compile(r"\b(\d{1,2})-([a-zæøå]{3,9})-((?:19|20)\d\d)\b", re.IGNORECASE)  # "15-maj-2024"
_MONTH = re.compile(r"(?:[A-ZÆØÅ][\wæøå]+,\s*)?[a-zæøå]{3,9}\.?\s+(?:19|20)\d\d", re.IGNORECASE)
_BUDGET = re.compile(r"\bbudget(?:tet|forslag(?:et)?|aftale[n]?)?\s+(?:for\s+)?((?:19|20)\d\d)\b", re.IGNORECASE)
_FILE_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[-_. ]?(\d\d)[-_. ]?(\d\d)(?!\d)|(?<!\d)(\d\d)[-_.](\d\d)[-_.]((?:19|20)\d\d)(?!\d)"
)


def own_date(
    text: str,
    title: Meta,
    fields: Mapping[str, str],
    name: str,
    known: Sequence[Meta],
    kind: Kind,
    tables: Sequence[Table] = (),
) -> Meta | None:
    """The best candidate, None where the text shows none. A date only mentioned in passing is given with low
    confidence: the document can't be older than the last past day it tells of. tables: days in their columns
    are of what the rows tell."""
    candidates = [Meta("date", m.value, m.span, 0.96) for m in known if m.name == "meeting_date"]
    candidates += _in_head(text, day_cells([table for table in tables if table.span.start < _REACH]))
    candidates += _in_title(title)
    candidates += _signed(text, _AGREED.get(kind, 0.6))
    candidates += _in_name(name)
    candidates += _carried(fields)
    candidates += _met(text) if kind is Kind.MINUTES else []
    candidates += _decided(text) if kind in (Kind.MINUTES, Kind.CASE_PAPER) else []
    if not candidates:
        candidates = _mentioned(text)
    return max(candidates, key=lambda meta: meta.confidence, default=None)


def _days(text: str) -> list[DateSpan]:
    """Dates given with day and month."""
    text = _DASHED.sub(r"\1 \2 \3", text)
    spans = find_dates(text) if _EXPLICIT.search(text) else []
    days = [span for span in spans if span.precision is Precision.DAY and _EXPLICIT.search(span.text)]
    return [span for span in days if span.first or span.last]


def _iso(span: DateSpan) -> str:
    day = span.first if span.bound != "until" and span.first else span.last
    return day.isoformat() if day else ""


def _in_head(text: str, cells: Sequence[Span]) -> list[Meta]:
    """Dates that stand alone or behind a label on one of the first lines. cells: of days not its own."""
    found: list[Meta] = []
    at = told = running = 0
    for number, line in enumerate(text[:_REACH].split("\n", _HEAD_LINES)):
        if number >= _HEAD_LINES:
            break
        told = told + 3 if _HISTORY.match(line) else max(0, told - bool(line.strip()))
        running += len(line) > _RUNNING or (len(line) > 60 and line.rstrip().endswith("."))
        if line.strip() and not told:
            for span in _days(line)[:1]:
                if _in_column(line, at, span, cells):
                    continue
                rest = (line[: span.start] + line[span.end :]).strip(" \t.,:|*-–")
                sure = _head_confidence(line, span, rest, number)
                if running >= 3 and rest.strip("()") and not _LABEL.search(line[: span.start]):
                    sure = min(sure, _BYLINE)
                if sure:
                    found.append(Meta("date", _iso(span), Span(at + span.start, at + span.end), sure))
            found += _month_alone(line, at)
        at += len(line) + 1
    return found


def _in_column(line: str, at: int, span: DateSpan, cells: Sequence[Span]) -> bool:
    """The day stands in one of the cells and no label stands in the cell before ("Dato", "12. maj 2026")."""
    cell = next((cell for cell in cells if cell.start <= at + span.start < cell.end), None)
    return cell is not None and not _LABEL.search(line[: max(0, cell.start - at)])


def _month_alone(line: str, at: int) -> list[Meta]:
    """A month and year that stand alone: the first of the month."""
    if not _MONTH.fullmatch(line.strip()):
        return []
    for span in find_dates(line):
        if span.precision is Precision.MONTH and span.first:
            return [Meta("date", span.first.isoformat(), Span(at + span.start, at + span.end), 0.6)]
    return []


def _head_confidence(line: str, span: DateSpan, rest: str, number: int) -> float:
    if _NO_OWN_DAY.search(line[: span.start]):
        return 0.0
    if names_meeting(" ".join(line.split())):
        return 0.94 - 0.002 * number
    if _LABEL.search(line[: span.start]) and len(rest) < 25:
        return 0.93 - 0.002 * number
    if _FIELD.search(line[: span.start]):
        return 0.91 - 0.002 * number
    if span.bound == "on" and (len(rest.split()) <= 1 or all(map(_PLACE_OR_DAY.fullmatch, rest.split()))):
        return 0.9 - 0.004 * number
    if len(rest) < 40 and line.lstrip().startswith("#"):
        return 0.85
    if _SIGNED.search(line[: span.start]) and len(rest) < 40:
        return 0.85
    return 0.0


def _in_title(title: Meta) -> list[Meta]:
    return [Meta("date", _iso(span), title.span, 0.88) for span in _days(title.value)[:1]]


def _signed(text: str, agreed: float) -> list[Meta]:
    """A date at the very end ("Vejle, den 3. maj 2024"), or that the document says it was agreed on.
    agreed: how sure the latter is."""
    found: list[Meta] = []
    tail = max(0, len(text) - 900)
    for span in _days(text[tail:]):
        if _SIGNED.search(text[tail : tail + span.start]):
            found.append(Meta("date", _iso(span), Span(tail + span.start, tail + span.end), 0.8))
    head = text[:2500]
    for span in _days(head):
        if _MADE.search(head[: span.start][-90:]):
            found.append(Meta("date", _iso(span), Span(span.start, span.end), agreed))
    return found


def _met(text: str) -> list[Meta]:
    """The day minutes say the meeting was held."""
    head = text[:4000]
    for span in _days(head):
        if _MEETING.search(head[: span.start][-60:]):
            return [Meta("date", _iso(span), Span(span.start, span.end), 0.8)]
    return []


def _decided(text: str) -> list[Meta]:
    """The last day on which a decision's heading says the case was decided ("Beslutning i Byrådet den 3. maj")."""
    found = [
        Meta("date", _iso(span), Span(line.start() + span.start, line.start() + span.end), 0.7)
        for line in _DECISION.finditer(text[:_REACH])
        for span in _days(line.group())
    ]
    found += _noted(text[:_REACH])
    return [max(found, key=lambda meta: meta.value)] if found else []


def _noted(text: str) -> list[Meta]:
    """Days that open a line under a decision's heading ("18. september 2012: Sagen udsat.")."""
    found: list[Meta] = []
    for head in _DECISION_HEAD.finditer(text):
        for line in re.finditer(r"^[^\n]+", text[head.end() : head.end() + 1500], re.M):
            for span in _days(line.group()[:60])[:1]:
                if not line.group()[: span.start].strip("* ") and line.group()[span.end :].lstrip("* ").startswith(":"):
                    at = head.end() + line.start()
                    found.append(Meta("date", _iso(span), Span(at + span.start, at + span.end), 0.7))
    return found


def _in_name(name: str) -> list[Meta]:
    match = _FILE_DATE.search(name)
    if not match:
        return []
    parts = [part for part in match.groups() if part]
    year, month, day = parts if len(parts[0]) == 4 else parts[::-1]
    try:
        return [Meta("date", date(int(year), int(month), int(day)).isoformat(), None, 0.75)]
    except ValueError:
        return []


def _carried(fields: Mapping[str, str]) -> list[Meta]:
    """The day the file says it was made; printing to pdf sets it anew, so it is a weak witness."""
    sent = fields.get("sent", "")
    if sent:
        return [Meta("date", sent, None, 0.95)]
    raw = fields.get("created", "") or fields.get("CreationDate", "")
    match = re.search(r"((?:19|20)\d\d)-?(\d\d)-?(\d\d)", raw)
    if not match:
        return []
    try:
        return [Meta("date", date(*(int(part) for part in match.groups())).isoformat(), None, 0.35)]
    except ValueError:
        return []


def _mentioned(text: str) -> list[Meta]:
    """The latest day told of in the past tense."""
    past = re.compile(r"\b(?:blev|var|har|havde|godkendte|indgik|åbnede|vedtog|behandlede|den|d\.)\b", re.IGNORECASE)
    found = []
    for span in _days(text[:_REACH]):
        around = text[max(0, span.start - 80) : span.end + 60]
        if span.bound == "on" and past.search(around):
            found.append(Meta("date", _iso(span), Span(span.start, span.end), 0.3))
    today = date.today().isoformat()
    return (
        [max((m for m in found if m.value <= today), key=lambda m: m.value)]
        if any(m.value <= today for m in found)
        else []
    )


def periods(text: str, title: Meta, tables: Sequence[Table]) -> list[Meta]:
    """The years covered: a range in the title, else the range named most often."""
    match = _RANGE.search(title.value)
    if match:
        return [Meta("period", f"{match.group(1)}-{match.group(2)}", title.span, 0.9)]
    ranges = Counter((m.group(1), m.group(2)) for m in _RANGE.finditer(text[:_REACH]) if m.group(1) < m.group(2))
    if ranges:
        (first, last), count = ranges.most_common(1)[0]
        place = re.search(rf"{first}\s*[-–]\s*{last}", text)
        span = Span(place.start(), place.end()) if place else None
        return [Meta("period", f"{first}-{last}", span, 0.8 if count > 1 else 0.55)]
    budget = _BUDGET.search(text)
    return [Meta("period", budget.group(1), Span(budget.start(1), budget.end(1)), 0.5)] if budget else []
