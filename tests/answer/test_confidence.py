"""The confidence stays a share, rests on features that exist, and is not the decision to answer under another name."""

from hypothesis import given
from hypothesis import strategies as st

from answer import confidence, refusal
from answer.citations import Checked
from answer.draft import Draft

FEATURES = st.dictionaries(st.sampled_from(sorted(confidence.weights())), st.floats(-2, 2), max_size=8)


@given(FEATURES)
def test_a_share_of_answers(features: dict[str, float]) -> None:
    assert 0 <= confidence.confidence(features) <= 1


def test_a_certain_sign_moves_it_the_way_its_weight_says() -> None:
    for name, weight in confidence.weights().items():
        if name != "bias" and weight:
            moved = confidence.confidence({name: 1.0}) - confidence.confidence({})
            assert moved * weight > 0, name


def test_the_making_of_an_answer_is_told() -> None:
    signs = confidence.making(Draft((), how="owner"), Checked("tolv ord " * 6, (), ()))
    assert signs["by_owner"] == 1.0
    assert signs["length"] == 12 / 60
    assert signs["cites"] == 0


def test_the_decision_looks_at_no_sign_of_the_making() -> None:
    assert not [name for name in refusal.weights() if name.startswith("by_")]


def test_answerable_rises_with_the_score() -> None:
    assert refusal.answerable(-3) < refusal.answerable(0) < refusal.answerable(3)
