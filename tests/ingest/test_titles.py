"""Titles and dates of papers whose heads say little: subjects, stacked heads, histories, bylines."""

from __future__ import annotations

import pytest

from ingest.metadata.subject import labelled_subject
from tests.ingest.test_metadata import analyse

TEXT = (
    "\n\nKajen ved den gamle havn trænger til at blive lagt om, og arbejdet kan først begynde, når isen er væk.\n"
    "Lejerne har fået besked om, at de skal flytte deres både, mens der bliver gravet langs hele bolværket.\n"
    "Vejen langs kajen er lukket for biler, og gående bliver vist uden om pladsen af skilte og en vagt.\n"
)
LETTERHEAD = (
    "Til: HU\nHAVN, VEJ OG\nPARK\nKajer - Driften\nDato: 3. maj 2026\n\nTlf.: 1234 5678\nKontakt: Sekretariatet\n\n"
)


def test_a_memo_is_about_the_line_below_its_kind() -> None:
    found = analyse(LETTERHEAD + "Notat\n\nOmlægning af kaj 4 i 2027 og 2028, ved den gamle havn." + TEXT)
    assert found.title == "Notat: Omlægning af kaj 4 i 2027 og 2028, ved den gamle havn."
    assert str(found.date) == "2026-05-03"


def test_a_memo_that_goes_right_on_keeps_its_kind_as_title() -> None:
    assert analyse("Notat" + TEXT).title == "Notat"


@pytest.mark.parametrize(
    ("line", "subject"),
    [
        ("Emne: Nye pullerter på kajen", "Nye pullerter på kajen"),
        ("Vedr. omlægning af kaj 4", "omlægning af kaj 4"),
        ("Vedrørende: Leje af værksteder\nog skure på havnen", "Leje af værksteder\nog skure på havnen"),
        ("Sag: 26/4711 Leje af værksteder", "Leje af værksteder"),
        ("Sag: 26/4711", None),
        ("Vedrørende kajen er der intet nyt at sige", None),
    ],
)
def test_labelled_subjects(line: str, subject: str | None) -> None:
    text = f"Prøveby Kommune\n{line}\nTil: Byrådet" + TEXT
    span = labelled_subject(text)
    assert (text[span.start : span.end] if span else None) == subject


def test_who_is_present_is_never_the_title() -> None:
    found = analyse(
        "Referat\nUdvalget for havn, vej og park (HVP)\nEkstraordinært møde\nTorsdag den 7. maj 2026\nKl. 10:30\n\n"
        "Medlemmer\nAnna Prøve (A)\nBo Prøve (V)\n\nFraværende\n\nIndholdsfortegnelse\nPunkt nr.  Side" + TEXT
    )
    assert found.title == "Referat, Udvalget for havn, vej og park, 7. maj 2026"


def test_a_stacked_head_is_put_together_without_the_municipality() -> None:
    found = analyse("Prøveby Kommune\nBSR Havneudvalget\nDagsorden (åben)\n\nMedlemmer: Anna Prøve (A)" + TEXT)
    assert found.title == "Dagsorden, BSR Havneudvalget"


def test_days_under_a_decisions_heading_date_a_case_paper() -> None:
    head = "Prøveby Kommune - HAVNEUDVALGET Nr. 7\n\nLeje af kajen\n\nIndstilling\n\nDet indstilles, at lejen stiger."
    days = "\nUDVALGETS BESLUTNING\n\n3. marts 2026: Sagen udsat.\n\n5. maj 2026: Godkendt.\n"
    found = analyse(head + TEXT + days)
    assert (found.title, str(found.date)) == ("Leje af kajen", "2026-05-05")


def test_a_body_and_the_number_of_its_meeting_get_the_day() -> None:
    case = "\n\n{n}. Leje af kaj {n}\n\nIndstilling\n\nForvaltningen indstiller, at lejen stiger."
    found = analyse(
        "Region Prøve - HAVNEUDVALGET Nr. 7\n\nDen 5. maj 2026" + "".join(case.format(n=n) for n in (1, 2, 3, 4))
    )
    assert found.title == "Region Prøve - HAVNEUDVALGET Nr. 7, 5. maj 2026"


def test_an_earlier_meeting_does_not_date_the_paper() -> None:
    text = "Leje af kajen\n\nTidligere behandling\nHavneudvalget den 5. december 2025 Punkt 3\n\nSagsfremstilling"
    assert analyse(text + TEXT).date is None


def test_the_day_an_agreement_was_made_beats_a_byline_below_it() -> None:
    text = (
        "Aftale om havnen 2026-2029\n\nPartierne har indgået en aftale. Aftalen er indgået 18. november 2025."
        + TEXT
        + "\nAftale om havnen på plads\nPrøveby Avis, 20. november 2025"
        + TEXT
    )
    assert str(analyse(text).date) == "2025-11-18"


