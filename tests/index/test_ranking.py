"""The parts of the ranking: fusion, coverage, letters, vocabulary, units."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.schema import Passage
from index.analysis import spelling
from index.asked import read_question
from index.features import NAMES, Sought, coverage, letters
from index.fulltext import Fields, idf
from index.fusion import min_max, reciprocal_rank, weighted_min_max
from index.prepared import prepare, spaced
from index.rank import Ranking
from index.units import MAX_CHARS, units
from index.vocabulary import Vocabulary

WORDS = Vocabulary({"pleje": 5, "sygepleje": 2, "sygeplejen": 1, "hjem": 4, "vej": 9, "kommunen": 9}, 10, 1)


def test_reciprocal_rank_is_the_formula():
    fused = reciprocal_rank([[7, 8], [8, 9]])
    assert fused == {7: 1 / 61, 8: 1 / 62 + 1 / 61, 9: 1 / 62}


def test_weighted_min_max_is_the_formula():
    fused = weighted_min_max([({1: 2.0, 2: 4.0, 3: 3.0}, 3.0), ({2: 0.1, 4: 0.5}, 1.0)])
    assert fused == {1: 0.0, 2: 0.75 * 1.0 + 0.25 * 0.0, 3: 0.75 * 0.5, 4: 0.25 * 1.0}


@given(st.dictionaries(st.integers(), st.floats(-1e6, 1e6), min_size=1))
def test_min_max_stays_between_0_and_1(scores):
    assert all(0.0 <= value <= 1.0 for value in min_max(scores).values())


def test_idf_is_the_formula():
    assert idf(10, 3) == pytest.approx(math.log(1 + (10 - 3 + 0.5) / (3 + 0.5)))


def test_coverage_weighs_rare_words_more():
    asked = read_question("vej pleje", WORDS, {})
    rare, common = (coverage(asked, frozenset([one])) for one in ("plej", "vej"))
    assert rare > common
    assert rare + common == pytest.approx(1.0)


def test_a_year_weighs_less_than_a_word_as_rare():
    year, word = read_question("2031 xylofon", WORDS, {}).terms
    assert year.weight == pytest.approx(0.3 * word.weight)


def test_vocabulary_meets_spellings_slips_and_compounds():
    assert WORDS.same_spelling("PLEJE") == ["plej"]
    assert WORDS.alike("sygeplej")[0][0] == "sygeplej"
    assert WORDS.alike("sygpleje")[0][0] == "sygeplej"
    assert WORDS.alike("vej")[:1] == []  # too short to guess
    assert "sygeplej" in WORDS.compounds("plej") or "hjemmeplej" not in WORDS.stems
    assert WORDS.parts("hjemmepleje") == ["hjem", "plej"] or WORDS.parts("vejpleje") == ["vej", "plej"]


SCANNED = Vocabulary({"møllen": 3, "svanemøllen": 2, "svanemgllen": 1, "svømmehallen": 4, "tilsyn": 40}, 60, 1)


def test_a_rare_name_also_meets_the_word_a_scan_made_of_it():
    (one,) = read_question("Svanemøllen", SCANNED, {}).terms
    assert one.credits["svanemgl"] < one.credits["svanemøl"] == 1.0


def test_a_real_word_is_no_misreading_of_another():
    assert Vocabulary({"skolevej": 2, "skoleveje": 1, "skolelej": 1}, 9, 1).misread("skolevej") == ["skolelej"]
    assert Vocabulary({"anlægget": 2, "anlæggene": 1}, 9, 1).misread("anlægget") == []


def test_a_compound_meets_the_part_the_collection_holds_by_its_rarity():
    common, rare = read_question("tilsynsbesøgene møllebesøgene", SCANNED, {}).terms
    assert 0.0 < common.credits["tilsyn"] < 0.2  # two passages in three speak of tilsyn
    assert common.credits["tilsyn"] < rare.credits["møl"]


def test_a_synonym_speaks_for_a_passage_but_is_searched_only_for_a_word_the_collection_lacks():
    held = Vocabulary({"evaluering": 3, "vurderes": 4, "bog": 9}, 20, 1)
    (known,) = read_question("evaluering", held, {}).terms
    assert 0.0 < known.credits["vurd"] < 1.0
    assert "vurd" not in known.sought
    (lacking,) = read_question("evalueres", Vocabulary({"vurderes": 4, "bog": 9}, 20, 1), {}).terms
    assert "vurd" in lacking.sought


def test_a_line_of_a_table_of_contents_is_known():
    line, prose = (Passage("i", "d", 0, 9, text) for text in ("Broer ........ 3: 14", "Broer bygges. Og veje."))
    none = Fields("", "", "", "")
    assert [prepare(1, one, none, frozenset()).contents for one in (line, prose)] == [True, False]


def test_letters_meet_what_stems_miss():
    near, far = letters("taskforcen", [spaced("Task forcen mødes"), spaced("Skolen bygges om")])
    assert near > far == 0.0


def test_weights_name_only_features():
    assert set(Ranking.load().weights) <= set(NAMES)


def passage(i, size, section=("A",)):
    return Passage(str(i), "d", i * 1000, i * 1000 + size, "x" * size, section)


@given(st.lists(st.tuples(st.integers(1, 900), st.sampled_from(["A", "B"])), max_size=30))
def test_every_passage_stands_in_one_unit_of_one_heading(shape):
    every = [passage(i, size, (heading,)) for i, (size, heading) in enumerate(shape)]
    runs = units(every)
    assert [p for run in runs for p in run] == every
    for run in runs:
        assert len({p.section for p in run}) == 1
        assert len(run) == 1 or sum(len(p.text) for p in run) <= MAX_CHARS


_TERMS = st.frozensets(st.sampled_from(["plej", "sygeplej", "hjem", "vej", "social", "forvaltning", "kommun"]))


@settings(deadline=None)
@given(_TERMS, _TERMS, _TERMS, st.booleans())
def test_what_several_fields_hold_together_counts_as_one(own, heading, title, spelled):
    asked = read_question("plejen i SOF paa vejene", WORDS, {"sof": ["social forvaltning", "hjem"]})
    keys = frozenset([spelling("vejene")] if spelled else [])
    sought = Sought(asked)
    assert sought.spelled(keys) == ([len(asked.terms) - 1] if spelled else [])
    together = sought.share(sought.spelled(keys), own, heading, title)
    assert together == pytest.approx(_plain_share(asked, own | heading | title, keys))
    assert sought.share((), own) == pytest.approx(_plain_share(asked, own, frozenset()))


def _plain_share(asked, held, keys):
    """Term by term: the best credit of a word held, another name's where all its words are, a spelling's."""
    total = 0.0
    for one in asked.terms:
        found = [credit for word, credit in one.credits.items() if word in held]
        found += [0.9 for phrase in one.phrases if phrase <= held] + ([0.9] if one.key in keys else [])
        total += one.weight * max(found, default=0.0)
    return total / asked.total


@settings(deadline=None)
@given(
    st.lists(st.text("abø", min_size=1, max_size=7), min_size=1, max_size=20, unique=True), st.text("abø", min_size=1)
)
def test_what_stands_before_and_after_a_word_in_longer_ones(forms, word):
    held = Vocabulary(dict.fromkeys(forms, 1), 9, 1)
    longer = sorted(held.stems)
    assert list(held._before(word)) == [one.removesuffix(word) for one in longer if one.endswith(word)]
    assert list(held._after(word)) == [one.removeprefix(word) for one in longer if one.startswith(word)]


LARGE = {"havnen": 300, "kajen": 2, "kommunen": 9000, "borgerne": 7000, "børn": 900}


def test_of_a_large_collection_words_of_many_passages_are_not_searched_beside_rare_ones():
    asked = read_question("kajen havnen børn borgerne kommunen", Vocabulary(LARGE, 10_001, 1), {})
    assert [one.word for one in asked.terms if one.sought] == ["kajen", "havnen", "børn"]
    assert [one.word for one in asked.terms if one.spelled] == ["kajen", "havnen", "børn"]
    assert all(one.credits and one.weight > 0 for one in asked.terms)
    assert [one.word for one in read_question("kommunen", Vocabulary(LARGE, 10_001, 1), {}).terms if one.sought] == [
        "kommunen"
    ]
    small = read_question("kajen borgerne kommunen", Vocabulary(LARGE, 10_000, 1), {})
    assert all(one.sought and one.spelled for one in small.terms)
