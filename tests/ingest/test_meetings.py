"""Papers of meetings: what they are, what they are called, when they were."""

from __future__ import annotations

import pytest

from core.schema import Kind
from ingest.structure.meetings import attended, case_count, names_meeting
from tests.ingest.test_metadata import analyse, values

CASE = (
    "\n\nPunkt {n}: {title}\n\nResume\n\nKajen trænger til reparation, og lejerne har klaget over hullerne.\n\n"
    "Indstilling\n\nForvaltningen indstiller, at kajen bliver lagt om i løbet af foråret."
)


@pytest.mark.parametrize(
    ("line", "meeting"),
    [
        ("Referat Havneudvalget 3. maj 2026", True),
        ("Dagsorden for ekstraordinært møde i Udvalget for havne og kajer", True),
        ("Notat til Byrådets møde den 3. maj 2026", True),
        ("Referat fra temadag om nye kajer", False),
        ("Bemærkninger til dagsordenen", False),
        ("2. Godkendelse af Dagsorden", False),
        ("Havneudvalget", False),
    ],
)
def test_a_line_that_names_a_meeting_has_no_subject(line: str, meeting: bool) -> None:
    assert names_meeting(line) is meeting


def test_cases_are_counted_by_the_section_that_comes_most_often() -> None:
    assert case_count("Resume\n\nIndstilling\n\nSagsfremstilling") == 1
    assert case_count("Indstilling\na\nBeslutning\nb\nIndstilling\nc") == 2
    assert case_count("Punkt 1 af 4 i strategien") == 0
    assert attended("Afbud: Anna Prøve\nFraværende:\nKajen er lang") == 2


def test_an_agenda_with_few_cases_is_named_by_the_meeting_and_its_cases() -> None:
    cases = "".join(CASE.format(n=n, title=t) for n, t in ((4, "Leje af kajen"), (5, "Nye pullerter")))
    found = analyse("Prøveby Byråd\n\nDagsorden 3. maj 2026 kl. 16.00\n\nMødested: Byrådssalen" + cases)
    assert found.title == "Dagsorden, Prøveby Byråd, 3. maj 2026: Leje af kajen; Nye pullerter"
    assert (found.kind, str(found.date)) == (Kind.CASE_PAPER, "2026-05-03")


def test_a_paper_on_one_case_bears_the_title_of_the_case() -> None:
    found = analyse("Referat Prøveby Byråd 03-05-2026" + CASE.format(n=7, title="Leje af kajen"))
    assert (found.title, found.kind) == ("Leje af kajen", Kind.CASE_PAPER)
    assert str(found.date) == "2026-05-03"


def test_minutes_with_attendance_stay_minutes_of_one_case() -> None:
    found = analyse(
        "Referat af ekstraordinært møde\n\nOnsdag den 3. maj 2026 kl. 18.30\n\nUdvalg: Havneudvalget\n"
        "Afbud fra: Anna Prøve (A)\n" + CASE.format(n=1, title="Leje af kajen") + "\n\nBeslutning\n\nGodkendt."
    )
    assert found.kind is Kind.MINUTES
    assert found.title == "Referat, Havneudvalget, 3. maj 2026: Leje af kajen"


def test_minutes_named_only_by_the_body_get_word_and_day() -> None:
    found = analyse(
        "UDVALG\n\nHavneudvalget\n\nMØDE\n\nReferat\n\nSTARTTIDSPUNKT\n\n03-05-2026 09:00\n\n"
        "1. Godkendelse af dagsorden\n\nIndstilling\n\nAt dagsordenen godkendes.\n\nBeslutning\n\nGodkendt\n\n"
        "2. Leje af kajen\n\nIndstilling\n\nAt lejen sættes op fra nytår.\n\nBeslutning\n\nGodkendt\n"
    )
    assert found.title == "Referat, Havneudvalget, 3. maj 2026"
    assert values(found, "issuer")[0] == "Havneudvalget"


def test_words_of_the_web_page_are_no_title() -> None:
    found = analyse(
        "Denne side bruger cookies til at måle, hvor mange der læser med, og du kan sige nej tak.\n\nSøg\n\n"
        "Prøveby Kommune Logo\n\nMødedato: 03.05.2026, kl. 17.30\n\nLeje af kajen\n\nSe alle bilag\n\n"
        "Der skal tages stilling til lejen af kajen i den kommende sæson, fordi aftalen med lejerne løber ud.\n\n"
        "Indstilling\n\nAt lejen af kajen sættes op."
    )
    assert found.title == "Leje af kajen"


