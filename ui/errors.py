"""The one place where an error meets a user: a Danish message, never a traceback."""

from __future__ import annotations

import functools
import inspect
import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import gradio as gr
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, Response
from markupsafe import escape
from starlette.exceptions import HTTPException

from core.errors import RessortError, UsageError
from ui.render import render
from ui.texts import UNEXPECTED

T = TypeVar("T")
log = logging.getLogger(__name__)

STATUS_TEXTS = {
    404: "Siden findes ikke.",
    405: "Den handling findes ikke på denne adresse.",
    413: "Det sendte er for stort.",
}


def unexpected(error: BaseException) -> str:
    """Log an error nobody foresaw under a short code and return the Danish message that names the code."""
    code = secrets.token_hex(3)
    log.error("unexpected error %s", code, exc_info=error)
    return UNEXPECTED.format(code=code)


def message(error: Exception) -> str:
    """What the user is told of an error: its own Danish words, or a code for one nobody foresaw."""
    return error.for_user() if isinstance(error, RessortError) else unexpected(error)


def attempt(work: Callable[[], T]) -> tuple[T | None, str]:
    """(result, "") or (None, Danish message), for views that show an error in their own place."""
    try:
        return work(), ""
    except Exception as error:
        log.debug("shown to the user", exc_info=True)
        return None, message(error)


def _notice(error: Exception) -> gr.Error:
    """Gradio shows messages as HTML: escape what may come from a file's name."""
    words = str(escape(message(error)))
    return gr.Error(words, title="Det lykkedes ikke", duration=None, print_exception=False)


@contextmanager
def _notices() -> Iterator[None]:
    try:
        yield
    except Exception as error:
        log.debug("shown to the user", exc_info=True)
        raise _notice(error) from None


def guarded(handler: Callable[..., Any]) -> Callable[..., Any]:
    """A Gradio handler (function or generator) whose errors reach the user as one Danish notice."""
    if inspect.isgeneratorfunction(handler):

        @functools.wraps(handler)
        def stream(*args: Any, **kwargs: Any) -> Iterator[Any]:
            with _notices():
                yield from handler(*args, **kwargs)

        return stream

    @functools.wraps(handler)
    def call(*args: Any, **kwargs: Any) -> Any:
        with _notices():
            return handler(*args, **kwargs)

    return call


def page(status: int, title: str, message: str) -> HTMLResponse:
    """A plain Danish page for a status code."""
    return HTMLResponse(render("message.html", title=title, message=message), status_code=status)


def install(app: FastAPI) -> None:
    """Answer every error of the application's own routes with a Danish page."""

    @app.exception_handler(RessortError)
    def known(request: Request, error: RessortError) -> Response:
        return page(404 if isinstance(error, UsageError) else 503, "Det lykkedes ikke", error.for_user())

    @app.exception_handler(HTTPException)
    def http(request: Request, error: HTTPException) -> Response:
        words = STATUS_TEXTS.get(error.status_code, "Det kan ikke vises.")
        return page(error.status_code, "Det lykkedes ikke", words)

    @app.exception_handler(RequestValidationError)
    def malformed(request: Request, error: RequestValidationError) -> Response:
        return page(422, "Adressen er ikke rigtig", "Brug et link fra Ressort, eller gå til forsiden.")

    @app.exception_handler(Exception)
    def other(request: Request, error: Exception) -> Response:
        return page(500, "Der skete en fejl", unexpected(error))
