"""Questions about the whole library ("Hvilke frister er aftalt?", "Hvor er dokumenterne uenige?"): they name no topic
of their own, so no passage meets them, but the register has read what they ask for."""

from __future__ import annotations

import re
from enum import StrEnum

from answer.question import Question
from answer.understanding.sources import codes, source_words
from core.danish.dates import find_dates
from core.danish.tokens import is_stop_word, normal, words


class Overview(StrEnum):
    """What of the register is asked for."""

    DEADLINES = "deadlines"
    DATES = "dates"
    CONFLICTS = "conflicts"
    RENAMED = "renamed"


_UNITS = r"(?:udvalg|forvaltning|enhed|center|centre|afdeling|kontor|nævn|råd)(?:et|en|er|ene|erne|ne|s)?"
_PAPERS = r"(?:dokument|kilde|papir|bilag|materiale|tekst)\w*|(?:notat|referat|aftale|plan)(?:er|r|erne|rne)"
_AGREE = r"u?enig\w*|siger .*forskelligt|passer .*sammen"
_CONTRADICT = r"(?:\w+-?)?(?:modstrid|konflikt|modsig|uoverensstemm)\w*"
_SORTS: tuple[tuple[Overview, re.Pattern[str]], ...] = tuple(
    (sort, re.compile(pattern, re.IGNORECASE))
    for sort, pattern in (
        (Overview.RENAMED, r"\b(?:skift\w*|ændr\w*)\b.*\bnavne?\b|\b(?:nyt|nye|andet) navne?\b|"
                           r"\bnavne?(?:skift|ændring)\w*|\bomdøb\w*|\bhed(?:der)? .*\band[er]t\b"),
        (Overview.CONFLICTS, rf"(?=.*\b(?:{_PAPERS})\b).*\b(?:{_AGREE}|{_CONTRADICT})\b|"
                             rf"(?=.*\b(?:aftale|plan|notat|referat)(?:n|en|et)\b).*\b{_CONTRADICT}\b"),
        (Overview.DEADLINES, r"\b(?:tids)?frist(?:er|erne|en)?\b|\bdeadlines?(?:ne)?\b"),
        (Overview.DATES, r"\b(?:datoer|tidspunkter|milepæle)(?:ne)?\b|\b(?:tidslinje|tidsplan)(?:n|en)?\b|"
                         r"\bhvad (?:er der sket|sker(?: der)?|skal (?:der )?ske|skete der)\b"),
    )
)  # fmt: skip
# words that ask for all there is and name no topic
_GENERAL = re.compile(
    r"aftal(?:t|te|es)|afgjort|fastsat\w*|fastlagt\w*|planlagt\w*|sat|satte|gælde\w*|angiv\w*|nævn\w*|oplys\w*|beskr\w*|fremgå\w*|"
    r"find(?:es)?|fundet|giv(?:es|et)?|står|stå|vis|list\w*|opl?ist\w*|fortæl|sige?|siger|kend\w*|husk\w*|vid[et]?|ved|"
    r"vigtig\w*|centrale?|væsentlig\w*|kommende|næste|tidligere|forskellige?|samlede?|over(?:blik|sigt)\w*|overhold\w*|"
    r"hinanden|sammen|indbyrdes|internt|punkter|punkt|steder|sted|ting|forhold|emner|tal|oplysning\w*|tværs|gang|gange|"
    r"dokument\w*|kilde\w*|papir\w*|materiale\w*|bilag\w*|bibliotek\w*|samling\w*|tekster(?:ne)?|opmærksom\w*|"
    r"sker|ske|sket|skete|navne?|navnet|nye?|nyt|gamle?|skift\w*|ændr\w*|omdøb\w*|hedder|hed|kald\w*|blevet|omlægning\w*|"
    r"år|dag|sidste|seneste|først\w*|måned\w*|kvartal\w*|halvår\w*|\d+"
)


def overview(question: Question) -> Overview | None:
    """What it asks of the whole library; None for a question with a topic of its own, and for a follow-up."""
    if question.follows or question.english or len(question.parts) > 1:
        return None
    text = question.mended
    sort = next((sort for sort, pattern in _SORTS if pattern.search(text)), None)
    if sort is None or (sort is Overview.DATES and _bare_happening(question)):
        return None
    return None if _topic(text, sort) else sort


def _bare_happening(question: Question) -> bool:
    """ "Hvad sker der?" asks for nothing until it names a time."""
    return re.search(r"\bske[rt]?\b|\bskete\b", question.mended) is not None and not question.when.spans


def _topic(text: str, sort: Overview) -> bool:
    """True where a word is left that says of what."""
    timed = {normal(word.text) for span in find_dates(text) for word in words(text[span.start : span.end])}
    skip = timed | source_words(text) | {normal(code) for code in codes(text)}
    own = re.compile(_UNITS) if sort is Overview.RENAMED else None
    return any(
        not (is_stop_word(word) or word in skip or _GENERAL.fullmatch(word) or _names_sort(word, sort))
        and not (own and own.fullmatch(word))
        for word in (normal(found.text) for found in words(text))
    )


_OWN_WORDS = {
    Overview.DEADLINES: re.compile(r"(?:tids)?frist\w*|deadline\w*|datoe?r?(?:ne)?"),
    Overview.DATES: re.compile(r"dato\w*|tidspunkt\w*|milepæl\w*|tidslinje\w*|tidsplan\w*"),
    Overview.CONFLICTS: re.compile(
        r"u?enig\w*|modstrid\w*|konflikt\w*|modsig\w*|\w*overensstemm\w*|passer|selvmodsig\w*"
    ),
    Overview.RENAMED: re.compile(r"navne?\w*|and[er]t"),
}


def _names_sort(word: str, sort: Overview) -> bool:
    return _OWN_WORDS[sort].fullmatch(word) is not None
