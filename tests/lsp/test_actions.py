"""Actions: the fix of a finding, and all safe fixes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from gxlint.lint.fixes import fix_document
from gxlint.lint.session import Session
from gxlint.lsp.actions.fix_all import FIX_ALL
from gxlint.lsp.edits import difference
from gxlint.lsp.text import Text
from gxlint.readers import read_text
from gxlint.source import SourceText
from tests.lsp.applying import applied, edits_of
from tests.lsp.bench import URI, WRONG_TOTAL, bench, changed_text, codes, fixes, span
from tests.lsp.capabilities import EMACS, NEOVIM, PLAIN, VSCODE

if TYPE_CHECKING:
    from collections.abc import Coroutine

ALL = span(0, 0, 9999, 0)
SAFE = ("28 | 1 | 0", "２８ | 1 | 0")
AND_SAFE = ("| 行政规范性文件 | 2 |", "| 行政规范性文件 | ２ |")
MANY_SAFE = changed_text(SAFE, AND_SAFE).replace("\n", "\r\n")
AUTOMATIC = 2


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


def fixed(text: str) -> str:
    """What ``gxlint check --fix`` makes of it."""
    outcome = fix_document(Session(), read_text(SourceText(text), "a.gxr.md"), unsafe=False)
    assert outcome.text != text
    return outcome.text


@pytest.mark.parametrize(
    ("capabilities", "version"), [(VSCODE, 3), (EMACS, 3), (NEOVIM, None), (PLAIN, None)]
)
def test_a_proposal_for_a_finding(capabilities: dict[str, Any], version: int | None) -> None:
    async def work() -> None:
        text = changed_text(WRONG_TOTAL)
        async with bench({**capabilities, "general": {}}) as client:
            client.open(text, version=3)
            (action,) = fixes(await client.actions(span(34, 25, 34, 25)))
            assert (action["title"], action["kind"]) == ("改为“28”", "quickfix")
            assert "isPreferred" not in action
            assert codes(action["diagnostics"]) == ["CN305"]
            assert applied(text, edits_of(action, version)) == changed_text()

    run(work())


def test_a_safe_fix_is_preferred() -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            client.open(changed_text(SAFE))
            (action,) = fixes(await client.actions(ALL, only=["quickfix"]))
            assert action["isPreferred"] is True
            assert applied(changed_text(SAFE), edits_of(action, 1)) == changed_text()

    run(work())


def test_the_diagnostic_is_the_one_that_the_client_has() -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            client.open(changed_text(WRONG_TOTAL))
            (known,) = await client.published(1)
            known["message"] = "客户端改写过的说明"
            actions = await client.ask(
                "textDocument/codeAction",
                textDocument={"uri": URI},
                range=known["range"],
                context={"diagnostics": [known]},
            )
            assert [action["diagnostics"] for action in fixes(actions)] == [[known]]

    run(work())


def test_only_where_the_finding_is() -> None:
    async def work() -> None:
        async with bench(VSCODE) as client:
            client.open(changed_text(WRONG_TOTAL))
            assert fixes(await client.actions(span(0, 0, 33, 99))) == []
            assert len(fixes(await client.actions(span(34, 0, 34, 24)))) == 1
            assert fixes(await client.actions(span(34, 27, 99, 0))) == []

    run(work())


def test_actions_are_those_of_the_text_as_it_stands() -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            client.open(changed_text(WRONG_TOTAL))
            assert len(fixes(await client.actions(ALL))) == 1
            client.change(2, {"text": changed_text()})
            assert await client.actions(ALL) == []
            client.change(3, {"text": "\n" + changed_text(WRONG_TOTAL)})
            (action,) = fixes(await client.actions(ALL))
            assert applied("\n" + changed_text(WRONG_TOTAL), edits_of(action, 3)) == "\n" + changed_text()

    run(work())


def test_no_actions_for_what_is_not_open_nor_ours() -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            assert await client.actions(ALL) == []
            client.open(changed_text(WRONG_TOTAL), language="python", uri="file:///a.py")
            assert await client.actions(ALL) == []
        async with bench({}) as client:  # it takes commands alone
            client.open(changed_text(WRONG_TOTAL))
            assert await client.actions(ALL) == []

    run(work())


@pytest.mark.parametrize("only", [["source.fixAll.gxlint"], ["source.fixAll"], ["source"], [""], None])
def test_all_safe_fixes_at_once(only: list[str] | None) -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            client.open(MANY_SAFE, version=5)
            actions = {action["kind"]: action for action in await client.actions(ALL, only)}
            assert ("quickfix" in actions) == (only in ([""], None))
            edits = edits_of(actions[FIX_ALL], 5)
            assert len(edits) == 2
            assert applied(MANY_SAFE, edits) == fixed(MANY_SAFE) == changed_text().replace("\n", "\r\n")

    run(work())


@pytest.mark.parametrize(
    "only", [["quickfix"], ["refactor"], ["source.organizeImports"], ["source.fixAll.other"]]
)
def test_not_where_something_else_is_asked_for(only: list[str]) -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            client.open(MANY_SAFE)
            assert FIX_ALL not in [action["kind"] for action in await client.actions(ALL, only)]

    run(work())


@pytest.mark.parametrize(("capabilities", "version"), [(VSCODE, 1), ({**NEOVIM, "general": {}}, None)])
def test_the_edit_comes_when_the_action_is_chosen(capabilities: dict[str, Any], version: int | None) -> None:
    async def work() -> None:
        async with bench(capabilities) as client:
            client.open(MANY_SAFE)
            (action,) = await client.actions(ALL, [FIX_ALL])
            assert "edit" not in action
            chosen = await client.ask("codeAction/resolve", **action)
            assert applied(MANY_SAFE, edits_of(chosen, version)) == fixed(MANY_SAFE)
            again = await client.ask("codeAction/resolve", **{**action, "data": {"uri": "file:///gone"}})
            assert "edit" not in again

    run(work())


def test_nothing_is_worked_out_unasked() -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            client.open(MANY_SAFE)
            assert await client.actions(span(0, 0, 0, 0), trigger=AUTOMATIC) == []

    run(work())


def test_a_second_time_there_is_nothing_to_do() -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            client.open(fixed(MANY_SAFE))
            assert await client.actions(ALL, ["source"]) == []

    run(work())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("一\n二\n三\n", "一\n贰\n三\n"),
        ("一\n二\n三\n四", "壹\n二\n三\n肆"),
        ("一\n二\n三\n", "一\n三\n"),
        ("一\n三\n", "一\n二\n三\n"),
        ("一\r\n二\r\n", "一\r\n\r\n二\r\n"),
        ("aa\n", "aaa\n"),
        ("", "一"),
        ("一", ""),
        ("一\n一\n", "一\n"),
    ],
)
def test_the_difference_of_two_texts(before: str, after: str) -> None:
    edits = difference(Text.of(before), after)
    text = before
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    assert text == after
    assert sum(end - start for start, end, _ in edits) < len(before) or not before or not after
