"""The command line. Each command parses its words, calls ``pipeline.KnowledgeBase`` and prints.

Heavy libraries are imported inside the commands, so that ``ressort --help`` stays quick. All Danish output is
drawn in ``ui.terminal``; the JSON objects are those of ``core.wire``.
"""

from __future__ import annotations

import gettext
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

# the framework's own messages in Danish; must stand before click is imported
gettext.bindtextdomain("ressort", str(Path(__file__).parent / "ui" / "locale"))
gettext.textdomain("ressort")
os.environ["LANGUAGE"] = "da"

import click  # noqa: E402

from core.errors import RessortError, UsageError  # noqa: E402
from core.settings import load_settings, option_help  # noqa: E402
from ui.options import DAY, filter_options, json_option, make_filters, person_option  # noqa: E402

if TYPE_CHECKING:
    from pipeline import KnowledgeBase


@contextmanager
def knowledge_base() -> Iterator[KnowledgeBase]:
    """The knowledge base of this run's settings, closed afterwards."""
    from pipeline import KnowledgeBase
    from ui.terminal import note

    base = KnowledgeBase.open(load_settings(), progress=note)
    try:
        yield base
    finally:
        base.close()


def put_json(value: Any) -> None:
    """One JSON document on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


class Commands(click.Group):
    """A group whose commands show Danish placeholders."""

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Register a command."""
        cmd.options_metavar = "[VALG]"
        super().add_command(cmd, name)


@click.group(
    cls=Commands,
    options_metavar="[VALG]",
    subcommand_metavar="KOMMANDO …",
    context_settings={"help_option_names": ["--help", "-h"]},
    epilog=option_help(),
)
@click.version_option("0.1.0", prog_name="ressort")
def cli() -> None:
    """Ressort: hvem har ansvaret for hvad, med kilden.

    En vidensbase over kommunens egne dokumenter. Den svarer på dansk med kildehenvisninger og siger fra, når
    svaret ikke står i dokumenterne.
    """


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FIL_ELLER_MAPPE…")
@json_option
@click.pass_context
def ingest(context: click.Context, paths: tuple[Path, ...], as_json: bool) -> None:
    """Læs filer og mapper ind. Kun nye og ændrede filer koster tid.

    Ressort læser pdf, docx, odt, xlsx, txt, md, html, eml, billeder (png, jpg, tif) og zip med sådanne filer. Tekst
    må være i UTF-8, UTF-16, Windows-1252 (Latin-1) eller den gamle DOS-tegnkodning.
    """
    from ui import terminal

    with knowledge_base() as base, terminal.progress("Læser ind") as progress:
        results = base.ingest(paths, progress=progress)
    if as_json:
        put_json([result.as_dict() for result in results])
    else:
        terminal.show_ingest(results)
    context.exit(3 if any(result.status == "failed" for result in results) else 0)


@cli.command()
@click.argument("question", required=False, metavar="SPØRGSMÅL")
@click.option("--batch", metavar="FIL", help="Læs JSON-linjer {id, question} og skriv ét svar pr. linje.")
@filter_options
@json_option
@click.pass_context
def ask(context: click.Context, /, question: str | None, batch: str | None, as_json: bool, **values: Any) -> None:
    """Stil et spørgsmål og få et svar med kilder, eller et afslag med begrundelse."""
    from ui import batch as lines
    from ui import objects, terminal

    filters = make_filters(values)
    _one_of(question, batch, "et spørgsmål")
    rows = lines.read(batch) if batch else []
    with knowledge_base() as base:
        if question is None:
            context.exit(_put_lines(lines.run(rows, lambda row: lines.answered(base, row, filters))))
        answer = objects.answer(base, base.ask(question, filters))
    put_json(answer) if as_json else terminal.show_answer(answer)


@cli.command()
@click.argument("query", required=False, metavar="SØGNING")
@click.option("--top", default=10, show_default=True, type=click.IntRange(1, 200), help="Antal afsnit.")
@click.option("--batch", metavar="FIL", help="Læs JSON-linjer {id, query} og skriv én linje hits pr. linje.")
@filter_options
@json_option
@click.pass_context
def search(
    context: click.Context, /, query: str | None, top: int, batch: str | None, as_json: bool, **values: Any
) -> None:
    """Find afsnit, de bedste først."""
    from ui import batch as lines
    from ui import objects, terminal

    filters = make_filters(values)
    _one_of(query, batch, "en søgning")
    rows = lines.read(batch) if batch else []
    with knowledge_base() as base:
        if query is None:
            context.exit(_put_lines(lines.run(rows, lambda row: lines.found(base, row, filters, top))))
        hits = objects.search(base, query, filters, top)
    put_json(hits) if as_json else terminal.show_hits(hits)


