"""Broken, hostile and odd files made from good ones, all in our own words."""

from __future__ import annotations

import io
import os
import random
import socket
import struct
import zipfile
import zlib
from pathlib import Path

from docx import Document as new_docx
from PIL import Image

ROOT = Path(__file__).parents[2]
_BODIES = ("Havneudvalget", "Vejudvalget", "Parkudvalget", "Skoleudvalget", "Kulturudvalget")
_THINGS = ("broerne", "legepladserne", "svømmehallen", "biblioteket", "kajanlægget", "skolevejene")
_DECLARED = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>'
_HEAD = '<?xml version="1.0"?>'


def prose(seed: int, paragraphs: int = 6) -> str:
    """Paragraphs that differ from those of every other seed."""
    pick = random.Random(seed)
    return "\n\n".join(
        f"{pick.choice(_BODIES)} overtager ansvaret for {pick.choice(_THINGS)} fra den {pick.randint(1, 28)}. marts "
        f"{pick.randint(2020, 2028)}. Sag {seed}-{n} koster {pick.randint(100, 999)} t.kr."
        for n in range(paragraphs)
    )


def docx(text: str) -> bytes:
    """A Word file with a paragraph for each of the text's."""
    document = new_docx()
    for paragraph in text.split("\n\n"):
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def with_member(package: bytes, name: str, data: bytes) -> bytes:
    """The package with one member put in or replaced."""
    with zipfile.ZipFile(io.BytesIO(package)) as old:
        members = {held: old.read(held) for held in old.namelist()}
    return zipped(members | {name: data})


def png_that_claims(width: int, height: int) -> bytes:
    """A tiny file that says it is a huge picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def pdf_of(content: bytes, pages: int = 1) -> bytes:
    """A pdf with one page of that content stream, listed ``pages`` times."""
    packed = zlib.compress(content, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + b"3 0 R " * pages + b"]/Count %d>>" % pages,
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n" % len(packed) + packed + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + table
    return out + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start


SLOW_PDF = pdf_of(b"BT /F 8 Tf " + b"(aaaa) Tj 1 0 0 1 5 5 Tm " * 9_000_000 + b"ET")  # keeps a parser busy for minutes


def flipped(data: bytes, count: int, seed: int) -> bytes:
    """The bytes with ``count`` of them changed."""
    pick, changed = random.Random(seed), bytearray(data)
    for _ in range(count):
        changed[pick.randrange(len(changed))] = pick.randrange(256)
    return bytes(changed)


def bad_files() -> dict[str, bytes]:
    """Name → content of files that can't be taken in."""
    package = docx(prose(1))
    deflated = bytearray(zipped({"a.txt": random.Random(3).randbytes(3000)}))
    deflated[40:1200] = bytes(1160)
    attack = (_HEAD + _DECLARED).encode()
    late = (_HEAD + "<!-- " + "x" * 9000 + " -->" + _DECLARED).encode()
    return {
        "tom.txt": b"",
        "nuller.pdf": bytes(5000),
        "tilfaeldig.txt": random.Random(1).randbytes(200_000),
        "tilfaeldig.pdf": b"%PDF-1.7\n" + random.Random(2).randbytes(200_000),
        "halv.docx": package[: len(package) // 2],
        "afkortet.zip": zipped({"a.txt": prose(2).encode()})[:-30],
        "oedelagt.zip": bytes(deflated),
        "tomt.zip": zipped({}),
        "indlejret.zip": zipped({"i.zip": zipped({"a.txt": b"a"})}),
        "bombe.zip": zipped({"a.txt": bytes(40 << 20)}),
        "bombe.docx": with_member(package, "word/media/x.bin", bytes(40 << 20)),
        "bombe.png": png_that_claims(100_000, 100_000),
        "entiteter.docx": with_member(package, "word/document.xml", attack),
        "sene-entiteter.docx": with_member(package, "word/styles.xml", late),
        "brede-entiteter.docx": with_member(package, "word/document.xml", attack.decode().encode("utf-16")),
        "mange-sider.pdf": pdf_of(b"", pages=30_000),
        "langsom.pdf": SLOW_PDF,
        "mellemrum.txt": b"x" + b" " * 3_000_000 + b"y",
        "program.exe": b"MZ",
    }


def good_files() -> dict[str, bytes]:
    """Name → content of odd files that are to be taken in."""
    return {
        "almindelig.txt": prose(10).encode(),
        "dansk æøå – “navn” 🎈.txt": prose(11).encode("cp1252"),
        "linje\nskift.txt": prose(12).encode("utf-16"),
        "ord.docx": docx(prose(13)),
        "makro.docm": with_member(docx(prose(14)), "word/vbaProject.bin", b"x"),
        "vippet.txt": flipped(prose(15, 40).encode(), 600, 15).replace(b"\x00", b" "),
        "halvtegn.html": b"<p>Havneudvalget &#xD800; overtager &#0; broerne i 2026.</p>",
        "langt-ord.txt": b"Havneudvalget overtager " + b"a" * 200_000 + b" broerne.",
        "mange-datoer.txt": b"Havnen lukker den 1. januar 2024, " * 3000,
        "dyb.html": b"<div>" * 150 + b"Havneudvalget overtager broerne." + b"</div>" * 150 + b"<b>" * 50_000,
        "arkiv.zip": zipped({"mappe/a\x01b.txt": prose(16).encode(), "../ude.txt": b"ude"}),
        "cpr.txt": b"Borgeren 010190-1234 har klaget.\n\n" + prose(17).encode(),
    }


def picture_without_text() -> bytes:
    """A soft gradient as png."""
    out = io.BytesIO()
    Image.radial_gradient("L").save(out, "PNG")
    return out.getvalue()


def odd_places(folder: Path) -> int:
    """Links in a ring, a pipe, a socket, a device and names that are no UTF-8. Returns how many are to be
    reported as left out."""
    folder.mkdir()
    (folder / "ring").symlink_to(folder)
    (folder / "selv.txt").symlink_to("selv.txt")
    (folder / "borte.txt").symlink_to("findes-ikke")
    (folder / "uendelig.txt").symlink_to("/dev/zero")
    os.mkfifo(folder / "roer.txt")
    held = socket.socket(socket.AF_UNIX)
    here = os.getcwd()
    os.chdir(folder)  # the path of a socket may be no longer than 108 bytes
    try:
        held.bind("stik.txt")
    finally:
        os.chdir(here)
        held.close()
    Path(os.fsdecode(os.fsencode(folder) + b"/ukendt\xff.exe")).write_bytes(b"x")
    Path(os.fsdecode(os.fsencode(folder) + b"/god\xff.txt")).write_text(prose(20), encoding="utf-8")
    return 7
