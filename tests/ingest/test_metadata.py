"""What a document says about itself: kind, title, own date, numbers, people, parties, speakers."""

from __future__ import annotations

import pytest

from core.schema import Change, Kind, Meta
from ingest.analysis import Analysis, analyse_text
from ingest.raw import RawCell, RawDocument, RawPage, RawTable

BODY = "\n\nUdvalget drøftede, hvordan værkstederne på havnen kan passes af ét hold i de kommende år.\n"


def analyse(text: str, name: str = "fil.txt", fields: dict[str, str] | None = None) -> Analysis:
    raw = RawDocument(text, "text/plain", (RawPage(None, 0, len(text)),), fields=fields or {})
    return analyse_text(raw, "id", name, lambda _: ())


def values(found: Analysis, name: str) -> list[str]:
    return [meta.value for meta in found.meta if meta.name == name]


@pytest.mark.parametrize(
    ("top", "kind"),
    [
        ("Aftale om nye værksteder på havnen", Kind.AGREEMENT),
        ("Politisk aftale om budget 2027", Kind.AGREEMENT),
        ("Referat af møde i Havneudvalget den 3. maj 2026", Kind.MINUTES),
        ("Havneudvalget – Referat – 3. maj 2026", Kind.MINUTES),
        ("Beslutningsprotokol for Havneudvalget", Kind.MINUTES),
        ("BUDGETNOTAT\n\nHA4 – Tilsyn på havnen", Kind.BUDGET_NOTE),
        ("Handleplan for flere bådpladser", Kind.ACTION_PLAN),
        ("Handlingsplan 2026-2029 for stierne", Kind.ACTION_PLAN),
        ("Implementeringsplan\n\nAftale om samling af anlæg", Kind.IMPLEMENTATION_PLAN),
        ("Notat\n\nVedrørende leje af værksteder", Kind.MEMO),
        ("Notat om aftalen om bådpladser", Kind.MEMO),
        ("Ny lejeaftale på kajen\n\nIndstilling\n\nForvaltningen indstiller, at lejen godkendes.", Kind.CASE_PAPER),
        ("Kære alle", Kind.OTHER),
    ],
)
def test_kind(top: str, kind: Kind) -> None:
    assert analyse(top + BODY).kind is kind


def test_minutes_of_many_cases_are_minutes_not_a_case_paper() -> None:
    case = "\n\n{n}. Leje af kaj {n}\n\nSagsfremstilling\n\nLejen er sat op.\n\nBeslutning\n\nGodkendt.\n"
    found = analyse("Byrådet - Referat\n\nDato: 3. maj 2026\n" + "".join(case.format(n=n) for n in (1, 2, 3)))
    assert found.kind is Kind.MINUTES
    assert str(found.date) == "2026-05-03"
    decision = next(block for block in found.blocks if found.cleaned[block.start : block.end] == "Godkendt.")
    assert decision.section == ("1. Leje af kaj 1", "Beslutning")


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        ("Notat om havnen\n\nDato: 3. maj 2026" + BODY, "a.txt", "2026-05-03"),
        ("Notat om havnen\n\nDen 3. maj 2026" + BODY, "a.txt", "2026-05-03"),
        ("Notat om havnen\n\n03-05-2026" + BODY, "a.txt", "2026-05-03"),
        ("Notat om havnen\n\nMaj 2026" + BODY, "a.txt", "2026-05-01"),
        ("Referat af møde den 3. maj 2026" + BODY, "a.txt", "2026-05-03"),
        ("MØDEDATO 3. maj 2026\n\nReferat af møde" + BODY + "Næste møde er den 4. juni 2026.", "a.txt", "2026-05-03"),
        ("Aftale om havnen" + BODY + "\nEksempelby, den 3. maj 2026", "a.txt", "2026-05-03"),
        ("Notat om havnen" + BODY, "2026-05-03 notat.txt", "2026-05-03"),
        ("Notat om havnen" + BODY + "Reglen gælder fra den 1. januar 2027.", "a.txt", "None"),
    ],
)
def test_own_date(text: str, name: str, day: str) -> None:
    assert str(analyse(text, name).date) == day


def test_a_line_in_capitals_with_a_day_is_read_at_once() -> None:
    """Its words were once tried in every grouping there is, and the file was given up."""
    line = "HAVNEUDVALGET BÅDLAUGET KAJRÅDET den 3. maj 2026 TIL ORIENTERING OG GODKENDELSE uden debat"
    assert values(analyse(f"Plan for kajen\n\n{line}\n{BODY}"), "title") == ["Plan for kajen"]


def test_date_in_passing_is_kept_with_low_confidence() -> None:
    found = analyse("Notat om havnen" + BODY + "Byrådet behandlede sagen den 2. februar 2023.")
    (meta,) = [meta for meta in found.meta if meta.name == "date"]
    assert (meta.value, found.date) == ("2023-02-02", None)
    assert meta.confidence < 0.5


def test_title_falls_back_to_the_file_then_its_name() -> None:
    text = "uden overskrift står der bare en hel masse tekst her, som ikke siger noget om sig selv."
    assert analyse(text, "havnens_leje.txt").title == "havnens leje"
    assert analyse(text, "a.txt", {"title": "Leje på havnen"}).title == "Leje på havnen"


@pytest.mark.parametrize(
    ("top", "title"),
    [
        (
            "EKSEMPELBY KOMMUNE\nHavneforvaltningen\nCenter for Kajer\n\nNOTAT\n\nLeje på kajen i 2026",
            "NOTAT: Leje på kajen i 2026",
        ),
        ("Bilag 2 – Notat om kajen\n\nHavneforvaltningen\n3. maj 2026", "Bilag 2 – Notat om kajen"),
        ("Til Havneudvalget\n\nStatus for bådpladser", "Status for bådpladser"),
        ("Aftale om samling af havne\ni Eksempelby Kommune", "Aftale om samling af havne i Eksempelby Kommune"),
    ],
)
def test_title_is_not_the_letterhead(top: str, title: str) -> None:
    assert analyse(top + BODY).title == title


