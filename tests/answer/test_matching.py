"""How a topic word is met in a text, against a plain reading of the same rules."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answer.lexicon import light_first
from answer.matching import coverage, match, places, stems
from answer.understanding.terms import Term
from core.danish.tokens import is_stop_word, normal, stem, words

_WORDS = [
    *("skole", "skolen", "skoleområdet", "vejen", "og", "i", "task", "force", "taskforce", "Taskforcen"),
    *("2026", "7,5", "hjemmepleje", "pleje", "område"),
]
_TEXTS = st.lists(st.sampled_from(_WORDS), max_size=9).map(" ".join)
_TERMS = st.sampled_from(
    [
        Term("skoleområdet", 0.8, {"skoleområd": 1.0, "skol": 0.6}, True, ("skol", "områd")),
        Term("taskforce", 0.5, {"taskforc": 1.0, "arbejdsgrup": 0.5}, True, ("task", "forc")),
        Term("plejen", 0.3, {"plej": 1.0}, True),
        Term("vej", 0.9, {"vej": 1.0, "gad": 0.5}, True),
    ]
)


def _plainly(term: Term, text: str) -> float:
    """Every rule of ``match`` one after the other, nothing kept."""
    held = {stem(word.text) for word in words(text) if not is_stop_word(word.text)}
    best = max([strength for variant, strength in term.variants.items() if variant in held], default=0.0)
    order = [stem(word.text) for word in words(text)]
    rows = [tuple(order[i : i + len(term.parts)]) for i in range(len(order))]
    if best < 0.95 and len(term.parts) > 1 and term.parts in rows:
        return 0.95
    own, first = stem(term.word), light_first(term.word)
    long = [normal(word.text) for word in words(text) if len(word.text) > 7]
    inside = any((len(own) > 4 and own in one) or (len(first) > 4 and one.startswith(first)) for one in long)
    return max(best, 0.6) if inside else best


@settings(deadline=None)
@given(_TERMS, _TEXTS)
def test_a_term_is_met_as_the_rules_say(term, text):
    assert match(term, text) == _plainly(term, text)


@settings(deadline=None)
@given(st.lists(_TERMS, max_size=3), _TEXTS, _TEXTS)
def test_coverage_is_the_share_of_the_weight(terms, text, around):
    whole = sum(term.weight for term in terms)
    met = sum(max(_plainly(term, text), 0.6 * _plainly(term, around)) * term.weight for term in terms)
    assert coverage(terms, text, around) == pytest.approx(met / whole if whole else 0.0)


@settings(deadline=None)
@given(_TERMS, _TEXTS)
def test_places_are_those_of_the_words_that_meet_the_term(term, text):
    tokens = text.split()
    assert places(term, tokens) == [i for i, token in enumerate(tokens) if _plainly(term, token) >= 0.5]


@settings(deadline=None)
@given(_TEXTS)
def test_stems_leave_stop_words_out(text):
    assert stems(text) == {stem(word.text) for word in words(text) if not is_stop_word(word.text)}