def test_a_memo_is_named_by_its_subject_not_by_where_it_goes() -> None:
    body = "\n\nHvert år bliver lejen på kajen regnet ud på ny, og her står, hvordan det er gjort i år.\n"
    found = analyse("Notat til Byrådets møde den 3. maj 2026\n\nLejen på kajen i 2027" + body)
    assert (found.title, found.kind, str(found.date)) == ("Lejen på kajen i 2027", Kind.MEMO, "2026-05-03")
    found = analyse("PRØVEBY KOMMUNE\n\nNOTAT\n\nEmne: Lejen på kajen\nTil: Byrådet\nDato: 3. maj 2026" + body)
    assert (found.title, str(found.date)) == ("NOTAT: Lejen på kajen", "2026-05-03")


def test_a_plan_laid_before_a_committee_is_a_case() -> None:
    found = analyse("Godkendelse af handleplan for kajen" + CASE.format(n=1, title="x").replace("Punkt 1: x", ""))
    assert found.kind is Kind.CASE_PAPER


def test_a_deadline_is_not_the_documents_day() -> None:
    body = "\n\nPlanen viser, hvordan kajen bliver lagt om, og hvem der gør det i de kommende to år.\n"
    found = analyse("Handleplan for kajen\n\nMarts 2026" + body + "\nTidsfrist: 1. oktober 2026\n")
    assert str(found.date) == "2026-03-01"


def test_day_of_the_decision_dates_a_case_and_dashes_are_read() -> None:
    found = analyse(CASE.format(n=2, title="Leje af kajen") + "\n\nBeslutning i Byrådet den 3. maj 2026:\n\nGodkendt.")
    assert str(found.date) == "2026-05-03"
    assert str(analyse("Referat\n\nDato: Onsdag den 3-maj-2026\n\nDeltagere: Anna Prøve\n").date) == "2026-05-03"


def test_a_title_that_comes_again_with_its_year_gets_it() -> None:
    text = "Handleplan for kajen\n\nPlanen siger, hvad der skal ske på kajen, og hvem der har ansvaret for det.\n\n"
    assert (
        analyse(text + "Handleplan for kajen 2026\n\nFormål\n\nKajen skal holde.").title == "Handleplan for kajen 2026"
    )


def test_the_kind_alone_above_day_and_place_is_not_the_title() -> None:
    found = analyse(
        "## Referat\n\nMØDEDATO 3. maj 2026\nTID 9.30-10.00\nSTED Mødelokalet på havnekontoret ved den gamle kaj\n"
        "MØDEDELTAGERE Medlemmer af PrøveMED\n\n### Referat af ekstraordinært PrøveMED d. 3. maj 2026\n\n"
        "Formanden bød velkommen til mødet og gennemgik planen for den nye kaj og de nye pullerter."
    )
    assert found.title == "Referat af ekstraordinært PrøveMED d. 3. maj 2026"


def test_minutes_without_a_head_are_named_by_the_body_spoken_of() -> None:
    point = "\n\nPkt. {n} {title}\n\nHavneudvalget, 03-05-2026, pkt. {n}\n\nGodkendt.\n\nFraværende: Anna Prøve.\n"
    found = analyse(
        "Referat\n\nDato: Torsdag, maj 3, 2026 - 08:00\nSted: Rådhuset, lokale 2\n"
        + "".join(point.format(n=n, title=title) for n, title in ((4, "Leje"), (5, "Pullerter"), (6, "Snerydning")))
    )
    assert (found.kind, str(found.date)) == (Kind.MINUTES, "2026-05-03")
    assert found.title == "Referat, Havneudvalget, 3. maj 2026"


def test_minutes_that_only_say_what_was_decided_are_minutes() -> None:
    case = (
        "{title}\n\nSag nr. {n}\n\nSagens kerne\n\nKajen er slidt.\n\nIndstilling\n\nAt det godkendes.\n\n"
        "Beslutning\n\nGodkendt.\n\n"
    )
    found = analyse(
        "Havneudvalget\n\n03-05-2026\n\nMedlemmer\n\nAnna Prøve (A)\n\nFraværende\n\n"
        + "".join(case.format(n=n, title=title) for n, title in ((4, "Leje af kajen"), (5, "Nye pullerter")))
    )
    assert found.kind is Kind.MINUTES
