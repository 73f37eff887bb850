import json

import httpx
import pytest

from core.settings import Settings
from register.extract import extract
from register.llm import extend, propose
from tests.register.papers import paper

DOCUMENT = paper("Hegnene langs åen passes af Driftsgården i samråd med lodsejerne fra den 1. maj 2026.")
GOOD = {
    "quote": DOCUMENT.cleaned,
    "task": "Hegnene langs åen",
    "from": "",
    "to": "Driftsgården",
    "date": "den 1. maj 2026",
}


def rows(*proposals: dict[str, str]) -> list[str]:
    answer = json.dumps({"rows": list(proposals)})
    return [
        row.task for row in propose(DOCUMENT, (), Settings(), ask=lambda _system, _text: f"Her er svaret: {answer}")
    ]


def test_a_row_borne_out_by_its_quote_enters_marked() -> None:
    (row,) = propose(DOCUMENT, (), Settings(), ask=lambda _s, _t: json.dumps({"rows": [GOOD]}))
    assert (row.origin, row.to_unit, row.effective_from and row.effective_from.isoformat()) == (
        "model",
        "Driftsgården",
        "2026-05-01",
    )
    assert DOCUMENT.cleaned[row.start : row.end] == DOCUMENT.cleaned


@pytest.mark.parametrize(
    "change",
    [
        {"to": "Parkudvalget"},
        {"task": "søerne"},
        {"date": "den 2. maj 2026"},
        {"quote": "En sætning der ikke findes."},
        {"quote": "åen"},
        {"to": ""},
    ],
)
def test_a_word_that_is_not_in_the_quote_keeps_the_row_out(change: dict[str, str]) -> None:
    assert rows({**GOOD, **change}) == []


@pytest.mark.parametrize("answer", ["", "nej", "{", '{"rows": 3}', "[]", '{"rows": ["x"]}'])
def test_malformed_answers_give_nothing(answer: str) -> None:
    assert propose(DOCUMENT, (), Settings(), ask=lambda _s, _t: answer) == []


def test_a_dead_endpoint_gives_nothing() -> None:
    def fail(_system: str, _text: str) -> str:
        raise httpx.ConnectError("nede")

    assert propose(DOCUMENT, (), Settings(), ask=fail) == []


@pytest.mark.parametrize("reply", [{"choices": []}, {"choices": None}, [], {"error": "nej"}])
def test_a_reply_of_another_shape_gives_nothing(monkeypatch: pytest.MonkeyPatch, reply: object) -> None:
    request = httpx.Request("POST", "http://127.0.0.1/v1/chat/completions")
    monkeypatch.setattr(httpx, "post", lambda *_a, **_k: httpx.Response(200, json=reply, request=request))
    assert propose(DOCUMENT, (), Settings(llm_url="http://127.0.0.1/v1")) == []


def test_an_address_that_is_none_gives_nothing() -> None:
    assert propose(DOCUMENT, (), Settings(llm_url="http://[halv/v1")) == []


def test_without_an_endpoint_nothing_is_asked() -> None:
    assert propose(DOCUMENT, (), Settings()) == []


def test_known_rows_are_not_proposed_again() -> None:
    known = propose(DOCUMENT, (), Settings(), ask=lambda _s, _t: json.dumps({"rows": [GOOD]}))
    assert propose(DOCUMENT, known, Settings(), ask=lambda _s, _t: json.dumps({"rows": [GOOD]})) == []


def test_facts_stay_as_they_are_without_an_endpoint() -> None:
    facts = extract(DOCUMENT)
    assert extend(DOCUMENT, facts, Settings()) is facts
