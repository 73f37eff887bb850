"""The general Danish forms a unit's name takes: heads ("-udvalg", "Center for …") and abbreviations.

This is the seed list of the issue: forms of the language and of municipal law, no municipality's own names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# type of unit by head word; the head ends a compound ("Kulturudvalget") or stands before "for" ("Center for …")
HEADS: dict[str, str] = {
    "udvalg": "udvalg",
    "forvaltning": "forvaltning",
    "magistratsafdeling": "forvaltning",
    "afdeling": "center",
    "center": "center",
    "centret": "center",
    "centeret": "center",
    "kontor": "center",
    "sekretariat": "center",
    "enhed": "center",
    "stab": "center",
    "styrelse": "andet",
    "team": "team",
    "taskforce": "team",
    "råd": "råd",
    "nævn": "råd",
    "bestyrelse": "råd",
}
_ENDINGS = r"(?:ets|ens|nets|et|en|s)?"
_CAP = "A-ZÆØÅ"
_LOW = "a-zæøåéüö"
_PART = rf"[{_CAP}][{_LOW}]+-"
_JOIN = r"(?:\s*,\s*|\s+(?:og|&|samt)\s+|\s+)"
_COMPOUND_HEADS = "udvalg|forvaltning|afdeling|kontor|sekretariat|råd|raad|nævn|styrelse|enhed"
_NAME_WORD = rf"[{_CAP}][\w{_LOW}]+(?:-(?![\s,])[\w{_LOW}]+)*"
_BETWEEN_NAMES = r"-?(?:,\s+|\s+og\s+|\s+for\s+|\s+samt\s+|\s+&\s+|,\s+(?=og)| )(?:og\s+)?"
_NEW_NAME = r"(?!(?:Magistrat|Udvalg|Forvaltning|Rådmand|Borgmester|Byråd|Økonomiudvalg|Center\b|Afdelingen\b))"
_TWO_WORDS = rf"{_NAME_WORD}(?:\s+[{_LOW}]{{4,}}(?=\s+og\s+[{_CAP}]))?"
_NAME_LIST = rf"(?:det\s+|den\s+|de\s+)?{_TWO_WORDS}(?:{_BETWEEN_NAMES}{_NEW_NAME}{_NAME_WORD}){{0,4}}"
FIELD_NAME = rf"{_NEW_NAME}{_TWO_WORDS}"
FIELD_NAMES = rf"{FIELD_NAME}(?:,\s+{FIELD_NAME}){{0,3}}\s+(?:og|&)\s+{FIELD_NAME}"
"""A department's field in several words: "Børn og Unge", "Kultur, Fritid & Borgerservice"."""

