"""Word and character errors, alignment and the table of confusions."""

import json
from collections import Counter
from pathlib import Path

import pytest
from PIL import Image

from evals.ocr import align, learn, sources, suite
from evals.ocr.metrics import Score, changed_words, spoiled
from ingest.cleanup.channel import TABLE, learned


def test_word_and_letter_errors_of_a_line() -> None:
    score = Score()
    score.add("vi går på jagt", "vi gar pa jagt", "vi går pa jagt")
    row = score.row()
    assert row["wer"] == 1 / 4
    assert row["cer"] == round(1 / 14, 5)
    assert (row["spoiled"], row["digits_changed"]) == (0, 0)


def test_spoiled_words_and_changed_digits() -> None:
    score = Score()
    score.add("kl 12 nu", "kl 12 nu", "kl 72 nu")
    assert (score.spoiled, score.digits) == (1, 1)
    assert spoiled(["a", "b"], ["a"], ["a"]) == 0  # words can't be laid side by side
    assert changed_words("a b c", "a x c") == 1


def test_blocks_hold_whole_damages() -> None:
    assert [b for b in align.merged(align.blocks("være", "veere")) if b[0] != b[1]] == [("æ", "ee")]
    assert [b for b in align.merged(align.blocks("på vej", "pa vej")) if b[0] != b[1]] == [("å", "a")]


def test_letters_put_in_are_tied_to_the_next() -> None:
    found = list(align.anchored(align.merged(align.blocks("omsorg", "omesorg"))))
    assert ("s", "es") in found
    assert all(true and read for true, read in found)


def test_counting() -> None:
    confused, totals = learn.count([("på åen", "pa aen"), ("på gaden", "pd gaden")])
    assert confused == Counter({("å", "a"): 2, ("å", "d"): 1})
    assert totals["å"] == 3


def test_observed_counts_weigh_as_much_as_drawn_ones(tmp_path: Path) -> None:
    seen = tmp_path / "seen.json"
    seen.write_text(json.dumps({"totals": {"e": 10, "å": 4}, "counts": [["å", "&", 2]]}), encoding="utf-8")
    confused, totals = Counter({("å", "a"): 30}), Counter({"e": 100, "å": 40})
    learn.add_observed(confused, totals, seen)
    assert confused["å", "&"] == 20
    assert totals["å"] == 80


def test_the_committed_table_is_as_the_command_writes_it(tmp_path: Path) -> None:
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    confused = Counter({(true, read): n for true, read, n in table["counts"]})
    learn.write(confused, Counter(table["totals"]), tmp_path / "again.json")
    assert (tmp_path / "again.json").read_text(encoding="utf-8") == TABLE.read_text(encoding="utf-8")


def test_no_reading_of_the_table_holds_a_digit() -> None:
    ways = learned().readings("0123456789")
    assert [way.true for found in ways for way in found] == []


def test_lines_are_matched_in_order() -> None:
    true = ["første linje her", "anden linje her", "tredje linje her"]
    read = ["farste linje her", "støj", "tredje linie her"]
    assert sources.match_lines(true, read) == [(true[0], read[0]), (true[2], read[2])]


def test_report_as_a_table() -> None:
    row = Score(words=10, letters=50, word_errors=1, letter_errors=2).row()
    report = {"sources": {"pairs": {"ressort": row}}, "clean": {"ressort": {"words": 10, "changed": 0}}}
    text = suite.markdown(report)
    assert "| pairs | ressort | 10 | 10.00% | 4.00% | 0 | 0 | 0 |" in text


def test_fonts_of_the_evaluation_are_not_learned_on() -> None:
    from evals.ocr import render

    assert not set(sources.UNSEEN_FONTS) & set(render.FAMILIES)


def test_text_that_is_drawn_has_every_danish_letter() -> None:
    from evals.ocr import render

    text = render.TEXT.read_text(encoding="utf-8")
    assert min(text.count(letter) for letter in "æøåÆØÅ") >= 5


@pytest.mark.shared
def test_pairs_are_mended_to_under_two_percent() -> None:
    pairs = sources.pairs()
    if not pairs:
        pytest.skip("../shared/ocr/pairs is not there")
    from evals.ocr import baselines

    row = suite.score(pairs, baselines.ours).row()
    assert row["wer"] < 0.02
    assert row["digits_changed"] == 0


@pytest.mark.shared
def test_quotes_of_the_real_documents_are_mended_to_under_one_percent() -> None:
    if not sources.shared_texts():
        pytest.skip("../shared/corpus is not there")
    assert suite._quotes()["wer"] < 0.01


def test_a_page_is_drawn_in_its_look() -> None:
    from evals.ocr import render

    files = render.fonts(("DejaVu Sans", "Liberation Sans"))
    if not files:
        pytest.skip("no fonts")
    look = render.Look(files[0], 11.0, 100, blur=0.5, skew=0.3, noise=5.0, jpeg=50)
    page = render.draw(["Rødgrød med fløde"], look, 1)
    assert page.size == (827, 1169)
    assert isinstance(page, Image.Image)
    assert page.getextrema()[0] < 100
