"""What every command does with its knowledge base and its results."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from core.settings import load_settings

if TYPE_CHECKING:
    from pipeline import KnowledgeBase


@contextmanager
def knowledge_base(*, fills: bool = False) -> Iterator[KnowledgeBase]:
    """The knowledge base of this run's settings, closed afterwards. fills: the command may begin a new one; any other
    is told that a folder is not there yet, which most often is a mistyped name."""
    from cli.terminal import note
    from pipeline import KnowledgeBase

    settings = load_settings()
    if not (fills or settings.home.exists()):
        note(f"Biblioteket er tomt: mappen {settings.home.absolute()} findes ikke endnu. Passer RESSORT_HOME?")
    base = KnowledgeBase.open(settings, progress=note)
    try:
        yield base
    finally:
        base.close()


def put_json(value: Any) -> None:
    """One JSON document on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
