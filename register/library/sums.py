"""Two papers that set aside, or reckon with, different sums of money for one and the same purpose."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from core.danish.amounts import find_amounts
from core.danish.dates import find_dates
from core.schema import Amount, BlockKind, Conflict, Document, Kind, Precision, Span
from register.library.alike import same_words
from register.library.claims import pieces
from register.library.differences import newer
from register.sentences.reading import Statement

_SORTS = tuple(
    (sort, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for sort, words in (
        ("saving", r"\w*bespar\w*|spare[rs]?|sparet|effektiviser\w*|nedsættes|reduceres"),
        ("offer", r"tilbud\w*|bud"),
        (
            "allotted",
            r"afsat|afsatte|afsætte[rs]?|bevilge\w*|\w*bevilling\w*|prioritere[trs]*|budget på|\w*ramme",
        ),
        ("cost", r"koste[rt]?|\w*udgift\w*|pris\w*|beløber|finansieres"),
    )
)
_PART = re.compile(r"\b(?:heraf|hvoraf|deraf|fordelt|dertil|hertil|samt|henholdsvis)\b", re.IGNORECASE)
# what makes a sum another one: more of it, a limit, a wish, what it was before
_APART = re.compile(
    r"\b(?:yderligere|ekstra|resterende|op til|mindst|højst|maksimalt|minimum|oprindelig\w*|hidtil|"
    r"forslag\w*|foreslå\w*|søges|ønske\w*|ansøg\w*|forvente\w*|mangle\w*|merforbrug\w*|mindreforbrug\w*|regnskab\w*|netto\w*|"
    r"brutto\w*|fond\w*|statslig\w*|pulje\w*|etape|fase|hver)\b",
    re.IGNORECASE,
)
_BEYOND = re.compile(r"\s(?:(?:i|på)(?!\s+[A-ZÆØÅ])|fra|over|som|der|med|inden|for at|jf\.?|hos|af årene)\s|[,(;]")
_AHEAD = re.compile(  # "Til stien er der afsat …", "Rammen til stien nedsættes med …"
    r"\btil\s+(?:en|et|den|det|de)?\s*(?P<what>[^,;:]{4,80}?)\s+(?:er|bliver|udgør|nedsættes|forhøjes|hæves|afsættes)\b",
    re.IGNORECASE,
)
_MOST_APART = 3.0  # how many times one sum may be the other
_MOST_DAYS = 1100  # between the two papers


@dataclass(frozen=True, slots=True)
class _Sum:
    """The one sum that a sentence gives for a purpose. years: those its clause names."""

    document: Document
    statement: Statement
    amount: Amount
    sort: str
    words: frozenset[str]
    purpose: str
    years: frozenset[int]
    marks: frozenset[str]


def sums(
    documents: Sequence[Document],
    statements: Mapping[str, list[Statement]],
    days: Mapping[str, date | None],
    place: str = "",
) -> Iterator[Conflict]:
    """Differing sums of two papers of one municipality. place: its key, a word that tells no purposes apart."""
    by_sort: dict[str, list[_Sum]] = defaultdict(list)
    for document in documents:
        for statement in statements[document.id]:
            told = _told(document, statement, place)
            if told is not None:
                by_sort[told.sort].append(told)
    for held in by_sort.values():
        for a, b in combinations(held, 2):
            if a.document.id != b.document.id and _differ(a, b):
                yield Conflict(
                    min(a.purpose, b.purpose, key=len), "number", _place(a), _place(b), (a.amount.text, b.amount.text),
                    newer(a.document.id, b.document.id, days), 0.7,
                )  # fmt: skip


def _place(told: _Sum) -> tuple[str, Span]:
    return told.document.id, Span(told.statement.start, told.statement.end)


def _told(document: Document, statement: Statement, place: str) -> _Sum | None:
    """None for tables and headings, and where the sentence gives several sums, none, or no purpose."""
    if statement.kind in (BlockKind.HEADING, BlockKind.TABLE) or "|" in statement.text:
        return None
    part = _PART.search(statement.text)
    whole = statement.text[: part.start()] if part else statement.text
    found = find_amounts(whole)
    sort = next((sort for sort, words in _SORTS if words.search(whole)), "")
    if len(found) != 1 or not sort:
        return None
    purpose = _purpose(whole, found[0])
    words = frozenset(word for word in pieces(purpose) if not (place and word.startswith(place)))
    if not words:
        return None
    spans = [span for span in find_dates(whole) if span.precision is Precision.YEAR]
    years = frozenset(day.year for span in spans for day in (span.first, span.last) if day)
    marks = frozenset(mark.lower() for mark in _APART.findall(whole))
    return _Sum(document, statement, found[0], sort, words, purpose, years, marks)


def _purpose(text: str, amount: Amount) -> str:
    """What stands behind "til" after the sum, up to where and when; else what stands before the sum's verb."""
    after = re.search(r"\btil\s+(?:at\s+)?(?:en|et|den|det|de)?\s*(?P<what>.+)", text[amount.end :], re.DOTALL)
    if after:
        return " ".join(_BEYOND.split(" ".join(after["what"].split()) + " ")[0].strip(" .").split())
    before = " ".join(text[: amount.start].split())
    ahead = _AHEAD.search(before)
    if ahead:
        return _BEYOND.split(ahead["what"] + " ")[0].strip(" .")
    subject = re.match(r"(?P<what>[A-ZÆØÅ][^,;:]{5,80}?)\s+(?:koster|er|beløber|bliver|forventes)\b", before)
    return subject["what"] if subject else ""


def _differ(a: _Sum, b: _Sum) -> bool:
    """True where both give a sum of one sort for one purpose, and no year, limit or wish tells them apart."""
    around = " ".join((*a.statement.section[-1:], a.document.title, *b.statement.section[-1:], b.document.title))
    if not same_words(a.words, b.words, pieces(around)) or a.marks != b.marks or a.amount.per_year != b.amount.per_year:
        return False
    if a.years != b.years and ((a.years and b.years) or len(a.years | b.years) == 1):
        return False  # a year of its own, or one year's part beside the whole
    if _of_other_rounds(a.document, b.document):
        return False
    small, large = sorted((abs(a.amount.value_dkk), abs(b.amount.value_dkk)))
    return 0 < small < large <= _MOST_APART * small and not _rounded(a.amount, b.amount)


def _of_other_rounds(a: Document, b: Document) -> bool:
    """Two agreements each set aside their own; papers far apart in time speak of other money."""
    if a.date is None or b.date is None:
        return a.kind is b.kind is Kind.AGREEMENT
    return (a.kind is b.kind is Kind.AGREEMENT and a.date != b.date) or abs((a.date - b.date).days) > _MOST_DAYS


def _rounded(a: Amount, b: Amount) -> bool:
    """True where one is the other written with fewer figures ("34 mio. kr." for 33,95)."""
    step = max(_step(a), _step(b))
    return abs(a.value_dkk - b.value_dkk) < step


def _step(amount: Amount) -> float:
    """What the last written figure is worth, in kroner."""
    figures = re.search(r"\d[\d.]*(?:,(?P<decimals>\d+))?", amount.text)
    if figures is None or "." in figures.group():
        return 1.0
    number = float(figures.group().replace(",", "."))
    scale = abs(amount.value_dkk) / number if number else 1.0
    return float(scale * 10 ** -len(figures["decimals"] or ""))
