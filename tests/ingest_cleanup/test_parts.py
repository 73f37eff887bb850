"""The parts of the clean-up, each by itself."""

from pathlib import Path

import pytest

from ingest.cleanup import lexicon, trie, vocabulary
from ingest.cleanup.affixes import hunspell_forms
from ingest.cleanup.channel import Channel
from ingest.cleanup.decode import Decoder
from ingest.cleanup.furniture import furniture_spans
from ingest.cleanup.health import measure
from ingest.cleanup.hyphens import breaks
from tests.ingest_cleanup.damage import CLEAN, DAMAGED, ENGLISH

WORDS = {
    "på": (4.0, None, None),
    "pa": (12.0, None, None),
    "løb": (9.0, 12.0, 12.0),
    "løbe": (9.0, 10.0, 14.0),
    "sti": (10.0, 14.0, 14.0),
    "i": (3.0, None, None),
}


@pytest.fixture(scope="module")
def small() -> trie.Trie:
    return trie.build(WORDS)


@pytest.fixture(scope="module")
def channel() -> Channel:
    return Channel([("å", "a", 80), ("ø", "g", 30), ("ø", "o", 50), (" ", "", 1)], {"å": 98, "ø": 98, " ": 98})


def test_trie_knows_its_words_and_no_others(small: trie.Trie) -> None:
    assert {word: small.word_cost(word) for word in WORDS} == {word: cost[0] for word, cost in WORDS.items()}
    assert small.word_cost("lø") is None
    assert small.word_cost("løber") is None
    assert small.word_cost("日") is None


def test_trie_lowest_cost_holds_for_everything_below(small: trie.Trie) -> None:
    assert small.best[0] / trie.STEP == 3.0
    assert small.best[small.find("lø")] / trie.STEP == 9.0
    assert small.best_part[small.find("lø")] / trie.STEP == 10.0


def test_trie_survives_the_disk(small: trie.Trie, tmp_path: Path) -> None:
    trie.save(small, tmp_path / "words.npz")
    again = trie.load(tmp_path / "words.npz")
    assert again.word_cost("løbe") == 9.0
    (tmp_path / "words.npz").write_bytes(b"not a trie")
    with pytest.raises((OSError, ValueError)):
        trie.load(tmp_path / "words.npz")


def test_added_words_stand_beside_the_old(small: trie.Trie) -> None:
    both = small.with_words({"tåge": (8.0, 9.0, 9.0)})
    assert both.word_cost("tåge") == 8.0
    assert both.word_cost("på") == 4.0


def test_cost_of_a_reading_is_its_share_with_smoothing(small: trie.Trie, channel: Channel) -> None:
    # ln((98 + 2) / 80) on top of the word's own 4 nats
    best = Decoder(small, channel).candidates("pa", 20.0)[0]
    assert best.text == "på"
    assert best.cost == pytest.approx(4.0 + 0.2231, abs=1e-3)


def test_compound_and_lost_space(small: trie.Trie, channel: Channel) -> None:
    found = {c.text for c in Decoder(small, channel).candidates("lgbesti", 60.0)}
    assert "løbesti" in found
    assert Decoder(small, channel).candidates("stii", 60.0)[0].text == "sti i"


def test_edits_cover_the_word(small: trie.Trie, channel: Channel) -> None:
    for candidate in Decoder(small, channel).candidates("lgbesti", 60.0):
        assert "".join(edit.true for edit in candidate.edits) == candidate.text
        assert candidate.edits[0].start == 0
        assert candidate.edits[-1].end == len("lgbesti")


def test_readings_with_digits_are_left_out() -> None:
    channel = Channel([("å", "4", 50), ("å", "a", 50)], {"å": 100})
    assert [way.true for way in channel.readings("4")[0]] == []


def test_health_tells_damage_from_danish_and_english() -> None:
    assert measure(DAMAGED).could_lack_letters
    assert not measure(CLEAN).could_lack_letters
    assert not measure(ENGLISH).could_lack_letters
    assert 0.02 < measure(CLEAN).share < 0.08


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("poli-\ntisk", True),
        ("poli-\n\n  tisk", True),
        ("social-\nog", False),
        ("BIF-\nmedarbejder", False),
        ("10-\nårig", False),
        ("e-\nlæring", False),
        ("Sundheds-\nOmsorg", False),
        ("side-\n\fskift", False),
    ],
)
def test_line_end_hyphens(text: str, joined: bool) -> None:
    assert bool(list(breaks(text))) is joined


def test_hunspell_forms(tmp_path: Path) -> None:
    (tmp_path / "x.dic").write_text("3\nhus/1\nskov/1,6\nbil/8,1\n", encoding="utf-8")
    (tmp_path / "x.aff").write_text("SFX 1 Y 2\nSFX 1 0 et [^l]\nSFX 1 0 en l\n", encoding="utf-8")
    assert list(hunspell_forms(tmp_path / "x.dic", tmp_path / "x.aff")) == ["hus", "huset", "bilen"]


def test_collection_makes_words_cheaper_not_dearer() -> None:
    words = lexicon.load()
    adapted, boost = vocabulary.adapted(words, {"målsætning": 40, "Brinkeværket": 10})
    assert adapted.word_cost("brinkeværket") is not None
    assert boost[words.find("målsætning")] < (words.word_cost("målsætning") or 0.0)


def test_furniture() -> None:
    text = "Overskrift\n\nTekst på siden.\n\n2/7\n\n“\n\nGl\n\n- 4 -\n\nBIF\n\nMål og midler"
    found = [text[span.start : span.end] for span in furniture_spans(text, lexicon.load())]
    assert found == ["2/7", "“", "Gl", "- 4 -"]
