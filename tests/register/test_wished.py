"""What somebody only wishes is no row; what those who decide propose is a plan."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.wished import wishes
from tests.register.papers import rows

_WHAT = "Driftsgården overtager klipningen af hækkene."


@pytest.mark.parametrize(
    "said",
    [
        "Brugerrådet ved skovbørnehaven foreslår, at ",
        "Sejlklubben har foreslået, at ",
        "Et medlem af udvalget foreslog, at ",
        "Naboerne beder om, at ",
        "Lystfiskernes forening mener, at ",
        "61 pct. af beboerne ønsker, at ",
        "Fra borgermødet: Deltagerne foreslog, at ",
        "Ungdomsrådet: foreslår, at ",
        "Et andet forslag gik på, at ",
        "Vi ved heller ikke, om ",
        "Det er endnu uafklaret, om ",
        "Der er ikke taget stilling til, om ",
        "Der har været drøftet en model, hvor ",
        "Det har undervejs været et ønske fra sejlklubberne, at ",
        "Svarene handler om hække, herunder ønsket om, at ",
        "Det er naboernes ønske, at ",
    ],
)
def test_the_wish_of_one_who_is_heard_gives_nobody_a_task(said: str) -> None:
    assert rows(said + _WHAT) == ()


@pytest.mark.parametrize(
    "said",
    [
        "Forvaltningen foreslår, at ",
        "Det foreslås, at ",
        "Center for Byliv foreslår desuden, at ",
        "Partierne ønsker, at ",
        "Det er udvalgets ønske, at ",
        "Udvalget har ønsket, at ",
    ],
)
def test_the_proposal_of_those_who_decide_stays(said: str) -> None:
    assert [r.to_unit for r in rows(said + _WHAT)] == ["Driftsgården"]


def test_a_wish_that_is_followed_stays() -> None:
    wish = f"Sejlklubben foreslår, at {_WHAT}"
    assert [r.to_unit for r in rows(f"{wish} Forslaget imødekommes.")] == ["Driftsgården"]
    assert rows(f"{wish} Forslaget imødekommes ikke.") == ()


def test_what_stands_behind_a_wish_is_no_part_of_it() -> None:
    words = "Naboerne ønsker, at skoven ryddes, men Driftsgården passer den."
    ((start, end),) = wishes(words)
    assert words[start:end] == " skoven ryddes"


@given(st.text(alphabet="abcæøå ,.;:", max_size=80))
def test_words_without_a_verb_of_wishing_hold_no_wish(words: str) -> None:
    assert not list(wishes(words))
