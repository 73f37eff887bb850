"""What is asked for and the evidence does not hold, told by rules: how it went where only the plan stands, the firm,
who has the task after the day its row ends. Such an answer is of the right topic and tells something else, so it is refused
whatever its score, and the refusal says what lacks. Figures: decision 0107."""

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
from answer.values import UnitNames, persons
from core.danish.dates import write_day
from core.danish.numbers import parse_word
from core.danish.tokens import fold, words

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
        or _no_firm(asked, told, context.names)
        or _no_name(asked, told)
        or _not_enumerated(asked, quotes, draft.how)
        or _opposite(asked, told)
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


_FIRM_WORD = r"(?:firma|virksomhed|leverandør|bureau|selskab|konsulenthus|konsulentfirma|entreprenør|producent)"
_FIRM = re.compile(
    rf"\bhvilke[tn]? (?:[\w-]+ )?(?:{_FIRM_WORD}|advokat(?:firma|kontor)|arkitekt(?:firma)?)(?:er|et|en|s)?\b|"
    rf"\bhvad hedder (?:de[tn]? )?(?:[\w-]+ )?{_FIRM_WORD}\w*|"
    r"\b(?:which|what) (?:\w+ )?(?:company|firm|supplier|contractor)",
    re.IGNORECASE,
)
_COMPANY = re.compile(r"\b(?:A/S|ApS|I/S|P/S|K/S|S/I|[Aa]\.?m\.?b\.?[Aa]|IVS)(?!\w)")
_CAPITAL = re.compile(r"(?<![.!?:;•|\-–\n] )(?<![\"»”])(?!^)\b[A-ZÆØÅ][\wæøåé&/]+")
_CALLED = re.compile(
    r"\bhvad hedder (?:de[tn]? )?(?:[\w-]+ )?\w*(?:formand|leder|chef|direktør|konsulent|koordinator|borgmester|rektor|"
    r"sekretær|medarbejder|sagsbehandler|person)(?:en)?\b(?!.*\b(?:stilling|job|titel|ordning))",
    re.IGNORECASE,
)


def _no_firm(asked: str, told: str, names: UnitNames) -> str:
    """A firm asked for, and no name in the evidence that could be one's."""
    if not _FIRM.search(asked) or _COMPANY.search(told):
        return ""
    units = [(unit.start, unit.end) for unit in names.find(told)]
    own = {fold(word.text).rstrip("s") for word in words(asked)}
    new = (m for m in _CAPITAL.finditer(told) if fold(m.group()).rstrip("s") not in own)
    return (
        "" if any(not any(a <= m.start() < b for a, b in units) for m in new) else "der står ikke, hvilket firma det er"
    )


def _no_name(asked: str, told: str) -> str:
    """A person's name asked for, and none in the evidence."""
    return "navnet står der ikke" if _CALLED.search(asked) and not persons(told) else ""


_WHICH = re.compile(
    r"^\W*(?:(?:i|på|til|fra|med|for|mellem|af) )?hvilke (to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|\d{1,2})\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r",|;|\||\n| og | samt | eller ")


def _not_enumerated(asked: str, quotes: Sequence[str], how: str) -> str:
    """ "Hvilke fire ...?", and no sentence that names as many things."""
    found = _WHICH.match(asked)
    if found is None or how != "sentences":
        return ""
    wanted = int(found[1]) if found[1].isdigit() else parse_word(found[1]) or 0
    most = max(len(_PARTS.findall(quote)) + 1 for quote in quotes)
    return "de er ikke nævnt enkeltvis" if max(most, len(quotes)) < wanted else ""


_NEGATED = re.compile(r"\bu([a-zæøå]{6,})\b")


def _opposite(asked: str, told: str) -> str:
    """ "De ubemandede", where only the other ones ("de bemandede") are told of."""
    text = told.lower()
    for word in _NEGATED.findall(asked.lower()):
        if re.search(rf"\b{word}\b", text) and f"u{word}" not in text:
            return f"der står kun om »{word}«, ikke »u{word}«"
    return ""


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
    nearest = max(quotes, key=lambda quote: coverage(terms, quote))
    cells = _CELLS.split(nearest)
    if len(cells) < 2:
        return "det er kun omtalt som noget, der ikke blev til noget" if _DROPPED.search(nearest) else ""
    fits = [coverage(terms, cell) for cell in cells]
    best = fits.index(max(fits))
    beside = next((cell for cell in cells[best + 1 : best + 3] if len(cell) > 2), "")
    is_open = fits[best] >= _LEAST and len(beside) < _SHORT and _OPEN_CELL.fullmatch(beside.strip().lower())
    return "det er ikke afklaret" if is_open else ""
