"""One file to one Document: load, parse apart, read images, mask, analyse apart."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from core.errors import DamagedFile, InputError, RefusedFile, system_reason
from core.schema import Document, Page, WordBox
from core.settings import Settings
from ingest import cpr, worker
from ingest.analysis import Analysis, page_attention
from ingest.raw import RawDocument, RawPage
from ingest.recognise import recognise


def read_document(path: Path, settings: Settings, *, name: str | None = None) -> Document:
    """The document of a file, with structure, tables, metadata and passages.

    Raises core.errors.InputError (UnsupportedFile, DamagedFile, RefusedFile) with one Danish line."""
    label = name or path.name
    data = load(path, settings, label)
    identity = hashlib.sha256(data).hexdigest()[:16]
    raw: RawDocument = worker.call("parse", (data, settings.max_pages, label), name=label, settings=settings)
    raw, problems = recognise(raw, data, label, settings)
    raw, warnings = _without_cpr(raw, label, settings)
    if not raw.text.strip():
        reason = next(iter(problems.values()), "der er ingen tekst i den").removeprefix(f"{label}: ")
        raise DamagedFile(f"{label}: filen kan ikke tages ind, {reason[0].lower()}{reason[1:].rstrip('.')}.")
    light = replace(raw, pages=tuple(replace(page, words=()) for page in raw.pages))
    found: Analysis = worker.call(
        "analyse", (light, identity, settings.cleanup == "on", label), name=label, settings=settings,
        pages=len(raw.pages),
    )  # fmt: skip
    return _document(identity, label, len(data), raw, found, [*raw.warnings, *warnings], problems, settings)


def load(path: Path, settings: Settings, name: str) -> bytes:
    """The file's bytes. Raises RefusedFile for one too large, unreadable or not a file."""
    try:
        if not path.is_file():
            raise RefusedFile(f"{name}: filen findes ikke eller er ikke en almindelig fil.")
        size = path.stat().st_size
        if size == 0:  # also what a device of the system says of itself that never ends
            raise DamagedFile(f"{name}: filen er tom.")
        if size > settings.max_file_mb << 20:
            raise RefusedFile(
                f"{name}: filen er på {size / 2**20:.0f} MB og dermed større end grænsen på {settings.max_file_mb} MB.",
                remedy="Grænsen sættes med RESSORT_MAX_FILE_MB.",
            )
        with path.open("rb") as stream:
            return stream.read(size)
    except PermissionError:
        raise RefusedFile(f"{name}: der er ikke adgang til at læse filen.", remedy="Ret filens rettigheder.") from None
    except InputError:
        raise
    except OSError as error:
        raise RefusedFile(f"{name}: filen kan ikke læses ({system_reason(error)}).") from None


def _without_cpr(raw: RawDocument, name: str, settings: Settings) -> tuple[RawDocument, list[str]]:
    if settings.cpr == "keep":
        return raw, []
    text, count = cpr.mask(raw.text)
    if not count:
        return raw, []
    numbers = "et CPR-nummer" if count == 1 else f"{count} CPR-numre"
    if settings.cpr == "refuse":
        raise RefusedFile(f"{name}: filen indeholder {numbers} og er afvist.", remedy="Se RESSORT_CPR.")
    tables = tuple(
        replace(table, cells=tuple(replace(cell, text=cpr.mask(cell.text)[0]) for cell in table.cells))
        for table in raw.tables
    )
    fields = {key: cpr.mask(value)[0] for key, value in raw.fields.items()}
    return replace(raw, text=text, tables=tables, fields=fields), [f"Filen indeholder {numbers}, som er dækket til."]


def _document(
    identity: str,
    name: str,
    size: int,
    raw: RawDocument,
    found: Analysis,
    warnings: list[str],
    problems: dict[int, str],
    settings: Settings,
) -> Document:
    pages = tuple(
        _page(page, raw.text, health, problems.get(i, ""), settings)
        for i, (page, health) in enumerate(zip(raw.pages, found.health, strict=True))
    )
    return Document(
        id=identity,
        name=name,
        title=found.title,
        kind=found.kind,
        date=found.date,
        received=raw.text,
        cleaned=found.cleaned,
        media_type=raw.media_type,
        size=size,
        changes=found.changes,
        pages=pages,
        blocks=found.blocks,
        tables=found.tables,
        passages=found.passages,
        meta=found.meta,
        warnings=tuple(warnings),
    )


def _page(raw: RawPage, text: str, health: float, problem: str, settings: Settings) -> Page:
    page = Page(
        raw.number,
        raw.start,
        raw.end,
        raw.source,
        health,
        raw.confidence,
        None,
        raw.width,
        raw.height,
        raw.words,
    )
    return replace(page, attention=page_attention(page, text[raw.start : raw.end], settings.ocr_confidence, problem))


def page_image(
    data: bytes, page: int, settings: Settings, *, name: str, dpi: int = 110, document: Document | None = None
) -> bytes:
    """A page (1-based) of a file's bytes as PNG. document: the page's words that were masked as CPR are
    blacked out.

    Raises core.errors.InputError for formats without pages and pages that aren't there."""
    hide = tuple((b.x0, b.y0, b.x1, b.y1) for b in hidden_boxes(document, page)) if document else ()
    image: bytes = worker.call("render", (data, page, dpi, hide, name), name=name, settings=settings)
    return image


def hidden_boxes(document: Document, page: int) -> list[WordBox]:
    """Boxes of the words on a page that stand for masked CPR numbers."""
    sheet = next((p for p in document.pages if p.number == page), None)
    if sheet is None:
        return []
    spans = cpr.masked_spans(document.received[sheet.start : sheet.end])
    places = [(sheet.start + span.start, sheet.start + span.end) for span in spans]
    return [word for word in sheet.words if any(word.start < end and start < word.end for start, end in places)]
