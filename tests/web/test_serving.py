"""The page and its socket over real connections."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
import subprocess
import sys
from contextlib import asynccontextmanager, suppress
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from gxlint.lsp.settings import ServerSettings
from gxlint.lsp.worker import Worker
from gxlint.web import serving
from gxlint.web.assets import Asset
from gxlint.web.page import Here
from gxlint.web.site import Site
from tests.cli.running import gxlint

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

TOKEN = "a-word"
LARGE = b"x" * 6_000_000
_PATIENCE = 30


@asynccontextmanager
async def served(folder: Path, port: int | None = 0) -> AsyncIterator[tuple[int, bool]]:
    """A running site; its port, and whether that was wished for."""
    (folder / "main.js").write_bytes(LARGE)
    site = Site(TOKEN, {"main.js": Asset(str(folder / "main.js"), "text/javascript")}, Here("zh", ""))
    worker = Worker()
    thread = Thread(target=worker.run)
    thread.start()
    begun: asyncio.Future[tuple[str, bool]] = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(
        serving.talk(site, worker, ServerSettings(), port, lambda *told: begun.set_result(told))
    )
    try:
        waiting: list[asyncio.Future[Any]] = [begun, task]
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            task.result()
        address, wished = begun.result()
        assert address.endswith(f"/?token={TOKEN}")
        yield int(address.split("/")[2].rpartition(":")[2]), wished
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError, OSError):
            await task
        worker.finish()
        thread.join()


async def said(port: int, *lines: str, pause: float = 0, body: bytes = b"") -> tuple[int, bytes, bytes]:
    """Status, headers and body of what a request gets; no status where nobody answers."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write("\r\n".join((*lines, "", "")).encode() + body)
    await writer.drain()
    await asyncio.sleep(pause)
    answer = await asyncio.wait_for(reader.read(), _PATIENCE)
    writer.close()
    head, _, rest = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]) if head else 0, head, rest


def run(work: Any) -> None:
    asyncio.run(work)


def test_page_parts_and_refusals(tmp_path: Path) -> None:
    async def work() -> None:
        async with served(tmp_path) as (port, _):
            host, cookie = f"Host: 127.0.0.1:{port}", f"Cookie: gxlint-{port}={TOKEN}"
            status, head, body = await said(port, f"GET /?token={TOKEN} HTTP/1.1", host)
            assert status == 200
            assert b"<!DOCTYPE html>" in body
            assert f"set-cookie: gxlint-{port}={TOKEN};".encode() in head.lower()
            assert b"server:" not in head.lower()
            # A browser that is slow to take it gets all of it.
            status, _, body = await said(port, "GET /assets/main.js HTTP/1.1", host, cookie, pause=0.5)
            assert (status, len(body)) == (200, len(LARGE))
            for line, headers, expected in (
                ("GET / HTTP/1.1", [host], 403),
                ("GET /assets/main.js HTTP/1.1", [host], 403),
                ("GET /socket HTTP/1.1", [host], 403),
                ("GET /assets/../main.js HTTP/1.1", [host, cookie], 404),
                ("GET / HTTP/1.1", ["Host: example.org", cookie], 421),
                ("GET / HTTP/1.1", [cookie], 421),
                ("HEAD / HTTP/1.1", [host, cookie], 405),
                ("POST / HTTP/1.1", [host, cookie, "Content-Length: 0"], 405),
            ):
                assert (await said(port, line, *headers))[0] == expected, line
            posted = await said(port, "POST / HTTP/1.1", host, cookie, "Content-Length: 3", body=b"abc")
            assert posted[0] in (0, 400, 405, 413)  # as it pleases websockets
            assert posted[2] == b""

    run(work())


def test_the_socket(tmp_path: Path) -> None:
    from websockets.asyncio.client import connect
    from websockets.exceptions import InvalidStatus

    async def work() -> None:
        async with served(tmp_path) as (port, _):
            address, cookie = f"ws://127.0.0.1:{port}/socket", {"Cookie": f"gxlint-{port}={TOKEN}"}
            own: Any = f"http://127.0.0.1:{port}"
            foreign: Any = "https://example.org"
            for origin, headers in ((own, {}), (foreign, cookie), (None, cookie)):
                with pytest.raises(InvalidStatus) as refused:
                    await connect(address, origin=origin, additional_headers=headers)
                assert refused.value.response.status_code == 403
            for _ in range(2):  # a page that is opened again is a new client
                async with connect(address, origin=own, additional_headers=cookie) as client:
                    params: dict[str, Any] = {"capabilities": {}, "processId": None}
                    await client.send(message(1, "initialize", params))
                    answer = json.loads(await client.recv())
                    assert answer["result"]["serverInfo"]["name"] == "gxlint"
                    await client.send(message(2, "gxlint/blankReport", {"organisation": "", "year": 2024}))
                    while json.loads(heard := await client.recv()).get("id") != 2:
                        pass
                    assert "2024年政府信息公开工作年度报告" in json.loads(heard)["result"]["text"]
                    await client.send(message(3, "shutdown", None))
                    await client.send(json.dumps({"jsonrpc": "2.0", "method": "exit"}))

    run(work())


def test_a_usual_port_that_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def work(taken: int) -> None:
        async with served(tmp_path, None) as (port, wished):
            assert (port != taken, wished) == (True, False)
        with pytest.raises(OSError):
            async with served(tmp_path, taken):
                pass

    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setattr(serving, "USUAL_PORT", server.getsockname()[1])
        run(work(server.getsockname()[1]))


def test_a_checkout_without_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gxlint.web.assets.assets", dict)
    ran = gxlint(monkeypatch, "web")
    assert ran.code == 2
    assert "cd editors/web && npm ci && npm run build" in ran.err


@pytest.mark.parametrize("words", [("--port", "x"), ("--port", "70000"), ("more",)])
def test_wrong_usage(monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]) -> None:
    assert gxlint(monkeypatch, "web", *words).code == 2


def test_the_process_ends_when_the_user_wants_it(tmp_path: Path) -> None:
    (tmp_path / "main.js").touch()
    script = (
        "import sys, gxlint.web.assets as parts; from gxlint.cli.main import main;"
        f"parts.assets = lambda: {{'main.js': parts.Asset({str(tmp_path / 'main.js')!r}, 'text/javascript')}};"
        "sys.exit(main(['web', '--no-browser', '--port', '0']))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert "http://127.0.0.1:" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        told, complained = process.communicate(timeout=_PATIENCE)
    assert process.returncode == 0
    assert "已停止" in told
    assert complained == ""


def message(number: int, method: str, params: object) -> str:
    return json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
