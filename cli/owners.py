"""Commands on the register: ``register`` and its views ``units``, ``timeline`` and ``conflicts``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from cli.common import knowledge_base, put_json
from cli.options import DAY, json_option, person_option

_EDIT = (
    "Ret et felt i en række: task, area, from, to, effective_from, effective_text, until, status eller "
    "effective_basis. Kan som --confirm og --reject bruges med --person."
)


@click.command()
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
    from cli import terminal
    from cli.amend import amend
    from ui import objects

    with knowledge_base() as base:
        receipts = amend(base, fix, person)
        rows = objects.responsibilities(base, as_of=as_of, task=task, unit=unit)
    for receipt in receipts.values():
        terminal.note(receipt)
    if receipts and not (xlsx or as_csv):
        rows = [row for row in rows if row["key"] in receipts]
    if xlsx:
        objects.write_xlsx(rows, xlsx)
        terminal.note(f"{terminal.rows_said(len(rows))} skrevet til {xlsx}.")
    elif as_csv:
        from register.library.export import to_csv

        click.echo(to_csv(rows), nl=False)
    elif as_json:
        put_json(rows)
    elif rows or not receipts:
        terminal.show_register(rows)


def _view(name: str, text: str) -> click.Command:
    """A command that shows one view of the register."""

    @click.command(name, help=text)
    @json_option
    def view(as_json: bool) -> None:
        from cli import terminal
        from ui import objects

        with knowledge_base() as base:
            rows = objects.view(base, name)
        if as_json:
            put_json(rows)
        else:
            terminal.show_view(name, rows)

    return view


units = _view("units", "Udvalg, forvaltninger og andre enheder med gamle og nye navne.")
timeline = _view("timeline", "Daterede hændelser og frister.")
conflicts = _view("conflicts", "Steder, hvor dokumenterne er uenige.")
