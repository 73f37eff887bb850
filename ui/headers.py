"""What every response carries: the browser fetches nothing from elsewhere, pages are Danish, and other sites'
pages can't send anything in."""

from __future__ import annotations

import re

from starlette.datastructures import Headers as RequestHeaders
from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

STRICT = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'self'"
)
GRADIO = (  # Gradio builds its page with inline scripts and styles
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "media-src 'self' data: blob:; worker-src 'self' blob:; connect-src 'self' data: blob:; "
    "frame-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
OWN_PAGES = ("/laes", "/sidebillede", "/ansvar.csv", "/ansvar.xlsx", "/statisk")

_LANGUAGE = re.compile(rb"(<html\s[^>]*?)lang=\"[a-z-]+\"", re.S)
_SOCIAL = re.compile(rb"<meta\s+(?:property=\"og:|name=\"twitter:)[^>]*>\s*", re.S)


class Headers:
    """ASGI middleware: security headers on every response, ``lang="da"`` in Gradio's page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; only the head of the response and Gradio's front page are changed."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if _from_elsewhere(scope):
            await PlainTextResponse("Handlingen kan kun sendes fra Ressorts egne sider.", 403)(scope, receive, send)
            return
        own = scope["path"].startswith(OWN_PAGES)
        page = _FrontPage() if scope["path"] == "/" else None

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _secure(MutableHeaders(scope=message), STRICT if own else GRADIO)
            for ready in page.take(message) if page else [message]:
                await send(ready)

        await self.app(scope, receive, with_headers)


def _from_elsewhere(scope: Scope) -> bool:
    """True where another site's page makes the browser send something that could change the library."""
    site = RequestHeaders(scope=scope).get("sec-fetch-site", "same-origin")
    return scope["method"] not in ("GET", "HEAD", "OPTIONS") and site not in ("same-origin", "none")


def _secure(headers: MutableHeaders, policy: str) -> None:
    headers["Content-Security-Policy"] = policy
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    headers["X-Frame-Options"] = "SAMEORIGIN"


class _FrontPage:
    """Holds the front page back until it is whole, then sends it with its language set."""

    def __init__(self) -> None:
        self.start: Message = {}
        self.body = b""

    def take(self, message: Message) -> list[Message]:
        if message["type"] == "http.response.start":
            self.start = message
            return []
        if message["type"] != "http.response.body":
            return [message]
        self.body += message.get("body", b"")
        if message.get("more_body"):
            return []
        headers = MutableHeaders(scope=self.start)
        if headers.get("content-type", "").startswith("text/html"):
            self.body = danish(self.body)
            headers["Content-Length"] = str(len(self.body))
        return [self.start, {"type": "http.response.body", "body": self.body}]


def danish(html: bytes) -> bytes:
    """Gradio's page with Danish as its language and without addresses of other sites in its head."""
    return _SOCIAL.sub(b"", _LANGUAGE.sub(rb'\1lang="da"', html, count=1))
