"""Formatting while a table is typed: the caret stays in its cell, whatever the editor does with an edit right at it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.formatting.columns import in_columns
from gxlint.lint.edits import apply
from gxlint.lsp.columns import COLUMNS, Columns
from gxlint.lsp.spacing import spacing
from gxlint.lsp.text import Change, Place, Text
from tests.lsp.bench import URI, Bench, bench, changed_text
from tests.lsp.capabilities import PLAIN

if TYPE_CHECKING:
    from collections.abc import Coroutine

ENCODINGS = {name: {**PLAIN, "general": {"positionEncodings": [name]}} for name in COLUMNS}
TABLE = """\
| 信息内容 | 本年制发件数 | 现行有效件数 |
|---|---|---|
| 规章 | 0 | 0 |
"""
REPORT = changed_text().replace("五、存在的主要问题", f"\n{TABLE}\n五、存在的主要问题", 1)
AT = REPORT[: REPORT.index(TABLE) + len(TABLE)].count("\n")


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


class Typist:
    """An editor with a caret. ``sticky``: text inserted right at the caret comes to stand behind it."""

    def __init__(self, client: Bench, text: str, encoding: str, *, sticky: bool) -> None:
        self.client, self.text, self.sticky = client, Text.of(text), sticky
        self.columns: Columns = COLUMNS[encoding]
        self.line = self.column = 0  # in code points
        self.version = 1

    async def open(self) -> None:
        self.client.open(str(self.text))
        await self.client.published(1)

    def go(self, line: int, column: int) -> None:
        self.line, self.column = line, column

    async def type(self, text: str) -> None:
        for char in text:
            self._insert(char)
            if char in "|\uff5c\n":
                await self._format(char)

    @property
    def row(self) -> str:
        return self.text.body(self.line)

    @property
    def before(self) -> str:
        return self.row[: self.column]

    def _insert(self, char: str) -> None:
        place = self._place(self.line, self.column)
        self._send([{"range": {"start": place, "end": place}, "newText": char}])
        self.line, self.column = (self.line + 1, 0) if char == "\n" else (self.line, self.column + len(char))

    async def _format(self, char: str) -> None:
        edits = await self.client.ask(
            "textDocument/onTypeFormatting",
            textDocument={"uri": URI},
            position=self._place(self.line, self.column),
            ch=char,
            options={"tabSize": 4, "insertSpaces": True},
        )
        if not edits:
            return
        column = self.column
        for edit in edits:
            if edit["range"]["start"]["line"] == self.line:
                column = self._moved(column, edit)
        self._send(edits[::-1])  # from the end, so that places before hold
        self.column = column

    def _moved(self, column: int, edit: dict[str, Any]) -> int:
        """The column after an edit in the line of the caret; edits come in order, places are those before any."""
        start, end = (
            self.columns.inward(self.row, edit["range"][name]["character"]) for name in ("start", "end")
        )
        shift = column - self.column  # by what earlier edits have moved it
        assert not start < self.column < end, "an edit around the caret throws it about"
        behind = end < self.column or (end == self.column and (start < end or not self.sticky))
        return self.column + shift + (len(edit["newText"]) - (end - start) if behind else 0)

    def _place(self, line: int, column: int) -> dict[str, int]:
        return {"line": line, "character": self.columns.outward(self.text.body(line)[:column])}

    def _send(self, edits: list[dict[str, Any]]) -> None:
        self.version += 1
        changes = []
        for edit in edits:
            start, end = (edit["range"][name] for name in ("start", "end"))
            change = Change(edit["newText"], Place(*start.values()), Place(*end.values()))
            self.text = self.text.edited(change, self.columns)
            changes.append({"range": edit["range"], "text": edit["newText"]})
        self.client.change(self.version, *changes)


every_encoding = pytest.mark.parametrize("encoding", ENCODINGS)
every_editor = pytest.mark.parametrize("sticky", [True, False])


@every_encoding
@every_editor
def test_a_row_typed_to_its_end(encoding: str, *, sticky: bool) -> None:
    async def work() -> None:
        async with bench(ENCODINGS[encoding]) as client:
            typist = Typist(client, REPORT, encoding, sticky=sticky)
            await typist.open()
            typist.go(AT, 0)
            typed = ""
            for piece in ("| 行政", "规范性𠮷文件 |", " 1234", "5 |", " 0 |"):
                await typist.type(piece)
                typed += piece
                # The caret stands behind what was typed last, and nothing is behind it.
                assert "".join(typist.before.split()) == "".join(typed.split())
                assert typist.before == typist.row
            rows = [typist.text.body(line) for line in range(AT - 3, AT + 1)]
            assert rows == in_columns([*TABLE.split("\n")[:3], typed])
            assert rows[-1] == "| 行政规范性𠮷文件 | 12345        | 0            |"

    run(work())


@every_encoding
@every_editor
def test_a_bar_in_the_middle_of_a_row(encoding: str, *, sticky: bool) -> None:
    async def work() -> None:
        async with bench(ENCODINGS[encoding]) as client:
            text = REPORT.replace(TABLE, TABLE + "| 𠮷𠮷行政规范性文件 12 | 0 |\n")
            typist = Typist(client, text, encoding, sticky=sticky)
            await typist.open()
            typist.go(AT, len("| 𠮷𠮷行政规范性文件 "))
            await typist.type("|")
            assert typist.before.rstrip(" ") == "| 𠮷𠮷行政规范性文件 |"
            assert typist.row[typist.column :].strip().startswith("12 ")
            await typist.type(" 7")
            assert typist.row.replace(" ", "").startswith("|𠮷𠮷行政规范性文件|712|0|")

    run(work())


@every_editor
def test_enter_at_the_end_of_a_row_finishes_it(*, sticky: bool) -> None:
    async def work() -> None:
        async with bench() as client:
            typist = Typist(client, REPORT, "utf-16", sticky=sticky)
            await typist.open()
            typist.go(AT - 1, len("| 规章 | 0 | 0 |"))
            await typist.type("\n")
            assert (typist.line, typist.column, typist.row) == (AT, 0, "")
            assert [typist.text.body(line) for line in range(AT - 3, AT)] == in_columns(TABLE.split("\n")[:3])

    run(work())


def test_enter_in_the_middle_of_a_row_changes_nothing() -> None:
    async def work() -> None:
        async with bench() as client:
            typist = Typist(client, REPORT, "utf-16", sticky=True)
            await typist.open()
            typist.go(AT - 1, len("| 规章 |"))
            await typist.type("\n")
            assert (typist.text.body(AT - 1), typist.row) == ("| 规章 |", " 0 | 0 |")

    run(work())


def test_other_tables_stay_as_they_are() -> None:
    async def work() -> None:
        async with bench() as client:
            typist = Typist(client, REPORT, "utf-16", sticky=True)
            await typist.open()
            typist.go(AT - 1, len("| 规章 | 0 | 0 |"))
            await typist.type(" 1 |")
            lines = str(typist.text).split("\n")
            assert lines[: AT - 3] == REPORT.split("\n")[: AT - 3]
            assert lines[AT:] == REPORT.split("\n")[AT:]

    run(work())


@pytest.mark.parametrize("text", ["|---|---|", "一句话|", "规章"])
def test_what_is_no_row(text: str) -> None:
    async def work() -> None:
        async with bench() as client:
            typist = Typist(client, REPORT, "utf-16", sticky=True)
            await typist.open()
            typist.go(4, len(REPORT.split("\n")[4]))
            await typist.type("\n" + text)
            assert typist.row == text

    run(work())


def test_not_in_documents_of_others() -> None:
    async def work() -> None:
        async with bench() as client:
            client.open(TABLE, language="markdown", uri="file:///notes.md")
            params = {"textDocument": {"uri": "file:///notes.md"}, "position": {"line": 2, "character": 8}}
            options = {"tabSize": 4, "insertSpaces": True}
            assert (
                await client.ask("textDocument/onTypeFormatting", **params, ch="|", options=options) is None
            )
            params["textDocument"] = {"uri": "file:///unknown.md"}
            assert (
                await client.ask("textDocument/onTypeFormatting", **params, ch="|", options=options) is None
            )

    run(work())


LINES = st.lists(st.sampled_from([" ", "  ", "|", "规章", "12", "\u3000", "𠮷"]), max_size=12).map("".join)


@given(LINES, LINES)
def test_spacing_makes_one_line_of_the_other(old: str, new: str) -> None:
    edits = list(spacing("", "", 0))
    assert edits == []
    text = f"前{old}后"
    edits = list(spacing(old, new, 1))
    assert apply(text, edits) == f"前{new}后"
    if "".join(old.split()) == "".join(new.split()):
        assert all(not (text[start:end] + put).strip() for start, end, put in edits)
