"""Results kept by the object they were worked out for, not by what it holds."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Generic, TypeVar

_Of = TypeVar("_Of")
_Made = TypeVar("_Made")


class _Same(Generic[_Of]):
    """An object as a key: neither hashed nor compared, for a document's text and changes are long."""

    __slots__ = ("held",)

    def __init__(self, held: _Of) -> None:
        self.held = held

    def __hash__(self) -> int:
        return id(self.held)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.held is other.held


def kept(most: int) -> Callable[[Callable[[_Of], _Made]], Callable[[_Of], _Made]]:
    """Decorator for a function of one unchanging object: the last ``most`` objects' results are kept, and those objects
    with them."""

    def decorate(function: Callable[[_Of], _Made]) -> Callable[[_Of], _Made]:
        @lru_cache(maxsize=most)
        def made(key: _Same[_Of]) -> _Made:
            return function(key.held)

        @wraps(function)
        def call(held: _Of) -> _Made:
            return made(_Same(held))

        return call

    return decorate
