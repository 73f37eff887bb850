"""Retrieval figures: expected values as arithmetic."""

import math

import pytest

from core.schema import Span
from evals.places import Place, share_covered
from evals.retrieval import Ranking, first_rank, ndcg, score

PLACE = Place("d", Span(100, 200))


def ranking(*spans, places=(PLACE,)):
    return Ranking("q", tuple(("d", Span(*s)) for s in spans), places)


def test_first_relevant_span_gives_the_rank():
    assert first_rank(ranking((0, 50), (90, 160), (100, 200))) == 2
    assert first_rank(ranking((0, 50))) is None


def test_a_sliver_of_the_quote_is_not_relevant():
    assert first_rank(ranking((0, 110))) is None


def test_figures_of_one_question():
    got = score(ranking((0, 50), (90, 160), (160, 260)))
    assert got == {"hit@1": 0.0, "hit@5": 1.0, "quote_recall@5": 1.0, "mrr@10": 1 / 2}


def test_another_document_is_never_relevant():
    assert first_rank(Ranking("q", (("e", Span(100, 200)),), (PLACE,))) is None


def test_ndcg_counts_each_quote_once_and_the_missed_ones():
    two = ranking((0, 50), (100, 200), (100, 200), places=(PLACE, Place("d", Span(900, 950))))
    ideal = 1 / math.log2(2) + 1 / math.log2(3)
    assert ndcg([two])["q"] == pytest.approx((1 / math.log2(3)) / ideal)


def test_share_covered_joins_overlapping_spans():
    spans = [("d", Span(90, 150)), ("d", Span(140, 175)), ("e", Span(0, 999))]
    assert share_covered(PLACE, spans) == pytest.approx(75 / 100)
