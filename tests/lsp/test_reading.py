"""What helps to read a report: the rule behind a finding, the cell under the pointer, the outline."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from tests.lsp.bench import URI, WRONG_TOTAL, Bench, bench, changed_text
from tests.lsp.capabilities import EMACS, PLAIN

if TYPE_CHECKING:
    from collections.abc import Coroutine

NESTED = {"textDocument": {"documentSymbol": {"hierarchicalDocumentSymbolSupport": True}}}


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


async def hovered(client: Bench, line: int, character: int) -> str | None:
    place = {"line": line, "character": character}
    found = await client.ask("textDocument/hover", textDocument={"uri": URI}, position=place)
    return found["contents"]["value"] if found else None


def test_a_finding_and_its_cell() -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            client.open(changed_text(WRONG_TOTAL))
            await client.published(1)
            text = await hovered(client, 34, 25)
            assert text is not None
            assert text.startswith("表三 · (一)予以公开 · 自然人\n\n### CN305 row-total\n\n")
            assert "#### 依据" in text
            assert "http" in text

    run(work())


def test_a_cell_without_a_finding() -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            client.open(changed_text())
            await client.published(1)
            assert await hovered(client, 34, 25) == "表三 · (一)予以公开 · 自然人"
            assert await hovered(client, 2, 0) is None
            assert await hovered(client, 9999, 0) is None

    run(work())


def test_nothing_is_worked_out_for_it() -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            assert await hovered(client, 0, 0) is None
            client.open(changed_text(WRONG_TOTAL))
            assert await hovered(client, 34, 25) is None  # not analysed yet
            await client.published(1)
            client.change(2, {"text": changed_text(WRONG_TOTAL)})
            assert await hovered(client, 34, 25) is None

    run(work())


@pytest.mark.parametrize("capabilities", [NESTED, PLAIN])
def test_the_outline(capabilities: dict[str, Any]) -> None:
    async def work() -> None:
        async with bench(capabilities) as client:
            client.open(changed_text())
            symbols = await client.ask("textDocument/documentSymbol", textDocument={"uri": URI})
            if capabilities is PLAIN:
                assert symbols[1]["containerName"] == symbols[0]["name"] == "一、总体情况"
                assert all(symbol["location"]["uri"] == URI for symbol in symbols)
                return
            assert [symbol["name"] for symbol in symbols][:2] == ["一、总体情况", "二、主动公开政府信息情况"]
            assert len(symbols) == 6
            tables = [
                child["name"] for symbol in symbols for child in symbol["children"] if child["kind"] == 18
            ]
            assert tables == ["表二", "表三", "表四"]
            for symbol in symbols:
                assert symbol["selectionRange"]["start"] == symbol["range"]["start"]

    run(work())


def test_no_outline_of_what_is_not_ours() -> None:
    async def work() -> None:
        async with bench() as client:
            assert await client.ask("textDocument/documentSymbol", textDocument={"uri": URI}) == []
            client.open(changed_text(), language="python", uri="file:///a.py")
            assert await client.ask("textDocument/documentSymbol", textDocument={"uri": "file:///a.py"}) == []

    run(work())
