"""Asks for completion, and takes what is offered."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, NamedTuple

from gxlint.lsp.columns import COLUMNS
from tests.lsp.bench import URI, Bench

if TYPE_CHECKING:
    from collections.abc import Coroutine

TITLE = "云泽县财政局2024年政府信息公开工作年度报告\n"
TYPED, ASKED = 2, 1  # kinds of triggers


def run(work: Coroutine[Any, Any, None]) -> None:
    """Run a test."""
    asyncio.run(work)


class Asked(NamedTuple):
    """What was offered in a text."""

    text: str
    line: int
    before: str
    items: list[dict[str, Any]]

    @property
    def labels(self) -> list[str]:
        return [item["label"] for item in sorted(self.items, key=lambda item: item["sortText"])]

    def taken(self, label: str, encoding: str = "utf-16") -> str:
        """The text after an offer is taken."""
        (item,) = [item for item in self.items if item["label"] == label]
        edit = item["textEdit"]
        start, end = edit["range"]["start"], edit["range"]["end"]
        assert start["line"] == end["line"] == self.line
        lines = self.text.split("\n")
        line, columns = lines[self.line], COLUMNS[encoding]
        first, last = (columns.inward(line, place["character"]) for place in (start, end))
        assert first <= len(self.before) <= last
        # An editor shows what has the typed characters in this order.
        typed, found = line[first : len(self.before)], 0
        for char in typed:
            found = item["filterText"].index(char, found) + 1
        lines[self.line] = line[:first] + edit["newText"] + line[last:]
        return "\n".join(lines)


async def asked(
    client: Bench, marked: str, trigger: int = ASKED, encoding: str = "utf-16", language: str = "gxreport"
) -> Asked:
    """Ask where ``¦`` stands."""
    before, _, after = marked.partition("¦")
    text, line = before + after, before.count("\n")
    client.notify("textDocument/didClose", textDocument={"uri": URI})
    client.open(text, language=language)
    typed = before.rpartition("\n")[2]
    result = await client.ask(
        "textDocument/completion",
        textDocument={"uri": URI},
        position={"line": line, "character": COLUMNS[encoding].outward(typed)},
        context={"triggerKind": trigger, **({"triggerCharacter": before[-1:]} if trigger == TYPED else {})},
    )
    assert result is None or result["isIncomplete"]
    return Asked(text, line, typed, result["items"] if result else [])


async def loaded(client: Bench) -> None:
    """Wait until the plugins are there, which nobody else has to."""
    client.open(TITLE)
    await client.published(1)
