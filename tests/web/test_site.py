"""Who gets the page and the socket. Asked directly; the same over real connections is in test_serving."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gxlint.web.assets import assets
from gxlint.web.page import Here
from gxlint.web.site import SOCKET, Answer, Site

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = "a-word"
PORT = 17329
HOST = {"Host": f"127.0.0.1:{PORT}"}
COOKIE = {"Cookie": f"other=1; gxlint-{PORT}={TOKEN}"}
KNOWN = {**HOST, **COOKIE}
OWN = {"Origin": f"http://127.0.0.1:{PORT}"}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    built = tmp_path / "assets"
    built.mkdir()
    for name in ("main.js", "main.css", "codicon.ttf", "secret.pem"):
        (built / name).write_text(name, encoding="utf-8")
    (tmp_path / "outside.js").write_text("outside", encoding="utf-8")
    return Site(TOKEN, assets(str(built)), Here("zh", "file:///w/%22%3E<b>"))


def refused(answer: Answer | None, status: int) -> Answer:
    assert answer is not None
    assert answer.status == status
    assert TOKEN not in answer.body.decode()
    assert "Set-Cookie" not in answer.headers
    return answer


@pytest.mark.parametrize("host", [HOST, {"Host": f"localhost:{PORT}"}])
def test_the_page_for_the_word(site: Site, host: dict[str, str]) -> None:
    answer = site.answer(PORT, "GET", f"/?token={TOKEN}", host)
    assert answer is not None
    assert answer.status == 200
    cookie = answer.headers["Set-Cookie"]
    assert cookie == f"gxlint-{PORT}={TOKEN}; Path=/; HttpOnly; SameSite=Strict"
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; ")
    assert f"connect-src 'self' ws://127.0.0.1:{PORT} ws://localhost:{PORT};" in policy
    text = answer.body.decode()
    assert TOKEN not in text
    assert "<b>" not in text
    assert 'data-lang="zh"' in text


def test_the_page_for_who_has_been_there(site: Site) -> None:
    answer = site.answer(PORT, "GET", "/", KNOWN)
    assert answer is not None
    assert answer.status == 200


@pytest.mark.parametrize("target", ["/", "/?token=", "/?token=an-other", f"/?Token={TOKEN}", f"/?x={TOKEN}"])
def test_a_wrong_word(site: Site, target: str) -> None:
    answer = refused(site.answer(PORT, "GET", target, HOST), 403)
    assert "终端里打印的网址" in answer.body.decode()
    assert "<script" not in answer.body.decode()


def test_a_word_that_is_no_ascii(site: Site) -> None:
    refused(site.answer(PORT, "GET", "/?token=%F0%A0%AE%B7%ED%A0%80", HOST), 403)


@pytest.mark.parametrize(
    "cookie",
    ["", TOKEN, f"gxlint-{PORT}=", f"gxlint-{PORT}=x", f"gxlint-1={TOKEN}", f"agxlint-{PORT}={TOKEN}"],
)
@pytest.mark.parametrize("target", ["/", "/assets/main.js", SOCKET])
def test_a_wrong_cookie(site: Site, target: str, cookie: str) -> None:
    refused(site.answer(PORT, "GET", target, {**HOST, **OWN, "Cookie": cookie}), 403)


@pytest.mark.parametrize(
    "host", [None, "", "example.org", f"example.org:{PORT}", "127.0.0.1", "127.0.0.1:1", f"127.0.0.1.:{PORT}"]
)
@pytest.mark.parametrize("target", [f"/?token={TOKEN}", "/assets/main.js", SOCKET])
def test_a_foreign_host(site: Site, target: str, host: str | None) -> None:
    headers = {**COOKIE, **OWN, **({"Host": host} if host is not None else {})}
    assert refused(site.answer(PORT, "GET", target, headers), 421).body == b""


def test_the_socket_for_the_page(site: Site) -> None:
    assert site.answer(PORT, "GET", SOCKET, {**KNOWN, **OWN}) is None


@pytest.mark.parametrize(
    "origin", [None, "null", "https://example.org", "http://127.0.0.1:1", f"https://127.0.0.1:{PORT}"]
)
def test_the_socket_for_another_page(site: Site, origin: str | None) -> None:
    more = {"Origin": origin} if origin is not None else {}
    refused(site.answer(PORT, "GET", SOCKET, {**KNOWN, **more}), 403)


@pytest.mark.parametrize("method", ["POST", "HEAD", "PUT", "OPTIONS"])
@pytest.mark.parametrize("target", [f"/?token={TOKEN}", "/assets/main.js", SOCKET])
def test_other_methods(site: Site, target: str, method: str) -> None:
    answer = refused(site.answer(PORT, method, target, {**KNOWN, **OWN}), 405)
    assert answer.headers["Allow"] == "GET"
    assert answer.body == b""


@pytest.mark.parametrize(
    ("name", "kind"), [("main.js", "text/javascript"), ("main.css", "text/css"), ("codicon.ttf", "font/ttf")]
)
def test_the_parts(site: Site, name: str, kind: str) -> None:
    answer = site.answer(PORT, "GET", f"/assets/{name}", KNOWN)
    assert answer is not None
    assert (answer.status, answer.body) == (200, name.encode())
    assert answer.headers["Content-Type"].startswith(kind)
    for header, value in {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
        "Cross-Origin-Resource-Policy": "same-origin",
    }.items():
        assert answer.headers[header] == value


@pytest.mark.parametrize(
    "target",
    [
        "/assets/",
        "/assets/../outside.js",
        "/assets/%2e%2e/outside.js",
        "/assets/..%2foutside.js",
        "/assets//etc/passwd",
        "/assets/main.js/",
        "/assets/secret.pem",
        "/main.js",
        "/../assets/main.js",
        "//assets/main.js",
        "/socket/",
        "*",
    ],
)
def test_nothing_else(site: Site, target: str) -> None:
    answer = site.answer(PORT, "GET", target, {**KNOWN, **OWN})
    assert answer is not None
    assert (answer.status, answer.body) == (404, b"")


def test_a_part_that_has_gone(site: Site, tmp_path: Path) -> None:
    (tmp_path / "assets" / "main.css").unlink()
    refused(site.answer(PORT, "GET", "/assets/main.css", KNOWN), 404)


def test_a_target_that_is_none(site: Site) -> None:
    refused(site.answer(PORT, "GET", "http://[", KNOWN), 400)


def test_a_page_that_has_not_been_built(tmp_path: Path) -> None:
    assert assets(str(tmp_path / "nowhere")) == {}
    (tmp_path / "main.css").touch()
    assert assets(str(tmp_path)) == {}
