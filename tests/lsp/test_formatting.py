"""Formatting of a document and of a range: the same as ``gxlint format`` does, in edits of what changes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from gxlint.formatting.tidy import tidied
from tests.lsp.applying import applied
from tests.lsp.bench import URI, Bench, bench, changed_text, span
from tests.lsp.capabilities import EMACS, NEOVIM, PLAIN, VSCODE
from tests.support.layouts import BY_NAME
from tests.support.reading import report_of

if TYPE_CHECKING:
    from collections.abc import Coroutine

OPTIONS = {"tabSize": 4, "insertSpaces": True}
LOOSE = ("| 规章 | 0 |", "| 规 章 | 0 |")


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


def tidy(text: str, lines: tuple[int, int] | None = None) -> str:
    return tidied(report_of(text), report_of, lines)


async def formatted(client: Bench, uri: str = URI) -> list[dict[str, Any]] | None:
    found: list[dict[str, Any]] | None = await client.ask(
        "textDocument/formatting", textDocument={"uri": uri}, options=OPTIONS
    )
    return found


async def formatted_range(client: Bench, *places: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = await client.ask(
        "textDocument/rangeFormatting", textDocument={"uri": URI}, range=span(*places), options=OPTIONS
    )
    return found


@pytest.mark.parametrize("capabilities", [VSCODE, NEOVIM, EMACS, PLAIN])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_document(capabilities: dict[str, Any], ending: str) -> None:
    async def work() -> None:
        text = changed_text(LOOSE).replace("\n", ending)
        async with bench({**capabilities, "general": {}}) as client:
            client.open(text)
            edits = await formatted(client)
            assert edits is not None
            assert applied(text, edits) == tidy(text)
            # Each edit stays in a line, and only lines that change have one.
            changed = sum(
                old != new for old, new in zip(text.split(ending), tidy(text).split(ending), strict=True)
            )
            assert len(edits) == changed
            assert all(edit["range"]["start"]["line"] == edit["range"]["end"]["line"] for edit in edits)

    run(work())


def test_a_tidy_document_has_no_edits() -> None:
    async def work() -> None:
        async with bench() as client:
            client.open(tidy(changed_text()))
            assert await formatted(client) == []

    run(work())


@pytest.mark.parametrize(
    ("places", "lines"),
    [
        ((16, 3, 16, 3), (16, 16)),  # in 表二
        ((33, 0, 34, 0), (33, 33)),  # a line of 表三 and its end
        ((13, 0, 60, 5), (13, 60)),
        ((3, 0, 5, 1), (3, 5)),  # prose
        ((0, 0, 9999, 0), (0, 9999)),
    ],
)
def test_a_range(places: tuple[int, int, int, int], lines: tuple[int, int]) -> None:
    async def work() -> None:
        text = changed_text(LOOSE)
        async with bench() as client:
            client.open(text)
            assert applied(text, await formatted_range(client, *places)) == tidy(text, lines)

    run(work())


def test_the_end_of_a_range_is_not_in_it() -> None:
    async def work() -> None:
        async with bench() as client:
            client.open(changed_text())
            # Up to the beginning of the first line of 表二.
            assert await formatted_range(client, 12, 0, 14, 0) == []
            assert await formatted_range(client, 12, 0, 14, 1) != []

    run(work())


def test_what_is_not_ours() -> None:
    async def work() -> None:
        async with bench() as client:
            assert await formatted(client) is None
            client.open("| a | b |\n|---|---|\n| ccc | d |\n", language="markdown", uri="file:///notes.md")
            assert await formatted(client, "file:///notes.md") is None
            client.open(BY_NAME["html"].render(_draft()), language="html", uri="file:///a.html")
            assert await formatted(client, "file:///a.html") is None

    run(work())


def test_edits_of_an_earlier_text_are_not_given_out(monkeypatch: pytest.MonkeyPatch) -> None:
    async def work() -> None:
        async with bench() as client:
            client.open(changed_text())
            tidied_text = client.server.tidied

            async def slowly(*args: Any) -> str | None:
                after = await tidied_text(*args)
                client.change(2, {"text": changed_text(LOOSE)})
                return after

            with monkeypatch.context() as patch:
                patch.setattr(client.server, "tidied", slowly)
                assert await formatted(client) is None
            edits = await formatted(client)
            assert edits is not None
            assert applied(changed_text(LOOSE), edits) == tidy(changed_text(LOOSE))

    run(work())


def _draft() -> Any:
    from gxlint.testing.forms import blank_report

    return blank_report()
