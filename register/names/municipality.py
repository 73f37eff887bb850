"""Whose paper a document is: the municipality or region it names itself by. Papers of different ones tell of different
committees, budgets and counts, however alike their words are."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from core.danish.places import place_key
from core.schema import Document, Facts

_WORD = r"[A-ZÆØÅ](?:[a-zæøåé]+|[A-ZÆØÅÉ]{2,})"
_PLACE = rf"(?P<name>{_WORD}(?:[ -]{_WORD})?)"
_NAMES = (
    re.compile(rf"\b{_PLACE} (?:Kommunes?|KOMMUNES?|Byråds?|Kommunalbestyrelses?)\b"),
    re.compile(rf"\b(?:[Bb]yråd(?:et)?|[Kk]ommunalbestyrelsen|[Kk]ommunen?) i {_PLACE}"),
    re.compile(rf"\b(?P<name>Region {_WORD})"),
)
_NO_PLACE = re.compile(
    r"^(?:Den|Det|De|Ny|Nye|Denne|Hele|Hver|Alle|Egen|Andre|En|For|Fra|I|Til|Ved|Hvor|Samlet|Borgere|Forslag|Vores)\b"
)
_TITLE, _HEAD = 10, 4  # what a name in the title and at the head counts against one in the text
_HEAD_LETTERS = 800
_CLEAR = 0.5  # the second name must stay below this share of the first
_LEAST = 3  # a name told once or twice in the text alone may be anybody's
_SHARED_UNITS = 2  # units that a paper without a name must share with those of one place


def place_of(document: Document) -> str:
    """Key of the municipality or region that a document names itself by, "" where none stands out."""
    told: Counter[str] = Counter()
    head = document.cleaned[:_HEAD_LETTERS]
    for text, weight in ((document.title, _TITLE), (head, _HEAD), (document.cleaned[_HEAD_LETTERS:], 1)):
        for pattern in _NAMES:
            for found in pattern.finditer(text):
                if not _NO_PLACE.match(found["name"]):
                    told[place_key(found["name"])] += weight
    return _standing_out(told, _LEAST)


def _standing_out(told: Counter[str], least: int) -> str:
    """The name counted at least so often, and clearly more often than the next; "" where there is none."""
    ranked = told.most_common(2)
    clear = len(ranked) == 1 or (len(ranked) == 2 and ranked[1][1] < _CLEAR * ranked[0][1])
    return ranked[0][0] if ranked and clear and ranked[0][1] >= least else ""


def places(documents: Sequence[Document], facts: Sequence[Facts]) -> dict[str, str]:
    """Document id → key of the municipality or region whose paper it is. One that names none goes with that whose name
    or units it speaks of; "" where that is unclear."""
    own = {document.id: place_of(document) for document in documents}
    mended = _mended(documents, own)
    own = {key: mended.get(place, place) for key, place in own.items()}
    known = {place for place in own.values() if place}
    units = _units_of(own, facts) if len(known) > 1 else {}
    return {d.id: own[d.id] or _by_name(d, known) or _by_units(d.id, units, own) for d in documents}


def _mended(documents: Sequence[Document], own: Mapping[str, str]) -> dict[str, str]:
    """Key of a name that a scan has damaged → key of the one name it stands for: they differ in one letter, which is
    "ø", "æ" or "å" in the whole one ("Ravnse" for "Ravnsø")."""
    found: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        whole = own[document.id]
        for word in set(re.findall(rf"\b{_WORD}", f"{document.title} {document.cleaned[:_HEAD_LETTERS]}")):
            if place_key(word) == whole and re.search("[æøå]", word.lower()):
                at = {m.start() for m in re.finditer("[æøå]", word.lower())}
                for other in {place for place in own.values() if _differ_at(place, whole) & at}:
                    found[other].add(whole)
    return {damaged: wholes.pop() for damaged, wholes in found.items() if len(wholes) == 1}


def _differ_at(a: str, b: str) -> set[int]:
    """The one place where two keys of five letters or more differ, {} where they differ in more or in length."""
    places = {n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y}
    return places if len(a) == len(b) >= 5 and len(places) == 1 else set()


def by_place(
    documents: Sequence[Document], facts: Sequence[Facts], of: Mapping[str, str] | None = None
) -> list[list[Document]]:
    """The documents in groups that may be compared: those of one municipality or region. Where only one is named, all
    belong to it; elsewhere one that is nobody's stands alone. of: their places where those are known already."""
    found = places(documents, facts) if of is None else of
    if len({place for place in found.values() if place}) < 2:
        return [list(documents)]
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        groups[found[document.id] or f"alone {document.id}"].append(document)
    return list(groups.values())


def _by_name(document: Document, known: Collection[str]) -> str:
    """The known place whose bare name a document says, where one stands out."""
    said = Counter(place_key(word) for word in re.findall(rf"\b{_WORD}", f"{document.title} {document.cleaned}"))
    return _standing_out(Counter({place: said[place] for place in known if said[place]}), 1)


def _units_of(places: Mapping[str, str], facts: Sequence[Facts]) -> dict[str, set[str]]:
    """Names and short forms of units by document."""
    return {
        fact.document_id: {name for unit in fact.units for name in (unit.name, *unit.abbreviations)}
        for fact in facts
        if fact.document_id in places
    }


def _by_units(document_id: str, units: Mapping[str, set[str]], places: Mapping[str, str]) -> str:
    """The place of the documents that share most of a document's units, where it stands out."""
    own = units.get(document_id, set())
    theirs: dict[str, set[str]] = defaultdict(set)
    for key, place in places.items():
        theirs[place] |= units.get(key, set())
    shared = Counter({place: len(own & held) for place, held in theirs.items() if place})
    return _standing_out(shared, _SHARED_UNITS)