def _one_of(text: str | None, batch: str | None, what: str) -> None:
    if (text is None) == (batch is None):
        raise UsageError(f"Skriv enten {what} eller --batch FIL.")


def _put_lines(lines: Iterator[tuple[str, bool]]) -> int:
    """Print each line as soon as it is there. Returns the exit code: 3 where some failed."""
    failed = False
    for line, wrong in lines:
        click.echo(line)
        failed = failed or wrong
    return 3 if failed else 0


@cli.command()
@click.argument("file", metavar="FIL")
@click.option("--join-hyphens", is_flag=True, help="Saml ord, der er delt ved linjeskift.")
@json_option
def clean(file: str, join_hyphens: bool, as_json: bool) -> None:
    """Ret OCR-fejl i en tekst (- er standard-input). Linjeskift bevares."""
    from pipeline import clean_text

    result = clean_text(file, load_settings(), join_hyphens=join_hyphens)
    if as_json:
        put_json(result.as_dict())
    else:
        click.echo(result.text, nl=False)


@cli.command()
@click.argument("action", type=click.Choice(["list", "set"]), default="list", metavar="[list|set]")
@click.argument("arguments", nargs=-1, metavar="[DOKUMENT FELT VÆRDI]")
@person_option
@filter_options
@json_option
def documents(action: str, arguments: tuple[str, ...], person: str, as_json: bool, **values: Any) -> None:
    """Vis bibliotekets dokumenter, eller ret et felt: documents set DOKUMENT title|kind|date VÆRDI."""
    from core.wire import document_object
    from ui import terminal

    if action == "set" and len(arguments) != 3:
        raise UsageError("Skriv: ressort documents set DOKUMENT FELT VÆRDI.")
    with knowledge_base() as base:
        if action == "set":
            found = [base.set_meta(arguments[0], arguments[1], arguments[2], person=person)]
        else:
            found = base.documents(make_filters(values))
    if as_json:
        put_json([document_object(document) for document in found])
    else:
        terminal.show_documents(found)


@cli.command()
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


@cli.command()
@click.argument("document", metavar="DOKUMENT")
@json_option
def remove(document: str, as_json: bool) -> None:
    """Slet et dokument helt: tekst, vektorer, indeks og sidebilleder."""
    from ui.terminal import note

    with knowledge_base() as base:
        found = base.document(document)
        base.remove(document)
    if as_json:
        put_json({"document": found.name, "id": found.id, "status": "removed"})
    else:
        note(f"{found.name} er slettet.")


@cli.command()
@click.option("--repair", is_flag=True, help="Byg det, der mangler eller afviger, igen.")
@json_option
@click.pass_context
def verify(context: click.Context, repair: bool, as_json: bool) -> None:
    """Kontrollér, at indekserne svarer til biblioteket."""
    from ui import condition, terminal

    with knowledge_base() as base:
        report = base.verify(repair=repair)
    if as_json:
        put_json(report)
    else:
        terminal.show_lines(condition.verify_lines(report))
    context.exit(0 if report["ok"] else 1)


@cli.command()
@json_option
def status(as_json: bool) -> None:
    """Tal for biblioteket og de sider, der kræver et eftersyn."""
    from ui import condition, terminal

    with knowledge_base() as base:
        report = base.status()
    if as_json:
        put_json(report)
    else:
        terminal.show_lines(condition.status_lines(report))


_EDIT = (
    "Ret et felt i en række: task, area, from, to, effective_from, effective_text, until, status eller "
    "effective_basis. Kan som --confirm og --reject bruges med --person."
)


