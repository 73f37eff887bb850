"""What a question wants named or explained and the evidence only mentions: a firm, a person's name, each of so many
things, the opposite of what is told. Each gives what lacks (Danish), "" where nothing does. Figures: decision 0107."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.values import UnitNames, persons
from core.danish.numbers import TWO_TO_TEN, parse_word
from core.danish.tokens import fold, stem, words

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


def no_firm(asked: str, told: str, names: UnitNames) -> str:
    """A firm asked for, and no name in the evidence that could be one's."""
    if not _FIRM.search(asked) or _COMPANY.search(told):
        return ""
    units = [(unit.start, unit.end) for unit in names.find(told)]
    own = {fold(word.text).rstrip("s") for word in words(asked)}
    new = (m for m in _CAPITAL.finditer(told) if fold(m.group()).rstrip("s") not in own)
    return (
        "" if any(not any(a <= m.start() < b for a, b in units) for m in new) else "der står ikke, hvilket firma det er"
    )


_APPOINTED = re.compile(
    r"\bhvem .*\b(?:udpeget|udpegede|ansat|valgt|fik (?:jobbet|posten|stillingen)|blev)\b.*?"
    r"\b(\w{2,}(?:leder|chef|direktør|formand|rektor|inspektør))\b",
    re.IGNORECASE,
)
_APPOINTS = re.compile(r"udpege[ts]|ansat|ansætte|valgt|vælge|tiltræd|tiltråd|konstitu", re.IGNORECASE)


def no_appointment(asked: str, told: str) -> str:
    """ "Hvem blev udpeget til centerchef?", where neither that post nor anybody's appointment is told of."""
    post = _APPOINTED.search(asked)
    known = post is None or post[1].lower() in told.lower() or _APPOINTS.search(told)
    return "" if known else "der står ikke, hvem det blev"


def no_name(asked: str, told: str) -> str:
    """A person's name asked for, and none in the evidence."""
    return "navnet står der ikke" if _CALLED.search(asked) and not persons(told) else ""


_WHICH = re.compile(
    rf"^\W*(?:(?:i|på|til|fra|med|for|mellem|af) )?hvilke ({TWO_TO_TEN}|elleve|tolv|\d{{1,2}})\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r",|;|\||\n| og | samt | eller ")


def not_enumerated(asked: str, quotes: Sequence[str], how: str) -> str:
    """ "Hvilke fire ...?", and no sentence that names as many things."""
    found = _WHICH.match(asked)
    if found is None or how not in ("sentences", "actor", "doer"):
        return ""
    wanted = int(found[1]) if found[1].isdigit() else parse_word(found[1]) or 0
    most = max(len(_PARTS.findall(quote)) + 1 for quote in quotes)
    return "de er ikke nævnt enkeltvis" if max(most, len(quotes)) < wanted else ""


_NEGATED = re.compile(r"\bu([a-zæøå]{6,})\b")


def opposite(asked: str, told: str) -> str:
    """ "De ubemandede", where only the other ones ("de bemandede") are told of."""
    text = told.lower()
    for word in _NEGATED.findall(asked.lower()):
        if re.search(rf"\b{word}\b", text) and f"u{word}" not in text:
            return f"der står kun om »{word}«, ikke »u{word}«"
    return ""


_WHAT_IT_IS = re.compile(r"\bgå(?:r|et)?\b.*\bud på\b", re.IGNORECASE)
_SAYS_WHAT = re.compile(
    r"\b(?:menes|betyder|betød|dækker|forstås|defineres|er,? (?:en|et|den|at|når)|står for|handle[rs]?|samler|består|"
    r"omfatter|kaldes|såkaldte?|dvs|formål\w*|skal|indebærer|indeholder|bygger på|giver|kan|får|vil sige|sker|gennem|"
    r"ved at|hvor|således|rummer|tilby\w+|går ud på|arbejd\w+)\b",
    re.IGNORECASE,
)


def only_mentioned(asked: str, told: str) -> str:
    """ "Hvad går X ud på?", where X is named and nothing said of it."""
    return "det er nævnt, men ikke forklaret" if _WHAT_IT_IS.search(asked) and not _SAYS_WHAT.search(told) else ""


_YEARS = r"(?:19|20)\d\d(?:-(?:19|20)\d\d)?"
_PAPER = (
    r"\w*(?:budget|sag|aftale|forlig|plan|pulje|regnskab|rapport|strategi|politik|program|finanslov|redegørelse)\w*"
)
_EDITION = re.compile(rf"\b({_PAPER}) ({_YEARS})\b", re.IGNORECASE)
_RANGE = re.compile(r"(\d)\s*[-–/]\s*((?:19|20)\d\d)")
_STEM = 7  # letters by which two forms of a word are known as one


def other_edition(asked: str, told: str) -> str:
    """ "Overførselssagen 2025-2026", where only the one of other years is told of."""
    told = _RANGE.sub(r"\1-\2", told)
    for thing, years in _EDITION.findall(_RANGE.sub(r"\1-\2", asked)):
        held = re.findall(rf"\b{re.escape(stem(thing)[:_STEM])}\w*\s+({_YEARS})\b", told, re.IGNORECASE)
        if held and years not in told and not any(_shares(years, other) for other in held):
            return f"der står kun om {thing} {held[0]}"
    return ""


def _shares(years: str, other: str) -> bool:
    """True where one of the two lies within the other."""
    (a, b), (c, d) = ((int(part[:4]), int(part[-4:])) for part in (years, other))
    return (c <= a and b <= d) or (a <= c and d <= b)
