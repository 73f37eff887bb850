"""What a stretch of Danish text holds that can answer a question: sums, dates, numbers, persons, units."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from answer.counting import Value, numbers, numbers_for
from answer.understanding.kinds import Asked
from core.danish.amounts import find_amounts
from core.danish.dates import find_dates
from core.danish.tokens import is_stop_word, normal
from core.schema import Unit

_UNIT = re.compile(
    r"\b(?:(?:[A-ZÆØÅ][\wæøå]*-(?:,| og)? ){0,3}[A-ZÆØÅ][\wæøå]*(?:udvalget|forvaltningen|rådet|nævnet|"
    r"styrelsen|repræsentationen|"
    r"udvalg|forvaltning|service|direktionen)|(?:Center|Centre|Kontor|Kontoret|Enheden|Enhed|Team|Afdelingen|"
    r"Rådet|Huset|Institut) for "
    r"[A-ZÆØÅ][\wæøå]+(?: og [A-ZÆØÅ][\wæøå]+)*|[Ff]orvaltningen|[Uu]dvalget|[Jj]obcentret|[Dd]irektionen|"
    r"[Rr]egionen|[\w-]*organisationer\w*|[A-Z]\w*MED|[Bb]orgmest(?:er|re)\w*|[Pp]art(?:i)?erne|[Ll]ederen|[Mm]edarbejderne)\b"
)
_ABBREVIATION = re.compile(r"\b[A-ZÆØÅ]{2,5}\b(?:/[A-ZÆØÅ]{2,5})?")
_NAME = re.compile(
    r"\b[A-ZÆØÅ][a-zæøåéü]+(?:-[A-ZÆØÅ][a-zæøåéü]+)?(?: (?:[A-ZÆØÅ]\.|"
    r"[A-ZÆØÅ][a-zæøåéü]+(?:-[A-ZÆØÅ][a-zæøåéü]+)?)){1,4}"
)
_ROLE = re.compile(  # titles that stand before a name with a capital
    r"^(?:(?:Vice|Over|Under)?(?:[Bb]orgmester|[Rr]ådmand|[Ff]ormand|[Dd]irektør)|Næstformand|Forperson|Ordfører|Sekretær|"
    r"Kommunaldirektør|Stadsdirektør|Byrådsmedlem|Afdelingschef|Kontorchef|Centerchef|Områdechef|Leder|Minister|Adm\.?)\s+"
)
_NOT_NAME = re.compile(
    r"\b(?:Kommune|Borgerservice|Folkeparti|Venstre|Alliance|Strand|Revision|Ejendomme|Online|Teams|"
    r"Indgang|Landevej|Byggeri|It|IT|Analyse|Plan|Aftale|Tabel|Figur|Gruppe|Princip|Center|Force|Danmark|Region|"
    r"Udvalg|Byråd|Byrådet|Dato|Punkt|Bilag|Beslutninger|Beslutning|Dagsorden|Sagsforløb|\w*forening|\w*forbund)\b"
)
_TERM = re.compile(
    r"\b(?:inden for|senest|efter|inden|om|hver(?:t)?)\s+\S+\s+(?:dage?|uger?|måned(?:er)?|år|kvartal(?:er)?)\b|"
    r"\b(?:før|efter|inden|ved|i)\s+(?:\w+\s)?(?:sommer|jule|efterårs|vinter|påske)ferien\b|"
    r"\b(?:straks|snarest(?: muligt)?|hurtigst muligt|løbende|årligt|halvårligt|månedligt|ugentligt)\b",
    re.IGNORECASE,
)
_KEPT = 5000  # texts whose values are kept: the same sentences are looked at by one question after the other
_ANY_DAY = date(2000, 1, 1)  # a year for dates that name none: what counts here is that a time is told
_MONEY = re.compile(
    r"\b(?:kr|kroner|mio|mia|penge\w*|midler\w*|kost\w*|budget\w*|beløb\w*|bevil\w*|afs(?:at|æt)\w*|udgift\w*|"
    r"dyr\w*|pris\w*|finansier\w*|betal\w*|spar\w*|tilskud\w*|støtte\w*|cost|money|funding)\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"\s*(?:%|pct\b|procent|[mk]m?[23²³]|(?:tons?|kg|kilo(?:gram)?|gram|liter|timer?|minutter|km|kilometer|meter|m|cm|"
    r"kubikmeter|kvadratmeter|hektar|ha|[kmg]?wh?|grader|gange|årsværk|point|procentpoint|dage?|uger?|måneder|år)\b)",
    re.IGNORECASE,
)
_DEFINES = re.compile(
    r"\b(?:menes|betyder|dækker|forstås|defineres|er en|er et|står for|handler|samler|består af|omfatter|"
    r"kaldes|såkaldte?|dvs\.?)\b|"
    r"[a-zæøå] \([A-ZÆØÅ]{2,6}\)"
)
_REASON = re.compile(
    r"\b(?:fordi|da|skyldes|derfor|idet|eftersom|for at|med henblik på|mhp\.?|grundet|på grund af|i lyset af|"
    r"formålet|baggrund|så)\b",
    re.IGNORECASE,
)
_ENUMERATES = re.compile(r",[^,.]{2,60}(?:,[^,.]{2,60})* (?:og|samt|eller) |;|\b1\)")
_ACTS = re.compile(r"\b(?:skal|kan|vil|bliver|er|har|sker|sikre\w*|gennem|ved at|således)\b", re.IGNORECASE)


class UnitNames:
    """All names and abbreviations of units the register knows. of: document id → the municipality whose paper it is, ""
    where unknown, where papers of several are held: each has its own units."""

    def __init__(self, units: Iterable[Unit], of: Mapping[str, str] | None = None) -> None:
        self.units = tuple(units)
        self._of = of or {}
        self._own = {key: unit for unit in reversed(self.units) for key in self._keys(unit)} if of else {}
        names: dict[str, Unit] = {}
        for unit in self.units:
            for name in (unit.name, *unit.abbreviations, *unit.aliases):
                if name:
                    names.setdefault(normal(name), unit)
        self.by_name = names
        longest = sorted((re.escape(name) for name in names if len(name) > 1), key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w])(?:{'|'.join(longest)})(?=s?\b)", re.IGNORECASE) if longest else None
        self._found = lru_cache(maxsize=_KEPT)(self._read)

    def find(self, text: str) -> list[Value]:
        """Known units in a text, and what has the form of one. Short abbreviations count in capitals only."""
        return list(self._found(text))

    def _read(self, text: str) -> tuple[Value, ...]:
        found = [Value(m.start(), m.end(), m.group(), "unit") for m in _UNIT.finditer(text)]
        if self._pattern is not None:
            found += [
                Value(m.start(), m.end(), m.group(), "unit") for m in self._pattern.finditer(text)
                if len(m.group()) > 5 or m.group().isupper()
            ]  # fmt: skip
        return tuple(found)

    def unit(self, name: str, document_id: str = "") -> Unit | None:
        """The unit of any of its names, in the municipality whose paper the document is."""
        if document_id and self._of:
            return self._own.get((self._place(document_id), normal(name)))
        return self.by_name.get(normal(name))

    def namesakes(self, unit: Unit) -> list[Unit]:
        """The unit, and bodies that bear its name in other municipalities."""
        return [unit, *(u for u in self.units if u is not unit and u.name == unit.name)] if self._of else [unit]

    def _keys(self, unit: Unit) -> list[tuple[str, str]]:
        """A unit's names with the municipality that has it."""
        names = (unit.name, *unit.abbreviations, *unit.aliases)
        return [(self._place(document_id), normal(n)) for document_id, _ in unit.places[:1] for n in names if n]

    def _place(self, document_id: str) -> str:
        """A paper that is nobody's has units of its own."""
        return self._of.get(document_id) or document_id


