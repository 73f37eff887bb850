"""Broken and hostile files: one Danish line each, nothing hangs, nothing leaves its folder."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as new_docx
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from core.errors import DamagedFile, InputError, RefusedFile, UnsupportedFile
from core.settings import Settings
from ingest import Found, Skipped, discover, read_document, worker

SETTINGS = Settings(parse_seconds=30)


def pdf_bytes(text: str = "Havneudvalget mødes den 3. maj 2024.") -> bytes:
    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 720, text)
    canvas.save()
    return out.getvalue()


def docx_bytes(text: str = "Havneudvalget mødes den 3. maj 2024.") -> bytes:
    document = new_docx()
    document.add_paragraph(text)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def encrypted_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf_bytes())))
    writer.encrypt("hemmelig", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "error", "words"),
    [
        ("tom.txt", b"", DamagedFile, "tom"),
        ("blank.txt", b" \n\t\n", DamagedFile, "tom"),
        ("laast.pdf", encrypted_pdf(), DamagedFile, "adgangskode"),
        ("afkortet.pdf", pdf_bytes()[:300], DamagedFile, "beskadiget"),
        ("nej.pdf", b"bare tekst", DamagedFile, "ikke en pdf"),
        ("arkiv.docx", zipped({"andet.txt": b"hej"}), DamagedFile, "andet zip-arkiv"),
        ("halv.docx", docx_bytes()[:900], DamagedFile, "beskadiget"),
        ("gammel.docx", b"\xd0\xcf\x11\xe0" + b"x" * 600, DamagedFile, "adgangskode"),
        ("billede.png", b"ikke et billede", DamagedFile, "billede"),
        ("binaer.txt", bytes(range(32)) * 40, DamagedFile, "binære"),
        ("makro.exe", b"MZ", UnsupportedFile, "kan Ressort ikke læse"),
    ],
)
def test_each_bad_file_gets_one_danish_line(
    tmp_path: Path, name: str, data: bytes, error: type[InputError], words: str
) -> None:
    with pytest.raises(error) as caught:
        read_document(write(tmp_path / name, data), SETTINGS)
    assert words in str(caught.value)
    assert str(caught.value).startswith(name)
    assert "\n" not in str(caught.value)


def test_file_over_the_size_limit_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "stor.txt", b"Havnen. " * 200_000)
    with pytest.raises(RefusedFile, match="større end grænsen på 1 MB"):
        read_document(path, replace(SETTINGS, max_file_mb=1))


def test_text_longer_than_the_page_limit_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "lang.txt", b"Havnen. " * 5_000)
    with pytest.raises(RefusedFile, match="længere end 2 sider"):
        read_document(path, replace(SETTINGS, max_pages=2))


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_file_without_read_permission_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "lukket.txt", b"Havnen.")
    path.chmod(0)
    with pytest.raises(RefusedFile, match="ikke adgang"):
        read_document(path, SETTINGS)


def test_zip_bomb_in_an_office_file_is_refused(tmp_path: Path) -> None:
    data = zipped({"word/document.xml": b"0" * (40 << 20), "[Content_Types].xml": b"<x/>"})
    with pytest.raises(RefusedFile, match="zip-bombe"):
        read_document(write(tmp_path / "bombe.docx", data), SETTINGS)


def test_xml_entities_in_an_office_file_are_refused(tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    path = write(tmp_path / "entitet.docx", zipped({"word/document.xml": bomb}))
    with pytest.raises(RefusedFile, match="entiteter"):
        read_document(path, SETTINGS)


def test_slow_file_is_stopped_at_its_time_limit(tmp_path: Path) -> None:
    with pytest.raises(RefusedFile, match="sekunder"):
        worker.call("sleep", (60.0, "langsom.pdf"), name="langsom.pdf", settings=replace(SETTINGS, parse_seconds=1))


def test_greedy_file_is_stopped_at_its_memory_limit(tmp_path: Path) -> None:
    with pytest.raises(RefusedFile, match="hukommelse"):
        worker.call("fill", (3 << 30, "graadig.pdf"), name="graadig.pdf", settings=SETTINGS)


def test_child_that_dies_is_reported_and_replaced(tmp_path: Path) -> None:
    with pytest.raises(DamagedFile, match="gå ned"):
        worker.call("die", ("doed.pdf",), name="doed.pdf", settings=SETTINGS)
    good = write(tmp_path / "god.txt", "Havnen passes af ét hold.".encode())
    assert read_document(good, SETTINGS).passages


def test_archive_members_are_read_and_bad_ones_named(tmp_path: Path) -> None:
    archive = zipped(
        {
            "mappe/god.txt": "Havnen passes af ét hold.".encode(),
            "../ude.txt": b"uden for",
            "indre.zip": zipped({"a.txt": b"a"}),
            "regneark.ods": b"x",
            "__MACOSX/._god.txt": b"x",
        }
    )
    seen: list[str] = []
    reasons: list[str] = []
    for item in discover([write(tmp_path / "sager.zip", archive)], SETTINGS):
        if isinstance(item, Found):
            seen.append(item.name)
            assert read_document(item.path, SETTINGS, name=item.name).name == item.name
        else:
            reasons.append(item.reason)
    assert seen == ["sager.zip/mappe/god.txt"]
    assert any("peger ud af arkivet" in reason for reason in reasons)
    assert any("arkiv i et arkiv" in reason for reason in reasons)
    assert any("regneark.ods" in reason for reason in reasons)
    assert not (tmp_path.parent / "ude.txt").exists()


def test_archive_bomb_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "bombe.zip", zipped({"a.txt": b"0" * (40 << 20)}))
    (item,) = discover([path], SETTINGS)
    assert isinstance(item, Skipped)
    assert "zip-bombe" in item.reason


def test_symlink_loop_ends(tmp_path: Path) -> None:
    (tmp_path / "mappe").mkdir()
    write(tmp_path / "mappe" / "god.txt", b"Havnen.")
    (tmp_path / "mappe" / "igen").symlink_to(tmp_path / "mappe")
    items = list(discover([tmp_path / "mappe"], SETTINGS))
    assert [item.name for item in items if isinstance(item, Found)] == ["god.txt"]
    assert any(isinstance(item, Skipped) and "går i ring" in item.reason for item in items)


def test_missing_file_and_broken_link_are_named(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "findes-ikke.txt")
    items = list(discover([tmp_path / "borte.txt", tmp_path], SETTINGS))
    assert all(isinstance(item, Skipped) for item in items)
    assert ["borte.txt" in items[0].reason, "link.txt" in items[1].reason] == [True, True]


def test_child_outlives_the_thread_that_started_it(tmp_path: Path) -> None:
    worker.close_all()
    good = write(tmp_path / "god.txt", "Havnen passes af ét hold.".encode())
    first = threading.Thread(target=read_document, args=(good, SETTINGS))
    first.start()
    first.join()
    assert read_document(good, SETTINGS).passages


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs Linux's /proc")
def test_child_leaves_when_its_parent_is_killed(tmp_path: Path) -> None:
    script = (
        "import os, sys, threading, time\n"
        "from core.settings import Settings\n"
        "from ingest import worker\n"
        "call = lambda: worker.call('sleep', (120.0, 'a.pdf'), name='a.pdf', settings=Settings())\n"
        "threading.Thread(target=call, daemon=True).start()\n"
        "time.sleep(3)\n"
        "print(os.getpid(), flush=True)\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    number = parent.stdout.readline().strip()
    found = [
        int(child)
        for task in Path(f"/proc/{number}/task").iterdir()
        for child in (task / "children").read_text().split()
    ]
    assert found
    parent.kill()
    parent.wait()
    deadline = time.monotonic() + 30
    while any(_alive(child) for child in found) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert not any(_alive(child) for child in found)


def _alive(pid: int) -> bool:
    """True for a process that runs, False for one that is gone or a zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
