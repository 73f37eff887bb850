"""Passages: whole sentences, spans in bounds, lists with their lead-in, the same ids each time."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from core.danish.sentences import sentence_spans
from core.schema import BlockKind
from ingest.analysis import Analysis, analyse_text
from ingest.raw import RawDocument, RawPage

_PIECES = (
    "Udvalget|skal.|passe|havnen,|og|det|koster|2|mio.|kr.|årligt;|Parterne|er|enige|om:|-|at|samle|1.|Økonomi\n\n|Den|"
    "1.|januar|2027|flytter|opgaven.\n|Tabel|1:|Budget\n|2026|2027|I|alt\n|Drift|300|200|500\n|a)|Løn\n|##|Del\n|\f|"
    "Side|2|af|3\n|20191|fx\n\nI|alt|300|200|500|\t"
)
_WORDS = st.sampled_from(_PIECES.split("|"))


def analyse(text: str) -> Analysis:
    raw = RawDocument(text, "text/plain", (RawPage(None, 0, len(text)),))
    return analyse_text(raw, "id", "fil.txt", lambda _: ())


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=60).map(" ".join))
def test_blocks_keep_order_and_lose_no_visible_character(text: str) -> None:
    found = analyse(text)
    at = 0
    for block in found.blocks:
        assert not found.cleaned[at : block.start].strip()
        assert at <= block.start <= block.end <= len(found.cleaned)
        at = block.end
    assert not found.cleaned[at:].strip()


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=60).map(" ".join))
def test_passages_lie_in_the_text_and_cut_no_sentence(text: str) -> None:
    found = analyse(text)
    running = [b for b in found.blocks if b.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)]
    inner = {
        b.start + s.start + 1 + i
        for b in running
        for s in sentence_spans(found.cleaned[b.start : b.end])
        for i in range(s.end - s.start - 1)
    }
    for passage in found.passages:
        assert 0 <= passage.start < passage.end <= len(found.cleaned)
        assert passage.context is not None
        assert passage.context.start <= passage.start
        assert passage.end <= passage.context.end
        if passage.kind is not BlockKind.TABLE:
            assert passage.start not in inner
            assert passage.end not in inner


def test_ids_are_stable_and_unique() -> None:
    text = "Havnen passes af ét hold.\n\nHavnen passes af ét hold.\n\nDet er aftalt."
    first, second = analyse(text), analyse(text)
    assert [p.id for p in first.passages] == [p.id for p in second.passages]
    assert len({p.id for p in first.passages}) == 3


def test_point_carries_its_lead_in_apart_from_its_text() -> None:
    found = analyse("Parterne er enige om:\n\n- at samle værkstederne\n\n- at lukke porten\n")
    point = next(p for p in found.passages if p.text == "- at samle værkstederne")
    assert point.lead_in == "Parterne er enige om:"
    assert point.embedding_text() == "Parterne er enige om:\n- at samle værkstederne"


def test_short_list_is_a_passage_with_all_its_points() -> None:
    found = analyse("Parterne er enige om:\n\n- at samle værkstederne\n\n- at lukke porten\n")
    assert "Parterne er enige om: - at samle værkstederne - at lukke porten" in [p.text for p in found.passages]


def test_long_paragraph_becomes_windows_of_whole_sentences() -> None:
    sentence = "Havneudvalget drøftede sagen og bad om et nyt oplæg til næste møde i udvalget."
    found = analyse(" ".join([sentence] * 12))
    assert len(found.passages) > 1
    assert all(p.text.replace(sentence, "").strip() == "" for p in found.passages)


def test_sentence_over_a_page_break_with_page_number_is_one_passage() -> None:
    text = (
        "Udvalget har besluttet, at det nye center får både folk og budget og\n2/5\n\fskal føre regnskab for det hele."
    )
    found = analyse(text)
    assert [p.text for p in found.passages] == [
        "Udvalget har besluttet, at det nye center får både folk og budget og skal føre regnskab for det hele."
    ]
