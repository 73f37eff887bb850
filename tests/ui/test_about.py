"""What a document says of itself."""

from __future__ import annotations

from dataclasses import replace

from core.schema import Meta, Span
from tests.ui.fakes import minutes
from ui.about import about


def test_values_link_to_their_place_in_the_file_and_say_how_sure_they_are() -> None:
    document = minutes()
    start = document.cleaned.index("Parkudvalget")
    meta = (Meta("issuer", "Parkudvalget", Span(start, start + 12), 0.9), Meta("date", "2029-03-02", None, 0.3))
    facts = dict(about(replace(document, meta=meta)))
    received = document.received.index("Parkudvalget")
    assert f"start={received}&slut={received + 12}" in facts["Udsteder"][0].url
    assert not facts["Udsteder"][0].unsure
    assert facts["Dokumentets dato"][0].value == "2. marts 2029"
    assert facts["Dokumentets dato"][0].unsure
    assert facts["Dokumentets dato"][0].url == ""


def test_a_correction_hides_what_was_read() -> None:
    meta = (Meta("title", "Rettet", None, 1.0, "arkivet"), Meta("title", "Læst", Span(0, 4), 0.9))
    ((label, facts),) = about(replace(minutes(), meta=meta))
    assert label == "Titel"
    assert [(fact.value, fact.person) for fact in facts] == [("Rettet", "arkivet")]


def test_a_place_outside_the_text_is_no_link() -> None:
    meta = (Meta("place", "Salen", Span(10_000, 10_005), 0.9),)
    assert about(replace(minutes(), meta=meta))[0][1][0].url == ""
