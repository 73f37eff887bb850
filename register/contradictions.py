"""Statements that can't both hold: something denied that is told elsewhere, a start before its decision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from core.danish.dates import find_dates
from core.danish.tokens import ascii_key, stem
from core.schema import BlockKind, Conflict, Document, Precision, Responsibility, Span
from register.claims import pieces
from register.reading import Statement

_NEVER = re.compile(
    r"\b(?:ikke|ingen|aldrig|hverken)\s+(?:\w+\s+){0,2}?(?:tidligere|før|hidtil)\b|\b(?:tidligere|før|"
    r"hidtil)\s+(?:ikke|ingen|aldrig)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:afsat|bevilget|givet|gennemført|etableret|nedsat|behandlet|drøftet|godkendt|vedtaget|modtaget|"
    r"indgået|flyttet)\b",
    re.IGNORECASE,
)
_STARTED = re.compile(
    r"\b(?:opstartede|startede|påbegyndtes?|blev\s+(?:startet|igangsat|etableret|nedsat|oprettet)|"
    r"har\s+været\s+i\s+gang\s+siden|gik\s+i\s+gang)\b",
    re.IGNORECASE,
)
_APPROVED = re.compile(
    r"\b(?:godkendte|vedtog|indgik|tiltrådte|er\s+indgået|blev\s+(?:godkendt|vedtaget|indgået))\b", re.IGNORECASE
)
_TITLE_SHARE = 0.6


def denied(documents: Sequence[Document], statements: Mapping[str, list[Statement]]) -> Iterator[Conflict]:
    """ "Der er ikke tidligere afsat midler" against a sentence of the same document that tells of it in the past."""
    for document in documents:
        held = [s for s in statements[document.id] if s.kind is not BlockKind.HEADING]
        for no in held:
            verb = _DONE.search(no.text) if _NEVER.search(no.text) else None
            if verb is None:
                continue
            told = [s for s in held if s is not no and not _NEVER.search(s.text) and _tells(s, no, verb.group())]
            if told:
                yes = min(told, key=lambda s: len(s.text))  # the plainest one
                a, b = (document.id, Span(no.start, no.end)), (document.id, Span(yes.start, yes.end))
                yield Conflict(_subject(no), "wording", a, b, (_short(no.text), _short(yes.text)), "", 0.65)


def _tells(yes: Statement, no: Statement, verb: str) -> bool:
    """The same verb and object, told in the past tense with a year gone by."""
    words, denied_words = pieces(yes.text), pieces(no.text)
    key = ascii_key(stem(verb))
    told = re.search(rf"\b(?:var|blev|er|har)\b[^.;]{{0,40}}\b{verb}\b", yes.text, re.IGNORECASE)
    objects = [w for w in denied_words if w != key and w in words]
    past = re.search(r"\b(?:var|blev)\b", yes.text) is not None
    return bool(told and objects and past and find_dates(yes.text))


def approval_dates(documents: Sequence[Document], statements: Mapping[str, list[Statement]]) -> dict[str, date | None]:
    """Undated documents → the day on which another document says that they were approved."""
    found: dict[str, date | None] = {}
    for document in documents:
        if document.date is not None or not document.title:
            continue
        title = pieces(document.title)
        for other in documents:
            day = _approved(statements[other.id], title) if other.id != document.id else None
            if day:
                found[document.id] = day
                break
    return found


def _approved(held: Sequence[Statement], title: frozenset[str]) -> date | None:
    for statement in held:
        if not _APPROVED.search(statement.text):
            continue
        words = pieces(statement.text)
        met = sum(
            any(t == w or (len(t) > 5 and (w.startswith(t[:8]) or t.startswith(w[:8]))) for w in words) for t in title
        )
        days = [s.first for s in find_dates(statement.text) if s.precision is Precision.DAY and s.first]
        if title and days and met / len(title) >= _TITLE_SHARE:
            return days[0]
    return None


def started_before(
    rows: Sequence[Responsibility], statements: Mapping[str, list[Statement]], days: Mapping[str, date | None]
) -> Iterator[Conflict]:
    """A body that one document decides to set up had started, another says, before that decision."""
    made = [row for row in rows if row.relation == "create"]
    for decided in made:
        day = days.get(decided.document_id)
        if day is None:
            continue
        for told in made:
            if told.document_id == decided.document_id or not _same_body(told.task, decided.task):
                continue
            for statement in statements[told.document_id]:
                start = _start(statement, told)
                if start and start < day:
                    a = (decided.document_id, Span(decided.start, decided.end))
                    b = (told.document_id, Span(statement.start, statement.end))
                    yield Conflict(decided.task, "date", a, b, (day.isoformat(), start.isoformat()), "", 0.65)


def _same_body(a: str, b: str) -> bool:
    mine, other = _letters(a), _letters(b)
    return mine in other or other in mine


def _letters(task: str) -> str:
    return re.sub(r"^(?:en|et)", "", re.sub(r"[^a-zæøå]", "", task.lower()))


def _start(statement: Statement, told: Responsibility) -> date | None:
    verb = _STARTED.search(statement.text)
    if verb is None:
        return None
    head = re.sub(r"[^a-zæøå]", "", told.task.split()[-1].lower())[:9]
    if head not in re.sub(r"[\s-]", "", statement.text[: verb.start()].lower()):
        return None
    spans = [s for s in find_dates(statement.text) if s.start >= verb.start() and s.last]
    return spans[0].last if spans else None


def _subject(statement: Statement) -> str:
    return _short(statement.text, 60)


def _short(text: str, most: int = 120) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " …"
