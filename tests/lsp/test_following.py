"""From a number of the prose to its cells and back: definition, references, highlights."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from gxlint.lsp.checker import Installed
from tests.lsp.bench import URI, bench, changed_text, stranger
from tests.lsp.pointing import AGAIN, NUMBERS, Page, opened

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from gxlint.model import Report
    from gxlint.rules import Link

LINKS = {"textDocument": {"definition": {"linkSupport": True}}}
ENCODINGS = ("utf-8", "utf-16", "utf-32")
TEXT = changed_text(NUMBERS, AGAIN)
READ, WRITE = 2, 3
every_encoding = pytest.mark.parametrize("encoding", ENCODINGS)


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


def lines_of(page: Page, found: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """What each place says, and how its line begins."""
    lines = page.text.split("\n")
    return [(page.under(item["range"]), lines[item["range"]["start"]["line"]][:6]) for item in found]


@every_encoding
def test_to_the_cell(encoding: str) -> None:
    async def work() -> None:
        async with opened(TEXT, encoding) as page:
            found = await page.ask("definition", "32件")
            assert lines_of(page, found) == [("32", "| 一、本年")]
            assert all(item["uri"] == URI for item in found)
            assert lines_of(page, await page.ask("definition", "3件,上年")) == [("3", "| (二)部")]

    run(work())


def test_with_the_place_it_comes_from() -> None:
    async def work() -> None:
        async with opened(TEXT, "utf-16", LINKS) as page:
            (link,) = await page.ask("definition", "32件")
            assert page.under(link["originSelectionRange"]) == page.under(link["targetRange"]) == "32"
            assert link["targetSelectionRange"] == link["targetRange"]
            assert link["targetUri"] == URI

    run(work())


@every_encoding
def test_from_the_cell(encoding: str) -> None:
    async def work() -> None:
        async with opened(TEXT, encoding) as page:
            found = await page.ask("definition", "| 32 |", into=2)
            assert lines_of(page, found) == [("32", "𠮷云:202"), ("32", "全年新收政府")]
            assert await page.ask("definition", "| 30 | 2 |", into=2) is None

    run(work())


@pytest.mark.parametrize("words", ["32件", "| 32 |"])
@pytest.mark.parametrize("declared", [True, False])
def test_references(words: str, *, declared: bool) -> None:
    async def work() -> None:
        async with opened(TEXT) as page:
            context = {"includeDeclaration": declared}
            found = await page.ask("references", words, into=2 if words[0] == "|" else 0, context=context)
            cells = [("32", "| 一、本年")] if declared else []
            assert lines_of(page, found) == [("32", "𠮷云:202"), ("32", "全年新收政府"), *cells]

    run(work())


@every_encoding
def test_highlights(encoding: str) -> None:
    async def work() -> None:
        async with opened(TEXT, encoding) as page:
            found = await page.ask("documentHighlight", "29件")
            assert [(page.under(item["range"]), item["kind"]) for item in found] == [
                ("29", READ),
                ("29", WRITE),
            ]
            assert await page.ask("documentHighlight", "| 29 |", into=3) == found

    run(work())


def test_a_sum_of_cells() -> None:
    none = ("畅通当面、信函", "未发生政府信息公开行政诉讼。畅通当面、信函")

    async def work() -> None:
        async with opened(changed_text(none)) as page:
            found = await page.ask("definition", "未发生")
            assert [page.under(item["range"]) for item in found] == ["0", "0"]

    run(work())


def test_a_group_of_rows() -> None:
    denied = ("畅通当面、信函", "不予公开政府信息公开申请5件。畅通当面、信函")
    rows = (
        ("1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0", "1.属于国家秘密 | 2 | 0 | 0 | 0 | 0 | 0 | 2"),
        (
            "2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0",
            "2.其他法律行政法规禁止公开 | 3 | 0 | 0 | 0 | 0 | 0 | 3",
        ),
    )

    async def work() -> None:
        async with opened(changed_text(denied, *rows)) as page:
            found = await page.ask("definition", "5件")
            assert [page.under(item["range"]) for item in found] == ["2", "3"]

    run(work())


@pytest.mark.parametrize("words", ["126条", "围绕中心工作", "| 规章 |"])
def test_what_leads_nowhere(words: str) -> None:
    async def work() -> None:
        async with opened(TEXT) as page:
            assert await page.ask("definition", words) is None
            assert await page.ask("references", words, context={"includeDeclaration": True}) is None
            assert await page.ask("documentHighlight", words) is None

    run(work())


def test_a_plugin_that_fails(caplog: pytest.LogCaptureFixture) -> None:
    def fails(_report: Report) -> tuple[Link, ...]:
        raise RuntimeError

    async def work() -> None:
        installed = Installed()
        installed._plugins = installed.plugins.replaced(linkers=(fails, *installed.plugins.linkers))
        async with stranger(installed) as client:
            await client.initialize({})
            client.open(TEXT)
            place = Page(client, TEXT, "utf-16").place("32件")
            found = await client.ask("textDocument/definition", textDocument={"uri": URI}, position=place)
            assert len(found) == 1

    run(work())
    assert "a plugin failed to say" in caplog.text


@pytest.mark.parametrize("method", ["definition", "references", "documentHighlight"])
def test_documents_that_are_not_ours(method: str) -> None:
    async def work() -> None:
        async with bench() as client:
            more = {"context": {"includeDeclaration": True}} if method == "references" else {}
            for uri in ("file:///a.py", "file:///b.py"):
                place = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}
                assert await client.ask(f"textDocument/{method}", **place, **more) is None
                client.open(TEXT, language="python", uri="file:///b.py")

    run(work())
