"""Danish sentences: where they end, and that nothing is lost between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.danish.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentence_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Opgaven flytter pr. 1. januar 2026, jf. § 17, stk. 4, i loven.",
        "Der er ca. 40 pladser, dvs. færre end i fjor, bl.a. pga. ombygning.",
        "Mødet holdes d. 25. november kl. 9.30 i lokale 2.",
        "Medlemmet Anna B. Prøve bad om et notat vedr. nr. 3.",
        "Pris: 2,04 mio. kr. årligt i 2019-2022.",
        "Fristen er den\n1. januar og kan ikke rykkes.",
        "Se bilag 2.3 og tabel 1 mhp. overblik ift. budgettet.",
    ],
)
def test_one_sentence_stays_whole(text: str) -> None:
    assert sentences(text) == [text]


def test_capital_after_money_opens_a_sentence() -> None:
    assert sentences("Det koster 2,0 mio. kr. Der søges ikke mere.") == [
        "Det koster 2,0 mio. kr.",
        "Der søges ikke mere.",
    ]


def test_number_at_the_end_closes_a_sentence() -> None:
    assert sentences("Det skete i 2019. Siden er intet sket.") == ["Det skete i 2019.", "Siden er intet sket."]


def test_footnote_mark_after_the_stop_belongs_to_the_sentence() -> None:
    assert sentences("Det dækker begge dele.1 Resten følger.") == ["Det dækker begge dele.1", "Resten følger."]


def test_quote_mark_after_the_stop_belongs_to_the_sentence() -> None:
    assert sentences("Han sagde: ”Det går.” Så gik han.") == ["Han sagde: ”Det går.”", "Så gik han."]


def test_points_of_a_list_are_sentences() -> None:
    assert sentences("Enige om:\n- at samle\n- at dele") == ["Enige om:", "- at samle", "- at dele"]


def test_blank_line_inside_a_sentence_does_not_part_it() -> None:
    text = "Det gør det lettere at\n\nfinde vej for borgere."
    assert sentences(text) == [text]


@given(st.text(alphabet='aBæÅ1 .,:!?\n\f-–()"”2kr', max_size=200))
def test_only_white_space_stands_between_sentences(text: str) -> None:
    spans = sentence_spans(text)
    edges = [0, *(edge for span in spans for edge in (span.start, span.end)), len(text)]
    assert edges == sorted(edges)
    assert all(not text[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True))
