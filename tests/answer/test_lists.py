"""Lists, enumerations and what stands beside a sentence."""

from __future__ import annotations

import pytest

from answer.compose.enumerations import enumerations
from answer.compose.flow import goes_on, leans_on
from answer.compose.listings import listings
from answer.compose.lists import count_asked, kind_asked
from core.schema import Block, BlockKind, Document, Kind, Span

ITEM, TEXT, HEAD, EDGE = BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.FURNITURE


def document(*blocks: tuple[BlockKind, str]) -> Document:
    """A document of blocks; a paragraph that ends with a colon introduces the points below it."""
    made, texts, at = [], [], 0
    lead: Span | None = None
    for kind, text in blocks:
        span = Span(at, at + len(text))
        opened = lead if kind is ITEM else None
        words = "\n\n".join([*texts, text])[opened.start : opened.end] if opened else ""
        made.append(Block(kind, span.start, span.end, lead_in=words, lead_in_span=opened))
        if kind is TEXT:
            lead = span if text.endswith(":") else None
        texts.append(text)
        at += len(text) + 2
    whole = "\n\n".join(texts)
    return Document("d", "d.txt", "Broplan", Kind.OTHER, None, whole, whole, blocks=tuple(made))


def points(one: Document) -> list[list[str]]:
    return [[one.cleaned[i.start : i.end] for i in listing.items] for listing in listings(one)]


def test_points_under_an_introduction_are_one_list_across_a_page() -> None:
    plan = document((TEXT, "Broen skal have:"), (ITEM, "- et rækværk"), (EDGE, "Side 2"), (ITEM, "- to lamper"))
    assert points(plan) == [["- et rækværk", "- to lamper"]]
    assert listings(plan)[0].opened_by == "Broen skal have:"


def test_numbered_headings_far_apart_are_a_list() -> None:
    plan = document(
        (HEAD, "Princip 1: Broen er for alle"),
        (TEXT, "Den skal kunne bruges med barnevogn."),
        (HEAD, "Princip 2: Broen er stille"),
        (TEXT, "Der må ikke spilles musik."),
        (HEAD, "Princip 3: Broen er oplyst"),
    )
    assert [len(items) for items in points(plan)] == [3]


def test_a_list_that_goes_on_under_a_second_introduction_is_whole() -> None:
    plan = document(
        (TEXT, "Til broen hører:"),
        (ITEM, "- en vagt"),
        (ITEM, "- en tømrer"),
        (TEXT, "Derudover hører til broen:"),
        (ITEM, "- to livreddere"),
        (ITEM, "- en maler"),
    )
    assert [len(items) for items in points(plan)] == [4]


def test_a_point_that_ends_with_a_colon_introduces_the_points_below_it() -> None:
    plan = document(
        (ITEM, "2. Lys. Der er brug for to ting:"), (ITEM, "a) en lampe ved trappen"), (ITEM, "b) en lampe ved enden")
    )
    assert points(plan) == [["a) en lampe ved trappen", "b) en lampe ved enden"]]
    assert listings(plan)[0].opened_by == "Der er brug for to ting:"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Broens dele (gulv, rækværk, trappe og lampe) males i maj.", 4),
        ("De små havne, dvs. Vesterhavnen, Østerhavnen og Sønderhavnen, får nye broer.", 3),
        ("Der er to mål: 1) flere badegæster, og 2) færre ulykker.", 2),
        ("Broen drives sammen med Badeklubben samt Sejlklubben.", 2),
    ],
)
def test_things_named_in_one_sentence_are_counted(text: str, count: int) -> None:
    assert enumerations(text)[0].count == count


def test_a_sentence_of_clauses_enumerates_nothing() -> None:
    assert enumerations("Det blev aftalt, at broen males, og at udvalget får besked, når den er færdig.") == []


def test_the_number_asked_for_is_that_of_the_things_asked_for() -> None:
    assert count_asked("Hvilke fem principper gælder for broen?") == 5
    assert count_asked("Hvilke krav skal broen leve op til efter 13 uger?") is None
    assert "principper" in kind_asked("Hvilke fem principper gælder for broen?")


def test_what_carries_on_and_what_leans_back() -> None:
    plan = document((TEXT, "Broen lukkes om natten. Det skyldes støj fra gæsterne. Broen åbner igen klokken seks."))
    first, second = (Span(plan.cleaned.index(w), plan.cleaned.index(w) + 30) for w in ("Broen lukkes", "Det skyldes"))
    after = goes_on(plan, first)
    assert after is not None
    assert plan.cleaned[after.start : after.end] == "Det skyldes støj fra gæsterne."
    before = leans_on(plan, second)
    assert before is not None
    assert plan.cleaned[before.start : before.end] == "Broen lukkes om natten."
    assert goes_on(plan, second) is None


def test_what_stands_before_the_first_chapter_opens_no_list_of_chapters() -> None:
    chapters = ((HEAD, "1. Molen"), (TEXT, "Molen er lang."), (HEAD, "2. Fyret"), (TEXT, "Fyret er højt."))
    [listing] = listings(document((TEXT, "Referent: havnefogeden."), *chapters))
    assert (listing.opened_by, listing.opening) == ("", None)
    assert listings(document((TEXT, "Planen har to mål:"), *chapters))[0].opened_by == "Planen har to mål:"
    assert listings(document((HEAD, "Planens mål"), *chapters))[0].opened_by == "Planens mål"
