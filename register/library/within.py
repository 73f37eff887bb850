"""Two places of one document that give different measures for one thing, or spell one person's name in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from core.danish.dates import find_dates
from core.schema import BlockKind, Conflict, Document, Span
from register.library.claims import pieces, shared
from register.library.subjects import common_words
from register.sentences.reading import Statement

_MEASURE = re.compile(
    r"(?<![\w.,/-])(?P<number>\d[\d.]*(?:,\d+)?)\s*(?P<unit>(?:m[23²³]|km|meter|hektar|ha|tons?|kg|liter|[kMG]Wh?|pct\.?|%|"
    r"årsværk|(?:mio\.|mia\.|t\.)?\s?kr\.?|pladser|boliger|medlemmer|elever)(?:/(?:år|time|døgn|dag|uge))?)"
    r"(?![\w²³])"
)
# what tells two numbers of like sentences apart: another time, another share, a change
_APART = re.compile(
    r"\b(?:første|anden|andet|tredje|fjerde|sidste|næste|tidligere|hidtil\w*|oprindelig\w*|fremover|nuværende|nye?|"
    r"gamle|yderligere|ekstra|heraf|hvoraf|resterende|samlet|samlede|i alt|maksimal\w*|højst|mindst|minimum|op til|"
    r"over|under|budget\w*|regnskab\w*|forvente\w*|estimere\w*|reguler\w*|stig\w*|fald\w*|øge\w*|ændre\w*|alternativ\w*|"
    r"fase|etape|gruppe|hold|rul|type|scenarie\w*|model\w*|forslag|variant|\d+\.(?=\s))",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.\w] )\b[A-ZÆØÅ][a-zæøå]{2,}\b")
_PERSON = re.compile(r"\b[A-ZÆØÅ][a-zæøåéü]{2,}(?: [A-ZÆØÅ]\.)?(?: [A-ZÆØÅ][a-zæøåéü-]{2,}){1,2}\b")
_NO_PERSON = re.compile(
    r"(?:kommune|region|udvalg|forvaltning|råd|skole|center|centret|huset|forening|vej|gade|park|by|sogn|kirke)\w{0,3}\b",
    re.IGNORECASE,
)
_LEAST, _SHARE = 4, 0.85  # words two sentences share, and the share of the shorter one's words
_MOST_APART = 3.0  # how many times one value may be the other
_ALIKE = (("ck", "k"), ("j", "i"), ("z", "s"), ("th", "t"), ("w", "v"), ("ph", "f"), ("c", "k"))


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that gives one measure."""

    statement: Statement
    number: str
    value: float
    unit: str
    words: frozenset[str]


def measures(documents: Sequence[Document], statements: Mapping[str, list[Statement]]) -> Iterator[Conflict]:
    """Sentences of one document that say the same but for the number."""
    for document in documents:
        by_unit: dict[str, list[_Told]] = defaultdict(list)
        for told in (t for s in statements[document.id] if (t := _told(s)) is not None):
            by_unit[told.unit].append(told)
        for held in by_unit.values():
            for a, b in combinations(held, 2):
                if _same_thing(a, b):
                    about = common_words(a.statement.text, b.statement.text, f"{a.number} {b.number}")
                    yield _conflict(document, a.statement, b.statement, "number", (a.number, b.number), 0.6, about)


def _told(statement: Statement) -> _Told | None:
    """None for headings, rows of tables and sentences with several measures or none."""
    found = list(_MEASURE.finditer(statement.text))
    if statement.kind in (BlockKind.HEADING, BlockKind.TABLE) or len(found) != 1 or "|" in statement.text:
        return None
    number, unit = found[0]["number"].rstrip("."), re.sub(r"[.\s]", "", found[0]["unit"].lower())
    value = float(number.replace(".", "").replace(",", "."))
    return _Told(statement, found[0].group(), value, unit, pieces(statement.text)) if value else None


def _same_thing(a: _Told, b: _Told) -> bool:
    small, large = sorted((a.words, b.words), key=len)
    common = shared(small, large)
    if a.value == b.value or common < _LEAST or common < _SHARE * len(small):
        return False
    if max(a.value, b.value) > _MOST_APART * min(a.value, b.value):
        return False
    return _marks(a.statement.text) == _marks(b.statement.text) and not _of_others(a.statement.text, b.statement.text)


def _marks(text: str) -> frozenset[str]:
    """What places a number in time or among its like; two sentences that differ in it tell of two things."""
    days = {f"{d.first}{d.last}" for d in find_dates(text)}
    return frozenset(days | {found.lower() for found in _APART.findall(text)})


def _of_others(a: str, b: str) -> bool:
    """True where both name somebody or some place, and not the same."""
    one, two = (set(_NAME.findall(text[1:])) for text in (a, b))
    return bool(one and two and one != two)


def spellings(documents: Sequence[Document], statements: Mapping[str, list[Statement]]) -> Iterator[Conflict]:
    """A person's name that one document spells in two ways that sound alike ("Nikolai", "Nikolaj")."""
    for document in documents:
        by_sound: dict[str, dict[str, Statement]] = defaultdict(dict)
        for statement in statements[document.id]:
            for found in _PERSON.finditer(statement.text):
                if _NO_PERSON.search(found.group()):
                    continue
                by_sound[_sound(found.group())].setdefault(found.group(), statement)
        for spelt in by_sound.values():
            for (one, first), (two, second) in combinations(spelt.items(), 2):
                yield _conflict(document, first, second, "wording", (one, two), 0.6)


def _sound(name: str) -> str:
    text = name.lower()
    for written, said in _ALIKE:
        text = text.replace(written, said)
    return re.sub(r"([^aeiouyæøå])\1", r"\1", text)


def _conflict(
    document: Document, a: Statement, b: Statement, kind: str, differs: tuple[str, str], sure: float, about: str = ""
) -> Conflict:
    places = [(document.id, Span(s.start, s.end)) for s in (a, b)]
    return Conflict(about or differs[0], kind, places[0], places[1], differs, "", sure)
