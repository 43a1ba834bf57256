"""Quiet at the caret: what is being typed is left in peace, for a while."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from gxlint.lsp.columns import UTF16
from gxlint.lsp.quiet import Caret, being_typed, caret_after
from gxlint.lsp.text import Change, Place, Text
from tests.lsp.bench import URI, WRONG_TOTAL, Bench, bench, changed_text, codes, span
from tests.lsp.capabilities import EMACS, VSCODE

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from gxlint.lsp.documents import OpenDocument

LONG = 60_000  # milliseconds: longer than any test
SHORT = 30
ROW = next(number for number, line in enumerate(changed_text().split("\n")) if "28 | 1 | 0" in line)
COLUMN = changed_text().split("\n")[ROW].index("28 | 1 | 0")


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


def typed(text: str, line: int, column: int, *, over: int = 0) -> Change:
    return Change(text, Place(line, column), Place(line, column + over))


@pytest.mark.parametrize(
    ("change", "caret"),
    [
        (typed("年", 0, 2), Caret(0, 3)),
        (typed("", 0, 2, over=1), Caret(0, 2)),
        (typed("\n", 0, 2), Caret(1, 0)),
        (typed("信息公开" * 9, 0, 2), None),
        (typed("", 0, 0, over=40), None),
        (Change("", Place(0, 1), Place(1, 0)), Caret(0, 1)),
        (Change("", Place(0, 0), Place(2, 0)), None),
        (Change("全文"), None),
    ],
)
def test_what_counts_as_typing(change: Change, caret: Caret | None) -> None:
    assert caret_after([change], Text.of("一二三四" * 20 + "\n五六\n七"), UTF16) == caret


def test_several_changes_at_once_are_not_typed() -> None:
    assert caret_after([typed("a", 0, 0), typed("b", 0, 1)], Text.of("一二"), UTF16) is None


@pytest.mark.parametrize(
    ("line", "caret", "stretch"),
    [
        ("| 一 | 2 |", 3, "| 一 | 2 |"),
        ("一\t2", 0, "一\t2"),
        ("第一句。第二句。第三句", 6, "第二句。"),
        ("第一句。第二句。第三句", 2, "第一句。"),
        ("第一句。第二句。第三句", 11, "第三句"),
        ("没有标点", 4, "没有标点"),
        ("", 0, ""),
    ],
)
def test_what_is_being_typed(line: str, caret: int, stretch: str) -> None:
    text = Text.of(f"前一行。\n{line}\n后一行。")
    start, end = being_typed(text, (1, caret))
    assert str(text)[start:end] == stretch


def test_it_is_said_after_a_pause() -> None:
    async def work() -> None:
        async with bench(EMACS, quiet=SHORT) as client:
            client.open(changed_text())
            client.type(2, "9", ROW, COLUMN + 1, over=1)
            await client.until(lambda: said(client) == ["CN305"])
            assert client.publishes()[-1]["version"] == 2

    run(work())


def test_every_keystroke_begins_the_pause_anew() -> None:
    async def work() -> None:
        async with bench(EMACS, quiet=LONG) as client:
            client.open(changed_text())
            timers = []
            for number in range(3):
                client.type(2 + number, "9", ROW, COLUMN + 1, over=1)
                timers.append(open_document(client).timer)
            assert [timer is None or timer.cancelled() for timer in timers] == [True, True, False]
            assert await client.published(4) == []

    run(work())


def test_it_is_said_when_the_caret_leaves() -> None:
    async def work() -> None:
        async with bench(EMACS, quiet=LONG) as client:
            client.open(changed_text())
            client.type(2, "9", ROW, COLUMN + 1, over=1)
            assert await client.published(2) == []
            client.type(3, "。", 0, 0)
            assert "CN305" in codes(await client.published(3))

    run(work())


def test_asking_for_actions_elsewhere_is_leaving() -> None:
    async def work() -> None:
        async with bench(EMACS, quiet=LONG) as client:
            client.open(changed_text())
            client.type(2, "9", ROW, COLUMN + 1, over=1)
            assert await client.published(2) == []
            await client.actions(span(ROW, 0, ROW, 0))
            assert client.publishes()[-1]["diagnostics"] == []
            await client.actions(span(0, 0, 0, 0))
            assert codes(client.publishes()[-1]["diagnostics"]) == ["CN305"]

    run(work())


def test_what_is_wrong_elsewhere_is_said_at_once() -> None:
    async def work() -> None:
        async with bench(EMACS, quiet=LONG) as client:
            client.open(changed_text(WRONG_TOTAL))
            client.type(2, "。", 0, 0)
            assert "CN305" in codes(await client.published(2))

    run(work())


def test_pasting_is_no_typing() -> None:
    async def work() -> None:
        async with bench(EMACS, quiet=LONG) as client:
            client.open("")
            client.change(2, {"text": changed_text(WRONG_TOTAL)})
            assert codes(await client.published(2)) == ["CN305"]

    run(work())


def test_it_can_be_turned_off() -> None:
    async def work() -> None:
        async with bench(EMACS, quiet=0) as client:
            client.open(changed_text())
            client.type(2, "9", ROW, COLUMN + 1, over=1)
            assert codes(await client.published(2)) == ["CN305"]

    run(work())


def test_who_asks_is_told_to_ask_again() -> None:
    async def work() -> None:
        async with bench(VSCODE, quiet=LONG) as client:
            client.open(changed_text())
            client.type(2, "9", ROW, COLUMN + 1, over=1)
            held = await client.pull()
            assert held["items"] == []
            before = len(client.told("workspace/diagnostic/refresh"))
            pause(client)
            assert len(client.told("workspace/diagnostic/refresh")) == before + 1
            said = await client.pull(previous=held["resultId"])
            assert codes(said["items"]) == ["CN305"]

    run(work())


def test_nothing_is_held_back_from_who_could_not_be_told_later() -> None:
    async def work() -> None:
        deaf = {**VSCODE, "workspace": {}}
        async with bench(deaf, quiet=LONG) as client:
            client.open(changed_text())
            client.type(2, "9", ROW, COLUMN + 1, over=1)
            assert codes((await client.pull())["items"]) == ["CN305"]

    run(work())


def test_a_burst_is_one_analysis() -> None:
    async def work() -> None:
        async with bench(EMACS, quiet=LONG) as client:
            client.open(changed_text())
            await client.published(1)
            before = len(client.publishes())
            for number in range(25):
                client.type(2 + number, str(number % 10), ROW, COLUMN + 1, over=1)
            assert await client.published(26) == []
            pause(client)
            assert [found["version"] for found in client.publishes()[before:]] == [26, 26]
            assert codes(client.publishes()[-1]["diagnostics"]) == ["CN305"]

    run(work())


def open_document(client: Bench) -> OpenDocument:
    document = client.server.documents.get(URI)
    assert document is not None
    return document


def pause(client: Bench) -> None:
    """What the timer does when it strikes."""
    client.server.leave(open_document(client))


def said(client: Bench) -> list[str]:
    """What was said last."""
    publishes = client.publishes()
    return codes(publishes[-1]["diagnostics"]) if publishes else []
