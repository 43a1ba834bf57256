"""The outline of a document."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from tests.lsp.bench import URI, bench, changed_text
from tests.lsp.capabilities import PLAIN
from tests.lsp.pointing import opened

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator

NESTED = {"textDocument": {"documentSymbol": {"hierarchicalDocumentSymbolSupport": True}}}
Symbol = dict[str, Any]


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


def below(symbols: list[Symbol]) -> Iterator[Symbol]:
    for symbol in symbols:
        yield symbol
        yield from below(symbol.get("children") or [])


def start(place: dict[str, Any]) -> tuple[int, int]:
    return place["start"]["line"], place["start"]["character"]


def end(place: dict[str, Any]) -> tuple[int, int]:
    return place["end"]["line"], place["end"]["character"]


def test_parts_tables_and_rows() -> None:
    async def work() -> None:
        async with opened(changed_text(), "utf-16", NESTED) as page:
            symbols = await page.ask("documentSymbol")
            assert [symbol["name"] for symbol in symbols][:2] == ["一、总体情况", "二、主动公开政府信息情况"]
            assert len(symbols) == 6
            by_name = {symbol["name"]: symbol for symbol in below(symbols)}
            assert [symbol["name"] for symbol in by_name["表二"]["children"]][:2] == [
                "规章",
                "行政规范性文件",
            ]
            assert by_name["行政规范性文件"]["detail"] == "2 / 0 / 5"
            assert by_name["行政许可"]["detail"] == "12"
            rows = [symbol["name"] for symbol in by_name["表三"]["children"]]
            assert rows[2:6] == ["(一)予以公开", "(二)部分公开", "(三)不予公开", "(四)无法提供"]
            assert len(by_name["(三)不予公开"]["children"]) == 8
            assert by_name["(二)部分公开"]["detail"] == "总计 3"
            assert page.under(by_name["(二)部分公开"]["selectionRange"]).startswith("(二)部分公开(区分")
            assert [row["name"] for row in by_name["表四"]["children"]] == [
                "行政复议",
                "未经复议直接起诉",
                "复议后起诉",
            ]

    run(work())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_what_is_inside_lies_inside(encoding: str) -> None:
    async def work() -> None:
        async with opened(changed_text(("围绕中心", "𠮷围绕中心")), encoding, NESTED) as page:
            for symbol in below(await page.ask("documentSymbol")):
                whole, chosen = symbol["range"], symbol["selectionRange"]
                page.under(whole)
                page.under(chosen)
                assert start(whole) <= start(chosen) <= end(chosen) <= end(whole)

    run(work())


def test_clients_that_know_no_levels() -> None:
    async def work() -> None:
        async with opened(changed_text(), "utf-16", PLAIN) as page:
            symbols = await page.ask("documentSymbol")
            assert symbols[1]["containerName"] == symbols[0]["name"] == "一、总体情况"
            assert all(symbol["location"]["uri"] == URI for symbol in symbols)

    run(work())


def test_no_outline_of_what_is_not_ours() -> None:
    async def work() -> None:
        async with bench() as client:
            assert await client.ask("textDocument/documentSymbol", textDocument={"uri": URI}) == []
            client.open(changed_text(), language="python", uri="file:///a.py")
            assert await client.ask("textDocument/documentSymbol", textDocument={"uri": "file:///a.py"}) == []

    run(work())
