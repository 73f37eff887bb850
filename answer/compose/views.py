"""What a comparison looks at: one view for each side, with the documents it may be told by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from answer.compose.common import Context
from answer.compose.labels import year_of
from answer.question import Part, is_frame
from answer.understanding.kinds import Asked, aspect
from answer.understanding.sides import Side, read_sides, rest
from answer.understanding.sources import codes, named_kinds, named_strength, source_words, without_documents
from core.danish.tokens import content_words, normal
from core.schema import Document, Kind

_MOST = 3
_TWO = re.compile(
    r"^.*?\bforskel\w*\s+(?:på|mellem|i)?|\b(?:sammen(?:lign|hold)\w*|henholdsvis|både)\b|\bog\b|\bi\s+i\b",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    r"\b(?:den|det|de) (?:nye|nyere|gamle|tidligere|ældre|anden|andet|seneste)\b"
    r"(?=\s+(?:fra|i|efter|for|ved|under)\b|[?,]|$)",
    re.IGNORECASE,
)
_NO_SIDE = Side("", ())
_NAME = re.compile(r"[A-ZÆØÅ][a-zæøå]{3,}")
_APART = 3  # years between what is called old and new


@dataclass(frozen=True)
class View:
    """One side. name: as the answer calls it, "" for a document. query: the further question. kind: the value
    wanted. documents: ids it is limited to, () for any. not_in: ids of the other sides. strict: a
    sentence without such a value says nothing of it."""

    name: str
    query: str
    kind: Asked
    side: Side = _NO_SIDE
    documents: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    others: tuple[Side, ...] = ()
    strict: bool = False


def views(context: Context) -> list[View]:
    """The sides of the question: its double questions, the documents it names, or the groups it names."""
    text = context.question.mended
    sides = read_sides(text)
    by_parts = of_parts(context)
    if by_parts:
        return by_parts
    after = _named(context, text.partition(":")[2])
    if len(after) > 1:
        return [_of_document(context, document, sides) for document in after[:_MOST]]
    named = _named(context, text)
    mixed = sides and any(not _told_by(context, side.text) for side in sides)
    if len(named) > 1 and not mixed:
        return [_of_document(context, document, sides) for document in named[:_MOST]]
    if sides:
        return [_of_side(context, side, sides) for side in sides[:_MOST]]
    return []


def _asked_of_each(text: str, sides: Sequence[Side]) -> str:
    """What is asked of each side: what follows a colon, else the question without its sides."""
    _, colon, after = text.partition(":")
    each = after.strip() if colon and "?" in after else _TWO.sub(" ", rest(text, tuple(sides)))
    return each if any(not is_frame(normal(word.text)) for word in content_words(each)) else ""


def _of_document(context: Context, document: Document, sides: Sequence[Side]) -> View:
    text = context.question.mended
    both = context.question.kind is Asked.YES_NO
    each = _asked_of_each(text, sides)
    kind = Asked.FACT if both else aspect(each) if aspect(each) is not Asked.FACT else aspect(rest(text, tuple(sides)))
    return View("", without_documents(text), kind, documents=(document.id,), strict=True)


def _of_side(context: Context, side: Side, sides: Sequence[Side]) -> View:
    text = context.question.mended
    each = _asked_of_each(text, sides)
    own = _told_by(context, side.text)
    taken = [d.id for other in sides if other is not side for d in _told_by(context, other.text)]
    placed = [] if own else of_place(context, side, sides)
    documents = [d.id for d in own] or placed or of_age(context, side, taken)
    side = replace(side, own=()) if placed else side  # the documents are its own; its sentences need not name it
    name = side.text if side.text and not own else ""
    return View(
        name, f"{each} {side.text}", aspect(each), side, tuple(documents), tuple(taken), _others(side, sides), True
    )


def _others(side: Side, sides: Sequence[Side]) -> tuple[Side, ...]:
    return tuple(other for other in sides if other is not side and other.own)


def _told_by(context: Context, text: str) -> list[Document]:
    return _named(context, text) if text and (named_kinds(text) or codes(text)) else []


def of_place(context: Context, side: Side, sides: Sequence[Side]) -> list[str]:
    """The documents that speak of a side's place or other name, and more of it than of the other sides'."""
    names = {other: _names(other.text) for other in sides}
    if context.look is None or not all(names.values()) or len(set(names.values())) < len(sides):
        return []
    sight = context.look.ask(" ".join((*names[side], side.text)))
    held = {s.document.id: s.document for s in sight.ranked} | dict(context.documents)
    told = {key: {other: _said_of(d, names[other]) for other in sides} for key, d in held.items()}
    return [key for key, counts in told.items() if counts[side] and counts[side] == max(counts.values())]


def _names(text: str) -> tuple[str, ...]:
    """The names in a side, without the s of the genitive."""
    return tuple(re.sub(r"(?<=[^s])s$", "", name) for name in _NAME.findall(text))


def _said_of(document: Document, names: Sequence[str]) -> int:
    """How often a document says the names, its title counted as ten."""
    said = sum(document.cleaned.count(name) for name in names)
    return said + 10 * sum(document.title.count(name) for name in names)


def of_age(context: Context, side: Side, taken: Iterable[str]) -> list[str]:
    """The documents of a side's year, or the oldest or newest of those that speak of the matter."""
    held = [d for d in context.documents.values() if d.id not in set(taken)]
    years = {d.id: year_of(d) for d in held}
    known = [year for year in years.values() if year]
    if side.year:
        return [d.id for d in held if _in_year(d, side.year)]
    if not side.age or not known or max(known) - min(known) < _APART:
        return []
    wanted = min(known) if side.age == "old" else max(known)
    return [key for key, year in years.items() if year and abs(year - wanted) <= 1]


