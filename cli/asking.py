"""Commands that ask: ``ask`` and ``search``, one question or a batch of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from cli.common import knowledge_base, put_json
from cli.options import filter_options, json_option, make_filters
from core.errors import UsageError


@click.command()
@click.argument("question", required=False, metavar="SPØRGSMÅL")
@click.option("--batch", metavar="FIL", help="Læs JSON-linjer {id, question} og skriv ét svar pr. linje.")
@filter_options
@json_option
@click.pass_context
def ask(context: click.Context, /, question: str | None, batch: str | None, as_json: bool, **values: Any) -> None:
    """Stil et spørgsmål og få et svar med kilder, eller et afslag med begrundelse."""
    from cli import batch as lines
    from cli import terminal
    from ui import objects

    filters = make_filters(values)
    _one_of(question, batch, "et spørgsmål")
    rows = lines.read(batch) if batch else []
    with knowledge_base() as base:
        if question is None:
            context.exit(_put_lines(lines.run(rows, lambda row: lines.answered(base, row, filters))))
        answer = objects.answer(base, base.ask(question, filters))
    put_json(answer) if as_json else terminal.show_answer(answer)


@click.command()
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
    from cli import batch as lines
    from cli import terminal
    from ui import objects

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
