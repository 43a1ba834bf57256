"""Reports, their parts and their tables, found by name in all folders."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from lsprotocol import types

from gxlint.lsp.features import workspace_symbol
from gxlint.lsp.workspace import pushing, survey
from gxlint.lsp.workspace.symbols import Symbol, matching
from tests.lsp.bench import Bench, bench, changed_text
from tests.lsp.capabilities import EMACS, VSCODE

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

GOOD = changed_text()


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pushing, "_START", 0.0)
    monkeypatch.setattr(survey, "_PAUSE", 0.0)
    monkeypatch.setattr(workspace_symbol, "_PATIENCE", 20.0)


async def names(client: Bench, query: str) -> list[tuple[str, str]]:
    """Names, and where they are from."""
    found = await client.ask("workspace/symbol", query=query)
    return [(item["name"], item["containerName"]) for item in found]


@pytest.mark.parametrize("capabilities", [VSCODE, EMACS])
def test_by_name(tmp_path: Path, capabilities: dict[str, Any]) -> None:
    (tmp_path / "局").mkdir()
    (tmp_path / "局" / "a.md").write_bytes(GOOD.encode("gb18030"))
    (tmp_path / "b.txt").write_text(GOOD.replace("2024", "2023"), encoding="utf-8")
    (tmp_path / "c.txt").write_text("随便写写。\n", encoding="utf-8")

    async def work() -> None:
        async with bench(capabilities, tmp_path) as client:
            title = GOOD.split("\n")[0]
            assert await names(client, title) == [(title, "局/a.md")]
            assert sorted(place for _, place in await names(client, "年度报告")) == ["b.txt", "局/a.md"]
            parts = await names(client, "总体情况")
            assert [name for name, _ in parts] == ["一、总体情况"] * 2
            found = await client.ask("workspace/symbol", query="总体情况")
            lines = {item["location"]["uri"]: item["location"]["range"]["start"]["line"] for item in found}
            assert lines[(tmp_path / "局" / "a.md").as_uri()] == GOOD.split("\n").index("一、总体情况")
            assert await names(client, "没有这样的") == []
            # What is open counts as it stands.
            client.open(GOOD.replace("云泽县", "青岭县"), (tmp_path / "b.txt").as_uri(), "plaintext")
            await client.ask(
                "textDocument/documentSymbol", textDocument={"uri": (tmp_path / "b.txt").as_uri()}
            )
            assert await names(client, "青岭县年度报告") == [(title.replace("云泽", "青岭"), "b.txt")]
            everything = await names(client, "")
            assert len(everything) == 20
            assert [name[3:] for name, _ in everything[:2]] == [title[3:]] * 2  # reports come first

    run(work())


def test_without_a_folder() -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            client.open(GOOD)
            await client.published(1)
            assert [name for name, _ in await names(client, "总体情况")] == ["一、总体情况"]

    run(work())


def test_no_folder_is_waited_for_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pushing, "_START", 60.0)
    monkeypatch.setattr(workspace_symbol, "_PATIENCE", 0.05)

    async def work() -> None:
        async with bench(EMACS, tmp_path) as client:
            assert await names(client, "") == []

    run(work())


@pytest.mark.parametrize(
    ("query", "found"), [("", True), ("ab", True), ("a c", True), ("AC", True), ("ca", False), ("d", False)]
)
def test_what_matches(query: str, found: bool) -> None:
    symbol = Symbol("aBc", types.SymbolKind.File, (0, 0, 0, 0))
    assert list(matching([symbol], query)) == [symbol] * found
