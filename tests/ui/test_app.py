"""The application's addresses: what they answer, what they refuse, what they tell the browser."""

from __future__ import annotations

import re
import socket
import threading
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import app
from core.errors import UsageError
from core.settings import Settings
from tests.ui.fakes import EVIL, PAGE_ONE, FakeKnowledgeBase
from ui.headers import danish

MINUTES = {"dokument": "b" * 16}


def test_the_front_page_is_danish_and_names_no_other_site(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert re.search(r"<html\s+lang=\"da\"", page.text)
    head = page.text.split("<script", 1)[0]
    assert "http" not in head.replace(str(client.base_url), "")
    assert "default-src 'self'" in page.headers["content-security-policy"]


def test_nothing_written_by_us_points_outside(client: TestClient) -> None:
    for path in (
        "/statisk/faelles.css",
        "/statisk/app.css",
        "/statisk/laes.css",
        "/statisk/app.js",
        "/laes?dokument=" + "a" * 16,
    ):
        text = client.get(path).text
        assert not re.search(r"""https?:|["'(]\s*//""", text)


def test_fastapis_own_pages_are_off(client: TestClient) -> None:
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert "swagger" not in client.get(path).text.lower()
        assert "cdn" not in client.get(path).text.lower()


def test_the_language_is_set_whatever_gradio_says() -> None:
    page = b'<!doctype html>\n<html\n\tlang="en"\n\tstyle="x">\n<meta property="og:url" content="https://a" />'
    assert danish(page) == b'<!doctype html>\n<html\n\tlang="da"\n\tstyle="x">\n'


def test_the_reader_shows_the_place_with_its_words_marked(client: TestClient) -> None:
    start = PAGE_ONE.index("Ansvaret")
    page = client.get("/laes", params={"dokument": "a" * 16, "start": start, "slut": start + 8})
    assert '<mark id="maerke">Ansvaret</mark>' in page.text
    assert 'rect class="markeret"' in page.text
    assert 'src="/sidebillede?dokument=' in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]


@pytest.mark.parametrize("view", ["renset", "rettelser", "modtaget"])
def test_planted_markup_is_text_in_the_reader(client: TestClient, view: str) -> None:
    page = client.get("/laes", params=MINUTES | {"visning": view}).text
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


def test_corrections_are_shown_and_unsure_ones_stand_out(client: TestClient) -> None:
    page = client.get("/laes", params=MINUTES | {"visning": "rettelser"}).text
    assert "<del>moede</del>" in page
    assert 'class="usikker"' in page
    assert "3 rettelser i teksten, heraf 1 usikker<" in page


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("dokument=findes-ikke", 404),
        ("", 422),
        ("dokument=" + "a" * 16 + "&start=x", 422),
        ("dokument=" + "a" * 16 + "&side=0", 422),
        ("dokument=" + "a" * 16 + "&start=9999999&slut=99999999", 200),
        ("dokument=" + "a" * 16 + "&start=50&slut=3", 200),
    ],
)
def test_odd_addresses_get_a_danish_page(client: TestClient, query: str, status: int) -> None:
    page = client.get(f"/laes?{query}")
    assert page.status_code == status
    assert '<html lang="da">' in page.text
    assert "Traceback" not in page.text


def test_an_unforeseen_error_shows_a_code_and_no_traceback(client: TestClient, kb: FakeKnowledgeBase) -> None:
    def broken(*_: object) -> bytes:
        raise RuntimeError("hemmelig sti")

    kb.page_image = broken  # type: ignore[method-assign, assignment]
    page = client.get("/sidebillede", params={"dokument": "a" * 16, "side": 1})
    assert page.status_code == 500
    assert "hemmelig" not in page.text
    assert re.search(r"koden [0-9a-f]{6}", page.text)


