"""How the process begins and ends: transports, exit codes, streams that break off, a document that is far too large."""

from __future__ import annotations

import asyncio
import json
import re
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.running import gxlint
from tests.lsp.bench import WRONG_TOTAL, changed_text, codes
from tests.lsp.capabilities import EMACS
from tests.lsp.raw import COMMAND, RawClient, frame

if TYPE_CHECKING:
    from pathlib import Path

URI = "untitled:a.gxr.md"
FAULTY = changed_text(WRONG_TOTAL)
SILENCE = 30.0


def test_a_conversation_from_beginning_to_end(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    with RawClient("--stdio", "--log-file", str(log), "--verbose") as client:
        assert client.ask("textDocument/codeAction")["error"]["code"] == -32002
        assert client.initialize(EMACS)["result"]["serverInfo"]["name"] == "gxlint"
        client.write(b"Content-Length: 3\r\n\r\n{{{")
        assert client.ask("gxlint/nonsense")["error"]["code"] == -32601
        client.open(URI, FAULTY)
        assert codes(client.until_published(URI, 1)) == ["CN305"]
        assert client.end() == 0
        assert client.process.stderr is not None
        assert client.process.stderr.read() == b""
    assert "publishDiagnostics" in log.read_text(encoding="utf-8")


def test_an_end_without_farewell() -> None:
    with RawClient() as client:
        client.initialize()
        client.notify("exit")
        assert client.process.wait(SILENCE) == 1


@pytest.mark.parametrize("rest", [b"", b"Content-Le", b'Content-Length: 100\r\n\r\n{"jsonrpc"'])
def test_a_client_that_is_gone(rest: bytes) -> None:
    with RawClient() as client:
        client.write(
            frame({"id": 1, "method": "initialize", "params": {"capabilities": {}, "processId": None}})
        )
        client.write(rest)
        assert client.process.stdin is not None
        client.process.stdin.close()
        assert client.process.wait(SILENCE) == 1
        assert client.process.stderr is not None
        said = client.process.stderr.read().decode()
        assert ("的消息" in said or "middle of a message" in said) == bool(rest)
        assert "Traceback" not in said


def test_what_is_no_client_at_all() -> None:
    request = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
    ran = subprocess.run([*COMMAND], input=request, capture_output=True, timeout=SILENCE, check=False)
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert b"Traceback" not in ran.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_killed_and_started_again() -> None:
    with RawClient() as client:
        client.initialize()
        client.open(URI, FAULTY)
        client.until_published(URI, 1)
        client.process.send_signal(signal.SIGKILL)
        client.process.wait(SILENCE)
    with RawClient() as client:
        client.initialize()
        client.open(URI, FAULTY, version=9)
        assert codes(client.until_published(URI, 9)) == ["CN305"]
        client.process.send_signal(signal.SIGINT)
        assert client.process.wait(SILENCE) == 130


def test_ten_megabytes() -> None:
    lines = changed_text().split("\n")
    filler = "围绕中心工作和群众关切主动公开政府信息,全年通过门户网站发布各类信息126条。"
    large = "\n".join([*lines[:5], *[filler] * (10_000_000 // len(filler.encode())), *lines[5:]])
    with RawClient() as client:
        client.initialize(EMACS)
        client.open(URI, large)
        # It is being analysed, which takes long; requests are answered all the same, and edits find their place.
        assert client.ask("gxlint/nonsense")["error"]["code"] == -32601
        end = {"line": 999_999_999, "character": 0}
        client.change(URI, 2, [{"range": {"start": {"line": 4, "character": 3}, "end": end}, "text": "。"}])
        client.notify("textDocument/didClose", textDocument={"uri": URI})
        client.open("untitled:b.gxr.md", FAULTY)
        assert codes(client.until_published("untitled:b.gxr.md", 1)) == ["CN305"]
        client.open(URI, large)
        assert client.ask("gxlint/nonsense")["error"]["code"] == -32601
        assert client.end() == 0


def listening(kind: str) -> tuple[subprocess.Popen[str], int]:
    """A server on a free port."""
    process = subprocess.Popen([*COMMAND, f"--{kind}", "127.0.0.1:0"], stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    found = re.search(r":(\d+)$", process.stderr.readline().strip())
    assert found
    return process, int(found[1])


def test_tcp() -> None:
    process, port = listening("tcp")
    with process:
        with socket.create_connection(("127.0.0.1", port)) as gone:
            gone.sendall(b"Content-Length: 10\r\n\r\n{")
        first = socket.create_connection(("127.0.0.1", port))
        second = socket.create_connection(("127.0.0.1", port))
        with first, second, first.makefile("rwb") as one, second.makefile("rwb") as other:
            for stream in (one, other):
                assert asked(stream, 1, "initialize", capabilities={}, processId=None)["result"]
            say(one, method="textDocument/didOpen", params={"textDocument": document(FAULTY)})
            assert codes(heard(one)["params"]["diagnostics"]) == ["CN305"]
            asked(one, 2, "shutdown")
            say(one, method="exit")
            assert not one.read()
            # Another client is still there.
            say(other, method="textDocument/didOpen", params={"textDocument": document(changed_text())})
            assert heard(other)["params"]["diagnostics"] == []
            say(other, method="exit")
            assert not other.read()
        assert process.wait(SILENCE) == 1  # no farewell


def test_everyone_has_a_folder_of_his_own(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / str(number)).mkdir()
        for place in range(4 * number):
            (tmp_path / str(number) / f"{place}.md").write_text(FAULTY, encoding="utf-8")
    process, port = listening("tcp")
    with process:
        streams = []
        for number in range(3):
            stream = socket.create_connection(("127.0.0.1", port)).makefile("rwb")
            root = (tmp_path / str(number)).as_uri()
            asked(stream, 1, "initialize", capabilities=EMACS, processId=None, rootUri=root)
            say(stream, method="initialized", params={})
            say(stream, id=2, method="workspace/executeCommand", params={"command": "gxlint.checkWorkspace"})
            streams.append(stream)
        gone = streams.pop()  # in the middle of it
        gone.close()
        for number, stream in enumerate(streams):
            while (message := heard(stream)).get("id") != 2 or "method" in message:
                pass
            assert message["result"]["reports"] == message["result"]["error"] == 4 * number
        asked_last = [heard_answer(stream, 3, "shutdown") for stream in streams]
        assert [answer["result"] for answer in asked_last] == [None, None]
        for stream in streams:
            say(stream, method="exit")
        assert process.wait(SILENCE) == 0


def test_websocket() -> None:
    from websockets.asyncio.client import connect
    from websockets.exceptions import InvalidStatus

    async def work(port: int) -> None:
        address = f"ws://127.0.0.1:{port}"
        with pytest.raises(InvalidStatus):
            await connect(address, origin="https://example.org")  # type: ignore[arg-type]
        async with connect(address, origin="http://localhost:8080") as client:  # type: ignore[arg-type]
            params: dict[str, Any] = {"capabilities": {}, "processId": None}
            await client.send(
                json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params})
            )
            answer = await client.recv()
            assert isinstance(answer, str)  # browsers' clients drop binary messages without a word
            assert json.loads(answer)["result"]["serverInfo"]["name"] == "gxlint"
            opened = {"textDocument": document(FAULTY)}
            await client.send(
                json.dumps({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": opened}).encode()
            )
            assert codes(json.loads(await client.recv())["params"]["diagnostics"]) == ["CN305"]
            await client.send(json.dumps({"jsonrpc": "2.0", "id": 2, "method": "shutdown"}))
            assert json.loads(await client.recv())["result"] is None
            await client.send(json.dumps({"jsonrpc": "2.0", "method": "exit"}))

    process, port = listening("websocket")
    with process:
        asyncio.run(work(port))
        assert process.wait(SILENCE) == 0


def test_an_address_that_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        where = f"127.0.0.1:{taken.getsockname()[1]}"
        ran = subprocess.run([*COMMAND, "--tcp", where], capture_output=True, timeout=SILENCE, check=False)
    assert ran.returncode == 2
    assert f"不能在 {where} 上监听" in ran.stderr.decode()
    assert "Traceback" not in ran.stderr.decode()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--tcp", "2087x"), "地址应写成 主机:端口"),
        (("--tcp", "1:70000"), "地址应写成 主机:端口"),
        (("--tcp", ":1", "--websocket", ":2"), "只能用一个"),
        (("--log-file", "/nowhere/at/all.log"), "日志 /nowhere/at/all.log 无法写入"),
        (("--stdoi",), "是否指 --stdio"),
    ],
)
def test_wrong_usage(monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str) -> None:
    ran = gxlint(monkeypatch, "server", *words)
    assert ran.code == 2
    assert said in ran.err


def document(text: str) -> dict[str, Any]:
    return {"uri": URI, "languageId": "gxreport", "version": 1, "text": text}


def say(stream: Any, **message: Any) -> None:
    stream.write(frame(message))
    stream.flush()


def heard(stream: Any) -> dict[str, Any]:
    length = 0
    while (line := stream.readline().strip()) != b"":
        if line.startswith(b"Content-Length"):
            length = int(line.split(b":")[1])
    message: dict[str, Any] = json.loads(stream.read(length))
    return message


def heard_answer(stream: Any, number: int, method: str) -> dict[str, Any]:
    """The answer, whatever comes in between."""
    say(stream, id=number, method=method)
    while (message := heard(stream)).get("id") != number or "method" in message:
        pass
    return message


def asked(stream: Any, number: int, method: str, **params: Any) -> dict[str, Any]:
    say(stream, id=number, method=method, params=params)
    return heard(stream)
