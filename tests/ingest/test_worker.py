"""What comes back from a child is data and nothing else."""

from __future__ import annotations

import io
import os
import pickle

import pytest

from core.schema import Kind
from ingest import worker


class _Call:
    """Pickles as a call of a function with arguments."""

    def __init__(self, function: object, *arguments: object) -> None:
        self.made = (function, arguments)

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return self.made


def load(thing: object) -> object:
    return worker._SafeUnpickler(io.BytesIO(pickle.dumps(thing))).load()


def test_members_of_enumerations_come_back_however_a_python_pickles_them() -> None:
    kind = next(iter(Kind))
    assert load(kind) is kind
    assert load(_Call(getattr, Kind, kind.name)) is kind  # as Python 3.11.2 writes it


@pytest.mark.parametrize("call", [_Call(getattr, Kind, "mro"), _Call(getattr, "text", "upper"), _Call(os.getcwd)])
def test_nothing_else_is_reached(call: _Call) -> None:
    with pytest.raises((pickle.UnpicklingError, KeyError)):
        load(call)