def _in_year(document: Document, year: int) -> bool:
    """A document of that year; one without a date that speaks of it."""
    return document.date.year == year if document.date else str(year) in document.cleaned


def _named(context: Context, text: str) -> list[Document]:
    """Documents that the text names, in its order of kinds; of two of a kind the one named best."""
    found: list[Document] = []
    spans = context.question.when.spans
    coded = codes(text)
    ranked = sorted(
        ((named_strength(text, d, spans), d) for d in context.documents.values()), key=lambda pair: -pair[0]
    )
    for kind in named_kinds(text):
        best = next((d for strength, d in ranked if strength >= 1 and _is(d, kind)), None)
        best = best or _searched(context, text, kind)
        if best is not None and all(d.id != best.id for d in found):
            found.append(best)
    for strength, document in ranked:
        if strength >= 1 and coded & codes(f"{document.title} {document.name}") and document not in found:
            found.append(document)
    return sorted(found, key=lambda d: _place(text, d))


def _is(document: Document, kind: Kind) -> bool:
    return document.kind is kind or (kind is Kind.MEMO and document.kind is Kind.BUDGET_NOTE)


def _searched(context: Context, text: str, kind: Kind) -> Document | None:
    """A document of that kind which the first search did not meet."""
    if context.look is None:
        return None
    sight = context.look.ask(context.question.mended, kinds=(kind,))
    best = max(sight.ranked, key=lambda s: s.hit.score, default=None)
    return best.document if best else None


def _place(text: str, document: Document) -> int:
    kinds = named_kinds(text)
    return next((i for i, kind in enumerate(kinds) if _is(document, kind)), len(kinds))


def of_parts(context: Context) -> list[View]:
    """The parts of a double question, where they look into different documents or years."""
    parts = context.question.parts
    if len(parts) < 2:
        return []
    found = [_of_part(context, part, parts[0]) for part in parts[:_MOST]]
    apart = {view.documents for view in found if view.documents}
    named = any(_told_by(context, part.text) for part in parts)
    return found if named and len(apart) == len(found) else []


def _of_part(context: Context, part: Part, first: Part) -> View:
    documents = [d.id for d in _told_by(context, part.text)]
    year = part.when.years[0] if part.when.years else 0
    side = Side("", (), year)
    if not documents and year:
        documents = [d.id for d in context.documents.values() if _in_year(d, year)]
    return View("", part.text if part is first else _filled(part, first), part.kind, side, tuple(documents))


def _filled(part: Part, first: Part) -> str:
    """A later part with what it leaves out: "den nye fra 2025", or too few words of its own."""
    topics = sum(term.weight > 0.3 for term in part.terms)
    if topics > 1 and not _LEFT_OUT.search(part.text):
        return part.text
    named = source_words(first.text)
    return " ".join((part.text, *(t.word for t in first.terms if t.word not in named)))