def test_page_images_are_png_or_a_danish_404(client: TestClient) -> None:
    good = client.get("/sidebillede", params={"dokument": "a" * 16, "side": 1})
    assert good.headers["content-type"] == "image/png"
    assert good.content.startswith(b"\x89PNG")
    missing = client.get("/sidebillede", params={"dokument": "a" * 16, "side": 9})
    assert missing.status_code == 404
    assert "Siden findes ikke." in missing.text


def test_the_register_is_a_file_for_a_danish_spreadsheet(client: TestClient) -> None:
    file = client.get("/ansvar.csv")
    text = file.content.decode("utf-8-sig")
    lines = text.splitlines()
    assert lines[0].startswith("Opgave;Område;Fra;Til;")
    assert lines[1].startswith("legepladser;Byens rum;Havneudvalget;Parkudvalget;")
    assert lines[2].startswith("'=2+2;")  # no formula
    assert "attachment" in file.headers["content-disposition"]


def test_the_registers_filters_reach_the_file(client: TestClient) -> None:
    assert len(client.get("/ansvar.csv?opgave=lege").text.splitlines()) == 2
    assert client.get("/ansvar.csv?dato=i+morgen").status_code == 404
    assert len(client.get("/ansvar.csv?opgave=findes+ikke").text.splitlines()) == 1
    assert client.get("/ansvar.xlsx").content.startswith(b"PK")


def test_no_gradio_event_can_be_called_by_name(client: TestClient) -> None:
    info = client.get("/gradio_api/info").json()
    assert info["named_endpoints"] == {}


def test_files_outside_the_uploads_cannot_be_read(client: TestClient) -> None:
    for path in ("/gradio_api/file=/etc/passwd", "/statisk/../app.py", "/statisk/%2e%2e/format.py"):
        assert client.get(path).status_code in (403, 404)


def test_names_are_escaped_in_titles(client: TestClient) -> None:
    page = client.get("/laes", params=MINUTES).text
    assert EVIL not in page
    assert "<b onmouseover" not in page


def test_a_place_in_a_table_is_the_links_target_in_the_table(client: TestClient, kb: FakeKnowledgeBase) -> None:
    start = kb.document("c" * 16).received.index("140")
    page = client.get("/laes", params={"dokument": "c" * 16, "start": start, "slut": start + 3}).text
    assert page.count('id="maerke"') == 1
    assert '<td><mark id="maerke">140</mark></td>' in page


@pytest.mark.parametrize(
    ("site", "status"), [("cross-site", 403), ("same-site", 403), ("same-origin", 422), ("none", 422)]
)
def test_other_sites_cannot_send_anything_in(client: TestClient, site: str, status: int) -> None:
    sent = client.post("/gradio_api/queue/join", headers={"Sec-Fetch-Site": site}, json={})
    assert sent.status_code == status
    assert client.get("/laes?dokument=" + "a" * 16, headers={"Sec-Fetch-Site": site}).status_code == 200


@pytest.mark.parametrize("host", ["127.0.0.1", "findes-ikke.invalid"])
def test_an_address_in_use_is_told_in_danish_before_anything_is_opened(tmp_path: Path, host: str) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        settings = Settings(home=tmp_path / "hjem", host=host, port=held.getsockname()[1])
        with pytest.raises(UsageError, match="kan ikke bruges") as caught:
            app.serve(settings)
    assert "RESSORT_PORT" in caught.value.for_user()
    assert not (tmp_path / "hjem").exists()


def test_the_server_calls_nobody(kb: FakeKnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[object] = []
    real = socket.getaddrinfo

    def asked(host: object, *rest: object, **named: object) -> object:
        called.append(host)
        return real(host, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", asked)
    monkeypatch.setattr(socket.socket, "connect", lambda _self, address: called.append(address))
    with TestClient(app.create_app(kb)) as client:  # type: ignore[arg-type]
        assert client.get("/").status_code == 200
        assert client.get("/config").json()["analytics_enabled"] is False
    for thread in threading.enumerate():  # analytics would run on a thread of its own
        if thread.name.startswith("Thread-") and thread is not threading.current_thread():
            thread.join(0.2)
    assert called == []
