"""Two papers that give one event different days: an opening, an end, a body's first meeting."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from core.danish.dates import find_dates
from core.danish.tokens import ascii_key, stem
from core.schema import BlockKind, Conflict, DateSpan, Document, Precision, Span
from register.library.alike import names_nothing, same_words
from register.library.claims import pieces
from register.library.differences import newer
from register.sentences.reading import Statement

_MEETING = "meeting"
_SORTS = tuple(
    (sort, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for sort, words in (
        (_MEETING, r"(?:første|andet|tredje|sidste|stiftende|konstituerende|afsluttende) (?:\w+ )?\w*møde"),
        ("opens", r"åbne[rst]*|åbnede|indvies|indviet|ibrugtages|(?:tages|tage|taget|tog) i (?:brug|drift)"),
        ("done", r"(?:være|er|stå|står|stod|blev|bliver) (?:helt )?(?:færdig\w*|klar|afsluttet)|afsluttes|"
                 r"foreligge[rs]?"),
        ("starts", r"starte[rts]*|startede|begynde[rs]*|begyndte|igangsættes|påbegyndes|går i gang|gik i gang|"
                   r"træde[r]? i kraft|trådte i kraft|iværksættes|indføres"),
        ("judged", r"evaluere[rs]?|evalueret"),
        ("ends", r"ophøre[rs]?|ophørte|nedlægge[rs]*|nedlagt|lukke[rs]*|lukkede|udløbe[r]?|bortfalder"),
    )
)  # fmt: skip
_ORDINAL = re.compile(r"\b(?:første|andet|tredje|sidste|stiftende|konstituerende|afsluttende)\b", re.IGNORECASE)
_BODY = re.compile(
    r"\b[a-zæøåA-ZÆØÅ]*(?:udvalg|råd|gruppe|nævn|forum|bestyrelse|team|kreds|komité)(?:et|ets|en|ens|s)?\b",
    re.IGNORECASE,
)
_BARE = frozenset(["udvalg", "raad", "rad", "grupp", "naevn", "forum", "bestyr", "team", "kreds", "styregrupp"])
_CLAUSE = re.compile(r"[;:]|,\s+(?=(?:men|og|mens|hvor\w*|som|der|idet|da|hvis|at|når|så|fordi)\b)|\.\s+(?=[A-ZÆØÅ])")
_OPENER = re.compile(r"^\W*(?:at|der|og|hvor)\s+")
_PUT_FORWARD = re.compile(
    r"\b(?:foreslå\w*|forslag\w*|indstille[rs]|anbefale[rs]|hvis|såfremt|forudsat)\b", re.IGNORECASE
)
# told of as a wish or a habit, or as another day than was meant: nothing that can be held against it
_NOT_ONE_DAY = re.compile(
    r"\b(?:hvert? (?:år|halvår)|årligt|ikke|tidligst|forvente\w*|planlagt|ønske\w*|udsk[uyø]\w*|udsæt\w*|udsat|"
    r"rykke[st]?|rykket|ændre[st]?|ændret|forlænge\w*|i stedet|oprindelig\w*|næste|igen)\b",
    re.IGNORECASE,
)
_AROUND = frozenset(
    ["klok", "radhus", "lokal", "modelokal", "bliv", "hold", "holdt", "sted", "skal", "forsk", "senest"]
)
_MOST_DAYS = 400  # between the two days; more is another year's event


@dataclass(frozen=True, slots=True)
class _Dated:
    """A clause that tells when one event is. words: what it happens to. told: the clause without its day."""

    document: Document
    statement: Statement
    sort: str
    words: frozenset[str]
    when: DateSpan
    told: str


def happenings(
    documents: Sequence[Document],
    statements: Mapping[str, list[Statement]],
    days: Mapping[str, date | None],
    place: str = "",
) -> Iterator[Conflict]:
    """Differing days of two papers of one municipality. place: its key, a word that tells no events apart."""
    by_sort: dict[str, list[_Dated]] = defaultdict(list)
    for document in documents:
        for statement in statements[document.id]:
            for told in _told(document, statement, place):
                by_sort[told.sort].append(told)
    for held in by_sort.values():
        for a, b in combinations(held, 2):
            if a.document.id != b.document.id and _one_event(a, b) and _apart(a.when, b.when):
                yield Conflict(
                    min(a.told, b.told, key=len), "date", _place(a), _place(b), (_day(a.when), _day(b.when)),
                    newer(a.document.id, b.document.id, days), 0.7,
                )  # fmt: skip


def _one_event(a: _Dated, b: _Dated) -> bool:
    around = " ".join((*a.statement.section[-1:], a.document.title, *b.statement.section[-1:], b.document.title))
    return same_words(a.words, b.words, pieces(around))


def _place(told: _Dated) -> tuple[str, Span]:
    return told.document.id, Span(told.statement.start, told.statement.end)


def _day(when: DateSpan) -> str:
    return " ".join(when.text.split()).strip(" .")


def _told(document: Document, statement: Statement, place: str) -> Iterator[_Dated]:
    if statement.kind in (BlockKind.HEADING, BlockKind.TABLE) or "|" in statement.text:
        return
    if _PUT_FORWARD.search(f"{statement.lead_in} {statement.text}"):
        return
    for clause in _clauses(statement.text):
        spans = find_dates(clause, document.date)
        sorts = [(sort, form) for sort, form in _SORTS if form.search(clause)]
        if len(spans) != 1 or len(sorts) != 1 or _NOT_ONE_DAY.search(clause) or spans[0].bound == "around":
            continue
        sort, form = sorts[0]
        bare = clause[: spans[0].start] + " " + clause[spans[0].end :]
        words = _of_meeting(clause, document) if sort == _MEETING else _of_event(form.sub(" ", bare), document)
        words = frozenset(word for word in words if not (place and word.startswith(place)))
        if words:
            yield _Dated(document, statement, sort, words, spans[0], _bare(bare))


def _bare(clause: str) -> str:
    """The clause without the little word it opens with."""
    return _OPENER.sub("", " ".join(clause.split())).strip(" .,")


def _clauses(text: str) -> list[str]:
    return [part for part in _CLAUSE.split(text) if part.strip()]


def _of_meeting(clause: str, document: Document) -> frozenset[str]:
    """Which meeting, and of what body: the one named, else the paper's own."""
    named = bodies(clause) or bodies(document.title)
    which = {ascii_key(stem(word.lower())) for word in _ORDINAL.findall(clause)}
    return frozenset(named | which) if named else frozenset()


