"""What stands beside and over tables: hints, lenses, and what can be done with their cells."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from tests.lsp.applying import applied, edits_of
from tests.lsp.bench import URI, WRONG_TOTAL, Bench, bench, changed_text, edit, span
from tests.lsp.capabilities import EMACS, NEOVIM, PLAIN, VSCODE

if TYPE_CHECKING:
    from collections.abc import Coroutine

DOCUMENT = {"uri": URI}
EVERYTHING = span(0, 0, 9999, 0)
UTF16: dict[str, Any] = {**VSCODE, "general": {}}
BLANK_ROW = (
    "| 3.危及“三安全一稳定” | 0 | 0 | 0 | 0 | 0 | 0 | 0 |",
    "| 3.危及“三安全一稳定” | | | | | | | |",
)
BLANK_CELL = ("| 2.重复申请 | 0 | 0 |", "| 2.重复申请 | 0 | |")
BLANK_TOTAL = ("| 28 | 1 | 0 | 0 | 0 | 0 | 29 |", "| 28 | 1 | 0 | 0 | 0 | 0 | |")
NOT_A_NUMBER = ("| 28 | 1 | 0 | 0 | 0 | 0 | 29 |", "| 若干 | 1 | 0 | 0 | 0 | 0 | 29 |")
REWRITE = "refactor.rewrite"


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


async def hints(client: Bench, at: dict[str, Any] = EVERYTHING) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = await client.ask("textDocument/inlayHint", textDocument=DOCUMENT, range=at)
    return found


async def lenses(client: Bench) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = await client.ask("textDocument/codeLens", textDocument=DOCUMENT)
    return found


async def titles(client: Bench) -> list[str]:
    return [lens["command"]["title"] for lens in await lenses(client)]


# ---------------------------------------------------------------- hints


def test_no_hints_where_all_sums_agree() -> None:
    async def work() -> None:
        async with bench() as client:
            client.open(changed_text(BLANK_ROW))
            assert await hints(client) == []

    run(work())


@pytest.mark.parametrize("change", [BLANK_TOTAL, (BLANK_TOTAL[0], BLANK_TOTAL[0].replace("29", "92"))])
def test_the_sum_beside_a_total_that_is_blank_or_wrong(change: tuple[str, str]) -> None:
    async def work() -> None:
        async with bench() as client:
            text = changed_text(change)
            client.open(text)
            first, *_ = await hints(client)
            line = text.split("\n")[34]
            assert first["position"] == {
                "line": 34,
                "character": len(line.rstrip(" |").rstrip()) + 3 * (change == BLANK_TOTAL),
            }
            assert (first["label"], first["paddingLeft"]) == ("= 29", True)
            assert first["tooltip"].split("\n")[0].startswith("自然人 28 + 商业企业 1")

    run(work())


def test_hints_of_a_range() -> None:
    async def work() -> None:
        async with bench() as client:
            client.open(changed_text(WRONG_TOTAL))
            assert [hint["position"]["line"] for hint in await hints(client)] == [34, 55]
            assert [hint["label"] for hint in await hints(client, span(35, 0, 99, 0))] == ["= 31"]
            assert await hints(client, span(0, 0, 33, 0)) == []

    run(work())


def test_hints_are_those_of_the_text_as_it_stands() -> None:
    async def work() -> None:
        async with bench() as client:
            client.open(changed_text(WRONG_TOTAL))
            client.change(2, edit("\n", 0, 0, 0, 0))
            assert [hint["position"]["line"] for hint in await hints(client)] == [35, 56]
            client.change(3, {"text": changed_text()})
            assert await hints(client) == []

    run(work())


def test_no_sum_of_what_cannot_be_read() -> None:
    async def work() -> None:
        async with bench() as client:
            client.open(changed_text(NOT_A_NUMBER))
            assert await hints(client) == []

    run(work())


# ---------------------------------------------------------------- lenses


@pytest.mark.parametrize(
    ("change", "standing"),
    [
        (BLANK_ROW, "表三:平衡"),
        (WRONG_TOTAL, "表三:差 2 处"),
        (NOT_A_NUMBER, "表三:2 处未能核对"),
        (("| 30 | 2 | 0 | 0 | 0 | 0 | 32 |\n| 四", "| 30 | 2 | 0 | 0 | 0 | 0 | 33 |\n| 四"), "表三:差 3 处"),
        (("| 5.属于三类内部事务信息 | 0 |", "| 5.属于三类内部事务信息 |"), "表三:8 处未能核对"),
    ],
)
def test_how_a_table_stands(change: tuple[str, str], standing: str) -> None:
    async def work() -> None:
        async with bench() as client:
            client.open(changed_text(change))
            assert await titles(client) == ["表二:没有问题", standing, "表四:平衡"]

    run(work())


def test_findings_of_a_table_without_sums() -> None:
    async def work() -> None:
        async with bench(lang="en") as client:
            client.open(changed_text(("| 行政许可 | 12 |", "| 行政许可 | 12a |")))
            assert await titles(client) == ["表二:1 finding", "表三:balanced", "表四:balanced"]

    run(work())


def test_a_lens_stands_over_its_table() -> None:
    async def work() -> None:
        async with bench() as client:
            client.open(changed_text())
            places = [lens["range"]["start"]["line"] for lens in await lenses(client)]
            assert places == [14, 29, 58]

    run(work())


def test_the_command_of_a_lens_is_one_that_the_server_executes() -> None:
    async def work() -> None:
        async with bench(UTF16) as client:
            text = changed_text(WRONG_TOTAL)
            client.open(text, version=5)
            first, wrong, last = [lens["command"] for lens in await lenses(client)]
            assert (first["command"], last["command"]) == ("", "")  # nothing to do: mere text
            assert wrong["command"] in client.capabilities["executeCommandProvider"]["commands"]
            arguments = {"command": wrong["command"], "arguments": wrong["arguments"]}
            assert await client.ask("workspace/executeCommand", **arguments) == 3
            (change,) = client.told("workspace/applyEdit")
            after = applied(text, edits_of(change, 5))
            client.change(6, {"text": after})
            # More was dealt with than came in: that is for people to mend.
            assert (await titles(client))[1] == "表三:差 2 处"
            assert await client.ask("workspace/executeCommand", **arguments) == 0
            assert len(client.told("workspace/applyEdit")) == 1

    run(work())


def test_no_command_for_clients_that_apply_nothing() -> None:
    async def work() -> None:
        async with bench(PLAIN) as client:
            client.open(changed_text(WRONG_TOTAL))
            assert {lens["command"]["command"] for lens in await lenses(client)} == {""}
            arguments = {"command": "gxlint.recomputeTotals", "arguments": [URI]}
            assert await client.ask("workspace/executeCommand", **arguments) == 0

    run(work())


@pytest.mark.parametrize("arguments", [[], [1], [URI, 2], [None]])
def test_a_command_with_wrong_arguments(arguments: list[Any]) -> None:
    async def work() -> None:
        async with bench(UTF16) as client:
            answer = await client.answer(
                "workspace/executeCommand", command="gxlint.recomputeTotals", arguments=arguments
            )
            assert answer["error"]["code"] == -32602

    run(work())


def test_other_settings_have_them_asked_for_again() -> None:
    async def work() -> None:
        async with bench(UTF16) as client:
            client.open(changed_text())
            await hints(client)
            client.settings = {"year": 2023}
            client.notify("workspace/didChangeConfiguration", settings={"gxlint": {"year": 2023}})
            for method in ("workspace/inlayHint/refresh", "workspace/codeLens/refresh"):
                await client.until(lambda method=method: bool(client.told(method)))  # type: ignore[misc]

    run(work())


# ---------------------------------------------------------------- actions


async def offers(client: Bench, line: int, column: int = 5) -> dict[str, dict[str, Any]]:
    found = await client.actions(span(line, column, line, column), only=[REWRITE])
    return {action["title"]: action for action in found}


@pytest.mark.parametrize(
    ("capabilities", "version"), [(VSCODE, 2), (EMACS, 2), (NEOVIM, None), (PLAIN, None)]
)
def test_totals_worked_out_anew(capabilities: dict[str, Any], version: int | None) -> None:
    if capabilities is NEOVIM:
        capabilities = {**NEOVIM, "workspace": {}}

    async def work() -> None:
        text = changed_text(BLANK_TOTAL)
        async with bench({**capabilities, "general": {}}) as client:
            client.open(text, version=2)
            found = await offers(client, 30)
            (action,) = found.values()
            assert (action["title"], action["kind"]) == (
                "重算表三的合计(1 格)",
                "refactor.rewrite.gxlint.recomputeTotals",
            )
            after = applied(text, edits_of(action, version))
            assert after == changed_text()
            client.change(3, {"text": after})
            assert await offers(client, 30) == {}

    run(work())


def test_zeros_for_blank_cells() -> None:
    async def work() -> None:
        text = changed_text(BLANK_ROW, BLANK_CELL)
        row = next(line for line, body in enumerate(text.split("\n")) if "2.重复申请" in body)
        async with bench(UTF16) as client:
            client.open(text)
            found = await offers(client, row, 999)  # at the end of its line
            assert list(found) == ["“2.重复申请”行的空白格填 0(1 格)", "表三全部空白格填 0(8 格)"]
            first, every = found.values()
            assert applied(text, edits_of(first, 1)) == changed_text(BLANK_ROW)
            assert applied(text, edits_of(every, 1)) == changed_text()
            # Elsewhere in the table: first the rows in which something stands.
            assert list(await offers(client, 31)) == [
                "表三已填各行的空白格填 0(1 格)",
                "表三全部空白格填 0(8 格)",
            ]
            assert await offers(client, 16) == {}
            client.change(2, {"text": changed_text()})
            assert await offers(client, row) == {}

    run(work())


def test_a_blank_row_on_request() -> None:
    async def work() -> None:
        text = changed_text(BLANK_ROW)
        row = next(line for line, body in enumerate(text.split("\n")) if "3.危及" in body)
        async with bench(UTF16, lang="en") as client:
            client.open(text)
            (action,) = (await offers(client, row)).values()
            assert action["title"] == "Fill the blank cells of row “3.危及“三安全一稳定”” with 0 (7)"
            assert applied(text, edits_of(action, 1)) == changed_text()

    run(work())


def test_nothing_of_what_is_not_ours() -> None:
    async def work() -> None:
        async with bench() as client:
            for method in ("codeLens", "foldingRange"):
                assert await client.ask(f"textDocument/{method}", textDocument=DOCUMENT) is None
            assert await client.ask("textDocument/inlayHint", textDocument=DOCUMENT, range=EVERYTHING) is None
            client.open("会议记录", language="markdown", uri="file:///notes.md")
            document = {"uri": "file:///notes.md"}
            for method in ("codeLens", "foldingRange"):
                assert await client.ask(f"textDocument/{method}", textDocument=document) is None

    run(work())
