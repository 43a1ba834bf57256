"""Folds, and selections that grow."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.lsp.widening import widening
from tests.lsp.bench import URI, Bench, bench, changed_text
from tests.lsp.capabilities import PLAIN, VSCODE
from tests.support import disguises
from tests.support.layouts import LAYOUTS
from tests.support.reading import report_of, sample

if TYPE_CHECKING:
    from collections.abc import Coroutine

DOCUMENT = {"uri": URI}
TEXT = changed_text()
LINES = TEXT.split("\n")


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


async def folds(client: Bench) -> list[tuple[int, int, str]]:
    found = await client.ask("textDocument/foldingRange", textDocument=DOCUMENT)
    return [(fold["startLine"], fold["endLine"], fold["kind"]) for fold in found]


def test_sections_headings_and_tables() -> None:
    async def work() -> None:
        async with bench() as client:
            client.open(TEXT)
            found = await folds(client)
            named = {LINES[first][:6]: LINES[last][:6] for first, last, _ in found}
            assert named["一、总体情况"] == LINES[12][:6]
            assert named["(一)主动公"] == LINES[4][:6]
            assert named["(五)监督保"] == LINES[12][:6]
            assert named["二、主动公开"] == named["| 第二十条"] == "| 行政事业"
            assert named["六、其他需要"] == "2025年1"
            assert {kind for _, _, kind in found} == {"region"}
            assert found == sorted(found)

    run(work())


def test_what_belongs_to_the_page() -> None:
    async def work() -> None:
        from gxlint.testing.forms import blank_report

        draft = blank_report()
        text = disguises.furniture(TEXT, draft)
        async with bench() as client:
            client.open(text)
            found = [(first, last) for first, last, kind in await folds(client) if kind == "comment"]
            assert found
            report = report_of(text)
            lines = {report.document.source.line_of(paragraph.span.start) for paragraph in report.furniture}
            assert lines >= {line for first, last in found for line in range(first, last + 1)}

    run(work())


def test_rows_that_come_again_elsewhere_are_not_in_the_fold() -> None:
    async def work() -> None:
        async with bench() as client:
            client.open(TEXT.replace("五、存在的", "| 信息内容 | 现行有效件数 |\n| 规章 | 0 |\n五、存在的"))
            assert (14, 27, "region") in await folds(client)

    run(work())


def test_only_as_many_as_the_client_takes() -> None:
    async def work() -> None:
        limited = {**PLAIN, "textDocument": {**PLAIN["textDocument"], "foldingRange": {"rangeLimit": 2}}}
        async with bench(limited) as client:
            client.open(TEXT)
            assert [LINES[first][:2] for first, *_ in await folds(client)] == ["三、", "| "]

    run(work())


def test_a_report_of_one_line_folds_nowhere() -> None:
    async def work() -> None:
        async with bench() as client:
            client.open(TEXT.replace("\n", " "))
            assert await folds(client) == []

    run(work())


def texts_of(text: str, offset: int) -> list[str]:
    return [text[start:end] for start, end in widening(report_of(text), offset)]


def test_in_a_table() -> None:
    word, row, table, section, everything = texts_of(TEXT, TEXT.index("28 | 1") + 1)
    assert word == "28"
    assert row == LINES[34]
    assert table.split("\n") == LINES[29:57]
    assert section.split("\n") == LINES[28:57]
    assert everything == TEXT


def test_in_a_label() -> None:
    word, cell, row, *_ = texts_of(TEXT, TEXT.index("予以公开") + 1)
    assert (word, cell, row) == ("予以公开", "(一)予以公开", LINES[34])


def test_in_a_sentence() -> None:
    text = TEXT.replace("解读材料18篇。", "解读材料18篇。另有培训。")
    found = texts_of(text, text.index("126条"))
    assert found[:2] == ["126", LINES[4][: LINES[4].index("。") + 1]]
    assert found[2] == LINES[4] + "另有培训。"
    assert found[3] == f"{LINES[3]}\n{found[2]}"  # with its heading
    assert found[4].startswith("一、总体情况")
    assert found[-1] == text


@pytest.mark.parametrize("offset", [0, len(TEXT), TEXT.index("\n") + 1])
def test_at_the_edges(offset: int) -> None:
    found = widening(report_of(TEXT), offset)
    assert found[-1] == (0, len(TEXT))


@given(st.sampled_from([each for each in LAYOUTS if each.kind == "text"]), st.floats(0, 1))
def test_selections_grow_around_the_caret(layout: Any, part: float) -> None:
    from gxlint.formats import official_formats

    text = layout.render(sample(official_formats().latest, layout, 1))
    offset = int(part * len(text))
    found = widening(report_of(text), offset)
    assert all(start <= offset <= end for start, end in found)
    for (start, end), (outer_start, outer_end) in pairwise(found):
        assert outer_start <= start <= end <= outer_end
        assert (start, end) != (outer_start, outer_end)


def test_one_selection_for_each_caret() -> None:
    async def work() -> None:
        async with bench({**VSCODE, "general": {}}) as client:
            client.open(TEXT)
            positions = [
                {"line": 34, "character": 25},
                {"line": 9999, "character": 0},
                {"line": 4, "character": 3},
            ]
            found = await client.ask(
                "textDocument/selectionRange", textDocument=DOCUMENT, positions=positions
            )
            assert len(found) == 3
            for selection in found:
                outermost = selection
                while outermost.get("parent"):
                    outermost = outermost["parent"]
                assert outermost["range"]["start"] == {"line": 0, "character": 0}

    run(work())
