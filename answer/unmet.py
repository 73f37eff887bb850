"""What a question asks for and the evidence does not tell: how it went, the year, the day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.compose.common import Context
from answer.understanding.kinds import Asked
from answer.understanding.sources import named_strength
from core.danish.dates import find_dates
from core.schema import Precision

_ACTUAL = re.compile(r"\b(?:faktisk\w*|reelt|resultat\w*|udfald\w*|actually|outcome)\b", re.IGNORECASE)
_PAST = re.compile(
    r"^(?:blev|har)\b|\b(?:deltog|kom|fik|gik|tog|endte|nåede|nået|lykkedes|kostede|steg|faldt|besluttede|vedtog|svarede|"
    r"stemte|åbnede|opnåede|modtog|var udgift\w*|did|were|was)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:skal|vil|mål\w*|målsætning\w*|forvent\w*|foreslå\w*|planlagt|planlægges|bør|ønske\w*|kan|frem mod|"
    r"senest|søges)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:blev|har|havde|er (?:\w+ )?(?:gennemført|godkendt|afsat|startet|nedsat)|opstartede|fik|godkendte)\b", re.I
)


def outcome_missing(context: Context, quotes: str) -> bool:
    """True where the question asks how it went and the evidence only tells what is meant to happen."""
    question = context.question.mended
    if context.question.kind is Asked.OWNER:
        return False
    went = _ACTUAL.search(question) or _PAST.search(question)
    return bool(went and _PLANNED.search(quotes) and not _DONE.search(quotes))


def year_missing(context: Context, quotes: str, around: str) -> float:
    """1 where a year asked for stands neither in the evidence nor in a cited document's date."""
    years = context.question.when.years
    if not years or context.question.kind not in (Asked.AMOUNT, Asked.NUMBER, Asked.DATE):
        return 0.0
    dated = {d.date.year for d in context.documents.values() if d.date and named_strength(context.question.mended, d)}
    missing = [y for y in years if str(y) not in quotes and str(y) not in around and y not in dated]
    return len(missing) / len(years) if not in_range(years, quotes) else 0.0


def date_missing(context: Context, text: str) -> float:
    """1 where a month or day is asked about that neither the evidence nor a document's date falls in."""
    spans = [s for s in context.question.when.spans if s.precision in (Precision.DAY, Precision.MONTH)]
    if not spans or context.question.kind in (Asked.OWNER, Asked.YES_NO, Asked.COMPARISON):
        return 0.0
    days = [(d.first, d.last) for d in find_dates(text)]
    days += [(d.date, d.date) for d in context.documents.values() if d.date]
    met = any(
        first and last and (span.last is None or first <= span.last) and (span.first is None or span.first <= last)
        for first, last in days for span in spans
    )  # fmt: skip
    return float(not met)


def in_range(years: Sequence[int], text: str) -> bool:
    """True where "2019-2022" in the text spans all the years asked for."""
    spans = [(int(a), int(b)) for a, b in re.findall(r"((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)", text)]
    return any(all(a <= year <= b for year in years) for a, b in spans)
