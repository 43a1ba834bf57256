"""Messages in the wrong order or shape, and mistakes of ours: an error for each, and the server goes on."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from gxlint.lsp.transports.framing import Frames, FramingError
from tests.lsp.bench import Bench, bench, changed_text, codes, stranger
from tests.lsp.capabilities import EMACS, PLAIN, VSCODE

if TYPE_CHECKING:
    from collections.abc import Coroutine

NOT_INITIALIZED, INVALID, NOT_FOUND, PARAMS, PARSE = -32002, -32600, -32601, -32602, -32700
INTERNAL, CANCELLED = -32603, -32800


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


def code(answer: dict[str, Any]) -> int:
    number: int = answer["error"]["code"]
    return number


def test_nothing_before_the_introduction() -> None:
    async def work() -> None:
        async with stranger() as client:
            assert code(await client.answer("textDocument/codeAction")) == NOT_INITIALIZED
            assert code(await client.answer("shutdown")) == NOT_INITIALIZED
            client.open(changed_text())
            await client.initialize(PLAIN)
            assert code(await client.answer("initialize", capabilities={}, processId=None)) == INVALID
            assert [*client.server.documents] == []

    run(work())


def test_nothing_after_the_farewell() -> None:
    async def work() -> None:
        async with bench() as client:
            assert await client.ask("shutdown") is None
            assert code(await client.answer("textDocument/codeAction")) == INVALID
            client.open(changed_text())
            assert not client.ended
            client.notify("exit")
            assert client.ended
            assert client.server.exit_code == 0

    run(work())


def test_an_end_without_farewell() -> None:
    async def work() -> None:
        async with bench() as client:
            client.notify("exit")
            assert client.server.exit_code == 1

    run(work())


@pytest.mark.parametrize(
    ("message", "number"),
    [
        (b"{", PARSE),
        (b"\xff\xfe", PARSE),
        (b"[" * 100_000, PARSE),
        (b"[]", INVALID),
        (b"5", INVALID),
        (b"{}", INVALID),
    ],
)
def test_what_is_no_message(message: bytes, number: int) -> None:
    async def work() -> None:
        async with bench() as client:
            client.server.protocol.receive(message)
            assert [error["error"]["code"] for error in client.errors] == [number]
            await still_there(client)

    run(work())


def test_what_makes_no_sense() -> None:
    async def work() -> None:
        async with bench() as client:
            assert code(await client.answer("gxlint/nonsense")) == NOT_FOUND
            assert code(await client.answer("textDocument/codeAction", textDocument=5)) == PARAMS
            client.notify("gxlint/nonsense")
            client.notify("textDocument/didOpen", textDocument=5)
            client.notify("$/cancelRequest", id=99)
            client.change(2, {"text": "不曾打开"})
            client.notify("textDocument/didClose", textDocument={"uri": "file:///nowhere"})
            await still_there(client)

    run(work())


def test_a_mistake_of_ours_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    async def work() -> None:
        async with bench() as client:
            client.open(changed_text())
            await client.published(1)
            document = client.server.documents.get("untitled:报告.gxr.md")
            assert document is not None
            with monkeypatch.context() as broken:
                broken.setattr(type(document), "analysed", None)
                answer = await client.answer("textDocument/diagnostic", textDocument={"uri": document.uri})
                assert code(answer) == INTERNAL
                assert "Traceback" not in str(answer)
                assert "data" not in answer["error"]
            with monkeypatch.context() as broken:
                broken.setattr(type(document), "change", None)
                client.change(2, {"text": "x"})
            await still_there(client)

    run(work())


def test_a_failing_analysis_is_said_in_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    async def work() -> None:
        from gxlint.lint.session import Session

        async with bench() as client:
            with monkeypatch.context() as broken:
                broken.setattr(Session, "look", None)
                client.open(changed_text())
                (diagnostic,) = await client.published(1)
            assert diagnostic["code"] == "GXL002"
            assert "TypeError" in diagnostic["message"]
            client.change(2, {"text": changed_text()})
            assert await client.published(2) == []

    run(work())


def test_requests_can_be_called_off() -> None:
    async def work() -> None:
        async with bench(VSCODE) as client:
            client.open(changed_text())
            number, answer = client.start(
                "textDocument/diagnostic", textDocument={"uri": "untitled:报告.gxr.md"}
            )
            await asyncio.sleep(0)
            client.notify("$/cancelRequest", id=number)
            assert code(await answer) == CANCELLED
            assert (await client.pull())["kind"] == "full"

    run(work())


def test_who_waits_for_a_document_that_is_closed_is_answered() -> None:
    async def work() -> None:
        async with bench(VSCODE) as client:
            client.open(changed_text())
            _, answer = client.start("textDocument/diagnostic", textDocument={"uri": "untitled:报告.gxr.md"})
            await asyncio.sleep(0)
            client.notify("textDocument/didClose", textDocument={"uri": "untitled:报告.gxr.md"})
            assert (await answer)["result"]["items"] == []

    run(work())


@pytest.mark.parametrize("capabilities", [VSCODE, EMACS])
def test_what_is_asked_of_the_client(capabilities: dict[str, Any]) -> None:
    async def work() -> None:
        async with bench(capabilities) as client:
            (registered,) = client.told("client/registerCapability")
            (registration,) = registered["registrations"]
            assert registration["method"] == "workspace/didChangeWatchedFiles"
            assert client.told("workspace/configuration") == [{"items": [{"section": "gxlint"}]}]

    run(work())


async def still_there(client: Bench) -> None:
    uri = "untitled:另一份.gxr.md"
    client.open(changed_text(("28 | 1 | 0", "29 | 1 | 0")), uri=uri, version=7)
    assert codes(await client.published(7, uri)) == ["CN305"]


MESSAGES = (b'{"a": 1}', b"", "{'年'}".encode())
STREAM = b"".join(
    b"Content-Type: text/plain\r\ncontent-length:  %d\r\n\r\n%s" % (len(body), body) for body in MESSAGES
)


@pytest.mark.parametrize("size", [1, 2, 7, 64, 1000])
def test_messages_come_in_pieces(size: int) -> None:
    frames = Frames()
    pieces = [STREAM[start : start + size] for start in range(0, len(STREAM), size)]
    assert [body for piece in pieces for body in frames.feed(piece)] == [*MESSAGES]
    assert frames.empty
    assert list(frames.feed(STREAM[:-1])) == [*MESSAGES[:-1]]
    assert not frames.empty


@pytest.mark.parametrize(
    "stream", [b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", b"Content-Length: 999999999999\r\n\r\n", b"x" * 20_000]
)
def test_what_is_no_stream_of_messages(stream: bytes) -> None:
    with pytest.raises(FramingError):
        list(Frames().feed(stream))
