"""A number is told of the thing whose clause it stands in."""

from __future__ import annotations

import pytest

from answer.lexicon import Lexicon
from answer.quantities import claimed, other_number, quantities, thing_of, told_of
from answer.question import understand

_CAUSE = "Underskuddet skyldes især dyrere brænde (1,7 mio. kr.) og en ny kedel (0,9 mio. kr.)."
_YEARS = "Frafaldet var 6,1 pct. i 2031 mod 5,2 pct. i 2030."
_STAFF = "På værftet er der i dag 90 svende, svarende til 71 årsværk."
_SHARES = "Der afsættes 9 mio. kr. til molen, heraf 4 mio. kr. i 2031 og 5 mio. kr. i 2032."


def _told(claim: str, text: str) -> float | None:
    told = told_of(claim, thing_of(understand(claim, Lexicon({})).terms, claim), text)
    return told.value if told else None


def _denied(claim: str, text: str) -> bool:
    return other_number(claim, thing_of(understand(claim, Lexicon({})).terms, claim), text)


@pytest.mark.parametrize(
    ("claim", "text", "value"),
    [
        ("Er underskuddet 1,7 mio. kr.?", _CAUSE, None),
        ("Er underskuddet 2,6 mio. kr.?", "Havnen fik et underskud på 2,6 mio. kr. i 2031.", 2_600_000),
        ("Var frafaldet 5,2 pct. i 2030?", _YEARS, 5.2),
        ("Var frafaldet 5,2 pct. i 2031?", _YEARS, 6.1),
        ("Har værftet 71 svende?", _STAFF, 90),
        ("Har værftet 71 årsværk?", _STAFF, 71),
        ("Er der afsat 4 mio. kr. til molen i 2031?", _SHARES, 4_000_000),
        ("Er der afsat 4 mio. kr. til molen?", _SHARES, 9_000_000),
        ("Er rammen 200.000 kr.?", "Rammen til sejlklubben sænkes med 200.000 kr.", None),
        ("Sænkes rammen med 200.000 kr.?", "Rammen til sejlklubben sænkes med 200.000 kr.", 200_000),
        ("Har havnen 3 kraner?", "Havnen har 8 broer, 3 kraner og 2 slæbesteder.", 3),
    ],
)
def test_the_number_told_of_the_thing(claim: str, text: str, value: float | None) -> None:
    assert _told(claim, text) == value


def test_another_number_of_the_same_thing_denies() -> None:
    assert _denied("Har værftet 71 svende?", _STAFF)
    assert _denied("Er der afsat 7 mio. kr. til molen?", _SHARES)
    assert _denied("Var frafaldet 5,2 pct. i 2031?", _YEARS)


def test_a_part_a_limit_or_another_time_does_not_deny() -> None:
    assert not _denied("Er der afsat 4 mio. kr. til molen?", _SHARES)
    assert not _denied("Har værftet mindst 71 svende?", _STAFF)
    assert not _denied("Var frafaldet 5,2 pct.?", _YEARS)
    assert not _denied("Har slusen 71 svende?", _STAFF)
    assert not _denied("Havde værftet 71 svende i 2029?", _STAFF)


def test_names_and_days_are_no_quantities() -> None:
    assert quantities("Se punkt 4 og tiltag 3 på mødet den 5. maj 2031.") == ()
    assert claimed("Koster båden 4 mio. kr. og molen 5 mio. kr.?") is None
