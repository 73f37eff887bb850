"""Dataclasses of core.schema to compact JSON and back, by their type hints. Fields at their default are left
out, so a field added later with a default reads old data."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
import zlib
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any


def pack(value: Any) -> bytes:
    """Compressed JSON of a dataclass or a plain value."""
    return zlib.compress(json.dumps(plain(value), ensure_ascii=False, separators=(",", ":")).encode(), 3)


def unpack(data: bytes) -> Any:
    """The plain value behind ``pack``."""
    return json.loads(zlib.decompress(data))


def plain(value: Any) -> Any:
    """Lists, dicts, strings and numbers only."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: plain(v) for name, v in _fields(value) if v is not None}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def _fields(value: Any) -> list[tuple[str, Any]]:
    kind: Any = type(value)
    found = [(name, getattr(value, name), default) for name, default in _defaults(kind)]
    return [(name, held) for name, held, default in found if held != default]


@cache
def _defaults(kind: Any) -> list[tuple[str, Any]]:
    return [(f.name, f.default) for f in dataclasses.fields(kind)]


@cache
def reader(kind: Any) -> Callable[[Any], Any]:
    """Function that turns a plain value into ``kind``: a dataclass, tuple, enum, date or primitive."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if dataclasses.is_dataclass(kind):
        return _dataclass_reader(typing.cast(type, kind))
    if origin is tuple:
        return _tuple_reader(args)
    if origin in (typing.Union, types.UnionType):
        inner = reader(next(a for a in args if a is not type(None)))
        return lambda value: None if value is None else inner(value)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    if kind is date:
        return date.fromisoformat
    return lambda value: value


def _tuple_reader(args: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(args) == 2 and args[1] is Ellipsis:
        one = reader(args[0])
        return lambda values: tuple([one(value) for value in values])
    each = [reader(arg) for arg in args]
    return lambda values: tuple(read(value) for read, value in zip(each, values, strict=True))


def _dataclass_reader(kind: type) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(kind)
    readers = {f.name: reader(hints[f.name]) for f in dataclasses.fields(kind)}
    missing = [f.name for f in dataclasses.fields(kind) if f.default is dataclasses.MISSING]

    def read(value: dict[str, Any]) -> Any:
        held = {name: readers[name](v) for name, v in value.items() if name in readers}
        for name in missing:  # a required field that was None
            held.setdefault(name, None)
        return kind(**held)

    return read
