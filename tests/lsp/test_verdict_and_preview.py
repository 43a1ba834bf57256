"""What our own extension asks for: the verdict for its status bar, the tables for its preview."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.lsp.bench import URI, WRONG_TOTAL, Bench, bench, changed_text
from tests.lsp.capabilities import EMACS, NEOVIM, VSCODE
from tests.lsp.raw import RawClient

if TYPE_CHECKING:
    from collections.abc import Coroutine

EVERY_ENCODING = pytest.mark.parametrize(
    "capabilities", [VSCODE, NEOVIM, EMACS], ids=["vscode", "neovim", "emacs"]
)


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


async def asked(client: Bench, method: str, uri: str = URI) -> Any:
    return await client.ask(f"gxlint/{method}", textDocument={"uri": uri})


def cells(preview: dict[str, Any], table: str) -> list[dict[str, Any]]:
    (found,) = [item for item in preview["tables"] if item["key"] == table]
    return [cell for row in found["rows"] for cell in row]


def test_the_verdict_waits_for_the_analysis() -> None:
    async def work() -> None:
        async with bench(VSCODE) as client:
            client.open(changed_text(WRONG_TOTAL))
            told = await asked(client, "verdict")
            assert told["verdict"] == "fail"
            assert told["word"] == "未通过"
            assert told["counts"]["error"] == 1
            assert (told["year"], told["kind"], told["version"]) == (2024, "report", 1)
            assert told["profile"] is None

    run(work())


def test_a_clean_report() -> None:
    async def work() -> None:
        async with bench(VSCODE) as client:
            client.open(changed_text())
            told = await asked(client, "verdict")
            assert (told["verdict"], told["word"]) == ("pass", "通过")
            assert not any(told["counts"].values())

    run(work())


def test_what_is_none_of_ours() -> None:
    async def work() -> None:
        async with bench(VSCODE) as client:
            client.open("买菜:白菜两棵。", language="plaintext", uri="untitled:笔记.txt")
            for method in ("verdict", "preview"):
                assert await asked(client, method, "untitled:笔记.txt") is None
                assert await asked(client, method, "untitled:没有打开.gxr.md") is None
                assert await client.ask(f"gxlint/{method}") is None

    run(work())


@EVERY_ENCODING
def test_cells_lead_to_their_place_in_the_text(capabilities: dict[str, Any]) -> None:
    text = changed_text(WRONG_TOTAL).replace("(一)予以公开", "(一)予以公开𠮷", 1)

    async def work() -> None:
        async with bench(capabilities) as client:
            client.open(text)
            preview = await asked(client, "preview")
            wrong = [cell for cell in cells(preview, "table_requests") if cell["findings"]]
            assert [(cell["text"], cell["findings"][0]["code"]) for cell in wrong] == [
                ("(一)予以公开𠮷", "CN302"),
                ("29", "CN305"),
            ]
            lines = text.split("\n")
            codec = client.server.client.columns
            for cell in cells(preview, "table_requests"):
                if cell["kind"] == "figure":
                    start, end = cell["range"]["start"], cell["range"]["end"]
                    line = lines[start["line"]]
                    first, last = (codec.inward(line, at["character"]) for at in (start, end))
                    assert line[first:last] == cell["text"]

    run(work())


def test_the_real_process() -> None:
    with RawClient() as client:
        client.initialize(VSCODE)
        client.open(URI, changed_text(WRONG_TOTAL))
        told = client.ask("gxlint/verdict", textDocument={"uri": URI})["result"]
        assert told["verdict"] == "fail"
        preview = client.ask("gxlint/preview", textDocument={"uri": URI})["result"]
        assert preview["summary"] == told
        assert [table["name"] for table in preview["tables"]] == ["表二", "表三", "表四"]
        assert json.dumps(preview, ensure_ascii=False).count("CN305") == 1
        assert client.end() == 0
