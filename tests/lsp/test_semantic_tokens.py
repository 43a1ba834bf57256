"""Semantic tokens: what the words of a document are."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from gxlint.lsp.columns import COLUMNS
from gxlint.lsp.text import Text
from gxlint.lsp.tokens import LEGEND, encoded
from gxlint.readers import read_text
from gxlint.reporters.stretches import Stretch
from gxlint.source import SourceText, Span
from tests.lsp.bench import URI, bench, changed_text
from tests.lsp.pointing import NUMBERS, opened

if TYPE_CHECKING:
    from collections.abc import Coroutine

BLANK = ("围绕中心工作", "𠮷××县于2024年3月1日发布____条。围绕中心工作")
TEXT = changed_text(NUMBERS, BLANK)
CONTENT_MODIFIED = -32801
every_encoding = pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


class Token(NamedTuple):
    """A token as an editor shows it."""

    line: int
    start: int
    end: int
    text: str
    kind: str
    marks: tuple[str, ...]


def decoded(text: str, data: list[int], encoding: str) -> list[Token]:
    """The tokens; places are in code points."""
    lines, columns = Text.of(text), COLUMNS[encoding]
    found, line, column = [], 0, 0
    for at in range(0, len(data), 5):
        down, right, length, kind, marks = data[at : at + 5]
        line, column = line + down, right if down else column + right
        body = lines.body(line)
        start, end = columns.inward(body, column), columns.inward(body, column + length)
        assert columns.outward(body[:start]) == column
        assert columns.outward(body[start:end]) == length > 0
        modifiers = tuple(name for bit, name in enumerate(LEGEND.token_modifiers) if marks >> bit & 1)
        found.append(Token(line, start, end, body[start:end], LEGEND.token_types[kind], modifiers))
    return found


@every_encoding
def test_what_is_marked(encoding: str) -> None:
    async def work() -> None:
        async with opened(TEXT, encoding) as page:
            data = (await page.ask("semanticTokens/full"))["data"]
            found = {(token.text, token.kind): token.marks for token in decoded(TEXT, data, encoding)}
            assert found["一、总体情况", "namespace"] == ("declaration",)
            assert found["(五)监督保障", "namespace"] == ()
            assert found["行政规范性文件", "property"] == ()
            assert found["科研机构", "parameter"] == ()
            assert found["32", "number"] == ("total",) or found["12", "number"] == ()
            assert found["《条例》", "string"] == ()
            assert found["国办公开办函〔2021〕30号", "type"] == ()
            assert found["2024年3月1日", "enumMember"] == ()
            assert found["2025年1月20日", "enumMember"] == ()
            assert found["××", "variable"] == found["____", "variable"] == ()

    run(work())


def test_totals() -> None:
    async def work() -> None:
        async with opened(changed_text()) as page:
            tokens = decoded(page.text, (await page.ask("semanticTokens/full"))["data"], "utf-16")
            rows = {
                start: [
                    token.marks for token in tokens if page.text.split("\n")[token.line].startswith(start)
                ]
                for start in ("| 一、本年新收", "| (七)总计")
            }
            assert rows["| 一、本年新收"] == [(), *[()] * 6, ("total",)]
            assert rows["| (七)总计"] == [(), *[("total",)] * 7]

    run(work())


@every_encoding
def test_in_order_and_apart(encoding: str) -> None:
    text = TEXT.replace("\n", "\r\n")

    async def work() -> None:
        async with opened(text, encoding) as page:
            tokens = decoded(text, (await page.ask("semanticTokens/full"))["data"], encoding)
            assert all(one.line < two.line or one.end <= two.start for one, two in pairwise(tokens))
            assert len(tokens) > 250

    run(work())


@every_encoding
def test_what_goes_over_several_lines_is_cut(encoding: str) -> None:
    text = "𠮷《中华人民共和国\r\n  政府信息𠮷\r\n\r\n公开条例》第五十条"
    document = read_text(SourceText(text), "a.gxr.md")
    start, end = text.index("《"), text.index("》") + 1
    found = [Stretch(Span(start, end), "citation"), Stretch(Span(end, len(text)), "number")]
    tokens = decoded(text, encoded(document, found, COLUMNS[encoding]), encoding)
    assert [token.text for token in tokens] == ["《中华人民共和国", "政府信息𠮷", "公开条例》", "第五十条"]


@every_encoding
def test_a_part_of_the_document(encoding: str) -> None:
    async def work() -> None:
        async with opened(TEXT, encoding) as page:
            whole = decoded(TEXT, (await page.ask("semanticTokens/full"))["data"], encoding)
            place = {"start": {"line": 16, "character": 0}, "end": {"line": 18, "character": 0}}
            part = decoded(TEXT, (await page.ask("semanticTokens/range", range=place))["data"], encoding)
            assert part == [token for token in whole if 16 <= token.line < 18]
            assert part

    run(work())


def test_a_document_of_one_line() -> None:
    text = changed_text(NUMBERS).replace("\n", " ")

    async def work() -> None:
        async with opened(text, "utf-16") as page:
            tokens = decoded(text, (await page.ask("semanticTokens/full"))["data"], "utf-16")
            assert len(tokens) > 250
            assert all(one.end <= two.start for one, two in pairwise(tokens))

    run(work())


def test_a_large_document_is_read_elsewhere() -> None:
    text = changed_text((NUMBERS[0], f"{NUMBERS[1]}\n" * 800 + NUMBERS[0]))

    async def work() -> None:
        async with opened(text) as page:
            _, waiting = page.client.start("textDocument/semanticTokens/full", textDocument={"uri": URI})
            assert await page.client.ask(
                "textDocument/hover", textDocument={"uri": URI}, position=page.place("二、主动")
            )
            assert not waiting.done()
            assert len((await waiting)["result"]["data"]) > 800 * 5

    run(work())


def test_what_has_changed_meanwhile_is_not_marked() -> None:
    text = changed_text((NUMBERS[0], f"{NUMBERS[1]}\n" * 800 + NUMBERS[0]))

    async def work() -> None:
        async with opened(text) as page:
            _, waiting = page.client.start("textDocument/semanticTokens/full", textDocument={"uri": URI})
            await asyncio.sleep(0)
            page.client.type(2, "又", 0, 0)
            assert (await waiting)["error"]["code"] == CONTENT_MODIFIED

    run(work())


def test_other_documents() -> None:
    async def work() -> None:
        async with bench() as client:
            request = {"textDocument": {"uri": URI}}
            assert await client.ask("textDocument/semanticTokens/full", **request) is None
            part = {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}
            assert await client.ask("textDocument/semanticTokens/range", **request, range=part) is None
            client.open(TEXT, language="python", uri="file:///a.py")
            other = {"textDocument": {"uri": "file:///a.py"}}
            assert await client.ask("textDocument/semanticTokens/full", **other) is None

    run(work())
