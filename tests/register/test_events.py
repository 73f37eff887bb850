"""What the timeline holds: dated sentences, deadlines told as duties, days in tables; and what it leaves out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from core.schema import Block, BlockKind, Cell, Document, Event, Facts, Kind, Span, Table
from register.extract import extract
from tests.register.papers import facts, paper


def told(found: Facts) -> list[tuple[str, str]]:
    return [(event.type, " ".join(event.when.text.split())) for event in found.events]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Alle bøjer skal være efterset ved udgangen af 2. halvår 2027.", "deadline"),
        ("Havnefogeden skal afslutte eftersynet ved udgangen af 2027.", "deadline"),
        ("Planen for molerne skal foreligge færdig den 1. maj 2027.", "deadline"),
        ("Skiltene bør være på plads til 1. maj 2027.", "deadline"),
        ("Molen skal være lukket fra den 1. maj 2027.", "event"),
        ("Udvalget skal drøfte molerne den 1. maj 2027.", "event"),
        ("Molen var lukket ved udgangen af 2026.", "event"),
        ("Havnen skal være åben. Sæsonen slutter ved udgangen af oktober 2027.", "event"),
    ],
)
def test_what_must_be_done_by_a_time_is_a_deadline(sentence: str, kind: str) -> None:
    assert [event.type for event in facts(sentence).events] == [kind]


def test_one_time_of_a_sentence_is_told_once() -> None:
    text = "Der afsættes to årsværk i 2027-2030 til bøjer, kurser i 2027 og tilsyn i 2027-2030."
    assert told(facts(text)) == [("period", "i 2027-2030")]
    assert len(facts("Molen bygges i 2027, og broen bygges i 2029.").events) == 2
    assert len(facts("Molen åbner den 1. maj 2027 og lukkes den 1. september 2027.").events) == 2


@pytest.mark.parametrize(
    "of", ["erfaringerne fra 2024", "havneplanen fra 2024", "havneanalysen fra juni 2024", "tallene fra 2024"]
)
def test_a_papers_own_year_is_no_event(of: str) -> None:
    assert facts(f"Skønnet over antallet af bøjer bygger på {of}.").events == ()


def test_a_task_goes_over_from_a_day() -> None:
    assert told(facts("Driftsgården overtager opgaven fra 1. juni 2027.")) == [("event", "fra 1. juni 2027")]


def test_a_line_with_only_a_day_is_no_event() -> None:
    assert facts("Notat om molen.\n\n12. maj 2027\n\nMolen er slidt.").events == ()


def _with_table(heads: tuple[str, ...], *lines: tuple[str, ...]) -> tuple[Event, ...]:
    text = "Molen er slidt.\n\n" + "\n".join("\t".join(line) for line in (heads, *lines)) + "\n"
    document = paper(text, day=date(2027, 1, 10))
    at, cells = text.index("\n\n") + 2 + len("\t".join(heads)) + 1, []
    for row, line in enumerate(lines):
        for column, words in enumerate(line):
            cells.append(Cell(row, column, line[0], heads[column], words, None, Span(at, at + len(words))))
            at += len(words) + 1
    table = Table("", Span(text.index("\n\n") + 2, len(text) - 1), "", heads, tuple(cells))
    found = extract(replace(document, tables=(table,))).events
    assert all(text[e.when.start : e.when.end] == e.when.text for e in found)
    return found


def test_days_in_a_column_of_deadlines() -> None:
    lines = [("Bøjer", "Driftsgården", "2027-04-15", "350.000"), ("Moler", "Havnekontoret", "1. juni 2027", "75.000")]
    first, second = _with_table(("Opgave", "Ansvarlig", "Frist", "Kr."), *lines)
    assert (first.type, first.when.first, second.when.first) == ("deadline", date(2027, 4, 15), date(2027, 6, 1))
    assert first.what == "Opgave: Bøjer; Ansvarlig: Driftsgården; Frist: 2027-04-15; Kr.: 350.000"
    assert first.end - first.start == len("Bøjer\tDriftsgården\t2027-04-15\t350.000")


def test_days_in_another_column_are_events() -> None:
    heads = ("Opgave", "Fra", "Til", "Dato")
    (event,) = _with_table(heads, ("Bøjer", "Havneudvalget", "Parkudvalget", "1. juli 2027"))
    assert event.type == "event"


def test_years_of_a_budget_and_a_papers_own_particulars_are_no_events() -> None:
    assert _with_table(("Post", "2027", "2028"), ("Bøjer", "2027", "1.975")) == ()
    assert _with_table(("Sag", ""), ("Dato", "10. januar 2027"), ("Sagsnr", "27/4711")) == ()


def _noted(text: str, day: date | None = date(2031, 9, 10)) -> list[tuple[str, str, date | None]]:
    return [(e.when.text.strip(" ."), e.note, e.when.first) for e in extract(paper(text, day=day)).events]


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("Havneudvalget får en oversigt hvert år i maj.", date(2032, 5, 1)),
        ("Bøjerne tælles årligt i oktober.", date(2031, 10, 1)),
    ],
)
def test_what_comes_every_year_is_called_so_and_begins_no_earlier_than_its_paper(sentence: str, first: date) -> None:
    ((_, note, found),) = _noted(sentence)
    assert (note, found) == ("hvert år", first)


def test_a_day_in_a_named_year_is_not_yearly() -> None:
    assert [note for _, note, _ in _noted("Bøjerne tælles hvert år, første gang i maj 2032.")] == [""]


def test_what_is_only_put_forward_is_called_so() -> None:
    assert [note for _, note, _ in _noted("Forvaltningen foreslår, at molen lukkes den 1. maj 2032.")] == ["forslag"]
    assert [note for _, note, _ in _noted("Forslaget var i høring i maj 2031.")] == [""]
    text = "Forvaltningen anbefaler ikke broen, da lejen først kan opsiges til den 1. april 2033."
    assert [note for _, note, _ in _noted(text)] == [""]


def _in_case(*pieces: tuple[str, bool]) -> Document:
    """Minutes of these lines, each with True where it is a heading."""
    text, blocks = "\n\n".join(piece for piece, _ in pieces), list[Block]()
    heads: tuple[str, ...] = ()
    for piece, heading in pieces:
        at = text.index(piece)
        kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
        blocks.append(Block(kind, at, at + len(piece), int(heading), () if heading else heads))
        heads = (piece,) if heading else heads
    return replace(paper(text, kind=Kind.MINUTES, day=date(2031, 9, 9)), blocks=tuple(blocks))


@pytest.mark.parametrize(
    ("decision", "note"),
    [
        ("Godkendt.", ""),
        ("Sagen udsættes til næste møde.", "sagen er udsat"),
        ("Indstillingen blev ikke godkendt.", "ikke godkendt"),
        ("Udvalget godkendte at indhente nye tilbud. Spærringen blev ikke godkendt.", "ikke godkendt"),
        ("Udvalget godkendte at indhente nye tilbud. Belysningen blev ikke godkendt.", "forslag"),
    ],
)
def test_a_decision_tells_what_became_of_a_proposed_day(decision: str, note: str) -> None:
    minutes = _in_case(
        ("2. Slæbested ved østmolen", True),
        ("Det indstilles, at slæbestedet spærres fra den 1. maj 2032.", False),
        (f"Beslutning: {decision}", False),
        ("3. Orientering", True),
        ("Næste møde holdes den 7. oktober 2031.", False),
    )
    assert [event.note for event in extract(minutes).events] == [note, ""]


def test_the_day_of_a_condition_is_no_deadline() -> None:
    found = facts("Kranen overgår til Driftsgården, hvis Byrådet vedtager en ny plan senest den 1. juni 2032.").events
    assert [event.type for event in found] == ["event"]


def test_a_field_is_told_with_the_heading_it_stands_under() -> None:
    (found,) = extract(_in_case(("Indsats 2: Ny dækmole", True), ("Tidsplan: Anlæg i 2032.", False))).events
    assert found.what == "Indsats 2: Ny dækmole: Tidsplan: Anlæg i 2032."
