"""Questions on who has a task that other question words hide: "hvor længe beholder …", "hvor endte …"."""

from __future__ import annotations

import re

from core.danish.date_readers import ANY_MONTH

_HELD = (
    r"(?:ansvar\w*|\w*myndighed\w*|kompetence\w*|behold\w*|liggende|ligger|lå|hører|hørte|hos\b|under\b|varetag\w*|"
    r"står? for|tager sig af|har opgaven|driver|drifter)"
)
_WENT = (
    r"(?:ende[rst]?|endte|havne[rt]?|havnede|ryk\w*|ryg\w*|røg|overgå\w*|overgik|hør\w*|flytte\w*|flyttede|placere\w*|"
    r"går|gik|lande[rt]?|landede|tilhør\w*|forank\w*|sidder|sad)"
)
_OWNING = re.compile(
    # two times for one owner: no comparison of two things
    r"^hvem\b.*\b(?:henholdsvis|hhv)\b|"
    rf"\bhvor længe\b.*\b{_HELD}|"
    r"^hvor (?:henne )?i (?:organisation\w*|kommunen|forvaltningen|systemet)\b|"
    r"^hvor (?:er|bliver|skal|skulle|blev|var|vil) .*\b(?:placere[st]?|placeret|forankre\w*|organisere\w*)\b|"
    rf"\bhvor {_WENT}\b|\bhvor (?:skal|skulle|vil|kommer) .*\b(?:hen|høre (?:til|under)|forankres)\b|"
    r"\bhvilke[nt]? (?:rul|bølge|fase|etape|runde)\b|"
    r"\bhvis (?:ansvar|opgave|bord|opgaver)\b|"
    r"\bwhere (?:does|do|did|will|is|are|was|were) .*\b(?:belong|placed|end up|moved?)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"^(?:og )?hvem (?:der )?(?:gjorde|gør|havde|har|får|fik|tog|tager|stod|står|bliver|var|er|overtager|overtog|skal) "
    r"(?:så |selv )?(?:det|den|dem|de|ansvaret|opgaven|opgaverne|for det|sig af det)\b"
    rf"(?: (?:før|da|nu|så|i dag|indtil|hidtil|efter|bagefter|derefter|tidligere|nytår|til|fra|i|den|sidst|dengang|"
    rf"{ANY_MONTH}|\d{{1,4}}\.?))*"
    r"\W*$",
    re.IGNORECASE,
)


_POINTS_BACK_ENGLISH = re.compile(
    r"^(?:and )?who (?:has|had|did|does|gets|got|will have|takes|took) (?:it|them|that|this)\b[\w ]{0,24}\W*$",
    re.IGNORECASE,
)


_HOW_BEFORE = re.compile(  # "og hvordan var det før?", "hvor lå det tidligere?"
    r"^(?:og )?(?:hvordan (?:var|er) det|hvor (?:lå|var|hørte) (?:det|den|de|opgaven|ansvaret)(?: til| henne)?) "
    r"(?:før(?: (?:det|da|den tid|i tiden))?|tidligere|hidtil|dengang|indtil (?:da|nu)|før i tiden)\W*$",
    re.IGNORECASE,
)
# case matters: units are written with capitals
_CHOICE = re.compile(
    r"^(?:[Hh]ar|[Ee]r det|[Hh]ører|[Ll]igger|[Ff]år|[Ss]kal|[Bb]liver|[Vv]ar det|[Hh]avde)\b.*\b[A-ZÆØÅ][\w-]* eller "
    r"(?:hos |under |i |det )?[A-ZÆØÅ][\w-]*.*"
)
_HAS = re.compile(rf"\b(?:{_HELD}|overtage\w*|har|får|hører|ansvaret)\b", re.IGNORECASE)


def asks_choice(text: str) -> bool:
    """ "Har SOF eller BIF ansvaret for …?": which of two units, not yes or no."""
    return _CHOICE.match(text) is not None and _HAS.search(text) is not None


def asks_owner(text: str) -> bool:
    """True where the question wants the owner of a task though its first words look like another kind."""
    return _OWNING.search(text) is not None or points_back(text)


def points_back(text: str) -> bool:
    """True for a second question about the same task ("hvem gjorde det før?", "hvordan var det før?")."""
    text = text.strip()
    return any(form.search(text) is not None for form in (_POINTS_BACK, _POINTS_BACK_ENGLISH, _HOW_BEFORE))
