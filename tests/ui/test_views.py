"""The views' own text: escaped, linked, filtered, serialised."""

from __future__ import annotations

import re
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from core.errors import UsageError
from core.schema import DateSpan, Event, Kind, Precision
from ingest.formats.sniff import ARCHIVES, supported
from tests.ui.fakes import EVIL, FakeKnowledgeBase
from ui.desk import Desk, Step
from ui.examples import examples
from ui.uploads import SUFFIXES, refusal, wipe
from ui.views import ask, document_edit, documents, register, row_review, status, tasks, upload

TAG = re.compile(r"<(script|img|b) ", re.I)


@pytest.fixture
def desk(kb: FakeKnowledgeBase) -> Desk:
    return Desk(kb)  # type: ignore[arg-type]


def every_view(desk: Desk) -> str:
    answers = [desk.kb.ask(q) for q in ("Hvem har legepladser?", "Hvad skrev en borger?", "Hvad koster månen?")]
    return "".join(
        [
            ask.conversation(desk, answers, waiting=EVIL),
            ask.conversation(desk, [], problem=EVIL),
            documents.listing(desk, "", [], "", ""),
            tasks.responsibilities(desk, "", "", ""),
            register.units(desk),
            register.timeline(desk),
            register.conflicts(desk),
            status.overview(desk),
        ]
    )


def test_planted_markup_is_text_in_every_view(desk: Desk) -> None:
    shown = every_view(desk)
    assert "&lt;script&gt;" in shown
    assert not TAG.search(shown)
    assert "<script" not in shown


