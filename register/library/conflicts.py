"""Places where documents, or parts of one, say different things of the same matter. Precision before recall."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from core.schema import Basis, Conflict, Document, Facts, Responsibility
from register.library.alike import near_tasks
from register.library.claims import Claim, claims, shared
from register.library.contradictions import approval_dates, denied, started_before
from register.library.differences import from_sentence_start, newer, of_rows
from register.library.entries import Entry, build_entries, task_words
from register.library.happenings import happenings
from register.library.makers import makers
from register.library.members import members
from register.library.subjects import common_words
from register.library.sums import sums
from register.library.within import measures, spellings
from register.names.municipality import by_place
from register.names.unitbook import UnitBook
from register.sentences.reading import Statement, read_statements

_SHARED_WORDS = 3  # words around two counts that must agree
_SHARE = 0.34  # of the shorter surroundings
_STEM = 7  # letters of a compound's first part ("ressort…")
_FEW_DOCUMENTS = 5  # a word in more documents than this tells nothing apart
_REPORT = "afrapportering"
BookOf = Callable[[str], UnitBook]


def find_conflicts(
    documents: Sequence[Document], facts: Sequence[Facts], book_of: BookOf, places: Mapping[str, str]
) -> list[Conflict]:
    """All conflicts and updates of a library, surest first. Spans lie in the cleaned texts. book_of: document id → its
    unit book; places: document id → whose paper it is."""
    groups = [group for group in by_place(documents, facts, places) if group]
    found = [
        conflict
        for group in groups
        for conflict in _of_one_place(group, facts, book_of(group[0].id), places.get(group[0].id, ""))
    ]
    return sorted(_once(found), key=lambda c: -c.confidence)


def _of_one_place(documents: Sequence[Document], facts: Sequence[Facts], book: UnitBook, place: str) -> list[Conflict]:
    """Conflicts among papers of one municipality, and within each. place: the municipality's key."""
    by_id = {d.id: d for d in documents}
    statements = {d.id: read_statements(d) for d in documents}
    days = {**approval_dates(documents, statements), **{d.id: d.date for d in documents if d.date}}
    rows = [row for fact in facts for row in fact.responsibilities if row.document_id in by_id]
    rows = [row for row in rows if row.origin != "tagger"]  # a false alarm costs more than a missed one
    entries = build_entries(rows, by_id)
    return [
        *_numbers(documents, statements, days),
        *(from_sentence_start(conflict, statements) for conflict in _rows(entries, book, days)),
        *makers(rows, statements, days),
        *denied(documents, statements),
        *started_before(rows, statements, days),
        *sums(documents, statements, days, place),
        *happenings(documents, statements, days, place),
        *members(documents, statements, days),
        *measures(documents, statements),
        *spellings(documents, statements),
    ]


def supplements(
    facts: Sequence[Facts], documents: Sequence[Document], book_of: BookOf, places: Mapping[str, str]
) -> list[Conflict]:
    """Pairs of which one only adds a detail: a date where the other has a condition alone."""
    days = {d.id: d.date for d in documents if d.date}
    found: list[Conflict] = []
    for group in by_place(documents, facts, places):
        by_id = {d.id: d for d in group}
        rows = [row for fact in facts for row in fact.responsibilities if row.document_id in by_id]
        found += [c for e in build_entries(rows, by_id) for c in _adding(e, book_of(group[0].id), days)]
    return found


def _once(found: Sequence[Conflict]) -> list[Conflict]:
    unique: dict[tuple[object, ...], Conflict] = {}
    for conflict in found:
        key = (conflict.type, frozenset((conflict.a, conflict.b)))
        if key not in unique or unique[key].confidence < conflict.confidence:
            unique[key] = conflict
    return list(unique.values())


# --- counts -------------------------------------------------------------------------------------------------


def _numbers(
    documents: Sequence[Document], statements: Mapping[str, list[Statement]], days: Mapping[str, date | None]
) -> Iterator[Conflict]:
    texts = {d.id: d.cleaned for d in documents}
    held = [claim for d in documents for claim in claims(d, statements[d.id])]
    for a, b in _comparable(held):
        confidence = _differ(a, b)
        if confidence:
            yield Conflict(
                _counted(a, b, texts), "number", (a.document_id, a.span), (b.document_id, b.span), (a.number, b.number),
                newer(a.document_id, b.document_id, days), confidence,
            )  # fmt: skip


def _counted(a: Claim, b: Claim, texts: Mapping[str, str]) -> str:
    """ "nyt havnehold: antal personer": what both tell of, and what of it is counted."""
    one, other = (texts[c.document_id][c.span.start : c.span.end] for c in (a, b))
    about = common_words(one, other, f"{a.subject} {b.subject}")
    return f"{about}: {a.subject}" if about else a.subject


