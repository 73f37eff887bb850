"""Jinja templates with autoescape always on: whatever comes from a document or a person is escaped here."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ui import format as fmt
from ui import links, texts


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The one environment, with the Danish formats as filters."""
    env = Environment(
        loader=PackageLoader("ui", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(
        day=fmt.day, percent=fmt.percent, kroner=fmt.kroner, number=fmt.number, size=fmt.size, place=fmt.place
    )
    env.globals.update(texts=texts, reader_url=links.reader, count=fmt.count)
    return env


def render(template: str, **values: Any) -> Markup:
    """The template's text with every value escaped."""
    return Markup(environment().get_template(template).render(**values))
