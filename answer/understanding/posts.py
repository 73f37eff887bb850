"""Questions for who holds a post: the chair of a group, who led a meeting, who took its minutes, who heads a centre."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BODY = (
    r"\w*(?:gruppe|udvalg|råd|bestyrelse|nævn|udvalg|forum|kreds|team|projekt|enhed|center|centre|afdeling|forvaltning|"
    r"direktion|kommission|møde|med)(?:n|t|en|et|er|met)?"
)
_LEADS = r"\b(?:lede[rt]?|ledede|står i spidsen|stå i spidsen|stod i spidsen|sad for bordenden|styrede)\b"


@dataclass(frozen=True, slots=True)
class Post:
    """A post. asked: marks a question for it. told: marks a line that tells who holds it. words: those of a question
    that name the post and no topic."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    words: re.Pattern[str]


def _post(asked: str, told: str, words: str) -> Post:
    who = r"\b(?:hvem|hvad hedder|hvilken person|navnet på)\b.*"
    flags = re.IGNORECASE
    return Post(re.compile(rf"{who}{asked}", flags), re.compile(told, flags), re.compile(words, flags))


_SHARED = r"fungere\w*|bliver?|skal|hedder|navnet|person\w*|rolle\w*|post\w*|har|sidder"
_NAME = r"(?-i:[A-ZÆØÅ][a-zæøå]+(?: [A-ZÆØÅ]\.)? [A-ZÆØÅ][a-zæøå]+)"
POSTS = (
    _post(
        r"\bnæst(?:formand|forperson)\w*",
        r"\bn(?:æ|ae)st(?:formand|forperson)\w*",
        rf"næst\w+|{_SHARED}",
    ),
    _post(
        r"(?:\breferent\w*|\b(?:førte|fører|tager|tog|skrev|skriver) (?:mødets )?referat\w*|\breferatet skrevet)",
        r"\breferent\w*|\breferat (?:ved|v/|af)\b",
        rf"referent\w*|referat\w*|før(?:er|te)|tager|tog|skrev\w*|{_SHARED}",
    ),
    _post(
        r"\bsekretær\w*(?! for borgmester)",
        r"\bsekretær\b|\bsekretariatsbetjen\w*|\bsekretariat:",
        rf"sekretær\w*|{_SHARED}",
    ),
    _post(
        rf"(?:\b(?:formand|forperson|mødeleder|ordstyrer)\w*|{_LEADS}(?=.*\b\w*(?:gruppe|udvalg|råd|bestyrelse|nævn|møde)))",
        r"\b(?:formand|forperson|mødeleder|ordstyrer)\w*",
        rf"formand\w*|forperson\w*|mødeleder\w*|ordstyrer\w*|lede\w*|spidsen|står?|stod|{_SHARED}",
    ),
    _post(  # never who was it before or after another
        r"\b(?:er|hedder)\b(?: [\w-]+)? borgmester(?:en)?\b(?!.*\b(?:før|efter|inden|siden)\b)",
        rf"(?<!\w)borgmester(?:en)?(?=,? {_NAME})",
        rf"borgmester\w*|{_SHARED}",
    ),
    _post(
        r"(?:\b(?:står|stå|stod) i spidsen|"
        r"\b(?:er|bliver|blev|var) (?:[\w-]+ )?(?:leder|chef|centerchef|afdelingsleder|direktør) (?:for|af)\b)",
        r"\b\w*(?:chef|leder|direktør|formand)\b",
        rf"spidsen|\w*leder|\w*chef|direktør|står?|stod|nye?|kommende|{_SHARED}",
    ),
)
_PRESENT = re.compile(
    r"\bog (?:var|er|deltog|mødte|kom) (?:vedkommende|hun|han|personen|de|denne)\b.*\b(?:mød\w*|stede|med|afbud|op)\b",
    re.IGNORECASE,
)
_OTHER_BODY = re.compile(rf"\b{_BODY}\b", re.IGNORECASE)


def post_asked(text: str) -> Post | None:
    """The post whose holder is asked for, None for any other question."""
    return next((post for post in POSTS if post.asked.search(text)), None)


def after_post(text: str) -> str:
    """What is asked after it: "og var vedkommende til mødet"; "" where nothing is."""
    found = _PRESENT.search(text)
    return found.group() if found else ""


def bodies(text: str) -> list[str]:
    """The words of a text for groups, committees and meetings."""
    return [found.group().lower() for found in _OTHER_BODY.finditer(text)]