def bodies(text: str) -> set[str]:
    """Stems of the committees, councils and groups named; not of "udvalget" alone."""
    return {ascii_key(stem(word.lower())) for word in _BODY.findall(text)} - _BARE


def _of_event(text: str, document: Document) -> frozenset[str]:
    """The words of what opens, ends or is done; of "planen" or "udvalget" the paper's title tells which."""
    own = pieces(text) - _AROUND
    return (own and _bodies_or_title(document)) if names_nothing(own) else own


def _bodies_or_title(document: Document) -> frozenset[str]:
    return frozenset(bodies(document.title)) or pieces(document.title)


def _apart(a: DateSpan, b: DateSpan) -> bool:
    """True for two days of one event that can't both be right, within about a year."""
    if "until" in (a.bound, b.bound) or Precision.OPEN in (a.precision, b.precision):
        return False
    one, other = _ends(a), _ends(b)
    if one is None or other is None:
        return False
    if (a.bound == "by") != (b.bound == "by"):
        due, on = (one, other) if a.bound == "by" else (other, one)
        return due[1] < on[0] <= due[1] + timedelta(days=_MOST_DAYS)
    early, late = sorted((one, other))
    return early[1] < late[0] and (late[0] - early[0]).days <= _MOST_DAYS


def _ends(when: DateSpan) -> tuple[date, date] | None:
    """The days that an event may be on: of a deadline or a beginning the one day."""
    first, last = when.first, when.last
    if when.bound == "by":
        first = last
    elif when.bound == "from":
        last = first
    return (first, last) if first and last else None
