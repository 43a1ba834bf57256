"""Actions: parts and tables of the form that a report lacks."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from gxlint.testing.forms import blank_report, without_section, without_table
from tests.lsp.applying import applied, edits_of
from tests.lsp.bench import Bench, bench, codes, span
from tests.lsp.capabilities import EMACS, NEOVIM, VSCODE
from tests.support.layouts import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Coroutine

MARKDOWN = BY_NAME["markdown"].render
WITHOUT_PROBLEMS = MARKDOWN(without_section(blank_report(), "problems"))
WITHOUT_TABLE = MARKDOWN(without_table(blank_report(), "table_disputes"))


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


async def offered(client: Bench, line: int, only: list[str] | None = None) -> list[dict[str, Any]]:
    actions = await client.actions(span(line, 2, line, 4), only)
    return [action for action in actions if action["title"].startswith(("插入“", "插入空白"))]


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n")


@pytest.mark.parametrize(
    ("text", "heading", "title", "code", "new"),
    [
        (
            WITHOUT_PROBLEMS,
            "## 四、",
            "插入“五、存在的主要问题及改进情况”",
            "CN101",
            "## 五、存在的主要问题及改进情况",
        ),
        (WITHOUT_TABLE, "## 四、", "插入空白的表四", "CN104", "| 行政复议"),
    ],
)
@pytest.mark.parametrize(("capabilities", "version"), [(VSCODE, 3), (EMACS, 3), (NEOVIM, None)])
def test_on_the_finding(
    text: str,
    heading: str,
    title: str,
    code: str,
    new: str,
    capabilities: dict[str, Any],
    version: int | None,
) -> None:
    async def work() -> None:
        async with bench({**capabilities, "general": {}}) as client:
            client.open(text, version=3)
            (action,) = await offered(client, line_of(text, heading))
            assert (action["title"], action["kind"]) == (title, "quickfix")
            assert codes(action["diagnostics"]) == [code]
            made = applied(text, edits_of(action, version))
            assert f"\n\n{new}" in made
            client.change(4, {"text": made})
            assert await offered(client, line_of(made, heading)) == []
            assert await offered(client, line_of(made, new)) == []

    run(work())


def test_at_the_place() -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            client.open(WITHOUT_PROBLEMS)
            line = line_of(WITHOUT_PROBLEMS, "## 六、")
            (action,) = await offered(client, line)
            assert (action["kind"], "diagnostics" in action) == ("refactor", False)
            assert await offered(client, line, ["quickfix"]) == []
            assert await offered(client, line, ["refactor"]) == [action]
            assert await offered(client, 0) == []

    run(work())


def test_anywhere_in_the_part_that_lacks_its_table() -> None:
    text = WITHOUT_TABLE.replace(
        "## 四、政府信息公开行政复议、行政诉讼情况\n",
        "## 四、政府信息公开行政复议、行政诉讼情况\n\n本年度没有。\n",
    )

    async def work() -> None:
        async with bench(EMACS) as client:
            client.open(text)
            (action,) = await offered(client, line_of(text, "本年度没有"))
            assert action["kind"] == "refactor"
            made = applied(text, edits_of(action, 1))
            assert made.index("本年度没有") < made.index("| 行政复议") < made.index("## 五、")

    run(work())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_in_every_encoding(encoding: str) -> None:
    text = WITHOUT_PROBLEMS.replace("云泽县财政局", "云泽县𠮷财政局").replace("## 六、", "𠮷𠮷\n\n## 六、")

    async def work() -> None:
        async with bench({**EMACS, "general": {"positionEncodings": [encoding]}}) as client:
            client.open(text)
            (action,) = await offered(client, line_of(text, "## 六、"))
            (edit,) = edits_of(action, 1)
            assert edit["range"]["start"] == edit["range"]["end"]
            line = text.split("\n")[edit["range"]["start"]["line"]]
            assert line == "𠮷𠮷"
            assert edit["range"]["start"]["character"] == {"utf-8": 8, "utf-16": 4, "utf-32": 2}[encoding]

    run(work())


def test_not_in_pages() -> None:
    page = BY_NAME["html"].render(without_section(blank_report(), "problems"))

    async def work() -> None:
        async with bench(EMACS) as client:
            client.open(page, language="html")
            titles = [action["title"] for action in await client.actions(span(0, 0, 9999, 0))]
            assert not [title for title in titles if title.startswith("插入“")]

    run(work())


def test_in_english() -> None:
    async def work() -> None:
        async with bench(EMACS, lang="en") as client:
            client.open(WITHOUT_TABLE)
            actions = await client.actions(span(line_of(WITHOUT_TABLE, "## 四、"), 0, 9999, 0))
            assert "Insert a blank 表四" in [action["title"] for action in actions]

    run(work())