def test_from_today_what_is_under_way_stands_apart(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    today = date.today()
    first, last = today.replace(year=today.year - 2, day=1), today.replace(year=today.year + 2, day=1)
    when = DateSpan(first, last, Precision.DAY, "on", "", 0, 1)
    running = Event("Bevillingen løber", when, "period", "a" * 16, 0, 9)
    ahead = replace(running, what="Bevillingen udløber", when=replace(when, first=None, bound="until"))
    monkeypatch.setattr(desk.kb.register().__class__, "timeline", lambda _: [running, ahead])
    years = re.findall("<h3>(.*?)</h3>", register.timeline(desk, register.AHEAD))
    assert years == ["I gang nu", str(last.year)]
    assert re.findall("<h3>(.*?)</h3>", register.timeline(desk)) == [str(first.year), str(last.year)]


def test_answer_marks_link_to_their_sources(desk: Desk) -> None:
    shown = ask.conversation(desk, [desk.kb.ask("Hvem har ansvaret for legepladser?")])
    text = desk.kb.document("a" * 16).received
    for start in (text.index("Ansvaret"), text.index("Flytningen")):
        assert re.search(rf'class="henvisning laes" href="/laes\?dokument=a{{16}}&amp;start={start}&amp;slut=', shown)
    assert "Høj sikkerhed (93 %)" in shown


def test_a_number_without_a_source_stays_text() -> None:
    assert ask.linked("ordlyd [7] her", []) == ["ordlyd [7] her"]


def test_a_refusal_says_why_and_what_may_be_relevant(desk: Desk) -> None:
    shown = ask.conversation(desk, [desk.kb.ask("Hvad koster månen?")])
    assert "Det fremgår ikke af dokumenterne" in shown
    assert "Måske relevant" in shown
    assert "sikkerhed" not in shown


def test_a_follow_up_shows_the_subject_it_took_over(desk: Desk) -> None:
    first = desk.kb.ask("Hvem har ansvaret for legepladser?")
    shown = ask.conversation(desk, [first, desk.kb.ask("Og hvornår?", previous=first)])
    assert "Forstået som en fortsættelse om: <strong>legepladser</strong>" in shown
    assert "Tidligere i samtalen (1)" in shown


def test_the_files_words_are_shown_where_they_were_corrected(desk: Desk) -> None:
    shown = register.units(desk)
    assert "Parkudvalget" in shown
    assert "Haveudvalget" in shown


def test_filters_are_read_as_typed() -> None:
    filters = ask.read_filters(["aftale"], "1. januar 2031", "", "31-12-2031")
    assert filters.kinds == (Kind.AGREEMENT,)
    assert str(filters.as_of) == "2031-01-01"
    assert str(filters.date_to) == "2031-12-31"


def test_the_list_is_filtered_by_words_kind_and_date(desk: Desk) -> None:
    assert "3 dokumenter" in documents.listing(desk, "", [], "", "")
    assert "1 dokument<" in documents.listing(desk, "PARKAFTALE", [], "", "")
    assert "1 dokument<" in documents.listing(desk, "", ["referat"], "", "")
    assert "1 dokument<" in documents.listing(desk, "", [], "1. januar 2030", "")
    assert "Intet dokument passer" in documents.listing(desk, "findes ikke", [], "", "")
    assert "Kræver eftersyn (1 side)" in documents.listing(desk, "", [], "", "")


def test_an_empty_library_invites_to_add(tmp_path: Path) -> None:
    desk = Desk(FakeKnowledgeBase(tmp_path, empty=True))  # type: ignore[arg-type]
    assert "Der er ingen dokumenter endnu" in documents.listing(desk, "", [], "", "")


def test_a_correction_needs_a_name_and_stores_only_what_differs(desk: Desk, kb: FakeKnowledgeBase) -> None:
    with pytest.raises(UsageError, match="dit navn"):
        document_edit.correct(desk, "a" * 16, "Ny titel", "aftale", "19. juni 2030", " ")
    changed = document_edit.correct(desk, "a" * 16, "Ny titel", "notat", "19. juni 2030", "arkivet")
    assert changed == "Titel og dokumenttype"
    assert [entry[2:] for entry in kb.log] == [("title", "Ny titel", "arkivet"), ("kind", "notat", "arkivet")]
    assert document_edit.correct(desk, "a" * 16, "Ny titel", "notat", "19.6.2030", "arkivet") == ""
    extra = {"case_number": "2030-1"}
    same = ("a" * 16, "Ny titel", "notat", "19.6.2030", "arkivet", extra)
    assert document_edit.correct(desk, *same) == "Sagsnummer"


def test_files_are_checked_on_the_server(tmp_path: Path) -> None:
    for name, content, reason in (
        ("a.exe", b"x", "Filtypen ».exe« læses ikke."),
        ("uden", b"x", "Filtypen »uden endelse« læses ikke."),
        ("tom.txt", b"", "Filen er tom."),
        ("stor.txt", b"x" * 1_000_001, "Filen er over 1 MB."),
        ("god.TXT", b"x", None),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        assert refusal(path, 1) == reason


def test_sent_files_are_reported_and_wiped(desk: Desk, tmp_path: Path) -> None:
    paths = []
    for name, text in (("ny.txt", "God tekst."), ("skidt.txt", "ødelagt"), ("program.exe", "x")):
        folder = tmp_path / "cache" / name.replace(".", "-")
        folder.mkdir(parents=True)
        paths.append(folder / name)
        paths[-1].write_text(text, "utf-8")
    (tmp_path / "cache" / "tmp123").touch()
    *steps, last = upload.take_in(desk, paths)
    assert "<progress" in steps[-1]
    assert "Filen er beskadiget." in last
    assert "Filtypen ».exe« læses ikke." in last
    assert 'class="tilstand klar">Tilføjet' in last
    wipe(paths)
    assert list((tmp_path / "cache").iterdir()) == []


def test_writers_wait_for_each_other(tmp_path: Path) -> None:
    desk = Desk(FakeKnowledgeBase(tmp_path, pause=0.05))  # type: ignore[arg-type]
    path = tmp_path / "a.txt"
    path.write_text("tekst")
    results: list[object] = []

    def run() -> None:
        results.extend(step for step in desk.ingest([path], {}) if not isinstance(step, Step))

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [r[0].status for r in results] == ["added"] * 4  # type: ignore[index]  # the fake asserts one at a time


def test_an_ingest_that_breaks_raises_in_the_view(desk: Desk, kb: FakeKnowledgeBase, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(desk.ingest([tmp_path / "findes-ikke.txt"], {}))
    assert desk.write(lambda: 1) == 1  # the writer lives on


def test_examples_come_from_the_library(kb: FakeKnowledgeBase, tmp_path: Path) -> None:
    found = examples(kb)  # type: ignore[arg-type]
    assert "Hvem har ansvaret for legepladser?" in found
    assert "Hvilke udvalg har skiftet navn?" in found


def test_a_row_is_set_right_field_by_field(desk: Desk, kb: FakeKnowledgeBase) -> None:
    old = row_review.values(row_review.find(desk, "k1"))
    assert old == ["legepladser", "Havneudvalget", "Parkudvalget", "1. januar 2031", ""]
    changed = row_review.correct(desk, "k1", (*old[:3], "2. februar 2031", "31-12-2031"), "jurist")
    assert changed == ["effective_from", "until"]
    assert [entry[1:] for entry in kb.log] == [
        ("k1", "effective_from", "2031-02-02", "jurist"),
        ("k1", "until", "2031-12-31", "jurist"),
    ]


def test_a_row_needs_a_name_and_must_exist(desk: Desk) -> None:
    with pytest.raises(UsageError, match="dit navn"):
        row_review.correct(desk, "k1", ("",) * 5, "")
    with pytest.raises(UsageError, match="findes ikke længere"):
        row_review.find(desk, "væk")


def test_the_browsers_list_of_suffixes_is_what_is_read() -> None:
    assert all(supported(f"fil{suffix}") or suffix in ARCHIVES for suffix in SUFFIXES)
