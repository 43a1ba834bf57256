"""The real process with a folder: as well-known editors ask for it, or are sent it."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest
from lsprotocol import types

from tests.cli.running import gxlint
from tests.lsp.bench import WRONG_TOTAL, changed_text
from tests.lsp.capabilities import EMACS, NEOVIM, VSCODE
from tests.lsp.editors import Editor, editor

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

Found = tuple[str, str, int, int, int, int]
EDITORS = {"VS Code": VSCODE, "Neovim": NEOVIM, "Emacs": EMACS}
ENCODINGS = ("utf-8", "utf-16", "utf-32")
BEYOND = ("财政", "财\U00020bb7政")


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports with and without findings, in several encodings, with characters outside the BMP."""
    folder = tmp_path_factory.mktemp("报告")
    (folder / "局").mkdir()
    good, wrong = changed_text(BEYOND), changed_text(BEYOND, WRONG_TOTAL)
    above = wrong.replace("28 | ", "\U00020bb7 | ", 1)
    for name, text, encoding in (
        ("好.md", good, "utf-8"),
        ("错.md", wrong, "utf-8-sig"),
        ("局/错.txt", wrong.replace("\n", "\r\n"), "gb18030"),
        ("局/字.txt", above, "utf-16"),
    ):
        (folder / name).write_bytes(text.encode(encoding))
    return folder


@pytest.fixture(scope="module")
def by_check(folder: Path) -> dict[str, list[Found]]:
    """What the command line says, by URI. It counts in UTF-16."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        ran = gxlint(monkeypatch, "check", str(folder), "--output-format", "json")
    from pathlib import Path as Named

    return {
        Named(file["path"]).resolve().as_uri(): sorted(
            (
                item["code"],
                item["message"],
                *(item["range"][end][unit] for end in ("start", "end") for unit in ("line", "character")),
            )
            for item in file["diagnostics"]
        )
        for file in json.loads(ran.out)["files"]
    }


def told(client: Editor, text: str, items: Any) -> list[Found]:
    return sorted(
        (
            str(item.code),
            item.message,
            *client.place(text, item.range.start),
            *client.place(text, item.range.end),
        )
        for item in items
        if item.code != "GXL"
    )


def text_of(uri: str) -> str:
    from pygls.uris import to_fs_path

    from gxlint.readers import read_path

    return read_path(to_fs_path(uri) or "").source.text


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", ["VS Code", "Neovim"])
def test_who_asks_hears_what_check_says(
    folder: Path, by_check: dict[str, list[Found]], name: str, encoding: str
) -> None:
    async def work() -> None:
        capabilities = {**EDITORS[name], "general": {"positionEncodings": [encoding]}}
        async with editor(capabilities, folder=folder) as client:
            params = types.WorkspaceDiagnosticParams([])
            report = await client.client.workspace_diagnostic_async(params)
            found = {
                item.uri: told(client, text_of(item.uri), item.items)
                for item in report.items
                if isinstance(item, types.WorkspaceFullDocumentDiagnosticReport)
            }
            assert found == by_check
            assert sum(map(len, found.values())) > 2
            symbols = await client.client.workspace_symbol_async(types.WorkspaceSymbolParams("总体情况"))
            assert len(symbols or ()) == len(found)

    run(work())


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", list(EDITORS))
def test_who_does_not_ask_is_sent_it_on_command(
    folder: Path, by_check: dict[str, list[Found]], name: str, encoding: str
) -> None:
    async def work() -> None:
        capabilities = {**EDITORS[name], "general": {"positionEncodings": [encoding]}}
        async with editor(capabilities, folder=folder) as client:
            params = types.ExecuteCommandParams("gxlint.checkWorkspace")
            counts = await client.client.workspace_execute_command_async(params)
            assert isinstance(counts, dict)
            assert counts["reports"] == len(by_check)
            found = {
                uri: told(client, text_of(uri), seen[-1].diagnostics)
                for uri, seen in client.published.items()
            }
            assert found == {uri: expected for uri, expected in by_check.items() if expected or uri in found}
            # What is open from now on is told in the way it always is, and once.
            uri = next(uri for uri, expected in by_check.items() if expected)
            client.open(uri, text_of(uri), "plaintext", version=3)
            assert told(client, text_of(uri), await client.diagnostics(uri, 3)) == by_check[uri]
            if client.pulls:
                assert not client.published[uri][-1].diagnostics

    run(work())


def test_it_ends_well_in_the_middle(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number:03}.md").write_text(changed_text(WRONG_TOTAL), encoding="utf-8")

    async def work() -> None:
        async with editor(VSCODE, folder=tmp_path) as client:
            asking = asyncio.ensure_future(
                client.client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams([]))
            )
            uri = (tmp_path / "000.md").as_uri()
            client.open(uri, changed_text(), "markdown")
            assert await client.diagnostics(uri) == []
            assert not asking.done()  # whoever types does not wait for the rest
        asking.cancel()

    run(work())
