"""Who gets the page and the socket, and what else a browser is answered.

Whoever listens on a port of this machine can be reached by every page in the user's browser, and by other users of the
machine. So nothing is given without the word that was printed at the start: the page asks for it in its address and hands
it on as a cookie, which scripts do not see and other pages cannot make the browser send. What names another host has come
by way of a forged name, and what names another origin comes from another page.
"""

from __future__ import annotations

import hmac
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from gxlint.web.page import closed_door, page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gxlint.web.assets import Asset
    from gxlint.web.page import Here

HOST = "127.0.0.1"
USUAL_PORT = 17329
"""Tried first: what a browser keeps, it keeps for a port."""
SOCKET = "/socket"
_HOSTS = (HOST, "localhost")
_ASSETS = "/assets/"
_HTML = "text/html; charset=utf-8"
_TEXT = "text/plain; charset=utf-8"
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # the editor places its lines by styles of their own
        "img-src 'self' data:",
        "font-src 'self'",
        "worker-src 'self'",
        "connect-src 'self' {sockets}",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)


class Answer:
    """What a browser is sent.

    Attributes:
        status: of HTTP.
        headers: names and values.
        body: the bytes, which may be none.
    """

    def __init__(self, status: HTTPStatus, body: bytes = b"", type: str = _TEXT, **more: str) -> None:
        self.status, self.body = status, body
        self.headers = {
            "Content-Type": type,
            "Content-Length": str(len(body)),
            "Cache-Control": "no-store",
            "Connection": "close",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            **{name.replace("_", "-"): value for name, value in more.items()},
        }


class Site:
    """The page and its parts, for those who know the word."""

    def __init__(self, token: str, parts: Mapping[str, Asset], here: Here) -> None:
        """Nobody has come yet.

        Args:
            token: the word.
            parts: what the page is made of, by name.
            here: what the page is told.
        """
        self._token, self._parts, self._here = token, parts, here

    def address(self, port: int) -> str:
        """Where the page is to be had, word included."""
        return f"http://{HOST}:{port}/?token={self._token}"

    def answer(self, port: int, method: str, target: str, headers: Mapping[str, str]) -> Answer | None:
        """What a request gets; none for one that may have the socket.

        Args:
            port: where it has come in.
            method: of the request.
            target: its path and query.
            headers: its headers; looked up by any spelling.
        """
        if headers.get("Host", "") not in [f"{host}:{port}" for host in _HOSTS]:
            return Answer(HTTPStatus.MISDIRECTED_REQUEST)
        if method != "GET":
            return Answer(HTTPStatus.METHOD_NOT_ALLOWED, Allow="GET")
        try:
            split = urlsplit(target)
        except ValueError:
            return Answer(HTTPStatus.BAD_REQUEST)
        known = self._is_known(port, headers.get("Cookie", ""))
        if split.path == "/":
            asked = parse_qs(split.query).get("token", [""])
            return self._page(port) if known or self._is_token(asked[0]) else self._refused()
        if not known:
            return self._refused()
        if split.path == SOCKET:
            return None if _is_own(headers.get("Origin"), port) else self._refused()
        return self._part(split.path)

    def _page(self, port: int) -> Answer:
        sockets = " ".join(f"ws://{host}:{port}" for host in _HOSTS)
        return Answer(
            HTTPStatus.OK,
            page(self._here).encode(),
            _HTML,
            Content_Security_Policy=_POLICY.format(sockets=sockets),
            Set_Cookie=f"{_cookie(port)}={self._token}; Path=/; HttpOnly; SameSite=Strict",
        )

    def _part(self, path: str) -> Answer:
        part = self._parts.get(path.removeprefix(_ASSETS)) if path.startswith(_ASSETS) else None
        if part is None:
            return Answer(HTTPStatus.NOT_FOUND)
        try:
            with open(part.path, "rb") as file:
                return Answer(HTTPStatus.OK, file.read(), part.type)
        except OSError:
            return Answer(HTTPStatus.NOT_FOUND)

    def _refused(self) -> Answer:
        text = closed_door(self._here.lang).encode()
        return Answer(HTTPStatus.FORBIDDEN, text, _HTML, Content_Security_Policy="default-src 'none'")

    def _is_known(self, port: int, cookies: str) -> bool:
        pairs = (pair.strip().partition("=") for pair in cookies.split(";"))
        return any(self._is_token(value) for name, _, value in pairs if name == _cookie(port))

    def _is_token(self, word: str) -> bool:
        return hmac.compare_digest(word.encode("utf-8", "replace"), self._token.encode())


def _cookie(port: int) -> str:
    """Its name: browsers keep one jar for all ports of a host."""
    return f"gxlint-{port}"


def _is_own(origin: str | None, port: int) -> bool:
    """Whether a socket is asked for by the page. Browsers always say who asks, and nobody else has a business here."""
    return origin in [f"http://{host}:{port}" for host in _HOSTS]
