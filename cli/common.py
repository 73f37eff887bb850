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
def knowledge_base() -> Iterator[KnowledgeBase]:
    """The knowledge base of this run's settings, closed afterwards."""
    from cli.terminal import note
    from pipeline import KnowledgeBase

    base = KnowledgeBase.open(load_settings(), progress=note)
    try:
        yield base
    finally:
        base.close()


def put_json(value: Any) -> None:
    """One JSON document on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
