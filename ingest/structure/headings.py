"""Which drafts are headings, and of what style."""

from __future__ import annotations

import re

from core.danish.date_readers import MONTH_NAMES
from ingest.structure.captions import is_caption
from ingest.structure.drafts import Draft
from ingest.structure.joins import is_open
from ingest.structure.sections import heads_nothing, is_section_word

_MAX_WORDS = 26
_TAG = re.compile(r"\[(?:afsnit|bilag|del|kapitel)\s+[\wÆØÅæøå]{1,4}\]\s*$", re.IGNORECASE)
_PART = re.compile(
    r"^(del|kapitel|afsnit|bilag|fase|tema|spor|punkt)\s+(?:\d{1,2}|[A-ZÆØÅ]|[IVX]{1,4})\b", re.IGNORECASE
)
_VERB = re.compile(
    r"\b(?:er|var|bliver|blev|har|havde|skal|skulle|vil|ville|kan|kunne|må|måtte|bør|burde|får|fik|sker|skete|siger|"
    r"svarer|spørger|anvendes|foreslås|indstilles|bemærkes|godkendes|godkendt|godkendte|forventes|vurderes|afsættes|"
    r"flyttes|samles|kommer|giver|går|står|ligger|deltog|orienterede|drøftede|besluttede|tiltrådte)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:der|som|hvad|hvem|hvor|hvordan|hvornår|når|at)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_CONTACT = re.compile(
    r"\w@\w+\.|\bwww\.|https?:|\b(?:\d{2} ){3}\d{2}\b|\b\d{4} \d{4}\b|\d{8,}"
    r"|\b\d{4} [A-ZÆØÅ][a-zæøå]+(?: [A-ZÆØÅ]\b)?$"
)
_FIELD = re.compile(
    r"(?:(?:sags|dokument|journal|ean|cvr|j)[- ]?\.?\s?(?:nummer|nr)\b|sagsbehandler|(?:møde)?(?:dato|tid|sted)|"
    r"telefon|tlf|e-?mail|direkte|referent|tidspunkt|lokale|(?:møde)?deltagere|afbud|til|fra|kopi|cc)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"(?:møde)?deltagere$|afbud$", re.IGNORECASE)
_MEMBER = re.compile(r"[a-zæøå] \([A-ZÆØÅ]\)(?:,.*|\s*-?\s*afbud)?$")  # a council member with the party's letter
_LABEL = re.compile(r"^[^:]{2,40}:\s+\S")
_ABBREVIATED = re.compile(r"\b(?:mv|m\.v|m\.m|mm|m\.fl|osv|o\.l|o\.lign|stk|nr|pct|a/s)\.$", re.IGNORECASE)
_TITLE_LABEL = re.compile(
    r"^\w*(?:plan|notat|aftale|referat|strategi|politik|indstilling|redegørelse)\b[^:]*:", re.IGNORECASE
)
_YEARS = re.compile(r"(?<=[a-zæøå] )(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d))?$")  # a title's period
_VALUES = re.compile(r"^[\d.,%\s–-]+$")


def looks_like_heading(draft: Draft, following: Draft | None, before: Draft | None, width: int) -> bool:
    """Judged by its words: short, capitalised, no sentence, and with something under it."""
    text = _plain(draft.body)
    words = text.split()
    if is_section_word(text) and following is not None:
        return True
    if not words or following is None or len(words) > _MAX_WORDS or len(text) > 260 or len(draft.lines) > 8:
        return False
    if len(draft.lines) > 1 and draft.mark is None and not _TAG.search(text) and _full_lines(draft, width):
        return False
    if not _starts_like_heading(text) or _ends_like_sentence(text, draft, before) or _other_thing(text, draft):
        return False
    if before is not None and before.text.endswith(":") and not text.endswith(":") and draft.mark is None:
        return False
    if text.endswith(":") and (len(words) > 12 or following.text[-1] not in ".:"):
        return False
    return not has_verb(text) or len(words) <= 3 or text.endswith("?")


def _full_lines(draft: Draft, width: int) -> bool:
    """Running text fills its lines: all but the last are nearly as long as the usual full line."""
    return min(len(line.text) for line in draft.lines[:-1]) >= 0.84 * width


def _ends_like_sentence(text: str, draft: Draft, before: Draft | None) -> bool:
    """A closing mark other than a colon, or a word that leaves it open. A short question may head a section."""
    if text.endswith("?"):
        alone = len(draft.lines) == 1 and len(text.split()) <= 10 and text.count("?") == 1 and ". " not in text
        return not (alone and (draft.mark is not None or before is None or before.text.endswith(".")))
    return (text.endswith((".", ";", "!", ",")) and not _ABBREVIATED.search(text)) or is_open(text)


def _other_thing(text: str, draft: Draft) -> bool:
    """A caption, contact details, numbers, a labelled value, a table's line."""
    first = draft.lines[0].text
    if heads_nothing(text) or (draft.mark is None and _MEMBER.search(text)):
        return True
    if _FIELD.match(first) and not _PEOPLE.match(text):
        return True
    if is_caption(text) or _CONTACT.search(text) or _VALUES.match(text) or "\t" in text or text.count("|") > 1:
        return True
    if _LABEL.match(text) and not _TITLE_LABEL.match(text):
        return True
    text = _without_period(text)
    return sum(c.isalpha() for c in text) < 0.6 * len(text.replace(" ", ""))


def _without_period(text: str) -> str:
    """A title without the years it is for; a date stays whole."""
    bare = _YEARS.sub("", text).strip()
    day = any(c.isdigit() for c in bare) or not bare or bare.split()[-1].lower().rstrip(".") in MONTH_NAMES
    return text if day else bare


def _plain(text: str) -> str:
    return text.replace("**", "").replace("__", "").strip()


def _starts_like_heading(text: str) -> bool:
    head = text.lstrip("\"'”“„»«([§ ")
    return bool(head) and (head[0].isupper() or head[0].isdigit()) and sum(c.isalpha() for c in text) >= 3


def has_verb(text: str) -> bool:
    """True where a finite verb stands outside a relative clause."""
    bare = re.sub(r"\([^)]*\)", "", text)
    return any(not _RELATIVE.search(bare[: m.start()]) for m in _VERB.finditer(bare))


def style_of(draft: Draft) -> tuple[str, float]:
    """What kind of heading it is; equal styles stand at equal depth."""
    text = _plain(draft.text)
    if draft.mark and draft.mark.kind == "hash":
        return "level", draft.mark.depth
    if draft.hint and draft.hint.kind == "heading" and draft.hint.level:
        return "level", draft.hint.level
    part = _PART.match(text)
    if part:
        return f"part-{part.group(1).lower()}", 0
    if draft.mark and draft.mark.kind in ("label", "decimal", "number", "letter", "roman"):
        return draft.mark.kind, draft.mark.depth
    if _TAG.search(text):
        return "tag", 0
    if draft.hint and draft.hint.size:
        return "size", round(draft.hint.size, 0)
    if is_section_word(text):
        return "section", 0
    if text.endswith(":"):
        return "colon", 0
    if text.isupper() and len(text) > 3:
        return "caps", 0
    return "plain", 0


class Outline:
    """Keeps the path of open headings. A style met before closes what stands under its last place; a new
    style opens below, unless its rank says it stands above."""

    def __init__(self, *, agenda: bool = False, case: bool = False) -> None:
        """agenda: numbered headings are points of an agenda and stand above the usual sections.
        case: the usual sections stand above other plain headings."""
        self._agenda, self._case = agenda, case
        self._open: list[tuple[tuple[str, float], str]] = []

    def path(self) -> tuple[str, ...]:
        """Titles of the open headings from the outermost."""
        return tuple(title for _, title in self._open)

    def enter(self, style: tuple[str, float], title: str) -> int:
        """Open a heading; returns its level from 1."""
        if style[0] == "section" and not self._case:
            style = ("plain", 0)
        keep = len(self._open)
        for i, (other, _) in enumerate(self._open):
            if other == style or _outranks(style, other) or (self._agenda and _is_point(style, other)):
                keep = i
                break
        del self._open[keep:]
        self._open.append((style, title))
        return len(self._open)


_PARTS = ("part-bilag", "part-del", "part-kapitel")
_ABOVE = {
    "level": {"number", "letter", "roman", "label", "plain", "colon", "caps", "tag", "section"},
    "size": {"letter", "plain", "colon", "section"},
    "number": {"letter", "colon"},
    "label": {"colon"},
    "plain": {"colon"},
    "section": {"colon", "plain"},
    "caps": {"colon"},
    "tag": {"colon"},
}


def _is_point(style: tuple[str, float], other: tuple[str, float]) -> bool:
    return style[0] in ("number", "label", "part-punkt") and other[0] in ("section", "plain", "caps", "colon")


def _outranks(style: tuple[str, float], other: tuple[str, float]) -> bool:
    """True where ``style`` always stands above ``other``."""
    kind, depth = style
    if kind in _PARTS:
        return other[0] not in _PARTS or _PARTS.index(kind) < _PARTS.index(other[0])
    if kind == "size" == other[0]:
        return depth > other[1]
    if kind == other[0] or {kind, other[0]} == {"decimal", "number"}:
        return depth < other[1]
    return other[0] in _ABOVE.get(kind, ())
