"""What a page's tags make of its texts: rows and cells of tables, lines, and what is not shown.

The tree is built by a real HTML parser, so unclosed and misplaced tags mean here what they mean in a browser. Tables
that only arrange a page are taken apart; those that hold data become rows.
"""

import re
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from gxlint.readers.markup import Markup

BREAK, SPACE, CELL, CELL_END, ROW_END = -1, -2, -3, -4, -5
_FIRST_ROW = -10

_TAG = re.compile(r"(<[^>]*>)")
_TOKEN = re.compile(r"\d+|\n| ")
_BLANK = re.compile(r"\s|&nbsp;|&#160;|&emsp;|&ensp;")
_LONG_SENTENCES, _LONG = 100, 300


class Outline(NamedTuple):
    """A page as a sequence of steps.

    A step is the number of a text, or one of the constants of this module; steps up to ``-10`` begin a table row, and
    ``arranging`` says of each, in order, whether it only arranges the page.
    """

    steps: list[int]
    arranging: list[bool]

    def is_row(self, step: int) -> bool:
        """Whether this step begins a row of data."""
        return step <= _FIRST_ROW and not self.arranging[_FIRST_ROW - step]


class _Table:
    """A table while it is open."""

    __slots__ = ("cell", "cells", "length", "nested", "prose", "rows", "total", "widest")

    def __init__(self) -> None:
        self.rows: list[int] = []
        self.nested = False
        self.widest = self.cells = self.total = self.prose = self.length = 0
        self.cell: list[int] | None = None

    def only_arranges(self) -> bool:
        """Whether it holds other tables, a single column, or mostly prose."""
        return self.nested or self.widest < 2 or self.prose * 2 > self.total


def outline(markup: Markup) -> Outline:
    """Parse the skeleton of a page and read off the order and the rows of its texts."""
    body = LexborHTMLParser(f"<!DOCTYPE html><body>{markup.skeleton}").body
    parts = _TAG.split(str(body.html)) if body is not None else [""]
    return _Reader(markup).read(parts)


class _Reader:
    """Walks through the tags of a well-formed page. One use."""

    def __init__(self, markup: Markup) -> None:
        self.texts = markup.texts
        self.steps: list[int] = []
        self.arranging: list[bool] = []
        self.open: list[_Table] = []
        self.actions = {
            "<table>": self._table,
            "</table>": self._table_end,
            "<tr>": self._row,
            "</tr>": self._row_end,
            "<td>": self._cell,
            "</td>": self._cell_end,
        }

    def read(self, parts: list[str]) -> Outline:
        unseen = 0
        actions = self.actions
        for between, tag in zip(parts[::2], [*parts[1::2], ""], strict=True):
            if between and not unseen:
                self._tokens(between)
            if unseen:
                unseen += -1 if tag.startswith("</") else 1
            elif tag.endswith(' hidden="">'):
                unseen = 1
            elif (action := actions.get(tag)) is not None:
                action()
        return Outline(self.steps, self.arranging)

    def _tokens(self, between: str) -> None:
        cell = self.open[-1].cell if self.open else None
        for token in _TOKEN.findall(between):
            if token == "\n":
                self.steps.append(BREAK)
            elif token == " ":
                self.steps.append(SPACE)
            else:
                number = int(token)
                self.steps.append(number)
                if cell is not None:
                    cell.append(number)

    def _table(self) -> None:
        if self.open:
            self.open[-1].nested = True
        self.open.append(_Table())
        self.steps.append(BREAK)

    def _table_end(self) -> None:
        table = self.open.pop()
        if table.only_arranges():
            for row in table.rows:
                self.arranging[row] = True
        self.steps.append(BREAK)

    def _row(self) -> None:
        table = self.open[-1]
        table.rows.append(len(self.arranging))
        table.cells = 0
        self.steps.append(_FIRST_ROW - len(self.arranging))
        self.arranging.append(False)

    def _row_end(self) -> None:
        table = self.open[-1]
        table.widest = max(table.widest, table.cells)
        self.steps.append(ROW_END)

    def _cell(self) -> None:
        table = self.open[-1]
        table.cells += 1
        table.cell = []
        self.steps.append(CELL)

    def _cell_end(self) -> None:
        table = self.open[-1]
        length = sum(len(self.texts[number]) for number in table.cell or ())
        table.total += length
        if length >= _LONG_SENTENCES and self._is_prose(table.cell or []):
            table.prose += length
            self.arranging[table.rows[-1]] = True
        table.cell = None
        self.steps.append(CELL_END)

    def _is_prose(self, cell: list[int]) -> bool:
        text = _BLANK.sub("", "".join(self.texts[number] for number in cell))
        return len(text) >= _LONG or (len(text) >= _LONG_SENTENCES and "。" in text)
