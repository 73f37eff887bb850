"""Questions of what came about, where the evidence only tells what is meant to: a vote asked for and a proposal found,
a number reached and the aim for it, what a report said and the day it is due. Figures: decision 0107."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.question import Question
from answer.understanding.kinds import Asked

_CAME_ABOUT = re.compile(
    r"^(?:og |men )?(?:blev|kom|fik|nåede|gik|lykkedes|endte|faldt|steg|stemte|vedtog|godkendte)\b|"
    r"^(?:er|har)\b.*\b(?:blevet|gået|nået|fået|vedtaget|godkendt|opnået|gennemført|sket|udpeget|ansat|fundet)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:stod|var|blev|havde|fik|kom|deltog|gik|nåede|steg|faldt|kostede|brugte|modtog|endte|lå)\b", re.IGNORECASE
)
_STOOD = re.compile(r"\bhvad (?:stod der i|indeholdt|fremgik|konkluderede)\b", re.IGNORECASE)
_MEANT = re.compile(
    r"\b(?:foreslå\w*|forslag\w*|indstille[sr]|anmoder|ansøg\w*|ønske[rs]?|forventes?|ventes|planlægges|anbefale[sr]|søge[sr]|"
    r"skal|målet|bad om|bedt om|vil|tages? stilling|hvis|lægges op til|afklaring)\b",
    re.IGNORECASE,
)
_AIMED = re.compile(
    r"\b(?:skal|højst|mindst|\w*mål\w*|forvent\w*|ventes|planlagt|planlægges|senest|vil|bør|inden)\b", re.IGNORECASE
)
_DUE = re.compile(r"\b(?:vil|skal|forelægges|vedlægges|ventes|udarbejdes|får)\b", re.IGNORECASE)
_CAME = re.compile(
    r"\b(?:blev|har|havde|er (?:\w+ )?(?:gennemført|godkendt|afsat|startet|nedsat)|opstartede|fik|godkendte?|"
    r"vedt(?:og|aget|agne)|tiltrådt\w*|tilsluttede|tilsluttet|steg|steget|fald(?:t|et)|kom|gik|nået|nåede|lykkedes|besluttede|valgte?|"
    r"afslået|afvist|forkastet|udsat|færre|flere|endnu ikke|allerede)\b",
    re.IGNORECASE,
)


def only_planned(question: Question, quotes: Sequence[str], nearest: str) -> str:
    """What lacks (Danish), "" where nothing does. quotes: what is cited, at least one. nearest: the one of them that
    meets most of the question."""
    asked = question.mended
    came = any(_CAME.search(quote) for quote in quotes)
    if question.kind is Asked.YES_NO and _CAME_ABOUT.search(asked):
        meant = any(_MEANT.search(quote) for quote in quotes)
        return "der står kun, hvad der er tænkt, ikke om det skete" if meant and not came else ""
    if question.kind in (Asked.NUMBER, Asked.AMOUNT) and _PAST.search(asked):
        return _only_aimed(question.when.years, quotes)
    if _STOOD.search(asked) and _DUE.search(nearest) and not _CAME.search(nearest):
        return "der står kun, at det kommer, ikke hvad der stod i det"
    return ""


def _only_aimed(years: Sequence[int], quotes: Sequence[str]) -> str:
    """A number asked of a year, and of that year only the aim is told."""
    of_year = [quote for quote in quotes if any(str(year) in quote for year in years)]
    aimed = bool(of_year) and all(_AIMED.search(quote) and not _CAME.search(quote) for quote in of_year)
    return f"der står kun målet for {' og '.join(map(str, years))}" if aimed else ""