def _comparable(held: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of claims that count alike things and share a telling word: one that few documents use beside a
    count. Words that stand everywhere ("medlemmer", "vælges") make nothing comparable."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for n, claim in enumerate(held):
        for key in {part for word in claim.words for part in (word, word[:_STEM])}:
            by_key[key].append(n)
    pairs: set[tuple[int, int]] = set()
    for alike in by_key.values():
        if 1 < len({held[n].document_id for n in alike}) <= _FEW_DOCUMENTS:
            pairs.update(combinations(alike, 2))
    for m, n in sorted(pairs):
        a, b = held[m], held[n]
        if a.document_id != b.document_id and (a.noun == b.noun or _same_noun(a.noun, b.noun)):
            yield a, b


def _same_noun(a: str, b: str) -> bool:
    return min(len(a), len(b)) > 4 and (a.endswith(b) or b.endswith(a))


def _differ(a: Claim, b: Claim) -> float:
    """0 where the two do not count the same thing, else how sure that is."""
    if a.value == b.value or a.document_id == b.document_id:
        return 0.0
    small, large = sorted((a.words, b.words), key=len)
    common = shared(small, large) + _names_it(a, b)
    share = common / max(len(small), 1)
    if common < _SHARED_WORDS or share < _SHARE or not 0.2 < a.value / b.value < 5:
        return 0.0
    return round(min(0.95, 0.45 + share / 2), 2)


def _names_it(a: Claim, b: Claim) -> int:
    """1 where one counts "ressortområder" and the other "områder" with "ressort" beside it."""
    long, short = (a, b) if len(a.noun) > len(b.noun) else (b, a)
    first = long.noun.removesuffix(short.noun).rstrip("s") if long.noun != short.noun else ""
    return int(len(first) > 3 and any(word.startswith(first) for word in short.words))


# --- rows ---------------------------------------------------------------------------------------------------


def _rows(entries: Sequence[Entry], book: UnitBook, days: Mapping[str, date | None]) -> Iterator[Conflict]:
    for entry in entries:
        for a, b in combinations(entry.rows, 2):
            if a.document_id == b.document_id and a.start == b.start:
                continue
            yield from _row_pair(a, b, book, days)
    for a, b in near_tasks([row for entry in entries for row in entry.rows if row.relation == "transfer"]):
        yield from _row_pair(a, b, book, days)


def _row_pair(
    a: Responsibility, b: Responsibility, book: UnitBook, days: Mapping[str, date | None]
) -> Iterator[Conflict]:
    if a.relation != b.relation:
        return
    if a.task.startswith(_REPORT) and a.to_unit != b.to_unit and a.document_id != b.document_id:
        yield of_rows(a, b, "recipient", (_written(a), _written(b)), days, 0.75)
    if a.relation != "transfer" or a.document_id == b.document_id:
        return
    if a.to_unit and b.to_unit and not _same_owner(a.to_unit, b.to_unit, book):
        yield of_rows(a, b, _update_or("owner", a, b, days), (a.to_unit, b.to_unit), days, 0.7)
    elif _dates_differ(a, b):
        yield of_rows(a, b, _update_or("date", a, b, days), (_day(a), _day(b)), days, 0.7)
    for x, y in _taken_along(a, b):
        yield of_rows(a, b, "wording", (x, y), days, 0.6)


def _update_or(kind: str, a: Responsibility, b: Responsibility, days: Mapping[str, date | None]) -> str:
    """ "update" where the younger document moves the task on a later day than the older one."""
    young = newer(a.document_id, b.document_id, days)
    if not young or not a.effective_from or not b.effective_from:
        return kind
    late, early = (a, b) if young == "a" else (b, a)
    moved = late.effective_from and early.effective_from and late.effective_from > early.effective_from
    return "update" if moved else kind


def _same_owner(a: str, b: str, book: UnitBook) -> bool:
    """One unit, its administration or committee, its later name, or a place inside it."""
    return any(book.family(x) & book.family(y) for x in a.split("; ") for y in b.split("; ")) or not _ranked(a, b, book)


def _ranked(a: str, b: str, book: UnitBook) -> bool:
    """True where both are committees or administrations: a centre may lie inside either."""
    kinds = {u.name: u.type for u in book.units()}
    return all(kinds.get(book.find(x)) in ("udvalg", "forvaltning") for x in (*a.split("; "), *b.split("; ")))


def _written(row: Responsibility) -> str:
    return row.to_unit


def _dates_differ(a: Responsibility, b: Responsibility) -> bool:
    firm = (Basis.EXPLICIT, Basis.GENERAL_CLAUSE, Basis.DEADLINE)
    return bool(
        a.effective_from
        and b.effective_from
        and a.effective_from != b.effective_from
        and a.basis in firm
        and b.basis in firm
    )


def _day(row: Responsibility) -> str:
    return row.effective_text or (row.effective_from.isoformat() if row.effective_from else "")


def _taken_along(a: Responsibility, b: Responsibility) -> Iterator[tuple[str, str]]:
    """What goes along with a task ("inkl. budget og medarbejdere"), told differently."""
    for x in a.exceptions:
        for y in b.exceptions:
            mine, other = task_words(x), task_words(y)
            if (
                x.lower().startswith("inkl")
                and y.lower().startswith("inkl")
                and mine & other
                and mine != other
                and len(mine) == len(other)
            ):
                yield x, y


def _adding(entry: Entry, book: UnitBook, days: Mapping[str, date | None]) -> Iterator[Conflict]:
    for a, b in combinations(entry.rows, 2):
        if a.document_id == b.document_id or a.relation != b.relation or not _same_owner(a.to_unit, b.to_unit, book):
            continue
        if (a.effective_from is None) != (b.effective_from is None):
            yield of_rows(a, b, "supplement", (_day(a) or "ingen dato", _day(b) or "ingen dato"), days, 0.6)
