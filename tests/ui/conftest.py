"""The application over the fake knowledge base: in process for quick tests, on a port for the browser."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from fastapi.testclient import TestClient

import app
from tests.ui.fakes import FakeKnowledgeBase


@pytest.fixture
def kb(tmp_path: Path) -> FakeKnowledgeBase:
    return FakeKnowledgeBase(tmp_path)


@pytest.fixture
def client(kb: FakeKnowledgeBase) -> Iterator[TestClient]:
    with TestClient(app.create_app(kb), raise_server_exceptions=False) as found:  # type: ignore[arg-type]
        yield found


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[str, FakeKnowledgeBase]]:
    """(address, knowledge base) of a running application."""
    base = FakeKnowledgeBase(tmp_path, pause=0.3)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = uvicorn.Config(app.create_app(base), port=port, log_level="error")  # type: ignore[arg-type]
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}", base
    server.should_exit = True
    thread.join(10)