def test_numbers_behind_labels_on_the_line_or_below() -> None:
    found = analyse("Sagsnummer\n2026-0012345\n\nDok.nr.: 2026-0012345-7\n\nSagsbehandler: Anna Prøve\n" + BODY)
    assert values(found, "case_number") == ["2026-0012345"]
    assert values(found, "document_number") == ["2026-0012345-7"]
    assert values(found, "case_worker") == ["Anna Prøve"]


def test_every_value_has_its_place() -> None:
    found = analyse("Referat af møde\n\nMødedato: 3. maj 2026\nSted: Lokale 2\nSagsnr. 26/1234\n" + BODY)
    place = next(meta for meta in found.meta if meta.name == "place")
    assert place.span is not None
    assert found.cleaned[place.span.start : place.span.end] == "Lokale 2"


def test_people_in_a_labelled_list() -> None:
    found = analyse("Referat af møde\n\nDeltagere: Anna Prøve, Bo Eksempel\nAfbud: Carl Test\n" + BODY)
    assert values(found, "participant") == ["Anna Prøve", "Bo Eksempel"]
    assert values(found, "apology") == ["Carl Test"]


def test_people_a_line_each_with_apologies_marked() -> None:
    found = analyse(
        "Referat af møde\n\nDeltagere:\n\nAnna Prøve (A), formand\n\nBo Eksempel (V) - afbud\n\n1. Punkt\n" + BODY
    )
    assert values(found, "participant") == ["Anna Prøve"]
    assert values(found, "apology") == ["Bo Eksempel"]


@pytest.mark.parametrize(
    ("told", "away"),
    [
        ("Godkendt. Fraværende: Anna Prøve (A), Bo Eksempel.", ["Anna Prøve", "Bo Eksempel"]),
        ("Referatet blev godkendt.\nFraværende Anna Prøve og Bo Eksempel", ["Anna Prøve", "Bo Eksempel"]),
        ("Der var afbud fra Anna Prøve\nPunktet blev udsat.", ["Anna Prøve"]),
        ("Fraværende: Anna Prøve (A) deltog i mødet i stedet for Bo Eksempel (B).", ["Bo Eksempel"]),
        ("Godkendt. Fraværende: ingen.", []),
        ("Fraværende Medlemmer Får Tilsendt Papirerne bagefter.", []),
    ],
)
def test_who_was_away_is_told_in_a_sentence(told: str, away: list[str]) -> None:
    found = analyse(f"Referat af møde\n\n1. Havnen\n\nKajen er lang.\n\n{told}\n" + BODY)
    assert values(found, "apology") == away
    for meta in found.meta:
        if meta.name == "apology":
            assert meta.span is not None
            assert found.cleaned[meta.span.start : meta.span.end] == meta.value


def test_parties_before_the_verb() -> None:
    found = analyse(
        "Aftale om havnen\n\nByens Liste, Havnegruppen og Borgerlisten Nord indgår aftale om havnen." + BODY
    )
    assert values(found, "party") == ["Byens Liste", "Havnegruppen", "Borgerlisten Nord"]


def test_speaker_of_a_paragraph_with_the_full_name() -> None:
    found = analyse(
        "Referat af møde\n\nDeltagere: Anna Prøve, Bo Eksempel\n\nPunkt et\n\n"
        "Anna Prøve siger, at porten skal lukkes.\n\n"
        "Bo svarer, at den er lukket.\n\nUdvalget siger tak for det.\n"
    )
    spoken = [meta for meta in found.meta if meta.name == "speaker"]
    assert [meta.value for meta in spoken] == ["Anna Prøve", "Bo Eksempel"]
    assert all(isinstance(meta, Meta) and meta.span for meta in spoken)


def test_period_from_the_title() -> None:
    assert values(analyse("Handleplan 2026-2029 for stierne" + BODY), "period") == ["2026-2029"]


def _sheet(*lines: tuple[str, ...]) -> Analysis:
    """A paper that is a table and no more, as a sheet gives it."""
    text, cells, start = "Havnens opgaver\n\n", [], len("Havnens opgaver\n\n")
    for row, line in enumerate(lines):
        for column, words in enumerate(line):
            cells.append(RawCell(row, column, words, len(text), len(text) + len(words), header=row == 0))
            text += words + ("\t" if column < len(line) - 1 else "\n")
    table = RawTable(start, len(text) - 1, tuple(cells))
    return analyse_text(RawDocument(text, "x", (RawPage(None, 0, len(text)),), tables=(table,)), "id", "a.xlsx", _same)


def _same(_: str) -> tuple[Change, ...]:
    return ()


@pytest.mark.parametrize("head", ["Frist", "Dato"])
def test_days_in_a_column_are_not_the_papers_own(head: str) -> None:
    lines = [("Opgave", "Ansvarlig", head), ("Bøjer", "Havnekontoret", "15-04-2027"), ("Moler", "Parken", "2027-08-01")]
    assert _sheet(*lines).date is None


def test_a_lone_deadline_in_a_table_is_not_the_papers_own_day() -> None:
    assert _sheet(("Opgave", "Ansvarlig", "Frist"), ("Bøjer", "Havnekontoret", "15. april 2027")).date is None


def test_a_table_of_the_papers_particulars_dates_it() -> None:
    lines = [("Sagsnr.", "27/4711"), ("Dato", "12. maj 2027"), ("Næste møde", "10. juni 2027")]
    assert str(_sheet(*lines).date) == "2027-05-12"
