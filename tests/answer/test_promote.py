"""The order of search results after an answer was sought."""

from answer import Answerer
from answer.evidence import Sentence
from answer.promote import ordered
from core.citations import cite
from core.schema import Answer, Filters, Hit, Kind, Span
from core.settings import Settings
from tests.answer.fakes import AGREEMENT, FakeLibrary, FakeRegister, FakeRetriever, make_document

DOCUMENT = make_document("aftale", AGREEMENT, Kind.AGREEMENT)
PASSAGES = DOCUMENT.passages


def hits(*scores):
    return [Hit(passage, score) for passage, score in zip(PASSAGES, scores, strict=False)]


def citing(passage, confidence):
    return Answer("?", "!", confidence=confidence, citations=(cite(1, DOCUMENT, Span(passage.start, passage.end)),))


def test_a_passage_the_answer_is_sure_of_comes_before_one_that_matches_a_little_better():
    found = ordered(hits(0.6, 0.5, 0.4), [], citing(PASSAGES[1], 0.9), [DOCUMENT])
    assert [hit.passage.id for hit in found] == [PASSAGES[1].id, PASSAGES[0].id, PASSAGES[2].id]


def test_an_unsure_answer_overrules_no_clear_match():
    ranked = [[_sentence(hit) for hit in hits(0.99, 0.1)]]
    found = ordered(hits(0.99, 0.1), ranked, citing(PASSAGES[1], 0.1), [DOCUMENT])
    assert [hit.passage.id for hit in found] == [PASSAGES[0].id, PASSAGES[1].id]


def test_the_passage_whose_sentence_answers_best_comes_first():
    near, far = hits(0.6, 0.5)
    found = ordered([near, far], [[_sentence(near, 0.1), _sentence(far, 0.9)]], Answer("?", "", refused=True), [])
    assert [hit.passage.id for hit in found] == [far.passage.id, near.passage.id]


def _sentence(hit, score=0.5):
    span = Span(hit.passage.start, hit.passage.end)
    return Sentence(DOCUMENT, span, hit.passage.text, hit, 0, 0, score=score)


def test_scores_never_rise_and_no_passage_is_lost_or_doubled():
    found = ordered(hits(0.9, 0.8, 0.2), [], citing(PASSAGES[3], 0.9), [DOCUMENT])
    assert sorted(hit.passage.id for hit in found) == sorted(passage.id for passage in PASSAGES[:4])
    scores = [hit.score for hit in found]
    assert scores == sorted(scores, reverse=True)


def test_search_keeps_to_its_length_and_finds_nothing_in_nothing():
    library = FakeLibrary([DOCUMENT])
    searching = Answerer(library, FakeRetriever(library), FakeRegister(), Settings())
    assert len(searching.search("Hvem får lystbådehavnen?", Filters(), 2)) == 2
    empty = FakeLibrary([])
    assert Answerer(empty, FakeRetriever(empty), FakeRegister(), Settings()).search("havn", Filters(), 5) == []