@pytest.mark.parametrize(
    ("head", "title", "kind"),
    [
        (
            "Memo\nTil Direktionen\n14-06-2026\nFlytning af filial til skolen",
            "Memo: Flytning af filial til skolen",
            "notat",
        ),
        ("REFERAT\nMØDE I HAVNEUDVALGET\nDEN 3. MAJ 2026", "Referat, HAVNEUDVALGET, 3. maj 2026", "referat"),
        ("Handleplan\nfor kajer og broer\n2026-2029", "Handleplan for kajer og broer 2026-2029", "handleplan"),
        ("Prøveby Kommune\n\nBudgetforlig 2026-2029\n\nIndgået den 3. maj 2026", "Budgetforlig 2026-2029", "aftale"),
        ("Havnerådsmøde\nReferat d. 3. maj 2026\nDeltagere:\nAnna", "Referat, Havnerådsmøde, 3. maj 2026", "referat"),
        ("Havneudvalget, mødet den 3. maj 2026\n\nAfbud: Anna", "Havneudvalget, 3. maj 2026", "referat"),
        ("Havneudvalget - Referat\n\nDato: 3. maj 2026\nTid: kl. 8", "Havneudvalget - Referat, 3. maj 2026", "referat"),
        ("Referat\nden 3. maj 2026\nUdvalg: | Byrådet |\nAfbud: Anna", "Referat, Byrådet, 3. maj 2026", "referat"),
        (
            'Udvalget "Liv på Vandet"\n\nREFERAT\n\n3. maj 2026',
            'Referat, Udvalget "Liv på Vandet", 3. maj 2026',
            "referat",
        ),
        ("Bådpolitik\nBådpolitik\nHavneudvalget\n\nDen 3. maj 2026", "Bådpolitik", "andet"),
        (
            "NOTAT\n\nBilag 1. Gennemgang af lejen på kajen\n\nIndhold",
            "NOTAT: Bilag 1. Gennemgang af lejen på kajen",
            "notat",
        ),
    ],
)
def test_heads_in_several_lines(head: str, title: str, kind: str) -> None:
    found = analyse(head + "\n" + TEXT)
    assert (found.title, found.kind.value) == (title, kind)


def test_what_a_case_paper_says_was_approved_elsewhere_is_not_its_day() -> None:
    text = "Ny havnestrategi\n\nIndstilling\n\nPlanen blev godkendt af Havneudvalget den 3. december 2025.\n"
    assert analyse(text + TEXT).date is None


def test_lines_of_a_front_page_that_name_the_kind_stay_headings() -> None:
    head = (
        "Prøveby Kommune\n\nForlig om havnen for 2026-2029\n\n8. oktober 2025\n\nSammen om kajen\n\nMellem partierne:\n"
    )
    assert analyse(head + TEXT).title == "Forlig om havnen for 2026-2029"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Notat om broer\nPrøveby Kommune, 5. april 2026\n", "Notat om broer"),
        ("Notat om broer\nTeknisk Forvaltning, den 5. april 2026\n", "Notat om broer"),
        ("Notat om broer\nPrøveby, d. 5. april 2026\n", "Notat om broer"),
        ("Notat om broer i\nPrøveby Kommune\n", "Notat om broer i Prøveby Kommune"),
        ("Notat om drift af\nPrøveby Havn, 5. april 2026\n", "Notat om drift af Prøveby Havn, 5. april 2026"),
    ],
)
def test_who_sends_a_paper_and_when_is_not_its_title(head: str, title: str) -> None:
    assert analyse(head + TEXT).title == title


def test_the_body_that_met_is_named_also_where_its_meeting_is_told_of() -> None:
    found = analyse(
        "Prøveby Kommune\n\nReferat\n\nHavne- og Strandudvalgets møde den 4. marts 2026 kl. 16.00\n\n"
        "Til stede: Anna Prøve (A)\n\nUdvalget besigtigede molen." + TEXT
    )
    assert found.title == "Referat, Havne- og Strandudvalget, 4. marts 2026"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Prøveby Kommune, Havn. Dato: 4. marts 2026. Sagsnr. 26/4711. Skrevet af havnefogeden.", "2026-03-04"),
        ("Afdeling: Havn og Strand | Dateret: 4. marts 2026 | Sagsnr. 26/4711 | Skrevet af havnefogeden", "2026-03-04"),
        ("Ny frist, som Havneudvalget har sat for arbejdet med molen. Høringens dato: 4. marts 2026 for alle.", "None"),
    ],
)
def test_a_day_among_other_fields_of_one_line(line: str, day: str) -> None:
    assert str(analyse(f"Notat om molen\n\n{line}\n{TEXT}").date) == day
