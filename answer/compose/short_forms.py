"""What a body's short form stands for ("Hvad betyder ØU?"), from the register's units, with the place that introduces
it. Short forms of other things are told by ``definitions``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from answer.compose.common import Context, source_of
from answer.draft import Draft, Source, Statement
from core.danish.tokens import normal
from core.schema import Document, Span, Unit

_SHORT = r"(?:[A-ZÆØÅ][A-ZÆØÅa-zæøå]{0,3}[A-ZÆØÅ]|\b[a-zæøå]{2,5}\b)"  # as written, or typed carelessly
_SHORTS = rf"(?P<shorts>{_SHORT}(?:(?:,| og| and|/) ?{_SHORT})*)"
_SAYS = r"(?:forkortels\w+|bogstaverne|udtrykket|the abbreviations?|abbreviations?)"
_ASKED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\W*(?i:og |men )?(?i:hvad|what) (?i:er|var|betyder|står|dækker|menes|is|are|does|do) (?i:med |der med )?"
        rf"(?i:{_SAYS} )?[\"'»“]?{_SHORTS}[\"'«”]?"
        rf"(?i: (?:egentlig|nu|over|for|forkortels\w+|en|stand|mean|short)){{0,4}}\W*",
        rf"\W*(?i:hvilke[nt]?) (?i:udvalg|forvaltning|enhed|center|myndighed)(?i:er)? (?i:er|dækker|betyder|menes|står)"
        rf"(?i: med| {_SAYS}){{0,2}} {_SHORTS}(?i: (?:over|for))?\W*",
        rf"\W*(?i:hvem) (?i:er) {_SHORTS}\W*",
        rf"\W*{_SHORTS}(?i: (?:står for|betyder|forkortelse))\W*",
    )
)
_JOINS = ("og", "and")
_TOGETHER = 200  # characters between a name and its short form, within one sentence, that one place of both may have
_PARTS = re.compile(r"\n\s*\n|[.!?]\s+[A-ZÆØÅ]")  # between two places: they stand in two sentences


def compose(context: Context) -> Draft | None:
    """Each short form that the question asks the meaning of and nothing else, where a unit bears them all."""
    known = {short for unit in context.names.units for short in unit.abbreviations}
    shorts = asked_for(context.question.text) if known else []
    shorts = shorts if known.issuperset(shorts) else []
    told = [list(_told(context, short)) for short in shorts]
    if not told or not all(told):
        return None
    return Draft(tuple(s for each in told for s in each), evidence={"short_form": 1.0}, how="stands_for")


def asked_for(text: str) -> list[str]:
    """The short forms in a question that asks only what they stand for."""
    found = next((m for pattern in _ASKED if (m := pattern.fullmatch(text.strip()))), None)
    said = re.findall(_SHORT, found["shorts"]) if found else []
    return list(dict.fromkeys(short.upper() for short in said if short not in _JOINS))


def _told(context: Context, short: str) -> Iterator[Statement]:
    """ "ØU står for Økonomiudvalget", once for each body that bears it; a body's older name behind its new one."""
    units = [unit for unit in context.names.units if short in unit.abbreviations]
    older = {name for unit in units for name in unit.former}
    names: set[str] = set()
    for unit in units:
        if unit.name in older or unit.name in names or normal(unit.name) == normal(short):
            continue
        names.add(unit.name)
        before = [other for other in units if other.name in unit.former]
        places = [introduced(context, one, short) for one in (unit, *before)]
        if places[0]:
            verb = "står for" if len(places[0]) == 1 else "bruges om"
            former = f" (tidligere {before[0].name})" if before else ""
            sources = tuple(dict.fromkeys(place for found in places for place in found))
            given = (short, unit.name, *(one.name for one in before))
            yield Statement(f"{short} {verb} {unit.name}{former}.", sources, given=given)


def introduced(context: Context, unit: Unit, short: str) -> list[Source]:
    """The place where name and short form stand nearest each other in one sentence; else two, where each is first
    read. None where the papers at hand spell the name nowhere."""
    near: list[tuple[int, Source]] = []
    first: dict[str, Source] = {}
    for document, spans in _by_document(context, unit):
        names, shorts = ([s for s in spans if _is(document, s, said)] for said in (unit.name, short))
        pairs = (sorted((a, b), key=lambda span: span.start) for a in names for b in shorts)
        near += [(b.start - a.end, _both(document, a, b)) for a, b in pairs if _one_sentence(document, a, b)]
        first |= {said: source_of(document, held[0]) for said, held in ((unit.name, names), (short, shorts)) if held}
    if near:
        return [min(near, key=lambda found: found[0])[1]]
    return list(first.values()) if unit.name in first else []


def _one_sentence(document: Document, one: Span, other: Span) -> bool:
    gap = document.cleaned[one.end : other.start]
    return len(gap) <= _TOGETHER and not _PARTS.search(gap)


def _both(document: Document, one: Span, other: Span) -> Source:
    return source_of(document, Span(one.start, _closed(document, other.end)))


def _by_document(context: Context, unit: Unit) -> Iterator[tuple[Document, Sequence[Span]]]:
    held: dict[str, list[Span]] = {}
    for document_id, span in unit.places:
        held.setdefault(document_id, []).append(span)
    for document_id, spans in held.items():
        if document_id in context.documents or context.load is not None:
            yield context.document(document_id), spans


def _is(document: Document, span: Span, name: str) -> bool:
    return normal(" ".join(document.cleaned[span.start : span.end].split())) == normal(name)


def _closed(document: Document, end: int) -> int:
    """With the bracket that closes behind the short form."""
    closing = re.compile(r"[^\w\n]{0,2}[A-ZÆØÅ]{0,5}\)").match(document.cleaned, end)
    return closing.end() if closing else end
