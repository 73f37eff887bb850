"""What the system says of a file, in Danish."""

import errno

import pytest

from core.errors import system_reason


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOENT, "den findes ikke"),
        (errno.EACCES, "der er ikke adgang til den"),
        (errno.ENOSPC, "der er ikke mere plads på disken"),
        (errno.EPIPE, f"systemfejl {errno.EPIPE}"),
    ],
)
def test_the_systems_reason_is_danish(number: int, reason: str) -> None:
    assert system_reason(OSError(number, "No such thing")) == reason


def test_an_error_without_a_number_has_a_reason_too() -> None:
    assert system_reason(OSError("odd")) == "ukendt fejl"
