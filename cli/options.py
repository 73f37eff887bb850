"""Options that several commands share, with values as people write them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from core.schema import Filters

    DayType = click.ParamType[date | None]
else:
    DayType = click.ParamType  # no generic at run time before click 8.4

KINDS = (
    "aftale", "referat", "budgetnotat", "handleplan", "implementeringsplan", "notat", "sagsfremstilling",
    "andet",
)  # fmt: skip


class Day(DayType):
    """A day as 2026-01-31, 31.1.2026 or 31. januar 2026."""

    name = "ÅÅÅÅ-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date | None:
        """The day. Raises UsageError where it can't be read."""
        if isinstance(value, date):
            return value
        from ui.format import parse_day

        return parse_day(value, f"Datoen i {param.opts[0]}" if param else "Datoen")


DAY = Day()
json_option = click.option("--json", "as_json", is_flag=True, help="Skriv ét JSON-dokument.")
person_option = click.option("--person", default="kommandolinjen", metavar="NAVN", help="Hvem der retter.")


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The filters that ask, search and documents share."""
    for option in (
        click.option("--document", "documents", multiple=True, metavar="NAVN", help="Kun dette dokument (eller id)."),
        click.option("--to", "date_to", type=DAY, help="Dokumentdato til og med."),
        click.option("--from", "date_from", type=DAY, help="Dokumentdato fra."),
        click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Kun denne slags."),
        click.option("--as-of", "as_of", type=DAY, help="Svar, som det gælder denne dag."),
    ):
        command = option(command)
    return command


def make_filters(values: dict[str, Any]) -> Filters:
    """Filters from the options' values."""
    from core.schema import Filters, Kind

    days = {name: values.get(name) for name in ("date_from", "date_to", "as_of")}
    kinds = tuple(Kind(kind) for kind in values.get("kinds", ()))
    return Filters(kinds=kinds, documents=tuple(values.get("documents", ())), **days)
