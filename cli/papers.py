"""Commands on papers: ``ingest``, ``clean``, ``documents``, ``show`` and ``remove``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from cli.common import knowledge_base, put_json
from cli.options import filter_options, json_option, make_filters, person_option
from core.errors import UsageError
from core.settings import load_settings


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FIL_ELLER_MAPPE…")
@json_option
@click.pass_context
def ingest(context: click.Context, paths: tuple[Path, ...], as_json: bool) -> None:
    """Læs filer og mapper ind. Kun nye og ændrede filer koster tid.

    Ressort læser pdf, docx, odt, xlsx, txt, md, html, eml, billeder (png, jpg, tif) og zip med sådanne filer. Tekst
    må være i UTF-8, UTF-16, Windows-1252 (Latin-1) eller den gamle DOS-tegnkodning.
    """
    from cli import terminal

    with knowledge_base(fills=True) as base, terminal.progress("Læser ind") as progress:
        results = base.ingest(paths, progress=progress)
    if as_json:
        put_json([result.as_dict() for result in results])
    else:
        terminal.show_ingest(results)
    context.exit(3 if any(result.status == "failed" for result in results) else 0)


@click.command()
@click.argument("file", metavar="FIL")
@click.option("--join-hyphens", is_flag=True, help="Saml ord, der er delt ved linjeskift.")
@json_option
def clean(file: str, join_hyphens: bool, as_json: bool) -> None:
    """Ret OCR-fejl i en tekst (- er standard-input). Linjeskift bevares."""
    from ingest.cleanup.text_file import clean_text

    result = clean_text(file, load_settings(), join_hyphens=join_hyphens)
    if as_json:
        put_json(result.as_dict())
    else:
        click.echo(result.text, nl=False)


@click.command()
@click.argument("action", type=click.Choice(["list", "set"]), default="list", metavar="[list|set]")
@click.argument("arguments", nargs=-1, metavar="[DOKUMENT FELT VÆRDI]")
@person_option
@filter_options
@json_option
def documents(action: str, arguments: tuple[str, ...], person: str, as_json: bool, **values: Any) -> None:
    """Vis bibliotekets dokumenter, eller ret et felt: documents set DOKUMENT title|kind|date VÆRDI."""
    from cli import terminal
    from core.wire import document_object

    if action == "set" and len(arguments) != 3:
        raise UsageError("Skriv: ressort documents set DOKUMENT FELT VÆRDI.")
    with knowledge_base() as base:
        if action == "set":
            name, field, value = arguments
            found = [base.set_meta(name, field, _as_kept(field, value), person=person)]
        else:
            found = base.documents(make_filters(values))
    if as_json:
        put_json([document_object(document) for document in found])
    else:
        terminal.show_documents(found)


def _as_kept(field: str, value: str) -> str:
    """A day as the library keeps it, however it is written; any other value as it is. Raises UsageError."""
    from ui.format import parse_day

    day = parse_day(value) if field == "date" else None
    return day.isoformat() if day else value


@click.command()
@click.argument("document", metavar="DOKUMENT")
@click.option("--page", type=click.IntRange(1), help="Kun denne side.")
@click.option("--raw", is_flag=True, help="Teksten, som filen har den, uden rettelser.")
@json_option
def show(document: str, page: int | None, raw: bool, as_json: bool) -> None:
    """Vis et dokuments tekst, rettet eller som modtaget."""
    from core.wire import change_object, document_object
    from ui import objects

    with knowledge_base() as base:
        found = base.document(document)
        text = objects.text(found, page=page, raw=raw)
    if as_json:
        changes = [change_object(change) for change in found.changes]
        put_json({**document_object(found), "page": page, "text": text, "change_list": changes})
    else:
        click.echo(text)


@click.command()
@click.argument("document", metavar="DOKUMENT")
@json_option
def remove(document: str, as_json: bool) -> None:
    """Slet et dokument helt: tekst, vektorer, indeks og sidebilleder."""
    from cli.terminal import note

    with knowledge_base() as base:
        found = base.document(document)
        base.remove(document)
    if as_json:
        put_json({"document": found.name, "id": found.id, "status": "removed"})
    else:
        note(f"{found.name} er slettet.")
