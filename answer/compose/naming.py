"""What a body is called after or before a renaming, and its short forms, from the register's renamings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from answer.clip import words_in
from answer.compose.common import Context, quoted, source_of
from answer.compose.owner_words import of_date, when_words
from answer.draft import Draft, Source, Statement
from answer.matching import match
from answer.understanding.roles import is_frame
from core.danish.dates import write_day
from core.danish.sentences import sentence_spans
from core.danish.tokens import fold
from core.schema import Document, Span, Unit

_NAMING = re.compile(
    r"\bhvad (?:kommer|skal|vil|bliver|hedder|hed|har|kaldes|kaldtes)\b.*\b(?:hedd?e[rt]?|hed|kalde[st]?|kaldtes)\b|"
    r"\bhvad (?:hedder|hed)\b|\bskal hedd?e\b|\bnye?t? navn\b|\bnavne?(?:skift|ændring)\w*|\bomdøb\w*|"
    r"\bskift\w*\b.{0,90}\bnavn\b|"
    r"\b(?:tidligere|gamle|gammelt|hidtidige?) navn\b|\bændre\w*\b.{0,90}\bnavn\b|\bnavnet på\b",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\bforkort\w*", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:hvem|formand\w*|direktør\w*|chef\w*|borgmester\w*|leder\w*|medlem\w*|sagsbehandler\w*)\b", re.I
)
_NAMES_SAID = re.compile(
    r"\b(?:nuværende|eksisterende|gamle|gældende|nye) (?:\w+)?navne?\w*|\bnavne?\b.{0,40}\bfremgå", re.I
)
_OF_NAMES = re.compile(
    r"(?:navn|hed|kald|forkort|skift|omdøb|ændre|tidligere|fremtid|nye|gamle|før|udvalg|forvaltning|kommun|andet|komme)"
)
_ALIKE = 88  # of 100: how near a mistyped name must be (partial ratio of rapidfuzz)
_LEAST = 9  # letters of a name that may be mistyped
_ASIDE_WORDS = 34


def compose(context: Context) -> Draft | None:
    """The new and the old name with the day, or the short forms, of the body that the question names."""
    text = context.question.text
    asks_short = _SHORT.search(text) is not None
    if not (asks_short or _NAMING.search(text)) or _OTHER.search(text):
        return None
    unit = named_unit(context, text)
    if unit is None or _asks_more(context, unit):
        return None
    told = _short_forms if asks_short else _renaming
    statements = next(filter(None, (list(told(context, one)) for one in context.names.namesakes(unit))), [])
    if not statements:
        return None
    lead = "Ja." if str(context.question.kind) == "yes_no" and not asks_short else ""
    return Draft(tuple(statements), lead, {"short_form": 1.0}, how="short_form")


def _asks_more(context: Context, unit: Unit) -> bool:
    """True where the question speaks of something else besides the body and its name."""
    name = " ".join((unit.name, *unit.former, *unit.later, *unit.abbreviations, *unit.aliases))
    rest = [
        term for term in context.question.terms
        if not term.word.isdigit() and not is_frame(term.word) and not _OF_NAMES.match(term.word)
        and match(term, name) < 0.5 and fuzz.partial_ratio(_plain(term.word), _plain(name)) < _ALIKE
    ]  # fmt: skip
    return any(term.weight > 0.3 for term in rest)


def named_unit(context: Context, text: str) -> Unit | None:
    """The unit whose name stands in the text, typing errors allowed; the longest where several do."""
    plain = _plain(text)
    best, found = 0.0, None
    for name, unit in context.names.by_name.items():
        if name.upper() in unit.abbreviations:
            alike = 100.0 if re.search(rf"\b{re.escape(name.upper())}\b", text) else 0.0
        elif len(name) < _LEAST:
            continue
        else:
            alike = fuzz.partial_ratio(_plain(name), plain)
        worth = alike + len(name) / 50
        if alike >= _ALIKE and worth > best and len(_plain(name)) <= len(plain):
            best, found = worth, unit
    return found


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w ]", " ", fold(text)).replace(" og ", " ").split())


def _renaming(context: Context, unit: Unit) -> list[Statement]:
    """ "Teknik- og Miljøudvalget: nyt navn: Klima-, Miljø- og Teknikudvalget (KTU) fra den 1. januar 2026"."""
    old, new = (unit.name, unit.later[-1]) if unit.later else (unit.former[0] if unit.former else "", unit.name)
    later = context.names.unit(new, unit.places[0][0] if unit.places else "")
    if not old or later is None:
        return []
    place = _place(context, later, new)
    if place is None:
        return []
    document, span = place
    short = f" ({'/'.join(later.abbreviations[:2])})" if later.abbreviations else ""
    when, sources, numbers = _when(context, later, document)
    text = f"{old}: nyt navn {new}{short}{when}."
    given = (old, new, *later.abbreviations, when)
    told = Statement(text, (source_of(document, span), *sources), computed=numbers, given=given)
    out = [told, quoted(document, span, most=_ASIDE_WORDS)]
    aside = _names_said(document)
    return [*out, quoted(document, aside, most=_ASIDE_WORDS)] if aside and not aside.overlaps(span) else out


def _when(context: Context, unit: Unit, document: Document) -> tuple[str, list[Source], tuple[str, ...]]:
    """ " fra den 1. januar 2026" with the place of that date."""
    if unit.renamed_on is None:
        return "", [], ()
    for row in context.rows:
        if row.document_id == document.id and row.effective_from == unit.renamed_on:
            places = of_date(context, row)
            if places:
                return f" {when_words(row)}", places[:1], ()
    said = f" fra den {write_day(unit.renamed_on)}"
    return said, [], tuple(re.findall(r"\d+", said))


def _place(context: Context, unit: Unit, name: str) -> tuple[Document, Span] | None:
    """The sentence or point that holds a name of a unit, in the first document that has it."""
    for document_id, span in unit.places:
        if document_id not in context.documents and context.load is None:
            continue
        document = context.document(document_id)
        said = " ".join(document.cleaned[span.start : span.end].split())
        if said == name or (len(name) >= _LEAST and fold(name) in fold(said)):
            return document, _sentence(document, span)
    return None


def _sentence(document: Document, span: Span) -> Span:
    block = next((b for b in document.blocks if b.start <= span.start < b.end), None)
    if block is None:
        return span
    for said in sentence_spans(document.cleaned[block.start : block.end]):
        whole = Span(block.start + said.start, block.start + said.end)
        if whole.start <= span.start < whole.end:
            return whole if words_in(document.cleaned[whole.start : whole.end]) <= 2 * _ASIDE_WORDS else span
    return span


def _names_said(document: Document) -> Span | None:
    """A sentence that tells which names the document itself uses."""
    found = _NAMES_SAID.search(document.cleaned)
    return _sentence(document, Span(found.start(), found.end())) if found else None


def _short_forms(context: Context, unit: Unit) -> Iterator[Statement]:
    """Each short form with the document that uses it, where the documents differ."""
    for short in unit.abbreviations:
        place = _place(context, unit, short)
        if place is None:
            continue
        document, span = place
        label = document.title if len(unit.abbreviations) > 1 else ""
        text = f"{unit.name} forkortes {short}."
        yield Statement(text, (source_of(document, span),), label=label, given=(unit.name, short))
