"""The web application: FastAPI with the Gradio page mounted at its root."""

from __future__ import annotations

import logging
import os
import socket
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

import gradio as gr
import uvicorn
from fastapi import FastAPI

from core.errors import RessortError, UsageError
from core.settings import Settings
from ui import errors, headers, i18n, main_page, routes, theme
from ui.desk import Desk

if TYPE_CHECKING:
    from pipeline import KnowledgeBase

log = logging.getLogger(__name__)


def create_app(kb: KnowledgeBase) -> FastAPI:
    """The application over an open knowledge base. Nothing in it fetches from other sites: FastAPI's own
    documentation pages, which load scripts from one, are off."""
    uploads = kb.settings.home / "uploads"
    uploads.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.environ["GRADIO_TEMP_DIR"] = str(uploads.resolve())  # where Gradio keeps files until they are taken in
    app = FastAPI(title="Ressort", docs_url=None, redoc_url=None, openapi_url=None)
    errors.install(app)
    routes.install(app, kb)
    gr.mount_gradio_app(
        app,
        main_page.build(Desk(kb)),
        path="/",
        footer_links=[],
        run_history=False,
        show_error=True,
        max_file_size=f"{kb.settings.max_file_mb}mb",
        ssr_mode=False,
        pwa=False,
        i18n=i18n.danish(),
        theme=theme.theme(),
        head=theme.HEAD,
        enable_monitoring=False,
        mcp_server=False,
    )
    app.add_middleware(headers.Headers)
    return app


def _check_address(settings: Settings) -> None:
    """Find out before the library is opened; uvicorn itself would end the program in English."""
    try:
        family = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((settings.host, settings.port))
    except (OSError, OverflowError) as error:
        raise UsageError(
            f"Adressen {settings.host}:{settings.port} kan ikke bruges; porten er måske optaget.",
            remedy="Vælg en anden med --port eller RESSORT_PORT.",
        ) from error


def _warm(kb: KnowledgeBase) -> None:
    """Load models and register while the first user still types."""
    try:
        kb.warm()
    except RessortError as error:
        log.warning("%s", error.for_user())


def serve(settings: Settings, announce: Callable[[], None] = lambda: None) -> None:
    """Open the library and answer on settings.host and settings.port until interrupted. announce: called once the
    address is found free.

    Raises UsageError where the address can't be used."""
    from pipeline import KnowledgeBase

    _check_address(settings)
    announce()
    kb = KnowledgeBase.open(settings)
    threading.Thread(target=_warm, args=(kb,), name="ressort-warm", daemon=True).start()
    try:
        uvicorn.run(create_app(kb), host=settings.host, port=settings.port, log_level="warning")
    finally:
        kb.close()