def persons(text: str) -> list[Value]:
    """What looks like a person's name: two to five capitalised words that name no place, body or heading."""
    return list(_persons(text))


@lru_cache(maxsize=_KEPT)
def _persons(text: str) -> tuple[Value, ...]:
    found = []
    for match in _NAME.finditer(text):
        name = _ROLE.sub("", match.group())
        if " " not in name:
            continue
        start = match.end() - len(name)
        if _NOT_NAME.search(name) or _UNIT.search(name) or is_stop_word(name.split()[0]):
            continue
        found.append(Value(start, match.end(), name, "person"))
    return tuple(found)


def values(kind: Asked, text: str, names: UnitNames, asks: str = "") -> list[Value]:
    """The values in a text that can answer a question of this kind. asks: the question, which says more closely
    what sort of number or sum is meant."""
    if kind is Asked.AMOUNT:
        return list(_sums(text)) or (_measures(text) if asks and not _MONEY.search(asks) else [])
    if kind is Asked.DATE:
        return list(_times(text))
    if kind is Asked.NUMBER:
        return numbers_for(asks, text)
    if kind is Asked.PERSON:
        return persons(text)
    if kind is Asked.OWNER:
        return names.find(text)
    return _marks(kind, text)


@lru_cache(maxsize=_KEPT)
def _sums(text: str) -> tuple[Value, ...]:
    return tuple(Value(a.start, a.end, a.text, "amount") for a in find_amounts(text))


@lru_cache(maxsize=_KEPT)
def _times(text: str) -> tuple[Value, ...]:
    """Dates, those without a year too, and spans of time ("inden for 52 uger", "hvert fjerde år")."""
    dates = [Value(d.start, d.end, d.text, "date") for d in find_dates(text, _ANY_DAY)]
    return (*dates, *(Value(m.start(), m.end(), m.group(), "term") for m in _TERM.finditer(text)))


def _measures(text: str) -> list[Value]:
    """Numbers with a unit, for "hvor meget" that asks for no money."""
    return [v for v in numbers(text) if _MEASURE.match(text[v.end : v.end + 24])]


_MARKS = {
    Asked.DEFINITION: _DEFINES,
    Asked.REASON: _REASON,
    Asked.LIST: _ENUMERATES,
    Asked.PROCESS: _ACTS,
}


@lru_cache(maxsize=50_000)
def _found(pattern: re.Pattern[str], text: str) -> tuple[Value, ...]:
    return tuple(Value(m.start(), m.end(), m.group(), "mark") for m in pattern.finditer(text))


def _marks(kind: Asked, text: str) -> list[Value]:
    pattern = _MARKS.get(kind)
    return list(_found(pattern, text)) if pattern else []