@cli.command()
@click.option("--as-of", "as_of", type=DAY, help="Som det gælder denne dag.")
@click.option("--task", default="", metavar="TEKST", help="Opgave, helt eller delvist.")
@click.option("--unit", default="", metavar="TEKST", help="Udvalg, forvaltning eller forkortelse.")
@click.option("--confirm", metavar="NØGLE", help="Bekræft en række.")
@click.option("--reject", metavar="NØGLE", help="Afvis en række; den vises ikke mere.")
@click.option("--edit", nargs=3, metavar="NØGLE FELT VÆRDI", help=_EDIT)
@person_option
@click.option("--csv", "as_csv", is_flag=True, help="Skriv CSV.")
@click.option("--xlsx", type=click.Path(path_type=Path), help="Skriv et regneark til denne fil.")
@json_option
def register(
    as_of: date | None, task: str, unit: str, person: str, as_csv: bool, xlsx: Path | None, as_json: bool, **fix: Any
) -> None:
    """Ansvarsregistret: hvem har hvad, fra hvornår og på hvilket vilkår."""
    from ui import objects, terminal
    from ui.amend import amend

    with knowledge_base() as base:
        receipts = amend(base, fix, person)
        rows = objects.responsibilities(base, as_of=as_of, task=task, unit=unit)
    for receipt in receipts.values():
        terminal.note(receipt)
    if receipts and not (xlsx or as_csv):
        rows = [row for row in rows if row["key"] in receipts]
    if xlsx:
        objects.write_xlsx(rows, xlsx)
    elif as_csv:
        from register.library.export import to_csv

        click.echo(to_csv(rows), nl=False)
    elif as_json:
        put_json(rows)
    elif rows or not receipts:
        terminal.show_register(rows)


def _view(name: str, text: str) -> None:
    """A command that shows one view of the register."""

    @cli.command(name, help=text)
    @json_option
    def view(as_json: bool) -> None:
        from ui import objects, terminal

        with knowledge_base() as base:
            rows = objects.view(base, name)
        if as_json:
            put_json(rows)
        else:
            terminal.show_view(name, rows)


_view("units", "Udvalg, forvaltninger og andre enheder med gamle og nye navne.")
_view("timeline", "Daterede hændelser og frister.")
_view("conflicts", "Steder, hvor dokumenterne er uenige.")


@cli.command("eval")
@click.option("--name", default="corpus", show_default=True, help="Navn på kørslen og dens grænser.")
@click.option("--questions", type=click.Path(path_type=Path), help="Fil med spørgsmål (JSON-linjer).")
@click.option("--corpus", type=click.Path(path_type=Path), help="Mappe med dokumenter.")
@click.option("--suite", type=click.Choice(["answers", "ocr", "register"]), default="answers", show_default=True)
@click.option("--against", type=click.Path(path_type=Path), help="En tidligere kørsels JSON at måle mod.")
@click.option("--ablate", help="Mål også uden en del: NAVN[,NAVN] eller »all« (se docs/evaluation.md).")
@click.option("--peers", is_flag=True, help="Mål også almindelig BM25 og e5 på de samme spørgsmål.")
@json_option
@click.pass_context
def evaluate(context: click.Context, /, as_json: bool, **values: Any) -> None:
    """Mål søgning, svar, kilder og afslag på en fil med spørgsmål."""
    from evals.run import run
    from ui import terminal

    report, misses = run(load_settings(), terminal.progress, **values)
    if as_json:
        put_json(report)
    else:
        terminal.show_evaluation(report)
    for line in misses:
        terminal.note(f"Grænse ikke nået: {line}")
    context.exit(1 if misses else 0)


@cli.command()
@click.option("--host", metavar="NAVN", help="Adresse (standard: RESSORT_HOST).")
@click.option("--port", type=click.IntRange(0, 65535), metavar="TAL", help="Port (standard: RESSORT_PORT).")
@json_option
def serve(host: str | None, port: int | None, as_json: bool) -> None:
    """Start webapplikationen."""
    from dataclasses import replace

    from app import serve as run_server
    from ui.terminal import note

    settings = load_settings()
    settings = replace(settings, host=host or settings.host, port=settings.port if port is None else port)
    url = f"http://{settings.host}:{settings.port}"

    def announce() -> None:
        put_json({"url": url}) if as_json else note(f"Ressort åbner på {url} (stop med Ctrl+C).")

    run_server(settings, announce)


def main() -> None:
    """Entry point: Danish messages, the exit codes of docs/cli.md, no traceback."""
    from ui.terminal import complain, keep_log

    keep_log()
    try:
        code = cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        code = 130
    except click.ClickException as error:
        error.show()
        code = 2
    except RessortError as error:
        complain(error)
        code = error.exit_code
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:
        sys.stderr.close()
        code = 0
    except Exception as error:  # noqa: BLE001 - the last handler: no traceback reaches a user
        code = complain(error)
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
