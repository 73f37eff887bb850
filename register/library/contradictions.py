"""Statements that can't both hold: something denied that is told elsewhere, a start before its decision."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from core.danish.dates import find_dates, write_day
from core.danish.tokens import ascii_key, stem
from core.schema import BlockKind, Conflict, DateSpan, Document, Precision, Responsibility, Span
from register.library.claims import pieces
from register.library.subjects import common_words
from register.sentences.reading import Statement

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
_STEM = 8  # letters that tell a title's words apart
_BODY_LETTERS = 8  # last letters of a body's name ("…taskforce")


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
                about = common_words(no.text, yes.text) or _short(no.text, 60)
                yield Conflict(about, "wording", a, b, (_short(no.text), _short(yes.text)), "", 0.65)


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
    told: list[tuple[str, frozenset[str], date]] = []
    for document in documents:
        told += [(document.id, *approval) for s in statements[document.id] if (approval := _approval(s))]
    by_key: dict[str, set[int]] = defaultdict(set)
    for n, (_, words, _) in enumerate(told):
        for word in words:
            by_key[word[:_STEM]].add(n)
    found: dict[str, date | None] = {}
    for document in documents:
        title = {word[:_STEM] for word in pieces(document.title)}
        if document.date is None and title:
            met = Counter(n for key in title for n in by_key.get(key, ()) if told[n][0] != document.id)
            best = [n for n, count in met.most_common(1) if count / len(title) >= _TITLE_SHARE]
            if best:
                found[document.id] = told[best[0]][2]
    return found


def _approval(statement: Statement) -> tuple[frozenset[str], date] | None:
    """Words and day of a sentence that tells of an approval."""
    if not _APPROVED.search(statement.text):
        return None
    days = [s.first for s in find_dates(statement.text) if s.precision is Precision.DAY and s.first]
    return (pieces(statement.text), days[0]) if days else None


def started_before(
    rows: Sequence[Responsibility], statements: Mapping[str, list[Statement]], days: Mapping[str, date | None]
) -> Iterator[Conflict]:
    """A body that one document decides to set up had started, another says, before that decision."""
    by_body: dict[str, list[Responsibility]] = defaultdict(list)
    for row in rows:
        if row.relation == "create":
            by_body[_letters(row.task)[-_BODY_LETTERS:]].append(row)
    for made in by_body.values():
        for decided in made:
            day = days.get(decided.document_id)
            for told in made if day else ():
                if told.document_id != decided.document_id and day and _same_body(told.task, decided.task):
                    yield from _earlier(decided, told, statements[told.document_id], day)


def _earlier(decided: Responsibility, told: Responsibility, held: Sequence[Statement], day: date) -> Iterator[Conflict]:
    for statement in held:
        start = _start(statement, told)
        if start and start.last and start.last < day:
            a = (decided.document_id, Span(decided.start, decided.end))
            b = (told.document_id, Span(statement.start, statement.end))
            differs = (f"{write_day(day)} (besluttet)", f"{start.text} (startet)")
            yield Conflict(f"{decided.task}: i gang før beslutningen", "date", a, b, differs, "", 0.65)


def _same_body(a: str, b: str) -> bool:
    mine, other = _letters(a), _letters(b)
    return mine in other or other in mine


def _letters(task: str) -> str:
    return re.sub(r"^(?:en|et)", "", re.sub(r"[^a-zæøå]", "", task.lower()))


def _start(statement: Statement, told: Responsibility) -> DateSpan | None:
    verb = _STARTED.search(statement.text)
    if verb is None:
        return None
    head = re.sub(r"[^a-zæøå]", "", told.task.split()[-1].lower())[:9]
    if head not in re.sub(r"[\s-]", "", statement.text[: verb.start()].lower()):
        return None
    spans = [s for s in find_dates(statement.text) if s.start >= verb.start() and s.last]
    return spans[0] if spans else None


def _short(text: str, most: int = 120) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " …"
