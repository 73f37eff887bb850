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
from answer.understanding.asked_time import asked_periods
from answer.understanding.kinds import Asked
from answer.understanding.wanted import unmet
from answer.unnamed import no_firm, no_name, not_enumerated, only_mentioned, opposite
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
        or not_enumerated(asked, quotes, draft.how)
        or opposite(asked, told)
        or only_mentioned(asked, told)
        or _only_meant(context, quotes)
        or _unsettled(context, draft, quotes)
    )


def _after_end(context: Context, draft: Draft) -> str:
    """Who has the task ends before the time asked about, and no row follows."""
    starts = [day for p in asked_periods(context.question.mended, context.today) if (day := p.first or p.last)]
    ends = [row.until for row in draft.responsibilities if row.until]
    if draft.how != "owner" or not starts or not ends or len(ends) < len(draft.responsibilities):
        return ""
    return (
        f"der står kun, hvem der har opgaven til og med den {write_day(max(ends))}" if max(ends) < min(starts) else ""
    )


_CAME_ABOUT = re.compile(
    r"^(?:og |men )?(?:blev|kom|fik|nåede|gik|lykkedes|endte|faldt|steg|stemte|vedtog|godkendte)\b|"
    r"^(?:er|har)\b.*\b(?:blevet|gået|nået|fået|vedtaget|godkendt|opnået|gennemført|sket|udpeget|ansat|fundet)\b",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:foreslå\w*|forslag\w*|indstille[sr]|anmoder|ansøg\w*|ønske[rs]?|forventes?|ventes|planlægges|anbefale[sr]|søge[sr]|"
    r"skal|målet|bad om|bedt om|vil|tages? stilling|hvis|lægges op til|afklaring)\b",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"\b(?:blev|har|havde|er (?:\w+ )?(?:gennemført|godkendt|afsat|startet|nedsat)|opstartede|fik|godkendte?s?|"
    r"vedt[ao]g\w*|tiltrådt\w*|tilslut\w*|steg|faldt|kom|gik|nåede|lykkedes|besluttede|valgte?|afslået|afvist|"
    r"forkastet|udsat|færre|flere|endnu ikke|allerede)\b",
    re.IGNORECASE,
)


def _only_meant(context: Context, quotes: Sequence[str]) -> str:
    """ "Blev det vedtaget?", where it is only proposed or wished for."""
    question = context.question
    if question.kind is not Asked.YES_NO or not _CAME_ABOUT.search(question.mended):
        return ""
    came = any(_CAME.search(quote) for quote in quotes)
    meant = _MEANT.search(_nearest(context, quotes))
    return "der står kun, hvad der er tænkt, ikke om det skete" if meant and not came else ""


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
    r"\b(?:har (?:det )?været (?:foreslået|fremme|overvejet)|(?:er|blev) (?:udgået|fravalgt|forkastet)|udgået\.|"
    r"oprindelig\w* (?:tiltænkt|foreslået)|ikke omtalt|ikke fundet ud af)\b",
    re.IGNORECASE,
)
_HEAVY, _LEAST, _SHORT = (
    0.15,
    0.5,
    60,
)  # weight of a topic word; share of them a cell meets; characters of a cell that says it


def _unsettled(context: Context, draft: Draft, quotes: Sequence[str]) -> str:
    """Who does it: the cell beside the task says that it is open, or its sentence that the idea was dropped."""
    if context.question.kind not in (Asked.OWNER, Asked.PERSON) or draft.how == "owner":
        return ""
    terms = [term for term in context.question.terms if term.weight > _HEAVY]
    nearest = _nearest(context, quotes)
    cells = _CELLS.split(nearest)
    if len(cells) < 2:
        return "det er kun omtalt som noget, der ikke blev til noget" if _DROPPED.search(nearest) else ""
    fits = [coverage(terms, cell) for cell in cells]
    best = fits.index(max(fits))
    beside = next((cell for cell in cells[best + 1 : best + 3] if len(cell) > 2), "")
    is_open = fits[best] >= _LEAST and len(beside) < _SHORT and _OPEN_CELL.fullmatch(beside.strip().lower())
    return "det er ikke afklaret" if is_open else ""
