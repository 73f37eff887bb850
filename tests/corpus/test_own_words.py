"""No sentence of the real documents stands in the corpus or in the questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.texts import all_sources, rendered_text, words

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "corpus"
RUN = 12  # words in a row that count as borrowed


def _runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[at : at + RUN]) for at in range(len(found) - RUN + 1)}


def test_a_borrowed_run_would_be_seen() -> None:
    text = "en to tre fire fem seks syv otte ni ti elleve tolv tretten"
    assert _runs(text.upper()) & _runs("nul " + text)
    assert not _runs(text) & _runs(text.replace("syv", "sytten"))


@pytest.mark.shared
def test_corpus_and_questions_are_our_own_words() -> None:
    if not SHARED.is_dir():
        pytest.skip("the real documents in ../shared are not here")
    real = set().union(*(_runs(path.read_text(encoding="utf-8")) for path in SHARED.glob("*.txt")))
    files = [*ROOT.glob("corpus/**/*.md"), *ROOT.glob("evals/questions/*")]
    texts = {path.name: path.read_text(encoding="utf-8") for path in files}
    texts |= {name: rendered_text(name) for name in all_sources()}
    borrowed = {name: sorted(_runs(text) & real)[:2] for name, text in texts.items()}
    assert not {name: runs for name, runs in borrowed.items() if runs}
