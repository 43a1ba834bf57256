"""A server inside this process, and a client that speaks to it in JSON."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from functools import cache
from itertools import count
from threading import Thread
from typing import TYPE_CHECKING, Any

from gxlint.lsp.checker import Installed
from gxlint.lsp.features import FEATURES
from gxlint.lsp.server import Server
from gxlint.lsp.settings import ServerSettings
from gxlint.lsp.worker import Worker
from tests.cli.running import good_text
from tests.lsp.capabilities import PLAIN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from pathlib import Path

    from gxlint.lsp.features.feature import Feature

URI = "untitled:报告.gxr.md"
WRONG_TOTAL = ("28 | 1 | 0", "29 | 1 | 0")
_PATIENCE = 20.0


def changed_text(*changes: tuple[str, str]) -> str:
    """The good report with some changes."""
    text = good_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


class Bench:
    """A client. ``sent`` are the notifications and requests that came from the server."""

    def __init__(self, worker: Worker, installed: Installed, features: Sequence[Feature] = FEATURES) -> None:
        self.ended = False
        self.server = Server(worker, ServerSettings(), self._end, installed, features)
        self.server.protocol.set_writer(self, include_headers=False)
        self.sent: list[dict[str, Any]] = []
        self.errors: list[dict[str, Any]] = []
        self.settings: object = {}
        self.folder_settings: dict[str | None, object] = {}
        self.capabilities: dict[str, Any] = {}
        self._ids = count(1)
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._news = asyncio.Event()

    # What the server writes to.

    def write(self, data: bytes) -> None:
        message = json.loads(data)
        if "method" not in message:
            waiting = self._waiting.pop(message["id"], None) if message["id"] is not None else None
            if waiting is not None:
                waiting.set_result(message)
            else:
                self.errors.append(message)
            return
        self.sent.append(message)
        self._news.set()
        if "id" in message:
            reply = {"jsonrpc": "2.0", "id": message["id"], "result": self._reply(message)}
            asyncio.get_running_loop().call_soon(self.server.protocol.receive, json.dumps(reply))

    def close(self) -> None:
        pass

    def _reply(self, message: dict[str, Any]) -> object:
        """What the client answers to a request of the server."""
        if message["method"] == "workspace/configuration":
            scopes = [item.get("scopeUri") for item in message["params"]["items"]]
            return [self.folder_settings.get(scope, self.settings) for scope in scopes]
        answers = {"workspace/applyEdit": {"applied": True}, "window/showDocument": {"success": True}}
        return answers.get(message["method"])

    # What a client does.

    def notify(self, method: str, **params: Any) -> None:
        self.server.protocol.receive(json.dumps({"jsonrpc": "2.0", "method": method, "params": params}))

    def start(self, method: str, **params: Any) -> tuple[int, asyncio.Future[dict[str, Any]]]:
        number = next(self._ids)
        future: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._waiting[number] = future
        message = {"jsonrpc": "2.0", "id": number, "method": method, "params": params}
        self.server.protocol.receive(json.dumps(message))
        return number, future

    async def ask(self, method: str, **params: Any) -> Any:
        """The result; an error is a failure of the test."""
        answer = await self.answer(method, **params)
        assert "error" not in answer, answer
        return answer["result"]

    async def answer(self, method: str, **params: Any) -> dict[str, Any]:
        return await asyncio.wait_for(self.start(method, **params)[1], _PATIENCE)

    async def initialize(
        self, capabilities: dict[str, Any], root: Path | None = None, **options: object
    ) -> dict[str, Any]:
        result: dict[str, Any] = await self.ask(
            "initialize",
            processId=None,
            rootUri=root.as_uri() if root else None,
            capabilities=capabilities,
            initializationOptions=options,
        )
        self.capabilities = result["capabilities"]
        self.notify("initialized")
        return result

    def open(self, text: str, uri: str = URI, language: str = "gxreport", version: int = 1) -> None:
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", textDocument=item)

    def change(self, version: int, *changes: dict[str, Any], uri: str = URI) -> None:
        document = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", textDocument=document, contentChanges=changes)

    def type(self, version: int, text: str, line: int, character: int, *, over: int = 0) -> None:
        """Type in one place, over so many characters."""
        self.change(version, edit(text, line, character, line, character + over))

    async def until(self, wanted: Callable[[], bool]) -> None:
        """Wait for something that a message from the server brings about."""
        async with asyncio.timeout(_PATIENCE):
            while not wanted():
                self._news.clear()
                await self._news.wait()

    async def published(self, version: int, uri: str = URI) -> list[dict[str, Any]]:
        """The first diagnostics of a version, or of a later one."""

        def of_it() -> list[dict[str, Any]]:
            return [found for found in self.publishes(uri) if found.get("version", 0) >= version]

        await self.until(lambda: bool(of_it()))
        diagnostics: list[dict[str, Any]] = of_it()[0]["diagnostics"]
        return diagnostics

    def publishes(self, uri: str = URI) -> list[dict[str, Any]]:
        return [found for found in self.told("textDocument/publishDiagnostics") if found["uri"] == uri]

    def told(self, method: str) -> list[Any]:
        """The parameters of what came with this method."""
        return [message.get("params") for message in self.sent if message["method"] == method]

    async def pull(self, uri: str = URI, previous: str | None = None) -> dict[str, Any]:
        more = {"previousResultId": previous} if previous else {}
        found: dict[str, Any] = await self.ask("textDocument/diagnostic", textDocument={"uri": uri}, **more)
        return found

    async def actions(
        self, at: dict[str, Any], only: list[str] | None = None, trigger: int = 1
    ) -> list[dict[str, Any]]:
        context = {"diagnostics": [], "triggerKind": trigger, **({"only": only} if only is not None else {})}
        found: list[dict[str, Any]] = await self.ask(
            "textDocument/codeAction", textDocument={"uri": URI}, range=at, context=context
        )
        return found

    def _end(self) -> None:
        self.ended = True


@asynccontextmanager
async def bench(
    capabilities: dict[str, Any] = PLAIN, root: Path | None = None, **options: object
) -> AsyncIterator[Bench]:
    """A client that has introduced itself."""
    async with stranger() as client:
        await client.initialize(capabilities, root, **options)
        yield client


@asynccontextmanager
async def stranger(
    installed: Installed | None = None, features: Sequence[Feature] = FEATURES
) -> AsyncIterator[Bench]:
    """A client that has not said anything yet."""
    worker = Worker()
    thread = Thread(target=worker.run)
    thread.start()
    try:
        yield Bench(worker, installed or _installed(), features)
    finally:
        worker.finish()
        thread.join()


def edit(text: str, line: int, character: int, end_line: int, end_character: int) -> dict[str, Any]:
    """A change as LSP has it."""
    return {"range": span(line, character, end_line, end_character), "text": text}


def span(line: int, character: int, end_line: int, end_character: int) -> dict[str, Any]:
    """A range as LSP has it."""
    start, end = (
        {"line": line, "character": character},
        {"line": end_line, "character": end_character},
    )
    return {"start": start, "end": end}


def fixes(actions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those that put a finding right, not those that accept it or tell about it."""
    others = ("接受", "查看")
    return [
        action
        for action in actions
        if action["kind"] == "quickfix" and not action["title"].startswith(others)
    ]


def codes(diagnostics: list[dict[str, Any]]) -> list[str]:
    """The codes, in order."""
    return [diagnostic["code"] for diagnostic in diagnostics]


@cache
def _installed() -> Installed:
    return Installed()
