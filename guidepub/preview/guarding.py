"""Access to the server: only by the author's own browser, under the server's own name.

Requests under a name that an attacker binds to this machine (DNS rebinding) are refused, and so
are those from pages of another origin. The headers of each response forbid what it does not need.
"""

from __future__ import annotations

import ipaddress

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)
"""The Content Security Policy (Level 3) of all responses but the documents of books."""

BOOK_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self';"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin"
)
"""The Content Security Policy of a book's documents: any styles, but no scripts."""

_HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-DNS-Prefetch-Control", "off"),
)
_LOCAL = ("127.0.0.1", "localhost", "[::1]")
_ANY = ("0.0.0.0", "::")  # noqa: S104 - only compared with


class Guard:
    """An application wrapped so that foreign requests are refused and security headers added."""

    def __init__(self, app: ASGIApp, host: str, port: int) -> None:
        self._app = app
        self._any = host in _ANY
        names = {*_LOCAL, f"[{host}]" if ":" in host else host}
        self._hosts = {f"{name}:{port}" for name in names}
        if port == 80:
            self._hosts |= names
        self._port = port

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope.get("method", "GET"), headers)
        guarded = _guarded(send, headers.get("host", ""))
        if refusal and scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008, "reason": refusal})
        elif refusal:
            await PlainTextResponse(refusal, 403)(scope, receive, guarded)
        else:
            await self._app(scope, receive, guarded)

    def _refusal(self, method: str, headers: Headers) -> str:
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self._is_own(hosts[0]):
            return "This server only answers requests for its own name."
        if method not in ("GET", "HEAD"):
            return "This server is read-only."
        origin = headers.get("origin")
        if origin is not None and origin not in (f"http://{hosts[0]}",):
            return "This server only answers requests from its own pages."
        site = headers.get("sec-fetch-site", "none")
        # A link on another site may open the preview, but that site may load nothing from it.
        opened = headers.get("sec-fetch-mode") == "navigate"
        opened &= headers.get("sec-fetch-dest") == "document"
        if site not in ("none", "same-origin") and not opened:
            return "This server only answers requests from its own pages."
        return ""

    def _is_own(self, host: str) -> bool:
        if host.lower() in self._hosts:
            return True
        if not self._any:
            return False
        # If the server is open to the network, IP addresses are allowed: they cannot be rebound.
        name, _, port = host.rpartition(":")
        try:
            ipaddress.ip_address(name.strip("[]"))
        except ValueError:
            return False
        return port == str(self._port)


def _guarded(send: Send, host: str) -> Send:
    # Not every browser counts the page's own WebSocket as its own origin.
    policy = PAGE_POLICY.replace("connect-src 'self'", f"connect-src 'self' ws://{host}")

    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.setdefault("Content-Security-Policy", policy)
            headers.setdefault("Cache-Control", "no-store")
            for name, value in _HEADERS:
                headers[name] = value
        await send(message)

    return guarded


def warning_for(host: str) -> str:
    """Return a warning about listening on an address, or "" if only this machine can reach it."""
    try:
        local = ipaddress.ip_address(host).is_loopback
    except ValueError:
        local = host == "localhost"
    if local:
        return ""
    return f"Everybody who can reach {host} can read this catalogue while the preview runs. Omit --host to restrict it to this machine."