_HYPHENED = re.compile(
    rf"(?<![\w-])(?:{_PART}{_JOIN}){{1,6}}[{_CAP}{_LOW}][{_LOW}]*?(?:{_COMPOUND_HEADS}){_ENDINGS}(?![\w-])"
)
_AMPERSAND = re.compile(
    rf"(?<![\w-])(?:{_NAME_WORD}-?,?\s+)?{_NAME_WORD}-?\s+&\s+[{_CAP}][{_LOW}]*?(?:{_COMPOUND_HEADS}){_ENDINGS}(?![\w-])"
)
_SMALL_HYPHENED = re.compile(  # "børne- og kulturudvalget"
    rf"(?<![\w-])(?:[{_LOW}]{{2,}}-(?:,\s+|\s+(?:og|&)\s+)){{1,4}}[{_LOW}]{{3,}}(?:udvalg|"
    rf"forvaltning){_ENDINGS}(?![\w-])"
)
_FIELD = (  # "Teknik", never a body or a definite noun: "Byråd og Økonomiudvalg" are two
    rf"{_NEW_NAME}[{_CAP}][{_LOW}]{{2,}}(?<!et)(?<!en)(?<!ne)(?<!råd)(?<!nævn)(?<!udvalg)(?<!forvaltning)"
    rf"(?<!ommune)(?<!mester)(?<!ektion)(?<!abinet)"
)
_LOOSE = re.compile(  # "Plan, Teknik – og Byudvalget", "Skole og fritidsudvalg", "Miljø- og Grøn Vækstudvalget"
    rf"(?<![\w-])(?:{_FIELD}(?:\s?[–-])?(?:,\s+|(?<=[–-])\s+)){{0,3}}"
    rf"(?:{_FIELD},?\s+og\s+|{_FIELD}\s?[–-],?\s+(?:og|&)\s+(?:(?!nye|det\b|den\b|\w*(?:udvalg|"
    rf"forvaltning))[{_CAP}{_LOW}][{_LOW}]{{3,}}\s+)?)"
    rf"[{_CAP}{_LOW}][{_LOW}]{{2,}}(?:udvalg|forvaltning){_ENDINGS}(?![\w-])"
)
_DASHED = re.compile(  # "Børn og Unge-udvalget"
    rf"(?<![\w-])(?:{_NEW_NAME}[{_CAP}{_LOW}][{_LOW}]{{2,}},?\s+(?:og|&)\s+)[{_CAP}{_LOW}][{_LOW}]{{2,}}-"
    rf"(?:udvalg|forvaltning){_ENDINGS}(?![\w-])"
)
_COMPOUND = re.compile(
    rf"(?<![\w-])[{_CAP}{_LOW}][{_LOW}]{{2,}}(?:udvalg|forvaltning|magistratsafdeling){_ENDINGS}(?![\w-])"
)
_CAPITAL_COMPOUND = re.compile(
    rf"(?<![\w-])[{_CAP}][{_LOW}]{{3,}}center\s+(?!Kommune)[{_CAP}][{_LOW}]+(?![\w-])"  # "Sprogcenter Midt"
    rf"|(?<![\w-])[{_CAP}][{_LOW}]{{3,}}(?:center|centret|centeret|kontor|sekretariat|afdeling|enhed|(?<!om)råd|"
    rf"nævn|styrelse){_ENDINGS}(?![\w-])"
)
_HEAD_FOR_SMALL = re.compile(  # "Udvalget for plan, byliv og kultur"
    rf"(?<![\w-])[Uu]dvalget\s+for\s+(?!(?:at|den|det|de|en|et)\b)[{_CAP}{_LOW}][{_LOW}]{{2,}}"
    rf"(?:,\s+[{_CAP}{_LOW}][{_LOW}]{{2,}}){{0,3}},?\s+og\s+(?!(?:at|der|som|har|er|skal|vil|kan)\b)"
    rf"(?:(?:grøn|social|lokal|digital|almen|strategisk|bæredygtig|åben)\s+)?"
    rf"[{_LOW}]{{3,}}(?:(?<!er)(?<!es)(?![\w-])|(?=\s*(?:[.,;:)\n]|$)))"
)
_SHORT_COMPOUND = re.compile(  # "HR-afdelingen", "KMB IT-udvalget"
    rf"(?<![\w-])(?:[{_CAP}]{{2,5}}\s)?(?:[{_CAP}]{{2,5}}|It|Hr)-(?:udvalg|afdeling|kontor|enhed|sekretariat|"
    rf"center|centr|"
    rf"team){_ENDINGS}(?![\w-])"
)
_HEAD_FOR = re.compile(
    rf"(?<![\w-])(?:[Uu]dvalg(?:et)?|Center(?:et)?|[Ff]orvaltning(?:en)?|[Aa]fdeling(?:en)?|"
    rf"[Kk]ontor(?:et)?|Enhed(?:en)?|Stab(?:en)?|"
    rf"Råd(?:et)?|Sekretariat(?:et)?|[Mm]agistratsafdeling(?:en)?|Team|"
    rf"Nævn(?:et)?)\s+for\s+{_NAME_LIST}(?:\s+af\s+{_NAME_WORD})?"
)
_ADJECTIVE = re.compile(
    rf"(?<![\w-])[{_CAP}][{_LOW}]+(?:isk|sk|alt|elt|t)\s+(?:Udvalg|Forvaltning|Afdeling|Revision)(?![{_LOW}])"
)
_NAMED = re.compile(
    rf"(?<![\w-])(?:Jobcenter|Center|Team|Ydelsescenter|"
    rf"Borgercenter)\s+(?!for\b)(?![\w-]+\s*:){_NAME_WORD}(?:\s+{_NAME_WORD})?"
    rf"|(?<![\w-])(?:{_NAME_WORD}s\s+)?Borgerservice(?![{_LOW}-])"
    rf"|(?<![\w-])(?:Intern(?:e)?|Ekstern(?:e)?)\s+[Rr]evision(?:en)?(?![\w-])"
    rf"|(?<![\w-])Borgerrådgiver(?:en|ens|funktionen)?(?![\w-])"
    rf"|(?<![\w-]){_NAME_WORD}s\s+(?:Ejendomme|Brandvæsen|Bibliotek(?:er|erne)?|Musikskole|"
    rf"Ungdomsskole)(?![\w-])"
    rf"|(?<![\w-])Koncern(?:[Ss]ervice|\s+IT)(?![\w-])"
    rf"|(?<![\w-])[Aa]dministrationen(?!s?\s+(?:af|på)\b)(?![\w-])|(?<![\w-])[Aa]dministrationens(?![\w-])"
    rf"|(?<![\w-])[Bb]orgmesterens\s+(?:[Aa]fdeling|[Ff]orvaltning|[Ss]tab)(?:en)?s?(?![\w-])"
    rf"|(?<![\w-])(?:{_NAME_WORD}\s+){{1,3}}(?:A/S|ApS|I/S)(?![\w-])"
    rf"|(?<![\w-])(?:[{_CAP}{_LOW}][{_LOW}]+-\s+og\s+)?[{_CAP}{_LOW}][{_LOW}]{{3,}}(?<!kommunal)(?:chefen|"
    rf"direktøren)(?![\w-])"
    rf"|(?<![\w-])[Kk]redsen\s+af\s+(?:administrerende\s+|adm\.\s+)?[{_LOW}]{{4,}}"
)
_COMPANY = re.compile(r" (?:A/S|ApS|I/S)$")
_BODY_FORMS = {  # form in running text, type
    "byråd": ("Byrådet", "råd"),
    "kommunalbestyrelse": ("Kommunalbestyrelsen", "råd"),
    "borgerrepræsentation": ("Borgerrepræsentationen", "råd"),
    "magistrat": ("Magistraten", "råd"),
    "regionsråd": ("Regionsrådet", "råd"),
    "direktion": ("Direktionen", "andet"),
    "overborgmester": ("Overborgmesteren", "borgmester"),
    "borgmester": ("Borgmesteren", "borgmester"),
    "borgmestre": ("Borgmestrene", "borgmester"),
    "rådmænd": ("Rådmændene", "borgmester"),
    "kommunaldirektør": ("Kommunaldirektøren", "andet"),
    "jobcenter": ("Jobcentret", "center"),
    "jobcentr": ("Jobcentret", "center"),
}
_BODIES = re.compile(
    rf"(?<![\w-])(?P<stem>{'|'.join(sorted(_BODY_FORMS, key=len, reverse=True))})(?:et|en|nen|ene|ne|e|"
    rf"n)?(?P<s>s)?(?![\w-])",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?i:fag|under|lokal|tema|øvrige|opgave|special|sær|central|fælles|om|op|sags|budget|selv|stats|kommunal|"
    r"for|an|be|ledelses|"
    r"samarbejds|menings|magts|kommune|tvær|økonomi-?styrings|porteføljestyrings|arbejdsgiver|lokaler?|enkelt|"
    r"del|viden?|bygge|ansættelses)"
    r"(?:udvalg|forvaltning)(?:et|en|ets|ens|s)?$"
    # an activity in small letters, an administration with a capital
    r"|^(?:drifts|natur|skov|vej|ejendoms|data|projekt|person(?:ale)?|aktivitets|magistrats)(?:udvalg|"
    r"forvaltning)(?:et|en|ets|ens|s)?$"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place a unit is named. start, end: offsets into the text; text: as written without a genitive s
    and with white space collapsed; type: as in ``core.schema.Unit``; genitive: "Socialforvaltningens"."""

    start: int
    end: int
    text: str
    type: str
    genitive: bool = False


def find_names(text: str) -> list[Mention]:
    """All spelled-out unit names in a text, longest first at each place, without overlaps."""
    found = sorted(_raw(text), key=lambda m: (m.start, -m.end))
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _raw(text: str) -> Iterator[Mention]:
    for pattern in (
        _HYPHENED,
        _SMALL_HYPHENED,
        _AMPERSAND,
        _LOOSE,
        _DASHED,
        _COMPOUND,
        _CAPITAL_COMPOUND,
        _SHORT_COMPOUND,
        _HEAD_FOR,
        _HEAD_FOR_SMALL,
        _ADJECTIVE,
    ):
        for match in pattern.finditer(text):
            mention = _mention(match.group(), match.start())
            if mention is not None:
                yield mention
    for match in _NAMED.finditer(text):
        name, kind, genitive = _plain(match.group(), "selskab" if _COMPANY.search(match.group()) else "funktion")
        yield Mention(match.start(), match.end(), name[0].upper() + name[1:], kind, genitive)
    for match in _BODIES.finditer(text):
        yield _body(match)


def _mention(raw: str, start: int) -> Mention | None:
    raw = _trim(raw)
    name = re.sub(r"\s[–-]\s+(?=og\s)", "- ", " ".join(raw.split()))
    if _GENERIC.match(name) or name.lower() in HEADS:
        return None
    if _SMALL_HYPHENED.fullmatch(raw):
        name = re.sub(rf"(?<![\w])[{_LOW}](?=[{_LOW}]+(?:-|$))", lambda m: m.group().upper(), name)
    kind = unit_type(name)
    return Mention(start, start + len(raw), *_plain(name, kind))


def _trim(raw: str) -> str:
    return re.sub(r"[\s,]+(?:og|samt|for)?\s*$", "", raw)


def _plain(name: str, kind: str) -> tuple[str, str, bool]:
    name = " ".join(name.split())
    genitive = re.search(r"(?:udvalgets|forvaltningens|[Aa]fdelings|[a-zæøå]{3}(?:ets|ens|nens))$", name) is not None
    if genitive:
        name = name[:-1]
    return definite(name), kind, genitive


def _body(match: re.Match[str]) -> Mention:
    name, kind = _BODY_FORMS[match["stem"].lower()]
    return Mention(match.start(), match.end(), name, kind, match["s"] is not None)


def unit_type(name: str) -> str:
    """Type by the head of a name: "Kulturudvalget" → udvalg, "Center for Byliv" → center."""
    low = name.lower()
    first = re.match(r"(\w+?)(?:et|en)?\s+for\s", low)
    if first:
        return HEADS.get(first[1], "center")
    last = re.sub(r"(?:ets|ens|et|en|s)$", "", re.split(r"[\s-]", low)[-1])
    for head, kind in HEADS.items():
        if last.endswith(head):
            return kind
    return "andet"


def definite(name: str) -> str:
    """The name as it is used in running text: "Kulturudvalg" → "Kulturudvalget"."""
    if re.search(r"(?:[a-zæøå-]{2}udvalg)$", name):
        return name + "et"
    if re.search(r"[a-zæøå-]{2}forvaltning$", name):
        return name + "en"
    return name
