"""What is asked for and the evidence does not hold, told by rules: how it went where only the plan stands, the firm,
who has the task after the day its row ends. Such an answer is of the right topic and tells something else, so it is
refused whatever its score, and the refusal says what lacks. Figures: decision 0107."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.citations import Checked
from answer.compose.common import Context
from answer.draft import Draft
from answer.matching import coverage
from answer.only_planned import only_planned
from answer.understanding.asked_time import asked_periods
from answer.understanding.kinds import Asked
from answer.understanding.wanted import unmet
from answer.unmet import in_range
from answer.unnamed import no_appointment, no_firm, no_name, not_enumerated, only_mentioned, opposite, other_edition
from core.danish.dates import write_day

_BY_OTHER_MEANS = frozenset({Asked.YES_NO, Asked.DATE})  # how it went is told by a verdict, by a day


def lacking(context: Context, draft: Draft | None, shown: Checked) -> str:
    """What the evidence does not hold of what is asked for, in Danish, to end a refusal with; "" where nothing does."""
    if draft is None or not shown.citations:
        return ""
    quotes = [citation.quote for citation in shown.citations]
    asked, told = context.question.mended, " ".join(quotes)
    return (
        _after_end(context, draft)
        or unmet(asked, told, outcome=context.question.kind not in _BY_OTHER_MEANS)
        or no_firm(asked, told, context.names)
        or no_name(asked, told)
        or no_appointment(asked, told)
        or not_enumerated(asked, quotes, draft.how)
        or opposite(asked, told)
        or only_mentioned(asked, told)
        or only_planned(context.question, quotes, _nearest(context, quotes))
        or other_edition(asked, told)
        or _other_year(context, quotes)
        or _unsettled(context, draft, quotes)
    )


def _after_end(context: Context, draft: Draft) -> str:
    """Who has the task ends before the time asked about, and no row follows."""
    starts = [day for p in asked_periods(context.question.mended, context.today) if (day := p.first or p.last)]
    ends = [row.until for row in draft.responsibilities if row.until]
    if draft.how != "owner" or not starts or not ends or len(ends) < len(draft.responsibilities):
        return ""
    return (
        f"der er kun fundet, hvem der har opgaven til og med den {write_day(max(ends))}"
        if max(ends) < min(starts)
        else ""
    )


_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?!\d)")


def _other_year(context: Context, quotes: Sequence[str]) -> str:
    """A number asked of a year, and the sentence that tells it is of another, as are all the others."""
    periods = asked_periods(context.question.mended, context.today)
    years = sorted({day.year for period in periods for day in (period.first, period.last) if day})
    told = " ".join(quotes)
    if context.question.kind not in (Asked.NUMBER, Asked.AMOUNT) or not years or in_range(years, told):
        return ""
    named = _YEAR.findall(_nearest(context, quotes))
    if not named or any(str(year) in told for year in (*years, *context.question.when.years)):
        return ""
    return f"der står kun noget om {' og '.join(dict.fromkeys(named))}"


def _nearest(context: Context, quotes: Sequence[str]) -> str:
    """The quote that meets most of the question."""
    terms = [term for term in context.question.terms if term.weight > _HEAVY]
    return max(quotes, key=lambda quote: coverage(terms, quote))


_CELLS = re.compile(r"\s*\|\s*")
_OPEN_CELL = re.compile(
    r"(?:endnu )?(?:ikke|u)\s?(?:endnu )?(?:afklaret|fastlagt|besluttet|afgjort|udpeget|fastsat|kendt)|"
    r"afklares\b.*|afventer\b.*"
)
_DROPPED = re.compile(
    r"\b(?:har (?:det )?været (?:foreslået|fremme|overvejet)|(?:er|blev) (?:fravalgt|forkastet)|udgået|"
    r"oprindelig\w* (?:tiltænkt|foreslået)|ikke omtalt|ikke fundet ud af)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\bikke\b(?: \w+){0,3} (?:besluttet|fastlagt|afklaret|afgjort|aftalt|bestemt|placeret|fundet ud af),? "
    r"(?:hvem|hvilke[nt]?|hvor)\b|\buafklaret,? hv",
    re.IGNORECASE,
)
_HEAVY, _LEAST = 0.15, 0.5  # weight of a topic word; share of them that a cell meets
_SHORT = 60  # characters of a cell that says it


def _unsettled(context: Context, draft: Draft, quotes: Sequence[str]) -> str:
    """Who does it: its sentence or the cell beside the task says that it is open, or that the idea was dropped."""
    if context.question.kind not in (Asked.OWNER, Asked.PERSON) or draft.how == "owner":
        return ""
    terms = [term for term in context.question.terms if term.weight > _HEAVY]
    nearest = _nearest(context, quotes)
    if _OPEN.search(nearest):
        return "det er ikke afklaret"
    cells = _CELLS.split(nearest)
    if len(cells) < 2:
        return "det er kun omtalt som noget, der ikke blev til noget" if _DROPPED.search(nearest) else ""
    fits = [coverage(terms, cell) for cell in cells]
    best = fits.index(max(fits))
    beside = next((cell for cell in cells[best + 1 : best + 3] if len(cell) > 2), "")
    is_open = fits[best] >= _LEAST and len(beside) < _SHORT and _OPEN_CELL.fullmatch(beside.strip().lower())
    return "det er ikke afklaret" if is_open else ""
