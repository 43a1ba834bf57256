"""Whatever the method: it can be called off, it may come at any time, a mistake in it ends nothing; nothing is kept."""

from __future__ import annotations

import asyncio
import gc
import json
import weakref
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
from lsprotocol import types

from gxlint.lsp.checker import Installed
from gxlint.lsp.features import FEATURES
from gxlint.lsp.server import Server
from gxlint.lsp.settings import ServerSettings
from gxlint.lsp.worker import Worker
from tests.lsp.bench import URI, WRONG_TOTAL, Bench, bench, changed_text, codes, span
from tests.lsp.capabilities import EMACS, VSCODE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from gxlint.lsp.features.feature import Feature

FAULTY = changed_text(WRONG_TOTAL)
# What these are about comes before everything else, or after it.
_FRAME = (types.INITIALIZE, types.INITIALIZED, types.SHUTDOWN, types.EXIT)


def is_request(method: str) -> bool:
    """Whether a method of the protocol is answered; those of our own are."""
    found = types.METHOD_TO_TYPES.get(method)
    return found is None or found[1] is not None


METHODS = [feature.method for feature in FEATURES if feature.method not in _FRAME]
REQUESTS = [method for method in METHODS if is_request(method)]


def params_of(method: str, uri: str) -> dict[str, Any]:
    """Something that each method can do with."""
    place = {"line": 34, "character": 25}
    given: dict[str, Any] = {
        "textDocument": {"uri": uri, "version": 2, "languageId": "gxreport", "text": FAULTY},
        "position": place,
        "positions": [place],
        "range": span(34, 0, 34, 25),
        "context": {"diagnostics": [], "includeDeclaration": True, "triggerKind": 1},
        "options": {"tabSize": 2, "insertSpaces": True},
        "ch": "|",
        "contentChanges": [{"text": FAULTY}],
        "query": "",
        "command": "gxlint.checkWorkspace",
        "previousResultIds": [],
        "previousResultId": "",
        "files": [],
        "changes": [],
        "settings": {},
        "event": {"added": [], "removed": []},
        "title": "x",
        "label": "x",
        "uri": uri,
        "id": 1,
    }
    if method == types.CODE_ACTION_RESOLVE:
        del given["command"]
    return given


@pytest.mark.parametrize("method", REQUESTS)
def test_it_can_be_called_off(method: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FAULTY, encoding="utf-8")

    async def work() -> None:
        async with bench(VSCODE, tmp_path) as client:
            client.open(FAULTY)
            number, answer = client.start(method, **params_of(method, URI))
            await asyncio.sleep(0)
            client.notify("$/cancelRequest", id=number)
            found = await asyncio.wait_for(answer, 20)
            assert "result" in found or found["error"]["code"] == -32800
            assert codes((await client.pull())["items"]) == ["CN305"]

    asyncio.run(work())


@pytest.mark.parametrize("uri", ["untitled:nobody", "file:///nowhere/at/all.md", "http://[", ""])
@pytest.mark.parametrize("method", REQUESTS)
def test_of_what_is_not_open(method: str, uri: str) -> None:

    async def work() -> None:
        async with bench(VSCODE) as client:
            found = await client.answer(method, **params_of(method, uri))
            assert "error" not in found, found

    asyncio.run(work())


@pytest.mark.parametrize("method", METHODS)
def test_a_mistake_in_it_ends_nothing(method: str) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("a mistake")

    features = [item._replace(handle=fail) if item.method == method else item for item in FEATURES]

    async def work() -> None:
        async with with_features(features) as client:
            await client.initialize(EMACS)
            if is_request(method):
                error = (await client.answer(method, **params_of(method, URI)))["error"]
                assert "Traceback" not in json.dumps(error)
            else:
                client.notify(method, **params_of(method, URI))
            if method != types.TEXT_DOCUMENT_DID_OPEN:
                client.open(FAULTY, "untitled:b.gxr.md")
                assert codes(await client.published(1, "untitled:b.gxr.md")) == ["CN305"]
            assert await client.ask("shutdown") is None

    asyncio.run(work())


def with_features(features: Sequence[Feature]) -> Any:
    """A client of a server that knows these."""
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def made() -> Any:
        worker = Worker()
        thread = Thread(target=worker.run)
        thread.start()
        client = Bench(worker, Installed())
        client.server = Server(worker, ServerSettings(), lambda: None, Installed(), features)
        client.server.protocol.set_writer(client, include_headers=False)
        try:
            yield client
        finally:
            worker.finish()
            thread.join()

    return made()


def test_nothing_is_kept_of_what_is_closed() -> None:
    async def work() -> None:
        async with bench(EMACS, quiet=0) as client:
            kept: list[weakref.ref[Any]] = []
            for number in range(30):
                uri = f"untitled:{number}.gxr.md"
                client.open(FAULTY, uri)
                await client.published(1, uri)
                client.change(2, {"text": FAULTY + f"\n第{number}份。\n"}, uri=uri)
                await client.published(2, uri)
                document = client.server.documents.get(uri)
                assert document is not None
                kept.append(weakref.ref(document))
                client.notify("textDocument/didClose", textDocument={"uri": uri})
                del document
            # What was typed in last may be typed in again.
            client.open(FAULTY)
            await client.published(1)
            gc.collect()
            assert [found() for found in kept if found() is not None] == []
            assert sum(1 for item in gc.get_objects() if type(item).__name__ == "Report") <= 10

    asyncio.run(work())


def test_of_files_only_the_little_is_kept_that_is_needed(tmp_path: Path) -> None:
    for number in range(50):
        (tmp_path / f"{number}.md").write_text(FAULTY, encoding="utf-8")

    async def work() -> None:
        async with bench(VSCODE, tmp_path) as client:
            gc.collect()
            before = sum(1 for item in gc.get_objects() if type(item).__name__ == "Diagnostic")
            await client.ask("workspace/diagnostic", previousResultIds=[])
            gc.collect()
            after = sum(1 for item in gc.get_objects() if type(item).__name__ == "Diagnostic")
            reports = sum(1 for item in gc.get_objects() if type(item).__name__ == "Report")
            assert len(client.server.survey.known) == 50
            assert after - before <= 10
            assert reports <= 10

    asyncio.run(work())
