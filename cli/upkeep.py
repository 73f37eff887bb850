"""Commands that run and check the whole: ``status``, ``verify``, ``eval`` and ``serve``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from cli.common import knowledge_base, put_json
from cli.options import json_option
from core.settings import load_settings


@click.command()
@json_option
def status(as_json: bool) -> None:
    """Tal for biblioteket og de sider, der kræver et eftersyn."""
    from cli import terminal
    from ui import condition

    with knowledge_base() as base:
        report = base.status()
    if as_json:
        put_json(report)
    else:
        terminal.show_lines(condition.status_lines(report))


@click.command()
@click.option("--repair", is_flag=True, help="Byg det, der mangler eller afviger, igen.")
@json_option
@click.pass_context
def verify(context: click.Context, repair: bool, as_json: bool) -> None:
    """Kontrollér, at indekserne svarer til biblioteket."""
    from cli import terminal
    from ui import condition

    with knowledge_base() as base:
        report = base.verify(repair=repair)
    if as_json:
        put_json(report)
    else:
        terminal.show_lines(condition.verify_lines(report))
    context.exit(0 if report["ok"] else 1)


@click.command("eval")
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
    from cli import terminal
    from evals.run import run

    report, misses = run(load_settings(), terminal.progress, **values)
    if as_json:
        put_json(report)
    else:
        terminal.show_evaluation(report)
    for line in misses:
        terminal.note(f"Grænse ikke nået: {line}")
    context.exit(1 if misses else 0)


@click.command()
@click.option("--host", metavar="NAVN", help="Adresse (standard: RESSORT_HOST).")
@click.option("--port", type=click.IntRange(0, 65535), metavar="TAL", help="Port (standard: RESSORT_PORT).")
@json_option
def serve(host: str | None, port: int | None, as_json: bool) -> None:
    """Start webapplikationen."""
    from dataclasses import replace

    from app import serve as run_server
    from cli.terminal import note

    settings = load_settings()
    settings = replace(settings, host=host or settings.host, port=settings.port if port is None else port)
    url = f"http://{settings.host}:{settings.port}"

    def announce() -> None:
        put_json({"url": url}) if as_json else note(f"Ressort åbner på {url} (stop med Ctrl+C).")

    run_server(settings, announce)
