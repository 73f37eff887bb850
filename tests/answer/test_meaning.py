"""Questions for what a thing is, however they are put; and those that only look like them."""

from __future__ import annotations

import pytest

from answer.understanding.kinds import Asked, asked


@pytest.mark.parametrize(
    "question",
    [
        "Hvad går en tryghedsvandring ud på?",
        "Hvad forstår planen ved et nærhospital?",
        "Hvad mener notatet med tidlig opsporing?",
        "Hvad tæller som fravær efter reglerne?",
        "Hvad er en overbygningsskole i skoleudvalgets papirer?",
        "Hvad er SKAT for noget?",
        "Hvad er kolonihavetilskud ifølge notatet?",
        'Hvad er en "kaffevogn" for en størrelse?',
        "Hvad er tanken bag den grønne pulje?",
        "Hvad omfatter begrebet varig støtte?",
        "Hvad laver en kulturmedarbejder?",
        "Hvornår regnes en vej for privat?",
        "Hvem er natcaféen tænkt til?",
        "Hvem henvender ordningen sig til?",
        "What counts as a small school?",
    ],
)
def test_what_a_thing_is_may_be_asked_in_many_ways(question: str) -> None:
    assert asked(question) is Asked.DEFINITION


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Hvad mener ældrerådet om planen med de nye boliger?", Asked.FACT),
        ("Hvad er prisen ifølge notatet?", Asked.AMOUNT),
        ("Hvornår regner man med at åbne hallen for foreninger?", Asked.DATE),
        ("Hvem er ansvarlig for natcaféen?", Asked.OWNER),
        ("Er natcaféen tænkt til unge?", Asked.YES_NO),
    ],
)
def test_other_questions_keep_their_kind(question: str, kind: Asked) -> None:
    assert asked(question) is kind
