"""The lines at the top that name a meeting and nothing it dealt with, and how many cases a paper holds."""

from __future__ import annotations

import re
from collections import Counter

from core.danish.date_readers import MONTH_NAMES

MINUTES_WORD = (
    r"dagsorden\s+med\s+(?:vedtagelser|beslutninger)|\w*referat(?:et)?|\w*protokol(?:udskrift)?|udskrift|"
    r"beslutninger\s+fra\s+mødet"
)
AGENDA_WORD = r"\w*dagsorden(?:en)?"
_PAPER = re.compile(rf"(?<!\w)(?:{MINUTES_WORD}|{AGENDA_WORD}|notat|møde[rt]?)(?!\w)", re.IGNORECASE)
_SMALL_WORDS = (
    "i på for fra til af den det d kl og med ved nr møde mødet mødets møder afholdt ordinær ordinært ekstraordinær "
    "ekstraordinært åben åbent lukket godkendt foreløbigt fælles tillæg vedtagelser lokale mødelokale sal"
)
_SMALL = frozenset(_SMALL_WORDS.split()) | {
    *MONTH_NAMES,
    *(f"{day}dag" for day in ("man", "tirs", "ons", "tors", "fre", "lør", "søn")),
}
_REMARKS = re.compile(r"(?:bemærkninger|ændringer|tillæg|bilag|godkendelse|tidligere)\b", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_][\w-]*")
_BODY_FOR = re.compile(r"\budvalg(?:et)?\s+for\s+[^\d,–:]+?(?=\s+(?:\w+dag|den|d\.|kl)\b|\s*[\d,–:]|$)", re.IGNORECASE)
_CASE_PART = re.compile(
    r"^\W*(sagsresum[eé]|resum[eé]|indstilling|sagsfremstilling|sagsbeskrivelse|problemstilling|beslutningstema|"
    r"sagens\s+kerne)\b\W*$",
    re.IGNORECASE | re.MULTILINE,
)
_ATTENDED = re.compile(
    r"^\W*(?:(?:ej|ikke)\s+til\s+stede|afbud(?:\s+fra)?|fraværende(?:\s+med\s+afbud)?|(?:møde)?deltagere|til\s?stede(?:værende)?|tilstede|"
    r"mødet\s+(?:sluttede|hævet|startede)|godkendelse\s+af\s+dagsorden(?:en)?\s*:)(?:\W|$)",
    re.IGNORECASE | re.MULTILINE,
)
_POINT = re.compile(
    r"^[ \t#*•-]*(?:punkt|pkt\.|sag)[ \t]+(?:nr\.?[ \t]*)?(\d{1,3})\b(?![ \t]*(?:\d|af\b))",
    re.IGNORECASE | re.MULTILINE,
)
POINT_NUMBER = re.compile(r"^\W*(?:(?:punkt|pkt\.|sag)\s+(?:nr\.?\s*)?)?\d{1,3}\s*[.:)]?\s+(?=\w)", re.IGNORECASE)


def names_meeting(text: str) -> bool:
    """True for a line made of the kind of paper, a body, a day and a place: "Referat Havneudvalget 3. maj 2026".
    A line with a subject ("Referat af temadag om stier") is none."""
    if not _PAPER.search(text) or len(text) > 160 or POINT_NUMBER.match(text) or _REMARKS.match(text):
        return False
    rest = _BODY_FOR.sub(" ", _PAPER.sub(" ", text))
    return not any(word.islower() and word not in _SMALL for word in _WORDS.findall(rest))


def case_count(text: str) -> int:
    """How many cases the usual sections speak of: the section that comes most often, or the numbered points.
    0 where there are none."""
    parts = Counter(match.group(1).lower().replace("é", "e") for match in _CASE_PART.finditer(text))
    points = len(set(_POINT.findall(text)))
    return max(max(parts.values(), default=0), points if parts else 0)


def attended(text: str) -> int:
    """How many lines tell who was there, who was not and when the meeting began or ended."""
    return len(_ATTENDED.findall(text))
