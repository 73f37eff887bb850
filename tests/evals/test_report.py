"""Reports: totals, thresholds and comparison of two runs."""

import pytest

from evals.outcome import Outcome
from evals.report import compare, reliability, summarise
from evals.thresholds import missed


def outcome(id_="a", kind="ownership", right=True, refused=False, confidence=0.9, words=10):
    retrieval = {"hit@1": 1.0, "hit@5": 1.0, "quote_recall@5": 1.0, "mrr@10": 1.0, "ndcg@10": 1.0}
    return Outcome(id_, kind, "?", "svar", refused, right, "" if right else "wrong_sentence", [], 1,
                   retrieval, True, 1.0, words, confidence, 0.1)  # fmt: skip


def test_refusals_are_counted_both_ways():
    totals = summarise([
        outcome(), outcome("b", right=False, refused=True),
        outcome("c", "unanswerable", refused=True), outcome("d", "unanswerable", right=False),
    ])  # fmt: skip
    assert totals["refused_answerable"] == 0.5
    assert totals["refused_unanswerable"] == 0.5
    assert totals["right"] == 0.5


def test_thresholds_name_what_is_missed(tmp_path):
    file = tmp_path / "t.toml"
    file.write_text('[x]\n"hit@5" = 0.9\nmax_refused_answerable = 0.05\n')
    assert missed("x", {"hit@5": 0.95, "refused_answerable": 0.0}, file) == []
    assert len(missed("x", {"hit@5": 0.5, "refused_answerable": 0.5}, file)) == 2
    assert missed("x", {}, file)


def test_comparison_names_won_and_lost_questions():
    old = {"totals": {"right": 0.5}, "outcomes": [{"id": "a", "right": True}, {"id": "b", "right": False}]}
    new = {"totals": {"right": 0.5}, "outcomes": [{"id": "a", "right": False}, {"id": "b", "right": True}]}
    assert compare(old, new) == {"totals": {}, "won": ["b"], "lost": ["a"]}


def test_reliability_sets_confidence_against_the_share_right():
    rows = reliability([outcome(confidence=1.0), outcome(confidence=0.9, right=False)])
    assert rows == [{"from": 0.8, "to": 1.0, "n": 2, "confidence": pytest.approx(0.95), "right": 0.5}]
